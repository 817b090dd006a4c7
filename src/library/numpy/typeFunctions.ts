/** Questions about types, shapes and values: `issubdtype`, `iinfo`, `isclose`, `array_equal`. */
import { PyClass } from '../../python/classes.ts';
import { PyDict } from '../../python/collections.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { floatClass, intClass } from '../../python/types.ts';
import { NotKnown, PyBytes, PyComplex, PyFloat, PyTuple, Unknown, type Value } from '../../python/values.ts';
import { castArray } from './casting.ts';
import { choose } from './choosing.ts';
import { arrayOrScalar, toArray } from './conversion.ts';
import { define, numpySettings, troubleListener } from './definition.ts';
import { DTypeObject, orderedType, requiredDType } from './dtypeObjects.ts';
import { type CastingRule, canCast, type DTypeName, isSubtype, kindOf, promoteTypes } from './dtypes.ts';
import { applyElementwise } from './elementwise.ts';
import { concreteArray, NdArray } from './ndarray.ts';
import { operation } from './operations.ts';
import { minimalType, resultType } from './promotion.ts';
import { reduce } from './reductions.ts';
import { dtypeOfClass, genericClass, isNumpyScalar, scalarClassOf } from './scalars.ts';
import { sharesBytes } from './sharedBytes.ts';
import { fromItems } from './storage.ts';
import { floatLimits, limitFunctions } from './typeLimits.ts';

const op = (name: string, py: Interpreter, ...arrays: NdArray[]): NdArray =>
  applyElementwise(operation(name), arrays, { py });

/** `isclose` element by element. */
export function closeTo(
  a: NdArray,
  b: NdArray,
  relative: Value,
  absolute: Value,
  equalNaN: boolean,
  py: Interpreter,
): NdArray {
  const left = castArray(a, promoteTypes(a.dtype, 'float16'));
  const right = castArray(b, promoteTypes(b.dtype, 'float64'));
  const difference = op('absolute', py, op('subtract', py, left, right));
  const allowed = op(
    'add',
    py,
    toArray(absolute, py),
    op('multiply', py, toArray(relative, py), op('absolute', py, right)),
  );
  const finite = op('logical_and', py, op('isfinite', py, left), op('isfinite', py, right));
  let close = choose(finite, op('less_equal', py, difference, allowed), op('equal', py, left, right));
  if (equalNaN)
    close = op('logical_or', py, close, op('logical_and', py, op('isnan', py, left), op('isnan', py, right)));
  return close;
}

function sameShape(a: NdArray, b: NdArray): boolean | null {
  if (a.rank !== b.rank) return false;
  if (a.shape.some((length, axis) => length !== null && b.shape[axis] !== null && length !== b.shape[axis]))
    return false;
  return [...a.shape, ...b.shape].includes(null) ? null : true;
}

function certainTruth(array: NdArray): boolean {
  const all = reduce('logical_and', array, null);
  if (all.data === null) throw new NotKnown('whether all elements are equal is not known before it runs');
  return all.data.items[all.data.offset] === 1;
}

const comparisons = [
  define(
    'isclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False)',
    'Whether elements are equal within a tolerance.',
    ([a, b, r, t, nan], py) =>
      arrayOrScalar(closeTo(toArray(a, py), toArray(b, py), r, t, py.truth(nan), py)),
  ),
  define(
    'allclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False)',
    'Whether all elements are equal within a tolerance.',
    ([a, b, r, t, nan], py) => certainTruth(closeTo(toArray(a, py), toArray(b, py), r, t, py.truth(nan), py)),
  ),
  define(
    'array_equal(a1, a2, equal_nan=False)',
    'Whether shapes and all elements are equal.',
    ([a, b, nan], py) => {
      const [left, right] = [toArray(a, py), toArray(b, py)];
      const same = sameShape(left, right);
      if (same === false) return false;
      let equal = op('equal', py, left, right);
      if (py.truth(nan))
        equal = op(
          'logical_or',
          py,
          equal,
          op('logical_and', py, op('isnan', py, left), op('isnan', py, right)),
        );
      return certainTruth(equal);
    },
  ),
  define('array_equiv(a1, a2)', 'Whether all elements are equal after broadcasting.', ([a, b], py) =>
    certainTruth(op('equal', py, toArray(a, py), toArray(b, py))),
  ),
];

const shapeQuestions = [
  define(
    'shape(a)',
    'The shape.',
    ([a], py) =>
      new PyTuple(
        toArray(a, py).shape.map(length => length ?? new Unknown('this length is not known', 'int')),
      ),
  ),
  define('ndim(a)', 'The number of axes.', ([a], py) => toArray(a, py).rank),
  define('size(a, axis=None)', 'The number of elements.', ([a, axis], py) => {
    const array = toArray(a, py);
    const size =
      axis === null
        ? array.size
        : array.shape[(axis as number) < 0 ? (axis as number) + array.rank : (axis as number)];
    return size ?? new Unknown('the size is not known before it runs', 'int');
  }),
  define(
    'isscalar(element)',
    'Whether a value is a scalar.',
    ([value]) =>
      value !== null &&
      (typeof value !== 'object' ||
        isNumpyScalar(value) ||
        value instanceof PyFloat ||
        value instanceof PyComplex ||
        value instanceof PyBytes),
  ),
  define('iterable(y)', 'Whether a value can be iterated.', ([value], py) => {
    try {
      py.iterator(value);
      return true;
    } catch (error) {
      if (error instanceof NotKnown) throw error;
      return false;
    }
  }),
];

