/** The Python text of rows gathered by the values of columns; part of the module `pandas.core`. */
export const grouping = String.raw`
@guarded
class _Groups:
    def __init__(self, frame, by, as_index=True, sort=True, column=None, shared=None, observed=False):
        self._frame, self._observed = frame, observed
        self._as_index = as_index
        self._column = column
        if shared is not None:
            self._keys, self._names, self._labels, self._codes = shared
            return
        wanted = by if isinstance(by, list) else [by]
        self._keys = []
        self._names = []
        for key in wanted:
            if isinstance(key, (str, int)) and key in frame._data:
                self._keys.append(frame._data[key])
                self._names.append(key)
            elif isinstance(key, str):
                raise KeyError(key)
            elif callable(key):
                self._keys.append(inferred([key(label) for label in frame.index.tolist()]))
                self._names.append(None)
            else:
                self._keys.append(_column(key if not isinstance(key, dict) else [key.get(label) for label in frame.index.tolist()]))
                self._names.append(getattr(key, "name", None))
        self._find(sort)

    def _find(self, sort):
        parts = []
        for key in self._keys:
            if isinstance(key, Categorical):
                names, codes = key.categories.values, key.codes.astype(np.int64)
                if self._observed:
                    # Only the categories that there are rows of.
                    names, codes = names[np.unique(codes[codes >= 0])], np.where(codes < 0, -1, np.searchsorted(np.unique(codes[codes >= 0]), codes))
                parts.append((names, codes))
                continue
            names, codes = factorized(key)
            if sort and len(names):
                order = order_of(names)
                places = np.empty(len(order), dtype=np.int64)
                places[order] = np.arange(len(order))
                names, codes = names[order], np.where(codes < 0, -1, places[codes])
            parts.append((names, codes))
        if len(parts) == 1:
            names, self._codes = parts[0]
            self._labels = Index(names, name=self._names[0])
            return
        rows = list(zip(*[codes.tolist() for names, codes in parts]))
        seen = sorted(set(row for row in rows if -1 not in row)) if sort else list(dict.fromkeys(row for row in rows if -1 not in row))
        table = {row: place for place, row in enumerate(seen)}
        self._codes = np.array([table.get(row, -1) for row in rows], dtype=np.int64)
        names = [part[0].tolist() for part in parts]
        self._labels = MultiIndex([tuple(names[level][code] for level, code in enumerate(row)) for row in seen], self._names)

    def _places(self):
        return [np.flatnonzero(self._codes == code) for code in range(len(self._labels))]

    def _shared(self):
        return self._keys, self._names, self._labels, self._codes

    def _only(self, column):
        return _Groups(self._frame, None, self._as_index, column=column, shared=self._shared())

    def __getitem__(self, column):
        if isinstance(column, (list, tuple)):
            missing = [name for name in column if name not in self._frame._data]
            if missing:
                raise KeyError("Columns not found: %s" % ", ".join(repr(name) for name in missing))
            names = list(column) + [name for name in self._names if name is not None and name not in column and name in self._frame._data]
            return _Groups(self._frame[names], None, self._as_index, shared=self._shared())
        if column not in self._frame._data:
            raise KeyError("Column not found: %s" % column)
        return self._only(column)

    def __getattr__(self, name):
        frame = self.__dict__.get("_frame")
        if frame is not None and name in frame._data:
            return self[name]
        _no_attribute("DataFrameGroupBy", name)

    def __iter__(self):
        for label, places in zip(self._labels.tolist(), self._places()):
            part = self._frame._rows_at(places)
            yield label, part if self._column is None else part[self._column]

    def __len__(self):
        return len(self._labels)

    ngroups = property(lambda self: len(self._labels))
    groups = property(lambda self: {label: Index(self._frame.index.values[places]) for label, places in zip(self._labels.tolist(), self._places())})
    indices = property(lambda self: dict(zip(self._labels.tolist(), self._places())))

    def get_group(self, name):
        labels = self._labels.tolist()
        if name not in labels:
            raise KeyError(name)
        part = self._frame._rows_at(self._places()[labels.index(name)])
        return part if self._column is None else part[self._column]

    def size(self):
        sizes = np.array([len(places) for places in self._places()], dtype=np.int64)
        if not self._as_index:
            return self._flat(DataFrame({"size": sizes}, index=self._labels))
        return Series(sizes, index=self._labels, name=self._column)

    def _flat(self, frame):
        return frame.reset_index()

    def _columns(self, numeric_only=False):
        return [name for name, column in self._frame._data.items()
                if name not in self._names and (not numeric_only or column.dtype.kind in "iufb")]

    def _each(self, function, numeric_only=False):
        places = self._places()
        if self._column is not None:
            series = self._frame[self._column]
            result = Series(inferred([function(series._rows_at(rows)) for rows in places]), index=self._labels, name=self._column)
            return result if self._as_index else self._flat(result.to_frame())
        names = self._columns(numeric_only)
        frame = DataFrame({name: inferred([function(self._frame._series(name)._rows_at(rows)) for rows in places]) for name in names},
                          index=self._labels)
        return frame if self._as_index else self._flat(frame)

    def mean(self, numeric_only=False): return self._each(lambda part: part.mean(), numeric_only)
    def sum(self, numeric_only=False): return self._each(lambda part: part.sum(), numeric_only)
    def std(self, ddof=1, numeric_only=False): return self._each(lambda part: part.std(ddof=ddof), numeric_only)
    def var(self, ddof=1, numeric_only=False): return self._each(lambda part: part.var(ddof=ddof), numeric_only)
    def min(self, numeric_only=False): return self._each(lambda part: part.min(), numeric_only)
    def max(self, numeric_only=False): return self._each(lambda part: part.max(), numeric_only)
    def median(self, numeric_only=False): return self._each(lambda part: part.median(), numeric_only)
    def prod(self, numeric_only=False): return self._each(lambda part: part.prod(), numeric_only)
    def count(self): return self._each(lambda part: part.count())
    def nunique(self): return self._each(lambda part: part.nunique())
    def first(self): return self._each(lambda part: part.dropna()._values[0] if len(part.dropna()) else _MISSING)
    def last(self): return self._each(lambda part: part.dropna()._values[-1] if len(part.dropna()) else _MISSING)
    def quantile(self, q=0.5): return self._each(lambda part: part.quantile(q))
    def idxmax(self): return self._each(lambda part: part.idxmax())
    def idxmin(self): return self._each(lambda part: part.idxmin())
    def skew(self): return self._each(lambda part: part.skew())
    def sem(self, ddof=1): return self._each(lambda part: part.sem(ddof))
    def any(self): return self._each(lambda part: part.any())
    def all(self): return self._each(lambda part: part.all())
    def ffill(self): return self.transform(lambda part: part.ffill())
    def bfill(self): return self.transform(lambda part: part.bfill())
    def fillna(self, value): return self.transform(lambda part: part.fillna(value))
    def cummax(self): return self.transform(lambda part: part.cummax())
    def cummin(self): return self.transform(lambda part: part.cummin())
    def cumprod(self): return self.transform(lambda part: part.cumprod())
    def pct_change(self, periods=1): return self.transform(lambda part: part.pct_change(periods))
    def pipe(self, func, *args, **options): return func(self, *args, **options)
    def rolling(self, window, **options): return _GroupedRolling(self, window, options)
    def nlargest(self, n=5): return self._longer(lambda part: part.nlargest(n))
    def nsmallest(self, n=5): return self._longer(lambda part: part.nsmallest(n))
    ndim = property(lambda self: 2 if self._column is None else 1)

    def _longer(self, function):
        parts = [(label, function(part)) for label, part in self]
        labels = [(label if isinstance(label, tuple) else (label,)) + (row,) for label, part in parts for row in part.index.tolist()]
        return Series(np.concatenate([part._values for label, part in parts]), index=MultiIndex(labels, self._names + [None]), name=self._column)

    def _chosen_rows(self, kept):
        part = self._frame._rows_at(np.flatnonzero(kept))
        return part if self._column is None else part[self._column]

    def nth(self, n): return self._chosen_rows(self._counted()._values == n)

    def tail(self, n=5):
        sizes = np.array([len(places) for places in self._places()])
        return self._chosen_rows(self._counted()._values >= sizes[self._codes] - n)

    def sample(self, n=None, frac=None, replace=False, random_state=None):
        generator = np.random.RandomState(random_state) if isinstance(random_state, int) else random_state
        chosen = [places[_sampled(len(places), n, frac, replace, generator)] for places in self._places()]
        part = self._frame._rows_at(np.concatenate(chosen))
        return part if self._column is None else part[self._column]

    def corr(self, **options):
        parts = [(label, part.drop(columns=[name for name in self._names if name in part._data]).corr(**options)) for label, part in self]
        return concat([part for label, part in parts], keys=[label for label, part in parts])

    def plot(self, *args, **options):
        for label, part in self:
            part.plot(*args, **options)


    def describe(self):
        if self._column is not None:
            parts = [self._frame[self._column]._rows_at(places).describe() for places in self._places()]
            return DataFrame([part.tolist() for part in parts], index=self._labels, columns=parts[0].index.tolist())
        names = self._columns(True)
        table = {}
        for name in names:
            parts = [self._frame._series(name)._rows_at(places).describe() for places in self._places()]
            for place, statistic in enumerate(parts[0].index.tolist()):
                table[(name, statistic)] = inferred([part._values[place] for part in parts])
        return DataFrame(table, index=self._labels)

    def value_counts(self):
        labels, counts = [], []
        for label, part in self:
            for value, count in part.value_counts().sort_index().sort_values(ascending=False, kind="stable").items():
                labels.append((label, value))
                counts.append(count)
        return Series(counts, index=MultiIndex(labels, self._names + [self._column]), name="count")

    def unique(self):
        return Series(_objects([part.unique() for label, part in self]), index=self._labels, name=self._column)

    def _aggregate(self, name, function):
        part = self._only(name)
        part._as_index = True
        if isinstance(function, str):
            return getattr(part, function)()._values
        return part._each(lambda series: series.agg(function))._values

    def agg(self, func=None, **named):
        if named:
            table = {title: self._aggregate(self._column if not isinstance(spec, tuple) else spec[0], spec[1] if isinstance(spec, tuple) else spec)
                     for title, spec in named.items()}
        elif isinstance(func, dict):
            several = any(isinstance(each, (list, tuple)) for each in func.values())
            table = {}
            for name, each in func.items():
                if name not in self._frame._data:
                    raise KeyError("Column(s) %r do not exist" % [name])
                for one in each if isinstance(each, (list, tuple)) else [each]:
                    table[(name, one if isinstance(one, str) else one.__name__) if several else name] = self._aggregate(name, one)
        elif isinstance(func, (list, tuple)):
            titles = [each if isinstance(each, str) else each.__name__ for each in func]
            if self._column is not None:
                table = {title: self._aggregate(self._column, each) for title, each in zip(titles, func)}
            else:
                table = {(name, title): self._aggregate(name, each) for name in self._columns() for title, each in zip(titles, func)}
        elif isinstance(func, str):
            return getattr(self, func)()
        else:
            return self._each(lambda part: func(part))
        frame = DataFrame(table, index=self._labels)
        return frame if self._as_index else self._flat(frame)

    aggregate = agg

    def apply(self, func, *args, include_groups=True, **options):
        parts = [func(part if include_groups or self._column is not None else part.drop(columns=[name for name in self._names if name in part._data]), *args, **options) for label, part in self]
        if parts and isinstance(parts[0], Series) and self._column is not None:
            labels = [(label if isinstance(label, tuple) else (label,)) + (row,) for label, part in zip(self._labels.tolist(), parts) for row in part.index.tolist()]
            return Series(_joined([part._values for part in parts]), index=MultiIndex(labels, self._names + [parts[0].index.name]), name=self._column)
        if parts and isinstance(parts[0], Series):
            return DataFrame([part.to_dict() for part in parts], index=self._labels)
        if parts and isinstance(parts[0], DataFrame):
            return concat(parts)
        return Series(parts, index=self._labels, name=self._column)

    def filter(self, func):
        kept = [places for places, (label, part) in zip(self._places(), self) if func(part)]
        return self._frame._rows_at(np.sort(np.concatenate(kept)) if kept else np.array([], dtype=np.int64))

    def transform(self, func):
        def changed(name):
            series = self._frame._series(name)
            result = [_MISSING] * len(series)
            for places in self._places():
                part = series._rows_at(places)
                value = getattr(part, func)() if isinstance(func, str) else func(part)
                cells = value.tolist() if isinstance(value, Series) else [value] * len(places)
                for place, cell in zip(places.tolist(), cells):
                    result[place] = cell
            return Series(inferred(result), index=self._frame.index, name=name)
        if self._column is not None:
            return changed(self._column)
        return DataFrame({name: changed(name)._values for name in self._columns()}, index=self._frame.index)

    def cumsum(self): return self.transform(lambda part: part.cumsum())
    def cumcount(self): return _Groups(self._frame, None, shared=self._shared())._counted()
    def shift(self, periods=1): return self.transform(lambda part: part.shift(periods))
    def diff(self, periods=1): return self.transform(lambda part: part.diff(periods))
    def rank(self, **options): return self.transform(lambda part: part.rank(**options))
    def ngroup(self): return Series(self._codes, index=self._frame.index)

    def _counted(self):
        counts = np.zeros(len(self._codes), dtype=np.int64)
        for places in self._places():
            counts[places] = np.arange(len(places))
        return Series(counts, index=self._frame.index)

    def head(self, n=5):
        return self._chosen_rows(self._counted()._values < n)
`;
