/** `tf.TensorShape`: the shape of TensorFlow's tensors. It is kept as a tuple is, whose class it does not share. */
import type { Shape } from '../../../graph/shapes.ts';
import { hashOf } from '../../../python/builtins/hashing.ts';
import { isSlice } from '../../../python/builtins/slices.ts';
import { PyClass } from '../../../python/classes.ts';
import { raise, ValueError } from '../../../python/errors.ts';
import { method, named, property } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { objectClass } from '../../../python/types.ts';
import { NotKnown, PyList, PyObject, PyTuple, Unknown, type Value } from '../../../python/values.ts';

class KnownShape extends PyTuple {
  readonly isOpen = false;
  constructor(items: readonly Value[]) {
    super(items);
    this.cls = tensorShapeClass;
  }
}

/** A shape of which not even the number of axes is known. */
class OpenShape extends PyObject {
  readonly isOpen = true;
  readonly items: readonly Value[] = [];
  override cls = tensorShapeClass;
}

type TensorShapeObject = KnownShape | OpenShape;

/** A shape as a `TensorShape`. */
export function tensorShape(dims: readonly Value[]): PyTuple {
  return new KnownShape(dims);
}

function itemsOf(self: Value, doing: string): readonly Value[] {
  const shape = self as TensorShapeObject;
  if (shape.isOpen) throw raise(ValueError, `${doing} a shape with unknown rank.`);
  return shape.items;
}

/** What a script gives for a shape; null for one of unknown rank. */
function dimsFrom(py: Interpreter, value: Value): readonly Value[] | null {
  if (value === null || value instanceof OpenShape) return null;
  if (value instanceof PyTuple || value instanceof PyList) return value.items;
  return typeof value === 'number' ? [value] : py.collect(value);
}

function shapeFrom(py: Interpreter, value: Value): TensorShapeObject {
  const dims = dimsFrom(py, value);
  return dims === null ? new OpenShape() : new KnownShape(dims);
}

/** Sizes, null where one is None; {@link NotKnown} where the analysis cannot tell. */
function sizes(self: Value): Shape {
  return itemsOf(self, 'Cannot read').map(item => {
    if (item instanceof Unknown) throw new NotKnown(item.reason);
    return item as number | null;
  });
}

function joined(first: TensorShapeObject, second: TensorShapeObject): TensorShapeObject {
  return first.isOpen || second.isOpen ? new OpenShape() : new KnownShape([...first.items, ...second.items]);
}

function agree(a: TensorShapeObject, b: TensorShapeObject): boolean {
  if (a.isOpen || b.isOpen) return true;
  const [left, right] = [sizes(a), sizes(b)];
  return (
    left.length === right.length &&
    left.every((dim, axis) => dim === null || right[axis] === null || dim === right[axis])
  );
}

function text(self: TensorShapeObject, py: Interpreter): string {
  return self.isOpen ? '<unknown>' : py.str(new PyTuple(self.items));
}

function demandRank(self: Value, rank: Value): Value {
  const shape = self as TensorShapeObject;
  if (!shape.isOpen && shape.items.length !== rank)
    throw raise(ValueError, `Shape ${formatted(shape)} must have rank ${String(rank)}`);
  return shape;
}

function formatted(shape: TensorShapeObject): string {
  const dims = shape.items.map(item => (item === null ? 'None' : String(item)));
  return dims.length === 1 ? `(${dims[0]},)` : `(${dims.join(', ')})`;
}

function demandAgreement(self: Value, other: Value, py: Interpreter): TensorShapeObject {
  const [a, b] = [self as TensorShapeObject, shapeFrom(py, other)];
  if (!agree(a, b)) throw raise(ValueError, `Shapes ${formatted(a)} and ${formatted(b)} are incompatible`);
  return b;
}

