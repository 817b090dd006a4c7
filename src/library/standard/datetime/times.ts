/** `datetime.time` and the texts of ISO 8601, in Python. */
export const TIMES = `
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


def _clock():
    """What times and moments tell of the time of day."""
    return (
        property(lambda self: self._hour),
        property(lambda self: self._minute),
        property(lambda self: self._second),
        property(lambda self: self._micro),
        property(lambda self: self._zone),
        property(lambda self: self._fold),
    )


@_named_whole
class time:
    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self = object.__new__(cls)
        self._hour, self._minute, self._second, self._micro = hour, minute, second, microsecond
        self._zone, self._fold = tzinfo, fold
        return self

    hour, minute, second, microsecond, tzinfo, fold = _clock()

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
`;
