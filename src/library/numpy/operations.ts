/** The element-by-element operations themselves: types, formulas, facts. One table; ufuncs and operators use it. */
import { raise, TypeError, ValueError } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { PyComplex, type Value } from '../../python/values.ts';
import { roundTiesToEven } from './casting.ts';
import * as complex from './complexNumbers.ts';
import { type DTypeName, dtypeInfo, kindOf } from './dtypes.ts';
import type { Operation, Trouble } from './elementwise.ts';
import { type Facts, facts, intervalFacts, noFacts } from './facts.ts';
import * as special from './specialFunctions.ts';

type BinaryName = Parameters<Interpreter['binary']>[0];
type CompareName = Parameters<Interpreter['compare']>[0];

const numeric = (dtype: DTypeName): DTypeName | null => ('US'.includes(kindOf(dtype)) ? null : dtype);

/** bool counts as int8 in integer arithmetic that has no loop for bool. */
const notBool = (dtype: DTypeName): DTypeName | null => (dtype === 'bool' ? 'int8' : numeric(dtype));

/** Integers become the floating type that holds them. */
function floating(dtype: DTypeName): DTypeName | null {
  const { kind, itemSize } = dtypeInfo(dtype);
  if (kind === 'b') return 'float16';
  if (kind === 'i' || kind === 'u')
    return itemSize === 1 ? 'float16' : itemSize === 2 ? 'float32' : 'float64';
  return kind === 'f' || kind === 'c' || kind === 'O' ? dtype : null;
}

const realFloating = (dtype: DTypeName): DTypeName | null => (kindOf(dtype) === 'c' ? null : floating(dtype));

const division = (dtype: DTypeName): DTypeName | null => {
  if ('biu'.includes(kindOf(dtype))) return 'float64';
  return floating(dtype);
};

const integral = (dtype: DTypeName): DTypeName | null => ('biuO'.includes(kindOf(dtype)) ? dtype : null);

const byPython =
  (operator: BinaryName) =>
  (a: Value, b: Value, py: Interpreter): Value =>
    py.binary(operator, a, b);

function troubleOf(a: number, b: number, result: number): Trouble | null {
  if (Number.isNaN(result)) return Number.isNaN(a) || Number.isNaN(b) ? null : 'invalid value';
  return Number.isFinite(a) && Number.isFinite(b) ? 'overflow' : null;
}

function divideTrouble(a: number, b: number, result: number): Trouble | null {
  if (Number.isNaN(a) || Number.isNaN(b)) return null;
  if (b === 0) return a === 0 ? 'invalid value' : Number.isFinite(a) ? 'divide by zero' : null;
  return troubleOf(a, b, result);
}

// --- facts ---------------------------------------------------------------------------------------------------------

type Ends = readonly [number, number];

function ends(known: Facts): Ends | null {
  return known.minimum === null || known.maximum === null ? null : [known.minimum, known.maximum];
}

/** Facts from the extreme values an operation can give; out of the integer type's range nothing is known. */
function fromCorners(computed: DTypeName, values: readonly number[], integers: boolean): Facts {
  if (!values.every(Number.isFinite)) return noFacts;
  let minimum = Math.min(...values);
  let maximum = Math.max(...values);
  const { kind, itemSize, minimum: least, maximum: most } = dtypeInfo(computed);
  if (kind === 'i' || kind === 'u') {
    if (minimum < least || maximum > most || Math.max(-minimum, maximum) > 2 ** 53) return noFacts;
  }
  if (kind === 'f' && itemSize < 8) {
    if (itemSize === 2) return noFacts;
    // Rounding to the type can pass the exact bound by half a unit.
    minimum = Math.min(minimum, Math.fround(minimum));
    maximum = Math.max(maximum, Math.fround(maximum));
    if (!Number.isFinite(minimum) || !Number.isFinite(maximum)) return noFacts;
    return intervalFacts({ minimum, maximum }, integers && Math.max(-minimum, maximum) < 2 ** 24, true);
  }
  return intervalFacts({ minimum, maximum }, integers && Math.max(-minimum, maximum) < 2 ** 53, true);
}

