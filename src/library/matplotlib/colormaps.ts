/** `matplotlib.colors` and `matplotlib.cm`: names of colours, and maps from numbers to colours. */
import { colorNames } from '../../figures/colors.ts';
import { pythonModule } from '../../python/modules.ts';

/** Colours along each map, as hexadecimal digits; what lies between is interpolated. */
const MAPS: Readonly<Record<string, string>> = {
  viridis: '440154 482878 3e4a89 31688e 26828e 1f9e89 35b779 6ece58 b5de2b fde725',
  plasma: '0d0887 46039f 7201a8 9c179e bd3786 d8576b ed7953 fb9f3a fdca26 f0f921',
  inferno: '000004 1b0c41 4a0c6b 781c6d a52c60 cf4446 ed6925 fb9b06 f7d13d fcffa4',
  magma: '000004 180f3d 440f76 721f81 9e2f7f cd4071 f1605d fd9668 feca8d fcfdbf',
  cividis: '00224e 123570 3b496c 575d6d 707173 8a8678 a59c74 c3b369 e1cc55 fee838',
  gray: '000000 ffffff',
  bone: '000000 313143 545474 788c8c a7c7c7 ffffff',
  hot: '0b0000 ff0000 ffff00 ffffff',
  cool: '00ffff ff00ff',
  jet: '000080 0000ff 0080ff 00ffff 80ff80 ffff00 ff8000 ff0000 800000',
  rainbow: '8000ff 1996f3 4df3ce b2f396 ff964f ff0000',
  hsv: 'ff0000 ffff00 00ff00 00ffff 0000ff ff00ff ff0000',
  coolwarm: '3b4cc0 7b9ff9 c0d4f5 f2cbb7 ee8468 b40426',
  bwr: '0000ff ffffff ff0000',
  seismic: '00004c 0000ff ffffff ff0000 800000',
  RdBu: '67001f d6604d fddbc7 f7f7f7 d1e5f0 4393c3 053061',
  RdYlBu: 'a50026 f46d43 fee090 ffffbf e0f3f8 74add1 313695',
  RdYlGn: 'a50026 f46d43 fee08b ffffbf d9ef8b 66bd63 006837',
  Spectral: '9e0142 f46d43 fee08b ffffbf e6f598 66c2a5 5e4fa2',
  PiYG: '8e0152 de77ae fde0ef f7f7f7 e6f5d0 7fbc41 276419',
  Blues: 'f7fbff deebf7 c6dbef 9ecae1 6baed6 4292c6 2171b5 08519c 08306b',
  Greens: 'f7fcf5 e5f5e0 c7e9c0 a1d99b 74c476 41ab5d 238b45 006d2c 00441b',
  Reds: 'fff5f0 fee0d2 fcbba1 fc9272 fb6a4a ef3b2c cb181d a50f15 67000d',
  Oranges: 'fff5eb fee6ce fdd0a2 fdae6b fd8d3c f16913 d94801 a63603 7f2704',
  Purples: 'fcfbfd efedf5 dadaeb bcbddc 9e9ac8 807dba 6a51a3 54278f 3f007d',
  Greys: 'ffffff d9d9d9 969696 525252 000000',
  YlGnBu: 'ffffd9 c7e9b4 7fcdbb 41b6c4 1d91c0 225ea8 081d58',
  YlOrRd: 'ffffcc fed976 feb24c fd8d3c fc4e2a e31a1c 800026',
  tab10: '1f77b4 ff7f0e 2ca02c d62728 9467bd 8c564b e377c2 7f7f7f bcbd22 17becf',
  Set1: 'e41a1c 377eb8 4daf4a 984ea3 ff7f00 ffff33 a65628 f781bf 999999',
  Paired: 'a6cee3 1f78b4 b2df8a 33a02c fb9a99 e31a1c fdbf6f ff7f00 cab2d6 6a3d9a ffff99 b15928',
};

const ALIASES: Readonly<Record<string, string>> = {
  Grays: 'Greys',
  binary: 'Greys',
  grey: 'gray',
  tab20: 'tab10',
  Set2: 'Set1',
  Set3: 'Set1',
  Accent: 'Set1',
  Dark2: 'Set1',
};

const table = Object.entries(MAPS)
  .map(([name, colors]) => `"${name}": "${colors}"`)
  .join(', ');
const aliases = Object.entries(ALIASES)
  .map(([name, other]) => `"${name}": "${other}"`)
  .join(', ');

