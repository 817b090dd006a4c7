/** The layer `Reshape`. */
import { ops } from '../../../../graph/index.ts';
import { formatShape, type Shape, sizeOf } from '../../../../graph/shapes.ts';
import { TypeError } from '../../../../python/errors.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { message } from '../../../../python/message.ts';
import { classOf } from '../../../../python/types.ts';
import { raiseInWords } from '../../versionWords.ts';
import { inCall, receivedTensor } from '../base/callErrors.ts';
import { defineLayer } from '../base/definition.ts';
import { productText } from '../base/derivation.ts';
import type { LayerObject } from '../base/layerObject.ts';

/** A shape as the list that Keras has made of it. */
function list(shape: readonly (number | null)[]): string {
  return `[${shape.map(dim => dim ?? 'None').join(', ')}]`;
}

/** The target with its -1 worked out; Keras's error where sizes differ. */
function resolve(
  py: Interpreter,
  layer: LayerObject,
  input: Shape,
  target: readonly (number | null)[],
): (number | null)[] {
  const inputText = `inputs=${receivedTensor([null, ...input], layer.computeDtype)}`;
  const opened = target.filter(dim => dim === -1).length;
  if (opened > 1) {
    throw raiseInWords(
      py,
      {
        3: `There must be at most one unknown dimension (-1) in target_shape. Received: target_shape=${formatShape(target)}.`,
        2: inCall(
          layer,
          `There must be at most one unknown dimension in output_shape. Received: output_shape=${list(target)}.`,
          [inputText],
        ),
        1: 'Can only specify one unknown dimension.',
      },
      {
        code: 'reshape-size',
        explanation: message(
          '{0} leaves {1} sizes open, and only one can be worked out from the rest.',
          formatShape(target),
          opened,
        ),
      },
    );
  }
  const total = sizeOf(input);
  const known = target
    .filter(dim => dim !== -1)
    .reduce<number | null>((size, dim) => (size === null || dim === null ? null : size * dim), 1);
  const open = opened === 1;
  if (total === null || known === null) return target.map(dim => (dim === -1 ? null : dim));
  if (open ? known === 0 || total % known !== 0 : total !== known) {
    throw raiseInWords(
      py,
      {
        3: `The total size of the tensor must be unchanged. Received: input_shape=${formatShape(input)}, target_shape=${formatShape(target)}`,
        2: inCall(
          layer,
          `total size of new array must be unchanged, input_shape = ${list(input)}, output_shape = ${list(target)}`,
          [inputText],
        ),
        1: 'total size of new array must be unchanged',
      },
      {
        code: 'reshape-size',
        explanation: message(
          '{0} holds {1} elements and {2} holds {3}.',
          formatShape(input),
          total,
          formatShape(target),
          known,
        ),
      },
    );
  }
  return target.map(dim => (dim === -1 ? total / known : dim));
}

export const reshape = defineLayer<readonly (number | null)[]>({
  name: 'Reshape',
  module: 'reshaping.reshape',
  parameters: 'target_shape',
  documentation: 'The elements of each sample in another shape; one size may be -1.',
  source: 'https://keras.io/api/layers/reshaping_layers/reshape/',
  init(args) {
    const target = args.value('target_shape');
    if (typeof target === 'number' || target === null) {
      const words = `'${classOf(target).name}' object is not iterable`;
      args.fail('target_shape', { 3: [TypeError, words] });
    }
    return args.dims('target_shape');
  },
  build: (layer, [shape], py) => {
    resolve(py, layer as LayerObject, shape.slice(1), layer.settings);
  },
  derive: (_layer, [input], output) =>
    message('the same elements: {0}, and {1}', productText(input.slice(1)), productText(output.slice(1))),
  call: (layer, { inputs: [x], py }) =>
    ops.reshape(x, [x.shape[0], ...resolve(py, layer as LayerObject, x.shape.slice(1), layer.settings)]),
});
