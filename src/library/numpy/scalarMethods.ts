/** The methods and operators of NumPy scalars, and calling their types: `np.float32(x)`. */
import { formatComplex, formatFloat, formatInteger, formatString } from '../../python/builtins/format.ts';
import type { PyClass } from '../../python/classes.ts';
import { IndexError, PythonError, raise } from '../../python/errors.ts';
import {
  ClassMethod,
  method,
  NativeFunction as Native,
  type NativeFunction,
  named,
  property,
  StaticMethod,
} from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import {
  ELLIPSIS,
  NOT_IMPLEMENTED,
  PyComplex,
  PyFloat,
  PyInstance,
  PyTuple,
  Unknown,
  type Value,
} from '../../python/values.ts';
import { castArray } from './casting.ts';
import { arrayOrScalar, toArray } from './conversion.ts';
import { timesAsObjects } from './dates/elements.ts';
import { installTimeScalars } from './dates/scalars.ts';
import { isTime } from './dates/units.ts';
import { defineMethod, warn } from './definition.ts';
import { DTypeObject } from './dtypeObjects.ts';
import { dtypeInfo, kindOf } from './dtypes.ts';
import { numpyScalarText } from './elementText.ts';
import { getItem } from './indexing.ts';
import { NdArray, ndarrayClass } from './ndarray.ts';
import { operation } from './operations.ts';
import { operatorMethods } from './operators.ts';
import {
  type AnyNumpyScalar,
  genericClass,
  isNumpyScalar,
  NumpyFloat64,
  NumpyScalar,
  plainValue,
  scalarClasses,
} from './scalars.ts';
import { applyToValues } from './ufuncs.ts';

const scalar = (value: Value): AnyNumpyScalar => value as AnyNumpyScalar;

/** Values a scalar computes with itself; everything else decides by its own reflected method. */
function understands(value: Value): boolean {
  if (value === null || typeof value === 'string') return false;
  if (typeof value !== 'object') return true;
  return (
    value instanceof PyFloat ||
    value instanceof PyComplex ||
    isNumpyScalar(value) ||
    value instanceof NdArray ||
    value instanceof Unknown
  );
}

/** A date or duration of Python's own beside one of NumPy's. */
function isMomentBeside(other: Value, own: Value): boolean {
  return other instanceof PyInstance && other.cls.module === 'datetime' && isTimeScalar(own);
}

const isTimeScalar = (value: Value): boolean => value instanceof NumpyScalar && isTime(value.dtype);

type Quick = (a: number, b: number) => number;
const quick: Record<string, Quick> = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
};

/** The number of a double or an exact integer, for the short way; NaN is never the answer for other things. */
function doubleOf(value: Value): number | null {
  if (typeof value === 'number') return value;
  if (value instanceof PyFloat) return value.value;
  return null;
}

function compute(name: string, left: Value, right: Value, py: Interpreter): Value {
  if (!understands(left) || !understands(right)) {
    const other = understands(left) ? right : left;
    const isList =
      typeof other === 'object' &&
      other !== null &&
      (other.cls.name === 'list' || other.cls.name === 'tuple');
    if (!isList && !isMomentBeside(other, other === left ? right : left)) return NOT_IMPLEMENTED;
  }
  if (left instanceof NumpyFloat64 || right instanceof NumpyFloat64) {
    const fast = quick[name];
    const [a, b] = [doubleOf(left), doubleOf(right)];
    if (fast && a !== null && b !== null) {
      const result = fast(a, b);
      if (Number.isFinite(result)) return new NumpyFloat64(result);
    }
  }
  return applyToValues(operation(name), [left, right], py);
}

/** Times that have no order with the other value are just not equal to it. */
function compareScalars(name: string, a: Value, b: Value, py: Interpreter): Value {
  try {
    return compute(name, a, b, py);
  } catch (error) {
    const isAsked = name === 'equal' || name === 'not_equal';
    if (isAsked && isTimeScalar(a) && error instanceof PythonError) return name === 'not_equal';
    throw error;
  }
}

