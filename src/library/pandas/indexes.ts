/** The Python text of pandas' row and column labels of one level; part of the module `pandas.core`. */
export const indexes = String.raw`
def _labels(labels, name=None):
    """An index of the kind that pandas makes of these labels."""
    if isinstance(labels, Index):
        return labels if name is None else labels._like(labels.values, name)
    if isinstance(labels, range):
        return RangeIndex(labels.start, labels.stop, labels.step, name=name)
    if isinstance(labels, Series):
        return Index(labels._values, name=labels.name if name is None else name)
    if isinstance(labels, (list, tuple)) and len(labels) and all([isinstance(label, tuple) for label in labels]):
        return MultiIndex(labels, names=name)
    return Index(labels, name=name)

def _default_index(count):
    return RangeIndex(0, count)

@guarded
class _Twin:
    """The key of a column whose label an earlier column has."""

    def __init__(self, label, number):
        self.label, self.number = label, number

    def __eq__(self, other): return isinstance(other, _Twin) and other.label == self.label and other.number == self.number
    def __hash__(self): return hash((self.label, self.number))
    def __str__(self): return str(self.label)
    def __repr__(self): return repr(self.label)
    def __lt__(self, other): return self.label < _label_of(other)
    def __gt__(self, other): return self.label > _label_of(other)

def _label_of(key):
    return key.label if isinstance(key, _Twin) else key

def _distinct(labels):
    """Keys for columns of these labels: the first of a label by itself, later ones as its twins."""
    keys, seen = [], {}
    for label in [_label_of(each) for each in labels]:
        number = seen.get(label, 0)
        seen[label] = number + 1
        keys.append(_Twin(label, number) if number else label)
    return keys

class Index:
    ndim = 1
    is_unique = property(lambda self: len(factorized(self.values)[0]) == len(self))

    def __init__(self, data=None, dtype=None, copy=False, name=None):
        if isinstance(data, list) and any([isinstance(each, _Twin) for each in data]):
            data = [_label_of(each) for each in data]
        values = _column([] if data is None else data)
        if isinstance(values, Categorical):
            values = np.asarray(values)
        self.values = values if dtype is None else values.astype(dtype)
        if _is_timed(self.values) and type(self) is Index:
            self.freq = getattr(data, "freq", None)
            self.__class__ = DatetimeIndex if self.values.dtype.kind == "M" else TimedeltaIndex
        self.name = getattr(data, "name", None) if name is None else name

    def __getattr__(self, name):
        _no_attribute(type(self).__name__ if name not in _LACKING["Index"] else "Index", name)

    def _like(self, values, name):
        return Index(values, name=name)

    def _take(self, places):
        return Index(self.values[places], name=self.name)

    dtype = property(lambda self: self.values.dtype)
    shape = property(lambda self: self.values.shape)
    size = property(lambda self: len(self.values))
    nlevels = 1
    names = property(lambda self: [self.name])
    str = property(lambda self: StringMethods(self))
    empty = property(lambda self: len(self) == 0)

    def __len__(self):
        return len(self.values)

    def __iter__(self):
        return iter(_cells(self.values))

    def __array__(self, dtype=None):
        return self.values if dtype is None else self.values.astype(dtype)

    def __getitem__(self, key):
        part = self.values[key._values if isinstance(key, Series) else key.values if isinstance(key, Index) else key]
        return Index(part, name=self.name) if isinstance(part, np.ndarray) else _cell(part)

    def __contains__(self, label):
        return label in self.values.tolist()

    def tolist(self):
        return _cells(self.values)

    to_list = tolist

    def to_numpy(self, dtype=None, copy=False):
        return self.values if dtype is None else self.values.astype(dtype)

    def to_series(self):
        return Series(self.values, index=self, name=self.name)

    def to_frame(self):
        return DataFrame({0 if self.name is None else self.name: self.values}, index=self)

    def get_loc(self, label):
        labels = self.values.tolist()
        if label not in labels:
            raise KeyError(label)
        return labels.index(label)

    def unique(self):
        return Index(factorized(self.values)[0], name=self.name)

    def nunique(self):
        return len(factorized(self.values)[0])

    def astype(self, dtype):
        return Index(Series(self.values).astype(dtype)._values, name=self.name)

    def map(self, function):
        return Index(Series(self.values).map(function)._values, name=self.name)

    def isin(self, wanted):
        return membership(self.values, list(wanted))

    def drop(self, labels, errors="raise"):
        gone = [labels] if not isinstance(labels, (list, tuple, set, Index, np.ndarray)) else list(labels)
        missing = [label for label in gone if label not in self]
        if missing and errors == "raise":
            raise KeyError("%s not found in axis" % (missing,))
        return Index([label for label in self.tolist() if label not in gone], name=self.name)

    def difference(self, other):
        return Index(sorted(label for label in self.tolist() if label not in list(other)), name=self.name)

    def intersection(self, other):
        return Index([label for label in self.tolist() if label in list(other)], name=self.name)

    def union(self, other):
        return Index(sorted(set(self.tolist()) | set(other)), name=self.name)

    def append(self, other):
        return Index(self.tolist() + list(other), name=self.name)

    def insert(self, loc, item):
        labels = self.tolist()
        labels.insert(loc, item)
        return Index(labels, name=self.name)

    def rename(self, name):
        return self._like(self.values, name)

    def sort_values(self, ascending=True):
        return self._take(order_of(self.values, ascending))

    def min(self):
        return _cell(self.values.min())

    def max(self):
        return _cell(self.values.max())

    def argsort(self):
        return np.argsort(self.values, kind="stable")

    def argmin(self): return int(self.values.argmin())
    def argmax(self): return int(self.values.argmax())
    def any(self): return bool(self.values.any())
    def all(self): return bool(self.values.all())
    def delete(self, loc): return self._take(np.delete(np.arange(len(self)), loc))
    def repeat(self, repeats): return self._take(np.repeat(np.arange(len(self)), repeats))
    def take(self, places): return self._take(np.asarray(places))
    def duplicated(self, keep="first"): return Series(self.values).duplicated(keep)._values
    def drop_duplicates(self, keep="first"): return self._take(np.flatnonzero(~self.duplicated(keep)))
    def dropna(self): return self._take(np.flatnonzero(~_missing_mask(self.values)))
    def isna(self): return _missing_mask(self.values)
    def notna(self): return ~_missing_mask(self.values)
    isnull, notnull = isna, notna
    def fillna(self, value): return Index(_filled(self.values, value), name=self.name)
    def value_counts(self, **options): return Series(self.values, name=self.name).value_counts(**options)
    def factorize(self, sort=False): return factorize(self, sort)
    def get_level_values(self, level): return self
    def get_indexer(self, target):
        places = {label: place for place, label in enumerate(self.tolist())}
        return np.array([places.get(label, -1) for label in target], dtype=np.int64)
    def searchsorted(self, value, side="left"): return np.searchsorted(self.values, _plain(value), side=side)
    def set_names(self, names, **options): return self._like(self.values, names[0] if isinstance(names, list) else names)
    def shift(self, periods=1, freq=None): return self + Timedelta(periods * _tick(freq or self.freq)) if _is_timed(self.values) else self
    def droplevel(self, level=0): return self
    def ravel(self): return self
    def where(self, cond, other=None): return Index(_chosen(np.asarray(cond), self.values, other), name=self.name)
    def symmetric_difference(self, other): return Index(sorted(set(self.tolist()) ^ set(other)), name=self.name)
    def groupby(self, values): return {name: Index(part) for name, part in Series(self.values).groupby(list(values)).groups.items()}
    T = property(lambda self: self)
    hasnans = property(lambda self: bool(_missing_mask(self.values).any()))
    has_duplicates = property(lambda self: not self.is_unique)
    is_monotonic_increasing = property(lambda self: all([a <= b for a, b in zip(self.tolist(), self.tolist()[1:])]))
    is_monotonic_decreasing = property(lambda self: all([a >= b for a, b in zip(self.tolist(), self.tolist()[1:])]))
    nbytes = property(lambda self: self.values.nbytes)

    def equals(self, other):
        return self.tolist() == list(other)

    def copy(self):
        return self._like(self.values, self.name)

    def __eq__(self, other):
        return _compared(self.values, _operand(other), "eq") if _is_timed(self.values) else self.values == (other.values if isinstance(other, Index) else other)

    def __ne__(self, other):
        return self.values != (other.values if isinstance(other, Index) else other)

    def __gt__(self, other): return _compared(self.values, _operand(other), "gt")
    def __ge__(self, other): return _compared(self.values, _operand(other), "ge")
    def __lt__(self, other): return _compared(self.values, _operand(other), "lt")
    def __le__(self, other): return _compared(self.values, _operand(other), "le")
    def __add__(self, other): return Index(_map_cells(lambda a: a + other, self.values) if self.values.dtype == object else other._added_all(self.values) if isinstance(other, DateOffset) else self.values + _operand(other), name=self.name)
    def __radd__(self, other): return Index(_map_cells(lambda a: other + a, self.values) if self.values.dtype == object else other + self.values, name=self.name)
    def __sub__(self, other): return Index(other._added_all(self.values, -1) if isinstance(other, DateOffset) else self.values - _operand(other), name=self.name)
    def __truediv__(self, other): return Index(self.values / _operand(other), name=self.name)
    def __floordiv__(self, other): return Index(self.values // _operand(other), name=self.name)
    def __mod__(self, other): return Index(self.values % _operand(other), name=self.name)
    def __rsub__(self, other): return Index(_plain(other) - self.values, name=self.name)
    def __mul__(self, other): return Index(self.values * other, name=self.name)

    def __repr__(self):
        return index_text(self)

class RangeIndex(Index):
    def __init__(self, start=0, stop=None, step=1, name=None):
        if stop is None:
            start, stop = 0, start
        self.start, self.stop, self.step, self.name = start, stop, step, name
        count = stop - start if step == 1 else max(0, -((start - stop) // step))
        self._count = count
        self.values = positions(count, start, step)

    def __len__(self):
        return self._count

    def _like(self, values, name):
        return RangeIndex(self.start, self.stop, self.step, name=name)

    def _sliced(self, key):
        if not isinstance(self._count, int):
            return Index(self.values[key], name=self.name)
        chosen = range(self.start, self.stop, self.step)[key]
        return RangeIndex(chosen.start, chosen.stop, chosen.step, name=self.name)

    def __repr__(self):
        more = "" if self.name is None else ", name=%r" % self.name
        return "RangeIndex(start=%s, stop=%s, step=%s%s)" % (self.start, self.stop, self.step, more)

class TimedeltaIndex(Index):
    freq = None
    days = property(lambda self: Index(self.values.astype(np.int64) // _DAY, name=self.name))
    def total_seconds(self): return Index(self.values.astype(np.int64) / 1000000000, name=self.name)
`;
