/** The layers Cropping1D, Cropping2D and Cropping3D. */
import { ops } from '../../../../graph/index.ts';
import { formatShape, type Shape } from '../../../../graph/shapes.ts';
import { raise, ValueError } from '../../../../python/errors.ts';
import { message } from '../../../../python/message.ts';
import { type DataFormat, spatialOf } from '../base/channels.ts';
import { defineLayer, type LayerDefinition } from '../base/definition.ts';
import { axesText, dimText, sameChannels } from '../base/derivation.ts';
import { dataFormatOf } from '../base/layerArguments.ts';
import { allMargins, type Margins, readMargins } from './margins.ts';

function check(rank: number, margins: Margins, format: DataFormat, shape: Shape): void {
  const axis = spatialOf(shape, format).findIndex(
    (dim, index) => dim !== null && dim <= margins[index][0] + margins[index][1],
  );
  if (axis < 0) return;
  const shown = rank === 1 ? formatShape(margins[0]) : `(${margins.map(formatShape).join(', ')})`;
  const text =
    rank === 1
      ? `\`cropping\` parameter of \`Cropping1D\` layer must be smaller than the input length. Received: input_shape=${formatShape(shape)}, cropping=${shown}`
      : `Values in \`cropping\` argument should be smaller than the corresponding spatial dimension of the input. Received: input_shape=${formatShape(shape)}, cropping=${shown}`;
  throw raise(ValueError, text, {
    code: 'shape-too-small',
    explanation: message('Cropping {0} leaves nothing of input of shape {1}.', shown, formatShape(shape)),
  });
}

/** `initial` is the default of cropping as Keras writes it. */
export function cropping(rank: 1 | 2 | 3, initial: string): LayerDefinition {
  return defineLayer<{ readonly margins: Margins; readonly format: DataFormat }>({
    name: `Cropping${rank}D`,
    module: `reshaping.cropping${rank}d`,
    parameters: `cropping=${initial}${rank === 1 ? '' : ', data_format=None'}`,
    renamed: { dim_ordering: 'data_format' },
    documentation: 'Cuts cells off before and after each spatial axis.',
    source: `https://keras.io/api/layers/reshaping_layers/cropping${rank}d/`,
    init(args, layer) {
      layer.inputSpec = [{ ndim: rank + 2 }];
      const format = rank === 1 ? 'channels_last' : dataFormatOf(args);
      return { margins: readMargins(args, 'cropping', rank), format };
    },
    build: (layer, [shape]) => check(rank, layer.settings.margins, layer.settings.format, shape),
    derive(layer, [input], output) {
      const { margins, format } = layer.settings;
      const axes = axesText(
        format,
        input,
        output,
        (axis, from, to) => `${dimText(from)} - ${margins[axis][0]} - ${margins[axis][1]} = ${dimText(to)}`,
      );
      return sameChannels(axes, input, format);
    },
    call(layer, { inputs: [x] }) {
      const { margins, format } = layer.settings;
      check(rank, margins, format, x.shape);
      const negative = margins.map(([before, after]): [number, number] => [-before, -after]);
      return ops.pad(x, allMargins(negative, format));
    },
  });
}
