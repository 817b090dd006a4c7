/** The Python text of seaborn's two variables with each by itself at the edges; part of the module `seaborn`. */
export const seabornJoint = `
class JointGrid:
    """Axes for two variables, and narrow ones above and at the right for each of them."""

    def __init__(self, data=None, *, x=None, y=None, hue=None, height=6, ratio=5, space=.2, palette=None, hue_order=None, dropna=False, xlim=None, ylim=None, marginal_ticks=False):
        if not running():
            return
        self.data, self.x, self.y, self.hue, self.palette, self.hue_order = data, x, y, hue, palette, hue_order
        if dropna and hasattr(data, "dropna"):
            self.data = data.dropna(subset=[name for name in (x, y, hue) if isinstance(name, str)])
        self.figure = self.fig = plt.figure(figsize=(height, height))
        grid = plt.GridSpec(ratio + 1, ratio + 1)
        self.ax_joint = self.figure.add_subplot(grid[1:, :-1])
        self.ax_marg_x = self.figure.add_subplot(grid[0, :-1], sharex=self.ax_joint)
        self.ax_marg_y = self.figure.add_subplot(grid[1:, -1], sharey=self.ax_joint)
        for axis in (self.ax_marg_x.xaxis, self.ax_marg_y.yaxis):
            for look in axis._looks.values():
                look.update(labelbottom=False, labelleft=False)
        if not marginal_ticks:
            self.ax_marg_x.set_yticks([])
            self.ax_marg_y.set_xticks([])
        for each, limits, method in ((x, xlim, "set_xlim"), (y, ylim, "set_ylim")):
            if limits is not None:
                getattr(self.ax_joint, method)(limits)
        despine(fig=self.figure)
        despine(ax=self.ax_marg_x, left=not marginal_ticks)
        despine(ax=self.ax_marg_y, bottom=not marginal_ticks)
        self._spaced, self._ticked = space, bool(marginal_ticks)

    def _room(self):
        self.figure.tight_layout()
        self.figure.subplots_adjust(hspace=self._spaced, wspace=self._spaced)

    def _shades(self):
        return {} if self.hue is None else {"hue": self.hue, "palette": self.palette, "hue_order": self.hue_order}

    def plot_joint(self, func, **options):
        plt.sca(self.ax_joint)
        if func in _BY_COLUMN:
            func(data=self.data, x=self.x, y=self.y, ax=self.ax_joint, **dict(self._shades(), **options))
        else:
            func(_column(self.data, self.x), _column(self.data, self.y), **options)
        _titled(self.ax_joint, self.x, self.y)
        self._room()
        return self

    def plot_marginals(self, func, **options):
        for axes, across, value in ((self.ax_marg_x, True, self.x), (self.ax_marg_y, False, self.y)):
            plt.sca(axes)
            if func in _BY_COLUMN:
                given = dict({} if self.hue is None else dict(self._shades(), legend=False), **options)
                func(data=self.data, **{"x" if across else "y": value}, ax=axes, **given)
            else:
                func(_column(self.data, value), **dict(options, **({} if across else {"orientation": "horizontal"} if func is plt.hist else {"vertical": True})))
            axes.set_xlabel("")
            axes.set_ylabel("")
        self.ax_marg_x.yaxis.set_visible(self._ticked)
        self.ax_marg_y.xaxis.set_visible(self._ticked)
        self._room()
        return self

    def plot(self, joint_func, marginal_func, **options): return self.plot_joint(joint_func, **options).plot_marginals(marginal_func, **options)

    def refline(self, *, x=None, y=None, joint=True, marginal=True, color=".5", linestyle="--", **options):
        look = dict(options, color=color, linestyle=linestyle)
        for value, method, edge in ((x, "axvline", self.ax_marg_x), (y, "axhline", self.ax_marg_y)):
            for shown, axes in ((joint, self.ax_joint), (marginal, edge)):
                if value is not None and shown:
                    getattr(axes, method)(value, **look)
        return self

    def set_axis_labels(self, xlabel="", ylabel="", **options):
        self.ax_joint.set_xlabel(xlabel, **options)
        self.ax_joint.set_ylabel(ylabel, **options)
        return self

    def savefig(self, *args, **options): self.figure.savefig(*args, **options)

def _bins_of(values):
    """How many bins Freedman and Diaconis would take."""
    wide = 2 * float(np.subtract(*np.percentile(values, [75, 25]))) / len(values) ** (1 / 3)
    return int(len(values) ** 0.5) if wide == 0 else int(np.ceil((values.max() - values.min()) / wide))

def jointplot(data=None, *, x=None, y=None, hue=None, kind="scatter", height=6, ratio=5, space=.2, dropna=False, xlim=None, ylim=None, color=None, palette=None, hue_order=None,
              marginal_ticks=False, joint_kws=None, marginal_kws=None, **options):
    if not running():
        return unknown("a figure of several axes")
    if kind not in ("scatter", "hist", "hex", "kde", "reg", "resid"):
        raise ValueError("The value for \`kind\` must be one of ['scatter', 'hist', 'hex', 'kde', 'reg', 'resid'], but %r was passed." % (kind,))
    if kind in ("hist", "kde"):
        raise NotImplementedError("seaborn.jointplot(kind=%r) is not supported by Kerascope yet" % kind)
    if hue is not None and kind in ("hex", "reg", "resid"):
        raise ValueError("Use of \`hue\` with \`kind='%s'\` is not currently supported." % kind)
    color = "C0" if color is None else color
    joint, edge = dict(options, **(joint_kws or {})), dict(marginal_kws or {})
    grid = JointGrid(data, x=x, y=y, hue=hue, height=height, ratio=ratio, space=space, palette=palette, hue_order=hue_order, dropna=dropna, xlim=xlim, ylim=ylim, marginal_ticks=marginal_ticks)
    if kind == "scatter":
        grid.plot_joint(scatterplot, **dict({} if hue is not None else {"color": color}, **joint))
        return grid.plot_marginals(histplot, **dict({"color": color}, **edge)) if hue is None else grid.plot_marginals(kdeplot, **dict({"fill": True}, **edge))
    if kind == "hex":
        across, up = [np.asarray(_column(data, each), dtype=np.float64) for each in (x, y)]
        red, green, blue = to_rgb(color)
        high, low = max(red, green, blue), min(red, green, blue)
        much, middle = (high - low) / (1 - abs(high + low - 1) or 1.0), (high + low) / 2
        # The colour from white to black, at its own hue and saturation.
        shades = []
        for light in np.linspace(1, 0, 12):
            reach = much * (1 - abs(2 * float(light) - 1))
            shades.append(tuple([min(1.0, max(0.0, float(light) + ((part - middle) / ((high - low) or 1.0)) * reach)) for part in (red, green, blue)]))
        size = int(np.mean([min(_bins_of(across), 50), min(_bins_of(up), 50)]))
        grid.plot_joint(plt.hexbin, **dict({"gridsize": size, "cmap": blend_palette(shades, as_cmap=True)}, **joint))
        return grid.plot_marginals(histplot, **dict({"color": color, "kde": False}, **edge))
    if kind == "reg":
        grid.plot_marginals(histplot, **dict({"color": color, "kde": True}, **edge))
        return grid.plot_joint(regplot, **dict({"color": color}, **joint))
    grid.plot_joint(residplot, **dict({"color": color}, **joint))
    around = grid.ax_joint.collections[0].get_offsets()
    histplot(x=np.asarray(around)[:, 0], ax=grid.ax_marg_x, color=color, **edge)
    histplot(y=np.asarray(around)[:, 1], ax=grid.ax_marg_y, color=color, **edge)
    return grid
`;
