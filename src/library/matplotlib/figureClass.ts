/** The Python text of `Figure`, its grids, colour bars and files; part of the module `matplotlib.pyplot`. */
export const figureClass = String.raw`
class _Place:
    """Cells of a grid of axes."""

    def __init__(self, rows, columns, index, tall=1, wide=1):
        self.rows, self.columns, self.index, self.tall, self.wide = rows, columns, index, tall, wide

class GridSpec:
    def __init__(self, nrows, ncols, figure=None, **options):
        self._rows, self._columns = nrows, ncols
        self.nrows, self.ncols = nrows, ncols

    def __getitem__(self, key):
        if not isinstance(key, tuple):
            if isinstance(key, slice):
                key = (0, key) if self._rows == 1 else (key, 0)
            else:
                key = (key // self._columns, key % self._columns)
        (row, tall), (column, wide) = [self._cells(part, count) for part, count in zip(key, (self._rows, self._columns))]
        return _Place(self._rows, self._columns, row * self._columns + column + 1, tall, wide)

    def _cells(self, part, count):
        if isinstance(part, slice):
            start, stop, step = part.indices(count)
            return start, max(1, stop - start)
        if not -count <= part < count:
            raise IndexError("index %d is out of bounds for axis 0 with size %d" % (part, count))
        return part % count, 1

    def subplots(self, **options):
        return gcf().subplots(self._rows, self._columns, **options)

    def update(self, **options): pass

class _ColorBar(Artist):
    def __init__(self, axes, image, label):
        Artist.__init__(self)
        self._image, self._label, self._ticks, self._names = image, label, None, []
        self.ax = _BarAxes(self)

    def set_label(self, label, **options): self._label = str(label)

    def set_ticks(self, ticks, labels=None, **options):
        self._ticks = [float(tick) for tick in list(ticks)]
        self._names = ["%g" % tick for tick in self._ticks] if labels is None else [str(label) for label in list(labels)]

    def set_ticklabels(self, labels, **options):
        if self._ticks is not None:
            self._names = [str(label) for label in list(labels)]

    def update_normal(self, mappable): pass

    def _described(self):
        low, high, colors = self._image
        count = len(colors.colors) if colors._listed else 32
        return {"low": low, "high": high, "colors": [css(colors((place + 0.5) / count if colors._listed else place / (count - 1))) for place in range(count)], "label": self._label,
                "ticks": self._ticks, "names": self._names}

class _BarAxes(Artist):
    def __init__(self, bar):
        Artist.__init__(self)
        self._bar = bar
        self.yaxis = self.xaxis = self

    def set_ylabel(self, label, **options): self._bar.set_label(label)
    set_title = set_xlabel = set_ylabel
    def set_yticks(self, ticks, labels=None, **options): self._bar.set_ticks(ticks, labels)
    def set_yticklabels(self, labels, **options): self._bar.set_ticklabels(labels)
    def tick_params(self, **options): pass

def _bar_of(figure, mappable, ax, label, ticks):
    axes = ax.ravel()[-1] if isinstance(ax, np.ndarray) else ax[-1] if isinstance(ax, (list, tuple)) else ax if isinstance(ax, Axes) else None
    if not running():
        return _ColorBar(axes, None, label)
    image = getattr(mappable, "_image", None) if mappable is not None else None
    if image is None and mappable is not None and hasattr(mappable, "cmap"):
        norm = getattr(mappable, "norm", None)
        image = (0.0 if norm is None or norm.vmin is None else float(norm.vmin), 1.0 if norm is None or norm.vmax is None else float(norm.vmax), get_cmap(mappable.cmap))
    if axes is None:
        owners = [each for each in figure._axes if mappable is not None and any([part is piece for part in getattr(mappable, "_primitives", []) for piece in each._primitives])]
        axes = owners[0] if owners else figure.gca()
    if image is None:
        image = axes._last_image
    if image is None:
        raise RuntimeError("No mappable was found to use for colorbar creation. First define a mappable such as an image (with imshow) or a contour set (with contourf).")
    bar = _ColorBar(axes, image, str(label))
    if ticks is not None and not hasattr(ticks, "_between"):
        bar.set_ticks(ticks)
    axes._colorbar = bar
    return bar

class _Canvas:
    def __init__(self, figure):
        self.figure = figure

    def draw(self): pass
    draw_idle = flush_events = draw

    def get_width_height(self, *args, **options): return tuple(int(side * self.figure.dpi) for side in self.figure._size)
    def mpl_connect(self, *args): return 0
    def print_png(self, file, **options): _saved(self.figure, file, format="png")

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        raise NotImplementedError("the canvas's %s is not supported by Kerascope yet" % name)

class Figure:
    def __init__(self, figsize=None, dpi=None, facecolor=None, number=None, **options):
        self.number = number
        width, height = rcParams["figure.figsize"] if figsize is None else figsize
        self._size = [float(width), float(height)] if running() else [6.4, 4.8]
        self.dpi = rcParams["figure.dpi"] if dpi is None else dpi
        self._face = facecolor
        self._rows = self._columns = 1
        self._axes = []
        self._places = {}
        self._title, self._title_size = "", None
        self._current = None
        self._sent = 0
        self.canvas = _Canvas(self)
        self.subplotpars = self.patch = Artist()

    @property
    def axes(self):
        return list(self._axes)

    def _new(self, place, options):
        projection = options.get("projection")
        if options.get("polar") or projection not in (None, "rectilinear", "3d"):
            name = projection if projection is not None else "polar"
            if not running():
                return unknown("axes with projection=%r are not modelled" % name)
            raise NotImplementedError("axes with projection=%r are not supported by Kerascope yet" % name)
        made = Axes3D(self, place) if projection == "3d" else Axes(self, None, place)
        for name in ("title", "xlabel", "ylabel", "xlim", "ylim", "facecolor", "xscale", "yscale", "xticks", "yticks", "aspect"):
            if name in options:
                getattr(made, "set_" + name)(options[name])
        for axis in ("x", "y"):
            if options.get("share" + axis) is not None:
                made._shared[axis] = options["share" + axis]
        self._axes.append(made)
        return made

    def add_subplot(self, *args, **options):
        rows, columns, index, tall, wide = 1, 1, 1, 1, 1
        if len(args) == 3:
            rows, columns, index = args
        elif len(args) == 1 and isinstance(args[0], int):
            if running() and not 100 <= args[0] <= 999:
                raise ValueError("Integer subplot specification must be a three-digit number, not %d" % args[0])
            rows, columns, index = args[0] // 100, args[0] // 10 % 10, args[0] % 10
        elif len(args) == 1 and isinstance(args[0], _Place):
            rows, columns, index, tall, wide = args[0].rows, args[0].columns, args[0].index, args[0].tall, args[0].wide
        if isinstance(index, (tuple, list)):
            index, last = index
            if running():
                tall, wide = (last - 1) // columns - (index - 1) // columns + 1, (last - 1) % columns - (index - 1) % columns + 1
        if running() and (index < 1 or index > rows * columns):
            raise ValueError(f"num must be an integer with 1 <= num <= {rows * columns}, not {index}")
        key = (rows, columns, index, tall, wide) if running() else (0, 0, len(self._axes))
        if key not in self._places:
            place = None
            if running():
                place = {"row": (index - 1) // columns / rows, "column": (index - 1) % columns / columns, "rows": tall / rows, "columns": wide / columns, "grid": (rows, columns)}
            self._places[key] = self._new(place, options)
        self._current = self._places[key]
        return self._current

    def add_axes(self, rect=None, **options):
        if isinstance(rect, Axes):
            return rect
        place = None
        if running() and rect is not None:
            left, bottom, wide, high = [float(part) for part in rect]
            place = {"row": 1 - bottom - high, "column": left, "rows": high, "columns": wide, "grid": None}
        axes = self._new(place, options)
        self._current = axes
        return axes

    def gca(self, **options):
        if self._current is None:
            return self.add_subplot(1, 1, 1, **options)
        return self._current

    def sca(self, axes):
        self._current = axes
        return axes

    def subplots(self, nrows=1, ncols=1, *, sharex=False, sharey=False, squeeze=True, subplot_kw=None, gridspec_kw=None, **options):
        if running() and (not isinstance(nrows, (int, np.integer)) or not isinstance(ncols, (int, np.integer)) or nrows < 1 or ncols < 1):
            name, value = ("rows", nrows) if not isinstance(nrows, (int, np.integer)) or nrows < 1 else ("columns", ncols)
            raise ValueError("Number of %s must be a positive integer, not %r" % (name, value))
        nrows, ncols = int(nrows), int(ncols)
        made = [self.add_subplot(nrows, ncols, place + 1, **(subplot_kw or {})) for place in range(nrows * ncols)]
        self._current = made[0]
        if running():
            for axis, shared in (("x", sharex), ("y", sharey)):
                for place, axes in enumerate(made):
                    if shared and shared != "none":
                        kind = "all" if shared is True else shared
                        axes._shared[axis] = [each for other, each in enumerate(made) if kind == "all" or kind == "row" and other // ncols == place // ncols or
                                              kind == "col" and other % ncols == place % ncols]
                        inner = place // ncols < nrows - 1 if axis == "x" else place % ncols > 0
                        (axes.xaxis if axis == "x" else axes.yaxis)._named = not (inner and kind in (("all", "col") if axis == "x" else ("all", "row")))
        if nrows * ncols == 1 and squeeze:
            return made[0]
        grid = np.empty((nrows, ncols), dtype=object)
        for place, axes in enumerate(made):
            grid[place // ncols, place % ncols] = axes
        return (grid[0] if nrows == 1 else grid[:, 0] if ncols == 1 else grid) if squeeze else grid

    def suptitle(self, t, **options):
        self._title = str(t)
        self._title_size = _font_of(options, "figure.titlesize")
        return Artist()

    def supxlabel(self, t, **options): return Artist()
    def supylabel(self, t, **options): return Artist()

    def show(self, *args, **options):
        _send(self)

    def savefig(self, fname, *args, **options):
        _saved(self, fname, **options)

    def add_gridspec(self, nrows=1, ncols=1, **options):
        return GridSpec(nrows, ncols, self)

    def subplot_mosaic(self, mosaic, **options):
        if isinstance(mosaic, str):
            mosaic = [list(row.strip()) for row in (mosaic.strip().split("\n") if "\n" in mosaic else mosaic.split(";"))]
        rows, columns = len(mosaic), len(mosaic[0])
        found = {}
        for row in range(rows):
            for column in range(columns):
                found.setdefault(mosaic[row][column], []).append((row, column))
        made = {}
        for name, cells in found.items():
            if name != ".":
                (top, left), (bottom, right) = min(cells), max(cells)
                made[name] = self.add_subplot(_Place(rows, columns, top * columns + left + 1, bottom - top + 1, right - left + 1))
        return made

    def get_axes(self):
        return list(self._axes)

    def delaxes(self, ax):
        self._axes = [each for each in self._axes if each is not ax]
        self._places = {key: each for key, each in self._places.items() if each is not ax}
        if self._current is ax:
            self._current = self._axes[-1] if self._axes else None

    def get_size_inches(self):
        return np.array(self._size)

    def set_size_inches(self, w, h=None, **options):
        if running():
            self._size = [float(w), float(h)] if h is not None else [float(part) for part in w]

    set_figsize = set_size_inches
    def get_figwidth(self): return self._size[0]
    def get_figheight(self): return self._size[1]
    def set_figwidth(self, value): self._size[0] = float(value)
    def set_figheight(self, value): self._size[1] = float(value)
    def set_dpi(self, dpi): self.dpi = dpi
    def get_dpi(self): return self.dpi
    def set_facecolor(self, color): self._face = color

    def colorbar(self, mappable=None, cax=None, ax=None, label="", ticks=None, **options):
        return _bar_of(self, mappable, ax, label, ticks)

    def clf(self, *args):
        self._axes, self._places, self._current, self._title = [], {}, None, ""

    clear = clf

    def legend(self, *args, **options):
        if self._axes:
            self._axes[-1 if not args else 0].legend(*args, **{name: value for name, value in options.items() if name in ("handles", "labels", "title")})
        return Artist()

    def text(self, x, y, s, **options):
        if running() and self._axes:
            self._axes[0].text(x, y, s, **dict(options, transform="axes"))
        return Artist()

    def __getattr__(self, name):
        if name in ("tight_layout", "subplots_adjust", "autofmt_xdate", "align_labels", "set_tight_layout", "set_constrained_layout", "set_layout_engine",
                    "align_ylabels", "align_xlabels", "get_constrained_layout", "set_edgecolor", "add_artist", "draw_without_rendering", "set_frameon"):
            if name == "autofmt_xdate":
                for each in self._axes:
                    each.xaxis._turn_names(30)
            return lambda *args, **options: None
        if name.startswith("__"):
            raise AttributeError(name)
        if not running():
            return unknown("matplotlib.figure.Figure.%s is not modelled" % name)
        if name in ("subfigures", "add_subfigure", "ginput", "waitforbuttonpress", "figimage"):
            raise NotImplementedError("matplotlib.figure.Figure.%s is not supported by Kerascope yet" % name)
        raise AttributeError("'Figure' object has no attribute %r" % name)

    def _grid(self):
        """The cells of all axes: the finest grid of those that were asked for."""
        import math
        grids = [each._place["grid"] for each in self._axes if each._place is not None and each._place["grid"] is not None]
        free = len([each for each in self._axes if each._place is None or each._place["grid"] is None])
        rows = columns = 1
        for grid in grids:
            rows, columns = rows * grid[0] // math.gcd(rows, grid[0]), columns * grid[1] // math.gcd(columns, grid[1])
        if free and not grids:
            # Axes at places of their own, side by side or one above the other as they were meant.
            wide = len({round(each._place["column"], 1) for each in self._axes if each._place is not None})
            columns = max(1, wide)
            rows = -(-len(self._axes) // columns)
        return rows, columns

    def _described(self):
        rows, columns = self._grid()
        self._rows, self._columns = rows, columns
        described, free = [], 0
        for axes in self._axes:
            place = axes._place
            if place is None or place["grid"] is None:
                cells = {"row": free // columns % rows, "column": free % columns, "rows": 1, "columns": 1}
                free += 1
            else:
                cells = {"row": int(round(place["row"] * rows)), "column": int(round(place["column"] * columns)), "rows": max(1, int(round(place["rows"] * rows))),
                         "columns": max(1, int(round(place["columns"] * columns)))}
            if axes._visible and not (axes._bare and not axes._primitives and not axes._title):
                described.append(dict(axes._described(), place=cells))
        return {"figure": self._sent, "title": self._title, "title_size": _font(rcParams["figure.titlesize"]) if self._title_size is None else self._title_size,
                "rows": rows, "columns": columns, "width": self._size[0], "height": self._size[1], "axes": described}

def _is_drawn(figure):
    return any([axes._primitives for axes in figure._axes])

def _send(figure):
    if not shown() or not _is_drawn(figure):
        return
    if figure._sent == 0:
        _state["sent"] += 1
        figure._sent = _state["sent"]
    send(figure._described())

_FORMATS = ("png", "svg", "pdf", "jpg", "jpeg")
_REAL_FORMATS = "eps, jpeg, jpg, pdf, pgf, png, ps, raw, rgba, svg, svgz, tif, tiff, webp"

def _saved(figure, fname, dpi=None, format=None, transparent=False, facecolor=None, **options):
    """Shows the figure, and writes its picture."""
    _send(figure)
    name = fname if hasattr(fname, "write") else os.fspath(fname)
    if format is None:
        ending = os.path.splitext(name)[1][1:].lower() if isinstance(name, str) else ""
        format = ending or "png"
        if isinstance(name, str) and not ending:
            name = name + ".png"
    format = format.lower()
    if not running():
        return None if hasattr(fname, "write") else _noted(name)
    if format not in _FORMATS:
        if format in _REAL_FORMATS.split(", "):
            raise NotImplementedError("saving figures as %r is not supported by Kerascope yet; png, svg, pdf and jpg are" % format)
        raise ValueError("Format %r is not supported (supported formats: %s)" % (format, _REAL_FORMATS))
    density = rcParams["savefig.dpi"] if dpi is None else dpi
    density = figure.dpi if density in (None, "figure") else density
    paper = facecolor if facecolor not in (None, "auto") else figure._face if figure._face is not None else rcParams["figure.facecolor"]
    paper = None if transparent or paper == "none" else css(paper) or "paper"
    data = encode(figure._described(), format, float(density), paper)
    if hasattr(fname, "write"):
        fname.write(data)
    else:
        with open(name, "wb") as file:
            file.write(data)

def _noted(name):
    with open(name, "wb"):
        pass
`;
