/** The Python text of what Series and DataFrames do besides: JSON, ranks, both-sided arithmetic, updates; part of `pandas.core`. */
export const moreMethods = String.raw`
def _json_text(value):
    import json
    if is_missing(value):
        return "null"
    if isinstance(value, (_datetime.datetime,)):
        return str(_ns_of(value) // 1000000)
    if isinstance(value, float):
        if value == int(value) and abs(value) < 1e15:
            return "%.1f" % value
        return "%.10g" % value if abs(value) >= 1e-4 else "%.10f" % value if abs(value) >= 1e-10 else repr(value)
    if isinstance(value, (np.bool_, bool)):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)):
        return "[%s]" % ",".join([_json_text(each) for each in value])
    if isinstance(value, dict):
        return "{%s}" % ",".join(['%s:%s' % (json.dumps(str(name)), _json_text(each)) for name, each in value.items()])
    return json.dumps(value.item() if isinstance(value, np.generic) else value).replace("/", "\\/") if isinstance(value, str) else json.dumps(value.item() if isinstance(value, np.generic) else value)

class _More:
    """What Series and DataFrames have in common."""

    def radd(self, other, axis="columns", fill_value=None): return self._along(other, axis, lambda a, b: b + a)
    def rsub(self, other, axis="columns", fill_value=None): return self._along(other, axis, lambda a, b: b - a)
    def rmul(self, other, axis="columns", fill_value=None): return self._along(other, axis, lambda a, b: b * a)
    def rdiv(self, other, axis="columns", fill_value=None): return self._along(other, axis, lambda a, b: b / a)
    def rpow(self, other, axis="columns", fill_value=None): return self._along(other, axis, lambda a, b: b ** a)
    def floordiv(self, other, axis="columns", fill_value=None): return self._along(other, axis, lambda a, b: a // b)
    rtruediv = rdiv

    def rolling(self, window, min_periods=None, center=False, win_type=None, on=None, closed=None, **options):
        if win_type is not None:
            raise NotImplementedError("rolling windows with win_type are not supported by Kerascope yet")
        return _Rolling(self if on is None else self.set_index(on), window, min_periods, center, closed)

    def expanding(self, min_periods=1, **options): return _Expanding(self, min_periods)
    def ewm(self, com=None, span=None, halflife=None, alpha=None, min_periods=0, adjust=True, ignore_na=False, **options):
        return _Exponential(self, com, span, halflife, alpha, min_periods, adjust, ignore_na)

    def resample(self, rule, on=None, closed=None, label=None, **options):
        if isinstance(self, Series):
            name = 0 if self.name is None else self.name
            grouped = _resampled(DataFrame({name: self._values}, index=self.index), rule, None, name, closed, label)
            return grouped
        return _resampled(self, rule, on, None, closed, label)

    def asfreq(self, freq, fill_value=None):
        labels = date_range(self.index.min(), self.index.max(), freq=freq, name=self.index.name)
        return self.reindex(labels)

    def equals(self, other):
        if type(self) is not type(other) or self.shape != other.shape:
            return False
        mine, theirs = ([self._values], [other._values]) if isinstance(self, Series) else (list(self._data.values()), list(other._data.values()))
        if isinstance(self, DataFrame) and list(self._data) != list(other._data) or self.index.tolist() != other.index.tolist():
            return False
        return all([str(a.dtype) == str(b.dtype) and all([x == y or is_missing(x) and is_missing(y) for x, y in zip(_cells(np.asarray(a)), _cells(np.asarray(b)))]) for a, b in zip(mine, theirs)])

    def first_valid_index(self):
        there = np.flatnonzero(self.notna()._values if isinstance(self, Series) else self.notna().values.any(axis=1))
        return self.index[int(there[0])] if len(there) else None

    def last_valid_index(self):
        there = np.flatnonzero(self.notna()._values if isinstance(self, Series) else self.notna().values.any(axis=1))
        return self.index[int(there[-1])] if len(there) else None

    def truncate(self, before=None, after=None, **options): return self.loc[before:after]
    def tz_localize(self, tz, **options): return _zoned(self, tz)
    def tz_convert(self, tz, **options): return _zoned(self, tz)
    def set_axis(self, labels, axis=0, **options):
        made = self.copy()
        if axis in (1, "columns"):
            made.columns = labels
        else:
            made.index = _labels(labels)
        return made

    def droplevel(self, level, axis=0):
        made = self.copy()
        made.index = self.index.droplevel(level)
        return made

    def convert_dtypes(self, **options): return self.infer_objects()
    def to_pickle(self, path, **options):
        raise NotImplementedError("pickles are not supported by Kerascope: write a CSV file instead")
    def to_clipboard(self, **options):
        raise NotImplementedError("the clipboard is not available to scripts in Kerascope")
    def to_excel(self, path, **options):
        raise NotImplementedError("Excel files are not supported by Kerascope: write a CSV file instead")
    def to_hdf(self, path, key, **options):
        raise NotImplementedError("pandas' HDF5 files are not supported by Kerascope: write a CSV file instead")
    def to_parquet(self, path=None, **options):
        raise NotImplementedError("Parquet files are not supported by Kerascope: write a CSV file instead")

@guarded
class _MoreSeries(_More):
    def rank(self, axis=0, method="average", numeric_only=False, na_option="keep", ascending=True, pct=False):
        values = self._values.codes.astype(np.float64) if isinstance(self._values, Categorical) else self._values
        return self._like(_ranked(values, method, ascending, pct, na_option))

    def combine_first(self, other):
        labels = self.index.tolist()
        labels = labels + [label for label in other.index.tolist() if label not in labels]
        mine, theirs = self.to_dict(), other.to_dict()
        return Series([mine[label] if label in mine and not is_missing(mine[label]) else theirs.get(label, _MISSING) for label in labels], index=labels if len(labels) > len(self) else self.index, name=self.name)

    def update(self, other):
        table = {label: value for label, value in other.items() if not is_missing(value)}
        self._values = inferred([table.get(label, value) for label, value in self.items()])

    def unstack(self, level=-1, fill_value=None):
        return _unstacked(self.index, {None: self._values}, level, fill_value)

    def to_json(self, path_or_buf=None, orient=None, **options):
        return _written("{%s}" % ",".join(['"%s":%s' % (label, _json_text(value)) for label, value in self.items()]) if orient != "records" else _json_text(self.tolist()), path_or_buf)

    def case_when(self, caselist):
        result, taken = self, np.zeros(len(self), dtype=bool)
        for condition, value in caselist:
            chosen = np.asarray(condition(self) if callable(condition) else condition).astype(bool) & ~taken
            result = result.mask(chosen, value)
            taken = taken | chosen
        return result

    def info(self, verbose=None, buf=None, show_counts=None, memory_usage=None, max_cols=None):
        if running():
            print(series_info_text(self))

    def memory_usage(self, index=True, deep=False):
        return self._values.nbytes + (132 if index else 0)

    def searchsorted(self, value, side="left", sorter=None):
        return np.searchsorted(self._values, _plain(value), side=side)

    def repeat(self, repeats, axis=None):
        return self._rows_at(np.repeat(np.arange(len(self)), repeats))

    def take(self, indices, axis=0): return self._rows_at(np.asarray(indices))
    def view(self, dtype=None): return self.astype(dtype)
    def divmod(self, other): return self // other, self % other
    def filter(self, items=None, like=None, regex=None, axis=None):
        import re
        kept = [place for place, label in enumerate(self.index.tolist()) if (items is None or label in items) and (like is None or like in str(label)) and (regex is None or re.search(regex, str(label)))]
        return self._rows_at(np.array(kept, dtype=np.int64))
    def add_prefix(self, prefix, axis=None): return self.rename(lambda label: prefix + str(label))
    def add_suffix(self, suffix, axis=None): return self.rename(lambda label: str(label) + suffix)
    def autocorr(self, lag=1): return self.iloc[lag:].reset_index(drop=True).corr(self.shift(lag).iloc[lag:].reset_index(drop=True))
    def xs(self, key, axis=0, level=None, drop_level=True): return self.to_frame().xs(key, axis, level, drop_level).iloc[:, 0]
    def swaplevel(self, i=-2, j=-1): return Series(self._values, index=self.index.swaplevel(i, j), name=self.name)
    def transpose(self): return self
    def to_period(self, freq=None): return Series(self._values, index=self.index.to_period(freq or "M"), name=self.name)
    is_monotonic_decreasing = property(lambda self: bool((np.diff(self._values.astype(np.int64) if _is_timed(self._values) else self._values) <= 0).all()))

    def combine(self, other, func, fill_value=None):
        return self._like(inferred([func(a, b) for a, b in zip(self.tolist(), other.tolist())]))

    def compare(self, other, **options):
        apart = np.flatnonzero(~(np.asarray(self == other) | (np.asarray(self.isna()) & np.asarray(other.isna()))))
        return DataFrame({"self": self._values[apart], "other": other._values[apart]}, index=self.index._take(apart))

@guarded
class _MoreFrame(_More):
    def rank(self, axis=0, method="average", numeric_only=False, na_option="keep", ascending=True, pct=False):
        if axis in (1, "columns"):
            return DataFrame(np.stack([_ranked(row, method, ascending, pct) for row in self.values]), index=self.index, columns=list(self._data))
        names = self._numeric() if numeric_only else list(self._data)
        return self._new({name: self[name].rank(method=method, ascending=ascending, pct=pct)._values for name in names})

    def pct_change(self, periods=1, **options):
        return self._new({name: self._series(name).pct_change(periods)._values for name in self._data})

    def cumprod(self, axis=0): return self._new({name: np.cumprod(column) for name, column in self._data.items()})
    def cummax(self, axis=0): return self._new({name: np.maximum.accumulate(column) for name, column in self._data.items()})
    def cummin(self, axis=0): return self._new({name: np.minimum.accumulate(column) for name, column in self._data.items()})
    def sem(self, axis=0, ddof=1, numeric_only=False): return self._reduced("sem", axis, numeric_only)
    def product(self, axis=0, **options): return self._reduced("prod", axis)
    def kurtosis(self, axis=0, numeric_only=False): return self._reduced("kurt", axis, numeric_only)

    def update(self, other, **options):
        for name in self._data:
            if name in other._data:
                fresh = other[name].to_dict()
                kept = [value if is_missing(fresh.get(label)) else fresh[label] for label, value in zip(self.index.tolist(), _cells(np.asarray(self._data[name])))]
                self._data[name] = inferred(kept)

    def combine_first(self, other):
        names = sorted(set(self._data) | set(other._data))
        return DataFrame({name: self._series(name).combine_first(other[name]) if name in self._data and name in other._data else self._series(name) if name in self._data else other[name]
                          for name in names})

    def eval(self, expr, inplace=False):
        made = self
        for line in [each for each in expr.split("\n") if each.strip()]:
            made = _evaluated(made, line, caller_names())
        if inplace:
            self._data = made._data
            return None
        return made

    def query(self, expr, inplace=False):
        part = self._rows_at(np.flatnonzero(_query_mask(self, expr, caller_names())))
        return self._changed(part._data, part.index, inplace)

    def unstack(self, level=-1, fill_value=None):
        return _unstacked(self.index, self._data, level, fill_value)

    def xs(self, key, axis=0, level=None, drop_level=True):
        if axis in (1, "columns"):
            return self[key]
        if level is None:
            return self.loc[key]
        place = self.index._names.index(level) if level in self.index._names else level
        kept = [row for row, label in enumerate(self.index._labels) if label[place] == key]
        if not kept:
            raise KeyError(key)
        part = self._rows_at(np.array(kept))
        part.index = part.index.droplevel(place) if drop_level else part.index
        return part

    def swaplevel(self, i=-2, j=-1, axis=0): return self._new(dict(self._data), self.index.swaplevel(i, j))
    def reorder_levels(self, order, axis=0): return self._new(dict(self._data), MultiIndex([tuple(label[place] for place in order) for label in self.index._labels], [self.index._names[place] for place in order]))
    def transform(self, func, axis=0): return self.apply(func, axis)
    def isetitem(self, loc, value): self[list(self._data)[loc]] = value
    def align(self, other, join="outer", axis=None): return self.reindex(other.index), other
    def reindex_like(self, other): return self.reindex(index=other.index, columns=list(other._data))
    def swapaxes(self, a, b): return self.T
    def bool(self): return bool(self.iloc[0, 0])
    def to_period(self, freq="M"): return self._new(dict(self._data), self.index.to_period(freq))

    def to_json(self, path_or_buf=None, orient=None, lines=False, indent=None, **options):
        import json
        names = [str(name) for name in self._data]
        columns = [_cells(np.asarray(column)) for column in self._data.values()]
        labels = [str(_ns_of(label) // 1000000) if isinstance(label, _datetime.datetime) else str(label) for label in self.index.tolist()]
        rows = [dict(zip(names, cells)) for cells in zip(*columns)]
        if orient == "records":
            text = "\n".join([_json_text(row) for row in rows]) + "\n" if lines else "[%s]" % ",".join([_json_text(row) for row in rows])
        elif orient == "index":
            text = "{%s}" % ",".join(['"%s":%s' % (label, _json_text(row)) for label, row in zip(labels, rows)])
        elif orient == "values":
            text = _json_text([list(cells) for cells in zip(*columns)])
        elif orient == "split":
            text = '{"columns":%s,"index":%s,"data":%s}' % (_json_text(list(self._data)), _json_text(self.index.tolist()), _json_text([list(cells) for cells in zip(*columns)]))
        else:
            text = "{%s}" % ",".join(["%s:{%s}" % (json.dumps(name), ",".join(['"%s":%s' % (label, _json_text(cell)) for label, cell in zip(labels, cells)])) for name, cells in zip(names, columns)])
        return _written(json.dumps(json.loads(text), indent=indent) if indent else text, path_or_buf)

    def to_html(self, *args, **options):
        head = "".join(["\n      <th>%s</th>" % name for name in [""] + list(self._data)])
        rows = "".join(["\n    <tr>\n      <th>%s</th>%s\n    </tr>" % (label, "".join(["\n      <td>%s</td>" % cell for cell in cells])) for label, cells in zip(self.index.tolist(), zip(*[_cells(np.asarray(column)) for column in self._data.values()]))])
        return '<table border="1" class="dataframe">\n  <thead>\n    <tr style="text-align: right;">%s\n    </tr>\n  </thead>\n  <tbody>%s\n  </tbody>\n</table>' % (head, rows)

def _written(text, place):
    if place is None:
        return text
    if hasattr(place, "write"):
        place.write(text)
    else:
        with open(place, "w") as file:
            file.write(text)

def _unstacked(index, columns, level, fill_value):
    """The labels of one level beside each other, as columns."""
    if not isinstance(index, MultiIndex):
        return Series([value for column in columns.values() for value in _cells(np.asarray(column))], index=MultiIndex([(name, label) for name in columns for label in index.tolist()], [None, index.name]))
    place = index._names.index(level) if level in index._names else level % index.nlevels
    rest = [each for each in range(index.nlevels) if each != place]
    rows = sorted(set([tuple(label[each] for each in rest) for label in index._labels]))
    titles = sorted(set([label[place] for label in index._labels]))
    table = {}
    for name, column in columns.items():
        cells = {label: cell for label, cell in zip(index._labels, _cells(np.asarray(column)))}
        for title in titles:
            found = []
            for row in rows:
                label = list(row)
                label.insert(place, title)
                found.append(cells.get(tuple(label), _MISSING if fill_value is None else fill_value))
            table[title if name is None else (name, title)] = inferred(found)
    names = [index._names[each] for each in rest]
    made = DataFrame(table, index=Index([row[0] for row in rows], name=names[0]) if len(rest) == 1 else MultiIndex(rows, names))
    made._column_names = index._names[place] if None in columns else [None, index._names[place]]
    return made

@guarded
def json_normalize(data, record_path=None, meta=None, sep=".", **options):
    def flat(row, front):
        found = {front + name: value for name, value in row.items() if not isinstance(value, dict)}
        for name, value in row.items():
            if isinstance(value, dict):
                found.update(flat(value, front + name + sep))
        return found
    rows = [data] if isinstance(data, dict) else list(data)
    if record_path is not None:
        metas = [] if meta is None else [meta] if isinstance(meta, str) else meta
        rows = [dict(record, **{each: row[each] for each in metas}) for row in rows for record in row[record_path]]
    return DataFrame([flat(row, "") for row in rows])
`;