function sumFacts(a: Facts, b: Facts, computed: DTypeName, sign: 1 | -1): Facts {
  const [left, right] = [ends(a), ends(b)];
  if (!left || !right) return integerKind(computed);
  const corners = left.flatMap(x => right.map(y => x + sign * y));
  return fromCorners(computed, corners, a.integers && b.integers);
}

function integerKind(computed: DTypeName): Facts {
  return 'iu'.includes(kindOf(computed)) ? { ...noFacts, integers: true, finite: true } : noFacts;
}

function productFacts(a: Facts, b: Facts, computed: DTypeName): Facts {
  const [left, right] = [ends(a), ends(b)];
  if (!left || !right) return integerKind(computed);
  const known = fromCorners(
    computed,
    left.flatMap(x => right.map(y => x * y + 0)),
    a.integers && b.integers,
  );
  if (known !== noFacts && b.constant === 1)
    return { ...known, oneHot: a.oneHot, probabilities: a.probabilities, multiHot: a.multiHot };
  return known;
}

function quotientFacts(a: Facts, b: Facts, computed: DTypeName): Facts {
  const [left, right] = [ends(a), ends(b)];
  if (!left || !right || (right[0] <= 0 && right[1] >= 0)) return noFacts;
  const corners = left.flatMap(x => right.map(y => x / y + 0));
  const whole = a.integers && b.constant !== null && Math.abs(b.constant) === 1;
  const known = fromCorners(computed, corners, whole);
  if (known !== noFacts && b.constant === 1)
    return { ...known, oneHot: a.oneHot, probabilities: a.probabilities, multiHot: a.multiHot };
  return known;
}

function floorFacts(a: Facts, b: Facts, computed: DTypeName): Facts {
  const quotient = quotientFacts(a, b, 'float64');
  const range = ends(quotient);
  return range ? fromCorners(computed, range.map(Math.floor), true) : integerKind(computed);
}

function remainderFacts(a: Facts, b: Facts, computed: DTypeName): Facts {
  if (b.minimum === null || b.maximum === null || b.minimum <= 0 || ends(a) === null)
    return integerKind(computed);
  const whole = a.integers && b.integers;
  return intervalFacts({ minimum: 0, maximum: whole ? b.maximum - 1 : b.maximum }, whole, true);
}

/** Facts of an increasing function. */
const increasing =
  (apply: (x: number) => number, whole = false) =>
  (a: Facts, _b: Facts, computed: DTypeName): Facts => {
    const range = ends(a);
    return range ? fromCorners(computed, range.map(apply).map(loosen), whole) : noFacts;
  };

/** Library functions may differ in the last digits from the machine the facts are computed on. */
function loosen(value: number, index: number): number {
  if (Number.isInteger(value)) return value;
  const slack = Math.abs(value) * 1e-6;
  return index === 0 ? value - slack : value + slack;
}

const within =
  (minimum: number, maximum: number, integers = false) =>
  (a: Facts, b: Facts): Facts =>
    a.finite && b.finite ? facts({ minimum, maximum, integers, finite: true }) : noFacts;

const truthFacts = (): Facts => facts({ minimum: 0, maximum: 1, integers: true });

// --- builders ------------------------------------------------------------------------------------------------------

function unary(name: string, number: (a: number) => number, rest: Partial<Operation> = {}): Operation {
  return { name, inputs: 1, compute: floating, number, trouble: unaryTrouble, ...rest };
}

function unaryTrouble(a: number, _b: number, result: number): Trouble | null {
  return troubleOf(a, 0, result);
}

function logTrouble(zero: number) {
  return (a: number, _b: number, result: number): Trouble | null =>
    a === zero ? 'divide by zero' : Number.isNaN(result) && !Number.isNaN(a) ? 'invalid value' : null;
}

