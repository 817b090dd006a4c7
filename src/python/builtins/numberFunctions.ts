/** Built-in functions of numbers and order: abs, round, divmod, pow, sum, min, max, hash, id, bin, chr… */
import { identityOf } from '../collections.ts';
import { OverflowError, TypeError as PyTypeError, raise, ValueError } from '../errors.ts';
import { type NativeFunction, native, suspendable } from '../functions.ts';
import type { Interpreter } from '../interpreter.ts';
import { collectDistinct, collectWaiting, nextWaiting } from '../operations/iteration.ts';
import { classOf } from '../types.ts';
import {
  NOT_IMPLEMENTED,
  NotKnown,
  PyBytes,
  PyObject,
  type PyTuple,
  Unknown,
  type Value,
} from '../values.ts';
import { textLength } from './codePoints.ts';
import { integerOf, integerOrNull, requireKnown, stringOrNull, typeName } from './conversions.ts';
import { hashOf } from './hashing.ts';
import { modularPower } from './integerArithmetic.ts';

function special(value: Value, name: string): Value | undefined {
  requireKnown(value);
  return classOf(value).lookup(name) ?? undefined;
}

function radixText(radix: number, prefix: string) {
  return ([value]: readonly Value[], py: Interpreter): Value => {
    const integer = integerOf(py, value);
    return `${integer < 0 ? '-' : ''}${prefix}${(integer < 0 ? -integer : integer).toString(radix)}`;
  };
}

/** `pow(base, exp, mod)`. */
function power(py: Interpreter, base: Value, exponent: Value, modulus: Value): Value {
  if (modulus === null) return py.binary('Pow', base, exponent);
  const [b, e, m] = [base, exponent, modulus].map(integerOrNull);
  if (b !== null && e !== null && m !== null) return modularPower(b, e, m);
  const method = special(base, '__pow__');
  if (method !== undefined && integerOrNull(base) === null && classOf(base).userDefined) {
    const result = py.call(method, [base, exponent, modulus]);
    if (result !== NOT_IMPLEMENTED) return result;
  }
  throw raise(PyTypeError, 'pow() 3rd argument not allowed unless all arguments are integers');
}

function divmod(py: Interpreter, left: Value, right: Value): Value {
  for (const [object, name, other] of [
    [left, '__divmod__', right],
    [right, '__rdivmod__', left],
  ] as const) {
    const method = special(object, name);
    if (method === undefined) continue;
    const result = py.call(method, [object, other]);
    if (result !== NOT_IMPLEMENTED) return result;
  }
  throw raise(
    PyTypeError,
    `unsupported operand type(s) for divmod(): '${typeName(left)}' and '${typeName(right)}'`,
  );
}

const NO_DEFAULT = '(no default)';

/** `min` and `max`; `operator` is the comparison that makes a later item win. */
function extreme(name: 'min' | 'max'): NativeFunction {
  const operator = name === 'min' ? 'Lt' : 'Gt';
  return suspendable(
    `${name}(*args, key=None, default='${NO_DEFAULT}')`,
    function* ([args, key, fallback], py) {
      const given = (args as PyTuple).items;
      if (given.length === 0) throw raise(PyTypeError, `${name} expected at least 1 argument, got 0`);
      if (given.length > 1 && fallback !== NO_DEFAULT) {
        throw raise(PyTypeError, `Cannot specify a default for ${name}() with multiple positional arguments`);
      }
      const items = given.length === 1 ? yield* collectDistinct(py, given[0]) : given;
      if (items.length === 0) {
        if (fallback !== NO_DEFAULT) return fallback;
        throw raise(ValueError, `${name}() arg is an empty sequence`);
      }
      let best = requireKnown(items[0]);
      let bestKey = key === null ? best : yield* py.callAndWait(key, [best]);
      for (const item of items.slice(1)) {
        const itemKey = key === null ? item : yield* py.callAndWait(key, [item]);
        if (py.truth(py.compare(operator, requireKnown(itemKey), bestKey))) [best, bestKey] = [item, itemKey];
      }
      return best;
    },
  );
}

