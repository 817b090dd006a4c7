/** Binary and unary operators, comparison and membership: fast paths for numbers and text, else the dunder methods. */
import { raise, TypeError } from '../errors.ts';
import type { PyIterator } from '../functions.ts';
import type { Interpreter } from '../interpreter.ts';
import type { BinaryOperator, ComparisonOperator } from '../syntax.ts';
import { turnArithmetic } from '../turnNumbers.ts';
import { classOf } from '../types.ts';
import {
  NOT_IMPLEMENTED,
  NotKnown,
  PyBytes,
  PyFloat,
  PyList,
  PyTuple,
  Unknown,
  type Value,
} from '../values.ts';
import { valuesEqual } from './equality.ts';
import { floatOperation, integerOperation, intToFloat } from './numbers.ts';

export type { BinaryOperator };
export type CompareOperator = Exclude<ComparisonOperator, 'Is' | 'IsNot' | 'In' | 'NotIn'>;

interface OperatorNames {
  readonly symbol: string;
  readonly method: string;
  readonly reflected: string;
  readonly inPlace: string;
}

function names(symbol: string, name: string): OperatorNames {
  return { symbol, method: `__${name}__`, reflected: `__r${name}__`, inPlace: `__i${name}__` };
}

/** Python's names for each operator. */
export const operatorNames: { readonly [Operator in BinaryOperator]: OperatorNames } = {
  Add: names('+', 'add'),
  Sub: names('-', 'sub'),
  Mult: names('*', 'mul'),
  MatMult: names('@', 'matmul'),
  Div: names('/', 'truediv'),
  Mod: names('%', 'mod'),
  Pow: names('** or pow()', 'pow'),
  LShift: names('<<', 'lshift'),
  RShift: names('>>', 'rshift'),
  BitOr: names('|', 'or'),
  BitXor: names('^', 'xor'),
  BitAnd: names('&', 'and'),
  FloorDiv: names('//', 'floordiv'),
};

const comparisonMethods: { readonly [Operator in CompareOperator]: readonly [string, string, string] } = {
  Eq: ['__eq__', '__eq__', '=='],
  NotEq: ['__ne__', '__ne__', '!='],
  Lt: ['__lt__', '__gt__', '<'],
  LtE: ['__le__', '__ge__', '<='],
  Gt: ['__gt__', '__lt__', '>'],
  GtE: ['__ge__', '__le__', '>='],
};

/** The value as a plain number when it is int, bool or float; isFloat tells which arithmetic applies. */
function isNumeric(value: Value): value is number | bigint | boolean | PyFloat {
  const kind = typeof value;
  return (
    kind === 'number' ||
    kind === 'bigint' ||
    kind === 'boolean' ||
    (value instanceof PyFloat && value.cls.name === 'float')
  );
}

function asInteger(value: number | bigint | boolean): number | bigint {
  return typeof value === 'boolean' ? Number(value) : value;
}

function asFloat(value: number | bigint | boolean | PyFloat): number {
  return value instanceof PyFloat ? value.value : intToFloat(asInteger(value));
}

const noFloatOperators: ReadonlySet<BinaryOperator> = new Set([
  'MatMult',
  'LShift',
  'RShift',
  'BitOr',
  'BitXor',
  'BitAnd',
]);

/** `left operator right`; `symbol` is what a message calls the operator. */
export function binaryOperation(
  py: Interpreter,
  operator: BinaryOperator,
  left: Value,
  right: Value,
  symbol = operatorNames[operator].symbol,
): Value {
  if (typeof left === 'number' && typeof right === 'number' && operator !== 'MatMult') {
    return integerOperation(operator, left, right);
  }
  if (isNumeric(left) && isNumeric(right)) {
    if (left instanceof PyFloat || right instanceof PyFloat) {
      if (!noFloatOperators.has(operator)) return floatOperation(operator, asFloat(left), asFloat(right));
    } else if (operator !== 'MatMult') {
      const result = integerOperation(operator, asInteger(left), asInteger(right));
      const logical = operator === 'BitAnd' || operator === 'BitOr' || operator === 'BitXor';
      return logical && typeof left === 'boolean' && typeof right === 'boolean' ? result !== 0 : result;
    }
  } else if (operator === 'Add' && typeof left === 'string' && typeof right === 'string') return left + right;
  const ofTurn = turnArithmetic(operator, left, right);
  if (ofTurn !== null) return ofTurn;
  const names = operatorNames[operator];
  const result = isSequenceOperator(operator, left, right)
    ? dispatchReflectedFirst(py, left, right, names.method, names.reflected)
    : dispatch(py, left, right, names.method, names.reflected);
  if (result !== NOT_IMPLEMENTED) return result;
  const unknown = left instanceof Unknown ? left : right instanceof Unknown ? right : null;
  if (unknown !== null) return new Unknown(unknown.reason, arithmeticKind(left, right));
  throw raise(
    TypeError,
    operator === 'Add' && typeof left === 'string'
      ? `can only concatenate str (not "${classOf(right).name}") to str`
      : operator === 'Add' && (left instanceof PyList || left instanceof PyTuple)
        ? `can only concatenate ${classOf(left).name} (not "${classOf(right).name}") to ${classOf(left).name}`
        : `unsupported operand type(s) for ${symbol}: '${classOf(left).errorName}' and '${classOf(right).errorName}'`,
  );
}

