/** `matplotlib.ticker` and `matplotlib.dates`: where ticks stand and how they are written. */
import { pythonModule } from '../../python/modules.ts';
import { formatters } from './formatters.ts';
import { locators } from './locators.ts';
import { scaleFormatters } from './scaleFormatters.ts';
import { scaleLocators } from './scaleLocators.ts';

export const tickerModule = pythonModule(
  'matplotlib.ticker',
  String.raw`
import math
import numpy as np

def _parameter(name):
    import matplotlib
    return matplotlib.rcParams[name]

${locators}
${scaleLocators}
${formatters}
${scaleFormatters}
`,
);

export const datesModule = pythonModule(
  'matplotlib.dates',
  String.raw`
import calendar
import datetime
import math
import numpy as np
from matplotlib.ticker import Formatter, Locator

DAYS_PER_WEEK, HOURS_PER_DAY, SEC_PER_DAY = 7.0, 24.0, 86400.0
MO, TU, WE, TH, FR, SA, SU = range(7)
_FIRST = datetime.datetime(1970, 1, 1)

def _days(values):
    """Days since 1970 of dates, or None."""
    array = np.asarray(values)
    if array.dtype.kind == "M":
        return array.astype("datetime64[ns]").astype(np.int64) / 86400e9
    if array.dtype.kind != "O" or array.size == 0 or not hasattr(array.ravel()[0], "toordinal"):
        return None
    return np.array([_day(each) for each in array.ravel().tolist()]).reshape(array.shape)

def _day(date):
    moment = date.toordinal() - 719163 + (getattr(date, "hour", 0) * 3600 + getattr(date, "minute", 0) * 60 + getattr(date, "second", 0)) / 86400
    return moment + getattr(date, "microsecond", 0) / 86400e6

def _date(days):
    return _FIRST + datetime.timedelta(days=float(days))

def date2num(value):
    several = hasattr(value, "__len__")
    found = _days(value if several else [value])
    if found is None:
        return value
    return found if several else float(found[0])

def num2date(value, tz=None):
    make = lambda days: _date(days).replace(tzinfo=datetime.timezone.utc)
    return [make(each) for each in list(value)] if hasattr(value, "__len__") else make(value)

def datestr2num(value):
    return date2num(np.array(value, dtype="datetime64[s]")) if hasattr(value, "__len__") and not isinstance(value, str) else float(date2num(np.array([value], dtype="datetime64[s]"))[0])

class DateFormatter(Formatter):
    def __init__(self, fmt, tz=None, *, usetex=None):
        self.fmt = fmt

    def __call__(self, x, pos=0):
        return _date(x).strftime(self.fmt)

class AutoDateFormatter(Formatter):
    def __init__(self, locator, tz=None, defaultfmt="%Y-%m-%d", *, usetex=None):
        self._locator = locator

    def __call__(self, x, pos=None):
        scale = getattr(self._locator, "_unit", 1.0)
        for days, form in ((365.0, "%Y"), (30.0, "%Y-%m"), (1.0, "%Y-%m-%d"), (1 / 24, "%m-%d %H"), (1 / 1440, "%d %H:%M"), (1 / 86400, "%H:%M:%S")):
            if scale >= days * 0.999:
                return _date(x).strftime(form)
        return _date(x).strftime("%M:%S.%f")

class ConciseDateFormatter(AutoDateFormatter):
    def __init__(self, locator, tz=None, formats=None, offset_formats=None, zero_formats=None, show_offset=True, *, usetex=None):
        AutoDateFormatter.__init__(self, locator)
        self.formats = formats or ["%Y", "%b", "%d", "%H:%M", "%H:%M", "%S.%f"]
        self.zero_formats = zero_formats or ["", "%Y", "%b", "%b-%d", "%H:%M", "%H:%M"]
        self.offset_formats = offset_formats or ["", "%Y", "%Y-%b", "%Y-%b-%d", "%Y-%b-%d", "%Y-%b-%d %H:%M"]
        self._offset, self._shows = "", show_offset

    def __call__(self, x, pos=None):
        return _date(x).strftime("%Y-%m-%d %H:%M:%S")

    def get_offset(self):
        return self._offset

    def format_ticks(self, values):
        dates = [_date(value) for value in values]
        parts = [(date.year, date.month, date.day, date.hour, date.minute, date.second) for date in dates]
        level = 5
        while level > 0 and len({each[level] for each in parts}) <= 1:
            level -= 1
        if not parts:
            return []
        shows = self._shows
        zeros = (0, 1, 1, 0, 0, 0)
        names = []
        for date, each in zip(dates, parts):
            if level < 5:
                form = self.zero_formats[level] if each[level] == zeros[level] and level > 0 else self.formats[level]
                shows = shows and not (each[level] == zeros[level] and level == 1)
            else:
                form = self.zero_formats[5] if date.second == 0 and date.microsecond == 0 else self.formats[5]
            names.append(date.strftime(form))
        if level == 5:
            names = [name.rstrip("0").rstrip(".") if "." in name else name for name in names]
        self._offset = dates[-1].strftime(self.offset_formats[level]) if shows else ""
        return names

class _Rule(Locator):
    """Dates by a unit: every so many years, months, days, hours, minutes or seconds."""

    def nonsingular(self, v0, v1):
        if not math.isfinite(v0) or not math.isfinite(v1):
            return date2num([datetime.date(1970, 1, 1), datetime.date(1970, 1, 2)]).tolist()
        low, high = min(v0, v1), max(v0, v1)
        return (low - 2 * self._unit, high + 2 * self._unit) if high - low < 1e-6 else (low, high)

    def view_limits(self, vmin, vmax):
        return vmin, vmax

class YearLocator(_Rule):
    _unit = 365.0
    def __init__(self, base=1, month=1, day=1, tz=None):
        self._base, self._month, self._day = int(base), month, day

    def tick_values(self, vmin, vmax):
        low, high = sorted([vmin, vmax])
        first, last = _date(low).year, _date(high).year
        years = range(first // self._base * self._base, -(-last // self._base) * self._base + 1, self._base)
        return np.array([_day(datetime.datetime(year, self._month, self._day)) for year in years if 1 <= year <= 9999])

class MonthLocator(_Rule):
    _unit = 30.0
    def __init__(self, bymonth=None, bymonthday=1, interval=1, tz=None):
        self._months = list(range(1, 13)) if bymonth is None else [bymonth] if isinstance(bymonth, int) else list(bymonth)
        self._day, self._interval = bymonthday, interval

    def tick_values(self, vmin, vmax):
        low, high = _date(min(vmin, vmax)), _date(max(vmin, vmax))
        count, found = low.year * 12 + low.month - 1, []
        step = 0
        while count <= high.year * 12 + high.month - 1:
            year, month = count // 12, count % 12 + 1
            if month in self._months and step % self._interval == 0 and self._day <= calendar.monthrange(year, month)[1]:
                found.append(datetime.datetime(year, month, self._day))
            count, step = count + 1, step + 1
        return np.array([_day(date) for date in found if low <= date <= high])

class _DayRule(_Rule):
    _unit = 1.0

    def tick_values(self, vmin, vmax):
        low, high = min(vmin, vmax), max(vmin, vmax)
        dates = [_date(day) for day in range(int(math.ceil(low)), int(math.floor(high)) + 1)]
        return np.array([_day(date) for date in self._chosen(dates)])

class DayLocator(_DayRule):
    def __init__(self, bymonthday=None, interval=1, tz=None):
        self._days = list(range(1, 32)) if bymonthday is None else [bymonthday] if isinstance(bymonthday, int) else list(bymonthday)
        self._interval = interval

    def _chosen(self, dates):
        return [date for place, date in enumerate(dates) if date.day in self._days and place % self._interval == 0]

class WeekdayLocator(_DayRule):
    _unit = 7.0
    def __init__(self, byweekday=1, interval=1, tz=None):
        self._weekdays, self._interval = [byweekday] if isinstance(byweekday, int) else list(byweekday), interval

    def _chosen(self, dates):
        if not dates:
            return []
        first = dates[0].toordinal() - dates[0].weekday()
        return [date for date in dates if date.weekday() in self._weekdays and (date.toordinal() - first) // 7 % self._interval == 0]

class _ClockRule(_Rule):
    def __init__(self, chosen=None, interval=1, tz=None):
        self._chosen = None if chosen is None else {chosen} if isinstance(chosen, int) else {each for each in chosen}
        self._interval = interval

    def tick_values(self, vmin, vmax):
        low, high = min(vmin, vmax), max(vmin, vmax)
        parts = int(round(1 / self._unit))
        first, last = math.ceil(low * parts - 1e-9), math.floor(high * parts + 1e-9)
        found = [place for place in range(first, last + 1) if self._chosen is None or place % self._cycle in self._chosen]
        return np.array(found[::1] if self._chosen is not None else found[::self._interval]) / parts

class HourLocator(_ClockRule):
    _unit, _cycle = 1 / 24, 24

class MinuteLocator(_ClockRule):
    _unit, _cycle = 1 / 1440, 60

class SecondLocator(_ClockRule):
    _unit, _cycle = 1 / 86400, 60

class MicrosecondLocator(_Rule):
    _unit = 1 / 86400e6
    def __init__(self, interval=1, tz=None):
        self._interval = interval

    def tick_values(self, vmin, vmax):
        step = self._interval / 86400e6
        return np.arange(math.ceil(vmin / step), math.floor(vmax / step) + 1) * step

class AutoDateLocator(_Rule):
    _unit = 1.0
    _STEPS = (("years", 11, (1, 2, 4, 5, 10, 20, 40, 50, 100, 200, 400, 500, 1000)), ("months", 12, (1, 2, 3, 4, 6)), ("days", 11, (1, 2, 4, 7, 14)),
              ("hours", 12, (1, 2, 3, 4, 6, 12)), ("minutes", 11, (1, 5, 10, 15, 30)), ("seconds", 11, (1, 5, 10, 15, 30)))

    def __init__(self, tz=None, minticks=5, maxticks=None, interval_multiples=True):
        self.minticks, self._most = minticks, maxticks

    def get_locator(self, dmin, dmax):
        low, high = min(dmin, dmax), max(dmin, dmax)
        span = high - low
        spans = {"years": _months_between(low, high) // 12, "months": _months_between(low, high), "days": math.floor(span), "hours": math.floor(span * 24),
                 "minutes": math.floor(span * 1440), "seconds": math.floor(span * 86400)}
        for name, most, steps in self._STEPS:
            most = most if self._most is None else self._most if isinstance(self._most, int) else most
            if spans[name] < self.minticks:
                continue
            step = [each for each in steps if spans[name] <= each * (most - 1)]
            return self._rule(name, step[0] if step else steps[-1])
        interval = max(1, span * 86400e6 / 7)
        power = 10 ** math.floor(math.log10(interval))
        return MicrosecondLocator([each * power for each in (1, 2, 5, 10) if each * power >= interval * 0.999][0])

    def _rule(self, name, step):
        if name == "years":
            return YearLocator(step)
        if name == "months":
            return MonthLocator(list(range(1, 13, step)))
        if name == "days":
            return DayLocator([1, 15] if step == 14 else [1, 8, 15, 22] if step == 7 else list(range(1, 32, step)))
        kind, cycle = {"hours": (HourLocator, 24), "minutes": (MinuteLocator, 60), "seconds": (SecondLocator, 60)}[name]
        return kind(list(range(0, cycle, step)))

    def tick_values(self, vmin, vmax):
        rule = self.get_locator(vmin, vmax)
        self._unit = rule._unit
        return rule.tick_values(vmin, vmax)

    def nonsingular(self, v0, v1):
        if not math.isfinite(v0) or not math.isfinite(v1):
            return _Rule.nonsingular(self, v0, v1)
        return (v0 - 365 * 2, v1 + 365 * 2) if v0 == v1 else (min(v0, v1), max(v0, v1))

def _months_between(low, high):
    first, last = _date(low), _date(high)
    months = (last.year - first.year) * 12 + last.month - first.month
    rest = lambda date: (date.day, date.hour, date.minute, date.second, date.microsecond)
    return months - 1 if rest(last) < rest(first) else months
`,
);
