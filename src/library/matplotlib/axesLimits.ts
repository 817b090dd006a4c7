/** The Python text of an axes' limits: what the data reach, margins, sticky edges, sharing and scales; part of `matplotlib.axes`. */
export const axesLimits = String.raw`
_INFINITE = float("inf")

class _Limits:
    def _start_limits(self):
        self._view = {"x": (0.0, 1.0), "y": (0.0, 1.0)}
        self._data = {"x": [_INFINITE, -_INFINITE], "y": [_INFINITE, -_INFINITE]}
        self._least = {"x": _INFINITE, "y": _INFINITE}
        self._auto = {"x": True, "y": True}
        self._stale = {"x": False, "y": False}
        self._margins = {"x": float(_parameter("axes.xmargin")), "y": float(_parameter("axes.ymargin"))}
        self._is_tight = None
        self.use_sticky_edges = True
        self._siblings = {"x": [self], "y": [self]}

    def _axis(self, name): return self.xaxis if name == "x" else self.yaxis

    # What the data reach.
    def _reached(self, x, y):
        for name, values in (("x", x), ("y", y)):
            if values is None:
                continue
            values = np.asarray(values, dtype=np.float64).ravel()
            values = values[np.isfinite(values)]
            if values.size:
                low, high = self._data[name]
                self._data[name] = [min(low, float(values.min())), max(high, float(values.max()))]
                above = values[values > 0]
                if above.size:
                    self._least[name] = min(self._least[name], float(above.min()))

    def update_datalim(self, xys, updatex=True, updatey=True):
        if running():
            places = np.asarray(xys, dtype=np.float64).reshape(-1, 2)
            self._reached(places[:, 0] if updatex else None, places[:, 1] if updatey else None)

    def relim(self, visible_only=False):
        self._data = {"x": [_INFINITE, -_INFINITE], "y": [_INFINITE, -_INFINITE]}
        self._least = {"x": _INFINITE, "y": _INFINITE}
        for each in self._primitives:
            if each["kind"] != "gone" and each.get("_relimits") and not (visible_only and not each.get("_visible", True)):
                self._reached(*each["_reach"])

    @property
    def dataLim(self): return Bbox([[self._data["x"][0], self._data["y"][0]], [self._data["x"][1], self._data["y"][1]]])

    @property
    def viewLim(self):
        (left, right), (bottom, top) = self._view_of("x"), self._view_of("y")
        return Bbox([[left, bottom], [right, top]])

    def _least_of(self, name): return min([each._least[name] for each in self._siblings[name]])

    # Limits that follow the data.
    def _request(self, *names):
        for name in names or ("x", "y"):
            self._stale[name] = True

    def _view_of(self, name):
        if any([each._stale[name] for each in self._siblings[name]]):
            for each in self._siblings[name]:
                each._stale[name] = False
            self._autoscale(name)
        return self._view[name]

    def autoscale_view(self, tight=None, scalex=True, scaley=True):
        if not running():
            return None
        if tight is not None:
            self._is_tight = bool(tight)
        for name, chosen in (("x", scalex), ("y", scaley)):
            if chosen:
                self._stale[name] = False
                self._autoscale(name)

    def _autoscale(self, name):
        if not self._auto[name]:
            return
        axis, group = self._axis(name), self._siblings[name]
        found = [value for each in group for value in each._data[name] if math.isfinite(value)]
        if not found and self._view[name] != (0.0, 1.0):
            return
        low, high = (min(found), max(found)) if found else (-_INFINITE, _INFINITE)
        locator = axis.get_major_locator()
        low, high = [float(part) for part in locator.nonsingular(low, high)]
        sticky = []
        if self.use_sticky_edges:
            sticky = [edge for axes in group for each in axes._primitives if each["kind"] != "gone" for edge in each.get("_sticky", {}).get(name, ())]
            sticky += self._fixed_edges(name)
            if axis.get_scale() == "log":
                sticky = [edge for edge in sticky if edge > 0]
        near = 1e-5 * abs(high - low)
        below, above = [edge for edge in sticky if edge < low + near], [edge for edge in sticky if edge >= high - near]
        scale = axis._scale
        low, high = scale.limit_range_for_scale(low, high, self._least_of(name))
        first, last = scale._to(low), scale._to(high)
        room = (last - first) * self._margins[name]
        if not math.isfinite(room):
            room = 0.0
        if scale.name == "linear":
            low, high = first - room, last + room
        else:
            low, high = scale._from(first - room), scale._from(last + room)
        if below:
            low = max(low, max(below))
        if above:
            high = min(high, min(above))
        if not self._is_tight:
            low, high = [float(part) for part in locator.view_limits(low, high)]
        old = self._view[name]
        self._put_view(name, (high, low) if old[1] < old[0] else (low, high))

    def _fixed_edges(self, name):
        """Edges that margins do not cross, whatever is drawn."""
        return []

    def _put_view(self, name, pair):
        for each in self._siblings[name]:
            each._view[name] = (float(pair[0]), float(pair[1]))

    def _widen(self, name, low, high):
        """Limits that hold these places too."""
        first, last = self._view_of(name)
        self._put_view(name, (max(first, high), min(last, low)) if last < first else (min(first, low), max(last, high)))

    def autoscale(self, enable=True, axis="both", tight=None):
        for name in ("x", "y"):
            if axis in (name, "both"):
                if enable is not None:
                    for each in self._siblings[name]:
                        each._auto[name] = bool(enable)
                if tight:
                    self._margins[name] = 0.0
                if enable is None or enable:
                    self._request(name)

    def get_autoscale_on(self): return self._auto["x"] and self._auto["y"]
    def get_autoscalex_on(self): return self._auto["x"]
    def get_autoscaley_on(self): return self._auto["y"]
    def set_autoscale_on(self, b): self._auto = {"x": bool(b), "y": bool(b)}
    def set_autoscalex_on(self, b): self._auto["x"] = bool(b)
    def set_autoscaley_on(self, b): self._auto["y"] = bool(b)

    def margins(self, *margins, x=None, y=None, tight=True):
        if margins and (x is not None or y is not None):
            raise TypeError("Cannot pass both positional and keyword arguments for x and/or y.")
        if len(margins) == 1:
            x = y = margins[0]
        elif len(margins) == 2:
            x, y = margins
        elif margins:
            raise TypeError("Must pass a single positional argument for all margins, or one for each margin (x, y).")
        if x is None and y is None:
            return self._margins["x"], self._margins["y"]
        if tight is not None:
            self._is_tight = bool(tight)
        for name, value in (("x", x), ("y", y)):
            if value is not None:
                self._set_margin(name, value)

    def _set_margin(self, name, value):
        if value <= -0.5:
            raise ValueError("margin must be greater than -0.5")
        self._margins[name] = float(value)
        self._request(name)

    def set_xmargin(self, m): self._set_margin("x", m)
    def set_ymargin(self, m): self._set_margin("y", m)

    # Limits that are set.
    def set_xlim(self, left=None, right=None, *, emit=True, auto=False, xmin=None, xmax=None):
        return self._limit("x", left if xmin is None else xmin, right if xmax is None else xmax, auto, ("left", "right"))

    def set_ylim(self, bottom=None, top=None, *, emit=True, auto=False, ymin=None, ymax=None):
        return self._limit("y", bottom if ymin is None else ymin, top if ymax is None else ymax, auto, ("bottom", "top"))

    def _limit(self, name, low, high, auto, words):
        if hasattr(low, "__iter__") and not isinstance(low, str) and high is None:
            low, high = low
        if not running():
            return unknown("limits"), unknown("limits")
        first, last = self._view_of(name)
        low, high = [old if new is None else float(np.atleast_1d(self._numbers([new], name))[0]) for new, old in ((low, first), (high, last))]
        for value in (low, high):
            if not math.isfinite(value):
                raise ValueError("Axis limits cannot be NaN or Inf")
        axis = self._axis(name)
        if axis.get_scale() == "log" and (low <= 0 or high <= 0):
            low, high = first if low <= 0 else low, last if high <= 0 else high
        turned = low > high
        low, high = [float(part) for part in axis.get_major_locator().nonsingular(low, high)]
        low, high = axis._scale.limit_range_for_scale(low, high, self._least_of(name))
        pair = (max(low, high), min(low, high)) if turned else (min(low, high), max(low, high))
        self._put_view(name, pair)
        for each in self._siblings[name]:
            each._stale[name] = False
            if auto is not None:
                each._auto[name] = bool(auto)
        return pair

    def get_xlim(self): return self._view_of("x") if running() else (unknown("limits"), unknown("limits"))
    def get_ylim(self): return self._view_of("y") if running() else (unknown("limits"), unknown("limits"))
    def get_xbound(self): return tuple(sorted(self._view_of("x"))) if running() else (unknown("limits"), unknown("limits"))
    def get_ybound(self): return tuple(sorted(self._view_of("y"))) if running() else (unknown("limits"), unknown("limits"))
    def set_xbound(self, lower=None, upper=None): self._bound("x", lower, upper)
    def set_ybound(self, lower=None, upper=None): self._bound("y", lower, upper)

    def _bound(self, name, low, high):
        if not running():
            return None
        if high is None and hasattr(low, "__iter__"):
            low, high = low
        old = sorted(self._view_of(name))
        pair = sorted([old[0] if low is None else low, old[1] if high is None else high], reverse=self._axis(name).get_inverted())
        self._limit(name, pair[0], pair[1], None, None)

    def invert_xaxis(self): self._invert("x", None)
    def invert_yaxis(self): self._invert("y", None)
    def xaxis_inverted(self): return self.xaxis.get_inverted() if running() else unknown("limits")
    def yaxis_inverted(self): return self.yaxis.get_inverted() if running() else unknown("limits")

    def _invert(self, name, inverted):
        if not running():
            return
        low, high = self._view_of(name)
        turned = not high < low if inverted is None else inverted
        self._put_view(name, sorted((low, high), reverse=turned))

    # Scales.
    def _set_scale(self, name, value, options):
        for each in self._siblings[name]:
            each._axis(name)._set_scale(value, **options)
            each._request(name)

    def set_xscale(self, value, **options): self._set_scale("x", value, options)
    def set_yscale(self, value, **options): self._set_scale("y", value, options)
    def get_xscale(self): return self.xaxis.get_scale()
    def get_yscale(self): return self.yaxis.get_scale()

    # Sharing.
    def sharex(self, other): self._share("x", other)
    def sharey(self, other): self._share("y", other)

    def _share(self, name, other):
        if other is self or self in other._siblings[name]:
            return
        group = other._siblings[name]
        group.append(self)
        self._siblings[name] = group
        mine, theirs = self._axis(name), other._axis(name)
        mine.major, mine.minor, mine._scale = theirs.major, theirs.minor, theirs._scale
        mine._words, mine._dates = theirs._words, theirs._dates
        self._view[name], self._auto[name] = other._view_of(name), other._auto[name]

    def get_shared_x_axes(self): return _Grouper(self, "x")
    def get_shared_y_axes(self): return _Grouper(self, "y")

    # Values that may be dates or names.
    def _numbers(self, values, name):
        array = _flat(values)
        axis = self._axis(name)
        if array.dtype.kind == "f":
            return array
        if array.dtype.kind == "c":
            return array.real.astype(np.float64)
        from matplotlib.dates import _days
        days = _days(array)
        if days is not None:
            axis._take_dates()
            return days
        if array.dtype.kind == "O":
            try:
                return array.astype(np.float64)
            except (TypeError, ValueError):
                pass
        if not running():
            return unknown("where names stand")
        return axis._take_words(np.atleast_1d(array).ravel().tolist())

    _places = _numbers
    def convert_xunits(self, x): return self._numbers(x, "x")
    def convert_yunits(self, y): return self._numbers(y, "y")

class _Grouper:
    def __init__(self, axes, name):
        self._axes, self._name = axes, name

    def get_siblings(self, a): return list(a._siblings[self._name])
    def joined(self, a, b): return b in a._siblings[self._name]
    def join(self, *args):
        for each in args[1:]:
            each._share(self._name, args[0])

class Bbox:
    """A box by its lower left and upper right corners."""

    def __init__(self, points):
        (self.x0, self.y0), (self.x1, self.y1) = [[float(part) for part in point] for point in points]

    @staticmethod
    def from_bounds(x0, y0, width, height): return Bbox([[x0, y0], [x0 + width, y0 + height]])
    @staticmethod
    def from_extents(*args): return Bbox([args[:2], args[2:4]])
    width = property(lambda self: self.x1 - self.x0)
    height = property(lambda self: self.y1 - self.y0)
    xmin = property(lambda self: min(self.x0, self.x1))
    xmax = property(lambda self: max(self.x0, self.x1))
    ymin = property(lambda self: min(self.y0, self.y1))
    ymax = property(lambda self: max(self.y0, self.y1))
    p0 = property(lambda self: np.array([self.x0, self.y0]))
    p1 = property(lambda self: np.array([self.x1, self.y1]))
    bounds = property(lambda self: (self.x0, self.y0, self.width, self.height))
    extents = property(lambda self: np.array([self.x0, self.y0, self.x1, self.y1]))
    intervalx = property(lambda self: np.array([self.x0, self.x1]))
    intervaly = property(lambda self: np.array([self.y0, self.y1]))
    size = property(lambda self: np.array([self.width, self.height]))
    def get_points(self): return np.array([[self.x0, self.y0], [self.x1, self.y1]])
    def __iter__(self): return iter([self.x0, self.y0, self.x1, self.y1])
    def __getitem__(self, key): return self.get_points()[key]
    def __array__(self, *args): return self.get_points()
    def __repr__(self): return "Bbox([[%s, %s], [%s, %s]])" % (self.x0, self.y0, self.x1, self.y1)
    def __str__(self): return "Bbox(x0=%s, y0=%s, x1=%s, y1=%s)" % (self.x0, self.y0, self.x1, self.y1)
    def transformed(self, transform):
        if running():
            raise NotImplementedError("matplotlib.transforms.Bbox.transformed is not supported by Kerascope yet")
        return unknown("a box by another transform")
`;
