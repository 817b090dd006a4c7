/** The Python text of how rows and columns are found by label and by position; part of the module `pandas.core`. */
export const locating = String.raw`
def _mask(key):
    """A key of rows as an array of truth values, or None."""
    if isinstance(key, Series):
        key = key._values
    if isinstance(key, list) and key and all([isinstance(value, (bool, np.bool_)) for value in key[:1]]):
        key = np.array(key)
    if isinstance(key, np.ndarray) and key.dtype == bool:
        return key
    if isinstance(key, np.ndarray) and key.dtype == object and has_contents(key) and len(key):
        return key.astype(bool) if all(isinstance(each, bool) for each in key.tolist()[:3]) else None
    return None

def _slice_labels(index, key):
    return index._sliced(key) if isinstance(index, RangeIndex) else index._take(key)

def _label_place(index, label, after):
    """The position of a label in a slice of labels; after: of its end, which is included."""
    labels = index.tolist()
    if label in labels:
        return (len(labels) - labels[::-1].index(label)) if after else labels.index(label)
    if all(isinstance(each, (int, float)) for each in labels) or all(isinstance(each, str) for each in labels):
        if len(labels) < 2 or labels[0] <= labels[-1]:
            return sum(1 for each in labels if (each <= label if after else each < label))
    raise KeyError(label)

def _places(index, key):
    """Positions of the rows that a label key names, and whether it names a single one."""
    mask = _mask(key)
    if mask is not None:
        if certainly(len(mask) != len(index)):
            raise IndexError("Boolean index has wrong length: %d instead of %d" % (len(mask), len(index)))
        return np.flatnonzero(mask), False
    if isinstance(key, Series):
        key = key._values
    if isinstance(key, Index):
        key = key.values
    if isinstance(index, DatetimeIndex) and not isinstance(key, (list, np.ndarray, range, int)):
        if isinstance(key, slice) and not isinstance(key.start, (int, np.integer)) and not isinstance(key.stop, (int, np.integer)):
            return index._slice(key), False
        if not isinstance(key, slice):
            return index._find(key)
    if isinstance(key, slice):
        if key.start is None and key.stop is None:
            return positions(len(index))[key], False
        if isinstance(index, RangeIndex) and index.start == 0 and index.step == 1:
            stop = None if key.stop is None else key.stop + 1
            return positions(len(index))[key.start:stop:key.step], False
        start = 0 if key.start is None else _label_place(index, key.start, False)
        stop = len(index) if key.stop is None else _label_place(index, key.stop, True)
        return np.arange(len(index))[start:stop:key.step], False
    if isinstance(key, (list, np.ndarray, range)):
        if isinstance(index, RangeIndex) and index.start == 0 and index.step == 1:
            places = np.asarray(key, dtype=np.int64)
            if has_contents(places) and isinstance(index._count, int):
                _demand_labels(index, [place for place in places.tolist() if place < 0 or place >= index._count], len(places))
            return places, False
        table = {}
        for place, label in enumerate(index.tolist()):
            table.setdefault(label, []).append(place)
        wanted = list(key) if not _is_timed(key) else _cells(key)
        if isinstance(index, DatetimeIndex):
            wanted = [_parsed_or(each) for each in wanted]
        _demand_labels(index, [label for label in wanted if label not in table], len(wanted))
        return np.array([place for label in wanted for place in table[label]], dtype=np.int64), False
    if isinstance(index, MultiIndex):
        wanted = key if isinstance(key, tuple) else (key,)
        found = [place for place, label in enumerate(index._labels) if label[:len(wanted)] == wanted]
        if not found:
            raise KeyError(key)
        return np.array(found), len(wanted) == index.nlevels
    if isinstance(index, RangeIndex):
        if certainly(index.start == 0) and index.step == 1 and isinstance(key, (int, np.integer)):
            if certainly(key < 0) or certainly(key >= index._count):
                raise KeyError(key)
            return np.array([key]), True
    labels = index.tolist()
    if label_count(labels, key) > 1:
        return np.array([place for place, label in enumerate(labels) if label == key]), False
    return np.array([index.get_loc(key)]), True

def _without_found(index, part, key):
    """Row labels without the levels that a key has named."""
    if not isinstance(index, MultiIndex) or isinstance(key, (slice, list, np.ndarray, Series, Index)):
        return part
    named = len(key) if isinstance(key, tuple) else 1
    return part.droplevel(list(range(named))) if named < index.nlevels else part

def label_count(labels, key):
    return labels.count(key)

def _demand_labels(index, missing, wanted):
    if not missing:
        return
    if len(missing) == wanted:
        raise KeyError("None of [%r] are in the [index]" % Index(missing))
    raise KeyError("%r not in index" % (missing,))

@guarded
class _Located:
    """loc and iloc."""

    def __init__(self, owner, by_position):
        self._owner = owner
        self._by_position = by_position

    def _rows(self, key):
        if callable(key):
            key = key(self._owner)
        if not self._by_position:
            return _places(self._owner.index, key)
        mask = _mask(key)
        if mask is not None:
            return np.flatnonzero(mask), False
        if isinstance(key, (int, np.integer)):
            if certainly(key >= len(self._owner)) or certainly(key < -len(self._owner)):
                raise IndexError("single positional indexer is out-of-bounds")
            return np.array([key]), True
        if isinstance(key, (Series, Index)):
            key = _operand(key)
        if isinstance(key, slice):
            return positions(len(self._owner))[key], False
        places = np.asarray(key, dtype=np.int64)
        if has_contents(places) and len(places) and certainly(int(places.max()) >= len(self._owner)):
            raise IndexError("positional indexers are out-of-bounds")
        return places, False

    def _columns(self, key):
        names = list(self._owner._data)
        if not self._by_position:
            return self._named_columns(names, key)
        if isinstance(key, (int, np.integer)):
            if key >= len(names) or key < -len(names):
                raise IndexError("single positional indexer is out-of-bounds")
            return [names[key]], True
        if isinstance(key, slice):
            return names[key], False
        mask = _mask(key)
        if mask is not None:
            return [name for name, kept in zip(names, mask.tolist()) if kept], False
        return [names[place] for place in key], False

    def _named_columns(self, names, key):
        if isinstance(key, slice):
            for label in (key.start, key.stop):
                if label is not None and label not in names:
                    raise KeyError(label)
            start = 0 if key.start is None else names.index(key.start)
            stop = len(names) if key.stop is None else names.index(key.stop) + 1
            return names[start:stop:key.step], False
        mask = _mask(key)
        if mask is not None:
            return [name for name, kept in zip(names, mask.tolist()) if kept], False
        if isinstance(key, (list, np.ndarray, Index)):
            return (self._owner._with_twins(list(key)) if self._owner._has_twins() else list(key)), False
        found = self._owner._with_twins([key]) if self._owner._has_twins() else [key]
        return (found, False) if len(found) > 1 else ([key], True)

    def __getitem__(self, key):
        owner = self._owner
        if isinstance(owner, Series):
            if self._by_position and isinstance(key, slice):
                return Series(owner._values[key], index=_slice_labels(owner.index, key), name=owner.name)
            places, single = self._rows(key)
            if single:
                return _cell(owner._values[places[0]])
            part = owner._rows_at(places)
            part.index = part.index if self._by_position else _without_found(owner.index, part.index, key)
            return part
        both = isinstance(key, tuple) and not (isinstance(owner.index, MultiIndex) and len(key) == owner.index.nlevels
                                               and not any(isinstance(part, (slice, list)) for part in key) and key[-1] not in owner._data)
        rows, columns = key if both else (key, slice(None))
        if both and len(key) > 2:
            raise IndexingError("Too many indexers")
        names, one_column = self._columns(columns)
        for name in names:
            if name not in owner._data:
                raise KeyError(name)
        if isinstance(rows, slice):
            part = owner if len(names) == len(owner._data) and not one_column else owner._new({name: owner._data[name] for name in names})
            if self._by_position:
                part = part._sliced(rows)
            elif not (rows.start is None and rows.stop is None and rows.step is None):
                part = part._rows_at(self._rows(rows)[0])
            return part[names[0]] if one_column else part
        places, one_row = self._rows(rows)
        if one_row and one_column:
            return _cell(owner._data[names[0]][places[0]])
        part = owner._new({name: owner._data[name] for name in names})
        if one_row:
            return part._row(int(places[0]))
        part = part._rows_at(places)
        if not self._by_position:
            part.index = _without_found(owner.index, part.index, rows)
        return part[names[0]] if one_column else part

    def __setitem__(self, key, value):
        owner = self._owner
        if isinstance(owner, Series):
            if not self._by_position and not isinstance(key, (slice, list, np.ndarray, Series)) and key not in owner.index:
                owner._values = _column(owner.tolist() + [value])
                owner.index = _labels(owner.index.tolist() + [key], owner.index.name)
                return
            places, single = self._rows(key)
            owner._set_at(places, value)
            return
        rows, columns = key if isinstance(key, tuple) else (key, slice(None))
        if callable(rows):
            rows = rows(owner)
        if not self._by_position and not isinstance(rows, (slice, list, np.ndarray, Series, Index)) and rows not in owner.index:
            owner._append_row(rows, columns, value)
            return
        names, one_column = self._columns(columns)
        places, one_row = self._rows(rows)
        if isinstance(value, DataFrame):
            value = value.values
        cells = value if isinstance(value, (list, tuple, np.ndarray, Series)) and not one_column else None
        table = dict(owner._data)
        for place, name in enumerate(names):
            before = table[name] if name in table else spread(_MISSING, len(owner.index))
            part = value
            if cells is not None:
                part = _operand(cells)
                part = part[:, place] if isinstance(part, np.ndarray) and part.ndim == 2 else part[place] if len(part) == len(names) else part
            elif isinstance(value, Series):
                part = value._values if len(value) == len(places) else value._values[places]
            series = Series(before)
            series._set_at(places, part)
            table[name] = series._values
        owner._data = table

`;
