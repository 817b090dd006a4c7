/** The Python text of legends, of axes and of figures; part of the module `matplotlib.axes`. */
export const axesLegend = String.raw`
_PLACES = ["best", "upper right", "upper left", "lower left", "lower right", "right", "center left", "center right", "lower center", "upper center", "center"]
_LEGEND_COSMETIC = set("fancybox draggable".split())
# What is not drawn, with matplotlib's own value: any other is refused by its name.
_LEGEND_FIXED = {"numpoints": 1, "scatterpoints": 1, "scatteryoffsets": None, "markerfirst": True, "mode": None, "handleheight": 0.7, "alignment": "center", "handler_map": None}

class Legend(Artist):
    """A legend; entries are made when the figure is."""

    zorder = 5

    def __init__(self, parent, handles, labels, options):
        Artist.__init__(self, axes=parent if hasattr(parent, "figure") else None)
        self._owner, self._handles, self._labels, self._options = parent, list(handles), [str(label) for label in labels], options
        self._visible_now = True

    def get_texts(self): return [_LegendWords(self, place) for place in range(len(self._labels))]
    def get_lines(self): return [each for each in self._handles if isinstance(each, Line2D)]
    def get_patches(self): return [each for each in self._handles if not isinstance(each, Line2D)]
    legend_handles = legendHandles = property(lambda self: list(self._handles))
    def get_title(self): return _LegendTitle(self)
    def set_title(self, title, prop=None): self._options["title"] = title
    def get_frame(self): return _LegendFrame(self)
    def set_visible(self, b): self._visible_now = bool(b)
    def set_loc(self, loc): self._options["loc"] = loc
    def set_frame_on(self, b): self._options["frameon"] = bool(b)
    def set_bbox_to_anchor(self, bbox, transform=None): self._options["bbox_to_anchor"] = bbox
    def set_zorder(self, level): self._options["_order"] = float(level)
    def set_draggable(self, state, **options): pass
    def remove(self):
        self._visible_now = False
        if isinstance(self._owner, Axes):
            self._owner.legend_ = None

    def _described(self):
        options = self._options
        of = lambda name, parameter: _parameter("legend." + parameter) if options.get(name) is None else options[name]
        prop = options.get("prop") or {}
        size = prop.get("size") if isinstance(prop, dict) else getattr(prop, "_size", None)
        size = _font(options["fontsize"]) if options.get("fontsize") is not None else _font(size) if size is not None else _font(_parameter("legend.fontsize"))
        place, anchor = _legend_place(of("loc", "loc")), options.get("bbox_to_anchor")
        if isinstance(place, tuple):
            place, anchor = "", list(place) if anchor is None else anchor
        anchor = None if anchor is None else [float(part) for part in (anchor.bounds if hasattr(anchor, "bounds") else anchor)]
        face, edge = of("facecolor", "facecolor"), of("edgecolor", "edgecolor")
        face = _parameter("axes.facecolor") if face == "inherit" else face
        words = of("labelcolor", "labelcolor")
        title = options.get("title")
        title_size = options.get("title_fontsize", (options.get("title_fontproperties") or {}).get("size") if isinstance(options.get("title_fontproperties"), dict) else None)
        title_size = _font(title_size) if title_size is not None else size if _parameter("legend.title_fontsize") is None else _font(_parameter("legend.title_fontsize"))
        columns = options.get("ncols", 1) if options.get("ncol") is None else options["ncol"]
        scale = of("markerscale", "markerscale")
        return {"entries": [_legend_entry(handle, label, scale) for handle, label in zip(self._handles, self._labels)], "place": place, "anchor": anchor, "columns": int(columns),
                "title": "" if title is None else str(title), "titleSize": title_size, "size": size,
                "ink": None if words in (None, "None", "black") or not isinstance(words, str) or words in ("linecolor", "markerfacecolor") else css(words),
                "framed": bool(of("frameon", "frameon")), "fill": None if face == "white" else css(face), "edge": None if edge == "0.8" else css(edge),
                "opacity": float(of("framealpha", "framealpha")), "handleLength": float(of("handlelength", "handlelength")), "labelSpacing": float(of("labelspacing", "labelspacing")),
                "columnSpacing": float(of("columnspacing", "columnspacing")), "borderPad": float(of("borderpad", "borderpad")),
                "borderAxesPad": float(of("borderaxespad", "borderaxespad")), "shadow": bool(of("shadow", "shadow")), "handleTextPad": float(of("handletextpad", "handletextpad")), "order": options.get("_order", 5.0)}

class _LegendWords(Artist):
    def __init__(self, legend, place):
        Artist.__init__(self)
        self._legend, self._place = legend, place

    def get_text(self): return self._legend._labels[self._place]
    def set_text(self, s): self._legend._labels[self._place] = str(s)
    def set_fontsize(self, size): self._legend._options["fontsize"] = size
    set_size = set_fontsize
    def set_color(self, color): self._legend._options["labelcolor"] = color

class _LegendTitle(Artist):
    def __init__(self, legend):
        Artist.__init__(self)
        self._legend = legend

    def get_text(self): return str(self._legend._options.get("title") or "")
    def set_text(self, s): self._legend._options["title"] = s
    def set_fontsize(self, size): self._legend._options["title_fontsize"] = size
    set_size = set_fontsize

class _LegendFrame(Artist):
    def __init__(self, legend):
        Artist.__init__(self)
        self._legend = legend

    def set_facecolor(self, color): self._legend._options["facecolor"] = color
    set_color = set_fc = set_facecolor
    def set_edgecolor(self, color): self._legend._options["edgecolor"] = color
    set_ec = set_edgecolor
    def set_alpha(self, alpha): self._legend._options["framealpha"] = alpha
    def set_linewidth(self, width):
        if width == 0:
            self._legend._options["edgecolor"] = "none"

def _legend_place(loc):
    if isinstance(loc, (int, np.integer)) and not isinstance(loc, bool):
        if not 0 <= loc < len(_PLACES):
            raise ValueError("%r is not a valid value for loc; supported values are %s" % (loc, ", ".join(repr(each) for each in _PLACES)))
        return _PLACES[loc]
    if isinstance(loc, (tuple, list)) and len(loc) == 2:
        return float(loc[0]), float(loc[1])
    if loc not in _PLACES and not (isinstance(loc, str) and loc.startswith("outside")):
        raise ValueError("%r is not a valid value for loc; supported values are %s" % (loc, ", ".join(repr(each) for each in _PLACES)))
    if loc not in _PLACES:
        raise NotImplementedError("legend(loc=%r) is not supported by Kerascope yet" % loc)
    return loc

def _legend_entry(handle, label, scale):
    parts = [each for each in getattr(handle, "_primitives", []) if each["kind"] != "text"]
    each = parts[0] if parts else {"kind": "gone"}
    entry = {"label": label, "stroke": None, "mark": None, "patch": None, "opacity": float(each.get("opacity", 1.0))}
    kind = each.get("_kind", each["kind"])
    if kind == "outline":
        entry["patch"] = {"fill": None, "edge": each["stroke"]["ink"] if each["stroke"] else None, "width": each["stroke"]["width"] if each["stroke"] else 0.0, "hatch": ""}
    elif kind == "line":
        entry["stroke"], entry["mark"] = each["stroke"], _scaled(each["mark"], scale)
        if len(parts) > 1 and parts[1].get("_bars_of_error") and entry["stroke"] is None:
            entry["stroke"] = parts[1]["stroke"]
    elif kind == "points":
        sizes = np.asarray(each["sizes"])
        face = each["mark"]["face"]
        if len(each["colors"]):
            middle = np.asarray(each["colors"]).reshape(-1, 4)[0 if handle._image is None else len(each["colors"]) // 8]
            face = css(handle._image["cmap"](0.5)) if handle._image is not None else css(middle.tolist())
        edge = face if each["edgeIsFace"] else each["mark"]["edge"]
        entry["mark"] = _scaled(dict(each["mark"], size=float(np.mean(sizes)) if len(sizes) else 6.0, face=face, edge=edge), scale)
    elif kind == "bars":
        entry["patch"] = {"fill": (each["fills"] or [""])[0] or None, "edge": (each["edges"] or [""])[0] or None, "width": each["edgeWidth"], "hatch": each["hatch"]}
    elif kind == "area":
        edge = each["edge"]
        entry["patch"] = {"fill": each["fill"], "edge": edge["ink"] if edge else None, "width": edge["width"] if edge else 0.0, "hatch": each["hatch"]}
    elif kind == "arrows":
        entry["stroke"] = _stroke(each["ink"], each["width"])
    return entry

def _scaled(mark, scale):
    return None if mark is None else dict(mark, size=float(mark["size"]) * float(scale))

class _Legends:
    def _labelled(self):
        """What has a label, in the order of matplotlib: as it was drawn, then bars and error bars."""
        found = []
        places = {id(each): place for place, each in enumerate(self._primitives)}
        drawn = self.lines + [each for each in self.patches if not getattr(each, "_in_container", False)] + self.collections
        drawn += [each for each in self.containers if getattr(each, "_by_parts", False)]
        drawn = sorted(drawn, key=lambda each: places.get(id(each._primitives[0]), 0) if each._primitives else 0)
        for each in drawn + [each for each in self.containers if not getattr(each, "_by_parts", False)]:
            label = each.get_label()
            if label and not label.startswith("_"):
                found.append((each, label))
        return found

    def get_legend_handles_labels(self, legend_handler_map=None):
        found = self._labelled() if running() else []
        return [handle for handle, label in found], [label for handle, label in found]

    def legend(self, *args, **options):
        if not running():
            self.legend_ = unknown("a legend")
            return self.legend_
        handles, labels, options = _legend_given(args, options, [self])
        self.legend_ = Legend(self, handles, labels, options)
        return self.legend_

def _legend_given(args, options, owners, measure="axes"):
    options = dict(options)
    known = set("""loc bbox_to_anchor ncol ncols prop fontsize labelcolor markerscale frameon framealpha facecolor edgecolor title title_fontsize
        title_fontproperties borderpad labelspacing handlelength handletextpad borderaxespad columnspacing handles labels shadow reverse""".split())
    for name in options:
        if name in _LEGEND_FIXED:
            if options[name] not in (None, _LEGEND_FIXED[name]):
                raise NotImplementedError("matplotlib's legend(%s=...) is not supported by Kerascope yet" % name)
        elif name == "bbox_transform":
            if options[name] is not None and getattr(options[name], "_pair", None) != (measure, measure):
                raise NotImplementedError("matplotlib's legend(bbox_transform=...) of another measure is not supported by Kerascope yet")
        elif name not in known and name not in _LEGEND_COSMETIC:
            raise TypeError("Legend.__init__() got an unexpected keyword argument %r" % name)
    handles, labels = options.pop("handles", None), options.pop("labels", None)
    if len(args) == 2:
        handles, labels = args
    elif len(args) == 1:
        labels = args[0]
    elif len(args) > 2:
        raise TypeError("Invalid arguments to legend.")
    found = [pair for each in owners for pair in each._labelled()]
    if handles is None and labels is not None:
        everything = [each for owner in owners for each in owner.lines + [part for part in owner.patches if not getattr(part, "_in_container", False)] + owner.collections + owner.containers]
        labels = [labels] if isinstance(labels, str) else list(labels)
        handles = everything[:len(labels)]
    elif handles is None:
        handles, labels = [handle for handle, label in found], [label for handle, label in found]
    else:
        handles = [handle[0] if isinstance(handle, tuple) else handle for handle in list(handles)]
        labels = [handle.get_label() for handle in handles] if labels is None else list(labels)
    if options.get("loc") is not None:
        _legend_place(options["loc"])
    shown = [(handle, label) for handle, label in zip(handles, labels) if handle is not None]
    if options.pop("reverse", False):
        shown.reverse()
    return [handle for handle, label in shown], [label for handle, label in shown], options
`;
