/** The Python text of palettes by hue, lightness and blending; part of the module `seaborn`. */
export const seabornPalettes = `
# Perceived hue, saturation and lightness: CIE's L, u and v around the white of D65, with chroma as a share of what can be shown.
_TO_RGB = ((3.240969941904521, -1.537383177570093, -0.498610760293), (-0.96924363628087, 1.87596750150772, 0.041555057407175), (0.055630079696993, -0.20397695888897, 1.056971514242878))
_TO_XYZ = ((0.41239079926595, 0.35758433938387, 0.18048078840183), (0.21263900587151, 0.71516867876775, 0.072192315360733), (0.01933081871559, 0.11919477979462, 0.95053215224966))
_WHITE_U, _WHITE_V = 0.19783000664283, 0.46831999493879

def _widest(light, hue):
    """The largest chroma of a lightness that can be shown at a hue, in degrees."""
    cube = ((light + 16) / 116) ** 3
    y = cube if cube > (6 / 29) ** 3 else light / (29 / 3) ** 3
    found, turn = [], np.radians(hue)
    # Along the hue each of red, green and blue reaches none or all on a line of the plane of u and v.
    for first, second, third in _TO_RGB:
        for end in (0, 1):
            below = (632260 * third - 126452 * second) * y + 126452 * end
            slope = (284517 * first - 94839 * third) * y / below
            start = ((838422 * third + 769860 * second + 731718 * first) * light * y - 769860 * end * light) / below
            long = start / (np.sin(turn) - slope * np.cos(turn))
            if long >= 0:
                found.append(float(long))
    return min(found)

def _of_husl(hue, much, light):
    """Red, green and blue of degrees and two shares of a hundred."""
    if light > 99.9999999:
        return (1.0, 1.0, 1.0)
    if light < 1e-8:
        return (0.0, 0.0, 0.0)
    chroma = _widest(light, hue) / 100 * much
    u, v = np.cos(np.radians(hue)) * chroma / (13 * light) + _WHITE_U, np.sin(np.radians(hue)) * chroma / (13 * light) + _WHITE_V
    y = ((light + 16) / 116) ** 3 if light > 8 else light / (29 / 3) ** 3
    x = 9 * y * u / (4 * v)
    parts = [sum([a * b for a, b in zip(row, (x, y, (9 * y - 15 * v * y - v * x) / (3 * v)))]) for row in _TO_RGB]
    return tuple([float(min(1.0, max(0.0, 12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055))) for part in parts])

def _husl_of(color):
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in to_rgb(color)]
    x, y, z = [sum([a * b for a, b in zip(row, parts)]) for row in _TO_XYZ]
    light = 116 * y ** (1 / 3) - 16 if y > (6 / 29) ** 3 else y * (29 / 3) ** 3
    if light < 1e-8 or light > 99.9999999:
        return 0.0, 0.0, light
    u, v = 13 * light * (4 * x / (x + 15 * y + 3 * z) - _WHITE_U), 13 * light * (9 * y / (x + 15 * y + 3 * z) - _WHITE_V)
    hue = float(np.degrees(np.arctan2(v, u))) % 360
    return hue, (u * u + v * v) ** 0.5 / _widest(light, hue) * 100, light

def _from(color, kind):
    if kind not in ("rgb", "hls", "husl"):
        raise NotImplementedError("seaborn's colors by input=%r are not supported by Kerascope yet" % (kind,))
    return to_rgb(color) if kind == "rgb" else _hls(*color) if kind == "hls" else _of_husl(*color)

def _listed(rows, name):
    from matplotlib.colors import ListedColormap
    return ListedColormap(rows, name)

def hls_palette(n_colors=6, h=.01, l=.6, s=.65, as_cmap=False):
    hues = (np.linspace(0, 1, (256 if as_cmap else int(n_colors)) + 1)[:-1] + h) % 1
    found = [_hls(float(hue), l, s) for hue in hues]
    return _listed(found, "hls") if as_cmap else _Palette(found)

def husl_palette(n_colors=6, h=.01, s=.9, l=.65, as_cmap=False):
    hues = (np.linspace(0, 1, (256 if as_cmap else int(n_colors)) + 1)[:-1] + h) % 1
    found = [_of_husl(float(hue) * 359, s * 99, l * 99) for hue in hues]
    return _listed(found, "hsl") if as_cmap else _Palette(found)

def blend_palette(colors, n_colors=6, as_cmap=False, input="rgb"):
    from matplotlib.colors import LinearSegmentedColormap
    found = LinearSegmentedColormap.from_list("blend", [_from(color, input) for color in colors])
    return found if as_cmap else _Palette([tuple(row[:3]) for row in np.asarray(found(np.linspace(0, 1, int(n_colors)))).tolist()])

def _towards_gray(color, light, n_colors, reverse, as_cmap, input):
    color = _from(color, input)
    hue, much, own = _husl_of(color)
    ends = [_of_husl(hue, 0.15 * much, light), color]
    return blend_palette(ends[::-1] if reverse else ends, n_colors, as_cmap)

def light_palette(color, n_colors=6, reverse=False, as_cmap=False, input="rgb"): return _towards_gray(color, 95, n_colors, reverse, as_cmap, input)
def dark_palette(color, n_colors=6, reverse=False, as_cmap=False, input="rgb"): return _towards_gray(color, 15, n_colors, reverse, as_cmap, input)

def diverging_palette(h_neg, h_pos, s=75, l=50, sep=1, n=6, center="light", as_cmap=False):
    make, middle = {"dark": (dark_palette, (.133, .133, .133)), "light": (light_palette, (.95, .95, .95))}[center]
    half = int(128 - sep // 2)
    sides = [make((hue, s, l), half, reverse=reverse, input="husl") for hue, reverse in ((h_neg, True), (h_pos, False))]
    return blend_palette(list(sides[0]) + [middle] * sep + list(sides[1]), n, as_cmap)

def cubehelix_palette(n_colors=6, start=0, rot=.4, gamma=1.0, hue=0.8, light=.85, dark=.15, reverse=False, as_cmap=False):
    found = []
    # Green's helix in a table of 256, as a colour map holds it.
    for share in np.linspace(light, dark, 256 if as_cmap else int(n_colors)):
        at = (min(int(share * 256), 255) / 255) ** gamma
        turn, far = 2 * np.pi * (start / 3 + rot * min(int(share * 256), 255) / 255), hue * at * (1 - at) / 2
        found.append(tuple([float(min(1.0, max(0.0, at + far * (first * np.cos(turn) + second * np.sin(turn))))) for first, second in ((-0.14861, 1.78277), (-0.29227, -0.90649), (1.97294, 0.0))]))
    found = found[::-1] if reverse else found
    return _listed(found, "seaborn_cubehelix") if as_cmap else _Palette(found)

def desaturate(color, prop):
    if not 0 <= prop <= 1:
        raise ValueError("prop must be between 0 and 1")
    return _desaturated(color, prop)

def saturate(color):
    red, green, blue = to_rgb(color)
    high, low = max(red, green, blue), min(red, green, blue)
    if high == low:
        return (red, green, blue)
    middle = (high + low) / 2
    return tuple([max(0.0, middle + (part - middle) * min(middle, 1 - middle) * 2 / (high - low)) for part in (red, green, blue)])

def _written_palette(text, n_colors, as_cmap):
    """The palettes that a name describes: light, dark, blend, ch; None for others."""
    kind, _, rest = text.partition(":")
    reverse = rest.endswith("_r")
    rest = rest[:-2] if reverse else rest
    n_colors = 6 if n_colors is None else n_colors
    if kind in ("light", "dark") and rest:
        return (light_palette if kind == "light" else dark_palette)(rest, n_colors, reverse=reverse, as_cmap=as_cmap)
    if kind == "blend" and rest:
        return blend_palette(rest.split(","), n_colors, as_cmap=as_cmap)
    if kind == "ch":
        names = {"s": "start", "r": "rot", "g": "gamma", "h": "hue", "l": "light", "d": "dark"}
        given, places = {}, []
        for part in [part.strip() for part in rest.split(",") if part.strip()]:
            name, equals, value = part.partition("=")
            if equals:
                given[names.get(name.strip(), name.strip())] = float(value)
            else:
                places.append(float(name))
        return cubehelix_palette(n_colors, *places, reverse=reverse, as_cmap=as_cmap, **given)
    return None
`;
