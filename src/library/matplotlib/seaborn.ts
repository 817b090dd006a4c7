/** `seaborn`: the few plots that scripts around Keras draw, on matplotlib's axes. */
import { pythonModule } from '../../python/modules.ts';

export const seabornModule = pythonModule(
  'seaborn',
  String.raw`
import numpy as np
import matplotlib.pyplot as plt
from matplotlib._figures import running, unknown
from matplotlib.colors import get_cmap

__version__ = "0.13.2"

def set_theme(*args, **options): pass
def set_style(*args, **options): pass
def set_context(*args, **options): pass
def set_palette(*args, **options): pass
def despine(*args, **options): pass
def reset_defaults(): pass
set = set_theme

def color_palette(palette=None, n_colors=None, as_cmap=False, **options):
    if as_cmap:
        return get_cmap(palette)
    return ["C%d" % place for place in range(10 if n_colors is None else n_colors)]

def _axes(ax):
    return plt.gca() if ax is None else ax

def _column(data, value):
    if data is not None and isinstance(value, str):
        return np.asarray(data[value])
    return None if value is None else np.asarray(value)

def _name(value):
    return value if isinstance(value, str) else getattr(value, "name", None) or ""

def _titled(axes, x, y):
    if _name(x):
        axes.set_xlabel(_name(x))
    if _name(y):
        axes.set_ylabel(_name(y))
    return axes

def heatmap(data, vmin=None, vmax=None, cmap="magma", annot=None, fmt=".2g", cbar=True, ax=None, xticklabels="auto",
            yticklabels="auto", square=False, mask=None, **options):
    axes = _axes(ax)
    values = np.asarray(data)
    if not running():
        return axes
    values = values.astype(np.float64)
    if mask is not None:
        values = np.where(np.asarray(mask), np.nan, values)
    rows, columns = values.shape
    axes._image(values, cmap, None, vmin, vmax, (0, columns, rows, 0))
    if square:
        axes.axis("equal")
    for axis, count, labels, known in (("x", columns, xticklabels, "columns"), ("y", rows, yticklabels, "index")):
        if isinstance(labels, str) or labels is True:
            labels = list(getattr(data, known)) if hasattr(data, "columns") else list(np.arange(count))
        if labels is not False and labels is not None:
            axes._tick(axis, [place + 0.5 for place in range(count)], list(labels))
    if annot is not None and annot is not False:
        shown = values if annot is True else np.asarray(annot)
        for row in range(rows):
            for column in range(columns):
                cell = shown[row, column]
                words = cell if isinstance(cell, str) else format(int(cell) if fmt == "d" else float(cell), fmt)
                axes.text(column + 0.5, row + 0.5, words, ha="center")
    if cbar:
        axes._colorbar = axes._last_image + ("",)
    return axes

def countplot(data=None, *, x=None, y=None, hue=None, order=None, ax=None, **options):
    axes = _axes(ax)
    chosen = x if x is not None else y if y is not None else data
    values = _column(data, chosen) if chosen is not data else np.asarray(data)
    if not running():
        return axes
    names, counts = np.unique(values, return_counts=True)
    table = dict(zip(names.tolist(), counts.tolist()))
    labels = list(table) if order is None else list(order)
    draw = axes.barh if x is None and y is not None else axes.bar
    draw([str(label) for label in labels], [table.get(label, 0) for label in labels], color=["C%d" % place for place in range(len(labels))])
    axes.set_ylabel("count")
    return _titled(axes, x, None)

def _groups(data, x, y, hue):
    across, up, kinds = _column(data, x), _column(data, y), _column(data, hue)
    if kinds is None:
        return [(None, across, up)]
    return [(name, across[kinds == name], up[kinds == name]) for name in np.unique(kinds).tolist()]

def _curves(method, data, x, y, hue, ax, options):
    axes = _axes(ax)
    if not running():
        return axes
    for name, across, up in _groups(data, x, y, hue):
        label = options.get("label", "") if name is None else str(name)
        if method == "scatter":
            axes.scatter(across, up, label=label)
        elif across is None:
            axes.plot(up, label=label)
        else:
            axes.plot(across, up, label=label)
    if hue is not None:
        axes.legend()
    return _titled(axes, x, y)

def scatterplot(data=None, *, x=None, y=None, hue=None, ax=None, **options):
    return _curves("scatter", data, x, y, hue, ax, options)

def lineplot(data=None, *, x=None, y=None, hue=None, ax=None, **options):
    if x is None and y is None:
        axes = _axes(ax)
        for name in getattr(data, "columns", [None]):
            axes.plot(np.asarray(data if name is None else data[name]), label="" if name is None else str(name))
        return axes
    return _curves("line", data, x, y, hue, ax, options)

def histplot(data=None, *, x=None, bins=10, hue=None, kde=False, stat="count", ax=None, label="", color=None, **options):
    axes = _axes(ax)
    values = _column(data, x) if x is not None else np.asarray(data)
    if running():
        axes.hist(values, bins=10 if bins == "auto" else bins, density=stat == "density", label=label, color=color)
        axes.set_ylabel("Count")
    return _titled(axes, x, None)

distplot = histplot

def barplot(data=None, *, x=None, y=None, hue=None, ax=None, **options):
    axes = _axes(ax)
    if not running():
        return axes
    across, up = _column(data, x), _column(data, y)
    names = list(dict.fromkeys(across.tolist()))
    axes.bar([str(name) for name in names], [float(up[across == name].mean()) for name in names])
    return _titled(axes, x, y)

def boxplot(data=None, *, x=None, y=None, ax=None, **options):
    axes = _axes(ax)
    if not running():
        return axes
    if x is not None and y is not None:
        across, up = _column(data, x), _column(data, y)
        names = np.unique(across).tolist()
        axes.boxplot([up[across == name] for name in names], labels=[str(name) for name in names])
        return _titled(axes, x, y)
    values = _column(data, x if x is not None else y) if x is not None or y is not None else data
    axes.boxplot(np.asarray(values))
    return axes
`,
);
