/** The `%` operator of strings: `'%-5s %.2f' % (name, value)`. */
import { PyDict } from '../collections.ts';
import { OverflowError, TypeError as PyTypeError, raise, ValueError } from '../errors.ts';
import type { Interpreter } from '../interpreter.ts';
import { stringRepr } from '../operations/text.ts';
import { classOf, isInstance, tupleClass } from '../types.ts';
import { PyFloat, PyList, PyTuple, type Value } from '../values.ts';
import { textLength } from './codePoints.ts';
import {
  doubleOf,
  doubleToInteger,
  integerOf,
  integerOrNull,
  requireKnown,
  stringOrNull,
  typeName,
} from './conversions.ts';
import { exponentNotation, fixedNotation, generalNotation } from './format.ts';

const DIRECTIVE = /%(?:\(((?:[^()]|\([^)]*\))*)\))?([-+ #0]*)(\*|\d+)?(?:\.(\*|\d*))?[hlL]?(.)?/gsu;

/** Hands out the values for the directives, one after the other or by key. */
class Values {
  private next = 0;
  private readonly positional: readonly Value[];
  private readonly source: Value;
  private readonly py: Interpreter;
  private usedMapping = false;

  constructor(py: Interpreter, source: Value) {
    this.py = py;
    this.source = source;
    this.positional = isTuple(source) ? source.items : [source];
  }

  take(): Value {
    const value = this.positional[this.next];
    if (value === undefined) throw raise(PyTypeError, 'not enough arguments for format string');
    this.next++;
    return requireKnown(value);
  }

  key(name: string): Value {
    if (!this.isMapping()) throw raise(PyTypeError, 'format requires a mapping');
    this.usedMapping = true;
    return requireKnown(this.py.getItem(this.source, name));
  }

  checkAllUsed(): void {
    if (this.usedMapping || this.next >= this.positional.length || this.isMapping()) return;
    if (!isTuple(this.source) && this.source instanceof PyList) return;
    throw raise(PyTypeError, 'not all arguments converted during string formatting');
  }

  private isMapping(): boolean {
    if (this.source instanceof PyDict) return true;
    if (isTuple(this.source) || typeof this.source === 'string') return false;
    return this.source !== null && classOf(this.source).lookup('__getitem__') !== undefined;
  }
}

/** Some classes of libraries are kept as tuples and are none. */
function isTuple(value: Value): value is PyTuple {
  return value instanceof PyTuple && isInstance(value, tupleClass);
}

interface Directive {
  readonly left: boolean;
  readonly sign: '' | '+' | ' ';
  readonly alternate: boolean;
  readonly zero: boolean;
  readonly width: number;
  readonly precision: number | null;
}

/** `format % values`. */
export function percentFormat(py: Interpreter, format: string, values: Value): string {
  requireKnown(values);
  const source = new Values(py, values);
  const text = format.replace(
    DIRECTIVE,
    (whole, key: string | undefined, flags: string, width, precision, type, at: number) => {
      if (type === undefined) throw raise(ValueError, 'incomplete format');
      if (type === '%' && whole === '%%') return '%';
      if (whole.startsWith('%(') && key === undefined) throw raise(ValueError, 'incomplete format key');
      const count = (given: string | undefined): number | null => {
        if (given === undefined) return null;
        if (given !== '*') return given === '' ? 0 : Number(given);
        const star = integerOrNull(source.take());
        if (star === null) throw raise(PyTypeError, '* wants int');
        return Number(star);
      };
      const keyed = key === undefined ? undefined : source.key(key);
      const wide = count(width);
      const directive: Directive = {
        left: flags.includes('-') || (wide ?? 0) < 0,
        sign: flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '',
        alternate: flags.includes('#'),
        zero: flags.includes('0'),
        width: Math.abs(wide ?? 0),
        precision: count(precision),
      };
      const value = keyed === undefined ? source.take() : keyed;
      if (!'diouxXeEfFgGcrsa'.includes(type)) {
        const code = type.codePointAt(0)!.toString(16);
        throw raise(
          ValueError,
          `unsupported format character '${type}' (0x${code}) at index ${textLength(format.slice(0, at + whole.length - type.length))}`,
        );
      }
      return convert(py, directive, type, value);
    },
  );
  source.checkAllUsed();
  return text;
}

function convert(py: Interpreter, directive: Directive, type: string, value: Value): string {
  switch (type) {
    case 's':
    case 'r':
    case 'a': {
      let text = type === 's' ? py.str(value) : type === 'r' ? py.repr(value) : asciiText(py.repr(value));
      if (directive.precision !== null) text = [...text].slice(0, directive.precision).join('');
      return justify(directive, '', text, false);
    }
    case 'c':
      return justify(directive, '', character(py, value), false);
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X':
      return integerDirective(py, directive, type, value);
    default:
      return floatDirective(py, directive, type, value);
  }
}

/** `ascii(x)` from `repr(x)`. */
export function asciiText(repr: string): string {
  let result = '';
  for (const item of repr) {
    const code = item.codePointAt(0)!;
    if (code < 128) result += item;
    else if (code <= 0xff) result += `\\x${code.toString(16)}`;
    else if (code <= 0xffff) result += `\\u${code.toString(16).padStart(4, '0')}`;
    else result += `\\U${code.toString(16).padStart(8, '0')}`;
  }
  return result;
}

function character(py: Interpreter, value: Value): string {
  const text = stringOrNull(value);
  if (text !== null) {
    if (textLength(text) !== 1) throw raise(PyTypeError, '%c requires int or char');
    return text;
  }
  if (integerOrNull(value) === null && classOf(value).lookup('__index__') === undefined) {
    throw raise(PyTypeError, '%c requires int or char');
  }
  const code = integerOf(py, value);
  if (code < 0 || code > 0x10ffff) throw raise(OverflowError, '%c arg not in range(0x110000)');
  return String.fromCodePoint(Number(code));
}

function integerDirective(py: Interpreter, directive: Directive, type: string, value: Value): string {
  const radix = type === 'o' ? 8 : type === 'x' || type === 'X' ? 16 : 10;
  let integer = integerOrNull(value);
  if (integer === null) {
    const cls = classOf(value);
    if (radix === 10 && value instanceof PyFloat) integer = wholeDouble(py, value);
    else if (cls.lookup('__index__') !== undefined) integer = integerOf(py, value);
    else if (radix === 10 && cls.lookup('__int__') !== undefined)
      integer = integerOf(py, py.callMethod(value, '__int__'));
    else {
      const wanted = radix === 10 ? 'a real number' : 'an integer';
      throw raise(PyTypeError, `%${type} format: ${wanted} is required, not ${typeName(value)}`);
    }
  }
  const negative = integer < 0;
  let digits = (negative ? -integer : integer).toString(radix);
  if (type === 'X') digits = digits.toUpperCase();
  if (directive.precision !== null) digits = digits.padStart(directive.precision, '0');
  const prefix = directive.alternate && radix !== 10 ? `0${type}` : '';
  return justify(directive, (negative ? '-' : directive.sign) + prefix, digits, true);
}

function wholeDouble(py: Interpreter, value: PyFloat): number | bigint {
  if (Number.isFinite(value.value)) return doubleToInteger(value.value);
  return integerOf(py, py.callMethod(value, '__int__'));
}

function floatDirective(py: Interpreter, directive: Directive, type: string, value: Value): string {
  const double = doubleOf(py, value);
  const negative = double < 0 || Object.is(double, -0);
  const upper = type === 'E' || type === 'F' || type === 'G';
  if (!Number.isFinite(double)) {
    const name = Number.isNaN(double) ? 'nan' : 'inf';
    const text = upper ? name.toUpperCase() : name;
    return justify(directive, negative && name === 'inf' ? '-' : directive.sign, text, true);
  }
  const precision = directive.precision ?? 6;
  const digits =
    type === 'f' || type === 'F'
      ? fixedNotation(double, precision, directive.alternate)
      : type === 'e' || type === 'E'
        ? exponentNotation(double, precision, directive.alternate, type)
        : generalNotation(double, precision, directive.alternate, type === 'G' ? 'E' : 'e', false);
  return justify(directive, negative ? '-' : directive.sign, digits, true);
}

function justify(directive: Directive, head: string, body: string, numeric: boolean): string {
  const missing = directive.width - textLength(head) - textLength(body);
  if (missing <= 0) return head + body;
  if (directive.left) return head + body + ' '.repeat(missing);
  if (directive.zero && numeric) return head + '0'.repeat(missing) + body;
  return ' '.repeat(missing) + head + body;
}

/** `ascii(x)`. */
export function asciiOf(py: Interpreter, value: Value): string {
  return asciiText(typeof value === 'string' ? stringRepr(value) : py.repr(value));
}
