/** `matplotlib.axes`: what the calls draw, kept until the figure is shown or saved. */
import { pythonModule } from '../../python/modules.ts';
import { artists } from './artists.ts';
import { axesSettings } from './axesSettings.ts';
import { axisParts } from './axisParts.ts';
import { fieldDrawing } from './fieldDrawing.ts';
import { moreDrawing } from './moreDrawing.ts';
import { spaceDrawing } from './spaceDrawing.ts';

export const axesModule = pythonModule(
  'matplotlib.axes',
  String.raw`
import numpy as np
from matplotlib._figures import running, unknown
from matplotlib.colors import css, get_cmap, to_rgb

_MARKERS = ".,ov^<>12348spP*hH+xXDd|_"
_LETTERS = "bgrcmykw"
_DASHES = {"-": "solid", "--": "dashed", "-.": "dashdot", ":": "dotted"}

def _style(text):
    """Colour, marker and dashes of a format such as 'ro--'."""
    color, marker, line = None, None, None
    rest = text
    if rest in ("None", "none", " ", ""):
        return None, None, None
    if len(rest) > 1 and css_name(rest):
        return rest, None, None
    for dash in ("--", "-.", "-", ":"):
        if dash in rest:
            line = dash
            rest = rest.replace(dash, "", 1)
            break
    if rest[:1] == "C" and rest[1:2].isdigit():
        color, rest = rest[:2], rest[2:]
    elif rest[-2:-1] == "C" and rest[-1:].isdigit():
        color, rest = rest[-2:], rest[:-2]
    if rest.startswith("#") or len(rest) > 3 and css_name(rest):
        return rest, marker, line
    for letter in rest:
        if letter in _LETTERS and color is None:
            color = letter
        elif letter in _MARKERS and marker is None:
            marker = letter
        else:
            raise ValueError("%r is not a valid format string (unrecognized character %r)" % (text, letter))
    return color, marker, line

def css_name(text):
    from matplotlib.colors import is_color_like
    return is_color_like(text) and text not in _MARKERS

def _dash_of(line):
    if line is None:
        return "solid"
    if isinstance(line, tuple):
        return "dashed"
    if line not in _DASHES and line not in _DASHES.values():
        raise ValueError("%r is not a valid value for ls; supported values are '-', '--', '-.', ':', 'None', ' ', '', 'solid', 'dashed', 'dashdot', 'dotted'" % line)
    return _DASHES.get(line, line)

def _marker_of(marker):
    if marker is None or isinstance(marker, str) and marker in ("", " ", "None", "none"):
        return ""
    if isinstance(marker, str):
        if marker not in _MARKERS and not marker.startswith("$"):
            raise ValueError("Unrecognized marker style %r" % marker)
        return "o" if marker.startswith("$") else marker
    return "^v<>"[marker % 4] if isinstance(marker, int) else "o"

def _flat(values):
    array = np.asarray(values)
    return array.astype(np.float64) if array.dtype.kind in "biuf" else array

def _line(x, y, label, color, width=None, dash="-", marker=None, size=None, alpha=None, shares=""):
    return {"kind": "line", "x": x, "y": y, "label": label, "color": color, "alpha": alpha, "right": False, "shares": shares,
            "width": float(_parameter("lines.linewidth")) if width is None else float(width), "dash": _dash_of(dash),
            "marker": _marker_of(marker), "size": 6.0 if size is None else float(size)}

def _arrows(x, y, dx, dy, color, width, alpha):
    return {"kind": "arrows", "x": np.array(x, dtype=np.float64), "y": np.array(y, dtype=np.float64), "dx": np.array(dx, dtype=np.float64),
            "dy": np.array(dy, dtype=np.float64), "label": "", "color": color, "width": float(width), "alpha": alpha, "right": False, "shares": ""}

def _days(values):
    """Days since 1970 of dates, or None."""
    array = np.asarray(values)
    if array.dtype.kind == "M":
        return array.astype("datetime64[ns]").astype(np.int64) / 86400e9
    if array.dtype.kind != "O" or array.size == 0 or not hasattr(array.ravel()[0], "toordinal"):
        return None
    return np.array([day.toordinal() - 719163 + (getattr(day, "hour", 0) * 3600 + getattr(day, "minute", 0) * 60 + getattr(day, "second", 0)) / 86400
                     for day in array.ravel().tolist()]).reshape(array.shape)

${artists}
${axisParts}
${axesSettings}
${moreDrawing}
${fieldDrawing}
class Axes(_AxesSettings, _MoreDrawing, _FieldDrawing):
    name = "rectilinear"

    def __init__(self, figure, twin=None, place=None):
        self.figure = figure
        self._main = twin
        self._place = place
        self._primitives = [] if twin is None else twin._primitives
        self._start()

    def _add(self, **primitive):
        label = primitive.get("label")
        primitive["label"] = "" if label is None or str(label).startswith("_") else str(label)
        primitive["right"] = self._main is not None
        primitive.setdefault("shares", "")
        if running():
            self._primitives.append(primitive)
        return primitive

    def _add_line(self, x, y, label, color, **look):
        return self._add(**_line(x, y, label, color, **look))

    def _next(self, kind):
        """The next colour of the cycle of lines or of filled things."""
        place = self._cycles[kind]
        self._cycles[kind] = place + 1
        colors = self._cycle
        if colors is None:
            cycle = _parameter("axes.prop_cycle")
            colors = cycle._colors
        return "C%d" % (place % 10) if colors is None else css(colors[place % len(colors)])

    def _numbers(self, values, axis):
        """Numbers for values that may be dates, or names, which then stand at 0, 1, 2…"""
        array = _flat(values)
        if array.dtype.kind == "f":
            return array
        part = self.xaxis if axis == "x" else self.yaxis
        days = _days(array)
        if days is not None:
            part._dates = True
            return days
        if array.dtype.kind == "O":
            try:
                return array.astype(np.float64)
            except (TypeError, ValueError):
                pass
        words = part._words
        places = [float(words.setdefault(str(value), len(words))) for value in np.atleast_1d(array).tolist()]
        return np.array(places)

    _places = _numbers

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
            label = options.get("label", "")
            if y is None:
                y = x
                y = self._places(y, "y") if running() else _flat(y)
                x = np.asarray(getattr(x, "index", None)) if hasattr(x, "index") and hasattr(x, "iloc") else np.arange(y.shape[0])
            lines += self._lines(self._places(x, "x"), self._places(y, "y"), style, options)
        self.lines += lines
        return lines

    def _lines(self, x, y, style, options):
        x = x.reshape(1) if x.ndim == 0 else x
        y = y.reshape(1) if y.ndim == 0 else y
        if x.shape[0] != y.shape[0]:
            raise ValueError("x and y must have same first dimension, but have shapes %s and %s" % (x.shape, y.shape))
        if x.ndim > 2 or y.ndim > 2:
            raise ValueError("x and y can be no greater than 2D, but have shapes %s and %s" % (x.shape, y.shape))
        color, marker, line = _style(style)
        marker = options.get("marker", marker)
        given = options.get("linestyle", options.get("ls", line))
        hidden = (style and marker is not None and given is None) or (isinstance(given, str) and given in ("", "None", "none", " "))
        color = options.get("color", options.get("c", color))
        color = css(color)
        label = options.get("label", "")
        width = options.get("linewidth", options.get("lw"))
        dash = _dash_of(None if hidden else given)
        marker = _marker_of(marker)
        if not running():
            return [Artist()] if y.ndim == 1 else unknown("how many lines this draws")
        made = []
        face = options.get("markerfacecolor", options.get("mfc"))
        for column in range(max(1 if y.ndim == 1 else y.shape[1], 1 if x.ndim == 1 else x.shape[1])):
            part = y if y.ndim == 1 else y[:, column if y.shape[1] > 1 else 0]
            across = x if x.ndim == 1 else x[:, column if x.shape[1] > 1 else 0]
            name = label if isinstance(label, str) or not hasattr(label, "__len__") or y.ndim == 1 else list(label)[column]
            ink = self._next("line") if color is None else color
            size = options.get("markersize", options.get("ms", 6))
            if hidden:
                ink = css(face) or ink if face is not None else ink
                made.append(self._add(kind="points", x=across, y=part, label=name, color=ink, size=[float(size)], marker=marker or ",", colors=None,
                                      alpha=options.get("alpha")))
            else:
                made.append(self._add_line(across, part, name, ink, width=width, dash=dash, marker=marker, size=size, alpha=options.get("alpha"),
                                           shares=self._shares_of(options)))
        return [Artist([each]) for each in made]

    def _shares_of(self, options):
        return "xy" if options.get("transform") is not None and options["transform"] == "axes" else ""

    def scatter(self, x, y, s=None, c=None, marker=None, cmap=None, norm=None, vmin=None, vmax=None, alpha=None, label="",
                color=None, data=None, edgecolors=None, **options):
        if data is not None:
            x, y = data[x] if isinstance(x, str) else x, data[y] if isinstance(y, str) else y
            c = data[c] if isinstance(c, str) and c in data else c
            s = data[s] if isinstance(s, str) else s
        across, up = self._places(x, "x").ravel(), self._places(y, "y").ravel()
        if across.shape[0] != up.shape[0]:
            raise ValueError("x and y must be the same size")
        if not running():
            return Artist()
        sizes = np.sqrt(np.atleast_1d(np.asarray(36.0 if s is None else s, dtype=np.float64)).ravel())
        if len(sizes) not in (1, len(across)):
            raise ValueError("s must be a scalar, or float array-like with the same size as x and y")
        drawn = dict(kind="points", x=across, y=up, label=label, size=sizes.tolist(), marker=_marker_of("o" if marker is None else marker), alpha=alpha,
                     colors=None, color="C0")
        chosen = color if color is not None else c
        if chosen is None or isinstance(chosen, str):
            if isinstance(chosen, str) and chosen.lower() == "none":
                chosen = edgecolors if isinstance(edgecolors, str) else "gray"
            drawn["color"] = self._next("patch") if chosen is None else css(chosen)
            made = Artist([self._add(**drawn)])
        else:
            made = self._coloured(drawn, chosen, cmap, norm, vmin, vmax)
        self.collections.append(made)
        return made

    def _coloured(self, drawn, chosen, cmap, norm, vmin, vmax):
        """Points in colours of a map or of their own."""
        count = len(drawn["x"])
        values = np.asarray(chosen)
        if values.dtype.kind in "OU" and values.ndim == 1:
            inks = [css(each) for each in values.tolist()]
            if len(inks) not in (1, count):
                raise ValueError("'c' argument has %d elements, which is inconsistent with 'x' and 'y' with size %d." % (len(inks), count))
            drawn["color"] = inks[0] or "C0"
            if len(set(inks)) > 1:
                found = {ink: to_rgb(ink) for ink in set(inks)}
                drawn["colors"] = [part for ink in inks for part in found[ink]]
            return Artist([self._add(**drawn)])
        values = values.astype(np.float64)
        if values.ndim == 2 and values.shape[1] in (3, 4) and values.shape[0] in (1, count):
            drawn["colors"] = np.broadcast_to(values[:, :3], (count, 3)).ravel()
            return Artist([self._add(**drawn)])
        if values.ndim == 1 and values.shape[0] in (3, 4) and count not in (3, 4):
            drawn["color"] = css(values.tolist())
            return Artist([self._add(**drawn)])
        if values.size != count:
            raise ValueError("'c' argument has %d elements, which is inconsistent with 'x' and 'y' with size %d." % (values.size, count))
        values = values.ravel()
        low, high = _span_of(values, norm, vmin, vmax)
        colors = get_cmap(cmap if cmap is not None else _parameter("image.cmap"))
        drawn["colors"] = colors._rows(_shares(values, low, high, norm)).ravel()
        drawn["color"] = css(colors(0.5))
        made = Artist([self._add(**drawn)], (low, high, colors))
        kinds = np.unique(values)
        if len(kinds) <= 20:
            shades = colors._rows(_shares(kinds, low, high, norm))
            made._groups = ([Line2D([0], [0], marker=drawn["marker"], linestyle="-", color=tuple(shade)) for shade in shades.tolist()],
                            ["%g" % kind for kind in kinds.tolist()])
        return made

    def bar(self, x, height, width=0.8, bottom=None, align="center", label="", color=None, yerr=None, tick_label=None, data=None, **options):
        if data is not None:
            x, height = data[x] if isinstance(x, str) else x, data[height] if isinstance(height, str) else height
        return self._bars(self._places(x, "x"), height, width, bottom, align, label, color, False, yerr, tick_label, options)

    def barh(self, y, width, height=0.8, left=None, align="center", label="", color=None, xerr=None, tick_label=None, **options):
        return self._bars(self._places(y, "y"), width, height, left, align, label, color, True, xerr, tick_label, options)

    def _bars(self, places, lengths, width, start, align, label, color, horizontal, errors, names, options):
        lengths = _flat(lengths)
        if not running():
            return unknown("the bars of a drawing")
        try:
            places, lengths = np.broadcast_arrays(np.atleast_1d(places), np.atleast_1d(lengths))
        except ValueError:
            raise ValueError("shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg 0 with shape %s and arg 1 with shape %s."
                             % (np.shape(places), np.shape(lengths))) from None
        wide = np.atleast_1d(_flat(width))
        if horizontal is False and self.xaxis._dates and options.get("dates") is None and wide.dtype.kind != "f":
            wide = np.array([0.8])
        places = places + (0.0 if align == "center" else wide / 2)
        bottom = np.broadcast_to(_flat(0.0 if start is None else start), places.shape)
        several = color is not None and not isinstance(color, str) and len(color) > 0 and not (len(color) in (3, 4) and isinstance(color[0], (float, np.floating)))
        named = label is not None and not isinstance(label, str) and hasattr(label, "__len__")
        drawn = self._add(kind="bars", x=places, height=lengths, bottom=bottom, width=wide, label="" if named else label, alpha=options.get("alpha"),
                          color=None if several else css(color) or self._next("patch"), edge=css(options.get("edgecolor", options.get("ec"))), horizontal=horizontal)
        if several:
            drawn["inks"] = [css(list(color)[place % len(color)]) for place in range(len(places))]
            drawn["color"] = drawn["inks"][0]
        if names is not None:
            (self.yaxis if horizontal else self.xaxis)._set_ticks(places.tolist(), [names] * len(places) if isinstance(names, str) else names)
        if errors is not None:
            low, high = self._spread(errors, lengths)
            ends, gap = bottom + lengths, np.full(len(places), np.nan)
            along, across = np.stack([ends - low, ends + high, gap], axis=1).ravel(), np.stack([places, places, gap], axis=1).ravel()
            self._add_line(*((along, across) if horizontal else (across, along)), "", css(options.get("ecolor")) or "black")
        made = Bars(drawn)
        self.patches += made.patches
        self.containers.append(made)
        return made

    def hist(self, x, bins=None, range=None, density=False, weights=None, cumulative=False, bottom=None, histtype="bar",
             align="mid", orientation="vertical", rwidth=None, log=False, alpha=None, label="", color=None, stacked=False, data=None, **options):
        if data is not None and isinstance(x, str):
            x = data[x]
        several = isinstance(x, (list, tuple)) and len(x) > 0 and hasattr(x[0], "__len__") and not isinstance(x[0], str)
        array = None if several else np.asarray(x)
        if array is not None and array.ndim == 2:
            several, x = True, [array[:, column] for column in np.arange(array.shape[1]).tolist()]
        parts = [np.asarray(part).ravel() for part in x] if several else [array.ravel()]
        parts = [self._places(part, "x") if part.dtype.kind in "OUM" else part for part in parts]
        if running():
            parts = [part[~np.isnan(part)] if part.dtype.kind == "f" else part for part in parts]
        bins = _parameter("hist.bins") if bins is None else bins
        if several and running() and not isinstance(bins, str):
            edges = np.histogram_bin_edges(np.concatenate(parts), bins=bins, range=range)
        else:
            edges = bins
        results, base = [], 0.0
        for place, part in enumerate(parts):
            weight = None if weights is None else weights[place] if several else np.asarray(weights).ravel()
            if isinstance(edges, str) and edges == "auto" and running():
                from seaborn import _auto_edges
                edges = _auto_edges(np.concatenate(parts).astype(np.float64), range)
            heights, found = np.histogram(part, bins=edges, range=range, density=density, weights=weight)
            heights = heights.astype(np.float64)
            if cumulative:
                heights = np.cumsum(heights * np.diff(found) if density else heights)
            results.append((heights, found))
        if not running():
            return results[0][0], results[0][1], Bars()
        drawn = []
        for place, (heights, found) in enumerate(results):
            name = label if isinstance(label, str) or label is None else list(label)[place] if place < len(label) else ""
            shade = color if isinstance(color, str) or color is None else color[place] if several else color
            ink = css(shade) or self._next("patch")
            drawn.append(self._histogram(heights, found, name, ink, place, len(parts), base if stacked else 0.0, histtype, orientation == "horizontal",
                                         alpha, rwidth, stacked, css(options.get("edgecolor", options.get("ec")))))
            base = base + heights
        if log:
            (self.set_xscale if orientation == "horizontal" else self.set_yscale)("log")
        if several:
            return [heights for heights, found in results], results[0][1], drawn
        return results[0][0], results[0][1], drawn[0]

    def _histogram(self, heights, edges, label, ink, place, count, base, histtype, horizontal, alpha, rwidth, stacked, edge):
        if histtype.startswith("step"):
            x = np.concatenate([edges[:1], np.repeat(edges[1:-1], 2), edges[-1:]])
            x, y = np.concatenate([x[:1], x, x[-1:]]), np.concatenate([[0.0], np.repeat(heights + base, 2), [0.0]])
            x, y = (y, x) if horizontal else (x, y)
            if histtype == "stepfilled":
                return Bars() if self._area(x, y, label, ink, 1.0 if alpha is None else alpha) is None else Bars()
            self._add_line(x, y, label, ink, alpha=alpha)
            return Bars()
        wide, middles = np.diff(edges), (edges[:-1] + edges[1:]) / 2
        if count > 1 and not stacked:
            wide = wide * 0.8
            middles = middles + wide * ((place + 0.5) / count - 0.5)
            wide = wide / count
        wide = wide * (1.0 if rwidth is None else rwidth)
        return Bars(self._add(kind="bars", x=middles, height=heights, bottom=np.zeros(len(heights)) + base, width=wide, label=label, color=ink,
                              alpha=alpha, horizontal=horizontal, edge=edge))

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
        if aspect in (None, "equal"):
            self._equal = "axes"
        return self._image(image, cmap, norm, vmin, vmax, extent, alpha)

    def _image(self, image, cmap, norm, vmin, vmax, extent, alpha=None):
        values = image.astype(np.float64)
        shown = None
        if image.ndim == 2:
            low, high = _span_of(values, norm, vmin, vmax)
            colors = get_cmap(cmap if cmap is not None else _parameter("image.cmap"))
            rows = colors._rows(_shares(values, low, high, norm))
            missing = np.isnan(values)
            if missing.any() or alpha is not None:
                clear = np.where(missing, 0.0, 1.0 if alpha is None else alpha)
                rows = np.concatenate([rows, clear[..., np.newaxis]], axis=-1)
            values = rows
            shown = (low, high, colors)
        else:
            values = np.clip(values / 255.0 if image.dtype.kind in "iu" else values, 0, 1)
            if alpha is not None and values.shape[2] == 3:
                values = np.concatenate([values, np.full(values.shape[:2] + (1,), float(alpha))], axis=-1)
        left, right, bottom, top = [float(each) for each in extent]
        made = self._add(kind="image", rows=image.shape[0], columns=image.shape[1], channels=values.shape[2],
                         values=np.ascontiguousarray(values).ravel(), left=left, right_edge=right, bottom=bottom, top=top)
        self._last_image = shown
        artist = Artist([made], shown)
        artist._renew = self._renewal(made, shown)
        artist.set_data = artist.set_array = artist._renew
        self.images.append(artist)
        return artist

    def _renewal(self, made, shown):
        def renew(X):
            values = np.asarray(X)
            values = values[:, :, 0] if values.ndim == 3 and values.shape[2] == 1 else values
            if values.ndim == 2 and shown is not None:
                low, high, colors = shown
                rows = colors._rows(_shares(values.astype(np.float64), low, high, None))
            else:
                rows = np.clip(values / 255.0 if values.dtype.kind in "iu" else values.astype(np.float64), 0, 1)
            made.update(rows=rows.shape[0], columns=rows.shape[1], channels=rows.shape[2], values=np.ascontiguousarray(rows).ravel())
        return renew

def _span_of(values, norm, vmin, vmax):
    if norm is not None and not isinstance(norm, str):
        vmin, vmax = norm.vmin if vmin is None else vmin, norm.vmax if vmax is None else vmax
    finite = values[np.isfinite(values)]
    low = (float(finite.min()) if finite.size else 0.0) if vmin is None else float(vmin)
    high = (float(finite.max()) if finite.size else 1.0) if vmax is None else float(vmax)
    return low, high

def _shares(values, low, high, norm):
    """Where values lie between two, 0 to 1; as the norm measures it."""
    if norm == "log" or type(norm).__name__ == "LogNorm":
        values = np.log(np.maximum(values, 1e-300))
        low, high = np.log(max(low, 1e-300)), np.log(max(high, 1e-300))
    elif hasattr(norm, "boundaries"):
        edges = np.asarray(norm.boundaries, dtype=np.float64)
        return np.clip(np.searchsorted(edges, values, side="right") - 1, 0, len(edges) - 2) / max(len(edges) - 2, 1)
    return (values - low) / (high - low if high > low else 1.0)

${spaceDrawing}
`,
);
