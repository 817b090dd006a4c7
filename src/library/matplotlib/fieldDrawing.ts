/** The Python text of what axes draw of values on a grid: contours, meshes, arrows; part of the module `matplotlib.axes`. */
export const fieldDrawing = String.raw`
class _FieldDrawing:
    def matshow(self, Z, **options):
        return self.imshow(Z, **options)

    def spy(self, Z, **options):
        return self.imshow(np.asarray(Z) != 0, cmap="Greys", **options)

    def _grid_values(self, args):
        """Values with the places of their columns and rows."""
        if len(args) >= 3:
            values, x, y = np.asarray(args[2], dtype=np.float64), np.asarray(args[0], dtype=np.float64), np.asarray(args[1], dtype=np.float64)
            x, y = x[0] if x.ndim == 2 else x, y[:, 0] if y.ndim == 2 else y
        else:
            values = np.asarray(args[0], dtype=np.float64)
            x, y = np.arange(float(values.shape[1])), np.arange(float(values.shape[0]))
        return values, x, y

    def pcolormesh(self, *args, cmap=None, norm=None, vmin=None, vmax=None, alpha=None, shading=None, edgecolors=None, **options):
        if not running():
            return Artist()
        values, x, y = self._grid_values(args)
        if len(args) < 3:
            x, y = np.arange(values.shape[1] + 1.0), np.arange(values.shape[0] + 1.0)
        if len(x) == values.shape[1]:
            x, y = _edges(x), _edges(y)
        even = all([np.allclose(np.diff(each), each[1] - each[0]) for each in (x, y)])
        if even and edgecolors is None:
            return self._image(values[::-1], cmap, norm, vmin, vmax, (x[0], x[-1], y[0], y[-1]), alpha)
        low, high = _span_of(values, norm, vmin, vmax)
        colors = get_cmap(cmap if cmap is not None else _parameter("image.cmap"))
        left, bottom = np.meshgrid(x[:-1], y[:-1])
        right, top = np.meshgrid(x[1:], y[1:])
        return self._mesh(np.stack([left, right, right, left], axis=-1), np.stack([bottom, bottom, top, top], axis=-1), 4,
                          colors._rows(_shares(values, low, high, norm)), alpha, css(edgecolors), (low, high, colors))

    pcolor = pcolormesh

    def _mesh(self, x, y, corners, colors, alpha, edge, image):
        drawn = self._add(kind="mesh", x=np.ravel(x), y=np.ravel(y), corners=corners, colors=np.ravel(colors), alpha=alpha, edge=edge, color=None, label="")
        self._last_image = image
        return Artist([drawn], image)

    def _levels(self, args, options, values, wanted):
        levels = options.get("levels", args[3] if len(args) > 3 else args[1] if len(args) == 2 else None)
        low, high = float(np.nanmin(values)), float(np.nanmax(values))
        if levels is None or isinstance(levels, (int, np.integer)):
            inside = _nice(low, high, wanted if levels is None else int(levels) + 1)
            step = inside[1] - inside[0] if len(inside) > 1 else 1.0
            levels = ([inside[0] - step] if inside[0] > low else []) + inside + ([inside[-1] + step] if inside[-1] < high else [])
        return np.atleast_1d(np.asarray(levels, dtype=np.float64))

    def contourf(self, *args, cmap=None, alpha=None, colors=None, norm=None, vmin=None, vmax=None, extend="neither", **options):
        if not running():
            return Artist()
        values, x, y = self._grid_values(args)
        edges = self._levels(args, options, values, 8)
        if len(edges) < 2:
            edges = np.array([edges[0], edges[0] + 1])
        fine = _refined(values)
        steps = np.searchsorted(edges, fine, side="right") - 1
        steps = np.where(fine == edges[-1], len(edges) - 2, steps)
        outside = (steps < 0) | (steps > len(edges) - 2)
        steps = np.clip(steps, 0, len(edges) - 2)
        middles = (edges[:-1] + edges[1:]) / 2
        if colors is not None:
            from matplotlib.colors import ListedColormap
            shades = [colors] if isinstance(colors, str) else list(colors)
            map_of = ListedColormap([shades[place % len(shades)] for place in range(len(middles))])
            shown = steps.astype(np.float64)
            low, high = 0.0, max(len(middles) - 1.0, 1.0)
        else:
            map_of, shown = get_cmap(cmap if cmap is not None else _parameter("image.cmap")), middles[steps]
            low, high = _span_of(middles, norm, vmin, vmax)
            low, high = (float(edges[0]) if vmin is None else low), (float(edges[-1]) if vmax is None else high)
        if extend == "neither":
            shown = np.where(outside, np.nan, shown)
        made = self._image(shown[::-1], map_of, None, low, high, (x[0], x[-1], y[0], y[-1]), alpha)
        if x[0] > x[-1] or y[0] > y[-1]:
            made._primitives[0].update(left=float(x[0]), right_edge=float(x[-1]))
        return made

    def contour(self, *args, cmap=None, colors=None, alpha=None, linewidths=None, linestyles=None, vmin=None, vmax=None, **options):
        if not running():
            return Artist()
        values, x, y = self._grid_values(args)
        levels = self._levels(args, options, values, 8)
        low, high = _span_of(levels, None, vmin, vmax)
        map_of = get_cmap(cmap if cmap is not None else _parameter("image.cmap"))
        made = []
        for place, level in enumerate(levels.tolist()):
            across, up = _isolines(values, level)
            if len(across):
                shade = colors if isinstance(colors, str) else list(colors)[place % len(colors)] if colors is not None else map_of((level - low) / (high - low if high > low else 1.0))
                width = linewidths if linewidths is None or not hasattr(linewidths, "__len__") else linewidths[place % len(linewidths)]
                dash = linestyles if isinstance(linestyles, str) or linestyles is None else linestyles[place % len(linestyles)]
                dash = "--" if dash is None and isinstance(colors, str) and level < 0 else dash
                made.append(self._add_line(np.interp(across, np.arange(len(x)), x), np.interp(up, np.arange(len(y)), y), "", css(shade), width=width, dash=dash, alpha=alpha))
                made[-1]["level"] = level
        drawn = Artist(made, (low, high, map_of))
        drawn._owner, drawn.levels = self, levels
        return drawn

    def clabel(self, contours, levels=None, fmt="%1.3g", fontsize=None, inline=True, **options):
        for each in contours._primitives if running() else []:
            present = np.flatnonzero(np.isfinite(each["x"]))
            place = present[len(present) // 2]
            words = fmt(each["level"]) if callable(fmt) else fmt[each["level"]] if isinstance(fmt, dict) else fmt % each["level"]
            self.text(float(each["x"][place]), float(each["y"][place]), words, ha="center", va="center", fontsize=fontsize or 8, color=each["color"], bbox={"fc": "white"})
        return []

    def hexbin(self, x, y, C=None, gridsize=100, bins=None, cmap=None, mincnt=None, vmin=None, vmax=None, norm=None, alpha=None, edgecolors=None,
               reduce_C_function=np.mean, extent=None, **options):
        if not running():
            return Artist()
        x, y = np.asarray(x, dtype=np.float64).ravel(), np.asarray(y, dtype=np.float64).ravel()
        columns, rows = gridsize if isinstance(gridsize, (tuple, list)) else (int(gridsize), int(gridsize / np.sqrt(3)))
        left, right, bottom, top = extent if extent is not None else (x.min(), x.max(), y.min(), y.max())
        wide, high = (right - left or 1.0) / columns, (top - bottom or 1.0) / rows
        across, up = (x - left) / wide, (y - bottom) / high
        first = np.stack([np.round(across), np.round(up)])
        second = np.stack([np.floor(across) + 0.5, np.floor(up) + 0.5])
        near = (across - first[0]) ** 2 + 3 * (up - first[1]) ** 2 < (across - second[0]) ** 2 + 3 * (up - second[1]) ** 2
        cells = np.where(near, first, second)
        kinds, members = np.unique(cells, axis=1, return_inverse=True)
        if C is None:
            values = np.bincount(members.ravel(), minlength=kinds.shape[1]).astype(np.float64)
            counts = values
        else:
            C = np.asarray(C, dtype=np.float64).ravel()
            counts = np.bincount(members.ravel(), minlength=kinds.shape[1])
            values = np.array([float(reduce_C_function(C[members.ravel() == place])) for place in range(kinds.shape[1])])
        kept = counts >= (1 if mincnt is None else mincnt)
        kinds, values = kinds[:, kept], values[kept]
        norm = "log" if bins == "log" else norm
        low, high_value = _span_of(values, norm, 0.0 if vmin is None and C is None and bins is None else vmin, vmax)
        colors = get_cmap(cmap if cmap is not None else _parameter("image.cmap"))
        corner_x, corner_y = np.array([0.5, 0.5, 0.0, -0.5, -0.5, 0.0]) * wide, np.array([-0.5, 0.5, 1.0, 0.5, -0.5, -1.0]) * high / 3
        middle_x, middle_y = left + kinds[0] * wide, bottom + kinds[1] * high
        if mincnt is None:
            self._face = css(colors(0.0))
        return self._mesh(middle_x[:, np.newaxis] + corner_x, middle_y[:, np.newaxis] + corner_y, 6, colors._rows(_shares(values, low, high_value, norm)), alpha,
                          css(edgecolors) if isinstance(edgecolors, str) and edgecolors not in ("face",) else None, (low, high_value, colors))

    def hist2d(self, x, y, bins=10, range=None, cmap=None, density=False, cmin=None, norm=None, vmin=None, vmax=None, **options):
        counts, x_edges, y_edges = np.histogram2d(np.asarray(x).ravel(), np.asarray(y).ravel(), bins=bins, range=range, density=density)
        if not running():
            return counts, x_edges, y_edges, Artist()
        shown = counts.T if cmin is None else np.where(counts.T < cmin, np.nan, counts.T)
        return counts, x_edges, y_edges, self.pcolormesh(x_edges, y_edges, shown, cmap=cmap, norm=norm, vmin=vmin, vmax=vmax)

    def quiver(self, *args, color=None, scale=None, angles="uv", scale_units=None, width=None, cmap=None, alpha=None, **options):
        if not running():
            return Artist()
        parts = [np.asarray(part, dtype=np.float64) for part in args]
        if len(parts) < 4:
            u, v = parts[0], parts[1]
            x, y = np.meshgrid(np.arange(float(u.shape[1])), np.arange(float(u.shape[0])))
        else:
            x, y, u, v = parts[:4]
            if u.ndim == 2 and x.ndim == 1:
                x, y = np.meshgrid(x, y)
        x, y, u, v = [np.ravel(part) for part in np.broadcast_arrays(x, y, u, v)]
        length = 1.0
        if scale_units == "xy" or angles == "xy" and scale is not None:
            length = 1.0 / (scale or 1.0)
        else:
            longest = float(np.sqrt(u ** 2 + v ** 2).max()) or 1.0
            spread = max(float(np.ptp(x)), float(np.ptp(y))) or 1.0
            length = spread / max(np.sqrt(len(x)), 2.0) / longest if scale is None else spread / scale
        return self._keep(_arrows(x, y, u * length, v * length, css(color) if color is not None else "black", 1.0, alpha))

def _edges(middles):
    steps = np.diff(middles) / 2 if len(middles) > 1 else np.array([0.5])
    return np.concatenate([[middles[0] - steps[0]], middles[:-1] + steps if len(middles) > 1 else [], [middles[-1] + steps[-1]]])

def _refined(values):
    """Values in between, so that the borders of coarse grids are no stairs."""
    for axis in (0, 1):
        count = values.shape[axis]
        finer = max(1, -(-240 // count))
        if finer > 1 and count > 1:
            places = np.linspace(0, count - 1, (count - 1) * finer + 1)
            low = np.minimum(places.astype(int), count - 2)
            part = places - low
            part = part[:, np.newaxis] if axis == 0 else part[np.newaxis, :]
            values = np.take(values, low, axis=axis) * (1 - part) + np.take(values, low + 1, axis=axis) * part
    return values

def _isolines(values, level):
    """Where a surface crosses a level: pieces of lines between the grid's places, with gaps between them."""
    a, b = values[:-1, :-1], values[:-1, 1:]
    c, d = values[1:, 1:], values[1:, :-1]
    rows, columns = np.indices(a.shape)
    edges = []
    for first, second, dx0, dy0, dx1, dy1 in ((a, b, 0, 0, 1, 0), (b, c, 1, 0, 1, 1), (c, d, 1, 1, 0, 1), (d, a, 0, 1, 0, 0)):
        crosses = (first < level) != (second < level)
        apart = np.where(second == first, 1.0, second - first)
        part = np.where(crosses, (level - first) / apart, np.nan)
        edges.append((columns + dx0 + part * (dx1 - dx0), rows + dy0 + part * (dy1 - dy0), crosses))
    xs, ys = [], []
    counts = np.stack([edge[2] for edge in edges], axis=0)
    for row, column in zip(*[places.tolist() for places in np.nonzero(counts.sum(axis=0) >= 2)]):
        found = [edge for edge in range(4) if counts[edge, row, column]]
        for first, second in ((found[0], found[1]),) if len(found) == 2 else ((found[0], found[1]), (found[2], found[3])):
            xs += [edges[first][0][row, column], edges[second][0][row, column], np.nan]
            ys += [edges[first][1][row, column], edges[second][1][row, column], np.nan]
    return np.array(xs), np.array(ys)
`;
