/** The Python text of bars, histograms, pies and filled areas on axes; part of the module `matplotlib.axes`. */
export const barDrawing = String.raw`
class Bar(_Filled):
    """One bar of several that are drawn as one."""

    def __init__(self, drawn, place, axes=None):
        Artist.__init__(self, (), None, axes)
        self._drawn, self._place = drawn, place

    def _own(self, name, value):
        """Gives one of the bars something of its own."""
        drawn, count = self._drawn, len(self._drawn["x"])
        if len(drawn[name]) != count:
            drawn[name] = [drawn[name][place % len(drawn[name])] if drawn[name] else "" for place in range(count)]
        drawn[name][self._place] = value

    def set_facecolor(self, color): self._own("fills", css(color) or "")
    set_fc = set_facecolor
    def set_edgecolor(self, color):
        self._own("edges", css(color) or "")
    set_ec = set_edgecolor
    def set_color(self, c):
        self.set_facecolor(c)
        self.set_edgecolor(c)
    def set_linewidth(self, w): self._drawn["edgeWidth"] = float(w)
    set_lw = set_linewidth
    def set_alpha(self, alpha):
        fill = self._drawn["fills"][self._place % len(self._drawn["fills"])]
        self._own("fills", css(to_rgb(fill) + (1.0 if alpha is None else float(alpha),)))
    def set_hatch(self, hatch): self._drawn["hatch"] = hatch or ""
    def set_visible(self, b):
        if not b:
            self.set_color("none")
    def set_label(self, s): self._drawn["_bar_label"] = str(s)
    def set_height(self, h): self._moved("height" if not self._drawn["horizontal"] else "widths", h)
    def set_width(self, w): self._moved("widths" if not self._drawn["horizontal"] else "height", w)
    def _moved(self, name, value):
        values = np.array(np.broadcast_to(self._drawn[name], (len(self._drawn["x"]),)))
        values[self._place] = float(value)
        self._drawn[name] = values
    def remove(self): self.set_color("none")

    def get_facecolor(self):
        fills = self._drawn["fills"]
        ink = fills[self._place % len(fills)] if fills else ""
        return to_rgba(ink, None if self._drawn["opacity"] == 1 else self._drawn["opacity"]) if ink else (0.0, 0.0, 0.0, 0.0)
    def _length(self): return float(self._drawn["height"][self._place])
    def _breadth(self): return float(self._drawn["widths"][self._place if len(self._drawn["widths"]) > 1 else 0])
    def _start(self): return float(self._drawn["x"][self._place]) - self._breadth() / 2
    def _base(self): return float(self._drawn["bottom"][self._place])
    def get_height(self): return self._breadth() if self._drawn["horizontal"] else self._length()
    def get_width(self): return self._length() if self._drawn["horizontal"] else self._breadth()
    def get_x(self): return self._base() if self._drawn["horizontal"] else self._start()
    def get_y(self): return self._start() if self._drawn["horizontal"] else self._base()
    def get_xy(self): return self.get_x(), self.get_y()
    def get_center(self): return np.array([self.get_x() + self.get_width() / 2, self.get_y() + self.get_height() / 2])
    def get_bbox(self): return Bbox.from_bounds(self.get_x(), self.get_y(), self.get_width(), self.get_height())
    get_extents = get_bbox
    def get_label(self): return self._drawn.get("_bar_label", "_nolegend_")

class BarContainer(_Container):
    """The bars of one call, one after the other."""

    def __init__(self, drawn, axes, errorbar=None, label=""):
        self.patches = [Bar(drawn, place, axes) for place in range(len(drawn["x"]))]
        _Container.__init__(self, self.patches, [drawn], label, axes)
        for each in self.patches:
            each._in_container = True
        self.errorbar, self._drawn = errorbar, drawn
        self.datavalues, self.orientation = drawn["height"], "horizontal" if drawn["horizontal"] else "vertical"

    def set_label(self, s):
        self._said = self._drawn["label"] = str(s)

class _BarDrawing:
    def bar(self, x, height, width=0.8, bottom=None, *, align="center", data=None, **options):
        if data is not None:
            x, height = data[x] if isinstance(x, str) else x, data[height] if isinstance(height, str) else height
        return self._bars(x, height, width, bottom, align, False, options)

    def barh(self, y, width, height=0.8, left=None, *, align="center", data=None, **options):
        if data is not None:
            y, width = data[y] if isinstance(y, str) else y, data[width] if isinstance(width, str) else width
        return self._bars(y, width, height, left, align, True, options)

    def _bars(self, places, lengths, width, start, align, horizontal, options):
        along, across = ("x", "y") if horizontal else ("y", "x")
        if align not in ("center", "edge"):
            raise ValueError("%r is not a valid value for align; supported values are 'center', 'edge'" % align)
        options = dict(options)
        names, errors = options.pop("tick_label", None), {name: options.pop(name, None) for name in ("xerr", "yerr")}
        error_look = dict(options.pop("error_kw", None) or {})
        error_look.setdefault("ecolor", options.pop("ecolor", "k"))
        error_look.setdefault("capsize", options.pop("capsize", _parameter("errorbar.capsize")))
        if options.pop("log", False):
            self._set_scale(along, "log", {"nonpositive": "clip"})
        look = _known("Rectangle", options, _PATCH_LOOK)
        places = self._numbers(places, across)
        lengths = self._numbers(lengths, along) if running() else _flat(lengths)
        if not running():
            return unknown("the bars of a drawing")
        if hasattr(width, "__len__") or not hasattr(width, "total_seconds"):
            wide = np.atleast_1d(_flat(width))
            wide = wide if wide.dtype.kind == "f" else np.array([each.total_seconds() / 86400 for each in wide.tolist()])
        else:
            wide = np.array([width.total_seconds() / 86400])
        start = np.atleast_1d(_flat(0.0 if start is None else start))
        try:
            places, lengths, wide, start = np.broadcast_arrays(np.atleast_1d(places), np.atleast_1d(lengths), wide, start)
        except ValueError:
            raise ValueError("shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg 0 with shape %s and arg 1 with shape %s."
                             % (np.shape(places), np.shape(lengths))) from None
        places = places if align == "center" else places + wide / 2
        color, label = look.get("color"), look.get("label")
        face, edge = look.get("facecolor", color), look.get("edgecolor", None)
        several = face is not None and not isinstance(face, str) and len(face) > 0 and not (len(face) in (3, 4) and isinstance(face[0], (int, float, np.floating)))
        named = label is not None and not isinstance(label, str) and hasattr(label, "__len__")
        if named and len(label) != len(places):
            raise ValueError("number of labels (%d) does not match number of bars (%d)." % (len(label), len(places)))
        fills = [css(list(face)[place % len(face)]) or "" for place in range(len(places))] if several else [css(face) or ("" if face is not None else self._next("patch"))]
        if look.get("fill") is False:
            fills = []
        drawn = self._bars_drawn(places, lengths, start, wide, horizontal, fills, edge, look, "" if named else _shown_label(label))
        half = wide / 2
        ends = np.concatenate([start, start + lengths])
        sides = np.concatenate([places - half, places + half])
        floor = [float(each) for each in np.unique(start[np.isfinite(start)]).tolist()]
        if horizontal:
            self._add(drawn, ends, sides, stick_x=floor, relimits=True)
        else:
            self._add(drawn, sides, ends, stick_y=floor, relimits=True)
        if names is not None:
            names = [names] * len(places) if isinstance(names, str) else names
            self._axis(across).set_ticks(places, names)
        bars_of_error = None
        if errors["xerr"] is not None or errors["yerr"] is not None:
            ends = start + lengths
            given = dict(error_look, xerr=errors["xerr"], yerr=errors["yerr"], fmt="none", label="_nolegend_")
            bars_of_error = self.errorbar(*((ends, places) if horizontal else (places, ends)), **given)
            self.containers.pop()
        made = BarContainer(drawn, self, bars_of_error, "" if named else _shown_label(label))
        if named:
            for each, name in zip(made.patches, label):
                each.set_label(name)
                each._in_container = False
                each._primitives = [dict(drawn, kind="gone", _kind="bars", fills=[fills[each._place % len(fills)]] if fills else [])]
        self.patches += made.patches
        self.containers.append(made)
        return made

    def _bars_drawn(self, places, lengths, start, wide, horizontal, fills, edge, look, label):
        forced = _parameter("patch.force_edgecolor")
        edge = _parameter("patch.edgecolor") if edge is None and (forced or not fills) else edge
        edges = [css(each) or "" for each in edge] if isinstance(edge, (list, tuple, np.ndarray)) and len(edge) and (isinstance(edge[0], str) or hasattr(edge[0], "__len__")) else [css(edge)] if css(edge) else []
        width = look.get("linewidth")
        width = float(np.atleast_1d(_parameter("patch.linewidth") if width is None else width)[0])
        style = _stroke("k", max(width, 1e-9), look.get("linestyle", "-"))
        alpha = look.get("alpha")
        return {"kind": "bars", "x": np.array(places, dtype=np.float64), "height": np.array(lengths, dtype=np.float64), "bottom": np.array(start, dtype=np.float64),
                "widths": np.abs(np.array(wide, dtype=np.float64)), "horizontal": horizontal, "fills": fills, "edges": edges if style else [], "edgeWidth": width,
                "dash": style["dash"] if style else [], "hatch": look.get("hatch") or "", "label": label, "opacity": 1.0 if alpha is None else float(alpha), "_alpha": alpha,
                "order": float(look.get("zorder", 1)), "clipped": bool(look.get("clip_on", True)), "measures": ("data", "data"), "_visible": look.get("visible", True)}

    def broken_barh(self, xranges, yrange, **options):
        if not running():
            return Collection()
        starts = np.array([float(np.atleast_1d(self._numbers([each[0]], "x"))[0]) for each in xranges])
        lengths = np.array([float(each[1]) for each in xranges])
        bottom, high = yrange
        made = self._bars(np.full(len(starts), bottom + high / 2), lengths, high, starts, "center", True, {("color" if name == "facecolors" else name): value for name, value in options.items()})
        made._drawn["_sticky"] = {}
        self.patches = [each for each in self.patches if each not in made.patches]
        return made

    def hist(self, x, bins=None, range=None, density=False, weights=None, cumulative=False, bottom=None, histtype="bar", align="mid", orientation="vertical",
             rwidth=None, log=False, color=None, label=None, stacked=False, *, data=None, **options):
        for name, value, allowed in (("histtype", histtype, ("bar", "barstacked", "step", "stepfilled")), ("align", align, ("left", "mid", "right")),
                                     ("orientation", orientation, ("horizontal", "vertical"))):
            if value not in allowed:
                raise ValueError("%r is not a valid value for %s; supported values are %s" % (value, name, ", ".join(repr(each) for each in allowed)))
        if data is not None and isinstance(x, str):
            x = data[x]
        stacked = stacked or histtype == "barstacked"
        parts, several = self._samples(x, "x" if orientation == "vertical" else "y")
        bins = _parameter("hist.bins") if bins is None else bins
        given = None if weights is None else [_flat(each).ravel() for each in weights] if several else [_flat(weights).ravel()]
        if not running():
            if several or isinstance(bins, str):
                return unknown("the heights of several histograms"), unknown("the edges of a histogram"), unknown("the bars of a drawing")
            heights, edges = np.histogram(parts[0], bins=bins, range=range, density=density, weights=None if given is None else given[0])
            return heights.astype(np.float64), edges, unknown("the bars of a drawing")
        tops, edges = self._counted(parts, given, bins, range, density, cumulative, stacked)
        inks = [None] * len(parts) if color is None else [color] if not several or isinstance(color, str) else list(color)
        if len(inks) != len(parts):
            raise ValueError("The 'color' keyword argument must have one color per dataset, but %d datasets and %d colors were provided" % (len(parts), len(inks)))
        inks = [self._next("line") if ink is None else ink for ink in inks]
        labels = [] if label is None else [label] if isinstance(label, str) or not hasattr(label, "__len__") else [str(each) for each in list(label)]
        draw = self._hist_bars if histtype.startswith("bar") else self._hist_steps
        if log:
            self._set_scale("x" if orientation == "horizontal" else "y", "log", {"nonpositive": "clip"})
        drawn = draw(tops, edges, inks, [labels[place] if place < len(labels) else "" for place, part in enumerate(parts)], bottom, histtype, align, orientation == "horizontal",
                     rwidth, stacked, options)
        if len(parts) == 1:
            return tops[0], edges, drawn[0]
        return tops, edges, drawn

    def _samples(self, x, axis):
        """The samples of one or several histograms."""
        if isinstance(x, (list, tuple)) and len(x) > 0 and hasattr(x[0], "__len__") and not isinstance(x[0], str):
            parts, several = [np.asarray(part).ravel() for part in x], True
        else:
            array = np.asarray(x)
            several = array.ndim == 2
            parts = [array[:, column] for column in np.arange(array.shape[1]).tolist()] if several else [array.ravel()]
        if not running():
            return parts, several
        return [self._numbers(part, axis).astype(np.float64) for part in parts], several and len(parts) > 1

    def _counted(self, parts, weights, bins, range, density, cumulative, stacked):
        finite = [part[~np.isnan(part)] for part in parts]
        everything = np.concatenate(finite)
        if range is None and everything.size:
            range = (float(everything.min()), float(everything.max()))
        edges = bins
        if len(parts) > 1 or isinstance(bins, str):
            edges = _bin_edges(everything, bins, range, None if weights is None else np.concatenate(weights))
        tops = []
        for place, part in enumerate(parts):
            heights, edges = np.histogram(part, bins=edges, range=range, density=bool(density) and not stacked, weights=None if weights is None else weights[place])
            tops.append(heights.astype(np.float64))
        tops, edges = np.array(tops), np.asarray(edges, dtype=np.float64)
        if stacked:
            tops = tops.cumsum(axis=0)
            if density:
                tops = tops / np.diff(edges) / tops[-1].sum()
        if cumulative:
            scaled = tops * np.diff(edges) if density else tops
            tops = scaled[:, ::-1].cumsum(axis=1)[:, ::-1] if not isinstance(cumulative, bool) and cumulative < 0 else scaled.cumsum(axis=1)
        return tops, edges

    def _hist_bars(self, tops, edges, inks, labels, bottom, histtype, align, horizontal, rwidth, stacked, options):
        total, count = np.diff(edges), len(tops)
        share = float(np.clip(rwidth, 0, 1)) if rwidth is not None else 0.8 if count > 1 and not stacked else 1.0
        width = share * total if stacked else share * total / count
        shift = (0.0 if stacked else -0.5 * share * total * (1 - 1 / count)) + {"left": 0.0, "mid": 0.5, "right": 1.0}[align] * total
        made, base = [], np.zeros(len(total)) if bottom is None else np.broadcast_to(_flat(bottom), total.shape)
        for heights, ink, label in zip(tops, inks, labels):
            bars = self._bars(edges[:-1] + shift, heights - base if stacked else heights, width, base, "center", horizontal, dict(options, color=ink, label=label))
            if made:
                bars._drawn["_sticky"] = {}
            bars._by_parts = True
            made.append(bars)
            base = heights if stacked else base
            shift = shift if stacked else shift + width
        return made

    def _hist_steps(self, tops, edges, inks, labels, bottom, histtype, align, horizontal, rwidth, stacked, options):
        filled, base = histtype == "stepfilled", 0.0 if bottom is None else bottom
        shift = {"left": -0.5, "mid": 0.0, "right": 0.5}[align] * (edges[1] - edges[0])
        made, floor = [], np.broadcast_to(np.asarray(base, dtype=np.float64), (len(edges) - 1,))
        outlines = []
        for heights in tops:
            upper = heights + (0.0 if stacked and len(outlines) else base)
            x = np.repeat(edges + shift, 2)
            top = np.concatenate([[floor[0]], np.repeat(upper, 2), [floor[-1]]])
            below = np.concatenate([[floor[0]], np.repeat(floor, 2), [floor[-1]]])
            outlines.append((np.concatenate([x, x[::-1]]), np.concatenate([top, below[::-1]])) if filled else (x, top))
            floor = upper if stacked else floor
        for (x, y), ink, label in list(zip(outlines, inks, labels))[::-1]:
            x, y = (y, x) if horizontal else (x, y)
            look = dict(options, facecolor=options.get("facecolor", options.get("fc", ink)) if filled else "none", label=label)
            look.setdefault("zorder", 1 if filled else 2)
            if not filled:
                look["edgecolor"] = look.pop("color", look.pop("ec", look.get("edgecolor", ink)))
            patch = self._area(x, y, look, closed=filled, stick_y=() if horizontal else (0.0,), stick_x=(0.0,) if horizontal else ())
            made.append([patch])
            self.patches.append(patch)
        return made[::-1]

    def stairs(self, values, edges=None, *, orientation="vertical", baseline=0, fill=False, data=None, **options):
        values = _flat(values)
        if not running():
            return unknown("an outline of steps")
        edges = np.arange(len(values) + 1.0) if edges is None else self._numbers(edges, "x")
        if len(edges) != len(values) + 1:
            raise ValueError("Size mismatch between \"values\" and \"edges\". Expected \"len(values) + 1 == len(edges)\", but \"len(values)=%d\" and \"len(edges)=%d\"." % (len(values), len(edges)))
        ink = options.pop("color", None)
        ink = self._next("line") if ink is None else ink
        look = dict(options, **({"facecolor": ink} if fill else {"facecolor": "none", "edgecolor": options.get("edgecolor", ink)}))
        x, y = np.repeat(edges, 2), np.repeat(values, 2)
        ends = [] if baseline is None else [float(baseline)]
        y = np.concatenate([[baseline], y, [baseline]]) if baseline is not None else np.concatenate([y[:1], y, y[-1:]])
        patch = self._area(*((x, y) if orientation == "vertical" else (y, x)), look, closed=fill, stick_y=ends if orientation == "vertical" else (), stick_x=() if orientation == "vertical" else ends)
        self.patches.append(patch)
        return patch

    def ecdf(self, x, weights=None, *, complementary=False, orientation="vertical", compress=False, data=None, **options):
        if not running():
            return Line2D([], [])
        values = _flat(data[x] if data is not None and isinstance(x, str) else x).ravel()
        order = np.argsort(values, kind="stable")
        values = values[order]
        shares = np.cumsum(np.ones(len(values)) if weights is None else _flat(weights)[order])
        shares = shares / shares[-1]
        if complementary:
            values, shares, style = np.concatenate([values, values[-1:]]), np.concatenate([[1.0], 1 - shares]), "steps-pre"
        else:
            values, shares, style = np.concatenate([values[:1], values]), np.concatenate([[0.0], shares]), "steps-post"
        line, = self.plot(*((values, shares) if orientation == "vertical" else (shares, values)), **dict(options, drawstyle=style if orientation == "vertical" else {"steps-pre": "steps-post"}.get(style, "steps-pre")))
        line._primitives[0]["_sticky"] = {"y" if orientation == "vertical" else "x": [0.0, 1.0]}
        return line

_RULES = ("auto", "doane", "fd", "rice", "scott", "sqrt", "sturges", "stone")

def _bin_edges(values, bins, span, weights=None):
    """The edges of bins, by number, by themselves or by the name of a rule, as NumPy chooses them."""
    if not isinstance(bins, str):
        return np.histogram_bin_edges(values, bins=bins, range=span)
    if bins not in _RULES:
        raise ValueError("%r is not a valid estimator for ${'`'}bins${'`'}" % bins)
    if bins == "stone":
        raise NotImplementedError("bins='stone' is not supported by Kerascope yet")
    if weights is not None:
        raise TypeError("Automated estimation of the number of bins is not supported for weighted data")
    low, high = span if span is not None else (float(values.min()), float(values.max())) if len(values) else (0.0, 1.0)
    if low == high:
        low, high = low - 0.5, high + 0.5
    values = values[(values >= low) & (values <= high)].astype(np.float64)
    count = len(values)
    width = _bin_width(bins, values, count) if count else 0.0
    return np.linspace(low, high, (int(np.ceil((high - low) / width)) if width else 1) + 1)

def _bin_width(rule, values, count):
    reach = float(values.max() - values.min())
    if rule in ("auto", "sturges", "fd"):
        sturges = reach / (np.log2(count) + 1.0)
        upper, lower = np.percentile(values, [75, 25])
        spread = 2.0 * (upper - lower) * count ** (-1.0 / 3.0)
        return sturges if rule == "sturges" else spread if rule == "fd" else min(spread, sturges) if spread else sturges
    if rule == "sqrt":
        return reach / np.sqrt(count)
    if rule == "rice":
        return reach / (2.0 * count ** (1.0 / 3))
    if rule == "scott":
        return (24.0 * np.pi ** 0.5 / count) ** (1.0 / 3.0) * values.std()
    sigma = values.std()
    if count <= 2 or not sigma > 0:
        return 0.0
    skew = abs(float((((values - values.mean()) / sigma) ** 3).mean()))
    return reach / (1.0 + np.log2(count) + np.log2(1.0 + skew / np.sqrt(6.0 * (count - 2) / ((count + 1.0) * (count + 3)))))
`;
