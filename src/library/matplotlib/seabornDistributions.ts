/** The Python text of seaborn's histograms and densities; part of the module `seaborn`. */
export const seabornDistributions = `
def _auto_edges(values, span):
    """The edges that NumPy's "auto" chooses."""
    from matplotlib.axes import _bin_edges
    return _bin_edges(values, "auto", span)

def _named_edges(values, rule, span):
    from matplotlib.axes import _bin_edges
    return _bin_edges(values, rule, span)

def _draw_counts(axes, heights, edges, base, kind, lying, shrink, look):
    """Bars, or one outline that is filled."""
    if kind == "step":
        axes.stairs(heights + base, edges, baseline=base if np.any(base) else 0, fill=True, orientation="horizontal" if lying else "vertical", **look)
    else:
        middles, wide = (edges[:-1] + edges[1:]) / 2, np.diff(edges) * shrink
        draw = axes.barh if lying else axes.bar
        draw(middles, heights, wide, base, **dict({} if "ec" in look else {"edgecolor": rcParams["patch.edgecolor"]}, **look))

_STATISTICS = {"count": "Count", "density": "Density", "percent": "Percent", "probability": "Probability", "proportion": "Proportion", "frequency": "Frequency"}

def histplot(data=None, *, x=None, y=None, hue=None, bins="auto", binwidth=None, binrange=None, kde=False, stat="count", multiple="layer", element="bars",
             palette=None, hue_order=None, color=None, alpha=None, label=None, ax=None, legend=True, common_norm=True, discrete=None, shrink=1, **options):
    axes = _axes(ax)
    source = x if x is not None else y if y is not None else data
    if not running():
        return axes
    look = _rest("histplot", options)
    if x is not None and y is not None:
        raise NotImplementedError("seaborn.histplot of two variables is not supported by Kerascope yet")
    for name, value, drawn in (("multiple", multiple, ("layer", "stack")), ("element", element, ("bars", "step"))):
        if value not in drawn:
            if value in ("dodge", "fill", "poly"):
                raise NotImplementedError("seaborn.histplot(%s=%r) is not supported by Kerascope yet" % (name, value))
            raise ValueError("The value for \`%s\` must be one of %s, but %r was passed." % (name, ["layer", "stack", "fill", "dodge"] if name == "multiple" else ["bars", "step", "poly"], value))
    if stat not in _STATISTICS:
        raise ValueError("The value for \`stat\` must be one of ['count', 'frequency', 'density', 'probability', 'proportion', 'percent'], but %r was passed." % (stat,))
    if x is None and y is None and hasattr(data, "columns"):
        groups = [(name, np.asarray(data[name]), None) for name in data.columns]
        hue = ""
    else:
        groups = _groups(data if x is not None or y is not None else None, source, None, hue, hue_order)
    groups = [(name, values[values == values] if values.dtype.kind == "f" else values, up) for name, values, up in groups]
    everything = np.concatenate([values for name, values, up in groups])
    if everything.dtype.kind in "iu" and isinstance(bins, str) and binwidth is None and np.ptp(everything) < 200:
        bins = _auto_edges(everything.astype(np.float64), None)
    if everything.dtype.kind in "OUb":
        if kde or stat not in ("count", "percent", "proportion", "probability"):
            raise NotImplementedError("seaborn.histplot of names with %s is not supported by Kerascope yet" % ("kde" if kde else "stat=%r" % stat))
        return countplot(data, x=source if y is None else None, y=y, hue=hue, hue_order=hue_order, ax=axes, palette=palette, color=color, stat=stat, width=1, saturation=1, legend=legend, **look)
    if discrete:
        low, high = (everything.min(), everything.max()) if binrange is None else binrange
        edges = np.arange(low - 0.5, high + 1.0)
    elif binwidth is not None:
        low, high = (everything.min(), everything.max()) if binrange is None else binrange
        edges = np.arange(low, high + binwidth, binwidth)
    else:
        edges = _named_edges(everything.astype(np.float64), bins, binrange) if isinstance(bins, str) else np.histogram_bin_edges(everything, bins=bins, range=binrange)
    inks = _inks(palette, [name for name, values, up in groups]) if len(groups) > 1 or hue is not None else [color]
    base = np.zeros(len(edges) - 1)
    for (name, values, up), ink in zip(groups, inks):
        counts, found = np.histogram(values, bins=edges)
        total, widths = max(len(everything if common_norm else values), 1), np.diff(edges)
        scale = {"count": np.ones(len(widths)), "frequency": 1 / widths, "density": 1 / widths / total, "percent": np.full(len(widths), 100 / total)}.get(stat, np.full(len(widths), 1 / total))
        shade = css(ink) if ink is not None else axes._next("patch")
        words = label if name is None else str(name)
        kind = {"step": "step", "poly": "step"}.get(element, "bar")
        see = alpha if alpha is not None else 0.5 if kde or multiple == "layer" and len(groups) > 1 else 0.75
        _draw_counts(axes, counts * scale, edges, base if multiple == "stack" else np.zeros(len(counts)), kind, y is not None and x is None, shrink, dict({"color": shade, "alpha": see, "label": words}, **look))
        base = base + counts * scale
        if kde and len(values) > 1:
            grid = np.linspace(values.min(), values.max(), 200)
            heights = _density(values.astype(np.float64), grid) * len(values) * widths[0] * scale[0]
            axes.plot(*((grid, heights) if y is None else (heights, grid)), color=shade)
    if hue is not None and legend:
        axes.legend(**({"title": _name(hue)} if _name(hue) else {}))
    if y is not None:
        axes.set_xlabel(_STATISTICS[stat])
        return _titled(axes, None, y)
    axes.set_ylabel(_STATISTICS[stat])
    return _titled(axes, source if x is not None or not hasattr(source, "columns") else None, None)

def kdeplot(data=None, *, x=None, y=None, hue=None, hue_order=None, fill=None, shade=None, bw_adjust=1, common_norm=True, gridsize=200, cut=3, palette=None, color=None, label=None,
            legend=True, ax=None, alpha=None, **options):
    axes = _axes(ax)
    if not running():
        return axes
    look = _rest("kdeplot", options)
    if x is not None and y is not None:
        raise NotImplementedError("seaborn.kdeplot of two variables is not supported by Kerascope yet")
    lying = y is not None
    source = y if lying else x if x is not None else data
    if x is None and y is None and hasattr(data, "columns"):
        groups, hue = [(name, np.asarray(data[name]), None) for name in data.columns if np.asarray(data[name]).dtype.kind in "iufb"], ""
    else:
        groups = _groups(data if x is not None or lying else None, source, None, hue, hue_order)
    total = sum([len(values) for name, values, up in groups])
    inks = [color] if hue is None else _inks(palette, [name for name, values, up in groups])
    for (name, values, up), ink in zip(groups, inks):
        values = values.astype(np.float64)
        values = values[np.isfinite(values)]
        if len(values) < 2 or values.min() == values.max():
            continue
        width = values.std(ddof=1) * len(values) ** -0.2 * bw_adjust
        grid = np.linspace(values.min() - cut * width, values.max() + cut * width, gridsize)
        heights = _density(values, grid, bw_adjust) * (len(values) / total if common_norm and hue is not None else 1.0)
        shade_of = css(ink) if ink is not None else axes._next("line")
        words = label if name is None else str(name)
        line = dict({"color": shade_of}, **look)
        if fill or shade:
            (axes.fill_betweenx if lying else axes.fill_between)(grid, heights, color=line["color"], alpha=0.25 if alpha is None else alpha, label=words, linewidth=0)
            words = None
        axes.plot(*((heights, grid) if lying else (grid, heights)), label=words, **dict(line, **({} if fill or shade else {"alpha": alpha})))
    if hue is not None and legend:
        axes.legend(**({"title": _name(hue)} if _name(hue) else {}))
    (axes.set_xlabel if lying else axes.set_ylabel)("Density")
    name = source if x is not None or lying or not hasattr(source, "columns") else None
    return _titled(axes, None if lying else name, name if lying else None)

def distplot(a=None, bins=None, hist=True, kde=True, color=None, label=None, ax=None, **options):
    _rest("distplot", options)
    if not hist:
        return kdeplot(a, color=color, label=label, ax=ax) if kde else _axes(ax)
    return histplot(a, bins="auto" if bins is None else bins, kde=kde, stat="density" if kde else "count", color=color, label=label, ax=ax)

def rugplot(data=None, *, x=None, y=None, height=.025, ax=None, **options):
    axes = _axes(ax)
    if running():
        look = _rest("rugplot", options)
        if x is not None and y is not None:
            raise NotImplementedError("seaborn.rugplot of two variables is not supported by Kerascope yet")
        source = y if y is not None else x if x is not None else data
        for value in _column(data, source).tolist():
            (axes.axvline if y is None else axes.axhline)(value, 0, height, **dict({"color": "C0", "linewidth": 1}, **look))
        _titled(axes, x, y)
    return axes
`;
