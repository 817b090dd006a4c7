/** bytes and bytearray. */
import type { PyClass } from '../classes.ts';
import { IndexError, TypeError as PyTypeError, raise, ValueError } from '../errors.ts';
import { ClassMethod, method, type NativeFunction, named, native, StaticMethod } from '../functions.ts';
import type { Interpreter } from '../interpreter.ts';
import { bytearrayClass, bytesClass, classOf } from '../types.ts';
import { NOT_IMPLEMENTED, PyBytes, PyTuple, type Value } from '../values.ts';
import { bytesRepr, fromLatin, latin, like, makeBytes, read } from './bytesContents.ts';
import { stringLike } from './bytesText.ts';
import { decodeBytes, encodeText } from './codecs.ts';
import {
  indexOf,
  integerOf,
  integerOrNull,
  requireKnown,
  stringOf,
  stringOrNull,
  typeName,
} from './conversions.ts';
import { hashText } from './hashes.ts';
import { overArray } from './iterators.ts';
import { comparisons, reading, wrongReceiver } from './operatorMethods.ts';
import { percentFormat } from './percentFormat.ts';
import { repeatCount } from './repetition.ts';
import { isSlice, sliceIndices, subscriptInteger, takeSlice } from './slices.ts';

function byteOf(py: Interpreter, value: Value, kind: string): number {
  const byte = integerOf(py, value);
  if (byte < 0 || byte > 255)
    throw raise(
      ValueError,
      kind === 'bytes' ? 'bytes must be in range(0, 256)' : 'byte must be in range(0, 256)',
    );
  return Number(byte);
}

function construct(py: Interpreter, source: Value, encoding: Value, errors: Value, kind: string): Uint8Array {
  const text = stringOrNull(source);
  if (text !== null) {
    if (encoding === null) throw raise(PyTypeError, 'string argument without an encoding');
    return encodeText(
      text,
      stringOf(encoding, `${kind}() argument 2`),
      errors === null ? 'strict' : stringOf(errors, 'errors'),
    );
  }
  if (encoding !== null) throw raise(PyTypeError, 'encoding without a string argument');
  if (source instanceof PyBytes) return source.data.slice();
  const custom = classOf(source).lookup('__bytes__');
  if (custom !== undefined) return (py.call(custom, [source]) as PyBytes).data;
  if (integerOrNull(source) !== null || classOf(source).lookup('__index__') !== undefined) {
    const count = indexOf(py, source);
    if (count < 0) throw raise(ValueError, 'negative count');
    return new Uint8Array(count);
  }
  if (
    classOf(source).lookup('__iter__') === undefined &&
    classOf(source).lookup('__getitem__') === undefined
  ) {
    throw raise(PyTypeError, `cannot convert '${typeName(source)}' object to ${kind}`);
  }
  return Uint8Array.from(
    py.collect(source).map(item => byteOf(py, item, kind === 'bytes' ? 'bytes' : 'byte')),
  );
}

/** A bytes argument as binary text. */
function binary(value: Value): string {
  const bytes = read(value);
  if (bytes !== null) return latin(bytes.data);
  throw raise(PyTypeError, `a bytes-like object is required, not '${typeName(value)}'`);
}

function compare(left: PyBytes, right: Value): number | null {
  const other = read(right);
  if (other === null) return null;
  const length = Math.min(left.data.length, other.data.length);
  for (let i = 0; i < length; i++) if (left.data[i] !== other.data[i]) return left.data[i] - other.data[i];
  return left.data.length - other.data.length;
}

function getItem(py: Interpreter, self: PyBytes, key: Value): Value {
  if (isSlice(key))
    return like(self, Uint8Array.from(takeSlice(self.data, sliceIndices(py, key, self.data.length))));
  const kind = self.cls.isSubclassOf(bytearrayClass) ? 'bytearray' : 'byte';
  const index = subscriptInteger(py, key, kind);
  const at = index < 0 ? index + self.data.length : index;
  if (at < 0 || at >= self.data.length) {
    throw raise(IndexError, kind === 'byte' ? 'index out of range' : 'bytearray index out of range');
  }
  return self.data[at];
}

