/** `matplotlib.colors` and `matplotlib.cm`: names of colours, and maps from numbers to colours. */
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
from matplotlib._figures import running, unknown

_MAPS = {${table}}
_ALIASES = {${aliases}}
_LETTERS = {"b": "blue", "g": "green", "r": "red", "c": "cyan", "m": "magenta", "y": "yellow", "k": "black", "w": "white"}

def _rgb(value):
    """Red, green and blue in 0..1 of hexadecimal digits or of three numbers; None for names."""
    if isinstance(value, str):
        digits = value.lstrip("#")
        if len(digits) in (6, 8) and all(letter in "0123456789abcdefABCDEF" for letter in digits):
            return tuple(int(digits[place:place + 2], 16) / 255 for place in (0, 2, 4))
        return None
    return tuple(float(part) for part in list(value)[:3])

def css(value):
    """A colour as the panel takes it: a name, C0..C9 or rgb(); None for the next one of the cycle."""
    if value is None or isinstance(value, str):
        return None if value in ("", "none", "None") else _LETTERS.get(value, value)
    if hasattr(value, "__len__") and len(value) in (3, 4):
        return "rgb(%d, %d, %d)" % tuple(int(round(float(part) * 255)) for part in list(value)[:3])
    return None

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
            self._found = np.array([_rgb(color) or (0.5, 0.5, 0.5) for color in self.colors])
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
        return Colormap(self.name, ["#%02x%02x%02x" % tuple(int(round(part * 255)) for part in self._rows(place / max(lutsize - 1, 1)).tolist())
                                    for place in range(lutsize)], True)

class ListedColormap(Colormap):
    def __init__(self, colors, name="from_list", N=None):
        Colormap.__init__(self, name, [_named(color) for color in colors], True)

class LinearSegmentedColormap(Colormap):
    @staticmethod
    def from_list(name, colors, N=256, gamma=1.0):
        return Colormap(name, [_named(color) for color in colors])

_PLAIN = {
    "red": "ff0000", "green": "008000", "blue": "0000ff", "cyan": "00ffff", "magenta": "ff00ff", "yellow": "ffff00",
    "black": "000000", "white": "ffffff", "orange": "ffa500", "purple": "800080", "gray": "808080", "grey": "808080",
    "pink": "ffc0cb", "brown": "a52a2a", "lightblue": "add8e6", "lightgreen": "90ee90", "navy": "000080",
    "darkorange": "ff8c00", "cornflowerblue": "6495ed", "darkblue": "00008b", "salmon": "fa8072", "skyblue": "87ceeb",
    "teal": "008080", "gold": "ffd700", "olive": "808000", "coral": "ff7f50", "tomato": "ff6347",
}

def _named(color):
    if isinstance(color, str):
        color = _LETTERS.get(color, color)
        return _PLAIN.get(color, color)
    return color

def get_cmap(name=None, lut=None):
    if isinstance(name, Colormap):
        return name
    name = "viridis" if name is None else name
    turned = name.endswith("_r")
    plain = name[:-2] if turned else name
    plain = _ALIASES.get(plain, plain)
    if plain not in _MAPS:
        plain = "viridis"
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
    pass

class BoundaryNorm(Normalize):
    def __init__(self, boundaries, ncolors, clip=False):
        Normalize.__init__(self, boundaries[0], boundaries[-1])

def to_rgb(color):
    return _rgb(_named(color)) or (0.0, 0.0, 0.0)

def to_rgba(color, alpha=None):
    return to_rgb(color) + (1.0 if alpha is None else alpha,)

def to_hex(color, keep_alpha=False):
    return "#%02x%02x%02x" % tuple(int(round(part * 255)) for part in to_rgb(color))

TABLEAU_COLORS = {"tab:" + name: "#" + digits for name, digits in zip(
    "blue orange green red purple brown pink gray olive cyan".split(), _MAPS["tab10"].split(" "))}
CSS4_COLORS = {name: "#" + digits for name, digits in _PLAIN.items()}
BASE_COLORS = {letter: to_rgb(letter) for letter in _LETTERS}
`,
);

const names = [...Object.keys(MAPS), ...Object.keys(ALIASES)]
  .flatMap(name => [name, `${name}_r`])
  .map(name => `${name} = get_cmap("${name}")`)
  .join('\n');

export const colormapsModule = pythonModule(
  'matplotlib.cm',
  String.raw`
import numpy as np
from matplotlib.colors import Colormap, get_cmap

${names}

class ScalarMappable:
    def __init__(self, norm=None, cmap=None):
        self.norm, self.cmap = norm, get_cmap(cmap)

    def set_array(self, values):
        self._values = values

    def to_rgba(self, values):
        return self.cmap(self.norm(values) if self.norm is not None else values)
`,
);