function abstractName(value: Value): string | null {
  return value instanceof PyClass && value.isSubclassOf(genericClass) && dtypeOfClass(value) === null
    ? value.name
    : null;
}

/** The type that a question is about; the order of its bytes makes no difference. */
const askedType = (value: Value, py: Interpreter): DTypeName => requiredDType(value, py);

/** Whether a type (or the type of an array) stands with its bytes the other way round. */
const orderOf = (value: Value, py: Interpreter): boolean =>
  value instanceof NdArray
    ? value.bigEndian
    : (typeof value === 'string' || value instanceof DTypeObject) && orderedType(value, py).bigEndian;

const typeQuestions = [
  define(
    'issubdtype(arg1, arg2)',
    'Whether a type belongs to another (or to an abstract one).',
    ([first, second], py) => {
      const own = abstractName(first);
      const wanted =
        abstractName(second) ??
        (second === floatClass ? 'floating-like' : second === intClass ? 'int-like' : null);
      if (own !== null && first instanceof PyClass && second instanceof PyClass)
        return first.isSubclassOf(second);
      const type = askedType(first, py);
      if (wanted === 'floating-like') return type === 'float64';
      if (wanted === 'int-like') return type === 'int64';
      if (wanted !== null) return isSubtype(type, wanted);
      if (typeof second === 'string' && isSubtype(type, second)) return true;
      return (
        kindOf(type) === kindOf(askedType(second, py)) &&
        ('USMm'.includes(kindOf(type)) || type === askedType(second, py))
      );
    },
  ),
  define(
    'issubsctype(arg1, arg2)',
    'Whether a scalar type belongs to another.',
    ([first, second], py) => askedType(first, py) === askedType(second, py),
  ),
  define(
    'can_cast(from_, to, casting="safe")',
    'Whether a conversion is allowed.',
    ([from, to, rule], py) => {
      const target = askedType(to, py);
      const orders = [from, to].map(item => orderOf(item, py));
      if (rule === 'no' && orders[0] !== orders[1]) return false;
      if (typeof from === 'number' || from instanceof PyFloat) {
        const plain = typeof from === 'number' ? from : from.value;
        return canCast(
          minimalType(plain, typeof from === 'number' ? 'i' : 'f', kindOf(target) === 'i'),
          target,
          rule as CastingRule,
        );
      }
      return canCast(askedType(from, py), target, rule as CastingRule);
    },
  ),
  define(
    'promote_types(type1, type2)',
    'The smallest type that holds both.',
    ([a, b], py) => new DTypeObject(promoteTypes(askedType(a, py), askedType(b, py))),
  ),
  define('result_type(*arrays_and_dtypes)', 'The type that operands meet in.', ([values], py) => {
    const arrays = (values as PyTuple).items.map(item => {
      const isType = item instanceof PyClass || item instanceof DTypeObject || typeof item === 'string';
      return isType
        ? concreteArray(fromItems(new Float64Array(1), [1], askedType(item, py)))
        : toArray(item, py);
    });
    return new DTypeObject(resultType(arrays));
  }),
  define('min_scalar_type(a)', 'The smallest type that holds a value.', ([a], py) => {
    const array = toArray(a, py);
    if (array.rank > 0 || array.data === null) return new DTypeObject(array.type);
    const kind = kindOf(array.dtype);
    return new DTypeObject(
      'iufc'.includes(kind) ? minimalType(array.data.items[array.data.offset] as number, kind) : array.dtype,
    );
  }),
  define('common_type(*arrays)', 'The inexact type that arrays share.', ([values], py) =>
    scalarClassOf(
      (values as PyTuple).items
        .map(item => toArray(item, py).dtype)
        .map(type => ('iub'.includes(kindOf(type)) ? 'float64' : type))
        .reduce(promoteTypes),
    ),
  ),
  define('isreal(x)', 'Whether elements have no imaginary part.', ([x], py) => {
    const array = toArray(x, py);
    return arrayOrScalar(op('equal', py, array, op('conjugate', py, array)));
  }),
  define('iscomplex(x)', 'Whether elements have an imaginary part.', ([x], py) => {
    const array = toArray(x, py);
    return arrayOrScalar(op('not_equal', py, array, op('conjugate', py, array)));
  }),
  define(
    'isrealobj(x)',
    'Whether the type is not complex.',
    ([x], py) => kindOf(toArray(x, py).dtype) !== 'c',
  ),
  define(
    'iscomplexobj(x)',
    'Whether the type is complex.',
    ([x], py) => kindOf(toArray(x, py).dtype) === 'c',
  ),
  define('real(val)', 'The real part.', ([x], py) => plainPart(x, 'real', py)),
  define('imag(val)', 'The imaginary part.', ([x], py) => plainPart(x, 'imag', py)),
  define('angle(z, deg=False)', 'The angle of complex numbers.', ([z, degrees], py) => {
    const array = toArray(z, py);
    const angle = op(
      'arctan2',
      py,
      py.getAttribute(array, 'imag') as NdArray,
      py.getAttribute(array, 'real') as NdArray,
    );
    return arrayOrScalar(py.truth(degrees) ? op('rad2deg', py, angle) : angle);
  }),
];

