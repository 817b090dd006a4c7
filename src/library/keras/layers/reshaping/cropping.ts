/** The layers Cropping1D, Cropping2D and Cropping3D. */
import { ops } from '../../../../graph/index.ts';
import { formatShape, type Shape } from '../../../../graph/shapes.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { message } from '../../../../python/message.ts';
import { NotKnown } from '../../../../python/values.ts';
import { kerasVersionKey } from '../../../kerasVersion.ts';
import { raiseInWords } from '../../versionWords.ts';
import { inCall, receivedTensor } from '../base/callErrors.ts';
import { type DataFormat, spatialOf } from '../base/channels.ts';
import { defineLayer, type LayerDefinition } from '../base/definition.ts';
import { axesText, dimText, sameChannels } from '../base/derivation.ts';
import { dataFormatOf } from '../base/layerArguments.ts';
import type { LayerObject } from '../base/layerObject.ts';
import { allMargins, type Margins, readMargins } from './margins.ts';

/** Where nothing would be left. Keras 1 cuts all the same, as Python does, and Keras 2 where there are three axes. */
function check(
  py: Interpreter,
  layer: LayerObject,
  rank: number,
  { margins, format }: { readonly margins: Margins; readonly format: DataFormat },
  shape: Shape,
): void {
  const axis = spatialOf(shape, format).findIndex(
    (dim, index) => dim !== null && dim <= margins[index][0] + margins[index][1],
  );
  if (axis < 0) return;
  const { current: version } = py.state(kerasVersionKey);
  if (version === 1 || (version === 2 && rank === 3)) throw new NotKnown('what is cut off leaves nothing');
  const shown = rank === 1 ? formatShape(margins[0]) : `(${margins.map(formatShape).join(', ')})`;
  const received = `Received: inputs.shape=${formatShape(shape)}, and cropping=${shown}`;
  const earlier =
    rank === 1
      ? `cropping parameter of Cropping layer must be greater than the input shape. ${received}`
      : `Argument \`cropping\` must be greater than the input shape. ${received}`;
  const words = {
    3:
      rank === 1
        ? `\`cropping\` parameter of \`Cropping1D\` layer must be smaller than the input length. Received: input_shape=${formatShape(shape)}, cropping=${shown}`
        : `Values in \`cropping\` argument should be smaller than the corresponding spatial dimension of the input. Received: input_shape=${formatShape(shape)}, cropping=${shown}`,
    2: inCall(layer, earlier, [`inputs=${receivedTensor(shape, layer.computeDtype)}`]),
  };
  throw raiseInWords(py, words, {
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
    build: (layer, [shape], py) => check(py, layer as LayerObject, rank, layer.settings, shape),
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
    call(layer, { inputs: [x], py }) {
      const { margins, format } = layer.settings;
      check(py, layer as LayerObject, rank, layer.settings, x.shape);
      const negative = margins.map(([before, after]): [number, number] => [-before, -after]);
      return ops.pad(x, allMargins(negative, format));
    },
  });
}