function comparison(
  name: string,
  operator: CompareName,
  number: (a: number, b: number) => boolean,
  order: (sign: number) => boolean,
): Operation {
  return {
    name,
    inputs: 2,
    compute: dtype => dtype,
    result: () => 'bool',
    number: (a, b) => (number(a, b) ? 1 : 0),
    wide: (a, b) => order(a < b ? -1 : a > b ? 1 : 0),
    complex: (a, b) => order(complex.compare(a, b)),
    text: (a, b) => order(a < b ? -1 : a > b ? 1 : 0),
    object: (a, b, py) => py.compare(operator, a, b),
    facts: (a, b) => {
      const sign = certainOrder(a, b);
      return sign === null ? truthFacts() : facts({ constant: order(sign) ? 1 : 0 });
    },
  };
}

/** The order of two operands if it is the same everywhere and certain. */
function certainOrder(a: Facts, b: Facts): number | null {
  if (a.maximum !== null && b.minimum !== null && a.maximum < b.minimum) return -1;
  if (a.minimum !== null && b.maximum !== null && a.minimum > b.maximum) return 1;
  return a.constant !== null && a.constant === b.constant ? 0 : null;
}

function logical(name: string, apply: (a: boolean, b: boolean) => boolean): Operation {
  return {
    name,
    inputs: 2,
    compute: numeric,
    result: computed => (computed === 'object' ? 'object' : 'bool'),
    number: (a, b) => (apply(a !== 0, b !== 0) ? 1 : 0),
    wide: (a, b) => apply(a !== 0n, b !== 0n),
    complex: (a, b) => apply(complex.isNonZero(a), complex.isNonZero(b)),
    object: (a, b, py) =>
      name === 'logical_and'
        ? py.truth(a)
          ? b
          : a
        : name === 'logical_or'
          ? py.truth(a)
            ? a
            : b
          : py.truth(a) !== py.truth(b),
    facts: truthFacts,
  };
}

function bitwise(
  name: string,
  operator: BinaryName,
  number: (a: bigint, b: bigint) => bigint,
  quick: (a: number, b: number) => number,
): Operation {
  return {
    name,
    inputs: 2,
    compute: integral,
    number: (a, b) =>
      a >= -2147483648 && a <= 2147483647 && b >= -2147483648 && b <= 2147483647
        ? quick(a, b)
        : Number(number(BigInt(a), BigInt(b))),
    wide: number,
    object: byPython(operator),
    facts: (a, b, computed) =>
      computed === 'bool' || (a.multiHot && b.multiHot) ? truthFacts() : integerKind(computed),
  };
}

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

const arithmetic: Operation[] = [
  {
    name: 'add',
    inputs: 2,
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
    compute: dtype => (kindOf(dtype) === 'c' ? null : notBool(dtype)),
    number: (a, b) => a % b,
    wide: (a, b) => (b === 0n ? 0n : a % b),
    trouble: (a, b) => (b === 0 && !Number.isNaN(a) ? 'invalid value' : null),
  },
  {
    name: 'power',
    inputs: 2,
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
    compute: dtype => (kindOf(dtype) === 'c' ? 'complex128' : numeric(dtype) && 'float64'),
    number: (a, b) => (a === 1 ? 1 : a ** b),
    complex: complex.power,
    trouble: troubleOf,
  },
  minMax('maximum', Math.max, true, false),
  minMax('minimum', Math.min, false, false),
  minMax('fmax', Math.max, true, true),
  minMax('fmin', Math.min, false, true),
  { name: 'arctan2', inputs: 2, compute: realFloating, number: Math.atan2, facts: within(-3.15, 3.15) },
  { name: 'hypot', inputs: 2, compute: realFloating, number: special.hypot, trouble: troubleOf },
  {
    name: 'copysign',
    inputs: 2,
    compute: realFloating,
    number: (a, b) => (b < 0 || Object.is(b, -0) ? -Math.abs(a) : Math.abs(a)),
  },
  { name: 'nextafter', inputs: 2, compute: realFloating, number: special.nextAfter },
  { name: 'logaddexp', inputs: 2, compute: realFloating, number: special.logAddExp },
  {
    name: 'logaddexp2',
    inputs: 2,
    compute: realFloating,
    number: (a, b) => special.logAddExp(a * Math.LN2, b * Math.LN2) / Math.LN2,
  },
  {
    name: 'heaviside',
    inputs: 2,
    compute: realFloating,
    number: (a, b) => (Number.isNaN(a) ? a : a < 0 ? 0 : a > 0 ? 1 : b),
  },
  {
    name: 'gcd',
    inputs: 2,
    compute: integral,
    number: special.gcd,
    facts: (_a, _b, computed) => integerKind(computed),
  },
  {
    name: 'lcm',
    inputs: 2,
    compute: integral,
    number: (a, b) => (a === 0 || b === 0 ? 0 : Math.abs(a * b) / special.gcd(a, b)),
    facts: (_a, _b, computed) => integerKind(computed),
  },
];

