/** `matplotlib.axes` and `matplotlib.figure`: what the calls draw, kept until the figure is shown. */
import { pythonModule } from '../../python/modules.ts';

export const axesModule = pythonModule(
  'matplotlib.axes',
  String.raw`
import numpy as np
from matplotlib._figures import running

_COLORS = {"b": "blue", "g": "green", "r": "red", "c": "cyan", "m": "magenta", "y": "yellow", "k": "black", "w": "white"}
_MARKERS = ".,ov^<>12348spP*hH+xXDd|_"

def _style(text):
    """Colour, dashes, markers and whether points are joined, of a format such as 'ro--'."""
    color, marker, line = None, False, None
    rest = text
    for dash in ("--", "-.", "-", ":"):
        if dash in rest:
            line = dash
            rest = rest.replace(dash, "", 1)
            break
    if rest[:1] == "C" and rest[1:2].isdigit():
        color, rest = rest[:2], rest[2:]
    for letter in rest:
        if letter in _COLORS and color is None:
            color = _COLORS[letter]
        elif letter in _MARKERS:
            marker = True
        else:
            raise ValueError("%r is not a valid format string (unrecognized character %r)" % (text, letter))
    return color, marker, line

def _color(value):
    if value is None or isinstance(value, str):
        return _COLORS.get(value, value)
    if hasattr(value, "__len__") and len(value) in (3, 4):
        return "rgb(%d, %d, %d)" % tuple(int(round(float(part) * 255)) for part in list(value)[:3])
    return None

def _flat(values):
    array = np.asarray(values)
    return array.astype(np.float64) if array.dtype.kind in "biuf" else array

class Artist:
    def __init__(self, primitives=()):
        self._primitives = list(primitives)

    def __getattr__(self, name):
        if name.startswith("set") or name in ("remove", "update"):
            return lambda *args, **options: None
        raise AttributeError(name)

    def set_label(self, label):
        for each in self._primitives:
            each["label"] = label

    def set_data(self, x, y):
        for each in self._primitives:
            each["x"], each["y"] = _flat(x), _flat(y)

class Bars(list):
    pass

class Axes:
    def __init__(self, figure):
        self.figure = figure
        self._primitives = []
        self._title = self._x_label = self._y_label = ""
        self._legend = False
        self._names = {}
        self._limits = {"x": (0.0, 1.0), "y": (0.0, 1.0)}
        self.spines = {side: Artist() for side in ("left", "right", "top", "bottom")}
        self.xaxis = Artist()
        self.yaxis = Artist()
        self.transAxes = self.transData = None

    def _add(self, **primitive):
        if running():
            primitive["label"] = "" if str(primitive.get("label") or "").startswith("_") else primitive.get("label") or ""
            self._primitives.append(primitive)
        return primitive

    def _places(self, values, axis):
        """Numbers for values that may be names, which then stand at 0, 1, 2…"""
        array = _flat(values)
        if array.dtype.kind in "biuf":
            return array
        names = self._names.setdefault(axis, {})
        return np.array([names.setdefault(str(value), len(names)) for value in array.tolist()], dtype=np.float64)

    def plot(self, *args, scalex=True, scaley=True, data=None, **options):
        rest, lines = list(args), []
        while rest:
            x = rest.pop(0)
            y = rest.pop(0) if rest and not isinstance(rest[0], str) else None
            style = rest.pop(0) if rest and isinstance(rest[0], str) else ""
            if data is not None:
                x = data[x] if isinstance(x, str) else x
            if y is None:
                y = _flat(x)
                x = np.arange(y.shape[0])
            lines += self._lines(self._places(x, "x"), self._places(y, "y"), style, options)
        return lines

    def _lines(self, x, y, style, options):
        if x.ndim == 0:
            x = x.reshape(1)
        if y.ndim == 0:
            y = y.reshape(1)
        if x.shape[0] != y.shape[0]:
            raise ValueError(
                "x and y must have same first dimension, but have shapes %s and %s" % (x.shape, y.shape)
            )
        color, marker, line = _style(style)
        marker = marker or options.get("marker") not in (None, "", "None")
        line = options.get("linestyle", options.get("ls", line))
        color = _color(options.get("color", options.get("c", color)))
        label = options.get("label", "")
        if not running():
            return [Artist()] if y.ndim == 1 else Artist()._primitives
        made = []
        for column in range(1 if y.ndim == 1 else y.shape[1]):
            part = y if y.ndim == 1 else y[:, column]
            across = x if x.ndim == 1 else x[:, column]
            name = label if isinstance(label, str) else label[column]
            if (marker and style and line is None) or line in ("", "None", "none", " "):
                made.append(self._add(kind="points", x=across, y=part, label=name, color=color, size=options.get("markersize", options.get("ms", 6))))
            else:
                dashed = line in ("--", ":", "-.", "dashed", "dotted", "dashdot")
                made.append(self._add(kind="line", x=across, y=part, label=name, color=color, dashed=dashed, markers=marker))
        return [Artist([each]) for each in made]

    def semilogy(self, *args, **options): return self.plot(*args, **options)
    def semilogx(self, *args, **options): return self.plot(*args, **options)
    def loglog(self, *args, **options): return self.plot(*args, **options)

    def step(self, x, y, *args, where="pre", **options):
        return self.plot(x, y, *args, **options)

    def errorbar(self, x, y, yerr=None, xerr=None, fmt="", **options):
        for name in ("capsize", "ecolor", "elinewidth"):
            options.pop(name, None)
        return self.plot(x, y, fmt, **options)

    def scatter(self, x, y, s=None, c=None, marker=None, cmap=None, alpha=None, label="", color=None, **options):
        across, up = self._places(x, "x").ravel(), self._places(y, "y").ravel()
        if across.shape[0] != up.shape[0]:
            raise ValueError("x and y must be the same size")
        if not running():
            return Artist()
        size = 6.0 if s is None else float(np.sqrt(np.mean(np.asarray(s, dtype=np.float64))))
        groups = None
        if c is not None and not isinstance(c, str):
            values = np.asarray(c)
            if values.ndim == 1 and values.shape[0] == across.shape[0]:
                groups = values
        if groups is None:
            return Artist([self._add(kind="points", x=across, y=up, label=label, color=_color(color if color is not None else c), size=size)])
        names = np.unique(groups)
        if len(names) > 12:
            ranks = np.clip(((groups - groups.min()) / max(float(groups.max() - groups.min()), 1e-12) * 8).astype(int), 0, 7)
        else:
            ranks = np.searchsorted(names, groups)
        made = []
        for rank in range(int(ranks.max()) + 1):
            chosen = ranks == rank
            if not chosen.any():
                continue
            shade = str(names[rank]) if names.dtype.kind in "OU" else "C%d" % rank
            made.append(self._add(kind="points", x=across[chosen], y=up[chosen], label=label if rank == 0 else "",
                                  color=_color(shade), size=size))
        return Artist(made)

    def bar(self, x, height, width=0.8, bottom=None, align="center", label="", color=None, **options):
        across, up = self._places(x, "x"), _flat(height)
        if running():
            across, up = np.broadcast_arrays(np.atleast_1d(across), np.atleast_1d(up))
            shift = 0.0 if align == "center" else float(np.mean(width)) / 2
            color = color if color is None or isinstance(color, str) else None
            self._add(kind="bars", x=across + shift, height=up, width=float(np.mean(width)), label=label if isinstance(label, str) else "", color=_color(color))
        return Bars()

    def barh(self, y, width, height=0.8, label="", color=None, **options):
        """Bars to the right, drawn as lines from zero."""
        up, across = self._places(y, "y"), _flat(width)
        if running():
            for place, (row, length) in enumerate(zip(np.atleast_1d(up).tolist(), np.atleast_1d(across).tolist())):
                self._add(kind="line", x=[0.0, length], y=[row, row], label=label if place == 0 and isinstance(label, str) else "",
                          color=_color(color if isinstance(color, str) else "C0"), dashed=False, markers=False)
        return Bars()

    def hist(self, x, bins=None, range=None, density=False, weights=None, cumulative=False, histtype="bar", alpha=None,
             label="", color=None, **options):
        several = isinstance(x, (list, tuple)) and len(x) > 0 and hasattr(x[0], "__len__")
        parts = [np.asarray(part).ravel() for part in x] if several else [np.asarray(x).ravel()]
        results = []
        for place, part in enumerate(parts):
            if part.dtype.kind in "OU":
                part = self._places(part, "x")
            heights, edges = np.histogram(part, bins=10 if bins is None else bins, range=range, density=density, weights=weights)
            heights = heights.astype(np.float64)
            if cumulative:
                heights = np.cumsum(heights)
            results.append((heights, edges))
            name = label if isinstance(label, str) else label[place] if label else ""
            shade = color if isinstance(color, str) or color is None else color[place]
            if running():
                self._add(kind="bars", x=(edges[:-1] + edges[1:]) / 2, height=heights, width=float(edges[1] - edges[0]),
                          label=name, color=_color(shade))
        if several:
            return [heights for heights, edges in results], results[0][1], [Bars() for each in parts]
        return results[0][0], results[0][1], Bars()

    def imshow(self, X, cmap=None, norm=None, aspect=None, interpolation=None, alpha=None, vmin=None, vmax=None,
               origin=None, extent=None, **options):
        image = np.asarray(X)
        if image.ndim == 3 and image.shape[2] == 1:
            image = image[:, :, 0]
        if not (image.ndim == 2 or image.ndim == 3 and image.shape[2] in (3, 4)):
            raise TypeError("Invalid shape %s for image data" % (image.shape,))
        if running():
            values = image.astype(np.float64)
            if image.ndim == 2:
                low = float(np.nanmin(values)) if vmin is None else vmin
                high = float(np.nanmax(values)) if vmax is None else vmax
                values = np.clip((values - low) / (high - low if high > low else 1.0), 0, 1)
                if isinstance(cmap, str) and cmap in ("gray_r", "Greys", "binary"):
                    values = 1 - values
            else:
                if image.dtype.kind in "iu":
                    values = values / 255.0
                values = np.clip(values, 0, 1)
            if origin == "lower":
                values = values[::-1]
            self._add(kind="image", rows=image.shape[0], columns=image.shape[1],
                      channels=1 if image.ndim == 2 else image.shape[2], values=np.ascontiguousarray(values).ravel())
        return Artist()

    def matshow(self, Z, **options): return self.imshow(Z, **options)
    def pcolormesh(self, *args, **options): return self.imshow(args[-1], origin="lower")

    def contourf(self, *args, **options):
        return self.imshow(args[2] if len(args) > 2 else args[0], origin="lower")

    contour = contourf

    def fill_between(self, x, y1, y2=0, where=None, alpha=None, label="", color=None, **options):
        x = _flat(x)
        if running():
            upper = np.broadcast_to(_flat(y1), x.shape)
            lower = np.broadcast_to(_flat(y2), x.shape)
            self._add(kind="line", x=x, y=upper, label=label, color=_color(color), dashed=True, markers=False)
            self._add(kind="line", x=x, y=lower, label="", color=_color(color), dashed=True, markers=False)
        return Artist()

    def _reach(self, axis):
        """The range of the data along an axis, for lines across it."""
        found = [np.asarray(each[axis]) for each in self._primitives if each["kind"] in ("line", "points", "bars") and axis in each]
        found = [each for each in found if each.size]
        if not found:
            return self._limits[axis]
        return min(float(each.min()) for each in found), max(float(each.max()) for each in found)

    def axhline(self, y=0, xmin=0, xmax=1, **options):
        low, high = self._reach("x") if running() else (0.0, 1.0)
        return self.plot([low, high], [y, y], **{"linestyle": "-", **options})[0]

    def axvline(self, x=0, ymin=0, ymax=1, **options):
        low, high = self._reach("y") if running() else (0.0, 1.0)
        return self.plot([x, x], [low, high], **{"linestyle": "-", **options})[0]

    def text(self, x, y, s, *args, **options):
        if running():
            self._add(kind="text", x=float(x), y=float(y), text=str(s))
        return Artist()

    def annotate(self, text, xy, xytext=None, **options):
        return self.text((xytext or xy)[0], (xytext or xy)[1], text)

    def set_title(self, label, *args, **options): self._title = label
    def set_xlabel(self, label, *args, **options): self._x_label = label
    def set_ylabel(self, label, *args, **options): self._y_label = label

    def set(self, **options):
        for name, value in options.items():
            getattr(self, "set_" + name)(value)

    def legend(self, *args, **options):
        labels = options.get("labels", args[-1] if args else None)
        if labels is not None and running():
            drawn = [each for each in self._primitives if each["kind"] != "text" and each["kind"] != "image"]
            for each, label in zip(drawn, list(labels)):
                each["label"] = str(label)
        self._legend = True
        return Artist()

    def set_xlim(self, left=None, right=None, **options): return self._limit("x", left, right)
    def set_ylim(self, bottom=None, top=None, **options): return self._limit("y", bottom, top)

    def _limit(self, axis, low, high):
        if isinstance(low, (tuple, list)):
            low, high = low
        old = self._limits[axis]
        self._limits[axis] = (old[0] if low is None else low, old[1] if high is None else high)
        return self._limits[axis]

    def get_xlim(self): return self._limits["x"]
    def get_ylim(self): return self._limits["y"]
    def get_legend_handles_labels(self): return [], []

    def twinx(self):
        return self

    def clear(self):
        self._primitives = []

    cla = clear

    def __getattr__(self, name):
        if name in ("grid", "axis", "set_xticks", "set_yticks", "set_xticklabels", "set_yticklabels", "tick_params",
                    "invert_yaxis", "invert_xaxis", "set_aspect", "set_xscale", "set_yscale", "margins", "set_axis_off",
                    "set_facecolor", "autoscale", "relim", "minorticks_on", "label_outer", "set_box_aspect",
                    "locator_params", "ticklabel_format", "view_init", "axvspan", "axhspan", "bar_label", "add_patch"):
            return lambda *args, **options: None
        raise NotImplementedError("matplotlib.axes.Axes.%s is not supported by Kerascope yet" % name)

    def _described(self):
        return {"title": self._title, "x_label": self._x_label, "y_label": self._y_label, "legend": self._legend,
                "primitives": self._primitives}
`,
);
