/** The Python text of an axes' two axes: ticks, their names, locators, formatters and spines; part of `matplotlib.axes`. */
export const axisParts = String.raw`
def _nice(low, high, wanted=7, whole=False):
    """Round numbers from low to high."""
    rough = (high - low) / wanted
    if not rough > 0:
        return [low]
    power = 10.0 ** np.floor(np.log10(rough))
    step = [factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= rough * 0.999][0]
    if whole:
        step = max(1.0, float(np.ceil(step)))
    first, last = int(np.ceil(low / step - 1e-9)), int(np.floor(high / step + 1e-9))
    return [float("%.12g" % (place * step)) for place in range(first, last + 1)]

class _TickName(Artist):
    """The name of one tick; what is set on it is set on all of the axis."""

    def __init__(self, axis, text):
        Artist.__init__(self)
        self._axis, self._text = axis, text

    def get_text(self): return self._text
    def set_rotation(self, angle): self._axis._turn_names(angle)
    def set_fontsize(self, size): self._axis._size = _font(size)
    set_size = set_fontsize
    def set_visible(self, visible): self._axis._named = bool(visible)

class _Axis:
    """One axis: its ticks, their names and how they are drawn."""

    def __init__(self, axes, name):
        self.axes, self.axis_name = axes, name
        self._ticks, self._names = None, None
        self._marked = self._named = True
        self._angle, self._size = 0.0, None
        self._locator = self._formatter = None
        self._words = {}
        self._dates = False

    def _turn_names(self, angle):
        self._angle = {"vertical": 90.0, "horizontal": 0.0}.get(angle) if isinstance(angle, str) else float(angle)

    def _set_ticks(self, ticks, labels=None):
        self._ticks = [float(tick) for tick in self.axes._numbers(list(ticks), self.axis_name)]
        self._names = None if labels is None else [_label_text(label) for label in list(labels)]

    def _set_names(self, labels):
        self._names = [_label_text(label) for label in list(labels)]
        if self._ticks is None:
            self._ticks = [float(place) for place in range(len(self._names))]
            self._names_free = True

    def _style(self, options):
        rotation = options.get("rotation", options.get("labelrotation"))
        if rotation is not None:
            self._turn_names(rotation)
        size = options.get("fontsize", options.get("labelsize", options.get("size")))
        if size is not None:
            self._size = _font(size)
        if isinstance(options.get("fontdict"), dict):
            self._style(options["fontdict"])
        sides = ("bottom", "labelbottom") if self.axis_name == "x" else ("left", "labelleft")
        if sides[1] in options:
            self._named = bool(options[sides[1]])
        if sides[0] in options and not options[sides[0]] and not options.get(sides[1], True):
            self._marked = False
        if options.get("length") == 0 and not self._named:
            self._marked = False

    def set_visible(self, visible): self._marked = bool(visible)
    def get_visible(self): return self._marked
    def set_ticks(self, ticks, labels=None, **options):
        if running():
            self._set_ticks(ticks, labels)
    def set_ticklabels(self, labels, **options):
        if running():
            self._set_names(labels)
    def set_major_locator(self, locator): self._locator = locator
    def set_minor_locator(self, locator): pass
    def set_minor_formatter(self, formatter): pass
    def set_major_formatter(self, formatter): self._formatter = formatter
    def get_ticklocs(self): return self._places()
    def get_label(self): return self.axes._label_artist(self.axis_name)
    def set_label_text(self, label, **options): getattr(self.axes, "set_%slabel" % self.axis_name)(label)
    def get_major_ticks(self, *args): return [_TickName(self, name) for name in self._texts()]
    def tick_top(self): pass
    def tick_bottom(self): pass
    def tick_left(self): pass
    def tick_right(self): pass
    def set_tick_params(self, **options): self._style(options)
    def set_label_position(self, position): pass
    def set_ticks_position(self, position):
        if position == "none":
            self._marked = False
    def grid(self, visible=True, **options): self.axes.grid(visible, axis=self.axis_name)
    def set_inverted(self, inverted): self.axes._turn(self.axis_name)
    def get_scale(self): return self.axes._scales[self.axis_name]

    def _places(self):
        """Where ticks are, as far as the script can ask for it."""
        if self._ticks is not None:
            return np.array(self._ticks)
        if self._words:
            return np.arange(float(len(self._words)))
        low, high = sorted(self.axes._range(self.axis_name))
        if self._locator is not None and hasattr(self._locator, "_between"):
            return np.array(self._locator._between(low, high))
        if self.axes._scales[self.axis_name] == "log" and low > 0:
            return 10.0 ** np.arange(np.floor(np.log10(low)), np.ceil(np.log10(high)) + 1)
        return np.array(_nice(low, high))

    def _texts(self):
        if self._names is not None:
            return self._names
        if self._words:
            return list(self._words)
        return ["%g" % place for place in self._places().tolist()]

    def _described(self, limits, log):
        ticks, names = self._ticks, self._names
        if ticks is None and self._words:
            ticks, names = [float(place) for place in range(len(self._words))], list(self._words)
        formatter = self._formatter
        if ticks is None and self._dates:
            ticks, names = _date_ticks(*sorted(self.axes._range(self.axis_name)))
            if formatter is not None and hasattr(formatter, "_of_days"):
                names = [formatter._of_days(tick) for tick in ticks]
                formatter = None
        elif ticks is None and (self._locator is not None or formatter is not None):
            ticks = self._places().tolist()
        if names is None and formatter is not None and ticks is not None:
            names = [_formatted(formatter, tick, place) for place, tick in enumerate(ticks)]
        if ticks is not None and names is not None:
            names = (names + [""] * len(ticks))[:len(ticks)]
        size = _font(_parameter("xtick.labelsize" if self.axis_name == "x" else "ytick.labelsize")) if self._size is None else self._size
        return {"low": limits[0], "high": limits[1], "log": log, "ticks": ticks, "names": [] if names is None else names,
                "marked": self._marked, "named": self._named, "angle": self._angle, "size": size}

def _label_text(label):
    return label.get_text() if isinstance(label, Artist) else str(label)

def _formatted(formatter, value, place):
    if isinstance(formatter, str):
        return formatter.format(x=value, pos=place) if "{" in formatter else formatter % value
    return str(formatter(value, place))

def _date_ticks(low, high):
    """Places and names of dates; days since 1970."""
    import datetime
    first = datetime.datetime(1970, 1, 1)
    span = high - low
    if span > 3 * 365:
        years = range((first + datetime.timedelta(days=low)).year, (first + datetime.timedelta(days=high)).year + 1)
        step = -(-len(years) // 8)
        days = [datetime.datetime(year, 1, 1) for year in years[::step]]
        form = "%Y"
    elif span > 75:
        start = first + datetime.timedelta(days=low)
        months = int(span // 30) + 2
        step = [each for each in (1, 2, 3, 4, 6, 12) if months / each <= 8 or each == 12][0]
        counts = range(start.year * 12 + start.month - 1, start.year * 12 + start.month - 1 + months)
        days = [datetime.datetime(count // 12, count % 12 + 1, 1) for count in counts if count % step == 0]
        form = "%Y-%m"
    elif span > 2:
        step = max(1, int(np.ceil(span / 7)))
        days = [first + datetime.timedelta(days=day) for day in range(int(np.ceil(low)), int(np.floor(high)) + 1, step)]
        form = "%Y-%m-%d"
    else:
        hours = span * 24
        step = [each for each in (0.25, 0.5, 1, 2, 3, 4, 6, 12) if hours / each <= 8 or each == 12][0]
        start = int(np.ceil(low * 24 / step))
        days = [first + datetime.timedelta(hours=place * step) for place in range(start, int(np.floor(high * 24 / step)) + 1)]
        form = "%m-%d %H:%M" if hours > 20 else "%H:%M"
    days = [day for day in days if low <= (day - first).total_seconds() / 86400 <= high]
    return [(day - first).total_seconds() / 86400 for day in days], [day.strftime(form) for day in days]

class _Spine:
    def __init__(self, sides, names):
        self._sides, self._names = sides, names

    def set_visible(self, visible):
        for name in self._names:
            self._sides._shown[name] = bool(visible)

    def set_color(self, color):
        if isinstance(color, str) and color.lower() == "none":
            self.set_visible(False)

    def get_visible(self): return self._sides._shown[self._names[0]]

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return lambda *args, **options: None

class _Spines:
    """The sides of the frame, by name, by several names or as attributes."""

    def __init__(self):
        self._shown = {"left": True, "right": True, "bottom": True, "top": True}
        self.left, self.right, self.bottom, self.top = [_Spine(self, [name]) for name in self._shown]

    def __getitem__(self, name):
        if isinstance(name, slice):
            return _Spine(self, list(self._shown))
        names = list(name) if isinstance(name, (list, tuple)) else [name]
        for each in names:
            if each not in self._shown:
                raise KeyError(each)
        return _Spine(self, names)

    def __contains__(self, name): return name in self._shown
    def __iter__(self): return iter(self._shown)
    def __len__(self): return 4
    def keys(self): return list(self._shown)
    def values(self): return [_Spine(self, [name]) for name in self._shown]
    def items(self): return [(name, _Spine(self, [name])) for name in self._shown]
`;
