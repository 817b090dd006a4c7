/** `matplotlib.axes`: what the calls draw, kept until the figure is shown or saved. */
import { pythonModule } from '../../python/modules.ts';
import { areaDrawing } from './areaDrawing.ts';
import { artists } from './artists.ts';
import { axesDescribed } from './axesDescribed.ts';
import { axesLegend } from './axesLegend.ts';
import { axesLimits } from './axesLimits.ts';
import { axesSettings } from './axesSettings.ts';
import { axisParts } from './axisParts.ts';
import { barDrawing } from './barDrawing.ts';
import { boxDrawing } from './boxDrawing.ts';
import { fieldDrawing } from './fieldDrawing.ts';
import { imageDrawing } from './imageDrawing.ts';
import { lineDrawing } from './lineDrawing.ts';
import { looks } from './looks.ts';
import { patches } from './patches.ts';
import { polarAxes } from './polarAxes.ts';
import { spaceDrawing } from './spaceDrawing.ts';
import { spines } from './spines.ts';
import { textDrawing } from './textDrawing.ts';

export const axesModule = pythonModule(
  'matplotlib.axes',
  String.raw`
import math
import numpy as np
from matplotlib._figures import running, unknown, wide as _wide
from matplotlib._tracing import band as _band, isolines as _isolines, streamlines as _streamlines, triangles as _triangles
from matplotlib.colors import LogNorm, Normalize, _norm_of, css, get_cmap, is_color_like, to_rgb, to_rgba

${looks}
${artists}
${axisParts}
${spines}
${axesLimits}
${axesSettings}
${axesLegend}
${axesDescribed}
${lineDrawing}
${areaDrawing}
${barDrawing}
${boxDrawing}
${imageDrawing}
${fieldDrawing}
${textDrawing}
${patches}
class Axes(_Described, _Limits, _Settings, _Legends, _LineDrawing, _AreaDrawing, _BarDrawing, _BoxDrawing, _ImageDrawing, _FieldDrawing, _TextDrawing):
    name = "rectilinear"
    _is_twin, _follows, _in_layout, _is_bar, _beside = False, None, True, False, None

    def __init__(self, figure, place):
        self.figure = figure
        self._place = place
        self._start()

    def __repr__(self):
        return "<Axes: >" if not self.get_title() else "<Axes: title={'center': %r}>" % self.get_title()

${polarAxes}
${spaceDrawing}
`,
);
