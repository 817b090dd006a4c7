/** Ufunc objects: `np.add(a, b, out=…)`, `np.add.reduce`, `np.multiply.outer`, `np.maximum.at`. */
import { PyClass } from '../../python/classes.ts';
import type { PyDict } from '../../python/collections.ts';
import { IndexError, raise, TypeError, ValueError } from '../../python/errors.ts';
import { method, named, property } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { objectClass } from '../../python/types.ts';
import { NotKnown, PyObject, PyTuple, Unknown, type Value } from '../../python/values.ts';
import { accumulate } from './accumulation.ts';
import { axesArgument, integerArgument, integersArgument } from './arguments.ts';
import { castArray } from './casting.ts';
import { choose } from './choosing.ts';
import { arrayOrScalar, toArray } from './conversion.ts';
import { defineMethod, troubleListener } from './definition.ts';
import { nativeDType } from './dtypeObjects.ts';
import type { CastingRule } from './dtypes.ts';
import { applyElementwise, castForOutput, type Operation } from './elementwise.ts';
import { assign } from './indexAssignment.ts';
import { concatenate, sliceAxis } from './joining.ts';
import { maskedResult } from './maskedArguments.ts';
import { NdArray } from './ndarray.ts';
import { operations } from './operations.ts';
import { reduce } from './reductions.ts';
import { normalizeAxis } from './shapes.ts';
import { applyAt } from './ufuncAt.ts';
import { expandDimensions, squeeze } from './views.ts';

/** A universal function. */
export class Ufunc extends PyObject {
  declare cls: PyClass;
  readonly operation: Operation;
  constructor(rule: Operation) {
    super();
    this.operation = rule;
  }
}

const foldable = new Set([
  'add',
  'multiply',
  'maximum',
  'minimum',
  'fmax',
  'fmin',
  'logical_and',
  'logical_or',
]);

/** Applies an operation to Python values as operators and ufuncs do; 0-d results become scalars. */
export function applyToValues(rule: Operation, values: readonly Value[], py: Interpreter): Value {
  const arrays = values.map(value => toArray(value, py));
  const scalar = arrays.every(array => array.rank === 0);
  const warn = troubleListener(py);
  const named =
    warn && scalar && rule.inputs === 2
      ? (trouble: Parameters<typeof warn>[0], name: string) => warn(trouble, `scalar ${name}`)
      : warn;
  return arrayOrScalar(applyElementwise(rule, arrays, { py, warn: named }));
}

interface UfuncKeywords {
  readonly out: NdArray | null;
  readonly where: Value;
  readonly dtype: string | null;
  readonly casting: CastingRule;
}

function readKeywords(
  rule: Operation,
  extra: readonly Value[],
  keywords: PyDict,
  py: Interpreter,
): UfuncKeywords {
  const known = new Set([
    'out',
    'where',
    'dtype',
    'casting',
    'order',
    'subok',
    'signature',
    'extobj',
    'axis',
    'keepdims',
  ]);
  for (const key of keywords.keys()) {
    if (!known.has(key as string)) {
      throw raise(TypeError, `${rule.name}() got an unexpected keyword argument '${key as string}'`);
    }
  }
  let out: Value = keywords.getString('out') ?? extra[0] ?? null;
  if (out instanceof PyTuple) out = out.items[0];
  if (out !== null && !(out instanceof NdArray)) throw raise(TypeError, 'return arrays must be of ArrayType');
  return {
    out,
    where: keywords.getString('where') ?? true,
    dtype: nativeDType(keywords.getString('dtype') ?? null, py),
    casting: (keywords.getString('casting') as CastingRule | undefined) ?? 'same_kind',
  };
}

function callUfunc(rule: Operation, args: readonly Value[], keywords: PyDict, py: Interpreter): Value {
  const { inputs } = rule;
  if (args.length < inputs || args.length > inputs + 1) {
    throw raise(
      TypeError,
      `${rule.name}() takes from ${inputs} to ${inputs + 1} positional arguments but ${args.length} were given`,
    );
  }
  const masked = maskedResult(rule.name, args, keywords, py);
  if (masked !== null) return masked;
  const options = readKeywords(rule, args.slice(inputs), keywords, py);
  const arrays = args.slice(0, inputs).map(value => toArray(value, py));
  const result = applyElementwise(rule, arrays, {
    py,
    warn: troubleListener(py),
    dtype: options.dtype,
    casting: options.casting,
  });
  if (options.out === null && options.where === true) return arrayOrScalar(result);
  const out = options.out ?? castArray(result, result.dtype);
  const converted = castForOutput(result, out, rule.name, options.casting);
  if (options.where === true) {
    assign(out, [{ kind: 'ellipsis' }], converted);
    return out;
  }
  const mask = toArray(options.where, py, 'bool');
  assign(out, [{ kind: 'ellipsis' }], choose(mask, converted, out));
  return out;
}

function generalReduce(
  rule: Operation,
  array: NdArray,
  axis: number,
  keep: boolean,
  py: Interpreter,
): NdArray {
  const along = normalizeAxis(axis, array.rank);
  const length = array.shape[along];
  if (length === null) throw raise(ValueError, 'length is not known');
  if (length === 0)
    throw raise(ValueError, `zero-size array to reduction operation ${rule.name} which has no identity`);
  let result = sliceAxis(array, along, 0, 1);
  for (let i = 1; i < length; i++)
    result = applyElementwise(rule, [result, sliceAxis(array, along, i, i + 1)], { py });
  return keep ? result : squeeze(result, [along]);
}