/** Arithmetic, comparisons and signs. */
const operators = operatorMethods({
  binary: (name, self, other, reflected, py) =>
    reflected ? compute(name, other, self, py) : compute(name, self, other, py),
  compare: (name, self, other, py) => {
    const result = compareScalars(name, self, other, py);
    if (result !== NOT_IMPLEMENTED) return result;
    return name === 'equal' ? false : name === 'not_equal' ? true : NOT_IMPLEMENTED;
  },
  unary: (name, self, py) => applyToValues(operation(name), [self], py),
});

function integerOf(value: Value): Value {
  const plain = plainValue(scalar(value));
  if (typeof plain === 'boolean') return Number(plain);
  if (plain instanceof PyFloat) {
    const whole = Math.trunc(plain.value);
    return Number.isSafeInteger(whole) ? whole + 0 : BigInt(whole);
  }
  return plain;
}

function floatOf(value: Value): PyFloat {
  const plain = plainValue(scalar(value));
  return plain instanceof PyFloat
    ? plain
    : new PyFloat(Number(plain instanceof PyComplex ? plain.real : (plain as number)));
}

function hashOf(value: Value): number | bigint {
  const plain = plainValue(scalar(value));
  if (typeof plain === 'boolean') return Number(plain);
  if (plain instanceof PyFloat)
    return Number.isSafeInteger(plain.value) ? plain.value : Math.trunc(plain.value * 65537) || 0;
  return typeof plain === 'number' || typeof plain === 'bigint' ? plain : 0;
}

const protocol = [
  method('__repr__(self)', ([self]) => textOf(self)),
  method('__str__(self)', ([self]) => textOf(self)),
  method('__format__(self, spec)', ([self, spec]) => {
    const plain = plainValue(scalar(self));
    if (spec === '') return textOf(self);
    if (plain instanceof PyFloat) return formatFloat(plain.value, spec as string);
    if (plain instanceof PyComplex) return formatComplex(plain, spec as string);
    return typeof plain === 'boolean'
      ? formatString(textOf(self), spec as string)
      : formatInteger(plain as number, spec as string);
  }),
  method('__hash__(self)', ([self]) => hashOf(self)),
  method('__bool__(self)', ([self]) => {
    const plain = plainValue(scalar(self));
    if (plain instanceof PyComplex) return plain.real !== 0 || plain.imaginary !== 0;
    return plain instanceof PyFloat ? plain.value !== 0 : Boolean(plain);
  }),
  method('__int__(self)', ([self]) => integerOf(self)),
  method('__float__(self)', ([self]) => floatOf(self)),
  method('__complex__(self)', ([self]) => plainValue(scalar(self))),
  method('__round__(self, ndigits=None)', ([self, digits], py) => {
    if (digits === null) return integerOf(py.callMethod(self, 'round', [0]));
    return py.callMethod(self, 'round', [digits]);
  }),
  defineMethod('__getitem__(self, key)', 'An array with new axes.', ([self, key], py) => {
    const keys = key instanceof PyTuple ? key.items : [key];
    if (keys.some(item => item !== null && item !== ELLIPSIS))
      throw raise(IndexError, 'invalid index to scalar variable.');
    return getItem(toArray(self), key, py);
  }),
  method('item(self, *args)', ([self]) => plainValue(scalar(self))),
  method('tolist(self)', ([self]) => plainValue(scalar(self))),
  defineMethod(
    'astype(self, dtype, order="K", casting="unsafe", subok=True, copy=True)',
    'In another type.',
    ([self, dtype], py) => {
      const type = (py.call(dtypeMaker(py), [dtype]) as DTypeObject).dtype;
      const array = toArray(self);
      const converted =
        type === 'object' && isTime(array.dtype) ? timesAsObjects(array, py) : castArray(array, type);
      return arrayOrScalar(converted);
    },
  ),
];

function dtypeMaker(py: Interpreter): Value {
  return py.getAttribute(py.importModule('numpy'), 'dtype');
}

function textOf(value: Value): string {
  plainValue(scalar(value));
  return numpyScalarText(scalar(value));
}

const dtypeOf = (value: Value): string =>
  value instanceof NumpyFloat64 ? 'float64' : (value as NumpyScalar).dtype;

