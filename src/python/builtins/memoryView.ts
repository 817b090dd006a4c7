/** `memoryview`: a view of the bytes of another object. */
import { PyClass } from '../classes.ts';
import { IndexError, TypeError as PyTypeError, raise, ValueError } from '../errors.ts';
import { method, named, native, property } from '../functions.ts';
import type { Interpreter } from '../interpreter.ts';
import { arrayIterator } from '../operations/iteration.ts';
import { addressOf } from '../operations/text.ts';
import { bytearrayClass, classOf, isInstance, objectClass } from '../types.ts';
import {
  NOT_IMPLEMENTED,
  NotKnown,
  PyBytes,
  PyFloat,
  PyList,
  PyObject,
  PySlice,
  PyTuple,
  Unknown,
  type Value,
} from '../values.ts';
import { sliceIndices, takeSlice } from './slices.ts';

/** Sizes of the formats that a view can be cast to. */
const SIZES: Readonly<Record<string, number>> = {
  b: 1,
  B: 1,
  c: 1,
  '?': 1,
  h: 2,
  H: 2,
  i: 4,
  I: 4,
  l: 8,
  L: 8,
  q: 8,
  Q: 8,
  f: 4,
  d: 8,
};

class MemoryView extends PyObject {
  declare cls: PyClass;
  readonly owner: PyBytes;
  readonly format: string;
  /** Where each item begins, in bytes of the owner. */
  readonly starts: readonly number[];
  readonly isReadOnly: boolean;
  isReleased = false;

  constructor(owner: PyBytes, format: string, starts: readonly number[], isReadOnly: boolean) {
    super();
    this.owner = owner;
    this.format = format;
    this.starts = starts;
    this.isReadOnly = isReadOnly;
  }

  get size(): number {
    return SIZES[this.format];
  }

  get bytes(): Uint8Array {
    const { data } = this.owner;
    return Uint8Array.from(this.starts.flatMap(start => [...data.subarray(start, start + this.size)]));
  }

  read(start: number): Value {
    const { data } = this.owner;
    const view = new DataView(data.buffer, data.byteOffset + start, this.size);
    switch (this.format) {
      case 'b':
        return view.getInt8(0);
      case 'B':
        return view.getUint8(0);
      case 'c':
        return new PyBytes(data.slice(start, start + 1));
      case '?':
        return view.getUint8(0) !== 0;
      case 'h':
        return view.getInt16(0, true);
      case 'H':
        return view.getUint16(0, true);
      case 'i':
        return view.getInt32(0, true);
      case 'I':
        return view.getUint32(0, true);
      case 'f':
        return new PyFloat(view.getFloat32(0, true));
      case 'd':
        return new PyFloat(view.getFloat64(0, true));
      default: {
        const signed = 'lq'.includes(this.format);
        const value = signed ? view.getBigInt64(0, true) : view.getBigUint64(0, true);
        return Number.isSafeInteger(Number(value)) ? Number(value) : value;
      }
    }
  }
}

const view = (self: Value): MemoryView => {
  const found = self as MemoryView;
  if (found.isReleased) throw raise(ValueError, 'operation forbidden on released memoryview object');
  return found;
};

function viewOf(object: Value): MemoryView {
  if (object instanceof Unknown) throw new NotKnown(object.reason);
  if (object instanceof MemoryView) return object;
  if (!(object instanceof PyBytes)) {
    if (object instanceof PyObject && classOf(object).name === 'ndarray') {
      throw new NotKnown('a memoryview of an array is not modelled');
    }
    throw raise(PyTypeError, `memoryview: a bytes-like object is required, not '${classOf(object).name}'`);
  }
  const starts = Array.from(object.data, (_, index) => index);
  return new MemoryView(object, 'B', starts, !isInstance(object, bytearrayClass));
}

function place(self: MemoryView, key: Value): number {
  if (key instanceof Unknown) throw new NotKnown(key.reason);
  if (typeof key !== 'number') throw raise(PyTypeError, 'memoryview: invalid slice key');
  const index = key < 0 ? key + self.starts.length : key;
  if (index < 0 || index >= self.starts.length) throw raise(IndexError, 'index out of bounds on dimension 1');
  return self.starts[index];
}

function part(py: Interpreter, self: MemoryView, slice: PySlice): MemoryView {
  const starts = takeSlice(self.starts, sliceIndices(py, slice, self.starts.length));
  return new MemoryView(self.owner, self.format, starts, self.isReadOnly);
}

