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
        self.artists, self._tables, self.child_axes = [], [], []

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
            chosen = {True: "on", False: "off"}.get(arg, arg).lower()
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
        if not running() and not misspelt("axes", name):
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
    def set_linewidth(self, width):
        if running() and width:
            raise NotImplementedError("an edge around the patch of axes is not supported by Kerascope yet; the sides of ax.spines are")

_REAL = set("""acorr angle_spectrum barbs cohere csd magnitude_spectrum phase_spectrum psd specgram xcorr indicate_inset indicate_inset_zoom
    get_tightbbox get_window_extent contains bxp violin add_container get_xaxis_text1_transform redraw_in_frame get_renderer_cache get_axes_locator
    drag_pan can_zoom can_pan get_data_ratio add_child_axes add_image update_from findobj""".split())
`;
