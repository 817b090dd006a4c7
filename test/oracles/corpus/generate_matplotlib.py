"""Programs that read settings of matplotlib's axes back: limits, ticks, their names, places and what calls return."""

HEAD = """import matplotlib
matplotlib.use("Agg")
import numpy as np
import matplotlib.pyplot as plt

def number(value):
    return "%.8g" % (0.0 if abs(value) < 1e-12 else value)

def tell(ax):
    for name in "xy":
        low, high = getattr(ax, "get_%slim" % name)()
        ticks = getattr(ax, "get_%sticks" % name)()
        labels = [label.get_text() for label in getattr(ax, "get_%sticklabels" % name)()]
        minor = getattr(ax, "get_%sticks" % name)(minor=True)
        axis = getattr(ax, name + "axis")
        print(name, number(low), number(high), axis.get_scale(), [number(tick) for tick in ticks], labels)
        print("minor", len(minor), [number(tick) for tick in minor[:6]], [label.get_text() for label in getattr(ax, "get_%sticklabels" % name)(minor=True)][:8])
        print("offset", repr(axis.get_major_formatter().get_offset()))

def box(ax):
    return [number(part) for part in ax.get_position().bounds]

"""

PLOTS = {
    "line": "ax.plot([1, 4, 2, 8])",
    "large": "ax.plot([0, 1e7, 2.5e7])",
    "tiny": "ax.plot([0, 1e-7, 2.5e-6])",
    "offset": "ax.plot([100000.1, 100000.2, 100000.35])",
    "negative": "ax.plot([-5, -3, -11], [-0.001, 0.0, 0.0007])",
    "constant": "ax.plot([3, 3, 3])",
    "zero": "ax.plot([0, 0])",
    "empty": "pass",
    "one": "ax.plot([5], [7], 'o')",
    "missing": "ax.plot([1, np.nan, 3], [np.inf, 2, 4])",
    "scatter": "ax.scatter([1, 2, 3], [10, 20, 15], s=80, c=[1, 2, 3])",
    "bars": "ax.bar([1, 2, 3], [3, 7, 5])",
    "bars below": "ax.bar(['a', 'b', 'c'], [3, -7, 5], width=0.5)",
    "bars stacked": "ax.bar(range(3), [1, 2, 3]); ax.bar(range(3), [3, 2, 1], bottom=[1, 2, 3])",
    "bars lying": "ax.barh(['one', 'two'], [12.5, 30])",
    "bars with errors": "ax.bar([0, 1], [3, 4], yerr=[0.5, 1], capsize=3)",
    "histogram": "ax.hist([1, 1, 2, 3, 5, 8, 13], bins=4)",
    "histogram of density": "ax.hist(np.linspace(0, 1, 50) ** 2, bins=12, density=True, cumulative=True)",
    "histogram in steps": "ax.hist([1, 1, 2, 3, 5, 8, 13], bins=4, histtype='step')",
    "histogram filled": "ax.hist([1, 1, 2, 3, 5, 8, 13], bins=4, histtype='stepfilled', bottom=2)",
    "histogram lying": "ax.hist([1, 1, 2, 3], bins=3, orientation='horizontal', rwidth=0.8)",
    "histograms": "ax.hist([[1, 2, 2, 4], [2, 3, 5]], bins=4, label=['a', 'b'])",
    "histograms stacked": "ax.hist([[1, 2, 2, 4], [2, 3, 5]], bins=4, stacked=True)",
    "logarithmic histogram": "ax.hist([1, 1, 1, 2, 50], bins=5, log=True)",
    "image": "ax.imshow(np.arange(12).reshape(3, 4))",
    "image from below": "ax.imshow(np.arange(12).reshape(3, 4), origin='lower', aspect='auto')",
    "image in a place": "ax.imshow(np.eye(3), extent=(0, 10, -5, 5))",
    "mesh": "ax.pcolormesh(np.arange(6).reshape(2, 3))",
    "mesh with places": "ax.pcolormesh([0, 1, 3], [0, 2, 4, 5], np.ones((3, 2)))",
    "mesh of middles": "ax.pcolormesh([0, 1, 2], [0, 2, 4], np.ones((3, 3)), shading='nearest')",
    "contours": "print([number(each) for each in ax.contour(np.add.outer(np.arange(5.0), np.arange(6.0) ** 2)).levels])",
    "filled contours": "print([number(each) for each in ax.contourf([0, 1, 2], [0, 3], [[0.0, 0.5, 1.2], [0.3, 0.9, 2.0]], 5).levels])",
    "contours extended": "print([number(each) for each in ax.contourf(np.add.outer(np.arange(5.0), np.arange(6.0)), levels=[2, 4, 6], extend='both').levels])",
    "triangles": "print([number(each) for each in ax.tricontourf([0, 1, 0, 1, 0.5], [0, 0, 1, 1, 0.5], [0, 1, 1, 2, 5]).levels])",
    "error bars": "ax.errorbar([1, 2, 3], [4, 5, 6], yerr=0.5, xerr=[[0.1] * 3, [0.2] * 3], fmt='o')",
    "area": "ax.fill_between([0, 1, 2], [1, 3, 2], 0.5)",
    "area beside": "ax.fill_betweenx([0, 1, 2], [1, 3, 2])",
    "stack": "ax.stackplot([0, 1, 2], [1, 2, 3], [2, 2, 2])",
    "box plot": "ax.boxplot([[1, 2, 3, 4, 20], [2, 3, 4]])",
    "box plot with names": "ax.boxplot([[1, 2, 3], [2, 3, 9]], labels=['p', 'q'], vert=False)",
    "violins": "ax.violinplot([[1.0, 2, 3, 4], [2.0, 3, 9]])",
    "pie": "ax.pie([1, 2, 3], labels=['a', 'b', 'c'], autopct='%1.0f%%')",
    "lines across": "ax.plot([1, 2]); ax.axhline(5); ax.axvline(0.5); ax.axhspan(-1, 0)",
    "line across inside": "ax.plot([1, 2]); ax.axhline(1.5); ax.axvspan(0.2, 0.4)",
    "upright lines": "ax.vlines([1, 2, 3], 0, [4, 5, 6]); ax.hlines(3, 0, 10)",
    "stems": "ax.stem([3, 1, 4])",
    "steps": "ax.step([0, 1, 2], [3, 1, 2], where='mid')",
    "polygon": "ax.fill([0, 1, 2], [0, 5, 0])",
    "patch": "from matplotlib.patches import Circle, Rectangle\nax.add_patch(Rectangle((1, 2), 3, 4)); ax.add_patch(Circle((0, 0), 2)); ax.autoscale_view()",
    "equal": "ax.plot([0, 10], [0, 1]); ax.set_aspect('equal'); fig.canvas.draw()",
    "hexagons": "ax.hexbin([0, 1, 2, 3.0], [1, 2, 0, 5.0], gridsize=5)",
    "streams": "y, x = np.mgrid[-2:2:20j, -1:1:20j]\nax.streamplot(x, y, -y, x)",
    "arrows": "ax.quiver([0, 1], [0, 2], [1, 0], [0, 1])",
    "margins": "ax.plot([0, 10], [0, 100]); ax.margins(x=0, y=0.2)",
    "tight": "ax.plot([0, 10], [0, 100]); ax.axis('tight')",
    "axis": "ax.plot([0, 10], [0, 100]); print(ax.axis([1, 2, 3, 4]))",
    "limits": "ax.plot([0, 10]); ax.set_xlim(2); ax.set_ylim(top=7); print(ax.get_xlim(), ax.get_ylim())",
    "turned": "ax.plot([0, 10]); ax.invert_yaxis(); ax.set_xlim(5, 1); print(ax.yaxis_inverted(), ax.xaxis_inverted())",
    "turned first": "ax.invert_xaxis(); ax.plot([3, 4, 9])",
    "ticks": "ax.plot([0, 10]); ax.set_xticks([0, 0.5, 2]); ax.set_yticks([1, 20], ['low', 'high'])",
    "names alone": "ax.plot([0, 10]); ax.set_xticklabels(['a', 'b', 'c'])",
    "no ticks": "ax.plot([0, 10]); ax.set_xticks([])",
    "removed": "line, = ax.plot([0, 100]); ax.plot([1, 2]); line.remove(); ax.relim(); ax.autoscale_view()",
    "moved": "line, = ax.plot([0, 1], [0, 1]); line.set_data([0, 5], [0, 50]); ax.relim(); ax.autoscale_view()",
    "moved and not told": "line, = ax.plot([0, 1], [0, 1]); ax.get_xlim(); line.set_ydata([0, 50])",
    "wide": "fig.set_size_inches(14, 3); ax.plot([0, 37])",
    "narrow": "fig.set_size_inches(1.5, 2); ax.plot([0, 37])",
    "large letters": "plt.rc('xtick', labelsize=20); ax = plt.figure().add_subplot(); ax.plot([0, 37])",
    "dates": "import datetime\nax.plot([datetime.date(2023, 1, 1), datetime.date(2023, 6, 1)], [1, 2])",
    "days": "import datetime\nax.plot([datetime.datetime(2023, 1, 1) + datetime.timedelta(days=3 * day) for day in range(10)], range(10))",
    "hours": "import datetime\nax.plot([datetime.datetime(2023, 1, 1) + datetime.timedelta(hours=day) for day in range(10)], range(10))",
    "years": "ax.plot(np.array(['1990-01-01', '2021-03-04'], dtype='datetime64[D]'), [1, 2])",
}
SCALES = {
    "log": "ax.set_yscale('log'); ax.plot([1, 10, 5000])",
    "log over many": "ax.set_yscale('log'); ax.plot([1e-8, 10, 1e9])",
    "log in one decade": "ax.set_xscale('log'); ax.plot([2, 3, 7], [1, 2, 3])",
    "log in a part of a decade": "ax.set_xscale('log'); ax.plot([2, 2.3, 2.7], [1, 2, 3])",
    "log of base 2": "ax.set_xscale('log', base=2); ax.plot([1, 8, 1000], [1, 2, 3])",
    "log with nought": "ax.plot([0, 0.1, 10]); ax.set_yscale('log')",
    "semilogy": "ax.semilogy([1, 100, 10000], [2, 3, 4])",
    "loglog": "ax.loglog([1, 100, 10000], [2, 30, 400])",
    "symlog": "ax.plot([-1000, 0, 1000]); ax.set_yscale('symlog')",
    "symlog from nought": "ax.plot([0, 1, 20, 5000]); ax.set_yscale('symlog')",
    "symlog with a threshold": "ax.plot([-50, 0, 1000]); ax.set_yscale('symlog', linthresh=0.01)",
    "symlog with a scale": "ax.plot([-50, 0, 1000]); ax.set_xscale('symlog', linthresh=1, linscale=0.5, base=2)",
    "symlog with parts": "ax.plot([-500, 0, 1000]); ax.set_yscale('symlog', linthresh=10, subs=[2, 5])",
    "logit": "ax.plot([0.001, 0.5, 0.97]); ax.set_yscale('logit')",
    "logit in the middle": "ax.plot([0.3, 0.5, 0.6]); ax.set_yscale('logit')",
    "logit far": "ax.plot([1e-9, 0.5, 1 - 1e-9]); ax.set_yscale('logit')",
    "asinh": "ax.plot([-100, 0, 1000]); ax.set_yscale('asinh', linear_width=2)",
    "a function": "ax.plot([0, 4, 100]); ax.set_yscale('function', functions=(np.sqrt, np.square))",
}
LAYOUTS = {
    "grid": "fig, axes = plt.subplots(2, 3)\nprint([box(each) for each in axes.ravel()])",
    "ratios": "fig, axes = plt.subplots(2, 2, gridspec_kw={'width_ratios': [3, 1], 'height_ratios': [1, 2], 'hspace': 0.5, 'wspace': 0.05})\nprint([box(each) for each in axes.ravel()])",
    "adjusted": "fig, axes = plt.subplots(2)\nfig.subplots_adjust(left=0.2, hspace=0.6, top=0.95)\nprint([box(each) for each in axes])",
    "spans": "fig = plt.figure()\ngs = fig.add_gridspec(3, 3, wspace=0.4)\nfor key in ((0, slice(None)), (slice(1, 3), 0), (-1, slice(1, None))):\n    print(box(fig.add_subplot(gs[key])))",
    "by grids": "print(box(plt.subplot2grid((3, 4), (0, 1), colspan=2)), box(plt.subplot2grid((3, 4), (1, 0), rowspan=2)))",
    "mosaic": "fig, axes = plt.subplot_mosaic('AAB;CCB')\nprint({name: box(each) for name, each in axes.items()})",
    "mosaic of lists": "fig, axes = plt.subplot_mosaic([['a', 'a'], ['b', '.']], height_ratios=[1, 3])\nprint({name: box(each) for name, each in axes.items()})",
    "inner grid": "fig = plt.figure()\nouter = fig.add_gridspec(1, 2)\ninner = outer[1].subgridspec(2, 1, hspace=0)\nprint(box(fig.add_subplot(outer[0])), box(fig.add_subplot(inner[0])), box(fig.add_subplot(inner[1])))",
    "axes": "fig = plt.figure()\nprint(box(fig.add_axes([0.1, 0.2, 0.3, 0.4])), box(fig.add_subplot(2, 2, (2, 4))))",
    "colour bar": "fig, ax = plt.subplots()\nbar = fig.colorbar(ax.imshow(np.arange(12).reshape(3, 4)))\nfig.canvas.draw()\nprint(box(ax), box(bar.ax), len(fig.axes), [number(each) for each in bar.get_ticks()])",
    "colour bar below": "fig, ax = plt.subplots()\nbar = fig.colorbar(ax.pcolormesh(np.arange(12).reshape(3, 4)), orientation='horizontal', shrink=0.5, label='v')\nfig.canvas.draw()\nprint(box(ax), box(bar.ax), bar.ax.get_xlabel())",
    "colour bar of contours": "fig, ax = plt.subplots()\nbar = fig.colorbar(ax.contourf(np.add.outer(np.arange(5.0), np.arange(6.0) ** 2)), ax=ax)\nprint([number(each) for each in bar.get_ticks()], [t.get_text() for t in bar.ax.get_yticklabels()])",
    "colour bar of logs": "from matplotlib.colors import LogNorm\nfig, ax = plt.subplots()\nbar = fig.colorbar(ax.imshow(np.array([[1, 10], [100, 5000]]), norm=LogNorm()))\nprint([number(each) for each in bar.get_ticks()], [t.get_text() for t in bar.ax.get_yticklabels()], bar.ax.get_yscale())",
    "equal in its place": "fig, ax = plt.subplots()\nax.imshow(np.zeros((10, 4)))\nprint(box(ax))",
    "twins": "fig, ax = plt.subplots()\nax.plot([0, 5], [1, 2])\nother = ax.twinx()\nother.plot([2, 9], [100, 300], 'r')\nprint(ax.get_xlim(), other.get_xlim(), other.yaxis.get_label_position())\ntell(other)",
    "twins above": "fig, ax = plt.subplots()\nax.plot([0, 5], [1, 2])\nother = ax.twiny()\nother.plot([200, 900], [1, 9])\nprint(ax.get_ylim(), other.get_ylim(), other.xaxis.get_ticks_position())\ntell(other)\ntell(ax)",
    "shared": "fig, axes = plt.subplots(2, 2, sharex=True, sharey='row')\naxes[0, 0].plot([0, 1], [5, 6])\naxes[1, 1].plot([4, 9], [1, 100])\nfor each in axes.ravel():\n    print(each.get_xlim(), each.get_ylim())",
    "shared limits": "fig, (a, b) = plt.subplots(1, 2, sharey=True)\na.plot([1, 2])\nb.set_ylim(-3, 3)\nb.plot([50, 60])\nprint(a.get_ylim(), b.get_ylim())",
    "polar": "ax = plt.subplot(projection='polar')\nax.plot(np.linspace(0, 6, 30), np.linspace(0, 2, 30))\ntell(ax)\nprint(ax.name, ax.get_theta_offset(), ax.get_rmax())",
    "polar turned": "fig, ax = plt.subplots(subplot_kw={'projection': 'polar'})\nax.bar([0, 1, 2], [3, 4, 5], width=0.5)\nax.set_theta_zero_location('N')\nax.set_theta_direction(-1)\nax.set_rticks([1, 3, 5])\nax.set_xticks([0, np.pi / 2, np.pi])\nprint(number(ax.get_theta_offset()), ax.get_theta_direction())\ntell(ax)",
    "secondary": "fig, ax = plt.subplots()\nax.plot([0, 10])\nother = ax.secondary_xaxis('top')\nother.set_xlabel('above')\nprint(other.get_xlabel())",
}
VALUES = {
    "legend": "ax.plot([1], label='a'); ax.plot([2], label='_hidden'); ax.bar([0], [1], label='bars'); ax.scatter([0], [1], label='dots'); ax.fill_between([0, 1], [1, 2], label='area'); ax.errorbar([0], [1], yerr=[1], label='err')\nprint(ax.get_legend_handles_labels()[1])\nprint([t.get_text() for t in ax.legend().get_texts()])",
    "legend of chosen": "a, = ax.plot([1]); b, = ax.plot([2], label='b')\nprint([t.get_text() for t in ax.legend([a, b], ['x', 'y'], title='T', loc='upper left').get_texts()], ax.get_legend().get_title().get_text())",
    "line": "line, = ax.plot([1, 2], [3, 4], 'r--s', lw=3, ms=9, label='q', alpha=0.5)\nprint(line.get_color(), line.get_linestyle(), line.get_marker(), line.get_linewidth(), line.get_markersize(), line.get_label(), line.get_alpha(), line.get_xdata(), line.get_ydata(), line.get_zorder())",
    "cycle": "print([ax.plot([1, 2])[0].get_color() for _ in range(4)], ax.plot([1], color='k')[0].get_color(), ax.plot([1])[0].get_color())",
    "several lines": "print(len(ax.plot(np.ones((3, 4)))), len(ax.plot([1, 2], [3, 4], 'g', [5, 6], [7, 8], 'b--')))",
    "bars": "bars = ax.bar(['x', 'y'], [3, 5])\nprint([(number(b.get_x()), number(b.get_width()), number(b.get_height())) for b in bars], len(ax.patches), [t.get_text() for t in ax.bar_label(bars)])",
    "histogram": "counts, edges, patches = ax.hist([1, 2, 2, 3, 9], bins=3)\nprint(counts, edges, len(patches))",
    "rules of bins": "values = np.sin(np.arange(200.0)) * 3 + np.arange(200) % 7\nfor rule in ('auto', 'fd', 'sturges', 'sqrt', 'rice', 'scott', 'doane'):\n    counts, edges, patches = ax.hist(values, bins=rule)\n    print(rule, len(counts), number(edges[1]))",
    "titles": "ax.set_title('main'); ax.set_title('left', loc='left'); ax.set_xlabel('across', fontsize=14); fig.suptitle('all')\nprint(ax.get_title(), ax.get_title(loc='left'), ax.get_xlabel(), ax.xaxis.label.get_fontsize(), ax.title.get_text())",
    "figures": "plt.figure(5); print(plt.get_fignums(), plt.gcf().number, plt.fignum_exists(1)); plt.close(5); print(plt.get_fignums())",
    "sizes": "print(fig.get_size_inches(), fig.dpi, fig.canvas.get_width_height()); fig.set_size_inches(3, 2); print(fig.get_figwidth())",
    "pixels": "fig.set_size_inches(2, 1); fig.canvas.draw()\nprint(np.asarray(fig.canvas.buffer_rgba()).shape, len(fig.canvas.tostring_rgb()), len(fig.canvas.tostring_argb()), np.asarray(fig.canvas.buffer_rgba())[0, 0])",
    "colours": "from matplotlib import colors\nprint(colors.to_hex('tab:orange'), colors.to_rgba('#ff000080'), colors.to_rgb('C1'), colors.to_rgba('k', 0.3), colors.is_color_like('nope'))",
    "norms": "from matplotlib.colors import BoundaryNorm, CenteredNorm, LogNorm, Normalize, PowerNorm, SymLogNorm, TwoSlopeNorm\nx = np.array([0.0, 0.5, 1, 4])\nfor norm in (Normalize(), Normalize(0, 2), PowerNorm(0.5, 0, 4), SymLogNorm(1, vmin=-2, vmax=4), TwoSlopeNorm(0, -4, 8), CenteredNorm(), BoundaryNorm([-2, 0, 1, 3], 256)):\n    print(type(norm).__name__, [number(float(each)) for each in norm(x)])\nprint([number(each) for each in LogNorm()([1, 10, 1000])])",
    "maps": "cmap = plt.get_cmap('tab10')\nprint(cmap.N, [number(part) for part in cmap(3)], [number(part) for part in plt.get_cmap('Set2')(1)], plt.get_cmap('viridis', 4).N, plt.cm.tab20.N)",
    "parameters": "print(plt.rcParams['lines.linewidth'], plt.rcParams['font.size'])\nwith plt.rc_context({'lines.linewidth': 7}):\n    print(plt.plot([1])[0].get_linewidth())\nprint(plt.plot([1])[0].get_linewidth(), plt.rcParams['figure.figsize'], plt.rcParams['axes.spines.top'])",
    "style": "plt.style.use('ggplot')\nprint(plt.rcParams['axes.facecolor'], plt.rcParams['axes.grid'], plt.plot([1])[0].get_color(), plt.rcParams['axes.prop_cycle'].by_key()['color'][1])",
    "locators": "from matplotlib import ticker\nfor locator in (ticker.MaxNLocator(5), ticker.MaxNLocator(4, integer=True), ticker.MultipleLocator(0.25), ticker.LinearLocator(5), ticker.LogLocator(), ticker.AutoLocator(), ticker.MaxNLocator(6, prune='both'), ticker.IndexLocator(3, 1), ticker.FixedLocator([1, 2, 3])):\n    print(type(locator).__name__, [number(each) for each in locator.tick_values(1.3, 7.9)])",
    "formatters": "from matplotlib import ticker\nax.plot([0, 2000]); ax.xaxis.set_major_formatter(ticker.PercentFormatter(1)); ax.yaxis.set_major_formatter(ticker.EngFormatter('Hz')); tell(ax)\nax.yaxis.set_major_formatter('{x:.1f}!'); ax.xaxis.set_major_formatter(lambda value, place: 'n%g' % value); tell(ax)",
    "tick format": "ax.plot([0, 2000]); ax.ticklabel_format(style='sci', axis='y', scilimits=(0, 0)); tell(ax)",
    "minor ticks": "ax.plot([0, 20]); ax.minorticks_on(); tell(ax)",
    "minor locator": "from matplotlib import ticker\nax.plot([0, 20]); ax.xaxis.set_minor_locator(ticker.AutoMinorLocator(2)); tell(ax)",
}
ERRORS = {
    "lengths": "ax.plot([1, 2, 3], [1, 2])",
    "format": "ax.plot([1], 'q')",
    "keyword": "ax.plot([1], foo=3)",
    "keyword of bars": "ax.bar([1], [2], colour='r')",
    "keyword of scatter": "ax.scatter([1], [2], marker_size=3)",
    "place of a legend": "ax.legend(loc='nowhere')",
    "scale": "ax.set_yscale('cubic')",
    "names of ticks": "ax.set_ylim(np.nan, 1)",
    "shape of an image": "ax.imshow(np.zeros((2, 2, 7)))",
    "levels": "ax.contour(np.eye(3), levels=[0.5, 0.2])",
    "colour": "ax.plot([1], color='blurple')",
    "map": "ax.imshow(np.eye(2), origin='middle')",
    "parameter": "plt.rcParams['no.such'] = 1",
    "marker": "ax.plot([1], marker='Q')",
    "ratios": "plt.subplots(2, 2, gridspec_kw={'width_ratios': [1, 2, 3]})",
}


def programs():
    for name, body in PLOTS.items():
        yield f"drawing: {name}", HEAD + "fig, ax = plt.subplots()\n" + body + "\ntell(ax)\nprint(box(ax))\n"
    for name, body in SCALES.items():
        yield f"scale: {name}", HEAD + "fig, ax = plt.subplots()\n" + body + "\ntell(ax)\n"
    for name, body in LAYOUTS.items():
        yield f"layout: {name}", HEAD + body + "\n"
    for name, body in VALUES.items():
        yield f"value: {name}", HEAD + "fig, ax = plt.subplots()\n" + body + "\n"
    for name, body in ERRORS.items():
        yield f"error: {name}", HEAD + "fig, ax = plt.subplots()\ntry:\n    " + body + "\nexcept Exception as error:\n    print(type(error).__name__, str(error)[:60])\n"
