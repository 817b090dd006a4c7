/** The Python text of matplotlib's formatters: how ticks are written; part of the module `matplotlib.ticker`. */
export const formatters = String.raw`
def _minus(text):
    return text.replace("-", "\u2212") if _parameter("axes.unicode_minus") else text

class Formatter:
    axis = None
    locs = ()

    def set_axis(self, axis):
        self.axis = axis

    def __call__(self, x, pos=None):
        raise NotImplementedError("Derived must override")

    def format_ticks(self, values):
        self.set_locs(values)
        return [str(self(value, place)) for place, value in enumerate(values)]

    def format_data(self, value):
        return self(value)

    format_data_short = format_data

    def get_offset(self):
        return ""

    def set_locs(self, locs):
        self.locs = locs

    @staticmethod
    def fix_minus(s):
        return _minus(s)

class NullFormatter(Formatter):
    def __call__(self, x, pos=None):
        return ""

class FixedFormatter(Formatter):
    def __init__(self, seq):
        self.seq, self.offset_string = list(seq), ""

    def __call__(self, x, pos=None):
        return "" if pos is None or pos >= len(self.seq) else self.seq[pos]

    def get_offset(self):
        return self.offset_string

    def set_offset_string(self, ofs):
        self.offset_string = ofs

class _NameFormatter(Formatter):
    """Names at fixed places, whatever their order."""

    def __init__(self, places, names):
        self._names = {}
        for place, name in zip(places, names):
            self._names.setdefault(float(place), name)

    def __call__(self, x, pos=None):
        return self._names.get(float(x), "")

class _WordFormatter(Formatter):
    def __init__(self, words):
        self._words = words

    def __call__(self, x, pos=None):
        place = int(round(float(x)))
        names = list(self._words)
        return names[place] if 0 <= place < len(names) else ""

    def format_ticks(self, values):
        return [self(value) for value in values]

class FuncFormatter(Formatter):
    def __init__(self, func):
        self.func, self.offset_string = func, ""

    def __call__(self, x, pos=None):
        return self.func(x, pos)

    def get_offset(self):
        return self.offset_string

    def set_offset_string(self, ofs):
        self.offset_string = ofs

class FormatStrFormatter(Formatter):
    def __init__(self, fmt):
        self.fmt = fmt

    def __call__(self, x, pos=None):
        return self.fmt % x

class StrMethodFormatter(Formatter):
    def __init__(self, fmt):
        self.fmt = fmt

    def __call__(self, x, pos=None):
        return self.fmt.format(x=x, pos=pos)

class ScalarFormatter(Formatter):
    def __init__(self, useOffset=None, useMathText=None, useLocale=None):
        self.offset, self.orderOfMagnitude, self.format = 0, 0, ""
        self.set_useOffset(_parameter("axes.formatter.useoffset") if useOffset is None else useOffset)
        self._math = bool(_parameter("axes.formatter.use_mathtext") if useMathText is None else useMathText)
        self._scientific = True
        self._powerlimits = tuple(_parameter("axes.formatter.limits"))

    def get_useOffset(self): return self._useOffset
    def set_useOffset(self, val):
        self.offset, self._useOffset = 0, val
        if val not in (True, False):
            self.offset, self._useOffset = val, False
    useOffset = property(get_useOffset, set_useOffset)
    def set_scientific(self, b): self._scientific = bool(b)
    def set_useMathText(self, val): self._math = bool(val)
    def get_useMathText(self): return self._math
    def set_useLocale(self, val):
        if val:
            raise NotImplementedError("numbers of a locale are not supported by Kerascope yet")
    def set_powerlimits(self, lims):
        if len(lims) != 2:
            raise ValueError("'lims' must be a sequence of length 2")
        self._powerlimits = tuple(lims)

    def __call__(self, x, pos=None):
        if len(self.locs) == 0:
            return ""
        value = (float(x) - self.offset) / 10.0 ** self.orderOfMagnitude
        return _minus(self.format % (0.0 if abs(value) < 1e-8 else value))

    def format_data(self, value):
        power = math.floor(math.log10(abs(value))) if value else 0
        factor = round(value / 10 ** power, 10) if value else 0
        text = ("%g" % factor) if factor % 1 == 0 else ("%1.10g" % factor)
        if power == 0:
            return _minus(text)
        return _minus("%se%d" % ("" if text == "1" and self._math else text, power))

    def format_data_short(self, value):
        return _minus("%g" % value)

    def get_offset(self):
        if len(self.locs) == 0 or not (self.orderOfMagnitude or self.offset):
            return ""
        offset = ""
        if self.offset:
            offset = ("+" if self.offset > 0 else "") + self.format_data(self.offset)
        if self._math:
            power = r"\times\mathdefault{10^{%d}}" % self.orderOfMagnitude if self.orderOfMagnitude else ""
            return "$%s\\mathdefault{%s}$" % (power, offset) if offset else "$%s$" % power
        return _minus(("1e%d" % self.orderOfMagnitude if self.orderOfMagnitude else "") + offset)

    def set_locs(self, locs):
        self.locs = locs
        if len(locs) == 0:
            return
        low, high = [float(each) for each in sorted(self.axis.get_view_interval())]
        locs = [float(place) for place in locs]
        if self._useOffset:
            self._find_offset(locs, low, high)
        self._find_order(locs, low, high)
        self._find_format(locs, low, high)

    def _find_offset(self, locs, low, high):
        locs = [place for place in locs if low <= place <= high]
        self.offset = 0
        if not locs:
            return
        least, most = min(locs), max(locs)
        if least == most or least <= 0 <= most:
            return
        small, large = sorted([abs(least), abs(most)])
        power = math.ceil(math.log10(large))
        while small // 10.0 ** power == large // 10.0 ** power:
            power -= 1
        power += 1
        if (large - small) / 10.0 ** power <= 0.01:
            power = math.ceil(math.log10(large))
            while large // 10.0 ** power - small // 10.0 ** power <= 1:
                power -= 1
            power += 1
        if large // 10.0 ** power >= 10 ** (int(_parameter("axes.formatter.offset_threshold")) - 1):
            self.offset = math.copysign(1, least) * (large // 10.0 ** power) * 10.0 ** power

    def _find_order(self, locs, low, high):
        first, last = self._powerlimits
        if not self._scientific:
            self.orderOfMagnitude = 0
        elif first == last != 0:
            self.orderOfMagnitude = first
        else:
            shown = [abs(place) for place in locs if low <= place <= high]
            if not shown:
                self.orderOfMagnitude = 0
                return
            size = high - low if self.offset else max(shown)
            power = 0 if size == 0 else math.floor(math.log10(size))
            self.orderOfMagnitude = power if power <= first or power >= last else 0

    def _find_format(self, locs, low, high):
        few = len(locs) < 2
        scaled = [(place - self.offset) / 10.0 ** self.orderOfMagnitude for place in (locs + [low, high] if few else locs)]
        span = (max(scaled) - min(scaled)) or max([abs(each) for each in scaled]) or 1
        scaled = scaled[:-2] if few else scaled
        power = int(math.floor(math.log10(span)))
        digits = max(0, 3 - power)
        tolerance = 1e-3 * 10 ** power
        while digits >= 0 and max([abs(each - round(each, digits)) for each in scaled]) < tolerance:
            digits -= 1
        self.format = "%1." + str(digits + 1) + "f"

class PercentFormatter(Formatter):
    def __init__(self, xmax=100, decimals=None, symbol="%", is_latex=False):
        self.xmax, self.decimals, self._symbol = float(xmax), decimals, symbol or ""

    def __call__(self, x, pos=None):
        low, high = self.axis.get_view_interval() if self.axis is not None else (0, self.xmax)
        return self.format_pct(x, abs(high - low))

    def convert_to_pct(self, x):
        return 100.0 * (x / self.xmax)

    def format_pct(self, x, display_range):
        value, decimals = self.convert_to_pct(float(x)), self.decimals
        if decimals is None:
            span = self.convert_to_pct(display_range)
            decimals = 0 if span <= 0 else min(max(math.ceil(2.0 - math.log10(2.0 * span)), 0), 5)
        return _minus("%.*f" % (int(decimals), value)) + self._symbol

class EngFormatter(Formatter):
    def __init__(self, unit="", places=None, sep=" ", *, usetex=None, useMathText=None):
        self.unit, self.places, self.sep = unit, places, sep

    def __call__(self, x, pos=None):
        text = "%s%s" % (self.format_eng(x), self.unit)
        return text[:-len(self.sep)] if self.sep and text.endswith(self.sep) else _minus(text)

    def format_eng(self, num):
        num = float(num)
        power = 0 if num == 0 else max(-24, min(24, int(math.floor(math.log10(abs(num)) / 3) * 3)))
        form = "%g" if self.places is None else "%." + str(self.places) + "f"
        size = num / 10.0 ** power
        if abs(float(form % size)) >= 1000 and power < 24:
            size, power = size / 1000, power + 3
        return (form % size) + self.sep + "yzafpn\u00b5m kMGTPEZY"[power // 3 + 8].strip()
`;
