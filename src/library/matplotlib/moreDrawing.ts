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

    def plot_date(self, x, y, fmt="o", **options):
        return self.plot(x, y, fmt, **options)

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

    def stem(self, *args, linefmt=None, markerfmt=None, basefmt=None, bottom=0, label="", **options):
        y = _flat(args[1] if len(args) > 1 and not isinstance(args[1], str) else args[0])
        made = Artist()
        if running():
            x = self._places(args[0], "x") if len(args) > 1 and not isinstance(args[1], str) else np.arange(len(y), dtype=np.float64)
            gap = np.full(len(y), np.nan)
            color = css(_style(linefmt)[0]) if linefmt else None
            color = color or self._next("line")
            self._add_line(np.stack([x, x, gap], axis=1).ravel(), np.stack([y * 0 + bottom, y, gap], axis=1).ravel(), label, color)
            self._add(kind="points", x=x, y=y, label="", color=color, size=[6.0], marker="o", colors=None)
            self._add_line(np.array([x.min(), x.max()]), np.array([float(bottom)] * 2), "", "C3")
        made.markerline = made.stemlines = made.baseline = Artist()
        return made

    def errorbar(self, x, y, yerr=None, xerr=None, fmt="", ecolor=None, elinewidth=None, capsize=None, barsabove=False, **options):
        for name in ("capthick", "errorevery", "lolims", "uplims", "xlolims", "xuplims"):
            options.pop(name, None)
        if fmt.lower() == "none":
            if not running():
                return Artist()
            drawn = self.plot(x, y, "", **dict(options, alpha=0.0))
        else:
            drawn = self.plot(x, y, fmt, **options)
        if running():
            across, up = self._places(x, "x").ravel(), _flat(y).ravel()
            color = css(ecolor) or drawn[0]._primitives[0]["color"]
            cap = 0.0 if not capsize else float(capsize)
            for errors, vertical in ((yerr, True), (xerr, False)):
                if errors is not None:
                    low, high = self._spread(errors, up if vertical else across)
                    self._error_lines(across, up, low, high, vertical, color, elinewidth, cap)
        return Artist(drawn[0]._primitives if running() else ())

    def _error_lines(self, across, up, low, high, vertical, color, width, cap):
        gap = np.full(len(up), np.nan)
        along = up if vertical else across
        ends = np.stack([along - low, along + high, gap], axis=1).ravel()
        middles = np.stack([across if vertical else up] * 2 + [gap], axis=1).ravel()
        self._add_line(*((middles, ends) if vertical else (ends, middles)), "", color, width=width)
        if cap:
            for end in (along - low, along + high):
                x, y = (across, end) if vertical else (end, up)
                self._add(kind="points", x=x, y=y, label="", color=color, size=[2 * cap], marker="_" if vertical else "|", colors=None)

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
            shade = css(color if color is not None else facecolor) or self._next("patch")
            made = []
            for place, (start, stop) in enumerate(zip(edges[::2].tolist(), edges[1::2].tolist())):
                made.append(self._area(np.concatenate([x[start:stop], x[start:stop][::-1]]), np.concatenate([upper[start:stop], lower[start:stop][::-1]]),
                                       label if place == 0 else "", shade, 1.0 if alpha is None else alpha))
            return Artist(made)
        return Artist()

    def fill_betweenx(self, y, x1, x2=0, alpha=None, label="", color=None, **options):
        if running():
            y = self._places(y, "y")
            right, left = np.broadcast_to(_flat(x1), y.shape), np.broadcast_to(_flat(x2), y.shape)
            self._area(np.concatenate([right, left[::-1]]), np.concatenate([y, y[::-1]]), label, color, 1.0 if alpha is None else alpha)
        return Artist()

    def _area(self, x, y, label, color, alpha, edge=None, shares=""):
        ink = css(color) or self._next("patch")
        return self._add(kind="area", x=x, y=y, label=label, color=ink, alpha=float(alpha), edge=edge, shares=shares)

    def fill(self, *args, alpha=None, color=None, label="", **options):
        made = Artist()
        if running():
            style = args[2] if len(args) > 2 and isinstance(args[2], str) else None
            shade = color if color is not None else options.get("facecolor", style)
            made = Artist([self._area(_flat(args[0]), _flat(args[1]), label, shade, 1.0 if alpha is None else alpha)])
        return [made]

    def stackplot(self, x, *args, labels=(), colors=None, alpha=None, **options):
        if running():
            parts = [_flat(part) for part in (list(args[0]) if len(args) == 1 and np.asarray(args[0]).ndim == 2 else args)]
            base = np.zeros(len(parts[0]))
            for place, part in enumerate(parts):
                across = self._places(x, "x")
                self._area(np.concatenate([across, across[::-1]]), np.concatenate([base + part, base[::-1]]),
                           labels[place] if place < len(labels) else "", None if colors is None else colors[place % len(colors)], 1.0 if alpha is None else alpha)
                base = base + part
        return [Artist()]

    def _span(self, low, high, options, vertical):
        if not running():
            return Artist()
        low, high = [float(self._numbers([each], "x" if vertical else "y")[0]) for each in (low, high)]
        color = options.get("color", options.get("facecolor", options.get("fc")))
        along, across = np.array([low, high, high, low], dtype=np.float64), np.array([0.0, 0.0, 1.0, 1.0])
        alpha = options.get("alpha")
        return Artist([self._area(along if vertical else across, across if vertical else along, options.get("label", ""), color,
                                  1.0 if alpha is None else alpha, shares="y" if vertical else "x")])

    def axvspan(self, xmin, xmax, *args, **options): return self._span(xmin, xmax, options, True)
    def axhspan(self, ymin, ymax, *args, **options): return self._span(ymin, ymax, options, False)

    def _across(self, at, first, last, options, vertical):
        if not running():
            return Artist()
        at = np.repeat(self._numbers([at], "x" if vertical else "y"), 2)
        share = np.array([first, last], dtype=np.float64)
        color = css(options.get("color", options.get("c"))) or "C0"
        made = self._add_line(at if vertical else share, share if vertical else at, options.get("label", ""), color,
                              width=options.get("linewidth", options.get("lw")), dash=options.get("linestyle", options.get("ls")),
                              alpha=options.get("alpha"), shares="y" if vertical else "x")
        return Artist([made])

    def axhline(self, y=0, xmin=0, xmax=1, **options): return self._across(y, xmin, xmax, options, False)
    def axvline(self, x=0, ymin=0, ymax=1, **options): return self._across(x, ymin, ymax, options, True)

    def axline(self, xy1, xy2=None, slope=None, **options):
        if not running():
            return Artist()
        slope = (xy2[1] - xy1[1]) / (xy2[0] - xy1[0]) if slope is None else slope
        low, high = self._range("x")
        return self.plot([low, high], [xy1[1] + slope * (low - xy1[0]), xy1[1] + slope * (high - xy1[0])], **{"linestyle": "-", **options})[0]

    def _many(self, places, low, high, vertical, color, dash, options):
        if not running():
            return Artist()
        places = np.atleast_1d(self._numbers(np.atleast_1d(places), "x" if vertical else "y"))
        low, high = np.broadcast_to(_flat(low), places.shape), np.broadcast_to(_flat(high), places.shape)
        gap = np.full(len(places), np.nan)
        along, across = np.stack([places, places, gap], axis=1).ravel(), np.stack([low, high, gap], axis=1).ravel()
        color = options.get("color", color)
        color = color[0] if isinstance(color, (list, tuple)) and color and isinstance(color[0], str) else color
        made = self._add_line(along if vertical else across, across if vertical else along, options.get("label", ""), css(color) or "C0",
                              width=options.get("linewidth", options.get("lw")), dash=options.get("linestyle", options.get("ls", dash)), alpha=options.get("alpha"))
        return Artist([made])

    def vlines(self, x, ymin, ymax, colors=None, linestyles="solid", **options): return self._many(x, ymin, ymax, True, colors, linestyles, options)
    def hlines(self, y, xmin, xmax, colors=None, linestyles="solid", **options): return self._many(y, xmin, xmax, False, colors, linestyles, options)

    def arrow(self, x, y, dx, dy, color=None, width=0.001, alpha=None, **options):
        shade = css(color if color is not None else options.get("fc", options.get("facecolor"))) or "C0"
        return self._keep(_arrows([x], [y], [dx], [dy], shade, options.get("linewidth", options.get("lw", 1.0)), alpha))

    def _keep(self, primitive):
        return Artist([self._add(**primitive)] if running() else [])

    def add_patch(self, patch):
        return self._adopt(patch)

    def _adopt(self, artist):
        if running():
            for each in artist._primitives:
                each["right"] = self._main is not None
                self._primitives.append(each)
        return artist

    add_artist = add_line = add_collection = _adopt

    def pie(self, x, explode=None, labels=None, colors=None, autopct=None, pctdistance=0.6, shadow=False, labeldistance=1.1, startangle=0,
            radius=1, counterclock=True, wedgeprops=None, textprops=None, **options):
        if not running():
            return unknown("the parts of a pie")
        values = _flat(x)
        total = float(values.sum())
        angle, inner = startangle, 0.0
        if wedgeprops and wedgeprops.get("width"):
            inner = max(0.0, radius - float(wedgeprops["width"]))
        wedges, texts, numbers = [], [], []
        size = _font((textprops or {}).get("fontsize", (textprops or {}).get("size")))
        for place, value in enumerate(values.tolist()):
            sweep = 360.0 * value / total * (1 if counterclock else -1)
            turns = np.radians(np.linspace(angle, angle + sweep, max(int(abs(sweep)), 2)))
            middle = np.radians(angle + sweep / 2)
            shift = 0.0 if explode is None else float(explode[place])
            dx, dy = shift * np.cos(middle), shift * np.sin(middle)
            name = "" if labels is None else str(list(labels)[place])
            across, up = np.concatenate([dx + radius * np.cos(turns), dx + inner * np.cos(turns[::-1])]), np.concatenate([dy + radius * np.sin(turns), dy + inner * np.sin(turns[::-1])])
            edge = css((wedgeprops or {}).get("edgecolor"))
            wedges.append(Artist([self._area(across, up, name, None if colors is None else list(colors)[place % len(colors)], 1.0, edge)]))
            if name and labeldistance is not None:
                texts.append(self.text(dx + labeldistance * radius * np.cos(middle), dy + labeldistance * radius * np.sin(middle), name, va="center",
                                       ha="left" if np.cos(middle) >= 0 else "right", fontsize=size))
            if autopct is not None:
                share = 100.0 * value / total
                words = autopct(share) if callable(autopct) else autopct % share
                numbers.append(self.text(dx + pctdistance * radius * np.cos(middle), dy + pctdistance * radius * np.sin(middle), words, ha="center", va="center",
                                         fontsize=size, color=(textprops or {}).get("color")))
            angle += sweep
        self._bare, self._equal = True, "axes"
        self._limits = {"x": (-1.25 * radius, 1.25 * radius), "y": (-1.25 * radius, 1.25 * radius)}
        return (wedges, texts) if autopct is None else (wedges, texts, numbers)

    def boxplot(self, x, notch=None, sym=None, vert=True, whis=1.5, positions=None, widths=None, patch_artist=None, labels=None, showmeans=False,
                showfliers=True, tick_labels=None, orientation=None, **options):
        if not running():
            return unknown("the parts of a box plot")
        vert = vert if orientation is None else orientation == "vertical"
        array = x if isinstance(x, (list, tuple)) else np.asarray(x)
        if isinstance(array, np.ndarray):
            parts = [array] if array.ndim == 1 else [array[:, column] for column in range(array.shape[1])]
        else:
            parts = [np.asarray(part) for part in array] if hasattr(array[0], "__len__") else [np.asarray(array)]
        names = tick_labels if tick_labels is not None else labels
        at = [float(place) for place in (range(1, len(parts) + 1) if positions is None else positions)]
        (self.xaxis if vert else self.yaxis)._set_ticks(at, names if names is not None else ["%g" % place for place in at])
        low, high = min(at) - 0.5, max(at) + 0.5
        self._limits["x" if vert else "y"] = (low, high)
        found = {name: [] for name in ("boxes", "medians", "whiskers", "caps", "fliers", "means")}
        half = 0.25 if widths is None else float(np.mean(widths)) / 2 if not isinstance(widths, (int, float)) else widths / 2
        for place, part in zip(at, parts):
            self._box(place, part.astype(np.float64), half, vert, showfliers, bool(patch_artist), showmeans, found)
        return found

    def _box(self, at, values, half, vert, fliers, filled, means, found):
        values = values[~np.isnan(values)]
        if not len(values):
            return
        low, middle, high = np.percentile(values, [25, 50, 75])
        reach = 1.5 * (high - low)
        inside = values[(values >= low - reach) & (values <= high + reach)]
        ends = float(inside.min()), float(inside.max())
        def line(name, along, across, color):
            drawn = self._add_line(np.array(along if vert else across), np.array(across if vert else along), "", color, width=1.0)
            found[name].append(Artist([drawn]))
        if filled:
            along, across = np.array([at - half, at + half, at + half, at - half, at - half]), np.array([low, low, high, high, low])
            found["boxes"].append(Artist([self._area(along if vert else across, across if vert else along, "", "C0", 1.0, "black")]))
        else:
            line("boxes", [at - half, at + half, at + half, at - half, at - half], [low, low, high, high, low], "black")
        line("whiskers", [at, at], [low, ends[0]], "black")
        line("whiskers", [at, at], [high, ends[1]], "black")
        line("caps", [at - half / 2, at + half / 2], [ends[0]] * 2, "black")
        line("caps", [at - half / 2, at + half / 2], [ends[1]] * 2, "black")
        line("medians", [at - half, at + half], [middle, middle], "C1")
        outside = values[(values < ends[0]) | (values > ends[1])]
        for shown, spots, marker, color in ((fliers, outside, "o", "gray"), (means, np.array([values.mean()]), "^", "C2")):
            if shown and len(spots):
                x, y = np.full(len(spots), at), spots
                drawn = self._add(kind="points", x=x if vert else y, y=y if vert else x, label="", color=color, size=[5.0], marker=marker, colors=None)
                found["fliers" if color == "gray" else "means"].append(Artist([drawn]))

    def violinplot(self, dataset, positions=None, vert=True, widths=0.5, showmeans=False, showextrema=True, showmedians=False, points=100, **options):
        if not running():
            return unknown("the parts of a violin plot")
        array = dataset if isinstance(dataset, (list, tuple)) and hasattr(dataset[0], "__len__") else np.asarray(dataset)
        parts = [np.asarray(part, dtype=np.float64) for part in array] if isinstance(array, (list, tuple)) else (
            [array.astype(np.float64)] if array.ndim == 1 else [array[:, column].astype(np.float64) for column in range(array.shape[1])])
        at = [float(place) for place in (range(1, len(parts) + 1) if positions is None else positions)]
        bodies = []
        for place, part in zip(at, parts):
            grid = np.linspace(part.min(), part.max(), points)
            density = _density(part, grid)
            half = density / density.max() * widths / 2
            outline = np.concatenate([place - half, (place + half)[::-1]]), np.concatenate([grid, grid[::-1]])
            bodies.append(Artist([self._area(*(outline if vert else outline[::-1]), "", "C0", 0.3)]))
            marks = ([part.min(), part.max()] if showextrema else []) + ([part.mean()] if showmeans else []) + ([np.median(part)] if showmedians else [])
            for mark in marks:
                ends = np.array([place - widths / 8, place + widths / 8]), np.array([mark, mark])
                self._add_line(*(ends if vert else ends[::-1]), "", "C0")
            if showextrema:
                ends = np.array([place, place]), np.array([part.min(), part.max()])
                self._add_line(*(ends if vert else ends[::-1]), "", "C0")
        return {"bodies": bodies, "cmeans": Artist(), "cmaxes": Artist(), "cmins": Artist(), "cbars": Artist(), "cmedians": Artist()}

    def text(self, x, y, s, fontdict=None, *, ha=None, horizontalalignment=None, va=None, verticalalignment=None, **options):
        if not running():
            return Artist()
        options = dict(fontdict or {}, **options)
        across = ha or horizontalalignment or options.get("ha", options.get("horizontalalignment", "left"))
        up = va or verticalalignment or options.get("va", options.get("verticalalignment", "baseline"))
        shares = "xy" if options.get("transform") == "axes" else ""
        at_x, at_y = (_flat([x]), _flat([y])) if shares else (self._places([x], "x"), self._places([y], "y"))
        box = options.get("bbox")
        rotation = options.get("rotation", 0)
        drawn = self._add(kind="text", x=float(at_x[0]), y=float(at_y[0]), text=str(s), shares=shares,
                          align={"center": "middle", "right": "end"}.get(across, "start"), vertical={"top": "top", "center": "middle", "center_baseline": "middle"}.get(up, "bottom"),
                          size=_font(options.get("fontsize", options.get("size"))), bold=options.get("fontweight", options.get("weight")) in ("bold", "heavy", "semibold", 700),
                          color=css(options.get("color", options.get("c"))), angle={"vertical": 90.0, "horizontal": 0.0}.get(rotation) if isinstance(rotation, str) else float(rotation or 0),
                          box=None if not box else css(box.get("facecolor", box.get("fc"))) or "white")
        made = Artist([drawn])
        self.texts.append(made)
        return made

    def annotate(self, text, xy=(0, 0), xytext=None, xycoords="data", textcoords=None, arrowprops=None, annotation_clip=None, **options):
        if not running():
            return Artist()
        coordinates = textcoords if textcoords is not None else xycoords
        place = xy if xytext is None else xytext
        if xycoords in ("axes fraction", "figure fraction") or coordinates in ("axes fraction", "figure fraction"):
            options["transform"] = "axes"
        elif coordinates in ("offset points", "offset pixels") and xytext is not None:
            # Some points from the place; the axes' size is not known here, so about as far.
            (low, high), (bottom, top) = self._range("x"), self._range("y")
            places = float(self._places([xy[0]], "x")[0]), float(self._places([xy[1]], "y")[0])
            place = places[0] + xytext[0] / 330 * (high - low), places[1] + xytext[1] / 240 * (top - bottom)
        if arrowprops is not None and place is not xy and options.get("transform") != "axes":
            x, y = self._places([place[0], xy[0]], "x"), self._places([place[1], xy[1]], "y")
            shade = css(arrowprops.get("color", arrowprops.get("facecolor"))) or "black"
            self._keep(_arrows(x[:1], y[:1], x[1:] - x[:1], y[1:] - y[:1], shade, arrowprops.get("lw", arrowprops.get("linewidth", 1.0)), None))
        return self.text(place[0], place[1], text, **options)

    def bar_label(self, container, labels=None, fmt="%g", label_type="edge", padding=0, **options):
        made = []
        if running():
            for place, each in enumerate(container):
                length = each._length()
                words = str(labels[place]) if labels is not None else fmt(length) if callable(fmt) else fmt % length if "%" in fmt else fmt.format(length)
                drawn = each._drawn
                at = float(drawn["bottom"][place]) + (length if label_type == "edge" else length / 2)
                middle = each._start() + each._breadth() / 2
                if drawn["horizontal"]:
                    made.append(self.text(at, middle, " " + words, va="center", ha="left" if label_type == "edge" else "center", **options))
                else:
                    made.append(self.text(middle, at, words, ha="center", va="bottom" if label_type == "edge" else "center", **options))
        return made

def _density(values, grid, factor=1.0):
    """A Gaussian kernel density with Scott's width at the places of a grid."""
    width = values.std(ddof=1) * len(values) ** -0.2 * factor if len(values) > 1 else 1.0
    width = width if width > 0 else 1.0
    part = (grid[:, np.newaxis] - values[np.newaxis, :]) / width
    return np.exp(-0.5 * part ** 2).sum(axis=1) / (len(values) * width * np.sqrt(2 * np.pi))
`;
