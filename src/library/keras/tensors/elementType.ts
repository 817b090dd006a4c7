/** `tf.DType`: the element types of TensorFlow's tensors. Keras and NumPy name them with text. */
import { type DType, dtypes, isFloating, isInteger } from '../../../graph/dtypes.ts';
import { hashOf } from '../../../python/builtins/hashing.ts';
import { PyClass } from '../../../python/classes.ts';
import { NotImplementedError, PythonError, raise, TypeError } from '../../../python/errors.ts';
import { method, named, property } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { objectClass } from '../../../python/types.ts';
import { NotKnown, PyObject, PyTuple, type Value } from '../../../python/values.ts';
import { dtypeInfo } from '../../numpy/dtypes.ts';
import { scalarClassOf } from '../../numpy/scalars.ts';
import { dtypeOf } from './conversion.ts';

/** One element type; there is one object for each. */
export class ElementType extends PyObject {
  override cls = elementTypeClass;
  readonly name: DType;

  constructor(name: DType) {
    super();
    this.name = name;
  }
}

/** The numbers that TensorFlow's files write for the types. */
const enumeration: Record<DType, number> = {
  float32: 1,
  float64: 2,
  int32: 3,
  uint8: 4,
  int16: 5,
  int8: 6,
  string: 7,
  int64: 9,
  bool: 10,
  bfloat16: 14,
  uint16: 17,
  float16: 19,
  uint32: 22,
  uint64: 23,
};

const nameOf = (self: Value): DType => (self as ElementType).name;

/** NumPy's name of the type, which has none for bfloat16. */
function numpyName(py: Interpreter, self: Value): string {
  const name = nameOf(self);
  if (name !== 'bfloat16') return name === 'string' ? 'object' : name;
  if (!py.running) throw new NotKnown('NumPy has no bfloat16');
  throw raise(NotImplementedError, "NumPy's values of tf.bfloat16 are not supported by Kerascope yet", {
    code: 'not-supported',
  });
}

function limit(py: Interpreter, self: Value, end: 'min' | 'max'): Value {
  const name = numpyName(py, self);
  const [isFloat, isWhole] = [isFloating(nameOf(self)), isInteger(nameOf(self))];
  if (!isFloat && !isWhole) {
    const text = `<dtype: '${nameOf(self)}'>`;
    throw raise(TypeError, `Cannot find ${end === 'min' ? 'minimum' : 'maximum'} value of ${text}.`);
  }
  const information = py.getAttribute(py.importModule('numpy'), isFloat ? 'finfo' : 'iinfo');
  return py.getAttribute(py.call(information, [name]), end);
}

function isSame(py: Interpreter, self: Value, other: Value): boolean {
  try {
    return other !== null && dtypeOf(py, other) === nameOf(self);
  } catch (error) {
    if (error instanceof PythonError) return false;
    throw error;
  }
}

/** What TensorFlow scales pictures of a type to: their brightest value. */
function brightest(py: Interpreter, self: Value): Value {
  if (nameOf(self) === 'bool') return true;
  return isFloating(nameOf(self)) ? 1 : limit(py, self, 'max');
}

const same = (name: string) => property(name, self => self);
const never = (name: string) => property(name, () => false);
const is = (name: string, holds: (dtype: DType) => boolean) => property(name, self => holds(nameOf(self)));

export const elementTypeClass: PyClass = new PyClass(
  'DType',
  [objectClass],
  [
    ...named(
      method('__eq__(self, other)', ([self, other], py) => isSame(py, self, other)),
      method('__ne__(self, other)', ([self, other], py) => !isSame(py, self, other)),
      method('__hash__(self)', ([self], py) => hashOf(py, nameOf(self))),
      method('__str__(self)', ([self]) => `<dtype: '${nameOf(self)}'>`),
      method('__repr__(self)', ([self]) => `tf.${nameOf(self)}`),
      method('is_compatible_with(self, other)', ([self, other], py) => isSame(py, self, other)),
    ),
    property('name', self => nameOf(self)),
    property('as_datatype_enum', self => enumeration[nameOf(self)]),
    property('as_numpy_dtype', (self, py) => scalarClassOf(numpyName(py, self))),
    property('size', self => (nameOf(self) === 'bfloat16' ? 2 : dtypeInfo(numpyStorage(self)).itemSize)),
    property('min', (self, py) => limit(py, self, 'min')),
    property('max', (self, py) => limit(py, self, 'max')),
    property('limits', (self, py) => new PyTuple([0, brightest(py, self)])),
    same('base_dtype'),
    same('real_dtype'),
    is('is_bool', dtype => dtype === 'bool'),
    is('is_floating', isFloating),
    is('is_integer', isInteger),
    is('is_unsigned', dtype => dtype.startsWith('uint')),
    is('is_numeric', dtype => isFloating(dtype) || isInteger(dtype)),
    property('is_numpy_compatible', () => true),
    never('is_complex'),
    never('is_quantized'),
  ],
  { module: 'tensorflow.python.framework.dtypes', subclassable: false },
);

function numpyStorage(self: Value): string {
  return nameOf(self) === 'string' ? 'object' : nameOf(self);
}

const types = new Map(dtypes.map(name => [name, new ElementType(name)] as const));

/** A dtype as TensorFlow has it. */
export function elementType(name: DType): ElementType {
  return types.get(name)!;
}

/** `tf.as_dtype(…)`; TypeError for what names no type. */
export function asElementType(py: Interpreter, value: Value): ElementType {
  if (value instanceof ElementType) return value;
  try {
    const name = dtypeOf(py, value);
    if (name !== null) return elementType(name);
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
  }
  throw raise(
    TypeError,
    `Cannot convert the argument \`type_value\`: ${py.repr(value)} to a TensorFlow DType.`,
  );
}
