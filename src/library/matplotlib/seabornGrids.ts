/** The Python text of seaborn's figures of several axes; part of the module `seaborn`. */
export const seabornGrids = `
class _Grid:
    """Axes side by side for columns or groups of a table."""

    def __init__(self, figure, axes):
        self.figure = self.fig = figure
        self.axes = axes
        self.ax = axes.ravel()[0]

    @property
    def _shown(self): return [each for each in self.axes.ravel() if each.get_visible()]

    def savefig(self, *args, **options): self.figure.savefig(*args, **options)

    def tight_layout(self, *args, **options):
        self.figure.tight_layout(*args, **options)
        return self

    def despine(self, **options):
        for each in self._shown:
            despine(ax=each, **options)
        return self

    def set_axis_labels(self, x_var=None, y_var=None, **options):
        for words, method in ((x_var, "set_xlabel"), (y_var, "set_ylabel")):
            if words is not None:
                for each in self._outer(method):
                    getattr(each, method)(words, **options)
        return self

    def set_xlabels(self, label=None, **options): return self.set_axis_labels(label, None, **options)
    def set_ylabels(self, label=None, **options): return self.set_axis_labels(None, label, **options)

    def _outer(self, method):
        """The axes at the bottom of their column, or at the left."""
        rows = [[each for each in row if each.get_visible()] for row in (self.axes.T if method == "set_xlabel" else self.axes)]
        return [row[-1 if method == "set_xlabel" else 0] for row in rows if row]

    def set(self, **options):
        for each in self._shown:
            each.set(**options)
        return self

    def tick_params(self, axis="both", **options):
        for each in self._shown:
            each.tick_params(axis=axis, **options)
        return self

class _Facets(_Grid):
    """Axes for each value of one column or two, with the rows of the table that have it."""

    def __init__(self, data, row, col, hue, wrap, height, aspect, share, orders, palette, despined=True):
        column, line = ([None] if name is None else _kinds(data[name], order) for name, order in ((col, orders[1]), (row, orders[0])))
        self.data, self._row, self._col, self._hue = data, row, col, hue
        self.row_names, self.col_names = ([] if row is None else line), ([] if col is None else column)
        self.hue_names = None if hue is None else _kinds(data[hue], orders[2])
        self._inks = None if hue is None else _inks(palette, self.hue_names)
        if wrap is not None and row is not None:
            raise ValueError("Cannot use \`row\` and \`col_wrap\` together.")
        across = len(column) if wrap is None else min(wrap, len(column))
        down = len(line) if wrap is None else -(-len(column) // across)
        figure, axes = plt.subplots(down, across, figsize=(height * aspect * across, height * down), squeeze=False, sharex=share[0], sharey=share[1])
        _Grid.__init__(self, figure, axes)
        self._cells = [(first, second, axes[place, index] if wrap is None else axes.ravel()[index]) for place, first in enumerate(line) for index, second in enumerate(column)]
        for each in axes.ravel()[len(self._cells):]:
            each.set_visible(False)
        self.axes_dict = {(second if row is None else first if col is None else (first, second)): each for first, second, each in self._cells if row is not None or col is not None}
        self._handles = {}
        if despined:
            self.despine()
        self.set_titles()

    def _parts(self):
        for first, second, axes in self._cells:
            part = self.data
            if self._row is not None:
                part = part[part[self._row] == first]
            if self._col is not None:
                part = part[part[self._col] == second]
            yield axes, part

    def set_titles(self, template=None, row_template=None, col_template=None, **options):
        for first, second, axes in self._cells:
            names = {"row_var": self._row, "row_name": first, "col_var": self._col, "col_name": second}
            by_row, by_column = row_template or "{row_var} = {row_name}", col_template or "{col_var} = {col_name}"
            made = " | ".join([words for words, name in ((by_row, self._row), (by_column, self._col)) if name is not None]) if template is None else template
            axes.set_title(made.format(**names), **options)
        return self

    def _each(self, func, draw, options):
        for axes, part in self._parts():
            plt.sca(axes)
            for level, name in enumerate([None] if self._hue is None else self.hue_names):
                rows = part if name is None else part[part[self._hue] == name]
                if len(rows):
                    given = dict({"color": css(rcParams["axes.prop_cycle"].by_key()["color"][0] if name is None else self._inks[level])}, **options)
                    if name is not None:
                        given.setdefault("label", str(name))
                    draw(axes, rows, given)
            for handle, label in zip(*axes.get_legend_handles_labels()):
                self._handles.setdefault(label, handle)
            if func in _BY_COLUMN and axes.legend_ is not None:
                axes.legend_ = None

    def _named(self, args):
        self.set_axis_labels(*[each if isinstance(each, str) else None for each in (list(args) + [None, None])[:2]])
        for each in self._shown:
            if each not in self._outer("set_xlabel"):
                each.set_xlabel("")
            if each not in self._outer("set_ylabel"):
                each.set_ylabel("")
        return self

    def map(self, func, *args, **options):
        def draw(axes, rows, given):
            values = [rows[name] for name in args]
            if func in _BY_COLUMN:
                func(**dict(zip(("x", "y"), values)), ax=axes, **given)
            else:
                func(*[np.asarray(value) for value in values], **given)
        self._each(func, draw, options)
        return self._named(args)

    def map_dataframe(self, func, *args, **options):
        def draw(axes, rows, given):
            if func in _BY_COLUMN:
                func(data=rows, **dict(zip(("x", "y"), args)), ax=axes, **given)
            else:
                func(*args, data=rows, **given)
        self._each(func, draw, options)
        return self._named(args or (options.get("x"), options.get("y")))

    def add_legend(self, legend_data=None, title=None, label_order=None, **options):
        if legend_data is not None or label_order is not None:
            raise NotImplementedError("seaborn.FacetGrid.add_legend(%s=...) is not supported by Kerascope yet" % ("legend_data" if legend_data is not None else "label_order"))
        handles = {name: handle for name, handle in self._handles.items()}
        if handles:
            words = self._hue if title is None else title
            self.figure.legend(list(handles.values()), list(handles), **dict({"loc": "center right"}, **({"title": words} if words else {}), **options))
        return self

    def refline(self, *, x=None, y=None, color=".5", linestyle="--", **options):
        for each in self._shown:
            if x is not None:
                each.axvline(x, color=color, linestyle=linestyle, **options)
            if y is not None:
                each.axhline(y, color=color, linestyle=linestyle, **options)
        return self

_BY_COLUMN = [scatterplot, lineplot, histplot, kdeplot, rugplot, barplot, countplot, pointplot, boxplot, boxenplot, violinplot, stripplot, swarmplot, regplot, residplot]

def FacetGrid(data, *, row=None, col=None, hue=None, col_wrap=None, sharex=True, sharey=True, height=3, aspect=1, palette=None, row_order=None, col_order=None, hue_order=None,
              despine=True, xlim=None, ylim=None, **options):
    if not running():
        return unknown("a figure of several axes")
    _rest("FacetGrid", options)
    made = _Facets(data, row, col, hue, col_wrap, height, aspect, (sharex, sharey), (row_order, col_order, hue_order), palette, despine)
    limits = {name: value for name, value in (("xlim", xlim), ("ylim", ylim)) if value is not None}
    return made.set(**limits) if limits else made

def pairplot(data, *, hue=None, hue_order=None, vars=None, kind="scatter", diag_kind="auto", palette=None, height=2.5, aspect=1, corner=False, plot_kws=None, diag_kws=None, **options):
    if not running():
        return unknown("pairs of columns")
    _rest("pairplot", options)
    if kind not in ("scatter", "reg") or diag_kind not in ("auto", "hist", "kde", None):
        raise NotImplementedError("seaborn.pairplot(%s=%r) is not supported by Kerascope yet" % (("kind", kind) if kind not in ("scatter", "reg") else ("diag_kind", diag_kind)))
    if kind == "reg" and hue is not None:
        raise NotImplementedError("seaborn.pairplot(kind='reg') with hue is not supported by Kerascope yet")
    names = list(vars) if vars is not None else [name for name in data.columns if name != hue and np.asarray(data[name]).dtype.kind in "iuf"]
    figure, axes = plt.subplots(len(names), len(names), figsize=(height * aspect * len(names), height * len(names)), squeeze=False)
    handles = {}
    for row, below in enumerate(names):
        for column, across in enumerate(names):
            part = axes[row, column]
            if corner and column > row:
                part.set_visible(False)
            elif row == column and diag_kind is not None:
                if diag_kind == "hist" or hue is None and diag_kind == "auto":
                    histplot(data, x=across, hue=hue, hue_order=hue_order, ax=part, palette=palette, legend=False, **(diag_kws or {}))
                else:
                    kdeplot(data, x=across, hue=hue, hue_order=hue_order, ax=part, palette=palette, legend=False, **dict({"fill": True}, **(diag_kws or {})))
            elif kind == "reg":
                regplot(data, x=across, y=below, ax=part, **(plot_kws or {}))
            else:
                scatterplot(data, x=across, y=below, hue=hue, hue_order=hue_order, ax=part, palette=palette, **(plot_kws or {}))
                part.legend_ = None
                handles.update({label: handle for handle, label in zip(*part.get_legend_handles_labels())})
            part.set_xlabel(str(across) if row == len(names) - 1 else "")
            part.set_ylabel(str(below) if column == 0 else "")
    if hue is not None and handles:
        figure.legend(list(handles.values()), list(handles), title=_name(hue), loc="center right")
    return _Grid(figure, axes)

def _figure_of(method, choices, data, kind, x, y, facets, options):
    if not running():
        return unknown("a figure of several axes")
    if kind not in choices:
        raise NotImplementedError("seaborn.%s with kind=%r is not supported by Kerascope yet" % (method, kind))
    for name, usual in (("margin_titles", False), ("rug", False), ("rug_kws", None), ("legend_out", True)):
        value = options.pop(name, usual)
        if value not in (None, usual):
            raise NotImplementedError("seaborn.%s(%s=...) is not supported by Kerascope yet" % (method, name))
    row, col, wrap, height, aspect, row_order, col_order, sharex, sharey = facets
    given = dict(options.pop("facet_kws", None) or {})
    sharex, sharey, limits = given.pop("sharex", sharex), given.pop("sharey", sharey), {name: given.pop(name) for name in ("xlim", "ylim") if name in given}
    despined = given.pop("despine", True)
    for name in given:
        raise NotImplementedError("seaborn.%s(facet_kws={%r: ...}) is not supported by Kerascope yet" % (method, name))
    for name, value in (("row", row), ("col", col)):
        if value is not None and not isinstance(value, str):
            raise NotImplementedError("seaborn.%s(%s=...) of values is not supported by Kerascope yet; name a column of data" % (method, name))
    made = _Facets(data, row, col, None, wrap, height, aspect, (sharex, sharey), (row_order, col_order, None), None, despined)
    made.set(**limits)
    # Each part draws the groups of the whole table, so that a colour and a place mean the same everywhere.
    hue = options.get("hue")
    if isinstance(hue, str) and options.get("hue_order") is None and (np.asarray(data[hue]).dtype.kind not in "f"):
        options["hue_order"] = _kinds(data[hue])
    if method == "catplot" and options.get("order") is None and isinstance(x, str) and isinstance(y, str):
        options["order"] = _Categories(data, x, y, None, None, None, options.get("orient")).names
    elif method == "catplot" and options.get("order") is None and kind == "count" and (isinstance(x, str) or isinstance(y, str)):
        options["order"] = _kinds(data[x if y is None else y])
    elif method == "displot" and kind == "hist" and isinstance(x, str) and np.asarray(data[x]).dtype.kind in "iuf" and (row is not None or col is not None):
        whole = np.asarray(data[x]).astype(np.float64)
        width = options.pop("binwidth", None)
        bins = options.pop("bins", "auto")
        span = options.pop("binrange", None)
        whole = whole[np.isfinite(whole)]
        low, high = span if span is not None else (whole.min(), whole.max())
        options["bins"] = np.arange(low, high + width, width) if width is not None else _named_edges(whole, bins, span) if isinstance(bins, str) else np.histogram_bin_edges(whole, bins=bins, range=span)
    for axes, part in made._parts():
        if len(part):
            choices[kind](part, x=x, y=y, ax=axes, **options)
        old = axes.legend_
        if old is not None and len(made._cells) > 1:
            axes.legend_ = None if axes is not made._shown[-1] else old
    if isinstance(x, str) or isinstance(y, str):
        for each in made._shown:
            if each not in made._outer("set_xlabel"):
                each.set_xlabel("")
            if each not in made._outer("set_ylabel"):
                each.set_ylabel("")
    return made

def displot(data=None, *, x=None, y=None, kind="hist", row=None, col=None, col_wrap=None, row_order=None, col_order=None, height=5, aspect=1, **options):
    return _figure_of("displot", {"hist": histplot, "kde": kdeplot}, data, kind, x, y, (row, col, col_wrap, height, aspect, row_order, col_order, True, True), options)

def relplot(data=None, *, x=None, y=None, kind="scatter", row=None, col=None, col_wrap=None, row_order=None, col_order=None, height=5, aspect=1, **options):
    return _figure_of("relplot", {"scatter": scatterplot, "line": lineplot}, data, kind, x, y, (row, col, col_wrap, height, aspect, row_order, col_order, True, True), options)

def catplot(data=None, *, x=None, y=None, kind="strip", row=None, col=None, col_wrap=None, row_order=None, col_order=None, height=5, aspect=1, sharex=True, sharey=True, **options):
    choices = {"strip": stripplot, "swarm": swarmplot, "box": boxplot, "boxen": boxenplot, "violin": violinplot, "bar": barplot, "count": countplot, "point": pointplot}
    return _figure_of("catplot", choices, data, kind, x, y, (row, col, col_wrap, height, aspect, row_order, col_order, sharex, sharey), options)

def lmplot(data=None, *, x=None, y=None, hue=None, hue_order=None, palette=None, row=None, col=None, col_wrap=None, row_order=None, col_order=None, height=5, aspect=1, legend=True, sharex=True,
           sharey=True, **options):
    if not running():
        return unknown("a figure of several axes")
    given = {name: options.pop(name) for name in ("order", "scatter", "fit_reg", "ci", "scatter_kws", "line_kws") if name in options}
    _rest("lmplot", options)
    made = _Facets(data, row, col, hue, col_wrap, height, aspect, (sharex, sharey), (row_order, col_order, hue_order), palette)
    made.map_dataframe(regplot, x, y, **given)
    return made.add_legend() if hue is not None and legend else made
`;
