/** `matplotlib.axes`: what the calls draw, kept until the figure is shown. */
import { pythonModule } from '../../python/modules.ts';
import { axesSettings } from './axesSettings.ts';
import { moreDrawing } from './moreDrawing.ts';

export const axesModule = pythonModule(
  'matplotlib.axes',
  String.raw`
import numpy as np
from matplotlib._figures import running, unknown
from matplotlib.colors import css, get_cmap

_MARKERS = ".,ov^<>12348spP*hH+xXDd|_"
_LETTERS = {"b": "blue", "g": "green", "r": "red", "c": "cyan", "m": "magenta", "y": "yellow", "k": "black", "w": "white"}

def _style(text):
    """Colour, markers and dashes of a format such as 'ro--'."""
    color, marker, line = None, False, None
    rest = text
    if rest in ("None", "none", " ", ""):
        return None, False, None
    for dash in ("--", "-.", "-", ":"):
        if dash in rest:
            line = dash
            rest = rest.replace(dash, "", 1)
            break
    if rest[:1] == "C" and rest[1:2].isdigit():
        color, rest = rest[:2], rest[2:]
    if len(rest) > 3 or rest.startswith("#"):
        return rest, marker, line
    for letter in rest:
        if letter in _LETTERS and color is None:
            color = _LETTERS[letter]
        elif letter in _MARKERS:
            marker = True
        else:
            raise ValueError("%r is not a valid format string (unrecognized character %r)" % (text, letter))
    return color, marker, line

def _flat(values):
    array = np.asarray(values)
    return array.astype(np.float64) if array.dtype.kind in "biuf" else array

class Artist:
    """What a drawing call returns: its later changes reach what was drawn."""

    def __init__(self, primitives=(), image=None):
        self._primitives = list(primitives)
        self._image = image

    def __getattr__(self, name):
        if name.startswith("set") or name in ("remove", "update", "append", "clabel", "legend_elements", "add_callback"):
            return lambda *args, **options: ([], []) if name == "legend_elements" else None
        if name.startswith("get"):
            return lambda *args, **options: self
        if not running():
            return unknown("this part of a drawing is not modelled")
        raise AttributeError(name)

    def __iter__(self):
        return iter([self])

    def remove(self):
        for each in self._primitives:
            each["kind"] = "gone"

    def set_label(self, label):
        for each in self._primitives:
            each["label"] = str(label)

    def set_color(self, color):
        for each in self._primitives:
            each["color"] = css(color)

    def set_data(self, *args):
        x, y = args if len(args) == 2 else (args[0][0], args[0][1]) if len(args[0]) == 2 else (None, None)
        for each in self._primitives:
            each["x"], each["y"] = _flat(x), _flat(y)

    def set_ydata(self, y):
        for each in self._primitives:
            each["y"] = _flat(y)

    def set_xdata(self, x):
        for each in self._primitives:
            each["x"] = _flat(x)

    def get_color(self):
        return self._primitives[0]["color"] if self._primitives and self._primitives[0].get("color") else "C0"

    def get_label(self):
        return self._primitives[0]["label"] if self._primitives else ""

class Bar(Artist):
    def __init__(self, x, height, width, primitive=None, place=0):
        Artist.__init__(self)
        self._x, self._height, self._width = x, height, width

    def get_height(self): return self._height
    def get_width(self): return self._width
    def get_x(self): return self._x - self._width / 2
    def get_y(self): return 0.0

class Bars(list):
    errorbar = None

    def set_label(self, label):
        pass

${axesSettings}
${moreDrawing}
class Axes(_AxesSettings, _MoreDrawing):
    def __init__(self, figure, twin=None):
        self.figure = figure
        self._main = twin
        self._primitives = [] if twin is None else twin._primitives
        self._start()

    def _add(self, **primitive):
        if running():
            label = primitive.get("label")
            primitive["label"] = "" if label is None or str(label).startswith("_") else str(label)
            primitive["right"] = self._main is not None
            self._primitives.append(primitive)
        return primitive

    def _places(self, values, axis):
        """Numbers for values that may be names, which then stand at 0, 1, 2…"""
        array = _flat(values)
        if array.dtype.kind in "biuf":
            return array
        names = self._names.setdefault(axis, {})
        return np.array([float(names.setdefault(str(value), len(names))) for value in np.atleast_1d(array).tolist()])

    def plot(self, *args, scalex=True, scaley=True, data=None, **options):
        rest, lines = list(args), []
        while rest:
            x = rest.pop(0)
            y = rest.pop(0) if rest and not isinstance(rest[0], str) else None
            if data is not None:
                x = data[x] if isinstance(x, str) else x
                if y is None and rest and isinstance(rest[0], str) and rest[0] in data:
                    y = data[rest.pop(0)]
            style = rest.pop(0) if rest and isinstance(rest[0], str) else ""
            if y is None:
                y = _flat(x)
                x = np.arange(y.shape[0])
            lines += self._lines(self._places(x, "x"), self._places(y, "y"), style, options)
        return lines

    def _lines(self, x, y, style, options):
        x = x.reshape(1) if x.ndim == 0 else x
        y = y.reshape(1) if y.ndim == 0 else y
        if x.shape[0] != y.shape[0]:
            raise ValueError("x and y must have same first dimension, but have shapes %s and %s" % (x.shape, y.shape))
        color, marker, line = _style(style)
        marker = marker or options.get("marker") not in (None, "", "None", "none")
        line = options.get("linestyle", options.get("ls", line))
        color = css(options.get("color", options.get("c", color)))
        label = options.get("label", "")
        if not running():
            return [Artist()] if y.ndim == 1 else unknown("how many lines this draws")
        made = []
        for column in range(1 if y.ndim == 1 else y.shape[1]):
            part = y if y.ndim == 1 else y[:, column]
            across = x if x.ndim == 1 else x[:, column]
            name = label if isinstance(label, str) or label is None else list(label)[column]
            if (marker and style and line is None) or line in ("", "None", "none", " "):
                size = float(options.get("markersize", options.get("ms", 6)))
                made.append(self._add(kind="points", x=across, y=part, label=name, color=color, size=size))
            else:
                dashed = not (line is None or line in ("-", "solid"))
                made.append(self._add(kind="line", x=across, y=part, label=name, color=color, dashed=dashed, markers=marker))
        return [Artist([each]) for each in made]

    def scatter(self, x, y, s=None, c=None, marker=None, cmap=None, norm=None, vmin=None, vmax=None, alpha=None, label="",
                color=None, **options):
        across, up = self._places(x, "x").ravel(), self._places(y, "y").ravel()
        if across.shape[0] != up.shape[0]:
            raise ValueError("x and y must be the same size")
        if not running():
            return Artist()
        size = 6.0 if s is None else float(np.sqrt(np.mean(np.asarray(s, dtype=np.float64))))
        groups = None
        if c is not None and not isinstance(c, str) and len(c) == across.shape[0] and not (len(c) in (3, 4) and np.asarray(c).ndim == 1 and across.shape[0] not in (3, 4)):
            groups = np.asarray(c)
            groups = groups[:, 0] if groups.ndim == 2 and groups.shape[1] == 1 else groups
        if groups is None or groups.ndim != 1:
            single = color if color is not None else c if groups is None else None
            return Artist([self._add(kind="points", x=across, y=up, label=label, color=css(single), size=size)])
        return self._grouped(across, up, groups, size, label, cmap, vmin, vmax)

    def _grouped(self, across, up, groups, size, label, cmap, vmin, vmax):
        """Points in the colours of a map (or of their own), the same colour in one piece."""
        if groups.dtype.kind in "OU":
            names = sorted(set(groups.tolist()))
            pieces = [(groups == name, css(name)) for name in names]
        else:
            names = np.unique(groups)
            low = float(groups.min()) if vmin is None else vmin
            high = float(groups.max()) if vmax is None else vmax
            shares = np.clip((groups - low) / (high - low if high > low else 1.0), 0, 1)
            if len(names) > 24:
                shares = np.round(shares * 23) / 23
            colors = get_cmap(cmap)
            plain = cmap is None and len(names) <= 6 and groups.dtype.kind in "iub"
            pieces = []
            for place, share in enumerate(np.unique(shares).tolist()):
                pieces.append((shares == share, "C%d" % place if plain else css(colors(float(share)))))
        made = [self._add(kind="points", x=across[chosen], y=up[chosen], label=label if place == 0 else "", color=shade, size=size)
                for place, (chosen, shade) in enumerate(pieces)]
        image = None if groups.dtype.kind in "OU" else (low, high, get_cmap(cmap))
        return Artist(made, image)

    def bar(self, x, height, width=0.8, bottom=None, align="center", label="", color=None, yerr=None, tick_label=None, **options):
        return self._bars(self._places(x, "x"), height, width, bottom, align, label, color, False)

    def barh(self, y, width, height=0.8, left=None, align="center", label="", color=None, xerr=None, **options):
        return self._bars(self._places(y, "y"), width, height, left, align, label, color, True)

    def _bars(self, places, lengths, width, start, align, label, color, horizontal):
        lengths = _flat(lengths)
        if not running():
            return unknown("the bars of a drawing")
        places, lengths = np.broadcast_arrays(np.atleast_1d(places), np.atleast_1d(lengths))
        wide = float(np.mean(width))
        places = places + (0.0 if align == "center" else wide / 2)
        bottom = np.broadcast_to(_flat(0.0 if start is None else start), places.shape)
        several = color is not None and not isinstance(color, str) and len(color) == len(places) and not (
            len(color) in (3, 4) and isinstance(color[0], float))
        named = label is not None and not isinstance(label, str)
        if several or named:
            for place in range(len(places)):
                self._add(kind="bars", x=places[place:place + 1], height=lengths[place:place + 1], bottom=bottom[place:place + 1], width=wide,
                          label=label[place] if named else label if place == 0 else "",
                          color=css(color[place]) if several else css(color), horizontal=horizontal)
        else:
            self._add(kind="bars", x=places, height=lengths, bottom=bottom, width=wide, label=label, color=css(color), horizontal=horizontal)
        return Bars([Bar(x, length, wide) for x, length in zip(places.tolist(), lengths.tolist())])

    def hist(self, x, bins=None, range=None, density=False, weights=None, cumulative=False, bottom=None, histtype="bar",
             align="mid", orientation="vertical", rwidth=None, log=False, alpha=None, label="", color=None, stacked=False, **options):
        if hasattr(x, "dropna"):
            x = np.asarray(x)
        several = isinstance(x, (list, tuple)) and len(x) > 0 and hasattr(x[0], "__len__") and not isinstance(x[0], str)
        parts = [np.asarray(part).ravel() for part in x] if several else [np.asarray(x).ravel()]
        results, base = [], 0.0
        for place, part in enumerate(parts):
            if part.dtype.kind in "OU":
                part = self._places(part, "x")
            if running() and part.dtype.kind == "f":
                part = part[~np.isnan(part)]
            heights, edges = np.histogram(part, bins=10 if bins is None else bins, range=range, density=density, weights=weights)
            heights = heights.astype(np.float64)
            if cumulative:
                heights = np.cumsum(heights * np.diff(edges) if density else heights)
            results.append((heights, edges))
            name = label if isinstance(label, str) or label is None else label[place]
            shade = color if isinstance(color, str) or color is None else color[place]
            if running():
                self._add(kind="bars", x=(edges[:-1] + edges[1:]) / 2, height=heights, bottom=np.zeros(len(heights)) + (base if stacked else 0.0),
                          width=float(edges[1] - edges[0]), label=name, color=css(shade), horizontal=orientation == "horizontal")
                base = base + heights
        if log:
            self.set_yscale("log")
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
        if not running():
            return Artist()
        rows, columns = image.shape[:2]
        if origin == "lower":
            image = image[::-1]
        if extent is None:
            extent = (-0.5, columns - 0.5, -0.5, rows - 0.5) if origin == "lower" else (-0.5, columns - 0.5, rows - 0.5, -0.5)
        self._equal = self._equal or aspect in (None, "equal")
        return self._image(image, cmap, norm, vmin, vmax, extent)

    def _image(self, image, cmap, norm, vmin, vmax, extent):
        if image.ndim == 2 and norm is not None and getattr(norm, "vmin", None) is not None:
            vmin, vmax = norm.vmin, norm.vmax
        values = image.astype(np.float64)
        shown = None
        if image.ndim == 2:
            low = float(np.nanmin(values)) if vmin is None else float(vmin)
            high = float(np.nanmax(values)) if vmax is None else float(vmax)
            colors = get_cmap(cmap if cmap is not None else _default_map())
            values = colors._rows((values - low) / (high - low if high > low else 1.0))
            shown = (low, high, colors)
        else:
            values = np.clip(values / 255.0 if image.dtype.kind in "iu" else values, 0, 1)
        left, right, bottom, top = [float(each) for each in extent]
        made = self._add(kind="image", rows=image.shape[0], columns=image.shape[1], channels=values.shape[2],
                         values=np.ascontiguousarray(values).ravel(), left=left, right_edge=right, bottom=bottom, top=top)
        self._last_image = shown
        return Artist([made], shown)

def _default_map():
    import matplotlib
    return matplotlib.rcParams.get("image.cmap", "viridis")
`,
);
