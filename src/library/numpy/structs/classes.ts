/** What rows (`np.void`, `np.record`) and record arrays (`np.recarray`) answer. */
import { PyClass } from '../../../python/classes.ts';
import { AttributeError, IndexError, raise } from '../../../python/errors.ts';
import { method, named, PyIterator, property, StaticMethod } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { ELLIPSIS, NotKnown, PyTuple, type Value } from '../../../python/values.ts';
import { shapeArgument } from '../arguments.ts';
import { arrayOrScalar } from '../conversion.ts';
import { defineMethod } from '../definition.ts';
import { DTypeObject, orderChange, requiredDType } from '../dtypeObjects.ts';
import { full } from '../filling.ts';
import { setItem } from '../indexAssignment.ts';
import { type NdArray, ndarrayClass, requireData } from '../ndarray.ts';
import { arrayRepr, rowText } from '../printing.ts';
import { printOptions } from '../printingFunctions.ts';
import { recordClass, voidClass } from '../scalars.ts';
import { asRecordType, isStruct, reordered } from './types.ts';
import { fieldNames, fieldView, plainRow, rowItem, StructScalar } from './values.ts';

const rowArray = (value: Value): NdArray => (value as StructScalar).array;

function rowOfScalar(value: Value): PyTuple {
  const data = requireData(rowArray(value));
  return data.items[data.offset] as PyTuple;
}

const textOf = (value: Value, py: Interpreter): string =>
  rowText(rowOfScalar(value), rowArray(value).dtype, printOptions(py), item => py.repr(item));

const read = (self: Value, key: Value): Value => arrayOrScalar(rowItem(self as StructScalar, key));

const plain = (self: Value, py: Interpreter): PyTuple =>
  plainRow(rowOfScalar(self), rowArray(self).dtype, py);

const rowMethods = [
  method('__getitem__(self, key)', ([self, key]) => read(self, key)),
  method('__setitem__(self, key, value)', ([self, key, value], py) => {
    setItem(rowItem(self as StructScalar, key), ELLIPSIS, value, py);
    return null;
  }),
  method('__len__(self)', ([self]) => fieldNames(rowArray(self).dtype).length),
  method('__iter__(self)', ([self]) => {
    const names = fieldNames(rowArray(self).dtype);
    let next = 0;
    return new PyIterator(() => (next < names.length ? read(self, names[next++]) : undefined), names.length);
  }),
  method('__repr__(self)', ([self], py) => textOf(self, py)),
  method('__str__(self)', ([self], py) => textOf(self, py)),
  method('__format__(self, spec)', ([self], py) => textOf(self, py)),
  method('__eq__(self, other)', ([self, other], py) => rowEquals(self, other, py)),
  method('__ne__(self, other)', ([self, other], py) => !rowEquals(self, other, py)),
  method('__hash__(self)', ([self], py) => py.callMethod(plain(self, py), '__hash__', [])),
  method('item(self, *args)', ([self], py) => plain(self, py)),
  method('tolist(self)', ([self], py) => plain(self, py)),
  method(
    'copy(self)',
    ([self], py) => new StructScalar(py.callMethod(rowArray(self), 'copy', []) as NdArray),
  ),
];

function rowEquals(self: Value, other: Value, py: Interpreter): boolean {
  const given = other instanceof StructScalar ? plain(other, py) : other;
  return py.truth(py.compare('Eq', plain(self, py), given));
}

/** Refuses a field that is not there as an attribute. */
function attribute(array: NdArray, name: string, text: string): NdArray {
  if (!isStruct(array.dtype) || !fieldNames(array.dtype).includes(name)) throw raise(AttributeError, text);
  return fieldView(array, name);
}

const recordMethods = [
  method('__getattr__(self, name)', ([self, name]) =>
    arrayOrScalar(
      attribute(rowArray(self), name as string, `'record' object has no attribute '${name as string}'`),
    ),
  ),
  method('__setattr__(self, name, value)', ([self, name, value], py) => {
    const text = `'record' object has no attribute '${name as string}'`;
    setItem(attribute(rowArray(self), name as string, text), ELLIPSIS, value, py);
    return null;
  }),
  method('pprint(self)', ([self], py) => {
    const names = fieldNames(rowArray(self).dtype);
    const width = Math.max(...names.map(name => name.length));
    return names.map(name => `${name.padStart(width)}: ${py.str(read(self, name))}`).join('\n');
  }),
];

const fieldArgument = (array: NdArray, key: Value): string => {
  if (typeof key === 'string') return key;
  const name = fieldNames(array.dtype).at(Number(key));
  if (name === undefined) throw raise(IndexError, `invalid index (${String(key)})`);
  return name;
};

const arrayMethods = [
  method('__getattr__(self, name)', ([self, name]) =>
    arrayOrScalar(attribute(self as NdArray, name as string, `recarray has no attribute ${name as string}`)),
  ),
  method('__setattr__(self, name, value)', ([self, name, value], py) => {
    const array = self as NdArray;
    if (name === 'shape' || name === 'dtype') {
      py.call(py.getAttribute(ndarrayClass.lookup(name)!, '__set__'), [self, value]);
      return null;
    }
    setItem(
      attribute(array, name as string, `recarray has no attribute ${name as string}`),
      ELLIPSIS,
      value,
      py,
    );
    return null;
  }),
  method('field(self, attr, val=None)', ([self, key, value], py) => {
    const view = fieldView(self as NdArray, fieldArgument(self as NdArray, key));
    if (value === null) return view;
    setItem(view, ELLIPSIS, value, py);
    return null;
  }),
  method('__repr__(self)', ([self], py) =>
    arrayRepr(self as NdArray, printOptions(py), value => py.repr(value), 'rec.array('),
  ),
];

/** `np.recarray`: a structured array whose fields are attributes. */
export const recordArrayClass = new PyClass(
  'recarray',
  [ndarrayClass],
  [
    [
      '__new__',
      new StaticMethod(
        defineMethod(
          '__new__(cls, shape, dtype=None, buf=None, offset=0, strides=None, formats=None, names=None, titles=None, byteorder=None, aligned=False, order="C")',
          'An array of records.',
          ([, shape, dtype, , , , formats, , , byteOrder], py) => {
            if (dtype === null || formats !== null)
              throw new NotKnown('record arrays by `formats` are not supported; `dtype` says the same');
            const type = requiredDType(dtype, py);
            if (!isStruct(type)) throw new NotKnown('record arrays without fields are not supported');
            const asked = byteOrder === null ? type : reordered(type, orderChange(byteOrder, py));
            const array = full(shapeArgument(shape, py), asRecordType(asked, true), 0);
            array.cls = recordArrayClass;
            return array;
          },
        ),
      ),
    ],
    ...named(...arrayMethods),
  ],
  { module: 'numpy' },
);

/** Puts the methods into the classes of rows. */
export function installRowMethods(): void {
  const entries: [string, Value][] = [
    ...named(...rowMethods),
    property('dtype', self => new DTypeObject(rowArray(self).dtype)),
    property('shape', () => new PyTuple([])),
    property('ndim', () => 0),
    property('size', () => 1),
    property('itemsize', (self, py) => py.getAttribute(rowArray(self), 'itemsize')),
  ];
  for (const [name, value] of entries) voidClass.attributes.map.set(name, value);
  for (const [name, value] of named(...recordMethods)) recordClass.attributes.map.set(name, value);
}
