/** The Python text of filled areas, spans, pies and boxes on axes; part of the module `matplotlib.axes`. */
export const areaDrawing = String.raw`
class _AreaDrawing:
    def _area(self, x, y, look, closed=True, owner="Polygon", stick_x=(), stick_y=(), reach=True, edged=None, fill_ink=None, color_next="patch", relimits=True):
        """An area as figures hold it, of properties by any of their names."""
        look = _known(owner, look, _PATCH_LOOK)
        face = look.get("facecolor", look.get("color"))
        face = css(face) if face is not None else fill_ink if fill_ink is not None else self._next(color_next)
        if look.get("fill") is False:
            face = None
        given = look.get("edgecolor", look.get("color") if edged is None else None)
        edge = css(given) if given is not None else css(_parameter("patch.edgecolor")) if _parameter("patch.force_edgecolor") or face is None and edged is None else None
        width = look.get("linewidth")
        width = float(np.atleast_1d(_parameter("patch.linewidth") if width is None else width)[0])
        alpha = look.get("alpha")
        measures = _measures(look.get("transform"))
        drawn = {"x": np.asarray(x, dtype=np.float64), "y": np.asarray(y, dtype=np.float64), "label": _shown_label(look.get("label")), "opacity": 1.0 if alpha is None else float(alpha),
                 "order": float(look.get("zorder", 1)), "clipped": bool(look.get("clip_on", True)), "measures": measures, "_alpha": alpha, "_visible": look.get("visible", True),
                 "_dashes": look.get("linestyle", "-")}
        if closed or face is not None:
            drawn.update(kind="area", fill=face, edge=_stroke(edge, width, look.get("linestyle", "-")), hatch=look.get("hatch") or "")
        else:
            drawn.update(kind="line", stroke=_stroke(edge, width, look.get("linestyle", "-")), mark=None, marked=None, _raw=(drawn["x"], drawn["y"]), _ink=edge, fill=None, edge=None, hatch="", _kind="outline")
        self._add(drawn, drawn["x"] if reach else None, drawn["y"] if reach else None, stick_x, stick_y, relimits)
        return _Filled([drawn], None, self)

    def fill(self, *args, data=None, **options):
        if not running():
            return unknown("how many areas this draws")
        rest, made = list(args), []
        while rest:
            x = rest.pop(0)
            y = rest.pop(0) if rest and not isinstance(rest[0], str) else None
            x, y = [data[each] if data is not None and isinstance(each, str) else each for each in (x, y)]
            style = rest.pop(0) if rest and isinstance(rest[0], str) else None
            across, up = (np.arange(len(x)), x) if y is None else (x, y)
            look = dict(options)
            if style is not None and "color" not in look and "facecolor" not in look:
                look["color"] = _style(style)[0] or style
            made.append(self._area(self._numbers(across, "x"), self._numbers(up, "y"), look, edged=True if "color" not in look else None, color_next="patch"))
        self.patches += made
        return made

    def fill_between(self, x, y1, y2=0, where=None, interpolate=False, step=None, *, data=None, **options):
        return self._between(x, y1, y2, where, interpolate, step, data, options, True)

    def fill_betweenx(self, y, x1, x2=0, where=None, step=None, interpolate=False, *, data=None, **options):
        return self._between(y, x1, x2, where, interpolate, step, data, options, False)

    def _between(self, along, first, second, where, interpolate, step, data, options, level):
        names = ("x", "y") if level else ("y", "x")
        if data is not None:
            along, first, second, where = [data[each] if isinstance(each, str) else each for each in (along, first, second, where)]
        if not running():
            _known("PolyCollection", options, _POINT_LOOK)
            return Collection()
        along = np.atleast_1d(self._numbers(along, names[0])).astype(np.float64)
        first, second = [np.broadcast_to(np.atleast_1d(self._numbers(each, names[1])), along.shape).astype(np.float64) for each in (first, second)]
        good = np.isfinite(along) & np.isfinite(first) & np.isfinite(second)
        chosen = good if where is None else np.asarray(where, dtype=bool) & good
        if where is not None and np.asarray(where).shape != along.shape:
            raise ValueError("where size (%d) does not match 'x' size (%d)" % (np.asarray(where).size, along.size))
        edges = np.flatnonzero(np.diff(np.concatenate([[0], chosen.astype(int), [0]])))
        xs, ys = [], []
        for start, stop in zip(edges[::2].tolist(), edges[1::2].tolist()):
            places, upper, lower = along[start:stop], first[start:stop], second[start:stop]
            if step is not None:
                style = "steps-" + step
                (places, upper, found), lower = _stepped(places, upper, style), _stepped(places, lower, style)[1]
            elif interpolate and where is not None:
                places, upper, lower = _to_crossings(along, first, second, start, stop)
            xs += [places, places[::-1], [np.nan]]
            ys += [upper, lower[::-1], [np.nan]]
        across, up = (np.concatenate(xs), np.concatenate(ys)) if xs else (np.array([]), np.array([]))
        look = _known("PolyCollection", options, _POINT_LOOK)
        kept = {name: value for name, value in look.items() if name not in ("offsets",)}
        made = self._area(*((across, up) if level else (up, across)), kept, owner="PolyCollection", edged=True if "color" not in kept else None, relimits=False)
        found = Collection(made._primitives, None, self)
        self.collections.append(found)
        return found

    def stackplot(self, x, *args, labels=(), colors=None, baseline="zero", data=None, **options):
        if not running():
            return unknown("the areas of a stack")
        parts = np.array([_flat(part) for part in (list(args[0]) if len(args) == 1 and np.asarray(args[0]).ndim == 2 else args)], dtype=np.float64)
        x = self._numbers(x, "x")
        total = parts.cumsum(axis=0)
        if baseline == "zero":
            floor = np.zeros(parts.shape[1])
        elif baseline == "sym":
            floor = -parts.sum(axis=0) * 0.5
        elif baseline == "wiggle":
            count = len(parts)
            floor = -(parts * (count - 0.5 - np.arange(count)[:, np.newaxis])).sum(axis=0) / count
        elif baseline == "weighted_wiggle":
            raise NotImplementedError("stackplot(baseline='weighted_wiggle') is not supported by Kerascope yet")
        else:
            raise ValueError("%r is not a valid value for baseline; supported values are 'zero', 'sym', 'wiggle', 'weighted_wiggle'" % baseline)
        made = []
        for place in range(len(parts)):
            lower = floor if place == 0 else floor + total[place - 1]
            ink = colors[place % len(colors)] if colors is not None else self._next("line")
            area = self.fill_between(x, lower, floor + total[place], **dict(options, facecolor=ink, label=labels[place] if place < len(labels) else None))
            if place == 0 and baseline == "zero":
                area._primitives[0]["_sticky"] = {"y": [0.0]}
            made.append(area)
        return made

    def _span(self, low, high, first, last, options, vertical):
        if not running():
            _known("Polygon", options, _PATCH_LOOK)
            return _Filled()
        low, high = [float(np.atleast_1d(self._numbers([each], "x" if vertical else "y"))[0]) for each in (low, high)]
        along, across = np.array([low, high, high, low]), np.array([first, first, last, last], dtype=np.float64)
        look = dict(options, transform=_Coordinates("data", "axes") if vertical else _Coordinates("axes", "data"))
        patch = self._area(along if vertical else across, across if vertical else along, look, owner="Polygon", fill_ink="C0")
        self.patches.append(patch)
        return patch

    def axvspan(self, xmin, xmax, ymin=0, ymax=1, **options): return self._span(xmin, xmax, ymin, ymax, options, True)
    def axhspan(self, ymin, ymax, xmin=0, xmax=1, **options): return self._span(ymin, ymax, xmin, xmax, options, False)

    def pie(self, x, explode=None, labels=None, colors=None, autopct=None, pctdistance=0.6, shadow=False, labeldistance=1.1, startangle=0, radius=1,
            counterclock=True, wedgeprops=None, textprops=None, center=(0, 0), frame=False, rotatelabels=False, *, normalize=True, hatch=None, data=None):
        if not running():
            return unknown("the parts of a pie")
        values = np.asarray(data[x] if data is not None and isinstance(x, str) else x, dtype=np.float64)
        if (values < 0).any():
            raise ValueError("Wedge sizes 'x' must be non negative values")
        total = float(values.sum())
        if not normalize and total > 1:
            raise ValueError("Cannot plot an unnormalized pie with sum(x) > 1")
        shares = (values / total if normalize else values).tolist()
        labels = [""] * len(shares) if labels is None else list(labels)
        if len(labels) != len(shares):
            raise ValueError("'label' must be of length 'x'")
        props, words = dict(wedgeprops or {}), dict(textprops or {})
        inner = max(0.0, radius - float(props.pop("width"))) if props.get("width") is not None else 0.0
        self._aspect = 1.0
        angle, wedges, texts, numbers = startangle / 360, [], [], []
        for place, share in enumerate(shares):
            after = angle + share if counterclock else angle - share
            middle = 2 * np.pi * (angle + after) / 2
            shift = 0.0 if explode is None else float(list(explode)[place])
            dx, dy = center[0] + shift * np.cos(middle), center[1] + shift * np.sin(middle)
            turns = 2 * np.pi * np.linspace(angle, after, max(int(abs(share) * 180), 2) + 1)
            end = [dx], [dy]
            across = np.concatenate([dx + radius * np.cos(turns), dx + inner * np.cos(turns[::-1]) if inner else end[0]])
            up = np.concatenate([dy + radius * np.sin(turns), dy + inner * np.sin(turns[::-1]) if inner else end[1]])
            ink = list(colors)[place % len(colors)] if colors is not None else self._next("line")
            look = dict({"facecolor": ink, "label": labels[place], "hatch": hatch if isinstance(hatch, str) or hatch is None else hatch[place % len(hatch)]}, **props)
            if shadow:
                # A darker wedge, a little to the left and below.
                dark = [0.3 * part for part in to_rgb(ink)]
                self._area(across - 0.02, up - 0.02, {"facecolor": css(tuple(dark)), "edgecolor": "none", "alpha": 0.5, "zorder": 0.9}, owner="Shadow", relimits=True)
            wedge = self._area(across, up, look, owner="Wedge", relimits=True)
            wedge.theta1, wedge.theta2, wedge.r, wedge.center = 360 * min(angle, after), 360 * max(angle, after), radius, (dx, dy)
            wedges.append(wedge)
            self.patches.append(wedge)
            if labeldistance is not None:
                reach = labeldistance * radius
                x_at, y_at = dx + reach * np.cos(middle), dy + reach * np.sin(middle)
                turn = {} if not rotatelabels else {"rotation": float(np.degrees(middle)) + (0 if x_at > 0 else 180)}
                texts.append(self.text(x_at, y_at, labels[place], **dict({"clip_on": False, "ha": "left" if x_at > 0 else "right", "va": "center", "fontsize": _font(_parameter("font.size"))}, **dict(turn, **words))))
            if autopct is not None:
                said = autopct % (100.0 * share) if isinstance(autopct, str) else autopct(100.0 * share)
                reach = pctdistance * radius
                numbers.append(self.text(dx + reach * np.cos(middle), dy + reach * np.sin(middle), said, **dict({"clip_on": False, "ha": "center", "va": "center"}, **words)))
            angle = after
        if not frame:
            self._framed = False
            self.set(xticks=[], yticks=[], xlim=(-1.25 + center[0], 1.25 + center[0]), ylim=(-1.25 + center[1], 1.25 + center[1]))
        return (wedges, texts) if autopct is None else (wedges, texts, numbers)

def _to_crossings(along, first, second, start, stop):
    """Part of an area, as far as where its two edges cross."""
    def crossing(before, after):
        gap = first - second
        share = gap[before] / (gap[before] - gap[after]) if gap[before] != gap[after] else 0.0
        return along[before] + share * (along[after] - along[before]), first[before] + share * (first[after] - first[before])
    places, upper, lower = [list(each[start:stop]) for each in (along, first, second)]
    for before, after, end in ((start - 1, start, 0), (stop - 1, stop, 1)):
        if 0 <= before and after < len(along) and (first[before] - second[before]) * (first[after] - second[after]) < 0:
            x, y = crossing(before, after)
            for part, value in ((places, x), (upper, y), (lower, y)):
                part.insert(len(part) if end else 0, value)
    return np.array(places), np.array(upper), np.array(lower)
`;
