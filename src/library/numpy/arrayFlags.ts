/** `array.flags`: how an array lies in memory. */
import { PyClass } from '../../python/classes.ts';
import { KeyError, raise } from '../../python/errors.ts';
import { method, named, property } from '../../python/functions.ts';
import { objectClass } from '../../python/types.ts';
import { PyObject, type Value } from '../../python/values.ts';
import type { NdArray } from './ndarray.ts';
import { rowMajorStrides } from './storage.ts';

class Flags extends PyObject {
  declare cls: PyClass;
  readonly array: NdArray;
  constructor(array: NdArray) {
    super();
    this.array = array;
  }
}

function isContiguous(array: NdArray, fortran: boolean): boolean {
  const shape = array.shape.map(length => length ?? 2);
  if (shape.includes(0)) return true;
  const strides = array.data?.strides ?? rowMajorStrides(shape);
  const axes = shape.map((_, axis) => axis).filter(axis => shape[axis] !== 1);
  if (!fortran) axes.reverse();
  let expected = 1;
  for (const axis of axes) {
    if (strides[axis] !== expected) return false;
    expected *= shape[axis];
  }
  return true;
}

const flags: Readonly<Record<string, (array: NdArray) => boolean>> = {
  c_contiguous: array => isContiguous(array, false),
  f_contiguous: array => isContiguous(array, true),
  owndata: array => array.base === null,
  writeable: array => array.memory.writeable,
  aligned: () => true,
  writebackifcopy: () => false,
};

const shortNames: Readonly<Record<string, string>> = {
  C: 'c_contiguous',
  F: 'f_contiguous',
  O: 'owndata',
  W: 'writeable',
  A: 'aligned',
  X: 'writebackifcopy',
  CONTIGUOUS: 'c_contiguous',
  FORTRAN: 'f_contiguous',
};

const arrayOf = (self: Value): NdArray => (self as Flags).array;
const text = (value: boolean): string => (value ? 'True' : 'False');

const flagsClass = new PyClass(
  'flagsobj',
  [objectClass],
  [
    ...named(
      method('__getitem__(self, key)', ([self, key]) => {
        const name = shortNames[String(key)] ?? String(key).toLowerCase();
        const flag = flags[name];
        if (flag === undefined) throw raise(KeyError, 'Unknown flag');
        return flag(arrayOf(self));
      }),
      method('__repr__(self)', ([self]) =>
        Object.entries(flags)
          .map(([name, flag]) => `  ${name.toUpperCase()} : ${text(flag(arrayOf(self)))}\n`)
          .join(''),
      ),
    ),
    ...Object.entries(flags).map(([name, flag]) =>
      property(
        name,
        self => flag(arrayOf(self)),
        name === 'writeable'
          ? (self, value, py) => {
              arrayOf(self).memory.writeable = py.truth(value);
            }
          : undefined,
      ),
    ),
    property('contiguous', self => isContiguous(arrayOf(self), false)),
  ],
  { module: 'numpy.core.multiarray' },
);
Flags.prototype.cls = flagsClass;

/** The flags of an array. */
export function flagsOf(array: NdArray): Value {
  return new Flags(array);
}
