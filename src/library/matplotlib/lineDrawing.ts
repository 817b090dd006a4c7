/** The Python text of lines, points and error bars on axes; part of the module `matplotlib.axes`. */
import { CYCLE } from '../../figures/colors.ts';

export const lineDrawing = String.raw`
_PLAIN_CYCLE = ${JSON.stringify(CYCLE)}

def _stepped(x, y, style):
    """A line in steps, and where its own places are in it."""
    if len(x) < 2 or style in (None, "default"):
        return x, y, None
    if style in ("steps", "steps-pre"):
        across, up = np.repeat(x, 2)[:-1], np.repeat(y, 2)[1:]
        return across, up, list(range(0, 2 * len(x) - 1, 2))
    if style == "steps-post":
        return np.repeat(x, 2)[1:], np.repeat(y, 2)[:-1], [0] + list(range(1, 2 * len(x) - 1, 2))
    if style != "steps-mid":
        raise ValueError("%r is not a valid value for drawstyle; supported values are 'default', 'steps-mid', 'steps-pre', 'steps-post', 'steps'" % style)
    middle = (x[:-1] + x[1:]) / 2
    across = np.concatenate([np.stack([x[:-1], middle, middle], axis=1).ravel(), x[-1:]])
    return across, np.concatenate([np.stack([y[:-1], y[:-1], y[1:]], axis=1).ravel(), y[-1:]]), list(range(0, 3 * len(x), 3))

def _every(every, count):
    """Which of a line's places are marked; None for all."""
    if every is None:
        return None
    if isinstance(every, (int, np.integer)):
        return list(range(0, count, int(every)))
    if isinstance(every, slice):
        return list(range(count))[every]
    if isinstance(every, tuple) and len(every) == 2 and all([isinstance(part, (int, np.integer)) for part in every]):
        return list(range(int(every[0]), count, int(every[1])))
    if hasattr(every, "__len__"):
        chosen = np.asarray(every)
        return np.flatnonzero(chosen).tolist() if chosen.dtype.kind == "b" else [int(each) % count for each in chosen.tolist()]
    raise NotImplementedError("markevery=%r is not supported by Kerascope yet" % (every,))

def _line_of(x, y, look, ink):
    """A line as figures hold it."""
    x, y = np.atleast_1d(x), np.atleast_1d(y)
    marker = _marker_of(look.get("marker", _parameter("lines.marker")))
    width = look.get("linewidth")
    width = float(_parameter("lines.linewidth")) if width is None else float(width)
    style = look.get("linestyle")
    style = (0, look["dashes"]) if look.get("dashes") is not None and style is None and hasattr(look["dashes"], "__len__") else _parameter("lines.linestyle") if style is None else style
    across, up, places = _stepped(x, y, look.get("drawstyle"))
    chosen = _every(look.get("markevery"), len(x)) if marker else None
    if places is not None and marker:
        chosen = places if chosen is None else [places[each] for each in chosen]
    mark = None
    if marker:
        face, edge = look.get("markerfacecolor", _parameter("lines.markerfacecolor")), look.get("markeredgecolor", _parameter("lines.markeredgecolor"))
        filled = look.get("fillstyle", "full")
        if filled not in ("full", "none", None):
            raise NotImplementedError("fillstyle=%r is not supported by Kerascope yet" % filled)
        face = None if filled == "none" or marker in "+x|_1234" else ink if face in ("auto", None) else css(face)
        size, rim = look.get("markersize"), look.get("markeredgewidth")
        mark = _mark(marker, _parameter("lines.markersize") if size is None else size, face, ink if edge in ("auto", None) else css(edge),
                     _parameter("lines.markeredgewidth") if rim is None else rim)
    alpha, label = look.get("alpha"), look.get("label")
    return {"kind": "line", "x": across, "y": up, "label": "" if label is None else str(label), "opacity": 1.0 if alpha is None else float(alpha),
            "order": float(look.get("zorder", 2)), "clipped": bool(look.get("clip_on", True)), "measures": _measures(look.get("transform")),
            "stroke": _stroke(ink, width, style), "mark": mark, "marked": chosen, "_visible": look.get("visible", True), "_look": look, "_ink": ink, "_raw": (x, y),
            "_alpha": alpha}

def _cycle_ink(color):
    """A colour of the cycle: by its place in it, where the cycle is matplotlib's own, so that a theme may choose its shade."""
    return "C%d" % _PLAIN_CYCLE.index(color) if color in _PLAIN_CYCLE else css(color)

class _LineDrawing:
    def _add(self, primitive, x=None, y=None, stick_x=(), stick_y=(), relimits=False):
        """Draws something; x and y are what it reaches of the data."""
        across, up = primitive["measures"]
        x, y = x if across == "data" else None, y if up == "data" else None
        primitive.update(_reach=(x, y), _sticky={"x": list(stick_x), "y": list(stick_y)}, _relimits=relimits)
        self._primitives.append(primitive)
        self._reached(x, y)
        self._request(*[name for name, values in (("x", x), ("y", y)) if values is not None])
        return primitive

    def _look_of(self, kind):
        """The next colour (and style) of the cycle of lines or of filled things."""
        place = self._cycles[kind]
        self._cycles[kind] = place + 1
        return self._cycle[place % len(self._cycle)]

    def _next(self, kind):
        look = self._look_of(kind)
        return _cycle_ink(look["color"]) if "color" in look else "black" if kind == "line" else "C0"

    def plot(self, *args, scalex=True, scaley=True, data=None, **options):
        look = _known("Line2D", options, _LINE_LOOK)
        for short, full in _ALIASES.items():
            if short in options and full in options and full in _LINE_LOOK:
                raise TypeError("Got both %r and %r, which are aliases of one another" % (short, full))
        rest, lines = list(args), []
        while rest:
            x = rest.pop(0)
            if x is None or (rest and rest[0] is None):
                raise ValueError("x, y, and format string must not be None")
            y = rest.pop(0) if rest and not isinstance(rest[0], str) else None
            if data is not None:
                name = y if isinstance(y, str) else None
                x = data[x] if isinstance(x, str) else x
                if y is None and rest and isinstance(rest[0], str) and rest[0] in data:
                    name = rest.pop(0)
                    y = data[name]
                if name is not None:
                    look.setdefault("label", name)
            style = rest.pop(0) if rest and isinstance(rest[0], str) else ""
            if y is None:
                y, index = x, getattr(x, "index", None)
                x = np.asarray(index) if index is not None and hasattr(x, "iloc") else None
                y = self._numbers(y, "y") if running() else _flat(y)
                x = np.arange(np.atleast_1d(y).shape[0]) if x is None else x
            made = self._lines(self._numbers(x, "x"), self._numbers(y, "y"), style, look)
            if running() and len(made) == 1:
                made[0]._primitives[0]["_given"] = (np.asarray(x), np.asarray(y))
            lines += made
        self.lines += [each for each in lines] if running() else []
        return lines

    def _lines(self, x, y, style, look):
        x = x.reshape(1) if x.ndim == 0 else x
        y = y.reshape(1) if y.ndim == 0 else y
        if x.shape[0] != y.shape[0]:
            raise ValueError("x and y must have same first dimension, but have shapes %s and %s" % (x.shape, y.shape))
        if x.ndim > 2 or y.ndim > 2:
            raise ValueError("x and y can be no greater than 2D, but have shapes %s and %s" % (x.shape, y.shape))
        color, marker, line = _style(style) if style else (None, None, None)
        given = {name: value for name, value in (("color", color), ("marker", marker), ("linestyle", line)) if value is not None}
        if style and marker is not None and line is None:
            given["linestyle"] = "None"
        for name, value in given.items():
            if name in look and name != "linestyle" and look[name] is None:
                continue
        given = dict(given, **{name: value for name, value in look.items() if not (value is None and name in given)})
        if not running():
            css(given.get("color")), _marker_of(given.get("marker")), _dash_name(given.get("linestyle"))
            return [Line2D([], [])] if y.ndim == 1 and x.ndim == 1 else unknown("how many lines this draws")
        label, made = given.get("label"), []
        count = max(1 if y.ndim == 1 else y.shape[1], 1 if x.ndim == 1 else x.shape[1])
        if label is not None and not isinstance(label, str) and hasattr(label, "__len__") and len(label) != count and count > 1:
            raise ValueError("label must be scalar or have the same length as the input data, but found %d for %d datasets." % (len(label), count))
        for column in range(count):
            up = y if y.ndim == 1 else y[:, column if y.shape[1] > 1 else 0]
            across = x if x.ndim == 1 else x[:, column if x.shape[1] > 1 else 0]
            own = dict(given)
            if label is not None and not isinstance(label, str) and hasattr(label, "__len__") and count > 1:
                own["label"] = list(label)[column]
            elif label is not None:
                own["label"] = str(label) if not isinstance(label, (list, tuple)) or len(label) != 1 else str(label[0])
            if own.get("color") is None:
                row = self._look_of("line")
                own = dict(row, **{name: value for name, value in own.items() if value is not None})
                made.append(self._put_line(across, up, own, _cycle_ink(row.get("color"))))
            else:
                made.append(self._put_line(across, up, own))
        return made

    def _put_line(self, x, y, look, ink=None):
        ink = css(look.get("color")) if ink is None else ink
        both = np.isfinite(x) & np.isfinite(y) if len(x) == len(y) else slice(None)
        drawn = self._add(_line_of(x, y, dict(look, label=_shown_label(look.get("label"))), ink), x[both], y[both], relimits=True)
        return Line2D._drawn(drawn, self)

    def _draw_line(self, x, y, ink, width=None, style="-", label="", alpha=None, order=2, measures=None, reach=True):
        """A plain line of the library's own."""
        look = {"color": ink, "linewidth": width, "linestyle": style, "label": label, "alpha": alpha, "zorder": order, "transform": measures}
        drawn = _line_of(_flat(x), _flat(y), look, css(ink))
        self._add(drawn, drawn["x"] if reach else None, drawn["y"] if reach else None, relimits=reach)
        return Line2D._drawn(drawn, self)

    def semilogy(self, *args, **options): return self._logged(args, options, "y")
    def semilogx(self, *args, **options): return self._logged(args, options, "x")
    def loglog(self, *args, **options): return self._logged(args, options, "x", "y")

    def _logged(self, args, options, *names):
        scale = {name: options.pop(name) for name in ("base", "subs", "nonpositive", "basex", "basey") if name in options}
        for name in names:
            self._set_scale(name, "log", {key: value for key, value in scale.items()})
        return self.plot(*args, **options)

    def plot_date(self, x, y, fmt="o", tz=None, xdate=True, ydate=False, **options):
        if running() and xdate:
            self.xaxis._take_dates()
        return self.plot(x, y, fmt, **options)

    def step(self, x, y, *args, where="pre", data=None, **options):
        if where not in ("pre", "post", "mid"):
            raise ValueError("%r is not a valid value for where; supported values are 'pre', 'post', 'mid'" % where)
        return self.plot(x, y, *args, data=data, **dict(options, drawstyle="steps-" + where))

    def scatter(self, x, y, s=None, c=None, marker=None, cmap=None, norm=None, vmin=None, vmax=None, alpha=None, linewidths=None, *, edgecolors=None,
                plotnonfinite=False, data=None, **options):
        if data is not None:
            x, y = data[x] if isinstance(x, str) else x, data[y] if isinstance(y, str) else y
            c = data[c] if isinstance(c, str) and c in data else c
            s = data[s] if isinstance(s, str) else s
        look = _known("PathCollection", dict(options, **({} if linewidths is None else {"linewidth": linewidths})), _POINT_LOOK)
        across, up = self._numbers(x, "x").ravel(), self._numbers(y, "y").ravel()
        if across.shape[0] != up.shape[0]:
            raise ValueError("x and y must be the same size")
        marker = _marker_of(_parameter("scatter.marker") if marker is None else marker)
        if not running():
            return Collection()
        sizes = np.sqrt(np.atleast_1d(np.asarray(_parameter("lines.markersize") ** 2 if s is None else s, dtype=np.float64)).ravel())
        if len(sizes) not in (1, len(across)):
            raise ValueError("s must be a scalar, or float array-like with the same size as x and y")
        chosen = look.get("facecolor", look.get("color")) if c is None else c
        colors, ink, image = self._point_inks(chosen, len(across), cmap, norm, vmin, vmax)
        if isinstance(alpha, (list, tuple, np.ndarray)):
            colors = np.array(to_rgba(ink)).reshape(1, 4) if colors is None else colors.reshape(-1, 4)
            colors = np.concatenate([np.broadcast_to(colors[:, :3], (len(across), 3)), np.asarray(alpha, dtype=np.float64).reshape(-1, 1)], axis=1)
            alpha = None
        edge = edgecolors if edgecolors is not None else look.get("edgecolor", look.get("color", _parameter("scatter.edgecolors")) if c is None else _parameter("scatter.edgecolors"))
        edge, is_face = self._edge_inks(edge)
        width = look.get("linewidth")
        width = float(np.atleast_1d(_parameter("lines.linewidth" if marker in "+x|_1234" else "patch.linewidth") if width is None else width)[0])
        if marker in "+x|_1234":
            is_face = True
        drawn = {"kind": "points", "x": across, "y": up, "label": _shown_label(look.get("label")), "opacity": 1.0 if alpha is None else float(alpha), "order": float(look.get("zorder", 1)),
                 "clipped": bool(look.get("clip_on", True)), "measures": _measures(look.get("transform")), "mark": _mark(marker, 6, ink, edge, width), "sizes": sizes,
                 "colors": np.array([]) if colors is None else np.ascontiguousarray(colors).ravel(), "edgeIsFace": is_face, "_visible": look.get("visible", True), "_alpha": alpha}
        both = np.isfinite(across) & np.isfinite(up)
        self._add(drawn, across[both], up[both])
        made = Collection([drawn], image, self)
        self.collections.append(made)
        if image is not None:
            self._last_image = made
        return made

    def _edge_inks(self, edge):
        if edge is None or isinstance(edge, str) and edge == "face":
            return None, True
        if not isinstance(edge, str) and len(edge) and (isinstance(edge[0], str) or hasattr(edge[0], "__len__")):
            if len({css(each) for each in edge}) > 1:
                raise NotImplementedError("scatter(edgecolors=...) with one colour for each point is not supported by Kerascope yet")
            edge = edge[0]
        return css(edge), False

    def _point_inks(self, chosen, count, cmap, norm, vmin, vmax):
        """Colours of each point (rows of four) or one for all, and the map they come from."""
        if chosen is None:
            return None, self._next("patch"), None
        if isinstance(chosen, str):
            return None, css(chosen), None
        values = np.asarray(chosen)
        if values.dtype.kind == "O" and values.ndim == 1 and values.size and not isinstance(values.tolist()[0], str):
            rows = [to_rgba(each) if hasattr(each, "__len__") else None for each in values.tolist()]
            values = np.array(rows) if None not in rows else values.astype(np.float64)
        if values.dtype.kind in "OU":
            inks = values.ravel().tolist()
            if len(inks) not in (1, count):
                raise ValueError("'c' argument has %d elements, which is inconsistent with 'x' and 'y' with size %d." % (len(inks), count))
            if len(set(inks)) == 1:
                return None, css(inks[0]), None
            found = {ink: to_rgba(ink) for ink in set(inks)}
            return np.array([found[ink] for ink in inks]), css(inks[0]), None
        values = values.astype(np.float64)
        if values.ndim == 2 and values.shape[1] in (3, 4) and values.shape[0] in (1, count):
            if values.shape[0] == 1:
                return None, css(values[0].tolist()), None
            opaque = values[:, 3:] if values.shape[1] == 4 else np.ones((count, 1))
            return np.concatenate([values[:, :3], opaque], axis=1), css(values[0].tolist()), None
        if values.ndim == 1 and values.shape[0] in (3, 4) and values.shape[0] != count:
            return None, css(values.tolist()), None
        if values.size != count:
            raise ValueError("'c' argument has %d elements, which is inconsistent with 'x' and 'y' with size %d." % (values.size, count))
        image = _image_of(values.ravel(), cmap, norm, vmin, vmax)
        return image["cmap"](image["norm"](image["values"])), css(image["cmap"](0.5)), image

    def errorbar(self, x, y, yerr=None, xerr=None, fmt="", ecolor=None, elinewidth=None, capsize=None, barsabove=False, lolims=False, uplims=False,
                 xlolims=False, xuplims=False, errorevery=1, capthick=None, *, data=None, **options):
        if data is not None:
            x, y, yerr, xerr = [data[each] if isinstance(each, str) and each in data else each for each in (x, y, yerr, xerr)]
        look = _known("Line2D", options, _LINE_LOOK)
        if not running():
            return unknown("the parts of error bars")
        if np.any(lolims) or np.any(uplims) or np.any(xlolims) or np.any(xuplims):
            raise NotImplementedError("errorbar with limits (lolims, uplims, xlolims, xuplims) is not supported by Kerascope yet")
        across, up = np.atleast_1d(self._numbers(x, "x")).ravel(), np.atleast_1d(self._numbers(y, "y")).ravel()
        label = look.pop("label", "")
        hidden = isinstance(fmt, str) and fmt.lower() == "none"
        place = len(self.lines)
        line = self._lines(across, up, "" if hidden else fmt, dict(look, zorder=look.get("zorder", 2)))[0]
        if hidden:
            line.remove()
        else:
            self.lines.append(line)
        ink = css(ecolor) or line._primitives[0]["_ink"]
        start, step = errorevery if isinstance(errorevery, tuple) else (0, errorevery)
        chosen = np.arange(len(across))[start::step]
        width = elinewidth if elinewidth is not None else look.get("linewidth")
        cap = float(_parameter("errorbar.capsize") if capsize is None else capsize)
        order = look.get("zorder", 2)
        parts, caps = [], []
        for errors, vertical in ((xerr, False), (yerr, True)):
            if errors is None:
                continue
            low, high = self._spread(errors, up if vertical else across)
            low, high, middle, beside = [np.asarray(each)[chosen] for each in (low, high, up if vertical else across, across if vertical else up)]
            ends, aside = self._pairs(middle - low, middle + high, beside)
            drawn = self._draw_line(*((aside, ends) if vertical else (ends, aside)), ink, width, alpha=look.get("alpha"), order=order)._primitives[0]
            drawn["_bars_of_error"] = True
            parts.append(drawn)
            if cap:
                for end in (middle - low, middle + high):
                    capped = {"marker": "_" if vertical else "|", "linestyle": "None", "markersize": 2 * cap, "color": ink, "alpha": look.get("alpha"), "zorder": order,
                              "markeredgewidth": capthick if capthick is not None else options.get("mew", options.get("markeredgewidth"))}
                    caps.append(self._put_line(*((beside, end) if vertical else (end, beside)), capped))
        made = ErrorbarContainer(line, caps, parts, _shown_label(label), self)
        self.containers.append(made)
        return made

    def _pairs(self, first, second, beside):
        """Pieces from one place to another, with gaps between them."""
        gap = np.full(len(beside), np.nan)
        return np.stack([first, second, gap], axis=1).ravel(), np.stack([beside, beside, gap], axis=1).ravel()

    def _spread(self, errors, values):
        errors = _flat(errors)
        if (errors < 0).any():
            raise ValueError("'yerr' must not contain negative values")
        if errors.ndim == 2 and errors.shape[0] == 2:
            return np.broadcast_to(errors[0], values.shape), np.broadcast_to(errors[1], values.shape)
        if errors.ndim > 1 or errors.ndim == 1 and errors.shape[0] not in (1, len(values)):
            raise ValueError("'yerr' (shape: %s) must be a scalar or a 1D or (2, n) array-like whose shape matches 'y' (shape: %s)" % (errors.shape, values.shape))
        errors = np.broadcast_to(errors, values.shape)
        return errors, errors

    def stem(self, *args, linefmt=None, markerfmt=None, basefmt=None, bottom=0, label=None, orientation="vertical", use_line_collection=True, data=None):
        if not running():
            return unknown("the parts of a stem plot")
        if len(args) > 1 and not isinstance(args[1], str):
            heads = self._numbers(args[1], "y" if orientation == "vertical" else "x")
            locs = self._numbers(args[0], "x" if orientation == "vertical" else "y")
        else:
            heads = self._numbers(args[0], "y")
            locs = np.arange(len(heads), dtype=np.float64)
        color, marker, line = _style(linefmt) if linefmt else (None, None, None)
        color = "C0" if color is None else color
        upright = orientation == "vertical"
        ends, beside = self._pairs(np.full(len(heads), float(bottom)), heads, locs)
        stems = self._draw_line(*((beside, ends) if upright else (ends, beside)), color, style=line or "-")
        ink, shape, join = _style(markerfmt) if markerfmt is not None else (None, "o", None)
        spots = self._put_line(*((locs, heads) if upright else (heads, locs)), {"color": ink or color, "marker": shape or "o" if markerfmt is None or shape else shape or "", "linestyle": join or "None"})
        base_ink, base_mark, base_line = _style(basefmt) if basefmt is not None else ("C3", None, "-")
        flat = np.array([float(np.min(locs)), float(np.max(locs))]), np.array([float(bottom)] * 2)
        base = self._draw_line(*(flat if upright else flat[::-1]), base_ink or "C3", style=base_line or "None")
        self.lines += [spots, base]
        made = StemContainer(spots, stems, base, _shown_label(label), self)
        self.containers.append(made)
        return made
`;
