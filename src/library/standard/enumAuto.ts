/** `auto()`, and what is calculated of it before a member has its value. */
import { PyClass } from '../../python/classes.ts';
import { method, named, native } from '../../python/functions.ts';
import type { BinaryOperator } from '../../python/operations/operators.ts';
import { objectClass } from '../../python/types.ts';
import { PyObject, type Value } from '../../python/values.ts';

/** `auto()`. */
export class AutoValue extends PyObject {
  cls: PyClass = autoClass;
  /** Its value, once the member that it was assigned to is made. */
  resolved: Value | undefined = undefined;
}

/** `READ | WRITE` in the body of a flag, where both are still `auto()`. */
export class AutoCombination extends PyObject {
  cls: PyClass = autoClass;
  readonly operator: BinaryOperator;
  readonly left: Value;
  readonly right: Value;
  constructor(operator: BinaryOperator, left: Value, right: Value) {
    super();
    this.operator = operator;
    this.left = left;
    this.right = right;
  }
}

const combinations = (
  [
    ['or', 'BitOr'],
    ['and', 'BitAnd'],
    ['xor', 'BitXor'],
  ] as const
).flatMap(([name, operator]) => [
  method(`__${name}__(self, value, /)`, ([self, value]) => new AutoCombination(operator, self, value)),
  method(`__r${name}__(self, value, /)`, ([self, value]) => new AutoCombination(operator, value, self)),
]);

export const autoClass = new PyClass(
  'auto',
  [objectClass],
  named(
    native('__new__(cls)', () => new AutoValue()),
    ...combinations,
  ),
  { module: 'enum' },
);
