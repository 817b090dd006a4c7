/** The Python text of pandas' DataFrame; part of the module `pandas.core`. */
export const frameMethods = String.raw`
@guarded
class DataFrame(_FrameStatistics, _FrameRows, _MoreFrame, _Arithmetic):
    ndim = 2

    def __new__(cls, data=None, index=None, *args, **options):
        return object.__new__(cls) if known(data) and known(index) else unknown("it holds what only a run knows")

    def __init__(self, data=None, index=None, columns=None, dtype=None, copy=False):
        if hasattr(data, "__next__") or isinstance(data, (type({}.keys()), type({}.values()), type({}.items()))):
            data = list(data)
        if not known(data):
            object.__setattr__(self, "_data", unknown("it holds what only a run knows"))
            return
        table, labels = _table_of(data, index, columns)
        count = len(next(iter(table.values()))) if table else (0 if index is None else len(index))
        if columns is not None and not table:
            table = {name: np.array([], dtype=object) if index is None else spread(_MISSING, count) for name in list(columns)}
        if dtype is not None:
            table = {name: _cast(column, dtype) for name, column in table.items()}
        self._data = table
        self.index = _default_index(count) if labels is None else _labels(labels)
        self._column_names = None if not isinstance(columns, Index) or columns.name is None else columns.name
        if certainly(len(self.index) != count):
            raise ValueError("Shape of passed values is (%d, %d), indices imply (%d, %d)" % (
                count, len(table), len(self.index), len(table)))

    @property
    def columns(self):
        return _labels(list(self._data), self._column_names)

    @columns.setter
    def columns(self, names):
        self._column_names = getattr(names, "name", None)
        names = list(names)
        if len(names) != len(self._data):
            raise ValueError(
                "Length mismatch: Expected axis has %d elements, new values have %d elements" % (len(self._data), len(names))
            )
        self._data = dict(zip(_distinct(names), self._data.values()))

    @property
    def values(self):
        columns = [np.asarray(column) for column in self._data.values()]
        if not columns:
            return np.zeros((len(self.index), 0))
        kinds = set([column.dtype.kind for column in columns])
        if "O" in kinds or (kinds & {"b", "M", "m"} and len(kinds) > 1):
            columns = [_objects(_cells(column)) if _is_timed(column) else column.astype(object) for column in columns]
        return np.stack(columns, axis=1)

    shape = property(lambda self: (len(self.index), len(self._data)))
    size = property(lambda self: len(self.index) * len(self._data))
    empty = property(lambda self: len(self.index) == 0 or len(self._data) == 0)
    iloc = property(lambda self: _Located(self, True))
    loc = property(lambda self: _Located(self, False))
    iat = iloc
    at = loc
    T = property(lambda self: self.transpose())
    axes = property(lambda self: [self.index, self.columns])
    dtypes = property(lambda self: Series(_objects([column.dtype for column in self._data.values()]), index=self.columns))

    @property
    def plot(self):
        return _Plots(self)

    def _new(self, table, index=None):
        frame = DataFrame()
        frame._data = table
        frame.index = self.index if index is None else index
        frame._column_names = self._column_names
        return frame

    def _rows_at(self, places):
        return self._new({name: column[places] for name, column in self._data.items()}, self.index._take(places))

    def _sliced(self, key):
        return self._new({name: column[key] for name, column in self._data.items()}, _slice_labels(self.index, key))

    def _row(self, place):
        cells = [_cell(column[place]) for column in self._data.values()]
        kinds = set([column.dtype.kind for column in self._data.values()])
        if "f" in kinds and kinds <= {"f", "i", "u"}:
            values = np.array(cells, dtype=np.float64)
        elif len(kinds) > 1:
            values = _objects([cell.item() if isinstance(cell, np.generic) else cell for cell in cells])
        else:
            values = inferred(cells) if "O" not in kinds else _objects(cells)
        return Series(values, index=self.columns, name=self.index[place] if not isinstance(self.index, MultiIndex) else self.index.tolist()[place])

    def _changed(self, table, index, inplace):
        if inplace:
            self._data = table
            self.index = index
            return None
        return self._new(table, index)

    def __len__(self):
        return len(self.index)

    def __iter__(self):
        return iter(list(self._data))

    def __contains__(self, name):
        return name in self._data

    def __array__(self, dtype=None):
        return self.values if dtype is None else self.values.astype(dtype)

    def to_numpy(self, dtype=None, copy=False, na_value=None):
        return self.__array__(dtype)

    def transpose(self):
        names = self.index.tolist()
        values = self.values
        return DataFrame({name: values[place] for place, name in enumerate(_distinct(names))}, index=self.columns)

    def __getitem__(self, key):
        if callable(key):
            key = key(self)
        if isinstance(key, slice):
            if isinstance(key.start, str) or isinstance(key.stop, str):
                return self.loc[key]
            return self._sliced(key)
        if isinstance(key, DataFrame):
            return self.where(key)
        mask = _mask(key) if not isinstance(key, (str, int, tuple)) else None
        if mask is not None:
            if certainly(len(mask) != len(self)):
                raise ValueError("Item wrong length %d instead of %d." % (len(mask), len(self)))
            return self._rows_at(np.flatnonzero(mask))
        if isinstance(key, (list, np.ndarray, Index, Series)):
            names = list(key)
            missing = [name for name in names if name not in self._data]
            if missing and any([isinstance(name, tuple) and name[0] in missing for name in self._data]):
                return self._new({name: column for name, column in self._data.items() if name in names or name[0] in names})
            if missing:
                listed = "%r" % missing
                raise KeyError(listed + " not in index" if len(missing) < len(names) else
                               "None of [%r] are in the [columns]" % _labels(names))
            keys = self._with_twins(names) if self._has_twins() else names
            return self._new(dict(zip(_distinct(keys) if len(set(names)) < len(names) else keys, [self._data[name] for name in keys])))
        if key in self._data:
            if self._has_twins() and not isinstance(key, _Twin) and len(self._with_twins([key])) > 1:
                return self._new({name: self._data[name] for name in self._with_twins([key])})
            return Series(self._data[key], index=self.index, name=_label_of(key))
        inner = {name[1:] if len(name) > 2 else name[1]: column for name, column in self._data.items()
                 if isinstance(name, tuple) and name[0] == key}
        if inner:
            return self._new(inner)
        raise absent_column(key, self._data)

    def _series(self, key):
        """The column of a key, also where others have its label."""
        return Series(self._data[key], index=self.index, name=_label_of(key))

    def _has_twins(self):
        return any([isinstance(name, _Twin) for name in self._data])

    def _with_twins(self, names):
        """The keys of all columns with these labels."""
        return [key for name in names for key in ([name] if isinstance(name, _Twin) else [key for key in self._data if _label_of(key) == name])]

    def __dir__(self):
        return sorted({*object.__dir__(self), *[name for name in self._data if isinstance(name, str) and name.isidentifier()]})

    def __getattr__(self, name):
        table = self.__dict__.get("_data")
        if table is not None and name in table:
            return self[name]
        _no_attribute("DataFrame", name)

    def __setattr__(self, name, value):
        table = self.__dict__.get("_data")
        if table is not None and name in table and name not in ("index", "columns"):
            self[name] = value
        else:
            object.__setattr__(self, name, value)

    def __setitem__(self, key, value):
        if isinstance(key, (list, Index)) and not (len(key) and isinstance(key[0], (bool, np.bool_))):
            parts = value.values if isinstance(value, DataFrame) else value if isinstance(value, (str, int, float)) else np.asarray(value)
            for place, name in enumerate(key):
                if isinstance(value, DataFrame):
                    self[name] = list(value._data.values())[place]
                else:
                    self[name] = parts[:, place] if isinstance(parts, np.ndarray) and parts.ndim == 2 else parts
            return
        if isinstance(key, (Series, np.ndarray, DataFrame, list)):
            self._set_where(key, value)
            return
        table, column = dict(self._data), self._new_column(value)
        for each in (self._with_twins([key]) if self._has_twins() else None) or [key]:
            table[each] = column
        self._data = table

    def _set_where(self, key, value):
        if isinstance(key, DataFrame):
            self._data = {name: _chosen(~key._data[name], column, value) for name, column in self._data.items()}
        else:
            self.loc[key] = value

    def _new_column(self, value):
        if isinstance(value, DataFrame):
            value = next(iter(value._data.values()))
        if isinstance(value, Series) and self._data and not _same_labels(self.index, value.index):
            value = value.reindex(self.index)
        if isinstance(value, np.ndarray) and value.ndim == 2 and value.shape[1] == 1:
            value = value[:, 0]
        column = _column(value, len(self.index) if self._data or len(self.index) else None)
        if self._data and certainly(len(column) != len(self.index)):
            raise ValueError(
                "Length of values (%d) does not match length of index (%d)" % (len(column), len(self.index))
            )
        if not self._data and certainly(len(self.index) == 0):
            self.index = value.index if isinstance(value, Series) else _default_index(len(column))
        return column

    def _append_row(self, label, columns, value):
        cells = value
        if isinstance(value, dict):
            cells = [value.get(name, _MISSING) for name in self._data]
        elif isinstance(value, Series):
            cells = [value[name] if name in value.index else _MISSING for name in self._data]
        elif not isinstance(value, (list, tuple, np.ndarray)):
            cells = [value] * len(self._data)
        if len(cells) != len(self._data):
            raise ValueError("cannot set a row with mismatched columns")
        self._data = {name: _column(column.tolist() + [cell]) for (name, column), cell in zip(self._data.items(), list(cells))}
        labels = self.index.tolist()
        self.index = _labels(labels + [label], self.index.name)

    def __delitem__(self, name):
        if name not in self._data:
            raise KeyError(name)
        self._data = {each: column for each, column in self._data.items() if each != name}

    def insert(self, loc, column, value, allow_duplicates=False):
        if column in self._data:
            raise ValueError("cannot insert %s, already exists" % column)
        fresh = self._new_column(value)
        columns = list(self._data.items())
        columns.insert(loc, (column, fresh))
        self._data = dict(columns)

    def pop(self, item):
        series = self[item]
        del self[item]
        return series

    def get(self, key, default=None):
        return self[key] if key in self._data else default

    def items(self):
        return iter([(name, self._series(name)) for name in self._data])

    def keys(self):
        return self.columns

    def iterrows(self):
        labels = self.index.tolist()
        for place in range(len(self)):
            yield labels[place], self._row(place)

    def itertuples(self, index=True, name="Pandas"):
        from collections import namedtuple
        fields = (["Index"] if index else []) + [str(each) for each in self._data]
        row = namedtuple(name, fields, rename=True)
        columns = ([self.index.tolist()] if index else []) + [_cells(np.asarray(column)) for column in self._data.values()]
        return (row(*cells) for cells in zip(*columns))

    def to_dict(self, orient="dict"):
        if self._has_twins():
            import warnings
            warnings.warn("DataFrame columns are not unique, some columns will be omitted.", UserWarning)
        columns = {_label_of(name): _cells(np.asarray(column)) for name, column in self._data.items()}
        if orient == "list":
            return columns
        if orient == "records":
            return [dict(zip(columns, cells)) for cells in zip(*columns.values())]
        if orient == "series":
            return {name: self._series(name) for name in self._data}
        if orient == "index":
            return {label: dict(zip(columns, cells)) for label, cells in zip(self.index.tolist(), zip(*columns.values()))}
        if orient == "split":
            return {"index": self.index.tolist(), "columns": list(columns), "data": [list(cells) for cells in zip(*columns.values())]}
        return {name: dict(zip(self.index.tolist(), column)) for name, column in columns.items()}

    @staticmethod
    def from_dict(data, orient="columns", dtype=None, columns=None):
        if orient == "index":
            return DataFrame(list(data.values()), index=list(data), columns=columns)
        return DataFrame(data, columns=columns, dtype=dtype)

    @staticmethod
    def from_records(data, columns=None, index=None):
        return DataFrame(data, columns=columns, index=index)

    def to_records(self, index=True):
        return self.reset_index().values if index else self.values

    def copy(self, deep=True):
        return self._new({name: column.copy() for name, column in self._data.items()})

    def _with(self, other, operation):
        if isinstance(other, DataFrame):
            names = list(dict.fromkeys(list(self._data) + list(other._data)))
            count = len(self.index)
            return self._new({name: operation(self._data[name], other._data[name]) if name in self._data and name in other._data
                              else spread(_MISSING, count) for name in (names if names == list(self._data) else sorted(names))})
        if isinstance(other, dict):
            other = Series(other)
        if isinstance(other, DateOffset):
            return self._new({name: operation(self._series(name), other)._values for name in self._data})
        other = _plain(other)
        if isinstance(other, Series):
            table = other.to_dict()
            names = list(self._data) + [name for name in table if name not in self._data]
            return self._new({name: operation(self._data[name], table[name]) if name in self._data and name in table
                              else spread(_MISSING, len(self.index)) for name in names})
        if isinstance(other, np.ndarray) and other.ndim == 2:
            return DataFrame(operation(self.values, other), index=self.index, columns=list(self._data))
        if isinstance(other, (list, tuple, np.ndarray)):
            return self._new({name: operation(column, each) for (name, column), each in zip(self._data.items(), list(other))})
        return self._new({name: operation(column, other) for name, column in self._data.items()})

    def _along(self, other, axis, operation):
        if axis in (0, "index") and isinstance(other, Series):
            return self._new({name: operation(column, other._values) for name, column in self._data.items()})
        return self._with(other, operation)

    def __bool__(self):
        raise ValueError(
            "The truth value of a DataFrame is ambiguous. Use a.empty, a.bool(), a.item(), a.any() or a.all()."
        )

    def __repr__(self):
        return frame_text(self) if running() else unknown("what is printed is made when the script runs")
`;
