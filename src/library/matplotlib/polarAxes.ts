/** The Python text of polar axes: angles across, distances up; part of the module `matplotlib.axes`. */
export const polarAxes = String.raw`
class _ThetaLocator:
    """Every 45 degrees, or what was set."""

    def __init__(self):
        self.axis = None

    def set_axis(self, axis): self.axis = axis
    def __call__(self): return np.arange(8) * (np.pi / 4)
    def nonsingular(self, low, high): return 0.0, 2 * np.pi
    def view_limits(self, low, high): return 0.0, 2 * np.pi
    def set_params(self, **options): pass

class _ThetaFormatter:
    def set_axis(self, axis): self.axis = axis
    def __call__(self, x, pos=None): return "%g\u00b0" % round(float(np.degrees(x)) % 360 if x >= 0 else float(np.degrees(x)), 6)
    def format_ticks(self, values): return [self(value) for value in values]
    def get_offset(self): return ""

class _RadialLocator:
    """Rings above the middle of the circle."""

    def __init__(self, base):
        self.base = base

    def set_axis(self, axis):
        self.axis = axis
        self.base.set_axis(axis)

    def __call__(self): return self._above(self.base())
    def tick_values(self, low, high): return self._above(self.base.tick_values(low, high))
    def _above(self, ticks): return np.array([tick for tick in list(ticks) if tick > self.axis.axes.get_rorigin()])
    def nonsingular(self, low, high): return (0.0, 1.0) if low == -_INFINITE and high == _INFINITE else self.base.nonsingular(low, high)
    def set_params(self, **options): self.base.set_params(**options)

    def view_limits(self, low, high):
        low, high = self.base.view_limits(low, high)
        return (min(0, low), high) if high > low else (low, high)

class PolarAxes(Axes):
    name = "polar"

    def _start(self):
        Axes._start(self)
        self._zero, self._direction, self._origin, self._label_angle = 0.0, 1, None, 22.5
        self._aspect, self._adjustable = 1.0, "box"
        self.spines = _Spines(("polar",))
        self._margins["x"] = 0.0
        self._margins["y"] = 0.05
        self.xaxis.set_major_locator(_ThetaLocator())
        self.xaxis.set_major_formatter(_ThetaFormatter())
        from matplotlib.ticker import AutoLocator
        self.yaxis.set_major_locator(_RadialLocator(AutoLocator()))
        for ticker in (self.xaxis.major, self.yaxis.major):
            ticker.chosen = False
        if _parameter("polaraxes.grid"):
            self.grid(True)
        self._view["x"] = (0.0, 2 * math.pi)

    def _autoscale(self, name):
        if name == "x":
            return
        Axes._autoscale(self, name)

    def _active(self):
        left, bottom, width, height = self._original()
        wide, high = self.figure._size
        side = min(width * wide, height * high)
        return left + (width - side / wide) / 2, bottom + (height - side / high) / 2, side / wide, side / high

    def _length_of(self, name):
        left, bottom, width, height = self._active()
        return width * self.figure._size[0] * 72

    def set_theta_zero_location(self, loc, offset=0.0):
        places = {"N": 90, "NW": 135, "W": 180, "SW": 225, "S": 270, "SE": 315, "E": 0, "NE": 45}
        if loc not in places:
            raise KeyError(loc)
        self.set_theta_offset(math.radians(places[loc] + offset))

    def set_theta_offset(self, offset): self._zero = float(offset)
    def get_theta_offset(self): return self._zero
    def set_theta_direction(self, direction):
        chosen = {"clockwise": -1, -1: -1, "counterclockwise": 1, "anticlockwise": 1, 1: 1}.get(direction)
        if chosen is None:
            raise ValueError("%r is not a valid value for direction; supported values are 1, -1, 'clockwise', 'counterclockwise', 'anticlockwise'" % direction)
        self._direction = chosen
    def get_theta_direction(self): return float(self._direction)
    def set_rmax(self, rmax): self.set_ylim(None, rmax)
    def set_rmin(self, rmin): self.set_ylim(rmin, None)
    def get_rmax(self): return self.get_ylim()[1]
    def get_rmin(self): return self.get_ylim()[0]
    def set_rlim(self, bottom=None, top=None, *, emit=True, auto=False, rmin=None, rmax=None): return self.set_ylim(bottom if rmin is None else rmin, top if rmax is None else rmax)
    def set_rorigin(self, rorigin): self._origin = rorigin
    def get_rorigin(self): return self.get_rmin() if self._origin is None else self._origin
    def set_rscale(self, *args, **options): self.set_yscale(*args, **options)
    def set_rticks(self, *args, **options): return self.set_yticks(*args, **options)
    def set_rlabel_position(self, value): self._label_angle = float(value)
    def get_rlabel_position(self): return self._label_angle
    def set_thetamin(self, thetamin): self._whole(thetamin, 0)
    def set_thetamax(self, thetamax): self._whole(thetamax, 360)

    def _whole(self, value, usual):
        if running() and value != usual:
            raise NotImplementedError("polar axes that are a part of the circle (set_thetamin, set_thetamax) are not supported by Kerascope yet")

    def set_thetagrids(self, angles, labels=None, fmt=None, **options):
        if not running():
            return unknown("the lines of a grid"), unknown("the names of ticks")
        self.set_xticks(np.radians(np.asarray(angles, dtype=np.float64)))
        if labels is not None:
            self.set_xticklabels(labels)
        elif fmt is not None:
            self.set_xticklabels([fmt % angle for angle in list(angles)])
        self.xaxis._style_ticks("major", {_NAME_STYLES.get(name, name): value for name, value in _words_of(options).items()})
        return self.get_xgridlines(), self.get_xticklabels()

    def set_rgrids(self, radii, labels=None, angle=None, fmt=None, **options):
        if not running():
            return unknown("the lines of a grid"), unknown("the names of ticks")
        self.set_yticks(radii)
        if labels is not None:
            self.set_yticklabels(labels)
        elif fmt is not None:
            self.set_yticklabels([fmt % radius for radius in list(radii)])
        if angle is not None:
            self.set_rlabel_position(angle)
        self.yaxis._style_ticks("major", {_NAME_STYLES.get(name, name): value for name, value in _words_of(options).items()})
        return self.get_ygridlines(), self.get_yticklabels()

    def _fixed_edges(self, name):
        """A radius begins at nought, unless values lie below."""
        return [0.0] if name == "y" else []

    def _widen(self, name, low, high):
        if name == "y":
            Axes._widen(self, name, low, high)

    def twinx(self):
        if not running():
            return unknown("a second radius is not modelled")
        raise NotImplementedError("twinx of polar axes is not supported by Kerascope yet")
    twiny = twinx

    def _described(self):
        described = Axes._described(self)
        low = described["y"]["low"]
        described["polar"] = {"zero": self._zero, "direction": self._direction, "origin": float(low if self._origin is None else self._origin),
                              "named": math.radians(self._label_angle)}
        described["sides"] = [] if self._bare else self.spines._described()
        return described
`;
