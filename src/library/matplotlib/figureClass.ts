/** The Python text of `Figure`: its words, layout, size and what the panel is sent; part of the module `matplotlib.pyplot`. */
import { figureSubplots } from './figureSubplots.ts';

export const figureClass = String.raw`
_AXES_OPTIONS = set("""title xlabel ylabel xlim ylim facecolor xscale yscale xticks yticks aspect xticklabels yticklabels frame_on zorder adjustable anchor
    autoscale_on axisbelow box_aspect position prop_cycle xbound ybound xmargin ymargin visible label alpha""".split())

class Figure:
    def __init__(self, figsize=None, dpi=None, *, facecolor=None, edgecolor=None, linewidth=0.0, frameon=None, subplotpars=None, tight_layout=None,
                 constrained_layout=None, layout=None, number=None, **options):
        for name in options:
            raise AttributeError("Figure.set() got an unexpected keyword argument %r" % name)
        self.number = number
        width, height = rcParams["figure.figsize"] if figsize is None else figsize
        self._size = [float(width), float(height)] if running() else [6.4, 4.8]
        self.dpi = rcParams["figure.dpi"] if dpi is None else dpi
        self._face, self._sent = facecolor, 0
        self._frameless = frameon is False
        self.subplotpars = SubplotParams() if subplotpars is None else subplotpars
        self.canvas = FigureCanvas(self)
        self.transFigure, self.transSubfigure = _Coordinates("figure", "figure"), _Coordinates("figure", "figure")
        self._label = ""
        self._engine = None
        if layout is None:
            layout = "tight" if tight_layout or tight_layout is None and rcParams["figure.autolayout"] else "constrained" if constrained_layout or rcParams["figure.constrained_layout.use"] else None
            given = tight_layout if layout == "tight" else constrained_layout
            options = dict(given) if isinstance(given, dict) else {}
            self._set_engine(layout, options)
        else:
            self._set_engine(layout, {})
        self._empty()

    def _empty(self):
        self._axes, self._current = [], None
        self._said = {}
        self._texts, self._legends = [], []

    def _set_engine(self, layout, options):
        if layout not in (None, "none", "tight", "constrained", "compressed") and isinstance(layout, str):
            raise ValueError("Invalid value for 'layout': %r" % layout)
        known = ("pad", "h_pad", "w_pad", "rect") if layout == "tight" else ("h_pad", "w_pad", "hspace", "wspace", "rect", "compress")
        for name in options:
            if name not in known and layout not in (None, "none"):
                raise TypeError("%sLayoutEngine.__init__() got an unexpected keyword argument %r" % ("Tight" if layout == "tight" else "Constrained", name))
        layout = "compressed" if layout == "constrained" and options.get("compress") else layout
        self._engine = None if layout in (None, "none") else (layout, options)

    @property
    def axes(self): return list(self._axes)
    @property
    def patch(self): return _FigureFace(self)
    @property
    def texts(self): return list(self._texts)
    @property
    def legends(self): return list(self._legends)
    bbox_inches = property(lambda self: Bbox.from_bounds(0, 0, *self._size))
    bbox = property(lambda self: Bbox.from_bounds(0, 0, self._size[0] * self.dpi, self._size[1] * self.dpi))
    dpi_scale_trans = property(lambda self: unknown("the figure's transform") if not running() else _no_transform("dpi_scale_trans"))

${figureSubplots}

    # Words.
    def suptitle(self, t, **options): return self._say("suptitle", t, options, (0.5, 0.98), ("center", "top"), "figure.titlesize", "figure.titleweight")
    def supxlabel(self, t, **options): return self._say("supxlabel", t, options, (0.5, 0.01), ("center", "bottom"), "figure.labelsize", "figure.labelweight")
    def supylabel(self, t, **options): return self._say("supylabel", t, dict({"rotation": "vertical"}, **options), (0.02, 0.5), ("left", "center"), "figure.labelsize", "figure.labelweight")

    def _say(self, name, words, options, place, aligned, size, weight):
        options = dict(options)
        placed = "x" in options or "y" in options
        x, y = options.pop("x", place[0]), options.pop("y", place[1])
        look = _words_of(options)
        look = dict({"horizontalalignment": aligned[0], "verticalalignment": aligned[1], "fontsize": rcParams[size], "fontweight": rcParams[weight]}, **look)
        drawn = _text_primitive(x, y, words, look, ("figure", "figure"))
        drawn["_auto"] = not placed
        self._said[name] = drawn
        return Text._drawn(drawn, None)

    def get_suptitle(self): return self._said["suptitle"]["text"] if "suptitle" in self._said else ""

    def text(self, x, y, s, fontdict=None, **options):
        look = _words_of(options, fontdict)
        drawn = _text_primitive(x, y, s, look, ("figure", "figure"))
        made = Text._drawn(drawn, None)
        self._texts.append(made)
        return made

    def legend(self, *args, **options):
        if not running():
            return unknown("a legend")
        handles, labels, options = _legend_given(args, options, self._axes, "figure")
        made = Legend(self, handles, labels, dict({"loc": "upper right"}, **options))
        self._legends.append(made)
        return made

    def add_artist(self, artist, clip=False):
        if running():
            if isinstance(artist, Legend):
                self._legends.append(artist)
            elif isinstance(artist, Text):
                self._texts.append(artist)
            else:
                raise NotImplementedError("matplotlib.figure.Figure.add_artist of a %s is not supported by Kerascope yet" % type(artist).__name__)
        return artist

    def colorbar(self, mappable=None, cax=None, ax=None, use_gridspec=True, **options): return _bar_of(self, mappable, cax, ax, options)

    # Layout.
    def subplots_adjust(self, left=None, bottom=None, right=None, top=None, wspace=None, hspace=None):
        if running():
            if self._engine is not None and self._engine[0] in ("constrained", "compressed"):
                import warnings
                warnings.warn("This figure was using a layout engine that is incompatible with subplots_adjust and/or tight_layout; not calling subplots_adjust.")
                return
            self._engine = None
            self.subplotpars.update(left, bottom, right, top, wspace, hspace)

    def tight_layout(self, *, pad=1.08, h_pad=None, w_pad=None, rect=None):
        if running():
            if self._engine is not None and self._engine[0] in ("constrained", "compressed"):
                import warnings
                warnings.warn("The figure layout has changed to tight")
                for axes in self._axes:
                    axes._laid = None
            self._engine = None
            self._fit(pad, h_pad, w_pad, rect)

    def _fit(self, pad, h_pad=None, w_pad=None, rect=None):
        room = _fitted_room(self, pad, h_pad, w_pad, rect)
        if room is not None:
            self.subplotpars.update(**room)

    def _lay_out(self):
        if self._engine is not None and self._axes:
            name, options = self._engine
            if name == "tight":
                self._fit(**dict({"pad": 1.08}, **options))
            else:
                _Constrained(self, options).lay_out(name == "compressed")

    def set_tight_layout(self, tight): self._set_engine("tight" if tight else None, tight if isinstance(tight, dict) else {})
    def set_constrained_layout(self, constrained): self._set_engine("constrained" if constrained else None, dict(constrained) if isinstance(constrained, dict) else {})
    def set_layout_engine(self, layout=None, **options): self._set_engine(layout, options)
    def set_constrained_layout_pads(self, **options):
        if self._engine is not None and self._engine[0] in ("constrained", "compressed"):
            self._set_engine(self._engine[0], dict(self._engine[1], **options))
    def get_tight_layout(self): return self._engine is not None and self._engine[0] == "tight"
    def get_constrained_layout(self): return self._engine is not None and self._engine[0] == "constrained"
    def align_labels(self, axs=None): pass
    align_xlabels = align_ylabels = align_titles = align_labels

    def autofmt_xdate(self, bottom=0.2, rotation=30, ha="right", which="major"):
        for axes in self._axes:
            spec = axes.get_subplotspec()
            if spec is None or not running() or spec.is_last_row():
                axes.xaxis._style_ticks(which, {"labelrotation": rotation, "horizontalalignment": ha})
            else:
                for look in axes.xaxis._looks.values():
                    look["labelbottom"] = False
                axes.xaxis._label = ""
        self.subplots_adjust(bottom=bottom)

    # The rest.
    def show(self, warn=True): _send(self)
    def savefig(self, fname, *, transparent=None, **options): _saved(self, fname, transparent=transparent, **options)
    def draw_without_rendering(self): self._lay_out()
    draw = draw_without_rendering
    def clf(self, keep_observers=False): self._empty()
    clear = clf
    def get_size_inches(self): return np.array(self._size)
    def set_size_inches(self, w, h=None, forward=True):
        if running():
            self._size = [float(w), float(h)] if h is not None else [float(part) for part in w]
    def get_figwidth(self): return self._size[0]
    def get_figheight(self): return self._size[1]
    def set_figwidth(self, val, forward=True): self._size[0] = float(val)
    def set_figheight(self, val, forward=True): self._size[1] = float(val)
    def set_dpi(self, val): self.dpi = val
    def get_dpi(self): return self.dpi
    def set_facecolor(self, color): self._face = color
    def get_facecolor(self): return to_rgba(rcParams["figure.facecolor"] if self._face is None else self._face)
    def set_edgecolor(self, color): pass
    def set_frameon(self, b): self._frameless = not b
    def get_label(self): return self._label
    def set_label(self, s): self._label = str(s)
    def get_children(self): return list(self._axes)
    def set(self, **options):
        for name, value in options.items():
            getattr(self, "set_" + name)(value)

    def __repr__(self): return "<Figure size %gx%g with %d Axes>" % (self._size[0] * self.dpi, self._size[1] * self.dpi, len(self._axes))
    __str__ = lambda self: "Figure(%gx%g)" % (self._size[0] * self.dpi, self._size[1] * self.dpi)

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        if not running() and not misspelt("figure", name):
            return unknown("matplotlib.figure.Figure.%s is not modelled" % name)
        if name in ("subfigures", "add_subfigure", "ginput", "waitforbuttonpress", "figimage", "get_tightbbox", "get_window_extent", "add_axobserver", "get_layout_engine", "pick", "sca_current"):
            raise NotImplementedError("matplotlib.figure.Figure.%s is not supported by Kerascope yet" % name)
        raise AttributeError("'Figure' object has no attribute %r" % name)

    # As figures are shown.
    def _is_themed(self):
        """Whether nothing was chosen that is behind the drawing; then it stands on whatever shows it."""
        plain = lambda color: isinstance(color, str) and color in ("white", "w", "none", "1", "1.0", "#ffffff", "#fff")
        faces = [rcParams["figure.facecolor"] if self._face is None else self._face, rcParams["axes.facecolor"], rcParams["savefig.facecolor"] if rcParams["savefig.facecolor"] != "auto" else "white"]
        return all([plain(face) for face in faces]) and rcParams["text.color"] == "black" and all([each._face is None or plain(each._face) for each in self._axes])

    def _drawn_axes(self):
        found = []
        for axes in self._axes:
            if axes._visible:
                found.append(axes)
                found += [each for each in axes.child_axes if each._visible]
        return sorted(found, key=lambda each: each._order)

    def _described(self, laid=True):
        if laid:
            self._lay_out()
        axes = self._drawn_axes()
        paper = self._face if self._face is not None else rcParams["figure.facecolor"]
        said = [{name: value for name, value in each.items() if not name.startswith("_") and name not in ("kind", "label", "order")}
                for each in list(self._said.values()) + [text._primitives[0] for text in self._texts] if each["kind"] != "gone" and each.get("_visible", True)]
        return {"figure": self._sent, "width": self._size[0], "height": self._size[1], "paper": None if self._is_themed() else css(paper) or "white", "texts": said,
                "legends": [each._described() for each in self._legends if each._visible_now and each._handles], "axes": [each._described() for each in axes]}

    def _extents(self):
        """The axes that are seen, and what all that belongs to each covers, in points."""
        return self._drawn_axes(), bounds(self._described(False))

`;
