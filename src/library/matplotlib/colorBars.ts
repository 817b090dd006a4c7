/** The Python text of colour bars: axes of their own beside those whose colours they explain; part of `matplotlib.pyplot`. */
export const colorBars = String.raw`
_BAR_LOOK = set("""extend extendfrac extendrect spacing drawedges label boundaries values alpha format ticks orientation ticklocation location fraction pad shrink aspect anchor
    panchor use_gridspec norm cmap filled""".split())

class Colorbar(Artist):
    n_rasterize = 50

    def __init__(self, ax, mappable, **options):
        Artist.__init__(self, axes=ax)
        self.ax, self.mappable, self.orientation = ax, mappable, options.get("orientation") or "vertical"
        self._upright = self.orientation == "vertical"
        self._options = options
        image = mappable._image
        self.cmap, self.norm = image["cmap"], image["norm"]
        self.vmin, self.vmax = self.norm.vmin, self.norm.vmax
        self.alpha = options.get("alpha")
        self._draw()
        if options.get("label"):
            self.set_label(options["label"])
        if options.get("ticks") is not None:
            self.set_ticks(options["ticks"])
        if options.get("format") is not None:
            form = options["format"]
            self.long_axis.set_major_formatter(FormatStrFormatter(form) if isinstance(form, str) and "%" in form else form)
        mappable.colorbar = self

    @property
    def long_axis(self): return self.ax.yaxis if self._upright else self.ax.xaxis

    def _draw(self):
        """The colours, from low to high, and how the long axis measures them."""
        ax, name, short = self.ax, "y" if self._upright else "x", "x" if self._upright else "y"
        levels, filled = getattr(self.mappable, "levels", None), getattr(self.mappable, "filled", False)
        bounds = self._options.get("boundaries")
        listed = getattr(self.mappable, "_listed", None)
        if bounds is None:
            bounds = levels if levels is not None and len(levels) and filled else getattr(self.norm, "boundaries", None)
        axis = ax._axis(name)
        if bounds is not None:
            bounds = np.asarray(bounds, dtype=np.float64)
            middles = (bounds[:-1] + bounds[1:]) / 2
            edges, low, high = bounds, float(bounds[0]), float(bounds[-1])
            shown = middles
            if self._options.get("spacing", "uniform") == "uniform":
                places = np.linspace(0, 1, len(bounds))
                ax._set_scale(name, "function", {"functions": (lambda values: np.interp(values, bounds, places), lambda shares: np.interp(shares, places, bounds))})
            axis.set_major_locator(FixedLocator(bounds, nbins=10))
        else:
            low, high = float(self.norm.vmin), float(self.norm.vmax)
            if not high > low:
                low, high = low - 0.1, high + 0.1
            kind = type(self.norm).__name__
            if kind == "LogNorm":
                ax._set_scale(name, "log", {})
            elif kind == "SymLogNorm":
                ax._set_scale(name, "symlog", self.norm._scale_options())
            elif kind not in ("Normalize", "NoNorm", "CenteredNorm"):
                norm = self.norm
                ax._set_scale(name, "function", {"functions": (lambda values: np.asarray(norm(values)), lambda shares: np.asarray(norm.inverse(shares)))})
            ax._view[name], ax._auto[name], ax._stale[name] = (low, high), False, False
            count = self.cmap.N if self.cmap.N < 256 else 256
            shares = np.linspace(0, 1, count + 1)
            scale = axis._scale
            first, last = scale._to(low), scale._to(high)
            edges = np.asarray(scale._back(first + shares * (last - first)), dtype=np.float64)
            shown = np.asarray(scale._back(first + (shares[:-1] + shares[1:]) / 2 * (last - first)), dtype=np.float64)
        ax._view[name], ax._auto[name], ax._stale[name] = (low, high), False, False
        ax._view[short], ax._auto[short], ax._stale[short] = (0.0, 1.0), False, False
        if levels is not None and not filled and len(levels):
            self._draw_lines(ax, self.mappable)
        else:
            rows = np.asarray(listed(np.arange(len(shown))) if listed is not None else self.cmap(self.norm(shown)))
            start, stop = edges[:-1], edges[1:]
            zero, one = np.zeros(len(start)), np.ones(len(start))
            along, across = np.stack([start, start, stop, stop], axis=1), np.stack([zero, one, one, zero], axis=1)
            image = {"cmap": self.cmap, "norm": self.norm, "values": shown}
            look = {"edgecolor": "black", "linewidth": 0.5} if self._options.get("drawedges") else {}
            mesh = ax._mesh(*((across, along) if self._upright else (along, across)), 4, image, self.alpha, look, rows)
            self._mesh = mesh
        self._extended(ax)
        other = ax._axis(short)
        other.set_major_locator(NullLocator())
        other.set_minor_locator(NullLocator())
        side = self._options.get("ticklocation") or ("right" if self._upright else "bottom")
        side = {"auto": "right" if self._upright else "bottom"}.get(side, side)
        axis._ticks_at([side], [side])
        axis._label_side = side
        ax._stale = {"x": False, "y": False}

    def _draw_lines(self, ax, lines):
        for part, level in zip(lines.collections, list(lines.levels)):
            each = part._primitives[0]
            ends = np.array([0.0, 1.0]), np.array([level, level])
            ax._draw_line(*(ends if self._upright else ends[::-1]), each["_ink"], each["stroke"]["width"] if each["stroke"] else 1.5, reach=False)

    def _extended(self, ax):
        """Triangles at the ends, for what lies beyond."""
        extend = self._options.get("extend")
        if extend is None:
            extend = getattr(self.mappable, "extend", None) or getattr(self.norm, "extend", None) or getattr(self.cmap, "colorbar_extend", False) or "neither"
        if extend not in ("neither", "min", "max", "both"):
            raise ValueError("%r is not a valid value for extend; supported values are 'neither', 'both', 'min', 'max'" % extend)
        for end in ("min", "max"):
            if extend in (end, "both"):
                share = 0.05
                tip = [[0.0, 1.0, 0.5], [0.0, 0.0, -share] if end == "min" else [1.0, 1.0, 1.0 + share]]
                ink = css(self.cmap._under_row() if end == "min" else self.cmap._over_row())
                look = {"facecolor": ink, "edgecolor": "black", "linewidth": 0.8, "transform": ax.transAxes, "clip_on": False}
                ax._area(*(tip if self._upright else tip[::-1]), look, reach=False)

    def set_label(self, label, *, loc=None, **options):
        self._said = str(label)
        (self.ax.set_ylabel if self._upright else self.ax.set_xlabel)(label, loc=loc, **options)
    def get_label(self): return getattr(self, "_said", "")
    def set_ticks(self, ticks, update_ticks=True, labels=None, *, minor=False, **options):
        if hasattr(ticks, "tick_values"):
            self.long_axis.set_major_locator(ticks)
        else:
            view = dict(self.ax._view)
            self.long_axis.set_ticks(ticks, labels=labels, minor=minor, **options)
            self.ax._view = view
    def set_ticklabels(self, ticklabels, update_ticks=True, *, minor=False, **options): self.long_axis.set_ticklabels(ticklabels, minor=minor, **options)
    def get_ticks(self, minor=False): return self.long_axis.get_ticklocs(minor=minor)
    def set_alpha(self, alpha): self._mesh.set_alpha(alpha)
    def minorticks_on(self): self.ax.minorticks_on()
    def minorticks_off(self): self.ax.minorticks_off()
    locator = property(lambda self: self.long_axis.major.locator, lambda self, value: self.long_axis.set_major_locator(value))
    formatter = property(lambda self: self.long_axis.major.formatter, lambda self, value: self.long_axis.set_major_formatter(value))
    @property
    def outline(self): return self.ax.spines[:]
    @property
    def solids(self): return self._mesh
    def update_ticks(self): pass
    def draw_all(self): pass
    def remove(self): self.ax.figure.delaxes(self.ax)
    def update_normal(self, mappable=None):
        self.mappable = self.mappable if mappable is None else mappable
        self.cmap, self.norm = self.mappable._image["cmap"], self.mappable._image["norm"]
        for each in self.ax._primitives:
            each["kind"] = "gone"
        self._draw()
    def add_lines(self, *args, **options):
        levels = getattr(args[0], "collections", None)
        if levels is None or len(args) > 1 or not set(options) <= {"erase"}:
            raise NotImplementedError("Colorbar.add_lines of other things than contours is not supported by Kerascope yet")
        self._draw_lines(self.ax, args[0])

class _BesideBox:
    """A place that colour bars have taken a part of."""

    def __init__(self, place, part):
        self._inner, self._part = place, part

    def _box(self):
        left, bottom, width, height = self._inner._box() if hasattr(self._inner, "_box") else self._inner
        x, y, wide, high = self._part
        return left + x * width, bottom + y * height, wide * width, high * height

    def get_gridspec(self): return self._inner.get_gridspec() if hasattr(self._inner, "get_gridspec") else None
    def get_topmost_subplotspec(self): return self._inner.get_topmost_subplotspec() if hasattr(self._inner, "get_topmost_subplotspec") else None
    rowspan = property(lambda self: self._inner.rowspan)
    colspan = property(lambda self: self._inner.colspan)

def _all_around(owners):
    boxes = [each._original() for each in owners]
    left, bottom = min([box[0] for box in boxes]), min([box[1] for box in boxes])
    return left, bottom, max([box[0] + box[2] for box in boxes]) - left, max([box[1] + box[3] for box in boxes]) - bottom

def _bar_of(figure, mappable, cax, ax, options):
    """Makes room beside axes, and draws a colour bar there."""
    for name in options:
        if name not in _BAR_LOOK:
            raise TypeError("Colorbar.__init__() got an unexpected keyword argument %r" % name)
    if not running():
        return unknown("a colour bar")
    for name in ("extendfrac", "extendrect", "values"):
        if options.get(name) is not None:
            raise NotImplementedError("colorbar(%s=...) is not supported by Kerascope yet" % name)
    owners = [] if ax is None else [each for each in ax.ravel().tolist()] if isinstance(ax, np.ndarray) else list(ax) if isinstance(ax, (list, tuple)) else [ax]
    if mappable is None:
        raise RuntimeError("No mappable was found to use for colorbar creation. First define a mappable such as an image (with imshow) or a contour set (with contourf).")
    if not hasattr(mappable, "_image") and hasattr(mappable, "cmap"):
        mappable = _as_mappable(mappable)
    if getattr(mappable, "_image", None) is None:
        raise RuntimeError("No mappable was found to use for colorbar creation. First define a mappable such as an image (with imshow) or a contour set (with contourf).")
    location = options.get("location")
    if location is not None and location not in ("left", "right", "top", "bottom"):
        raise ValueError("%r is not a valid value for location; supported values are 'left', 'right', 'top', 'bottom'" % location)
    options = dict(options)
    if location is not None:
        options["orientation"] = "vertical" if location in ("left", "right") else "horizontal"
        options.setdefault("ticklocation", location)
    upright = (options.get("orientation") or "vertical") == "vertical"
    location = location or ("right" if upright else "bottom")
    if cax is None:
        if not owners:
            owners = [mappable.axes] if getattr(mappable, "axes", None) is not None else [figure.gca()]
        cax = _room_for_bar(figure, owners, location, upright, options)
    else:
        cax._aspect = "auto"
    current = figure._current
    made = Colorbar(cax, mappable, **options)
    figure._current = owners[0] if owners and current is cax else current
    return made

def _room_for_bar(figure, owners, location, upright, options):
    fraction, shrink = float(options.get("fraction", 0.15)), float(options.get("shrink", 1.0))
    towards = options.get("panchor", {"left": (0.0, 0.5), "right": (1.0, 0.5), "top": (0.5, 1.0), "bottom": (0.5, 0.0)}[location])
    if towards is not False:
        for each in owners:
            each._anchor = towards
    constrained = figure._engine is not None and figure._engine[0] in ("constrained", "compressed")
    pad = float(options.get("pad", 0.05 if upright or constrained else 0.15))
    aspect = float(options.get("aspect", 20))
    anchor = options.get("anchor", {"left": (1.0, 0.5), "right": (0.0, 0.5), "top": (0.5, 0.0), "bottom": (0.5, 1.0)}[location])
    keep = 1 - fraction - pad
    parts = {"right": ((0, 0, keep, 1), (1 - fraction, 0, fraction, 1)), "left": ((fraction + pad, 0, keep, 1), (0, 0, fraction, 1)),
             "top": ((0, 0, 1, keep), (0, 1 - fraction, 1, fraction)), "bottom": ((0, fraction + pad, 1, keep), (0, 0, 1, fraction))}
    kept, given = parts[location]
    rest = 1 - shrink
    inner = (0, anchor[1] * rest, 1, shrink) if upright else (anchor[0] * rest, 0, shrink, 1)
    if constrained:
        # The layout gives the bar its place, and the axes what is left.
        whole = _all_around(owners)
        cax = figure._new(_BesideBox(_BesideBox(whole, given), inner)._box(), {})
        cax._info = {"parents": owners, "location": location, "shrink": shrink, "fraction": fraction, "pad": pad, "anchor": anchor}
        for each in owners:
            each._colorbars.append(cax)
    elif len(owners) == 1:
        place = owners[0]._place
        owners[0]._place = _BesideBox(place, kept)
        cax = figure._new(_BesideBox(_BesideBox(place, given), inner), {})
    else:
        whole = _all_around(owners)
        for each in owners:
            left, bottom, width, height = each._original()
            relative = ((left - whole[0]) / whole[2], (bottom - whole[1]) / whole[3], width / whole[2], height / whole[3])
            target = (whole[0] + (kept[0] + relative[0] * kept[2]) * whole[2], whole[1] + (kept[1] + relative[1] * kept[3]) * whole[3],
                      relative[2] * kept[2] * whole[2], relative[3] * kept[3] * whole[3])
            share = ((target[0] - left) / width, (target[1] - bottom) / height, target[2] / width, target[3] / height)
            each._place = _BesideBox(each._place, share)
        bar = _BesideBox(_BesideBox(whole, given), inner)
        cax = figure._new(bar, {})
        cax._place = bar._box()
    cax._anchor, cax._box_aspect = anchor, aspect if upright else 1.0 / aspect
    cax._is_bar = True
    return cax

def _as_mappable(mappable):
    """A pair of a map and a norm as what colour bars are made of."""
    norm = mappable.norm
    if norm.vmin is None and getattr(mappable, "_values", None) is not None:
        norm.autoscale_None(np.asarray(mappable._values, dtype=np.float64))
    norm.vmin, norm.vmax = 0.0 if norm.vmin is None else norm.vmin, 1.0 if norm.vmax is None else norm.vmax
    made = Collection([], {"norm": norm, "cmap": get_cmap(mappable.cmap), "values": None})
    return made
`;
