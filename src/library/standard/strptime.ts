/** Reading dates and times by a format, in Python: what `time.strptime` and `datetime.strptime` share. */
import { pythonModule } from '../../python/modules.ts';

export const module = pythonModule(
  '_strptime',
  String.raw`
import re as _re

_DAYS = ('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday')
_MONTHS = ('january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october',
           'november', 'december')
_SHORT_DAYS = tuple(name[:3] for name in _DAYS)
_SHORT_MONTHS = tuple(name[:3] for name in _MONTHS)
_ZONES = ('utc', 'gmt')


def _any_of(name, words):
    return '(?P<%s>%s)' % (name, '|'.join(sorted(words, key=len, reverse=True)))


_PATTERNS = {
    'd': r'(?P<d>3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9])',
    'f': r'(?P<f>[0-9]{1,6})',
    'H': r'(?P<H>2[0-3]|[0-1]\d|\d)',
    'I': r'(?P<I>1[0-2]|0[1-9]|[1-9])',
    'G': r'(?P<G>\d\d\d\d)',
    'j': r'(?P<j>36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])',
    'm': r'(?P<m>1[0-2]|0[1-9]|[1-9])',
    'M': r'(?P<M>[0-5]\d|\d)',
    'S': r'(?P<S>6[0-1]|[0-5]\d|\d)',
    'U': r'(?P<U>5[0-3]|[0-4]\d|\d)',
    'w': r'(?P<w>[0-6])',
    'u': r'(?P<u>[1-7])',
    'V': r'(?P<V>5[0-3]|0[1-9]|[1-4]\d|\d)',
    'W': r'(?P<W>5[0-3]|[0-4]\d|\d)',
    'y': r'(?P<y>\d\d)',
    'Y': r'(?P<Y>\d\d\d\d)',
    'z': r'(?P<z>[+-]\d\d:?[0-5]\d(:?[0-5]\d(\.\d{1,6})?)?|(?-i:Z))',
    'A': _any_of('A', _DAYS),
    'a': _any_of('a', _SHORT_DAYS),
    'B': _any_of('B', _MONTHS),
    'b': _any_of('b', _SHORT_MONTHS),
    'p': _any_of('p', ('am', 'pm')),
    'Z': _any_of('Z', _ZONES),
    '%': '%',
}
_WHOLE = {'c': '%a %b %d %H:%M:%S %Y', 'x': '%m/%d/%y', 'X': '%H:%M:%S'}
_PATTERNS = {name: pattern.replace('(?-i:Z)', 'Z') for name, pattern in _PATTERNS.items()}


def _compiled(format):
    for name, whole in _WHOLE.items():
        format = format.replace('%' + name, whole)
    text = _re.sub(r'([\\.^$*+?\(\){}\[\]|])', r'\\\1', format)
    text = _re.sub(r'\s+', r'\\s+', text)
    parts, at, seen = [], 0, set()
    while True:
        sign = text.find('%', at)
        if sign < 0:
            parts.append(text[at:])
            break
        if sign + 1 == len(text):
            raise ValueError("stray %% in format '%s'" % format)
        directive = text[sign + 1]
        if directive not in _PATTERNS:
            raise ValueError("'%s' is a bad directive in format '%s'" % ('\\' if directive == '\\' else directive, format))
        if directive != '%' and directive in seen:
            raise _re.error("redefinition of group name '%s'" % directive)
        seen.add(directive)
        parts.append(text[at:sign] + _PATTERNS[directive])
        at = sign + 2
    return _re.compile(''.join(parts), _re.IGNORECASE)


def _leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _ordinal(year, month, day):
    before = (year - 1) * 365 + (year - 1) // 4 - (year - 1) // 100 + (year - 1) // 400
    lengths = (31, 29 if _leap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return before + sum(lengths[:month - 1]) + day


def _from_day(year, day):
    """The month and day of a day of the year, which may lie in a neighbouring one."""
    while day <= 0:
        year -= 1
        day += 366 if _leap(year) else 365
    while day > (366 if _leap(year) else 365):
        day -= 366 if _leap(year) else 365
        year += 1
    month = 1
    for length in (31, 29 if _leap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31):
        if day <= length:
            break
        day -= length
        month += 1
    return year, month, day


def _offset(text):
    if text in ('Z', 'z'):
        return 0, 0
    if text[3] == ':':
        if len(text) > 5 and text[5 + 1:7] and text[6] != ':':
            raise ValueError("Inconsistent use of : in %s" % text)
        text = text[:3] + text[4:]
        if len(text) > 5:
            text = text[:5] + text[6:]
    hours, minutes, seconds = int(text[1:3]), int(text[3:5]), int(text[5:7] or 0)
    total = hours * 3600 + minutes * 60 + seconds
    return (-total if text[0] == '-' else total), 0


def _check_weeks(found, format):
    if 'G' in found:
        if 'j' in found:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. "
                             "Use '%Y' instead.")
        if 'V' not in found or not any(name in found for name in 'Aawu'):
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday "
                             "directive ('%A', '%a', '%w', or '%u').")
    elif 'V' in found:
        if 'Y' in found or 'y' in found:
            raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. "
                             "Use the ISO year '%G' instead.")
        raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday "
                         "directive ('%A', '%a', '%w', or '%u').")


def _weekday(found):
    if 'A' in found:
        return _DAYS.index(found['A'].lower())
    if 'a' in found:
        return _SHORT_DAYS.index(found['a'].lower())
    if 'w' in found:
        return (int(found['w']) - 1) % 7
    if 'u' in found:
        return int(found['u']) - 1
    return None


def _parts(text, format):
    """Year (None where none was given), month, day, hour, minute, second, weekday, day of the year, microsecond,
    name of the zone and its offset in seconds."""
    for index, each in enumerate((text, format)):
        if not isinstance(each, str):
            raise TypeError('strptime() argument %d must be str, not %s' % (index, type(each)))
    match = _compiled(format).match(text)
    if match is None:
        raise ValueError('time data %r does not match format %r' % (text, format))
    if len(text) != match.end():
        raise ValueError('unconverted data remains: %s' % text[match.end():])
    found = match.groupdict()
    _check_weeks(found, format)
    year = None
    if 'y' in found:
        year = int(found['y'])
        year += 2000 if year <= 68 else 1900
    if 'Y' in found:
        year = int(found['Y'])
    month = int(found.get('m', 1))
    if 'B' in found:
        month = _MONTHS.index(found['B'].lower()) + 1
    if 'b' in found:
        month = _SHORT_MONTHS.index(found['b'].lower()) + 1
    day = int(found.get('d', 1))
    hour = int(found.get('H', 0))
    if 'I' in found:
        hour = int(found['I'])
        half = found.get('p', '').lower()
        if half in ('', 'am'):
            hour = 0 if hour == 12 else hour
        elif hour != 12:
            hour += 12
    micro = int(found['f'].ljust(6, '0')) if 'f' in found else 0
    name = offset = None
    if 'z' in found:
        offset, _ = _offset(found['z'])
    if 'Z' in found:
        name = found['Z'].upper()
    leap_year = False
    if year is None and month == 2 and day == 29:
        year, leap_year = 1904, True
    elif year is None:
        year = 1900
    weekday = _weekday(found)
    julian = int(found['j']) if 'j' in found else None
    if julian is None and weekday is not None:
        week = 'U' if 'U' in found else 'W' if 'W' in found else None
        if week is not None:
            monday_first = week == 'W'
            first = (_ordinal(year, 1, 1) + 6) % 7
            on = weekday
            if not monday_first:
                first, on = (first + 1) % 7, (on + 1) % 7
            to_first = (7 - first) % 7
            number = int(found[week])
            julian = 1 + on - first if number == 0 else 1 + to_first + 7 * (number - 1) + on
        elif 'G' in found:
            iso = int(found['G'])
            correction = (_ordinal(iso, 1, 4) % 7 or 7) + 3
            year, julian = iso, int(found['V']) * 7 + weekday + 1 - correction
        if julian is not None:
            year, month, day = _from_day(year, julian)
            julian = _ordinal(year, month, day) - _ordinal(year, 1, 1) + 1
    elif julian is not None:
        year, month, day = _from_day(year, julian)
    if julian is None:
        lengths = (31, 29 if _leap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
        if day > lengths[month - 1]:
            raise ValueError('day is out of range for month')
        julian = _ordinal(year, month, day) - _ordinal(year, 1, 1) + 1
    if weekday is None:
        weekday = (_ordinal(year, month, day) + 6) % 7
    if leap_year:
        year = 1900
    return year, month, day, hour, int(found.get('M', 0)), int(found.get('S', 0)), weekday, julian, micro, name, offset
`,
);
