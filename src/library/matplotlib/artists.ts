/** The Python text of what drawing calls return: their later changes reach what was drawn; part of `matplotlib.axes`. */
export const artists = String.raw`
class Artist:
    """What a drawing call returns: its later changes reach what was drawn."""

    zorder = 1
    _kind = "Artist"

    def __init__(self, primitives=(), image=None, axes=None):
        self._primitives = list(primitives)
        self._image = image
        self.axes = axes

    @property
    def figure(self):
        return None if self.axes is None else self.axes.figure

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        if not running():
            return unknown("this part of a drawing is not modelled")
        if name[:4] == "set_" and name[4:] in _COSMETIC or name in ("add_callback", "draw", "pchanged", "set_clip_path"):
            return lambda *args, **options: None
        if name == "legend_elements":
            return self._elements
        if name[:4] in ("set_", "get_"):
            raise NotImplementedError("%s.%s of matplotlib is not supported by Kerascope yet" % (type(self).__name__, name))
        raise AttributeError("%r object has no attribute %r" % (type(self).__name__, name))

    def remove(self):
        for each in self._primitives:
            each["kind"] = "gone"
        if self.axes is not None:
            self.axes._forget(self)

    def _put(self, name, value):
        for each in self._primitives:
            each[name] = value

    def set(self, **options):
        for name, value in options.items():
            if not hasattr(type(self), "set_" + name) and name not in _COSMETIC:
                raise AttributeError("%s.set() got an unexpected keyword argument %r" % (type(self).__name__, name))
            getattr(self, "set_" + name)(value)

    update = lambda self, options: self.set(**options)

    def set_visible(self, b): self._put("_visible", bool(b))
    def get_visible(self): return self._of("_visible", True)
    def set_label(self, s): self._put("label", "" if s is None else str(s))
    def get_label(self): return self._of("label", "")
    def set_alpha(self, alpha): self._put("opacity", 1.0 if alpha is None else float(alpha))
    def get_alpha(self): return self._of("_alpha", None)
    def set_zorder(self, level): self._put("order", float(level))
    def get_zorder(self):
        order = self._of("order", self.zorder)
        return int(order) if order == int(order) else order
    def set_clip_on(self, b): self._put("clipped", bool(b))
    def set_transform(self, t): self._put("measures", _measures(t))
    def get_transform(self): return self.axes.transData if self.axes is not None else None
    def get_figure(self): return self.figure
    def get_children(self): return []

    def _of(self, name, otherwise):
        value = self._primitives[0].get(name) if self._primitives else None
        return otherwise if value is None else value

class Line2D(Artist):
    zorder = 2
    _kind = "Line2D"

    def __init__(self, xdata=(), ydata=(), **options):
        look = _known("Line2D", options, _LINE_LOOK)
        Artist.__init__(self, [_line_of(_flat(xdata), _flat(ydata), look, css(look.get("color")) or "C0")])

    @classmethod
    def _drawn(cls, primitive, axes):
        made = cls.__new__(cls)
        Artist.__init__(made, [primitive], None, axes)
        return made

    def _line(self): return self._primitives[0]

    def _again(self, **changes):
        """The line with other properties."""
        for each in self._primitives:
            if "_look" in each:
                each["_look"] = dict(each["_look"], **changes)
                each.update(_line_of(*each["_raw"], each["_look"], each["_ink"]), measures=each["measures"], clipped=each["clipped"], order=each["order"])

    def set_color(self, color):
        for each in self._primitives:
            each["_ink"] = css(color)
        self._again(color=color)
    set_c = set_color
    def get_color(self):
        given = self._line()["_look"].get("color")
        return self._line()["_ink"] if given is None else given
    get_c = get_color
    def set_linewidth(self, w): self._again(linewidth=w)
    set_lw = set_linewidth
    def get_linewidth(self): return float(self._line()["_look"].get("linewidth", _parameter("lines.linewidth")))
    get_lw = get_linewidth
    def set_linestyle(self, ls): self._again(linestyle=ls)
    set_ls = set_linestyle
    def get_linestyle(self):
        style = _dash_name(self._line()["_look"].get("linestyle", "-"))
        return "None" if style is None else "--" if isinstance(style, list) else {"solid": "-", "dashed": "--", "dashdot": "-.", "dotted": ":"}[style]
    get_ls = get_linestyle
    def set_dashes(self, sequence): self._again(linestyle=(0, list(sequence)))
    def set_marker(self, marker): self._again(marker=marker)
    def get_marker(self): return self._line()["_look"].get("marker") or "None"
    def set_markersize(self, sz): self._again(markersize=sz)
    set_ms = set_markersize
    def get_markersize(self): return float(self._line()["_look"].get("markersize", _parameter("lines.markersize")))
    def set_markerfacecolor(self, fc): self._again(markerfacecolor=fc)
    set_mfc = set_markerfacecolor
    def set_markeredgecolor(self, ec): self._again(markeredgecolor=ec)
    set_mec = set_markeredgecolor
    def set_markeredgewidth(self, ew): self._again(markeredgewidth=ew)
    set_mew = set_markeredgewidth
    def set_markevery(self, every): self._again(markevery=every)
    def set_drawstyle(self, drawstyle): self._again(drawstyle=drawstyle)
    def set_alpha(self, alpha): self._again(alpha=alpha)
    def get_alpha(self): return self._line()["_look"].get("alpha")
    def set_xdata(self, x): self._move(x, None)
    def set_ydata(self, y): self._move(None, y)
    def set_data(self, *args):
        x, y = args if len(args) == 2 else args[0]
        self._move(x, y)

    def _move(self, x, y):
        for each in self._primitives:
            x = each["_raw"][0] if x is None else np.atleast_1d(self.axes._numbers(x, "x") if self.axes is not None else _flat(x))
            y = each["_raw"][1] if y is None else np.atleast_1d(self.axes._numbers(y, "y") if self.axes is not None else _flat(y))
            each.update(_raw=(x, y), _reach=(x, y), _given=(x, y))
        self._again()

    def get_xdata(self, orig=True): return self._line().get("_given", self._line()["_raw"])[0]
    def get_ydata(self, orig=True): return self._line().get("_given", self._line()["_raw"])[1]
    def get_data(self, orig=True): return self.get_xdata(), self.get_ydata()
    def get_xydata(self): return np.stack([self.get_xdata(), self.get_ydata()], axis=1)

class _Filled(Artist):
    """Patches and collections: a face and an edge."""

    def set_facecolor(self, color):
        for each in self._primitives:
            _fill_with(each, color)
    set_fc = set_facecolors = set_facecolor
    def set_color(self, c):
        self.set_facecolor(c)
        self.set_edgecolor(c)
    def set_edgecolor(self, color):
        for each in self._primitives:
            _edge_with(each, ink=css(color) or "")
    set_ec = set_edgecolors = set_edgecolor
    def set_linewidth(self, w):
        for each in self._primitives:
            _edge_with(each, width=float(np.atleast_1d(w)[0]))
    set_lw = set_linewidths = set_linewidth
    def set_linestyle(self, ls):
        for each in self._primitives:
            _edge_with(each, style=ls)
    set_ls = set_linestyles = set_linestyle
    def set_hatch(self, hatch): self._put("hatch", hatch or "")
    def get_hatch(self): return self._of("hatch", "") or None
    def set_fill(self, b):
        if not b:
            self.set_facecolor("none")
    def get_facecolor(self):
        each = self._primitives[0]
        if each["kind"] == "points" and len(each["colors"]):
            return np.asarray(each["colors"]).reshape(-1, 4)
        ink = each["mark"]["face"] if each["kind"] == "points" else (each["fills"] or [None])[0] if each["kind"] == "bars" else each.get("fill")
        rows = to_rgba(ink, each["opacity"]) if ink else (0.0, 0.0, 0.0, 0.0)
        return np.array([rows]) if each["kind"] == "points" else rows
    get_fc = get_facecolor
    def get_edgecolor(self):
        each = self._primitives[0]
        ink = each["edge"]["ink"] if each.get("edge") and isinstance(each["edge"], dict) else None
        return to_rgba(ink) if ink else (0.0, 0.0, 0.0, 0.0)
    get_ec = get_edgecolor
    def get_linewidth(self):
        edge = self._of("edge", None)
        return edge["width"] if isinstance(edge, dict) else float(_parameter("patch.linewidth"))

def _fill_with(each, color):
    several = color is not None and not isinstance(color, str) and len(color) and hasattr(color[0], "__len__")
    ink = css(color[0] if several else color)
    if each["kind"] == "bars":
        each["fills"] = [css(part) or "" for part in color] if several else [ink or ""]
    elif each["kind"] == "points":
        each["mark"] = dict(each["mark"], face=ink)
        each["colors"] = np.array([to_rgba(part) for part in color]).ravel() if several and len(color) > 1 else np.array([])
    elif each["kind"] == "area":
        each["fill"] = ink

def _edge_with(each, ink=None, width=None, style=None):
    if each["kind"] == "bars":
        if ink is not None:
            each["edges"] = [ink]
        each["edgeWidth"] = each["edgeWidth"] if width is None else width
        each["dash"] = each["dash"] if style is None else (_stroke("k", each["edgeWidth"], style) or {"dash": []})["dash"]
    elif each["kind"] == "points":
        edge = each["mark"]["edge"] if ink is None else ink or None
        each["mark"] = dict(each["mark"], edge=edge, edgeWidth=each["mark"]["edgeWidth"] if width is None else width)
        each["edgeIsFace"] = each["edgeIsFace"] if ink is None else ink == "face"
    elif each["kind"] == "mesh":
        each["edge"] = each["edge"] if ink is None else ink or None
        each["edgeWidth"] = each["edgeWidth"] if width is None else width
    elif each["kind"] == "line":
        old = each["stroke"] or {"ink": "k", "width": 1.0, "dash": []}
        each["stroke"] = _stroke(old["ink"] if ink is None else ink or None, old["width"] if width is None else width, each.get("_dashes", "-") if style is None else style)
    else:
        old = each.get("edge") or {"ink": "k", "width": float(_parameter("patch.linewidth")), "dash": []}
        shade = (old["ink"] if each.get("edge") else None) if ink is None else ink or None
        each["edge"] = _stroke(shade, old["width"] if width is None else width, each.get("_dashes", "-") if style is None else style)
        each["_dashes"] = each.get("_dashes", "-") if style is None else style

class Collection(_Filled):
    """Points, areas, meshes or lines of one call."""

    zorder = 1
    _kind = "Collection"

    @property
    def cmap(self): return self.get_cmap()
    @property
    def norm(self): return self._image["norm"]
    def get_cmap(self): return self._image["cmap"] if self._image else get_cmap()
    def get_clim(self): return (self._image["norm"].vmin, self._image["norm"].vmax) if self._image else (None, None)
    def get_array(self): return self._image["values"] if self._image else None
    def set_clim(self, vmin=None, vmax=None):
        if self._image:
            if isinstance(vmin, (tuple, list)):
                vmin, vmax = vmin
            norm = self._image["norm"]
            norm.vmin, norm.vmax = norm.vmin if vmin is None else vmin, norm.vmax if vmax is None else vmax
            self._coloured()
    def set_norm(self, norm): self._recolour(norm=_norm_of(norm))
    def set_cmap(self, cmap): self._recolour(cmap=get_cmap(cmap))
    def set_array(self, A): self._recolour(values=np.asarray(A))
    def set_offsets(self, offsets):
        offsets = np.asarray(offsets, dtype=np.float64).reshape(-1, 2)
        for each in self._primitives:
            each.update(x=offsets[:, 0], y=offsets[:, 1], _reach=(offsets[:, 0], offsets[:, 1]))
    def get_offsets(self): return np.stack([self._primitives[0]["x"], self._primitives[0]["y"]], axis=1)
    def set_sizes(self, sizes): self._put("sizes", np.sqrt(np.atleast_1d(np.asarray(sizes, dtype=np.float64))))
    def get_sizes(self): return np.asarray(self._primitives[0]["sizes"]) ** 2
    def changed(self): self._coloured()
    def autoscale(self):
        if self._image:
            self._image["norm"].autoscale(self._image["values"])
            self._coloured()

    def _recolour(self, **changes):
        if self._image is None:
            self._image = {"norm": Normalize(), "cmap": get_cmap(), "values": np.array([])}
        self._image.update(changes)
        self._coloured()

    def _coloured(self):
        """Gives what was drawn the colours of its values."""
        image = self._image
        if image is None or image["values"] is None:
            return
        rows = image["cmap"](image["norm"](image["values"]))
        for each in self._primitives:
            if each["kind"] in ("points", "mesh", "arrows"):
                each["colors"] = np.asarray(rows, dtype=np.float64).reshape(-1, 4).ravel()
            elif each["kind"] == "image":
                each["values"] = _bytes(rows, each.get("_alpha"))

    def _elements(self, prop="colors", num="auto", fmt=None, func=lambda x: x, **options):
        """Handles and labels of a scatter's kinds, for a legend."""
        if not running():
            return unknown("the parts of a legend"), unknown("the parts of a legend")
        mark = self._primitives[0]["mark"]
        if prop == "sizes":
            kinds = np.unique(np.round(self.get_sizes(), 6))
        else:
            kinds = np.unique(np.asarray(self._image["values"], dtype=np.float64))
        if num == "auto" and len(kinds) > 9 or isinstance(num, int) and len(kinds) > num:
            from matplotlib.ticker import MaxNLocator
            found = MaxNLocator(nbins=9 if num == "auto" else num, min_n_ticks=min(8, 9 if num == "auto" else num)).tick_values(float(kinds.min()), float(kinds.max()))
            kinds = np.array([each for each in found if kinds.min() <= each <= kinds.max()])
        elif isinstance(num, (list, tuple, np.ndarray)):
            kinds = np.asarray(num, dtype=np.float64)
        handles = []
        for kind in kinds.tolist():
            ink = css(self._image["cmap"](self._image["norm"](kind))) if prop == "colors" else mark["face"] or "C0"
            size = kind ** 0.5 if prop == "sizes" else options.get("size", _parameter("lines.markersize"))
            handles.append(Line2D([0], [0], linestyle="none", marker=mark["marker"], color=ink, markersize=size, alpha=options.get("alpha")))
        words = [r"$\mathdefault{%s}$" % ("%g" % func(kind)).replace("-", "\u2212") if fmt is None else fmt.format(x=func(kind)) if isinstance(fmt, str) else fmt(func(kind), None)
                 for kind in kinds.tolist()]
        return handles, words

class AxesImage(Collection):
    zorder = 0

    def set_data(self, A):
        values = np.asarray(A)
        values = values[:, :, 0] if values.ndim == 3 and values.shape[2] == 1 else values
        each = self._primitives[0]
        each.update(rows=values.shape[0], columns=values.shape[1])
        if each.get("_upended"):
            values = values[::-1]
        if values.ndim == 2 and self._image is not None:
            self._recolour(values=values)
        else:
            each["values"] = _bytes(_plain_rows(values), each.get("_alpha"))

    set_array = set_data
    def get_extent(self):
        each = self._primitives[0]
        return [each["left"], each["right"]] + ([each["top"], each["bottom"]] if each.get("_upended") else [each["bottom"], each["top"]])
    def set_extent(self, extent):
        left, right, bottom, top = [float(part) for part in extent]
        self._primitives[0].update(left=left, right=right, bottom=bottom, top=top)
    def set_interpolation(self, s): self._put("smooth", _is_smooth(s))
    def get_array(self): return self._image["values"] if self._image else None
    def set_alpha(self, alpha):
        self._put("opacity", 1.0 if alpha is None else float(alpha))
    def get_size(self): return self._primitives[0]["rows"], self._primitives[0]["columns"]

class Text(Artist):
    zorder = 3
    _kind = "Text"

    def __init__(self, x=0, y=0, text="", **options):
        look = _words_of(options)
        Artist.__init__(self, [_text_primitive(x, y, text, look, ("data", "data"))])

    @classmethod
    def _drawn(cls, primitive, axes):
        made = cls.__new__(cls)
        Artist.__init__(made, [primitive], None, axes)
        return made

    def _looked(self, **changes):
        self._put("look", dict(self._primitives[0]["look"], **changes))

    def set_text(self, s): self._put("text", str(s))
    def get_text(self): return self._of("text", "")
    def set_fontsize(self, fontsize): self._looked(size=_font(fontsize))
    set_size = set_fontsize
    def get_fontsize(self): return self._primitives[0]["look"]["size"]
    get_size = get_fontsize
    def set_fontweight(self, weight): self._looked(bold=_is_bold(weight))
    set_weight = set_fontweight
    def set_color(self, color): self._looked(ink=_text_ink(color))
    set_c = set_color
    def get_color(self): return self._primitives[0]["look"]["ink"] or _parameter("text.color")
    def set_rotation(self, s): self._looked(angle=_text_look({"rotation": s}, 10)["angle"])
    def get_rotation(self): return self._primitives[0]["look"]["angle"]
    def set_horizontalalignment(self, align): self._looked(align=_text_look({"horizontalalignment": align}, 10)["align"])
    set_ha = set_horizontalalignment
    def set_verticalalignment(self, align): self._looked(vertical=_text_look({"verticalalignment": align}, 10)["vertical"])
    set_va = set_verticalalignment
    def set_position(self, xy): self._put("x", float(xy[0])), self._put("y", float(xy[1]))
    def get_position(self): return self._primitives[0]["x"], self._primitives[0]["y"]
    def set_x(self, x): self._put("x", float(x))
    def set_y(self, y): self._put("y", float(y))
    def set_bbox(self, rectprops): self._put("box", _box_behind(rectprops, self._primitives[0]["look"]["size"]))
    def set_backgroundcolor(self, color): self.set_bbox({"facecolor": color, "edgecolor": color, "pad": 3})
    def set_alpha(self, alpha): self._put("opacity", 1.0 if alpha is None else float(alpha))

Annotation = Text
`;
