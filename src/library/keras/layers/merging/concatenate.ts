/** The layer `Concatenate`. */
import { ops } from '../../../../graph/index.ts';
import { dimsAgree, formatShape, type Shape } from '../../../../graph/shapes.ts';
import type { Tensor } from '../../../../graph/tensor.ts';
import { IndexError, raise, ValueError } from '../../../../python/errors.ts';
import { message } from '../../../../python/message.ts';
import { defineLayer, type LayerCall } from '../base/definition.ts';
import { dimText } from '../base/derivation.ts';
import { formatShapes, mergeError } from './merging.ts';

function fit(a: Shape, b: Shape, axis: number): boolean {
  if (a.length !== b.length) return false;
  const along = axis < 0 ? axis + a.length : axis;
  return a.every((dim, index) => index === along || dimsAgree(dim, b[index]));
}

function check(shapes: readonly Shape[], axis: number): void {
  const short = shapes.find(shape => shape.at(axis) === undefined);
  // Keras takes the axis out of a list of sizes.
  if (short !== undefined)
    throw raise(IndexError, 'list assignment index out of range', {
      code: 'axis-out-of-range',
      explanation: message('{0} has no axis {1} to join along.', formatShape(short), axis),
    });
  const other = shapes.find(shape => !fit(shapes[0], shape, axis));
  if (other === undefined) return;
  throw raise(
    ValueError,
    `A \`Concatenate\` layer requires inputs with matching shapes except for the concatenation axis. Received: input_shape=${formatShapes(shapes)}`,
    {
      code: 'merge-shapes',
      explanation:
        shapes[0].length === other.length
          ? message(
              '{0} and {1} cannot be joined along axis {2}: they differ elsewhere too.',
              formatShape(shapes[0]),
              formatShape(other),
              axis,
            )
          : message(
              '{0} and {1} have different numbers of axes, and only tensors with the same can be joined.',
              formatShape(shapes[0]),
              formatShape(other),
            ),
    },
  );
}

/** True with the shape of a tensor. */
function everywhere(x: Tensor): Tensor {
  return ops.logicalOr(ops.equal(x, x), true);
}

/** Masks joined like the inputs; an input without one counts in full, as does a mask without axes for features. */
function joinMasks({ inputs, masks }: LayerCall, axis: number): Tensor | null {
  if (masks.every(mask => mask === null)) return null;
  const rank = inputs[0].shape.length;
  const along = axis < 0 ? axis + rank : axis;
  const full = masks.map((mask, index) => {
    if (mask === null) return everywhere(inputs[index]);
    const wide = mask.shape.length < rank ? ops.expandDims(mask, -1) : mask;
    // Along the features every part keeps its own width; elsewhere all must be as wide as the widest.
    return along === rank - 1 ? wide : ops.logicalAnd(wide, everywhere(inputs[index]));
  });
  return ops.all(ops.concat(full, axis), [-1]);
}

export const concatenate = defineLayer<number>({
  name: 'Concatenate',
  module: 'merging.concatenate',
  parameters: 'axis=-1',
  renamed: { concat_axis: 'axis' },
  documentation: 'Its inputs one after the other along an axis.',
  source: 'https://keras.io/api/layers/merging_layers/concatenate/',
  masking: 'pass',
  init: args => args.integer('axis'),
  build(layer, shapes) {
    if (shapes.length > 0) check(shapes, layer.settings);
  },
  call(layer, { inputs, isList }) {
    const shapes = inputs.map(input => input.shape);
    if (!isList || inputs.length === 0) {
      throw mergeError(
        `A \`Concatenate\` layer should be called on a list of at least 1 input. Received: input_shape=${isList ? '[]' : formatShape(shapes[0])}`,
        shapes,
      );
    }
    check(shapes, layer.settings);
    return ops.concat(inputs, layer.settings);
  },
  derive(layer, inputs, output) {
    const along = layer.settings < 0 ? layer.settings + output.length : layer.settings;
    const parts = inputs.map(shape => dimText(shape[along])).join(' + ');
    return message('axis {0}: {1} = {2}', along, parts, dimText(output[along]));
  },
  mask: (layer, call) => joinMasks(call, layer.settings),
});