const shared: NativeFunction[] = [
  ...comparisons('bytes', read, compare),
  reading('bytes', '__add__(self, value, /)', read, (self, [value]) => {
    const other = read(value);
    if (other === null) throw raise(PyTypeError, `can't concat ${typeName(value)} to ${self.cls.name}`);
    return like(self, Uint8Array.from([...self.data, ...other.data]));
  }),
  ...['__mul__', '__rmul__'].map(name =>
    reading('bytes', `${name}(self, value, /)`, read, (self, [value], py) => {
      const count = repeatCount(py, value, self.data.length);
      return count === null ? NOT_IMPLEMENTED : like(self, fromLatin(latin(self.data).repeat(count)));
    }),
  ),
  reading('bytes', '__contains__(self, key, /)', read, (self, [key], py) => {
    if (key instanceof PyBytes) return latin(self.data).includes(latin(key.data));
    if (integerOrNull(key) === null) {
      throw raise(PyTypeError, `a bytes-like object is required, not '${typeName(key)}'`);
    }
    return self.data.includes(byteOf(py, key, 'byte'));
  }),
  reading('bytes', '__len__(self, /)', read, self => self.data.length),
  reading('bytes', '__iter__(self, /)', read, self => overArray('bytes_iterator', self.data)),
  reading('bytes', '__getitem__(self, key, /)', read, (self, [key], py) =>
    getItem(py, self, requireKnown(key)),
  ),
  reading('bytes', '__bytes__(self, /)', read, self => new PyBytes(self.data)),
  reading('bytes', "decode(self, encoding='utf-8', errors='strict')", read, (self, [encoding, errors]) =>
    decodeBytes(
      self.data,
      stringOf(encoding, "decode() argument 'encoding'"),
      stringOf(errors, "decode() argument 'errors'"),
    ),
  ),
  reading('bytes', 'hex(self, sep=None, bytes_per_sep=1)', read, (self, [separator, size], py) => {
    const digits = [...self.data].map(byte => byte.toString(16).padStart(2, '0'));
    if (separator === null) return digits.join('');
    const group = indexOf(py, size);
    const groups: string[] = [];
    const width = Math.abs(group) || digits.length;
    if (group > 0)
      for (let end = digits.length; end > 0; end -= width)
        groups.unshift(digits.slice(Math.max(0, end - width), end).join(''));
    else
      for (let start = 0; start < digits.length; start += width)
        groups.push(digits.slice(start, start + width).join(''));
    return groups.join(stringOf(separator, 'sep'));
  }),
  ...stringLike(),
];

const searching = reading(
  'bytes',
  'index(self, sub, start=None, end=None, /)',
  read,
  (_self, args, py, receiver) => {
    const found = py.callMethod(receiver, 'find', args);
    if (found === -1) throw raise(ValueError, 'subsection not found');
    return found;
  },
);

const joining = reading('bytes', 'join(self, iterable, /)', read, (self, [iterable], py) => {
  const parts = py.collect(iterable).map((item, index) => {
    const bytes = read(classOf(item).name === 'memoryview' ? py.callMethod(item, 'tobytes') : item);
    if (bytes === null) {
      throw raise(
        PyTypeError,
        `sequence item ${index}: expected a bytes-like object, ${typeName(item)} found`,
      );
    }
    return latin(bytes.data);
  });
  return like(self, fromLatin(parts.join(latin(self.data))));
});

/** `data.translate(table, delete=b'')`. */
const translating = method("translate(self, table, /, delete='')", ([receiver, table, removed]) => {
  const self = read(receiver);
  if (self === null) throw wrongReceiver('bytes', 'translate', receiver);
  const map = table === null ? null : read(table);
  if (map !== null && map.data.length !== 256)
    throw raise(ValueError, 'translation table must be 256 characters long');
  const skipped = new Set(removed === '' ? [] : (read(removed)?.data ?? []));
  const kept = self.data.filter(byte => !skipped.has(byte));
  return like(self, map === null ? kept : kept.map(byte => map.data[byte]));
});

/** `bytes.maketrans(from, to)`. */
const makeTable = new StaticMethod(
  native('maketrans(frm, to, /)', ([from, to]) => {
    const [source, target] = [fromLatin(binary(from)), fromLatin(binary(to))];
    if (source.length !== target.length) throw raise(ValueError, 'maketrans arguments must have same length');
    const table = Uint8Array.from({ length: 256 }, (_, index) => index);
    source.forEach((byte, index) => {
      table[byte] = target[index];
    });
    return makeBytes(bytesClass, table);
  }),
);

