/** matplotlib: calls are kept as figures, which the panel draws and `savefig` writes. */
import { type LibraryModule, pythonModule } from '../../python/modules.ts';
import { axesModule } from './axes.ts';
import { colormapsModule, colorsModule } from './colormaps.ts';
import { figuresModule } from './figures.ts';
import { pyplotModule } from './pyplot.ts';
import { seabornModule } from './seaborn.ts';
import { rootModule } from './settings.ts';
import { datesModule, tickerModule } from './tickers.ts';

const image = pythonModule(
  'matplotlib.image',
  String.raw`
import numpy as np
from matplotlib._figures import running, unknown

def imread(fname, format=None):
    """The values of a picture: 0 to 1 in a PNG file, whole numbers up to 255 in others."""
    from PIL import Image
    picture = Image.open(fname)
    if not running():
        return unknown("pictures are read when the script runs")
    if picture.mode not in ("L", "RGB", "RGBA"):
        picture = picture.convert("RGBA" if picture.mode in ("P", "LA") else "L")
    values = np.asarray(picture)
    return (values / 255).astype(np.float32) if str(fname).lower().endswith(".png") else values

def imsave(fname, arr, vmin=None, vmax=None, cmap=None, format=None, origin=None, dpi=100, **options):
    """Writes values as a picture, one pixel each."""
    from PIL import Image
    from matplotlib.colors import get_cmap
    import matplotlib
    values = np.asarray(arr)
    if not running():
        return None
    if origin == "lower":
        values = values[::-1]
    if values.ndim == 2:
        low = float(values.min()) if vmin is None else float(vmin)
        high = float(values.max()) if vmax is None else float(vmax)
        colors = get_cmap(cmap if cmap is not None else matplotlib.rcParams["image.cmap"])
        values = colors._rows((values.astype(np.float64) - low) / (high - low if high > low else 1.0))
    if values.dtype.kind == "f":
        values = (np.clip(values, 0, 1) * 255).round().astype(np.uint8)
    Image.fromarray(np.ascontiguousarray(values.astype(np.uint8))).save(fname)
`,
);

const animation = pythonModule(
  'matplotlib.animation',
  String.raw`
from matplotlib._figures import running, unknown

def _refused(name):
    def __init__(self, *args, **options):
        if running():
            raise NotImplementedError("matplotlib.animation.%s is not supported by Kerascope: figures stand still; show one figure for each step instead" % name)
    return type(name, (), {"__init__": __init__, "__getattr__": lambda self, attribute: unknown("animations are not modelled")})

FuncAnimation = _refused("FuncAnimation")
ArtistAnimation = _refused("ArtistAnimation")
PillowWriter = _refused("PillowWriter")
FFMpegWriter = _refused("FFMpegWriter")
`,
);

/** Modules that give names of others. */
const byOtherNames = [
  pythonModule(
    'matplotlib.patches',
    'from matplotlib.axes import Circle, Ellipse, FancyArrowPatch, FancyBboxPatch, Patch, Polygon, Rectangle\n',
  ),
  pythonModule('matplotlib.lines', 'from matplotlib.axes import Line2D\n'),
  pythonModule('matplotlib.gridspec', 'from matplotlib.pyplot import GridSpec\n'),
  pythonModule('matplotlib.figure', 'from matplotlib.pyplot import Figure\n'),
  pythonModule('mpl_toolkits.mplot3d', 'from matplotlib.axes import Axes3D\n', {
    aliases: ['mpl_toolkits.mplot3d.axes3d'],
  }),
  pythonModule('cycler', 'from matplotlib import cycler\n'),
  pythonModule(
    'matplotlib.style',
    'from matplotlib import style as _style\nuse, context, available, library = _style.use, _style.context, _style.available, _style.library\n',
  ),
  pythonModule(
    'mpl_toolkits.axes_grid1',
    String.raw`
from matplotlib.axes import Artist

class _Divider:
    def append_axes(self, position, size, pad=None, **options):
        return Artist()

def make_axes_locatable(axes):
    """Room beside axes; a colour bar finds it by itself."""
    return _Divider()
`,
    { aliases: ['mpl_toolkits.axes_grid1.axes_divider'] },
  ),
];

const unmodelled = [
  'mpl_toolkits',
  'matplotlib.widgets',
  'matplotlib.path',
  'matplotlib.transforms',
  'matplotlib.collections',
  'matplotlib.offsetbox',
];

export const matplotlibModules: readonly LibraryModule[] = [
  rootModule,
  figuresModule,
  colorsModule,
  colormapsModule,
  tickerModule,
  datesModule,
  axesModule,
  pyplotModule,
  seabornModule,
  image,
  animation,
  ...byOtherNames,
  ...unmodelled.map((name): LibraryModule => ({ name, entries: () => [], unmodelled: 'all' })),
];
