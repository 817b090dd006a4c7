/** The Python text of the frame's sides, and of titles and labels that are changed later; part of `matplotlib.axes`. */
export const spines = String.raw`
class _Spine(Artist):
    """One side of the frame, or several."""

    def __init__(self, sides, names):
        Artist.__init__(self)
        self._sides, self._names = sides, names

    def _put(self, name, value):
        for each in self._names:
            self._sides._looks[each][name] = value

    def set_visible(self, b): self._put("shown", bool(b))
    def get_visible(self): return self._sides._looks[self._names[0]]["shown"]
    def set_color(self, c): self._put("color", c)
    set_edgecolor = set_ec = set_color
    def get_edgecolor(self): return to_rgba(self._sides._looks[self._names[0]]["color"])
    def set_linewidth(self, w): self._put("width", float(w))
    set_lw = set_linewidth
    def get_linewidth(self): return self._sides._looks[self._names[0]]["width"]
    def set_alpha(self, alpha):
        if alpha is not None:
            for name in self._names:
                self._sides._looks[name]["color"] = to_rgba(self._sides._looks[name]["color"], float(alpha))
    def set_zorder(self, level):
        if running() and level != 2.5:
            raise NotImplementedError("matplotlib's Spine.set_zorder is not supported by Kerascope yet")

    def set_position(self, position):
        if position == "center":
            position = ("axes", 0.5)
        elif position == "zero":
            position = ("data", 0)
        if len(position) != 2 or position[0] not in ("outward", "axes", "data"):
            raise ValueError("position[0] should be one of 'outward', 'axes', or 'data'")
        self._put("at", {"kind": position[0], "value": float(position[1])})

    def set_linestyle(self, style):
        if running() and _dash_name(style) not in ("solid", None):
            raise NotImplementedError("matplotlib's Spine.set_linestyle is not supported by Kerascope yet")
        if _dash_name(style) is None:
            self.set_visible(False)
    set_ls = set_linestyle

    def set_bounds(self, low=None, high=None):
        if running() and (low is not None or high is not None):
            raise NotImplementedError("matplotlib's Spine.set_bounds is not supported by Kerascope yet")

class _Spines:
    """The sides of the frame, by name, by several names or as attributes."""

    def __init__(self, names=("left", "right", "bottom", "top")):
        self._looks = {name: {"shown": bool(_parameter("axes.spines." + name)) if name in ("left", "right", "bottom", "top") else True,
                              "color": _parameter("axes.edgecolor"), "width": float(_parameter("axes.linewidth")), "at": {"kind": "edge", "value": 0.0}} for name in names}
        for name in names:
            setattr(self, name, _Spine(self, [name]))

    def __getitem__(self, name):
        if isinstance(name, slice):
            return _Spine(self, list(self._looks))
        names = list(name) if isinstance(name, (list, tuple)) else [name]
        for each in names:
            if each not in self._looks:
                raise KeyError(each)
        return _Spine(self, names)

    def __contains__(self, name): return name in self._looks
    def __iter__(self): return iter(self._looks)
    def __len__(self): return len(self._looks)
    def keys(self): return list(self._looks)
    def values(self): return [_Spine(self, [name]) for name in self._looks]
    def items(self): return [(name, _Spine(self, [name])) for name in self._looks]

    def _described(self):
        found = []
        for name, look in self._looks.items():
            ink = None if look["color"] in ("black", "k") else css(look["color"]) or ""
            if look["shown"] and ink != "" and look["width"] > 0:
                found.append({"name": name, "ink": ink, "width": look["width"], "at": look["at"]})
        return found

class _AxisLabel(Artist):
    """The label of an axis."""

    def __init__(self, axis):
        Artist.__init__(self, axes=axis.axes)
        self._axis = axis

    def _look(self, **options): self._axis._label_options = dict(self._axis._label_options, **options)
    def get_text(self): return self._axis._label
    def set_text(self, s): self._axis._label = str(s)
    def set_fontsize(self, size): self._look(fontsize=size)
    set_size = set_fontsize
    def get_fontsize(self): return _font(self._axis._label_options.get("fontsize", _parameter("axes.labelsize")))
    get_size = get_fontsize
    def set_color(self, color): self._look(color=color)
    def get_color(self): return self._axis._label_options.get("color", _parameter("axes.labelcolor"))
    def set_rotation(self, s): self._look(rotation=s)
    def set_fontweight(self, weight): self._look(fontweight=weight)
    set_weight = set_fontweight
    def set_visible(self, visible):
        if not visible:
            self.set_text("")

class _Title(Artist):
    """A title of axes: at the left, in the middle or at the right."""

    def __init__(self, axes, place):
        Artist.__init__(self, axes=axes)
        self._place = place

    @property
    def _said(self): return self.axes._titles[self._place]
    def _look(self, **options): self._said["options"] = dict(self._said["options"], **options)
    def get_text(self): return self._said["text"]
    def set_text(self, s): self._said["text"] = str(s)
    def set_fontsize(self, size): self._look(fontsize=size)
    set_size = set_fontsize
    def get_fontsize(self): return _font(self._said["options"].get("fontsize", _parameter("axes.titlesize")))
    get_size = get_fontsize
    def set_color(self, color): self._look(color=color)
    def get_color(self): return self._said["options"].get("color", _parameter("text.color"))
    def set_fontweight(self, weight): self._look(fontweight=weight)
    set_weight = set_fontweight
    def set_rotation(self, s): self._look(rotation=s)
    def set_y(self, y): self._said["y"] = float(y)
    def set_position(self, xy): self._said["y"] = float(xy[1])
    def set_visible(self, visible):
        if not visible:
            self.set_text("")
`;
