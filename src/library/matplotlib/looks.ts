/** The Python text of how things look: names of properties, what of them has an effect, dashes, markers and fonts; part of `matplotlib.axes`. */
/** Properties that change nothing that a figure shows, or no more than how lines end and which letters are used. */
export const COSMETIC =
  'antialiased snap rasterized gid url urls picker pickradius animated agg_filter sketch_params solid_capstyle solid_joinstyle dash_capstyle dash_joinstyle capstyle joinstyle in_layout mouseover path_effects figure axes clip_box contains fontstyle fontfamily fontname fontproperties fontstretch fontvariant multialignment linespacing wrap usetex parse_math math_fontfamily bidi rotation_mode transform_rotates_text data gapcolor';

export const looks = String.raw`
_MARKERS = ".,ov^<>12348spP*hH+xXDd|_"
_LETTERS = "bgrcmykw"
_DASHES = {"solid": [], "dashed": [3.7, 1.6], "dashdot": [6.4, 1.6, 1.0, 1.6], "dotted": [1.0, 1.65]}
_LINES = {"-": "solid", "--": "dashed", "-.": "dashdot", ":": "dotted"}
_NO_LINE = ("", " ", "None", "none")
_SIZES = {"xx-small": 0.579, "x-small": 0.694, "small": 0.833, "medium": 1.0, "large": 1.2, "x-large": 1.44, "xx-large": 1.728, "smaller": 0.833, "larger": 1.2}
_HEAVY = ("bold", "heavy", "semibold", "demibold", "demi", "black", "extra bold", "roman bold")

# Other names of properties.
_ALIASES = {"lw": "linewidth", "ls": "linestyle", "c": "color", "ms": "markersize", "mfc": "markerfacecolor", "mec": "markeredgecolor", "mew": "markeredgewidth",
            "fc": "facecolor", "ec": "edgecolor", "aa": "antialiased", "ds": "drawstyle", "linewidths": "linewidth", "linestyles": "linestyle", "edgecolors": "edgecolor",
            "facecolors": "facecolor", "antialiaseds": "antialiased", "mfcalt": "markerfacecoloralt"}
_TEXT_ALIASES = {"c": "color", "size": "fontsize", "ha": "horizontalalignment", "va": "verticalalignment", "weight": "fontweight", "style": "fontstyle", "family": "fontfamily",
                 "ma": "multialignment", "name": "fontname", "font": "fontproperties", "font_properties": "fontproperties", "stretch": "fontstretch", "variant": "fontvariant"}
_COSMETIC = set("${COSMETIC}".split())
_LINE_LOOK = set("""color linewidth linestyle marker markersize markerfacecolor markeredgecolor markeredgewidth alpha label zorder drawstyle markevery transform visible
    dashes clip_on fillstyle scalex scaley xdata ydata""".split())
_PATCH_LOOK = set("facecolor edgecolor color linewidth linestyle alpha label zorder fill hatch visible clip_on transform capsize".split())
_POINT_LOOK = set("facecolor edgecolor color linewidth linestyle alpha label zorder visible clip_on hatch transform offsets".split())
_TEXT_LOOK = set("color fontsize fontweight horizontalalignment verticalalignment rotation alpha zorder bbox transform visible clip_on backgroundcolor label".split())
_NOT_DRAWN = {"clip_path", "markerfacecoloralt", "mask", "offset_transform"}

def _known(owner, options, effective, aliases=_ALIASES):
    """Options by their full names; what the drawing does not know is an error, as in matplotlib."""
    found = {}
    for name, value in options.items():
        full = aliases.get(name, name)
        if full in effective:
            found[full] = value
        elif full in _NOT_DRAWN:
            if value is not None and running():
                raise NotImplementedError("the property %r of matplotlib's %s is not supported by Kerascope yet" % (name, owner))
        elif full not in _COSMETIC:
            raise AttributeError("%s.set() got an unexpected keyword argument %r" % (owner, name))
    return found

def _parameter(name):
    import matplotlib
    return matplotlib.rcParams[name]

def _font(size, otherwise=None):
    """A font's size in points, of a number or a name."""
    if size is None:
        return float(_parameter("font.size")) if otherwise is None else otherwise
    if isinstance(size, str):
        if size not in _SIZES:
            raise ValueError("Font size must be a number or one of %s" % ", ".join(sorted(_SIZES)))
        return float(_parameter("font.size")) * _SIZES[size]
    return float(size)

def _is_bold(weight):
    return weight in _HEAVY if isinstance(weight, str) else weight is not None and float(weight) >= 600

def _dash_name(style):
    """The full name of a line's style, or its dashes; None for no line."""
    if style is None:
        return "solid"
    if isinstance(style, (tuple, list)):
        if len(style) == 2 and hasattr(style[1], "__len__"):
            return [float(part) for part in style[1]]
        if style[-1] is None:
            return "solid"
        raise ValueError("Unrecognized linestyle: %r" % (style,))
    if style in _NO_LINE:
        return None
    if style not in _LINES and style not in _DASHES:
        raise ValueError("%r is not a valid value for ls; supported values are '-', '--', '-.', ':', 'None', ' ', '', 'solid', 'dashed', 'dashdot', 'dotted'" % style)
    return _LINES.get(style, style)

def _stroke(ink, width, style="-"):
    """How a line is drawn; None where there is none."""
    name = _dash_name(style)
    if name is None or ink is None or not width > 0:
        return None
    lengths = _parameter("lines.%s_pattern" % name) if name in ("dashed", "dashdot", "dotted") else name if isinstance(name, list) else []
    return {"ink": ink, "width": float(width), "dash": [float(each) * float(width) for each in lengths]}

def _marker_of(marker):
    if marker is None or isinstance(marker, str) and marker in _NO_LINE:
        return ""
    if isinstance(marker, str):
        if marker.startswith("$"):
            if not running():
                return "o"
            raise NotImplementedError("markers that are formulas (%r) are not supported by Kerascope yet" % marker)
        if marker not in _MARKERS or len(marker) != 1:
            raise ValueError("Unrecognized marker style %r" % marker)
        return marker
    if isinstance(marker, (int, np.integer)) and 0 <= marker <= 11:
        return ["_", "_", "|", "|", "<", ">", "^", "v", "<", ">", "^", "v"][marker]
    if isinstance(marker, tuple) and len(marker) in (2, 3) and isinstance(marker[0], int):
        kind, turned = marker[1], marker[2] if len(marker) == 3 else 0
        if kind == 0 and turned == 0 and marker[0] in (3, 4, 5, 6):
            return {3: "^", 4: "D", 5: "p", 6: "h"}[marker[0]]
        if kind == 1 and turned == 0 and marker[0] == 5:
            return "*"
    if not running():
        return "o"
    raise NotImplementedError("the marker %r is not supported by Kerascope yet" % (marker,))

def _mark(marker, size, face, edge, width):
    return {"marker": marker, "size": float(size), "face": face, "edge": edge, "edgeWidth": float(width)}

def _style(text):
    """Colour, marker and style of the line of a format such as 'ro--'."""
    if text in _NO_LINE:
        return None, None, "None"
    if len(text) > 1 and is_color_like(text):
        return text, None, None
    color, marker, line = None, None, None
    place = 0
    while place < len(text):
        letter = text[place]
        if text[place:place + 2] in ("--", "-."):
            if line is not None:
                raise ValueError("%r is not a valid format string (two linestyle symbols)" % text)
            line, place = text[place:place + 2], place + 2
        elif letter in ("-", ":"):
            if line is not None:
                raise ValueError("%r is not a valid format string (two linestyle symbols)" % text)
            line, place = letter, place + 1
        elif letter in _MARKERS:
            if marker is not None:
                raise ValueError("%r is not a valid format string (two marker symbols)" % text)
            marker, place = letter, place + 1
        elif letter in _LETTERS:
            if color is not None:
                raise ValueError("%r is not a valid format string (two color symbols)" % text)
            color, place = letter, place + 1
        elif letter == "C" and text[place + 1:place + 2].isdigit():
            stop = place + 1
            while stop < len(text) and text[stop].isdigit():
                stop += 1
            color, place = text[place:stop], stop
        else:
            raise ValueError("%r is not a valid format string (unrecognized character %r)" % (text, letter))
    return color, marker, line

def _text_look(options, size, color=None, align="left", vertical="baseline", weight="normal"):
    """How words look, of options by their full names."""
    across, up = options.get("horizontalalignment", align), options.get("verticalalignment", vertical)
    if across not in ("left", "center", "right"):
        raise ValueError("%r is not a valid value for align; supported values are 'center', 'right', 'left'" % across)
    if up not in ("top", "bottom", "center", "baseline", "center_baseline"):
        raise ValueError("%r is not a valid value for align; supported values are 'top', 'bottom', 'center', 'baseline', 'center_baseline'" % up)
    rotation = options.get("rotation", 0)
    rotation = {"vertical": 90.0, "horizontal": 0.0, None: 0.0}.get(rotation) if rotation is None or isinstance(rotation, str) else float(rotation)
    ink = options.get("color", color)
    return {"size": _font(options["fontsize"], None) if options.get("fontsize") is not None else _font(size), "bold": _is_bold(options.get("fontweight", weight)),
            "ink": _text_ink(ink), "angle": rotation, "align": {"left": "start", "center": "middle", "right": "end"}[across],
            "vertical": {"center": "middle", "center_baseline": "middle"}.get(up, up)}

def _text_ink(color):
    """None for the figure's own ink."""
    return None if color is None or color in ("auto", "inherit") else css(color)

def _words_of(options, fontdict=None):
    """A text's options by their full names; those of the font's dictionary first."""
    merged = dict(fontdict or {})
    merged.update(options)
    fonts = merged.get("fontproperties", merged.get("font_properties"))
    if fonts is not None and hasattr(fonts, "_size") and fonts._size is not None:
        merged.setdefault("fontsize", fonts._size)
        merged.setdefault("fontweight", fonts._weight)
    return _known("Text", merged, _TEXT_LOOK, _TEXT_ALIASES)

def _flat(values):
    array = np.asarray(values)
    if hasattr(array, "filled"):
        array = array.filled(np.nan)
    return array.astype(np.float64) if array.dtype.kind in "biuf" else array
`;
