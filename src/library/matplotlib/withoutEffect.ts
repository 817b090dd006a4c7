/**
 * Options of matplotlib's functions, and what they must be given, that change nothing that is drawn here: what belongs
 * to windows and writers of files, what a protocol hands on, and what matters only where figures are drawn again.
 */
export const MATPLOTLIB_WITHOUT_EFFECT: readonly string[] = [
  // Windows, events and back ends.
  ...[
    'show.args',
    'show.options',
    'pause.interval',
    'set_loglevel.level',
    'interactive.b',
    'force',
    'targetfig',
  ],
  ...[
    'switch_backend.name',
    'timeout',
    'FigureCanvas.mpl_connect.s',
    'FigureCanvas.mpl_connect.func',
    'cid',
    'warn',
  ],
  ...['FigureCanvas.set_window_title.title', 'cleared', 'keep_observers', 'forward', 'renderer', 'emit'],
  ...['Legend.set_draggable.state', 'Legend.set_draggable.options'],
  ...['FigureCanvas.draw.args', 'FigureCanvas.draw.options', 'FigureCanvas.draw_idle.args'],
  ...['FigureCanvas.draw_idle.options', 'connect.args', 'waitforbuttonpress.args', 'new_figure_manager.args'],
  // What locators, formatters and scales are called with.
  ...[
    'pos',
    'axis',
    'minpos',
    'FixedFormatter.__call__.x',
    'NullFormatter.__call__.x',
    'BoundaryNorm.inverse.value',
  ],
  ...['NullLocator.tick_values.vmin', 'NullLocator.tick_values.vmax', 'FixedLocator.tick_values.vmin'],
  ...['FixedLocator.tick_values.vmax', '_WordLocator.tick_values.vmin', '_WordLocator.tick_values.vmax'],
  ...['_ThetaLocator.nonsingular.low', '_ThetaLocator.nonsingular.high', '_ThetaLocator.view_limits.low'],
  ...[
    '_ThetaLocator.view_limits.high',
    'Locator.tick_values.vmin',
    'Locator.tick_values.vmax',
    'Formatter.__call__.x',
  ],
  ...[
    '_ThetaLocator.set_params.options',
    'SubplotSpec.get_position.figure',
    'GridSpec.get_grid_positions.fig',
  ],
  // How a picture is written, smoothed or kept.
  ...[
    'antialiased',
    'resample',
    'url',
    'use_clabeltext',
    'use_line_collection',
    'use_gridspec',
    'update_ticks',
    'clip',
  ],
  ...[
    'imsave.dpi',
    'orig',
    'autolim',
    'compress',
    'NoNorm.__call__.clip',
    'Figure.add_artist.clip',
    'physical',
  ],
  // The edges of what has none unless its width is set, which is refused.
  ...[
    'edgecolor',
    '_FigureFace.set_edgecolor.color',
    '_AxesFace.set_edgecolor.color',
    'Figure.set_edgecolor.color',
  ],
  // The axes' own opacity is that of nothing; letters are those of one font.
  ...['_Settings.set_alpha.alpha', 'family', 'fname', 'stretch', 'variant', 'math_fontfamily', 'usetex'],
];
