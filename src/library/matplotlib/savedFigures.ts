/** The Python text of how figures are shown and saved, and of their canvas; part of the module `matplotlib.pyplot`. */
export const savedFigures = String.raw`
def _is_drawn(figure):
    return any([axes._primitives or axes._tables for axes in figure._axes]) or bool(figure._texts)

def _send(figure):
    if not shown() or not _is_drawn(figure):
        return
    if figure._sent == 0:
        _state["sent"] += 1
        figure._sent = _state["sent"]
    send(figure._described())

_FORMATS = ("png", "svg", "pdf", "jpg", "jpeg")
_REAL_FORMATS = "eps, jpeg, jpg, pdf, pgf, png, ps, raw, rgba, svg, svgz, tif, tiff, webp"
_SAVE_COSMETIC = ("metadata", "pil_kwargs", "backend", "papertype", "orientation", "edgecolor", "bbox_extra_artists", "quality", "optimize", "progressive", "frameon")

def _saved(figure, fname, dpi=None, format=None, transparent=None, facecolor=None, bbox_inches=None, pad_inches=None, **options):
    """Shows the figure, and writes its picture."""
    for name in options:
        if name not in _SAVE_COSMETIC:
            raise TypeError("FigureCanvasAgg.print_png() got an unexpected keyword argument %r" % name)
    _send(figure)
    name = fname if hasattr(fname, "write") else os.fspath(fname)
    if format is None:
        ending = os.path.splitext(name)[1][1:].lower() if isinstance(name, str) else ""
        format = ending or rcParams["savefig.format"]
        if isinstance(name, str) and not ending:
            name = name + "." + format
    format = format.lower()
    if not running():
        return None if hasattr(fname, "write") else _noted(name)
    if format not in _FORMATS:
        if format in _REAL_FORMATS.split(", "):
            raise NotImplementedError("saving figures as %r is not supported by Kerascope yet; png, svg, pdf and jpg are" % format)
        raise ValueError("Format %r is not supported (supported formats: %s)" % (format, _REAL_FORMATS))
    density = rcParams["savefig.dpi"] if dpi is None else dpi
    density = figure.dpi if density in (None, "figure") else density
    transparent = rcParams["savefig.transparent"] if transparent is None else transparent
    fitted = rcParams["savefig.bbox"] if bbox_inches is None else bbox_inches
    if fitted not in (None, "tight", "standard"):
        raise NotImplementedError("savefig(bbox_inches=...) with a box is not supported by Kerascope yet; 'tight' is")
    pad = rcParams["savefig.pad_inches"] if pad_inches is None else pad_inches
    pad = None if fitted != "tight" else 72 * (0.04167 if pad == "layout" else float(pad))
    described = figure._described()
    if transparent:
        for axes in described["axes"]:
            axes["face"] = None
    elif described["paper"] is None and facecolor not in (None, "auto", "white", "w", "none"):
        described["paper"] = css(facecolor)
    if format != "svg":
        _warn_of_missing(described)
    data = encode(described, format, float(density), None if transparent else _paper_of(figure, facecolor), pad)
    if hasattr(fname, "write"):
        fname.write(data)
    else:
        with open(name, "wb") as file:
            file.write(data)

def _warn_of_missing(described):
    """Says which characters the one font of files has not, as matplotlib says it of its own."""
    for letter in missing(described):
        import unicodedata
        import warnings
        name = unicodedata.name(letter, "")
        named = "\\N{%s}" % name if name else ascii(letter)[1:-1]
        warnings.warn("Glyph %d (%s) missing from font(s) DejaVu Sans." % (ord(letter), named))

def _paper_of(figure, facecolor=None):
    face = rcParams["savefig.facecolor"] if facecolor is None else facecolor
    if isinstance(face, str) and face == "auto":
        face = figure._face if figure._face is not None else rcParams["figure.facecolor"]
    return None if figure._frameless or isinstance(face, str) and face in ("none", "None") else css(face) or "paper"

def _noted(name):
    with open(name, "wb"):
        pass

class _Renderer:
    def __init__(self, canvas):
        self._canvas = canvas

    def buffer_rgba(self): return self._canvas.buffer_rgba()
    def tostring_rgb(self): return self._canvas.tostring_rgb()

class FigureCanvas:
    """The picture of a figure, as pixels."""

    def __init__(self, figure=None):
        self.figure = figure
        self._pixels = None
        self.manager = None

    def draw(self, *args, **options):
        if running():
            _warn_of_missing(self.figure._described(False))
            self._pixels = pixels(self.figure._described(), float(self.figure.dpi), _paper_of(self.figure))
    def draw_idle(self, *args, **options): self._pixels = None
    def flush_events(self): pass
    def start_event_loop(self, timeout=0): pass
    def get_width_height(self, *, physical=False): return tuple([int(side * self.figure.dpi) for side in self.figure._size])
    def mpl_connect(self, s, func): return 0
    def mpl_disconnect(self, cid): pass
    def set_window_title(self, title): pass
    def get_renderer(self, cleared=False): return _Renderer(self)
    renderer = property(lambda self: _Renderer(self))
    def get_supported_filetypes(self): return {name: name for name in _FORMATS}

    def _drawn(self):
        if self._pixels is None:
            self.draw()
        return self._pixels

    def buffer_rgba(self):
        if not running():
            return unknown("the pixels of a figure")
        width, height, data = self._drawn()
        return np.frombuffer(data, dtype=np.uint8).reshape(height, width, 4)

    def tostring_rgb(self):
        return self.buffer_rgba()[:, :, :3].tobytes() if running() else unknown("the pixels of a figure")

    def tostring_argb(self):
        return self.buffer_rgba()[:, :, [3, 0, 1, 2]].tobytes() if running() else unknown("the pixels of a figure")

    def print_to_buffer(self):
        return (self.buffer_rgba().tobytes(), self.get_width_height()) if running() else unknown("the pixels of a figure")

    def print_png(self, filename_or_obj, **options): _saved(self.figure, filename_or_obj, format="png", **options)
    def print_figure(self, filename, dpi=None, **options): _saved(self.figure, filename, dpi=dpi, **options)

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        if not running():
            return unknown("the canvas's %s is not modelled" % name)
        raise NotImplementedError("the canvas's %s is not supported by Kerascope yet" % name)

FigureCanvasAgg = FigureCanvas

class _FigureFace(Artist):
    def __init__(self, figure):
        Artist.__init__(self)
        self._owner = figure

    def set_facecolor(self, color): self._owner._face = color
    set_color = set_fc = set_facecolor
    def get_facecolor(self): return self._owner.get_facecolor()
    def set_alpha(self, alpha):
        if alpha == 0:
            self._owner._face = "none"
    def set_visible(self, visible):
        if not visible:
            self._owner._face = "none"
    def set_edgecolor(self, color): pass
    def set_linewidth(self, width):
        if running() and width:
            raise NotImplementedError("an edge around a figure is not supported by Kerascope yet")

def _no_transform(name):
    raise NotImplementedError("matplotlib's %s is not supported by Kerascope yet" % name)
`;