function assign(py: Interpreter, self: MemoryView, key: Value, value: Value): void {
  if (self.isReadOnly) throw raise(PyTypeError, 'cannot modify read-only memory');
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  if (key instanceof PySlice) {
    const target = part(py, self, key);
    const source = viewOf(value);
    if (source.bytes.length !== target.bytes.length) {
      throw raise(ValueError, 'memoryview assignment: lvalue and rvalue have different structures');
    }
    const bytes = source.bytes;
    for (const [index, start] of target.starts.entries()) {
      self.owner.data.set(bytes.subarray(index * self.size, (index + 1) * self.size), start);
    }
    return;
  }
  const start = place(self, key);
  if (self.format !== 'B') throw new NotKnown('items of other formats are not set');
  if (typeof value !== 'number') throw raise(PyTypeError, "memoryview: invalid type for format 'B'");
  if (value < 0 || value > 255) throw raise(ValueError, "memoryview: invalid value for format 'B'");
  self.owner.data[start] = value;
}

function cast(self: MemoryView, format: Value): MemoryView {
  const size = typeof format === 'string' ? SIZES[format.replace(/^@/, '')] : undefined;
  if (size === undefined || typeof format !== 'string') {
    throw raise(
      ValueError,
      "memoryview: destination format must be a native single character format prefixed with an optional '@'",
    );
  }
  const bytes = self.starts.length * self.size;
  if (bytes % size !== 0) throw raise(PyTypeError, 'memoryview: length is not a multiple of itemsize');
  const first = self.starts[0] ?? 0;
  const starts = Array.from({ length: bytes / size }, (_, index) => first + index * size);
  return new MemoryView(self.owner, format.replace(/^@/, ''), starts, self.isReadOnly);
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

export const memoryViewClass = new PyClass(
  'memoryview',
  [objectClass],
  [
    ...named(
      native('__new__(cls, object)', ([, object]) => viewOf(object)),
      method('__len__(self, /)', ([self]) => view(self).starts.length),
      method('__getitem__(self, key, /)', ([self, key], py) =>
        key instanceof PySlice ? part(py, view(self), key) : view(self).read(place(view(self), key)),
      ),
      method('__setitem__(self, key, value, /)', ([self, key, value], py) => {
        assign(py, view(self), key, value);
        return null;
      }),
      method('__iter__(self, /)', ([self]) => arrayIterator(items(view(self)))),
      method('__bytes__(self, /)', ([self]) => new PyBytes(view(self).bytes)),
      method('__eq__(self, value, /)', ([self, value]) => {
        if (!(value instanceof MemoryView || value instanceof PyBytes)) return NOT_IMPLEMENTED;
        return sameBytes(view(self).bytes, viewOf(value).bytes);
      }),
      method('__hash__(self, /)', ([self], py) => {
        if (!view(self).isReadOnly) throw raise(ValueError, 'cannot hash writable memoryview object');
        return py.call(py.builtins.get('hash')!, [new PyBytes(view(self).bytes)]);
      }),
      method('__repr__(self, /)', ([self]) => `<memory at ${addressOf(self as PyObject)}>`),
      method('__enter__(self, /)', ([self]) => view(self)),
      method('__exit__(self, *args)', ([self]) => {
        view(self).isReleased = true;
        return null;
      }),
      method('release(self, /)', ([self]) => {
        (self as MemoryView).isReleased = true;
        return null;
      }),
      method("tobytes(self, order='C')", ([self]) => new PyBytes(view(self).bytes)),
      method('tolist(self, /)', ([self]) => new PyList(items(view(self)))),
      method('hex(self, *args)', ([self, args], py) =>
        py.call(py.getAttribute(new PyBytes(view(self).bytes), 'hex'), (args as PyTuple).items),
      ),
      method('toreadonly(self, /)', ([self]) => {
        const { owner, format, starts } = view(self);
        return new MemoryView(owner, format, starts, true);
      }),
      method('cast(self, format, shape=None)', ([self, format]) => cast(view(self), format)),
    ),
    property('obj', self => view(self).owner),
    property('nbytes', self => view(self).starts.length * view(self).size),
    property('itemsize', self => view(self).size),
    property('format', self => view(self).format),
    property('ndim', () => 1),
    property('shape', self => new PyTuple([view(self).starts.length])),
    property('strides', self => {
      const { starts, size } = view(self);
      return new PyTuple([starts.length > 1 ? starts[1] - starts[0] : size]);
    }),
    property('suboffsets', () => new PyTuple([])),
    property('readonly', self => view(self).isReadOnly),
    ...['c_contiguous', 'f_contiguous', 'contiguous'].map(name =>
      property(name, self => {
        const { starts, size } = view(self);
        return starts.every((start, index) => start === starts[0] + index * size);
      }),
    ),
  ],
  { subclassable: false },
);
MemoryView.prototype.cls = memoryViewClass;

function items(self: MemoryView): Value[] {
  return self.starts.map(start => self.read(start));
}
