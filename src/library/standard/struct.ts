/** The struct module: numbers to bytes and back. */
import { bytesOrNull, doubleOf, integerOrNull, stringOrNull } from '../../python/builtins/conversions.ts';
import { PyClass } from '../../python/classes.ts';
import { Exception, makeException, PythonError } from '../../python/errors.ts';
import { named, native } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { LibraryModule } from '../../python/modules.ts';
import { normalizeInt, PyBytes, PyFloat, PyTuple, type Value } from '../../python/values.ts';

const structError = new PyClass('error', [Exception], [], { module: 'struct' });
const fail = (text: string) => new PythonError(makeException(structError, text));

interface Field {
  readonly code: string;
  /** Values of this code, or bytes of one string for `s` and `p`. */
  readonly count: number;
  readonly offset: number;
}

interface Layout {
  readonly fields: readonly Field[];
  readonly size: number;
  readonly littleEndian: boolean;
}

const SIZES: Readonly<Record<string, number>> = {
  x: 1,
  c: 1,
  b: 1,
  B: 1,
  '?': 1,
  h: 2,
  H: 2,
  i: 4,
  I: 4,
  l: 4,
  L: 4,
  q: 8,
  Q: 8,
  e: 2,
  f: 4,
  d: 8,
  s: 1,
  p: 1,
};
/** Native sizes of a 64-bit machine. */
const NATIVE_SIZES: Readonly<Record<string, number>> = { ...SIZES, l: 8, L: 8, n: 8, N: 8, P: 8 };

function layoutOf(text: string): Layout {
  const order = /^[@=<>!]/.exec(text)?.[0] ?? '@';
  const sizes = order === '@' ? NATIVE_SIZES : SIZES;
  const fields: Field[] = [];
  let offset = 0;
  for (const [, count, code] of text.replace(/^[@=<>!]/, '').matchAll(/\s*(\d*)(.)?\s*/gs)) {
    if (code === undefined) {
      if (count !== '') throw fail('repeat count given without format specifier');
      continue;
    }
    const size = sizes[code];
    if (size === undefined) throw fail('bad char in struct format');
    if (order === '@' && size > 1) offset = Math.ceil(offset / size) * size;
    const repeat = count === '' ? 1 : Number(count);
    fields.push({ code, count: repeat, offset });
    offset += repeat * size;
  }
  return { fields, size: offset, littleEndian: order !== '>' && order !== '!' };
}

/** How many Python values a field stands for. */
const valuesOf = (field: Field) => (field.code === 'x' ? 0 : 'sp'.includes(field.code) ? 1 : field.count);

function packInteger(
  view: DataView,
  at: number,
  code: string,
  size: number,
  value: Value,
  little: boolean,
): void {
  const integer = integerOrNull(value);
  if (integer === null) throw fail('required argument is not an integer');
  const bits = BigInt(size * 8);
  const isSigned = code === code.toLowerCase();
  const big = BigInt(integer);
  const [low, high] = isSigned ? [-(1n << (bits - 1n)), (1n << (bits - 1n)) - 1n] : [0n, (1n << bits) - 1n];
  if (big < low || big > high) {
    if (size === 8)
      throw fail(
        isSigned
          ? 'int too large to convert'
          : big < 0n
            ? 'argument out of range'
            : 'int too large to convert',
      );
    const name =
      size === 1 ? (isSigned ? 'byte' : 'ubyte') : size === 2 ? (isSigned ? 'short' : 'ushort') : '';
    throw fail(
      size === 4
        ? `'${code}' format requires ${low} <= number <= ${high}`
        : `${name} format requires ${low} <= number <= ${high}`,
    );
  }
  const raw = BigInt.asUintN(size * 8, big);
  for (let index = 0; index < size; index++)
    view.setUint8(at + (little ? index : size - 1 - index), Number((raw >> BigInt(8 * index)) & 255n));
}

