/** The Python text of what a DataFrame computes and writes; part of the module `pandas.core`. */
export const frameStatistics = String.raw`
@guarded
class _FrameStatistics:
    def _numeric(self):
        return [name for name, column in self._data.items() if not isinstance(column, Categorical) and column.dtype.kind in "iufb"]

    def _reduced(self, method, axis=0, numeric_only=False, **options):
        if axis in (1, "columns"):
            names = self._numeric() if numeric_only else list(self._data)
            values = self._new({name: self._data[name] for name in names}).values
            return Series(_row_reduction(values, method, options), index=self.index)
        names = self._numeric() if numeric_only else list(self._data)
        return Series(inferred([getattr(self._series(name), method)(**options) for name in names]), index=_labels(names))

    def sum(self, axis=0, skipna=True, numeric_only=False, **options): return self._reduced("sum", axis, numeric_only)
    def prod(self, axis=0, skipna=True, numeric_only=False): return self._reduced("prod", axis, numeric_only)
    def mean(self, axis=0, skipna=True, numeric_only=False): return self._reduced("mean", axis, numeric_only)
    def std(self, axis=0, skipna=True, ddof=1, numeric_only=False): return self._reduced("std", axis, numeric_only, ddof=ddof)
    def var(self, axis=0, skipna=True, ddof=1, numeric_only=False): return self._reduced("var", axis, numeric_only, ddof=ddof)
    def min(self, axis=0, skipna=True, numeric_only=False): return self._reduced("min", axis, numeric_only)
    def max(self, axis=0, skipna=True, numeric_only=False): return self._reduced("max", axis, numeric_only)
    def median(self, axis=0, skipna=True, numeric_only=False): return self._reduced("median", axis, numeric_only)
    def skew(self, axis=0, numeric_only=False): return self._reduced("skew", axis, numeric_only)
    def kurt(self, axis=0, numeric_only=False): return self._reduced("kurt", axis, numeric_only)
    def count(self, axis=0, numeric_only=False): return self._reduced("count", axis, numeric_only)
    def nunique(self, axis=0): return self._reduced("nunique", axis)
    def any(self, axis=0): return self._reduced("any", axis)
    def all(self, axis=0): return self._reduced("all", axis)
    def idxmax(self, axis=0, skipna=True, numeric_only=False): return self._extreme_label("max", axis, numeric_only)
    def idxmin(self, axis=0, skipna=True, numeric_only=False): return self._extreme_label("min", axis, numeric_only)

    def _extreme_label(self, which, axis, numeric_only):
        if axis in (1, "columns"):
            return (self[self._numeric()] if numeric_only else self)._named_extremes("arg" + which)
        return self._reduced("idx" + which, axis, numeric_only)

    def _named_extremes(self, method):
        places = getattr(self.values, method)(axis=1)
        return Series(self.columns.values[places], index=self.index)

    def quantile(self, q=0.5, axis=0, numeric_only=False):
        names = self._numeric() if numeric_only else list(self._data)
        if hasattr(q, "__len__"):
            return DataFrame({name: self._series(name).quantile(q)._values for name in names}, index=[float(each) for each in q])
        return Series([self._series(name).quantile(q) for name in names], index=names, name=float(q))

    def mode(self):
        modes = {name: self._series(name).mode() for name in self._data}
        longest = max([len(part) for part in modes.values()])
        return DataFrame({name: part.reindex(list(range(longest)))._values if len(part) < longest else part._values for name, part in modes.items()})

    def agg(self, func, axis=0):
        if isinstance(func, str):
            return getattr(self, func)(axis=axis)
        if isinstance(func, dict):
            if any(isinstance(each, (list, tuple)) for each in func.values()):
                rows = list(dict.fromkeys(each for part in func.values() for each in ([part] if isinstance(part, str) else part)))
                return DataFrame({name: [self._series(name).agg(row) if row in part else _MISSING for row in rows] for name, part in func.items()}, index=rows)
            return Series([self._series(name).agg(each) for name, each in func.items()], index=list(func))
        if isinstance(func, (list, tuple)):
            names = [each if isinstance(each, str) else each.__name__ for each in func]
            return DataFrame({name: self._series(name).agg(list(func))._values for name in self._data}, index=names)
        return self.apply(func, axis)

    aggregate = agg

    def corr(self, method="pearson", min_periods=1, numeric_only=False):
        names = self._numeric() if numeric_only else list(self._data)
        for name in names:
            self._series(name).astype(np.float64)
        columns = [self._data[name].astype(np.float64) for name in names]
        if method == "pearson" and not (has_contents(columns[0]) and any([np.isnan(column).any() for column in columns if has_contents(column)])):
            return DataFrame(np.corrcoef(np.stack(columns, axis=1).T), index=names, columns=names)
        table = [[1.0 if a is b else Series(a).corr(Series(b), method) for b in columns] for a in columns]
        return DataFrame(np.array(table), index=names, columns=names)

    def cov(self, numeric_only=False):
        names = self._numeric() if numeric_only else list(self._data)
        values = np.stack([self._data[name].astype(np.float64) for name in names], axis=1)
        return DataFrame(np.cov(values.T), index=names, columns=names)

    def corrwith(self, other):
        return Series([self._series(name).corr(other) for name in self._data], index=list(self._data))

    def dot(self, other):
        result = self.values @ np.asarray(other)
        if result.ndim == 1:
            return Series(result, index=self.index)
        return DataFrame(result, index=self.index, columns=other.columns if isinstance(other, DataFrame) else None)

    def describe(self, percentiles=None, include=None, exclude=None, datetime_is_numeric=False):
        if isinstance(include, str) and include == "all":
            if exclude is not None:
                raise ValueError("exclude must be None when include is 'all'")
            names = list(self._data)
        elif include is None and exclude is None:
            names = [name for name in self._numeric() if self._data[name].dtype.kind != "b"]
            if datetime_is_numeric:
                timed = [name for name, column in self._data.items() if not isinstance(column, Categorical) and _is_timed(column)]
                names = [name for name in self._data if name in names or name in timed]
            names = names or list(self._data)
        else:
            names = list(self.select_dtypes(include, exclude)._data)
        if not names:
            raise ValueError("Cannot describe a DataFrame without columns")
        parts = {name: self._series(name).describe(percentiles, datetime_is_numeric=datetime_is_numeric) for name in names}
        if len({tuple(part.index) for part in parts.values()}) == 1:
            first = next(iter(parts.values()))
            return DataFrame({name: part._values for name, part in parts.items()}, index=first.index)
        rows = []
        for part in sorted(parts.values(), key=lambda part: len(part)):
            rows += [row for row in part.index if row not in rows]
        cells = {name: part.to_dict() for name, part in parts.items()}
        return DataFrame({name: [part.get(row, _MISSING) for row in rows] for name, part in cells.items()}, index=rows)

    def value_counts(self, subset=None, normalize=False):
        names = list(self._data) if subset is None else [subset] if isinstance(subset, str) else list(subset)
        counts = {}
        for cells in zip(*[self._data[name].tolist() for name in names]):
            counts[cells] = counts.get(cells, 0) + 1
        ordered = sorted(counts.items(), key=lambda pair: pair[0])
        ordered = sorted(ordered, key=lambda pair: -pair[1])
        total = sum(counts.values())
        return Series([count / total if normalize else count for label, count in ordered],
                      index=MultiIndex([label for label, count in ordered], names), name="proportion" if normalize else "count")

    def info(self, verbose=None, buf=None, memory_usage=None, show_counts=None):
        if not running():
            return None
        text = info_text(self, memory_usage is not False)
        if buf is None:
            print(text, end="" if memory_usage is False else "\n")
        else:
            buf.write(text + "\n")

    def memory_usage(self, index=True, deep=False):
        names = list(self._data)
        sizes = [column.codes.nbytes if isinstance(column, Categorical) else column.nbytes for column in self._data.values()]
        return Series(([132] if index else []) + sizes, index=(["Index"] if index else []) + names)

    def hist(self, column=None, bins=10, figsize=None, **options):
        import matplotlib.pyplot as plt
        names = self._numeric() if column is None else [column] if isinstance(column, str) else list(column)
        across = math.ceil(math.sqrt(len(names)))
        figure, axes = plt.subplots(math.ceil(len(names) / across), across, figsize=figsize, squeeze=False)
        for place, name in enumerate(names):
            axes[place // across, place % across].hist(present(self._data[name]), bins=bins)
            axes[place // across, place % across].set_title(str(name))
        return axes

    def boxplot(self, column=None, **options):
        import matplotlib.pyplot as plt
        names = self._numeric() if column is None else [column] if isinstance(column, str) else list(column)
        plt.boxplot([present(self._data[name]) for name in names], labels=[str(name) for name in names])
        return plt.gca()

    def to_csv(self, path_or_buf=None, sep=",", na_rep="", float_format=None, columns=None, header=True, index=True,
               index_label=None, mode="w", encoding=None, **options):
        text = _delimited(self if columns is None else self[list(columns)], sep, na_rep, float_format, header, index, index_label)
        if path_or_buf is None:
            return text
        if hasattr(path_or_buf, "write"):
            path_or_buf.write(text)
            return None
        with open(path_or_buf, mode, encoding=encoding or "utf-8") as file:
            file.write(text)

    def to_string(self, buf=None, columns=None, col_space=None, header=True, index=True, **options):
        text = frame_text(self if columns is None else self[list(columns)], None, None, index, header)
        if buf is None:
            return text
        buf.write(text)

    def groupby(self, by=None, axis=0, level=None, as_index=True, sort=True, observed=False, dropna=True, **options):
        return _Groups(self, by if by is not None else self.index.get_level_values(level) if isinstance(self.index, MultiIndex) else Series(self.index.values, name=self.index.name),
                       as_index=as_index, sort=sort, observed=observed)

    def merge(self, right, **options):
        return merge(self, right, **options)

    def join(self, other, on=None, how="left", lsuffix="", rsuffix="", sort=False):
        if on is not None:
            return merge(self, other, left_on=on, right_index=True, how=how, suffixes=(lsuffix, rsuffix))
        if isinstance(other, Series):
            other = other.to_frame()
        both = [name for name in self._data if name in other._data]
        if both and not lsuffix and not rsuffix:
            raise ValueError("columns overlap but no suffix specified: %r" % Index(both))
        return merge(self, other, left_index=True, right_index=True, how=how, suffixes=(lsuffix, rsuffix))

    def append(self, other, ignore_index=False):
        raise AttributeError("'DataFrame' object has no attribute 'append'")

    def pivot_table(self, values=None, index=None, columns=None, aggfunc="mean", fill_value=None, margins=False, dropna=True, margins_name="All", **options):
        return pivot_table(self, values, index, columns, aggfunc, fill_value, margins, dropna, margins_name)

    def pivot(self, columns, index=None, values=None):
        return pivot_table(self, values, index, columns, "first", None)

    def stack(self):
        labels, cells = [], []
        for place, label in enumerate(self.index.tolist()):
            for name, column in self._data.items():
                labels.append((label, name))
                cells.append(column[place])
        return Series(cells, index=MultiIndex(labels, [self.index.name, self._column_names]))

def _row_reduction(values, method, options):
    if values.dtype == object:
        return inferred([getattr(Series(row.tolist()), method)(**options) for row in values])
    if method == "count":
        return (~np.isnan(values)).sum(axis=1) if values.dtype.kind == "f" else spread(values.shape[1], len(values))
    if method == "nunique":
        return np.array([len(set(row.tolist())) for row in values])
    if method in ("std", "var"):
        return getattr(np, "nan" + method if values.dtype.kind == "f" else method)(values, axis=1, **options)
    if method in ("any", "all") or values.dtype.kind != "f" or not has_contents(values) or not np.isnan(values).any():
        return getattr(np, method)(values, axis=1)
    return getattr(np, "nan" + method)(values, axis=1)

def _csv_texts(column, na_rep, float_format, sep):
    texts = []
    if _is_timed(column):
        return [na_rep if text == "NaT" else text for text in (_cast(column, str).tolist() if column.dtype.kind == "M" else [str(each) for each in _cells(column)])]
    for cell in column.tolist():
        if is_missing(cell):
            texts.append(na_rep)
        elif isinstance(cell, float):
            texts.append(float_format % cell if float_format else repr(cell))
        else:
            text = str(cell)
            texts.append('"%s"' % text.replace('"', '""') if sep in text or '"' in text or "\n" in text else text)
    return texts

def _delimited(frame, sep, na_rep, float_format, header, index, index_label):
    names = list(frame._data)
    columns = [_csv_texts(column, na_rep, float_format, sep) for column in frame._data.values()]
    front = []
    if index:
        levels = [frame.index.get_level_values(place) for place in range(frame.index.nlevels)] if isinstance(frame.index, MultiIndex) else [frame.index]
        columns = [_csv_texts(level.values, na_rep, float_format, sep) for level in levels] + columns
        front = [index_label if index_label is not None else "" if level.name is None else str(level.name) for level in levels]
    lines = []
    if header:
        titles = list(header) if isinstance(header, (list, tuple)) else _csv_texts(_objects(names), na_rep, None, sep)
        lines.append(sep.join(front + titles))
    for cells in zip(*columns):
        lines.append(sep.join(cells))
    return "".join(line + "\n" for line in lines)
`;