export const colorsModule = pythonModule(
  'matplotlib.colors',
  String.raw`
import numpy as np
from matplotlib._figures import rgb as _found, running, unknown

_MAPS = {${table}}
_ALIASES = {${aliases}}
def css(value):
    """A colour as figures keep it; None for none."""
    if value is None or isinstance(value, str):
        if value in (None, "", "none", "None"):
            return None
        if running() and _found(value) is None:
            raise ValueError("%r is not a valid value for color" % value)
        return value
    if hasattr(value, "__len__") and len(value) in (3, 4):
        return "rgb(%d, %d, %d)" % tuple(int(round(float(part) * 255)) for part in list(value)[:3])
    if hasattr(value, "__len__") and len(value) == 1:
        return css(value[0])
    return None

def _digits(color):
    return "#%02x%02x%02x" % tuple(int(round(part * 255)) for part in to_rgb(color))

class Colormap:
    def __init__(self, name, colors, listed=False, N=256):
        self.name = name
        self.colors = colors
        self.N = len(colors) if listed else N
        self._found = None
        self._listed = listed

    @property
    def _table(self):
        if self._found is None:
            self._found = np.array([_found('#' + color) or (0.5, 0.5, 0.5) for color in self.colors])
        return self._found

    def _rows(self, values):
        """Colours for numbers in 0..1, one row each."""
        values = np.clip(np.nan_to_num(np.asarray(values, dtype=np.float64)), 0, 1)
        last = len(self._table) - 1
        if self._listed or last == 0:
            return self._table[np.minimum((values * (last + 1)).astype(int), last)]
        low = np.asarray(np.minimum((values * last).astype(int), last - 1))
        part = np.asarray(values * last - low)[..., np.newaxis]
        return self._table[low] * (1 - part) + self._table[low + 1] * part

    def __call__(self, X, alpha=None, bytes=False):
        values = np.asarray(X)
        if values.dtype.kind in "iu":
            values = np.minimum(values, self.N - 1) / max(self.N - 1, 1) if not self._listed else (values + 0.5) / len(self._table)
        rows = self._rows(values)
        opaque = np.ones(rows.shape[:-1] + (1,)) * (1.0 if alpha is None else alpha)
        result = np.concatenate([rows, opaque], axis=-1)
        return tuple(result.tolist()) if result.ndim == 1 else result

    def reversed(self):
        return Colormap(self.name + "_r", list(self.colors)[::-1], self._listed)

    def resampled(self, lutsize):
        return Colormap(self.name, ["%02x%02x%02x" % tuple(int(round(part * 255)) for part in self._rows(place / max(lutsize - 1, 1)).tolist())
                                    for place in range(lutsize)], True)

class ListedColormap(Colormap):
    def __init__(self, colors, name="from_list", N=None):
        Colormap.__init__(self, name, [_digits(color)[1:] for color in colors], True)

class LinearSegmentedColormap(Colormap):
    @staticmethod
    def from_list(name, colors, N=256, gamma=1.0):
        return Colormap(name, [_digits(color)[1:] for color in colors])

def get_cmap(name=None, lut=None):
    if isinstance(name, Colormap):
        return name
    name = "viridis" if name is None else name
    turned = name.endswith("_r")
    plain = name[:-2] if turned else name
    plain = _ALIASES.get(plain, plain)
    if plain not in _MAPS:
        if not running():
            return unknown("a colour map of this name is not modelled")
        raise ValueError("%r is not a valid value for cmap; supported values are %s" % (name, ", ".join(repr(each) for each in sorted(_MAPS))))
    listed = plain in ("tab10", "Set1", "Paired")
    colors = _MAPS[plain].split(" ")
    made = Colormap(name, colors[::-1] if turned else colors, listed)
    return made.resampled(lut) if lut is not None and not listed else made

class Normalize:
    def __init__(self, vmin=None, vmax=None, clip=False):
        self.vmin, self.vmax = vmin, vmax

    def __call__(self, value):
        value = np.asarray(value, dtype=np.float64)
        low = value.min() if self.vmin is None else self.vmin
        high = value.max() if self.vmax is None else self.vmax
        return (value - low) / (high - low)

class LogNorm(Normalize):
    def __call__(self, value):
        value = np.log(np.asarray(value, dtype=np.float64))
        low = np.nanmin(value[np.isfinite(value)]) if self.vmin is None else np.log(self.vmin)
        high = np.nanmax(value[np.isfinite(value)]) if self.vmax is None else np.log(self.vmax)
        return (value - low) / (high - low)

class BoundaryNorm(Normalize):
    def __init__(self, boundaries, ncolors, clip=False):
        Normalize.__init__(self, boundaries[0], boundaries[-1])

def to_rgb(color):
    if not isinstance(color, str):
        return tuple(float(part) for part in list(color)[:3])
    found = _found(color)
    if found is None:
        raise ValueError("Invalid RGBA argument: %r" % color)
    return found

def to_rgba(color, alpha=None):
    return to_rgb(color) + (1.0 if alpha is None else alpha,)

def to_hex(color, keep_alpha=False):
    return _digits(color)

def is_color_like(color):
    return _found(color) is not None if isinstance(color, str) else hasattr(color, "__len__") and len(color) in (3, 4)

TABLEAU_COLORS = {"tab:" + name: "#" + digits for name, digits in zip(
    "blue orange green red purple brown pink gray olive cyan".split(), _MAPS["tab10"].split(" "))}
CSS4_COLORS = {name: _digits(name) for name in ${JSON.stringify(colorNames())}}
BASE_COLORS = {letter: to_rgb(letter) for letter in "bgrcmykw"}
`,
);

const mapNames = [...Object.keys(MAPS), ...Object.keys(ALIASES)].flatMap(name => [name, `${name}_r`]);
const names = mapNames.map(name => `${name} = get_cmap("${name}")`).join('\n');

export const colormapsModule = pythonModule(
  'matplotlib.cm',
  String.raw`
import numpy as np
from matplotlib.colors import Colormap, get_cmap

${names}

class _Maps(dict):
    """All colour maps by their names."""

    def __missing__(self, name):
        raise KeyError("%r is not a known colormap name" % name)

    def __call__(self):
        return list(self)

    def get_cmap(self, cmap=None):
        return get_cmap(cmap)

colormaps = _Maps({name: get_cmap(name) for name in ${JSON.stringify(mapNames)}})

class ScalarMappable:
    def __init__(self, norm=None, cmap=None):
        self.norm, self.cmap = norm, get_cmap(cmap)

    def set_array(self, values):
        self._values = values

    def to_rgba(self, values):
        return self.cmap(self.norm(values) if self.norm is not None else values)
`,
);
