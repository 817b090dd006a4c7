/** The Python text of an axes' two axes: ticks, their names, locators, formatters and scales; part of `matplotlib.axes`. */
export const axisParts = String.raw`
class _TickName(Artist):
    """The name of one tick; how it is set to look is how all of the axis look."""

    def __init__(self, axis, text, place, minor=False):
        Artist.__init__(self)
        self._axis, self._text, self._place, self._minor = axis, text, place, minor

    def _style(self, **options): self._axis._style_ticks("minor" if self._minor else "major", options)
    def get_text(self): return self._text
    def set_text(self, s): self._axis._rename(self._place, str(s))
    def get_position(self): return (self._place, 0) if self._axis.axis_name == "x" else (0, self._place)
    def set_rotation(self, angle): self._style(labelrotation=angle)
    def get_rotation(self): return float(self._axis._looks["major"]["labelrotation"] or 0)
    def set_fontsize(self, size): self._style(labelsize=size)
    set_size = set_fontsize
    def get_fontsize(self): return _font(self._axis._looks["major"]["labelsize"])
    get_size = get_fontsize
    def set_color(self, color): self._style(labelcolor=color)
    def get_color(self): return self._axis._looks["major"]["labelcolor"]
    def set_fontweight(self, weight): self._style(fontweight=weight)
    set_weight = set_fontweight
    def set_ha(self, align): self._style(horizontalalignment=align)
    set_horizontalalignment = set_ha
    def set_va(self, align): self._style(verticalalignment=align)
    set_verticalalignment = set_va
    def get_ha(self): return self._axis._looks["major"]["horizontalalignment"]
    def set_visible(self, visible):
        if not visible:
            self._axis._hidden.add(self._place)

class _Tick(Artist):
    def __init__(self, axis, text, place):
        Artist.__init__(self)
        self.label1 = self.label = self.label2 = _TickName(axis, text, place)
        self._place, self._axis = place, axis

    def get_loc(self): return self._place
    def set_visible(self, visible):
        if not visible:
            self._axis._hidden.add(self._place)

class _Ticker:
    """A locator and a formatter; axes that share an axis share them."""

    def __init__(self):
        self.locator = self.formatter = None
        self.chosen = False

_NAME_STYLES = {"fontsize": "labelsize", "color": "labelcolor", "rotation": "labelrotation"}
_TICK_LOOK = set("length width direction color pad labelsize labelcolor labelrotation grid_color grid_alpha grid_linewidth grid_linestyle zorder".split())

class _Axis:
    """One axis: its scale, its ticks, their names and how they are drawn."""

    def __init__(self, axes, name):
        self.axes, self.axis_name = axes, name
        self.major, self.minor = _Ticker(), _Ticker()
        self._words, self._dates, self._shown = {}, False, True
        self._hidden = set()
        self._label, self._label_pad, self._label_side = "", None, "bottom" if name == "x" else "left"
        self._label_options = {}
        self._label_at = "center"
        self._sides = ("bottom", "top") if name == "x" else ("left", "right")
        self._looks = {"major": self._default_look("major"), "minor": self._default_look("minor")}
        self._grids = {"major": None, "minor": None}
        self._shares = False
        self._set_scale("linear")

    figure = property(lambda self: self.axes.figure)

    def _default_look(self, which):
        prefix = self.axis_name + "tick."
        first, second = self._sides
        return {"length": _parameter(prefix + which + ".size"), "width": _parameter(prefix + which + ".width"), "direction": _parameter(prefix + "direction"),
                "color": _parameter(prefix + "color"), "pad": _parameter(prefix + which + ".pad"), "labelsize": _parameter(prefix + "labelsize"),
                "labelcolor": _parameter(prefix + "labelcolor"), "labelrotation": 0, "horizontalalignment": "center" if self.axis_name == "x" else "right",
                "verticalalignment": "top" if self.axis_name == "x" else _parameter("ytick.alignment"), "fontweight": "normal",
                first: _parameter(prefix + first), second: _parameter(prefix + second), "label" + first: _parameter(prefix + "label" + first),
                "label" + second: _parameter(prefix + "label" + second)}

    def _set_scale(self, value, **options):
        from matplotlib.scale import ScaleBase, scale_factory
        self._scale = value if isinstance(value, ScaleBase) else scale_factory(value, self, **options)
        self._scale.set_default_locators_and_formatters(self)
        self.major.chosen = self.minor.chosen = False

    def get_scale(self): return self._scale.name
    def get_transform(self): return self._scale.get_transform()

    # Limits.
    def get_view_interval(self): return self.axes._view_of(self.axis_name)
    def get_data_interval(self): return np.array(self.axes._data[self.axis_name])
    def get_minpos(self): return self.axes._least_of(self.axis_name)
    def set_inverted(self, inverted): self.axes._invert(self.axis_name, bool(inverted))
    def get_inverted(self):
        low, high = self.get_view_interval()
        return high < low
    def get_tick_space(self):
        length = self.axes._length_of(self.axis_name)
        size = _font(self._looks["major"]["labelsize"]) * (3 if self.axis_name == "x" else 2)
        return int(math.floor(length / size)) if size > 0 else 2 ** 31 - 1

    # Locators and formatters.
    def _set_ticker(self, which, part, value):
        ticker = self.major if which == "major" else self.minor
        setattr(ticker, part, value)
        ticker.chosen = True
        if hasattr(value, "set_axis"):
            value.set_axis(self)

    def set_major_locator(self, locator): self._set_ticker("major", "locator", locator)
    def set_minor_locator(self, locator): self._set_ticker("minor", "locator", locator)
    def set_major_formatter(self, formatter): self._set_ticker("major", "formatter", _formatter_of(formatter))
    def set_minor_formatter(self, formatter): self._set_ticker("minor", "formatter", _formatter_of(formatter))
    def get_major_locator(self): return self.major.locator
    def get_minor_locator(self): return self.minor.locator
    def get_major_formatter(self): return self.major.formatter
    def get_minor_formatter(self): return self.minor.formatter

    def _take_dates(self):
        from matplotlib.dates import AutoDateFormatter, AutoDateLocator
        if not self._dates:
            self._dates = True
            if not self.major.chosen:
                self.set_major_locator(AutoDateLocator())
                self.set_major_formatter(AutoDateFormatter(self.major.locator))

    def _take_words(self, names):
        from matplotlib.ticker import _WordFormatter, _WordLocator
        if not self._words and not self._dates:
            self.set_major_locator(_WordLocator(self._words))
            self.set_major_formatter(_WordFormatter(self._words))
        return np.array([float(self._words.setdefault(str(name), len(self._words))) for name in names])

    # Ticks.
    def get_majorticklocs(self): return np.asarray(self.major.locator())
    def get_minorticklocs(self):
        minors = np.asarray(self.minor.locator(), dtype=np.float64)
        majors = np.asarray(self.major.locator(), dtype=np.float64)
        if not len(minors) or not len(majors):
            return minors
        low, high = self.get_view_interval()
        near = abs(self._scale._to(high) - self._scale._to(low)) * 1e-5
        with np.errstate(all="ignore"):
            far = np.abs(self._scale._forward(minors)[:, np.newaxis] - self._scale._forward(majors)[np.newaxis, :]).min(axis=1) > near
        return minors[far]
    def get_ticklocs(self, *, minor=False): return self.get_minorticklocs() if minor else self.get_majorticklocs()
    def _texts(self, which="major"):
        ticker = self.major if which == "major" else self.minor
        locs = self.get_majorticklocs() if which == "major" else self.get_minorticklocs()
        if hasattr(ticker.formatter, "set_axis"):
            ticker.formatter.set_axis(self)
        names = ticker.formatter.format_ticks([float(place) for place in list(locs)])
        return list(locs), ["" if place in self._hidden else name for place, name in zip(list(locs), names)]
    def get_majorticklabels(self): return [_TickName(self, text, float(place)) for place, text in zip(*self._texts())]
    def get_minorticklabels(self): return [_TickName(self, text, float(place), True) for place, text in zip(*self._texts("minor"))]
    def get_ticklabels(self, minor=False, which=None): return self.get_minorticklabels() if minor or which == "minor" else self.get_majorticklabels()
    def get_major_ticks(self, numticks=None): return [_Tick(self, text, float(place)) for place, text in zip(*self._texts())]
    def get_minor_ticks(self, numticks=None): return [_Tick(self, text, float(place)) for place, text in zip(*self._texts("minor"))]
    def get_ticklines(self, minor=False): return [_TickLines(self)]
    def get_gridlines(self): return [_GridLines(self)]
    def get_offset_text(self):
        self._texts()
        return Text(0, 0, self.major.formatter.get_offset())
    def _rename(self, place, name):
        from matplotlib.ticker import _NameFormatter
        locs, names = self._texts()
        self.set_major_formatter(_NameFormatter(locs, [name if each == place else old for each, old in zip(locs, names)]))

    def set_ticks(self, ticks, labels=None, *, minor=False, **options):
        if labels is None and options:
            raise ValueError("labels argument cannot be None when kwargs are passed")
        if not running():
            return None
        from matplotlib.ticker import FixedLocator
        places = np.atleast_1d(self.axes._numbers(list(ticks) if hasattr(ticks, "__iter__") else ticks, self.axis_name))
        if len(places):
            self.axes._widen(self.axis_name, float(np.min(places)), float(np.max(places)))
        (self.set_minor_locator if minor else self.set_major_locator)(FixedLocator(places))
        if labels is not None:
            self.set_ticklabels(labels, minor=minor, **options)

    def set_ticklabels(self, labels, *, minor=False, fontdict=None, **options):
        if not running():
            return None
        from matplotlib.ticker import FixedFormatter, FixedLocator, NullFormatter, _NameFormatter
        labels = [_label_text(label) for label in list(labels)]
        locator = self.minor.locator if minor else self.major.locator
        put = self.set_minor_formatter if minor else self.set_major_formatter
        if not labels:
            put(NullFormatter())
        elif isinstance(locator, FixedLocator):
            if len(locator.locs) != len(labels) and len(labels):
                raise ValueError("The number of FixedLocator locations (%d), usually from a call to set_ticks, does not match the number of labels (%d)."
                                 % (len(locator.locs), len(labels)))
            put(_NameFormatter(locator.locs, labels))
        else:
            put(FixedFormatter(labels))
        look = _words_of(options, fontdict)
        self._style_ticks("minor" if minor else "major", {_NAME_STYLES.get(name, name): value for name, value in look.items()})
        return self.get_ticklabels(minor)

    # Looks.
    def _style_ticks(self, which, options):
        options = dict(options)
        colors = options.pop("colors", None)
        if colors is not None:
            options.update(color=colors, labelcolor=colors)
        for kind in ("major", "minor") if which == "both" else (which,):
            look = self._looks[kind]
            for name, value in options.items():
                name = {"rotation": "labelrotation", "size": "length", "tickdir": "direction", "grid_c": "grid_color"}.get(name, name)
                if name.startswith("grid_"):
                    self._grids[kind] = dict(self._grids[kind] or {"_on": False}, **{name[5:]: value})
                elif name in look:
                    look[name] = value
                elif name in ("left", "right", "labelleft", "labelright", "bottom", "top", "labelbottom", "labeltop") or name in _COSMETIC or name in ("zorder", "alpha", "visible", "label"):
                    pass
                else:
                    raise ValueError("keyword %s is not recognized; valid keywords are %s" % (name, sorted(look)))

    def set_tick_params(self, which="major", reset=False, **options):
        if reset:
            for kind in ("major", "minor"):
                self._looks[kind] = self._default_look(kind)
        self._style_ticks(which, options)

    def _ticks_at(self, sides, named):
        for look in self._looks.values():
            for side in self._sides:
                look[side], look["label" + side] = side in sides, side in named

    def tick_top(self): self._ticks_at(["top"], ["top"])
    def tick_bottom(self): self._ticks_at(["bottom"], ["bottom"])
    def tick_left(self): self._ticks_at(["left"], ["left"])
    def tick_right(self): self._ticks_at(["right"], ["right"])

    def set_ticks_position(self, position):
        if position in self._sides:
            self._ticks_at([position], [position])
        elif position == "both":
            for look in self._looks.values():
                look[self._sides[0]] = look[self._sides[1]] = True
        elif position == "none":
            for look in self._looks.values():
                look[self._sides[0]] = look[self._sides[1]] = False
        elif position == "default":
            self._ticks_at(list(self._sides), [self._sides[0]])
        else:
            raise ValueError("%r is not a valid value for position; supported values are %s, 'both', 'default', 'none'" % (position, ", ".join(repr(side) for side in self._sides)))

    def get_ticks_position(self):
        first, second = self._sides
        look = self._looks["major"]
        return second if look[second] and look["label" + second] and not look[first] else first if look[first] and not look[second] else "unknown"

    def set_label_position(self, position):
        if position not in self._sides:
            raise ValueError("%r is not a valid value for position; supported values are %s" % (position, ", ".join(repr(side) for side in self._sides)))
        self._label_side = position
    def get_label_position(self): return self._label_side
    def set_visible(self, visible): self._shown = bool(visible)
    def get_visible(self): return self._shown
    def set_label_text(self, label, fontdict=None, **options): return self.axes._set_label(self.axis_name, label, fontdict, None, options)
    def get_label_text(self): return self._label
    def get_label(self): return _AxisLabel(self)
    label = property(get_label)
    def set_label_coords(self, x, y, transform=None):
        if running():
            raise NotImplementedError("matplotlib's Axis.set_label_coords is not supported by Kerascope yet")
    def get_major_formatter_text(self): return self.major.formatter.get_offset()
    def grid(self, visible=None, which="major", **options): self._grid(visible, which, options)
    def set(self, **options):
        for name, value in options.items():
            getattr(self, "set_" + name)(value)

    def _grid(self, visible, which, options):
        look = _known("Line2D", {(name[5:] if name.startswith("grid_") else name): value for name, value in options.items()}, _LINE_LOOK)
        for kind in ("major", "minor") if which == "both" else (which,):
            if kind not in self._grids:
                raise ValueError("%r is not a valid value for which; supported values are 'major', 'minor', 'both'" % which)
            old = self._grids[kind]
            on = (True if look else not (old or {}).get("_on", False)) if visible is None else bool(visible)
            self._grids[kind] = dict(old or {}, **look, _on=on)

    def _grid_look(self, kind):
        grid = self._grids[kind]
        if grid is None or not grid.get("_on"):
            return None
        width = grid.get("linewidth", _parameter("grid.linewidth"))
        stroke = _stroke(_grid_ink(grid.get("color")), float(width), grid.get("linestyle", _parameter("grid.linestyle")))
        alpha = grid.get("alpha", _parameter("grid.alpha"))
        return None if stroke is None else dict(stroke, opacity=1.0 if alpha is None else float(alpha))

    def _tick_look(self, kind):
        look = self._looks[kind]
        ink = None if look["color"] in (None, "black", "k") else css(look["color"])
        words = look["labelcolor"]
        words = look["color"] if words in ("inherit", None) else words
        name = _text_look({"rotation": look["labelrotation"], "horizontalalignment": look["horizontalalignment"], "verticalalignment": look["verticalalignment"],
                           "fontweight": look["fontweight"], "fontsize": look["labelsize"]}, 10)
        name["ink"] = None if words in ("black", "k") else css(words)
        return {"length": float(look["length"]), "width": float(look["width"]), "direction": look["direction"], "ink": ink, "pad": float(look["pad"]),
                "sides": [side for side in self._sides if look[side]], "named": [side for side in self._sides if look["label" + side]], "name": name,
                "grid": self._grid_look(kind)}

    def _described(self, view=None):
        low, high = self.get_view_interval() if view is None else view
        ticks = []
        if self._shown and not self.axes._bare:
            for kind in ("major", "minor"):
                with np.errstate(all="ignore"):
                    ticks += [{"at": float(place), "text": text, "minor": kind == "minor"} for place, text in zip(*self._texts(kind)) if math.isfinite(place)]
        if len(ticks) > 2000:
            ticks = ticks[:2000]
        options = self._label_options
        upright = self.axis_name == "y"
        at = {"left": 0.0, "bottom": 0.0, "center": 0.5, "right": 1.0, "top": 1.0}[self._label_at]
        align = {0.0: "left", 0.5: "center", 1.0: "right"}[at]
        look = _text_look(dict({"rotation": 90.0 if upright else 0.0, "horizontalalignment": align}, **options), _parameter("axes.labelsize"), _parameter("axes.labelcolor"),
                          weight=_parameter("axes.labelweight"))
        look["ink"] = None if options.get("color", _parameter("axes.labelcolor")) == "black" else look["ink"]
        pad = _parameter("axes.labelpad") if self._label_pad is None else self._label_pad
        return {"scale": self._scale._described(float(low), float(high)), "low": float(low), "high": float(high), "shown": self._shown and not self.axes._bare, "ticks": ticks,
                "major": self._tick_look("major"), "minor": self._tick_look("minor"),
                "label": {"text": self._label, "side": self._label_side, "pad": float(pad), "look": look, "at": at},
                "offset": self.major.formatter.get_offset() if ticks and hasattr(self.major.formatter, "get_offset") else ""}

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        if not running():
            return unknown("matplotlib.axis.Axis.%s is not modelled" % name)
        if name[4:] in _COSMETIC and name.startswith("set_"):
            return lambda *args, **options: None
        if name in ("set_tick_space", "convert_units", "set_units", "get_units", "set_default_intervals", "limit_range_for_scale", "get_tightbbox", "axis_date", "get_ticks_direction",
                    "set_pickradius", "set_remove_overlapping_locs", "get_remove_overlapping_locs", "update_units", "reset_ticks", "zoom", "pan", "get_tick_padding"):
            if name == "axis_date":
                return lambda tz=None: self._take_dates()
            raise NotImplementedError("matplotlib.axis.Axis.%s is not supported by Kerascope yet" % name)
        raise AttributeError("'%sAxis' object has no attribute %r" % (self.axis_name.upper(), name))

class _TickLines(Artist):
    """The marks of an axis' ticks, as one."""

    def __init__(self, axis):
        Artist.__init__(self)
        self._axis = axis

    def set_color(self, color): self._axis._style_ticks("major", {"color": color})
    def set_markersize(self, size): self._axis._style_ticks("major", {"length": size})
    def set_markeredgewidth(self, width): self._axis._style_ticks("major", {"width": width})
    def set_visible(self, visible):
        if not visible:
            self._axis._style_ticks("major", {"length": 0})

class _GridLines(Artist):
    def __init__(self, axis):
        Artist.__init__(self)
        self._axis = axis

    def _look(self, **options): self._axis._grids["major"] = dict(self._axis._grids["major"] or {}, **options)
    def set_color(self, color): self._look(color=color)
    def set_linestyle(self, style): self._look(linestyle=style)
    def set_linewidth(self, width): self._look(linewidth=width)
    def set_visible(self, visible): self._look(_on=bool(visible))

def _grid_ink(color):
    color = _parameter("grid.color") if color is None else color
    return "faint" if color == "#b0b0b0" else css(color)

def _formatter_of(formatter):
    from matplotlib.ticker import FuncFormatter, StrMethodFormatter
    if isinstance(formatter, str):
        return StrMethodFormatter(formatter)
    if hasattr(formatter, "format_ticks"):
        return formatter
    if callable(formatter):
        return FuncFormatter(formatter)
    raise TypeError("formatter must be an instance of matplotlib.ticker.Formatter, not a %s" % type(formatter).__name__)

def _label_text(label):
    return label.get_text() if hasattr(label, "get_text") else str(label)
`;
