/** The Python text of maps from shares to colours; part of the module `matplotlib.colors`. */
export const colormapClass = String.raw`
# Letters that a library gives other colours.
_CODES = {}

def css(value):
    """A colour as figures keep it; None for none."""
    if value is None or isinstance(value, str):
        if value in (None, "", "none", "None"):
            return None
        if value[:1] == "C" and value[1:].isdigit():
            import matplotlib
            cycle = matplotlib.rcParams["axes.prop_cycle"]
            rows = cycle._rows()
            if cycle is not matplotlib._CYCLE and rows and "color" in rows[0]:
                return css(rows[int(value[1:]) % len(rows)]["color"])
            return value
        if value in _CODES:
            return _CODES[value]
        if value in ("ink", "muted", "faint", "paper", "face"):
            return value
        if running() and _found(value) is None:
            raise ValueError("%r is not a valid value for color" % value)
        return value
    if isinstance(value, tuple) and len(value) == 2 and isinstance(value[0], str):
        return css(to_rgba(*value))
    if hasattr(value, "__len__") and len(value) in (3, 4):
        parts = [float(part) for part in list(value)]
        if running() and not all([0 <= part <= 1 for part in parts]):
            raise ValueError("RGBA values should be within 0-1 range")
        rgb = tuple([int(round(part * 255)) for part in parts[:3]])
        return "rgb(%d, %d, %d)" % rgb if len(parts) == 3 or parts[3] >= 1 else "rgba(%d, %d, %d, %g)" % (rgb + (parts[3],))
    if hasattr(value, "__len__") and len(value) == 1:
        return css(value[0])
    if not running():
        return None
    raise ValueError("%r is not a valid value for color" % (value,))

def _digits(color):
    return "#%02x%02x%02x" % tuple([int(round(part * 255)) for part in to_rgb(color)])

class Colormap:
    """Colours for shares from 0 to 1."""

    def __init__(self, name, N=256, table=None, listed=False):
        self.name, self._listed = name, listed
        self._points = table
        self.N = len(table) if listed and table is not None else int(N)
        self._found = None
        self._bad, self._under, self._over = (0.0, 0.0, 0.0, 0.0), None, None
        self.colorbar_extend = False

    @property
    def colors(self): return [tuple(row) for row in self._table.tolist()]

    @property
    def _table(self):
        """The colours of every step."""
        if self._found is None:
            points = np.asarray(_table_of(self._points) if isinstance(self._points, str) else self._points, dtype=np.float64)
            if self._listed:
                self._found = points
            else:
                places = np.linspace(0, len(points) - 1, self.N)
                low = np.minimum(places.astype(int), max(len(points) - 2, 0))
                part = (places - low)[:, np.newaxis]
                self._found = points[low] * (1 - part) + points[np.minimum(low + 1, len(points) - 1)] * part
        return self._found

    def _under_row(self): return tuple(self._table[0].tolist()) + (1.0,) if self._under is None else self._under
    def _over_row(self): return tuple(self._table[-1].tolist()) + (1.0,) if self._over is None else self._over

    def __call__(self, X, alpha=None, bytes=False):
        values = np.asarray(X.filled(np.nan) if hasattr(X, "filled") else X)
        if values.dtype.kind in "iu":
            steps, missing = values.astype(np.int64), np.zeros(values.shape, dtype=bool)
        else:
            values = values.astype(np.float64)
            missing = np.isnan(values)
            scaled = np.where(missing, 0.0, values) * self.N
            scaled = np.where(scaled == self.N, self.N - 1, np.clip(scaled, -1, self.N))
            steps = np.floor(scaled).astype(np.int64)
        rows = self._table[np.clip(steps, 0, self.N - 1)]
        rows = np.concatenate([rows, np.ones(rows.shape[:-1] + (1,))], axis=-1)
        for chosen, row in ((steps < 0, self._under), (steps >= self.N, self._over), (missing, self._bad)):
            if row is not None and np.any(chosen):
                rows = np.where(chosen[..., np.newaxis], np.array(row), rows)
        if alpha is not None:
            rows[..., 3] = np.where(missing, rows[..., 3], alpha)
        if bytes:
            rows = (rows * 255).astype(np.uint8)
        return tuple(rows.tolist()) if rows.ndim == 1 else rows

    def set_bad(self, color="k", alpha=None): self._bad = to_rgba(color, alpha)
    def set_under(self, color="k", alpha=None): self._under = to_rgba(color, alpha)
    def set_over(self, color="k", alpha=None): self._over = to_rgba(color, alpha)
    def set_extremes(self, *, bad=None, under=None, over=None):
        for name, color in (("bad", bad), ("under", under), ("over", over)):
            if color is not None:
                getattr(self, "set_" + name)(color)
    def with_extremes(self, **options):
        made = self.copy()
        made.set_extremes(**options)
        return made
    def get_bad(self): return np.array(self._bad)
    def get_under(self): return np.array(self._under_row())
    def get_over(self): return np.array(self._over_row())
    def is_gray(self): return bool(np.all(self._table[:, 0] == self._table[:, 1]) and np.all(self._table[:, 0] == self._table[:, 2]))

    def copy(self):
        made = Colormap(self.name, self.N, self._points, self._listed)
        made.N, made._bad, made._under, made._over = self.N, self._bad, self._under, self._over
        return made
    __copy__ = copy

    def reversed(self, name=None):
        made = Colormap(name or (self.name[:-2] if self.name.endswith("_r") else self.name + "_r"), self.N, self._table[::-1], self._listed)
        made._bad, made._under, made._over = self._bad, self._over, self._under
        return made

    def resampled(self, lutsize):
        return Colormap(self.name, lutsize, np.asarray(self(np.linspace(0, 1, lutsize)))[:, :3], self._listed)
    _resample = resampled
    def __eq__(self, other): return isinstance(other, Colormap) and self.N == other.N and bool(np.allclose(self._table, other._table))
    def __hash__(self): return id(self)

class ListedColormap(Colormap):
    def __init__(self, colors, name="from_list", N=None):
        colors = [colors] if isinstance(colors, str) else list(colors)
        if N is not None:
            colors = [colors[place % len(colors)] for place in range(N)]
        Colormap.__init__(self, name, len(colors), [to_rgb(color) for color in colors] if running() else None, True)

class LinearSegmentedColormap(Colormap):
    def __init__(self, name, segmentdata, N=256, gamma=1.0):
        table = None
        if running():
            shares = np.linspace(0, 1, N) ** gamma
            parts = []
            for part in ("red", "green", "blue"):
                data = segmentdata[part]
                if callable(data):
                    parts.append(np.clip(np.asarray(data(shares), dtype=np.float64), 0, 1))
                else:
                    rows = np.asarray(data, dtype=np.float64)
                    below = np.clip(np.searchsorted(rows[:, 0], shares, side="left"), 1, len(rows) - 1)
                    first, second = rows[below - 1], rows[below]
                    share = (shares - first[:, 0]) / np.where(second[:, 0] > first[:, 0], second[:, 0] - first[:, 0], 1.0)
                    parts.append(first[:, 2] + share * (second[:, 1] - first[:, 2]))
            table = np.stack(parts, axis=1)
        Colormap.__init__(self, name, N, table)

    @staticmethod
    def from_list(name, colors, N=256, gamma=1.0):
        if not running():
            return Colormap(name, N)
        colors = list(colors)
        if len(colors) and not isinstance(colors[0], str) and len(colors[0]) == 2:
            places, shades = [float(place) for place, color in colors], np.array([to_rgb(color) for place, color in colors])
        else:
            places, shades = np.linspace(0, 1, len(colors)).tolist(), np.array([to_rgb(color) for color in colors])
        shares = np.linspace(0, 1, N) ** gamma
        return Colormap(name, N, np.stack([np.interp(shares, places, shades[:, part]) for part in range(3)], axis=1))

def _table_of(digits):
    return [[int(color[place:place + 2], 16) / 255 for place in (0, 2, 4)] for color in digits.split(" ")]

def get_cmap(name=None, lut=None):
    if isinstance(name, Colormap):
        return name
    if name is None:
        import matplotlib
        name = matplotlib.rcParams["image.cmap"]
    if name in _OWN:
        return _OWN[name]
    turned = name.endswith("_r")
    plain = name[:-2] if turned else name
    plain = _ALIASES.get(plain, plain)
    if plain not in _MAPS:
        if not running():
            return unknown("a colour map of this name is not modelled")
        raise ValueError("%r is not a valid value for cmap; supported values are %s" % (name, ", ".join([repr(each) for each in sorted([one + end for one in list(_MAPS) + list(_ALIASES) for end in ("", "_r")])])))
    digits = _MAPS[plain]
    made = Colormap(name, digits.count(" ") + 1 if plain in _LISTED else 256, " ".join(digits.split(" ")[::-1]) if turned else digits, False)
    made._listed = plain in _LISTED
    return made if lut is None else made.resampled(lut)

_OWN = {}

def to_rgb(c):
    return to_rgba(c)[:3]

def to_rgba(c, alpha=None):
    if isinstance(c, tuple) and len(c) == 2 and isinstance(c[0], str):
        c, alpha = c[0], c[1] if alpha is None else alpha
    if isinstance(c, str):
        if c in ("none", "None"):
            return (0.0, 0.0, 0.0, 0.0)
        shown = css(c)
        found = _found(shown) if shown is not None else None
        if found is None:
            raise ValueError("Invalid RGBA argument: %r" % c)
        own = int(c[7:9], 16) / 255 if c.startswith("#") and len(c) == 9 else float(c.rsplit(",", 1)[1].rstrip(")")) if c.startswith("rgba(") else 1.0
        return tuple(found) + (own if alpha is None else float(alpha),)
    if not hasattr(c, "__len__") or len(c) not in (3, 4):
        raise ValueError("Invalid RGBA argument: %r" % (c,))
    parts = tuple([float(part) for part in list(c)])
    if not all([0 <= part <= 1 for part in parts]):
        raise ValueError("RGBA values should be within 0-1 range")
    return parts[:3] + ((parts[3] if len(parts) == 4 else 1.0) if alpha is None else float(alpha),)

def to_rgba_array(c, alpha=None):
    if isinstance(c, str) and c.lower() == "none":
        return np.zeros((0, 4))
    several = not isinstance(c, str) and len(c) and (isinstance(c[0], str) or hasattr(c[0], "__len__"))
    return np.array([to_rgba(each, alpha) for each in (c if several else [c])])

def to_hex(c, keep_alpha=False):
    return "#" + "".join(["%02x" % int(round(part * 255)) for part in to_rgba(c)[:4 if keep_alpha else 3]])

rgb2hex, hex2color = to_hex, to_rgb

def is_color_like(c):
    if isinstance(c, str):
        return c in ("none", "None") or c[:1] == "C" and c[1:].isdigit() or _found(c) is not None
    return hasattr(c, "__len__") and len(c) in (3, 4) and all([isinstance(part, (int, float, np.number)) and 0 <= part <= 1 for part in c])

def same_color(c1, c2):
    return to_rgba(c1) == to_rgba(c2)

def rgb_to_hsv(arr):
    arr = np.asarray(arr, dtype=np.float64)
    most, least = arr.max(-1), arr.min(-1)
    span = most - least
    safe = np.where(span == 0, 1.0, span)
    red, green, blue = arr[..., 0], arr[..., 1], arr[..., 2]
    hue = np.where(most == red, (green - blue) / safe, np.where(most == green, 2.0 + (blue - red) / safe, 4.0 + (red - green) / safe))
    return np.stack([np.where(span == 0, 0.0, (hue / 6.0) % 1.0), np.where(most > 0, span / np.where(most == 0, 1.0, most), 0.0), most], axis=-1)

def hsv_to_rgb(hsv):
    hsv = np.asarray(hsv, dtype=np.float64)
    hue, much, value = hsv[..., 0] * 6.0, hsv[..., 1], hsv[..., 2]
    parts = [value * (1 - much * np.clip(np.minimum((hue + shift) % 6.0, 4.0 - (hue + shift) % 6.0), 0, 1)) for shift in (5, 3, 1)]
    return np.stack(parts, axis=-1)
`;
