/** The Python text of pandas' Series; part of the module `pandas.core`. */
export const seriesMethods = String.raw`
class Series:
    ndim = 1

    def __new__(cls, data=None, *args, **options):
        # What is done with contents that only a run knows is not followed.
        return object.__new__(cls) if known(data) else unknown("it holds what only a run knows")

    def __init__(self, data=None, index=None, dtype=None, name=None, copy=False):
        if isinstance(data, Series):
            index = data.index if index is None else index
            name = data.name if name is None else name
        if isinstance(data, dict):
            index = list(data) if index is None else index
            data = list(data.values())
        if data is None:
            data = []
        count = len(index) if index is not None else None
        self.values = _column(data, count)
        if dtype is not None:
            self.values = self.values.astype(object if dtype is str or dtype == "category" else dtype)
        self.index = _index(index, len(self.values))
        self.name = name
        if len(self.index) != len(self.values):
            raise ValueError(
                "Length of values (%d) does not match length of index (%d)" % (len(self.values), len(self.index))
            )

    dtype = property(lambda self: self.values.dtype)
    shape = property(lambda self: self.values.shape)
    size = property(lambda self: len(self.values))
    empty = property(lambda self: len(self.values) == 0)
    iloc = property(lambda self: _Located(self, True))
    loc = property(lambda self: _Located(self, False))
    str = property(lambda self: _Texts(self))
    T = property(lambda self: self)

    def _like(self, values, name=None):
        return Series(values, index=self.index, name=self.name if name is None else name)

    def _rows_at(self, places):
        index = Index(self.index.values[places], self.index.name)
        return Series(self.values[places], index=index, name=self.name)

    def _set_at(self, places, value):
        value = _operand(value)
        if isinstance(value, (float, str)) and self.values.dtype.kind in "iub":
            self.values = self.values.astype(np.float64 if isinstance(value, float) else object)
        self.values[places] = value

    def __len__(self):
        return len(self.values)

    def __iter__(self):
        return iter(self.values.tolist())

    def __array__(self, dtype=None):
        return self.values if dtype is None else self.values.astype(dtype)

    def __getitem__(self, key):
        if isinstance(key, slice):
            return self._rows_at(np.arange(len(self))[key])
        places, single = _places(self.index, key)
        return self.values[places[0]] if single else self._rows_at(places)

    def __setitem__(self, key, value):
        places, single = _places(self.index, key)
        self._set_at(places, value)

    def to_numpy(self, dtype=None, copy=False):
        return self.values if dtype is None else self.values.astype(dtype)

    def tolist(self):
        return self.values.tolist()

    to_list = tolist
    ravel = to_numpy

    def to_dict(self):
        return dict(zip(self.index.tolist(), self.tolist()))

    def to_frame(self, name=None):
        return DataFrame({self.name if name is None else name: self.values}, index=self.index)

    def items(self):
        return zip(self.index.tolist(), self.tolist())

    def copy(self, deep=True):
        return self._like(self.values.copy())

    def rename(self, name):
        return Series(self.values, index=self.index, name=name)

    def reset_index(self, drop=False):
        if drop:
            return Series(self.values, name=self.name)
        return DataFrame({self.index.name or "index": self.index.values, self.name if self.name is not None else 0: self.values})

    def astype(self, dtype):
        if dtype == "category":
            return self
        if dtype is str or dtype == "str":
            return self._like(np.array([str(value) for value in self.tolist()], dtype=object))
        if np.dtype(dtype).kind in "iu" and self.values.dtype.kind == "f" and bool(np.isnan(self.values).any()):
            raise ValueError("Cannot convert non-finite values (NA or inf) to integer")
        return self._like(self.values.astype(dtype))

    def isnull(self):
        return self._like(_missing_mask(self.values))

    isna = isnull

    def notnull(self):
        return self._like(~_missing_mask(self.values))

    notna = notnull

    def dropna(self):
        return self._rows_at(np.flatnonzero(~_missing_mask(self.values)))

    def fillna(self, value=None, inplace=False):
        missing = _missing_mask(self.values)
        filled = self.values.copy()
        if missing.any():
            filled[missing] = value
        if inplace:
            self.values = filled
            return None
        return self._like(filled)

    def replace(self, to_replace, value=None):
        table = to_replace if isinstance(to_replace, dict) else {to_replace: value}
        return self._like([table.get(each, each) for each in self.tolist()])

    def map(self, arg, na_action=None):
        if isinstance(arg, dict):
            return self._like([arg.get(value, _MISSING) for value in self.tolist()])
        return self._like([arg(value) for value in self.tolist()])

    def apply(self, func, args=(), **options):
        return self._like([func(value, *args, **options) for value in self.tolist()])

    def head(self, n=5):
        return self[:n]

    def tail(self, n=5):
        return self[-n:] if n > 0 else self[:0]

    def sample(self, n=None, frac=None, replace=False, random_state=None):
        return self._rows_at(_sampled(len(self), n, frac, replace, random_state))

    def unique(self):
        codes = _in_order(self.values)
        different = codes[0]
        if bool((codes[1] < 0).any()):
            different = np.append(different, _MISSING)
        return different

    def nunique(self, dropna=True):
        return len(_in_order(self.values)[0])

    def value_counts(self, normalize=False, sort=True, ascending=False, dropna=True):
        names, codes = _in_order(self.values)
        counts = np.bincount(codes[codes >= 0], minlength=len(names))
        if sort:
            order = np.argsort(counts if ascending else -counts, kind="stable")
            names, counts = names[order], counts[order]
        if normalize:
            counts = counts / counts.sum()
        return Series(counts, index=Index(names, self.name), name="proportion" if normalize else "count")

    def isin(self, wanted):
        wanted = list(wanted)
        return self._like(np.array([value in wanted for value in self.tolist()], dtype=bool))

    def between(self, left, right, inclusive="both"):
        return (self >= left) & (self <= right)

    def clip(self, lower=None, upper=None):
        return self._like(np.clip(self.values, lower, upper))

    def round(self, decimals=0):
        return self._like(np.round(self.values, decimals))

    def abs(self):
        return self._like(np.abs(self.values))

    def shift(self, periods=1):
        values = self.values.astype(np.float64)
        moved = np.full(len(values), np.nan)
        if periods >= 0:
            moved[periods:] = values[:len(values) - periods]
        else:
            moved[:periods] = values[-periods:]
        return self._like(moved)

    def diff(self, periods=1):
        return self - self.shift(periods)

    def cumsum(self):
        return self._like(np.cumsum(self.values))

    def sort_values(self, ascending=True):
        order = np.argsort(self.values, kind="stable")
        return self._rows_at(order if ascending else order[::-1])

    def sort_index(self, ascending=True):
        order = np.argsort(self.index.values, kind="stable")
        return self._rows_at(order if ascending else order[::-1])

    def _present(self):
        return self.values[~_missing_mask(self.values)]

    def count(self):
        return len(self._present())

    def sum(self, axis=None, skipna=True):
        return self._present().sum()

    def mean(self, axis=None, skipna=True):
        present = self._present()
        return present.mean() if len(present) else _MISSING

    def std(self, axis=None, ddof=1):
        return self._present().std(ddof=ddof) if self.count() > ddof else _MISSING

    def var(self, axis=None, ddof=1):
        return self._present().var(ddof=ddof) if self.count() > ddof else _MISSING

    def min(self, axis=None):
        return self._present().min()

    def max(self, axis=None):
        return self._present().max()

    def median(self, axis=None):
        return np.median(self._present())

    def mode(self):
        counts = self.value_counts()
        best = counts.values == counts.values.max()
        return Series(np.sort(counts.index.values[best]), name=self.name)

    def quantile(self, q=0.5):
        if hasattr(q, "__len__"):
            return Series([np.quantile(self._present(), each) for each in q], index=list(q), name=self.name)
        return np.quantile(self._present(), q)

    def argmax(self):
        return int(np.argmax(self.values))

    def idxmax(self):
        return self.index.values[np.argmax(self.values)]

    def idxmin(self):
        return self.index.values[np.argmin(self.values)]

    def any(self):
        return self.values.any()

    def all(self):
        return self.values.all()

    def item(self):
        return self.values.item()

    def describe(self):
        if self.values.dtype.kind not in "iuf":
            counts = self.value_counts()
            return Series([self.count(), len(counts), counts.index.tolist()[0], counts.tolist()[0]],
                          index=["count", "unique", "top", "freq"], name=self.name)
        parts = [float(self.count()), self.mean(), self.std(), self.min()]
        parts += [self.quantile(q) for q in (0.25, 0.5, 0.75)] + [self.max()]
        return Series([float(part) for part in parts],
                      index=["count", "mean", "std", "min", "25%", "50%", "75%", "max"], name=self.name)

    def groupby(self, by):
        return _Groups(DataFrame({self.name: self.values}), by, self.name)

    def _with(self, other, operation):
        name = self.name if not isinstance(other, Series) or other.name == self.name else None
        return Series(operation(self.values, _operand(other)), index=self.index, name=name)

    def __add__(self, other): return self._with(other, lambda a, b: a + b)
    def __radd__(self, other): return self._with(other, lambda a, b: b + a)
    def __sub__(self, other): return self._with(other, lambda a, b: a - b)
    def __rsub__(self, other): return self._with(other, lambda a, b: b - a)
    def __mul__(self, other): return self._with(other, lambda a, b: a * b)
    def __rmul__(self, other): return self._with(other, lambda a, b: b * a)
    def __truediv__(self, other): return self._with(other, lambda a, b: a / b)
    def __rtruediv__(self, other): return self._with(other, lambda a, b: b / a)
    def __floordiv__(self, other): return self._with(other, lambda a, b: a // b)
    def __mod__(self, other): return self._with(other, lambda a, b: a % b)
    def __pow__(self, other): return self._with(other, lambda a, b: a ** b)
    def __neg__(self): return self._like(-self.values)
    def __invert__(self): return self._like(~self.values)
    def __and__(self, other): return self._with(other, lambda a, b: a & b)
    def __or__(self, other): return self._with(other, lambda a, b: a | b)
    def __eq__(self, other): return self._with(other, lambda a, b: a == b)
    def __ne__(self, other): return self._with(other, lambda a, b: a != b)
    def __lt__(self, other): return self._with(other, lambda a, b: a < b)
    def __le__(self, other): return self._with(other, lambda a, b: a <= b)
    def __gt__(self, other): return self._with(other, lambda a, b: a > b)
    def __ge__(self, other): return self._with(other, lambda a, b: a >= b)

    def __bool__(self):
        raise ValueError(
            "The truth value of a Series is ambiguous. Use a.empty, a.bool(), a.item(), a.any() or a.all()."
        )

    def __repr__(self):
        return series_text(self)

class _Texts:
    def __init__(self, series):
        self._series = series

    def __getattr__(self, name):
        method = getattr(str, name)
        series = self._series
        def each(*args, **options):
            return series._like([_MISSING if is_missing(text) else method(text, *args, **options) for text in series.tolist()])
        return each

    def len(self):
        return self._series._like([len(text) for text in self._series.tolist()])

    def contains(self, pattern, case=True, na=None, regex=True):
        import re
        search = re.compile(pattern if regex else re.escape(pattern), 0 if case else re.IGNORECASE).search
        return self._series._like(np.array([search(text) is not None for text in self._series.tolist()], dtype=bool))

def _sampled(count, n, frac, replace, random_state):
    generator = random_state if isinstance(random_state, np.random.RandomState) else (
        np.random if random_state is None else np.random.RandomState(random_state)
    )
    wanted = int(round(frac * count)) if frac is not None else 1 if n is None else n
    if not replace and wanted > count:
        raise ValueError("Cannot take a larger sample than population when 'replace=False'")
    return generator.choice(count, size=wanted, replace=replace)
`;
