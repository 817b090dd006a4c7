/** Choosing, searching, sorting and set functions. */

import type { PyDict } from '../../python/collections.ts';
import { raise, TypeError, ValueError } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { PyTuple, type Value } from '../../python/values.ts';
import {
  integerArgument,
  integersArgument,
  knownShape,
  optionalInteger,
  sequenceOf,
  shapeArgument,
} from './arguments.ts';
import { asType, castArray } from './casting.ts';
import { choose } from './choosing.ts';
import { arrayOrScalar, toArray } from './conversion.ts';
import { define } from './definition.ts';
import { DTypeObject } from './dtypeObjects.ts';
import { kindOf } from './dtypes.ts';
import { applyElementwise } from './elementwise.ts';
import { elementFacts, facts, partFacts } from './facts.ts';
import { assign } from './indexAssignment.ts';
import { indexArray } from './indexing.ts';
import { truePositions, truthTest } from './indexWindow.ts';
import { concatenate } from './joining.ts';
import {
  abstractArray,
  concreteArray,
  type NdArray,
  numbersOf,
  requireData,
  requireNumbers,
} from './ndarray.ts';
import { operation } from './operations.ts';
import { deliver } from './reductionOptions.ts';
import { reduce } from './reductions.ts';
import { sets } from './setFunctions.ts';
import { broadcastShapes, normalizeAxis, normalizeIndex } from './shapes.ts';
import { alongItems, sorts } from './sortFunctions.ts';
import { positionArray } from './sorting.ts';
import { allocate, contiguousItems, fromItems, type NumberItems, sizeOf } from './storage.ts';
import { atLeast, diagonal, ravel, reshape } from './views.ts';

/** The truth of elements as a boolean array. */
export function truthOf(array: NdArray): NdArray {
  if (array.dtype === 'bool' || array.data === null) return asType(array, 'bool');
  const test = truthTest(array.data);
  const items = contiguousItems(array.data);
  const result = allocate(array.data.shape, 'bool');
  for (let i = 0; i < items.length; i++) (result.items as Uint8Array)[i] = test(items[i]) ? 1 : 0;
  return concreteArray(result);
}

export const where = define(
  'where(condition, x=<none>, y=<none>)',
  'Elements of one array or another by a condition; with one argument, where it is true.',
  ([condition, x, y], py) => {
    const mask = truthOf(toArray(condition, py));
    if (x === '<none>' && y === '<none>') return new PyTuple(truePositions(atLeast(mask, 1)));
    if (x === '<none>' || y === '<none>')
      throw raise(ValueError, 'either both or neither of x and y should be given');
    const result = choose(mask, toArray(x, py), toArray(y, py));
    return result;
  },
);

/** The positions in a 0-d array: as many as hold, each without coordinates. */
function abstractOrEmpty(found: NdArray): NdArray {
  return found.data === null
    ? abstractArray([null, 0], 'int64')
    : concreteArray(fromItems(new Float64Array(0), [found.data.size, 0], 'int64'));
}

