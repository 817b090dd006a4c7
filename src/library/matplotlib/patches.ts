/** The Python text of the shapes of `matplotlib.patches`; part of the module `matplotlib.axes`. */
export const patches = String.raw`
class Patch(_Filled):
    """A filled shape that is put on axes later."""

    _kind = "Patch"

    def __init__(self, outline=None, closed=True, **options):
        look = _known(type(self).__name__, options, _PATCH_LOOK)
        filled = look.get("fill", True)
        face = look.get("facecolor", look.get("color", _parameter("patch.facecolor")))
        edge = look.get("edgecolor", look.get("color"))
        edge = _parameter("patch.edgecolor") if edge is None and (not filled or _parameter("patch.force_edgecolor")) else edge
        width, alpha = look.get("linewidth"), look.get("alpha")
        x, y = (np.array([]), np.array([])) if outline is None else [np.asarray(each, dtype=np.float64) for each in outline]
        shade = css(face) if filled and face is not None else None
        drawn = {"kind": "area", "x": x, "y": y, "fill": shade, "edge": _stroke(css(edge), float(_parameter("patch.linewidth") if width is None else width), look.get("linestyle", "-")),
                 "hatch": look.get("hatch") or "", "label": _shown_label(look.get("label")), "opacity": 1.0 if alpha is None else float(alpha), "order": float(look.get("zorder", 1)),
                 "clipped": bool(look.get("clip_on", True)), "measures": _measures(look.get("transform")), "_visible": look.get("visible", True), "_alpha": alpha,
                 "_dashes": look.get("linestyle", "-")}
        if not closed:
            drawn.update(kind="line", stroke=drawn["edge"] or _stroke("black", 1.0), mark=None, marked=None, _raw=(x, y), _ink="black")
        Artist.__init__(self, [drawn])

class Rectangle(Patch):
    def __init__(self, xy, width, height, angle=0.0, *, rotation_point="xy", **options):
        self._corner, self._wide, self._high, self._turn = (float(xy[0]), float(xy[1])), float(width), float(height), float(angle)
        Patch.__init__(self, self._outline(), **options)

    def _outline(self):
        turn, (x, y) = math.radians(self._turn), self._corner
        across, up = np.array([0.0, self._wide, self._wide, 0.0]), np.array([0.0, 0.0, self._high, self._high])
        return x + across * math.cos(turn) - up * math.sin(turn), y + across * math.sin(turn) + up * math.cos(turn)

    def _again(self):
        x, y = self._outline()
        for each in self._primitives:
            each.update(x=x, y=y, _reach=(x, y))

    def get_x(self): return self._corner[0]
    def get_y(self): return self._corner[1]
    def get_xy(self): return self._corner
    def get_width(self): return self._wide
    def get_height(self): return self._high
    def set_xy(self, xy):
        self._corner = float(xy[0]), float(xy[1])
        self._again()
    def set_x(self, x): self.set_xy((x, self._corner[1]))
    def set_y(self, y): self.set_xy((self._corner[0], y))
    def set_width(self, w):
        self._wide = float(w)
        self._again()
    def set_height(self, h):
        self._high = float(h)
        self._again()

def _turned_arc(x, y, wide, high, angle, first=0.0, last=360.0):
    turns = np.radians(np.linspace(first, last, max(13, int(abs(last - first) / 5) + 1)))
    across, up, turn = np.cos(turns) * wide / 2, np.sin(turns) * high / 2, math.radians(angle)
    return x + across * math.cos(turn) - up * math.sin(turn), y + across * math.sin(turn) + up * math.cos(turn)

class Ellipse(Patch):
    def __init__(self, xy, width, height, angle=0.0, **options):
        self.center, self.width, self.height, self.angle = tuple(xy), width, height, angle
        Patch.__init__(self, _turned_arc(float(xy[0]), float(xy[1]), float(width), float(height), float(angle)), **options)

class Circle(Ellipse):
    def __init__(self, xy, radius=5, **options):
        self.radius = radius
        Ellipse.__init__(self, xy, 2 * radius, 2 * radius, **options)

    def get_radius(self): return self.radius

class Arc(Patch):
    def __init__(self, xy, width, height, angle=0.0, theta1=0.0, theta2=360.0, **options):
        last = theta2 if theta2 > theta1 else theta2 + 360
        Patch.__init__(self, _turned_arc(float(xy[0]), float(xy[1]), float(width), float(height), float(angle), theta1, last), False, **dict({"fill": False}, **options))

class Wedge(Patch):
    def __init__(self, center, r, theta1, theta2, width=None, **options):
        self.center, self.r, self.theta1, self.theta2, self.width = center, r, theta1, theta2, width
        x, y = _turned_arc(float(center[0]), float(center[1]), 2 * r, 2 * r, 0.0, theta1, theta2)
        inner = _turned_arc(float(center[0]), float(center[1]), 2 * (r - width), 2 * (r - width), 0.0, theta2, theta1) if width else ([float(center[0])], [float(center[1])])
        Patch.__init__(self, (np.concatenate([x, inner[0]]), np.concatenate([y, inner[1]])), **options)

class Polygon(Patch):
    def __init__(self, xy, closed=True, **options):
        places = np.asarray(xy, dtype=np.float64).reshape(-1, 2)
        Patch.__init__(self, (places[:, 0], places[:, 1]), closed, **options)

    def get_xy(self): return np.stack([self._primitives[0]["x"], self._primitives[0]["y"]], axis=1)
    def set_xy(self, xy):
        places = np.asarray(xy, dtype=np.float64).reshape(-1, 2)
        for each in self._primitives:
            each.update(x=places[:, 0], y=places[:, 1], _reach=(places[:, 0], places[:, 1]))

class RegularPolygon(Polygon):
    def __init__(self, xy, numVertices, radius=5, orientation=0, **options):
        turns = 2 * np.pi / numVertices * np.arange(numVertices) + orientation + np.pi / 2
        Polygon.__init__(self, np.stack([xy[0] + radius * np.cos(turns), xy[1] + radius * np.sin(turns)], axis=1), **options)

class FancyBboxPatch(Patch):
    def __init__(self, xy, width, height, boxstyle="round", *, bbox_transmuter=None, mutation_scale=1, mutation_aspect=1, **options):
        style = str(boxstyle)
        pad = float(style.split("pad=")[1].split(",")[0]) if "pad=" in style else 0.3
        pad = pad * mutation_scale
        rounding = float(style.split("rounding_size=")[1].split(",")[0]) * mutation_scale if "rounding_size=" in style else pad if style.startswith("round") else 0.0
        left, bottom, right, top = xy[0] - pad, xy[1] - pad, xy[0] + width + pad, xy[1] + height + pad
        xs, ys = [], []
        for x, y, first in ((right - rounding, top - rounding, 0), (left + rounding, top - rounding, 90), (left + rounding, bottom + rounding, 180), (right - rounding, bottom + rounding, 270)):
            turns = np.radians(np.linspace(first, first + 90, 9))
            xs.append(x + rounding * np.cos(turns))
            ys.append(y + rounding * np.sin(turns))
        Patch.__init__(self, (np.concatenate(xs), np.concatenate(ys)), **options)

class FancyArrowPatch(Artist):
    def __init__(self, posA=None, posB=None, path=None, arrowstyle="simple", connectionstyle="arc3", **options):
        if path is not None and running():
            raise NotImplementedError("FancyArrowPatch(path=...) is not supported by Kerascope yet")
        given = dict(options)
        for other in ("mutation_scale", "mutation_aspect", "patchA", "patchB", "shrinkA", "shrinkB"):
            given.pop(other, None)
        _straight(connectionstyle)
        look = _known("FancyArrowPatch", given, _PATCH_LOOK)
        (x, y), (to_x, to_y) = posA, posB
        width = look.get("linewidth")
        measures = _measures(look.get("transform"))
        style = str(arrowstyle).split(",")[0]
        if style not in _ARROW_HEADS:
            raise ValueError("Unknown style: %r" % style)
        arrow = {"to": {"x": float(to_x), "y": float(to_y), "measures": measures, "offset": (0.0, 0.0)}, "ink": css(look.get("color", look.get("edgecolor", look.get("facecolor")))) or "black",
                 "width": float(_parameter("patch.linewidth") if width is None else width), "heads": _ARROW_HEADS[style],
                 "dash": (_stroke("k", 1.0, look.get("linestyle", "-")) or {"dash": []})["dash"], "shrink": 2.0}
        Artist.__init__(self, [dict(_text_primitive(x, y, "", {"zorder": look.get("zorder", 1), "alpha": look.get("alpha")}, measures), arrow=arrow)])

class FancyArrow(Polygon):
    def __init__(self, x, y, dx, dy, width=0.001, length_includes_head=False, head_width=None, head_length=None, **options):
        head_width = 3 * width if head_width is None else head_width
        head = 1.5 * head_width if head_length is None else head_length
        long = float(np.hypot(dx, dy)) or 1.0
        reach = long if length_includes_head else long + head
        along = np.array([0.0, reach - head, reach - head, reach, reach - head, reach - head, 0.0])
        aside = np.array([width, width, head_width, 0.0, -head_width, -width, -width]) / 2
        cos, sin = dx / long, dy / long
        Polygon.__init__(self, np.stack([x + along * cos - aside * sin, y + along * sin + aside * cos], axis=1), **options)

Arrow = FancyArrow

class PatchCollection(Collection):
    def __init__(self, patches, match_original=False, **options):
        look = _known("PatchCollection", {name: value for name, value in options.items() if name not in ("cmap", "norm")}, _POINT_LOOK)
        Artist.__init__(self, [each for patch in patches for each in patch._primitives])
        self._maps = options.get("cmap"), options.get("norm")
        if not match_original:
            # The patches' own looks count only where they are asked for.
            look = dict({"linewidth": _parameter("patch.linewidth"), "edgecolor": _parameter("patch.edgecolor") if _parameter("patch.force_edgecolor") else "none"}, **look)
            if "color" not in look:
                look.setdefault("facecolor", _parameter("patch.facecolor"))
            else:
                look.pop("edgecolor")
        for name, value in look.items():
            if hasattr(self, "set_" + name):
                getattr(self, "set_" + name)(value)

    def set_array(self, A):
        image = _image_of(np.asarray(A, dtype=np.float64), self._maps[0], self._maps[1], None, None)
        self._image = image
        for each, row in zip(self._primitives, np.asarray(image["cmap"](image["norm"](image["values"]))).tolist()):
            each["fill"] = css(row)

class LineCollection(Collection):
    def __init__(self, segments, *, colors=None, linewidths=None, linestyles="solid", cmap=None, norm=None, array=None, zorder=2, **options):
        look = _known("LineCollection", options, _POINT_LOOK)
        self._maps, parts = (cmap, norm), [np.asarray(each, dtype=np.float64) for each in segments]
        shades = [colors if colors is not None else look.get("color", "C0")]
        shades = list(colors) if isinstance(colors, (list, tuple, np.ndarray)) and len(colors) and not isinstance(colors[0], (int, float)) else shades
        wide = np.atleast_1d(_parameter("lines.linewidth") if linewidths is None else linewidths)
        made = []
        for place, part in enumerate(parts):
            given = {"color": shades[place % len(shades)], "linewidth": float(wide[place % len(wide)]), "linestyle": linestyles if isinstance(linestyles, (str, tuple)) else linestyles[place % len(linestyles)],
                     "zorder": zorder, "alpha": look.get("alpha"), "label": look.get("label") if place == 0 else None}
            made.append(_line_of(part[:, 0], part[:, 1], given, css(given["color"]) or "C0"))
        Artist.__init__(self, made)
        if array is not None:
            self.set_array(array)

    def set_array(self, A):
        image = _image_of(np.asarray(A, dtype=np.float64), self._maps[0], self._maps[1], None, None)
        self._image = image
        self._coloured()

    def _coloured(self):
        rows = np.asarray(self._image["cmap"](self._image["norm"](self._image["values"]))).tolist()
        for each, row in zip(self._primitives, rows):
            each.update(_ink=css(row), stroke=dict(each["stroke"] or {"width": 1.0, "dash": []}, ink=css(row)))

    def set_linewidth(self, w):
        for each in self._primitives:
            each["stroke"] = dict(each["stroke"], width=float(np.atleast_1d(w)[0]))
    set_linewidths = set_lw = set_linewidth
    def set_color(self, c):
        for each in self._primitives:
            each.update(_ink=css(c), stroke=dict(each["stroke"], ink=css(c)))
    set_colors = set_color

class PolyCollection(Collection):
    def __init__(self, verts, *, facecolors=None, edgecolors=None, linewidths=None, alpha=None, zorder=1, cmap=None, norm=None, array=None, **options):
        made = []
        for place, part in enumerate(verts):
            shade = facecolors[place % len(facecolors)] if facecolors is not None and not isinstance(facecolors, str) else facecolors if facecolors is not None else options.get("color", "C0")
            made.append(Polygon(part, facecolor=shade, edgecolor=edgecolors if isinstance(edgecolors, str) else None, linewidth=None if linewidths is None else float(np.atleast_1d(linewidths)[0]),
                                alpha=alpha, zorder=zorder))
        Artist.__init__(self, [each for patch in made for each in patch._primitives])
`;
