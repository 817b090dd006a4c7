/** `seaborn`: the plots that scripts around Keras draw, on matplotlib's axes. */
import { pythonModule } from '../../python/modules.ts';
import { seabornCategories } from './seabornCategories.ts';
import { seabornDistributions } from './seabornDistributions.ts';
import { seabornFits } from './seabornFits.ts';
import { seabornGrids } from './seabornGrids.ts';
import { seabornJoint } from './seabornJoint.ts';
import { seabornOptions } from './seabornOptions.ts';
import { seabornPalettes } from './seabornPalettes.ts';
import { seabornRelations } from './seabornRelations.ts';
import { seabornSpreads } from './seabornSpreads.ts';
import { seabornStyles } from './seabornStyles.ts';

export const seabornModule = pythonModule(
  'seaborn',
  String.raw`
import numpy as np
import matplotlib
import matplotlib.pyplot as plt
from matplotlib import rcParams
from matplotlib._figures import running, unknown
from matplotlib.axes import _density
from matplotlib.colors import css, get_cmap, to_rgb

__version__ = "0.13.2"

_PALETTES = {
    "deep": ["#4C72B0", "#DD8452", "#55A868", "#C44E52", "#8172B3", "#937860", "#DA8BC3", "#8C8C8C", "#CCB974", "#64B5CD"],
    "muted": ["#4878D0", "#EE854A", "#6ACC64", "#D65F5F", "#956CB4", "#8C613C", "#DC7EC0", "#797979", "#D5BB67", "#82C6E2"],
    "pastel": ["#A1C9F4", "#FFB482", "#8DE5A1", "#FF9F9B", "#D0BBFF", "#DEBB9B", "#FAB0E4", "#CFCFCF", "#FFFEA3", "#B9F2F0"],
    "bright": ["#023EFF", "#FF7C00", "#1AC938", "#E8000B", "#8B2BE2", "#9F4800", "#F14CC1", "#A3A3A3", "#FFC400", "#00D7FF"],
    "dark": ["#001C7F", "#B1400D", "#12711C", "#8C0800", "#591E71", "#592F0D", "#A23582", "#3C3C3C", "#B8850A", "#006374"],
    "colorblind": ["#0173B2", "#DE8F05", "#029E73", "#D55E00", "#CC78BC", "#CA9161", "#FBAFE4", "#949494", "#ECE133", "#56B4E9"],
}

class _Palette(list):
    def as_hex(self):
        return ["#%02x%02x%02x" % tuple(int(round(part * 255)) for part in color) for color in self]

    def __enter__(self):
        return self

    def __exit__(self, *details):
        return False

def color_palette(palette=None, n_colors=None, desat=None, as_cmap=False):
    if as_cmap:
        found = (husl_palette(as_cmap=True) if palette == "husl" else hls_palette(as_cmap=True) if palette == "hls" else _written_palette(palette, None, True)) if isinstance(palette, str) else None
        return get_cmap(palette) if found is None else found
    if desat is not None and not 0 <= desat <= 1:
        raise ValueError("prop must be between 0 and 1")
    if isinstance(palette, dict):
        palette = list(palette.values())
    if palette is None:
        colors = rcParams["axes.prop_cycle"].by_key()["color"]
    elif not isinstance(palette, str):
        colors = list(palette)
    elif palette in _PALETTES:
        colors = _PALETTES[palette]
    elif palette in ("husl", "hls"):
        colors = (husl_palette if palette == "husl" else hls_palette)(6 if n_colors is None else n_colors)
    elif palette.partition(":")[0] in ("light", "dark", "blend", "ch"):
        colors = _written_palette(palette, n_colors, False)
    else:
        found = get_cmap(palette)
        count = 6 if n_colors is None else n_colors
        colors = [found(place) for place in range(min(count, found.N))] if found._listed else [found((place + 1) / (count + 1)) for place in range(count)]
    count = len(colors) if n_colors is None else n_colors
    shade = lambda color: to_rgb(color) if desat is None else _desaturated(color, desat)
    return _Palette([shade(colors[place % len(colors)]) for place in range(count)])

def _cycle(colors):
    rcParams["axes.prop_cycle"] = matplotlib.cycler(color=[css(color) for color in colors])

def set_palette(palette, n_colors=None, desat=None, color_codes=False):
    _cycle(color_palette(palette, n_colors, desat))
    if color_codes:
        set_color_codes(palette)

def set_color_codes(palette="deep"):
    """Gives the letters of colours, such as "b", the shades of a palette."""
    from matplotlib.colors import _CODES
    if palette == "reset":
        _CODES.clear()
        return
    if not isinstance(palette, str):
        raise TypeError("set_color_codes requires a named seaborn palette")
    if palette not in _PALETTES:
        raise ValueError("Cannot set colors with palette '%s'" % palette)
    shades = _PALETTES[palette]
    # Blue, green, red, purple, yellow and cyan: what the palettes of six colours hold.
    _CODES.update(zip("bgrmyck", [shades[place] for place in (0, 2, 3, 4, 8, 9)] + ["#1a1a1a"]))

def _hls(hue, light, much):
    """Red, green and blue of a hue."""
    high = light * (1 + much) if light <= 0.5 else light + much - light * much
    low = 2 * light - high
    def part(turn):
        turn = turn % 1
        return low + (high - low) * turn * 6 if turn < 1 / 6 else high if turn < 0.5 else low + (high - low) * (2 / 3 - turn) * 6 if turn < 2 / 3 else low
    return part(hue + 1 / 3), part(hue), part(hue - 1 / 3)

${seabornPalettes}
${seabornStyles}
class _Look(dict):
    """Parameters that are set for a while in a with statement."""

    def __enter__(self):
        self._before = dict(rcParams)
        rcParams.update(self)

    def __exit__(self, *details):
        dict.update(rcParams, self._before)
        return False

def axes_style(style=None, rc=None):
    if isinstance(style, dict):
        found = dict(style)
    elif style is None:
        found = {name: rcParams[name] for name in _AXES_STYLES["white"]}
    elif style not in _AXES_STYLES:
        raise ValueError("style must be one of white, dark, whitegrid, darkgrid, ticks")
    else:
        found = dict(_AXES_STYLES[style])
    found.update({name: value for name, value in (rc or {}).items() if name in rcParams})
    return _Look(found)

def plotting_context(context=None, font_scale=1, rc=None):
    if isinstance(context, dict):
        found = dict(context)
    elif context is None:
        found = {name: rcParams[name] for name in _CONTEXTS["notebook"]}
    elif context not in _CONTEXTS:
        raise ValueError("context must be in paper, notebook, talk, poster")
    else:
        found = dict(_CONTEXTS[context])
        found.update({name: value * font_scale for name, value in found.items() if name.endswith("size") and name.split(".")[-1] in ("size", "labelsize", "titlesize", "fontsize", "title_fontsize")
                      and not name.endswith(("major.size", "minor.size", "markersize"))})
    found.update({name: value for name, value in (rc or {}).items() if name in rcParams})
    return _Look(found)

def set_style(style=None, rc=None): rcParams.update(axes_style(style, rc))
def set_context(context=None, font_scale=1, rc=None): rcParams.update(plotting_context(context, font_scale, rc))

def set_theme(context="notebook", style="darkgrid", palette="deep", font="sans-serif", font_scale=1, color_codes=True, rc=None):
    set_context(context, font_scale)
    set_style(style, {"font.family": [font] if isinstance(font, str) else list(font)})
    set_palette(palette, color_codes=color_codes)
    if rc:
        rcParams.update(rc)

set = set_theme

def reset_defaults(): matplotlib.rcdefaults()
reset_orig = reset_defaults

def despine(fig=None, ax=None, top=True, right=True, left=False, bottom=False, offset=None, trim=False):
    if trim and running():
        raise NotImplementedError("seaborn.despine(trim=True) is not supported by Kerascope yet")
    for axes in [ax] if ax is not None else (plt.gcf() if fig is None else fig).axes:
        for name, away in (("top", top), ("right", right), ("left", left), ("bottom", bottom)):
            if away:
                axes.spines[name].set_visible(False)
            elif offset is not None:
                axes.spines[name].set_position(("outward", offset.get(name, 0) if isinstance(offset, dict) else offset))
        for axis, sides in ((axes.xaxis, ((bottom, "bottom"), (top, "top"))), (axes.yaxis, ((left, "left"), (right, "right")))):
            for away, side in sides:
                if away:
                    for look in axis._looks.values():
                        look[side] = False

def load_dataset(name, **options):
    if not running():
        return unknown("this data set is fetched from the network")
    raise NotImplementedError("seaborn.load_dataset is not supported by Kerascope: its data sets are fetched from the network; read a file of the workspace instead")

${seabornOptions}
def _axes(ax):
    return plt.gca() if ax is None else ax

def _column(data, value):
    if data is not None and isinstance(value, str):
        return np.asarray(data[value])
    return None if value is None else np.asarray(value)

def _name(value):
    if isinstance(value, str):
        return value
    found = getattr(value, "name", None)
    return "" if found is None else str(found)

def _titled(axes, x, y):
    if _name(x):
        axes.set_xlabel(_name(x))
    if _name(y):
        axes.set_ylabel(_name(y))
    return axes

def _kinds(values, order=None):
    """The groups of a column, in the order in which seaborn draws them."""
    if order is not None:
        return list(order)
    found = getattr(values, "cat", None)
    if found is not None:
        return list(found.categories)
    values = np.asarray(values)
    kept = [each for each in values.tolist() if each == each and each is not None]
    return sorted(dict.fromkeys(kept)) if values.dtype.kind in "iufb" else list(dict.fromkeys(kept))

_QUALITATIVE = ("tab10", "tab20", "tab20b", "tab20c", "Set1", "Set2", "Set3", "Accent", "Paired", "Pastel1", "Pastel2", "Dark2")

def _measured(palette, names):
    """Whether colours tell how large a number is, rather than which group it is."""
    if palette is not None and (not isinstance(palette, str) or palette in _PALETTES or palette in _QUALITATIVE):
        return False
    numbers = [name for name in names if isinstance(name, (int, float)) and not isinstance(name, bool)]
    return len(numbers) == len(names) and any([name not in (0, 1) for name in names])

def _helix(share):
    """A colour of the helix from light to dark around grays, of Green's scheme."""
    light = 0.85 + (0.15 - 0.85) * share
    turn, far = 2 * np.pi * 0.4 * light, 0.8 * light * (1 - light) / 2
    return tuple([float(min(1.0, max(0.0, light + far * (first * np.cos(turn) + second * np.sin(turn))))) for first, second in ((-0.14861, 1.78277), (-0.29227, -0.90649), (1.97294, 0.0))])

def _inks(palette, names):
    if isinstance(palette, dict):
        return [palette[name] for name in names]
    if _measured(palette, names):
        low, high = min(names), max(names)
        shares = [(name - low) / (high - low) if high > low else 0.0 for name in names]
        return [_helix(share) for share in shares] if palette is None else [get_cmap(palette)(share) for share in shares]
    if palette is None and len(names) > len(rcParams["axes.prop_cycle"]):
        palette = "husl"
    return list(color_palette(palette, len(names)))

def _brief(names, inks, palette):
    """What a legend shows: of many numbers those that axes would be marked with."""
    if not _measured(palette, names) or len(names) <= 6:
        return names, inks
    from matplotlib.ticker import MaxNLocator
    low, high = min(names), max(names)
    shown = [float(each) for each in MaxNLocator(nbins=6).tick_values(low, high) if low <= each <= high]
    shown = [int(each) for each in shown] if all([each == int(each) for each in shown]) else shown
    made = _inks(palette, shown + [low, high])
    return shown, made[:len(shown)]

def heatmap(data, *, vmin=None, vmax=None, cmap=None, center=None, robust=False, annot=None, fmt=".2g", annot_kws=None, linewidths=0, linecolor="white",
            cbar=True, cbar_kws=None, cbar_ax=None, square=False, xticklabels="auto", yticklabels="auto", mask=None, ax=None, **options):
    axes = _axes(ax)
    look = _rest("heatmap", dict(options, cbar_ax=cbar_ax))
    values = np.asarray(data)
    if not running():
        return axes
    values = values.astype(np.float64)
    if values.ndim != 2:
        raise ValueError("Must pass 2-d input. shape=%s" % (values.shape,))
    shown = values if mask is None else np.where(np.asarray(mask, dtype=bool), np.nan, values)
    finite = shown[np.isfinite(shown)]
    low = float(vmin) if vmin is not None else float(np.percentile(finite, 2) if robust else finite.min()) if finite.size else 0.0
    high = float(vmax) if vmax is not None else float(np.percentile(finite, 98) if robust else finite.max()) if finite.size else 1.0
    if center is not None:
        reach = max(high - center, center - low)
        low, high = center - reach, center + reach
    colors = get_cmap(cmap if cmap is not None else "rocket" if center is None else "icefire")
    rows, columns = values.shape
    drawn = axes.imshow(shown, cmap=colors, vmin=low, vmax=high, aspect="equal" if square else "auto", extent=(0, columns, rows, 0), **dict({"zorder": 1}, **look))
    if linewidths:
        for place in range(1, columns):
            axes.axvline(place, color=linecolor, lw=linewidths)
        for place in range(1, rows):
            axes.axhline(place, color=linecolor, lw=linewidths)
    if annot is not None and annot is not False:
        words = np.asarray(data if annot is True else annot)
        style = {"fontsize": 10, "ha": "center", "va": "center"}
        style.update({("fontsize" if name == "size" else name): value for name, value in (annot_kws or {}).items()})
        for row in range(rows):
            for column in range(columns):
                if np.isfinite(shown[row, column]):
                    share = (shown[row, column] - low) / (high - low if high > low else 1.0)
                    red, green, blue = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in colors(float(share))[:3]]
                    bright = 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.408
                    value = words[row, column]
                    text = value if isinstance(value, str) else format(value.item() if hasattr(value, "item") else value, fmt)
                    axes.text(column + 0.5, row + 0.5, text, **dict({"color": "#262626" if bright else "white"}, **style))
    index = (data.columns, data.index) if hasattr(data, "columns") else (None, None)
    for axis, names, labels in ((axes.xaxis, index[0], xticklabels), (axes.yaxis, index[1], yticklabels)):
        count = columns if axis is axes.xaxis else rows
        names = list(range(count)) if names is None else list(names)
        if labels is False:
            axis.set_ticks([])
            continue
        step = labels if isinstance(labels, int) and labels is not True else max(1, -(-count // 30)) if isinstance(labels, str) and labels == "auto" else 1
        if not isinstance(labels, (bool, int, str)):
            names = list(labels)
        places = list(range(0, min(count, len(names)), step))
        axis.set_ticks([place + 0.5 for place in places], [names[place] for place in places])
    for each, method in zip(index, (axes.set_xlabel, axes.set_ylabel)):
        if each is not None and getattr(each, "name", None):
            method(each.name)
    if cbar:
        plt.colorbar(drawn, ax=axes, **(cbar_kws or {}))
    for name in ("left", "right", "top", "bottom"):
        axes.spines[name].set_visible(False)
    return axes

def _groups(data, x, y, hue, hue_order=None):
    across, up = _column(data, x), _column(data, y)
    if hue is None:
        return [(None, across, up)]
    column = data[hue] if data is not None and isinstance(hue, str) else hue
    values = np.asarray(column)
    return [(name, None if across is None else across[values == name], None if up is None else up[values == name]) for name in _kinds(column, hue_order)]

${seabornRelations}
def _half_width(part, errorbar):
    """Half of the interval around a mean: that of the normal distribution, or the deviation that was asked for."""
    if len(part) < 2:
        return 0.0
    kind, level = errorbar if isinstance(errorbar, tuple) else (errorbar, None)
    if kind not in ("ci", "sd", "se"):
        raise NotImplementedError("errorbar=%r is not supported by Kerascope yet" % (errorbar,))
    deviation = float(part.std(ddof=1))
    if kind != "ci":
        return deviation * (1 if level is None else level) / (1.0 if kind == "sd" else len(part) ** 0.5)
    return deviation / len(part) ** 0.5 * _quantile(95 if level is None else level)

def _quantile(percent):
    """How many deviations hold that much of a normal distribution."""
    from math import erf
    low, high = 0.0, 10.0
    for step in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if erf(middle / 2 ** 0.5) < percent / 100 else (low, middle)
    return low

${seabornDistributions}
${seabornCategories}
${seabornSpreads}
${seabornFits}
${seabornGrids}
${seabornJoint}
`,
  {
    notes: [
      "An option of seaborn that is not drawn is refused by its name when the script runs; one that seaborn hands on to matplotlib and that is unknown there is matplotlib's own error.",
      "Intervals around means are those of the normal distribution, where seaborn draws samples: `n_boot` and `seed` change nothing. A strip's points are shifted by random numbers of its own; a swarm's points are placed for the limits of the axes at the time of the call.",
    ],
  },
);
