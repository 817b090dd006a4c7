/** `datetime.datetime`, in Python. */
export const MOMENTS = `
@_named_whole
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

    hour, minute, second, microsecond, tzinfo, fold = _clock()

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
        from _strptime import _parts
        for index, each in enumerate((text, format)):
            if not isinstance(each, str):
                raise TypeError('strptime() argument %d must be str, not %s' % (index + 1, type(each).__name__))
        year, month, day, hour, minute, second, _, _, micro, name, offset = _parts(text, format)
        zone = None
        if offset is not None:
            zone = timezone(timedelta(seconds=offset)) if name is None else timezone(timedelta(seconds=offset), name)
        return cls(1900 if year is None else year, month, day, hour, minute, second, micro, zone)

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
`;
