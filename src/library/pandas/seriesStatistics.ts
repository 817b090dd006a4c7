/** The Python text of what a Series computes; part of the module `pandas.core`. */
export const seriesStatistics = String.raw`
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
        return self._present().sum()

    def prod(self, axis=None, skipna=True):
        return self._present().prod()

    product = prod

    def mean(self, axis=None, skipna=True, numeric_only=False):
        self._demand_numbers("mean")
        there = self._present()
        if not skipna and certainly(len(there) != len(self._values)) or certainly(len(there) == 0):
            return _MISSING
        return there.mean()

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
        return min(there.tolist()) if there.dtype == object else there.min()

    def max(self, axis=None, skipna=True, numeric_only=False):
        if isinstance(self._values, Categorical):
            return self._values.categories[int(self._values.codes.max())]
        there = self._present()
        if certainly(len(there) == 0):
            return _MISSING
        return max(there.tolist()) if there.dtype == object else there.max()

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

    def corr(self, other, method="pearson"):
        there = ~(_missing_mask(self._values) | _missing_mask(_operand(other)))
        return np.corrcoef(self._values[there].astype(np.float64), _operand(other)[there].astype(np.float64))[0, 1]

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

    def describe(self, percentiles=None, include=None, exclude=None):
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
