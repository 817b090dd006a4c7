/** What the normalization layers share: scale and offset weights, and moments. */
import { ops } from '../../../../graph/index.ts';
import type { Dim, Shape } from '../../../../graph/shapes.ts';
import { formatShape } from '../../../../graph/shapes.ts';
import type { Tensor } from '../../../../graph/tensor.ts';
import { IndexError, TypeError as PyTypeError, raise } from '../../../../python/errors.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { message } from '../../../../python/message.ts';
import { PyList, PyTuple } from '../../../../python/values.ts';
import { type ArgumentReader, numberOf } from '../../objects/arguments.ts';
import { isNarrow } from '../../policy.ts';
import { raiseInWords } from '../../versionWords.ts';
import { type WeightSettings, weightSettings } from '../base/layerArguments.ts';
import type { LayerObject } from '../base/layerObject.ts';

export interface Scaling {
  /** Null where `scale=False`. */
  readonly gamma: WeightSettings | null;
  /** Null where `center=False`. */
  readonly beta: WeightSettings | null;
  readonly epsilon: number;
}

export function readScaling(args: ArgumentReader): Scaling {
  return {
    gamma: args.boolean('scale') ? weightSettings(args, 'gamma') : null,
    beta: args.boolean('center') ? weightSettings(args, 'beta') : null,
    epsilon: args.number('epsilon'),
  };
}

export function makeScaling(
  layer: LayerObject,
  py: Interpreter,
  { gamma, beta }: Scaling,
  shape: Shape,
): void {
  if (gamma !== null) layer.makeWeight(py, { name: 'gamma', shape, autocast: false, ...gamma });
  if (beta !== null) layer.makeWeight(py, { name: 'beta', shape, autocast: false, ...beta });
}

/** `axis`: an integer or a list of them; Keras's error for anything else. */
export function readAxes(args: ArgumentReader): number[] {
  const value = args.value('axis');
  const isList = value instanceof PyList || value instanceof PyTuple;
  if (!isList && numberOf(value) === undefined) {
    const text = `Expected an int or a list/tuple of ints for the argument 'axis', but received: ${args.py.repr(value)}`;
    throw raise(PyTypeError, text, {
      code: 'invalid-argument',
      blame: { kind: 'argument', name: 'axis' },
    });
  }
  return args.integers('axis');
}

/** The size of an axis; Python's error where the shape has no such axis. */
export function dimAt(py: Interpreter, layer: LayerObject, shape: Shape, axis: number): Dim {
  const dim = shape.at(axis);
  if (dim !== undefined && axis < shape.length) return dim;
  const rank = shape.length;
  const counted = axis < 0 ? axis + rank : axis;
  throw raiseInWords(
    py,
    {
      3: [IndexError, 'tuple index out of range'],
      2: `Invalid value for \`axis\` argument. Expected 0 <= axis < inputs.rank (with inputs.rank=${rank}). Received: axis=(${counted},)`,
      1: [IndexError, 'tuple index out of range'],
    },
    {
      code: 'axis-out-of-range',
      explanation: message(
        '`{0}` works on axis {1}, and its input {2} has no such axis.',
        layer.cls.name,
        axis,
        formatShape(shape),
      ),
    },
  );
}

/** The axis counted from the front. */
export function fromFront(axis: number, rank: number): number {
  return axis < 0 ? axis + rank : axis;
}

/** (x - mean) / sqrt(variance + epsilon) * gamma + beta; everything broadcasts against x. */
/** Numbers of 16 bits as float32: their squares would overflow. */
export function inFullPrecision(x: Tensor): Tensor {
  return isNarrow(x.dtype) ? ops.cast(x, 'float32') : x;
}

export function standardize(
  x: Tensor,
  mean: Tensor,
  variance: Tensor,
  epsilon: number,
  gamma: Tensor | null,
  beta: Tensor | null,
): Tensor {
  const inverse = ops.rsqrt(ops.add(variance, epsilon));
  const scale = gamma === null ? inverse : ops.mul(inverse, gamma);
  const scaled = ops.mul(ops.sub(x, mean), scale);
  return beta === null ? scaled : ops.add(scaled, beta);
}
