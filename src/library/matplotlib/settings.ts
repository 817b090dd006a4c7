/** `matplotlib` itself: its settings (`rcParams`), styles and the cycle of colours. */
import { CYCLE } from '../../figures/colors.ts';
import { pythonModule } from '../../python/modules.ts';
import { settingDefaults } from './settingDefaults.ts';
import { styleTables } from './styleTables.ts';

export const rootModule = pythonModule(
  'matplotlib',
  String.raw`
__version__ = "3.9.2"

class Cycler:
    """Properties that drawings take one after the other."""

    def __init__(self, keys):
        self._keys = keys

    def by_key(self): return {name: list(values) for name, values in self._keys.items()}
    @property
    def keys(self): return {name for name in self._keys}
    def __len__(self): return min([len(values) for values in self._keys.values()])
    def __iter__(self): return iter([dict(row) for row in self._rows()])
    def __getitem__(self, key): return Cycler({name: values[key] for name, values in self._keys.items()})
    def __add__(self, other):
        if len(self) != len(other):
            raise ValueError("Can only add equal length cycles, not %d and %d" % (len(self), len(other)))
        return Cycler(dict(self._keys, **other._keys))
    def __mul__(self, other):
        if isinstance(other, int):
            return Cycler({name: list(values) * other for name, values in self._keys.items()})
        rows = [dict(first, **second) for first in self._rows() for second in other._rows()]
        return Cycler({name: [row[name] for row in rows] for name in rows[0]})
    def concat(self, other): return Cycler({name: list(values) + list(other._keys[name]) for name, values in self._keys.items()})
    def __repr__(self): return " + ".join(["cycler(%r, %r)" % (name, list(values)) for name, values in sorted(self._keys.items())])
    def _rows(self):
        names = list(self._keys)
        return [dict(zip(names, values)) for values in zip(*self._keys.values())]

_LONG = {"c": "color", "lw": "linewidth", "ls": "linestyle", "ms": "markersize", "mfc": "markerfacecolor", "mec": "markeredgecolor", "mew": "markeredgewidth"}

def cycler(*args, **options):
    """Values of one or more properties, one after the other."""
    if len(args) == 2:
        options = {args[0]: args[1]}
    elif len(args) == 1:
        if not hasattr(args[0], "_rows"):
            raise TypeError("If only one positional argument given, it must be a Cycler instance.")
        return args[0]
    return Cycler({_LONG.get(name, name): list(values) for name, values in options.items()})

class RcParams(dict):
    def __setitem__(self, name, value):
        if name not in self:
            raise KeyError("%s is not a valid rc parameter (see rcParams.keys() for a list of valid parameters)" % name)
        dict.__setitem__(self, name, value)

    def update(self, *args, **options):
        for name, value in dict(*args, **options).items():
            self[name] = value

    def copy(self):
        return RcParams(self)

    def find_all(self, pattern):
        import re
        return RcParams({name: value for name, value in self.items() if re.search(pattern, name)})

_CYCLE = Cycler({"color": ${JSON.stringify(CYCLE)}})
${settingDefaults}
rcParams = RcParams(_DEFAULTS)
rcParamsDefault = RcParams(_DEFAULTS)

def rcdefaults():
    dict.update(rcParams, _DEFAULTS)

rc_file_defaults = rcdefaults

_SHORT = {"lw": "linewidth", "ls": "linestyle", "c": "color", "fc": "facecolor", "ec": "edgecolor", "mew": "markeredgewidth", "aa": "antialiased"}

def rc(group, **options):
    for each in [group] if isinstance(group, str) else group:
        for name, value in options.items():
            key = "%s.%s" % (each, _SHORT.get(name, name))
            if key not in rcParams:
                raise KeyError('Unrecognized key "%s" for group "%s" and name "%s"' % (key, each, name))
            rcParams[key] = value

class rc_context:
    """Sets parameters, and sets them back at the end."""

    def __init__(self, rc=None, fname=None):
        self._before = dict(rcParams)
        if rc:
            rcParams.update(rc)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        dict.update(rcParams, self._before)
        return False

${styleTables}
class _Styles:
    library = _STYLES
    available = sorted(_STYLES)

    def use(self, style):
        for each in style if isinstance(style, (list, tuple)) else [style]:
            if isinstance(each, dict):
                rcParams.update(each)
            elif each == "default":
                rcdefaults()
            elif each in _STYLES:
                rcParams.update({name: cycler(color=value) if name == "axes.prop_cycle" else value for name, value in _STYLES[each].items()})
            else:
                raise OSError("%r is not a valid package style, path of style file, URL of style file, or library style name (library styles are listed in "
                              "${'`'}style.available${'`'})" % each)

    def context(self, style, after_reset=False):
        found = rc_context()
        if after_reset:
            rcdefaults()
        self.use(style)
        return found

    def reload_library(self): pass

style = _Styles()

def use(backend, *, force=True): rcParams["backend"] = backend
def get_backend(): return rcParams["backend"]
def get_data_path(): return "/usr/share/matplotlib/mpl-data"
def get_cachedir(): return "/tmp/matplotlib"
def set_loglevel(level): pass
def interactive(b): pass
def is_interactive(): return False

from matplotlib.cm import colormaps
import matplotlib.colors as colors
`,
);