function plainPart(value: Value, name: string, py: Interpreter): Value {
  const part = py.getAttribute(toArray(value, py), name);
  return part instanceof NdArray ? arrayOrScalar(part) : part;
}

const errorKinds = ['divide', 'over', 'under', 'invalid'] as const;

const settings = [
  define(
    'seterr(all=None, divide=None, over=None, under=None, invalid=None)',
    'How floating-point trouble is handled.',
    ([all, ...given], py) => {
      const { errorHandling } = py.state(numpySettings);
      const before = currentHandling(py);
      errorKinds.forEach((kind, index) => {
        const value = given[index] ?? all;
        if (value !== null) errorHandling.set(kind, String(value));
      });
      return before;
    },
  ),
  define('geterr()', 'How floating-point trouble is handled.', (_args, py) => currentHandling(py)),
];

function currentHandling(py: Interpreter): Value {
  const { errorHandling } = py.state(numpySettings);
  return PyDict.fromStrings(errorKinds.map(kind => [kind, errorHandling.get(kind) ?? 'warn']));
}

/** Replaces NaN and infinities. */
const nanToNum = define(
  'nan_to_num(x, copy=True, nan=0.0, posinf=None, neginf=None)',
  'NaN and infinities replaced by numbers.',
  ([x, , nan, high, low], py) => {
    const array = toArray(x, py);
    if (kindOf(array.dtype) !== 'f') return arrayOrScalar(array);
    const { max } = floatLimits[array.dtype];
    const typed = (value: Value): NdArray => castArray(toArray(value, py), array.dtype);
    const infinity = (sign: number): NdArray =>
      op('equal', py, array, toArray(new PyFloat(sign * Number.POSITIVE_INFINITY)));
    let result = choose(op('isnan', py, array), typed(nan), array);
    result = choose(infinity(1), typed(high ?? new PyFloat(max)), result);
    result = choose(infinity(-1), typed(low ?? new PyFloat(-max)), result);
    return arrayOrScalar(result);
  },
);

function signFunctions() {
  return (
    [
      ['isposinf', 1],
      ['isneginf', -1],
    ] as const
  ).map(([name, sign]) =>
    define(`${name}(x, out=None)`, 'Where elements are this infinity.', ([x], py) =>
      arrayOrScalar(op('equal', py, toArray(x, py), toArray(new PyFloat(sign * Number.POSITIVE_INFINITY)))),
    ),
  );
}

/** Whether arrays look into the same bytes. A view under another type has a memory of its own before the run. */
function shareMemory(a: NdArray, b: NdArray, py: Interpreter): boolean {
  const shared = sharesBytes(a.memory, b.memory);
  if (!shared && !py.running && (a.base ?? a) === (b.base ?? b))
    throw new NotKnown('whether these views overlap is not known before it runs');
  return shared;
}

/** All functions of this file. */
export const typeFunctions = [
  ...comparisons,
  ...shapeQuestions,
  ...typeQuestions,
  ...limitFunctions,
  ...settings,
  nanToNum,
  ...signFunctions(),
  define('fix(x, out=None)', 'Rounded towards zero.', ([x], py) =>
    arrayOrScalar(op('trunc', py, toArray(x, py))),
  ),
  define('divmod(x1, x2)', 'Quotient and remainder.', ([a, b], py) => {
    const arrays = [toArray(a, py), toArray(b, py)];
    const warn = troubleListener(py);
    return new PyTuple(
      ['floor_divide', 'remainder'].map(name =>
        arrayOrScalar(applyElementwise(operation(name), arrays, { py, warn })),
      ),
    );
  }),
  define('modf(x)', 'Fractional and whole parts.', ([x], py) => {
    const array = toArray(x, py);
    const whole = op('trunc', py, array);
    return new PyTuple([
      arrayOrScalar(op('copysign', py, op('subtract', py, array, whole), array)),
      arrayOrScalar(whole),
    ]);
  }),
  define(
    'may_share_memory(a, b, max_work=None)',
    'Whether two arrays look into the same memory.',
    ([a, b], py) => shareMemory(toArray(a, py), toArray(b, py), py),
  ),
  define(
    'shares_memory(a, b, max_work=None)',
    'Whether two arrays look into the same memory.',
    ([a, b], py) => shareMemory(toArray(a, py), toArray(b, py), py),
  ),
];
