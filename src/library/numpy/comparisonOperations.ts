/** Operations whose result is a truth value: comparisons, logic, tests of single numbers. */
import { raise, TypeError } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { PyComplex, Value } from '../../python/values.ts';
import * as complex from './complexNumbers.ts';
import { kindOf } from './dtypes.ts';
import type { Operation } from './elementwise.ts';
import { type Facts, facts } from './facts.ts';
import type { CompareName } from './objectOperations.ts';
import { truthFacts } from './operationFacts.ts';
import { numeric, plainFloating } from './operationTypes.ts';

function comparison(
  name: string,
  operator: CompareName,
  number: (a: number, b: number) => boolean,
  order: (sign: number) => boolean,
): Operation {
  return {
    name,
    inputs: 2,
    noLoop: 'classes',
    compute: dtype => dtype,
    separatesText: true,
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

/** Python's `and` and `or`. */
const bothOf = (a: Value, b: Value, py: Interpreter): Value => (py.truth(a) ? b : a);
const eitherOf = (a: Value, b: Value, py: Interpreter): Value => (py.truth(a) ? a : b);

function logical(name: string, apply: (a: boolean, b: boolean) => boolean): Operation {
  return {
    name,
    inputs: 2,
    noLoop: 'classes',
    compute: numeric,
    result: computed => (computed === 'object' ? 'object' : 'bool'),
    number: (a, b) => (apply(a !== 0, b !== 0) ? 1 : 0),
    wide: (a, b) => apply(a !== 0n, b !== 0n),
    complex: (a, b) => apply(complex.isNonZero(a), complex.isNonZero(b)),
    ...(name === 'logical_xor' ? {} : { object: name === 'logical_and' ? bothOf : eitherOf }),
    facts: truthFacts,
  };
}

export const comparisons: Operation[] = [
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

/** Times have a loop of their own; everything else is refused. */
const isNotATime: Operation = {
  name: 'isnat',
  inputs: 1,
  compute: () => {
    throw raise(TypeError, "ufunc 'isnat' is only defined for np.datetime64 and np.timedelta64.");
  },
  result: () => 'bool',
  number: () => 0,
};

export const predicates: Operation[] = [
  isNotATime,
  predicate('isnan', Number.isNaN, a => Number.isNaN(a.real) || Number.isNaN(a.imaginary)),
  predicate('isfinite', Number.isFinite, a => Number.isFinite(a.real) && Number.isFinite(a.imaginary)),
  predicate(
    'isinf',
    a => Math.abs(a) === Number.POSITIVE_INFINITY,
    a => [a.real, a.imaginary].some(x => Math.abs(x) === Number.POSITIVE_INFINITY),
  ),
  {
    name: 'signbit',
    inputs: 1,
    compute: plainFloating,
    result: () => 'bool',
    number: a => Number(a < 0 || Object.is(a, -0)),
    facts: truthFacts,
  },
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