const properties = [
  property('dtype', self => new DTypeObject(dtypeOf(self))),
  property('shape', () => new PyTuple([])),
  property('ndim', () => 0),
  property('size', () => 1),
  property('itemsize', self => dtypeInfo(dtypeOf(self)).itemSize),
  property('nbytes', self => dtypeInfo(dtypeOf(self)).itemSize),
  property('T', self => self),
  property('real', (self, py) =>
    py.getAttribute(toArray(self), 'real') instanceof NdArray
      ? arrayOrScalar(py.getAttribute(toArray(self), 'real') as NdArray)
      : self,
  ),
  property('imag', (self, py) => arrayOrScalar(py.getAttribute(toArray(self), 'imag') as NdArray)),
];

/** Array methods that scalars have too, answered by a 0-d array. */
const borrowed = [
  'sum',
  'mean',
  'max',
  'min',
  'prod',
  'std',
  'var',
  'all',
  'any',
  'round',
  'clip',
  'reshape',
  'ravel',
  'flatten',
  'squeeze',
  'argmax',
  'argmin',
  'cumsum',
  'copy',
  'repeat',
  'conj',
  'conjugate',
  'tobytes',
  'nonzero',
  'view',
  'byteswap',
  'newbyteorder',
  'argsort',
  'transpose',
];

/** Puts the methods into the scalar classes. Array methods must be installed before. */
export function installScalarMethods(): void {
  const shared = genericClass.attributes.map;
  for (const [name, value] of [...named(...operators, ...protocol), ...properties]) shared.set(name, value);
  for (const name of borrowed) {
    const own = ndarrayClass.attributes.map.get(name) as NativeFunction;
    shared.set(
      name,
      new Native({
        name,
        signature: own.signature,
        isMethod: true,
        documentation: own.documentation ?? '',
        body: ([self, ...rest], py) => {
          const result = own.body!([toArray(self), ...rest], py);
          return result instanceof NdArray ? arrayOrScalar(result) : result;
        },
      }),
    );
  }
  for (const [dtype, cls] of scalarClasses) installConstructor(dtype, cls);
  installTimeScalars();
  const index = method('__index__(self)', ([self]) => integerOf(self));
  for (const [dtype, cls] of scalarClasses)
    if ('iu'.includes(kindOf(dtype))) cls.attributes.map.set('__index__', index);
  const isInteger = method('is_integer(self)', ([self]) =>
    Number.isInteger((plainValue(scalar(self)) as PyFloat).value),
  );
  const ratio = method('as_integer_ratio(self)', ([self], py) =>
    py.callMethod(plainValue(scalar(self)), 'as_integer_ratio'),
  );
  for (const [dtype, cls] of scalarClasses) {
    if (kindOf(dtype) !== 'f') continue;
    cls.attributes.map.set('is_integer', isInteger);
    cls.attributes.map.set('as_integer_ratio', ratio);
  }
  // Text and bytes scalars are Python's own.
  for (const name of ['<U0', '|S0'])
    for (const key of ['__repr__', '__str__']) scalarClasses.get(name)!.attributes.map.delete(key);
}

function installConstructor(dtype: string, cls: PyClass): void {
  const kind = kindOf(dtype);
  const make = defineMethod(
    `__new__(cls, x=0)`,
    `A \`${dtype}\` scalar (or array) from a value.`,
    ([, value], py) => {
      if (kind === 'U') return py.str(value);
      if (kind === 'O') return value;
      const array = toArray(value, py);
      warnOutOfBounds(array, dtype, py);
      return arrayOrScalar(castArray(array, dtype));
    },
  );
  cls.attributes.map.set('__new__', new StaticMethod(make));
  cls.attributes.map.set(
    '__class_getitem__',
    new ClassMethod(method('__class_getitem__(cls, item)', ([owner]) => owner)),
  );
}

/** NumPy 1.24 warns where a Python integer does not fit. */
function warnOutOfBounds(array: NdArray, dtype: string, py: Interpreter): void {
  if (array.rank > 0 || array.data === null || !'iu'.includes(kindOf(dtype)) || array.dtype !== 'int64')
    return;
  const value = Number(array.data.items[array.data.offset]);
  const { minimum, maximum } = dtypeInfo(dtype);
  if (value < minimum || value > maximum) {
    warn(
      py,
      'DeprecationWarning',
      `NumPy will stop allowing conversion of out-of-bound Python integers to integer arrays.  The conversion of ${value} to ${dtype} will fail in the future.`,
    );
  }
}
