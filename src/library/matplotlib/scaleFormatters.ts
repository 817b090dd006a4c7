/** The Python text of how ticks on scales that are not straight are written: logarithms and logits; part of `matplotlib.ticker`. */
export const scaleFormatters = String.raw`
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
`;
