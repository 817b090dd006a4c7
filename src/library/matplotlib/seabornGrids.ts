/** The Python text of seaborn's figures of several axes; part of the module `seaborn`. */
export const seabornGrids = `
class _Grid:
    """Axes side by side for columns or groups of a table."""

    def __init__(self, figure, axes):
        self.figure = self.fig = figure
        self.axes = axes
        self.ax = axes.ravel()[0] if hasattr(axes, "ravel") else axes

    def savefig(self, *args, **options): self.figure.savefig(*args, **options)
    def set_titles(self, *args, **options): return self
    def add_legend(self, *args, **options): return self
    def tight_layout(self, *args, **options): return self
    def despine(self, *args, **options): return self

    def set_axis_labels(self, x_var=None, y_var=None, **options):
        for each in self.axes.ravel():
            each.set_xlabel(x_var or "")
            each.set_ylabel(y_var or "")
        return self

    def set(self, **options):
        for each in self.axes.ravel():
            each.set(**options)
        return self

def pairplot(data, *, hue=None, vars=None, kind="scatter", diag_kind="auto", palette=None, height=2.5, corner=False, **options):
    if not running():
        return unknown("pairs of columns")
    names = list(vars) if vars is not None else [name for name in data.columns if name != hue and np.asarray(data[name]).dtype.kind in "iuf"]
    figure, axes = plt.subplots(len(names), len(names), figsize=(height * len(names), height * len(names)), squeeze=False)
    for row, below in enumerate(names):
        for column, across in enumerate(names):
            part = axes[row, column]
            if corner and column > row:
                part.set_visible(False)
            elif row == column:
                if hue is None and diag_kind in ("auto", "hist"):
                    histplot(data, x=across, ax=part)
                else:
                    kdeplot(data, x=across, hue=hue, fill=True, ax=part, palette=palette)
                    part.legend_ = None
            else:
                scatterplot(data, x=across, y=below, hue=hue, ax=part, palette=palette, s=16, legend=False)
            part.set_xlabel(str(across) if row == len(names) - 1 else "")
            part.set_ylabel(str(below) if column == 0 else "")
    if hue is not None and len(names):
        axes[0, len(names) - 1 if not corner else 0].legend(title=_name(hue))
    return _Grid(figure, axes)

def _figure_of(method, choices, data, kind, col, height, aspect, options):
    if not running():
        return unknown("a figure of several axes")
    if kind not in choices:
        raise NotImplementedError("seaborn.%s with kind=%r is not supported by Kerascope yet" % (method, kind))
    if options.pop("row", None) is not None:
        raise NotImplementedError("seaborn.%s with rows is not supported by Kerascope yet" % method)
    names = [None] if col is None else _kinds(data[col])
    wrap = options.pop("col_wrap", None) or len(names)
    figure, axes = plt.subplots(-(-len(names) // wrap), min(wrap, len(names)), figsize=(height * aspect * min(wrap, len(names)), height * -(-len(names) // wrap)), squeeze=False)
    for place, name in enumerate(names):
        part = data if name is None else data[data[col] == name]
        choices[kind](part, ax=axes.ravel()[place], **options)
        if name is not None:
            axes.ravel()[place].set_title("%s = %s" % (col, name))
    for each in axes.ravel()[len(names):]:
        each.set_visible(False)
    return _Grid(figure, axes)

def displot(data=None, *, kind="hist", col=None, height=5, aspect=1, **options):
    return _figure_of("displot", {"hist": histplot, "kde": kdeplot}, data, kind, col, height, aspect, options)

def relplot(data=None, *, kind="scatter", col=None, height=5, aspect=1, **options):
    return _figure_of("relplot", {"scatter": scatterplot, "line": lineplot}, data, kind, col, height, aspect, options)

def catplot(data=None, *, kind="strip", col=None, height=5, aspect=1, **options):
    return _figure_of("catplot", {"strip": stripplot, "swarm": stripplot, "box": boxplot, "violin": violinplot, "bar": barplot, "count": countplot}, data, kind, col, height, aspect, options)

def lmplot(data=None, *, col=None, height=5, aspect=1, **options):
    return _figure_of("lmplot", {"reg": regplot}, data, "reg", col, height, aspect, options)
`;
