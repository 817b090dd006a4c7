/** The layer `TimeDistributed`. */

import { ops } from '../../../../graph/index.ts';
import { type Dim, formatShape, type Shape } from '../../../../graph/shapes.ts';
import type { Tensor } from '../../../../graph/tensor.ts';
import { AssertionError, AttributeError, ValueError } from '../../../../python/errors.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { message } from '../../../../python/message.ts';
import { accepts } from '../../tensors/callableSignature.ts';
import { noAttribute, ofVersion, raiseInWords } from '../../versionWords.ts';
import { productOf } from '../base/channels.ts';
import { defineLayer, type LayerCall } from '../base/definition.ts';
import { dimText } from '../base/derivation.ts';
import { LayerObject } from '../base/layerObject.ts';
import { buildInner, callInner, notALayer } from '../wrappers/wrapping.ts';
import { stepOf } from './sequenceLoop.ts';

function stepShape(py: Interpreter, shape: Shape): Shape {
  if (shape.length >= 3) return [shape[0], ...shape.slice(2)];
  throw raiseInWords(
    py,
    {
      3: `\`TimeDistributed\` Layer should be passed an \`input_shape\` with at least 3 dimensions, received: ${formatShape(shape)}`,
      2: `\`TimeDistributed\` Layer should be passed an \`input_shape \` with at least 3 dimensions, received: ${formatShape(shape)}`,
      1: [AssertionError, ''],
    },
    {
      code: 'input-rank',
      explanation: message('`TimeDistributed` needs (batch, steps, …) and receives {0}.', formatShape(shape)),
    },
  );
}

/** Whether a layer treats every sample by itself, so that all steps can go through it as one batch. */
function treatsSamplesAlone(layer: LayerObject): boolean {
  return layer.allLayers().every(inner => {
    const isModel = inner.definition === null && inner.attributes.has('_is_model');
    return (
      isModel ||
      (inner.definition !== null && !inner.cls.userDefined && inner.definition.name !== 'BatchNormalization')
    );
  });
}

/** All steps as samples of one batch. */
function together(inner: LayerObject, x: Tensor, mask: Tensor | null, { training, py }: LayerCall): Tensor {
  const rows: Dim = productOf(x.shape.slice(0, 2));
  const flat = (tensor: Tensor) => ops.reshape(tensor, [rows, ...tensor.shape.slice(2)]);
  const [output] = callInner(py, inner, flat(x), { training, mask: mask === null ? null : flat(mask) });
  return ops.reshape(output, [x.shape[0], x.shape[1], ...output.shape.slice(1)]);
}

/** One call a step. */
function oneByOne(inner: LayerObject, x: Tensor, mask: Tensor | null, { training, py }: LayerCall): Tensor {
  const outputs = Array.from(
    { length: x.shape[1] as number },
    (_, step) =>
      callInner(py, inner, stepOf(x, step), { training, mask: mask === null ? null : stepOf(mask, step) })[0],
  );
  return ops.stack(outputs, 1);
}

export const timeDistributed = defineLayer<LayerObject>({
  name: 'TimeDistributed',
  module: 'rnn.time_distributed',
  parameters: 'layer',
  documentation: 'Applies a layer to every step of a sequence.',
  source: 'https://keras.io/api/layers/recurrent_layers/time_distributed/',
  masking: 'pass',
  init(args) {
    const inner = args.value('layer');
    if (inner instanceof LayerObject) return inner;
    throw notALayer(
      args,
      inner,
      ofVersion(args.py, { 3: ValueError, 1: AttributeError }),
      ofVersion(args.py, {
        3: `Please initialize \`TimeDistributed\` layer with a \`keras.layers.Layer\` instance. Received: ${args.py.str(inner)}`,
        2: `Please initialize \`TimeDistributed\` layer with a \`tf.keras.layers.Layer\` instance. Received: ${args.py.str(inner)}`,
        1: noAttribute(inner, 'uses_learning_phase'),
      }),
    );
  },
  derive: (layer, [input], output) =>
    message(
      '`{0}` at each of {1} steps: {2} becomes {3}',
      layer.settings.cls.name,
      dimText(input[1]),
      formatShape(input.slice(2)),
      formatShape(output.slice(2)),
    ),
  build: (layer, [shape], py) => buildInner(py, layer.settings, stepShape(py, shape)),
  call(layer, call) {
    const {
      inputs: [x],
      masks: [mask],
      py,
    } = call;
    stepShape(py, x.shape);
    const inner = layer.settings;
    // A mask of steps says nothing about what is inside a step.
    const within =
      mask !== null && mask.shape.length > 2 && accepts(py.getAttribute(inner, 'call'), 'mask') ? mask : null;
    const alone = x.shape[1] === null || treatsSamplesAlone(inner);
    return alone ? together(inner, x, within, call) : oneByOne(inner, x, within, call);
  },
});