/** More summands that are all alike are not added one by one. */
const SUMMANDS = 256;

/** The sum of values that one stands for. */
function sumOfAlike(py: Interpreter, start: Value, items: readonly Value[]): Value {
  const sum = items.slice(0, SUMMANDS).reduce<Value>((total, item) => py.binary('Add', total, item), start);
  if (items.length > SUMMANDS) throw new NotKnown('the sum has many parts');
  return sum;
}

export const numberFunctions: NativeFunction[] = [
  native('abs(x, /)', ([x], py) => {
    const method = special(x, '__abs__');
    if (method === undefined) throw raise(PyTypeError, `bad operand type for abs(): '${typeName(x)}'`);
    return py.call(method, [x]);
  }),
  native('round(number, ndigits=None)', ([number, ndigits], py) => {
    const method = special(number, '__round__');
    if (method === undefined)
      throw raise(PyTypeError, `type ${typeName(number)} doesn't define __round__ method`);
    return py.call(method, ndigits === null ? [number] : [number, ndigits]);
  }),
  native('divmod(x, y, /)', ([x, y], py) => divmod(py, x, y)),
  native('pow(base, exp, mod=None)', ([base, exponent, modulus], py) => power(py, base, exponent, modulus)),
  suspendable('sum(iterable, /, start=0)', function* ([iterable, start], py) {
    if (stringOrNull(start) !== null)
      throw raise(PyTypeError, "sum() can't sum strings [use ''.join(seq) instead]");
    if (start instanceof PyBytes)
      throw raise(PyTypeError, "sum() can't sum bytes [use b''.join(seq) instead]");
    let total = start;
    const iterator = py.iterator(iterable);
    if (iterator.typical !== null) return sumOfAlike(py, total, yield* collectWaiting(py, iterator));
    for (;;) {
      const item = yield* nextWaiting(iterator);
      if (item === undefined) return total;
      py.policy.step();
      total = py.binary('Add', total, item);
    }
  }),
  extreme('min'),
  extreme('max'),
  native('hash(obj, /)', ([object], py) => hashOf(py, object)),
  native('id(obj, /)', ([object]) => {
    if (object instanceof Unknown) throw new NotKnown(object.reason);
    if (object instanceof PyObject) return 140000000000000 + identityOf(object) * 16;
    return Number(
      BigInt.asUintN(
        47,
        BigInt(
          `0x${
            [...String(object)]
              .map(c => c.charCodeAt(0).toString(16))
              .join('')
              .slice(0, 12) || '0'
          }`,
        ),
      ),
    );
  }),
  native('bin(number, /)', radixText(2, '0b')),
  native('oct(number, /)', radixText(8, '0o')),
  native('hex(number, /)', radixText(16, '0x')),
  native('chr(i, /)', ([value], py) => {
    const code = integerOf(py, value);
    if (typeof code === 'bigint') throw raise(OverflowError, 'Python int too large to convert to C int');
    if (code < 0 || code > 0x10ffff) throw raise(ValueError, 'chr() arg not in range(0x110000)');
    return String.fromCodePoint(code);
  }),
  native('ord(c, /)', ([value]) => {
    const text = stringOrNull(value);
    if (value instanceof PyBytes && value.data.length === 1) return value.data[0];
    if (value instanceof PyBytes) {
      throw raise(PyTypeError, `ord() expected a character, but string of length ${value.data.length} found`);
    }
    if (text === null) {
      throw raise(PyTypeError, `ord() expected string of length 1, but ${typeName(value)} found`);
    }
    const length = textLength(text);
    if (length !== 1)
      throw raise(PyTypeError, `ord() expected a character, but string of length ${length} found`);
    return text.codePointAt(0)!;
  }),
];
