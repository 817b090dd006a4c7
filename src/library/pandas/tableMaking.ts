/** The Python text of what a DataFrame is made of, and of its plots; part of the module `pandas.core`. */
export const tableMaking = String.raw`
def _table_of(data, index, columns):
    """Columns by name, and the row labels (None: counted)."""
    if isinstance(data, DataFrame):
        table = data._data if columns is None else {
            name: data._data[name] if name in data._data else spread(_MISSING, len(data.index)) for name in list(columns)}
        frame = data if index is None else data.reindex(index)
        return (dict(table), data.index) if index is None else (frame._data, index)
    if isinstance(data, Series):
        name = list(columns)[0] if columns is not None else 0 if data.name is None else data.name
        return {name: data._values}, data.index if index is None else index
    if isinstance(data, dict):
        return _table_of_dict(data, index, columns)
    if data is None:
        return {}, index
    if isinstance(data, (list, tuple)) and len(data) and isinstance(data[0], dict):
        names = list(dict.fromkeys(name for row in data for name in row)) if columns is None else list(columns)
        return {name: _column([row.get(name, _MISSING) for row in data]) for name in names}, index
    if isinstance(data, (list, tuple)) and len(data) and isinstance(data[0], Series):
        names = list(dict.fromkeys(name for row in data for name in row.index.tolist()))
        labels = [place if row.name is None else row.name for place, row in enumerate(data)]
        return {name: _column([row.to_dict().get(name, _MISSING) for row in data]) for name in names}, labels if index is None else index
    return _table_of_rows(data, index, columns)

def _table_of_dict(data, index, columns):
    names = list(data) if columns is None else list(columns)
    parts = {name: data[name] for name in names if name in data}
    series = [part for part in parts.values() if isinstance(part, Series)]
    if index is None and series:
        index = series[0].index
        if any(not _same_labels(index, part.index) for part in series):
            index = _labels(sorted(set(label for part in series for label in part.index.tolist())))
        parts = {name: part if not isinstance(part, Series) or _same_labels(index, part.index) else part.reindex(index)
                 for name, part in parts.items()}
    parts = {name: [part.get(label, _MISSING) for label in (list(index) if index is not None else list(part))] if isinstance(part, dict) else part
             for name, part in parts.items()} if not any(isinstance(part, dict) for part in parts.values()) or index is not None else _nested(parts)
    if isinstance(parts, tuple):
        parts, index = parts
    lengths = [len(part) for part in parts.values() if hasattr(part, "__len__") and not isinstance(part, str)]
    if certainly(not lengths) and index is None and parts:
        raise ValueError("If using all scalar values, you must pass an index")
    count = lengths[0] if lengths else 0 if index is None else len(index)
    for length in lengths:
        if certainly(length != count):
            raise ValueError("All arrays must be of the same length")
    table = {name: _column(parts[name], count) if name in parts else spread(_MISSING, count) for name in names}
    for name, column in table.items():
        if getattr(column, "ndim", 1) > 1:
            raise ValueError("Per-column arrays must each be 1-dimensional")
    return table, index

def _nested(parts):
    labels = list(dict.fromkeys(label for part in parts.values() for label in part))
    return {name: [part.get(label, _MISSING) for label in labels] for name, part in parts.items()}, labels

def _table_of_rows(data, index, columns):
    if isinstance(data, (list, tuple)) and len(data) and isinstance(data[0], (list, tuple)):
        width = max([len(row) for row in data])
        table = [_column([row[place] if place < len(row) else None for row in data]) for place in range(width)]
    else:
        array = _column(data) if isinstance(data, (list, tuple, range, Index)) and not (len(data) and isinstance(data[0], np.ndarray)) else np.asarray(data)
        if array.ndim == 1:
            array = array.reshape(-1, 1)
        if array.ndim != 2:
            raise ValueError("Must pass 2-d input. shape=%s" % (array.shape,))
        table = [_column(array[:, place]) for place in range(array.shape[1])]
    names = list(range(len(table))) if columns is None else list(columns)
    if len(names) != len(table) and not (isinstance(data, (list, tuple)) and not len(data)):
        if isinstance(data, np.ndarray):
            raise ValueError("Shape of passed values is %s, indices imply %s" % ((len(data), len(table)), (len(data), len(names))))
        raise ValueError("%d columns passed, passed data had %d columns" % (len(names), len(table)))
    return dict(zip(_distinct(names) if len(set(names)) < len(names) else names, table)), index

class _Plots:
    def __init__(self, frame):
        self._frame = frame

    def __call__(self, x=None, y=None, kind="line", **options):
        return _plotted(self._frame, {"x": x, "y": y, "kind": kind, **options})

    def __getattr__(self, kind):
        return lambda x=None, y=None, **options: self(x, y, kind, **options)
`;
