/** The Python text of grids that axes stand in; part of the module `matplotlib.pyplot`. */
export const gridSpecs = String.raw`
_SIDES = ("left", "bottom", "right", "top", "wspace", "hspace")

class SubplotParams:
    """The room around axes, and between them, in shares of the figure and of the axes."""

    def __init__(self, **options):
        for name in _SIDES:
            setattr(self, name, float(rcParams["figure.subplot." + name]))
        self.update(**options)

    def update(self, left=None, bottom=None, right=None, top=None, wspace=None, hspace=None):
        first, last = self.left if left is None else left, self.right if right is None else right
        low, high = self.bottom if bottom is None else bottom, self.top if top is None else top
        if first >= last:
            raise ValueError("left cannot be >= right")
        if low >= high:
            raise ValueError("bottom cannot be >= top")
        for name, value in (("left", left), ("bottom", bottom), ("right", right), ("top", top), ("wspace", wspace), ("hspace", hspace)):
            if value is not None:
                setattr(self, name, float(value))

class SubplotSpec:
    """Cells of a grid."""

    def __init__(self, gridspec, rows, columns):
        self._grid, self.rowspan, self.colspan = gridspec, rows, columns

    def get_gridspec(self): return self._grid
    def get_topmost_subplotspec(self): return self._grid._spec.get_topmost_subplotspec() if self._grid._spec is not None else self
    num1 = property(lambda self: self.rowspan.start * self._grid.ncols + self.colspan.start)
    num2 = property(lambda self: (self.rowspan.stop - 1) * self._grid.ncols + self.colspan.stop - 1)
    def get_geometry(self): return self._grid.nrows, self._grid.ncols, self.num1, self.num2
    def is_first_row(self): return self.rowspan.start == 0
    def is_last_row(self): return self.rowspan.stop == self._grid.nrows
    def is_first_col(self): return self.colspan.start == 0
    def is_last_col(self): return self.colspan.stop == self._grid.ncols
    def get_position(self, figure): return Bbox.from_bounds(*self._box())
    def subgridspec(self, nrows, ncols, **options): return GridSpecFromSubplotSpec(nrows, ncols, self, **options)

    def _box(self):
        bottoms, tops, lefts, rights = self._grid.get_grid_positions(None)
        bottom, top = bottoms[self.rowspan.stop - 1], tops[self.rowspan.start]
        left, right = lefts[self.colspan.start], rights[self.colspan.stop - 1]
        return left, bottom, right - left, top - bottom

class GridSpec:
    _spec = None

    def __init__(self, nrows, ncols, figure=None, *, left=None, bottom=None, right=None, top=None, wspace=None, hspace=None, width_ratios=None, height_ratios=None):
        if running():
            for name, value in (("rows", nrows), ("columns", ncols)):
                if not isinstance(value, (int, np.integer)) or value <= 0:
                    raise ValueError("Number of %s must be a positive integer, not %r" % (name, value))
            for name, ratios, count in (("width", width_ratios, ncols), ("height", height_ratios, nrows)):
                if ratios is not None and len(ratios) != count:
                    raise ValueError("Expected the given number of %s ratios to match the number of %s of the grid" % (name, "columns" if name == "width" else "rows"))
        self.nrows, self.ncols, self.figure = nrows, ncols, figure
        self._own = {"left": left, "bottom": bottom, "right": right, "top": top, "wspace": wspace, "hspace": hspace}
        self._wide, self._high = width_ratios, height_ratios

    def get_geometry(self): return self.nrows, self.ncols
    def set_width_ratios(self, width_ratios): self._wide = width_ratios
    def set_height_ratios(self, height_ratios): self._high = height_ratios
    def get_width_ratios(self): return [1] * self.ncols if self._wide is None else list(self._wide)
    def get_height_ratios(self): return [1] * self.nrows if self._high is None else list(self._high)

    def update(self, **options):
        for name, value in options.items():
            if name not in _SIDES:
                raise AttributeError("%s is an unknown keyword" % name)
            self._own[name] = value

    def tight_layout(self, figure, renderer=None, pad=1.08, h_pad=None, w_pad=None, rect=None):
        figure.tight_layout(pad=pad, h_pad=h_pad, w_pad=w_pad, rect=rect)

    def _room(self):
        """Left, bottom, right, top and the room between, for this grid."""
        base = (self.figure if self.figure is not None else gcf()).subplotpars
        return {name: getattr(base, name) if self._own[name] is None else self._own[name] for name in _SIDES}

    def get_grid_positions(self, fig, raw=False):
        room = self._room()
        def places(start, stop, count, gap, ratios):
            cell = (stop - start) / (count + gap * (count - 1))
            sizes = [cell * count * each / sum(ratios) for each in ratios]
            at, found = start, []
            for size in sizes:
                found.append((at, at + size))
                at += size + gap * cell
            return found
        across = places(room["left"], room["right"], self.ncols, room["wspace"], self.get_width_ratios())
        down = places(0.0, room["top"] - room["bottom"], self.nrows, room["hspace"], self.get_height_ratios())
        return [room["top"] - end for start, end in down], [room["top"] - start for start, end in down], [start for start, end in across], [end for start, end in across]

    def __getitem__(self, key):
        if not running():
            return SubplotSpec(self, range(0, 1), range(0, 1))
        if isinstance(key, tuple):
            if len(key) != 2:
                raise ValueError("Unrecognized subplot spec")
            return SubplotSpec(self, self._cells(key[0], self.nrows, 0), self._cells(key[1], self.ncols, 1))
        found = self._cells(key, self.nrows * self.ncols, None)
        first, last = found.start, found.stop - 1
        rows, columns = sorted([first // self.ncols, last // self.ncols]), sorted([first % self.ncols, last % self.ncols])
        return SubplotSpec(self, range(rows[0], rows[1] + 1), range(columns[0], columns[1] + 1))

    def _cells(self, part, count, axis):
        if isinstance(part, slice):
            start, stop, step = part.indices(count)
            if stop <= start:
                raise IndexError("GridSpec slice would result in no space allocated for subplot")
            return range(start, stop)
        if not -count <= part < count:
            raise IndexError("index %d is out of bounds for %s with size %d" % (part, "GridSpec" if axis is None else "axis %d" % axis, count))
        return range(part % count, part % count + 1)

    def subplots(self, *, sharex=False, sharey=False, squeeze=True, subplot_kw=None):
        figure = self.figure if self.figure is not None else gcf()
        return figure._subplots(self, sharex, sharey, squeeze, subplot_kw)

class GridSpecFromSubplotSpec(GridSpec):
    def __init__(self, nrows, ncols, subplot_spec, wspace=None, hspace=None, height_ratios=None, width_ratios=None):
        GridSpec.__init__(self, nrows, ncols, None, wspace=wspace, hspace=hspace, width_ratios=width_ratios, height_ratios=height_ratios)
        self._spec = subplot_spec
        self.figure = getattr(getattr(subplot_spec, "_grid", None), "figure", None)

    def _room(self):
        left, bottom, width, height = self._spec._box()
        base = (self.figure if self.figure is not None else gcf()).subplotpars
        between = {name: getattr(base, name) if self._own[name] is None else self._own[name] for name in ("wspace", "hspace")}
        return dict(between, left=left, bottom=bottom, right=left + width, top=bottom + height)

def _fitted_room(figure, pad, h_pad, w_pad, rect):
    """The room around and between axes in which all that belongs to them is seen."""
    grids, cells = [], []
    whole = [float(side) * 72 for side in figure._size]
    for axes, (left, right, bottom, top) in zip(*figure._extents()):
        spec = axes.get_subplotspec() if not isinstance(axes._place, tuple) else None
        if spec is None or not axes._in_layout:
            continue
        spec = spec.get_topmost_subplotspec() if hasattr(spec, "get_topmost_subplotspec") else None
        if spec is None:
            continue
        grids.append(spec.get_gridspec())
        at_left, at_bottom, width, height = spec._box()
        box = left / whole[0], right / whole[0], bottom / whole[1], top / whole[1]
        cells.append((spec, at_left - box[0], box[1] - at_left - width, at_bottom - box[2], box[3] - at_bottom - height))
    if not cells:
        return None
    size = _font(rcParams["font.size"]) / 72
    edge = pad * size
    apart = [(pad if each is None else each) * size for each in (w_pad, h_pad)]
    rows, columns = max([grid.nrows for grid in grids]), max([grid.ncols for grid in grids])
    across, down = np.zeros((rows, columns + 1)), np.zeros((rows + 1, columns))
    by_spec = {}
    for spec, left, right, bottom, top in cells:
        key = (spec.rowspan.start, spec.rowspan.stop, spec.colspan.start, spec.colspan.stop, spec._grid.nrows, spec._grid.ncols)
        old = by_spec.get(key, (-1e9, -1e9, -1e9, -1e9))
        by_spec[key] = tuple([max(pair) for pair in zip(old, (left, right, bottom, top))])
    for (first, stop, start, end, high, wide), (left, right, bottom, top) in by_spec.items():
        scale_y, scale_x = rows // high, columns // wide
        first, stop, start, end = first * scale_y, stop * scale_y, start * scale_x, end * scale_x
        across[first:stop, start] += left
        across[first:stop, end] += right
        down[first, start:end] += top
        down[stop, start:end] += bottom
    wide, high = figure._size
    left, bottom, right, top = [0.0, 0.0, 1.0, 1.0] if rect is None else [float(each) for each in rect]
    room = {"left": left + max(across[:, 0].max(), 0) + edge / wide, "right": 1 - (1 - right + max(across[:, -1].max(), 0) + edge / wide),
            "top": 1 - (1 - top + max(down[0, :].max(), 0) + edge / high), "bottom": bottom + max(down[-1, :].max(), 0) + edge / high}
    said = figure._said.get("suptitle")
    if said is not None:
        room["top"] -= said["look"]["size"] * (0.97 + 1.12 * said["text"].count("\n")) / 72 / high + edge / high
    if figure._said.get("supxlabel") is not None:
        room["bottom"] += figure._said["supxlabel"]["look"]["size"] * 0.97 / 72 / high + edge / high
    if figure._said.get("supylabel") is not None:
        room["left"] += figure._said["supylabel"]["look"]["size"] * 0.97 / 72 / wide + edge / wide
    if room["left"] >= room["right"] or room["bottom"] >= room["top"]:
        return None
    if columns > 1:
        gap = across[:, 1:-1].max() + apart[0] / wide
        cell = (room["right"] - room["left"] - gap * (columns - 1)) / columns
        if cell <= 0:
            return None
        room["wspace"] = gap / cell
    if rows > 1:
        gap = down[1:-1, :].max() + apart[1] / high
        cell = (room["top"] - room["bottom"] - gap * (rows - 1)) / rows
        if cell <= 0:
            return None
        room["hspace"] = gap / cell
    return room
`;