/** The half-precision bits of a double, rounded to even. */
function halfBits(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const magnitude = Math.abs(value);
  if (Number.isNaN(value)) return 0x7e00;
  if (magnitude === Number.POSITIVE_INFINITY) return sign | 0x7c00;
  const exponent = Math.max(-14, Math.floor(Math.log2(magnitude || 1e-30)));
  const scaled = magnitude / 2 ** (exponent - 10);
  const floor = Math.floor(scaled);
  const rest = scaled - floor;
  const mantissa = rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor;
  const bits = mantissa < 1024 && exponent === -14 ? mantissa : ((exponent + 15) << 10) + (mantissa - 1024);
  if (bits >= 0x7c00) throw fail('float too large to pack with e format');
  return sign | bits;
}

function halfValue(bits: number): number {
  const exponent = (bits >> 10) & 31;
  const mantissa = bits & 1023;
  const sign = bits & 0x8000 ? -1 : 1;
  if (exponent === 31) return mantissa === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (exponent === 0 ? mantissa * 2 ** -24 : (1024 + mantissa) * 2 ** (exponent - 25));
}

function packValue(
  py: Interpreter,
  view: DataView,
  at: number,
  field: Field,
  size: number,
  value: Value,
  little: boolean,
): void {
  switch (field.code) {
    case '?':
      view.setUint8(at, py.truth(value) ? 1 : 0);
      return;
    case 'c': {
      const bytes = bytesOrNull(value);
      if (bytes?.length !== 1) throw fail('char format requires a bytes object of length 1');
      view.setUint8(at, bytes[0]);
      return;
    }
    case 's':
    case 'p': {
      const bytes = bytesOrNull(value);
      if (bytes === null) throw fail(`argument for '${field.code}' must be a bytes object`);
      const shift = field.code === 'p' ? 1 : 0;
      const kept = bytes.slice(0, Math.max(0, field.count - shift));
      if (shift === 1 && field.count > 0) view.setUint8(at, Math.min(255, kept.length));
      for (const [index, byte] of kept.entries()) view.setUint8(at + shift + index, byte);
      return;
    }
    case 'e':
    case 'f':
    case 'd': {
      if (!(value instanceof PyFloat) && integerOrNull(value) === null && typeof value !== 'object')
        throw fail('required argument is not a float');
      const number = doubleOf(py, value);
      if (field.code === 'd') view.setFloat64(at, number, little);
      else if (field.code === 'f') {
        if (Number.isFinite(number) && !Number.isFinite(Math.fround(number)))
          throw fail('float too large to pack with f format');
        view.setFloat32(at, number, little);
      } else view.setUint16(at, halfBits(number), little);
      return;
    }
    default:
      packInteger(view, at, field.code, size, value, little);
  }
}

function pack(py: Interpreter, format: string, values: readonly Value[]): PyBytes {
  const layout = layoutOf(format);
  const expected = layout.fields.reduce((sum, field) => sum + valuesOf(field), 0);
  if (values.length !== expected)
    throw fail(`pack expected ${expected} items for packing (got ${values.length})`);
  const data = new Uint8Array(layout.size);
  const view = new DataView(data.buffer);
  let next = 0;
  const sizes = /^[=<>!]/.test(format) ? SIZES : NATIVE_SIZES;
  for (const field of layout.fields) {
    const size = sizes[field.code];
    for (let index = 0; index < valuesOf(field); index++)
      packValue(py, view, field.offset + index * size, field, size, values[next++], layout.littleEndian);
  }
  return new PyBytes(data);
}

