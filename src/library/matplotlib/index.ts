/** matplotlib: calls are kept as figures, which the panel draws. */
import { type LibraryModule, pythonModule } from '../../python/modules.ts';
import { axesModule } from './axes.ts';
import { figuresModule } from './figures.ts';
import { pyplotModule } from './pyplot.ts';

const root = pythonModule(
  'matplotlib',
  String.raw`
__version__ = "3.7.0"
rcParams = {}

def use(backend, **options):
    pass

def rc(*args, **options):
    pass
`,
);

/** Names that only choose among looks. */
const colormaps = pythonModule(
  'matplotlib.cm',
  String.raw`
def __getattr__(name):
    return name
`,
);

/** Imports of drawing libraries that are not modelled, so that each says so by its own name. */
const unmodelled = [
  'matplotlib.animation',
  'matplotlib.colors',
  'matplotlib.patches',
  'matplotlib.ticker',
  'matplotlib.gridspec',
  'seaborn',
];

export const matplotlibModules: readonly LibraryModule[] = [
  root,
  figuresModule,
  axesModule,
  pyplotModule,
  colormaps,
  ...unmodelled.map((name): LibraryModule => ({ name, entries: () => [], unmodelled: 'all' })),
];
