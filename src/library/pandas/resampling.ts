/** The Python text of `resample`: rows gathered by steps of time; part of the module `pandas.core`. */
export const resampling = String.raw`
def _resampled(frame, rule, on, column, closed, label):
    index = frame.index if on is None else Index(frame._data[on], name=on)
    if not isinstance(index, DatetimeIndex):
        raise TypeError("Only valid with DatetimeIndex, TimedeltaIndex or PeriodIndex, but got an instance of '%s'" % type(index).__name__)
    stamps = index.values.astype(np.int64)
    count, unit = _freq_parts(rule)
    unit = _OLD_NAMES.get(unit, unit)
    low, high = int(stamps.min()), int(stamps.max())
    if unit in ("MS", "ME", "QS", "QE", "YS", "YE"):
        months = {"M": 1, "Q": 3, "Y": 12}[unit[0]] * count
        start = Timestamp(low).normalize().replace(day=1)
        start = start if unit[0] == "M" else start.replace(month=1 if unit[0] == "Y" else (start.month - 1) // 3 * 3 + 1)
        edges = [_ns_of(start)]
        while edges[-1] <= high:
            edges.append(_ns_of(_month_added(start, months * len(edges))))
        labels = edges[:-1] if unit.endswith("S") else [each - _DAY for each in edges[1:]]
        shown = {"QE": "QE-DEC", "QS": "QS-JAN", "YE": "YE-DEC", "YS": "YS-JAN"}.get(unit, unit)
        shown = shown if count == 1 else "%d%s" % (count, shown)
        codes = np.searchsorted(np.array(edges), stamps, side="right") - 1
    elif unit == "W" or unit.startswith("W-"):
        weekday = 6 if unit == "W" else [day[:3].upper() for day in _WEEKDAYS].index(unit[2:])
        first = low // _DAY * _DAY
        while (first // _DAY + 3) % 7 != weekday:
            first += _DAY
        labels = _steps(first, high // _DAY * _DAY + 7 * _DAY - 1, 7 * _DAY)
        while len(labels) > 1 and labels[-2] >= high // _DAY * _DAY:
            labels.pop()
        shown = "W-%s" % _WEEKDAYS[weekday][:3].upper()
        codes = np.searchsorted(np.array(labels), stamps // _DAY * _DAY, side="left")
    else:
        step = _tick(rule)
        first = low // _DAY * _DAY
        first += (low - first) // step * step
        labels = _steps(first, high, step)
        shown = "%d%s" % (count, unit) if count > 1 else unit
        codes = (stamps - first) // step
        if closed == "right":
            codes = -(-(stamps - first) // step) - 1
        if label == "right":
            labels = [each + step for each in labels]
    bins = DatetimeIndex(_inferred_ns(labels), freq=shown, name=index.name)
    return _Resampled(frame if on is None else frame.drop(columns=on), None, column=column, shared=([], [], bins, codes.astype(np.int64)))

class _Resampled(_Groups):
    """Rows gathered by spans of time; spans without rows are there as well."""

    def _columns(self, numeric_only=False):
        return list(self._frame._data) if not numeric_only else self._frame._numeric()

    def _only(self, column):
        return _Resampled(self._frame, None, self._as_index, column=column, shared=self._shared())

    def __getitem__(self, column):
        if isinstance(column, (list, tuple)):
            return _Resampled(self._frame[list(column)], None, self._as_index, shared=self._shared())
        return _Groups.__getitem__(self, column)

    def _spread_out(self, carried):
        stamps, rows = self._frame.index.values, self._labels.values
        places = np.searchsorted(stamps, rows, side="right") - 1 if carried else np.array([int(np.flatnonzero(stamps == each)[0]) if (stamps == each).any() else -1 for each in rows])
        frame = self._frame._new({name: _taken(column, places) for name, column in self._frame._data.items()}, self._labels)
        return frame if self._column is None else frame[self._column]

    def ffill(self, limit=None): return self._spread_out(True)
    pad = ffill
    def asfreq(self, fill_value=None): return self._spread_out(False)
    def interpolate(self, method="linear"): return self._spread_out(False).interpolate()
    def bfill(self): return self._spread_out(False).bfill()

    def ohlc(self):
        parts = {"open": self.first(), "high": self.max(), "low": self.min(), "close": self.last()}
        return DataFrame({name: part._values for name, part in parts.items()}, index=self._labels)
`;
