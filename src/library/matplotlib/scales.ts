/** `matplotlib.scale`: how values are measured along an axis. */
import { pythonModule } from '../../python/modules.ts';

export const scaleModule = pythonModule(
  'matplotlib.scale',
  String.raw`
import math
import numpy as np
from matplotlib import rcParams
from matplotlib.ticker import (AsinhLocator, AutoLocator, AutoMinorLocator, LogFormatterSciNotation, LogLocator, LogitFormatter, LogitLocator,
                               NullFormatter, NullLocator, ScalarFormatter, StrMethodFormatter, SymmetricalLogLocator)

class _Transform:
    """A scale's function of values, and back."""

    def __init__(self, forward, back, **facts):
        self._forward, self._back = forward, back
        for name, value in facts.items():
            setattr(self, name, value)

    def transform(self, values):
        return self._forward(np.asarray(values, dtype=np.float64))

    def inverted(self):
        return _Transform(self._back, self._forward)

class ScaleBase:
    def get_transform(self):
        return _Transform(self._forward, self._back)

    def limit_range_for_scale(self, vmin, vmax, minpos):
        return vmin, vmax

    def _to(self, value): return float(self._forward(np.asarray([value], dtype=np.float64))[0])
    def _from(self, value): return float(self._back(np.asarray([value], dtype=np.float64))[0])

class LinearScale(ScaleBase):
    name = "linear"

    def __init__(self, axis=None):
        pass

    def _forward(self, values): return values
    def _back(self, values): return values
    def _described(self, low, high): return {"kind": "linear"}

    def set_default_locators_and_formatters(self, axis):
        axis.set_major_locator(AutoLocator())
        axis.set_major_formatter(ScalarFormatter())
        axis.set_minor_formatter(NullFormatter())
        axis.set_minor_locator(AutoMinorLocator() if rcParams.get("%stick.minor.visible" % axis.axis_name, False) else NullLocator())

class FuncScale(LinearScale):
    name = "function"

    def __init__(self, axis, functions):
        forward, back = functions
        if not callable(forward) or not callable(back):
            raise ValueError("arguments to FuncTransform must be functions")
        self._forward = lambda values: np.asarray(forward(values), dtype=np.float64)
        self._back = lambda values: np.asarray(back(values), dtype=np.float64)

    def _described(self, low, high):
        first, last = self._to(low), self._to(high)
        room = 0.05 * (last - first)
        shares = np.linspace(first - room, last + room, 513)
        with np.errstate(all="ignore"):
            values = np.asarray(self._back(shares), dtype=np.float64)
        good = np.isfinite(values)
        values, shares = values[good], shares[good]
        return {"kind": "table", "from": values, "to": shares} if len(values) > 1 else {"kind": "linear"}

class LogScale(ScaleBase):
    name = "log"

    def __init__(self, axis=None, *, base=10, subs=None, nonpositive="clip"):
        if base <= 0 or base == 1:
            raise ValueError("The log base cannot be <= 0 or == 1")
        if nonpositive not in ("clip", "mask"):
            raise ValueError("%r is not a valid value for nonpositive; supported values are 'clip', 'mask'" % nonpositive)
        self.base, self.subs, self._clips = base, subs, nonpositive == "clip"

    def _forward(self, values):
        with np.errstate(all="ignore"):
            found = np.log(values) / math.log(self.base)
        return np.where(values <= 0, -1000.0, found) if self._clips else found

    def _back(self, values): return np.power(float(self.base), values)
    def _described(self, low, high): return {"kind": "log"}

    def set_default_locators_and_formatters(self, axis):
        axis.set_major_locator(LogLocator(self.base))
        axis.set_major_formatter(LogFormatterSciNotation(self.base))
        axis.set_minor_locator(LogLocator(self.base, self.subs))
        axis.set_minor_formatter(LogFormatterSciNotation(self.base, labelOnlyBase=self.subs is not None))

    def limit_range_for_scale(self, vmin, vmax, minpos):
        minpos = minpos if math.isfinite(minpos) else 1e-300
        return minpos if vmin <= 0 else vmin, minpos if vmax <= 0 else vmax

class SymmetricalLogScale(ScaleBase):
    name = "symlog"

    def __init__(self, axis=None, *, base=10, linthresh=2, subs=None, linscale=1):
        if base <= 1.0:
            raise ValueError("'base' must be larger than 1")
        if linthresh <= 0.0:
            raise ValueError("'linthresh' must be positive")
        if linscale <= 0.0:
            raise ValueError("'linscale' must be positive")
        self.base, self.linthresh, self.subs, self.linscale = base, linthresh, subs, linscale
        self._linear = linscale / (1.0 - 1.0 / base)

    def get_transform(self):
        return _Transform(self._forward, self._back, base=self.base, linthresh=self.linthresh, linscale=self.linscale)

    def _forward(self, values):
        size = np.maximum(np.abs(values), 1e-300)
        with np.errstate(all="ignore"):
            outside = np.sign(values) * self.linthresh * (self._linear + np.log(size / self.linthresh) / math.log(self.base))
        return np.where(size <= self.linthresh, values * self._linear, outside)

    def _back(self, values):
        size, edge = np.abs(values), self.linthresh * self._linear
        with np.errstate(all="ignore"):
            outside = np.sign(values) * self.linthresh * np.power(float(self.base), size / self.linthresh - self._linear)
        return np.where(size <= edge, values / self._linear, outside)

    def _described(self, low, high):
        return {"kind": "symlog", "base": float(self.base), "linthresh": float(self.linthresh), "linscale": float(self.linscale)}

    def set_default_locators_and_formatters(self, axis):
        axis.set_major_locator(SymmetricalLogLocator(self.get_transform()))
        axis.set_major_formatter(LogFormatterSciNotation(self.base))
        axis.set_minor_locator(SymmetricalLogLocator(self.get_transform(), self.subs))
        axis.set_minor_formatter(NullFormatter())

class AsinhScale(ScaleBase):
    name = "asinh"

    def __init__(self, axis=None, *, linear_width=1.0, base=10, subs="auto"):
        if linear_width <= 0.0:
            raise ValueError("Scale parameter 'linear_width' must be strictly positive")
        self.linear_width, self._base = linear_width, int(base)
        self._subs = {3: (2,), 4: (2,), 5: (2,), 8: (2, 4), 10: (2, 5), 16: (2, 4, 8), 64: (4, 16), 1024: (256, 512)}.get(self._base) if subs == "auto" else subs

    def _forward(self, values): return self.linear_width * np.arcsinh(values / self.linear_width)
    def _back(self, values): return self.linear_width * np.sinh(values / self.linear_width)
    def _described(self, low, high): return {"kind": "asinh", "width": float(self.linear_width)}

    def set_default_locators_and_formatters(self, axis):
        axis.set_major_locator(AsinhLocator(self.linear_width, base=self._base))
        axis.set_minor_locator(AsinhLocator(self.linear_width, base=self._base, subs=self._subs))
        axis.set_minor_formatter(NullFormatter())
        axis.set_major_formatter(LogFormatterSciNotation(self._base) if self._base > 1 else StrMethodFormatter("{x:.3g}"))

class LogitScale(ScaleBase):
    name = "logit"

    def __init__(self, axis=None, nonpositive="mask", *, one_half=r"\frac{1}{2}", use_overline=False):
        if nonpositive not in ("clip", "mask"):
            raise ValueError("%r is not a valid value for nonpositive; supported values are 'mask', 'clip'" % nonpositive)
        self._clips, self._half, self._overline = nonpositive == "clip", one_half, use_overline

    def _forward(self, values):
        with np.errstate(all="ignore"):
            found = np.log10(values / (1 - values))
        return np.where(values <= 0, -1000.0, np.where(values >= 1, 1000.0, found)) if self._clips else found

    def _back(self, values): return 1.0 / (1 + np.power(10.0, -values))
    def _described(self, low, high): return {"kind": "logit"}

    def set_default_locators_and_formatters(self, axis):
        axis.set_major_locator(LogitLocator())
        axis.set_major_formatter(LogitFormatter(one_half=self._half, use_overline=self._overline))
        axis.set_minor_locator(LogitLocator(minor=True))
        axis.set_minor_formatter(LogitFormatter(minor=True, one_half=self._half, use_overline=self._overline))

    def limit_range_for_scale(self, vmin, vmax, minpos):
        minpos = minpos if math.isfinite(minpos) else 1e-7
        return minpos if vmin <= 0 else vmin, 1 - minpos if vmax >= 1 else vmax

class FuncScaleLog(LogScale):
    name = "functionlog"

    def __init__(self, axis, functions, base=10):
        LogScale.__init__(self, axis, base=base)
        self._inner = FuncScale(axis, functions)

    def _forward(self, values): return LogScale._forward(self, self._inner._forward(values))
    def _back(self, values): return self._inner._back(LogScale._back(self, values))
    def _described(self, low, high): return FuncScale._described(self, low, high)

_SCALES = {each.name: each for each in (AsinhScale, FuncScale, FuncScaleLog, LinearScale, LogScale, LogitScale, SymmetricalLogScale)}

def get_scale_names():
    return sorted(_SCALES)

def register_scale(scale_class):
    _SCALES[scale_class.name] = scale_class

def scale_factory(scale, axis, **options):
    if scale not in _SCALES:
        raise ValueError("%r is not a valid value for scale; supported values are %s" % (scale, ", ".join(repr(name) for name in sorted(_SCALES))))
    return _SCALES[scale](axis, **options)
`,
);
