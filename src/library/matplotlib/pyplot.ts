/** `matplotlib.pyplot`: the current figure and axes, and calls on them. */
import { pythonModule } from '../../python/modules.ts';

/** Functions that are the current axes' methods. */
const calls = [
  'plot',
  'scatter',
  'bar',
  'barh',
  'hist',
  'imshow',
  'matshow',
  'pcolormesh',
  'contour',
  'contourf',
  'fill_between',
  'axhline',
  'axvline',
  'axvspan',
  'axhspan',
  'text',
  'annotate',
  'legend',
  'step',
  'errorbar',
  'semilogx',
  'semilogy',
  'loglog',
  'grid',
  'axis',
  'tick_params',
  'margins',
  'stem',
  'fill',
  'stackplot',
  'vlines',
  'hlines',
  'axline',
  'pcolor',
  'pie',
  'boxplot',
  'violinplot',
  'bar_label',
  'quiver',
  'minorticks_on',
  'locator_params',
  'autoscale',
  'clabel',
  'ticklabel_format',
  'twinx',
];

const axesCalls = calls.map(name => `${name} = _on_axes("${name}")`).join('\n');

export const pyplotModule = pythonModule(
  'matplotlib.pyplot',
  String.raw`
import sys
import numpy as np
import matplotlib
from matplotlib import rcParams, style
from matplotlib._figures import running, script_line, send, unknown
from matplotlib.axes import Artist, Axes
from matplotlib.colors import get_cmap

_state = {"figures": {}, "current": None, "sent": 0}

class _Place:
    """A cell of a grid of axes."""

    def __init__(self, rows, columns, index):
        self.rows, self.columns, self.index = rows, columns, index

class GridSpec:
    def __init__(self, nrows, ncols, figure=None, **options):
        self._rows, self._columns = nrows, ncols

    def __getitem__(self, key):
        row, column = key if isinstance(key, tuple) else (key // self._columns, key % self._columns) if isinstance(key, int) else (key, 0)
        first = lambda part, count: (part.start or 0) if isinstance(part, slice) else part + count if part < 0 else part
        return _Place(self._rows, self._columns, first(row, self._rows) * self._columns + first(column, self._columns) + 1)

def _refused_projection(name):
    if not running():
        return unknown("axes with projection=%r are not modelled" % name)
    raise NotImplementedError("axes with projection=%r are not supported by Kerascope yet" % name)

def _bar_of(figure, mappable, ax, label):
    axes = ax if isinstance(ax, Axes) else figure.gca()
    image = getattr(mappable, "_image", None) or axes._last_image if running() else None
    if image is None:
        image = next((each._last_image for each in figure._axes[::-1] if each._last_image is not None), None) if running() else None
    if image is not None:
        axes._colorbar = image + (label,)
    return _ColorBar(axes)

class _ColorBar(Artist):
    def __init__(self, axes):
        Artist.__init__(self)
        self._axes = axes
        self.ax = Artist()

    def set_label(self, label, **options):
        if self._axes._colorbar is not None:
            self._axes._colorbar = self._axes._colorbar[:3] + (label,)

def _saved(figure, name):
    """Shows the figure; where it is written to a file, the file's place is not the panel's business."""
    _send(figure)

class Figure:
    def __init__(self, number):
        self.number = number
        self._rows = self._columns = 1
        self._axes = []
        self._places = {}
        self._title = ""
        self._current = None
        self._sent = 0

    @property
    def axes(self):
        return list(self._axes)

    def _grid(self, rows, columns):
        self._rows, self._columns = max(self._rows, rows), max(self._columns, columns)

    def add_subplot(self, *args, **options):
        rows, columns, index = 1, 1, 1
        if len(args) == 3:
            rows, columns, index = args
        elif len(args) == 1 and isinstance(args[0], int):
            rows, columns, index = args[0] // 100, args[0] // 10 % 10, args[0] % 10
        elif len(args) == 1 and isinstance(args[0], _Place):
            rows, columns, index = args[0].rows, args[0].columns, args[0].index
        if options.get("projection") not in (None, "rectilinear"):
            return _refused_projection(options["projection"])
        if isinstance(index, (tuple, list)):
            index = index[0]
        if running() and (index < 1 or index > rows * columns):
            raise ValueError(f"num must be an integer with 1 <= num <= {rows * columns}, not {index}")
        self._grid(rows, columns)
        key = (rows, columns, index) if running() else (0, 0, len(self._axes))
        if key not in self._places:
            self._places[key] = Axes(self)
            self._axes.append(self._places[key])
        self._current = self._places[key]
        return self._current

    def add_axes(self, *args, **options):
        axes = Axes(self)
        self._axes.append(axes)
        self._rows = len(self._axes)
        self._current = axes
        return axes

    def gca(self):
        if self._current is None:
            self._current = Axes(self)
            self._axes.append(self._current)
        return self._current

    def subplots(self, nrows=1, ncols=1, squeeze=True, **options):
        self._grid(nrows, ncols)
        made = [Axes(self) for place in range(nrows * ncols)]
        self._axes += made
        self._current = made[0]
        for place, axes in enumerate(made):
            self._places[(nrows, ncols, place + 1)] = axes
        if nrows * ncols == 1 and squeeze:
            return made[0]
        grid = np.empty((nrows, ncols), dtype=object)
        for place, axes in enumerate(made):
            grid[place // ncols, place % ncols] = axes
        return (grid[0] if nrows == 1 else grid[:, 0] if ncols == 1 else grid) if squeeze else grid

    def suptitle(self, text, **options):
        self._title = str(text)

    def show(self, *args, **options):
        _send(self)

    def savefig(self, fname=None, **options):
        _saved(self, fname)

    def add_gridspec(self, nrows=1, ncols=1, **options):
        return GridSpec(nrows, ncols, self)

    def subplot_mosaic(self, mosaic, **options):
        names = list(dict.fromkeys(name for row in mosaic for name in row))
        return {name: self.add_subplot(len(mosaic), len(mosaic[0]), place + 1) for place, name in enumerate(names)}

    def get_axes(self):
        return list(self._axes)

    def delaxes(self, ax):
        if ax in self._axes:
            self._axes.remove(ax)

    def get_size_inches(self):
        return np.array([6.4, 4.8])

    def colorbar(self, mappable=None, cax=None, ax=None, label="", **options):
        return _bar_of(self, mappable, ax, label)

    def clf(self):
        self._axes, self._places, self._current = [], {}, None

    clear = clf

    def legend(self, *args, **options):
        self.gca().legend(*args, **options)

    def __getattr__(self, name):
        if name in ("tight_layout", "subplots_adjust", "autofmt_xdate", "set_size_inches", "set_facecolor", "align_labels",
                    "set_tight_layout", "text", "set_dpi", "set_figwidth", "set_figheight", "patch", "supxlabel", "supylabel",
                    "set_constrained_layout", "set_layout_engine", "tight_layout", "set", "align_ylabels", "set_figsize"):
            return lambda *args, **options: None
        if name == "canvas":
            return Artist()
        if not running():
            return unknown("matplotlib.figure.Figure.%s is not modelled" % name)
        raise NotImplementedError("matplotlib.figure.Figure.%s is not supported by Kerascope yet" % name)

def _send(figure):
    drawn = [axes for axes in figure._axes]
    if not running() or not any([axes._primitives for axes in drawn]):
        return
    axes = [each._described() for each in drawn]
    if figure._title and axes:
        axes[0]["title"] = figure._title + (": " + str(axes[0]["title"]) if axes[0]["title"] else "")
    if figure._sent == 0:
        _state["sent"] += 1
        figure._sent = _state["sent"]
    columns = figure._columns
    send(figure._sent, max(figure._rows, -(-len(axes) // columns)), columns, axes, script_line())

def figure(num=None, figsize=None, dpi=None, **options):
    figures = _state["figures"]
    if num is None:
        num = max([each for each in figures if isinstance(each, int)], default=0) + 1
    if num not in figures:
        figures[num] = Figure(num)
    _state["current"] = num
    return figures[num]

def gcf():
    return figure() if _state["current"] is None else _state["figures"][_state["current"]]

def gca(**options):
    return gcf().gca()

def sca(ax):
    ax.figure._current = ax

def axes(*args, **options):
    return gcf().add_axes(*args, **options)

def subplot(*args, **options):
    return gcf().add_subplot(*args, **options)

def subplots(nrows=1, ncols=1, *, sharex=False, sharey=False, squeeze=True, figsize=None, **options):
    made = figure(figsize=figsize)
    return made, made.subplots(nrows, ncols, squeeze=squeeze)

def show(*args, **options):
    for each in list(_state["figures"].values()):
        _send(each)
    _state["figures"].clear()
    _state["current"] = None

def savefig(fname=None, **options):
    _saved(gcf(), fname)

def close(fig=None):
    figures = _state["figures"]
    if fig == "all":
        figures.clear()
    else:
        number = _state["current"] if fig is None else fig.number if isinstance(fig, Figure) else fig
        figures.pop(number, None)
    _state["current"] = list(figures)[-1] if figures else None

def clf():
    gcf().clf()

def cla():
    gca().clear()

def _on_axes(name):
    def call(*args, **options):
        return getattr(gca(), name)(*args, **options)
    call.__name__ = name
    return call

${axesCalls}

def title(label, *args, **options): gca().set_title(label)
def xlabel(label, *args, **options): gca().set_xlabel(label)
def ylabel(label, *args, **options): gca().set_ylabel(label)
def suptitle(text, **options): gcf().suptitle(text)
def xlim(*args, **options): return gca().set_xlim(*args, **options)
def ylim(*args, **options): return gca().set_ylim(*args, **options)

def xticks(ticks=None, labels=None, **options):
    axes = gca()
    if ticks is not None:
        axes.set_xticks(ticks, labels)
    return axes.get_xticks(), axes.get_xticklabels()

def yticks(ticks=None, labels=None, **options):
    axes = gca()
    if ticks is not None:
        axes.set_yticks(ticks, labels)
    return axes.get_yticks(), axes.get_yticklabels()

def xscale(value, **options): gca().set_xscale(value)
def yscale(value, **options): gca().set_yscale(value)
def tight_layout(*args, **options): pass
def subplots_adjust(*args, **options): pass
def ion(): pass
def ioff(): pass
def isinteractive(): return False
def draw(): pass
def set_cmap(name): rcParams["image.cmap"] = name
def gray(): rcParams["image.cmap"] = "gray"
def rc(*args, **options): pass
def rcdefaults(): pass
def switch_backend(name): pass
def setp(*args, **options): pass
def box(on=None): pass
def get_fignums(): return [number for number in _state["figures"]]
def fignum_exists(num): return num in _state["figures"]
def colorbar(mappable=None, cax=None, ax=None, label="", **options): return _bar_of(gcf(), mappable, ax, label)

def subplot2grid(shape, loc, rowspan=1, colspan=1, **options):
    return gcf().add_subplot(shape[0], shape[1], loc[0] * shape[1] + loc[1] + 1)

def subplot_mosaic(mosaic, figsize=None, **options):
    made = figure(figsize=figsize)
    return made, made.subplot_mosaic(mosaic)

def figtext(*args, **options):
    return Artist()

def imread(fname, format=None):
    if not running():
        return unknown("pictures are read when the script runs")
    raise NotImplementedError("matplotlib.pyplot.imread is not supported by Kerascope yet")

def pause(interval):
    for each in list(_state["figures"].values()):
        _send(each)

import matplotlib.cm as cm
`,
);
