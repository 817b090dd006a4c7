/** `matplotlib.axes`: what the calls draw, kept until the figure is shown or saved. */
import { pythonModule } from '../../python/modules.ts';
import { areaDrawing } from './areaDrawing.ts';
import { artists } from './artists.ts';
import { axesDescribed } from './axesDescribed.ts';
import { axesLegend } from './axesLegend.ts';
import { axesLimits } from './axesLimits.ts';
import { axesPlaces } from './axesPlaces.ts';
import { axesSettings } from './axesSettings.ts';
import { axisParts } from './axisParts.ts';
import { barDrawing } from './barDrawing.ts';
import { boxDrawing } from './boxDrawing.ts';
import { fieldDrawing } from './fieldDrawing.ts';
import { flowDrawing } from './flowDrawing.ts';
import { imageDrawing } from './imageDrawing.ts';
import { lineContainers } from './lineContainers.ts';
import { lineDrawing } from './lineDrawing.ts';
import { COSMETIC, looks } from './looks.ts';
import { patches } from './patches.ts';
import { polarAxes } from './polarAxes.ts';
import { ruleDrawing } from './ruleDrawing.ts';
import { spaceDrawing } from './spaceDrawing.ts';
import { spaceView } from './spaceView.ts';
import { spines } from './spines.ts';
import { tables } from './tables.ts';
import { textDrawing } from './textDrawing.ts';

export const axesModule = pythonModule(
  'matplotlib.axes',
  String.raw`
import math
import numpy as np
from matplotlib._figures import misspelt, running, unknown, wide as _wide
from matplotlib._tracing import band as _band, isolines as _isolines, streamlines as _streamlines, triangles as _triangles
from matplotlib.colors import LogNorm, Normalize, _norm_of, css, get_cmap, is_color_like, to_rgb, to_rgba

${looks}
${artists}
${axisParts}
${spines}
${axesLimits}
${axesSettings}
${axesPlaces}
${axesLegend}
${axesDescribed}
${lineDrawing}
${lineContainers}
${ruleDrawing}
${areaDrawing}
${barDrawing}
${boxDrawing}
${imageDrawing}
${fieldDrawing}
${flowDrawing}
${textDrawing}
${tables}
${patches}
class Axes(_Described, _Limits, _Places, _Settings, _Legends, _LineDrawing, _RuleDrawing, _AreaDrawing, _BarDrawing, _BoxDrawing, _ImageDrawing, _FieldDrawing, _FlowDrawing, _TextDrawing, _Tables):
    name = "rectilinear"
    _is_twin, _follows, _in_layout, _is_bar, _beside = False, None, True, False, None

    def __init__(self, figure, place):
        self.figure = figure
        self._place, self._laid, self._colorbars = place, None, []
        self._start()

    def __repr__(self):
        return "<Axes: >" if not self.get_title() else "<Axes: title={'center': %r}>" % self.get_title()

${polarAxes}
${spaceView}
${spaceDrawing}
`,
  {
    notes: [
      'A keyword of matplotlib that is not drawn is refused by its name when the script runs; one that matplotlib does not know is its own error.',
      `Accepted without an effect on the drawing, as properties of anything: ${COSMETIC.split(' ')
        .map(name => `\`${name}\``)
        .join(
          ', ',
        )}. Of a legend: \`fancybox\`, \`draggable\`. Of an arrow: \`headwidth\`, \`headlength\`, \`mutation_scale\`. Every smooth \`interpolation\` of an image is drawn as \`bilinear\`. Of \`savefig\`: \`metadata\`, \`pil_kwargs\`, \`backend\`, \`orientation\`, \`edgecolor\`.`,
      'Letters are those of DejaVu Sans in files, where others are empty boxes with a warning, and of the editor in the panel and in SVG; formulas between dollar signs are written in plain letters. Parameters that are set for fonts, files of other formats, key bindings and animation change nothing.',
      'Axes of three dimensions are drawn as they look from one side, with a perspective of their own.',
    ],
  },
);
