/** The Python text of rolling, expanding and exponential windows; part of the module `pandas.core`. */
export const windows = String.raw`
class _Windows:
    """Statistics of the rows around each row, of a Series or of every numeric column of a table."""

    def __init__(self, owner, least):
        self._owner = owner
        self._least = least

    def __getitem__(self, key):
        made = object.__new__(type(self))
        made.__dict__.update(self.__dict__)
        made._owner = self._owner[key]
        return made

    def __getattr__(self, name):
        owner = self.__dict__.get("_owner")
        if isinstance(owner, DataFrame) and name in owner._data:
            return self[name]
        raise AttributeError("'%s' object has no attribute '%s'" % (type(self).__name__.strip("_"), name))

    def _each(self, function, empty=False):
        owner = self._owner
        if isinstance(owner, Series):
            return owner._like(self._column(owner._values, function, empty))
        return owner._new({name: self._column(owner._data[name], function, empty) for name in owner._numeric()})

    def _column(self, values, function, empty):
        values = values.astype(np.float64)
        result = np.full(len(values), _MISSING)
        for place, (start, stop) in enumerate(self._bounds(len(values))):
            part = values[start:stop]
            part = part[~np.isnan(part)]
            if len(part) >= self._least and (len(part) or empty):
                result[place] = function(part)
        return result

    def mean(self, numeric_only=False): return self._each(lambda part: part.mean())
    def sum(self, numeric_only=False): return self._each(lambda part: part.sum(), self._least == 0)
    def std(self, ddof=1, numeric_only=False): return self._each(lambda part: part.std(ddof=ddof) if len(part) > ddof else _MISSING)
    def var(self, ddof=1, numeric_only=False): return self._each(lambda part: part.var(ddof=ddof) if len(part) > ddof else _MISSING)
    def min(self, numeric_only=False): return self._each(lambda part: part.min())
    def max(self, numeric_only=False): return self._each(lambda part: part.max())
    def median(self, numeric_only=False): return self._each(lambda part: np.median(part))
    def quantile(self, q, interpolation="linear"): return self._each(lambda part: np.quantile(part, q))
    def skew(self): return self._each(lambda part: Series(part).skew() if len(part) > 2 else _MISSING)
    def kurt(self): return self._each(lambda part: Series(part).kurt() if len(part) > 3 else _MISSING)
    def sem(self, ddof=1): return self.std(ddof) / np.sqrt(self.count())
    def count(self, numeric_only=False): return self._each(lambda part: float(len(part)), True)

    def apply(self, func, raw=False, args=(), **options):
        return self._each(lambda part: func(part if raw else Series(part), *args))

    def agg(self, func):
        if isinstance(func, str):
            return getattr(self, func)()
        if isinstance(func, dict):
            return self._owner._new({name: getattr(self[name], each)()._values for name, each in func.items()})
        if isinstance(func, (list, tuple)):
            names = [each if isinstance(each, str) else each.__name__ for each in func]
            parts = [getattr(self, each)() if isinstance(each, str) else self.apply(each) for each in func]
            if isinstance(self._owner, Series):
                return DataFrame({name: part._values for name, part in zip(names, parts)}, index=self._owner.index)
            return DataFrame({(column, name): part._data[column] for column in self._owner._numeric() for name, part in zip(names, parts)}, index=self._owner.index)
        return self.apply(func)

    aggregate = agg

    def corr(self, other=None, pairwise=None):
        mine, theirs = self._owner._values.astype(np.float64), _operand(other).astype(np.float64)
        result = np.full(len(mine), _MISSING)
        for place, (start, stop) in enumerate(self._bounds(len(mine))):
            if stop - start >= max(self._least, 2):
                result[place] = np.corrcoef(mine[start:stop], theirs[start:stop])[0, 1]
        return self._owner._like(result)

@guarded
class _Rolling(_Windows):
    def __init__(self, owner, window, min_periods=None, center=False, closed=None):
        whole = isinstance(window, (int, np.integer))
        if whole and window < 0:
            raise ValueError("window must be an integer 0 or greater")
        if whole and min_periods is not None and min_periods > window:
            raise ValueError("min_periods %d must be <= window %d" % (min_periods, window))
        _Windows.__init__(self, owner, (window if whole else 1) if min_periods is None else min_periods)
        self._window = window if whole else _tick(window)
        self._timed = not whole
        self._shift = (window - 1) // 2 if center and whole else 0

    def _bounds(self, count):
        if self._timed:
            stamps = self._owner.index.values.astype(np.int64)
            starts = np.searchsorted(stamps, stamps - self._window, side="right").tolist()
            return [(start, place + 1) for place, start in enumerate(starts)]
        return [(max(0, place + 1 + self._shift - self._window), max(0, min(place + 1 + self._shift, count))) for place in range(count)]

@guarded
class _Expanding(_Windows):
    def __init__(self, owner, min_periods=1):
        _Windows.__init__(self, owner, min_periods)

    def _bounds(self, count):
        return [(0, place + 1) for place in range(count)]

@guarded
class _Exponential:
    """Means in which every row before counts less."""

    def __init__(self, owner, com=None, span=None, halflife=None, alpha=None, min_periods=0, adjust=True, ignore_na=False):
        given = [each for each in (com, span, halflife, alpha) if each is not None]
        if len(given) != 1:
            raise ValueError("Must pass one of comass, span, halflife, or alpha" if not given else "comass, span, halflife, and alpha are mutually exclusive")
        if alpha is None:
            alpha = 1 / (1 + com) if com is not None else 2 / (span + 1) if span is not None else 1 - math.exp(math.log(0.5) / halflife)
        if not 0 < alpha <= 1:
            raise ValueError("alpha must satisfy: 0 < alpha <= 1")
        self._owner, self._alpha, self._least, self._adjust, self._ignore = owner, alpha, min_periods, adjust, ignore_na

    def _each(self, method):
        owner = self._owner
        if isinstance(owner, Series):
            return owner._like(method(owner._values.astype(np.float64).tolist()))
        return owner._new({name: method(owner._data[name].astype(np.float64).tolist()) for name in owner._numeric()})

    def _means(self, values):
        keep, result = 1 - self._alpha, []
        mean, weight, fresh, count = _MISSING, 1.0, 1.0 if self._adjust else self._alpha, 0
        for value in values:
            there = value == value
            count += there
            if mean == mean:
                if there or not self._ignore:
                    weight *= keep
                    if there:
                        if mean != value:
                            mean = (weight * mean + fresh * value) / (weight + fresh)
                        weight = weight + fresh if self._adjust else 1.0
            elif there:
                mean = value
            result.append(mean if count >= max(self._least, 1) else _MISSING)
        return np.array(result)

    def _variances(self, values):
        keep, result, seen = 1 - self._alpha, [], []
        for value in values:
            seen = [(weight * keep, each) for weight, each in seen]
            if value == value:
                seen.append((1.0 if self._adjust or not seen else self._alpha, value))
            total = sum([weight for weight, each in seen])
            if len(seen) < 2:
                result.append(_MISSING)
                continue
            mean = sum([weight * each for weight, each in seen]) / total
            squares = sum([weight * (each - mean) ** 2 for weight, each in seen]) / total
            result.append(squares * total ** 2 / (total ** 2 - sum([weight ** 2 for weight, each in seen])))
        return np.array(result)

    def mean(self, numeric_only=False): return self._each(self._means)
    def var(self, bias=False): return self._each(self._variances)
    def std(self, bias=False): return self._each(lambda values: np.sqrt(self._variances(values)))
    def __getitem__(self, key): return _Exponential(self._owner[key], alpha=self._alpha, min_periods=self._least, adjust=self._adjust, ignore_na=self._ignore)

class _GroupedRolling:
    """Windows within each group: the group's name becomes a level of the row labels."""

    def __init__(self, groups, window, options):
        self._groups, self._window, self._options = groups, window, options

    def __getattr__(self, name):
        def measured(*args, **options):
            parts = [(label, getattr(_Rolling(part, self._window, **self._options), name)(*args, **options)) for label, part in self._groups]
            labels = [(label if isinstance(label, tuple) else (label,)) + (row,) for label, part in parts for row in part.index.tolist()]
            index = MultiIndex(labels, self._groups._names + [self._groups._frame.index.name])
            if self._groups._column is not None:
                return Series(np.concatenate([part._values for label, part in parts]), index=index, name=self._groups._column)
            names = list(parts[0][1]._data)
            return DataFrame({each: np.concatenate([part._data[each] for label, part in parts]) for each in names if each not in self._groups._names}, index=index)
        return measured

def _ranked(values, method, ascending, pct, na_option="keep"):
    """The places of values in their order; equal ones share theirs as the method says."""
    values = np.asarray(values)
    missing = _missing_mask(values)
    rows = [place for place in range(len(values)) if not missing[place]]
    cells = values.tolist()
    order = sorted(rows, key=lambda place: cells[place], reverse=not ascending)
    result, place, dense = np.full(len(values), _MISSING), 0, 0
    while place < len(order):
        end = place
        while end + 1 < len(order) and cells[order[end + 1]] == cells[order[place]]:
            end += 1
        dense += 1
        for step, row in enumerate(order[place:end + 1]):
            result[row] = {"average": (place + end) / 2 + 1, "min": place + 1, "max": end + 1, "first": place + step + 1, "dense": dense}[method]
        place = end + 1
    if pct and len(order):
        result = result / (dense if method == "dense" else len(order))
    return result
`;
