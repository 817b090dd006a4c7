/** matplotlib: calls are kept as figures, which the panel draws and `savefig` writes. */
import { type LibraryModule, pythonModule } from '../../python/modules.ts';
import { axesModule } from './axes.ts';
import { colormapsModule, colorsModule } from './colormaps.ts';
import { figuresModule } from './figures.ts';
import { pyplotModule } from './pyplot.ts';
import { scaleModule } from './scales.ts';
import { seabornModule } from './seaborn.ts';
import { rootModule } from './settings.ts';
import { datesModule, tickerModule } from './tickers.ts';
import { tracingModule } from './tracing.ts';

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
        values = colors((values.astype(np.float64) - low) / (high - low if high > low else 1.0))
    if values.dtype.kind == "f":
        values = (np.clip(values, 0, 1) * 255).round().astype(np.uint8)
    Image.fromarray(np.ascontiguousarray(values.astype(np.uint8))).save(fname, format=format)
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
    'from matplotlib.axes import Arc, Arrow, Circle, Ellipse, FancyArrow, FancyArrowPatch, FancyBboxPatch, Patch, Polygon, Rectangle, RegularPolygon, Wedge\n',
  ),
  pythonModule('matplotlib.lines', 'from matplotlib.axes import Line2D\n'),
  pythonModule('matplotlib.text', 'from matplotlib.axes import Annotation, Text\n'),
  pythonModule('matplotlib.legend', 'from matplotlib.axes import Legend\n'),
  pythonModule('matplotlib.table', 'from matplotlib.axes import Cell, Table\n'),
  pythonModule(
    'matplotlib.artist',
    'from matplotlib.axes import Artist\nfrom matplotlib.pyplot import getp, setp\n',
  ),
  pythonModule(
    'matplotlib.collections',
    'from matplotlib.axes import Collection, LineCollection, PatchCollection, PolyCollection\n',
  ),
  pythonModule('matplotlib.contour', 'from matplotlib.axes import ContourSet\n'),
  pythonModule('matplotlib.tri', 'from matplotlib.axes import Triangulation\n'),
  pythonModule(
    'matplotlib.container',
    'from matplotlib.axes import BarContainer, ErrorbarContainer, StemContainer\n',
  ),
  pythonModule(
    'matplotlib.gridspec',
    'from matplotlib.pyplot import GridSpec, GridSpecFromSubplotSpec, SubplotSpec\n',
  ),
  pythonModule('matplotlib.figure', 'from matplotlib.pyplot import Figure\n'),
  pythonModule('matplotlib.colorbar', 'from matplotlib.pyplot import Colorbar\n'),
  pythonModule('matplotlib.backends.backend_agg', 'from matplotlib.pyplot import FigureCanvasAgg\n'),
  pythonModule('matplotlib.projections.polar', 'from matplotlib.axes import PolarAxes\n'),
  pythonModule(
    'matplotlib.transforms',
    String.raw`
from matplotlib.axes import Bbox, _Coordinates
from matplotlib._figures import running, unknown

def blended_transform_factory(x_transform, y_transform):
    """The measure of one across, and of the other up."""
    return _Coordinates(x_transform._pair[0], y_transform._pair[1])

class ScaledTranslation:
    """Inches to add to a place, where the scale is the figure's."""

    def __init__(self, xt, yt, scale_trans=None):
        self._points = (72.0 * xt, 72.0 * yt)
`,
  ),
  pythonModule(
    'matplotlib.font_manager',
    String.raw`
class FontProperties:
    """What is set of a font: only its size and weight have an effect."""

    def __init__(self, family=None, style=None, variant=None, weight=None, stretch=None, size=None, fname=None, math_fontfamily=None):
        self._size, self._weight = size, weight

    def set_size(self, size): self._size = size
    def set_weight(self, weight): self._weight = weight
    def get_size(self): return self._size
`,
  ),
  pythonModule('mpl_toolkits.mplot3d', 'from matplotlib.axes import Axes3D\n', {
    aliases: ['mpl_toolkits.mplot3d.axes3d'],
  }),
  pythonModule('cycler', 'from matplotlib import Cycler, cycler\n'),
  pythonModule(
    'matplotlib.style',
    'from matplotlib import style as _style\nuse, context, available, library = _style.use, _style.context, _style.available, _style.library\n',
  ),
  pythonModule(
    'mpl_toolkits.axes_grid1',
    String.raw`
from matplotlib._figures import running, unknown

class _Divider:
    """Room beside axes, in parts of their own width or height."""

    def __init__(self, axes):
        self._axes = axes

    def append_axes(self, position, size, pad=None, *, axes_class=None, **options):
        if not running():
            return unknown("axes beside others")
        from matplotlib.pyplot import _BesideBox
        upright = position in ("left", "right")
        if position not in ("left", "right", "top", "bottom"):
            raise ValueError("%r is not a valid value for position; supported values are 'left', 'right', 'bottom', 'top'" % position)
        figure, axes = self._axes.figure, self._axes
        left, bottom, width, height = axes._original()
        long = (width * figure._size[0]) if upright else (height * figure._size[1])
        share = lambda value: float(value[:-1]) / 100 if isinstance(value, str) and value.endswith("%") else float(value) / long
        wide, gap = share(size), share(0.05 if pad is None else pad)
        # The axes and what stands beside them fill the place that the axes had.
        whole = 1 / (1 + wide + gap)
        part, room = wide * whole, 1 - whole
        places = {"right": ((0, 0, whole, 1), (1 - part, 0, part, 1)), "left": ((room, 0, whole, 1), (0, 0, part, 1)),
                  "top": ((0, 0, 1, whole), (0, 1 - part, 1, part)), "bottom": ((0, room, 1, whole), (0, 0, 1, part))}
        kept, given = places[position]
        if axes._aspect != "auto":
            at, floor, wide_now, high_now = axes._active()
            axes._place = (at, floor, wide_now, high_now)
            if upright:
                high_now = high_now * whole
                axes._place = (left + max(0.0, (width - wide_now) / 2), floor + wide_now * 0 + (axes._place[3] - high_now) / 2, wide_now, high_now)
        place = axes._place
        made = figure._new(_BesideBox(place, given), dict(options))
        axes._place = _BesideBox(place, kept)
        return made

def make_axes_locatable(axes):
    """Room beside axes for other axes."""
    return _Divider(axes)
`,
    { aliases: ['mpl_toolkits.axes_grid1.axes_divider'] },
  ),
];

const unmodelled = [
  'mpl_toolkits',
  'mpl_toolkits.axes_grid1.inset_locator',
  'matplotlib.widgets',
  'matplotlib.path',
  'matplotlib.offsetbox',
  'matplotlib.backends',
  'matplotlib.projections',
  'matplotlib.patheffects',
];

export const matplotlibModules: readonly LibraryModule[] = [
  rootModule,
  figuresModule,
  tracingModule,
  scaleModule,
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
