/** The Python text of pandas' DataFrame and its groups; part of the module `pandas.core`. */
export const frameMethods = String.raw`
class DataFrame:
    ndim = 2

    def __new__(cls, data=None, *args, **options):
        # What is done with contents that only a run knows is not followed.
        return object.__new__(cls) if known(data) else unknown("it holds what only a run knows")

    def __init__(self, data=None, index=None, columns=None, dtype=None, copy=False):
        table = {}
        if isinstance(data, DataFrame):
            index = data.index if index is None else index
            table = dict(data._data)
        elif isinstance(data, Series):
            index = data.index if index is None else index
            table = {(columns or [0 if data.name is None else data.name])[0]: data.values}
        elif isinstance(data, dict):
            table = self._from_dict(data, index)
            for value in data.values():
                if index is None and isinstance(value, Series):
                    index = value.index
        elif data is not None:
            table = self._from_rows(data, columns)
        if columns is not None and isinstance(data, (dict, DataFrame)):
            count = len(next(iter(table.values()))) if table else 0
            table = {name: table[name] if name in table else np.full(count, np.nan) for name in list(columns)}
        self._data = table
        count = len(next(iter(table.values()))) if table else (0 if index is None else len(index))
        if columns is not None and not table:
            self._data = {name: np.array([], dtype=object) for name in list(columns)}
        self.index = _index(index, count)
        if len(self.index) != count:
            raise ValueError("Length of values (%d) does not match length of index (%d)" % (count, len(self.index)))
        if dtype is not None:
            self._data = {name: column.astype(dtype) for name, column in self._data.items()}

    def _from_dict(self, data, index):
        lengths = [len(value) for value in data.values() if hasattr(value, "__len__") and not isinstance(value, str)]
        count = lengths[0] if lengths else (1 if index is None else len(index))
        for length in lengths:
            if length != count:
                raise ValueError("All arrays must be of the same length")
        if not lengths and index is None and data:
            raise ValueError("If using all scalar values, you must pass an index")
        return {name: _column(value, count) for name, value in data.items()}

    def _from_rows(self, data, columns):
        if isinstance(data, list) and data and isinstance(data[0], dict):
            names = list(dict.fromkeys(name for row in data for name in row))
            return {name: _column([row.get(name) for row in data]) for name in names}
        if isinstance(data, list) and data and isinstance(data[0], (list, tuple)):
            width = max(len(row) for row in data)
            table = [_column([row[place] if place < len(row) else None for row in data]) for place in range(width)]
        else:
            array = np.asarray(data)
            if array.ndim == 1:
                array = array.reshape(-1, 1)
            if array.ndim != 2:
                raise ValueError("Must pass 2-d input. shape=%s" % (array.shape,))
            table = [_column(array[:, place]) for place in range(array.shape[1])]
        names = list(range(len(table))) if columns is None else list(columns)
        if len(names) != len(table):
            raise ValueError("%d columns passed, passed data had %d columns" % (len(names), len(table)))
        return dict(zip(names, table))

    @property
    def columns(self):
        names = list(self._data)
        return Index(names)

    @columns.setter
    def columns(self, names):
        names = list(names)
        if len(names) != len(self._data):
            raise ValueError(
                "Length mismatch: Expected axis has %d elements, new values have %d elements" % (len(self._data), len(names))
            )
        self._data = dict(zip(names, self._data.values()))

    @property
    def values(self):
        columns = list(self._data.values())
        if not columns:
            return np.zeros((len(self.index), 0))
        kinds = set(column.dtype.kind for column in columns)
        if "O" in kinds or ("b" in kinds and len(kinds) > 1):
            columns = [column.astype(object) for column in columns]
        return np.stack(columns, axis=1)

    shape = property(lambda self: (len(self.index), len(self._data)))
    size = property(lambda self: len(self.index) * len(self._data))
    empty = property(lambda self: len(self.index) == 0 or len(self._data) == 0)
    iloc = property(lambda self: _Located(self, True))
    loc = property(lambda self: _Located(self, False))
    T = property(lambda self: DataFrame(self.values.T, index=list(self._data), columns=self.index.tolist()))
    dtypes = property(lambda self: Series(np.array([column.dtype for column in self._data.values()], dtype=object), index=list(self._data)))

    def _new(self, table, index=None):
        frame = DataFrame()
        frame._data = table
        frame.index = self.index if index is None else index
        return frame

    def _rows_at(self, places):
        index = Index(self.index.values[places], self.index.name)
        return self._new({name: column[places] for name, column in self._data.items()}, index)

    def __len__(self):
        return len(self.index)

    def __iter__(self):
        return iter(list(self._data))

    def __contains__(self, name):
        return name in self._data

    def __array__(self, dtype=None):
        return self.values if dtype is None else self.values.astype(dtype)

    def to_numpy(self, dtype=None, copy=False):
        return self.__array__(dtype)

    def __getitem__(self, key):
        if isinstance(key, (str, int, np.integer, tuple)):
            if key not in self._data:
                raise KeyError(key)
            return Series(self._data[key], index=self.index, name=key)
        if isinstance(key, slice):
            return self._rows_at(np.arange(len(self))[key])
        mask = _mask(key)
        if mask is not None:
            return self._rows_at(np.flatnonzero(mask))
        missing = [name for name in key if name not in self._data]
        if missing:
            some = len(missing) < len(list(key))
            listed = "[" + ", ".join(repr(name) for name in missing) + "]"
            raise KeyError(listed + " not in index" if some else
                           "None of [%r] are in the [columns]" % Index(list(key)))
        return self._new({name: self._data[name] for name in key})

    def __getattr__(self, name):
        table = self.__dict__.get("_data")
        if table is not None and name in table:
            return self[name]
        raise AttributeError("'DataFrame' object has no attribute '%s'" % name)

    def __setitem__(self, key, value):
        if isinstance(key, list):
            parts = np.asarray(value)
            for place, name in enumerate(key):
                self[name] = parts[:, place] if parts.ndim == 2 else value
            return
        column = _column(value, len(self.index) if self._data else None)
        if self._data and len(column) != len(self.index):
            raise ValueError(
                "Length of values (%d) does not match length of index (%d)" % (len(column), len(self.index))
            )
        if not self._data:
            self.index = _index(None, len(column))
        self._data[key] = column

    def __delitem__(self, name):
        if name not in self._data:
            raise KeyError(name)
        del self._data[name]

    def insert(self, loc, column, value):
        self[column] = value
        names = [name for name in self._data if name != column]
        names.insert(loc, column)
        self._data = {name: self._data[name] for name in names}

    def pop(self, name):
        series = self[name]
        del self[name]
        return series

    def get(self, name, default=None):
        return self[name] if name in self._data else default

    def items(self):
        return [(name, self[name]) for name in self._data]

    def keys(self):
        return self.columns

    def iterrows(self):
        for place in range(len(self)):
            yield self.index.values[place], self.iloc[place]

    def itertuples(self, index=True, name="Pandas"):
        from collections import namedtuple
        row = namedtuple(name, (["Index"] if index else []) + [str(each) for each in self._data])
        columns = ([self.index.tolist()] if index else []) + [column.tolist() for column in self._data.values()]
        return (row(*cells) for cells in zip(*columns))

    def to_dict(self, orient="dict"):
        if orient == "list":
            return {name: column.tolist() for name, column in self._data.items()}
        if orient == "records":
            return [dict(zip(self._data, cells)) for cells in zip(*[column.tolist() for column in self._data.values()])]
        return {name: dict(zip(self.index.tolist(), column.tolist())) for name, column in self._data.items()}

    def copy(self, deep=True):
        return self._new({name: column.copy() for name, column in self._data.items()})

    def _changed(self, table, index, inplace):
        if inplace:
            self._data = table
            self.index = index
            return None
        return self._new(table, index)

    def drop(self, labels=None, axis=0, index=None, columns=None, inplace=False, errors="raise"):
        if labels is not None:
            if axis in (1, "columns"):
                columns = labels
            else:
                index = labels
        table, rows = dict(self._data), self.index
        if columns is not None:
            names = [columns] if isinstance(columns, (str, int)) else list(columns)
            missing = [name for name in names if name not in table]
            if missing and errors == "raise":
                raise KeyError("[" + ", ".join(repr(name) for name in missing) + "] not found in axis")
            table = {name: column for name, column in table.items() if name not in names}
        if index is not None:
            gone = [index] if not isinstance(index, (list, Index, np.ndarray)) else list(index)
            missing = [label for label in gone if label not in rows]
            if missing and errors == "raise":
                raise KeyError("[" + ", ".join(repr(label) for label in missing) + "] not found in axis")
            kept = np.array([label not in gone for label in rows.tolist()], dtype=bool)
            rows = Index(rows.values[kept], rows.name)
            table = {name: column[kept] for name, column in table.items()}
        return self._changed(table, rows, inplace)

    def dropna(self, axis=0, how="any", subset=None, inplace=False):
        masks = {name: _missing_mask(self._data[name]) for name in (subset or self._data)}
        if axis in (1, "columns"):
            return self._changed({name: column for name, column in self._data.items() if not masks[name].any()}, self.index, inplace)
        missing = np.stack(list(masks.values()), axis=1)
        kept = ~(missing.any(axis=1) if how == "any" else missing.all(axis=1))
        return self._changed({name: column[kept] for name, column in self._data.items()},
                             Index(self.index.values[kept], self.index.name), inplace)

    def fillna(self, value=None, inplace=False):
        table = {}
        for name, column in self._data.items():
            filling = value.get(name) if isinstance(value, dict) else value[name] if isinstance(value, Series) and name in value.index else None if isinstance(value, Series) else value
            table[name] = column if filling is None else Series(column).fillna(filling).values
        return self._changed(table, self.index, inplace)

    def rename(self, columns=None, index=None, inplace=False):
        change = columns if callable(columns) else (lambda name: (columns or {}).get(name, name))
        return self._changed({change(name): column for name, column in self._data.items()}, self.index, inplace)

    def set_index(self, name, drop=True, inplace=False):
        table = {each: column for each, column in self._data.items() if each != name or not drop}
        return self._changed(table, Index(self._data[name], name), inplace)

    def reset_index(self, drop=False, inplace=False):
        table = dict(self._data)
        if not drop:
            table = {self.index.name or "index": self.index.values, **table}
        return self._changed(table, _index(None, len(self)), inplace)

    def astype(self, dtype):
        chosen = dtype if isinstance(dtype, dict) else {name: dtype for name in self._data}
        return self._new({name: self[name].astype(chosen[name]).values if name in chosen else column for name, column in self._data.items()})

    def select_dtypes(self, include=None, exclude=None):
        def fits(column, wanted):
            for each in wanted if isinstance(wanted, (list, tuple)) else [wanted]:
                if each in ("number", np.number) and column.dtype.kind in "iuf" or each in ("object", object) and column.dtype == object:
                    return True
                if each not in ("number", "object", "category", np.number, object) and column.dtype == np.dtype(each):
                    return True
            return False
        return self._new({name: column for name, column in self._data.items()
                          if (include is None or fits(column, include)) and not (exclude is not None and fits(column, exclude))})

    def isnull(self):
        return self._new({name: _missing_mask(column) for name, column in self._data.items()})

    isna = isnull

    def notnull(self):
        return self._new({name: ~_missing_mask(column) for name, column in self._data.items()})

    def head(self, n=5):
        return self[:n]

    def tail(self, n=5):
        return self[-n:] if n > 0 else self[:0]

    def sample(self, n=None, frac=None, replace=False, random_state=None):
        return self._rows_at(_sampled(len(self), n, frac, replace, random_state))

    def sort_values(self, by, ascending=True):
        order = np.arange(len(self))
        for name in reversed([by] if isinstance(by, str) else list(by)):
            order = order[np.argsort(self._data[name][order], kind="stable")]
        return self._rows_at(order if ascending else order[::-1])

    def sort_index(self, ascending=True):
        order = np.argsort(self.index.values, kind="stable")
        return self._rows_at(order if ascending else order[::-1])

    def drop_duplicates(self, subset=None, inplace=False):
        seen, places = set(), []
        columns = [self._data[name].tolist() for name in (subset or self._data)]
        for place, cells in enumerate(zip(*columns)):
            if cells not in seen:
                seen.add(cells)
                places.append(place)
        result = self._rows_at(np.array(places, dtype=np.int64))
        return self._changed(result._data, result.index, inplace)

    def apply(self, func, axis=0, **options):
        if axis in (1, "columns"):
            return Series([func(self.iloc[place], **options) for place in range(len(self))], index=self.index)
        results = {name: func(self[name], **options) for name in self._data}
        if results and isinstance(next(iter(results.values())), Series):
            return self._new({name: series.values for name, series in results.items()})
        return Series(list(results.values()), index=list(results))

    def applymap(self, func):
        return self._new({name: self[name].apply(func).values for name in self._data})

    def _reduced(self, name, axis=0, numeric=True, **options):
        if axis in (1, "columns"):
            return Series(getattr(np, name)(self.values, axis=1), index=self.index)
        chosen = [each for each, column in self._data.items() if not numeric or column.dtype.kind in "iufb"]
        return Series([getattr(self[each], name)(**options) for each in chosen], index=chosen)

    def sum(self, axis=0, **options): return self._reduced("sum", axis)
    def mean(self, axis=0, **options): return self._reduced("mean", axis)
    def std(self, axis=0, ddof=1, **options): return self._reduced("std", axis, ddof=ddof)
    def var(self, axis=0, ddof=1, **options): return self._reduced("var", axis, ddof=ddof)
    def min(self, axis=0, **options): return self._reduced("min", axis, False)
    def max(self, axis=0, **options): return self._reduced("max", axis, False)
    def median(self, axis=0, **options): return self._reduced("median", axis)
    def count(self, axis=0): return self._reduced("count", axis, False)
    def nunique(self, axis=0): return self._reduced("nunique", axis, False)
    def any(self, axis=0): return self._reduced("any", axis)
    def all(self, axis=0): return self._reduced("all", axis)

    def quantile(self, q=0.5):
        return self._reduced("quantile", 0, q=q)

    def corr(self):
        names = [name for name, column in self._data.items() if column.dtype.kind in "iufb"]
        return DataFrame(np.corrcoef(self[names].values.astype(np.float64).T), index=names, columns=names)

    def describe(self):
        names = [name for name, column in self._data.items() if column.dtype.kind in "iuf"]
        parts = [self[name].describe() for name in names]
        return DataFrame({name: part.values for name, part in zip(names, parts)}, index=parts[0].index)

    def info(self):
        print("<class 'pandas.core.frame.DataFrame'>")
        print("RangeIndex: %d entries, 0 to %d" % (len(self), len(self) - 1))
        print("Data columns (total %d columns):" % len(self._data))
        names = [str(name) for name in self._data]
        width = max([len(name) for name in names] + [6])
        counts = ["%d non-null" % self[name].count() for name in self._data]
        wide = max([len(count) for count in counts] + [14])
        print(" #   " + "Column".ljust(width) + "  " + "Non-Null Count".ljust(wide) + "  Dtype  ")
        print("---  " + "------".ljust(width) + "  " + "--------------".ljust(wide) + "  -----  ")
        kinds = {}
        for place, (name, count) in enumerate(zip(names, counts)):
            dtype = str(list(self._data.values())[place].dtype)
            kinds[dtype] = kinds.get(dtype, 0) + 1
            print((" %d" % place).ljust(3) + "  " + name.ljust(width) + "  " + count.ljust(wide) + "  " + dtype.ljust(7))
        print("dtypes: " + ", ".join("%s(%d)" % (dtype, kinds[dtype]) for dtype in sorted(kinds)))

    def groupby(self, by, as_index=True):
        return _Groups(self, by, None)

    def to_csv(self, path=None, sep=",", index=True, header=True):
        lines = []
        if header:
            lines.append(sep.join(([""] if index else []) + [str(name) for name in self._data]))
        columns = ([self.index.tolist()] if index else []) + [column.tolist() for column in self._data.values()]
        for cells in zip(*columns):
            lines.append(sep.join("" if is_missing(cell) else str(cell) for cell in cells))
        text = "\n".join(lines) + "\n"
        if path is None:
            return text
        with open(path, "w") as file:
            file.write(text)

    def to_string(self, index=True):
        return frame_text(self, 10 ** 9, None)

    def _with(self, other, operation):
        if isinstance(other, DataFrame):
            return self._new({name: operation(column, other._data[name]) for name, column in self._data.items()})
        if isinstance(other, Series):
            table = other.to_dict()
            return self._new({name: operation(column, table.get(name, _MISSING)) for name, column in self._data.items()})
        if isinstance(other, np.ndarray) and other.ndim == 2:
            return DataFrame(operation(self.values, other), index=self.index, columns=list(self._data))
        return self._new({name: operation(column, other) for name, column in self._data.items()})

    def __add__(self, other): return self._with(other, lambda a, b: a + b)
    def __radd__(self, other): return self._with(other, lambda a, b: b + a)
    def __sub__(self, other): return self._with(other, lambda a, b: a - b)
    def __rsub__(self, other): return self._with(other, lambda a, b: b - a)
    def __mul__(self, other): return self._with(other, lambda a, b: a * b)
    def __rmul__(self, other): return self._with(other, lambda a, b: b * a)
    def __truediv__(self, other): return self._with(other, lambda a, b: a / b)
    def __pow__(self, other): return self._with(other, lambda a, b: a ** b)
    def __neg__(self): return self._with(0, lambda a, b: -a)
    def __invert__(self): return self._with(0, lambda a, b: ~a)
    def __eq__(self, other): return self._with(other, lambda a, b: a == b)
    def __ne__(self, other): return self._with(other, lambda a, b: a != b)
    def __lt__(self, other): return self._with(other, lambda a, b: a < b)
    def __le__(self, other): return self._with(other, lambda a, b: a <= b)
    def __gt__(self, other): return self._with(other, lambda a, b: a > b)
    def __ge__(self, other): return self._with(other, lambda a, b: a >= b)

    def __bool__(self):
        raise ValueError(
            "The truth value of a DataFrame is ambiguous. Use a.empty, a.bool(), a.item(), a.any() or a.all()."
        )

    def __repr__(self):
        return frame_text(self)

class _Groups:
    """Rows gathered by the values of one column."""

    def __init__(self, frame, by, column):
        self._frame = frame
        self._by = by
        self._column = column
        key = by if isinstance(by, Series) else frame[by[0] if isinstance(by, list) else by]
        self._key_name = key.name
        self._names = np.sort(_in_order(key.values)[0])
        self._places = [np.flatnonzero(key.values == name) for name in self._names.tolist()]

    def __getitem__(self, column):
        if isinstance(column, list):
            by = self._frame[self._key_name] if self._key_name in self._frame else self._by
            return _Groups(self._frame[column], by, None)
        return _Groups(self._frame, self._by, column)

    def __iter__(self):
        for name, places in zip(self._names.tolist(), self._places):
            part = self._frame._rows_at(places)
            yield name, part if self._column is None else part[self._column]

    def __len__(self):
        return len(self._names)

    def size(self):
        return Series([len(places) for places in self._places], index=Index(self._names, self._key_name))

    def _each(self, function, numeric=True):
        index = Index(self._names, self._key_name)
        if self._column is not None:
            series = self._frame[self._column]
            return Series([function(series._rows_at(places)) for places in self._places], index=index, name=self._column)
        names = [name for name, column in self._frame._data.items()
                 if name != self._key_name and (not numeric or column.dtype.kind in "iufb")]
        return DataFrame({name: [function(self._frame[name]._rows_at(places)) for places in self._places] for name in names},
                         index=index)

    def mean(self, **options): return self._each(lambda part: part.mean())
    def sum(self, **options): return self._each(lambda part: part.sum())
    def std(self, **options): return self._each(lambda part: part.std())
    def min(self, **options): return self._each(lambda part: part.min(), False)
    def max(self, **options): return self._each(lambda part: part.max(), False)
    def median(self, **options): return self._each(lambda part: part.median())
    def count(self): return self._each(lambda part: part.count(), False)
    def first(self): return self._each(lambda part: part.values[0], False)

    def agg(self, function):
        if isinstance(function, str):
            return getattr(self, function)()
        return self._each(function)
`;
