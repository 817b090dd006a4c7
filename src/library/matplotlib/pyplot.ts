/** `matplotlib.pyplot`: the current figure and axes, and calls on them. */
import { pythonModule } from '../../python/modules.ts';
import { figureClass } from './figureClass.ts';

/** Functions that are the current axes' methods. */
const calls =
  `plot scatter bar barh hist hist2d hexbin imshow matshow pcolormesh pcolor contour contourf clabel fill_between
  fill_betweenx fill axhline axvline axvspan axhspan axline vlines hlines text annotate arrow legend step stem errorbar
  semilogx semilogy loglog grid axis tick_params margins stackplot pie boxplot violinplot bar_label quiver
  minorticks_on minorticks_off locator_params autoscale ticklabel_format twinx twiny spy plot_date`.split(
    /\s+/,
  );

const axesCalls = calls.map(name => `${name} = _on_axes("${name}")`).join('\n');

export const pyplotModule = pythonModule(
  'matplotlib.pyplot',
  String.raw`
import os
import sys
import numpy as np
import matplotlib
from matplotlib import rcParams, rcParamsDefault, rc, rc_context, rcdefaults, style
from matplotlib._figures import encode, running, send, shown, unknown
from matplotlib.axes import Artist, Axes, Axes3D, Circle, Line2D, Polygon, Rectangle, _font, _font_of
from matplotlib.colors import Normalize, css, get_cmap
from matplotlib.ticker import FixedLocator, FormatStrFormatter, FuncFormatter, MaxNLocator, MultipleLocator, NullFormatter, NullLocator, ScalarFormatter

_state = {"figures": {}, "current": None, "sent": 0}

${figureClass}
def figure(num=None, figsize=None, dpi=None, *, facecolor=None, clear=False, **options):
    figures = _state["figures"]
    if isinstance(num, Figure):
        num = num.number
    if num is None:
        num = max([each for each in figures if isinstance(each, int)], default=0) + 1
    if num not in figures:
        figures[num] = Figure(figsize, dpi, facecolor, num)
    elif clear:
        figures[num].clf()
    _state["current"] = num
    return figures[num]

def gcf():
    return figure() if _state["current"] is None else _state["figures"][_state["current"]]

def gca(**options):
    return gcf().gca(**options)

def sca(ax):
    if ax.figure.number in _state["figures"]:
        _state["current"] = ax.figure.number
    ax.figure._current = ax

def axes(arg=None, **options):
    return gcf().add_subplot(1, 1, 1, **options) if arg is None else gcf().add_axes(arg, **options)

def delaxes(ax=None):
    axes = gca() if ax is None else ax
    axes.figure.delaxes(axes)

def subplot(*args, **options):
    return gcf().add_subplot(*args, **options)

def subplots(nrows=1, ncols=1, *, sharex=False, sharey=False, squeeze=True, width_ratios=None, height_ratios=None, subplot_kw=None, gridspec_kw=None,
             figsize=None, dpi=None, num=None, facecolor=None, **options):
    made = figure(num, figsize=figsize, dpi=dpi, facecolor=facecolor)
    return made, made.subplots(nrows, ncols, sharex=sharex, sharey=sharey, squeeze=squeeze, subplot_kw=subplot_kw)

def show(*args, **options):
    for each in list(_state["figures"].values()):
        _send(each)
    _state["figures"].clear()
    _state["current"] = None

def savefig(fname, *args, **options):
    _saved(gcf(), fname, **options)

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
        made = getattr(gca(), name)(*args, **options)
        if name in ("imshow", "matshow", "contourf", "contour", "pcolormesh", "pcolor", "hexbin", "scatter"):
            _state["mappable"] = made
        return made
    call.__name__ = name
    return call

${axesCalls}

def title(label, *args, **options): return gca().set_title(label, *args, **options)
def xlabel(xlabel, *args, **options): return gca().set_xlabel(xlabel, *args, **options)
def ylabel(ylabel, *args, **options): return gca().set_ylabel(ylabel, *args, **options)
def suptitle(t, **options): return gcf().suptitle(t, **options)
def xlim(*args, **options): return gca().set_xlim(*args, **options)
def ylim(*args, **options): return gca().set_ylim(*args, **options)

def xticks(ticks=None, labels=None, *, minor=False, **options):
    axes = gca()
    _ticked(axes.xaxis, ticks, labels, options)
    return axes.get_xticks(), axes.get_xticklabels()

def yticks(ticks=None, labels=None, *, minor=False, **options):
    axes = gca()
    _ticked(axes.yaxis, ticks, labels, options)
    return axes.get_yticks(), axes.get_yticklabels()

def _ticked(axis, ticks, labels, options):
    if running():
        if ticks is not None:
            axis._set_ticks(ticks, labels)
        elif labels is not None:
            raise TypeError("xticks(): Parameter 'labels' can't be set without setting 'ticks'")
        axis._style(options)

def xscale(value, **options): gca().set_xscale(value)
def yscale(value, **options): gca().set_yscale(value)
def tight_layout(*args, **options): pass
def subplots_adjust(*args, **options): pass
def subplot_tool(*args): pass
def ion(): pass
def ioff(): pass
def isinteractive(): return False
def draw(): pass
def set_cmap(cmap): rcParams["image.cmap"] = cmap
def gci(): return _state.get("mappable")
def sci(im): _state["mappable"] = im
def clim(vmin=None, vmax=None): pass
def switch_backend(name): pass
def get_backend(): return "agg"
def box(on=None): pass
def figlegend(*args, **options): return gcf().legend(*args, **options)
def get_fignums(): return sorted([number for number in _state["figures"]])
def get_figlabels(): return ["" for number in _state["figures"]]
def fignum_exists(num): return num in _state["figures"]
def connect(*args): return 0
def waitforbuttonpress(*args): return None
def new_figure_manager(*args): return None

def gray(): set_cmap("gray")
def hot(): set_cmap("hot")
def jet(): set_cmap("jet")
def viridis(): set_cmap("viridis")

def setp(obj, *args, **options):
    options.update(zip(args[::2], args[1::2]))
    for each in obj if isinstance(obj, (list, tuple, np.ndarray)) else [obj]:
        for name, value in options.items():
            if name == "ha" or name == "horizontalalignment" or name == "rotation_mode":
                continue
            getattr(each, "set_" + name)(value)

def colorbar(mappable=None, cax=None, ax=None, label="", ticks=None, **options):
    last = _state.get("mappable")
    if mappable is None and running() and last is not None and any([part is piece for axes in gcf()._axes for part in last._primitives for piece in axes._primitives]):
        mappable = last
    return _bar_of(gcf(), mappable, ax, label, ticks)

def subplot2grid(shape, loc, rowspan=1, colspan=1, fig=None, **options):
    place = _Place(shape[0], shape[1], loc[0] * shape[1] + loc[1] + 1, rowspan, colspan)
    return (gcf() if fig is None else fig).add_subplot(place, **options)

def subplot_mosaic(mosaic, figsize=None, **options):
    made = figure(figsize=figsize)
    return made, made.subplot_mosaic(mosaic)

def figtext(x, y, s, **options):
    return gcf().text(x, y, s, **options)

def imread(fname, format=None):
    from matplotlib.image import imread as read
    return read(fname)

def imsave(fname, arr, **options):
    from matplotlib.image import imsave as save
    save(fname, arr, **options)

def pause(interval):
    for each in list(_state["figures"].values()):
        _send(each)

def polar(*args, **options):
    return subplot(projection="polar")

import matplotlib.cm as cm
from matplotlib.cm import colormaps
`,
);
