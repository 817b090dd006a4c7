/** matplotlib: calls are kept as figures, which the panel draws. */
import { type LibraryModule, pythonModule } from '../../python/modules.ts';
import { axesModule } from './axes.ts';
import { colormapsModule, colorsModule } from './colormaps.ts';
import { figuresModule } from './figures.ts';
import { pyplotModule } from './pyplot.ts';
import { seabornModule } from './seaborn.ts';

const root = pythonModule(
  'matplotlib',
  String.raw`
__version__ = "3.9.2"

class _Parameters(dict):
    def __missing__(self, name):
        return None

rcParams = _Parameters({"image.cmap": "viridis", "figure.figsize": [6.4, 4.8], "font.size": 10.0, "lines.linewidth": 1.5})
rcParamsDefault = _Parameters(rcParams)

class _Styles:
    available = ["default", "ggplot", "seaborn-v0_8", "seaborn-v0_8-whitegrid", "fivethirtyeight", "dark_background", "bmh"]

    def use(self, name):
        pass

    def context(self, name):
        return self

    def __enter__(self):
        return self

    def __exit__(self, *details):
        return False

style = _Styles()

def use(backend, **options):
    pass

def rc(*args, **options):
    pass

def rc_context(*args, **options):
    return style

def get_backend():
    return "agg"
`,
);

/** Modules whose objects only choose among looks: they are accepted and change nothing. */
const looks = [
  pythonModule(
    'matplotlib.ticker',
    [
      'MaxNLocator',
      'MultipleLocator',
      'FuncFormatter',
      'FormatStrFormatter',
      'PercentFormatter',
      'ScalarFormatter',
      'AutoMinorLocator',
      'NullFormatter',
      'LogLocator',
    ]
      .map(name => `class ${name}:\n    def __init__(self, *args, **options): pass\n`)
      .join('\n'),
  ),
  pythonModule(
    'matplotlib.patches',
    `from matplotlib.axes import Artist\n${[
      'Rectangle',
      'Circle',
      'Patch',
      'Polygon',
      'Ellipse',
      'Arrow',
      'FancyArrowPatch',
      'FancyBboxPatch',
    ]
      .map(
        name => `class ${name}(Artist):\n    def __init__(self, *args, **options): Artist.__init__(self)\n`,
      )
      .join('\n')}`,
  ),
  pythonModule(
    'matplotlib.lines',
    `from matplotlib.axes import Artist\nclass Line2D(Artist):\n    def __init__(self, *args, **options): Artist.__init__(self)\n`,
  ),
  pythonModule(
    'mpl_toolkits.mplot3d',
    'from matplotlib.axes import Artist\nclass Axes3D(Artist):\n    pass\n',
  ),
  pythonModule('matplotlib.gridspec', 'from matplotlib.pyplot import GridSpec\n'),
  pythonModule('matplotlib.figure', 'from matplotlib.pyplot import Figure\n'),
  pythonModule(
    'matplotlib.style',
    'from matplotlib import style as _style\nuse = _style.use\navailable = _style.available\ncontext = _style.context\n',
  ),
];

/** Imports of drawing libraries that are not modelled, so that each says so by its own name. */
const unmodelled = [
  'matplotlib.animation',
  'matplotlib.image',
  'matplotlib.dates',
  'mpl_toolkits',
  'mpl_toolkits.axes_grid1',
];

export const matplotlibModules: readonly LibraryModule[] = [
  root,
  figuresModule,
  colorsModule,
  colormapsModule,
  axesModule,
  pyplotModule,
  seabornModule,
  ...looks,
  ...unmodelled.map((name): LibraryModule => ({ name, entries: () => [], unmodelled: 'all' })),
];
