/** The Python text of pandas' moments and durations: Timestamp, Timedelta, offsets, and columns of them; part of `pandas.core`. */
export const moments = String.raw`
import datetime as _datetime
from pandas.io._cells import NaT, duration_text

_DAY = 86400000000000
_EPOCH = _datetime.datetime(1970, 1, 1)
_UNITS = {"ns": 1, "us": 1000, "ms": 1000000, "s": 1000000000, "min": 60000000000, "m": 60000000000, "T": 60000000000, "h": 3600000000000, "H": 3600000000000,
          "D": _DAY, "d": _DAY, "W": 7 * _DAY, "S": 1000000000, "L": 1000000, "day": _DAY, "days": _DAY, "hour": 3600000000000, "hours": 3600000000000,
          "minute": 60000000000, "minutes": 60000000000, "second": 1000000000, "seconds": 1000000000, "hr": 3600000000000, "sec": 1000000000, "t": 60000000000}
_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

def _zoned(value, tz):
    """What has no time zone, still without one: there are none here."""
    if tz is None:
        return value
    raise NotImplementedError("pandas' time zones are not supported by Kerascope yet")

def _ns_of(moment):
    """Nanoseconds since 1970 of a datetime or date; zones are counted to UTC."""
    if isinstance(moment, np.datetime64):
        return int(moment.astype("datetime64[ns]").astype(np.int64))
    if isinstance(moment, _datetime.datetime):
        if moment.tzinfo is not None:
            moment = moment.astimezone(_datetime.timezone.utc).replace(tzinfo=None)
        clock = moment.hour * 3600 + moment.minute * 60 + moment.second
        return ((moment.toordinal() - 719163) * 86400 + clock) * 1000000000 + moment.microsecond * 1000
    return (moment.toordinal() - 719163) * _DAY

def _span_of_duration(value):
    """Nanoseconds of a duration."""
    if isinstance(value, DateOffset):
        return value._fixed()
    if isinstance(value, np.timedelta64):
        return int(value.astype("timedelta64[ns]").astype(np.int64))
    return (value.days * 86400 + value.seconds) * 1000000000 + value.microseconds * 1000

class Timestamp(_datetime.datetime):
    """A moment."""

    def __new__(cls, ts_input=None, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, *, year=None, tz=None, unit=None, tzinfo=None, **options):
        if ts_input is NaT or isinstance(ts_input, float) and ts_input != ts_input:
            return NaT
        if year is not None or month is not None:
            year = ts_input if year is None else year
            return _datetime.datetime.__new__(cls, year, month, day, hour, minute, second, microsecond)
        if isinstance(ts_input, str):
            found = _parsed_moment(ts_input)
            if found is NaT:
                return NaT
            ns = _ns_of(found)
        elif isinstance(ts_input, (int, float, np.integer, np.floating)):
            ns = int(ts_input * _UNITS[unit or "ns"])
        else:
            ns = _ns_of(ts_input)
        moment = _EPOCH + _datetime.timedelta(microseconds=ns // 1000)
        return _datetime.datetime.__new__(cls, moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second, moment.microsecond)

    def __init__(self, *args, **options): pass

    value = property(lambda self: _ns_of(self))
    nanosecond = 0
    dayofweek = day_of_week = property(lambda self: self.weekday())
    dayofyear = day_of_year = property(lambda self: self.timetuple().tm_yday)
    quarter = property(lambda self: (self.month + 2) // 3)
    week = weekofyear = property(lambda self: self.isocalendar()[1])
    days_in_month = daysinmonth = property(lambda self: (_month_added(self, 1).replace(day=1) - _datetime.timedelta(days=1)).day if self.month != 12 else 31)
    is_leap_year = property(lambda self: self.year % 4 == 0 and (self.year % 100 != 0 or self.year % 400 == 0))
    is_month_start = property(lambda self: self.day == 1)
    is_month_end = property(lambda self: self.day == self.days_in_month)
    tz = None

    @staticmethod
    def now(tz=None): return Timestamp(_datetime.datetime.now())

    @staticmethod
    def today(tz=None): return Timestamp(_datetime.datetime.now())

    @staticmethod
    def fromtimestamp(ts): return Timestamp(_datetime.datetime.fromtimestamp(ts))

    def day_name(self): return _WEEKDAYS[self.weekday()]
    def month_name(self): return _MONTHS[self.month - 1]
    def normalize(self): return Timestamp(self.year, self.month, self.day)
    def to_pydatetime(self): return _datetime.datetime(self.year, self.month, self.day, self.hour, self.minute, self.second, self.microsecond)
    def to_datetime64(self): return np.datetime64(self.value, "ns")
    to_numpy = to_datetime64
    def timestamp(self): return self.value / 1000000000
    def replace(self, **options): return Timestamp(self.to_pydatetime().replace(**options))
    def floor(self, freq): return Timestamp(self.value // _tick(freq) * _tick(freq))
    def ceil(self, freq): return Timestamp(-(-self.value // _tick(freq)) * _tick(freq))
    def round(self, freq): return Timestamp((self.value + _tick(freq) // 2) // _tick(freq) * _tick(freq))
    def tz_localize(self, tz): return _zoned(self, tz)
    def tz_convert(self, tz): return _zoned(self, tz)
    def to_period(self, freq): return Period(self, freq)

    def __add__(self, other):
        if isinstance(other, DateOffset):
            return other._added(self)
        if isinstance(other, (_datetime.timedelta, np.timedelta64)):
            return Timestamp(self.value + _span_of_duration(other))
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, DateOffset):
            return other._added(self, -1)
        if isinstance(other, (_datetime.timedelta, np.timedelta64)):
            return Timestamp(self.value - _span_of_duration(other))
        if isinstance(other, (_datetime.datetime, np.datetime64)):
            return Timedelta(self.value - _ns_of(other))
        return NotImplemented

    def __rsub__(self, other):
        return Timedelta(_ns_of(other) - self.value)

    def __repr__(self):
        return "Timestamp('%s')" % self

    def __str__(self):
        return self.isoformat(" ")

class Timedelta(_datetime.timedelta):
    """A duration."""

    def __new__(cls, value=None, unit=None, **parts):
        if value is NaT:
            return NaT
        if value is None:
            ns = int(round(sum([float(count) * _UNITS[{"milliseconds": "ms", "microseconds": "us", "nanoseconds": "ns", "weeks": "W"}.get(name, name)] for name, count in parts.items()])))
        elif isinstance(value, str):
            ns = _parsed_duration(value)
        elif isinstance(value, (int, float, np.integer, np.floating)):
            ns = int(round(value * _UNITS[unit or "ns"]))
        else:
            ns = _span_of_duration(value)
        made = _datetime.timedelta.__new__(cls, days=ns // _DAY, microseconds=ns % _DAY // 1000)
        return made

    def __init__(self, *args, **options): pass

    value = property(lambda self: (self.days * 86400 + self.seconds) * 1000000000 + self.microseconds * 1000)

    def to_timedelta64(self): return np.timedelta64(self.value, "ns")
    to_numpy = to_timedelta64
    def to_pytimedelta(self): return _datetime.timedelta(days=self.days, seconds=self.seconds, microseconds=self.microseconds)

    def __add__(self, other):
        if isinstance(other, Timestamp):
            return other + self
        if isinstance(other, _datetime.datetime):
            return Timestamp(other) + self
        return Timedelta(self.value + _span_of_duration(other)) if isinstance(other, (_datetime.timedelta, np.timedelta64)) else NotImplemented

    __radd__ = __add__
    def __sub__(self, other): return Timedelta(self.value - _span_of_duration(other)) if isinstance(other, (_datetime.timedelta, np.timedelta64)) else NotImplemented
    def __neg__(self): return Timedelta(-self.value)
    def __mul__(self, other): return Timedelta(int(self.value * other))
    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, (_datetime.timedelta, np.timedelta64)):
            return self.value / _span_of_duration(other)
        return Timedelta(int(self.value / other))

    def __floordiv__(self, other):
        return self.value // _span_of_duration(other) if isinstance(other, (_datetime.timedelta, np.timedelta64)) else Timedelta(self.value // other)

    def __str__(self): return duration_text(self.value)
    def __repr__(self): return "Timedelta('%s')" % duration_text(self.value)

class DateOffset:
    """Months, years and days to go on by."""

    def __init__(self, n=1, **parts):
        self._n, self._parts = n, parts or {"days": 1}

    def _fixed(self):
        parts = {name: count for name, count in self._parts.items() if name not in ("months", "years")}
        return int(sum([count * self._n * _UNITS[{"weeks": "W", "milliseconds": "ms"}.get(name, name)] for name, count in parts.items()]))

    def _added(self, moment, sign=1):
        months = sign * self._n * (self._parts.get("months", 0) + 12 * self._parts.get("years", 0))
        return Timestamp(_ns_of(_month_added(moment, months)) + sign * self._fixed())

    def __neg__(self): return type(self)._of(self, -self._n)

    @staticmethod
    def _of(other, n):
        made = DateOffset(n, **other._parts)
        return made

    def __radd__(self, other): return self._added(other)
    def __add__(self, other): return self._added(other)
    def __rsub__(self, other): return self._added(other, -1)
    def __mul__(self, count): return DateOffset(self._n * count, **self._parts)

    def _added_all(self, values, sign=1):
        return _stamp_array([self._added(each, sign) if each is not NaT else NaT for each in _cells(values)])

class MonthEnd(DateOffset):
    def _added(self, moment, sign=1):
        count = sign * self._n
        end = moment.replace(day=Timestamp(moment).days_in_month)
        steps = count if moment.day == end.day else count - 1 if count > 0 else count
        moved = _month_added(moment.replace(day=1), steps)
        return Timestamp(moved).replace(day=Timestamp(moved).days_in_month)

class MonthBegin(DateOffset):
    def _added(self, moment, sign=1):
        count = sign * self._n
        return Timestamp(_month_added(moment.replace(day=1), count if count > 0 or moment.day == 1 else count + 1))

class BusinessDay(DateOffset):
    def _added(self, moment, sign=1):
        ns, left = _ns_of(moment), abs(self._n)
        step = _DAY if sign * self._n > 0 else -_DAY
        while left > 0:
            ns += step
            left -= (ns // _DAY + 3) % 7 < 5
        return Timestamp(ns)

BDay = BusinessDay

class Day(DateOffset):
    def __init__(self, n=1): DateOffset.__init__(self, n, days=1)

class Hour(DateOffset):
    def __init__(self, n=1): DateOffset.__init__(self, n, hours=1)

class Minute(DateOffset):
    def __init__(self, n=1): DateOffset.__init__(self, n, minutes=1)

class Period:
    """A month, quarter, year or day."""

    def __init__(self, value, freq="M"):
        self._stamp, self.freq = Timestamp(value), freq[:1].upper()
        self.year, self.month, self.day, self.quarter = self._stamp.year, self._stamp.month, self._stamp.day, self._stamp.quarter

    def __str__(self):
        stamp = self._stamp
        return {"M": "%d-%02d" % (stamp.year, stamp.month), "Y": "%d" % stamp.year, "A": "%d" % stamp.year, "Q": "%dQ%d" % (stamp.year, stamp.quarter)}.get(
            self.freq, stamp.strftime("%Y-%m-%d"))

    def __repr__(self): return "Period('%s', '%s')" % (self, self.freq)
    def __eq__(self, other): return isinstance(other, Period) and str(self) == str(other)
    def __lt__(self, other): return str(self) < str(other)
    def __hash__(self): return hash(str(self))
    def to_timestamp(self): return Timestamp(self.year, self.month if self.freq in ("M", "D") else self.quarter * 3 - 2 if self.freq == "Q" else 1, self.day if self.freq == "D" else 1)

def _month_added(moment, months):
    count = moment.year * 12 + moment.month - 1 + months
    year, month = count // 12, count % 12 + 1
    longest = 31 if month == 12 else (_datetime.date(year + (month == 12), month % 12 + 1, 1) - _datetime.timedelta(days=1)).day
    return _datetime.datetime(year, month, min(moment.day, longest), getattr(moment, "hour", 0), getattr(moment, "minute", 0), getattr(moment, "second", 0), getattr(moment, "microsecond", 0))

def _tick(freq):
    """Nanoseconds of a fixed frequency such as 2h."""
    count, unit = _freq_parts(freq)
    if unit not in _UNITS:
        raise ValueError("Invalid frequency: %s" % freq)
    return count * _UNITS[unit]

def _freq_parts(freq):
    import re
    if isinstance(freq, (_datetime.timedelta, np.timedelta64)):
        return _span_of_duration(freq), "ns"
    match = re.match(r"^(\d*)\s*([A-Za-z]+(?:-[A-Z]{3})?)$", freq)
    if match is None:
        raise ValueError("Invalid frequency: %s" % freq)
    return int(match.group(1) or 1), match.group(2)

_SHAPES = ("%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y/%m/%d", "%Y/%m/%d %H:%M:%S", "%Y/%m/%d %H:%M", "%m/%d/%Y", "%m/%d/%Y %H:%M", "%m/%d/%Y %H:%M:%S", "%m-%d-%Y",
           "%d.%m.%Y", "%Y%m%d", "%b %d, %Y", "%B %d, %Y", "%d %b %Y", "%d %B %Y", "%b %Y", "%B %Y", "%Y-%m", "%m/%d/%y", "%d-%b-%Y", "%d-%b-%y", "%b-%d-%Y",
           "%Y-%m-%d %I:%M %p", "%m/%d/%Y %I:%M %p", "%m/%d/%Y %I:%M:%S %p", "%Y.%m.%d", "%Y%m%d%H%M%S", "%Y", "%H:%M:%S", "%H:%M")
_DAY_FIRST = ("%d/%m/%Y", "%d/%m/%Y %H:%M", "%d/%m/%Y %H:%M:%S", "%d-%m-%Y", "%d-%m-%Y %H:%M", "%d/%m/%y")

def _parsed_moment(text, dayfirst=False):
    text = text.strip()
    if text in ("", "NaT", "nan", "NaN", "None", "NA", "N/A", "null"):
        return NaT
    if text in ("now", "today"):
        return _datetime.datetime.now()
    try:
        return _datetime.datetime.fromisoformat(text.replace("Z", "+00:00") if text.endswith("Z") else text)
    except ValueError:
        pass
    for shape in (_DAY_FIRST + _SHAPES if dayfirst else _SHAPES + _DAY_FIRST):
        try:
            return _datetime.datetime.strptime(text, shape)
        except ValueError:
            pass
    raise DateParseError("Unknown datetime string format, unable to parse: %s" % text)

def _parsed_duration(text):
    import re
    text = text.strip()
    sign = -1 if text.startswith("-") else 1
    clock = re.search(r"(\d+):(\d+)(?::(\d+(?:\.\d+)?))?$", text)
    total = 0
    if clock:
        total = int(clock.group(1)) * 3600000000000 + int(clock.group(2)) * 60000000000 + int(float(clock.group(3) or 0) * 1000000000)
        text = text[:clock.start()]
    found = re.findall(r"(\d+(?:\.\d+)?)\s*([A-Za-z]+)", text)
    if not found and not clock:
        raise ValueError("unit abbreviation w/o a number" if not re.search(r"\d", text) else "no units specified")
    for count, unit in found:
        total += int(float(count) * _UNITS[unit])
    return sign * total

def _is_moment(value):
    return isinstance(value, (_datetime.datetime, np.datetime64)) or value is NaT

def _stamp_array(items):
    """The column of moments."""
    return np.array([-9223372036854775808 if is_missing(each) else _ns_of(each) for each in items], dtype=np.int64).astype("datetime64[ns]")

def _duration_array(items):
    return np.array([-9223372036854775808 if is_missing(each) else _span_of_duration(each) for each in items], dtype=np.int64).astype("timedelta64[ns]")

def _is_timed(values):
    return isinstance(values, np.ndarray) and values.dtype.kind in "mM"

def _cells(values):
    """The values of a column as Python has them; moments and durations as pandas' own."""
    if not _is_timed(values):
        return values.tolist()
    make = Timestamp if values.dtype.kind == "M" else Timedelta
    return [NaT if each is None else make(each) for each in values.astype("%s[ns]" % ("datetime64" if values.dtype.kind == "M" else "timedelta64")).tolist()]

def _cell(value):
    """One value of a column."""
    if isinstance(value, np.datetime64):
        return NaT if np.isnat(value) else Timestamp(value)
    if isinstance(value, np.timedelta64):
        return NaT if np.isnat(value) else Timedelta(value)
    return value

def _plain(value):
    """A moment or duration as NumPy computes with it."""
    if isinstance(value, (Timestamp, Timedelta)):
        return value.to_numpy()
    if value is NaT:
        return np.datetime64("NaT", "ns")
    if isinstance(value, _datetime.datetime):
        return np.datetime64(_ns_of(value), "ns")
    return np.timedelta64(_span_of_duration(value), "ns") if isinstance(value, _datetime.timedelta) else value

def inferred(items):
    """The column of plain values, moments and durations among them."""
    kind = time_kind(items)
    if kind == "NaT":
        return _stamp_array(items)
    if kind == "M" and all([_is_moment(each) or is_missing(each) for each in items]):
        return _stamp_array(items)
    if kind == "m" and all([isinstance(each, (_datetime.timedelta, np.timedelta64)) or is_missing(each) for each in items]):
        return _duration_array(items)
    return _inferred(items)

def spread(value, count):
    value = _plain(value)
    if isinstance(value, (np.datetime64, np.timedelta64)):
        return np.full(count, value).astype("datetime64[ns]" if isinstance(value, np.datetime64) else "timedelta64[ns]")
    return _spread(value, count)
`;
