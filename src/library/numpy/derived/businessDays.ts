/** Business days (`np.is_busday`, `np.busday_count`, `np.busday_offset`), in Python on top of dates. */
import { pythonModule } from '../../../python/modules.ts';

const source = `
import numpy as np

_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def _mask(weekmask):
    if isinstance(weekmask, str):
        text = weekmask.strip()
        if len(text) == 7 and set(text) <= {"0", "1"}:
            mask = [character == "1" for character in text]
        else:
            compact = text.replace(" ", "")
            names = [compact[i:i + 3] for i in range(0, len(compact), 3)]
            if not all(name in _NAMES for name in names):
                raise ValueError(f'Invalid business day weekmask string "{weekmask}"')
            mask = [name in names for name in _NAMES]
    else:
        mask = [bool(day) for day in weekmask]
        if len(mask) != 7:
            raise ValueError("A business day weekmask array must have length 7")
    if not any(mask):
        raise ValueError("Cannot construct a numpy.busdaycal with a weekmask of all zeros")
    return mask


class busdaycalendar:
    def __init__(self, weekmask="1111100", holidays=[]):
        self._days = _mask(weekmask)
        free = np.unique(np.array(holidays, dtype="datetime64[D]").ravel())
        free = free[~np.isnat(free)]
        self._free = np.array([day for day in free if self._days[int((day.astype(int) + 3) % 7)]], dtype="datetime64[D]")
        self._numbers = set(self._free.astype(int).tolist())

    weekmask = property(lambda self: np.array(self._days))
    holidays = property(lambda self: self._free)

    def _works(self, day):
        return self._days[(day + 3) % 7] and day not in self._numbers


busdaycalendar.__module__ = "numpy"


def _calendar(weekmask, holidays, busdaycal):
    if busdaycal is not None:
        if holidays is not None or weekmask != "1111100":
            raise ValueError("Cannot supply both the weekmask/holidays and the busdaycal parameters to busday_count()")
        return busdaycal
    return busdaycalendar(weekmask, [] if holidays is None else holidays)


def _dates(value):
    return np.asarray(value, dtype="datetime64[D]")


def is_busday(dates, weekmask="1111100", holidays=None, busdaycal=None, out=None):
    calendar = _calendar(weekmask, holidays, busdaycal)
    days = _dates(dates)
    flat = [calendar._works(day) for day in days.ravel().astype(int).tolist()]
    result = np.array(flat, dtype=bool).reshape(days.shape) & ~np.isnat(days)
    return result if days.ndim else np.bool_(result)


def _count(calendar, begin, end):
    if begin == end:
        return 0
    if begin > end:
        return -sum(calendar._works(day) for day in range(end + 1, begin + 1))
    weeks, rest = divmod(end - begin, 7)
    total = weeks * sum(calendar._days) + sum(calendar._days[(day + 3) % 7] for day in range(end - rest, end))
    return total - sum(begin <= day < end for day in calendar._numbers)


def busday_count(begindates, enddates, weekmask="1111100", holidays=[], busdaycal=None, out=None):
    calendar = busdaycal if busdaycal is not None else busdaycalendar(weekmask, holidays)
    begin, end = np.broadcast_arrays(_dates(begindates), _dates(enddates))
    if np.isnat(begin).any() or np.isnat(end).any():
        raise ValueError("Cannot compute a business day count with a NaT (not-a-time) date")
    counts = [_count(calendar, a, b) for a, b in zip(begin.ravel().astype(int).tolist(), end.ravel().astype(int).tolist())]
    result = np.array(counts, dtype=int).reshape(begin.shape)
    return result if begin.ndim else result[()]


_ROLLS = ("raise", "nat", "forward", "following", "backward", "preceding", "modifiedfollowing", "modifiedpreceding")


def _month(day):
    return np.datetime64(day, "D").astype("datetime64[M]")


def _rolled(calendar, day, roll):
    if calendar._works(day):
        return day
    if roll == "raise":
        raise ValueError("Non-business day date in busday_offset")
    if roll == "nat":
        return None
    step = 1 if roll in ("forward", "following", "modifiedfollowing") else -1
    for direction in (step, -step):
        moved = day
        while not calendar._works(moved):
            moved += direction
        if not roll.startswith("modified") or _month(moved) == _month(day):
            return moved
    return moved


def _moved(calendar, day, offset, roll):
    day = _rolled(calendar, day, roll)
    if day is None:
        return None
    step = 1 if offset > 0 else -1
    for _ in range(abs(offset)):
        day += step
        while not calendar._works(day):
            day += step
    return day


def busday_offset(dates, offsets, roll="raise", weekmask="1111100", holidays=None, busdaycal=None, out=None):
    if roll not in _ROLLS:
        raise ValueError(f'Invalid business day roll parameter "{roll}"')
    calendar = _calendar(weekmask, holidays, busdaycal)
    days, moves = np.broadcast_arrays(_dates(dates), np.asarray(offsets))
    found = []
    for day, missing, offset in zip(days.ravel().astype(int).tolist(), np.isnat(days).ravel().tolist(), moves.ravel().tolist()):
        found.append(None if missing else _moved(calendar, day, int(offset), roll))
    result = np.array([np.datetime64("NaT") if day is None else np.datetime64(day, "D") for day in found], dtype="datetime64[D]").reshape(days.shape)
    return result if days.ndim else result[()]
`;

/** Names that the module lends to NumPy's top level. */
export const businessDayNames = ['busdaycalendar', 'is_busday', 'busday_count', 'busday_offset'];

export const businessDaysModule = pythonModule('numpy._business_days', source);
