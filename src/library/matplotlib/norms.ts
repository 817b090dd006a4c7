/** The Python text of norms: from values to the shares that colour maps take; part of the module `matplotlib.colors`. */
export const norms = String.raw`
def _plain(value):
    return np.asarray(value.filled(np.nan) if hasattr(value, "filled") else value, dtype=np.float64)

class Normalize:
    def __init__(self, vmin=None, vmax=None, clip=False):
        self.vmin, self.vmax, self.clip = None if vmin is None else float(vmin), None if vmax is None else float(vmax), clip

    def _good(self, values): return values[np.isfinite(values)]

    def autoscale(self, A):
        self.vmin = self.vmax = None
        self.autoscale_None(A)

    def autoscale_None(self, A):
        values = self._good(_plain(A).ravel())
        if values.size:
            self.vmin = float(values.min()) if self.vmin is None else self.vmin
            self.vmax = float(values.max()) if self.vmax is None else self.vmax

    def scaled(self): return self.vmin is not None and self.vmax is not None

    def __call__(self, value, clip=None):
        values = _plain(value)
        if not self.scaled():
            self.autoscale_None(values)
        if not self.scaled():
            return values
        if self.vmin > self.vmax:
            raise ValueError("minvalue must be less than or equal to maxvalue")
        if self.clip if clip is None else clip:
            values = np.clip(values, self.vmin, self.vmax)
        with np.errstate(all="ignore"):
            found = np.zeros(values.shape) * values if self.vmin == self.vmax else self._share(values)
        return found if found.ndim else float(found)

    def _share(self, values):
        first, last = self._to(np.array(self.vmin)), self._to(np.array(self.vmax))
        return (self._to(values) - first) / (last - first)

    def inverse(self, value):
        if not self.scaled():
            raise ValueError("Not invertible until both vmin and vmax are set")
        first, last = self._to(np.array(self.vmin)), self._to(np.array(self.vmax))
        return self._from(first + np.asarray(value, dtype=np.float64) * (last - first))

    def _to(self, values): return values
    def _from(self, values): return values

class NoNorm(Normalize):
    def __call__(self, value, clip=None): return value
    def inverse(self, value): return value

class LogNorm(Normalize):
    def _good(self, values): return values[np.isfinite(values) & (values > 0)]
    def _to(self, values): return np.where(values > 0, np.log(np.where(values > 0, values, 1.0)), np.nan)
    def _from(self, values): return np.exp(values)

    def __call__(self, value, clip=None):
        if self.scaled() and self.vmin <= 0:
            raise ValueError("Invalid vmin or vmax")
        return Normalize.__call__(self, value, clip)

class SymLogNorm(Normalize):
    def __init__(self, linthresh, linscale=1.0, vmin=None, vmax=None, clip=False, *, base=10):
        Normalize.__init__(self, vmin, vmax, clip)
        self.linthresh, self.linscale, self.base = linthresh, linscale, base

    def _scale_options(self): return {"linthresh": self.linthresh, "linscale": self.linscale, "base": self.base}
    def _scale(self):
        from matplotlib.scale import SymmetricalLogScale
        return SymmetricalLogScale(None, **self._scale_options())
    def _to(self, values): return self._scale()._forward(values)
    def _from(self, values): return self._scale()._back(values)

class AsinhNorm(Normalize):
    def __init__(self, linear_width=1, vmin=None, vmax=None, clip=False):
        Normalize.__init__(self, vmin, vmax, clip)
        self.linear_width = linear_width

    def _to(self, values): return np.arcsinh(values / self.linear_width)
    def _from(self, values): return np.sinh(values) * self.linear_width

class FuncNorm(Normalize):
    def __init__(self, functions, vmin=None, vmax=None, clip=False):
        Normalize.__init__(self, vmin, vmax, clip)
        self._to, self._from = functions

class PowerNorm(Normalize):
    def __init__(self, gamma, vmin=None, vmax=None, clip=False):
        Normalize.__init__(self, vmin, vmax, clip)
        self.gamma = gamma

    def _share(self, values):
        shares = (values - self.vmin) / (self.vmax - self.vmin)
        return np.where(shares > 0, np.power(np.where(shares > 0, shares, 1.0), self.gamma), shares)
    def inverse(self, value): return np.power(np.asarray(value, dtype=np.float64), 1.0 / self.gamma) * (self.vmax - self.vmin) + self.vmin

class CenteredNorm(Normalize):
    def __init__(self, vcenter=0, halfrange=None, clip=False):
        self._middle, self.clip = vcenter, clip
        self.vmin = self.vmax = None
        self.halfrange = halfrange
        if halfrange is not None:
            self.vmin, self.vmax = vcenter - halfrange, vcenter + halfrange

    vcenter = property(lambda self: self._middle)
    def autoscale_None(self, A):
        values = self._good(_plain(A).ravel())
        if values.size and self.vmin is None:
            reach = max(abs(self._middle - float(values.min())), abs(float(values.max()) - self._middle))
            self.vmin, self.vmax, self.halfrange = self._middle - reach, self._middle + reach, reach

class TwoSlopeNorm(Normalize):
    def __init__(self, vcenter, vmin=None, vmax=None):
        Normalize.__init__(self, vmin, vmax)
        if vcenter is not None and vmax is not None and vcenter >= vmax or vcenter is not None and vmin is not None and vcenter <= vmin:
            raise ValueError("vmin, vcenter, and vmax must be in ascending order")
        self.vcenter = vcenter

    def autoscale_None(self, A):
        Normalize.autoscale_None(self, A)
        if self.vmin is not None and self.vmin >= self.vcenter:
            self.vmin = self.vcenter - (self.vmax - self.vcenter)
        if self.vmax is not None and self.vmax <= self.vcenter:
            self.vmax = self.vcenter + (self.vcenter - self.vmin)

    def _share(self, values):
        below, above = 0.5 * (values - self.vmin) / (self.vcenter - self.vmin), 0.5 + 0.5 * (values - self.vcenter) / (self.vmax - self.vcenter)
        return np.where(values < self.vcenter, below, above)
    def inverse(self, value):
        value = np.asarray(value, dtype=np.float64)
        return np.where(value < 0.5, self.vmin + 2 * value * (self.vcenter - self.vmin), self.vcenter + 2 * (value - 0.5) * (self.vmax - self.vcenter))

DivergingNorm = TwoSlopeNorm

class BoundaryNorm(Normalize):
    def __init__(self, boundaries, ncolors, clip=False, *, extend="neither"):
        Normalize.__init__(self, boundaries[0], boundaries[-1], clip)
        self.boundaries, self.Ncmap, self.extend = np.asarray(boundaries, dtype=np.float64), ncolors, extend
        self.N = len(self.boundaries)
        self._regions = self.N - 1 + (extend in ("min", "both")) + (extend in ("max", "both"))
        if self._regions > ncolors:
            raise ValueError("There are %d color bins including extensions, but ncolors = %d; ncolors must equal or exceed the number of bins" % (self._regions, ncolors))

    def __call__(self, value, clip=None):
        values = _plain(value)
        missing = np.isnan(values)
        steps = np.digitize(np.where(missing, self.vmin, values), self.boundaries) - 1 + (self.extend in ("min", "both"))
        if self.Ncmap > self._regions:
            steps = np.full(values.shape, (self.Ncmap - 1) // 2) if self._regions == 1 else np.floor((self.Ncmap - 1) / (self._regions - 1) * steps).astype(np.int64)
        steps = np.where(values < self.vmin, -1, np.where(values >= self.vmax, self.Ncmap, steps))
        if self.clip if clip is None else clip:
            steps = np.clip(steps, 0, self.Ncmap - 1)
        if missing.any():
            # Shares instead of steps, so that what is missing stays so.
            return np.where(missing, np.nan, np.where(steps < 0, -1.0, np.where(steps >= self.Ncmap, 2.0, (steps + 0.5) / self.Ncmap)))
        return steps if steps.ndim else int(steps)

    def inverse(self, value):
        raise ValueError("BoundaryNorm is not invertible")

def _norm_of(norm):
    """A norm of itself, of the name of a scale, or of nothing."""
    if norm is None or norm == "linear":
        return Normalize()
    if isinstance(norm, str):
        kinds = {"log": LogNorm, "symlog": lambda: SymLogNorm(2), "asinh": AsinhNorm}
        if norm not in kinds:
            raise ValueError("Invalid norm str name; the following values are supported: %s" % ", ".join(repr(name) for name in sorted(list(kinds) + ["linear"])))
        return kinds[norm]()
    return norm
`;
