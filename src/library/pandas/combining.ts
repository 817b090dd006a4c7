/** The Python text of what makes one table of several, or another form of one; part of the module `pandas.core`. */
export const combining = String.raw`
def _joined(columns):
    if all(isinstance(column, Categorical) for column in columns):
        names = columns[0].categories.tolist()
        if all(column.categories.tolist() == names for column in columns):
            return columns[0]._with_codes(np.concatenate([column.codes for column in columns]))
    columns = [np.asarray(column) for column in columns]
    kinds = set(column.dtype.kind for column in columns)
    if "O" in kinds or ("b" in kinds and len(kinds) > 1):
        columns = [column.astype(object) for column in columns]
    return np.concatenate(columns)

@guarded
def concat(objs, axis=0, join="outer", ignore_index=False, keys=None, names=None, sort=False, verify_integrity=False, copy=True):
    if isinstance(objs, (DataFrame, Series)):
        raise TypeError('first argument must be an iterable of pandas objects, you passed an object of type "%s"' % type(objs).__name__)
    if isinstance(objs, dict):
        keys = list(objs) if keys is None else keys
        objs = [objs[key] for key in keys]
    parts = [part for part in objs if part is not None]
    if not parts:
        raise ValueError("No objects to concatenate")
    if axis in (1, "columns"):
        return _beside(parts, join, ignore_index, keys)
    if all(isinstance(part, Series) for part in parts):
        values, named = _joined([part._values for part in parts]), set(part.name for part in parts)
        return Series(values, index=_stacked_labels(parts, ignore_index, keys), name=parts[0].name if len(named) == 1 else None)
    frames = [part.to_frame() if isinstance(part, Series) else part for part in parts]
    frames = [frame for frame in frames if len(frame._data)] or frames
    columns = list(dict.fromkeys(name for frame in frames for name in frame._data))
    if join == "inner":
        columns = [name for name in columns if all(name in frame._data for frame in frames)]
    table = {name: _joined([frame._data[name] if name in frame._data else spread(_MISSING, len(frame.index)) for frame in frames])
             for name in columns}
    return DataFrame(table, index=_stacked_labels(frames, ignore_index, keys))

def _stacked_labels(parts, ignore_index, keys):
    if ignore_index:
        count = 0
        for part in parts:
            count = count + len(part.index)
        return _default_index(count)
    if keys is not None:
        return MultiIndex([(key, label) for key, part in zip(keys, parts) for label in part.index.tolist()])
    if len(parts) == 1:
        return parts[0].index
    if all(isinstance(part.index, MultiIndex) for part in parts):
        return MultiIndex([label for part in parts for label in part.index.tolist()], parts[0].index._names)
    same = set(part.index.name for part in parts)
    return Index(_joined([part.index.values for part in parts]), name=parts[0].index.name if len(same) == 1 else None)

def _beside(parts, join, ignore_index, keys):
    index = parts[0].index
    if any(not _same_labels(index, part.index) for part in parts):
        if join == "inner":
            labels = [label for label in index.tolist() if all(label in part.index for part in parts)]
        else:
            labels = list(dict.fromkeys(label for part in parts for label in part.index.tolist()))
        parts = [part.reindex(labels) for part in parts]
        index = _labels(labels)
    labels, columns, unnamed = [], [], 0
    for place, part in enumerate(parts):
        if isinstance(part, Series):
            title = part.name
            if keys is not None:
                title = keys[place]
            elif title is None:
                title, unnamed = unnamed, unnamed + 1
            labels.append(title)
            columns.append(part._values)
        else:
            for name, column in part._data.items():
                labels.append((keys[place], _label_of(name)) if keys is not None else _label_of(name))
                columns.append(column)
    return DataFrame(dict(zip(range(len(columns)) if ignore_index else _distinct(labels), columns)), index=index)

@guarded
def merge(left, right, how="inner", on=None, left_on=None, right_on=None, left_index=False, right_index=False, sort=False,
          suffixes=("_x", "_y"), indicator=False):
    if isinstance(right, Series):
        right = right.to_frame()
    if how == "cross":
        left, right = left.assign(_cross=0), right.assign(_cross=0)
        return merge(left, right, on="_cross", suffixes=suffixes).drop(columns="_cross")
    if on is None and left_on is None and right_on is None and not left_index and not right_index:
        on = [name for name in left._data if name in right._data]
        if not on:
            raise MergeError(
                "No common columns to perform merge on. Merge options: left_on=None, right_on=None, left_index=False, right_index=False")
    mine = on if left_on is None else left_on
    theirs = on if right_on is None else right_on
    mine = [] if mine is None else [mine] if isinstance(mine, str) else list(mine)
    theirs = [] if theirs is None else [theirs] if isinstance(theirs, str) else list(theirs)
    for names, frame in ((mine, left), (theirs, right)):
        for name in names:
            if name not in frame._data:
                raise KeyError(name)
    left_keys = _merge_keys(left, mine, left_index)
    right_keys = _merge_keys(right, theirs, right_index)
    rows = _merged_rows(left_keys, right_keys, how, sort)
    return _merged_table(left, right, mine, theirs, left_index, right_index, rows, suffixes, indicator)

def _merge_keys(frame, names, by_index):
    if by_index:
        return frame.index.tolist()
    columns = [frame._data[name].tolist() for name in names]
    return columns[0] if len(columns) == 1 else list(zip(*columns))

def _merged_rows(left_keys, right_keys, how, sort):
    """Pairs of rows; -1 where a side has none."""
    where = {}
    for place, key in enumerate(right_keys):
        where.setdefault(key, []).append(place)
    if how == "right":
        return [(b, a) for a, b in _merged_rows(right_keys, left_keys, "left", sort)]
    rows = []
    for place, key in enumerate(left_keys):
        for other in where.get(key, [-1] if how in ("left", "outer") else []):
            rows.append((place, other))
    if how == "outer":
        used = set(b for a, b in rows)
        rows = rows + [(-1, place) for place in range(len(right_keys)) if place not in used]
    if how == "outer" or sort:
        rows = sorted(rows, key=lambda pair: left_keys[pair[0]] if pair[0] >= 0 else right_keys[pair[1]])
    return rows

def _taken(column, places):
    if not (places < 0).any():
        return column[places]
    if isinstance(column, Categorical):
        return column._with_codes(np.where(places < 0, -1, column.codes[places]))
    values = column[places]
    values = values.astype(np.float64) if values.dtype.kind in "iu" else values.astype(object) if values.dtype.kind == "b" else values.copy()
    values[places < 0] = _MISSING
    return values

def _merged_table(left, right, mine, theirs, left_index, right_index, rows, suffixes, indicator):
    a = np.array([pair[0] for pair in rows], dtype=np.int64)
    b = np.array([pair[1] for pair in rows], dtype=np.int64)
    shared = [x for x, y in zip(mine, theirs) if x == y]
    both = [name for name in left._data if name in right._data and name not in shared]
    table = {}
    for name, column in left._data.items():
        if name in shared:
            cells = column[a]
            if (a < 0).any():
                cells = inferred([right._data[name][y] if x < 0 else column[x] for x, y in rows])
            table[name] = cells
        else:
            table[name + suffixes[0] if name in both and suffixes[0] else name] = _taken(column, a)
    for name, column in right._data.items():
        if name not in shared:
            table[name + suffixes[1] if name in both and suffixes[1] else name] = _taken(column, b)
    if indicator:
        table["_merge"] = Categorical(["left_only" if y < 0 else "right_only" if x < 0 else "both" for x, y in rows], ["left_only", "right_only", "both"])
    index = None
    if left_index and right_index:
        index = _labels([left.index.tolist()[x] if x >= 0 else right.index.tolist()[y] for x, y in rows], left.index.name)
    elif right_index:
        index = left.index._take(a) if not (a < 0).any() else None
    elif left_index:
        index = right.index._take(b) if not (b < 0).any() else None
    return DataFrame(table, index=index)

@guarded
def pivot_table(data, values=None, index=None, columns=None, aggfunc="mean", fill_value=None, margins=False, dropna=True, margins_name="All", observed=False, sort=True):
    if isinstance(aggfunc, (list, tuple)):
        parts = {each if isinstance(each, str) else each.__name__: pivot_table(data, values, index, columns, each, fill_value, margins, dropna, margins_name) for each in aggfunc}
        table = {(name,) + (title if isinstance(title, tuple) else (title,)): column for name, part in parts.items() for title, column in part._data.items()}
        first = next(iter(parts.values()))
        made = DataFrame(table, index=first.index)
        inner = first._column_names
        made._column_names = [None] + (inner if isinstance(inner, list) else [inner])
        return made
    rows = [] if index is None else [index] if isinstance(index, (str, int)) else list(index)
    across = [] if columns is None else [columns] if isinstance(columns, (str, int)) else list(columns)
    shown = [name for name in data._numeric() if name not in rows + across] if values is None else (
        [values] if isinstance(values, (str, int)) else list(values))
    if isinstance(aggfunc, dict):
        shown = list(aggfunc)
    keys = rows + across
    for name in keys + shown:
        if name not in data._data:
            raise KeyError(name)
    grouped = data.groupby(keys if len(keys) > 1 else keys[0])
    how = {name: aggfunc[name] if isinstance(aggfunc, dict) else aggfunc for name in shown}
    parts = {name: grouped[name].agg(how[name]) for name in sorted(shown)}
    if not across:
        made = DataFrame({name: part._values for name, part in parts.items()}, index=next(iter(parts.values())).index)
        if margins:
            made.loc[margins_name] = [data[name].agg(how[name]) for name in made._data]
            made.index = Index(made.index.values, name=rows[0])
        return made
    labels = next(iter(parts.values())).index._labels
    row_of = lambda label: label[0] if len(rows) == 1 else label[:len(rows)]
    column_of = lambda label: label[len(rows)] if len(across) == 1 else label[len(rows):]
    row_labels = sorted(set(row_of(label) for label in labels))
    titles = sorted(set(column_of(label) for label in labels))
    single = values is not None and isinstance(values, (str, int)) and not isinstance(aggfunc, dict)
    table = {}
    for name, part in parts.items():
        cells = {(row_of(label), column_of(label)): cell for label, cell in zip(labels, part.tolist())}
        if margins:
            _add_margins(cells, data, rows, across, name, how[name], margins_name)
        for title in titles + ([margins_name] if margins else []):
            column = inferred([cells.get((row, title), _MISSING if fill_value is None else fill_value) for row in row_labels + ([margins_name] if margins else [])])
            table[title if single else (name,) + (title if isinstance(title, tuple) else (title,))] = column
    row_labels = row_labels + ([margins_name] if margins else [])
    index = Index(row_labels, name=rows[0]) if len(rows) == 1 else MultiIndex(row_labels, rows)
    frame = DataFrame(table, index=index)
    frame._column_names = (across[0] if len(across) == 1 else across) if single else [None] + across
    return frame

def _add_margins(cells, data, rows, across, name, how, title):
    for keys, place in ((rows, lambda label: (label, title)), (across, lambda label: (title, label))):
        part = data.groupby(keys if len(keys) > 1 else keys[0])[name].agg(how)
        for label, cell in zip(part.index.tolist(), part.tolist()):
            cells[place(label)] = cell
    cells[(title, title)] = data[name].agg(how)

@guarded
def crosstab(index, columns, rownames=None, colnames=None, values=None, aggfunc=None, normalize=False, margins=False, margins_name="All", dropna=True):
    several = isinstance(index, list) and len(index) and isinstance(index[0], (Series, np.ndarray, list))
    parts = index if several else [index]
    names = [(rownames[place] if rownames is not None else None) or getattr(part, "name", None) or "row_%d" % place for place, part in enumerate(parts)]
    title = (colnames[0] if colnames is not None else None) or getattr(columns, "name", None) or "col_0"
    table = {"_row%d" % place: _column(part) for place, part in enumerate(parts)}
    table["_column"] = _column(columns)
    table["_one"] = spread(1, len(table["_column"])) if values is None else _column(values)
    keys = ["_row%d" % place for place in range(len(parts))]
    made = pivot_table(DataFrame(table), "_one", keys if several else keys[0], "_column", "sum" if values is None else aggfunc, 0 if values is None else None, margins and not normalize, True, margins_name)
    made.index = made.index._like(made.index.values, names[0]) if not several else MultiIndex(made.index._labels, names)
    made._column_names = title
    if values is None:
        made._data = {name: column.astype(np.int64) for name, column in made._data.items()}
    if normalize is not False:
        cells = made.values.astype(np.float64)
        if normalize is True or normalize == "all":
            cells = cells / cells.sum()
        elif normalize in ("index", 0):
            cells = cells / cells.sum(axis=1, keepdims=True)
        else:
            cells = cells / cells.sum(axis=0, keepdims=True)
        made._data = {name: cells[:, place] for place, name in enumerate(made._data)}
    return made

@guarded
def melt(frame, id_vars=None, value_vars=None, var_name=None, value_name="value"):
    return frame.melt(id_vars, value_vars, var_name, value_name)

@guarded
def factorize(values, sort=False):
    labels = isinstance(values, (Series, Index))
    names, codes = factorized(_column(values) if not isinstance(_column(values), Categorical) else np.asarray(_column(values)))
    if sort and len(names):
        order = order_of(names)
        places = np.empty(len(order), dtype=np.int64)
        places[order] = np.arange(len(order))
        names, codes = names[order], np.where(codes < 0, -1, places[codes])
    return codes, Index(names) if labels else names

@guarded
def get_dummies(data, prefix=None, prefix_sep="_", dummy_na=False, columns=None, sparse=False, drop_first=False, dtype=None):
    wanted = bool if dtype is None else dtype
    if not isinstance(data, DataFrame):
        series = data if isinstance(data, Series) else Series(data)
        return DataFrame(_dummies(series._values, prefix, prefix_sep, dummy_na, drop_first, wanted), index=series.index)
    if columns is None:
        names = [name for name, column in data._data.items() if isinstance(column, Categorical) or column.dtype == object]
    else:
        names = [columns] if isinstance(columns, str) else list(columns)
        missing = [name for name in names if name not in data._data]
        if missing:
            raise KeyError("None of [%r] are in the [columns]" % Index(names) if len(missing) == len(names) else "%r not in index" % missing)
    table = {name: column for name, column in data._data.items() if name not in names}
    for place, name in enumerate(names):
        front = name if prefix is None else prefix if isinstance(prefix, str) else prefix[name] if isinstance(prefix, dict) else prefix[place]
        table.update(_dummies(data._data[name], front, prefix_sep, dummy_na, drop_first, wanted))
    return data._new(table)

def _dummies(values, prefix, prefix_sep, dummy_na, drop_first, dtype):
    values = values if isinstance(values, Categorical) else Categorical(values)
    names = values.categories.tolist()
    table = {name if prefix is None else "%s%s%s" % (prefix, prefix_sep, name): (values.codes == place).astype(dtype)
             for place, name in enumerate(names)}
    if dummy_na:
        table[_MISSING if prefix is None else "%s%snan" % (prefix, prefix_sep)] = (values.codes < 0).astype(dtype)
    return dict(list(table.items())[1:]) if drop_first else table

class Interval:
    def __init__(self, left, right, closed="right"):
        self.left, self.right, self.closed = left, right, closed

    mid = property(lambda self: (self.left + self.right) / 2)

    def __contains__(self, value):
        return (self.left < value or self.closed == "left" and self.left == value) and (
            value < self.right or self.closed == "right" and value == self.right)

    def __eq__(self, other):
        return isinstance(other, Interval) and (self.left, self.right) == (other.left, other.right)

    def __lt__(self, other):
        return (self.left, self.right) < (other.left, other.right)

    def __hash__(self):
        return hash((self.left, self.right))

    def __str__(self):
        return ("(%s, %s]" if self.closed == "right" else "[%s, %s)") % (self.left, self.right)

    def __repr__(self):
        return "Interval(%s, %s, closed=%r)" % (self.left, self.right, self.closed)

@guarded
def cut(x, bins, right=True, labels=None, retbins=False, precision=3, include_lowest=False, duplicates="raise", ordered=True):
    values = _operand(x) if not isinstance(x, list) else inferred(x)
    if isinstance(bins, int):
        low, high = float(np.nanmin(values)), float(np.nanmax(values))
        edges = np.linspace(low, high, bins + 1)
        if low == high:
            edges = np.linspace(low - 0.001 * abs(low), high + 0.001 * abs(high), bins + 1)
        elif right:
            edges[0] -= (high - low) * 0.001
        else:
            edges[-1] += (high - low) * 0.001
    else:
        edges = np.asarray(bins)
        if (np.diff(edges.astype(np.float64)) < 0).any():
            raise ValueError("bins must increase monotonically.")
    return _binned(x, values, edges, right, labels, retbins, precision, include_lowest, ordered)

@guarded
def qcut(x, q, labels=None, retbins=False, precision=3, duplicates="raise"):
    values = _operand(x) if not isinstance(x, list) else inferred(x)
    shares = np.linspace(0, 1, q + 1) if isinstance(q, int) else np.asarray(q)
    edges = np.quantile(present(values).astype(np.float64), shares)
    if len(np.unique(edges)) < len(edges):
        if duplicates == "raise":
            raise ValueError("Bin edges must be unique: %r.\nYou can drop duplicate edges by setting the 'duplicates' kwarg" % (edges,))
        edges = np.unique(edges)
    return _binned(x, values, edges, True, labels, retbins, precision, True, True)

def _rounded(value, precision):
    if not np.isfinite(value) or value == 0:
        return value
    whole = int(abs(value))
    digits = precision if whole else -int(math.floor(math.log10(abs(value)))) - 1 + precision
    return round(float(value), digits)

def _binned(x, values, edges, right, labels, retbins, precision, include_lowest, ordered):
    codes = np.searchsorted(edges, values, side="left" if right else "right")
    if include_lowest:
        codes = np.where(values == edges[0], 1, codes)
    missing = _missing_mask(values) | (codes == 0) | (codes == len(edges))
    codes = np.where(missing, -1, codes - 1)
    if labels is False:
        result = codes if not missing.any() else np.where(missing, _MISSING, codes)
    else:
        if labels is None:
            ends = [_rounded(edge, precision) for edge in edges.tolist()] if edges.dtype.kind == "f" else edges.tolist()
            if include_lowest and right:
                ends[0] = _rounded(ends[0] - 10 ** -precision, precision) if edges.dtype.kind == "f" else ends[0] - 10 ** -precision
                ends = [float(end) for end in ends]
            names = [Interval(low, high, "right" if right else "left") for low, high in zip(ends[:-1], ends[1:])]
        else:
            names = list(labels)
            if len(names) != len(edges) - 1:
                raise ValueError("Bin labels must be one fewer than the number of bin edges")
        result = Categorical.from_codes(codes, _objects(names) if labels is None else names, ordered)
    if isinstance(x, Series):
        result = Series(result, index=x.index, name=x.name)
    return (result, edges) if retbins else result

@guarded
def to_numeric(arg, errors="raise", downcast=None):
    series = arg if isinstance(arg, Series) else Series(arg)
    if series._values.dtype.kind in "iufb":
        return arg
    result = []
    for place, value in enumerate(series.tolist()):
        text = value.strip() if isinstance(value, str) else value
        if is_missing(text):
            result.append(_MISSING)
            continue
        try:
            result.append(int(text) if not isinstance(text, str) or text.lstrip("+-").isdigit() else float(text))
        except (TypeError, ValueError):
            if errors == "raise":
                raise ValueError('Unable to parse string "%s" at position %d' % (value, place))
            if errors == "ignore":
                return arg
            result.append(_MISSING)
    converted = series._like(inferred(result))
    return converted if isinstance(arg, Series) else converted._values
`;
