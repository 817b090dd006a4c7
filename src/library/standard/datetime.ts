/** The datetime module, in Python; only the clock and `strftime` are native. Under analysis "now" is unknown. */
import { indexOf, stringOf } from '../../python/builtins/conversions.ts';
import { named, native } from '../../python/functions.ts';
import type { LibraryModule } from '../../python/modules.ts';
import { type PyTuple, Unknown } from '../../python/values.ts';
import { formatTime } from './timeFormat.ts';

const SOURCE = String.raw`
import time as _time
from operator import index as _index

MINYEAR = 1
MAXYEAR = 9999
_DAYS_IN_MONTH = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MONTH_NAMES = ('', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec')
_DAY_NAMES = ('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_before_year(year):
    y = year - 1
    return y * 365 + y // 4 - y // 100 + y // 400


def _month_length(year, month):
    return 29 if month == 2 and _is_leap(year) else _DAYS_IN_MONTH[month]


def _days_before_month(year, month):
    return sum(_month_length(year, m) for m in range(1, month))


def _ordinal(year, month, day):
    return _days_before_year(year) + _days_before_month(year, month) + day


def _from_ordinal(n):
    year = max(1, (n * 400) // 146097)
    while _days_before_year(year + 1) < n:
        year += 1
    rest = n - _days_before_year(year)
    month = 1
    while rest > _month_length(year, month):
        rest -= _month_length(year, month)
        month += 1
    return year, month, rest


def _check_date(year, month, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError('year %i is out of range' % year)
    if not 1 <= month <= 12:
        raise ValueError('month must be in 1..12')
    if not 1 <= day <= _month_length(year, month):
        raise ValueError('day is out of range for month')


def _check_time(hour, minute, second, microsecond, fold):
    if not 0 <= hour <= 23:
        raise ValueError('hour must be in 0..23')
    if not 0 <= minute <= 59:
        raise ValueError('minute must be in 0..59')
    if not 0 <= second <= 59:
        raise ValueError('second must be in 0..59')
    if not 0 <= microsecond <= 999999:
        raise ValueError('microsecond must be in 0..999999')
    if fold not in (0, 1):
        raise ValueError('fold must be either 0 or 1')


def _check_zone(zone):
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError("tzinfo argument must be None or of a tzinfo subclass, not type '%s'" % type(zone).__name__)


def _round_half_even(numerator, denominator):
    quotient, remainder = divmod(numerator, denominator)
    twice = remainder * 2
    if twice > denominator or (twice == denominator and quotient % 2 == 1):
        quotient += 1
    return quotient


def _microseconds(value, unit):
    """A number of units as (whole microseconds, the fraction that is left)."""
    if isinstance(value, int):
        return value * unit, 0.0
    whole = int(value)
    exact = (value - whole) * unit
    return whole * unit + int(exact), exact - int(exact)


class timedelta:
    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        total = 0
        fraction = 0.0
        units = ((days, 86400000000, 'days'), (seconds, 1000000, 'seconds'), (microseconds, 1, 'microseconds'),
                 (milliseconds, 1000, 'milliseconds'), (minutes, 60000000, 'minutes'), (hours, 3600000000, 'hours'),
                 (weeks, 604800000000, 'weeks'))
        for value, unit, name in units:
            if not isinstance(value, (int, float)):
                raise TypeError('unsupported type for timedelta %s component: %s' % (name, type(value).__name__))
            whole, rest = _microseconds(value, unit)
            total += whole
            fraction += rest
        return cls._of(total + round(fraction))

    @classmethod
    def _of(cls, microseconds):
        self = object.__new__(cls)
        self._total = microseconds
        self._days, rest = divmod(microseconds, 86400000000)
        self._seconds, self._micro = divmod(rest, 1000000)
        if not -999999999 <= self._days <= 999999999:
            raise OverflowError('days=%d; must have magnitude <= 999999999' % self._days)
        return self

    days = property(lambda self: self._days)
    seconds = property(lambda self: self._seconds)
    microseconds = property(lambda self: self._micro)

    def total_seconds(self):
        return self._total / 10**6

    def __repr__(self):
        parts = []
        if self._days:
            parts.append('days=%d' % self._days)
        if self._seconds:
            parts.append('seconds=%d' % self._seconds)
        if self._micro:
            parts.append('microseconds=%d' % self._micro)
        return 'datetime.timedelta(' + (', '.join(parts) or '0') + ')'

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = '%d:%02d:%02d' % (hours, minutes, seconds)
        if self._days:
            text = '%d day%s, ' % (self._days, '' if abs(self._days) == 1 else 's') + text
        if self._micro:
            text += '.%06d' % self._micro
        return text

    def __add__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._total + other._total)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._total - other._total)
        return NotImplemented

    def __rsub__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(other._total - self._total)
        return NotImplemented

    def __neg__(self):
        return timedelta._of(-self._total)

    def __pos__(self):
        return self

    def __abs__(self):
        return timedelta._of(abs(self._total))

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._of(self._total * other)
        if isinstance(other, float):
            numerator, denominator = other.as_integer_ratio()
            return timedelta._of(_round_half_even(self._total * numerator, denominator))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._total // other._total
        if isinstance(other, int):
            return timedelta._of(self._total // other)
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._total / other._total
        if isinstance(other, int):
            if other < 0:
                return timedelta._of(_round_half_even(-self._total, -other))
            return timedelta._of(_round_half_even(self._total, other))
        if isinstance(other, float):
            numerator, denominator = other.as_integer_ratio()
            if numerator < 0:
                numerator, denominator = -numerator, -denominator
            return timedelta._of(_round_half_even(self._total * denominator, numerator))
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._total % other._total)
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            quotient, remainder = divmod(self._total, other._total)
            return quotient, timedelta._of(remainder)
        return NotImplemented

    def __bool__(self):
        return self._total != 0

    def __eq__(self, other):
        return self._total == other._total if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._total < other._total if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._total <= other._total if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._total > other._total if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._total >= other._total if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash(self._total)


timedelta.min = timedelta._of(-999999999 * 86400000000)
timedelta.max = timedelta._of(1000000000 * 86400000000 - 1)
timedelta.resolution = timedelta._of(1)


class tzinfo:
    def tzname(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement tzname()')

    def utcoffset(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement utcoffset()')

    def dst(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement dst()')

    def fromutc(self, dt):
        return dt + dt.utcoffset()


def _offset_text(offset, separator=':'):
    if offset is None:
        return ''
    total = offset._total
    sign = '-' if total < 0 else '+'
    minutes, rest = divmod(abs(total), 60000000)
    text = '%s%02d%s%02d' % (sign, minutes // 60, separator, minutes % 60)
    if rest:
        text += '%s%02d' % (separator, rest // 1000000)
        if rest % 1000000:
            text += '.%06d' % (rest % 1000000)
    return text


class timezone(tzinfo):
    def __init__(self, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError('timezone() argument 1 must be datetime.timedelta, not %s' % type(offset).__name__)
        if not -86400000000 < offset._total < 86400000000:
            raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not %r.' % offset)
        self._offset = offset
        self._name = name

    def utcoffset(self, dt):
        return self._offset

    def tzname(self, dt):
        if self._name is not None:
            return self._name
        return 'UTC' + (_offset_text(self._offset) if self._offset else '')

    def dst(self, dt):
        return None

    def __repr__(self):
        if self is timezone.utc:
            return 'datetime.timezone.utc'
        if self._name is None:
            return 'datetime.timezone(%r)' % self._offset
        return 'datetime.timezone(%r, %r)' % (self._offset, self._name)

    def __str__(self):
        return self.tzname(None)

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)


timezone.utc = timezone(timedelta())
timezone.min = timezone(-timedelta(hours=23, minutes=59))
timezone.max = timezone(timedelta(hours=23, minutes=59))
UTC = timezone.utc


class _IsoCalendarDate(tuple):
    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return 'datetime.IsoCalendarDate(year=%d, week=%d, weekday=%d)' % tuple(self)


def _compare(self, other, test):
    return test(self._key(), other._key())


class date:
    def __new__(cls, year, month=None, day=None):
        if month is None or day is None:
            missing = 'month' if month is None else 'day'
            raise TypeError("function missing required argument '%s' (pos %d)" % (missing, 2 if month is None else 3))
        year, month, day = _index(year), _index(month), _index(day)
        _check_date(year, month, day)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        return self

    year = property(lambda self: self._year)
    month = property(lambda self: self._month)
    day = property(lambda self: self._day)

    @classmethod
    def today(cls):
        return _now(cls._from_micro, 'date')

    @classmethod
    def _from_micro(cls, micro):
        return cls.fromordinal(719163 + micro // 86400000000)

    @classmethod
    def fromtimestamp(cls, timestamp):
        if cls is datetime:
            return datetime.fromtimestamp(timestamp)
        return cls.fromordinal(719163 + int(timestamp // 86400))

    @classmethod
    def fromordinal(cls, n):
        if n < 1:
            raise ValueError('ordinal must be >= 1')
        return cls(*_from_ordinal(n))

    @classmethod
    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError('fromisoformat: argument must be str')
        parts = _parse_iso_date(text)
        if parts is None:
            raise ValueError('Invalid isoformat string: %r' % text)
        return cls(*parts)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        first = _ordinal(year, 1, 4)
        monday = first - (first + 6) % 7
        longest = 53 if date.fromordinal(_ordinal(year, 12, 28)).isocalendar()[1] == 53 else 52
        if not 1 <= week <= longest:
            raise ValueError('Invalid week: %d' % week)
        if not 1 <= day <= 7:
            raise ValueError('Invalid weekday: %d (range is [1, 7])' % day)
        return cls.fromordinal(monday + (week - 1) * 7 + day - 1)

    def _key(self):
        return (self._year, self._month, self._day)

    def toordinal(self):
        return _ordinal(self._year, self._month, self._day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        thursday = self.toordinal() - self.weekday() + 3
        year = _from_ordinal(thursday)[0]
        week = (thursday - _days_before_year(year) - 1) // 7 + 1
        return _IsoCalendarDate((year, week, self.isoweekday()))

    def isoformat(self):
        return '%04d-%02d-%02d' % (self._year, self._month, self._day)

    def ctime(self):
        return self.strftime('%a %b %e 00:00:00 %Y')

    def replace(self, year=None, month=None, day=None):
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day)

    def timetuple(self):
        day_of_year = self.toordinal() - _days_before_year(self._year)
        return _time.struct_time((self._year, self._month, self._day, 0, 0, 0, self.weekday(), day_of_year, -1))

    def strftime(self, format):
        day_of_year = self.toordinal() - _days_before_year(self._year)
        return _format(format, self._year, self._month, self._day, 0, 0, 0, 0, self.weekday(), day_of_year, '', '')

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def __repr__(self):
        name = 'datetime.date' if type(self) is date else type(self).__name__
        return '%s(%d, %d, %d)' % (name, self._year, self._month, self._day)

    def __str__(self):
        return self.isoformat()

    def __add__(self, other):
        if isinstance(other, timedelta):
            n = self.toordinal() + other._days
            if not 1 <= n <= 3652059:
                raise OverflowError('date value out of range')
            return type(self).fromordinal(n)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta._of(-other._days * 86400000000)
        if isinstance(other, date) and not isinstance(other, datetime):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def __eq__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._key() == other._key()
        return NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if isinstance(other, date) and not isinstance(other, datetime) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if isinstance(other, date) and not isinstance(other, datetime) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if isinstance(other, date) and not isinstance(other, datetime) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if isinstance(other, date) and not isinstance(other, datetime) else NotImplemented

    def __hash__(self):
        return hash(self._key())


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)


def _parse_iso_date(text):
    compact = len(text) == 8 and text.isdigit()
    if compact:
        text = text[:4] + '-' + text[4:6] + '-' + text[6:]
    if len(text) != 10 or text[4] != '-' or text[7] != '-':
        return None
    pieces = (text[:4], text[5:7], text[8:])
    if not all(piece.isdigit() for piece in pieces):
        return None
    return tuple(int(piece) for piece in pieces)


def _parse_iso_time(text):
    """(hour, minute, second, microsecond, zone) or None."""
    zone = None
    if text.endswith('Z'):
        text, zone = text[:-1], timezone.utc
    else:
        at = max(text.find('+'), text.find('-'))
        if at >= 0:
            offset = _parse_iso_time(text[at + 1:])
            if offset is None:
                return None
            delta = timedelta(hours=offset[0], minutes=offset[1], seconds=offset[2], microseconds=offset[3])
            zone = timezone(-delta if text[at] == '-' else delta) if delta else timezone.utc
            text = text[:at]
    micro = 0
    if '.' in text or ',' in text:
        text, _, fraction = text.replace(',', '.').partition('.')
        if not fraction.isdigit():
            return None
        micro = int(fraction[:6].ljust(6, '0'))
    pieces = text.split(':') if ':' in text else [text[i:i + 2] for i in range(0, len(text), 2)]
    if not 1 <= len(pieces) <= 3 or not all(len(piece) == 2 and piece.isdigit() for piece in pieces):
        return None
    numbers = [int(piece) for piece in pieces] + [0, 0]
    return numbers[0], numbers[1], numbers[2], micro, zone


def _time_text(hour, minute, second, micro, timespec):
    if timespec == 'auto':
        timespec = 'microseconds' if micro else 'seconds'
    if timespec == 'hours':
        return '%02d' % hour
    if timespec == 'minutes':
        return '%02d:%02d' % (hour, minute)
    text = '%02d:%02d:%02d' % (hour, minute, second)
    if timespec == 'seconds':
        return text
    if timespec == 'milliseconds':
        return text + '.%03d' % (micro // 1000)
    if timespec == 'microseconds':
        return text + '.%06d' % micro
    raise ValueError('Unknown timespec value')


class time:
    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self = object.__new__(cls)
        self._hour, self._minute, self._second, self._micro = hour, minute, second, microsecond
        self._zone, self._fold = tzinfo, fold
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._micro)
    tzinfo = property(lambda self: self._zone)
    fold = property(lambda self: self._fold)

    @classmethod
    def fromisoformat(cls, text):
        parts = _parse_iso_time(text.lstrip('T'))
        if parts is None:
            raise ValueError('Invalid isoformat string: %r' % text)
        return cls(*parts)

    def utcoffset(self):
        return None if self._zone is None else self._zone.utcoffset(None)

    def tzname(self):
        return None if self._zone is None else self._zone.tzname(None)

    def isoformat(self, timespec='auto'):
        return _time_text(self._hour, self._minute, self._second, self._micro, timespec) + _offset_text(self.utcoffset())

    def strftime(self, format):
        return _format(format, 1900, 1, 1, self._hour, self._minute, self._second, self._micro, 0, 1,
                       self.tzname() or '', _offset_text(self.utcoffset(), ''))

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(self._hour if hour is None else hour, self._minute if minute is None else minute,
                          self._second if second is None else second, self._micro if microsecond is None else microsecond,
                          self._zone if tzinfo is True else tzinfo)

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def __repr__(self):
        text = '%d, %d' % (self._hour, self._minute)
        if self._second or self._micro:
            text += ', %d' % self._second
        if self._micro:
            text += ', %d' % self._micro
        if self._zone is not None:
            text += ', tzinfo=%r' % self._zone
        return 'datetime.time(%s)' % text

    def __str__(self):
        return self.isoformat()

    def _key(self):
        micro = ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._micro
        offset = self.utcoffset()
        return micro if offset is None else micro - offset._total

    def _comparable(self, other):
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware times")
        return True

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        return (self.utcoffset() is None) == (other.utcoffset() is None) and self._key() == other._key()

    def __lt__(self, other):
        return self._comparable(other) and self._key() < other._key() if isinstance(other, time) else NotImplemented

    def __le__(self, other):
        return self._comparable(other) and self._key() <= other._key() if isinstance(other, time) else NotImplemented

    def __gt__(self, other):
        return self._comparable(other) and self._key() > other._key() if isinstance(other, time) else NotImplemented

    def __ge__(self, other):
        return self._comparable(other) and self._key() >= other._key() if isinstance(other, time) else NotImplemented

    def __hash__(self):
        return hash(self._key())


time.min = time(0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)
_tzinfo_class = tzinfo


class datetime(date):
    def __new__(cls, year, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if month is None or day is None:
            missing = 'month' if month is None else 'day'
            raise TypeError("function missing required argument '%s' (pos %d)" % (missing, 2 if month is None else 3))
        year, month, day = _index(year), _index(month), _index(day)
        _check_date(year, month, day)
        _check_time(_index(hour), _index(minute), _index(second), _index(microsecond), fold)
        _check_zone(tzinfo)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        self._hour, self._minute, self._second, self._micro = hour, minute, second, microsecond
        self._zone, self._fold = tzinfo, fold
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._micro)
    tzinfo = property(lambda self: self._zone)
    fold = property(lambda self: self._fold)

    @classmethod
    def now(cls, tz=None):
        return _now(cls._from_micro, 'datetime', tz)

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def utcnow(cls):
        return cls.now()

    @classmethod
    def _from_micro(cls, micro, tz=None):
        days, rest = divmod(micro, 86400000000)
        seconds, micro = divmod(rest, 1000000)
        minutes, second = divmod(seconds, 60)
        hour, minute = divmod(minutes, 60)
        year, month, day = _from_ordinal(719163 + days)
        made = cls(year, month, day, hour, minute, second, micro)
        if tz is None:
            return made
        return (made.replace(tzinfo=tz) + tz.utcoffset(made))

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        numerator, denominator = timestamp.as_integer_ratio()
        return cls._from_micro(_round_half_even(numerator * 1000000, denominator), tz)

    @classmethod
    def utcfromtimestamp(cls, timestamp):
        return cls.fromtimestamp(timestamp)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        return cls(date._year, date._month, date._day, time._hour, time._minute, time._second, time._micro,
                   time._zone if tzinfo is True else tzinfo)

    @classmethod
    def fromordinal(cls, n):
        return cls(*_from_ordinal(n))

    @classmethod
    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError('fromisoformat: argument must be str')
        length = 8 if text[:8].isdigit() else 10
        day = _parse_iso_date(text[:length])
        rest = text[length + 1:]
        clock = (0, 0, 0, 0, None) if len(text) == length else _parse_iso_time(rest)
        if day is None or clock is None:
            raise ValueError('Invalid isoformat string: %r' % text)
        return cls(*day, *clock)

    @classmethod
    def strptime(cls, text, format):
        return cls(*_parse(text, format))

    def date(self):
        return date(self._year, self._month, self._day)

    def time(self):
        return time(self._hour, self._minute, self._second, self._micro)

    def timetz(self):
        return time(self._hour, self._minute, self._second, self._micro, self._zone)

    def utcoffset(self):
        return None if self._zone is None else self._zone.utcoffset(self)

    def tzname(self):
        return None if self._zone is None else self._zone.tzname(self)

    def dst(self):
        return None if self._zone is None else self._zone.dst(self)

    def astimezone(self, tz=None):
        tz = tz or timezone.utc
        offset = self.utcoffset() or timedelta()
        plain = self.replace(tzinfo=None) - offset
        return (plain + tz.utcoffset(plain)).replace(tzinfo=tz)

    def _micros(self):
        seconds = (self._hour * 60 + self._minute) * 60 + self._second
        return self.toordinal() * 86400000000 + seconds * 1000000 + self._micro

    def timestamp(self):
        offset = self.utcoffset() or timedelta()
        return (self._micros() - 719163 * 86400000000 - offset._total) / 10**6

    def timetuple(self):
        day_of_year = self.toordinal() - _days_before_year(self._year)
        return _time.struct_time((self._year, self._month, self._day, self._hour, self._minute, self._second,
                                  self.weekday(), day_of_year, -1))

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None,
                tzinfo=True, *, fold=None):
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day, self._hour if hour is None else hour,
                          self._minute if minute is None else minute, self._second if second is None else second,
                          self._micro if microsecond is None else microsecond,
                          self._zone if tzinfo is True else tzinfo)

    def isoformat(self, sep='T', timespec='auto'):
        clock = _time_text(self._hour, self._minute, self._second, self._micro, timespec)
        return date.isoformat(self) + sep + clock + _offset_text(self.utcoffset())

    def ctime(self):
        return self.strftime('%a %b %e %H:%M:%S %Y')

    def strftime(self, format):
        day_of_year = self.toordinal() - _days_before_year(self._year)
        return _format(format, self._year, self._month, self._day, self._hour, self._minute, self._second,
                       self._micro, self.weekday(), day_of_year, self.tzname() or '', _offset_text(self.utcoffset(), ''))

    def __repr__(self):
        numbers = [self._year, self._month, self._day, self._hour, self._minute, self._second, self._micro]
        if numbers[-1] == 0:
            del numbers[-1]
            if numbers[-1] == 0:
                del numbers[-1]
        text = ', '.join(str(number) for number in numbers)
        if self._zone is not None:
            text += ', tzinfo=%r' % self._zone
        return '%s(%s)' % ('datetime.datetime' if type(self) is datetime else type(self).__name__, text)

    def __str__(self):
        return self.isoformat(' ')

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        micro = self._micros() + other._total
        if not 86400000000 <= micro < 3652060 * 86400000000:
            raise OverflowError('date value out of range')
        made = type(self)._from_micro(micro - 719163 * 86400000000)
        return made if self._zone is None else made.replace(tzinfo=self._zone)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if isinstance(other, datetime):
            mine, theirs = self.utcoffset(), other.utcoffset()
            if (mine is None) != (theirs is None):
                raise TypeError("can't subtract offset-naive and offset-aware datetimes")
            shift = 0 if mine is None else theirs._total - mine._total
            return timedelta._of(self._micros() - other._micros() + shift)
        return NotImplemented

    def _key(self):
        offset = self.utcoffset()
        return self._micros() - (0 if offset is None else offset._total)

    def _comparable(self, other):
        if not isinstance(other, datetime):
            if isinstance(other, date):
                raise TypeError("can't compare datetime.datetime to datetime.date")
            return False
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return True

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return False if isinstance(other, date) else NotImplemented
        return (self.utcoffset() is None) == (other.utcoffset() is None) and self._key() == other._key()

    def __lt__(self, other):
        return self._key() < other._key() if self._comparable(other) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if self._comparable(other) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if self._comparable(other) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if self._comparable(other) else NotImplemented

    def __hash__(self):
        return hash(self._key())


datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)

_FULL_MONTHS = ('', 'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
                'November', 'December')
_FULL_DAYS = ('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday')
_WIDTHS = {'Y': 4, 'm': 2, 'd': 2, 'H': 2, 'I': 2, 'M': 2, 'S': 2, 'f': 6, 'y': 2, 'j': 3, 'w': 1}


def _expand(format):
    for short, long in (('%T', '%H:%M:%S'), ('%D', '%m/%d/%y'), ('%F', '%Y-%m-%d'), ('%R', '%H:%M'),
                        ('%c', '%a %b %d %H:%M:%S %Y'), ('%x', '%m/%d/%y'), ('%X', '%H:%M:%S')):
        format = format.replace(short, long)
    return format


def _parse(text, format):
    """The arguments of datetime for a text in the given format."""
    found = {}
    zone = None
    at = 0
    pattern = _expand(format)
    i = 0
    mismatch = ValueError('time data %r does not match format %r' % (text, format))
    while i < len(pattern):
        character = pattern[i]
        i += 1
        if character.isspace():
            while at < len(text) and text[at].isspace():
                at += 1
            continue
        if character != '%':
            if text[at:at + 1].lower() != character.lower():
                raise mismatch
            at += 1
            continue
        if i == len(pattern):
            raise ValueError("stray %% in format '%s'" % format)
        directive = pattern[i]
        i += 1
        if directive == '%':
            if text[at:at + 1] != '%':
                raise mismatch
            at += 1
        elif directive in _WIDTHS:
            end = at
            while end < len(text) and end - at < _WIDTHS[directive] and text[end].isdigit():
                end += 1
            if end == at or (directive == 'Y' and end - at != 4) or (directive == 'y' and end - at != 2):
                raise mismatch
            digits = text[at:end]
            found[directive] = int(digits.ljust(6, '0')) if directive == 'f' else int(digits)
            at = end
        elif directive in 'bBaAp':
            names = {'b': _MONTH_NAMES, 'B': _FULL_MONTHS, 'a': _DAY_NAMES, 'A': _FULL_DAYS, 'p': ('AM', 'PM')}[directive]
            for position, name in enumerate(names):
                if name and text[at:at + len(name)].lower() == name.lower():
                    found[directive.lower()] = position
                    at += len(name)
                    break
            else:
                raise mismatch
        elif directive == 'z':
            if text[at:at + 1] == 'Z':
                zone = timezone.utc
                at += 1
            else:
                sign = text[at:at + 1]
                end = at + 1
                while end < len(text) and (text[end].isdigit() or text[end] in ':.'):
                    end += 1
                offset = _parse_iso_time(text[at + 1:end])
                if sign not in ('+', '-') or offset is None:
                    raise mismatch
                delta = timedelta(hours=offset[0], minutes=offset[1], seconds=offset[2])
                zone = timezone(-delta if sign == '-' else delta) if delta else timezone.utc
                at = end
        elif directive == 'Z':
            end = at
            while end < len(text) and text[end].isalpha():
                end += 1
            at = end
        else:
            raise ValueError("'%s' is a bad directive in format '%s'" % (directive, format))
    if at != len(text):
        raise ValueError('unconverted data remains: ' + text[at:])
    year = found.get('Y', 1900)
    if 'y' in found:
        year = found['y'] + (1900 if found['y'] >= 69 else 2000)
    month = found.get('m', found.get('b', 1))
    day = found.get('d', 1)
    if 'j' in found:
        year, month, day = _from_ordinal(_days_before_year(year) + found['j'])
    hour = found.get('H', 0)
    if 'I' in found:
        hour = found['I'] % 12 + 12 * found.get('p', 0)
    limits = ((month, 1, 12), (hour, 0, 23), (found.get('M', 0), 0, 59), (found.get('S', 0), 0, 61), (day, 1, 31))
    if not all(low <= value <= high for value, low, high in limits):
        raise mismatch
    return year, month, day, hour, found.get('M', 0), found.get('S', 0), found.get('f', 0), zone
`;

export const module: LibraryModule = {
  name: 'datetime',
  entries: () =>
    named(
      native('_now(make, kind, *zone)', ([make, kind, zone], py) =>
        py.running
          ? py.call(make, [Math.round(py.host.now() * 1000), ...(zone as PyTuple).items])
          : new Unknown('it depends on the time of the run', String(kind)),
      ),
      native('_format(format, *parts)', ([format, parts], py) => {
        const values = (parts as PyTuple).items;
        const number = (index: number) => indexOf(py, values[index]);
        return formatTime(stringOf(format, 'strftime() argument 1'), {
          year: number(0),
          month: number(1),
          day: number(2),
          hour: number(3),
          minute: number(4),
          second: number(5),
          microsecond: number(6),
          weekday: number(7),
          dayOfYear: number(8),
          zone: String(values[9]),
          offset: String(values[10]),
        });
      }),
    ),
  source: SOURCE,
};
