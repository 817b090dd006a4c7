/** `matplotlib` itself: its settings (`rcParams`), styles and the cycle of colours. */
import { CYCLE } from '../../figures/colors.ts';
import { pythonModule } from '../../python/modules.ts';

export const rootModule = pythonModule(
  'matplotlib',
  String.raw`
__version__ = "3.9.2"

class _Cycle:
    """The colours (and line styles) that drawings take one after the other."""

    def __init__(self, keys, colors):
        self._keys, self._colors = keys, colors

    def by_key(self):
        return {name: list(values) for name, values in self._keys.items()}

    @property
    def keys(self):
        return set(self._keys)

    def __iter__(self):
        names = list(self._keys)
        return iter([dict(zip(names, values)) for values in zip(*self._keys.values())])

    def __len__(self):
        return min([len(values) for values in self._keys.values()])

    def __add__(self, other):
        keys = dict(self._keys, **other._keys)
        return _Cycle(keys, keys.get("color"))

    def __getitem__(self, key):
        return _Cycle({name: values[key] for name, values in self._keys.items()}, self._keys["color"][key] if "color" in self._keys else None)

def cycler(*args, **options):
    """Values of one or more properties, one after the other."""
    if len(args) == 2:
        options = {args[0]: args[1]}
    elif len(args) == 1:
        return args[0]
    keys = {("color" if name == "c" else name): list(values) for name, values in options.items()}
    return _Cycle(keys, keys.get("color"))

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

_DEFAULTS = {
    "axes.prop_cycle": _Cycle({"color": ${JSON.stringify(CYCLE)}}, None),
    "axes.grid": False, "axes.grid.axis": "both", "axes.grid.which": "major", "axes.axisbelow": "line", "axes.facecolor": "white", "axes.edgecolor": "black",
    "axes.labelcolor": "black", "axes.labelpad": 4.0, "axes.labelsize": "medium", "axes.labelweight": "normal", "axes.linewidth": 0.8,
    "axes.spines.bottom": True, "axes.spines.left": True, "axes.spines.right": True, "axes.spines.top": True, "axes.titlecolor": "auto",
    "axes.titlelocation": "center", "axes.titlepad": 6.0, "axes.titlesize": "large", "axes.titleweight": "normal", "axes.titley": None,
    "axes.unicode_minus": True, "axes.xmargin": 0.05, "axes.ymargin": 0.05, "axes.formatter.useoffset": True, "axes.formatter.limits": [-5, 6],
    "axes.formatter.use_mathtext": False, "axes.autolimit_mode": "data", "agg.path.chunksize": 0, "animation.html": "none", "animation.embed_limit": 20.0,
    "backend": "agg", "boxplot.notch": False, "errorbar.capsize": 0.0, "figure.autolayout": False, "figure.constrained_layout.use": False,
    "figure.dpi": 100.0, "figure.edgecolor": "white", "figure.facecolor": "white", "figure.figsize": [6.4, 4.8], "figure.frameon": True,
    "figure.max_open_warning": 20, "figure.subplot.bottom": 0.11, "figure.subplot.hspace": 0.2, "figure.subplot.left": 0.125, "figure.subplot.right": 0.9,
    "figure.subplot.top": 0.88, "figure.subplot.wspace": 0.2, "figure.titlesize": "large", "figure.titleweight": "normal", "figure.labelsize": "large",
    "font.cursive": ["Apple Chancery"], "font.family": ["sans-serif"], "font.monospace": ["DejaVu Sans Mono"], "font.sans-serif": ["DejaVu Sans"],
    "font.serif": ["DejaVu Serif"], "font.size": 10.0, "font.stretch": "normal", "font.style": "normal", "font.variant": "normal", "font.weight": "normal",
    "grid.alpha": 1.0, "grid.color": "#b0b0b0", "grid.linestyle": "-", "grid.linewidth": 0.8, "hatch.color": "black", "hatch.linewidth": 1.0, "hist.bins": 10,
    "image.aspect": "equal", "image.cmap": "viridis", "image.interpolation": "antialiased", "image.lut": 256, "image.origin": "upper", "interactive": False,
    "legend.borderaxespad": 0.5, "legend.fancybox": True, "legend.fontsize": "medium", "legend.framealpha": 0.8, "legend.frameon": True, "legend.loc": "best",
    "legend.title_fontsize": None, "legend.edgecolor": "0.8", "legend.facecolor": "inherit", "legend.numpoints": 1, "legend.scatterpoints": 1,
    "lines.antialiased": True, "lines.color": "C0", "lines.dash_capstyle": "butt", "lines.linestyle": "-", "lines.linewidth": 1.5, "lines.marker": "None",
    "lines.markeredgecolor": "auto", "lines.markeredgewidth": 1.0, "lines.markerfacecolor": "auto", "lines.markersize": 6.0, "lines.solid_capstyle": "projecting",
    "mathtext.default": "it", "mathtext.fontset": "dejavusans", "patch.edgecolor": "black", "patch.facecolor": "C0", "patch.linewidth": 1.0,
    "patch.force_edgecolor": False, "patch.antialiased": True, "path.simplify": True, "path.simplify_threshold": 0.111111111111, "pdf.fonttype": 3, "ps.fonttype": 3,
    "savefig.bbox": None, "savefig.directory": "~", "savefig.dpi": "figure", "savefig.edgecolor": "auto", "savefig.facecolor": "auto", "savefig.format": "png",
    "savefig.pad_inches": 0.1, "savefig.transparent": False, "scatter.edgecolors": "face", "scatter.marker": "o", "svg.fonttype": "path", "text.color": "black",
    "text.usetex": False, "timezone": "UTC", "toolbar": "toolbar2",
}
for _axis in ("xtick", "ytick"):
    for _name, _value in (("color", "black"), ("labelcolor", "inherit"), ("direction", "out"), ("labelsize", "medium"), ("major.size", 3.5), ("major.width", 0.8),
                          ("major.pad", 3.5), ("minor.size", 2.0), ("minor.width", 0.6), ("minor.visible", False), ("alignment", "center")):
        _DEFAULTS[_axis + "." + _name] = _value
for _side in ("top", "bottom", "labeltop", "labelbottom"):
    _DEFAULTS["xtick." + _side] = "bottom" in _side
for _side in ("left", "right", "labelleft", "labelright"):
    _DEFAULTS["ytick." + _side] = "left" in _side

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

_GGPLOT = ["#E24A33", "#348ABD", "#988ED5", "#777777", "#FBC15E", "#8EBA42", "#FFB5B8"]
_FIVE = ["#008fd5", "#fc4f30", "#e5ae38", "#6d904f", "#8b8b8b", "#810f7c"]
_DEEP = ["#4C72B0", "#55A868", "#C44E52", "#8172B2", "#CCB974", "#64B5CD"]
_BMH = ["#348ABD", "#A60628", "#7A68A6", "#467821", "#D55E00", "#CC79A7", "#56B4E9", "#009E73", "#F0E442", "#0072B2"]

def _looks(colors=None, **options):
    found = {name.replace("_", "."): value for name, value in options.items()}
    if colors is not None:
        found["axes.prop_cycle"] = _Cycle({"color": colors}, colors)
    return found

_STYLES = {
    "ggplot": _looks(_GGPLOT, axes_grid=True), "fivethirtyeight": _looks(_FIVE, axes_grid=True, lines_linewidth=4.0, font_size=14.0),
    "bmh": _looks(_BMH, axes_grid=True, lines_linewidth=2.0), "grayscale": _looks(["0.00", "0.40", "0.60", "0.70"], image_cmap="gray"),
    "dark_background": {}, "classic": {}, "fast": {}, "Solarize_Light2": _looks(axes_grid=True), "tableau-colorblind10": {}, "_mpl-gallery": _looks(axes_grid=True),
}
for _name in ("", "-bright", "-colorblind", "-dark", "-dark-palette", "-darkgrid", "-deep", "-muted", "-notebook", "-paper", "-pastel", "-poster", "-talk",
              "-ticks", "-white", "-whitegrid"):
    _STYLES["seaborn-v0_8" + _name] = _looks(_DEEP if _name in ("", "-deep") else None, **({"axes_grid": True} if _name in ("", "-darkgrid", "-whitegrid") else {}))

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
                rcParams.update(_STYLES[each])
            else:
                raise OSError("%r is not a valid package style, path of style file, URL of style file, or library style name (library styles are listed in "
                              "${'`'}style.available${'`'})" % each)

    def context(self, style, after_reset=False):
        found = rc_context()
        self.use(style)
        return found

    def reload_library(self): pass

style = _Styles()

def use(backend, **options): pass
def get_backend(): return "agg"
def get_data_path(): return "/usr/share/matplotlib/mpl-data"
def get_cachedir(): return "/tmp/matplotlib"
def set_loglevel(level): pass
def interactive(b): pass
def is_interactive(): return False

from matplotlib.cm import colormaps
import matplotlib.colors as colors
`,
);
