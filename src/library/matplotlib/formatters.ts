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

class LogFormatter(Formatter):
    def __init__(self, base=10.0, labelOnlyBase=False, minor_thresholds=None, linthresh=None):
        self._base, self.labelOnlyBase, self._linthresh = float(base), labelOnlyBase, linthresh
        self.minor_thresholds = (1, 0.4) if minor_thresholds is None else minor_thresholds
        self._parts = None

    def base(self, base): self._base = base
    def label_minor(self, labelOnlyBase): self.labelOnlyBase = labelOnlyBase

    def set_locs(self, locs=None):
        self.locs = locs
        if math.isinf(self.minor_thresholds[0]):
            self._parts = None
            return
        linear = self._linthresh
        if linear is None and self.axis is not None:
            linear = getattr(self.axis._scale, "linthresh", None)
        low, high = sorted(self.axis.get_view_interval())
        if linear is None and low <= 0:
            self._parts = {1}
            return
        log = lambda value: math.log(value) / math.log(self._base)
        if linear is not None:
            decades = 0
            if low < -linear:
                decades += log(low / min(high, -linear))
            if high > linear:
                decades += log(high / max(low, linear))
        else:
            decades = abs(log(high) - log(low))
        if decades > self.minor_thresholds[0]:
            self._parts = {1}
        elif decades > self.minor_thresholds[1]:
            self._parts = {int(round(self._base ** (step / (int(self._base) // 2)))) for step in range(int(self._base) // 2 + 1)}
        else:
            self._parts = {each for each in range(1, int(self._base) + 1)}

    def _labelled(self, size):
        """The power of a value, and whether it is one; None where it is not written."""
        power = math.log(size) / math.log(self._base)
        whole = abs(power - round(power)) < 1e-10
        factor = round(self._base ** (power - (round(power) if whole else math.floor(power))))
        if self.labelOnlyBase and not whole or self._parts is not None and factor not in self._parts:
            return None
        return (round(power) if whole else power), whole

    def __call__(self, x, pos=None):
        x = float(x)
        if x == 0:
            return "0"
        found = self._labelled(abs(x))
        if found is None:
            return ""
        size = abs(x)
        low, high = self.axis.get_view_interval()
        span = abs(high - low)
        text = "%1.0e" % size if size > 10000 or size < 1 else self._short(size, span)
        return _minus(("-" if x < 0 else "") + text)

    def _short(self, value, span):
        if abs(value) < 1e4 and value == int(value):
            return "%d" % value
        form = "%1.3e" if span < 1e-2 else "%1.3f" if span <= 1 else "%1.2f" if span <= 10 else "%1.1f" if span <= 1e5 else "%1.1e"
        text = form % value
        if "e" in text:
            number, power = text.split("e")
            text = "%s%s%d" % (number.rstrip("0").rstrip("."), "e", int(power))
            return text
        return text.rstrip("0").rstrip(".")

class LogFormatterExponent(LogFormatter):
    def __call__(self, x, pos=None):
        found = self._labelled(abs(float(x))) if x else None
        if not x:
            return "0"
        return "" if found is None else _minus("%g" % found[0])

class LogFormatterMathtext(LogFormatter):
    def __call__(self, x, pos=None):
        x = float(x)
        if x == 0:
            return r"$\mathdefault{0}$"
        found = self._labelled(abs(x))
        if found is None:
            return ""
        power, whole = found
        sign = "-" if x < 0 else ""
        base = "%d" % self._base if self._base % 1 == 0 else "%s" % self._base
        if abs(power) < _parameter("axes.formatter.min_exponent"):
            return r"$\mathdefault{%s%g}$" % (sign, abs(x))
        return r"$\mathdefault{%s%s^{%d}}$" % (sign, base, power) if whole else self._between(sign, base, power)

    def _between(self, sign, base, power):
        return r"$\mathdefault{%s%s^{%.2f}}$" % (sign, base, power)

class LogFormatterSciNotation(LogFormatterMathtext):
    def _between(self, sign, base, power):
        whole = math.floor(power)
        factor = float(base) ** (power - whole)
        if abs(factor - round(factor)) < 1e-10:
            factor = round(factor)
        return r"$\mathdefault{%s%g\times%s^{%d}}$" % (sign, factor, base, whole)

class LogitFormatter(Formatter):
    def __init__(self, *, use_overline=False, one_half=r"\frac{1}{2}", minor=False, minor_threshold=25, minor_number=6):
        self._overline, self._half, self._minor, self._threshold, self._number = use_overline, one_half, minor, minor_threshold, minor_number
        self._chosen = set()

    def set_locs(self, locs):
        self.locs = np.array(locs)
        self._chosen = set()
        decade = lambda value: value > 0 and abs(math.log10(value) - round(math.log10(value))) < 1e-7
        if not self._minor or all([decade(place) or decade(1 - place) or abs(2 * place - 1) < 1e-10 for place in list(locs)]) or len(locs) >= self._threshold:
            return
        if len(locs) < self._number:
            self._chosen = set(self.locs.tolist())
            return
        gaps = np.diff(-np.log(1 / self.locs - 1))
        nearest = np.minimum(np.concatenate([[np.inf], gaps]), np.concatenate([gaps, [np.inf]])).tolist()
        both = (np.concatenate([[0.0], gaps]) + np.concatenate([gaps, [0.0]])).tolist()
        best = sorted(range(len(self.locs)), key=lambda place: (nearest[place], both[place]))[-self._number:]
        self._chosen = {float(self.locs[place]) for place in best}

    def _number_of(self, value, locs, scientific=True):
        power = math.floor(math.log10(value)) if scientific else 0
        digits = 0 if scientific else 1
        if len(locs) >= 2:
            needed = -math.log10(sorted(np.abs(locs - value).tolist())[1]) + power
            needed = round(needed) if abs(needed - round(needed)) < 1e-10 else math.ceil(needed)
            digits = max(digits, needed)
        text = "%.*f" % (digits, value * 10.0 ** -power)
        return r"%s\cdot10^{%d}" % (text, power) if scientific else text

    def __call__(self, x, pos=None):
        x = float(x)
        if self._minor and x not in self._chosen or x <= 0 or x >= 1:
            return ""
        decade = lambda value: abs(math.log10(value) - round(math.log10(value))) < 1e-7
        less = lambda text: r"\overline{%s}" % text if self._overline else "1-" + text
        if abs(2 * x - 1) < 1e-10:
            text = self._half
        elif x < 0.5 and decade(x):
            text = "10^{%d}" % round(math.log10(x))
        elif x > 0.5 and decade(1 - x):
            text = less("10^{%d}" % round(math.log10(1 - x)))
        elif x < 0.1:
            text = self._number_of(x, self.locs)
        elif x > 0.9:
            text = less(self._number_of(1 - x, 1 - self.locs))
        else:
            text = self._number_of(x, self.locs, False)
        return r"$\mathdefault{%s}$" % text

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
