/** The Python text of seaborn's points and lines of two variables; part of the module `seaborn`. */
export const seabornRelations = `
_MARKS = ["o", "X", "s", "P", "D", "^", "v", "p", "*", "h"]
_DASHES = ["-", (0, (4, 1.5)), (0, (1, 1)), (0, (3, 1.25, 1.5, 1.25)), (0, (5, 1, 1, 1)), (0, (5, 1, 2, 1, 2, 1)), (0, (5, 2, 2, 1, 2, 1))]
_LINE_MARKS = ("x", "+", "|", "_", "1", "2", "3", "4")

def _styles_of(given, names, those):
    """What is drawn for each name of a style."""
    if isinstance(given, dict):
        return [given[name] for name in names]
    if isinstance(given, (list, tuple)):
        return list(given)
    if len(names) > len(those):
        raise NotImplementedError("seaborn's styles of more than %d groups are not supported by Kerascope yet" % len(those))
    return those[:len(names)]

def _by_style(data, style, count, order):
    """The names of a style, and which rows have them."""
    if style is None:
        return [None], [np.ones(count, dtype=bool)]
    column = data[style] if data is not None and isinstance(style, str) else style
    names, values = _kinds(column, order), np.asarray(column)
    return names, [values == name for name in names]

def _named_once(hue, style, levels, palette):
    """Whether each thing that is drawn has a name of its own in the legend."""
    several = hue is not None and style is not None and _name(hue) != _name(style)
    return not several and not (hue is not None and len(levels) > 6 and _measured(palette, levels))

def _told(axes, hue, names, inks, style, styles, look):
    """The legend of colours and styles: one list where both are the same column, else one under the other."""
    from matplotlib.axes import Line2D
    made = lambda label, **how: Line2D([0], [0], label=str(label), **how)
    plain = {"linestyle": "none", "marker": ""}
    rows, several = [], hue is not None and style is not None and _name(hue) != _name(style)
    if hue is not None:
        rows += [made(_name(hue), **plain)] if several else []
        rows += [made(name, color=css(ink), **look(styles[place] if style is not None and not several else None)) for place, (name, ink) in enumerate(zip(names, inks))]
    if style is not None and (several or hue is None):
        rows += [made(_name(style), **plain)] if several else []
        rows += [made(name, color=".2", **look(kind)) for name, kind in styles]
    axes.legend(handles=rows, **({} if several else {"title": _name(style if hue is None else hue)}))

def scatterplot(data=None, *, x=None, y=None, hue=None, style=None, size=None, sizes=None, markers=True, style_order=None, palette=None, hue_order=None, legend="auto", ax=None, color=None,
                alpha=None, s=None, marker=None, label=None, **options):
    axes = _axes(ax)
    if not running():
        return axes
    look = _rest("scatterplot", options)
    if size is not None or sizes is not None:
        raise NotImplementedError("seaborn.scatterplot(%s=...) is not supported by Kerascope yet" % ("size" if size is not None else "sizes"))
    if x is None and y is None:
        raise NotImplementedError("seaborn.scatterplot of a whole table is not supported by Kerascope yet; name x and y")
    across, up = _column(data, x), _column(data, y)
    levels = [None] if hue is None else _kinds(data[hue] if data is not None and isinstance(hue, str) else hue, hue_order)
    column = None if hue is None else _column(data, hue)
    inks = [color] if hue is None else _inks(palette, levels)
    names, masks = _by_style(data, style, len(across), style_order)
    marks = [marker or "o"] if style is None or markers is False or markers is None else _styles_of(markers, names, _MARKS)
    marks = marks if len(marks) == len(names) else marks * len(names)
    # A thin white edge keeps points apart that lie over each other.
    edged = not any([name in look for name in ("edgecolor", "edgecolors", "ec", "facecolor", "facecolors")])
    width = not any([name in look for name in ("linewidth", "linewidths", "lw")])
    shared = {"s": 36 if s is None else s, "alpha": alpha}
    once = legend and (hue is not None or style is not None) and _named_once(hue, style, levels, palette)
    many = hue is not None and len(levels) > 6 and _measured(palette, levels)
    for name, mask, mark in zip(names, masks, marks):
        given = dict(look, **shared, marker=mark)
        if mark not in _LINE_MARKS:
            given.update(dict({"edgecolor": "white"} if edged else {}, **({"linewidth": 0.48} if width else {})))
        if many:
            tints = np.array([tuple(ink)[:3] for ink in inks])
            chosen = mask & np.isin(column, levels)
            axes.scatter(across[chosen], up[chosen], c=tints[np.searchsorted(np.array(sorted(levels)), column[chosen])] if levels == sorted(levels) else tints[[levels.index(each) for each in column[chosen].tolist()]], **given)
            continue
        for level, ink in zip(levels, inks):
            chosen = mask if hue is None else mask & (column == level)
            if hue is None or np.any(chosen):
                words = label if hue is None and style is None else None if not once else str(name if hue is None else level)
                axes.scatter(across[chosen], up[chosen], color=None if ink is None else css(ink), label=words, **given)
    if once:
        axes.legend(title=_name(style if hue is None else hue))
    elif legend and (hue is not None or style is not None):
        levels, inks = _brief(levels, inks, palette) if hue is not None else (levels, inks)
        _told(axes, hue, levels, inks, style, list(zip(names, marks)), lambda kind: {"linestyle": "none", "marker": kind[1] if isinstance(kind, tuple) else kind or marker or "o"})
    return _titled(axes, x, y)

def lineplot(data=None, *, x=None, y=None, hue=None, palette=None, hue_order=None, errorbar=("ci", 95), ci="", estimator="mean", legend="auto", ax=None, color=None,
             label=None, marker=None, markers=None, dashes=True, style=None, style_order=None, linestyle=None, **options):
    axes = _axes(ax)
    if not running():
        return axes
    look = _rest("lineplot", options)
    errorbar = _interval(errorbar, ci)
    single = None if estimator is None else _estimator(estimator)
    linestyle = look.pop("ls", None) if linestyle is None else linestyle
    if (marker is not None or markers) and not any([name in look for name in ("markeredgecolor", "mec")]):
        look = dict({"markeredgecolor": "white", "markeredgewidth": 0.75}, **look)
    wide = x is None and y is None and hasattr(data, "columns")
    if wide:
        levels = names = list(data.columns)
        parts = [(np.asarray(data.index), np.asarray(data[name]), place, place) for place, name in enumerate(levels)]
    elif x is None and y is None:
        values = np.asarray(data)
        if values.ndim != 1:
            raise NotImplementedError("seaborn.lineplot of an array of several columns is not supported by Kerascope yet; use a DataFrame")
        levels = names = [None]
        parts = [(np.arange(len(values)) if not hasattr(data, "index") or callable(data.index) else np.asarray(data.index), values, 0, 0)]
    else:
        across, up = _column(data, x), _column(data, y)
        across, up = (np.arange(len(up)), up) if across is None else (np.arange(len(across)), across) if up is None else (across, up)
        levels = [None] if hue is None else _kinds(data[hue] if data is not None and isinstance(hue, str) else hue, hue_order)
        column = None if hue is None else _column(data, hue)
        names, masks = _by_style(data, style, len(across), style_order)
        chosen = [(level, kind, masks[kind] if hue is None else masks[kind] & (column == levels[level])) for level in range(len(levels)) for kind in range(len(names))]
        parts = [(across[rows], up[rows], level, kind) for level, kind, rows in chosen if np.any(rows)]
    styled = wide or style is not None
    inks = list(color_palette(palette, len(levels))) if wide else [color] if hue is None else _inks(palette, levels)
    strokes = [linestyle] * len(names) if not styled or not dashes or linestyle is not None else _styles_of(dashes, names, _DASHES)
    strokes = [(0, each) if isinstance(each, tuple) and len(each) and not isinstance(each[-1], tuple) else "-" if isinstance(each, (str, tuple)) and not len(each) else each for each in strokes]
    marks = [marker] * len(names) if not styled or not markers else _styles_of(markers, names, _MARKS)
    how = lambda kind: dict({} if strokes[kind] is None else {"linestyle": strokes[kind]}, **({} if marks[kind] is None else {"marker": marks[kind]}))
    once = legend and (styled or hue is not None) and (wide or _named_once(hue, style, levels, palette))
    for across, up, level, kind in parts:
        given = dict(look, color=None if inks[level] is None else css(inks[level]), **how(kind))
        given["label"] = label if levels == [None] and not styled else None if not once else str(names[kind] if levels == [None] else levels[level])
        places, members = np.unique(across, return_inverse=True)
        if single is None or len(places) == len(across):
            order = np.argsort(across, kind="stable") if across.dtype.kind in "iufM" else np.arange(len(across))
            axes.plot(across[order], up[order], **given)
            continue
        groups = [up[members.ravel() == place].astype(np.float64) for place in range(len(places))]
        middle = np.array([float(single(group)) for group in groups])
        line = axes.plot(places, middle, **given)[0]
        if errorbar is not None and errorbar is not False:
            spread = np.array([_half_width(group, errorbar) for group in groups])
            axes.fill_between(places, middle - spread, middle + spread, color=line.get_color(), alpha=0.2, linewidth=0)
    if once:
        axes.legend(**({} if wide else {"title": _name(style if hue is None else hue)}))
    elif legend and (hue is not None or style is not None):
        shown, tints = (levels, inks) if hue is None else _brief(levels, inks, palette)
        named = lambda kind: how(kind[1] if isinstance(kind, tuple) else 0) if kind is not None else {} if linestyle is None else {"linestyle": linestyle}
        _told(axes, hue, shown, tints, style, list(zip(names, range(len(names)))), named)
    elif legend and label is not None:
        axes.legend()
    return _titled(axes, x, y)
`;