/** `b'…' % values`: formatted as text of the same bytes; `%b` and `%s` take bytes, `%a` the repr. */
const formatting = method('__mod__(self, value, /)', ([receiver, value], py) => {
  const self = read(receiver);
  if (self === null) throw wrongReceiver('bytes', '__mod__', receiver);
  const template = latin(self.data).replace(/%([-+ #0]*(?:\*|\d+)?(?:\.\d+)?)b/g, '%$1s');
  const asText = (item: Value): Value => {
    const bytes = read(item);
    return bytes === null ? item : latin(bytes.data);
  };
  const wanted = [...template.matchAll(/%[-+ #0]*(?:\*|\d+)?(?:\.\d+)?([a-zA-Z%])/g)]
    .map(found => found[1])
    .filter(letter => letter !== '%');
  const items = value instanceof PyTuple ? value.items : [value];
  items.forEach((item, index) => {
    if (wanted[index] === 's' && read(item) === null && classOf(item).lookup('__bytes__') === undefined)
      throw raise(
        PyTypeError,
        `%b requires a bytes-like object, or an object that implements __bytes__, not '${typeName(item)}'`,
      );
  });
  return like(self, fromLatin(percentFormat(py, template, new PyTuple(items.map(asText)))));
});

const immutable = [
  native("__new__(cls, source=b'', encoding=None, errors=None)", ([cls, source, encoding, errors], py) =>
    makeBytes(
      cls as PyClass,
      source === "b''" ? new Uint8Array() : construct(py, source, encoding, errors, 'bytes'),
    ),
  ),
  reading('bytes', '__hash__(self, /)', read, self => hashText(latin(self.data))),
  reading('bytes', '__repr__(self, /)', read, self => bytesRepr(self.data)),
];

const mutable = [
  native("__new__(cls, source=b'', encoding=None, errors=None)", ([cls, source, encoding, errors], py) =>
    makeBytes(
      cls as PyClass,
      source === "b''" ? new Uint8Array() : construct(py, source, encoding, errors, 'bytearray'),
    ),
  ),
  reading('bytearray', '__repr__(self, /)', read, self => `bytearray(${bytesRepr(self.data)})`),
  reading('bytearray', '__setitem__(self, key, value, /)', read, (self, [key, value], py) => {
    if (isSlice(key)) {
      const { start, count, stop } = sliceIndices(py, key, self.data.length);
      const replacement =
        read(value)?.data ?? Uint8Array.from(py.collect(value).map(item => byteOf(py, item, 'byte')));
      const kept = [...self.data];
      kept.splice(start, Math.max(count, stop - start), ...replacement);
      self.data = Uint8Array.from(kept);
      return null;
    }
    const index = subscriptInteger(py, key, 'bytearray');
    const at = index < 0 ? index + self.data.length : index;
    if (at < 0 || at >= self.data.length) throw raise(IndexError, 'bytearray index out of range');
    self.data[at] = byteOf(py, value, 'byte');
    return null;
  }),
  reading('bytearray', 'append(self, item, /)', read, (self, [item], py) => {
    self.data = Uint8Array.from([...self.data, byteOf(py, item, 'byte')]);
    return null;
  }),
  reading('bytearray', 'extend(self, iterable, /)', read, (self, [iterable], py) => {
    const added = read(iterable)?.data ?? py.collect(iterable).map(item => byteOf(py, item, 'byte'));
    self.data = Uint8Array.from([...self.data, ...added]);
    return null;
  }),
  reading('bytearray', '__iadd__(self, value, /)', read, (self, [value]) => {
    self.data = Uint8Array.from([...self.data, ...fromLatin(binary(value))]);
    return self;
  }),
  reading('bytearray', 'pop(self, index=-1, /)', read, (self, [index], py) => {
    if (self.data.length === 0) throw raise(IndexError, 'pop from empty bytearray');
    const kept = [...self.data];
    const [removed] = kept.splice(indexOf(py, index), 1);
    if (removed === undefined) throw raise(IndexError, 'pop index out of range');
    self.data = Uint8Array.from(kept);
    return removed;
  }),
  reading('bytearray', 'clear(self, /)', read, self => {
    self.data = new Uint8Array();
    return null;
  }),
  reading('bytearray', 'copy(self, /)', read, self => makeBytes(bytearrayClass, self.data.slice())),
  reading('bytearray', 'reverse(self, /)', read, self => {
    self.data.reverse();
    return null;
  }),
];

function fromHex(text: string): Uint8Array {
  const digits = text.replace(/\s+/g, '');
  const bad = digits.search(/[^0-9a-fA-F]/);
  if (bad >= 0 || digits.length % 2 === 1) {
    throw raise(
      ValueError,
      `non-hexadecimal number found in fromhex() arg at position ${bad < 0 ? text.length : bad}`,
    );
  }
  return Uint8Array.from(digits.match(/../g) ?? [], pair => Number.parseInt(pair, 16));
}

/** The attributes of bytes and bytearray. */
export function installBytes(): void {
  const fromhex = new ClassMethod(
    native('fromhex(cls, string, /)', ([cls, text]) =>
      makeBytes(cls as PyClass, fromHex(stringOf(text, 'fromhex() argument'))),
    ),
  );
  for (const [name, value] of named(...shared, searching, joining, ...immutable))
    bytesClass.attributes.map.set(name, value);
  for (const [name, value] of named(...shared, searching, joining, ...mutable))
    bytearrayClass.attributes.map.set(name, value);
  for (const cls of [bytesClass, bytearrayClass]) {
    for (const [name, value] of named(translating, formatting)) cls.attributes.map.set(name, value);
    cls.attributes.map.set('maketrans', makeTable);
  }
  bytesClass.attributes.map.set('fromhex', fromhex);
  bytearrayClass.attributes.map.set('fromhex', fromhex);
  bytearrayClass.attributes.map.set('__hash__', null);
}
