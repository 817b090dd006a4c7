// Elementwise functions of two tensors, with NumPy broadcasting and dtype promotion.
import type { BinaryName } from '../attributes.ts';
import { promote } from '../dtypes.ts';
import { broadcastShapes, sameShape, staticShape } from '../shapes.ts';
import { Tensor } from '../tensor.ts';
import { cast, toFloat } from './leaves.ts';
import { sum } from './reduction.ts';
import { apply, defineOperation, type Operand, toTensor } from './registry.ts';
import { select } from './selection.ts';
import { reshape } from './shaping.ts';
import { floor, log, neg, square } from './unary.ts';

type Derivatives = (a: Tensor, b: Tensor, y: Tensor, upstream: Tensor) => [Tensor | null, Tensor | null];
type Domain = 'number' | 'float' | 'comparison' | 'logical';

/** Sums a gradient over the axes along which its input was broadcast. */
export function unbroadcast(gradient: Tensor, shape: Tensor['shape']): Tensor {
  if (sameShape(gradient.shape, shape)) return gradient;
  const extra = gradient.shape.length - shape.length;
  const axes: number[] = [];
  for (let axis = 0; axis < gradient.shape.length; axis++) {
    if (axis < extra || (shape[axis - extra] === 1 && gradient.shape[axis] !== 1)) axes.push(axis);
  }
  return reshape(sum(gradient, axes), staticShape('gradient', shape));
}

function define(
  name: BinaryName,
  domain: Domain,
  documentation: string,
  derivatives: Derivatives | 'none',
): (a: Operand, b: Operand) => Tensor {
  defineOperation({
    name,
    documentation,
    infer: ([a, b]) => ({
      shape: broadcastShapes(name, a.shape, b.shape),
      dtype: domain === 'comparison' || domain === 'logical' ? 'bool' : a.dtype,
    }),
    gradient:
      derivatives === 'none'
        ? 'none'
        : (output, upstream) => {
            const [a, b] = output.inputs;
            const [left, right] = derivatives(a, b, output, upstream);
            return [left && unbroadcast(left, a.shape), right && unbroadcast(right, b.shape)];
          },
  });
  return (left, right) => {
    const [a, b] = matchDtypes(left, right, domain);
    return apply(name, [a, b], {});
  };
}

function matchDtypes(left: Operand, right: Operand, domain: Domain): [Tensor, Tensor] {
  let a = left instanceof Tensor ? left : toTensor(left, right instanceof Tensor ? right.dtype : undefined);
  let b = right instanceof Tensor ? right : toTensor(right, a.dtype);
  if (domain === 'logical') return [cast(a, 'bool'), cast(b, 'bool')];
  if (domain === 'float') {
    a = toFloat(a);
    b = toFloat(b);
  }
  let dtype = promote(a.dtype, b.dtype);
  if (dtype === 'bool') dtype = 'int32';
  return [cast(a, dtype), cast(b, dtype)];
}

export const add = define('add', 'number', 'a + b', (_a, _b, _y, g) => [g, g]);
export const sub = define('sub', 'number', 'a - b', (_a, _b, _y, g) => [g, neg(g)]);
export const mul = define('mul', 'number', 'a * b', (a, b, _y, g) => [mul(g, b), mul(g, a)]);
export const div = define('div', 'float', 'a / b', (_a, b, y, g) => {
  const left = div(g, b);
  return [left, neg(mul(left, y))];
});
export const pow = define('pow', 'number', 'a to the power b', (a, b, y, g) => [
  mul(g, mul(b, pow(a, sub(b, 1)))),
  mul(g, select(greater(a, 0), mul(y, log(select(greater(a, 0), a, 1))), 0)),
]);
export const maximum = define('maximum', 'number', 'The larger; NaN if either is', (a, b, _y, g) => [
  mul(g, cast(greaterEqual(a, b), g.dtype)),
  mul(g, cast(less(a, b), g.dtype)),
]);
export const minimum = define('minimum', 'number', 'The smaller; NaN if either is', (a, b, _y, g) => [
  mul(g, cast(lessEqual(a, b), g.dtype)),
  mul(g, cast(greater(a, b), g.dtype)),
]);
export const floorDivide = define('floorDivide', 'number', 'floor(a / b)', 'none');
export const mod = define('mod', 'number', 'a - b * floor(a / b), as in Python', (a, b, _y, g) => [
  g,
  neg(mul(g, floor(div(a, b)))),
]);
export const atan2 = define('atan2', 'float', 'Angle of the point (b, a)', (a, b, _y, g) => {
  const scaled = div(g, add(square(a), square(b)));
  return [mul(scaled, b), neg(mul(scaled, a))];
});
export const equal = define('equal', 'comparison', 'a == b', 'none');
export const notEqual = define('notEqual', 'comparison', 'a != b', 'none');
export const less = define('less', 'comparison', 'a < b', 'none');
export const lessEqual = define('lessEqual', 'comparison', 'a <= b', 'none');
export const greater = define('greater', 'comparison', 'a > b', 'none');
export const greaterEqual = define('greaterEqual', 'comparison', 'a >= b', 'none');
export const logicalAnd = define('logicalAnd', 'logical', 'a and b', 'none');
export const logicalOr = define('logicalOr', 'logical', 'a or b', 'none');
export const logicalXor = define('logicalXor', 'logical', 'a or b, not both', 'none');

export const bitwiseAnd = define('bitwiseAnd', 'number', 'Bits that both have', 'none');
export const bitwiseOr = define('bitwiseOr', 'number', 'Bits that either has', 'none');
export const bitwiseXor = define('bitwiseXor', 'number', 'Bits that one of them has', 'none');
export const shiftLeft = define('shiftLeft', 'number', 'a with its bits moved up by b', 'none');
export const shiftRight = define(
  'shiftRight',
  'number',
  'a with its bits moved down by b, sign kept',
  'none',
);

export function squaredDifference(a: Operand, b: Operand): Tensor {
  return square(sub(a, b));
}

/** x restricted to [low, high]; the gradient is 1 within and 0 outside. */
export function clip(x: Operand, low: Operand, high: Operand): Tensor {
  return minimum(maximum(x, low), high);
}
