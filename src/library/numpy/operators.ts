/** Python's operators by the operations they stand for: one table for arrays and scalars. */
import type { NativeFunction } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { NOT_IMPLEMENTED, PyTuple, type Value } from '../../python/values.ts';
import { defineMethod } from './definition.ts';

/** The special method's name without its underscores, and the operation. */
const binaryOperators = [
  ['add', 'add'],
  ['sub', 'subtract'],
  ['mul', 'multiply'],
  ['truediv', 'divide'],
  ['floordiv', 'floor_divide'],
  ['mod', 'remainder'],
  ['pow', 'power'],
  ['and', 'bitwise_and'],
  ['or', 'bitwise_or'],
  ['xor', 'bitwise_xor'],
  ['lshift', 'left_shift'],
  ['rshift', 'right_shift'],
] as const;

const comparisonOperators = [
  ['eq', 'equal'],
  ['ne', 'not_equal'],
  ['lt', 'less'],
  ['le', 'less_equal'],
  ['gt', 'greater'],
  ['ge', 'greater_equal'],
] as const;

const unaryOperators = [
  ['neg', 'negative'],
  ['pos', 'positive'],
  ['abs', 'absolute'],
  ['invert', 'invert'],
] as const;

/** How a class computes its operators. Each answers `NotImplemented` where the other value is to decide. */
export interface OperatorRules {
  /** `self OP other`; `reflected` when self stands on the right of the operator. */
  readonly binary: (name: string, self: Value, other: Value, reflected: boolean, py: Interpreter) => Value;
  readonly compare: (name: string, self: Value, other: Value, py: Interpreter) => Value;
  readonly unary: (name: string, self: Value, py: Interpreter) => Value;
  /** `self OP= other`, where the class changes in place. */
  readonly inPlace?: (name: string, self: Value, other: Value, py: Interpreter) => Value;
}

/** The operator methods of a class. */
export function operatorMethods(rules: OperatorRules): NativeFunction[] {
  return [
    ...binaryOperators.flatMap(([symbol, name]) => binaryMethods(symbol, name, rules)),
    ...divisionMethods(rules),
    ...comparisonOperators.map(([symbol, name]) =>
      defineMethod(`__${symbol}__(self, other)`, `\`${name}\` with another value.`, ([self, other], py) =>
        rules.compare(name, self, other, py),
      ),
    ),
    ...unaryOperators.map(([symbol, name]) =>
      defineMethod(`__${symbol}__(self)`, `\`${name}\` of it.`, ([self], py) => rules.unary(name, self, py)),
    ),
  ];
}

function binaryMethods(symbol: string, name: string, rules: OperatorRules): NativeFunction[] {
  const { binary, inPlace } = rules;
  const methods = [
    defineMethod(`__${symbol}__(self, other)`, `\`${name}\` with another value.`, ([self, other], py) =>
      binary(name, self, other, false, py),
    ),
    defineMethod(
      `__r${symbol}__(self, other)`,
      `\`${name}\` of another value with this one.`,
      ([self, other], py) => binary(name, self, other, true, py),
    ),
  ];
  if (inPlace === undefined) return methods;
  return [
    ...methods,
    defineMethod(`__i${symbol}__(self, other)`, `\`${name}\` in place.`, ([self, other], py) =>
      inPlace(name, self, other, py),
    ),
  ];
}

/** `divmod`: quotient and remainder. */
function divisionMethods({ binary }: OperatorRules): NativeFunction[] {
  const both = (self: Value, other: Value, reflected: boolean, py: Interpreter): Value => {
    const results = ['floor_divide', 'remainder'].map(name => binary(name, self, other, reflected, py));
    return results.includes(NOT_IMPLEMENTED) ? NOT_IMPLEMENTED : new PyTuple(results);
  };
  return [
    defineMethod('__divmod__(self, other)', 'Quotient and remainder.', ([self, other], py) =>
      both(self, other, false, py),
    ),
    defineMethod(
      '__rdivmod__(self, other)',
      'Quotient and remainder of another value.',
      ([self, other], py) => both(self, other, true, py),
    ),
  ];
}
