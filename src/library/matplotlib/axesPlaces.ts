/** The Python text of where axes stand in their figure, their aspect, and of axes at the same place; part of `matplotlib.axes`. */
export const axesPlaces = String.raw`
class _Places:
    # Aspect and place.
    def set_aspect(self, aspect, adjustable=None, anchor=None, share=False):
        self._aspect = 1.0 if aspect == "equal" else aspect if aspect == "auto" else float(aspect)
        if adjustable is not None:
            self.set_adjustable(adjustable)
        if anchor is not None:
            self._anchor = anchor

    def get_aspect(self): return self._aspect
    def set_adjustable(self, adjustable, share=False):
        if adjustable not in ("box", "datalim"):
            raise ValueError("%r is not a valid value for adjustable; supported values are 'box', 'datalim'" % adjustable)
        self._adjustable = adjustable
    def get_adjustable(self): return self._adjustable
    def set_anchor(self, anchor, share=False): self._anchor = anchor
    def get_anchor(self): return self._anchor
    def set_box_aspect(self, aspect=None): self._box_aspect = None if aspect is None else float(aspect)
    def get_box_aspect(self): return self._box_aspect

    def _original(self):
        """Left, bottom, width and height that the axes were given, in shares of the figure."""
        if self._laid is not None:
            return self._laid
        return self._place._box() if hasattr(self._place, "_box") else tuple(self._place)

    def _active(self):
        """The same, made to fit the aspect."""
        left, bottom, width, height = self._original()
        wide, high = self.figure._size
        ratio = self._box_aspect
        if ratio is None and self._aspect != "auto" and self._adjustable == "box":
            low, high_x = [self.xaxis._scale._to(each) for each in self.get_xbound()]
            bottom_y, top = [self.yaxis._scale._to(each) for each in self.get_ybound()]
            ratio = self._aspect * max(abs(top - bottom_y), 1e-30) / max(abs(high_x - low), 1e-30)
        if ratio is None:
            return left, bottom, width, height
        new_width, new_height = width, width * wide * ratio / high
        if new_height > height:
            new_width, new_height = height * high / (ratio * wide), height
        across, up = _ANCHORS[self._anchor] if isinstance(self._anchor, str) else self._anchor
        return left + across * (width - new_width), bottom + up * (height - new_height), new_width, new_height

    def _length_of(self, name):
        left, bottom, width, height = self._active()
        return (width * self.figure._size[0] if name == "x" else height * self.figure._size[1]) * 72

    def get_position(self, original=False):
        return Bbox.from_bounds(*(self._original() if original else self._active())) if running() else unknown("the place of axes")

    def set_position(self, pos, which="both"):
        if running():
            self._laid, self._in_layout = None, False
            self._place = tuple(pos.bounds) if hasattr(pos, "bounds") else tuple([float(part) for part in pos])

    def get_subplotspec(self): return self._place if hasattr(self._place, "_box") else None
    def set_subplotspec(self, subplotspec): self._place = subplotspec
    def get_gridspec(self): return self._place.get_gridspec() if hasattr(self._place, "_box") else None

    def _equalled(self):
        """The views, widened where one unit shall be as long across as up."""
        views = {"x": self.get_xlim(), "y": self.get_ylim()}
        if self._aspect == "auto" or self._adjustable != "datalim" or self._box_aspect is not None:
            return views
        left, bottom, width, height = self._original()
        ratio = self.figure._size[1] * height / (self.figure._size[0] * width) / self._aspect
        ends = {name: [self._axis(name)._scale._to(each) for each in sorted(views[name])] for name in ("x", "y")}
        size = {name: ends[name][1] - ends[name][0] for name in ("x", "y")}
        if not size["x"] > 0 or not size["y"] > 0 or abs(ratio * size["x"] / size["y"] - 1) < 0.005:
            return views
        wanted = {"x": size["y"] / ratio, "y": ratio * size["x"]}
        span = {}
        for name in ("x", "y"):
            low, high = self._data[name]
            span[name] = 1.05 * (self._axis(name)._scale._to(high) - self._axis(name)._scale._to(low)) if low <= high else 0.0
        taller = wanted["y"] > size["y"]
        if size["x"] > span["x"] and size["y"] > span["y"]:
            taller = wanted["y"] > span["y"] and not taller or wanted["x"] < span["x"] and taller
        name = "y" if taller else "x"
        middle = sum(ends[name]) / 2
        pair = [self._axis(name)._scale._from(middle + part * wanted[name] / 2) for part in (-1, 1)]
        views[name] = tuple(reversed(pair)) if views[name][1] < views[name][0] else tuple(pair)
        return views

    # Other axes at the same place.
    def twinx(self):
        twin = self.figure._twin(self)
        twin._share("x", self)
        twin.yaxis.tick_right()
        twin.yaxis._label_side = "right"
        self.yaxis.tick_left()
        twin.xaxis._shown, twin._is_twin = False, True
        return twin

    def twiny(self):
        twin = self.figure._twin(self)
        twin._share("y", self)
        twin.xaxis.tick_top()
        twin.xaxis._label_side = "top"
        self.xaxis.tick_bottom()
        twin.yaxis._shown, twin._is_twin = False, True
        return twin

    def secondary_xaxis(self, location, *, functions=None, **options): return self._second("x", location, functions, options)
    def secondary_yaxis(self, location, *, functions=None, **options): return self._second("y", location, functions, options)

    def _second(self, name, location, functions, options):
        side = location if location in ("top", "bottom", "left", "right") else None
        if side is None and running():
            raise NotImplementedError("a secondary axis at a place of its own (%r) is not supported by Kerascope yet" % (location,))
        if not running():
            return unknown("a secondary axis")
        made = self.figure._twin(self)
        other = "y" if name == "x" else "x"
        made._axis(other)._shown = False
        made._is_twin = True
        made._follows = (self, name, functions)
        axis = made._axis(name)
        axis._ticks_at([side], [side])
        axis._label_side = side
        for key, value in options.items():
            getattr(made, "set_" + key)(value)
        return made

    def inset_axes(self, bounds, *, transform=None, zorder=5, **options):
        if not running():
            return unknown("axes inside of others")
        if transform is not None and _measures(transform) != ("axes", "axes"):
            raise NotImplementedError("inset_axes with a transform is not supported by Kerascope yet")
        made = self.figure._new(_Inset(self, bounds), options)
        self.figure._axes.remove(made)
        made._order = zorder
        self.child_axes.append(made)
        return made

class _Coordinates:
    """What coordinates measure, across and up; in place of matplotlib's transforms. Points may be added."""

    def __init__(self, across, up, offset=(0.0, 0.0)):
        self._pair, self._offset = (across, up), offset

    def __add__(self, other):
        if hasattr(other, "_points"):
            return _Coordinates(self._pair[0], self._pair[1], other._points)
        if not running():
            return unknown("transforms that are put together")
        raise NotImplementedError("matplotlib transforms that are put together are not supported by Kerascope yet")

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        if not running():
            return unknown("transforms are not modelled")
        raise NotImplementedError("matplotlib's transform.%s is not supported by Kerascope yet" % name)

def _measures(transform):
    if transform is None:
        return ("data", "data")
    if isinstance(transform, _Coordinates):
        return transform._pair
    if not running():
        return ("data", "data")
    raise NotImplementedError("this transform is not supported by Kerascope; transData, transAxes, transFigure and blended ones of these are")

class _Inset:
    """A place inside of other axes."""

    def __init__(self, parent, bounds):
        self._parent, self._bounds = parent, [float(part) for part in bounds]

    def _box(self):
        left, bottom, width, height = self._parent._active()
        x, y, wide, high = self._bounds
        return left + x * width, bottom + y * height, wide * width, high * height

    def get_gridspec(self): return None

_ANCHORS = {"C": (0.5, 0.5), "SW": (0, 0), "S": (0.5, 0), "SE": (1, 0), "E": (1, 0.5), "NE": (1, 1), "N": (0.5, 1), "NW": (0, 1), "W": (0, 0.5)}
`;
