/** The Python text of an axes' titles, limits, scales and ticks; part of the module `matplotlib.axes`. */
export const axesSettings = String.raw`
_DECORATIONS = (
    "tick_params", "margins", "set_aspect", "set_facecolor", "autoscale", "autoscale_view", "relim", "minorticks_on",
    "minorticks_off", "label_outer", "set_box_aspect", "locator_params", "ticklabel_format", "view_init", "add_patch",
    "add_artist", "add_collection", "set_axisbelow", "set_anchor", "set_position", "set_zorder", "set_frame_on", "set_prop_cycle",
    "get_shared_x_axes", "set_xbound", "set_ybound", "set_rasterized", "set_autoscale_on", "patch", "clabel", "draw",
    "sharex", "sharey", "set_xmargin", "set_ymargin", "set_adjustable", "set_visible", "get_position", "get_window_extent",
)

class _AxesSettings:
    def _start(self):
        self._title = self._x_label = self._y_label = ""
        self._legend = False
        self._grid = None
        self._bare = False
        self._equal = False
        self._names = {}
        self._limits = {"x": (None, None), "y": (None, None)}
        self._scales = {"x": "linear", "y": "linear"}
        self._ticks = {"x": None, "y": None}
        self._colorbar = None
        self._last_image = None
        self._twin = None
        self.spines = _Spines()
        self.xaxis = Artist()
        self.yaxis = Artist()
        self.title = Artist()
        self.transAxes = self.transData = None
        self.lines, self.patches, self.collections, self.images, self.texts = [], [], [], [], []

    def set_title(self, label="", *args, **options):
        self._title = label
        return Artist()

    def set_xlabel(self, xlabel="", *args, **options):
        self._x_label = xlabel
        return Artist()

    def set_ylabel(self, ylabel="", *args, **options):
        self._y_label = ylabel
        return Artist()

    def get_title(self): return self._title
    def get_xlabel(self): return self._x_label
    def get_ylabel(self): return self._y_label

    def set(self, **options):
        for name, value in options.items():
            getattr(self, "set_" + name)(value)

    def grid(self, visible=None, which="major", axis="both", **options):
        self._grid = True if visible is None and (options or self._grid is not True) else bool(visible)

    def axis(self, *args, **options):
        chosen = args[0] if args else None
        if chosen in ("off", False) if not isinstance(chosen, (list, tuple, np.ndarray)) else False:
            self._bare = True
        elif isinstance(chosen, str) and chosen in ("equal", "image", "scaled", "square"):
            self._equal = True
        elif isinstance(chosen, (list, tuple, np.ndarray)):
            left, right, bottom, top = chosen
            self.set_xlim(left, right)
            self.set_ylim(bottom, top)
        return self.get_xlim() + self.get_ylim()

    def set_axis_off(self): self._bare = True
    def set_axis_on(self): self._bare = False

    def set_xlim(self, left=None, right=None, **options):
        return self._limit("x", options.get("xmin", left), options.get("xmax", right))

    def set_ylim(self, bottom=None, top=None, **options):
        return self._limit("y", options.get("ymin", bottom), options.get("ymax", top))

    def _limit(self, axis, low, high):
        if isinstance(low, (tuple, list, np.ndarray)):
            low, high = low
        old = self._limits[axis]
        self._limits[axis] = (old[0] if low is None else float(low), old[1] if high is None else float(high))
        return getattr(self, "get_%slim" % axis)()

    def _reach(self, axis):
        """The range of the data along an axis, for lines across it."""
        found = []
        for each in self._primitives:
            across = axis if each["kind"] in ("line", "points", "area") else None
            if each["kind"] == "bars":
                across = "x" if (axis == "x") != each["horizontal"] else "height"
            elif each["kind"] == "image":
                found.append(np.array([each["left"], each["right_edge"]] if axis == "x" else [each["bottom"], each["top"]]))
            if across is not None:
                values = np.asarray(each[across], dtype=np.float64)
                found.append(values[np.isfinite(values)])
        found = [each for each in found if each.size]
        if not found:
            return 0.0, 1.0
        return min([float(each.min()) for each in found]), max([float(each.max()) for each in found])

    def _range(self, axis):
        low, high = self._limits[axis]
        if low is None or high is None:
            first, last = self._reach(axis)
            room = 0.05 * (last - first)
            low = first - room if low is None else low
            high = last + room if high is None else high
        return low, high

    def get_xlim(self): return self._range("x") if running() else (unknown("limits"), unknown("limits"))
    def get_ylim(self): return self._range("y") if running() else (unknown("limits"), unknown("limits"))
    get_xbound, get_ybound = get_xlim, get_ylim

    def invert_xaxis(self): self._turn("x")
    def invert_yaxis(self): self._turn("y")

    def _turn(self, axis):
        if running():
            low, high = self._range(axis)
            self._limits[axis] = (high, low)

    def set_xscale(self, value, **options): self._scales["x"] = "log" if value in ("log", "symlog") else "linear"
    def set_yscale(self, value, **options): self._scales["y"] = "log" if value in ("log", "symlog") else "linear"

    def set_xticks(self, ticks, labels=None, **options): self._tick("x", ticks, labels)
    def set_yticks(self, ticks, labels=None, **options): self._tick("y", ticks, labels)

    def _tick(self, axis, ticks, labels):
        if not running():
            return
        places = [float(tick) for tick in list(ticks)]
        names = None if labels is None else [str(label) for label in list(labels)]
        self._ticks[axis] = [(place, ("%g" % place) if names is None else names[number] if number < len(names) else "")
                             for number, place in enumerate(places)]

    def set_xticklabels(self, labels=(), **options): self._label_ticks("x", labels)
    def set_yticklabels(self, labels=(), **options): self._label_ticks("y", labels)

    def _label_ticks(self, axis, labels):
        if running():
            names = [str(label) for label in list(labels)]
            places = range(len(names)) if self._ticks[axis] is None else [place for place, name in self._ticks[axis]]
            self._ticks[axis] = [(float(place), names[number] if number < len(names) else "") for number, place in enumerate(places)]

    def get_xticks(self): return np.array([place for place, name in self._ticks["x"] or []])
    def get_yticks(self): return np.array([place for place, name in self._ticks["y"] or []])
    def get_xticklabels(self, **options): return [Artist() for each in self._ticks["x"] or []]
    def get_yticklabels(self, **options): return [Artist() for each in self._ticks["y"] or []]
    def get_legend_handles_labels(self): return [], []
    def get_legend(self): return Artist()
    def get_figure(self): return self.figure

    def legend(self, *args, **options):
        labels = options.get("labels", args[-1] if args else None)
        if labels is not None and running():
            drawn = [each for each in self._primitives if each["kind"] in ("line", "points", "bars", "area")]
            handles = args[0] if len(args) == 2 else options.get("handles")
            if handles is not None:
                drawn = [artist._primitives[0] for artist in handles if getattr(artist, "_primitives", None)]
            for each, label in zip(drawn, [labels] if isinstance(labels, str) else list(labels)):
                if isinstance(label, str):
                    each["label"] = label
        self._legend = True
        return Artist()

    def twinx(self):
        self._twin = Axes(self.figure, self)
        return self._twin

    def twiny(self):
        return self

    def clear(self):
        self._primitives = []
        self._start()

    cla = clear

    def __getattr__(self, name):
        if name in _DECORATIONS:
            return lambda *args, **options: None
        if name.startswith("__"):
            raise AttributeError(name)
        if not running():
            return unknown("matplotlib.axes.Axes.%s is not modelled" % name)
        raise NotImplementedError("matplotlib.axes.Axes.%s is not supported by Kerascope yet" % name)

    def _axis(self, axis):
        low, high = self._limits[axis]
        ticks = self._ticks[axis]
        if ticks is None and axis in self._names:
            ticks = [(float(place), name) for name, place in self._names[axis].items()]
        return {"low": low, "high": high, "log": self._scales[axis] == "log",
                "ticks": None if ticks is None else [place for place, name in ticks], "names": [] if ticks is None else [name for place, name in ticks]}

    def _described(self):
        twin = self._twin
        bar = self._colorbar
        return {"title": self._title, "x_label": self._x_label, "y_label": self._y_label,
                "legend": self._legend or twin is not None and twin._legend,
                "primitives": [each for each in self._primitives if each["kind"] != "gone"],
                "x": self._axis("x"), "y": self._axis("y"), "right": None if twin is None else twin._axis("y"),
                "right_label": "" if twin is None else twin._y_label, "grid": self._grid is not False and self._grid is not None,
                "bare": self._bare, "equal": self._equal,
                "bar_low": 0.0 if bar is None else bar[0], "bar_high": 0.0 if bar is None else bar[1],
                "bar_colors": None if bar is None else [css(bar[2](place / 8.0)) for place in range(9)],
                "bar_label": "" if bar is None else bar[3]}

class _Spines(dict):
    def __getitem__(self, name):
        return Artist()

    def __getattr__(self, name):
        return Artist()

    def values(self):
        return []
`;
