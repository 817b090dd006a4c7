/** The Python text of tables beside or inside of axes, whose cells are laid out when the figure is; part of `matplotlib.axes`. */
export const tables = String.raw`
_TABLE_PLACES = ["best", "upper right", "upper left", "lower left", "lower right", "center left", "center right", "lower center", "upper center", "center",
                 "top right", "top left", "bottom left", "bottom right", "right", "left", "top", "bottom"]
_TABLE_EDGES = {"open": "", "closed": "BRTL", "horizontal": "BT", "vertical": "RL"}
_CELL_PAD, _TABLE_PAD = 0.1, 0.02

class Cell(Artist):
    """One cell of a table; sizes are shares of the axes."""

    def __init__(self, table, width, height, text, facecolor, loc, edges):
        Artist.__init__(self, axes=table.axes)
        self._width, self._height, self._words, self._face, self._edge, self._line = float(width), float(height), str(text), facecolor, "k", 1.0
        self._look = {"horizontalalignment": loc, "verticalalignment": "center"}
        self.visible_edges = edges

    def _wide(self):
        """How wide the words are with room at both sides."""
        return _wide(self._words, _font(self._look.get("fontsize"))) / self.axes._length_of("x") * (1 + 2 * _CELL_PAD)

    def get_text(self): return _CellWords(self)
    def set_text_props(self, **options): self._look.update(_words_of(options))
    def set_fontsize(self, size): self._look["fontsize"] = size
    def get_fontsize(self): return _font(self._look.get("fontsize"))
    def set_width(self, w): self._width = float(w)
    def get_width(self): return self._width
    def set_height(self, h): self._height = float(h)
    def get_height(self): return self._height
    def set_facecolor(self, color): self._face = color
    set_fc = set_facecolor
    def get_facecolor(self): return to_rgba(self._face)
    def set_edgecolor(self, color): self._edge = color
    set_ec = set_edgecolor
    def get_edgecolor(self): return to_rgba(self._edge)
    def set_color(self, c): self._face = self._edge = c
    def set_linewidth(self, w): self._line = float(w)
    set_lw = set_linewidth
    def get_linewidth(self): return self._line

class _CellWords(Artist):
    def __init__(self, cell):
        Artist.__init__(self, axes=cell.axes)
        self._cell = cell

    def get_text(self): return self._cell._words
    def set_text(self, s): self._cell._words = str(s)
    def set_color(self, color): self._cell._look["color"] = color
    def set_fontsize(self, size): self._cell._look["fontsize"] = size
    set_size = set_fontsize
    def get_fontsize(self): return self._cell.get_fontsize()
    def set_fontweight(self, weight): self._cell._look["fontweight"] = weight
    set_weight = set_fontweight
    def set_rotation(self, s): self._cell._look["rotation"] = s
    def set_ha(self, align): self._cell._look["horizontalalignment"] = align
    set_horizontalalignment = set_ha

class Table(Artist):
    """Cells by row and column; row 0 holds the names of columns, column -1 those of rows."""

    def __init__(self, axes, loc, bbox, edges, options):
        Artist.__init__(self, axes=axes)
        if loc not in _TABLE_PLACES:
            raise ValueError("Unrecognized location %r. Valid locations are\n\t%s" % (loc, "\n\t".join(_TABLE_PLACES)))
        if edges not in _TABLE_EDGES and any([each not in "BRTL" for each in edges]):
            raise ValueError("Invalid edge param %s, must only be one of %s or string of %s" % (edges, ", ".join(_TABLE_EDGES), ", ".join("BRTL")))
        look = _known("Table", options, {"zorder", "visible", "alpha", "fontsize", "label"})
        if look.get("alpha") is not None:
            raise NotImplementedError("matplotlib's table(alpha=...) is not supported by Kerascope yet")
        self._place, self._edges, self._cells, self._fits, self._snug = loc, _TABLE_EDGES.get(edges, edges), {}, True, set()
        self._box = None if bbox is None else [float(part) for part in (bbox.bounds if hasattr(bbox, "bounds") else bbox)]
        self._order, self._shown = float(look.get("zorder", 0)), look.get("visible", True)
        self._size = look.get("fontsize")

    def _add(self, row, column, width, height, text, face, loc):
        cell = self._cells[row, column] = Cell(self, width, height, text, face, loc, self._edges)
        if self._size is not None:
            cell.set_fontsize(self._size)
        return cell

    def add_cell(self, row, col, *, width=0, height=0, text="", facecolor="w", loc="center"): return self._add(row, col, width, height, text, facecolor, loc)
    def __getitem__(self, position): return self._cells[position]
    def get_celld(self): return self._cells
    def get_children(self): return list(self._cells.values())
    def auto_set_font_size(self, value=True): self._fits = bool(value)
    def auto_set_column_width(self, col): self._snug.update(list(col) if hasattr(col, "__iter__") else [col])
    def set_visible(self, b): self._shown = bool(b)
    def set_zorder(self, level): self._order = float(level)
    def remove(self): self.axes._tables.remove(self)
    def set_fontsize(self, size):
        for cell in self._cells.values():
            cell.set_fontsize(size)
    def scale(self, xscale, yscale):
        for cell in self._cells.values():
            cell._width, cell._height = cell._width * xscale, cell._height * yscale

    def _sized(self):
        for column in self._snug:
            members = [cell for (row, each), cell in self._cells.items() if each == column]
            widest = max([cell._wide() for cell in members], default=0.0)
            for cell in members:
                cell._width = widest
        if self._fits and self._cells:
            size = list(self._cells.values())[0].get_fontsize()
            members = [cell for (row, column), cell in self._cells.items() if column not in self._snug]
            for cell in members:
                before, own = cell._look.get("fontsize"), cell.get_fontsize()
                while own > 1 and cell._wide() > cell._width:
                    own -= 1
                    cell._look["fontsize"] = own
                cell._look["fontsize"] = before
                size = min(size, own)
            self.set_fontsize(size)

    def _laid(self):
        """Left, bottom, width and height of each cell."""
        wide, high = {}, {}
        for (row, column), cell in self._cells.items():
            wide[column], high[row] = max(wide.get(column, 0.0), cell._width), max(high.get(row, 0.0), cell._height)
        lefts, floors, at = {}, {}, 0.0
        for column in sorted(wide):
            lefts[column], at = at, at + wide[column]
        at = 0.0
        for row in sorted(high, reverse=True):
            floors[row], at = at, at + high[row]
        return {key: (lefts[key[1]], floors[key[0]], wide[key[1]], high[key[0]]) for key in self._cells}

    def _pieces(self):
        if not self._shown or not self._cells:
            return []
        self._sized()
        boxes = self._laid()
        def around():
            inner = [box for (row, column), box in boxes.items() if row >= 0 and column >= 0]
            left, bottom = min([box[0] for box in inner]), min([box[1] for box in inner])
            return left, bottom, max([box[0] + box[2] for box in inner]) - left, max([box[1] + box[3] for box in inner]) - bottom
        left, bottom, width, height = around()
        if self._box is not None:
            self.scale(self._box[2] / width, self._box[3] / height)
            boxes = self._laid()
            dx, dy = self._box[0] - left, self._box[1] - bottom
        else:
            words = self._place
            dx, dy = (1 - width) / 2 - left, (1 - height) / 2 - bottom
            if words in ("upper left", "lower left", "center left"):
                dx = _TABLE_PAD - left
            elif words in ("best", "upper right", "lower right", "center right"):
                dx = 1 - left - width - _TABLE_PAD
            elif words in ("top left", "bottom left", "left"):
                dx = -(left + width)
            elif words in ("top right", "bottom right", "right"):
                dx = 1.0 - left
            if words in ("best", "upper right", "upper left", "upper center"):
                dy = 1 - bottom - height - _TABLE_PAD
            elif words in ("lower left", "lower right", "lower center"):
                dy = _TABLE_PAD - bottom
            elif words in ("top right", "top left", "top"):
                dy = 1.0 - bottom
            elif words in ("bottom left", "bottom right", "bottom"):
                dy = -(bottom + height)
        made, plain = [], {"label": "", "opacity": 1.0, "order": self._order, "clipped": False, "measures": ("axes", "axes")}
        for key in sorted(self._cells):
            cell, (x, y, wide, high) = self._cells[key], boxes[key]
            x, y = x + dx, y + dy
            corners = np.array([x, x + wide, x + wide, x]), np.array([y, y, y + high, y + high])
            stroke = _stroke(css(cell._edge), cell._line)
            closed = all([side in cell.visible_edges for side in "BRTL"])
            made.append(dict(plain, kind="area", x=corners[0], y=corners[1], fill=css(cell._face) if closed else None, edge=stroke if closed else None, hatch=""))
            for side, first in zip("BRTL", range(4)):
                if not closed and side in cell.visible_edges:
                    ends = [first, (first + 1) % 4]
                    made.append(dict(plain, kind="line", x=corners[0][ends], y=corners[1][ends], stroke=stroke, mark=None, marked=None))
            if cell._words:
                at = {"center": 0.5, "left": _CELL_PAD, "right": 1 - _CELL_PAD}[cell._look["horizontalalignment"]]
                said = _text_primitive(x + at * wide, y + high / 2, cell._words, cell._look, ("axes", "axes"))
                made.append({name: value for name, value in dict(said, order=self._order).items() if not name.startswith("_")})
        return made

class _Tables:
    def table(self, cellText=None, cellColours=None, cellLoc="right", colWidths=None, rowLabels=None, rowColours=None, rowLoc="left", colLabels=None, colColours=None,
              colLoc="center", loc="bottom", bbox=None, edges="closed", **options):
        if not running():
            return unknown("tables are laid out when the script runs")
        if cellColours is None and cellText is None:
            raise ValueError('At least one argument from "cellColours" or "cellText" must be provided to create a table.')
        cellText = [[""] * len(cellColours[0])] * len(cellColours) if cellText is None else cellText
        rows, columns = len(cellText), len(cellText[0])
        for row in cellText:
            if len(row) != columns:
                raise ValueError("Each row in 'cellText' must have %d columns" % columns)
        if cellColours is not None:
            if len(cellColours) != rows:
                raise ValueError("'cellColours' must have %d rows" % rows)
            for row in cellColours:
                if len(row) != columns:
                    raise ValueError("Each row in 'cellColours' must have %d columns" % columns)
        widths = [1.0 / columns] * columns if colWidths is None else list(colWidths)
        own = 0.0
        if rowLabels is None and rowColours is not None:
            rowLabels, own = [""] * rows, widths[0]
        if rowLabels is not None and len(rowLabels) != rows:
            raise ValueError("'rowLabels' must be of length %d" % rows)
        if colLabels is None and colColours is not None:
            colLabels = [""] * columns
        first = 0 if colLabels is None else 1
        made = Table(self, loc, bbox, edges, options)
        high = 10 * 1.2 / self._length_of("y")
        for row in range(rows):
            for column in range(columns):
                made._add(row + first, column, widths[column], high, cellText[row][column], "w" if cellColours is None else cellColours[row][column], cellLoc)
        for column in range(columns if colLabels is not None else 0):
            made._add(0, column, widths[column], high, colLabels[column], "w" if colColours is None else colColours[column], colLoc)
        for row in range(rows if rowLabels is not None else 0):
            made._add(row + first, -1, own, high, rowLabels[row], "w" if rowColours is None else rowColours[row], rowLoc)
        if rowLabels is not None and not own:
            made.auto_set_column_width(-1)
        return self.add_table(made)

    def add_table(self, tab):
        self._tables.append(tab)
        return tab

    @property
    def tables(self): return list(self._tables)
`;
