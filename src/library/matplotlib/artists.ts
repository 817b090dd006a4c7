/** The Python text of what drawing calls return: their later changes reach what was drawn; part of `matplotlib.axes`. */
export const artists = String.raw`
class Artist:
    """What a drawing call returns: its later changes reach what was drawn."""

    def __init__(self, primitives=(), image=None, axes=None):
        self._primitives = list(primitives)
        self._image = image
        self.axes = axes

    def __getattr__(self, name):
        if name.startswith("set_") or name in ("remove", "update", "append", "clabel", "add_callback"):
            return lambda *args, **options: None
        if name == "legend_elements":
            return self._elements
        if name.startswith("get_"):
            return lambda *args, **options: self
        if not running():
            return unknown("this part of a drawing is not modelled")
        raise AttributeError("%r object has no attribute %r" % (type(self).__name__, name))

    def _elements(self, *args, **options):
        return self._groups if hasattr(self, "_groups") else ([], [])

    def __iter__(self):
        return iter([self])

    def remove(self):
        for each in self._primitives:
            each["kind"] = "gone"

    def _put(self, name, value):
        for each in self._primitives:
            each[name] = value

    def set(self, **options):
        for name, value in options.items():
            getattr(self, "set_" + name)(value)

    def set_visible(self, visible):
        for each in self._primitives:
            each["alpha"] = (each.get("alpha") or 1.0) if visible else 0.0

    def set_label(self, label): self._put("label", str(label))
    def set_color(self, color): self._put("color", css(color))
    set_facecolor = set_fc = set_color
    def set_edgecolor(self, color): self._put("edge", css(color))
    def set_alpha(self, alpha): self._put("alpha", 1.0 if alpha is None else float(alpha))
    def set_linewidth(self, width): self._put("width", float(width))
    set_lw = set_linewidth
    def set_linestyle(self, style): self._put("dash", _dash_of(style))
    set_ls = set_linestyle
    def set_marker(self, marker): self._put("marker", _marker_of(marker))
    def set_text(self, text): self._put("text", str(text))
    def set_fontsize(self, size): self._put("size", _font(size))
    set_size = set_fontsize
    def set_rotation(self, angle): self._put("angle", float(angle))
    def set_ydata(self, y): self._put("y", _flat(y))
    def set_xdata(self, x): self._put("x", _flat(x))

    def set_data(self, *args):
        if len(args) == 2 or len(args[0]) == 2:
            x, y = args if len(args) == 2 else (args[0][0], args[0][1])
            self.set_xdata(x)
            self.set_ydata(y)

    def set_offsets(self, places):
        places = np.asarray(places, dtype=np.float64)
        self.set_data(places[:, 0], places[:, 1])

    def _of(self, name, otherwise):
        value = self._primitives[0].get(name) if self._primitives else None
        return otherwise if value is None else value

    def get_color(self): return self._of("color", "C0")
    get_facecolor = get_color
    def get_label(self): return self._of("label", "")
    def get_text(self): return self._of("text", "")
    def get_linestyle(self): return {"solid": "-", "dashed": "--", "dashdot": "-.", "dotted": ":"}[self._of("dash", "solid")]
    def get_linewidth(self): return self._of("width", 1.5)
    def get_alpha(self): return self._of("alpha", None)
    def get_xdata(self, orig=True): return self._of("x", np.array([]))
    def get_ydata(self, orig=True): return self._of("y", np.array([]))
    def get_data(self, orig=True): return self.get_xdata(), self.get_ydata()

class Line2D(Artist):
    def __init__(self, xdata=(), ydata=(), *, color=None, linestyle="-", linewidth=1.5, marker=None, markersize=6.0, label="",
                 lw=None, ls=None, ms=None, alpha=None, c=None, **options):
        shade = color if color is not None else c
        Artist.__init__(self, [_line(np.array(xdata, dtype=np.float64), np.array(ydata, dtype=np.float64), label, css(shade) or "C0",
                                     width=linewidth if lw is None else lw, dash=ls or linestyle, marker=marker,
                                     size=markersize if ms is None else ms, alpha=alpha)])

class Patch(Artist):
    def __init__(self, facecolor=None, edgecolor=None, color=None, label="", alpha=None, fill=True, linewidth=None, lw=None, fc=None, ec=None,
                 linestyle=None, ls=None, zorder=None, hatch=None, transform=None, **options):
        face = color if color is not None else facecolor if facecolor is not None else fc
        edge = color if color is not None else edgecolor if edgecolor is not None else ec
        x, y = self._outline(options)
        if fill and not (isinstance(face, str) and face.lower() == "none"):
            drawn = {"kind": "area", "x": x, "y": y, "shares": "", "edge": css(edge), "color": css(face) or "C0"}
        else:
            drawn = _line(x, y, "", css(edge) or "black", width=1.0 if lw is None and linewidth is None else lw or linewidth, dash=ls or linestyle or "-")
        drawn.update(label=str(label), alpha=1.0 if alpha is None else alpha, right=False)
        Artist.__init__(self, [drawn])

    def _outline(self, options):
        return np.array([]), np.array([])

class Rectangle(Patch):
    def __init__(self, xy, width, height, angle=0.0, **options):
        Patch.__init__(self, _xy=xy, _width=width, _height=height, _angle=angle, **options)

    def _outline(self, options):
        (x, y), wide, high = options["_xy"], float(options["_width"]), float(options["_height"])
        turn = np.radians(options["_angle"])
        across, up = np.array([0.0, wide, wide, 0.0, 0.0]), np.array([0.0, 0.0, high, high, 0.0])
        return x + across * np.cos(turn) - up * np.sin(turn), y + across * np.sin(turn) + up * np.cos(turn)

class Ellipse(Patch):
    def __init__(self, xy, width, height, angle=0.0, **options):
        Patch.__init__(self, _xy=xy, _width=width, _height=height, _angle=angle, **options)

    def _outline(self, options):
        turns, turn = np.linspace(0, 2 * np.pi, 73), np.radians(options["_angle"])
        across, up = np.cos(turns) * options["_width"] / 2, np.sin(turns) * options["_height"] / 2
        x, y = options["_xy"]
        return x + across * np.cos(turn) - up * np.sin(turn), y + across * np.sin(turn) + up * np.cos(turn)

class Circle(Ellipse):
    def __init__(self, xy, radius=5, **options):
        Ellipse.__init__(self, xy, 2 * radius, 2 * radius, **options)

class Polygon(Patch):
    def __init__(self, xy, closed=True, **options):
        Patch.__init__(self, _xy=np.asarray(xy, dtype=np.float64), **options)

    def _outline(self, options):
        places = np.concatenate([options["_xy"], options["_xy"][:1]])
        return places[:, 0], places[:, 1]

class FancyBboxPatch(Rectangle):
    def __init__(self, xy, width, height, boxstyle="round", **options):
        Rectangle.__init__(self, xy, width, height, **options)

class FancyArrowPatch(Artist):
    def __init__(self, posA=None, posB=None, color=None, lw=1.0, alpha=None, **options):
        (x, y), (to_x, to_y) = posA, posB
        Artist.__init__(self, [_arrows([x], [y], [to_x - x], [to_y - y], css(color) or "black", lw, alpha)])

class Bar(Rectangle):
    """One bar of several that are drawn as one."""

    def __init__(self, drawn, place):
        Artist.__init__(self)
        self._drawn, self._place = drawn, place

    def _alone(self, color):
        """Gives one of the bars a colour of its own."""
        drawn, place = self._drawn, self._place
        if "inks" not in drawn:
            drawn["inks"] = [drawn["color"]] * len(drawn["x"])
        drawn["inks"][place] = css(color)

    def set_color(self, color): self._alone(color)
    set_facecolor = set_color

    def _length(self): return float(self._drawn["height"][self._place])
    def _breadth(self): return float(self._drawn["width"][self._place if len(self._drawn["width"]) > 1 else 0])
    def _start(self): return float(self._drawn["x"][self._place]) - self._breadth() / 2
    def get_height(self): return self._breadth() if self._drawn["horizontal"] else self._length()
    def get_width(self): return self._length() if self._drawn["horizontal"] else self._breadth()
    def get_x(self): return float(self._drawn["bottom"][self._place]) if self._drawn["horizontal"] else self._start()
    def get_y(self): return self._start() if self._drawn["horizontal"] else float(self._drawn["bottom"][self._place])
    def get_label(self): return self._drawn["label"]

class Bars:
    """The bars of one call, one after the other."""

    errorbar = None

    def __init__(self, drawn=None):
        self.patches = [] if drawn is None else [Bar(drawn, place) for place in range(len(drawn["x"]))]
        self._primitives = [] if drawn is None else [drawn]

    def __iter__(self): return iter(self.patches)
    def __len__(self): return len(self.patches)
    def __getitem__(self, key): return self.patches[key]

    def get_label(self): return self._primitives[0]["label"] if self._primitives else ""

    def set_label(self, label):
        for each in self._primitives:
            each["label"] = str(label)

    def remove(self):
        for each in self._primitives:
            each["kind"] = "gone"
`;
