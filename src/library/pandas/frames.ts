/** `pandas.core`: Series and DataFrame as columns of NumPy arrays under row labels. */
import { pythonModule } from '../../python/modules.ts';
import { frameMethods } from './frameMethods.ts';
import { seriesMethods } from './seriesMethods.ts';

export const framesModule = pythonModule(
  'pandas.core',
  String.raw`
import math
import numpy as np
from pandas._support import known, unknown
from pandas.io.formats import frame_text, is_missing, series_text, texts_of

_MISSING = float("nan")

def isnull(value):
    if isinstance(value, (Series, DataFrame)):
        return value.isnull()
    if isinstance(value, (list, np.ndarray)):
        return _missing_mask(np.asarray(value))
    return is_missing(value)

def notnull(value):
    result = isnull(value)
    return (not result) if isinstance(result, bool) else ~result

def _missing_mask(values):
    if values.dtype.kind == "f":
        return np.isnan(values)
    if values.dtype == object:
        return np.array([is_missing(value) for value in values.tolist()], dtype=bool)
    return np.zeros(len(values), dtype=bool)

def _column(values, count=None):
    """The array of a column: text is kept as objects, single values are repeated."""
    if isinstance(values, (Series, Index)):
        values = values.values
    if isinstance(values, (range, set)) or hasattr(values, "__next__"):
        values = list(values)
    if isinstance(values, str) or not hasattr(values, "__len__"):
        array = np.full(1 if count is None else count, values, dtype=object if isinstance(values, str) else None)
    else:
        if isinstance(values, (list, tuple)) and any(value is None for value in values):
            numbers = all(value is None or isinstance(value, (int, float)) for value in values)
            if numbers:
                values = [_MISSING if value is None else value for value in values]
            else:
                return np.array(values, dtype=object)
        if isinstance(values, (list, tuple)) and len(set(isinstance(value, str) for value in values)) > 1:
            return np.array(values, dtype=object)
        array = np.asarray(values)
        if len(values) == 0 and not hasattr(values, "dtype"):
            array = np.array([], dtype=object)
    return array.astype(object) if array.dtype.kind == "U" else array

class Index:
    def __init__(self, labels, name=None, dtype=None):
        self.values = _column(labels)
        self.name = name

    @property
    def dtype(self):
        return self.values.dtype

    @property
    def shape(self):
        return self.values.shape

    @property
    def size(self):
        return len(self.values)

    def __len__(self):
        return len(self.values)

    def __iter__(self):
        return iter(self.values.tolist())

    def __array__(self, dtype=None):
        return self.values

    def __getitem__(self, key):
        part = self.values[key.values if isinstance(key, (Series, Index)) else key]
        return Index(part, self.name) if isinstance(part, np.ndarray) else part

    def __contains__(self, label):
        return label in self.values.tolist()

    def tolist(self):
        return self.values.tolist()

    to_list = tolist

    def to_numpy(self):
        return self.values

    def get_loc(self, label):
        labels = self.values.tolist()
        if label not in labels:
            raise KeyError(label)
        return labels.index(label)

    def unique(self):
        return Index(_in_order(self.values)[0], self.name)

    def astype(self, dtype):
        return Index(self.values.astype(dtype), self.name)

    def isin(self, wanted):
        wanted = list(wanted)
        return np.array([value in wanted for value in self.values.tolist()], dtype=bool)

    def __eq__(self, other):
        return self.values == (other.values if isinstance(other, Index) else other)

    def __repr__(self):
        more = "" if self.name is None else ", name=%r" % self.name
        return "Index([%s], dtype='%s'%s)" % (", ".join(repr(label) for label in self.tolist()), self.dtype, more)

class RangeIndex(Index):
    def __repr__(self):
        return "RangeIndex(start=0, stop=%d, step=1)" % len(self.values)

def _index(index, count):
    if index is None:
        return RangeIndex(np.arange(count))
    return index if isinstance(index, Index) else Index(index)

def _in_order(values):
    """Different values in the order of their first appearance, and the codes of all."""
    places, codes = {}, []
    for value in values.tolist():
        if is_missing(value):
            codes.append(-1)
            continue
        if value not in places:
            places[value] = len(places)
        codes.append(places[value])
    names = list(places)
    different = np.array(names, dtype=values.dtype if values.dtype != object else object)
    return different, np.array(codes, dtype=np.int64)

def _mask(key):
    """A key of rows as an array of truth values, or None."""
    if isinstance(key, Series):
        key = key.values
    if isinstance(key, list) and key and all(isinstance(value, bool) for value in key):
        key = np.array(key)
    if isinstance(key, np.ndarray) and key.dtype == bool:
        return key
    if isinstance(key, np.ndarray) and key.dtype == object and len(key) and all(isinstance(each, bool) for each in key.tolist()):
        return key.astype(bool)
    return None

def _places(index, key):
    """Positions of the rows that a label key names, and whether it names a single one."""
    mask = _mask(key)
    if mask is not None:
        return np.flatnonzero(mask), False
    if isinstance(key, (Series, Index)):
        key = key.values
    if isinstance(key, slice):
        labels = index.tolist()
        if isinstance(index, RangeIndex) or all(isinstance(label, int) for label in labels):
            start = 0 if key.start is None else index.get_loc(key.start) if key.start in labels else key.start
            stop = len(index) if key.stop is None else index.get_loc(key.stop) + 1 if key.stop in labels else len(index)
        else:
            start = 0 if key.start is None else index.get_loc(key.start)
            stop = len(index) if key.stop is None else index.get_loc(key.stop) + 1
        return np.arange(len(index))[start:stop:key.step], False
    if isinstance(key, (list, np.ndarray)):
        if isinstance(index, RangeIndex):
            return np.asarray(key, dtype=np.int64), False
        return np.array([index.get_loc(label) for label in list(key)], dtype=np.int64), False
    return np.array([index.get_loc(key)]), True

class _Located:
    def __init__(self, owner, by_position):
        self._owner = owner
        self._by_position = by_position

    def _rows(self, key):
        if not self._by_position:
            return _places(self._owner.index, key)
        mask = _mask(key)
        if mask is not None:
            return np.flatnonzero(mask), False
        if isinstance(key, (int, np.integer)):
            if key >= len(self._owner) or key < -len(self._owner):
                raise IndexError("single positional indexer is out-of-bounds")
            return np.array([key]), True
        if isinstance(key, (Series, Index)):
            key = key.values
        return np.arange(len(self._owner))[key] if isinstance(key, slice) else np.asarray(key), False

    def _columns(self, key):
        names = list(self._owner.columns)
        if not self._by_position:
            if isinstance(key, slice):
                start = 0 if key.start is None else names.index(key.start)
                stop = len(names) if key.stop is None else names.index(key.stop) + 1
                return names[start:stop], False
            mask = _mask(key)
            if mask is not None:
                return [name for name, kept in zip(names, mask.tolist()) if kept], False
            if isinstance(key, (list, np.ndarray, Index)):
                return list(key), False
            return [key], True
        if isinstance(key, (int, np.integer)):
            return [names[key]], True
        if isinstance(key, slice):
            return names[key], False
        return [names[place] for place in key], False

    def __getitem__(self, key):
        owner = self._owner
        if isinstance(owner, Series):
            places, single = self._rows(key)
            return owner.values[places[0]] if single else owner._rows_at(places)
        rows, columns = key if isinstance(key, tuple) else (key, slice(None))
        names, one_column = self._columns(columns)
        for name in names:
            if name not in owner._data:
                raise KeyError(name)
        if isinstance(rows, slice) and rows == slice(None):
            return owner[names[0]] if one_column else owner[names]
        places, one_row = self._rows(rows)
        if one_row and one_column:
            return owner._data[names[0]][places[0]]
        if one_row:
            cells = [owner._data[name][places[0]] for name in names]
            return Series(cells, index=names, name=owner.index.values[places[0]])
        part = owner[names]._rows_at(places)
        return part[names[0]] if one_column else part

    def __setitem__(self, key, value):
        owner = self._owner
        if isinstance(owner, Series):
            places, single = self._rows(key)
            owner._set_at(places, value)
            return
        rows, columns = key if isinstance(key, tuple) else (key, slice(None))
        names, one_column = self._columns(columns)
        places, one_row = self._rows(rows)
        for name in names:
            if name not in owner._data:
                owner[name] = _MISSING
            series = Series(owner._data[name].copy())
            series._set_at(places, value)
            owner._data[name] = series.values

def _operand(other):
    return other.values if isinstance(other, (Series, Index)) else other

def _unwrapped(value):
    return value
${seriesMethods}
${frameMethods}
`,
);
