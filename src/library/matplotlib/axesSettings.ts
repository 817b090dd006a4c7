/** The Python text of an axes' titles, labels, ticks, grid and place in the figure; part of the module `matplotlib.axes`. */
export const axesSettings = String.raw`
_NOTHING = set("""set_rasterized draw set_in_layout set_navigate set_gid set_label set_snap set_navigate_mode set_picker set_url set_agg_filter set_animated set_clip_on
    set_rasterization_zorder set_axes_locator format_coord start_pan end_pan drag_pan set_clip_box set_transform get_rasterized apply_aspect""".split())

class _Settings:
    def _start(self):
        self._titles = {name: {"text": "", "options": {}, "pad": None, "y": None} for name in ("center", "left", "right")}
        self._bare, self._visible, self._framed = False, True, True
        self._face, self._gridded = None, {"x": False, "y": False}
        self._aspect, self._adjustable, self._anchor, self._box_aspect = "auto", "box", "C", None
        self._axis_below = _parameter("axes.axisbelow")
        self._last_image = None
        self._cycles = {"line": 0, "patch": 0}
        self._cycle = _parameter("axes.prop_cycle")._rows()
        self._order = 0
        self.legend_ = None
        self._legends = []
        self._primitives = []
        self._start_limits()
        self.spines = _Spines()
        self.xaxis, self.yaxis = _Axis(self, "x"), _Axis(self, "y")
        if _parameter("axes.grid"):
            which, axis = _parameter("axes.grid.which"), _parameter("axes.grid.axis")
            for name in ("x", "y"):
                if axis in (name, "both"):
                    self._axis(name)._grid(True, which, {})
        self.transAxes, self.transData = _Coordinates("axes", "axes"), _Coordinates("data", "data")
        self.lines, self.patches, self.collections, self.images, self.texts, self.containers = [], [], [], [], [], []
        self.artists, self.tables, self.child_axes = [], [], []

    title = property(lambda self: _Title(self, "center"))
    def get_xaxis(self): return self.xaxis
    def get_yaxis(self): return self.yaxis

    def get_xaxis_transform(self, which="grid"): return _Coordinates("data", "axes")
    def get_yaxis_transform(self, which="grid"): return _Coordinates("axes", "data")

    # Titles and labels.
    def set_title(self, label="", fontdict=None, loc=None, pad=None, *, y=None, **options):
        place = _parameter("axes.titlelocation") if loc is None else loc.lower()
        if place not in self._titles:
            raise ValueError("%r is not a valid location; supported values are 'left', 'center', 'right'" % loc)
        look = _words_of(options, fontdict)
        self._titles[place] = {"text": str(label), "options": look, "pad": pad, "y": y}
        return _Title(self, place)

    def get_title(self, loc="center"): return self._titles[loc]["text"]

    def set_xlabel(self, xlabel, fontdict=None, labelpad=None, *, loc=None, **options): return self._set_label("x", xlabel, fontdict, labelpad, options, loc)
    def set_ylabel(self, ylabel, fontdict=None, labelpad=None, *, loc=None, **options): return self._set_label("y", ylabel, fontdict, labelpad, options, loc)

    def _set_label(self, name, label, fontdict, pad, options, loc=None):
        axis = self._axis(name)
        x, y = options.pop("x", None), options.pop("y", None)
        look = _words_of(options, fontdict)
        if loc is not None and loc not in (("left", "center", "right") if name == "x" else ("bottom", "center", "top")):
            raise ValueError("%r is not a valid value for loc; supported values are %s" % (loc, "'left', 'center', 'right'" if name == "x" else "'bottom', 'center', 'top'"))
        axis._label, axis._label_options = str(label), look
        if pad is not None:
            axis._label_pad = pad
        axis._label_at = _parameter(name + "axis.labellocation") if loc is None else loc
        return _AxisLabel(axis)

    def get_xlabel(self): return self.xaxis._label
    def get_ylabel(self): return self.yaxis._label

    def set(self, **options):
        for name, value in options.items():
            if not hasattr(type(self), "set_" + name) and "set_" + name not in _NOTHING:
                raise AttributeError("%s.set() got an unexpected keyword argument %r" % (type(self).__name__, name))
        found = []
        for name, value in options.items():
            found.append(getattr(self, "set_" + name)(value))
        return found

    def set_visible(self, b): self._visible = bool(b)
    def get_visible(self): return self._visible
    def set_alpha(self, alpha): pass
    def set_zorder(self, level): self._order = float(level)
    def get_zorder(self): return self._order
    zorder = property(get_zorder, set_zorder)

    def set_facecolor(self, color): self._face = color if color is not None else "none"
    set_fc = set_facecolor
    def get_facecolor(self): return to_rgba(_parameter("axes.facecolor") if self._face is None else self._face)
    @property
    def patch(self): return _AxesFace(self)

    def set_prop_cycle(self, *args, **options):
        if len(args) == 1 and args[0] is None:
            self._cycle = _parameter("axes.prop_cycle")._rows()
        else:
            from matplotlib import cycler
            self._cycle = cycler(*args, **options)._rows()
        self._cycles = {"line": 0, "patch": 0}

    # Grid, ticks and their looks.
    def grid(self, visible=None, which="major", axis="both", **options):
        if axis not in ("x", "y", "both"):
            raise ValueError("%r is not a valid value for axis; supported values are 'x', 'y', 'both'" % axis)
        for name in ("x", "y"):
            if axis in (name, "both"):
                self._axis(name)._grid(visible, which, options)

    def set_axisbelow(self, b): self._axis_below = b
    def get_axisbelow(self): return self._axis_below

    def tick_params(self, axis="both", **options):
        if axis not in ("x", "y", "both"):
            raise ValueError("%r is not a valid value for axis; supported values are 'x', 'y', 'both'" % axis)
        which, reset = options.pop("which", "major"), options.pop("reset", False)
        for name, others in (("x", ("left", "right", "labelleft", "labelright")), ("y", ("top", "bottom", "labeltop", "labelbottom"))):
            if axis in (name, "both"):
                self._axis(name).set_tick_params(which, reset, **{key: value for key, value in options.items() if key not in others})

    def set_xticks(self, ticks, labels=None, *, minor=False, **options): return self.xaxis.set_ticks(ticks, labels, minor=minor, **options)
    def set_yticks(self, ticks, labels=None, *, minor=False, **options): return self.yaxis.set_ticks(ticks, labels, minor=minor, **options)
    def set_xticklabels(self, labels, *, minor=False, fontdict=None, **options): return self.xaxis.set_ticklabels(labels, minor=minor, fontdict=fontdict, **options)
    def set_yticklabels(self, labels, *, minor=False, fontdict=None, **options): return self.yaxis.set_ticklabels(labels, minor=minor, fontdict=fontdict, **options)
    def get_xticks(self, *, minor=False): return self.xaxis.get_ticklocs(minor=minor) if running() else unknown("ticks")
    def get_yticks(self, *, minor=False): return self.yaxis.get_ticklocs(minor=minor) if running() else unknown("ticks")
    def get_xticklabels(self, minor=False, which=None): return self.xaxis.get_ticklabels(minor, which) if running() else unknown("ticks")
    def get_yticklabels(self, minor=False, which=None): return self.yaxis.get_ticklabels(minor, which) if running() else unknown("ticks")
    get_xmajorticklabels, get_ymajorticklabels = get_xticklabels, get_yticklabels
    def get_xminorticklabels(self): return self.get_xticklabels(True)
    def get_yminorticklabels(self): return self.get_yticklabels(True)
    def get_xgridlines(self): return self.xaxis.get_gridlines()
    def get_ygridlines(self): return self.yaxis.get_gridlines()
    def get_xticklines(self, minor=False): return self.xaxis.get_ticklines()
    def get_yticklines(self, minor=False): return self.yaxis.get_ticklines()
    def minorticks_on(self):
        if running():
            from matplotlib.ticker import AutoMinorLocator, LogLocator
            for axis in (self.xaxis, self.yaxis):
                if axis.get_scale() == "linear":
                    axis.set_minor_locator(AutoMinorLocator())
                elif axis.get_scale() == "log":
                    axis.set_minor_locator(LogLocator(axis._scale.base, axis._scale.subs))
    def minorticks_off(self):
        from matplotlib.ticker import NullLocator
        self.xaxis.set_minor_locator(NullLocator())
        self.yaxis.set_minor_locator(NullLocator())

    def locator_params(self, axis="both", tight=None, **options):
        for name in ("x", "y"):
            if axis in (name, "both") and running():
                self._axis(name).get_major_locator().set_params(**options)
        if tight is not None:
            self._is_tight = bool(tight)
        self._request()

    def ticklabel_format(self, *, axis="both", style="", scilimits=None, useOffset=None, useLocale=None, useMathText=None):
        if style not in ("", "sci", "scientific", "plain"):
            raise ValueError("%r is not a valid value for style; supported values are 'sci', 'scientific', 'plain'" % style)
        for name in ("x", "y"):
            formatter = self._axis(name).get_major_formatter()
            if axis in (name, "both"):
                if not hasattr(formatter, "set_powerlimits"):
                    raise AttributeError("This method only works with the ScalarFormatter")
                if style:
                    formatter.set_scientific(style != "plain")
                if scilimits is not None:
                    formatter.set_powerlimits(scilimits)
                if useOffset is not None:
                    formatter.set_useOffset(useOffset)
                if useMathText is not None:
                    formatter.set_useMathText(useMathText)

    def label_outer(self):
        spec = self.get_subplotspec()
        if spec is not None:
            rows, columns = spec.rowspan, spec.colspan
            grid = spec.get_gridspec()
            if rows.stop != grid.nrows:
                self.xaxis._label = "" if self.xaxis._label_side == "bottom" else self.xaxis._label
                for look in self.xaxis._looks.values():
                    look["labelbottom"] = False
            if rows.start != 0:
                for look in self.xaxis._looks.values():
                    look["labeltop"] = False
            if columns.start != 0:
                self.yaxis._label = "" if self.yaxis._label_side == "left" else self.yaxis._label
                for look in self.yaxis._looks.values():
                    look["labelleft"] = False

    # axis(...)
    def axis(self, arg=None, /, *, emit=True, **options):
        if isinstance(arg, (str, bool)):
            chosen = {True: "on", False: "off"}.get(arg, arg)
            if chosen in ("on", "off"):
                self._bare = chosen == "off"
            elif chosen in ("equal", "tight", "scaled", "auto", "image", "square"):
                self._automatic(chosen)
            else:
                raise ValueError("Unrecognized string %r to axis; try 'on' or 'off'" % chosen)
        elif arg is not None:
            if not running():
                return unknown("limits")
            limits = list(arg)
            if len(limits) != 4:
                raise TypeError("The first argument to axis() must be an iterable of the form [xmin, xmax, ymin, ymax]")
            self.set_xlim(limits[0], limits[1])
            self.set_ylim(limits[2], limits[3])
        for name in options:
            if name not in ("xmin", "xmax", "ymin", "ymax"):
                raise TypeError("axis() got an unexpected keyword argument %r" % name)
        if "xmin" in options or "xmax" in options:
            self.set_xlim(options.get("xmin"), options.get("xmax"))
        if "ymin" in options or "ymax" in options:
            self.set_ylim(options.get("ymin"), options.get("ymax"))
        return self.get_xlim() + self.get_ylim()

    def _automatic(self, chosen):
        self.set_autoscale_on(True)
        self.set_aspect("auto")
        self.autoscale_view(tight=False)
        if chosen == "equal":
            self.set_aspect("equal", adjustable="datalim")
        elif chosen == "tight":
            self.autoscale_view(tight=True)
            self.set_autoscale_on(False)
        elif chosen in ("scaled", "image"):
            if chosen == "image":
                self.autoscale_view(tight=True)
                self.set_autoscale_on(False)
                self.set_aspect("equal", adjustable="box", anchor="C")
            else:
                self.set_aspect("equal", adjustable="box", anchor="C")
                self.set_autoscale_on(False)
        elif chosen == "square" and running():
            self.set_aspect("equal", adjustable="box", anchor="C")
            self.set_autoscale_on(False)
            (left, right), (bottom, top) = self.get_xlim(), self.get_ylim()
            span = max(abs(right - left), abs(top - bottom))
            self.set_xlim(left, left + span)
            self.set_ylim(bottom, bottom + span)

    def set_axis_off(self): self._bare = True
    def set_axis_on(self): self._bare = False
    @property
    def axison(self): return not self._bare
    def set_frame_on(self, b): self._framed = bool(b)
    def get_frame_on(self): return self._framed

    # Aspect and place.
    def set_aspect(self, aspect, adjustable=None, anchor=None, share=False):
        self._aspect = 1.0 if aspect == "equal" else aspect if aspect == "auto" else float(aspect)
        if adjustable is not None:
            self.set_adjustable(adjustable)
        if anchor is not None:
            self._anchor = anchor

    def get_aspect(self): return self._aspect
    def set_adjustable(self, adjustable, share=False):
        if adjustable not in ("box", "datalim"):
            raise ValueError("%r is not a valid value for adjustable; supported values are 'box', 'datalim'" % adjustable)
        self._adjustable = adjustable
    def get_adjustable(self): return self._adjustable
    def set_anchor(self, anchor, share=False): self._anchor = anchor
    def get_anchor(self): return self._anchor
    def set_box_aspect(self, aspect=None): self._box_aspect = None if aspect is None else float(aspect)
    def get_box_aspect(self): return self._box_aspect

    def _original(self):
        """Left, bottom, width and height that the axes were given, in shares of the figure."""
        return self._place._box() if hasattr(self._place, "_box") else tuple(self._place)

    def _active(self):
        """The same, made to fit the aspect."""
        left, bottom, width, height = self._original()
        wide, high = self.figure._size
        ratio = self._box_aspect
        if ratio is None and self._aspect != "auto" and self._adjustable == "box":
            low, high_x = [self.xaxis._scale._to(each) for each in self.get_xbound()]
            bottom_y, top = [self.yaxis._scale._to(each) for each in self.get_ybound()]
            ratio = self._aspect * max(abs(top - bottom_y), 1e-30) / max(abs(high_x - low), 1e-30)
        if ratio is None:
            return left, bottom, width, height
        new_width, new_height = width, width * wide * ratio / high
        if new_height > height:
            new_width, new_height = height * high / (ratio * wide), height
        across, up = _ANCHORS[self._anchor] if isinstance(self._anchor, str) else self._anchor
        return left + across * (width - new_width), bottom + up * (height - new_height), new_width, new_height

    def _length_of(self, name):
        left, bottom, width, height = self._active()
        return (width * self.figure._size[0] if name == "x" else height * self.figure._size[1]) * 72

    def get_position(self, original=False):
        return Bbox.from_bounds(*(self._original() if original else self._active())) if running() else unknown("the place of axes")

    def set_position(self, pos, which="both"):
        if running():
            self._place = tuple(pos.bounds) if hasattr(pos, "bounds") else tuple([float(part) for part in pos])

    def get_subplotspec(self): return self._place if hasattr(self._place, "_box") else None
    def set_subplotspec(self, subplotspec): self._place = subplotspec
    def get_gridspec(self): return self._place.get_gridspec() if hasattr(self._place, "_box") else None

    def _equalled(self):
        """The views, widened where one unit shall be as long across as up."""
        views = {"x": self.get_xlim(), "y": self.get_ylim()}
        if self._aspect == "auto" or self._adjustable != "datalim" or self._box_aspect is not None:
            return views
        left, bottom, width, height = self._original()
        ratio = self.figure._size[1] * height / (self.figure._size[0] * width) / self._aspect
        ends = {name: [self._axis(name)._scale._to(each) for each in sorted(views[name])] for name in ("x", "y")}
        size = {name: ends[name][1] - ends[name][0] for name in ("x", "y")}
        if not size["x"] > 0 or not size["y"] > 0 or abs(ratio * size["x"] / size["y"] - 1) < 0.005:
            return views
        wanted = {"x": size["y"] / ratio, "y": ratio * size["x"]}
        span = {}
        for name in ("x", "y"):
            low, high = self._data[name]
            span[name] = 1.05 * (self._axis(name)._scale._to(high) - self._axis(name)._scale._to(low)) if low <= high else 0.0
        taller = wanted["y"] > size["y"]
        if size["x"] > span["x"] and size["y"] > span["y"]:
            taller = wanted["y"] > span["y"] and not taller or wanted["x"] < span["x"] and taller
        name = "y" if taller else "x"
        middle = sum(ends[name]) / 2
        pair = [self._axis(name)._scale._from(middle + part * wanted[name] / 2) for part in (-1, 1)]
        views[name] = tuple(reversed(pair)) if views[name][1] < views[name][0] else tuple(pair)
        return views

    # Other axes at the same place.
    def twinx(self):
        twin = self.figure._twin(self)
        twin._share("x", self)
        twin.yaxis.tick_right()
        twin.yaxis._label_side = "right"
        self.yaxis.tick_left()
        twin.xaxis._shown, twin._is_twin = False, True
        return twin

    def twiny(self):
        twin = self.figure._twin(self)
        twin._share("y", self)
        twin.xaxis.tick_top()
        twin.xaxis._label_side = "top"
        self.xaxis.tick_bottom()
        twin.yaxis._shown, twin._is_twin = False, True
        return twin

    def secondary_xaxis(self, location, *, functions=None, **options): return self._second("x", location, functions, options)
    def secondary_yaxis(self, location, *, functions=None, **options): return self._second("y", location, functions, options)

    def _second(self, name, location, functions, options):
        side = location if location in ("top", "bottom", "left", "right") else None
        if side is None and running():
            raise NotImplementedError("a secondary axis at a place of its own (%r) is not supported by Kerascope yet" % (location,))
        if not running():
            return unknown("a secondary axis")
        made = self.figure._twin(self)
        other = "y" if name == "x" else "x"
        made._axis(other)._shown = False
        made._is_twin = True
        made._follows = (self, name, functions)
        axis = made._axis(name)
        axis._ticks_at([side], [side])
        axis._label_side = side
        for key, value in options.items():
            getattr(made, "set_" + key)(value)
        return made

    def inset_axes(self, bounds, *, transform=None, zorder=5, **options):
        if not running():
            return unknown("axes inside of others")
        if transform is not None and _measures(transform) != ("axes", "axes"):
            raise NotImplementedError("inset_axes with a transform is not supported by Kerascope yet")
        made = self.figure._new(_Inset(self, bounds), options)
        self.figure._axes.remove(made)
        made._order = zorder
        self.child_axes.append(made)
        return made

    def clear(self):
        shared = {name: [each for each in self._siblings[name] if each is not self] for name in ("x", "y")}
        self._start()
        for name, others in shared.items():
            if others:
                others[0]._siblings[name] = others
                self._share(name, others[0])

    cla = clear

    def remove(self):
        self.figure.delaxes(self)

    def get_figure(self): return self.figure
    def get_lines(self): return list(self.lines)
    def get_images(self): return list(self.images)
    def get_legend(self): return self.legend_
    def get_children(self): return self.lines + self.patches + self.collections + self.images + self.texts + self.artists
    def has_data(self): return any([each["kind"] not in ("gone", "text") for each in self._primitives])
    def _forget(self, artist):
        for each in (self.lines, self.patches, self.collections, self.images, self.texts, self.artists):
            each[:] = [other for other in each if other is not artist]
        if artist is self.legend_:
            self.legend_ = None

    def __getattr__(self, name):
        if name in _NOTHING:
            return lambda *args, **options: None
        if name.startswith("_"):
            raise AttributeError(name)
        if not running():
            return unknown("matplotlib.axes.Axes.%s is not modelled" % name)
        if name in _REAL:
            raise NotImplementedError("matplotlib.axes.Axes.%s is not supported by Kerascope yet" % name)
        raise AttributeError("'Axes' object has no attribute %r" % name)

class _AxesFace(Artist):
    """What is behind the axes."""

    def __init__(self, axes):
        Artist.__init__(self, axes=axes)

    def set_facecolor(self, color): self.axes.set_facecolor(color)
    set_color = set_fc = set_facecolor
    def get_facecolor(self): return self.axes.get_facecolor()
    def set_alpha(self, alpha):
        if alpha == 0:
            self.axes._face = "none"
        elif alpha is not None and alpha < 1:
            self.axes._face = self.axes.get_facecolor()[:3] + (alpha,)
    def set_visible(self, visible):
        if not visible:
            self.axes._face = "none"
    def set_edgecolor(self, color): pass
    def set_linewidth(self, width): pass

class _Coordinates:
    """What coordinates measure, across and up; in place of matplotlib's transforms. Points may be added."""

    def __init__(self, across, up, offset=(0.0, 0.0)):
        self._pair, self._offset = (across, up), offset

    def __add__(self, other):
        if hasattr(other, "_points"):
            return _Coordinates(self._pair[0], self._pair[1], other._points)
        if not running():
            return unknown("transforms that are put together")
        raise NotImplementedError("matplotlib transforms that are put together are not supported by Kerascope yet")

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        if not running():
            return unknown("transforms are not modelled")
        raise NotImplementedError("matplotlib's transform.%s is not supported by Kerascope yet" % name)

def _measures(transform):
    if transform is None:
        return ("data", "data")
    if isinstance(transform, _Coordinates):
        return transform._pair
    if not running():
        return ("data", "data")
    raise NotImplementedError("this transform is not supported by Kerascope; transData, transAxes, transFigure and blended ones of these are")

class _Inset:
    """A place inside of other axes."""

    def __init__(self, parent, bounds):
        self._parent, self._bounds = parent, [float(part) for part in bounds]

    def _box(self):
        left, bottom, width, height = self._parent._active()
        x, y, wide, high = self._bounds
        return left + x * width, bottom + y * height, wide * width, high * height

    def get_gridspec(self): return None

_ANCHORS = {"C": (0.5, 0.5), "SW": (0, 0), "S": (0.5, 0), "SE": (1, 0), "E": (1, 0.5), "NE": (1, 1), "N": (0.5, 1), "NW": (0, 1), "W": (0, 0.5)}
_REAL = set("""acorr angle_spectrum barbs cohere csd magnitude_spectrum phase_spectrum psd specgram xcorr indicate_inset indicate_inset_zoom
    get_tightbbox get_window_extent contains bxp violin add_container get_xaxis_text1_transform redraw_in_frame get_renderer_cache get_axes_locator
    drag_pan can_zoom can_pan get_data_ratio add_child_axes add_image update_from findobj""".split())
`;
