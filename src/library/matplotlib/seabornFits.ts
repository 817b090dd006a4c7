/** The Python text of seaborn's fitted lines; part of the module `seaborn`. */
export const seabornFits = `
def regplot(data=None, *, x=None, y=None, order=1, scatter=True, fit_reg=True, ax=None, color=None, label=None, ci=95, marker="o", scatter_kws=None, line_kws=None, **options):
    axes = _axes(ax)
    _rest("regplot", options)
    if running():
        across, up = _column(data, x).astype(np.float64), _column(data, y).astype(np.float64)
        both = np.isfinite(across) & np.isfinite(up)
        across, up = across[both], up[both]
        shade = css(color) or axes._next("line")
        if scatter:
            axes.scatter(across, up, **dict({"color": shade, "alpha": 0.8, "label": label, "marker": marker}, **(scatter_kws or {})))
        if fit_reg:
            grid = np.linspace(across.min(), across.max(), 100)
            fitted = np.polyfit(across, up, order)
            middle = np.polyval(fitted, grid)
            axes.plot(grid, middle, **dict({"color": shade, "linewidth": rcParams["lines.linewidth"] * 1.5}, **(line_kws or {})))
            if ci and len(across) > order + 1:
                # The interval of the fitted mean, by the normal distribution of its coefficients.
                powers, at = np.vander(across, order + 1), np.vander(grid, order + 1)
                rest = float(((up - np.polyval(fitted, across)) ** 2).sum()) / (len(across) - order - 1)
                spread = np.sqrt(((at @ np.linalg.inv(powers.T @ powers)) * at).sum(axis=1) * rest) * _quantile(ci)
                axes.fill_between(grid, middle - spread, middle + spread, color=shade, alpha=0.15, linewidth=0)
        _titled(axes, x, y)
    return axes

def residplot(data=None, *, x=None, y=None, order=1, color=None, label=None, scatter_kws=None, line_kws=None, ax=None, **options):
    axes = _axes(ax)
    _rest("residplot", options)
    if running():
        if line_kws:
            raise NotImplementedError("seaborn.residplot(line_kws=...) is not supported by Kerascope yet")
        across, up = _column(data, x).astype(np.float64), _column(data, y).astype(np.float64)
        axes.scatter(across, up - np.polyval(np.polyfit(across, up, order), across), **dict({"color": css(color) or axes._next("line"), "alpha": 0.8, "label": label}, **(scatter_kws or {})))
        axes.axhline(0, ls=":", color=".2")
        _titled(axes, x, y)
    return axes
`;