const bits: Operation[] = [
  bitwise(
    'bitwise_and',
    'BitAnd',
    (a, b) => a & b,
    (a, b) => a & b,
  ),
  bitwise(
    'bitwise_or',
    'BitOr',
    (a, b) => a | b,
    (a, b) => a | b,
  ),
  bitwise(
    'bitwise_xor',
    'BitXor',
    (a, b) => a ^ b,
    (a, b) => a ^ b,
  ),
  {
    name: 'left_shift',
    inputs: 2,
    compute: dtype => (dtype === 'bool' ? 'int8' : integral(dtype)),
    number: (a, b) => (b >= 64 || b < 0 ? 0 : a * 2 ** b),
    wide: (a, b) => (b >= 64n || b < 0n ? 0n : a << b),
    object: byPython('LShift'),
    facts: (_a, _b, computed) => integerKind(computed),
  },
  {
    name: 'right_shift',
    inputs: 2,
    compute: dtype => (dtype === 'bool' ? 'int8' : integral(dtype)),
    number: (a, b) => Math.floor(a / 2 ** b),
    wide: (a, b) => a >> b,
    object: byPython('RShift'),
    facts: (_a, _b, computed) => integerKind(computed),
  },
  {
    name: 'invert',
    inputs: 1,
    compute: integral,
    number: a => -a - 1,
    wide: a => ~a,
    facts: (a, _b, computed) =>
      computed === 'bool'
        ? truthFacts()
        : fromCorners(computed, ends(a)?.map(x => -x - 1) ?? [Number.NaN], true),
  },
];

const comparisons: Operation[] = [
  comparison(
    'equal',
    'Eq',
    (a, b) => a === b,
    sign => sign === 0,
  ),
  comparison(
    'not_equal',
    'NotEq',
    (a, b) => a !== b,
    sign => sign !== 0,
  ),
  comparison(
    'less',
    'Lt',
    (a, b) => a < b,
    sign => sign < 0,
  ),
  comparison(
    'less_equal',
    'LtE',
    (a, b) => a <= b,
    sign => sign <= 0,
  ),
  comparison(
    'greater',
    'Gt',
    (a, b) => a > b,
    sign => sign > 0,
  ),
  comparison(
    'greater_equal',
    'GtE',
    (a, b) => a >= b,
    sign => sign >= 0,
  ),
  logical('logical_and', (a, b) => a && b),
  logical('logical_or', (a, b) => a || b),
  logical('logical_xor', (a, b) => a !== b),
];

