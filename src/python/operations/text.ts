/** `str()` and `repr()`: numbers and text exactly as CPython writes them, the rest by the dunder methods. */
import { PyDict, PySet } from '../collections.ts';
import { raise, TypeError } from '../errors.ts';
import type { Interpreter } from '../interpreter.ts';
import { classOf, frozensetClass } from '../types.ts';
import { NotKnown, PyFloat, PyList, type PyObject, PyTuple, Unknown, type Value } from '../values.ts';

/** `repr` of a float: the shortest digits that read back, with Python's choice of notation. */
export function floatRepr(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const [mantissa, exponentText] = value.toExponential().split('e');
  const exponent = Number(exponentText);
  if (exponent < -4 || exponent >= 16) {
    const sign = exponent < 0 ? '-' : '+';
    return `${mantissa}e${sign}${String(Math.abs(exponent)).padStart(2, '0')}`;
  }
  // JavaScript switches notation at other exponents, so the digits are placed here.
  const negative = mantissa.startsWith('-');
  const digits = mantissa.replace('-', '').replace('.', '');
  let text: string;
  if (exponent < 0) text = `0.${'0'.repeat(-exponent - 1)}${digits}`;
  else if (digits.length <= exponent + 1) text = `${digits.padEnd(exponent + 1, '0')}.0`;
  else text = `${digits.slice(0, exponent + 1)}.${digits.slice(exponent + 1)}`;
  return negative ? `-${text}` : text;
}

/** `repr` of text, with Python's choice of quotes and escapes. */
export function stringRepr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let result = quote;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (character === quote || character === '\\') result += `\\${character}`;
    else if (character === '\n') result += '\\n';
    else if (character === '\r') result += '\\r';
    else if (character === '\t') result += '\\t';
    else if (code < 0x20 || code === 0x7f) result += `\\x${code.toString(16).padStart(2, '0')}`;
    else if (code < 0x7f) result += character;
    else if (isPrintable(character)) result += character;
    else if (code <= 0xff) result += `\\x${code.toString(16).padStart(2, '0')}`;
    else if (code <= 0xffff) result += `\\u${code.toString(16).padStart(4, '0')}`;
    else result += `\\U${code.toString(16).padStart(8, '0')}`;
  }
  return result + quote;
}

const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Zs}]/u;

/** Whether `repr` shows the character as it is. */
export function isPrintable(character: string): boolean {
  return character === ' ' || !unprintable.test(character);
}

const openReprs = new WeakMap<Interpreter, Set<PyObject>>();

/** Runs `write` unless the object's repr is already being written further out (a list that holds itself). */
function guarded(py: Interpreter, object: PyObject, recursive: string, write: () => string): string {
  let open = openReprs.get(py);
  if (!open) openReprs.set(py, (open = new Set()));
  if (open.has(object)) return recursive;
  open.add(object);
  try {
    return write();
  } finally {
    open.delete(object);
  }
}

/** `repr(value)`. */
export function reprOf(py: Interpreter, value: Value): string {
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return String(value);
    case 'string':
      return stringRepr(value);
    case 'boolean':
      return value ? 'True' : 'False';
    default:
      break;
  }
  if (value === null) return 'None';
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  const method = value.cls.lookup('__repr__');
  if (value.cls.userDefined && method !== undefined) return textFrom(py, method, value, '__repr__');
  if (value instanceof PyFloat && value.cls.name === 'float') return floatRepr(value.value);
  const container = containerRepr(py, value);
  if (container !== null) return container;
  if (method === undefined)
    return `<${value.cls.module}.${value.cls.qualifiedName} object at ${addressOf(value)}>`;
  return textFrom(py, method, value, '__repr__');
}

function textFrom(py: Interpreter, method: Value, value: Value, name: string): string {
  const text = py.call(method, [value]);
  if (text instanceof Unknown) throw new NotKnown(text.reason);
  if (typeof text !== 'string') {
    throw raise(TypeError, `${name} returned non-string (type ${classOf(text).name})`);
  }
  return text;
}

/** The repr of the built-in containers themselves (not of subclasses with their own `__repr__`); null for others. */
export function containerRepr(py: Interpreter, value: PyObject): string | null {
  if (value instanceof PyList) {
    if (value.lost) throw new NotKnown(value.lost.reason);
    return guarded(py, value, '[...]', () => `[${value.items.map(item => reprOf(py, item)).join(', ')}]`);
  }
  if (value instanceof PyTuple && value.cls.name === 'tuple') {
    const comma = value.items.length === 1 ? ',' : '';
    return guarded(
      py,
      value,
      '(...)',
      () => `(${value.items.map(item => reprOf(py, item)).join(', ')}${comma})`,
    );
  }
  if (value instanceof PyDict && value.cls.name === 'dict') {
    if (value.lost) throw new NotKnown(value.lost.reason);
    const entry = ([key, item]: [Value, Value]) => `${reprOf(py, key)}: ${reprOf(py, item)}`;
    return guarded(py, value, '{...}', () => `{${[...value.entries()].map(entry).join(', ')}}`);
  }
  if (value instanceof PySet) {
    if (value.lost) throw new NotKnown(value.lost.reason);
    const inner = [...value.keys()].map(key => reprOf(py, key)).join(', ');
    const name = value.cls.name;
    if (value.size === 0) return `${name}()`;
    if (name === 'set') return guarded(py, value, 'set(...)', () => `{${inner}}`);
    return guarded(py, value, `${name}(...)`, () =>
      value.cls === frozensetClass ? `frozenset({${inner}})` : `${name}({${inner}})`,
    );
  }
  return null;
}

let addresses = 0;
const addressTable = new WeakMap<object, string>();

/** A stand-in for the memory address that CPython shows. */
export function addressOf(value: object): string {
  let address = addressTable.get(value);
  if (address === undefined) {
    address = `0x${(0x7f0000000000 + ++addresses * 0x40).toString(16)}`;
    addressTable.set(value, address);
  }
  return address;
}

/** `str(value)`. */
export function strOf(py: Interpreter, value: Value): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return reprOf(py, value);
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  const method = value.cls.lookup('__str__');
  if (method === undefined || method === null) return reprOf(py, value);
  return textFrom(py, method, value, '__str__');
}