/**
 * Lists, tuples and text concatenate and repeat only when the other operand does not want the operation: `[1, 2] + array`
 * is the array's addition.
 */
function isSequenceOperator(operator: BinaryOperator, left: Value, right: Value): boolean {
  if (operator !== 'Add' && operator !== 'Mult') return false;
  return isSequence(left) && typeof right === 'object' && !isSequence(right) && !(right instanceof Unknown);
}

function isSequence(value: Value): boolean {
  return (
    typeof value === 'string' ||
    value instanceof PyList ||
    value instanceof PyTuple ||
    value instanceof PyBytes
  );
}

function dispatchReflectedFirst(
  py: Interpreter,
  left: Value,
  right: Value,
  method: string,
  reflected: string,
): Value {
  const other = classOf(right) === classOf(left) ? undefined : classOf(right).lookup(reflected);
  if (other !== undefined && other !== null) {
    const result = py.call(other, [right, left]);
    if (result !== NOT_IMPLEMENTED) return result;
  }
  const own = classOf(left).lookup(method);
  return own === undefined || own === null ? NOT_IMPLEMENTED : py.call(own, [left, right]);
}

/** What arithmetic between an unknown number and something gives, when that much is certain. */
function arithmeticKind(left: Value, right: Value): string | null {
  const kinds = [left, right].map(value => (value instanceof Unknown ? value.kind : classOf(value).name));
  if (kinds.includes('float') && kinds.every(kind => kind === 'float' || kind === 'int')) return 'float';
  return null;
}

/** `target operator= right`: in place where the type offers it. */
export function inPlaceOperation(
  py: Interpreter,
  operator: BinaryOperator,
  left: Value,
  right: Value,
): Value {
  if (typeof left === 'object' && left !== null && !(left instanceof PyFloat)) {
    const method = classOf(left).lookup(operatorNames[operator].inPlace);
    if (method !== undefined) {
      const result = py.call(method, [left, right]);
      if (result !== NOT_IMPLEMENTED) return result;
    }
  }
  const symbol = operator === 'Pow' ? '**=' : `${operatorNames[operator].symbol}=`;
  return binaryOperation(py, operator, left, right, symbol);
}

/** Tries the left operand's method and the right one's reflected method, a subclass on the right first. */
function dispatch(py: Interpreter, left: Value, right: Value, method: string, reflected: string): Value {
  const leftClass = classOf(left);
  const rightClass = classOf(right);
  const own = leftClass.lookup(method);
  const other = rightClass === leftClass && method !== reflected ? undefined : rightClass.lookup(reflected);
  const rightFirst = other !== undefined && rightClass !== leftClass && rightClass.mro.includes(leftClass);
  if (rightFirst && other !== leftClass.lookup(reflected)) {
    const result = py.call(other!, [right, left]);
    if (result !== NOT_IMPLEMENTED) return result;
  }
  if (own !== undefined && own !== null) {
    const result = py.call(own, [left, right]);
    if (result !== NOT_IMPLEMENTED) return result;
  }
  if (other !== undefined && other !== null) return py.call(other, [right, left]);
  return NOT_IMPLEMENTED;
}