const predicate = (
  name: string,
  number: (a: number) => boolean,
  complexTest: (a: PyComplex) => boolean,
): Operation => ({
  name,
  inputs: 1,
  compute: dtype => ('OUS'.includes(kindOf(dtype)) ? null : dtype),
  result: () => 'bool',
  number: a => (number(a) ? 1 : 0),
  wide: a => number(Number(a)),
  complex: complexTest,
  facts: a =>
    a.finite && (name === 'isnan' || name === 'isinf' || name === 'isfinite')
      ? facts({ constant: name === 'isfinite' ? 1 : 0 })
      : truthFacts(),
});

const predicates: Operation[] = [
  predicate('isnan', Number.isNaN, a => Number.isNaN(a.real) || Number.isNaN(a.imaginary)),
  predicate('isfinite', Number.isFinite, a => Number.isFinite(a.real) && Number.isFinite(a.imaginary)),
  predicate(
    'isinf',
    a => Math.abs(a) === Number.POSITIVE_INFINITY,
    a => [a.real, a.imaginary].some(x => Math.abs(x) === Number.POSITIVE_INFINITY),
  ),
  predicate(
    'signbit',
    a => a < 0 || Object.is(a, -0),
    a => a.real < 0,
  ),
  {
    name: 'logical_not',
    inputs: 1,
    compute: numeric,
    result: computed => (computed === 'object' ? 'object' : 'bool'),
    number: a => (a === 0 ? 1 : 0),
    wide: a => a === 0n,
    complex: a => !complex.isNonZero(a),
    object: (a, _b, py) => !py.truth(a),
    facts: truthFacts,
  },
];

const sameKind: Operation[] = [
  {
    name: 'negative',
    inputs: 1,
    compute: numeric,
    number: a => -a,
    wide: a => -a,
    complex: a => new PyComplex(-a.real, -a.imaginary),
    object: (a, _b, py) => py.binary('Mult', a, -1),
    facts: (a, _b, computed) => fromCorners(computed, ends(a)?.map(x => -x + 0) ?? [Number.NaN], a.integers),
    refuse: (_a, _b, common) => {
      if (common !== 'bool') return;
      throw raise(
        TypeError,
        'The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not ' +
          'function instead.',
      );
    },
  },
  {
    name: 'positive',
    inputs: 1,
    compute: dtype => (dtype === 'bool' ? null : numeric(dtype)),
    number: a => a,
    wide: a => a,
    complex: a => a,
    object: a => a,
    facts: a => a,
  },
  {
    name: 'absolute',
    inputs: 1,
    compute: numeric,
    result: computed =>
      computed === 'complex128' ? 'float64' : computed === 'complex64' ? 'float32' : computed,
    number: Math.abs,
    wide: a => (a < 0n ? -a : a),
    complex: complex.magnitude,
    object: (a, _b, py) => (py.truth(py.compare('Lt', a, 0)) ? py.binary('Mult', a, -1) : a),
    facts: (a, _b, computed) => {
      const range = ends(a);
      if (!range) return integerKind(computed);
      const values = range.map(Math.abs);
      return fromCorners(computed, range[0] <= 0 && range[1] >= 0 ? [0, ...values] : values, a.integers);
    },
  },
  {
    name: 'sign',
    inputs: 1,
    compute: dtype => (dtype === 'bool' ? null : numeric(dtype)),
    number: a => (Number.isNaN(a) ? a : a > 0 ? 1 : a < 0 ? -1 : 0),
    wide: a => (a > 0n ? 1n : a < 0n ? -1n : 0n),
    complex: a => new PyComplex(Math.sign(a.real) || Math.sign(a.imaginary), 0),
    facts: within(-1, 1, true),
  },
  {
    name: 'square',
    inputs: 1,
    compute: notBool,
    number: a => a * a,
    integer32: a => Math.imul(a, a),
    wide: a => a * a,
    complex: a => complex.multiply(a, a),
    object: (a, _b, py) => py.binary('Mult', a, a),
    facts: (a, _b, computed) =>
      arithmetic.find(item => item.name === 'power')!.facts!(a, facts({ constant: 2 }), computed),
    trouble: unaryTrouble,
  },
  {
    name: 'reciprocal',
    inputs: 1,
    compute: notBool,
    number: a => 1 / a,
    wide: a => (a === 0n ? 0n : 1n / a),
    complex: a => complex.divide(new PyComplex(1, 0), a),
    trouble: (a, _b, result) => divideTrouble(1, a, result),
  },
  {
    name: 'conjugate',
    inputs: 1,
    compute: numeric,
    number: a => a,
    wide: a => a,
    complex: a => new PyComplex(a.real, -a.imaginary),
    object: a => a,
    facts: a => a,
  },
  {
    name: 'floor',
    inputs: 1,
    compute: realFloating,
    number: Math.floor,
    facts: increasing(Math.floor, true),
  },
  { name: 'ceil', inputs: 1, compute: realFloating, number: Math.ceil, facts: increasing(Math.ceil, true) },
  {
    name: 'trunc',
    inputs: 1,
    compute: realFloating,
    number: Math.trunc,
    facts: increasing(Math.trunc, true),
  },
  {
    name: 'rint',
    inputs: 1,
    compute: realFloating,
    number: roundTiesToEven,
    facts: increasing(roundTiesToEven, true),
  },
  { name: 'fabs', inputs: 1, compute: realFloating, number: Math.abs },
  { name: 'spacing', inputs: 1, compute: realFloating, number: special.spacing },
];

