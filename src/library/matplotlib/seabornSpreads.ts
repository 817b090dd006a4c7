/** The Python text of seaborn's boxes, violins and points of every value for each group; part of the module `seaborn`. */
export const seabornSpreads = `
def boxplot(data=None, *, x=None, y=None, hue=None, order=None, hue_order=None, orient=None, color=None, palette=None, saturation=.75, dodge="auto", width=.8, whis=1.5, linecolor="auto",
            linewidth=None, fliersize=None, legend="auto", ax=None, **options):
    axes = _axes(ax)
    if not running():
        return axes
    look = _rest("boxplot", options)
    found = _Categories(data, x, y, hue, order, hue_order, orient)
    inks = found.inks(palette, color, saturation)
    gray = _line_gray(inks) if linecolor == "auto" else linecolor
    line = {"color": gray, "linewidth": rcParams["lines.linewidth"] if linewidth is None else linewidth}
    given = {name: dict(line, **(look.pop(name, None) or {})) for name in ("whiskerprops", "capprops", "medianprops")}
    given["flierprops"] = dict({"markerfacecolor": "none", "markeredgecolor": gray, "marker": "o", "markersize": 5 if fliersize is None else fliersize}, **(look.pop("flierprops", None) or {}))
    boxes = look.pop("boxprops", None) or {}
    for place, level, at, wide, ink in found.places(width, dodge is not False):
        part = found.part(place, level)
        if len(part):
            box = dict({"facecolor": css(inks[ink]), "edgecolor": gray, "linewidth": line["linewidth"]}, **boxes)
            axes.boxplot([part], positions=[at], widths=[wide], whis=whis, patch_artist=True, vert=not found.lying, manage_ticks=False, boxprops=box, **given, **look)
    found.legend(axes, inks, legend)
    return found.finish(axes)

def violinplot(data=None, *, x=None, y=None, hue=None, order=None, hue_order=None, orient=None, color=None, palette=None, saturation=.75, inner="box", width=.8, dodge="auto", linewidth=None,
               linecolor="auto", cut=2, gridsize=100, bw_method="scott", bw_adjust=1, bw=None, legend="auto", ax=None, **options):
    axes = _axes(ax)
    if not running():
        return axes
    look = _rest("violinplot", options)
    if inner not in ("box", "quart", "quartile", "stick", "point", None):
        raise ValueError("The value for \`inner\` must be one of ['box', 'quart', 'stick', 'point', None], but %r was passed." % (inner,))
    if bw is not None or bw_method not in ("scott", "silverman") and not isinstance(bw_method, (int, float)):
        raise NotImplementedError("seaborn.violinplot(%s=...) is not supported by Kerascope yet" % ("bw" if bw is not None else "bw_method"))
    found = _Categories(data, x, y, hue, order, hue_order, orient)
    inks = found.inks(palette, color, saturation)
    gray = _line_gray(inks) if linecolor == "auto" else linecolor
    thick = rcParams["lines.linewidth"] if linewidth is None else linewidth
    shapes = []
    for place, level, at, wide, ink in found.places(width, dodge is not False):
        part = found.part(place, level)
        if len(part) < 2 or part.min() == part.max():
            if len(part):
                shapes.append((part, at, wide, ink, None, None))
            continue
        factor = 1.0 if bw_method == "scott" else 0.75 ** -0.2 if bw_method == "silverman" else bw_method / len(part) ** -0.2
        reach = part.std(ddof=1) * len(part) ** -0.2 * factor * bw_adjust * cut
        grid = np.linspace(part.min() - reach, part.max() + reach, gridsize)
        shapes.append((part, at, wide, ink, grid, _density(part, grid, factor * bw_adjust)))
    most = max([float(heights.max()) for part, at, wide, ink, grid, heights in shapes if heights is not None] + [1e-300])
    for part, at, wide, ink, grid, heights in shapes:
        draw = lambda first, second, **how: axes.plot(*((second, first) if found.lying else (first, second)), **how)
        if heights is None:
            draw([at - wide / 2, at + wide / 2], [part[0], part[0]], color=gray, linewidth=thick)
            continue
        half = heights / most * wide / 2
        (axes.fill_between if found.lying else axes.fill_betweenx)(grid, at - half, at + half, **dict({"facecolor": css(inks[ink]), "edgecolor": gray, "linewidth": thick}, **look))
        low, middle, high = [float(each) for each in np.percentile(part, [25, 50, 75])]
        if inner == "box":
            span = 1.5 * (high - low)
            draw([at, at], [float(part[part >= low - span].min()), float(part[part <= high + span].max())], color=gray, linewidth=thick)
            draw([at, at], [low, high], color=gray, linewidth=thick * 3)
            draw([at], [middle], color="white", marker="_" if not found.lying else "|", markersize=thick * 3, markeredgewidth=thick)
        elif inner == "point":
            draw(np.full(len(part), at), part, color=gray, linestyle="none", marker="o", markersize=3)
        elif inner is not None:
            for value in part if inner == "stick" else (low, middle, high):
                reach = float(np.interp(value, grid, half))
                draw([at - reach, at + reach], [value, value], color=gray, linewidth=thick / 2 if inner == "stick" else thick, linestyle="-" if inner == "stick" else "--")
    found.legend(axes, inks, legend)
    return found.finish(axes)

def boxenplot(data=None, *, x=None, y=None, hue=None, order=None, hue_order=None, orient=None, color=None, palette=None, saturation=.75, dodge="auto", width=.8, linewidth=None, linecolor=None,
              showfliers=True, legend="auto", flier_kws=None, line_kws=None, ax=None, **options):
    axes = _axes(ax)
    if not running():
        return axes
    look = _rest("boxenplot", options)
    found = _Categories(data, x, y, hue, order, hue_order, orient)
    inks = found.inks(palette, color, saturation)
    gray = _line_gray(inks) if linecolor in (None, "auto") else linecolor
    thick = rcParams["lines.linewidth"] / 2 if linewidth is None else linewidth
    pale = [light_palette(each, as_cmap=True) for each in inks]
    for place, level, at, wide, ink in found.places(width, dodge is not False):
        part = found.part(place, level)
        if not len(part):
            continue
        # As many halvings as leave five to eight values in each tail.
        depth = max(int(np.log2(len(part))) - 3, 1)
        lower = [float(np.percentile(part, 100 * 0.5 ** each)) for each in range(depth + 1, 1, -1)]
        upper = [float(np.percentile(part, 100 - 100 * 0.5 ** each)) for each in range(2, depth + 2)]
        spans = [(lower[step], lower[step + 1], depth - 1 - step) for step in range(depth - 1)] + [(lower[-1], upper[0], 0)]
        spans += [(upper[step], upper[step + 1], step + 1) for step in range(depth - 1)]
        for bottom, top, outward in spans:
            share = 2.0 ** (-outward / 3)
            shade = pale[ink](share)[:3]
            (axes.barh if found.lying else axes.bar)([at], [top - bottom], wide * 0.5 ** outward, [bottom], **dict({"color": css(shade), "edgecolor": gray, "linewidth": thick}, **look))
        draw = lambda first, second: (second, first) if found.lying else (first, second)
        middle = float(np.median(part))
        axes.plot(*draw([at - wide / 2, at + wide / 2], [middle, middle]), **dict({"color": gray, "linewidth": 1.25 * thick}, **(line_kws or {})))
        outside = part[(part < lower[0]) | (part > upper[-1])]
        if showfliers and len(outside):
            axes.scatter(*draw(np.full(len(outside), at), outside), **dict({"facecolor": "none", "edgecolor": ".45", "s": 25}, **(flier_kws or {})))
    found.legend(axes, inks, legend)
    return found.finish(axes)

def _points(axes, found, inks, size, dodge, edgecolor, linewidth, look, shift):
    look = dict({"s": size ** 2, "linewidth": linewidth}, **({} if edgecolor is None else {"edgecolor": css(edgecolor)}), **look)
    for place, level, at, wide, ink in found.places(0.8, dodge is True):
        part = found.part(place, level)
        if len(part):
            along = at + shift(part, wide)
            axes.scatter(*((part, along) if found.lying else (along, part)), color=css(inks[ink]), **look)

def stripplot(data=None, *, x=None, y=None, hue=None, order=None, hue_order=None, jitter=True, dodge=False, orient=None, color=None, palette=None, size=5, edgecolor=None, linewidth=0,
              legend="auto", ax=None, **options):
    axes = _axes(ax)
    if not running():
        return axes
    look = _rest("stripplot", options)
    found = _Categories(data, x, y, hue, order, hue_order, orient)
    inks = found.inks(palette, color)
    far = 0.1 if jitter is True else float(jitter)
    spread = np.random.RandomState(0)
    count = len(found.hues) if found.split and dodge else 1
    _points(axes, found, inks, size, dodge, edgecolor, linewidth, look, lambda part, wide: spread.uniform(-far / count, far / count, len(part)))
    found.legend(axes, inks, legend, True)
    return found.finish(axes)

def _beside(values, diameter):
    """Where points of equal size lie, as near to the middle as they can without overlap, by their other coordinate."""
    found, order = np.zeros(len(values)), np.argsort(values, kind="stable")
    done = []
    for index in order:
        value = float(values[index])
        near = [(x, value - y) for x, y in done if value - y < diameter]
        done = [(x, y) for x, y in done if value - y < diameter]
        spots = [0.0]
        for x, apart in near:
            away = (diameter ** 2 - apart ** 2) ** 0.5 * 1.05
            spots += [x - away, x + away]
        spots.sort(key=abs)
        for spot in spots:
            if all([(spot - x) ** 2 + apart ** 2 >= diameter ** 2 for x, apart in near]):
                break
        found[index] = spot
        done.append((spot, value))
    return found

def swarmplot(data=None, *, x=None, y=None, hue=None, order=None, hue_order=None, dodge=False, orient=None, color=None, palette=None, size=5, edgecolor=None, linewidth=0, legend="auto",
              ax=None, **options):
    axes = _axes(ax)
    if not running():
        return axes
    look = _rest("swarmplot", options)
    found = _Categories(data, x, y, hue, order, hue_order, orient)
    inks = found.inks(palette, color)
    finite = found.values[np.isfinite(found.values)]
    if not len(finite):
        return found.finish(axes)
    # The limits are those with the points on one line, as they stay: what moves is the other coordinate.
    (axes.plot)(*((finite, np.zeros(len(finite))) if found.lying else (np.zeros(len(finite)), finite)), linestyle="none")
    axes.lines[-1].remove()
    found.finish(axes)
    low, high = axes.get_xlim() if found.lying else axes.get_ylim()
    pad = 0.05 * float(np.ptp(finite)) or 0.05
    low, high = (min(low, float(finite.min()) - pad), max(high, float(finite.max()) + pad))
    left, bottom, wide, tall = axes._original()
    along, across = (wide * axes.figure._size[0] * 72, tall * axes.figure._size[1] * 72) if found.lying else (tall * axes.figure._size[1] * 72, wide * axes.figure._size[0] * 72)
    unit, step = along / (high - low), across / len(found.names)
    def shift(part, room):
        return np.clip(_beside(part * unit, size + linewidth) / step, -room / 2, room / 2)
    if found.split and not (dodge is True):
        # The hues of a category share its swarm.
        for place in range(len(found.names)):
            chosen = found.chosen(place) & np.isfinite(found.values)
            spots = place + shift(found.values[chosen], 0.8)
            for level, ink in enumerate(inks):
                mine = found._levels[chosen] == found.hues[level]
                pair = (found.values[chosen][mine], spots[mine])
                if len(pair[0]):
                    axes.scatter(*(pair if found.lying else pair[::-1]), color=css(ink), **dict({"s": size ** 2, "linewidth": linewidth}, **look))
    else:
        _points(axes, found, inks, size, dodge, edgecolor, linewidth, look, shift)
    found.legend(axes, inks, legend, True)
    return found.finish(axes)
`;