/** `left operator right` for the six comparisons; the result need not be a bool (arrays). */
export function compareValues(py: Interpreter, operator: CompareOperator, left: Value, right: Value): Value {
  if (isNumeric(left) && isNumeric(right)) return compareNumbers(operator, left, right);
  if (typeof left === 'string' && typeof right === 'string')
    return compareOrdered(operator, compareText(left, right));
  const [method, reflected, symbol] = comparisonMethods[operator];
  if (left instanceof Unknown || right instanceof Unknown)
    return compareUnknown(py, method, reflected, left, right);
  const result = dispatch(py, left, right, method, reflected);
  if (result !== NOT_IMPLEMENTED) return result;
  if (operator === 'Eq') return valuesEqual(py, left, right);
  if (operator === 'NotEq') {
    const equal = dispatch(py, left, right, '__eq__', '__eq__');
    return equal === NOT_IMPLEMENTED ? left !== right : equal instanceof Unknown ? equal : !py.truth(equal);
  }
  throw raise(
    TypeError,
    `'${symbol}' not supported between instances of '${classOf(left).errorName}' and '${classOf(right).errorName}'`,
  );
}

function compareUnknown(
  py: Interpreter,
  method: string,
  reflected: string,
  left: Value,
  right: Value,
): Value {
  // Arrays and tensors answer comparisons with unknown values by an array of unknown truth.
  const known = left instanceof Unknown ? right : left;
  const unknown = (left instanceof Unknown ? left : right) as Unknown;
  const own =
    known instanceof Unknown ? undefined : classOf(known).lookup(known === left ? method : reflected);
  if (own !== undefined && own !== null) {
    try {
      const result = py.call(own, [known, unknown]);
      if (result !== NOT_IMPLEMENTED && typeof result !== 'boolean') return result;
    } catch (error) {
      if (!(error instanceof NotKnown)) throw error;
    }
  }
  return new Unknown(unknown.reason);
}

function compareNumbers(
  operator: CompareOperator,
  left: number | bigint | boolean | PyFloat,
  right: number | bigint | boolean | PyFloat,
): boolean {
  // JavaScript compares numbers and big integers exactly, which is what Python does.
  const a = left instanceof PyFloat ? left.value : asInteger(left);
  const b = right instanceof PyFloat ? right.value : asInteger(right);
  switch (operator) {
    case 'Eq':
      // biome-ignore lint/suspicious/noDoubleEquals: 1n == 1 must hold, which is what == does for numbers
      return a == b;
    case 'NotEq':
      // biome-ignore lint/suspicious/noDoubleEquals: see above
      return a != b;
    case 'Lt':
      return a < b;
    case 'LtE':
      return a <= b;
    case 'Gt':
      return a > b;
    case 'GtE':
      return a >= b;
  }
}

/** Text compares by code points, where JavaScript compares code units. */
export function compareText(left: string, right: string): number {
  if (left === right) return 0;
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index++) {
    const a = left.charCodeAt(index);
    const b = right.charCodeAt(index);
    if (a === b) continue;
    const surrogateA = a >= 0xd800 && a <= 0xdfff;
    const surrogateB = b >= 0xd800 && b <= 0xdfff;
    if (surrogateA !== surrogateB) return surrogateA ? 1 : -1;
    return a - b;
  }
  return left.length - right.length;
}

function compareOrdered(operator: CompareOperator, order: number): boolean {
  switch (operator) {
    case 'Eq':
      return order === 0;
    case 'NotEq':
      return order !== 0;
    case 'Lt':
      return order < 0;
    case 'LtE':
      return order <= 0;
    case 'Gt':
      return order > 0;
    case 'GtE':
      return order >= 0;
  }
}

/** `item in container`. */
export function containsValue(py: Interpreter, container: Value, item: Value): Value {
  if (container instanceof Unknown) return new Unknown(container.reason, 'bool');
  const method = classOf(container).lookup('__contains__');
  if (method !== undefined && method !== null) {
    const result = py.call(method, [container, item]);
    return result instanceof Unknown ? result : py.truth(result);
  }
  const cls = classOf(container);
  if (cls.lookup('__iter__') === undefined && cls.lookup('__getitem__') === undefined) {
    throw raise(TypeError, `argument of type '${cls.name}' is not iterable`);
  }
  const iterator: PyIterator = py.iterator(container);
  for (;;) {
    const value = py.settleNow(iterator.next());
    if (value === undefined) return false;
    if (value === item || py.equal(value, item)) return true;
  }
}