const conditions = [
  where,
  define(
    'nonzero(a)',
    'The positions of elements that are not zero, one array per axis.',
    ([a], py) => new PyTuple(truePositions(truthOf(atLeast(toArray(a, py), 1)))),
  ),
  define(
    'flatnonzero(a)',
    'The positions of elements that are not zero in the flattened array.',
    ([a], py) => truePositions(truthOf(ravel(toArray(a, py))))[0],
  ),
  define('argwhere(a)', 'The positions of elements that are not zero, one row each.', ([a], py) => {
    const array = toArray(a, py);
    if (array.rank === 0) {
      const [found] = truePositions(truthOf(atLeast(array, 1)));
      return abstractOrEmpty(found);
    }
    const positions = truePositions(truthOf(array));
    const columns = positions.map(position => reshape(position, [position.size ?? -1, 1]));
    if (array.data === null)
      return abstractArray([null, array.rank], 'int64', facts({ integers: true, minimum: 0 }));
    return concatenate(columns, 1);
  }),
  define(
    'select(condlist, choicelist, default=0)',
    'For each element the choice of the first condition that holds.',
    ([conditionList, choices, fallback], py) => {
      const masks = py.collect(conditionList).map(item => toArray(item, py));
      const values = py.collect(choices).map(item => toArray(item, py));
      if (masks.length !== values.length)
        throw raise(ValueError, 'list of cases must be same length as list of conditions');
      let result = toArray(fallback, py);
      for (let i = masks.length - 1; i >= 0; i--) {
        if (masks[i].dtype !== 'bool')
          throw raise(TypeError, `invalid entry ${i} in condlist: should be boolean ndarray`);
        result = choose(masks[i], values[i], result);
      }
      return arrayOrScalar(result);
    },
  ),
  define(
    "choose(a, choices, out=None, mode='raise')",
    'For each element the choice with its number.',
    ([a, choices, out], py) => {
      const index = toArray(a, py);
      const options = py.collect(choices).map(item => toArray(item, py));
      if (!'biu'.includes(kindOf(index.dtype))) {
        const given = py.repr(new DTypeObject(index.type));
        throw raise(
          TypeError,
          `Cannot cast array data from ${given} to dtype('int64') according to the rule 'safe'`,
        );
      }
      const numbers = numbersOf(index);
      if (numbers?.some(value => value < 0 || value >= options.length))
        throw raise(ValueError, 'invalid entry in choice array');
      let result = options[0];
      for (let i = 1; i < options.length; i++)
        result = choose(applyElementwise(operation('equal'), [index, toArray(i)]), options[i], result);
      const shaped = choose(applyElementwise(operation('equal'), [index, index]), result, result);
      return deliver(shaped, out);
    },
  ),
  define(
    'compress(condition, a, axis=None, out=None)',
    'Slices along an axis where a condition holds.',
    ([condition, a, axis], py) => compress(condition, a, axis, py),
  ),
  define('extract(condition, arr)', 'Elements where a condition holds.', ([condition, arr], py) =>
    indexArray(ravel(toArray(arr, py)), [{ kind: 'mask', array: truthOf(ravel(toArray(condition, py))) }]),
  ),
  define(
    'clip(a, a_min=None, a_max=None, out=None, **kwargs)',
    'Elements limited to an interval.',
    ([a, low, high, out, keywords], py) => {
      const extra = keywords as PyDict;
      const least = extra.getString('min') ?? low;
      const most = extra.getString('max') ?? high;
      if (least === null && most === null) throw raise(ValueError, 'One of max or min must be given');
      let result = toArray(a, py);
      if (least !== null)
        result = applyElementwise(operation('maximum'), [result, toArray(least, py)], { py });
      if (most !== null) result = applyElementwise(operation('minimum'), [result, toArray(most, py)], { py });
      return deliver(result, out);
    },
  ),
];

function compress(condition: Value, a: Value, axis: Value, py: Interpreter): Value {
  const array = axis === null ? ravel(toArray(a, py)) : toArray(a, py);
  const along = normalizeAxis(optionalInteger(axis, py) ?? 0, array.rank);
  const chosen = truthOf(toArray(condition, py));
  if (chosen.rank !== 1) throw raise(ValueError, 'condition must be a 1-d array');
  const [positions] = truePositions(chosen);
  const items = array.shape.map((_, index) =>
    index === along
      ? ({ kind: 'array', array: positions } as const)
      : ({ kind: 'slice', start: null, stop: null, step: null } as const),
  );
  return indexArray(array, items);
}

function taken(array: NdArray, index: NdArray, axis: number, mode: Value): NdArray {
  const length = array.shape[axis];
  let wanted = index;
  if (mode !== 'raise' && index.data !== null && length !== null) {
    const numbers = requireNumbers(index);
    const fixed = Float64Array.from(numbers, value =>
      mode === 'wrap' ? ((value % length) + length) % length : Math.min(length - 1, Math.max(0, value)),
    );
    wanted = positionArray(fixed, index.data.shape);
  }
  const items = array.shape
    .slice(0, axis + 1)
    .map((_, place) =>
      place === axis
        ? ({ kind: 'array', array: wanted } as const)
        : ({ kind: 'slice', start: null, stop: null, step: null } as const),
    );
  return indexArray(array, items);
}

