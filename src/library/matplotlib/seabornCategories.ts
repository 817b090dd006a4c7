/** The Python text of seaborn's bars, boxes and points for each group; part of the module `seaborn`. */
export const seabornCategories = `
def barplot(data=None, *, x=None, y=None, hue=None, order=None, hue_order=None, estimator="mean", errorbar="ci", ci=None, palette=None, color=None, orient=None, ax=None, **options):
    axes = _axes(ax)
    if not running():
        return axes
    if x is None and y is None:
        names = list(data.columns)
        axes.bar([str(name) for name in names], [float(np.nanmean(np.asarray(data[name]))) for name in names], color=_inks(palette, names) if palette else None)
        return axes
    across, up = (data[x] if isinstance(x, str) else x) if x is not None else None, (data[y] if isinstance(y, str) else y) if y is not None else None
    if across is None or up is None:
        axes.bar([0], [float(np.mean(np.asarray(across if up is None else up)))])
        return _titled(axes, x, y)
    lying = orient in ("h", "y") or orient is None and np.asarray(across).dtype.kind in "iuf" and np.asarray(up).dtype.kind not in "iufb"
    groups, values = (up, np.asarray(across, dtype=np.float64)) if lying else (across, np.asarray(up, dtype=np.float64))
    names, kinds = _kinds(groups, order), np.asarray(groups)
    single = estimator if callable(estimator) else {"mean": np.mean, "median": np.median, "sum": np.sum, "max": np.max, "min": np.min, "count": len}.get(estimator, np.mean)
    def measure(chosen):
        parts = [values[chosen & (kinds == name) & ~np.isnan(values)] for name in names]
        heights = [float(single(part)) if len(part) else float("nan") for part in parts]
        errors = [_half_width(part, errorbar) for part in parts] if errorbar and ci is not False and any([len(part) > 1 for part in parts]) else None
        return heights, errors
    words = [str(name) for name in names]
    if hue is not None and _name(hue) != _name(y if lying else x):
        _grouped_bars(axes, lying, words, hue, data, hue_order, palette, measure)
    else:
        heights, errors = measure(np.ones(len(values), dtype=bool))
        inks = _inks(palette, names) if palette is not None else color
        (axes.barh if lying else axes.bar)(words, heights, color=inks, **({} if errors is None else {"xerr" if lying else "yerr": errors}))
    if lying:
        axes.invert_yaxis()
    return _titled(axes, x, y)

def _boxes(method, data, x, y, order, ax, palette, options):
    axes = _axes(ax)
    if not running():
        return axes
    lying = False
    if x is not None and y is not None:
        across, up = data[x] if isinstance(x, str) else x, data[y] if isinstance(y, str) else y
        lying = np.asarray(across).dtype.kind == "f" and np.asarray(up).dtype.kind not in "iuf"
        groups, values = (up, np.asarray(across)) if lying else (across, np.asarray(up))
        names = _kinds(groups, order)
        parts = [values[np.asarray(groups) == name] for name in names]
        _titled(axes, x, y)
    elif x is not None or y is not None:
        source = x if x is not None else y
        lying = x is not None
        names, parts = [""], [_column(data, source)]
        _titled(axes, x, y)
    elif hasattr(data, "columns"):
        names = [name for name in data.columns if np.asarray(data[name]).dtype.kind in "iufb"]
        parts = [np.asarray(data[name]) for name in names]
    else:
        parts = [np.asarray(data)] if np.asarray(data[0]).ndim == 0 else [np.asarray(part) for part in data]
        names = [str(place) for place in range(len(parts))]
    parts = [part.astype(np.float64) for part in parts]
    parts = [part[~np.isnan(part)] for part in parts]
    at = list(range(len(parts)))
    inks = _inks(palette, names) if palette is not None or len(names) > 1 else [None]
    if method == "box":
        drawn = axes.boxplot(parts, labels=[str(name) for name in names], positions=at, patch_artist=True, widths=0.8, vert=not lying)["boxes"]
    else:
        drawn = axes.violinplot(parts, positions=at, widths=0.8, vert=not lying)["bodies"]
        (axes.yaxis if lying else axes.xaxis).set_ticks(at, [str(name) for name in names])
    for box, ink in zip(drawn, inks):
        if ink is not None:
            box.set_facecolor(ink)
    return axes

def boxplot(data=None, *, x=None, y=None, hue=None, order=None, palette=None, ax=None, **options): return _boxes("box", data, x, y, order, ax, palette, options)
def violinplot(data=None, *, x=None, y=None, hue=None, order=None, palette=None, ax=None, **options): return _boxes("violin", data, x, y, order, ax, palette, options)
boxenplot = boxplot

def stripplot(data=None, *, x=None, y=None, hue=None, order=None, palette=None, jitter=True, ax=None, size=5, alpha=None, color=None, **options):
    axes = _axes(ax)
    if running():
        across, up = data[x] if isinstance(x, str) else x, _column(data, y)
        names, kinds = _kinds(across, order), np.asarray(across)
        for place, name in enumerate(names):
            values = up[kinds == name]
            shift = (np.arange(len(values)) * 0.618034 % 1 - 0.5) * 0.2 if jitter else np.zeros(len(values))
            axes.scatter(place + shift, values, s=size ** 2, alpha=alpha, color=color)
        axes.xaxis.set_ticks(range(len(names)), [str(name) for name in names])
        _titled(axes, x, y)
    return axes

swarmplot = stripplot

def regplot(data=None, *, x=None, y=None, order=1, scatter=True, fit_reg=True, ax=None, color=None, label=None, ci=95, scatter_kws=None, line_kws=None, **options):
    axes = _axes(ax)
    if running():
        across, up = _column(data, x).astype(np.float64), _column(data, y).astype(np.float64)
        shade = css(color) or axes._next("line")
        if scatter:
            axes.scatter(across, up, **dict({"color": shade, "alpha": 0.8, "label": label}, **(scatter_kws or {})))
        if fit_reg:
            grid = np.linspace(across.min(), across.max(), 100)
            axes.plot(grid, np.polyval(np.polyfit(across, up, order), grid), **dict({"color": shade}, **(line_kws or {})))
        _titled(axes, x, y)
    return axes

def residplot(data=None, *, x=None, y=None, ax=None, **options):
    axes = _axes(ax)
    if running():
        across, up = _column(data, x).astype(np.float64), _column(data, y).astype(np.float64)
        axes.scatter(across, up - np.polyval(np.polyfit(across, up, 1), across))
        axes.axhline(0, ls=":", color="gray")
        _titled(axes, x, y)
    return axes
`;