/** `reduceat`: each part goes to the next index; a part that would end before it begins is its first element. */
function reduceParts(
  rule: Operation,
  array: NdArray,
  starts: readonly number[],
  axis: number,
  options: { readonly dtype: string | null; readonly py: Interpreter },
): NdArray {
  const along = normalizeAxis(axis, array.rank);
  const length = array.shape[along];
  if (length === null) throw new NotKnown('how long the axis is is not known before it runs');
  const parts = starts.map((start, index) => {
    if (start < 0 || start >= length)
      throw raise(IndexError, `index ${start} out-of-bounds in ${rule.name}.reduceat [0, ${length})`);
    const end = index + 1 < starts.length ? starts[index + 1] : length;
    const part = sliceAxis(array, along, start, start < end ? end : start + 1);
    const kept = { ...options, keepDimensions: true };
    return foldable.has(rule.name)
      ? reduce(rule.name, part, [along], kept)
      : generalReduce(rule, part, along, true, options.py);
  });
  return concatenate(parts, along);
}

const ruleOf = (self: Value): Operation => (self as Ufunc).operation;

/** `np.ufunc`. */
export const ufuncClass = new PyClass(
  'ufunc',
  [objectClass],
  [
    ...named(
      defineMethod(
        '__call__(self, *args, **kwargs)',
        'Applies the function element by element.',
        ([self, args, keywords], py) =>
          callUfunc(ruleOf(self), (args as PyTuple).items, keywords as PyDict, py),
      ),
      defineMethod(
        'reduce(self, array, axis=0, dtype=None, out=None, keepdims=False, initial=None, where=True)',
        'Reduces an axis by applying the function along it.',
        ([self, value, axis, dtype, , keep], py) => {
          const rule = ruleOf(self);
          const array = toArray(value, py);
          const axes = axesArgument(axis, py);
          const options = { keepDimensions: py.truth(keep), dtype: nativeDType(dtype, py), py };
          if (foldable.has(rule.name)) return arrayOrScalar(reduce(rule.name, array, axes, options));
          return arrayOrScalar(generalReduce(rule, array, axes?.[0] ?? 0, options.keepDimensions, py));
        },
      ),
      defineMethod(
        'accumulate(self, array, axis=0, dtype=None, out=None)',
        'The running results of applying the function along an axis.',
        ([self, value, axis, dtype], py) =>
          accumulate(
            ruleOf(self).name,
            toArray(value, py),
            integerArgument(axis, py),
            nativeDType(dtype, py),
            py,
          ),
      ),
      defineMethod(
        'reduceat(self, array, indices, axis=0, dtype=None, out=None)',
        'Reduces the parts of an axis that begin at indices.',
        ([self, value, indices, axis, dtype], py) =>
          reduceParts(
            ruleOf(self),
            toArray(value, py),
            integersArgument(indices, py),
            integerArgument(axis, py),
            {
              dtype: nativeDType(dtype, py),
              py,
            },
          ),
      ),
      defineMethod('outer(self, A, B)', 'Applies the function to all pairs.', ([self, a, b], py) => {
        const left = toArray(a, py);
        const right = toArray(b, py);
        const axes = Array.from({ length: right.rank }, (_, index) => left.rank + index);
        return arrayOrScalar(applyElementwise(ruleOf(self), [expandDimensions(left, axes), right], { py }));
      }),
      defineMethod(
        'at(self, a, indices, b=None)',
        'Applies the function in place at indices, repeated ones each time.',
        ([self, target, indices, operand], py) => {
          if (target instanceof Unknown) throw new NotKnown(target.reason);
          if (!(target instanceof NdArray)) throw raise(TypeError, 'first operand must be array');
          applyAt(ruleOf(self), target, indices, operand, py);
          return null;
        },
      ),
      method('__repr__(self)', ([self]) => `<ufunc '${ruleOf(self).name}'>`),
    ),
    property('__name__', self => ruleOf(self).name),
    property('nin', self => ruleOf(self).inputs),
    property('nout', () => 1),
    property('signature', () => null),
    property('nargs', self => ruleOf(self).inputs + 1),
    property(
      'identity',
      self => ({ add: 0, multiply: 1, logical_and: true, logical_or: false })[ruleOf(self).name] ?? null,
    ),
  ],
  { module: 'numpy' },
);
Ufunc.prototype.cls = ufuncClass;

/** Names under which some operations are known too. */
const alternativeNames: readonly (readonly [string, string])[] = [
  ['true_divide', 'divide'],
  ['mod', 'remainder'],
  ['abs', 'absolute'],
  ['conj', 'conjugate'],
  ['bitwise_not', 'invert'],
];

/** All ufuncs by name, for the module. */
export function ufuncEntries(): [string, Value][] {
  const made = new Map<string, Value>();
  for (const rule of operations.values()) made.set(rule.name, new Ufunc(rule));
  return [
    ...made,
    ...alternativeNames.map(([name, original]): [string, Value] => [name, made.get(original)!]),
  ];
}
