/** The Python text of seaborn's bars, boxes and points for each group; part of the module `seaborn`. */
export const seabornCategories = `
class _Categories:
    """Values by category and hue: where each part stands and which colour it has."""

    def __init__(self, data, x, y, hue, order, hue_order, orient, counted=False):
        self.x, self.y, self.hue, self.hues = x, y, hue, None
        self.wide = x is None and y is None
        of = lambda value: data[value] if data is not None and isinstance(value, str) else value
        if self.wide:
            self.lying = orient in ("h", "y")
            self._spread(data, order)
            return
        across, up = of(x), of(y)
        if across is None or up is None:
            self.lying = up is not None if counted else across is not None
            groups, values = (across if up is None else up), (across if up is None else up)
            self.names = _kinds(groups, order) if counted else [""]
            self._kinds = np.asarray(groups) if counted else np.full(len(values), "")
        else:
            figures = [np.asarray(each).dtype.kind for each in (across, up)]
            self.lying = orient in ("h", "y") or orient is None and figures[0] in "iuf" and (figures[1] not in "iufb" or figures[0] == "f" and figures[1] != "f")
            groups, values = (up, across) if self.lying else (across, up)
            self.names, self._kinds = _kinds(groups, order), np.asarray(groups)
        self.values = np.asarray(values) if counted else np.asarray(values, dtype=np.float64)
        if hue is not None:
            column = of(hue)
            self._levels = np.asarray(column)
            self.hues = _kinds(column, hue_order)
        self.same = hue is not None and len(self._levels) == len(self._kinds) and bool(np.all(self._levels == self._kinds))

    def _spread(self, data, order):
        if hasattr(data, "columns"):
            names = list(order) if order is not None else [name for name in data.columns if np.asarray(data[name]).dtype.kind in "iufb"]
            parts = [np.asarray(data[name]) for name in names]
        elif isinstance(data, dict):
            names = list(data) if order is None else list(order)
            parts = [np.asarray(data[name]) for name in names]
        elif np.asarray(data[0]).ndim == 0:
            names, parts = [""], [np.asarray(data)]
        else:
            parts = list(np.asarray(data).T) if isinstance(data, np.ndarray) else [np.asarray(part) for part in data]
            names = list(range(len(parts)))
        self.names, self.same = names, False
        self.values = np.concatenate([part.astype(np.float64) for part in parts])
        self._kinds = np.repeat(np.arange(len(parts)), [len(part) for part in parts])

    def chosen(self, place, level=None):
        """Which rows belong to a category, and to a hue."""
        found = self._kinds == (place if self.wide else self.names[place])
        return found if level is None else found & (self._levels == self.hues[level])

    def part(self, place, level=None):
        found = self.values[self.chosen(place, level)]
        return found[~np.isnan(found)]

    @property
    def split(self):
        return self.hues is not None and not self.same

    def inks(self, palette, color, saturation=1):
        """A colour for each category, or for each hue where there are several in a category."""
        if self.hues is not None:
            found = _inks(palette, self.hues)
            if not self.split:
                found = [found[self.hues.index(name)] if name in self.hues else found[0] for name in self.names]
        elif color is not None:
            found = [color] * len(self.names)
        elif palette is not None or self.wide and len(self.names) > 1:
            found = _inks(palette, self.names)
        else:
            found = [rcParams["axes.prop_cycle"].by_key()["color"][0]] * len(self.names)
        return [_desaturated(each, saturation) for each in found]

    def places(self, width, dodge=True):
        """Each part that is drawn: its category, its hue, where it stands, how wide it is, and the place of its colour."""
        if not self.split:
            return [(place, None, float(place), width, place) for place in range(len(self.names))]
        count = len(self.hues)
        wide = width / count if dodge else width
        return [(place, level, place + ((level - (count - 1) / 2) * wide if dodge else 0.0), wide, level) for level in range(count) for place in range(len(self.names))]

    def finish(self, axes, x=None, y=None):
        axis = axes.yaxis if self.lying else axes.xaxis
        axis.set_ticks(range(len(self.names)), [str(name) for name in self.names])
        axis.grid(False)
        if self.lying:
            axes.set_ylim(len(self.names) - 0.5, -0.5)
        else:
            axes.set_xlim(-0.5, len(self.names) - 0.5)
        return _titled(axes, self.x if x is None else x, self.y if y is None else y)

    def legend(self, axes, inks, legend, dots=False):
        """The names of the hues, on things of no size that \`plt.legend\` finds too."""
        if legend and self.split:
            from matplotlib.axes import Line2D, Rectangle
            for name, ink in zip(self.hues, inks):
                if dots:
                    axes.lines.append(Line2D([], [], linestyle="none", marker="o", color=css(ink), label=str(name)))
                else:
                    axes.patches.append(Rectangle((0, 0), 0, 0, facecolor=css(ink), label=str(name)))
            axes.legend(title=_name(self.hue))

def _desaturated(color, share):
    red, green, blue = to_rgb(color)
    if share == 1:
        return (red, green, blue)
    high, low = max(red, green, blue), min(red, green, blue)
    middle = (high + low) / 2
    return tuple([middle + (part - middle) * share for part in (red, green, blue)])

def _line_gray(inks):
    """The gray of lines around areas of these colours."""
    return css(tuple([min([(max(ink) + min(ink)) / 2 for ink in inks]) * 0.6] * 3))

def _bars(axes, found, inks, width, measure, legend, look, error_look):
    edge = {"edgecolor": "white"} if not ("edgecolor" in look or "ec" in look) else {}
    rows = [(at, wide, ink, level if found.split else place if found.same else None) + measure(found.chosen(place, level)) for place, level, at, wide, ink in found.places(width)]
    # One container of bars for each hue, as \`bar_label\` is given them.
    for group in dict.fromkeys([row[3] for row in rows]):
        members = [row for row in rows if row[3] == group and row[4] is not None]
        if not members:
            continue
        drawn = dict(edge, color=[css(inks[row[2]]) for row in members], **look)
        errors = [row[5] for row in members]
        if any([error is not None for error in errors]):
            drawn.update({"xerr" if found.lying else "yerr": [float("nan") if error is None else error for error in errors], "error_kw": error_look})
        (axes.barh if found.lying else axes.bar)([row[0] for row in members], [row[4] for row in members], members[0][1], **drawn)
    found.legend(axes, inks, legend)

def countplot(data=None, *, x=None, y=None, hue=None, order=None, hue_order=None, orient=None, palette=None, color=None, saturation=.75, stat="count", width=.8, legend="auto", ax=None,
              **options):
    axes = _axes(ax)
    if x is None and y is None:
        x = data if not hasattr(data, "columns") else None
        data = None if x is not None else data
    if x is not None and y is not None:
        raise TypeError("Cannot pass values for both \`x\` and \`y\`.")
    if not running():
        return axes
    look = _rest("countplot", options)
    if stat not in ("count", "percent", "proportion", "probability"):
        raise ValueError("The value for \`stat\` must be one of ['count', 'percent', 'probability', 'proportion'], but %r was passed." % (stat,))
    found = _Categories(data, x, y, hue, order, hue_order, orient, True)
    total = 1 if stat == "count" else len(found.values) / (100.0 if stat == "percent" else 1.0)
    _bars(axes, found, found.inks(palette, color, saturation), width, lambda chosen: (float(np.sum(chosen)) / total, None), legend, look, None)
    return found.finish(axes, stat if found.lying else x, y if found.lying else stat)

def barplot(data=None, *, x=None, y=None, hue=None, order=None, hue_order=None, estimator="mean", errorbar=("ci", 95), ci="", palette=None, color=None, saturation=.75, orient=None,
            width=.8, legend="auto", capsize=0, err_kws=None, errcolor=None, errwidth=None, ax=None, **options):
    axes = _axes(ax)
    if not running():
        return axes
    look = _rest("barplot", options)
    found = _Categories(data, x, y, hue, order, hue_order, orient)
    single, errorbar = _estimator(estimator), _interval(errorbar, ci)
    def measure(chosen):
        part = found.values[chosen]
        part = part[~np.isnan(part)]
        return (None, None) if not len(part) else (float(single(part)), _half_width(part, errorbar) if errorbar and len(part) > 1 else None)
    error_look = {"ecolor": errcolor or ".26", "elinewidth": errwidth or rcParams["lines.linewidth"] * 1.5, "capsize": capsize * 20}
    error_look.update({{"color": "ecolor", "linewidth": "elinewidth", "lw": "elinewidth"}.get(name, name): value for name, value in (err_kws or {}).items()})
    _bars(axes, found, found.inks(palette, color, saturation), width, measure, legend, look, error_look)
    return found.finish(axes)

def _estimator(estimator):
    if callable(estimator):
        return estimator
    named = {"mean": np.mean, "median": np.median, "sum": np.sum, "max": np.max, "min": np.min, "count": len, "std": np.std, "var": np.var}
    if estimator not in named:
        raise NotImplementedError("estimator=%r is not supported by Kerascope yet" % (estimator,))
    return named[estimator]

def _interval(errorbar, ci):
    """The interval that is asked for, also by the older option."""
    return errorbar if ci == "" or ci == "deprecated" else None if ci is None or ci is False else "sd" if ci == "sd" else ("ci", ci)

def pointplot(data=None, *, x=None, y=None, hue=None, order=None, hue_order=None, estimator="mean", errorbar=("ci", 95), ci="", palette=None, color=None, orient=None, capsize=0,
              err_kws=None, legend="auto", ax=None, **options):
    axes = _axes(ax)
    if not running():
        return axes
    look = dict({"linewidth": rcParams["lines.linewidth"] * 1.8, "marker": "o"}, **_rest("pointplot", options))
    found = _Categories(data, x, y, hue, order, hue_order, orient)
    single, errorbar = _estimator(estimator), _interval(errorbar, ci)
    inks = found.inks(palette, color)
    for level in range(len(found.hues)) if found.split else [None]:
        rows = [(at, found.part(place, level)) for place, other, at, wide, ink in found.places(0.8, False) if other == level]
        rows = [(at, float(single(part)), _half_width(part, errorbar) if errorbar else 0.0) for at, part in rows if len(part)]
        places, middles, errors = [[row[part] for row in rows] for part in range(3)]
        ink = css(inks[0 if level is None else level])
        axes.errorbar(*((middles, places) if found.lying else (places, middles)), **{"xerr" if found.lying else "yerr": errors if errorbar else None}, color=ink, capsize=capsize * 20,
                      label=None if level is None else str(found.hues[level]), **dict(look, **(err_kws or {})))
    if legend and found.split:
        axes.legend(title=_name(hue))
    return found.finish(axes)
`;
