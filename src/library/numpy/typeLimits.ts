/** `np.iinfo` and `np.finfo`: the limits of number types. */
import { PyClass } from '../../python/classes.ts';
import { raise, ValueError } from '../../python/errors.ts';
import { method, named, property } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { objectClass } from '../../python/types.ts';
import { PyObject, type Value } from '../../python/values.ts';
import { toArray } from './conversion.ts';
import { define } from './definition.ts';
import { DTypeObject, orderedType } from './dtypeObjects.ts';
import { type DTypeName, dtypeInfo, kindOf, type OrderedType } from './dtypes.ts';
import { makeScalar } from './scalars.ts';

/** `np.iinfo(…)` and `np.finfo(…)`. */
class TypeLimits extends PyObject {
  declare cls: PyClass;
  readonly dtype: DTypeName;
  readonly type: OrderedType;
  constructor(type: OrderedType) {
    super();
    this.dtype = type.dtype;
    this.type = type;
  }
}

const of = (value: Value): DTypeName => (value as TypeLimits).dtype;

function integerLimit(name: DTypeName, end: 'minimum' | 'maximum'): Value {
  const { kind, itemSize } = dtypeInfo(name);
  const bits = BigInt(itemSize * 8);
  const value =
    kind === 'u'
      ? end === 'minimum'
        ? 0n
        : 2n ** bits - 1n
      : end === 'minimum'
        ? -(2n ** (bits - 1n))
        : 2n ** (bits - 1n) - 1n;
  return value >= -9007199254740991n && value <= 9007199254740991n ? Number(value) : value;
}

export const floatLimits: Record<
  string,
  { eps: number; max: number; tiny: number; bits: number; precision: number; subnormal: number }
> = {
  float16: { eps: 2 ** -10, max: 65504, tiny: 2 ** -14, bits: 16, precision: 3, subnormal: 2 ** -24 },
  float32: {
    eps: 2 ** -23,
    max: (2 - 2 ** -23) * 2 ** 127,
    tiny: 2 ** -126,
    bits: 32,
    precision: 6,
    subnormal: 2 ** -149,
  },
  float64: {
    eps: 2 ** -52,
    max: Number.MAX_VALUE,
    tiny: 2 ** -1022,
    bits: 64,
    precision: 15,
    subnormal: Number.MIN_VALUE,
  },
};

const integerLimitsClass = new PyClass(
  'iinfo',
  [objectClass],
  [
    property('min', self => integerLimit(of(self), 'minimum')),
    property('max', self => integerLimit(of(self), 'maximum')),
    property('bits', self => dtypeInfo(of(self)).itemSize * 8),
    property('dtype', self => new DTypeObject((self as TypeLimits).type)),
    ...named(
      method(
        '__repr__(self)',
        ([self]) =>
          `iinfo(min=${integerLimit(of(self), 'minimum')}, max=${integerLimit(of(self), 'maximum')}, dtype=${of(self)})`,
      ),
    ),
  ],
  { module: 'numpy' },
);

const scalarProperty = (name: string, read: (limits: (typeof floatLimits)[string]) => number) =>
  property(name, self => makeScalar(of(self), read(floatLimits[of(self)])));

const floatLimitsClass = new PyClass(
  'finfo',
  [objectClass],
  [
    scalarProperty('eps', limits => limits.eps),
    scalarProperty('epsneg', limits => limits.eps / 2),
    scalarProperty('max', limits => limits.max),
    scalarProperty('min', limits => -limits.max),
    scalarProperty('tiny', limits => limits.tiny),
    scalarProperty('smallest_normal', limits => limits.tiny),
    scalarProperty('smallest_subnormal', limits => limits.subnormal),
    scalarProperty('resolution', limits => 10 ** -limits.precision),
    property('bits', self => floatLimits[of(self)].bits),
    property('precision', self => floatLimits[of(self)].precision),
    property('dtype', self => new DTypeObject(of(self))),
  ],
  { module: 'numpy' },
);

function limits(cls: PyClass, type: OrderedType): TypeLimits {
  const made = new TypeLimits(type);
  made.cls = cls;
  return made;
}

function typeOf(value: Value, py: Interpreter): OrderedType {
  if (value instanceof PyClass || typeof value === 'string' || value instanceof DTypeObject)
    return orderedType(value, py);
  return toArray(value, py).type;
}

/** The functions `iinfo` and `finfo`. */
export const limitFunctions = [
  define('iinfo(int_type)', 'The limits of an integer type.', ([type], py) => {
    const asked = typeOf(type, py);
    const { dtype } = asked;
    if (!'iu'.includes(kindOf(dtype)))
      throw raise(ValueError, `Invalid integer data type '${kindOf(dtype)}'.`);
    return limits(integerLimitsClass, asked);
  }),
  define('finfo(dtype)', 'The limits of a floating type.', ([type], py) => {
    const dtype = typeOf(type, py).dtype.replace('complex128', 'float64').replace('complex64', 'float32');
    if (kindOf(dtype) !== 'f') throw raise(ValueError, `data type <class 'numpy.${dtype}'> not inexact`);
    return limits(floatLimitsClass, { dtype, bigEndian: false });
  }),
];