const taking = [
  define(
    "take(a, indices, axis=None, out=None, mode='raise')",
    'Elements at indices along an axis.',
    ([a, indices, axis, , mode], py) => {
      const source = toArray(a, py);
      const array = axis === null ? ravel(source) : source;
      const along = normalizeAxis(optionalInteger(axis, py) ?? 0, array.rank);
      const index = toArray(indices, py);
      if (!'iub'.includes(kindOf(index.dtype)) && index.size !== 0) {
        throw raise(
          TypeError,
          `Cannot cast array data from dtype('${index.dtype}') to dtype('int64') according to the rule 'safe'`,
        );
      }
      return arrayOrScalar(taken(array, asType(index, 'int64'), along, mode));
    },
  ),
  define("put(a, ind, v, mode='raise')", 'Writes values at flat indices.', ([a, indices, values], py) => {
    const target = a as NdArray;
    if ([target, toArray(values, py), toArray(indices, py)].some(item => item.data === null)) {
      target.memory.lose(abstractArray([], target.dtype).facts);
      return null;
    }
    const data = requireData(target);
    const positions = integersArgument(indices, py).map(index => normalizeIndex(index, data.size, 0));
    const source = ravel(castArray(toArray(values, py), target.dtype));
    const items = contiguousItems(requireData(source)) as Value[];
    data.memory.beforeWrite();
    const flat = ravel(target);
    positions.forEach((position, i) => {
      assign(
        flat,
        [{ kind: 'integer', value: position }],
        concreteArray(fromItems(sliceOne(items, i % items.length), [], target.dtype)),
      );
    });
    return null;
  }),
  define(
    'take_along_axis(arr, indices, axis)',
    'Elements at indices matched along an axis.',
    ([a, indices, axis], py) => {
      const array = axis === null ? ravel(toArray(a, py)) : toArray(a, py);
      const index = toArray(indices, py);
      const along = normalizeAxis(optionalInteger(axis, py) ?? 0, array.rank);
      if (array.rank !== index.rank)
        throw raise(ValueError, '`indices` and `arr` must have the same number of dimensions');
      if (array.data === null || index.data === null) {
        const other = array.shape.map((length, place) => (place === along ? 1 : length));
        const shape = broadcastShapes([other, index.shape]);
        return abstractArray(shape, array.dtype, partFacts(elementFacts(array.facts), null, false));
      }
      return indexArray(array, alongItems(array, index, along));
    },
  ),
  define(
    'put_along_axis(arr, indices, values, axis)',
    'Writes values at indices matched along an axis.',
    ([a, indices, values, axis], py) => {
      const array = a as NdArray;
      const index = toArray(indices, py);
      requireData(index);
      assign(
        array,
        alongItems(array, index, normalizeAxis(integerArgument(axis, py), array.rank)),
        toArray(values, py),
      );
      return null;
    },
  ),
  define(
    'trace(a, offset=0, axis1=0, axis2=1, dtype=None, out=None)',
    'The sum along a diagonal.',
    ([a, offset, axis1, axis2], py) => {
      const view = diagonal(
        toArray(a, py),
        integerArgument(offset, py),
        integerArgument(axis1, py),
        integerArgument(axis2, py),
      );
      return arrayOrScalar(reduce('add', view, [-1]));
    },
  ),
  define('fill_diagonal(a, val, wrap=False)', 'Writes the diagonal.', ([a, value], py) => {
    const array = a as NdArray;
    if (array.rank < 2) throw raise(ValueError, 'array must be at least 2-d');
    if (!array.memory.writeable) throw raise(ValueError, 'assignment destination is read-only');
    assign(diagonal(array), [{ kind: 'ellipsis' }], toArray(value, py));
    return null;
  }),
  define(
    'copyto(dst, src, casting="same_kind", where=True)',
    'Copies elements into an array.',
    ([target, source, , mask], py) => {
      const array = target as NdArray;
      const value = toArray(source, py);
      assign(
        array,
        [{ kind: 'ellipsis' }],
        mask === true ? value : choose(truthOf(toArray(mask, py)), castArray(value, array.dtype), array),
      );
      return null;
    },
  ),
  define('putmask(a, mask, values)', 'Writes where a mask is true.', ([target, mask, values], py) => {
    const array = target as NdArray;
    assign(
      array,
      [{ kind: 'ellipsis' }],
      choose(truthOf(toArray(mask, py)), castArray(toArray(values, py), array.dtype), array),
    );
    return null;
  }),
  define(
    'unravel_index(indices, shape, order="C")',
    'Positions along each axis of flat indices.',
    ([indices, shape], py) => {
      const lengths = knownShape(shapeArgument(shape, py));
      const index = toArray(indices, py);
      const numbers = requireNumbers(index);
      const size = sizeOf(lengths);
      for (const value of numbers)
        if (value < 0 || value >= size)
          throw raise(ValueError, `index ${value} is out of bounds for array with size ${size}`);
      let step = size;
      return new PyTuple(
        lengths.map(length => {
          step /= length;
          const own = step;
          return arrayOrScalar(
            positionArray(
              Float64Array.from(numbers, value => Math.floor(value / own) % length),
              index.data!.shape,
            ),
          );
        }),
      );
    },
  ),
  define(
    'ravel_multi_index(multi_index, dims, mode="raise", order="C")',
    'Flat indices of positions along each axis.',
    ([multi, dims], py) => {
      const lengths = knownShape(shapeArgument(dims, py));
      const parts = (sequenceOf(multi, py) ?? []).map(item => toArray(item, py));
      let result = toArray(0);
      parts.forEach((part, axis) => {
        if (numbersOf(part)?.some(value => value < 0 || value >= lengths[axis]))
          throw raise(ValueError, 'invalid entry in coordinates array');
        result = applyElementwise(operation('add'), [
          applyElementwise(operation('multiply'), [result, toArray(lengths[axis])]),
          part,
        ]);
      });
      return arrayOrScalar(result);
    },
  ),
  define('ix_(*args)', 'Index arrays for the grid of several sequences.', ([args], py) => {
    const items = (args as PyTuple).items;
    return new PyTuple(
      items.map((item, axis) => {
        let index = toArray(item, py);
        if (index.rank !== 1) throw raise(ValueError, 'Cross index must be 1 dimensional');
        if (index.dtype === 'bool') [index] = truePositions(index);
        return reshape(
          index,
          items.map((_, place) => (place === axis ? (index.size ?? -1) : 1)),
        );
      }),
    );
  }),
  ...(['tril', 'triu'] as const).map(name =>
    define(`${name}_indices(n, k=0, m=None)`, 'The indices of a triangle.', ([n, k, m], py) => {
      const rows = integerArgument(n, py);
      const columns = optionalInteger(m, py) ?? rows;
      const offset = integerArgument(k, py);
      const mask = allocate([rows, columns], 'bool');
      for (let row = 0; row < rows; row++) {
        for (let column = 0; column < columns; column++) {
          const inside = name === 'tril' ? column - row <= offset : column - row >= offset;
          (mask.items as Uint8Array)[row * columns + column] = inside ? 1 : 0;
        }
      }
      return new PyTuple(truePositions(concreteArray(mask)));
    }),
  ),
  define('diag_indices(n, ndim=2)', 'The indices of the main diagonal.', ([n, rank], py) => {
    const positions = positionArray(Float64Array.from({ length: integerArgument(n, py) }, (_, i) => i));
    return new PyTuple(Array.from({ length: integerArgument(rank, py) }, () => positions));
  }),
];

function sliceOne(items: Value[] | NumberItems, index: number): Value[] | NumberItems {
  return Array.isArray(items) ? [items[index]] : items.slice(index, index + 1);
}

/** All functions of this file. */
export const selectionFunctions = [...conditions, ...taking, ...sorts, ...sets];