const methods = [
  method('__new__(cls, dims)', ([, dims], py) => shapeFrom(py, dims)),
  method('__init__(self, *args, **kwargs)', () => null),
  method('as_list(self)', ([self]) => new PyList([...itemsOf(self, 'as_list() is not defined on')])),
  method('as_proto(self)', ([self], py) => py.str(self)),
  method(
    'is_fully_defined(self)',
    ([self]) => !(self as TensorShapeObject).isOpen && !sizes(self).includes(null),
  ),
  method('num_elements(self)', ([self]) => {
    if ((self as TensorShapeObject).isOpen) return null;
    return sizes(self).reduce<number | null>(
      (all, dim) => (all === null || dim === null ? null : all * dim),
      1,
    );
  }),
  method('is_compatible_with(self, other)', ([self, other], py) =>
    agree(self as TensorShapeObject, shapeFrom(py, other)),
  ),
  method('assert_is_compatible_with(self, other)', ([self, other], py) => {
    demandAgreement(self, other, py);
    return null;
  }),
  method('merge_with(self, other)', ([self, other], py) => {
    const [a, b] = [self as TensorShapeObject, demandAgreement(self, other, py)];
    if (a.isOpen || b.isOpen) return a.isOpen ? b : a;
    return new KnownShape(a.items.map((item, axis) => item ?? b.items[axis]));
  }),
  method('concatenate(self, other)', ([self, other], py) =>
    joined(self as TensorShapeObject, shapeFrom(py, other)),
  ),
  method('with_rank(self, rank)', ([self, rank]) => demandRank(self, rank)),
  method('assert_has_rank(self, rank)', ([self, rank]) => {
    demandRank(self, rank);
    return null;
  }),
  method('assert_is_fully_defined(self)', ([self]) => {
    if ((self as TensorShapeObject).isOpen || sizes(self).includes(null))
      throw raise(ValueError, `Shape ${formatted(self as TensorShapeObject)} is not fully defined`);
    return null;
  }),
  method('__add__(self, other)', ([self, other], py) =>
    joined(self as TensorShapeObject, shapeFrom(py, other)),
  ),
  method('__radd__(self, other)', ([self, other], py) =>
    joined(shapeFrom(py, other), self as TensorShapeObject),
  ),
  method('__eq__(self, other)', ([self, other], py) => {
    const dims = other instanceof PyTuple || other instanceof PyList ? shapeFrom(py, other) : null;
    const shape = self as TensorShapeObject;
    if (dims === null || shape.isOpen || dims.isOpen) return dims !== null && shape.isOpen && dims.isOpen;
    return py.equal(new PyTuple(shape.items), new PyTuple(dims.items));
  }),
  method('__getitem__(self, key)', ([self, key], py) => {
    if (self instanceof OpenShape) return isSlice(key) ? self : null;
    const found = py.getItem(new PyTuple((self as KnownShape).items), key);
    return found instanceof PyTuple ? new KnownShape(found.items) : found;
  }),
  method('__hash__(self)', ([self], py) => hashOf(py, new PyTuple((self as TensorShapeObject).items))),
  method('__len__(self)', ([self]) => itemsOf(self, 'Cannot take the length of').length),
  method('__bool__(self)', ([self]) => !(self as TensorShapeObject).isOpen),
  method('__str__(self)', ([self], py) => text(self as TensorShapeObject, py)),
  method('__repr__(self)', ([self], py) =>
    (self as TensorShapeObject).isOpen
      ? 'TensorShape(None)'
      : `TensorShape(${py.repr(new PyList([...(self as TensorShapeObject).items]))})`,
  ),
  method('__iter__(self)', ([self], py) => py.iterator(new PyTuple(itemsOf(self, 'Cannot iterate over')))),
];

const rank = (self: Value) =>
  (self as TensorShapeObject).isOpen ? null : (self as TensorShapeObject).items.length;

export const tensorShapeClass: PyClass = new PyClass(
  'TensorShape',
  [objectClass],
  [
    ...named(...methods),
    property('rank', rank),
    property('ndims', rank),
    property('dims', self =>
      (self as TensorShapeObject).isOpen ? null : new PyList([...(self as TensorShapeObject).items]),
    ),
  ],
  { module: 'tensorflow.python.framework.tensor_shape' },
);
