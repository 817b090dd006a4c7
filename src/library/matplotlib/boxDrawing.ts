/** The Python text of box plots and violins on axes; part of the module `matplotlib.axes`. */
export const boxDrawing = String.raw`
_BOX_PARTS = ("boxes", "medians", "whiskers", "caps", "fliers", "means")

def _groups_of(x):
    """The samples of one or several groups."""
    if isinstance(x, dict) or hasattr(x, "iloc") and getattr(x, "ndim", 1) == 2:
        x = np.asarray(x)
    if isinstance(x, (list, tuple)) and len(x) and hasattr(x[0], "__len__"):
        return [np.asarray(part, dtype=np.float64).ravel() for part in x]
    array = np.asarray(x, dtype=np.float64)
    return [array] if array.ndim == 1 else [array[:, column] for column in range(array.shape[1])]

_BOX_PROPERTIES = {"boxes": "box", "medians": "median", "whiskers": "whisker", "caps": "cap", "means": "mean", "fliers": "flier"}
_FLIER_PROPERTIES = ("marker", "markerfacecolor", "markeredgecolor", "markersize", "markeredgewidth")

def _box_look(part, meanline, given):
    """How a part of a box plot looks by the parameters, and by what is given for it."""
    group = "boxplot.%sprops." % _BOX_PROPERTIES[part]
    marked = part == "fliers" or part == "means" and not meanline
    names = _FLIER_PROPERTIES if part == "fliers" else _FLIER_PROPERTIES[:4] if marked else ()
    look = {name: _parameter(group + name) for name in ("color", "linestyle", "linewidth") + names}
    if part == "means" and marked:
        look["linestyle"] = "none"
    return dict(look, **_full_names(given))

def _full_names(given):
    return {_ALIASES.get(name, name): value for name, value in (given or {}).items()}

class _BoxDrawing:
    def boxplot(self, x, notch=None, sym=None, vert=None, whis=None, positions=None, widths=None, patch_artist=None, bootstrap=None, usermedians=None,
                conf_intervals=None, meanline=None, showmeans=None, showcaps=None, showbox=None, showfliers=None, boxprops=None, labels=None, flierprops=None,
                medianprops=None, meanprops=None, capprops=None, whiskerprops=None, manage_ticks=True, autorange=False, zorder=None, capwidths=None, *,
                tick_labels=None, orientation=None, data=None):
        if not running():
            return unknown("the parts of a box plot")
        by_parameter = lambda name, value: _parameter("boxplot." + name) if value is None else value
        notch, bootstrap, whis, vert = by_parameter("notch", notch), by_parameter("bootstrap", bootstrap), by_parameter("whiskers", whis), by_parameter("vertical", vert)
        patch_artist, meanline, showmeans = by_parameter("patchartist", patch_artist), by_parameter("meanline", meanline), by_parameter("showmeans", showmeans)
        showcaps, showbox, showfliers = by_parameter("showcaps", showcaps), by_parameter("showbox", showbox), by_parameter("showfliers", showfliers)
        for name, value in (("notch", notch), ("bootstrap", bootstrap), ("usermedians", usermedians), ("conf_intervals", conf_intervals), ("autorange", autorange)):
            if value is not None and value is not False:
                raise NotImplementedError("boxplot(%s=...) is not supported by Kerascope yet" % name)
        upright = bool(vert) if orientation is None else orientation == "vertical"
        parts = _groups_of(data[x] if data is not None and isinstance(x, str) else x)
        names = tick_labels if tick_labels is not None else labels
        if names is not None and len(names) != len(parts):
            raise ValueError("Dimensions of labels and X must be compatible")
        at = [float(place) for place in (range(1, len(parts) + 1) if positions is None else list(positions))]
        if len(at) != len(parts):
            raise ValueError("List of boxplot statistics and 'positions' values must have same the length")
        default = min(max(0.15 * (max(at) - min(at)), 0.15), 0.5)
        widths = [default] * len(parts) if widths is None else [float(widths)] * len(parts) if not hasattr(widths, "__len__") else [float(each) for each in widths]
        caps = [each / 2 for each in widths] if capwidths is None else [float(capwidths)] * len(parts) if not hasattr(capwidths, "__len__") else list(capwidths)
        given = {"boxes": boxprops, "medians": medianprops, "whiskers": whiskerprops, "caps": capprops, "means": meanprops, "fliers": flierprops}
        looks = {name: _box_look(name, bool(meanline), each) for name, each in given.items()}
        if patch_artist:
            looks["boxes"] = {"facecolor": _parameter("patch.facecolor"), "edgecolor": looks["boxes"].pop("color"), **looks["boxes"]} if "color" not in _full_names(boxprops) else looks["boxes"]
        if sym is not None:
            ink, marker, style = _style(sym) if sym else (None, "", None)
            looks["fliers"].update({"marker": marker or ""}, **({} if ink is None else {"markeredgecolor": ink, "color": ink}))
        shown = {"boxes": bool(showbox), "caps": bool(showcaps), "fliers": bool(showfliers) and sym != "", "means": bool(showmeans)}
        found = {name: [] for name in ("whiskers", "caps", "boxes", "medians", "fliers", "means")}
        for place, part, width, cap in zip(at, parts, widths, caps):
            self._box(place, part[np.isfinite(part)], width, cap, upright, whis, bool(patch_artist), bool(meanline), looks, shown, zorder, found)
        if manage_ticks:
            self._boxed_ticks(at, names, upright, found)
        return found

    def _boxed_ticks(self, at, names, upright, found):
        name = "x" if upright else "y"
        axis = self._axis(name)
        low, high = self._data[name]
        self._data[name] = [min(low, min(at) - 0.5), max(high, max(at) + 0.5)]
        for median, place in zip(found["medians"], at):
            median._primitives[0]["_sticky"] = {name: [place - 0.5, place + 0.5]}
        from matplotlib.ticker import FixedLocator, _NameFormatter
        old = axis.major.locator
        kept = list(old.locs) if isinstance(old, FixedLocator) else []
        words = dict(getattr(axis.major.formatter, "_names", {}))
        words.update({place: str(text) for place, text in zip(at, ["%g" % place for place in at] if names is None else names)})
        axis.set_major_locator(FixedLocator(kept + at))
        axis.set_major_formatter(_NameFormatter(list(words), list(words.values())))
        self._request(name)

    def _box(self, at, values, width, cap, upright, whis, filled, meanline, looks, shown, order, found):
        if not len(values):
            values = np.array([np.nan])
        low, middle, high = np.percentile(values, [25, 50, 75])
        if hasattr(whis, "__len__"):
            least, most = np.percentile(values, list(whis))
        else:
            least, most = low - whis * (high - low), high + whis * (high - low)
        above, below = values[values <= most], values[values >= least]
        top = float(above.max()) if len(above) and above.max() >= high else float(high)
        bottom = float(below.min()) if len(below) and below.min() <= low else float(low)
        left, right = at - width / 2, at + width / 2
        base = 2 if order is None else order
        def line(name, along, across, shift=0.0, look=None):
            along, across = np.array(along, dtype=np.float64), np.array(across, dtype=np.float64)
            given = dict({"color": "black", "linewidth": 1.0, "zorder": base + shift}, **_known("Line2D", looks[name] if look is None else look, _LINE_LOOK))
            made = self._put_line(*((along, across) if upright else (across, along)), given)
            self.lines.append(made)
            found[name].append(made)
        if shown["boxes"]:
            along, across = np.array([left, right, right, left, left]), np.array([low, low, high, high, low])
            if filled:
                look = dict({"zorder": base}, **looks["boxes"])
                patch = self._area(*((along, across) if upright else (across, along)), look, owner="PathPatch")
                self.patches.append(patch)
                found["boxes"].append(patch)
            else:
                line("boxes", along, across)
        line("whiskers", [at, at], [low, bottom])
        line("whiskers", [at, at], [high, top])
        if shown["caps"]:
            line("caps", [at - cap / 2, at + cap / 2], [bottom, bottom])
            line("caps", [at - cap / 2, at + cap / 2], [top, top])
        line("medians", [left, right], [middle, middle], 0.1)
        if shown["means"]:
            mean = float(values.mean())
            line("means", [left, right] if meanline else [at], [mean, mean] if meanline else [mean], 0.1)
        if shown["fliers"]:
            outside = np.concatenate([values[values < bottom], values[values > top]])
            line("fliers", np.full(len(outside), at), outside)

    def violinplot(self, dataset, positions=None, vert=None, widths=0.5, showmeans=False, showextrema=True, showmedians=False, quantiles=None, points=100,
                   bw_method=None, side="both", *, orientation=None, data=None):
        if not running():
            return unknown("the parts of a violin plot")
        if bw_method not in (None, "scott", "silverman") and not isinstance(bw_method, (int, float)):
            raise NotImplementedError("violinplot(bw_method=%r) is not supported by Kerascope yet" % (bw_method,))
        upright = (True if vert is None else bool(vert)) if orientation is None else orientation == "vertical"
        parts = _groups_of(dataset)
        at = [float(place) for place in (range(1, len(parts) + 1) if positions is None else list(positions))]
        if len(at) != len(parts):
            raise ValueError("List of violinplot statistics and 'positions' values must have the same length")
        widths = [float(widths)] * len(parts) if not hasattr(widths, "__len__") else [float(each) for each in widths]
        ink, found, marks = self._next("line"), {"bodies": []}, {"means": [], "mins": [], "maxes": [], "medians": [], "quantiles": []}
        for index, (place, part, width) in enumerate(zip(at, parts, widths)):
            grid = np.linspace(part.min(), part.max(), points)
            factor = 1.0 if bw_method in (None, "scott") else (0.75 ** -0.2 if bw_method == "silverman" else bw_method / len(part) ** -0.2)
            heights = _density(part, grid, factor) if part.min() < part.max() else (grid == part[0]).astype(np.float64)
            half = heights / heights.max() * width * 0.5
            low, high = (place - half if side in ("both", "low") else np.full(points, place)), (place + half if side in ("both", "high") else np.full(points, place))
            body = (self.fill_betweenx if upright else self.fill_between)(grid, low, high, facecolor=ink, alpha=0.3)
            found["bodies"].append(body)
            marks["means"].append(part.mean()), marks["mins"].append(part.min()), marks["maxes"].append(part.max()), marks["medians"].append(np.median(part))
            several = quantiles is not None and len(quantiles) and hasattr(quantiles[0], "__len__")
            marks["quantiles"].append([] if quantiles is None else np.quantile(part, quantiles[index] if several else quantiles).tolist())
        reach = [0.25 * width for width in widths]
        across, along = (self.hlines, self.vlines) if upright else (self.vlines, self.hlines)
        left, right = [place - (far if side in ("both", "low") else 0) for place, far in zip(at, reach)], [place + (far if side in ("both", "high") else 0) for place, far in zip(at, reach)]
        if showmeans:
            found["cmeans"] = across(marks["means"], left, right, colors=ink)
        if showextrema:
            found["cmaxes"], found["cmins"] = across(marks["maxes"], left, right, colors=ink), across(marks["mins"], left, right, colors=ink)
            found["cbars"] = along(at, marks["mins"], marks["maxes"], colors=ink)
        if showmedians:
            found["cmedians"] = across(marks["medians"], left, right, colors=ink)
        rows = [(value, low, high) for values, low, high in zip(marks["quantiles"], left, right) for value in values]
        if rows:
            found["cquantiles"] = across(*[[row[part] for row in rows] for part in range(3)], colors=ink)
        return found

def _density(values, grid, factor=1.0):
    """A Gaussian kernel density with Scott's width at the places of a grid."""
    width = values.std(ddof=1) * len(values) ** -0.2 * factor if len(values) > 1 else 1.0
    width = width if width > 0 else 1.0
    part = (grid[:, np.newaxis] - values[np.newaxis, :]) / width
    return np.exp(-0.5 * part ** 2).sum(axis=1) / (len(values) * width * np.sqrt(2 * np.pi))
`;
