/** The Python text of what a Series computes; part of the module `pandas.core`. */
export const seriesStatistics = String.raw`
def _described_times(series):
    there = np.sort(series._present().astype(np.int64))
    back = lambda ns: _cells(np.array([int(ns)]).astype(series._values.dtype))[0]
    cells = [len(there), back(there.mean()), back(there[0])] + [back(np.quantile(there.astype(np.float64), share)) for share in (0.25, 0.5, 0.75)] + [back(there[-1])]
    return Series(_objects(cells), index=["count", "mean", "min", "25%", "50%", "75%", "max"], name=series.name)

def _described_days(series):
    """Moments as categories, which pandas 1.5 describes so unless datetime_is_numeric is set."""
    import warnings
    warnings.warn("Treating datetime data as categorical rather than numeric in \x60.describe\x60 is deprecated and will be removed in a future version of pandas. "
                  "Specify \x60datetime_is_numeric=True\x60 to silence this warning and adopt the future behavior now.", FutureWarning)
    counts = series.value_counts()
    there = series.dropna()
    if len(there) == 0:
        return Series(_objects([0, 0, _MISSING, _MISSING]), index=["count", "unique", "top", "freq"], name=series.name)
    return Series(_objects([len(there), len(counts), counts.index.tolist()[0], counts.tolist()[0], there.min(), there.max()]),
                  index=["count", "unique", "top", "freq", "first", "last"], name=series.name)

def _kendall(mine, theirs):
    a, b = np.sign(mine[:, np.newaxis] - mine), np.sign(theirs[:, np.newaxis] - theirs)
    return float((a * b).sum() / np.sqrt((a ** 2).sum() * (b ** 2).sum()))

@guarded
class _SeriesStatistics:
    def _present(self):
        return present(self._values)

    def count(self):
        return (~_missing_mask(self._values)).sum() if isinstance(self._values, Categorical) else len(self._present())

    def sum(self, axis=None, skipna=True, numeric_only=False, min_count=0):
        if self._values.dtype == object:
            total = 0
            for place, value in enumerate(self._present().tolist()):
                total = value if place == 0 else total + value
            return total
        there = self._present()
        return _cell(there.astype(np.int64).sum().astype("timedelta64[ns]")) if _is_timed(there) else there.sum()

    def prod(self, axis=None, skipna=True):
        return self._present().prod()

    product = prod

    def mean(self, axis=None, skipna=True, numeric_only=False):
        self._demand_numbers("mean")
        there = self._present()
        if not skipna and certainly(len(there) != len(self._values)) or certainly(len(there) == 0):
            return _MISSING
        return _cell(there.astype(np.int64).mean().astype(np.int64).astype("%s[ns]" % ("datetime64" if there.dtype.kind == "M" else "timedelta64"))) if _is_timed(there) else there.mean()

    def _demand_numbers(self, what):
        if self._values.dtype == object and has_contents(self._values):
            there = self._present().tolist()
            if any(isinstance(value, str) for value in there):
                joined = "".join(str(value) for value in there)
                if what == "mean":
                    raise TypeError("Could not convert string '%s' to numeric" % joined)
                raise TypeError("could not convert string to float: '%s'" % there[0])

    def std(self, axis=None, skipna=True, ddof=1, numeric_only=False):
        self._demand_numbers("std")
        there = self._present()
        return _MISSING if certainly(len(there) <= ddof) else there.std(ddof=ddof)

    def var(self, axis=None, skipna=True, ddof=1, numeric_only=False):
        self._demand_numbers("var")
        there = self._present()
        return _MISSING if certainly(len(there) <= ddof) else there.var(ddof=ddof)

    def sem(self, ddof=1):
        return self.std(ddof=ddof) / np.sqrt(self.count())

    def skew(self):
        values = self._present().astype(np.float64)
        n = len(values)
        apart = values - values.mean()
        second, third = (apart ** 2).sum(), (apart ** 3).sum()
        return (n * (n - 1) ** 0.5 / (n - 2)) * (third / second ** 1.5)

    def kurt(self):
        values = self._present().astype(np.float64)
        n = len(values)
        apart = values - values.mean()
        second, fourth = (apart ** 2).sum(), (apart ** 4).sum()
        return n * (n + 1) * (n - 1) * fourth / ((n - 2) * (n - 3) * second ** 2) - 3 * (n - 1) ** 2 / ((n - 2) * (n - 3))

    def min(self, axis=None, skipna=True, numeric_only=False):
        if isinstance(self._values, Categorical):
            return self._values.categories[int(self._values.codes[self._values.codes >= 0].min())]
        there = self._present()
        if certainly(len(there) == 0):
            return _MISSING
        return min(there.tolist()) if there.dtype == object else _cell(there.min())

    def max(self, axis=None, skipna=True, numeric_only=False):
        if isinstance(self._values, Categorical):
            return self._values.categories[int(self._values.codes.max())]
        there = self._present()
        if certainly(len(there) == 0):
            return _MISSING
        return max(there.tolist()) if there.dtype == object else _cell(there.max())

    def median(self, axis=None, skipna=True, numeric_only=False):
        self._demand_numbers("median")
        there = self._present()
        return _MISSING if certainly(len(there) == 0) else np.median(there)

    def mode(self, dropna=True):
        counts = self.value_counts()
        best = counts._values == counts._values.max()
        names = counts.index.values[best]
        return Series(names[order_of(names)], name=self.name)

    def quantile(self, q=0.5, interpolation="linear"):
        there = self._present().astype(np.float64)
        if hasattr(q, "__len__"):
            return Series([np.quantile(there, each, method=interpolation) for each in q], index=[float(each) for each in q], name=self.name)
        return np.quantile(there, q, method=interpolation)

    def corr(self, other, method="pearson", min_periods=1):
        mine, theirs = self._values.astype(np.float64), np.asarray(_operand(other)).astype(np.float64)
        there = ~(np.isnan(mine) | np.isnan(theirs))
        mine, theirs = mine[there], theirs[there]
        if method == "spearman":
            mine, theirs = _ranked(mine, "average", True, False), _ranked(theirs, "average", True, False)
        elif method == "kendall":
            return _kendall(mine, theirs)
        return np.corrcoef(mine, theirs)[0, 1]

    def cov(self, other):
        return np.cov(self._values.astype(np.float64), _operand(other).astype(np.float64))[0, 1]

    def dot(self, other):
        return np.dot(self._values, np.asarray(other))

    def argmax(self):
        return int(np.nanargmax(self._values))

    def argmin(self):
        return int(np.nanargmin(self._values))

    def idxmax(self):
        return self.index.values[np.nanargmax(self._values)]

    def idxmin(self):
        return self.index.values[np.nanargmin(self._values)]

    def any(self, axis=None, skipna=True):
        return self._present().any()

    def all(self, axis=None, skipna=True):
        return self._present().all()

    def item(self):
        if certainly(len(self._values) != 1):
            raise ValueError("can only convert an array of size 1 to a Python scalar")
        return self._values.tolist()[0]

    def describe(self, percentiles=None, include=None, exclude=None, datetime_is_numeric=False):
        if not isinstance(self._values, Categorical) and _is_timed(self._values):
            return _described_times(self) if datetime_is_numeric or self._values.dtype.kind == "m" else _described_days(self)
        if self._values.dtype == bool or self._values.dtype.kind not in "iuf":
            counts = self.value_counts()
            return Series([self.count(), len(counts[counts._values > 0]), counts.index.tolist()[0], counts.tolist()[0]],
                          index=["count", "unique", "top", "freq"], name=self.name, dtype=object)
        shares = [0.25, 0.5, 0.75] if percentiles is None else sorted(set(list(percentiles) + [0.5]))
        parts = [len(self._present()), self.mean(), self.std(), self.min()]
        parts = parts + [self.quantile(share) for share in shares] + [self.max()]
        names = ["%s%%" % ("%g" % (share * 100)) for share in shares]
        return Series(np.asarray(inferred(parts), dtype=np.float64), index=["count", "mean", "std", "min"] + names + ["max"], name=self.name)

    def __bool__(self):
        raise ValueError(
            "The truth value of a Series is ambiguous. Use a.empty, a.bool(), a.item(), a.any() or a.all()."
        )

    def __float__(self):
        return float(self.item())

    def __int__(self):
        return int(self.item())
`;
