/** The Python text of an axes' titles, limits, scales, ticks and legend; part of the module `matplotlib.axes`. */
export const axesSettings = String.raw`
_DECORATIONS = (
    "margins", "autoscale", "autoscale_view", "relim", "minorticks_on", "minorticks_off", "set_box_aspect",
    "locator_params", "ticklabel_format", "set_axisbelow", "set_anchor", "set_position", "set_zorder", "set_frame_on",
    "set_xbound", "set_ybound", "set_rasterized", "set_autoscale_on", "draw", "set_xmargin", "set_ymargin", "set_adjustable",
    "set_in_layout", "set_navigate", "use_sticky_edges", "set_rlabel_position", "set_gid", "set_label", "clabel", "set_snap",
)

_SIZES = {"xx-small": 0.579, "x-small": 0.694, "small": 0.833, "medium": 1.0, "large": 1.2, "x-large": 1.44, "xx-large": 1.728,
          "smaller": 0.833, "larger": 1.2}

def _parameter(name):
    import matplotlib
    return matplotlib.rcParams[name]

def _font(size, otherwise=10.0):
    """A font's size in points, of a number or a name."""
    if size is None:
        return otherwise
    if isinstance(size, str):
        base = float(_parameter("font.size"))
        return base * _SIZES[size] if size in _SIZES else base
    return float(size)

def _font_of(options, parameter):
    size = options.get("fontsize", options.get("size"))
    if size is None and isinstance(options.get("fontdict"), dict):
        size = options["fontdict"].get("fontsize", options["fontdict"].get("size"))
    return _font(_parameter(parameter) if size is None else size)

class _Words(Artist):
    """A title or a label of axes."""

    def __init__(self, axes, name):
        Artist.__init__(self)
        self._owner, self._name = axes, name

    def get_text(self): return str(getattr(self._owner, self._name))
    def set_text(self, text): setattr(self._owner, self._name, str(text))
    def set_fontsize(self, size):
        setattr(self._owner, "_title_size" if self._name == "_title" else "_label_size", _font(size))
    set_size = set_fontsize
    def set_visible(self, visible):
        if not visible:
            self.set_text("")

class _AxesSettings:
    def _start(self):
        self._title = self._x_label = self._y_label = ""
        self._title_size = self._label_size = None
        self._legend = None
        self._grid = "both" if _parameter("axes.grid") else ""
        self._bare = False
        self._equal = ""
        self._visible = True
        self._face = None
        self._limits = {"x": (None, None), "y": (None, None)}
        self._scales = {"x": "linear", "y": "linear"}
        self._turned = {"x": False, "y": False}
        self._colorbar = None
        self._last_image = None
        self._twin = None
        self._cycles = {"line": 0, "patch": 0}
        self._cycle = None
        self._shared = {"x": None, "y": None}
        self.spines = _Spines()
        self.xaxis, self.yaxis = _Axis(self, "x"), _Axis(self, "y")
        self.title = _Words(self, "_title")
        self.transAxes, self.transData = "axes", "data"
        self.lines, self.patches, self.collections, self.images, self.texts, self.containers = [], [], [], [], [], []
        self.artists, self.legend_ = [], None

    def get_xaxis(self): return self.xaxis
    def get_yaxis(self): return self.yaxis

    def _label_artist(self, axis): return _Words(self, "_%s_label" % axis)

    def set_title(self, label="", *args, **options):
        self._title = str(label)
        self._title_size = _font_of(options, "axes.titlesize")
        return self.title

    def set_xlabel(self, xlabel="", *args, **options):
        self._x_label = str(xlabel)
        self._label_size = _font_of(options, "axes.labelsize")
        return _Words(self, "_x_label")

    def set_ylabel(self, ylabel="", *args, **options):
        self._y_label = str(ylabel)
        self._label_size = _font_of(options, "axes.labelsize")
        return _Words(self, "_y_label")

    def get_title(self, *args): return self._title
    def get_xlabel(self): return self._x_label
    def get_ylabel(self): return self._y_label

    def set(self, **options):
        for name, value in options.items():
            getattr(self, "set_" + name)(value)

    def set_visible(self, visible): self._visible = bool(visible)
    def get_visible(self): return self._visible

    def set_facecolor(self, color): self._face = css(color)
    set_fc = set_facecolor
    def get_facecolor(self): return self._face or "white"

    def set_prop_cycle(self, *args, **options):
        cycle = args[0] if args else None
        colors = options.get("color", args[1] if len(args) == 2 else None)
        if cycle is not None and hasattr(cycle, "by_key"):
            colors = cycle.by_key().get("color")
        self._cycle = None if colors is None else list(colors)

    def grid(self, visible=None, which="major", axis="both", **options):
        on = (options or self._grid == "") if visible is None else visible
        if axis == "both":
            self._grid = "both" if on else ""
        else:
            shown = {each for each in "xy" if self._grid in (each, "both")}
            shown = shown | {axis} if on else shown - {axis}
            self._grid = "both" if len(shown) == 2 else "".join(shown)

    def axis(self, *args, **options):
        chosen = args[0] if args else options.get("option")
        if isinstance(chosen, (list, tuple, np.ndarray)):
            left, right, bottom, top = chosen
            self.set_xlim(left, right)
            self.set_ylim(bottom, top)
        elif chosen is False or chosen == "off":
            self._bare = True
        elif chosen is True or chosen == "on":
            self._bare = False
        elif isinstance(chosen, str):
            if chosen not in ("equal", "image", "scaled", "square", "tight", "auto"):
                raise ValueError("Unrecognized string %r to axis; try 'on' or 'off'" % chosen)
            if chosen in ("equal", "image", "scaled", "square"):
                self._equal = "data" if chosen == "equal" else "axes"
            elif chosen == "auto":
                self._equal = ""
            elif running() and chosen == "tight":
                self._limits = {"x": self._reach("x"), "y": self._reach("y")}
        if "xmin" in options or "xmax" in options:
            self.set_xlim(options.get("xmin"), options.get("xmax"))
        if "ymin" in options or "ymax" in options:
            self.set_ylim(options.get("ymin"), options.get("ymax"))
        return self.get_xlim() + self.get_ylim()

    def set_axis_off(self): self._bare = True
    def set_axis_on(self): self._bare = False

    def set_aspect(self, aspect, adjustable=None, **options):
        self._equal = "" if aspect == "auto" else "data" if adjustable == "datalim" else "axes"

    def set_xlim(self, left=None, right=None, **options):
        return self._limit("x", options.get("xmin", left), options.get("xmax", right))

    def set_ylim(self, bottom=None, top=None, **options):
        return self._limit("y", options.get("ymin", bottom), options.get("ymax", top))

    def _limit(self, axis, low, high):
        if isinstance(low, (tuple, list, np.ndarray)):
            low, high = low
        if running():
            low, high = [None if each is None else float(self._numbers([each], axis)[0]) for each in (low, high)]
            old = self._limits[axis]
            self._limits[axis] = (old[0] if low is None else low, old[1] if high is None else high)
        return getattr(self, "get_%slim" % axis)()

    def _reach(self, axis):
        """The range of the data along an axis."""
        found = []
        for each in self._primitives:
            if each["kind"] in ("gone", "text") or axis == "y" and each.get("right", False) != (self._main is not None):
                continue
            if each["kind"] == "bars":
                if (axis == "x") != each["horizontal"]:
                    half = np.asarray(each["width"]) / 2
                    found += [each["x"] - half, each["x"] + half]
                else:
                    found += [np.asarray(each["bottom"]), each["bottom"] + each["height"]]
            elif each["kind"] == "image":
                found.append(np.array([each["left"], each["right_edge"]] if axis == "x" else [each["bottom"], each["top"]]))
            elif axis not in each.get("shares", ""):
                found.append(np.asarray(each[axis], dtype=np.float64))
        found = [each[np.isfinite(each)] for each in found]
        found = [each for each in found if each.size]
        if not found:
            return 0.0, 1.0
        return min([float(each.min()) for each in found]), max([float(each.max()) for each in found])

    def _range(self, axis):
        low, high = self._limits[axis]
        if low is None or high is None:
            first, last = self._reach(axis)
            if self._scales[axis] == "log" and first > 0:
                low, high = first * (first / last) ** 0.05 if low is None else low, last * (last / first) ** 0.05 if high is None else high
            else:
                kinds = {each["kind"] for each in self._primitives}
                room = 0.0 if "image" in kinds or "mesh" in kinds else 0.05 * (last - first) or 0.05
                floor = first == 0.0 and "bars" in kinds and axis == "y"
                low = (first if floor else first - room) if low is None else low
                high = last + room if high is None else high
            if self._turned[axis]:
                low, high = high, low
        return low, high

    def get_xlim(self): return self._range("x") if running() else (unknown("limits"), unknown("limits"))
    def get_ylim(self): return self._range("y") if running() else (unknown("limits"), unknown("limits"))
    get_xbound, get_ybound = get_xlim, get_ylim

    def invert_xaxis(self): self._turn("x")
    def invert_yaxis(self): self._turn("y")

    def _turn(self, axis):
        low, high = self._limits[axis]
        if low is not None and high is not None:
            self._limits[axis] = (high, low)
        else:
            self._turned[axis] = not self._turned[axis]

    def _scale(self, axis, value):
        if value not in ("linear", "log", "symlog", "logit", "function"):
            raise ValueError("%r is not a valid value for scale; supported values are 'asinh', 'function', 'functionlog', 'linear', 'log', 'logit', 'symlog'" % value)
        self._scales[axis] = "log" if value in ("log", "symlog") else "linear"

    def set_xscale(self, value, **options): self._scale("x", value)
    def set_yscale(self, value, **options): self._scale("y", value)
    def get_xscale(self): return self._scales["x"]
    def get_yscale(self): return self._scales["y"]

    def set_xticks(self, ticks=(), labels=None, *, minor=False, **options): self._tick(self.xaxis, ticks, labels, minor, options)
    def set_yticks(self, ticks=(), labels=None, *, minor=False, **options): self._tick(self.yaxis, ticks, labels, minor, options)

    def _tick(self, axis, ticks, labels, minor, options):
        if running() and not minor:
            axis._set_ticks(ticks, labels)
            axis._style(options)

    def set_xticklabels(self, labels=(), *args, minor=False, **options): self._name_ticks(self.xaxis, labels, minor, options)
    def set_yticklabels(self, labels=(), *args, minor=False, **options): self._name_ticks(self.yaxis, labels, minor, options)

    def _name_ticks(self, axis, labels, minor, options):
        if running() and not minor:
            labels = list(labels)
            if axis._ticks is not None and labels and len(labels) != len(axis._ticks) and not hasattr(axis, "_names_free"):
                raise ValueError("The number of FixedLocator locations (%d), usually from a call to set_ticks, does not match the number of labels (%d)."
                                 % (len(axis._ticks), len(labels)))
            if labels:
                axis._set_names(labels)
            else:
                axis._named = False
            axis._style(options)

    def get_xticks(self, **options): return self.xaxis._places() if running() else unknown("ticks")
    def get_yticks(self, **options): return self.yaxis._places() if running() else unknown("ticks")
    def get_xticklabels(self, *args, **options): return [_TickName(self.xaxis, text) for text in self.xaxis._texts()] if running() else unknown("ticks")
    def get_yticklabels(self, *args, **options): return [_TickName(self.yaxis, text) for text in self.yaxis._texts()] if running() else unknown("ticks")

    def tick_params(self, axis="both", **options):
        if axis in ("x", "both"):
            self.xaxis._style(options)
        if axis in ("y", "both"):
            self.yaxis._style(options)

    def label_outer(self):
        place = self._place
        if place is not None:
            if place["row"] + place["rows"] < self.figure._rows:
                self.xaxis._named, self._x_label = False, ""
            if place["column"] > 0:
                self.yaxis._named, self._y_label = False, ""

    def sharex(self, other): self._shared["x"] = other
    def sharey(self, other): self._shared["y"] = other

    def _drawn(self):
        own = self._main is not None
        return [each for each in self._primitives if each["kind"] not in ("gone", "text", "image") and each.get("right", False) == own]

    def get_legend_handles_labels(self):
        drawn = [each for each in self._drawn() if each.get("label")]
        return [Artist([each]) for each in drawn], [each["label"] for each in drawn]

    def get_legend(self): return self.legend_
    def get_figure(self): return self.figure
    def get_lines(self): return self.lines
    def get_children(self): return self.lines + self.patches + self.collections + self.images + self.texts
    def get_position(self): return unknown("the place of axes") if not running() else _Place(0, 0, 1)
    def get_subplotspec(self): return None
    def has_data(self): return len(self._primitives) > 0

    def legend(self, *args, handles=None, labels=None, loc=None, title=None, bbox_to_anchor=None, **options):
        if len(args) == 2:
            handles, labels = args
        elif len(args) == 1:
            labels = args[0]
        self.legend_ = Artist()
        if not running():
            return self.legend_
        chosen, extra = None, []
        if handles is not None:
            found = []
            for handle in list(handles):
                found += [getattr(handle, "_primitives", [])[:1]]
            names = [part[0].get("label", "") if part else "" for part in found] if labels is None else [str(label) for label in list(labels)]
            chosen = {}
            for part, name in zip(found, names):
                if part and any([part[0] is each for each in self._primitives]):
                    chosen[id(part[0])] = name
                elif part:
                    extra.append(dict(part[0], label=name, x=np.array([]), y=np.array([]), height=np.array([]), bottom=np.array([]), colors=None, edge=None))
        elif labels is not None:
            for each, label in zip(self._drawn(), [labels] if isinstance(labels, str) else list(labels)):
                each["label"] = str(label)
        places = ["best", "upper right", "upper left", "lower left", "lower right", "right", "center left", "center right", "lower center",
                  "upper center", "center"]
        place = places[loc] if isinstance(loc, int) and 0 <= loc < len(places) else "best" if loc is None or not isinstance(loc, str) else loc
        if place not in places:
            raise ValueError("%r is not a valid value for loc; supported values are %s" % (place, ", ".join(repr(each) for each in places)))
        self._legend = {"chosen": chosen, "extra": extra, "place": place, "title": "" if title is None else str(title)}
        return self.legend_

    def twinx(self):
        self._twin = Axes(self.figure, self)
        return self._twin

    def twiny(self):
        if not running():
            return unknown("a second horizontal axis is not modelled")
        raise NotImplementedError("matplotlib.axes.Axes.twiny is not supported by Kerascope yet")

    def clear(self):
        self._primitives.clear()
        self._start()

    cla = clear

    def remove(self):
        self.figure.delaxes(self)

    def __getattr__(self, name):
        if name in _DECORATIONS:
            return lambda *args, **options: None
        if name.startswith("__"):
            raise AttributeError(name)
        if name.startswith("_"):
            raise AttributeError(name)
        if not running():
            return unknown("matplotlib.axes.Axes.%s is not modelled" % name)
        if name in _REAL:
            raise NotImplementedError("matplotlib.axes.Axes.%s is not supported by Kerascope yet" % name)
        raise AttributeError("'Axes' object has no attribute %r" % name)

    def _axis(self, axis):
        low, high = self._limits[axis]
        if self._shared[axis] is not None:
            group = self._shared[axis]
            both = [self._range(axis)] + [each._range(axis) for each in group] if isinstance(group, list) else [self._range(axis), group._range(axis)]
            low, high = min([min(pair) for pair in both]), max([max(pair) for pair in both])
        if self._turned[axis]:
            first, last = self._range(axis)
            low, high = (max(first, last), min(first, last)) if low is None or high is None else (high, low)
        return (self.xaxis if axis == "x" else self.yaxis)._described((low, high), self._scales[axis] == "log")

    def _pieces(self):
        """What is drawn; bars that were given colours of their own one by one."""
        pieces = []
        for each in self._primitives:
            if each["kind"] == "gone":
                continue
            if "inks" in each:
                for place, ink in enumerate(each["inks"]):
                    wide = each["width"] if len(each["width"]) == 1 else each["width"][place:place + 1]
                    pieces.append(dict(each, x=each["x"][place:place + 1], height=each["height"][place:place + 1], bottom=each["bottom"][place:place + 1],
                                       width=wide, color=ink, label=each["label"] if place == 0 else ""))
            else:
                pieces.append(each)
        return pieces

    def _legended(self, pieces):
        legends = [each._legend for each in (self, self._twin) if each is not None and each._legend is not None]
        if not legends:
            return pieces
        names, extra = {}, []
        for legend in legends:
            if legend["chosen"] is not None:
                names.update(legend["chosen"])
            extra += legend["extra"]
        if any([legend["chosen"] is not None for legend in legends]):
            pieces = [dict(each, label=names.get(id(each), "")) if "label" in each else each for each in pieces]
        elif len(legends) == 1 and self._twin is not None:
            own = legends[0] is self._twin._legend
            pieces = [each if "label" not in each or each.get("right", False) == own else dict(each, label="") for each in pieces]
        return pieces + extra

    def _described(self):
        twin = self._twin
        legend = self._legend or (twin._legend if twin is not None else None)
        return {"title": self._title, "title_size": _font(_parameter("axes.titlesize")) if self._title_size is None else self._title_size,
                "x_label": self._x_label, "y_label": self._y_label,
                "label_size": _font(_parameter("axes.labelsize")) if self._label_size is None else self._label_size,
                "legend": legend is not None, "legend_place": "" if legend is None else legend["place"],
                "legend_title": "" if legend is None else legend["title"],
                "primitives": self._legended(self._pieces()), "place": self._place, "sides": [name for name, on in self.spines._shown.items() if on],
                "face": self._face, "x": self._axis("x"), "y": self._axis("y"), "right": None if twin is None else twin._axis("y"),
                "right_label": "" if twin is None else twin._y_label, "grid": self._grid,
                "bare": self._bare, "equal": self._equal, "color_bar": None if self._colorbar is None else self._colorbar._described()}

_REAL = set("""acorr angle_spectrum arrow barbs broken_barh cohere csd eventplot magnitude_spectrum phase_spectrum plot_date psd
    secondary_xaxis secondary_yaxis specgram spy streamplot table tricontour tricontourf tripcolor triplot xcorr inset_axes indicate_inset
    add_child_axes get_tightbbox get_window_extent contains bxp violin ecdf stairs hexbin""".split())
`;
