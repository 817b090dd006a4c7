/** The Python text that says which of seaborn's options are not drawn; part of the module `seaborn`. */
export const seabornOptions = `
# Options of seaborn's plots that are not drawn, with the value that is seaborn's own: any other is refused by its name.
_CATEGORICAL = {"native_scale": False, "log_scale": None, "formatter": None, "hue_norm": None}
_ESTIMATED = {"units": None, "weights": None}
_MAPPED = {"hue_norm": None, "size_order": None, "size_norm": None}
_COUNTED = {"weights": None, "hue_norm": None, "log_scale": None, "cbar": False, "cbar_ax": None, "cbar_kws": None}
_BARS = dict(_CATEGORICAL, gap=0, fill=True, dodge="auto")
_FITTED = {"x_estimator": None, "x_bins": None, "x_ci": "ci", "units": None, "logistic": False, "lowess": False, "robust": False, "logx": False, "x_partial": None, "y_partial": None,
           "x_jitter": None, "y_jitter": None, "truncate": True, "dropna": True}
_NOT_DRAWN = {
    "heatmap": {"cbar_ax": None},
    "countplot": _BARS,
    "barplot": dict(_BARS, **_ESTIMATED),
    "pointplot": dict(_CATEGORICAL, markers="o", linestyles="-", dodge=False, **_ESTIMATED),
    "boxplot": dict(_CATEGORICAL, gap=0, fill=True),
    "boxenplot": dict(_CATEGORICAL, gap=0, fill=True, width_method="exponential", k_depth="tukey", outlier_prop=0.007, trust_alpha=0.05, box_kws=None),
    "violinplot": dict(_CATEGORICAL, gap=0, fill=True, split=False, density_norm="area", common_norm=False, scale=None, scale_hue=None, inner_kws=None),
    "stripplot": _CATEGORICAL,
    "swarmplot": _CATEGORICAL,
    "scatterplot": _MAPPED,
    "lineplot": dict(_MAPPED, units=None, weights=None, size=None, sizes=None, orient="x", sort=True, err_style="band", err_kws=None),
    "histplot": dict(_COUNTED, cumulative=False, common_bins=True, fill=True, kde_kws=None, line_kws=None, thresh=0, pthresh=None, pmax=None),
    "kdeplot": dict(_COUNTED, multiple="layer", common_grid=False, cumulative=False, bw_method="scott", levels=10, thresh=.05, clip=None),
    "rugplot": {"hue": None, "palette": None, "hue_order": None, "hue_norm": None},
    "distplot": {"rug": False, "fit": None, "hist_kws": None, "kde_kws": None, "rug_kws": None, "fit_kws": None, "vertical": False, "norm_hist": False, "axlabel": None, "x": None},
    "regplot": _FITTED,
    "residplot": {"x_partial": None, "y_partial": None, "lowess": False, "robust": False, "dropna": True},
    "pairplot": {"x_vars": None, "y_vars": None, "markers": None, "dropna": False, "grid_kws": None, "size": None},
    "lmplot": dict(_FITTED, legend_out=True, facet_kws=None, markers="o"),
    "FacetGrid": {"margin_titles": False, "dropna": False, "subplot_kws": None, "gridspec_kws": None, "hue_kws": None, "size": None, "legend_out": True},
    "load_dataset": {},
}
# What changes nothing that is drawn: intervals are those of the normal distribution, which nothing is drawn for at random.
_WITHOUT_EFFECT = ("n_boot", "seed", "warn_singular", "warn_thresh")
# Plots that hand nothing on to matplotlib.
_CLOSED = ("regplot", "residplot", "distplot", "pairplot", "lmplot", "FacetGrid")

def _rest(method, options):
    """What is left for matplotlib of a plot's options."""
    kept, known = {}, _NOT_DRAWN[method]
    for name, value in options.items():
        if name in known:
            same = value is None or isinstance(value, type(known[name])) and value == known[name]
            if not same and running():
                raise NotImplementedError("seaborn.%s(%s=...) is not supported by Kerascope yet" % (method, name))
        elif name in _WITHOUT_EFFECT:
            continue
        elif method in _CLOSED:
            raise TypeError("%s() got an unexpected keyword argument %r" % (method, name))
        else:
            kept[name] = value
    return kept
`;
