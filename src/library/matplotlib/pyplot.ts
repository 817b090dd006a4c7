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
];

const axesCalls = calls.map(name => `${name} = _on_axes("${name}")`).join('\n');

export const pyplotModule = pythonModule(
  'matplotlib.pyplot',
  String.raw`
import sys
import numpy as np
from matplotlib._figures import running, script_line, send
from matplotlib.axes import Artist, Axes

_state = {"figures": {}, "current": None, "sent": 0}

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

    def savefig(self, *args, **options):
        _send(self)

    def colorbar(self, *args, **options):
        return Artist()

    def clf(self):
        self._axes, self._places, self._current = [], {}, None

    clear = clf

    def legend(self, *args, **options):
        self.gca().legend(*args, **options)

    def __getattr__(self, name):
        if name in ("tight_layout", "subplots_adjust", "autofmt_xdate", "set_size_inches", "set_facecolor", "align_labels",
                    "set_tight_layout", "canvas", "text", "set_dpi"):
            return lambda *args, **options: None
        raise NotImplementedError("matplotlib.figure.Figure.%s is not supported by Kerascope yet" % name)

def _send(figure):
    drawn = [axes for axes in figure._axes]
    if not running() or not any(axes._primitives for axes in drawn):
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

def savefig(*args, **options):
    _send(gcf())

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
    return np.array([]), []

def yticks(ticks=None, labels=None, **options):
    return np.array([]), []

def xscale(*args, **options): pass
def yscale(*args, **options): pass
def tight_layout(*args, **options): pass
def subplots_adjust(*args, **options): pass
def ion(): pass
def ioff(): pass
def draw(): pass
def set_cmap(name): pass
def rc(*args, **options): pass
def switch_backend(name): pass
def colorbar(*args, **options): return Artist()

def pause(interval):
    for each in list(_state["figures"].values()):
        _send(each)

def get_cmap(name=None, lut=None):
    return lambda value: "C%d" % (int(value * 10) % 10 if isinstance(value, float) else int(value) % 10)

class _Colormaps:
    def __getattr__(self, name):
        return name

cm = _Colormaps()
rcParams = {}

class _Styles:
    available = []

    def use(self, name):
        pass

style = _Styles()
`,
);
