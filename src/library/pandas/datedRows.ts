/** The Python text of dates in columns and row labels: .dt, to_datetime, date_range, DatetimeIndex; part of `pandas.core`. */
export const datedRows = String.raw`
def _fields(values, name):
    """One part of the moments of a column: floats where some are missing."""
    values = values.astype("datetime64[ns]")
    missing = np.isnat(values)
    days = values.astype("datetime64[D]").astype(np.int64)
    if name in ("year", "month", "quarter", "day", "dayofyear", "days_in_month"):
        months = values.astype("datetime64[M]")
        since = months.astype(np.int64)
        if name == "year":
            found = since // 12 + 1970
        elif name == "month":
            found = since % 12 + 1
        elif name == "quarter":
            found = since % 12 // 3 + 1
        elif name == "day":
            found = days - months.astype("datetime64[D]").astype(np.int64) + 1
        elif name == "dayofyear":
            found = days - values.astype("datetime64[Y]").astype("datetime64[D]").astype(np.int64) + 1
        else:
            found = (months + 1).astype("datetime64[D]").astype(np.int64) - months.astype("datetime64[D]").astype(np.int64)
    elif name == "dayofweek":
        found = (days + 3) % 7
    else:
        clock = values.astype(np.int64) - days * _DAY
        unit, most = {"hour": (3600000000000, 24), "minute": (60000000000, 60), "second": (1000000000, 60), "microsecond": (1000, 1000000), "nanosecond": (1, 1000)}[name]
        found = clock // unit % most
    if missing.any():
        return np.where(missing, _MISSING, found)
    return found.astype(np.int32)

_FIELD_NAMES = {"weekday": "dayofweek", "day_of_week": "dayofweek", "day_of_year": "dayofyear", "daysinmonth": "days_in_month"}
_FIELDS = ("year", "month", "day", "hour", "minute", "second", "microsecond", "nanosecond", "dayofweek", "dayofyear", "quarter", "days_in_month")

def _day_flags(values, name):
    day, month, length = _fields(values, "day"), _fields(values, "month"), _fields(values, "days_in_month")
    kind, end = name[3:].rsplit("_", 1)
    edge = day == (length if end == "end" else 1)
    if kind == "month":
        return edge
    wanted = {"quarter": (3, 6, 9, 12) if end == "end" else (1, 4, 7, 10), "year": (12,) if end == "end" else (1,)}[kind]
    return edge & np.isin(month, wanted)

class _Moments:
    """What moments tell of themselves, for .dt and for DatetimeIndex."""

    def _texts_of(self, function):
        return _objects([_MISSING if each is NaT else function(each) for each in _cells(self._moments())])

    def __getattr__(self, name):
        plain = _FIELD_NAMES.get(name, name)
        if plain in _FIELDS and not name.startswith("_"):
            return self._given(_fields(self._moments(), plain))
        if name in ("is_month_start", "is_month_end", "is_quarter_start", "is_quarter_end", "is_year_start", "is_year_end"):
            return self._given(_day_flags(self._moments(), name))
        return self._lacks(name)

    date = property(lambda self: self._given(_objects([NaT if each is NaT else each.date() for each in _cells(self._moments())])))
    time = property(lambda self: self._given(_objects([NaT if each is NaT else each.time() for each in _cells(self._moments())])))
    is_leap_year = property(lambda self: self._given(np.array([each.is_leap_year for each in _cells(self._moments())])))
    tz = None

    def day_name(self): return self._given(self._texts_of(lambda each: each.day_name()))
    def month_name(self): return self._given(self._texts_of(lambda each: each.month_name()))
    def strftime(self, date_format): return self._given(self._texts_of(lambda each: each.strftime(date_format)))
    def normalize(self): return self._given(self._moments().astype("datetime64[D]").astype("datetime64[ns]"))
    def to_pydatetime(self): return _objects([each.to_pydatetime() for each in _cells(self._moments())])
    def to_period(self, freq="M"): return self._given(_objects([Period(each, freq) for each in _cells(self._moments())]))
    def tz_localize(self, tz, **options): return self._given(_zoned(self._moments(), tz))
    def tz_convert(self, tz): return self._given(_zoned(self._moments(), tz))

    def _to_tick(self, freq, shift):
        tick = _tick(freq)
        return self._given(((self._moments().astype(np.int64) + shift(tick)) // tick * tick).astype("datetime64[ns]"))

    def floor(self, freq, **options): return self._to_tick(freq, lambda tick: 0)
    def ceil(self, freq, **options): return self._to_tick(freq, lambda tick: tick - 1)
    def round(self, freq, **options): return self._to_tick(freq, lambda tick: tick // 2)

    def isocalendar(self):
        parts = [each.isocalendar() for each in _cells(self._moments())]
        index = self._series.index if hasattr(self, "_series") else self
        return DataFrame({name: np.array([part[place] for part in parts], dtype=np.uint32) for place, name in enumerate(("year", "week", "day"))}, index=index)

class _Dates(_Moments):
    def __init__(self, series):
        self._series = series

    def _moments(self): return self._series._values
    def _given(self, values): return self._series._like(values)

    def _lacks(self, name):
        raise AttributeError("'DatetimeProperties' object has no attribute '%s'" % name)

class _Durations:
    def __init__(self, series):
        self._series = series
        self._ns = series._values.astype("timedelta64[ns]").astype(np.int64)
        self._missing = np.isnat(series._values)

    def _given(self, values):
        return self._series._like(np.where(self._missing, _MISSING, values) if self._missing.any() else values)

    days = property(lambda self: self._given(self._ns // _DAY))
    seconds = property(lambda self: self._given((self._ns % _DAY // 1000000000).astype(np.int32)))
    microseconds = property(lambda self: self._given((self._ns % 1000000000 // 1000).astype(np.int32)))
    def total_seconds(self): return self._given(self._ns / 1000000000)

def _dates_of(series):
    values = series._values
    if _is_timed(values):
        return _Dates(series) if values.dtype.kind == "M" else _Durations(series)
    if not has_contents(values):
        return unknown("whether these are dates")
    raise AttributeError("Can only use .dt accessor with datetimelike values")

@guarded
class DatetimeIndex(_Moments, Index):
    def __init__(self, data=None, freq=None, name=None, dtype=None, **options):
        values = _column([] if data is None else data)
        if not _is_timed(values):
            values = _moments_of(values, None, "raise", False, None)
        Index.__init__(self, values, name=getattr(data, "name", None) if name is None else name)
        self.freq = freq

    def _moments(self): return self.values
    def _given(self, values): return Index(values, name=self.name)
    def _lacks(self, name): _no_attribute("Index", name)
    freqstr = property(lambda self: self.freq)
    inferred_freq = property(lambda self: self.freq if self.freq is not None else _guessed_freq(self.values))

    def _like(self, values, name):
        made = Index(values, name=name)
        made.freq = self.freq
        return made

    def _take(self, places):
        made = Index(self.values[places], name=self.name)
        if isinstance(places, slice) and self.freq is not None and isinstance(made, DatetimeIndex) and places.step in (None, 1):
            made.freq = self.freq
        return made

    def __getitem__(self, key):
        if isinstance(key, slice):
            return self._take(key)
        return Index.__getitem__(self, key)

    def _bounds(self, text):
        """The first and last nanosecond that a text such as 2023-02 means, and whether it is as fine as the labels."""
        import re
        text = text.strip()
        if re.match(r"^\d{4}$", text):
            return _ns_of(_datetime.datetime(int(text), 1, 1)), _ns_of(_datetime.datetime(int(text) + 1, 1, 1)) - 1, False
        match = re.match(r"^(\d{4})[-/](\d{1,2})$", text)
        if match:
            start = _datetime.datetime(int(match.group(1)), int(match.group(2)), 1)
            return _ns_of(start), _ns_of(_month_added(start, 1)) - 1, False
        start = _ns_of(_parsed_moment(text))
        if ":" in text:
            return start, start + (60000000000 if text.count(":") == 1 else 1000000000) - 1, True
        fine = bool((self.values.astype(np.int64) % _DAY == 0).all())
        return start, start + _DAY - 1, fine

    def _find(self, key):
        """Positions for a label, and whether it names a single row."""
        stamps = self.values.astype(np.int64)
        if isinstance(key, str):
            low, high, fine = self._bounds(key)
            found = np.flatnonzero((stamps >= low) & (stamps <= high))
            single = fine and len(found) == 1
        else:
            found = np.flatnonzero(stamps == _ns_of(key))
            single = len(found) == 1
        if not len(found):
            raise KeyError(key if isinstance(key, str) else Timestamp(key))
        return found, single

    def _slice(self, key):
        stamps = self.values.astype(np.int64)
        kept = np.ones(len(stamps), dtype=bool)
        if key.start is not None:
            kept &= stamps >= (self._bounds(key.start)[0] if isinstance(key.start, str) else _ns_of(key.start))
        if key.stop is not None:
            kept &= stamps <= (self._bounds(key.stop)[1] if isinstance(key.stop, str) else _ns_of(key.stop))
        return np.flatnonzero(kept)[::key.step]

    def get_loc(self, label):
        found, single = self._find(label)
        return int(found[0])

    def __contains__(self, label):
        try:
            return len(self._find(label)[0]) > 0
        except (KeyError, TypeError, ValueError, AttributeError):
            return False

def _guessed_freq(values):
    steps = np.diff(values.astype(np.int64))
    if len(steps) < 2 or not (steps == steps[0]).all():
        return None
    return {_DAY: "D", 3600000000000: "h", 60000000000: "min", 1000000000: "s", 7 * _DAY: "W-" + _WEEKDAYS[Timestamp(values[0]).weekday()][:3].upper()}.get(int(steps[0]))

def _moments_of(values, format, errors, dayfirst, unit):
    if _is_timed(values):
        return values.astype("datetime64[ns]")
    if not has_contents(values):
        return unknown("which dates these are")
    if values.dtype.kind in "iuf":
        if format is not None:
            values = _objects([_MISSING if each != each else str(int(each)) for each in values.tolist()])
        else:
            scale = _UNITS[unit or "ns"]
            return _inferred_ns([None if each != each else int(each * scale) for each in values.tolist()])
    found = []
    for place, each in enumerate(values.tolist()):
        if is_missing(each):
            found.append(NaT)
        elif not isinstance(each, str):
            found.append(each)
        else:
            try:
                found.append(_parsed_moment(each, dayfirst) if format is None or format in ("mixed", "ISO8601") else _datetime.datetime.strptime(each.strip(), format))
            except ValueError as error:
                if errors == "coerce":
                    found.append(NaT)
                elif errors == "ignore":
                    return values
                elif format is not None and format not in ("mixed", "ISO8601"):
                    raise ValueError('time data "%s" doesn\'t match format "%s", at position %d. You might want to try:\n    - passing ${'`'}format${'`'} if your strings have a consistent format;\n'
                                     "    - passing ${'`'}format='ISO8601'${'`'} if your strings are all ISO8601 but not necessarily in exactly the same format;\n"
                                     "    - passing ${'`'}format='mixed'${'`'}, and the format will be inferred for each element individually. You might want to use ${'`'}dayfirst${'`'} alongside this." % (each, format, place))
                else:
                    raise DateParseError("Unknown datetime string format, unable to parse: %s, at position %d" % (each, place))
    return _stamp_array(found)

def _inferred_ns(items):
    return np.array([-9223372036854775808 if each is None else each for each in items], dtype=np.int64).astype("datetime64[ns]")

@guarded
def to_datetime(arg, errors="raise", dayfirst=False, yearfirst=False, utc=False, format=None, exact=True, unit=None, infer_datetime_format=True, origin="unix", cache=True):
    if arg is None:
        return None
    if isinstance(arg, DataFrame):
        parts = {name.lower(): arg[name].tolist() for name in arg._data}
        cells = zip(parts["year"], parts["month"], parts["day"], parts.get("hour", [0] * len(arg)), parts.get("minute", [0] * len(arg)), parts.get("second", [0] * len(arg)))
        return Series(_stamp_array([_datetime.datetime(*[int(each) for each in row]) for row in cells]), index=arg.index)
    if isinstance(arg, Series):
        return arg._like(_moments_of(np.asarray(arg._values), format, errors, dayfirst, unit))
    if isinstance(arg, (str, int, float, _datetime.date, np.datetime64, np.integer)):
        return _cells(_moments_of(_column([arg]), format, errors, dayfirst, unit))[0]
    found = _moments_of(_column(arg), format, errors, dayfirst, unit)
    return DatetimeIndex(found, name=getattr(arg, "name", None)) if known(found) else found

@guarded
def to_timedelta(arg, unit=None, errors="raise"):
    if isinstance(arg, (Series, list, np.ndarray, Index)):
        values = _column(arg)
        found = values if _is_timed(values) else _duration_array([_MISSING if is_missing(each) else Timedelta(each, unit) if not isinstance(each, str) else Timedelta(each) for each in values.tolist()])
        return arg._like(found) if isinstance(arg, Series) else Index(found)
    return Timedelta(arg, unit)

_OLD_NAMES = {"M": "ME", "Q": "QE", "A": "YE", "Y": "YE", "AS": "YS", "H": "h", "T": "min", "S": "s", "BM": "BME"}

def _next_label(moment, unit, count):
    """The next of the labels of a calendar frequency after a moment that is one."""
    if unit in ("MS", "ME"):
        moved = _month_added(moment.replace(day=1), count)
    elif unit in ("QS", "QE"):
        moved = _month_added(moment.replace(day=1), 3 * count)
    else:
        moved = _month_added(moment.replace(day=1), 12 * count)
    moved = Timestamp(moved)
    return moved.replace(day=moved.days_in_month) if unit.endswith("E") else moved

def _first_label(moment, unit):
    """The first label of a calendar frequency that is not before the moment's day."""
    day = Timestamp(moment.year, moment.month, moment.day)
    if unit[:2] in ("QS", "QE"):
        month = (day.month + 2) // 3 * 3 if unit == "QE" else (day.month + 1) // 3 * 3 + 1
    else:
        month = day.month if unit in ("MS", "ME") else 12 if unit == "YE" else 1
    if unit.endswith("S"):
        start = Timestamp(_month_added(day.replace(day=1, month=1), month - 1)) if unit != "MS" else day.replace(day=1)
        return start if start >= day else _next_label(start, unit, 1)
    end = day.replace(day=1, month=month)
    return end.replace(day=end.days_in_month)

def _steps(first, last, step):
    return [first + place * step for place in range((last - first) // step + 1)]

@guarded
def date_range(start=None, end=None, periods=None, freq=None, tz=None, normalize=False, name=None, inclusive="both", **options):
    given = sum([each is not None for each in (start, end, periods)])
    if freq is None and given < 3:
        freq = "D"
    if given < 2:
        raise ValueError("Of the four parameters: start, end, periods, and freq, exactly three must be specified")
    first, last = None if start is None else _ns_of(Timestamp(start)), None if end is None else _ns_of(Timestamp(end))
    if freq is None:
        values = np.linspace(first, last, periods).astype(np.int64)
        return DatetimeIndex(values.astype("datetime64[ns]"), name=name)
    count, unit = _freq_parts(freq)
    unit = _OLD_NAMES.get(unit, unit)
    shown = ("%d%s" % (count, unit) if count > 1 else unit) if unit != "W" else ("%dW-SUN" % count if count > 1 else "W-SUN")
    if unit in ("MS", "ME", "QS", "QE", "YS", "YE"):
        labels = []
        if first is None:
            raise NotImplementedError("pandas.date_range without a start is not supported by Kerascope yet for this frequency")
        moment = _first_label(Timestamp(first), unit)
        shown = {"QE": "QE-DEC", "QS": "QS-OCT", "YE": "YE-DEC", "YS": "YS-JAN"}.get(unit, shown)
        while (periods is None and _ns_of(moment) <= last) or (periods is not None and len(labels) < periods):
            labels.append(_ns_of(moment) + first % _DAY)
            moment = _next_label(moment, unit, count)
    elif unit in ("B", "W") or unit.startswith("W-"):
        wanted = range(5) if unit == "B" else [6 if unit == "W" else [day[:3].upper() for day in _WEEKDAYS].index(unit[2:])]
        labels, ns, left = [], first, 0
        while (periods is None and ns <= last) or (periods is not None and len(labels) < periods):
            if (ns // _DAY + 3) % 7 in wanted:
                if left % count == 0:
                    labels.append(ns)
                left += 1
            ns += _DAY
    else:
        step = _tick(freq)
        if first is None:
            first = last - (periods - 1) * step
        labels = _steps(first, last, step) if periods is None else [first + place * step for place in range(periods)]
    if inclusive in ("left", "neither") and labels and last is not None and labels[-1] == last:
        labels = labels[:-1]
    if normalize:
        labels = [each // _DAY * _DAY for each in labels]
    return DatetimeIndex(_inferred_ns(labels), freq=shown, name=name)

def bdate_range(start=None, end=None, periods=None, freq="B", **options):
    return date_range(start, end, periods, freq, **options)
`;
