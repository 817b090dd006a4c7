/** The Python text of words, arrows and patches that are put on axes; part of the module `matplotlib.axes`. */
export const textDrawing = String.raw`
def _box_behind(props, size):
    if not props:
        return None
    style = props.get("boxstyle", "square")
    pad = props.get("pad")
    if isinstance(style, str) and "pad=" in style:
        pad = float(style.split("pad=")[1].split(",")[0]) * size
    elif pad is None:
        pad = {"square": 0.3 if "boxstyle" in props else 0.0, "round": 0.3}.get(style.split(",")[0] if isinstance(style, str) else "square", 0.3) * size
        pad = 4.0 if "boxstyle" not in props else pad
    look = _known("FancyBboxPatch", {name: value for name, value in props.items() if name not in ("boxstyle", "pad", "mutation_scale")}, _PATCH_LOOK)
    face, edge = look.get("facecolor", look.get("color", "C0")), look.get("edgecolor", look.get("color", "black"))
    width, alpha = look.get("linewidth"), look.get("alpha")
    return {"fill": css(face) if look.get("fill", True) else None, "edge": css(edge), "width": float(_parameter("patch.linewidth") if width is None else width), "pad": float(pad),
            "opacity": 1.0 if alpha is None else float(alpha)}

def _text_primitive(x, y, text, look, measures, offset=(0.0, 0.0), arrow=None):
    size = look.get("fontsize", _parameter("font.size"))
    said = _text_look(look, size, _parameter("text.color"), weight=_parameter("font.weight"))
    said["ink"] = None if look.get("color", _parameter("text.color")) == "black" and "color" not in look else said["ink"]
    alpha = look.get("alpha")
    box = look.get("bbox")
    if box is None and look.get("backgroundcolor") is not None:
        box = {"facecolor": look["backgroundcolor"], "edgecolor": "none", "pad": 2}
    return {"kind": "text", "x": float(x), "y": float(y), "measures": measures, "offset": tuple([float(part) for part in offset]), "text": str(text), "look": said,
            "box": _box_behind(box, said["size"]), "arrow": arrow, "opacity": 1.0 if alpha is None else float(alpha), "clipped": bool(look.get("clip_on", False)),
            "label": "", "order": float(look.get("zorder", 3)), "_visible": look.get("visible", True)}

_ARROW_HEADS = {"-": "", "->": "end", "<-": "start", "<->": "both", "-|>": "end", "<|-": "start", "<|-|>": "both", "fancy": "end", "simple": "end", "wedge": "end"}

def _straight(connection):
    """Refuses an arrow that matplotlib would bend."""
    if connection is None or not running():
        return
    name, *settings = [part.strip() for part in str(connection).split(",")]
    if name not in ("arc3", "angle", "angle3", "arc", "bar"):
        raise ValueError("Unknown style: %r" % name)
    bent = [each for each in settings if each.replace(" ", "").startswith("rad=") and float(each.split("=")[1]) != 0]
    if name != "arc3" or bent:
        raise NotImplementedError("connectionstyle=%r is not supported by Kerascope yet: arrows are straight" % (connection,))

class _TextDrawing:
    def text(self, x, y, s, fontdict=None, **options):
        look = _words_of(options, fontdict)
        if not running():
            return Text(0, 0, "")
        measures = _measures(look.get("transform"))
        shift = getattr(look.get("transform"), "_offset", (0.0, 0.0))
        places = [float(np.atleast_1d(self._numbers([each], name))[0]) if measure == "data" else float(each) for each, name, measure in ((x, "x", measures[0]), (y, "y", measures[1]))]
        return self._say(_text_primitive(places[0], places[1], s, look, measures, shift))

    def _say(self, drawn):
        self._primitives.append(drawn)
        made = Text._drawn(drawn, self)
        self.texts.append(made)
        return made

    def _spot(self, place, coordinates):
        """A place by the name of its coordinates: what it measures, and points to add."""
        if isinstance(coordinates, _Coordinates):
            pair = coordinates._pair
        else:
            pair = {"data": ("data", "data"), "axes fraction": ("axes", "axes"), "figure fraction": ("figure", "figure"), "subfigure fraction": ("figure", "figure"),
                    "figure points": ("points", "points"), "figure pixels": ("points", "points")}.get(coordinates)
        if pair is None:
            raise NotImplementedError("annotate with coordinates %r is not supported by Kerascope yet" % (coordinates,))
        return pair

    def _at(self, place, coordinates):
        """Figure's words of a place: x, y, measures."""
        if isinstance(coordinates, (tuple, list)) and len(coordinates) == 2 and not isinstance(coordinates, str):
            measures = tuple([self._spot(place, each)[index] for index, each in enumerate(coordinates)])
        else:
            measures = self._spot(place, coordinates)
        scale = 72.0 / self.figure.dpi if coordinates == "figure pixels" else 1.0
        return [float(np.atleast_1d(self._numbers([each], name))[0]) if measure == "data" else float(each) * scale for each, name, measure in zip(place, "xy", measures)] + [measures]

    def annotate(self, text, xy, xytext=None, xycoords="data", textcoords=None, arrowprops=None, annotation_clip=None, **options):
        look = _words_of(options)
        if not running():
            return Text(0, 0, "")
        to_x, to_y, to_measures = self._at(xy, xycoords)
        coordinates = xycoords if textcoords is None else textcoords
        offset = (0.0, 0.0)
        if xytext is None:
            x, y, measures = to_x, to_y, to_measures
        elif coordinates in ("offset points", "offset pixels", "offset fontsize"):
            scale = 1.0 if coordinates == "offset points" else 72.0 / self.figure.dpi if coordinates == "offset pixels" else _font(look.get("fontsize", _parameter("font.size")))
            x, y, measures, offset = to_x, to_y, to_measures, (float(xytext[0]) * scale, float(xytext[1]) * scale)
        else:
            x, y, measures = self._at(xytext, coordinates)
        arrow = None
        if arrowprops is not None:
            arrow = self._arrow_to({"x": to_x, "y": to_y, "measures": to_measures, "offset": (0.0, 0.0)}, dict(arrowprops))
        return self._say(_text_primitive(x, y, text, look, measures, offset, arrow))

    def _arrow_to(self, spot, props):
        style = props.pop("arrowstyle", None)
        plain = style is None
        name = "simple" if plain else str(style).split(",")[0]
        if name not in _ARROW_HEADS:
            if name in ("]-[", "-[", "]-", "|-|", "]->", "<-["):
                raise NotImplementedError("arrowstyle=%r is not supported by Kerascope yet" % style)
            raise ValueError("Unknown style: %r" % name)
        _straight(props.pop("connectionstyle", None))
        width = props.pop("width", 4.0 if plain else None)
        shrink = props.pop("shrink", 0.0)
        ends = [props.pop("shrinkA", 2.0), props.pop("shrinkB", 2.0)]
        for other in ("headwidth", "headlength", "frac", "mutation_scale", "mutation_aspect", "relpos", "patchA", "patchB"):
            props.pop(other, None)
        look = _known("FancyArrowPatch", props, _PATCH_LOOK)
        ink = look.get("color", look.get("facecolor" if plain else "edgecolor", look.get("facecolor")))
        line = look.get("linewidth")
        line = float(width) if plain else float(_parameter("patch.linewidth") if line is None else line)
        dash = _stroke("k", line, look.get("linestyle", "-"))
        return {"to": spot, "ink": css(ink) or ("C0" if plain else "black"), "width": line, "heads": _ARROW_HEADS[name], "dash": dash["dash"] if dash else [], "shrink": float(max(ends) + shrink * 20)}

    def arrow(self, x, y, dx, dy, **options):
        given = {name: options.pop(name) for name in ("width", "head_width", "head_length", "length_includes_head", "shape", "overhang", "head_starts_at_zero") if name in options}
        if not running():
            return _Filled()
        width = float(given.get("width", 0.001))
        head_width = 3 * width if given.get("head_width") is None else float(given["head_width"])
        head = 1.5 * head_width if given.get("head_length") is None else float(given["head_length"])
        long = float(np.hypot(dx, dy))
        if given.get("shape", "full") != "full":
            raise NotImplementedError("arrow(shape=%r) is not supported by Kerascope yet" % given["shape"])
        reach = long if given.get("length_includes_head") else long + head
        shaft = max(0.0, reach - head)
        along = np.array([0.0, shaft, shaft, reach, shaft, shaft, 0.0, 0.0])
        aside = np.array([width, width, head_width, 0.0, -head_width, -width, -width, width]) / 2
        cos, sin = (dx / long, dy / long) if long else (1.0, 0.0)
        patch = self._area(x + along * cos - aside * sin, y + along * sin + aside * cos, dict({"edgecolor": options.get("color", options.get("ec", "black"))}, **options), owner="FancyArrow", fill_ink="C0")
        self.patches.append(patch)
        return patch

    def add_patch(self, p):
        if running():
            self._adopt(p)
            self.patches.append(p)
        return p

    def _adopt(self, artist):
        for each in artist._primitives:
            self._primitives.append(each)
            x, y = (each["x"], each["y"]) if each["kind"] in ("area", "line") else (None, None)
            across, up = each["measures"]
            each.update(_reach=(x if across == "data" else None, y if up == "data" else None), _relimits=True)
            each.setdefault("_sticky", {})
            self._reached(*each["_reach"])
        artist.axes = self
        return artist

    def add_line(self, line):
        if running():
            self._adopt(line)
            self.lines.append(line)
        return line

    def add_artist(self, a):
        if running():
            if isinstance(a, Legend):
                self._legends.append(a)
                if self.legend_ is a:
                    self.legend_ = None
                return a
            self._adopt(a)
            (self.texts if isinstance(a, Text) else self.artists).append(a)
        return a

    def add_collection(self, collection, autolim=True):
        if running():
            self._adopt(collection)
            self.collections.append(collection)
        return collection

    def bar_label(self, container, labels=None, *, fmt="%g", label_type="edge", padding=0, **options):
        if label_type not in ("edge", "center"):
            raise ValueError("%r is not a valid value for label_type; supported values are 'edge', 'center'" % label_type)
        made = []
        if not running():
            return made
        for place, each in enumerate(container.patches):
            length = each._length()
            said = None if labels is None else list(labels)[place] if place < len(labels) else None
            base, drawn = each._base(), each._drawn
            value = length if label_type == "center" else base + length
            words = str(said) if said is not None else fmt(value) if callable(fmt) else fmt % value if "%" in fmt else fmt.format(value)
            down = length < 0
            at = base + length if label_type == "edge" else base + length / 2
            middle = each._start() + each._breadth() / 2
            shift = float(padding) * (-1 if down else 1) if label_type == "edge" else float(padding)
            x, y = (at, middle) if drawn["horizontal"] else (middle, at)
            if label_type == "center":
                aligned = {"ha": "center", "va": "center"}
            elif drawn["horizontal"]:
                aligned = {"ha": "right" if down else "left", "va": "center"}
            else:
                aligned = {"ha": "center", "va": "top" if down else "bottom"}
            offset = (shift, 0) if drawn["horizontal"] else (0, shift)
            made.append(self.annotate(words, (x, y), xytext=offset, textcoords="offset points", **dict(aligned, **options)))
        return made
`;
