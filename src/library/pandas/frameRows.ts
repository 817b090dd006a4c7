/** The Python text of how a DataFrame's rows and columns are chosen, changed and ordered; part of `pandas.core`. */
export const frameRows = String.raw`
def _kept_rows(index, gone, errors):
    gone = [gone] if not isinstance(gone, (list, tuple, set, Index, Series, np.ndarray, range)) or isinstance(gone, tuple) else list(gone)
    labels = index.tolist()
    missing = [label for label in gone if label not in labels]
    if missing and errors == "raise":
        raise KeyError("%r not found in axis" % (missing,))
    return np.flatnonzero(~membership(index.values, gone))

@guarded
class _FrameRows:
    def drop(self, labels=None, axis=0, index=None, columns=None, level=None, inplace=False, errors="raise"):
        if labels is not None:
            if axis in (1, "columns"):
                columns = labels
            else:
                index = labels
        elif index is None and columns is None:
            raise ValueError("Need to specify at least one of 'labels', 'index' or 'columns'")
        table, rows = dict(self._data), self.index
        if columns is not None:
            names = [columns] if isinstance(columns, (str, int, tuple)) else list(columns)
            missing = [name for name in names if name not in table]
            if missing and errors == "raise":
                raise KeyError("%r not found in axis" % (missing,))
            table = {name: column for name, column in table.items() if _label_of(name) not in names}
        if index is not None:
            places = _kept_rows(rows, index, errors)
            rows = rows._take(places)
            table = {name: column[places] for name, column in table.items()}
        return self._changed(table, rows, inplace)

    def dropna(self, axis=0, how="any", thresh=None, subset=None, inplace=False, ignore_index=False):
        wanted = list(self._data) if subset is None else [subset] if isinstance(subset, str) else list(subset)
        missing = [name for name in wanted if name not in self._data]
        if missing:
            raise KeyError(missing)
        masks = {name: _missing_mask(self._data[name]) for name in wanted}
        if axis in (1, "columns"):
            gone = [name for name, mask in masks.items()
                    if (mask.any() if how == "any" and thresh is None else (~mask).sum() < thresh if thresh is not None else mask.all())]
            return self._changed({name: column for name, column in self._data.items() if name not in gone}, self.index, inplace)
        if not masks:
            return self._changed(dict(self._data), self.index, inplace)
        gaps = np.stack(list(masks.values()), axis=1)
        if thresh is not None:
            kept = (~gaps).sum(axis=1) >= thresh
        else:
            kept = ~(gaps.any(axis=1) if how == "any" else gaps.all(axis=1))
        if has_contents(kept) and kept.all():
            return self._changed(dict(self._data), self.index, inplace)
        places = np.flatnonzero(kept)
        rows = _default_index(len(places)) if ignore_index else self.index._take(places)
        return self._changed({name: column[places] for name, column in self._data.items()}, rows, inplace)

    def fillna(self, value=None, method=None, axis=None, inplace=False, limit=None):
        if method is not None:
            return self.ffill(inplace=inplace) if method in ("ffill", "pad") else self.bfill(inplace=inplace)
        table = {}
        chosen = value.to_dict() if isinstance(value, Series) else value
        for name, column in self._data.items():
            if isinstance(chosen, DataFrame):
                table[name] = _filled(column, chosen._data[name]) if name in chosen._data else column
            elif isinstance(chosen, dict):
                table[name] = _filled(column, chosen[name]) if name in chosen else column
            else:
                table[name] = _filled(column, chosen)
        return self._changed(table, self.index, inplace)

    def ffill(self, inplace=False):
        return self._changed({name: _carried(column, False) for name, column in self._data.items()}, self.index, inplace)

    def bfill(self, inplace=False):
        return self._changed({name: _carried(column, True) for name, column in self._data.items()}, self.index, inplace)

    def interpolate(self, method="linear", **options):
        return self._new({name: self._series(name).interpolate(method, **options)._values if column.dtype.kind == "f" else column for name, column in self._data.items()})

    def isna(self):
        return self._new({name: _missing_mask(column) for name, column in self._data.items()})

    isnull = isna

    def notna(self):
        return self._new({name: ~_missing_mask(column) for name, column in self._data.items()})

    notnull = notna

    def replace(self, to_replace=None, value=None, inplace=False, regex=False):
        nested = isinstance(to_replace, dict) and all(isinstance(each, dict) for each in to_replace.values())
        def changed(name, column):
            if nested:
                return Series(column).replace(to_replace[name])._values if name in to_replace else column
            return Series(column).replace(to_replace, value, regex=regex and column.dtype == object)._values
        return self._changed({name: changed(name, column) for name, column in self._data.items()}, self.index, inplace)

    def rename(self, mapper=None, columns=None, index=None, axis=None, inplace=False):
        if mapper is not None:
            if axis in (1, "columns"):
                columns = mapper
            else:
                index = mapper
        change = columns if callable(columns) else (lambda name: (columns or {}).get(name, name))
        rows = self.index
        if index is not None:
            rows = _labels([index(label) if callable(index) else index.get(label, label) for label in rows.tolist()], rows.name)
        return self._changed(dict(zip(_distinct([change(_label_of(name)) for name in self._data]), self._data.values())), rows, inplace)

    def rename_axis(self, mapper=None, axis=0, columns=None):
        result = self._new(dict(self._data))
        if axis in (1, "columns") or columns is not None:
            result._column_names = columns if columns is not None else mapper
        else:
            result.index = self.index._like(self.index.values, mapper)
        return result

    def add_prefix(self, prefix):
        return self.rename(columns=lambda name: prefix + str(name))

    def add_suffix(self, suffix):
        return self.rename(columns=lambda name: str(name) + suffix)

    def set_index(self, keys, drop=True, append=False, inplace=False):
        if isinstance(keys, (Index, np.ndarray, Series)):
            return self._changed(dict(self._data), _labels(keys), inplace)
        names = keys if isinstance(keys, list) else [keys]
        missing = [name for name in names if isinstance(name, (str, int)) and name not in self._data]
        if missing:
            raise KeyError("None of %r are in the columns" % missing)
        table = {each: column for each, column in self._data.items() if each not in names or not drop}
        if len(names) == 1:
            labels = Index(self._data[names[0]], name=names[0])
        else:
            labels = MultiIndex(list(zip(*[self._data[name].tolist() for name in names])), names)
        return self._changed(table, labels, inplace)

    def reset_index(self, level=None, drop=False, inplace=False, names=None):
        table = dict(self._data)
        if level is not None and isinstance(self.index, MultiIndex):
            wanted = [self.index._names.index(each) if each in self.index._names else each for each in (level if isinstance(level, (list, tuple)) else [level])]
            if len(wanted) < self.index.nlevels:
                front = {} if drop else {self.index._names[place]: self.index.get_level_values(place).values for place in wanted}
                return self._changed({**front, **table}, self.index.droplevel(wanted), inplace)
        if not drop:
            if isinstance(self.index, MultiIndex):
                front = {"level_%d" % place if name is None else name: self.index.get_level_values(place).values
                         for place, name in enumerate(self.index._names)}
            else:
                front = {names if names is not None else "index" if self.index.name is None else self.index.name: self.index.values}
            table = {**front, **table}
        return self._changed(table, _default_index(len(self)), inplace)

    def reindex(self, labels=None, index=None, columns=None, axis=0, fill_value=_MISSING):
        if labels is not None:
            if axis in (1, "columns"):
                columns = labels
            else:
                index = labels
        frame = self
        if columns is not None:
            frame = frame._new({name: frame._data[name] if name in frame._data else spread(fill_value, len(frame.index)) for name in list(columns)})
        if index is not None:
            wanted = list(index)
            places = {label: place for place, label in enumerate(frame.index.tolist())}
            frame = frame._new({name: inferred([column[places[label]] if label in places else fill_value for label in wanted])
                                for name, column in frame._data.items()}, _labels(index))
        return frame

    def astype(self, dtype, copy=True, errors="raise"):
        chosen = dtype if isinstance(dtype, dict) else {name: dtype for name in self._data}
        missing = [name for name in chosen if name not in self._data]
        if missing:
            raise KeyError("Only a column name can be used for the key in a dtype mappings argument. '%s' not found in columns." % missing[0])
        return self._new({name: _cast(column, chosen[name]) if name in chosen else column for name, column in self._data.items()})

    def infer_objects(self):
        return self._new({name: inferred(column.tolist()) if column.dtype == object else column for name, column in self._data.items()})

    def select_dtypes(self, include=None, exclude=None):
        def fits(column, wanted):
            for each in wanted if isinstance(wanted, (list, tuple)) else [wanted]:
                if each in ("number", "numeric") or each is np.number:
                    if column.dtype.kind in "iuf":
                        return True
                elif each in ("object", "O") or each is object:
                    if column.dtype == object and not isinstance(column, Categorical):
                        return True
                elif each == "category":
                    if isinstance(column, Categorical):
                        return True
                elif each in ("datetime", "datetime64", "datetime64[ns]") or each is np.datetime64:
                    if not isinstance(column, Categorical) and column.dtype.kind == "M":
                        return True
                elif not isinstance(column, Categorical) and column.dtype == np.dtype(each):
                    return True
            return False
        return self._new({name: column for name, column in self._data.items()
                          if (include is None or fits(column, include)) and not (exclude is not None and fits(column, exclude))})

    def filter(self, items=None, like=None, regex=None, axis=None):
        import re
        return self._new({name: column for name, column in self._data.items()
                          if (items is None or name in items) and (like is None or like in str(name)) and (regex is None or re.search(regex, str(name)))})

    def head(self, n=5):
        return self._sliced(slice(None, n))

    def tail(self, n=5):
        return self._sliced(slice(-n, None)) if n > 0 else self._sliced(slice(0, 0))

    def sample(self, n=None, frac=None, replace=False, weights=None, random_state=None, axis=None, ignore_index=False):
        part = self._rows_at(_sampled(len(self), n, frac, replace, random_state))
        return part.reset_index(drop=True) if ignore_index else part

    def take(self, indices, axis=0):
        return self.iloc[:, indices] if axis == 1 else self._rows_at(np.asarray(indices))

    def _order(self, by, ascending, kind="stable"):
        names = [by] if isinstance(by, (str, int)) else list(by)
        directions = list(ascending) if isinstance(ascending, (list, tuple)) else [ascending] * len(names)
        order = positions(len(self))
        for name, rising in reversed(list(zip(names, directions))):
            if name not in self._data:
                raise KeyError(name)
            column = self._data[name]
            order = order[order_of((column.codes if isinstance(column, Categorical) else column)[order], rising, kind if len(names) == 1 else "stable")]
        return order

    def sort_values(self, by, axis=0, ascending=True, inplace=False, kind="quicksort", na_position="last", ignore_index=False, key=None):
        if axis in (1, "columns"):
            names = sorted(self._data, key=lambda name: self.loc[by, name], reverse=not ascending)
            return self[names]
        part = self._rows_at((self if key is None else self._new({name: key(self._series(name))._values if name in ([by] if isinstance(by, str) else by) else column for name, column in self._data.items()}))._order(by, ascending, kind))
        return self._changed(part._data, _default_index(len(self)) if ignore_index else part.index, inplace)

    def sort_index(self, axis=0, ascending=True, inplace=False):
        if axis in (1, "columns"):
            names = sorted(self._data, reverse=not ascending)
            return self._changed({name: self._data[name] for name in names}, self.index, inplace)
        part = self._rows_at(order_of(self.index.values, ascending, "quicksort"))
        return self._changed(part._data, part.index, inplace)

    def nlargest(self, n, columns):
        return self.sort_values(columns, ascending=False, kind="stable").head(n)

    def nsmallest(self, n, columns):
        return self.sort_values(columns, kind="stable").head(n)

    def duplicated(self, subset=None, keep="first"):
        names = list(self._data) if subset is None else [subset] if isinstance(subset, str) else list(subset)
        rows = list(zip(*[self._data[name].tolist() for name in names]))
        seen, marks = {}, []
        for place, cells in enumerate(rows if keep != "last" else rows[::-1]):
            marks.append(cells in seen)
            seen[cells] = seen.get(cells, 0) + 1
        if keep == "last":
            marks.reverse()
        if keep is False:
            marks = [seen[cells] > 1 for cells in rows]
        return Series(np.array(marks, dtype=bool), index=self.index)

    def drop_duplicates(self, subset=None, keep="first", inplace=False, ignore_index=False):
        part = self._rows_at(np.flatnonzero(~self.duplicated(subset, keep)._values))
        return self._changed(part._data, _default_index(len(part)) if ignore_index else part.index, inplace)

    def assign(self, **columns):
        frame = self.copy()
        for name, value in columns.items():
            frame[name] = value(frame) if callable(value) else value
        return frame

    def pipe(self, func, *args, **options):
        return func(self, *args, **options)

    def where(self, cond, other=_MISSING):
        return self._new({name: _chosen(cond._data[name] if isinstance(cond, DataFrame) else np.asarray(cond), column, other)
                          for name, column in self._data.items()})

    def mask(self, cond, other=_MISSING):
        return self._new({name: _chosen(~(cond._data[name] if isinstance(cond, DataFrame) else np.asarray(cond)), column, other)
                          for name, column in self._data.items()})

    def isin(self, values):
        wanted = values if isinstance(values, dict) else {name: values for name in self._data}
        return self._new({name: membership(np.asarray(column), list(wanted.get(name, []))) for name, column in self._data.items()})

    def clip(self, lower=None, upper=None):
        return self._new({name: np.clip(column, lower, upper) for name, column in self._data.items()})

    def round(self, decimals=0):
        places = decimals if isinstance(decimals, dict) else {name: decimals for name in self._data}
        return self._new({name: np.round(column, places[name]) if name in places and column.dtype.kind == "f" else column
                          for name, column in self._data.items()})

    def abs(self):
        return self._new({name: np.abs(column) for name, column in self._data.items()})

    def shift(self, periods=1, fill_value=None):
        return self._new({name: _shifted(column, periods, fill_value) for name, column in self._data.items()})

    def diff(self, periods=1):
        return self._new({name: self._series(name).diff(periods)._values for name in self._data})

    def cumsum(self):
        return self._new({name: self._series(name).cumsum()._values for name in self._data})

    def apply(self, func, axis=0, result_type=None, args=(), **options):
        if isinstance(func, str):
            return getattr(self, func)(axis=axis)
        if isinstance(func, (list, dict)):
            return self.agg(func)
        if isinstance(func, np.ufunc):
            return self._new({name: func(column) for name, column in self._data.items()})
        if axis in (1, "columns"):
            results = [func(self._row(place), *args, **options) for place in range(len(self))]
            if results and isinstance(results[0], Series):
                return DataFrame(results, index=self.index)
            return Series(results, index=self.index)
        results = {name: func(self._series(name), *args, **options) for name in self._data}
        first = next(iter(results.values())) if results else None
        if isinstance(first, Series):
            return DataFrame({name: series._values for name, series in results.items()}, index=first.index)
        return Series(list(results.values()), index=list(results))

    def applymap(self, func):
        return self._new({name: _map_cells(func, column) for name, column in self._data.items()})

    map = applymap

    def explode(self, column):
        rows, cells = [], []
        for place, value in enumerate(self._data[column].tolist()):
            for each in value if isinstance(value, (list, tuple)) else [value]:
                rows.append(place)
                cells.append(each)
        part = self._rows_at(np.array(rows))
        part[column] = inferred(cells)
        return part

    def melt(self, id_vars=None, value_vars=None, var_name=None, value_name="value"):
        kept = [] if id_vars is None else [id_vars] if isinstance(id_vars, str) else list(id_vars)
        names = [name for name in self._data if name not in kept] if value_vars is None else list(value_vars)
        table = {name: np.concatenate([self._data[name]] * len(names)) for name in kept}
        table["variable" if var_name is None else var_name] = _objects([name for name in names for row in range(len(self))])
        table[value_name] = np.concatenate([self._data[name] for name in names])
        return DataFrame(table)

    def squeeze(self, axis=None):
        if len(self._data) == 1:
            return self[next(iter(self._data))]
        return self.iloc[0] if len(self) == 1 else self
`;
