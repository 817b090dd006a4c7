/** The Python text of constrained layout: rooms in grids of equal cells, with colour bars in the rooms; part of `matplotlib.pyplot`. */
export const constrainedLayout = String.raw`
_ROOMS = ("left", "right", "top", "bottom", "leftcb", "rightcb", "topcb", "bottomcb")

class _Rooms:
    """A grid whose cells are inner parts of equal size with rooms around them: for names, and for colour bars."""

    def __init__(self, grid):
        self.grid = grid
        self.need = {name: np.zeros(grid.nrows if name[:3] in ("top", "bot") else grid.ncols) for name in _ROOMS}

    def ask(self, rows, columns, room):
        for name, value in room.items():
            span = rows if name[:3] in ("top", "bot") else columns
            place = span.start if name[:3] in ("lef", "top") else span.stop - 1
            self.need[name][place] = max(self.need[name][place], value)

    def solve(self, left, bottom, right, top):
        """Whether every cell has a size, within these edges."""
        need = self.need
        across, down = [np.array(ratios, dtype=np.float64) for ratios in (self.grid.get_width_ratios(), self.grid.get_height_ratios())]
        sides = need["leftcb"] + need["left"], need["rightcb"] + need["right"], need["topcb"] + need["top"], need["bottomcb"] + need["bottom"]
        unit = (right - left - float((sides[0] + sides[1]).sum())) / float(across.sum()), (top - bottom - float((sides[2] + sides[3]).sum())) / float(down.sum())
        ends = left + np.cumsum(sides[0] + across * unit[0] + sides[1])
        floors = top - np.cumsum(sides[2] + down * unit[1] + sides[3])
        starts, ceilings = ends - sides[0] - across * unit[0] - sides[1], floors + sides[2] + down * unit[1] + sides[3]
        self.inner = starts + sides[0], ends - sides[1], floors + sides[3], ceilings - sides[2]
        self.outer = starts + need["leftcb"], ends - need["rightcb"], floors + need["bottomcb"], ceilings - need["topcb"]
        return unit[0] > 0 and unit[1] > 0

    def box(self, rows, columns, edges):
        left, right, bottom, top = edges
        return float(left[columns.start]), float(bottom[rows.stop - 1]), float(right[columns.stop - 1]), float(top[rows.start])

class _Constrained:
    def __init__(self, figure, options):
        self.figure = figure
        wide, high = figure._size
        of = lambda name: rcParams["figure.constrained_layout." + name] if options.get(name) is None else options[name]
        self.w_pad, self.h_pad, self.wspace, self.hspace = float(of("w_pad")) / wide, float(of("h_pad")) / high, float(of("wspace")), float(of("hspace"))
        self.rect = tuple(options.get("rect") or (0, 0, 1, 1))
        self.extra = {"left": 0.0, "right": 0.0, "top": 0.0, "bottom": 0.0}

    def lay_out(self, compress):
        self.grids = {}
        for turn in range(2):
            # What is a share of a grid is one of the grid as it was solved last.
            self.former, self.grids = self.grids, {}
            self.covered = {id(axes): (left / 72 / self.figure._size[0], bottom / 72 / self.figure._size[1], right / 72 / self.figure._size[0], top / 72 / self.figure._size[1])
                            for axes, (left, right, bottom, top) in zip(*self.figure._extents())}
            self.members = [axes for axes in self.figure._axes if not axes._is_bar and axes._in_layout and axes.get_subplotspec() is not None and id(axes) in self.covered]
            if not self.members:
                return
            for axes in self.members:
                self.ask(axes)
            self.match()
            self.say()
            if not self.place():
                return
        if compress:
            self.compress()

    # Which grids there are: two of one geometry that fill the figure are one.
    def key(self, grid):
        return (id(grid),) if grid._spec is not None else (grid.nrows, grid.ncols) + tuple(grid.get_width_ratios()) + tuple(grid.get_height_ratios())

    def rooms(self, grid):
        found = self.grids.get(self.key(grid))
        if found is None:
            if grid._spec is not None:
                self.rooms(grid._spec._grid)
            found = self.grids[self.key(grid)] = _Rooms(grid)
        return found

    def spec(self, axes):
        found = axes.get_subplotspec()
        while isinstance(found, _BesideBox):
            found = found._inner
        return found

    def ask(self, axes):
        """The room around axes that their names need, and their colour bars."""
        spec = self.spec(axes)
        grid, rows, columns = spec._grid, spec.rowspan, spec.colspan
        own = grid._own
        wspace, hspace = self.wspace if own["wspace"] is None else own["wspace"], self.hspace if own["hspace"] is None else own["hspace"]
        room = {"leftcb": self.w_pad, "rightcb": self.w_pad, "bottomcb": self.h_pad, "topcb": self.h_pad}
        for gap, pad, names, span, count in ((wspace / 2 / grid.ncols, self.w_pad, ("leftcb", "rightcb"), columns, grid.ncols), (hspace / 2 / grid.nrows, self.h_pad, ("topcb", "bottomcb"), rows, grid.nrows)):
            if gap > pad:
                room[names[0]] = gap if span.start > 0 else pad
                room[names[1]] = gap if span.stop < count else pad
        left, bottom, width, height = axes._original()
        seen = self.covered[id(axes)]
        room.update(left=left - seen[0], right=seen[2] - left - width, bottom=bottom - seen[1], top=seen[3] - bottom - height)
        for bar in axes._colorbars:
            side, shown = bar._info["location"], self.covered.get(id(bar))
            if shown is None:
                continue
            bar_rows, bar_columns = self.spans(bar)
            pad = self.bar_pad(bar)
            at_edge = {"right": bar_columns.stop == columns.stop, "left": bar_columns.start == columns.start, "top": bar_rows.start == rows.start, "bottom": bar_rows.stop == rows.stop}
            if at_edge[side]:
                room[side + "cb"] += pad + (shown[2] - shown[0] if side in ("left", "right") else shown[3] - shown[1])
            # What stands out beyond the axes, along the bar.
            beyond = {"left": seen[0] - shown[0], "right": shown[2] - seen[2], "bottom": seen[1] - shown[1], "top": shown[3] - seen[3]}
            for name in ("left", "right") if side in ("top", "bottom") else ("bottom", "top"):
                if at_edge[name] and beyond[name] > 0:
                    room[name] += beyond[name]
        self.rooms(grid).ask(rows, columns, room)

    def spans(self, bar):
        specs = [self.spec(each) for each in bar._info["parents"]]
        return (range(min([each.rowspan.start for each in specs]), max([each.rowspan.stop for each in specs])),
                range(min([each.colspan.start for each in specs]), max([each.colspan.stop for each in specs])))

    def bar_pad(self, bar):
        grid, (rows, columns) = self.spec(bar._info["parents"][0])._grid, self.spans(bar)
        rooms = self.former.get(self.key(grid))
        if rooms is None:
            rooms = _Rooms(grid)
            rooms.solve(*self.rect)
        left, bottom, right, top = rooms.box(rows, columns, rooms.inner)
        return bar._info["pad"] * (right - left if bar._info["location"] in ("left", "right") else top - bottom)

    def match(self):
        """Rooms that lie inside of axes over several cells are as wide as the widest of them."""
        for first, second, span in (("left", "right", "colspan"), ("top", "bottom", "rowspan")):
            over = [(self.rooms(self.spec(axes)._grid), getattr(self.spec(axes), span)) for axes in self.members]
            over = [(rooms, cells) for rooms, cells in over if len(cells) > 1]
            inside = lambda rooms, cells, name: float((rooms.need[name] + rooms.need[name + "cb"])[cells.start:cells.stop].max())
            most = [max([inside(rooms, range(cells.start + 1, cells.stop), first) for rooms, cells in over] or [0.0]),
                    max([inside(rooms, range(cells.start, cells.stop - 1), second) for rooms, cells in over] or [0.0])]
            for rooms, cells in over:
                for place in list(cells)[1:]:
                    rooms.need[first][place] = max(rooms.need[first][place], most[0])
                for place in list(cells)[:-1]:
                    rooms.need[second][place] = max(rooms.need[second][place], most[1])

    def say(self):
        """The figure's own words stand at its edges, and have room there."""
        self.words = dict(self.extra)
        for name, side, pad in (("suptitle", "top", self.h_pad), ("supxlabel", "bottom", self.h_pad), ("supylabel", "left", self.w_pad)):
            said = self.figure._said.get(name)
            if said is not None and said["_auto"] and said["text"]:
                long = said["look"]["size"] * (0.97 + 1.12 * said["text"].count("\n")) / 72
                said["x" if side == "left" else "y"] = 1 - pad if side == "top" else pad
                self.words[side] = max(self.words[side], long / self.figure._size[0 if side == "left" else 1] + 2 * pad)

    def place(self):
        left, bottom, wide, high = self.rect
        edges = left + self.words["left"], bottom + self.words["bottom"], left + wide - self.words["right"], bottom + high - self.words["top"]
        for rooms in self.grids.values():
            grid = rooms.grid
            outer = edges if grid._spec is None else self.rooms(grid._spec._grid).box(grid._spec.rowspan, grid._spec.colspan, self.rooms(grid._spec._grid).inner)
            if not rooms.solve(*outer):
                import warnings
                warnings.warn("constrained_layout not applied because axes sizes collapsed to zero.  Try making figure larger or axes decorations smaller.")
                return False
        for axes in self.members:
            spec = self.spec(axes)
            rooms = self.rooms(spec._grid)
            x0, y0, x1, y1 = rooms.box(spec.rowspan, spec.colspan, rooms.inner)
            axes._laid = (x0, y0, x1 - x0, y1 - y0)
            offset = {"left": 0.0, "right": 0.0, "top": 0.0, "bottom": 0.0}
            for bar in reversed(axes._colorbars):
                if bar._info["parents"][0] is axes and id(bar) in self.covered:
                    self.place_bar(bar, rooms, offset)
        return True

    def place_bar(self, bar, rooms, offset):
        info, (rows, columns) = bar._info, self.spans(bar)
        side, upright = info["location"], info["location"] in ("left", "right")
        room, inner = rooms.box(rows, columns, rooms.outer), rooms.box(rows, columns, rooms.inner)
        wide, high = inner[2] - inner[0], inner[3] - inner[1]
        part = (wide * info["fraction"], high * info["shrink"]) if upright else (wide * info["shrink"], high * info["fraction"])
        anchor = _ANCHORS[info["anchor"]] if isinstance(info["anchor"], str) else info["anchor"]
        left, bottom = inner[0] + anchor[0] * (wide - part[0]), inner[1] + anchor[1] * (high - part[1])
        at, seen, pad = bar._original(), self.covered[id(bar)], self.bar_pad(bar)
        before = at[0] - seen[0] if upright else at[1] - seen[1]
        size = seen[2] - seen[0] if upright else seen[3] - seen[1]
        if side == "right":
            left = room[2] + offset[side] + pad + before
        elif side == "left":
            left = room[0] - size - pad + before - offset[side]
        elif side == "bottom":
            bottom = room[1] - size - pad + before - offset[side]
        else:
            bottom = room[3] + offset[side] + pad + before
        offset[side] += size + pad
        bar._laid = (left, bottom) + part

    def compress(self):
        """Takes away what axes of a fixed aspect leave free between them."""
        grid = self.spec(self.members[0])._grid
        if any([self.spec(axes)._grid is not grid for axes in self.members]):
            raise ValueError("Cannot do compressed layout if axes are not all from the same gridspec")
        free = np.zeros(grid.ncols), np.zeros(grid.nrows)
        for axes in self.members:
            spec, given, used = self.spec(axes), axes._original(), axes._active()
            for count, span, much in ((free[0], spec.colspan, given[2] - used[2]), (free[1], spec.rowspan, given[3] - used[3])):
                count[span.start:span.stop] = np.maximum(count[span.start:span.stop], much)
        for names, much in ((("left", "right"), float(free[0].sum()) / 2), (("top", "bottom"), float(free[1].sum()) / 2)):
            for name in names:
                self.words[name] = max(self.words[name], much)
        self.place()
`;
