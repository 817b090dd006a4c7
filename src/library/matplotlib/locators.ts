/** The Python text of matplotlib's locators: where ticks stand; part of the module `matplotlib.ticker`. */
export const locators = String.raw`
def _ordered(first, last):
    return (last, first) if last < first else (first, last)

def _apart(low, high, expander=0.05, tiny=1e-15, increasing=True):
    """Limits that are not the same, and not too close to be told apart."""
    if not math.isfinite(low) or not math.isfinite(high):
        return -expander, expander
    turned = high < low
    if turned:
        low, high = high, low
    largest = max(abs(low), abs(high))
    if largest < 2.2250738585072014e-302:
        low, high = -expander, expander
    elif high - low <= largest * tiny:
        if high == 0 and low == 0:
            low, high = -expander, expander
        else:
            low, high = low - expander * abs(low), high + expander * abs(high)
    return (high, low) if turned and not increasing else (low, high)

class Locator:
    MAXTICKS = 1000
    axis = None

    def set_axis(self, axis):
        self.axis = axis

    def __call__(self):
        return self.tick_values(*self.axis.get_view_interval())

    def tick_values(self, vmin, vmax):
        raise NotImplementedError("Derived must override")

    def set_params(self, **options):
        for name in options:
            raise TypeError("'set_params()' not defined for locator of type %s" % type(self))

    def nonsingular(self, v0, v1):
        return _apart(v0, v1, 0.05)

    def view_limits(self, vmin, vmax):
        return _apart(vmin, vmax)

    def raise_if_exceeds(self, locs):
        return locs

class NullLocator(Locator):
    def __call__(self):
        return np.array([])

    def tick_values(self, vmin, vmax):
        return np.array([])

class FixedLocator(Locator):
    def __init__(self, locs, nbins=None):
        self.locs = np.asarray(locs, dtype=np.float64)
        self.nbins = None if nbins is None else max(nbins, 2)

    def set_params(self, nbins=None):
        self.nbins = nbins

    def __call__(self):
        return self.tick_values(None, None)

    def tick_values(self, vmin, vmax):
        if self.nbins is None:
            return self.locs
        step = max(int(math.ceil(len(self.locs) / self.nbins)), 1)
        best = self.locs[::step]
        for start in range(1, step):
            other = self.locs[start::step]
            if len(other) and np.abs(other).min() < np.abs(best).min():
                best = other
        return best

class _WordLocator(Locator):
    """A tick for every word of an axis."""

    def __init__(self, words):
        self._words = words

    def __call__(self):
        return np.arange(len(self._words))

    def tick_values(self, vmin, vmax):
        return self()

class IndexLocator(Locator):
    def __init__(self, base, offset):
        self._base, self.offset = base, offset

    def tick_values(self, vmin, vmax):
        return np.arange(vmin + self.offset, vmax + 1, self._base)

class LinearLocator(Locator):
    def __init__(self, numticks=None, presets=None):
        self.numticks, self.presets = 11 if numticks is None else numticks, presets or {}

    def tick_values(self, vmin, vmax):
        vmin, vmax = _apart(vmin, vmax)
        if (vmin, vmax) in self.presets:
            return self.presets[(vmin, vmax)]
        return np.linspace(vmin, vmax, self.numticks) if self.numticks else np.array([])

class MultipleLocator(Locator):
    def __init__(self, base=1.0, offset=0.0):
        if base <= 0:
            raise ValueError("'step' must be positive")
        self._base, self._offset = base, offset

    def set_params(self, base=None, offset=None):
        if base is not None:
            self._base = base
        if offset is not None:
            self._offset = offset

    def tick_values(self, vmin, vmax):
        vmin, vmax = _ordered(vmin - self._offset, vmax - self._offset)
        first = _steps_to(vmin, self._base, True) * self._base
        count = int((vmax - first + 0.001 * self._base) // self._base)
        return first - self._base + np.arange(count + 3) * self._base + self._offset

def _near(share, edge, tolerance=1e-10):
    return abs(share - edge) < tolerance

def _steps_to(value, step, up, tolerance=1e-10):
    """How many steps to a value, rounded up or down, where it is not at a step already."""
    whole, rest = divmod(value, step)
    if up:
        return whole if _near(rest / step, 0, tolerance) else whole + 1
    return whole + 1 if _near(rest / step, 1, tolerance) else whole

class MaxNLocator(Locator):
    default_steps = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)

    def __init__(self, nbins=10, integer=False, symmetric=False, prune=None, min_n_ticks=2, steps=None):
        self._integer, self._symmetric, self._prune, self._least = integer, symmetric, prune, max(1, min_n_ticks)
        self._nbins = 9 if nbins is None else nbins
        self._set_steps(self.default_steps if steps is None else steps)

    def _set_steps(self, steps):
        steps = [float(step) for step in list(steps)]
        if any([after <= before for before, after in zip(steps, steps[1:])]) or steps[-1] > 10 or steps[0] < 1:
            raise ValueError("steps argument must be an increasing sequence of numbers between 1 and 10 inclusive")
        steps = steps if steps[0] == 1 else [1.0] + steps
        steps = steps if steps[-1] == 10 else steps + [10.0]
        self._steps = [0.1 * step for step in steps[:-1]] + steps + [10 * steps[1]]

    def set_params(self, **options):
        for name, value in options.items():
            if name == "steps":
                self._set_steps(self.default_steps if value is None else value)
            elif name == "min_n_ticks":
                self._least = max(1, value)
            elif name in ("nbins", "symmetric", "prune", "integer"):
                setattr(self, "_" + name, value)
            else:
                raise TypeError("set_params() got an unexpected keyword argument %r" % name)

    def _raw(self, low, high):
        bins = self._nbins
        if bins == "auto":
            space = 9 if self.axis is None else self.axis.get_tick_space()
            bins = min(max(space, max(1, self._least - 1)), 9)
        span = abs(high - low)
        middle = (high + low) / 2
        offset = 0.0 if abs(middle) / span < 100 else math.copysign(10.0 ** (math.log10(abs(middle)) // 1), middle)
        scale = 10.0 ** (math.log10(span / bins) // 1)
        low, high = low - offset, high - offset
        steps = [step * scale for step in self._steps]
        if self._integer:
            steps = [step for step in steps if step < 1 or abs(step - round(step)) < 0.001]
        rough = (high - low) / bins
        wide = [place for place, step in enumerate(steps) if step >= rough]
        first = wide[0] if wide else len(steps) - 1
        if wide and _parameter("axes.autolimit_mode") == "round_numbers":
            while first < len(steps) - 1 and (low // steps[first]) * steps[first] + steps[first] * bins < high:
                first += 1
        ticks = []
        for step in steps[first::-1]:
            if self._integer and math.floor(high) - math.ceil(low) >= self._least - 1:
                step = max(1, step)
            base = (low // step) * step
            tolerance = 1e-10
            if offset:
                tolerance = min(0.4999, max(1e-10, 10 ** (math.log10(abs(offset) / step) - 12)))
            start, stop = _steps_to(low - base, step, False, tolerance), _steps_to(high - base, step, True, tolerance)
            ticks = [place * step + base for place in range(int(start), int(stop) + 1)]
            if len([tick for tick in ticks if low <= tick <= high]) >= self._least:
                break
        return np.array(ticks) + offset

    def tick_values(self, vmin, vmax):
        if self._symmetric:
            vmax = max(abs(vmin), abs(vmax))
            vmin = -vmax
        vmin, vmax = _apart(vmin, vmax, 1e-13, 1e-14)
        ticks = self._raw(vmin, vmax)
        if self._prune in ("lower", "both"):
            ticks = ticks[1:]
        if self._prune in ("upper", "both"):
            ticks = ticks[:-1]
        return ticks

    def view_limits(self, dmin, dmax):
        if self._symmetric:
            dmax = max(abs(dmin), abs(dmax))
            dmin = -dmax
        dmin, dmax = _apart(dmin, dmax, 1e-12, 1e-13)
        if _parameter("axes.autolimit_mode") == "round_numbers":
            ticks = self._raw(dmin, dmax)
            return ticks[0], ticks[-1]
        return dmin, dmax

class AutoLocator(MaxNLocator):
    def __init__(self):
        MaxNLocator.__init__(self, "auto", steps=[1, 2, 2.5, 5, 10])

class LogLocator(Locator):
    def __init__(self, base=10.0, subs=(1.0,), numdecs=4, numticks=None):
        self._base, self.numdecs = float(base), numdecs
        self.numticks = "auto" if numticks is None else numticks
        self._subs = "auto" if subs is None else subs if isinstance(subs, str) else [float(each) for each in np.atleast_1d(subs).tolist()]

    def set_params(self, base=None, subs=None, numdecs=None, numticks=None):
        if base is not None:
            self._base = float(base)
        if subs is not None:
            self._subs = subs if isinstance(subs, str) else [float(each) for each in np.atleast_1d(subs).tolist()]
        if numticks is not None:
            self.numticks = numticks

    def tick_values(self, vmin, vmax):
        count = self.numticks
        if count == "auto":
            count = 9 if self.axis is None else min(max(self.axis.get_tick_space(), 2), 9)
        base = self._base
        if vmin <= 0:
            vmin = vmin if self.axis is None else self.axis.get_minpos()
            if vmin <= 0 or not math.isfinite(vmin):
                raise ValueError("Data has no positive values, and therefore can not be log-scaled.")
        vmin, vmax = _ordered(vmin, vmax)
        low, high = math.log(vmin) / math.log(base), math.log(vmax) / math.log(base)
        decades = math.floor(high) - math.ceil(low)
        subs = self._subs
        if isinstance(subs, str):
            if decades > 10 or base < 3:
                if subs == "auto":
                    return np.array([])
                subs = [1.0]
            else:
                subs = [float(each) for each in range(2 if subs == "auto" else 1, int(math.ceil(base)))]
        parted = len(subs) > 1 or len(subs) == 1 and subs[0] != 1.0
        stride = (decades + 1) // count + 1
        if stride >= decades:
            stride = max(1, decades - 1)
        powers = list(range(int(math.floor(low)) - stride, int(math.ceil(high)) + 2 * stride, stride))
        if parted:
            ticks = [each * base ** power for power in powers for each in subs] if stride == 1 else []
            if len(subs) > 1 and stride == 1 and len([tick for tick in ticks if vmin <= tick <= vmax]) <= 1:
                return AutoLocator().tick_values(vmin, vmax)
        else:
            ticks = [base ** power for power in powers]
        return np.array(ticks)

    def nonsingular(self, vmin, vmax):
        vmin, vmax = _ordered(vmin, vmax)
        if not math.isfinite(vmin) or not math.isfinite(vmax) or vmax <= 0:
            return 1, 10
        least = 1e-300 if self.axis is None or not math.isfinite(self.axis.get_minpos()) else self.axis.get_minpos()
        vmin = least if vmin <= 0 else vmin
        if vmin == vmax:
            return _decade(vmin, self._base, False), _decade(vmax, self._base, True)
        return vmin, vmax

def _decade(value, base, up):
    """The power of the base below or above a value that is none."""
    power = math.log(value) / math.log(base)
    near = math.ceil(power) if up else math.floor(power)
    found = base ** near
    return (base ** (near + 1) if up else base ** (near - 1)) if found == value else found

class AutoMinorLocator(Locator):
    def __init__(self, n=None):
        self.ndivs = n

    def __call__(self):
        if self.axis.get_scale() == "log":
            return np.array([])
        return self._between(self.axis.get_majorticklocs(), *_ordered(*self.axis.get_view_interval()))

    def _between(self, majors, low, high):
        if len(majors) < 2:
            return np.array([])
        step = float(majors[1] - majors[0])
        parts = self.ndivs
        if parts is None:
            lead = 10 ** (math.log10(step) % 1)
            parts = 5 if min([abs(lead - each) for each in (1.0, 2.5, 5.0, 10.0)]) < 1e-8 else 4
        fine = step / parts
        first = majors[0]
        start, stop = int((low - first) // fine + 1), int((high - first) // fine + 1)
        return np.arange(start, stop) * fine + first
`;
