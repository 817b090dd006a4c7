/** The Python text of what axes draw besides lines, points, bars and images; part of the module `matplotlib.axes`. */
export const moreDrawing = String.raw`
class _MoreDrawing:
    def semilogy(self, *args, **options):
        self.set_yscale("log")
        return self.plot(*args, **options)

    def semilogx(self, *args, **options):
        self.set_xscale("log")
        return self.plot(*args, **options)

    def loglog(self, *args, **options):
        self.set_xscale("log")
        return self.semilogy(*args, **options)

    def step(self, x, y, *args, where="pre", **options):
        if not running():
            return self.plot(x, y, *args, **options)
        x, y = self._places(x, "x"), _flat(y)
        across, up = np.repeat(x, 2), np.repeat(y, 2)
        if where == "post":
            across, up = across[1:], up[:-1]
        elif where == "mid":
            middle = (x[:-1] + x[1:]) / 2
            across = np.concatenate([x[:1], np.repeat(middle, 2), x[-1:]])
        else:
            across, up = across[:-1], up[1:]
        return self.plot(across, up, *args, **options)

    def stem(self, *args, label="", **options):
        y = _flat(args[-1])
        if running():
            x = np.arange(len(y), dtype=np.float64) if len(args) == 1 else self._places(args[0], "x")
            gap = np.full(len(y), np.nan)
            self._add(kind="line", x=np.stack([x, x, gap], axis=1).ravel(), y=np.stack([y * 0, y, gap], axis=1).ravel(),
                      label=label, color=None, dashed=False, markers=False)
            self._add(kind="points", x=x, y=y, label="", color="C0", size=6.0)
        return Artist()

    def errorbar(self, x, y, yerr=None, xerr=None, fmt="", **options):
        for name in ("capsize", "ecolor", "elinewidth", "capthick", "errorevery"):
            options.pop(name, None)
        drawn = self.plot(x, y, fmt, **options)
        if running():
            across, up = self._places(x, "x").ravel(), _flat(y).ravel()
            gap = np.full(len(up), np.nan)
            color = drawn[0]._primitives[0]["color"]
            if yerr is not None:
                low, high = self._spread(yerr, up)
                self._add(kind="line", x=np.stack([across, across, gap], axis=1).ravel(), y=np.stack([up - low, up + high, gap], axis=1).ravel(),
                          label="", color=color, dashed=False, markers=False)
            if xerr is not None:
                low, high = self._spread(xerr, across)
                self._add(kind="line", x=np.stack([across - low, across + high, gap], axis=1).ravel(), y=np.stack([up, up, gap], axis=1).ravel(),
                          label="", color=color, dashed=False, markers=False)
        return Artist(drawn[0]._primitives if running() else ())

    def _spread(self, errors, values):
        errors = _flat(errors)
        if errors.ndim == 2:
            return errors[0], errors[1]
        errors = np.broadcast_to(errors, values.shape)
        return errors, errors

    def fill_between(self, x, y1, y2=0, where=None, step=None, interpolate=False, alpha=None, label="", color=None, facecolor=None, **options):
        if running():
            x = self._places(x, "x")
            upper, lower = np.broadcast_to(_flat(y1), x.shape), np.broadcast_to(_flat(y2), x.shape)
            chosen = np.ones(len(x), dtype=bool) if where is None else np.asarray(where, dtype=bool)
            edges = np.flatnonzero(np.diff(np.concatenate([[0], chosen.astype(int), [0]])))
            for place, (start, stop) in enumerate(zip(edges[::2].tolist(), edges[1::2].tolist())):
                self._area(np.concatenate([x[start:stop], x[start:stop][::-1]]), np.concatenate([upper[start:stop], lower[start:stop][::-1]]),
                           label if place == 0 else "", color if color is not None else facecolor, 0.3 if alpha is None else alpha)
        return Artist()

    def _area(self, x, y, label, color, alpha):
        return self._add(kind="area", x=x, y=y, label=label, color=css(color), opacity=float(alpha))

    def fill(self, *args, alpha=None, color=None, label="", **options):
        if running():
            style = args[2] if len(args) > 2 and isinstance(args[2], str) else None
            self._area(_flat(args[0]), _flat(args[1]), label, color if color is not None else style, 0.6 if alpha is None else alpha)
        return [Artist()]

    def stackplot(self, x, *args, labels=(), colors=None, **options):
        if running():
            parts = [_flat(part) for part in (list(args[0]) if len(args) == 1 and np.asarray(args[0]).ndim == 2 else args)]
            base = np.zeros(len(parts[0]))
            for place, part in enumerate(parts):
                across = self._places(x, "x")
                self._area(np.concatenate([across, across[::-1]]), np.concatenate([base + part, base[::-1]]),
                           labels[place] if place < len(labels) else "", None if colors is None else colors[place], 0.7)
                base = base + part
        return [Artist()]

    def _span(self, low, high, options, vertical):
        if running():
            first, last = self._range("y" if vertical else "x")
            color = options.get("color", options.get("facecolor", options.get("fc")))
            along, across = np.array([low, high, high, low], dtype=np.float64), np.array([first, first, last, last])
            self._area(along if vertical else across, across if vertical else along, options.get("label", ""), color, options.get("alpha", 0.5))
        return Artist()

    def axvspan(self, xmin, xmax, *args, **options): return self._span(xmin, xmax, options, True)
    def axhspan(self, ymin, ymax, *args, **options): return self._span(ymin, ymax, options, False)

    def axhline(self, y=0, xmin=0, xmax=1, **options):
        low, high = self._range("x") if running() else (0.0, 1.0)
        return self.plot([low, high], [y, y], **{"linestyle": "-", **options})[0]

    def axvline(self, x=0, ymin=0, ymax=1, **options):
        low, high = self._range("y") if running() else (0.0, 1.0)
        return self.plot([x, x], [low, high], **{"linestyle": "-", **options})[0]

    def axline(self, xy1, xy2=None, slope=None, **options):
        if not running():
            return Artist()
        slope = (xy2[1] - xy1[1]) / (xy2[0] - xy1[0]) if slope is None else slope
        low, high = self._range("x")
        return self.plot([low, high], [xy1[1] + slope * (low - xy1[0]), xy1[1] + slope * (high - xy1[0])], **{"linestyle": "-", **options})[0]

    def _many(self, places, low, high, vertical, options):
        if running():
            places = np.atleast_1d(_flat(places))
            low, high = np.broadcast_to(_flat(low), places.shape), np.broadcast_to(_flat(high), places.shape)
            gap = np.full(len(places), np.nan)
            along, across = np.stack([places, places, gap], axis=1).ravel(), np.stack([low, high, gap], axis=1).ravel()
            color = options.get("color", options.get("colors"))
            self._add(kind="line", x=along if vertical else across, y=across if vertical else along, label=options.get("label", ""),
                      color=css(color if isinstance(color, str) else None), dashed=options.get("linestyle", options.get("linestyles", "-")) not in ("-", "solid"), markers=False)
        return Artist()

    def vlines(self, x, ymin, ymax, *args, **options): return self._many(x, ymin, ymax, True, options)
    def hlines(self, y, xmin, xmax, *args, **options): return self._many(y, xmin, xmax, False, options)

    def matshow(self, Z, **options):
        return self.imshow(Z, **options)

    def _grid_image(self, args, options):
        values = np.asarray(args[-1] if len(args) in (1, 3) else args[0] if len(args) == 2 else args[2])
        if not running():
            return Artist()
        if len(args) >= 3:
            x, y = np.asarray(args[0], dtype=np.float64), np.asarray(args[1], dtype=np.float64)
            extent = (float(x.min()), float(x.max()), float(y.min()), float(y.max()))
        else:
            extent = (0.0, float(values.shape[1]), 0.0, float(values.shape[0]))
        return values, extent

    def pcolormesh(self, *args, **options):
        found = self._grid_image(args, options)
        return found if isinstance(found, Artist) else self._image(
            found[0][::-1], options.get("cmap"), options.get("norm"), options.get("vmin"), options.get("vmax"), found[1])

    pcolor = pcolormesh

    def contourf(self, *args, **options):
        found = self._grid_image(args[:3] if len(args) >= 3 else args[:1], options)
        if isinstance(found, Artist):
            return found
        values, extent = found[0].astype(np.float64), found[1]
        levels = options.get("levels", args[3] if len(args) > 3 else args[1] if len(args) == 2 else None)
        low, high = float(np.nanmin(values)), float(np.nanmax(values))
        edges = np.linspace(low, high, (8 if levels is None else levels) + 1) if levels is None or isinstance(levels, int) else np.asarray(levels, dtype=np.float64)
        steps = np.clip(np.searchsorted(edges, values, side="right"), 1, max(len(edges) - 1, 1)) - 1
        middles = (edges[:-1] + edges[1:]) / 2 if len(edges) > 1 else edges
        cmap = options.get("cmap")
        if options.get("colors") is not None and not isinstance(options["colors"], str):
            from matplotlib.colors import ListedColormap
            cmap = ListedColormap(list(options["colors"]))
            return self._image(steps[::-1], cmap, None, 0, max(len(middles) - 1, 1), extent)
        return self._image(middles[steps][::-1], cmap, None, float(middles[0]), float(middles[-1]), extent)

    def contour(self, *args, **options):
        found = self._grid_image(args[:3] if len(args) >= 3 else args[:1], options)
        if isinstance(found, Artist):
            return found
        values, (left, right, bottom, top) = found[0].astype(np.float64), found[1]
        levels = options.get("levels", args[3] if len(args) > 3 else args[1] if len(args) == 2 else None)
        low, high = float(np.nanmin(values)), float(np.nanmax(values))
        if levels is None or isinstance(levels, int):
            levels = np.linspace(low, high, (7 if levels is None else levels) + 2)[1:-1]
        colors = options.get("colors")
        cmap = get_cmap(options.get("cmap"))
        for place, level in enumerate(np.atleast_1d(np.asarray(levels, dtype=np.float64)).tolist()):
            x, y = _isolines(values, level)
            shade = colors if isinstance(colors, str) else colors[place % len(colors)] if colors is not None else cmap((level - low) / (high - low if high > low else 1.0))
            across = left + x * (right - left) / max(values.shape[1] - 1, 1)
            up = bottom + y * (top - bottom) / max(values.shape[0] - 1, 1)
            if len(x):
                self._add(kind="line", x=across, y=up, label="", color=css(shade), dashed=False, markers=False)
        return Artist((), (low, high, cmap))

    def pie(self, x, explode=None, labels=None, colors=None, autopct=None, startangle=0, counterclock=True, radius=1, **options):
        if not running():
            return unknown("the parts of a pie")
        values = _flat(x)
        total = float(values.sum())
        angle = startangle
        for place, value in enumerate(values.tolist()):
            sweep = 360.0 * value / total * (1 if counterclock else -1)
            turns = np.radians(np.linspace(angle, angle + sweep, max(int(abs(sweep)), 2)))
            middle = np.radians(angle + sweep / 2)
            shift = 0.0 if explode is None else float(explode[place])
            dx, dy = shift * np.cos(middle), shift * np.sin(middle)
            name = "" if labels is None else str(list(labels)[place])
            self._area(np.concatenate([[dx], dx + radius * np.cos(turns)]), np.concatenate([[dy], dy + radius * np.sin(turns)]),
                       name, None if colors is None else colors[place % len(colors)], 0.9)
            if name:
                self._add(kind="text", x=float(dx + 1.12 * radius * np.cos(middle)), y=float(dy + 1.12 * radius * np.sin(middle)), text=name,
                          align="start" if np.cos(middle) >= 0 else "end")
            if autopct is not None:
                share = 100.0 * value / total
                self._add(kind="text", x=float(dx + 0.6 * np.cos(middle)), y=float(dy + 0.6 * np.sin(middle)),
                          text=autopct(share) if callable(autopct) else autopct % share, align="middle")
            angle += sweep
        self._bare = True
        self._equal = True
        parts = [Artist() for each in values.tolist()]
        return (parts, [Artist() for each in parts]) if autopct is None else (parts, [Artist() for each in parts], [Artist() for each in parts])

    def boxplot(self, x, labels=None, vert=True, widths=0.5, showfliers=True, tick_labels=None, positions=None, **options):
        if not running():
            return unknown("the parts of a box plot")
        array = x if isinstance(x, (list, tuple)) else np.asarray(x)
        if isinstance(array, np.ndarray):
            parts = [array] if array.ndim == 1 else [array[:, column] for column in range(array.shape[1])]
        else:
            parts = [np.asarray(part) for part in array] if hasattr(array[0], "__len__") else [np.asarray(array)]
        names = tick_labels if tick_labels is not None else labels
        self._tick("x" if vert else "y", range(1, len(parts) + 1), names)
        for place, part in enumerate(parts):
            self._box(place + 1.0, part.astype(np.float64), 0.25, vert, showfliers)
        return {name: [] for name in ("boxes", "medians", "whiskers", "caps", "fliers", "means")}

    def _box(self, at, values, half, vert, fliers):
        values = values[~np.isnan(values)]
        low, middle, high = np.percentile(values, [25, 50, 75])
        reach = 1.5 * (high - low)
        inside = values[(values >= low - reach) & (values <= high + reach)]
        ends = float(inside.min()), float(inside.max())
        def draw(kind, along, across, **more):
            self._add(kind=kind, x=np.array(along if vert else across), y=np.array(across if vert else along), label="", **more)
        draw("area", [at - half, at + half, at + half, at - half], [low, low, high, high], color="C0", opacity=0.35)
        draw("line", [at - half, at + half], [middle, middle], color="C1", dashed=False, markers=False)
        gap = float("nan")
        draw("line", [at, at, gap, at, at, gap, at - half / 2, at + half / 2, gap, at - half / 2, at + half / 2],
             [high, ends[1], gap, low, ends[0], gap, ends[0], ends[0], gap, ends[1], ends[1]], color="C0", dashed=False, markers=False)
        outside = values[(values < ends[0]) | (values > ends[1])]
        if fliers and len(outside):
            draw("points", [at] * len(outside), outside.tolist(), color="gray", size=4.0)

    def violinplot(self, dataset, **options):
        return self.boxplot(dataset)

    def text(self, x, y, s, *args, ha=None, horizontalalignment=None, **options):
        if running():
            where = ha or horizontalalignment or "left"
            if options.get("transform") is not None:
                return Artist()
            at_x, at_y = self._places([x], "x"), self._places([y], "y")
            self._add(kind="text", x=float(at_x[0]), y=float(at_y[0]), text=str(s),
                      align="middle" if where == "center" else "end" if where == "right" else "start")
        return Artist()

    def annotate(self, text, xy=(0, 0), xytext=None, textcoords=None, arrowprops=None, **options):
        place = xy if xytext is None or textcoords not in (None, "data") else xytext
        if arrowprops is not None and place is not xy and running():
            self._add(kind="line", x=np.array([place[0], xy[0]], dtype=np.float64), y=np.array([place[1], xy[1]], dtype=np.float64), label="",
                      color="gray", dashed=False, markers=False)
        return self.text(place[0], place[1], text, ha=options.get("ha", options.get("horizontalalignment")))

    def bar_label(self, container, labels=None, fmt="%g", label_type="edge", **options):
        if running():
            for place, each in enumerate(container):
                words = str(labels[place]) if labels is not None else fmt % each._height if "%" in fmt else fmt.format(each._height)
                self._add(kind="text", x=float(each._x), y=float(each._height), text=words, align="middle")
        return []

    def quiver(self, *args, **options):
        return Artist()

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
