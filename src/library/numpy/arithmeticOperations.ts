/** Arithmetic of two operands: sums, products, quotients, powers, extremes. */
import { raise, TypeError, ValueError } from '../../python/errors.ts';
import * as complex from './complexNumbers.ts';
import { type DTypeName, kindOf } from './dtypes.ts';
import type { Operation } from './elementwise.ts';
import { byPython } from './objectOperations.ts';
import {
  ends,
  floorFacts,
  fromCorners,
  integerKind,
  productFacts,
  quotientFacts,
  remainderFacts,
  sumFacts,
  truthFacts,
  within,
} from './operationFacts.ts';
import {
  divideTrouble,
  division,
  floating,
  integral,
  notBool,
  numeric,
  plainFloating,
  realFloating,
  troubleOf,
} from './operationTypes.ts';
import * as special from './specialFunctions.ts';

/** As NumPy divides floats: by the remainder, so that `1 // 0.1` is 9. */
function floorDivide(a: number, b: number): number {
  if (b === 0) return a / b;
  if (!Number.isFinite(a) || !Number.isFinite(b)) return Math.floor(a / b);
  let rest = a % b;
  let quotient = (a - rest) / b;
  if (rest !== 0) {
    if (rest < 0 !== b < 0) {
      rest += b;
      quotient -= 1;
    }
  }
  if (quotient === 0) return a / b < 0 ? -0 : 0;
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

function pythonModulo(a: number, b: number): number {
  if (b === 0) return Number.NaN;
  const rest = a % b;
  if (rest !== 0 && rest < 0 !== b < 0) return Number.isFinite(b) ? rest + b : b;
  return rest === 0 ? (b < 0 ? -0 : 0) : rest;
}

/** `a ** b` modulo 2**64, as machine integers wrap. */
function wrappedPower(a: bigint, b: bigint): bigint {
  let result = 1n;
  let square = BigInt.asUintN(64, a);
  for (let rest = b; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = BigInt.asUintN(64, result * square);
    square = BigInt.asUintN(64, square * square);
  }
  return result;
}

/** `a ** b` of integers that may leave doubles: null says so. */
function integerPower(a: number, b: number): number {
  const result = a ** b;
  if (Number.isSafeInteger(result)) return result;
  return Number(BigInt.asIntN(32, wrappedPower(BigInt(a), BigInt(b))));
}

function refuseNegativePowers(
  _a: Parameters<NonNullable<Operation['refuse']>>[0],
  b: Parameters<NonNullable<Operation['refuse']>>[1],
  common: DTypeName,
): void {
  if (!'iu'.includes(kindOf(common)) || !b.data?.numeric) return;
  const { minimum } = b.facts;
  if (minimum !== null && minimum < 0)
    throw raise(ValueError, 'Integers to negative integer powers are not allowed.');
}

const minMax = (
  name: string,
  pick: (a: number, b: number) => number,
  larger: boolean,
  ignoreNaN: boolean,
): Operation => ({
  name,
  inputs: 2,
  noLoop: 'types',
  compute: numeric,
  number: ignoreNaN
    ? (a, b) => (Number.isNaN(a) ? b : Number.isNaN(b) ? a : pick(a, b))
    : (a, b) => (Number.isNaN(a) || Number.isNaN(b) ? Number.NaN : pick(a, b)),
  wide: (a, b) => (a > b === larger ? a : b),
  complex: (a, b) => (complex.compare(a, b) > 0 === larger ? a : b),
  object: (a, b, py) => (py.truth(py.compare(larger ? 'GtE' : 'LtE', a, b)) ? a : b),
  facts: (a, b, computed) => {
    const [left, right] = [ends(a), ends(b)];
    if (left && right) {
      return fromCorners(
        computed,
        [pick(left[0], right[0]), pick(left[1], right[1])],
        a.integers && b.integers,
      );
    }
    const base = integerKind(computed);
    // Without NaN on either side the bound of one operand binds the result.
    if (!(a.finite && b.finite)) return base;
    const bound = larger ? (a.minimum ?? b.minimum) : (a.maximum ?? b.maximum);
    return bound === null ? base : { ...base, finite: true, [larger ? 'minimum' : 'maximum']: bound };
  },
});

export const arithmetic: Operation[] = [
  {
    name: 'add',
    inputs: 2,
    noLoop: 'types',
    compute: numeric,
    number: (a, b) => a + b,
    wide: (a, b) => a + b,
    complex: complex.add,
    object: byPython('Add'),
    facts: (a, b, computed) => (computed === 'bool' ? truthFacts() : sumFacts(a, b, computed, 1)),
    trouble: troubleOf,
  },
  {
    name: 'subtract',
    inputs: 2,
    noLoop: 'types',
    compute: numeric,
    number: (a, b) => a - b,
    wide: (a, b) => a - b,
    complex: complex.subtract,
    object: byPython('Sub'),
    facts: (a, b, computed) => sumFacts(a, b, computed, -1),
    trouble: troubleOf,
    refuse: (_a, _b, common) => {
      if (common !== 'bool') return;
      throw raise(
        TypeError,
        'numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the ' +
          'logical_xor function instead.',
      );
    },
  },
  {
    name: 'multiply',
    inputs: 2,
    noLoop: 'types',
    compute: numeric,
    number: (a, b) => a * b,
    integer32: Math.imul,
    wide: (a, b) => a * b,
    complex: complex.multiply,
    object: byPython('Mult'),
    facts: productFacts,
    trouble: troubleOf,
  },
  {
    name: 'divide',
    inputs: 2,
    compute: division,
    number: (a, b) => a / b,
    complex: complex.divide,
    object: byPython('Div'),
    facts: quotientFacts,
    trouble: divideTrouble,
  },
  {
    name: 'floor_divide',
    inputs: 2,
    signedFirst: true,
    compute: dtype => (kindOf(dtype) === 'c' ? null : notBool(dtype)),
    number: floorDivide,
    wide: (a, b) => (b === 0n ? 0n : a / b - (a % b !== 0n && a < 0n !== b < 0n ? 1n : 0n)),
    object: byPython('FloorDiv'),
    facts: floorFacts,
    trouble: divideTrouble,
  },
  {
    name: 'remainder',
    inputs: 2,
    signedFirst: true,
    compute: dtype => (kindOf(dtype) === 'c' ? null : notBool(dtype)),
    number: pythonModulo,
    wide: (a, b) => (b === 0n ? 0n : ((a % b) + b) % b),
    object: byPython('Mod'),
    facts: remainderFacts,
    trouble: (a, b) => (b === 0 && !Number.isNaN(a) ? 'invalid value' : null),
  },
  {
    name: 'fmod',
    inputs: 2,
    signedFirst: true,
    compute: dtype => (kindOf(dtype) === 'c' ? null : notBool(dtype)),
    number: (a, b) => a % b,
    wide: (a, b) => (b === 0n ? 0n : a % b),
    trouble: (a, b) => (b === 0 && !Number.isNaN(a) ? 'invalid value' : null),
  },
  {
    name: 'power',
    inputs: 2,
    signedFirst: true,
    compute: notBool,
    number: (a, b) => (a === 1 ? 1 : a ** b),
    integer32: integerPower,
    wide: (a, b) => (b < 0n ? 0n : wrappedPower(a, b)),
    complex: complex.power,
    object: byPython('Pow'),
    facts: (a, b, computed) => {
      const range = ends(a);
      if (range && b.constant === 2) {
        const squares = [range[0] ** 2, range[1] ** 2];
        return fromCorners(computed, range[0] <= 0 && range[1] >= 0 ? [0, ...squares] : squares, a.integers);
      }
      return integerKind(computed);
    },
    trouble: (a, b, result) => (a === 0 && b < 0 ? 'divide by zero' : troubleOf(a, b, result)),
    refuse: refuseNegativePowers,
  },
  {
    name: 'float_power',
    inputs: 2,
    compute: dtype =>
      kindOf(dtype) === 'c' ? 'complex128' : kindOf(dtype) === 'O' ? null : numeric(dtype) && 'float64',
    number: (a, b) => (a === 1 ? 1 : a ** b),
    complex: complex.power,
    trouble: troubleOf,
  },
  minMax('maximum', Math.max, true, false),
  minMax('minimum', Math.min, false, false),
  minMax('fmax', Math.max, true, true),
  minMax('fmin', Math.min, false, true),
  {
    name: 'arctan2',
    inputs: 2,
    each: floating,
    compute: realFloating,
    number: Math.atan2,
    facts: within(-3.15, 3.15),
  },
  {
    name: 'hypot',
    inputs: 2,
    each: floating,
    compute: realFloating,
    number: special.hypot,
    trouble: troubleOf,
  },
  {
    name: 'copysign',
    inputs: 2,
    each: floating,
    compute: plainFloating,
    number: (a, b) => (b < 0 || Object.is(b, -0) ? -Math.abs(a) : Math.abs(a)),
  },
  {
    name: 'nextafter',
    inputs: 2,
    each: floating,
    compute: plainFloating,
    number: special.nextAfter,
    narrow: special.nextAfterNarrow,
  },
  { name: 'logaddexp', inputs: 2, each: floating, compute: plainFloating, number: special.logAddExp },
  {
    name: 'logaddexp2',
    inputs: 2,
    each: floating,
    compute: plainFloating,
    number: (a, b) => special.logAddExp(a * Math.LN2, b * Math.LN2) / Math.LN2,
  },
  {
    name: 'heaviside',
    inputs: 2,
    each: floating,
    compute: plainFloating,
    number: (a, b) => (Number.isNaN(a) ? a : a < 0 ? 0 : a > 0 ? 1 : b),
  },
  {
    name: 'gcd',
    inputs: 2,
    noLoop: 'types',
    compute: dtype => (dtype === 'bool' ? null : integral(dtype)),
    number: special.gcd,
    object: (a, b) => special.gcd(Number(a), Number(b)),
    facts: (_a, _b, computed) => integerKind(computed),
  },
  {
    name: 'lcm',
    inputs: 2,
    noLoop: 'types',
    compute: dtype => (dtype === 'bool' ? null : integral(dtype)),
    number: special.lcm,
    object: (a, b) => special.lcm(Number(a), Number(b)),
    facts: (_a, _b, computed) => integerKind(computed),
  },
];
