/** Operations of one operand: signs, rounding, exponentials, logarithms, circular and hyperbolic functions. */
import { raise, TypeError } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { PyComplex, type Value } from '../../python/values.ts';
import { arithmetic } from './arithmeticOperations.ts';
import { roundTiesToEven } from './casting.ts';
import * as complex from './complexNumbers.ts';
import type { Operation, Trouble } from './elementwise.ts';
import { facts, noFacts } from './facts.ts';
import { ends, fromCorners, increasing, integerKind, within } from './operationFacts.ts';
import {
  divideTrouble,
  floating,
  notBool,
  numeric,
  plainFloating,
  realFloating,
  troubleOf,
  unaryTrouble,
} from './operationTypes.ts';
import * as special from './specialFunctions.ts';

function unary(name: string, number: (a: number) => number, rest: Partial<Operation> = {}): Operation {
  return { name, inputs: 1, compute: floating, number, trouble: unaryTrouble, ...rest };
}

function logTrouble(zero: number) {
  return (a: number, _b: number, result: number): Trouble | null =>
    a === zero ? 'divide by zero' : Number.isNaN(result) && !Number.isNaN(a) ? 'invalid value' : null;
}

/** `math.floor` and its like, for objects. */
const byMath =
  (name: string) =>
  (a: Value, _b: Value, py: Interpreter): Value =>
    py.callMethod(py.importModule('math'), name, [a]);

export const sameKind: Operation[] = [
  {
    name: 'negative',
    inputs: 1,
    noLoop: 'classes',
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
    noLoop: 'classes',
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
    noLoop: 'classes',
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
    noLoop: 'classes',
    compute: dtype => (dtype === 'bool' ? null : numeric(dtype)),
    number: a => (Number.isNaN(a) ? a : a > 0 ? 1 : a < 0 ? -1 : 0),
    wide: a => (a > 0n ? 1n : a < 0n ? -1n : 0n),
    complex: a => new PyComplex(Math.sign(a.real) || Math.sign(a.imaginary), 0),
    object: (a, _b, py) => (py.truth(py.compare('Gt', a, 0)) ? 1 : py.truth(py.compare('Lt', a, 0)) ? -1 : 0),
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
    complex: complex.reciprocal,
    object: (a, _b, py) => py.binary('Div', 1, a),
    trouble: (a, _b, result) => divideTrouble(1, a, result),
  },
  {
    name: 'conjugate',
    inputs: 1,
    compute: notBool,
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
    object: byMath('floor'),
    facts: increasing(Math.floor, true),
  },
  {
    name: 'ceil',
    inputs: 1,
    compute: realFloating,
    number: Math.ceil,
    object: byMath('ceil'),
    facts: increasing(Math.ceil, true),
  },
  {
    name: 'trunc',
    inputs: 1,
    compute: realFloating,
    number: Math.trunc,
    object: byMath('trunc'),
    facts: increasing(Math.trunc, true),
  },
  {
    name: 'rint',
    inputs: 1,
    compute: floating,
    number: roundTiesToEven,
    complex: complex.byParts(roundTiesToEven),
    facts: increasing(roundTiesToEven, true),
  },
  { name: 'fabs', inputs: 1, compute: realFloating, number: Math.abs },
  {
    name: 'spacing',
    inputs: 1,
    compute: plainFloating,
    number: special.spacing,
    narrow: special.spacingNarrow,
  },
];

const singleRadian = Math.fround(Math.fround(Math.PI) / 180);
const singleDegrees = Math.fround(180 / Math.fround(Math.PI));

export const transcendental: Operation[] = [
  unary('exp', Math.exp, { facts: increasing(Math.exp), complex: complex.exp }),
  unary('exp2', a => 2 ** a, {
    complex: a => complex.power(new PyComplex(2, 0), a),
    facts: increasing(a => 2 ** a),
  }),
  unary('expm1', Math.expm1, { complex: complex.expMinusOne, facts: increasing(Math.expm1) }),
  unary('log', Math.log, { trouble: logTrouble(0), complex: complex.log }),
  unary('log2', Math.log2, { complex: complex.logarithm(2), trouble: logTrouble(0) }),
  unary('log10', Math.log10, { complex: complex.logarithm(10), trouble: logTrouble(0) }),
  unary('log1p', Math.log1p, { complex: complex.logOnePlus, trouble: logTrouble(-1) }),
  unary('sqrt', Math.sqrt, {
    complex: complex.squareRoot,
    facts: (a, b, computed) =>
      a.minimum !== null && a.minimum >= 0 ? increasing(Math.sqrt)(a, b, computed) : noFacts,
  }),
  unary('cbrt', Math.cbrt, { compute: realFloating, facts: increasing(Math.cbrt) }),
  unary('sin', Math.sin, { facts: within(-1, 1), complex: complex.sin }),
  unary('cos', Math.cos, { facts: within(-1, 1), complex: complex.cos }),
  unary('tan', Math.tan, { complex: complex.tan }),
  unary('arcsin', Math.asin, { complex: complex.arcsin }),
  unary('arccos', Math.acos, { complex: complex.arccos }),
  unary('arctan', Math.atan, { complex: complex.arctan, facts: increasing(Math.atan) }),
  unary('sinh', Math.sinh, { complex: complex.sinh }),
  unary('cosh', Math.cosh, { complex: complex.cosh }),
  unary('tanh', Math.tanh, { complex: complex.tanh, facts: within(-1, 1) }),
  unary('arcsinh', Math.asinh, { complex: complex.arcsinh }),
  unary('arccosh', Math.acosh, { complex: complex.arccosh }),
  unary('arctanh', Math.atanh, {
    complex: complex.arctanh,
    trouble: (a, _b, result) => (Math.abs(a) === 1 ? 'divide by zero' : troubleOf(a, 0, result)),
  }),
  unary('deg2rad', a => a * (Math.PI / 180), { compute: realFloating, narrow: a => a * singleRadian }),
  unary('rad2deg', a => a * (180 / Math.PI), { compute: realFloating, narrow: a => a * singleDegrees }),
  unary('radians', a => a * (Math.PI / 180), { compute: realFloating, narrow: a => a * singleRadian }),
  unary('degrees', a => a * (180 / Math.PI), { compute: realFloating, narrow: a => a * singleDegrees }),
];