const transcendental: Operation[] = [
  unary('exp', Math.exp, { facts: increasing(Math.exp), complex: complex.exp }),
  unary('exp2', a => 2 ** a, { facts: increasing(a => 2 ** a) }),
  unary('expm1', Math.expm1, { facts: increasing(Math.expm1) }),
  unary('log', Math.log, { trouble: logTrouble(0), complex: complex.log }),
  unary('log2', Math.log2, { trouble: logTrouble(0) }),
  unary('log10', Math.log10, { trouble: logTrouble(0) }),
  unary('log1p', Math.log1p, { trouble: logTrouble(-1) }),
  unary('sqrt', Math.sqrt, {
    complex: complex.squareRoot,
    facts: (a, b, computed) =>
      a.minimum !== null && a.minimum >= 0 ? increasing(Math.sqrt)(a, b, computed) : noFacts,
  }),
  unary('cbrt', Math.cbrt, { facts: increasing(Math.cbrt) }),
  unary('sin', Math.sin, { facts: within(-1, 1), complex: complex.sin }),
  unary('cos', Math.cos, { facts: within(-1, 1), complex: complex.cos }),
  unary('tan', Math.tan),
  unary('arcsin', Math.asin),
  unary('arccos', Math.acos),
  unary('arctan', Math.atan, { facts: increasing(Math.atan) }),
  unary('sinh', Math.sinh),
  unary('cosh', Math.cosh),
  unary('tanh', Math.tanh, { facts: within(-1, 1) }),
  unary('arcsinh', Math.asinh),
  unary('arccosh', Math.acosh),
  unary('arctanh', Math.atanh, {
    trouble: (a, _b, result) => (Math.abs(a) === 1 ? 'divide by zero' : troubleOf(a, 0, result)),
  }),
  unary('deg2rad', a => a * (Math.PI / 180)),
  unary('rad2deg', a => a * (180 / Math.PI)),
  unary('radians', a => a * (Math.PI / 180)),
  unary('degrees', a => a * (180 / Math.PI)),
];

/** Every element-by-element operation by its NumPy name. */
export const operations: ReadonlyMap<string, Operation> = new Map(
  [...arithmetic, ...bits, ...comparisons, ...predicates, ...sameKind, ...transcendental].map(item => [
    item.name,
    item,
  ]),
);

/** The operation of that name; names are those of the table. */
export function operation(name: string): Operation {
  const found = operations.get(name);
  if (!found) throw new Error(`no operation ${name}`);
  return found;
}
