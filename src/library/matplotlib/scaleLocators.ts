/** The Python text of locators for scales that are neither linear nor logarithmic; part of `matplotlib.ticker`. */
export const scaleLocators = String.raw`
class SymmetricalLogLocator(Locator):
    def __init__(self, transform=None, subs=None, linthresh=None, base=None):
        if transform is not None:
            base, linthresh = transform.base, transform.linthresh
        elif linthresh is None or base is None:
            raise ValueError("Either transform, or both linthresh and base, must be provided.")
        self._base, self._linthresh = base, linthresh
        self._subs = [1.0] if subs is None else [float(each) for each in list(subs)]
        self.numticks = 15

    def set_params(self, subs=None, numticks=None):
        if numticks is not None:
            self.numticks = numticks
        if subs is not None:
            self._subs = list(subs)

    def tick_values(self, vmin, vmax):
        base, linear = self._base, self._linthresh
        vmin, vmax = _ordered(vmin, vmax)
        if -linear <= vmin < vmax <= linear:
            return np.array(sorted({vmin, 0, vmax}))
        below, above = vmin < -linear, vmax > linear
        through = below and vmax > -linear or above and vmin < linear
        reach = lambda low, high: (math.floor(math.log(low) / math.log(base)), math.ceil(math.log(high) / math.log(base)))
        first = reach(abs(min(-linear, vmax)), abs(vmin) + 1) if below else (0, 0)
        second = reach(max(linear, vmin), vmax + 1) if above else (0, 0)
        total = first[1] - first[0] + second[1] - second[0] + (1 if through else 0)
        stride = max(total // (self.numticks - 1), 1)
        places = [-(float(base) ** power) for power in list(range(first[0], first[1], stride))[::-1]] if below else []
        places += [0.0] if through else []
        places += [float(base) ** power for power in range(second[0], second[1], stride)] if above else []
        if len(self._subs) > 1 or self._subs[0] != 1.0:
            places = [part for place in places for part in ([place] if place == 0 else [each * place for each in self._subs])]
        return np.array(places)

    def view_limits(self, vmin, vmax):
        return _apart(*_ordered(vmin, vmax))

class LogitLocator(MaxNLocator):
    def __init__(self, minor=False, *, nbins="auto"):
        MaxNLocator.__init__(self, nbins, steps=[1, 2, 5, 10])
        self._minor = minor

    def nonsingular(self, vmin, vmax):
        vmin, vmax = _ordered(vmin, vmax)
        if not math.isfinite(vmin) or not math.isfinite(vmax) or vmax <= 0 or vmin >= 1:
            return 1e-7, 1 - 1e-7
        least = 1e-7 if self.axis is None or not math.isfinite(self.axis.get_minpos()) else self.axis.get_minpos()
        vmin, vmax = least if vmin <= 0 else vmin, 1 - least if vmax >= 1 else vmax
        return (0.1 * vmin, 1 - 0.1 * vmin) if vmin == vmax else (vmin, vmax)

    def tick_values(self, vmin, vmax):
        bins = self._nbins
        if bins == "auto":
            bins = 9 if self.axis is None else max(self.axis.get_tick_space(), 2)
        ideal = lambda place: 10.0 ** place if place < 0 else 1 - 10.0 ** -place if place > 0 else 0.5
        vmin, vmax = self.nonsingular(vmin, vmax)
        first = int(math.floor(math.log10(vmin)) if vmin < 0.5 else 0 if vmin < 0.9 else -math.ceil(math.log10(1 - vmin)))
        last = int(math.ceil(math.log10(vmax)) if vmax <= 0.5 else 1 if vmax <= 0.9 else -math.floor(math.log10(1 - vmax)))
        count = last - first - 1
        if count < 2:
            return np.array([]) if self._minor else MaxNLocator.tick_values(self, vmin, vmax)
        if count > bins:
            every = math.ceil(count / bins)
            return np.array([ideal(place) for place in range(first, last + 1) if (place % every != 0) == bool(self._minor)])
        if not self._minor:
            return np.array([ideal(place) for place in range(first, last + 1)])
        ticks = []
        for place in range(first, last):
            if place < -1:
                ticks += [part * 10.0 ** place for part in range(2, 10)]
            elif place in (-1, 0):
                ticks += [part / 10 for part in (range(2, 5) if place == -1 else range(6, 9))]
            else:
                ticks += [1 - part * 10.0 ** (-place - 1) for part in range(9, 1, -1)]
        return np.array(ticks)

class AsinhLocator(Locator):
    def __init__(self, linear_width, numticks=11, symthresh=0.2, base=10, subs=None):
        self.linear_width, self.numticks, self.symthresh, self.base, self.subs = linear_width, numticks, symthresh, base, subs

    def tick_values(self, vmin, vmax):
        if vmin * vmax < 0 and abs(1 + vmax / vmin) < self.symthresh:
            vmax = max(abs(vmin), abs(vmax))
            vmin = -vmax
        wide = self.linear_width
        low, high = wide * math.asinh(vmin / wide), wide * math.asinh(vmax / wide)
        places = np.linspace(low, high, self.numticks)
        if low * high < 0:
            places = np.concatenate([places[np.abs(places / (high - low)) > 0.5 / self.numticks], [0.0]])
        places = wide * np.sinh(places / wide)
        filled = np.where(places == 0, 1, np.abs(places))
        powers = np.sign(places) * np.where(places == 0, 0, float(self.base) ** np.floor(np.log(filled) / math.log(self.base)))
        if self.subs:
            found = np.outer(powers, list(self.subs)).ravel()
        else:
            found = powers
        ticks = np.array(sorted(set(found.tolist())))
        return ticks if len(ticks) >= 2 else np.linspace(vmin, vmax, self.numticks)
`;
