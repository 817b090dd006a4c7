/** `matplotlib.pyplot`: the current figure and axes, and calls on them. */
import { pythonModule } from '../../python/modules.ts';
import { colorBars } from './colorBars.ts';
import { constrainedLayout } from './constrainedLayout.ts';
import { figureClass } from './figureClass.ts';
import { gridSpecs } from './gridSpecs.ts';
import { savedFigures } from './savedFigures.ts';

/** Functions that are the current axes' methods. */
const calls =
  `plot scatter bar barh hist hist2d hexbin imshow matshow pcolormesh pcolor contour contourf clabel fill_between
  fill_betweenx fill axhline axvline axvspan axhspan axline vlines hlines text annotate arrow legend step stem errorbar
  semilogx semilogy loglog grid axis tick_params margins stackplot pie boxplot violinplot bar_label quiver quiverkey
  minorticks_on minorticks_off locator_params autoscale ticklabel_format twinx twiny spy plot_date streamplot
  tricontour tricontourf tripcolor triplot eventplot broken_barh stairs ecdf table`.split(/\s+/);

const axesCalls = calls.map(name => `${name} = _on_axes("${name}")`).join('\n');

export const pyplotModule = pythonModule(
  'matplotlib.pyplot',
  String.raw`
import math
import os
import sys
import numpy as np
import matplotlib
from matplotlib import rcParams, rcParamsDefault, rc, rc_context, rcdefaults, style, cycler
from matplotlib._figures import bounds, encode, missing, misspelt, pixels, running, send, shown, unknown
from matplotlib.axes import (_ANCHORS, Annotation, Artist, Axes, Axes3D, Bbox, Circle, Collection, Legend, Line2D, PolarAxes, Polygon, Rectangle, Text, _Coordinates, _font, _known, _legend_given,
                             _text_primitive, _words_of)
from matplotlib.colors import Normalize, css, get_cmap, to_rgba
from matplotlib.ticker import (AutoLocator, FixedFormatter, FixedLocator, FormatStrFormatter, Formatter, FuncFormatter, IndexLocator, LinearLocator, Locator, LogFormatter, LogLocator,
                               MaxNLocator, MultipleLocator, NullFormatter, NullLocator, ScalarFormatter)

_state = {"figures": {}, "current": None, "sent": 0}

${gridSpecs}
${constrainedLayout}
${colorBars}
${savedFigures}
${figureClass}
def figure(num=None, figsize=None, dpi=None, *, facecolor=None, edgecolor=None, frameon=True, FigureClass=None, clear=False, **options):
    figures = _state["figures"]
    label = ""
    if isinstance(num, Figure):
        num = num.number
    if isinstance(num, str):
        label = num
        known = [number for number, each in figures.items() if each._label == num]
        num = known[0] if known else None
    if num is None:
        num = max([each for each in figures], default=0) + 1
    if num not in figures:
        figures[num] = Figure(figsize, dpi, facecolor=facecolor, frameon=frameon, number=num, **options)
        figures[num]._label = label
    elif clear:
        figures[num].clf()
    _state["current"] = num
    return figures[num]

def gcf():
    return figure() if _state["current"] is None else _state["figures"][_state["current"]]

def gca():
    return gcf().gca()

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
    figure = gcf()
    if not running():
        return figure.gca() if figure._axes and not options else figure.add_subplot(*args, **options)
    spec = figure._spec_of(args)
    for each in figure._axes:
        found = each.get_subplotspec()
        # The axes that stand there already are taken, unless they are of another kind.
        if found is not None and hasattr(found, "get_geometry") and found.get_geometry() == spec.get_geometry() and (not options or _is_of_kind(each, options)):
            figure._current = each
            return each
        inner = getattr(found, "_inner", None)
        if inner is not None and hasattr(inner, "get_geometry") and inner.get_geometry() == spec.get_geometry() and not each._is_bar and not options:
            figure._current = each
            return each
    return figure.add_subplot(spec, **options)

def _is_of_kind(axes, options):
    projection = "polar" if options.get("polar") else options.get("projection") or "rectilinear"
    return axes.name == projection and set(options) <= {"projection", "polar"}

def subplots(nrows=1, ncols=1, *, sharex=False, sharey=False, squeeze=True, width_ratios=None, height_ratios=None, subplot_kw=None, gridspec_kw=None, **options):
    made = figure(**options)
    return made, made.subplots(nrows, ncols, sharex=sharex, sharey=sharey, squeeze=squeeze, width_ratios=width_ratios, height_ratios=height_ratios, subplot_kw=subplot_kw,
                               gridspec_kw=gridspec_kw)

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
        axes = gca()
        if not running():
            return getattr(axes, name)(*args, **options)
        try:
            return getattr(axes, name)(*args, **options)
        except TypeError as error:
            # Here the function has no class before its name.
            owner, words = type(axes).__name__ + ".", str(error)
            if words.startswith(owner + name + "()"):
                raise TypeError(words[len(owner):]) from None
            raise
    call.__name__ = name
    return call

${axesCalls}

def title(label, fontdict=None, loc=None, pad=None, *, y=None, **options): return gca().set_title(label, fontdict, loc, pad, y=y, **options)
def xlabel(xlabel, fontdict=None, labelpad=None, *, loc=None, **options): return gca().set_xlabel(xlabel, fontdict, labelpad, loc=loc, **options)
def ylabel(ylabel, fontdict=None, labelpad=None, *, loc=None, **options): return gca().set_ylabel(ylabel, fontdict, labelpad, loc=loc, **options)
def suptitle(t, **options): return gcf().suptitle(t, **options)
def supxlabel(t, **options): return gcf().supxlabel(t, **options)
def supylabel(t, **options): return gcf().supylabel(t, **options)

def xlim(*args, **options):
    axes = gca()
    return axes.set_xlim(*args, **options) if args or options else axes.get_xlim()

def ylim(*args, **options):
    axes = gca()
    return axes.set_ylim(*args, **options) if args or options else axes.get_ylim()

def xticks(ticks=None, labels=None, *, minor=False, **options): return _ticked("x", ticks, labels, minor, options)
def yticks(ticks=None, labels=None, *, minor=False, **options): return _ticked("y", ticks, labels, minor, options)

def _ticked(name, ticks, labels, minor, options):
    axis = gca()._axis(name)
    if not running():
        return unknown("ticks"), unknown("the names of ticks")
    if ticks is None and labels is not None:
        raise TypeError("%sticks(): Parameter 'labels' can't be set without setting 'ticks'" % name)
    if ticks is not None:
        axis.set_ticks(ticks, minor=minor)
    if labels is not None:
        axis.set_ticklabels(labels, minor=minor, **options)
    elif options:
        from matplotlib.axes import _NAME_STYLES
        axis._style_ticks("minor" if minor else "major", {_NAME_STYLES.get(key, key): value for key, value in _words_of(options).items()})
    return axis.get_ticklocs(minor=minor), axis.get_ticklabels(minor)

def xscale(value, **options): gca().set_xscale(value, **options)
def yscale(value, **options): gca().set_yscale(value, **options)
def tight_layout(*, pad=1.08, h_pad=None, w_pad=None, rect=None): gcf().tight_layout(pad=pad, h_pad=h_pad, w_pad=w_pad, rect=rect)
def subplots_adjust(left=None, bottom=None, right=None, top=None, wspace=None, hspace=None): gcf().subplots_adjust(left, bottom, right, top, wspace, hspace)
def thetagrids(angles=None, labels=None, fmt=None, **options): return gca().set_thetagrids(angles, labels, fmt, **options)
def rgrids(radii=None, labels=None, angle=None, fmt=None, **options): return gca().set_rgrids(radii, labels, angle, fmt, **options)
def subplot_tool(targetfig=None): pass
def ion(): pass
def ioff(): pass
def isinteractive(): return False
def draw(): gcf().canvas.draw_idle()
def draw_if_interactive(): pass
def get_current_fig_manager(): return gcf().canvas.manager
def get(obj, name): return getattr(obj, "get_" + name)()
getp = get
def set_cmap(cmap): rcParams["image.cmap"] = getattr(cmap, "name", cmap)
def gci():
    figure = gcf()
    return None if figure._current is None else figure._current._last_image
def sci(im):
    if running() and im.axes is not None:
        im.axes._last_image = im
def clim(vmin=None, vmax=None):
    if running():
        found = gci()
        if found is None:
            raise RuntimeError("You must first define an image, e.g., with imshow")
        found.set_clim(vmin, vmax)
def switch_backend(name): pass
def get_backend(): return "agg"
def box(on=None): gca().set_frame_on(not gca().get_frame_on() if on is None else on)
def figlegend(*args, **options): return gcf().legend(*args, **options)
def get_fignums(): return sorted([number for number in _state["figures"]])
def get_figlabels(): return [each._label for each in _state["figures"].values()]
def fignum_exists(num): return num in _state["figures"] or num in get_figlabels()
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
            getattr(each, "set_" + {"ha": "horizontalalignment", "va": "verticalalignment"}.get(name, name) if not hasattr(type(each), "set_" + name) else "set_" + name)(value)

def colorbar(mappable=None, cax=None, ax=None, **options):
    if mappable is None and running():
        mappable = gci()
    return gcf().colorbar(mappable, cax=cax, ax=ax, **options)

def subplot2grid(shape, loc, rowspan=1, colspan=1, fig=None, **options):
    figure = gcf() if fig is None else fig
    if not running():
        return figure.add_subplot(1, 1, 1, **options)
    grid = GridSpec(int(shape[0]), int(shape[1]), figure)
    return figure.add_subplot(grid[loc[0]:loc[0] + rowspan, loc[1]:loc[1] + colspan], **options)

def subplot_mosaic(mosaic, *, sharex=False, sharey=False, width_ratios=None, height_ratios=None, empty_sentinel=".", subplot_kw=None, gridspec_kw=None, per_subplot_kw=None, **options):
    made = figure(**options)
    return made, made.subplot_mosaic(mosaic, sharex=sharex, sharey=sharey, width_ratios=width_ratios, height_ratios=height_ratios, empty_sentinel=empty_sentinel,
                                     subplot_kw=subplot_kw, gridspec_kw=gridspec_kw, per_subplot_kw=per_subplot_kw)

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
    figure = gcf()
    axes = figure.gca() if figure._axes else figure.add_subplot(1, 1, 1, projection="polar")
    return axes.plot(*args, **options)

import matplotlib.cm as cm
from matplotlib.cm import colormaps
`,
);
