/** What the normalization layers share: scale and offset weights, and moments. */
import { ops } from '../../../../graph/index.ts';
import type { Dim, Shape } from '../../../../graph/shapes.ts';
import { formatShape } from '../../../../graph/shapes.ts';
import type { Tensor } from '../../../../graph/tensor.ts';
import { IndexError, TypeError as PyTypeError, raise, ValueError } from '../../../../python/errors.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { message } from '../../../../python/message.ts';
import { classOf } from '../../../../python/types.ts';
import { NotKnown, PyList, PyTuple, type Value } from '../../../../python/values.ts';
import { kerasVersionKey } from '../../../kerasVersion.ts';
import { type ArgumentReader, numberOf } from '../../objects/arguments.ts';
import { isNarrow } from '../../policy.ts';
import { type Raised, raiseInWords } from '../../versionWords.ts';
import { layerDetail } from '../base/callErrors.ts';
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

function notAxes(args: ArgumentReader): Raised {
  const shown = args.py.repr(args.value('axis'));
  return [
    PyTypeError,
    `Expected an int or a list/tuple of ints for the argument 'axis', but received: ${shown}`,
  ];
}

/** `axis` of a batch normalization: one. Keras 2 takes several in a list, and Keras 1 looks at it later. */
export function readAxis(args: ArgumentReader): number {
  const value = args.value('axis');
  const { current: version } = args.py.state(kerasVersionKey);
  const isList = value instanceof PyList || value instanceof PyTuple;
  if (version < 3 && isList && value.items.length === 1) return args.integers('axis')[0];
  const number = numberOf(value);
  if (version < 3 && (isList || (version === 1 && number === undefined)))
    throw new NotKnown('several axes of a batch normalization are not modelled');
  if (number !== undefined && (version === 3 || Number.isInteger(number))) return Math.trunc(number);
  return args.fail('axis', { 3: noInteger(args.py, value), 2: notAxes(args) });
}

/** What Python says of `int(value)`. */
function noInteger(py: Interpreter, value: Value): Raised {
  if (typeof value === 'string') return `invalid literal for int() with base 10: ${py.repr(value)}`;
  const type = classOf(value).name;
  return [
    PyTypeError,
    `int() argument must be a string, a bytes-like object or a real number, not '${type}'`,
  ];
}

/** `axis`: an integer or a list of them; Keras's error for anything else. */
export function readAxes(args: ArgumentReader): number[] {
  const value = args.value('axis');
  const isList = value instanceof PyList || value instanceof PyTuple;
  if (!isList && numberOf(value) === undefined) {
    args.fail('axis', {
      3:
        args.className === 'UnitNormalization'
          ? [
              PyTypeError,
              `Invalid value for \`axis\` argument: expected an int or a list/tuple of ints. Received: axis=${args.py.str(value)}`,
            ]
          : notAxes(args),
    });
  }
  return args.integers('axis');
}

/** All axes of the layer as Keras 2 tells them in an error. */
function axesFromFront(layer: LayerObject, axis: number, rank: number): string {
  const given = layer.config.get('axis');
  const axes = given instanceof PyList || given instanceof PyTuple ? given.items : [axis];
  return formatShape(axes.map(item => fromFront(numberOf(item) ?? axis, rank)));
}

/** The size of an axis; Python's error where the shape has no such axis. */
export function dimAt(py: Interpreter, layer: LayerObject, shape: Shape, axis: number): Dim {
  const dim = shape.at(axis);
  if (dim !== undefined && axis < shape.length) return dim;
  const rank = shape.length;
  const axes = axesFromFront(layer, axis, rank);
  throw raiseInWords(
    py,
    {
      3: [IndexError, 'tuple index out of range'],
      2: `Invalid value for \`axis\` argument. Expected 0 <= axis < inputs.rank (with inputs.rank=${rank}). Received: axis=${axes}`,
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

/** Where an axis is listed twice, Keras 2 says so; Keras 3 is undone by the shape of the weights. */
export function refuseTwice(
  py: Interpreter,
  layer: LayerObject,
  axes: readonly number[],
  shape: Shape,
): void {
  if (py.state(kerasVersionKey).current !== 2) return;
  const counted = axes.map(axis => fromFront(axis, shape.length));
  if (new Set(counted).size === counted.length) return;
  throw raise(ValueError, `Duplicate axis: ${formatShape(counted)}`, {
    code: 'invalid-argument',
    ...layerDetail(layer),
  });
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
