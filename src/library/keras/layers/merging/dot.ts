/** The layer `Dot`. */

import { ops } from '../../../../graph/index.ts';
import { dimsAgree, formatShape, type Shape } from '../../../../graph/shapes.ts';
import type { Tensor } from '../../../../graph/tensor.ts';
import {
  IndexError,
  TypeError as PyTypeError,
  type PythonError,
  raise,
  ValueError,
} from '../../../../python/errors.ts';
import { message } from '../../../../python/message.ts';
import { PyList, PyTuple } from '../../../../python/values.ts';
import { type ArgumentReader, numberOf } from '../../objects/arguments.ts';
import { defineLayer } from '../base/definition.ts';
import { dimText } from '../base/derivation.ts';
import { formatShapes, mergeError } from './merging.ts';

interface Settings {
  readonly axes: readonly [number, number];
  readonly normalize: boolean;
}

function readAxes(args: ArgumentReader): readonly [number, number] {
  const value = args.value('axes');
  if (typeof value === 'number') return [value, value];
  if (!(value instanceof PyList) && !(value instanceof PyTuple)) {
    throw raise(
      PyTypeError,
      `Invalid type for argument \`axes\`: it should be a list or an int. Received: axes=${args.py.str(value)}`,
      {
        code: 'invalid-argument',
        blame: { kind: 'argument', name: 'axes' },
      },
    );
  }
  const shown = args.py.str(value);
  if (value.items.length !== 2) {
    args.fail(
      'axes',
      `Invalid format for argument \`axes\`: it should contain two elements. Received: axes=${shown}`,
    );
  }
  const [first, second] = value.items.map(item => numberOf(item));
  if (first === undefined || second === undefined) {
    args.fail(
      'axes',
      `Invalid format for argument \`axes\`: list elements should be integers. Received: axes=${shown}`,
    );
  }
  return [first, second];
}

function resolveAxes({ axes }: Settings, [a, b]: readonly Shape[]): [number, number] {
  return [axes[0] < 0 ? axes[0] + a.length : axes[0], axes[1] < 0 ? axes[1] + b.length : axes[1]];
}

/** Python's own error, where Keras looks an axis up. */
function noSuchAxis(shapes: readonly Shape[], axis: number): PythonError {
  return raise(IndexError, 'tuple index out of range', {
    code: 'axis-out-of-range',
    explanation: message(
      'The inputs have shapes {0}, and one of them has no axis {1}.',
      shapes.map(formatShape).join(', '),
      axis,
    ),
  });
}

function check(settings: Settings, shapes: readonly Shape[]): void {
  if (shapes.length !== 2) {
    throw mergeError(
      `A \`Dot\` layer should be called on a list of 2 inputs. Received: input_shape=${formatShapes(shapes)}`,
      shapes,
    );
  }
  const [left, right] = resolveAxes(settings, shapes);
  const [a, b] = [shapes[0][left], shapes[1][right]];
  const full = shapes.map(formatShape).join(', ');
  if (a === undefined || b === undefined) throw noSuchAxis(shapes, a === undefined ? left : right);
  if (!dimsAgree(a, b)) {
    throw raise(
      ValueError,
      `Incompatible input shapes: axis values ${a} (at axis ${left}) != ${b} (at axis ${right}). Full input shapes: ${full}`,
      {
        code: 'merge-shapes',
        explanation: message(
          'A dot product sums over axes of one length: {0} and {1} differ at axes {2} and {3}.',
          formatShape(shapes[0]),
          formatShape(shapes[1]),
          left,
          right,
        ),
      },
    );
  }
  if (left === 0 || right === 0) {
    throw raise(
      ValueError,
      'Cannot perform batch_dot over axis 0. If your inputs are not batched, add a dummy batch dimension to your inputs using keras.ops.expand_dims(x, 0)',
      { code: 'merge-shapes' },
    );
  }
}

function unit(x: Tensor, axis: number): Tensor {
  return ops.mul(x, ops.rsqrt(ops.maximum(ops.sum(ops.square(x), [axis], true), 1e-12)));
}

/** Sums over one axis of each, sample by sample; what is left of the first comes before what is left of the second. */
function batchDot(a: Tensor, b: Tensor, axes: readonly [number, number]): Tensor {
  const letters = 'abcdefghijklmnop';
  const left = a.shape.map((_, index) => (index === 0 ? 'z' : index === axes[0] ? 'y' : letters[index]));
  const right = b.shape.map((_, index) =>
    index === 0 ? 'z' : index === axes[1] ? 'y' : letters[index].toUpperCase(),
  );
  const kept = [...left, ...right.slice(1)].filter(letter => letter !== 'y');
  const product = ops.einsum(`${left.join('')},${right.join('')}->${kept.join('')}`, a, b);
  return product.shape.length === 1 ? ops.expandDims(product, -1) : product;
}

export const dot = defineLayer<Settings>({
  name: 'Dot',
  module: 'merging.dot',
  parameters: 'axes, normalize=False',
  renamed: { dot_axes: 'axes' },
  documentation: 'The dot product of two inputs, sample by sample, over one axis of each.',
  source: 'https://keras.io/api/layers/merging_layers/dot/',
  masking: 'stop',
  init: args => ({ axes: readAxes(args), normalize: args.boolean('normalize') }),
  derive(layer, inputs) {
    const [left, right] = resolveAxes(layer.settings, inputs);
    const rest = inputs.map((shape, index) =>
      shape.filter((_, axis) => axis > 0 && axis !== (index === 0 ? left : right)),
    );
    const kept = rest.flat().map(dimText).join(', ');
    return kept === ''
      ? message('sums the products along {0} values: one number', dimText(inputs[0][left]))
      : message('sums the products along {0} values, which leaves {1}', dimText(inputs[0][left]), kept);
  },
  build: (layer, shapes) => check(layer.settings, shapes),
  call(layer, { inputs }) {
    const shapes = inputs.map(input => input.shape);
    check(layer.settings, shapes);
    const axes = resolveAxes(layer.settings, shapes);
    const [a, b] = layer.settings.normalize ? [unit(inputs[0], axes[0]), unit(inputs[1], axes[1])] : inputs;
    return batchDot(a, b, axes);
  },
});