function unpackValue(view: DataView, at: number, field: Field, size: number, little: boolean): Value {
  switch (field.code) {
    case '?':
      return view.getUint8(at) !== 0;
    case 'c':
      return new PyBytes(Uint8Array.of(view.getUint8(at)));
    case 's':
    case 'p': {
      const bytes = Uint8Array.from({ length: field.count }, (_, index) => view.getUint8(at + index));
      return new PyBytes(field.code === 's' ? bytes : bytes.slice(1, 1 + bytes[0]));
    }
    case 'd':
      return new PyFloat(view.getFloat64(at, little));
    case 'f':
      return new PyFloat(view.getFloat32(at, little));
    case 'e':
      return new PyFloat(halfValue(view.getUint16(at, little)));
    default: {
      let raw = 0n;
      for (let index = 0; index < size; index++)
        raw |= BigInt(view.getUint8(at + (little ? index : size - 1 - index))) << BigInt(8 * index);
      const isSigned = field.code === field.code.toLowerCase();
      return normalizeInt(isSigned ? BigInt.asIntN(size * 8, raw) : raw);
    }
  }
}

function unpack(format: string, data: Uint8Array, offset: number): PyTuple {
  const layout = layoutOf(format);
  const view = new DataView(data.buffer, data.byteOffset + offset, layout.size);
  const sizes = /^[=<>!]/.test(format) ? SIZES : NATIVE_SIZES;
  const values: Value[] = [];
  for (const field of layout.fields)
    for (let index = 0; index < valuesOf(field); index++)
      values.push(
        unpackValue(
          view,
          field.offset + index * sizes[field.code],
          field,
          sizes[field.code],
          layout.littleEndian,
        ),
      );
  return new PyTuple(values);
}

function formatOf(value: Value): string {
  const bytes = bytesOrNull(value);
  return bytes === null ? (stringOrNull(value) ?? '') : String.fromCharCode(...bytes);
}

const functions = named(
  native('calcsize(format, /)', ([format]) => layoutOf(formatOf(format)).size),
  native('pack(*args)', ([args], py) => {
    const [format, ...values] = (args as PyTuple).items;
    return pack(py, formatOf(format), values);
  }),
  native('unpack(format, buffer, /)', ([format, buffer]) => {
    const data = bytesOrNull(buffer) ?? new Uint8Array();
    const { size } = layoutOf(formatOf(format));
    if (data.length !== size) throw fail(`unpack requires a buffer of ${size} bytes`);
    return unpack(formatOf(format), data, 0);
  }),
  native('unpack_from(format, buffer, offset=0)', ([format, buffer, offset]) => {
    const data = bytesOrNull(buffer) ?? new Uint8Array();
    const { size } = layoutOf(formatOf(format));
    const given = Number(offset);
    const start = given < 0 ? given + data.length : given;
    if (data.length - start < size)
      throw fail(
        `unpack_from requires a buffer of at least ${start + size} bytes for unpacking ${size} bytes at offset ${start} (actual buffer size is ${data.length})`,
      );
    return unpack(formatOf(format), data, start);
  }),
);

const SOURCE = String.raw`
def iter_unpack(format, buffer, /):
    size = calcsize(format)
    if size == 0:
        raise error('cannot iteratively unpack with a struct of length 0')
    if len(buffer) % size:
        raise error('iterative unpacking requires a buffer of a multiple of %d bytes' % size)
    return (unpack_from(format, buffer, start) for start in range(0, len(buffer), size))


def pack_into(format, buffer, offset, /, *values):
    data = pack(format, *values)
    buffer[offset:offset + len(data)] = data


class Struct:
    def __init__(self, format):
        self.format = format
        self.size = calcsize(format)

    def pack(self, *values):
        return pack(self.format, *values)

    def unpack(self, buffer):
        return unpack(self.format, buffer)

    def unpack_from(self, buffer, offset=0):
        return unpack_from(self.format, buffer, offset)

    def iter_unpack(self, buffer):
        return iter_unpack(self.format, buffer)

    def pack_into(self, buffer, offset, *values):
        pack_into(self.format, buffer, offset, *values)
`;

export const module: LibraryModule = {
  name: 'struct',
  entries: () => [...functions, ['error', structError]],
  source: SOURCE,
};
