/** `matplotlib.ticker` and `matplotlib.dates`: where ticks stand and how they are written. */
import { pythonModule } from '../../python/modules.ts';

export const tickerModule = pythonModule(
  'matplotlib.ticker',
  String.raw`
import math

class Locator:
    pass

class NullLocator(Locator):
    def _between(self, low, high):
        return []

class FixedLocator(Locator):
    def __init__(self, locs, nbins=None):
        self.locs = list(locs)

    def _between(self, low, high):
        return [float(place) for place in self.locs if low <= place <= high]

class MultipleLocator(Locator):
    def __init__(self, base=1.0, offset=0.0):
        self._base = base

    def _between(self, low, high):
        first, last = math.ceil(low / self._base - 1e-9), math.floor(high / self._base + 1e-9)
        return [place * self._base for place in range(first, last + 1)] if last - first < 1000 else []

class IndexLocator(MultipleLocator):
    def __init__(self, base, offset):
        MultipleLocator.__init__(self, base)

class MaxNLocator(Locator):
    def __init__(self, nbins=10, integer=False, prune=None, steps=None, min_n_ticks=2, symmetric=False):
        self._count, self._integer = 9 if nbins in (None, "auto") else nbins, integer

    def _between(self, low, high):
        from matplotlib.axes import _nice
        return _nice(low, high, min(self._count, 8), self._integer)

class AutoLocator(MaxNLocator):
    def __init__(self):
        MaxNLocator.__init__(self, 9)

class LinearLocator(Locator):
    def __init__(self, numticks=None, presets=None):
        self._count = 11 if numticks is None else numticks

    def _between(self, low, high):
        return [low + (high - low) * place / (self._count - 1) for place in range(self._count)]

class LogLocator(Locator):
    def __init__(self, base=10.0, subs=(1.0,), numticks=None):
        self._base = base

    def _between(self, low, high):
        low = max(low, 1e-300)
        return [self._base ** power for power in range(math.ceil(math.log(low, self._base) - 1e-9), math.floor(math.log(high, self._base) + 1e-9) + 1)]

class AutoMinorLocator(Locator):
    def __init__(self, n=None): pass

class Formatter:
    def __call__(self, value, position=None):
        return "%g" % value

class ScalarFormatter(Formatter):
    def __init__(self, useOffset=None, useMathText=None, useLocale=None): pass
    def set_scientific(self, b): pass
    def set_powerlimits(self, limits): pass
    def set_useOffset(self, b): pass

class LogFormatter(Formatter):
    def __init__(self, *args, **options): pass

LogFormatterMathtext = LogFormatterSciNotation = LogFormatter

class NullFormatter(Formatter):
    def __call__(self, value, position=None):
        return ""

class FixedFormatter(Formatter):
    def __init__(self, seq):
        self._names = list(seq)

    def __call__(self, value, position=None):
        return self._names[position] if position < len(self._names) else ""

class FuncFormatter(Formatter):
    def __init__(self, func):
        self._function = func

    def __call__(self, value, position=None):
        return self._function(value, position)

class FormatStrFormatter(Formatter):
    def __init__(self, fmt):
        self._format = fmt

    def __call__(self, value, position=None):
        return self._format % value

class StrMethodFormatter(Formatter):
    def __init__(self, fmt):
        self._format = fmt

    def __call__(self, value, position=None):
        return self._format.format(x=value, pos=position)

class PercentFormatter(Formatter):
    def __init__(self, xmax=100, decimals=None, symbol="%", is_latex=False):
        self._most, self._decimals, self._symbol = xmax, decimals, symbol or ""

    def __call__(self, value, position=None):
        share = 100.0 * value / self._most
        return "%.*f%s" % (self._decimals if self._decimals is not None else 0 if abs(share - round(share)) < 1e-6 else 1, share, self._symbol)

class EngFormatter(Formatter):
    def __init__(self, unit="", places=None, sep=" ", **options):
        self._unit, self._places = unit, places

    def __call__(self, value, position=None):
        power = 0 if value == 0 else max(-8, min(8, int(math.floor(math.log10(abs(value)) / 3))))
        prefix = "yzafpnµm kMGTPEZY"[power + 8].strip()
        shown = value / 1000.0 ** power
        number = "%g" % shown if self._places is None else "%.*f" % (self._places, shown)
        return (number + " " + prefix + self._unit).rstrip()
`,
);

export const datesModule = pythonModule(
  'matplotlib.dates',
  String.raw`
import datetime
from matplotlib.ticker import Formatter, Locator

class _DateLocator(Locator):
    def __init__(self, *args, **options): pass

AutoDateLocator = YearLocator = MonthLocator = WeekdayLocator = DayLocator = HourLocator = MinuteLocator = _DateLocator

class DateFormatter(Formatter):
    def __init__(self, fmt, tz=None, **options):
        self.fmt = fmt

    def _of_days(self, days):
        return (datetime.datetime(1970, 1, 1) + datetime.timedelta(days=days)).strftime(self.fmt)

    def __call__(self, value, position=None):
        return self._of_days(value)

class AutoDateFormatter(Formatter):
    def __init__(self, *args, **options): pass

ConciseDateFormatter = AutoDateFormatter

def date2num(value):
    from matplotlib.axes import _days
    import numpy as np
    found = _days(value if hasattr(value, "__len__") else [value])
    return found if hasattr(value, "__len__") else float(found[0])

def num2date(value, tz=None):
    return datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc) + datetime.timedelta(days=float(value))
`,
);
