/** `matplotlib.colors` and `matplotlib.cm`: names of colours, and maps from numbers to colours. */
import { colorNames } from '../../figures/colors.ts';
import { pythonModule } from '../../python/modules.ts';
import { colormapClass } from './colormapClass.ts';
import { LISTED, MAPS } from './colorTables.ts';
import { norms } from './norms.ts';

/** Other names of maps. */
const ALIASES: Readonly<Record<string, string>> = {
  Grays: 'Greys',
  grey: 'gray',
  gist_grey: 'gist_gray',
  gist_yerg: 'gist_yarg',
};

export const colorsModule = pythonModule(
  'matplotlib.colors',
  String.raw`
import numpy as np
from matplotlib._figures import rgb as _found, running, unknown

_MAPS = ${JSON.stringify(MAPS)}
_ALIASES = ${JSON.stringify(ALIASES)}
_LISTED = ${JSON.stringify(LISTED)}
${colormapClass}
${norms}
TABLEAU_COLORS = {"tab:" + name: "#" + digits for name, digits in zip(
    "blue orange green red purple brown pink gray olive cyan".split(), _MAPS["tab10"].split(" "))}
CSS4_COLORS = {name: "#%02x%02x%02x" % tuple([int(round(part * 255)) for part in _found(name)]) for name in ${JSON.stringify(colorNames())}}
cnames = CSS4_COLORS
BASE_COLORS = {letter: tuple(_found(letter)) for letter in "bgrcmykw"}
`,
);

const mapNames = [...Object.keys(MAPS), ...Object.keys(ALIASES)].flatMap(name => [name, `${name}_r`]);
const names = mapNames.map(name => `${name} = get_cmap("${name}")`).join('\n');

export const colormapsModule = pythonModule(
  'matplotlib.cm',
  String.raw`
import numpy as np
from matplotlib.colors import Colormap, _OWN, _norm_of, get_cmap

${names}

class _Maps(dict):
    """All colour maps by their names."""

    def __missing__(self, name):
        raise KeyError("%r is not a known colormap name" % name)

    def __call__(self): return list(self)
    def get_cmap(self, cmap=None): return get_cmap(cmap)
    def register(self, cmap, *, name=None, force=False):
        _OWN[name or cmap.name] = cmap
        self[name or cmap.name] = cmap
    def unregister(self, name): self.pop(name, None)

colormaps = _Maps({name: get_cmap(name) for name in ${JSON.stringify(mapNames)}})

def register_cmap(name=None, cmap=None, **options):
    colormaps.register(cmap, name=name)

class ScalarMappable:
    """A map of colours and a norm, as colour bars take them."""

    def __init__(self, norm=None, cmap=None):
        self.norm, self.cmap, self._values = _norm_of(norm), get_cmap(cmap), None

    def set_array(self, A): self._values = None if A is None else np.asarray(A)
    def get_array(self): return self._values
    def set_clim(self, vmin=None, vmax=None): self.norm.vmin, self.norm.vmax = vmin, vmax
    def get_clim(self): return self.norm.vmin, self.norm.vmax
    def set_cmap(self, cmap): self.cmap = get_cmap(cmap)
    def get_cmap(self): return self.cmap
    def set_norm(self, norm): self.norm = _norm_of(norm)
    def autoscale(self): self.norm.autoscale(self._values)
    def to_rgba(self, x, alpha=None, bytes=False, norm=True):
        return self.cmap(self.norm(x) if norm else x, alpha=alpha, bytes=bytes)
`,
);
