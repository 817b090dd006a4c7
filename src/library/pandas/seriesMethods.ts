/** The Python text of pandas' Series; part of the module `pandas.core`. */
export const seriesMethods = String.raw`
@guarded
class Series(_SeriesGaps, _SeriesStatistics, _MoreSeries, _Arithmetic):
    ndim = 1

    def __new__(cls, data=None, index=None, *args, **options):
        return object.__new__(cls) if known(data) and known(index) else unknown("it holds what only a run knows")

    def __init__(self, data=None, index=None, dtype=None, name=None, copy=False):
        if isinstance(data, Series):
            name = data.name if name is None else name
            if index is None:
                index = data.index
            elif hasattr(index, "__len__") and len(index) != len(data):
                data = [data.to_dict().get(label, _MISSING) for label in index]
            data = data._values if isinstance(data, Series) else data
        if isinstance(data, dict):
            labels = list(data) if index is None else list(index)
            data = [data.get(label, _MISSING) for label in labels]
            index = labels if index is None else index
        if data is None:
            data = [] if index is None else _MISSING
        self._values = _column(data, None if index is None else len(index))
        if dtype is not None:
            self._values = _cast(self._values, dtype)
        self.index = _default_index(len(self._values)) if index is None else _labels(index)
        self.name = name
        if certainly(len(self.index) != len(self._values)):
            raise ValueError(
                "Length of values (%d) does not match length of index (%d)" % (len(self._values), len(self.index))
            )

    values = property(lambda self: self._values)
    array = property(lambda self: self._values)
    dtype = property(lambda self: self._values.dtype)
    dtypes = dtype
    shape = property(lambda self: self._values.shape)
    size = property(lambda self: len(self._values))
    empty = property(lambda self: len(self._values) == 0)
    iloc = property(lambda self: _Located(self, True))
    loc = property(lambda self: _Located(self, False))
    iat = iloc
    at = loc
    str = property(lambda self: StringMethods(self))
    cat = property(lambda self: _Categories(self))
    dt = property(lambda self: _dates_of(self))
    T = property(lambda self: self)
    is_unique = property(lambda self: self.nunique(False) == len(self))
    hasnans = property(lambda self: bool(_missing_mask(self._values).any()))
    axes = property(lambda self: [self.index])
    nbytes = property(lambda self: self._values.nbytes)

    @property
    def is_monotonic_increasing(self):
        return bool((np.diff(self._values.astype(np.int64) if _is_timed(self._values) else self._values) >= 0).all())

    def _like(self, values, name=_SAME):
        return Series(values, index=self.index, name=self.name if name is _SAME else name)

    def _rows_at(self, places):
        return Series(self._values[places], index=self.index._take(places), name=self.name)

    def _set_at(self, places, value):
        value = _operand(value)
        self._values = _widened(self._values, value)
        self._values[places] = value

    def _update(self, values, inplace):
        if inplace:
            self._values = values
            return None
        return self._like(values)

    def __len__(self):
        return len(self._values)

    def __iter__(self):
        return iter(_cells(self._values))

    def __contains__(self, label):
        return label in self.index

    def __array__(self, dtype=None):
        return np.asarray(self._values) if dtype is None else np.asarray(self._values).astype(dtype)

    def __getitem__(self, key):
        if isinstance(key, slice):
            whole = all(part is None or isinstance(part, (int, np.integer)) for part in (key.start, key.stop))
            if whole:
                return Series(self._values[key], index=_slice_labels(self.index, key), name=self.name)
        places, single = _places(self.index, key)
        return _cell(self._values[places[0]]) if single else self._rows_at(places)

    def __getattr__(self, name):
        index = self.__dict__.get("index")
        has_words = index is not None and not name.startswith("_") and index.dtype.kind in "OUS"
        if has_words and name in index:
            return self[name]
        _no_attribute("Series", name)

    def __setitem__(self, key, value):
        places, single = _places(self.index, key)
        self._set_at(places, value)

    def to_numpy(self, dtype=None, copy=False, na_value=None):
        return self.__array__(dtype)

    def ravel(self, order="C"):
        return self.__array__()

    def tolist(self):
        return _cells(self._values)

    to_list = tolist

    def to_dict(self):
        return dict(zip(self.index.tolist(), self.tolist()))

    def to_frame(self, name=None):
        label = name if name is not None else 0 if self.name is None else self.name
        return DataFrame({label: self._values}, index=self.index)

    def to_csv(self, path=None, **options):
        return self.to_frame().to_csv(path, **options)

    def to_string(self, **options):
        return series_text(self, None)

    def items(self):
        return zip(self.index.tolist(), self.tolist())

    iteritems = items

    def keys(self):
        return self.index

    def get(self, key, default=None):
        return self[key] if key in self.index else default

    def copy(self, deep=True):
        return self._like(self._values.copy())

    def rename(self, index=None, inplace=False):
        if callable(index) or isinstance(index, dict):
            change = index if callable(index) else (lambda label: index.get(label, label))
            return Series(self._values, index=[change(label) for label in self.index.tolist()], name=self.name)
        if inplace:
            self.name = index
            return None
        return Series(self._values, index=self.index, name=index)

    def rename_axis(self, name):
        return Series(self._values, index=self.index._like(self.index.values, name), name=self.name)

    def reset_index(self, drop=False, name=None, inplace=False):
        if drop:
            return Series(self._values, name=self.name)
        label = name if name is not None else 0 if self.name is None else self.name
        return DataFrame({label: self._values}, index=self.index).reset_index()

    def reindex(self, index):
        table = self.to_dict()
        return Series([table.get(label, _MISSING) for label in index], index=index, name=self.name)

    def astype(self, dtype, copy=True, errors="raise"):
        return self._like(_cast(self._values, dtype))

    def infer_objects(self):
        return self._like(inferred(self.tolist()))

    def replace(self, to_replace=None, value=None, inplace=False, regex=False):
        if regex:
            return self._update(self.str.replace(to_replace, value, regex=True)._values, inplace)
        if isinstance(to_replace, dict):
            table = to_replace
        elif isinstance(to_replace, (list, tuple)):
            table = dict(zip(to_replace, value)) if isinstance(value, (list, tuple)) else {each: value for each in to_replace}
        else:
            table = {to_replace: value}
        gap = [each for each in table if is_missing(each)]
        values = _column(looked_up(self._values, table))
        return self._update(_filled(values, table[gap[0]]) if gap else values, inplace)

    def map(self, arg, na_action=None):
        if isinstance(arg, Series):
            arg = arg.to_dict()
        if isinstance(arg, dict):
            return self._like(_column(looked_up(np.asarray(self._values), arg, _MISSING)))
        return self._like(_map_cells(arg, self._values))

    def apply(self, func, args=(), **options):
        if isinstance(func, str):
            return getattr(self, func)(*args, **options)
        if isinstance(func, (list, tuple)):
            return self.agg(func)
        if isinstance(func, np.ufunc):
            return self._like(func(self._values))
        return self._like(_map_cells((lambda value: func(value, *args, **options)) if args or options else func, self._values))

    def agg(self, func, axis=0):
        if isinstance(func, (list, tuple)):
            names = [each if isinstance(each, str) else each.__name__ for each in func]
            return Series([self.agg(each) for each in func], index=names, name=self.name)
        return getattr(self, func)() if isinstance(func, str) else func(self)

    aggregate = agg

    def transform(self, func):
        return getattr(self, func)() if isinstance(func, str) else func(self)

    def pipe(self, func, *args, **options):
        return func(self, *args, **options)

    def head(self, n=5):
        return self[:n]

    def tail(self, n=5):
        return self[-n:] if n > 0 else self[:0]

    def sample(self, n=None, frac=None, replace=False, weights=None, random_state=None, axis=None, ignore_index=False):
        part = self._rows_at(_sampled(len(self), n, frac, replace, random_state))
        return part.reset_index(drop=True) if ignore_index else part

    def unique(self):
        if isinstance(self._values, Categorical):
            return self._values._with_codes(factorized(self._values.codes)[0])
        different, codes = factorized(self._values)
        gaps = np.flatnonzero(codes < 0)
        if not len(gaps):
            return different
        before = int(codes[:gaps[0]].max()) + 1 if gaps[0] > 0 else 0
        return np.insert(different, before, _MISSING) if different.dtype != object else _objects(
            different.tolist()[:before] + [self._values[gaps[0]]] + different.tolist()[before:])

    def nunique(self, dropna=True):
        return len(self.unique()) if not dropna else len(factorized(np.asarray(self._values))[0])

    def value_counts(self, normalize=False, sort=True, ascending=False, bins=None, dropna=True):
        if bins is not None:
            cells = cut(self, bins, include_lowest=True)
            return cells.value_counts(normalize, sort, ascending)._like_named(self.name)
        if isinstance(self._values, Categorical):
            names = self._values.categories.values
            codes = self._values.codes
        else:
            names, codes = factorized(self._values)
        counts = np.bincount(codes[codes >= 0], minlength=len(names))
        if not dropna and (codes < 0).any():
            names = np.append(names, _MISSING) if names.dtype != object else _objects(names.tolist() + [_MISSING])
            counts = np.append(counts, int((codes < 0).sum()))
        if sort:
            order = order_of(counts, ascending, "quicksort")
            names, counts = names[order], counts[order]
        if normalize:
            counts = counts / counts.sum()
        return Series(counts, index=Index(names, name=self.name), name="proportion" if normalize else "count")

    def factorize(self, sort=False):
        return factorize(self, sort)

    def isin(self, wanted):
        return self._like(membership(np.asarray(self._values), list(wanted)))

    def between(self, left, right, inclusive="both"):
        low = self >= left if inclusive in ("both", "left") else self > left
        return low & (self <= right if inclusive in ("both", "right") else self < right)

    def where(self, cond, other=_MISSING, inplace=False):
        return self._update(_chosen(np.asarray(cond), self._values, _operand(other)), inplace)

    def mask(self, cond, other=_MISSING, inplace=False):
        return self._update(_chosen(~np.asarray(cond), self._values, _operand(other)), inplace)

    def duplicated(self, keep="first"):
        return DataFrame({0: self._values}, index=self.index).duplicated(keep=keep)

    def drop_duplicates(self, keep="first"):
        return self._rows_at(np.flatnonzero(~self.duplicated(keep)._values))

    def drop(self, labels=None, index=None, inplace=False, errors="raise"):
        gone = labels if labels is not None else index
        return self._rows_at(_kept_rows(self.index, gone, errors))

    def clip(self, lower=None, upper=None):
        return self._like(np.clip(self._values, lower, upper))

    def round(self, decimals=0):
        return self._like(np.round(self._values, decimals))

    def abs(self):
        return self._like(np.abs(self._values))

    __abs__ = abs

    def shift(self, periods=1, fill_value=None):
        return self._like(_shifted(self._values, periods, fill_value))

    def diff(self, periods=1):
        return self - self.shift(periods)

    def pct_change(self, periods=1, **options):
        return self / self.shift(periods) - 1

    def _gathered(self, function, neutral):
        if self._values.dtype.kind != "f" or not has_contents(self._values):
            return self._like(function(self._values))
        missing = _missing_mask(self._values)
        found = function(np.where(missing, neutral, self._values))
        return self._like(np.where(missing, _MISSING, found))

    def cumsum(self, axis=0, skipna=True): return self._gathered(np.cumsum, 0.0)
    def cumprod(self, axis=0, skipna=True): return self._gathered(np.cumprod, 1.0)
    def cummax(self, axis=0, skipna=True): return self._gathered(np.maximum.accumulate, -np.inf)
    def cummin(self, axis=0, skipna=True): return self._gathered(np.minimum.accumulate, np.inf)

    def _like_named(self, name):
        return Series(self._values, index=Index(self.index.values), name=self.name)

    def sort_values(self, axis=0, ascending=True, inplace=False, kind="quicksort", na_position="last", ignore_index=False, key=None):
        values = self._values if key is None else key(self)._values
        part = self._rows_at(order_of(values.codes if isinstance(values, Categorical) else values, ascending, kind))
        if ignore_index:
            part = part.reset_index(drop=True)
        if inplace:
            self._values, self.index = part._values, part.index
            return None
        return part

    def sort_index(self, axis=0, ascending=True, inplace=False, **options):
        part = self._rows_at(order_of(self.index.values, ascending, "quicksort"))
        if inplace:
            self._values, self.index = part._values, part.index
            return None
        return part

    def argsort(self):
        return self._like(np.argsort(self._values))

    def nlargest(self, n=5):
        return self.sort_values(ascending=False, kind="stable").head(n)

    def nsmallest(self, n=5):
        return self.sort_values(kind="stable").head(n)

    def explode(self):
        labels, values = [], []
        for label, value in self.items():
            for each in value if isinstance(value, (list, tuple, np.ndarray)) else [value]:
                labels.append(label)
                values.append(each)
        return Series(values, index=labels, name=self.name)

    def groupby(self, by=None, level=None, sort=True, **options):
        frame = DataFrame({0 if self.name is None else self.name: self._values}, index=self.index)
        return _Groups(frame, by, sort=sort)._only(0 if self.name is None else self.name)

    def plot(self, *args, **options):
        return _plotted(self.to_frame(), options)

    def hist(self, bins=10, **options):
        import matplotlib.pyplot as plt
        plt.hist(self.dropna()._values, bins=bins)
        return plt.gca()

    def squeeze(self):
        return self[self.index[0]] if len(self) == 1 else self

    def __repr__(self):
        return series_text(self) if running() else unknown("what is printed is made when the script runs")
`;
