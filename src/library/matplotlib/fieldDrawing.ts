/** The Python text of what axes draw of values on a grid or on triangles: contours, arrows, streamlines; part of `matplotlib.axes`. */
export const fieldDrawing = String.raw`
class Triangulation:
    """Triangles between scattered points; Delaunay's where none are given."""

    def __init__(self, x, y, triangles=None, mask=None):
        self.x, self.y = np.asarray(x, dtype=np.float64).ravel(), np.asarray(y, dtype=np.float64).ravel()
        if not running():
            return
        if len(self.x) != len(self.y) or len(self.x) < 3:
            raise ValueError("x and y arrays must have a length of at least 3" if len(self.x) == len(self.y) else "x and y must be equal-length 1D arrays, but found shapes %s and %s" % (self.x.shape, self.y.shape))
        self.triangles = _triangles(self.x, self.y) if triangles is None else np.asarray(triangles, dtype=np.int64)
        self.set_mask(mask)

    def set_mask(self, mask):
        self.mask = None if mask is None else np.asarray(mask, dtype=bool)

    def get_masked_triangles(self):
        return self.triangles if self.mask is None else self.triangles[~self.mask]

class ContourSet(Collection):
    levels = ()

    def set_linewidth(self, w): self._each_line(linewidth=w)
    set_linewidths = set_linewidth
    def set_color(self, c): self._each_line(color=c)
    def set_linestyle(self, ls): self._each_line(linestyle=ls)
    def _each_line(self, **changes):
        for each in self.collections:
            for name, value in changes.items():
                getattr(each, "set_" + name)(value)
    def _coloured(self):
        for each, value in zip(self._parts_of_levels(), self._image["values"].tolist()):
            shade = css(self._image["cmap"](self._image["norm"](value)))
            each.set_facecolor(shade) if self.filled else each.set_color(shade)
    def _parts_of_levels(self): return self.collections
    def clabel(self, *args, **options): return self.axes.clabel(self, *args, **options)
    def legend_elements(self, variable_name="x", str_format=str): return list(self.collections), ["$%s = %s$" % (variable_name, str_format(level)) for level in list(self.levels)]

class _FieldDrawing:
    def _grid_values(self, args, name):
        """x, y and z of a grid, one after the other, with the number of its columns."""
        if len(args) in (1, 2):
            values = np.asarray(args[0].filled(np.nan) if hasattr(args[0], "filled") else args[0], dtype=np.float64)
            if values.ndim != 2:
                raise TypeError("Input z must be 2D, not %dD" % values.ndim)
            x, y = np.meshgrid(np.arange(float(values.shape[1])), np.arange(float(values.shape[0])))
        elif len(args) in (3, 4):
            values = np.asarray(args[2].filled(np.nan) if hasattr(args[2], "filled") else args[2], dtype=np.float64)
            x, y = self._numbers(args[0], "x"), self._numbers(args[1], "y")
            if values.ndim != 2:
                raise TypeError("Input z must be 2D, not %dD" % values.ndim)
            if x.ndim == 1 and y.ndim == 1:
                if len(x) != values.shape[1]:
                    raise TypeError("Length of x (%d) must match number of columns in z (%d)" % (len(x), values.shape[1]))
                if len(y) != values.shape[0]:
                    raise TypeError("Length of y (%d) must match number of rows in z (%d)" % (len(y), values.shape[0]))
                x, y = np.meshgrid(x, y)
            elif x.shape != values.shape:
                raise TypeError("Shapes of x %s and z %s do not match" % (x.shape, values.shape))
        else:
            raise TypeError("%s() takes from 1 to 4 positional arguments but %d were given" % (name, len(args)))
        if values.shape[0] < 2 or values.shape[1] < 2:
            raise TypeError("Input z must be at least a (2, 2) shaped array, but has shape %s" % (values.shape,))
        return x.ravel(), y.ravel(), values.ravel(), values.shape[1]

    def contour(self, *args, **options): return self._contours("contour", args, options, False, None)
    def contourf(self, *args, **options): return self._contours("contourf", args, options, True, None)
    def tricontour(self, *args, **options): return self._contours("tricontour", args, options, False, True)
    def tricontourf(self, *args, **options): return self._contours("tricontourf", args, options, True, True)

    def _contours(self, name, args, options, filled, scattered):
        known = set("""levels cmap norm vmin vmax colors alpha linewidths linestyles extend origin extent antialiased zorder hatches corner_mask nchunk locator data
            negative_linestyles algorithm xunits yunits triangles mask""".split())
        for each in options:
            if each not in known:
                raise TypeError("%s() got an unexpected keyword argument %r" % (name, each))
        if not running():
            return ContourSet()
        for each in ("hatches",):
            if options.get(each) is not None and any(options[each]):
                raise NotImplementedError("%s(%s=...) is not supported by Kerascope yet" % (name, each))
        args = list(args)
        if scattered:
            x, y, z, cells, rest = self._scattered(args, options)
            columns = 0
        else:
            rest = args[3:] if len(args) > 2 else args[1:]
            x, y, z, columns = self._grid_values(args, name)
            cells = None
            if len(args) < 3 and (options.get("extent") is not None or options.get("origin") is not None):
                x, y = self._placed_grid(x, y, columns, options)
        made = self._traced(x, y, z, columns, cells, rest[0] if rest else options.get("levels"), options, filled)
        ends = np.array([np.nanmin(x), np.nanmax(x)]), np.array([np.nanmin(y), np.nanmax(y)])
        for each in made._primitives:
            each["_sticky"] = {"x": ends[0].tolist(), "y": ends[1].tolist()}
        self._reached(*ends)
        self.autoscale_view(tight=True)
        return made

    def _placed_grid(self, x, y, columns, options):
        rows = len(x) // columns
        if options.get("extent") is None:
            return x, (rows - 1 - y if options["origin"] == "upper" else y)
        left, right, bottom, top = options["extent"]
        if options.get("origin") is None:
            x = left + x / max(columns - 1, 1) * (right - left)
            return x, bottom + y / max(rows - 1, 1) * (top - bottom)
        x, y = left + (x + 0.5) / columns * (right - left), bottom + (y + 0.5) / rows * (top - bottom)
        return x, (top + bottom - y if options["origin"] == "upper" else y)

    def _scattered(self, args, options):
        """x, y, z and triangles of what stands before the levels."""
        if isinstance(args[0], Triangulation):
            found, rest = args[0], args[1:]
        else:
            triangles = options.get("triangles")
            if len(args) > 3 and np.asarray(args[2]).ndim == 2:
                triangles = args.pop(2)
            found, rest = Triangulation(args[0], args[1], triangles, options.get("mask")), args[2:]
        z = np.asarray(rest[0], dtype=np.float64).ravel()
        if len(z) != len(found.x):
            raise ValueError("z array must have same length as triangulation x and y arrays")
        return found.x, found.y, z, found.get_masked_triangles().astype(np.float64).ravel(), rest[1:]

    def _levels(self, z, levels, options, filled, logs):
        low, high = float(np.nanmin(z)), float(np.nanmax(z))
        if levels is None or isinstance(levels, (int, np.integer)):
            from matplotlib.ticker import LogLocator, MaxNLocator
            locator = options.get("locator")
            if locator is None:
                locator = LogLocator() if logs else MaxNLocator((7 if levels is None else int(levels)) + 1, min_n_ticks=1)
            found = np.asarray(locator.tick_values(low if not logs or low > 0 else float(z[z > 0].min()), high), dtype=np.float64)
            under, over = np.flatnonzero(found < low), np.flatnonzero(found > high)
            start = int(under[-1]) if len(under) else 0
            stop = int(over[0]) + 1 if len(over) else len(found)
            extend = options.get("extend") or "neither"
            start, stop = start + (extend in ("min", "both") and len(under) > 0), stop - (extend in ("max", "both") and len(over) > 0)
            if stop - start < 3:
                start, stop = 0, len(found)
            return found[start:stop]
        found = np.atleast_1d(np.asarray(levels, dtype=np.float64))
        if filled and len(found) < 2:
            raise ValueError("Filled contours require at least 2 levels.")
        if not filled and not ((found > low) & (found < high)).any():
            return np.array([low])
        if len(found) > 1 and float(np.diff(found).min()) <= 0:
            raise ValueError("Contour levels must be increasing")
        return found

    def _traced(self, x, y, z, columns, cells, levels, options, filled):
        norm = _norm_of(options.get("norm"))
        logs = type(norm).__name__ == "LogNorm" or type(options.get("locator")).__name__ == "LogLocator"
        if logs and type(norm).__name__ != "LogNorm":
            norm = LogNorm()
        levels = self._levels(z, levels, options, filled, logs)
        extend = options.get("extend") or "neither"
        bounds = levels
        if filled:
            far = 1e250
            bounds = np.concatenate([[1e-250 if logs else -far] if extend in ("min", "both") else [], levels, [far] if extend in ("max", "both") else []])
            middles = np.sqrt(levels[:-1] * levels[1:]) if logs else (levels[:-1] + levels[1:]) / 2
            values = np.concatenate([[levels[0] - (levels[1] - levels[0]) * 0.5] if extend in ("min", "both") else [], middles, [levels[-1] + (levels[-1] - levels[-2]) * 0.5] if extend in ("max", "both") else []])
        else:
            values = levels
        norm.vmin = float(options["vmin"]) if options.get("vmin") is not None else norm.vmin
        norm.vmax = float(options["vmax"]) if options.get("vmax") is not None else norm.vmax
        norm.autoscale_None(levels)
        image = {"norm": norm, "cmap": get_cmap(_parameter("image.cmap") if options.get("cmap") is None else options["cmap"]), "values": values}
        given = options.get("colors")
        shades = None if given is None else [given] if isinstance(given, str) or hasattr(given, "__len__") and isinstance(given[0], (int, float)) else list(given)
        made = ContourSet([], image, self)
        made.levels, made.filled, made.collections, made.extend = levels, filled, [], extend
        made.layers, made.monochrome = values, shades is not None and len(shades) == 1
        if shades is not None:
            from matplotlib.colors import ListedColormap
            made._listed = ListedColormap([css(shades[place % len(shades)]) for place in range(len(values))])
        alpha = options.get("alpha")
        for place, value in enumerate(values.tolist()):
            ink = css(shades[place % len(shades)]) if shades is not None else css(image["cmap"](float(norm(value))))
            if filled:
                part = self._filled_band(x, y, z, columns, cells, bounds, place, ink, alpha, options)
            else:
                part = self._isoline(x, y, z, columns, cells, value, place, ink, alpha, options, made.monochrome)
            made.collections.append(part)
            made._primitives += part._primitives
        self.collections.append(made)
        made.set_label("")
        self._last_image = made
        return made

    def _filled_band(self, x, y, z, columns, cells, bounds, place, ink, alpha, options):
        low, high = float(bounds[place]), float(bounds[place + 1])
        if place == len(bounds) - 2:
            high = high + abs(high) * 1e-12
        across, up = _band(x, y, z, columns, cells, low, high)
        drawn = {"kind": "area", "x": across, "y": up, "fill": ink, "edge": None, "hatch": "", "label": "", "opacity": 1.0 if alpha is None else float(alpha),
                 "order": float(options.get("zorder", 1)), "clipped": True, "measures": ("data", "data")}
        self._add(drawn, across, up)
        return Collection([drawn], None, self)

    def _isoline(self, x, y, z, columns, cells, level, place, ink, alpha, options, monochrome):
        across, up = _isolines(x, y, z, columns, cells, level)
        widths, styles = options.get("linewidths"), options.get("linestyles")
        widths = _parameter("contour.linewidth") if widths is None else widths
        width = widths[place % len(widths)] if hasattr(widths, "__len__") else widths
        style = styles if isinstance(styles, str) or styles is None else styles[place % len(styles)]
        style = (options.get("negative_linestyles") or _parameter("contour.negative_linestyle")) if style is None and monochrome and level < 0 else style
        line = self._draw_line(across, up, ink, width, style or "-", "", alpha, options.get("zorder", 2))
        line._primitives[0]["_level"] = level
        return line

    def clabel(self, CS, levels=None, *, fontsize=None, inline=True, inline_spacing=5, fmt=None, colors=None, use_clabeltext=False, manual=False, rightside_up=True, zorder=None):
        if not running():
            return unknown("the labels of contours")
        if manual:
            raise NotImplementedError("clabel(manual=...) is not supported by Kerascope yet")
        made, formatter = [], None
        if fmt is None:
            from matplotlib.ticker import ScalarFormatter
            formatter = ScalarFormatter()
            formatter.set_axis(_Span(CS.levels))
            formatter.set_locs(CS.levels)
        wanted = None if levels is None else [float(each) for each in list(levels)]
        for place, part in enumerate(CS.collections):
            each = part._primitives[0]
            if "_level" not in each or wanted is not None and each["_level"] not in wanted:
                continue
            x, y = each["_raw"]
            gaps = np.flatnonzero(~np.isfinite(x)).tolist()
            starts = [0] + [gap + 1 for gap in gaps]
            runs = sorted([(stop - start, start, stop) for start, stop in zip(starts, gaps + [len(x)])])[::-1]
            level = each["_level"]
            words = formatter(level) if fmt is None else fmt(level) if callable(fmt) else fmt[level] if isinstance(fmt, dict) else fmt % level
            for count, start, stop in runs[:1]:
                if count < 2:
                    continue
                at = start + int(count * (0.1 + (0.15 + 0.37 * place) % 0.8)) if count > 12 else start + count // 2
                low, high = max(start, at - max(1, count // 20)), min(stop - 1, at + max(1, count // 20))
                (left, right), (bottom, top) = self._view_of("x"), self._view_of("y")
                dx = (x[high] - x[low]) / (right - left) * self._length_of("x")
                dy = (y[high] - y[low]) / (top - bottom) * self._length_of("y")
                angle = (float(np.degrees(np.arctan2(dy, dx))) + 90) % 180 - 90
                ink = each["_ink"] if colors is None else css(colors if isinstance(colors, str) else colors[place % len(colors)])
                size = _font(fontsize if fontsize is not None else _parameter("font.size"))
                if inline:
                    # The line makes room for its label.
                    away = np.hypot((x - x[at]) / (right - left) * self._length_of("x"), (y - y[at]) / (top - bottom) * self._length_of("y"))
                    near = (away < _wide(words, size) / 2 + inline_spacing / 2) & (np.arange(len(x)) >= start) & (np.arange(len(x)) < stop)
                    near[at] = True
                    each.update(x=np.where(near, np.nan, each["x"]))
                box = None
                made.append(self.text(float(x[at]), float(y[at]), words, ha="center", va="center", fontsize=_parameter("font.size") if fontsize is None else fontsize, color=ink,
                                      rotation=angle, bbox=box, clip_on=True))
        return made

    def tripcolor(self, *args, alpha=1.0, norm=None, cmap=None, vmin=None, vmax=None, shading="flat", facecolors=None, **options):
        look = _known("PolyCollection", {name: value for name, value in options.items() if name not in ("triangles", "mask")}, _POINT_LOOK)
        if not running():
            return Collection()
        args = list(args)
        if facecolors is not None:
            args.append(facecolors)
        if isinstance(args[0], Triangulation):
            found, values = args[0], args[1]
        else:
            triangles = args.pop(2) if len(args) > 3 else options.get("triangles")
            found, values = Triangulation(args[0], args[1], triangles, options.get("mask")), args[2]
        values = np.asarray(values, dtype=np.float64).ravel()
        corners = found.get_masked_triangles()
        if len(values) == len(found.x) and facecolors is None:
            values = values[corners].mean(axis=1)
        elif found.mask is not None:
            values = values[~found.mask]
        return self._mesh(found.x[corners], found.y[corners], 3, _image_of(values, cmap, norm, vmin, vmax), alpha, look)

    def triplot(self, *args, **options):
        if not running():
            return unknown("the lines between triangles")
        args, rest = list(args), {name: value for name, value in options.items() if name not in ("triangles", "mask")}
        if isinstance(args[0], Triangulation):
            found, args = args[0], args[1:]
        else:
            triangles = options.get("triangles")
            if len(args) > 2 and not isinstance(args[2], str):
                triangles = args.pop(2)
            found, args = Triangulation(args[0], args[1], triangles, options.get("mask")), args[2:]
        corners = found.get_masked_triangles()
        sides = np.unique(np.sort(np.concatenate([corners[:, [0, 1]], corners[:, [1, 2]], corners[:, [2, 0]]]), axis=1), axis=0)
        gap = np.full(len(sides), np.nan)
        x, y = [np.stack([each[sides[:, 0]], each[sides[:, 1]], gap], axis=1).ravel() for each in (found.x, found.y)]
        lines = self.plot(x, y, *args, **dict(rest, marker=""))
        marker = _style(args[0])[1] if args else options.get("marker")
        return lines + (self.plot(found.x, found.y, linestyle="None", marker=marker, color=lines[0].get_color()) if marker else self.plot([], []))

class _Span:
    """Limits for a formatter that has no axis."""

    def __init__(self, values):
        self._ends = float(np.min(values)), float(np.max(values))

    def get_view_interval(self): return self._ends

`;
