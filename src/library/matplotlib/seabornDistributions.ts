/** The Python text of seaborn's histograms and densities; part of the module `seaborn`. */
export const seabornDistributions = `
def _auto_edges(values, span):
    """The edges that NumPy's "auto" chooses."""
    from matplotlib.axes import _bin_edges
    return _bin_edges(values, "auto", span)

def _named_edges(values, rule, span):
    from matplotlib.axes import _bin_edges
    return _bin_edges(values, rule, span)

def _draw_counts(axes, heights, edges, base, kind, lying, look):
    """Bars, or one outline that is filled."""
    if kind == "step":
        axes.stairs(heights + base, edges, baseline=base if np.any(base) else 0, fill=True, orientation="horizontal" if lying else "vertical", **look)
    else:
        middles, wide = (edges[:-1] + edges[1:]) / 2, np.diff(edges)
        draw = axes.barh if lying else axes.bar
        draw(middles, heights, wide, base, edgecolor="white", **look)

def histplot(data=None, *, x=None, y=None, hue=None, bins="auto", binwidth=None, binrange=None, kde=False, stat="count", multiple="layer", element="bars",
             palette=None, hue_order=None, color=None, alpha=None, label=None, ax=None, legend=True, **options):
    axes = _axes(ax)
    source = x if x is not None else y if y is not None else data
    if not running():
        return axes
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
        return countplot(data, x=x, y=y, hue=hue, ax=axes, palette=palette)
    if binwidth is not None:
        low, high = (everything.min(), everything.max()) if binrange is None else binrange
        edges = np.arange(low, high + binwidth, binwidth)
    else:
        edges = _named_edges(everything.astype(np.float64), bins, binrange) if isinstance(bins, str) else np.histogram_bin_edges(everything, bins=bins, range=binrange)
    inks = _inks(palette, groups) if len(groups) > 1 or hue is not None else [color]
    base = np.zeros(len(edges) - 1)
    for (name, values, up), ink in zip(groups, inks):
        counts, found = np.histogram(values, bins=edges)
        total, widths = max(len(everything), 1), np.diff(edges)
        scale = {"count": np.ones(len(widths)), "frequency": 1 / widths, "density": 1 / widths / total, "percent": np.full(len(widths), 100 / total)}.get(stat, np.full(len(widths), 1 / total))
        shade = css(ink) if ink is not None else axes._next("patch")
        words = label if name is None else str(name)
        kind = {"step": "step", "poly": "step"}.get(element, "bar")
        see = alpha if alpha is not None else 0.5 if kde or multiple == "layer" and len(groups) > 1 else 0.75
        _draw_counts(axes, counts * scale, edges, base if multiple == "stack" else np.zeros(len(counts)), kind, y is not None and x is None, {"color": shade, "alpha": see, "label": words})
        base = base + counts * scale
        if kde and len(values) > 1:
            grid = np.linspace(values.min(), values.max(), 200)
            axes.plot(grid, _density(values.astype(np.float64), grid) * len(values) * widths[0] * scale[0], color=shade)
    if hue is not None and legend:
        axes.legend(**({"title": _name(hue)} if _name(hue) else {}))
    axes.set_ylabel({"count": "Count", "density": "Density", "percent": "Percent", "probability": "Probability", "proportion": "Proportion", "frequency": "Frequency"}[stat])
    return _titled(axes, source if x is not None or not hasattr(source, "columns") else None, None)

def kdeplot(data=None, *, x=None, y=None, hue=None, fill=None, shade=None, bw_adjust=1, common_norm=True, palette=None, color=None, label=None, ax=None, alpha=None, **options):
    axes = _axes(ax)
    if y is not None:
        if not running():
            return axes
        raise NotImplementedError("seaborn.kdeplot of two variables is not supported by Kerascope yet")
    source = x if x is not None else data
    if not running():
        return axes
    groups = _groups(data if x is not None else None, source, None, hue)
    total = sum([len(values) for name, values, up in groups])
    inks = [color] if hue is None else _inks(palette, groups)
    for (name, values, up), ink in zip(groups, inks):
        values = values[np.isfinite(values.astype(np.float64))].astype(np.float64)
        width = values.std(ddof=1) * len(values) ** -0.2 * bw_adjust
        grid = np.linspace(values.min() - 3 * width, values.max() + 3 * width, 200)
        heights = _density(values, grid, bw_adjust) * (len(values) / total if common_norm and hue is not None else 1.0)
        shade_of = css(ink) if ink is not None else axes._next("line")
        words = label if name is None else str(name)
        if fill or shade:
            axes.fill_between(grid, heights, color=shade_of, alpha=0.25 if alpha is None else alpha, label=words)
            words = None
        axes.plot(grid, heights, color=shade_of, label=words)
    if hue is not None:
        axes.legend(title=_name(hue))
    axes.set_ylabel("Density")
    return _titled(axes, source if x is not None or not hasattr(source, "columns") else None, None)

def distplot(a=None, bins=None, hist=True, kde=True, color=None, label=None, ax=None, **options):
    return histplot(a, bins="auto" if bins is None else bins, kde=kde, stat="density", color=color, label=label, ax=ax)

def rugplot(data=None, *, x=None, ax=None, **options):
    axes = _axes(ax)
    if running():
        values = _column(data, x) if x is not None else np.asarray(data)
        axes.plot(values, np.zeros(len(values)), "|", color="C0")
    return axes
`;
