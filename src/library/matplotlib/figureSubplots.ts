/** The methods by which a figure makes, arranges and loses its axes; inside the text of the class `Figure`. */
export const figureSubplots = String.raw`    # Axes.
    def _new(self, place, options):
        options = dict(options)
        projection = options.pop("projection", None)
        if options.pop("polar", False):
            projection = "polar"
        if projection not in (None, "rectilinear", "3d", "polar"):
            if not running():
                return unknown("axes with projection=%r are not modelled" % (projection,))
            if isinstance(projection, str) and projection not in ("aitoff", "hammer", "lambert", "mollweide"):
                raise ValueError("Unknown projection %r" % projection)
            raise NotImplementedError("axes with projection=%r are not supported by Kerascope yet" % (projection,))
        made = (Axes3D if projection == "3d" else PolarAxes if projection == "polar" else Axes)(self, place)
        shared = {name: options.pop("share" + name, None) for name in ("x", "y")}
        if projection == "3d":
            made._opened(options)
        for name, other in shared.items():
            if other is not None:
                made._share(name, other)
        for name, value in options.items():
            if name not in _AXES_OPTIONS and name != "fc" and name != "frameon":
                raise AttributeError("%s.set() got an unexpected keyword argument %r" % (type(made).__name__, name))
            getattr(made, "set_" + {"fc": "facecolor", "frameon": "frame_on"}.get(name, name))(value)
        self._axes.append(made)
        return made

    def _twin(self, axes):
        made = type(axes)(self, axes._place)
        made._beside, made._is_twin = axes, True
        self._axes.append(made)
        return made

    def add_subplot(self, *args, **options):
        if len(args) == 1 and isinstance(args[0], Axes):
            return args[0]
        made = self._new(self._spec_of(args), options)
        self._current = made
        return made

    def _spec_of(self, args):
        if not running():
            return GridSpec(1, 1, self)[0]
        if len(args) == 0:
            args = (1, 1, 1)
        if len(args) == 1 and isinstance(args[0], SubplotSpec):
            return args[0]
        if len(args) == 1 and isinstance(args[0], GridSpec):
            raise ValueError("GridSpec returns a SubplotSpec when it is indexed")
        if len(args) == 1:
            number = args[0]
            if not isinstance(number, (int, np.integer)) or not 100 <= number <= 999:
                raise ValueError("Single argument to subplot must be a three-digit integer, not %r" % (number,))
            args = (int(number) // 100, int(number) // 10 % 10, int(number) % 10)
        if len(args) != 3:
            raise TypeError("subplot() takes 1 or 3 positional arguments but %d were given" % len(args))
        rows, columns, index = args
        rows, columns = int(rows), int(columns)
        grid = GridSpec(rows, columns, self)
        if isinstance(index, (tuple, list)):
            first, last = [int(each) for each in index]
            if not 1 <= first <= last <= rows * columns:
                raise ValueError("num must be a tuple with 1 <= first <= last <= %d, not %s" % (rows * columns, tuple(index)))
            return grid[first - 1:last]
        if not isinstance(index, (int, np.integer)) or index < 1 or index > rows * columns:
            raise ValueError(f"num must be an integer with 1 <= num <= {rows * columns}, not {index!r}")
        return grid[int(index) - 1]

    def add_axes(self, rect=None, **options):
        if isinstance(rect, Axes):
            if rect not in self._axes:
                self._axes.append(rect)
            self._current = rect
            return rect
        if rect is None:
            raise TypeError("add_axes() missing 1 required positional argument: 'rect'")
        if "label" in options:
            options.pop("label")
        made = self._new(tuple([float(part) for part in rect]) if running() else (0.125, 0.11, 0.775, 0.77), options)
        self._current = made
        return made

    def gca(self):
        return self.add_subplot(1, 1, 1) if self._current is None else self._current

    def sca(self, a):
        self._current = a
        return a

    def subplots(self, nrows=1, ncols=1, *, sharex=False, sharey=False, squeeze=True, width_ratios=None, height_ratios=None, subplot_kw=None, gridspec_kw=None):
        given = dict(gridspec_kw or {})
        for name, value in (("width_ratios", width_ratios), ("height_ratios", height_ratios)):
            if value is not None:
                if name in given:
                    raise ValueError("%r must not be defined both as parameter and as key in 'gridspec_kw'" % name)
                given[name] = value
        if running():
            for name, value in (("rows", nrows), ("columns", ncols)):
                if not isinstance(value, (int, np.integer)) or value <= 0:
                    raise ValueError("Number of %s must be a positive integer, not %r" % (name, value))
        return self._subplots(GridSpec(int(nrows), int(ncols), self, **given), sharex, sharey, squeeze, subplot_kw)

    def _subplots(self, spec, sharex, sharey, squeeze, subplot_kw):
        rows, columns = spec.nrows, spec.ncols
        kinds = {}
        for name, value in (("x", sharex), ("y", sharey)):
            kind = {True: "all", False: "none"}.get(value, value)
            if kind not in ("all", "row", "col", "none"):
                raise ValueError("%r is not a valid value for share%s; supported values are 'all', 'row', 'col', 'none', False, True" % (value, name))
            kinds[name] = kind
        grid = np.empty((rows, columns), dtype=object)
        made = []
        for row in range(rows):
            for column in range(columns):
                others = {"none": None, "all": (0, 0), "row": (row, 0), "col": (0, column)}
                options = dict(subplot_kw or {})
                for name, kind in kinds.items():
                    place = others[kind]
                    if place is not None and place != (row, column) and running():
                        options["share" + name] = made[place[0] * columns + place[1]]
                made.append(self.add_subplot(spec[row, column] if running() else None, **options))
                grid[row, column] = made[-1]
        if running():
            for place, axes in enumerate(made):
                row, column = place // columns, place % columns
                if kinds["x"] in ("col", "all") and row < rows - 1 and not hasattr(axes, "_zero"):
                    for look in axes.xaxis._looks.values():
                        look["labelbottom"] = False
                if kinds["y"] in ("row", "all") and column > 0 and not hasattr(axes, "_zero"):
                    for look in axes.yaxis._looks.values():
                        look["labelleft"] = False
        if not squeeze:
            return grid
        return made[0] if rows * columns == 1 else grid[0] if rows == 1 else grid[:, 0] if columns == 1 else grid

    def add_gridspec(self, nrows=1, ncols=1, **options): return GridSpec(nrows, ncols, self, **options)

    def subplot_mosaic(self, mosaic, *, sharex=False, sharey=False, width_ratios=None, height_ratios=None, empty_sentinel=".", subplot_kw=None, per_subplot_kw=None, gridspec_kw=None):
        if not running():
            return unknown("the axes of a mosaic")
        if isinstance(mosaic, str):
            rows = mosaic.split(";") if "\n" not in mosaic else mosaic.strip("\n").split("\n")
            mosaic = [list(row.strip()) for row in rows if row.strip()]
        if any([len(row) != len(mosaic[0]) for row in mosaic]):
            raise ValueError("All of the rows must be the same length, however the first row (%r) has length %d and row 1 has a different one." % (mosaic[0], len(mosaic[0])))
        given = dict(gridspec_kw or {})
        given.update({name: value for name, value in (("width_ratios", width_ratios), ("height_ratios", height_ratios)) if value is not None})
        return self._mosaic(GridSpec(len(mosaic), len(mosaic[0]), self, **given), mosaic, empty_sentinel, subplot_kw, per_subplot_kw or {}, {"x": sharex, "y": sharey}, {})

    def _mosaic(self, grid, mosaic, empty, subplot_kw, each_kw, shares, made):
        found, nested = {}, []
        for row, cells in enumerate(mosaic):
            for column, name in enumerate(cells):
                if isinstance(name, list):
                    nested.append((row, column, name))
                elif name != empty:
                    found.setdefault(name, []).append((row, column))
        for name, cells in found.items():
            rows, columns = sorted({cell[0] for cell in cells}), sorted({cell[1] for cell in cells})
            top, bottom, left, right = rows[0], rows[-1], columns[0], columns[-1]
            if len(cells) != (bottom - top + 1) * (right - left + 1):
                raise ValueError("While trying to layout\n%r\nwe found that the label %r specifies a non-rectangular or non-contiguous area." % (mosaic, name))
            options = dict(subplot_kw or {}, **each_kw.get(name, {}))
            for axis, shared in shares.items():
                if shared and made:
                    options["share" + axis] = list(made.values())[0]
            made[name] = self.add_subplot(grid[top:bottom + 1, left:right + 1], **options)
        for row, column, inner in nested:
            self._mosaic(grid[row, column].subgridspec(len(inner), len(inner[0])), inner, empty, subplot_kw, each_kw, shares, made)
        return made

    def get_axes(self): return list(self._axes)

    def delaxes(self, ax):
        self._axes = [each for each in self._axes if each is not ax]
        for name in ("x", "y"):
            others = [each for each in ax._siblings[name] if each is not ax]
            for each in others:
                each._siblings[name] = others
        if self._current is ax:
            self._current = self._axes[-1] if self._axes else None`;
