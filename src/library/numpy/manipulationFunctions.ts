import { IndexError, raise, ValueError } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { NotKnown, PyList, PySlice, PyTuple, type Value } from '../../python/values.ts';
import {
  arraysArgument,
  axesArgument,
  integerArgument,
  integersArgument,
  knownShape,
  optionalInteger,
  sequenceOf,
  shapeArgument,
} from './arguments.ts';
import { asType, castArray } from './casting.ts';
import { toArray } from './conversion.ts';
import { define } from './definition.ts';
import { dtypeArgument } from './dtypeObjects.ts';
import { elementFacts, partFacts } from './facts.ts';
import { assign, parseIndex, truePositions } from './indexing.ts';
import { concatenate, pickAlong, repeat, sliceAxis, split, stack, tile } from './joining.ts';
import { abstractArray, concreteArray, NdArray, numbersOf, type Shape } from './ndarray.ts';
import { broadcastShapes, compactShape, normalizeAxis, normalizeIndex } from './shapes.ts';
import { allocate, fromItems } from './storage.ts';
import {
  atLeast,
  broadcastTo,
  copyArray,
  diagonal,
  expandDimensions,
  flip,
  moveAxes,
  ravel,
  reshape,
  squeeze,
  swapAxes,
  transpose,
} from './views.ts';

/** A wanted shape for reshape: an int or a sequence; unknown lengths count as -1. */
export function wantedShape(value: Value, py: Interpreter): number[] {
  const items = sequenceOf(value, py) ?? [value];
  return items.map(item => integerArgument(item, py));
}

/** Reshape where a length of the wanted shape may be unknown. */
export function reshapeTo(array: NdArray, value: Value, order: Value, py: Interpreter): NdArray {
  try {
    return reshape(array, wantedShape(value, py), order === 'F' ? 'F' : 'C');
  } catch (error) {
    if (!(error instanceof NotKnown) || py.running) throw error;
    const items = sequenceOf(value, py);
    if (items === null) throw error;
    const shape: Shape = items.map(item => {
      try {
        const length = integerArgument(item, py);
        return length < 0 ? null : length;
      } catch (inner) {
        if (inner instanceof NotKnown) return null;
        throw inner;
      }
    });
    return abstractArray(shape, array.dtype, elementFacts(array.facts));
  }
}

function axisOrNull(value: Value, py: Interpreter): number | null {
  return optionalInteger(value, py);
}

function joinResult(result: NdArray, out: Value): Value {
  if (out instanceof NdArray) {
    assign(out, [{ kind: 'ellipsis' }], castArray(result, out.dtype));
    return out;
  }
  return result;
}

const joins = [
  define(
    "concatenate(arrays, axis=0, out=None, dtype=None, casting='same_kind')",
    'Joins arrays along an axis they have.',
    ([arrays, axis, out, dtype], py) =>
      joinResult(
        concatenate(arraysArgument(arrays, py), axisOrNull(axis, py), dtypeArgument(dtype, py)),
        out,
      ),
  ),
  define(
    "stack(arrays, axis=0, out=None, *, dtype=None, casting='same_kind')",
    'Joins arrays along a new axis.',
    ([arrays, axis, out, dtype], py) =>
      joinResult(stack(arraysArgument(arrays, py), integerArgument(axis, py), dtypeArgument(dtype, py)), out),
  ),
  define("vstack(tup, *, dtype=None, casting='same_kind')", 'Stacks arrays as rows.', ([arrays, dtype], py) =>
    concatenate(
      arraysArgument(arrays, py).map(array => atLeast(array, 2)),
      0,
      dtypeArgument(dtype, py),
    ),
  ),
  define(
    "row_stack(tup, *, dtype=None, casting='same_kind')",
    'Stacks arrays as rows.',
    ([arrays, dtype], py) =>
      concatenate(
        arraysArgument(arrays, py).map(array => atLeast(array, 2)),
        0,
        dtypeArgument(dtype, py),
      ),
  ),
  define(
    "hstack(tup, *, dtype=None, casting='same_kind')",
    'Stacks arrays side by side.',
    ([arrays, dtype], py) => {
      const parts = arraysArgument(arrays, py).map(array => atLeast(array, 1));
      return concatenate(parts, parts[0]?.rank === 1 ? 0 : 1, dtypeArgument(dtype, py));
    },
  ),
  define('dstack(tup)', 'Stacks arrays along the third axis.', ([arrays], py) =>
    concatenate(
      arraysArgument(arrays, py).map(array => atLeast(array, 3)),
      2,
    ),
  ),
  define('column_stack(tup)', 'Stacks 1-d arrays as columns.', ([arrays], py) =>
    concatenate(
      arraysArgument(arrays, py).map(array => (array.rank < 2 ? transpose(atLeast(array, 2)) : array)),
      1,
    ),
  ),
  define(
    'append(arr, values, axis=None)',
    'A copy with values put at the end.',
    ([target, values, axis], py) => {
      const first = toArray(target, py);
      const second = toArray(values, py);
      if (axis === null) return concatenate([ravel(first), ravel(second)], 0);
      return concatenate([first, second], integerArgument(axis, py));
    },
  ),
  define('block(arrays)', 'Assembles an array from nested blocks.', ([blocks], py) =>
    assemble(blocks, py, blockDepth(blocks), 1),
  ),
];

function blockDepth(blocks: Value): number {
  return blocks instanceof PyList ? 1 + Math.max(0, ...blocks.items.map(blockDepth)) : 0;
}

function assemble(blocks: Value, py: Interpreter, depth: number, level: number): NdArray {
  if (!(blocks instanceof PyList)) {
    const array = toArray(blocks, py);
    const missing = depth - array.rank;
    return missing > 0
      ? expandDimensions(
          array,
          Array.from({ length: missing }, (_, axis) => axis),
        )
      : array;
  }
  const parts = blocks.items.map(item => assemble(item, py, depth, level + 1));
  return concatenate(parts, -(depth - level + 1));
}

function sectionsArgument(value: Value, py: Interpreter): number | number[] {
  const items = sequenceOf(value, py);
  return items === null ? integerArgument(value, py) : items.map(item => integerArgument(item, py));
}

function splitter(name: string, axisOf: (array: NdArray) => number, least: number) {
  return define(
    `${name}(ary, indices_or_sections)`,
    'Splits an array into parts (views).',
    ([value, sections], py) => {
      const array = toArray(value, py);
      if (array.rank < least) {
        throw raise(ValueError, `${name} only works on arrays of ${least} or more dimensions`);
      }
      return new PyList(split(array, sectionsArgument(sections, py), axisOf(array), true));
    },
  );
}

const splits = [
  define(
    'split(ary, indices_or_sections, axis=0)',
    'Splits an array into equal parts, or at indices.',
    ([value, sections, axis], py) =>
      new PyList(split(toArray(value, py), sectionsArgument(sections, py), integerArgument(axis, py), true)),
  ),
  define(
    'array_split(ary, indices_or_sections, axis=0)',
    'Splits an array into parts that may differ in length.',
    ([value, sections, axis], py) =>
      new PyList(split(toArray(value, py), sectionsArgument(sections, py), integerArgument(axis, py), false)),
  ),
  splitter('hsplit', array => (array.rank > 1 ? 1 : 0), 1),
  splitter('vsplit', () => 0, 2),
  splitter('dsplit', () => 2, 3),
];

const reshapes = [
  define(
    "reshape(a, newshape, order='C')",
    'The same elements in another shape.',
    ([value, shape, order], py) => reshapeTo(toArray(value, py), shape, order, py),
  ),
  define("ravel(a, order='C')", 'The elements as one axis, a view where possible.', ([value, order], py) =>
    ravel(toArray(value, py), order === 'F' ? 'F' : 'C'),
  ),
  define('transpose(a, axes=None)', 'Axes in another order, reversed by default.', ([value, axes], py) =>
    transpose(toArray(value, py), axes === null ? null : integersArgument(axes, py)),
  ),
  define('swapaxes(a, axis1, axis2)', 'Two axes exchanged.', ([value, a, b], py) =>
    swapAxes(toArray(value, py), integerArgument(a, py), integerArgument(b, py)),
  ),
  define(
    'moveaxis(a, source, destination)',
    'Axes moved to other places.',
    ([value, source, destination], py) =>
      moveAxes(toArray(value, py), integersArgument(source, py), integersArgument(destination, py)),
  ),
  define('rollaxis(a, axis, start=0)', 'An axis rolled back to a place.', ([value, axis, start], py) => {
    const array = toArray(value, py);
    const from = normalizeAxis(integerArgument(axis, py), array.rank);
    let to = integerArgument(start, py);
    if (to < 0) to += array.rank;
    if (from < to) to--;
    return moveAxes(array, [from], [to]);
  }),
  define('expand_dims(a, axis)', 'New axes of length one.', ([value, axis], py) =>
    expandDimensions(toArray(value, py), axesArgument(axis, py) ?? [0]),
  ),
  define('squeeze(a, axis=None)', 'Without axes of length one.', ([value, axis], py) =>
    squeeze(toArray(value, py), axesArgument(axis, py)),
  ),
  ...([1, 2, 3] as const).map(rank =>
    define(`atleast_${rank}d(*arys)`, `Arrays with at least ${rank} dimensions.`, ([values], py) => {
      const results = (values as PyTuple).items.map(item => atLeast(toArray(item, py), rank));
      return results.length === 1 ? results[0] : new PyList(results);
    }),
  ),
  define('broadcast_to(array, shape, subok=False)', 'A view repeated to a shape.', ([value, shape], py) => {
    const view = broadcastTo(toArray(value, py), shapeArgument(shape, py));
    return view;
  }),
  define('broadcast_arrays(*args, subok=False)', 'Arrays broadcast against each other.', ([values], py) => {
    const arrays = (values as PyTuple).items.map(item => toArray(item, py));
    const shape = broadcastShapes(
      arrays.map(array => array.shape),
      singleShapeText,
    );
    return new PyList(arrays.map(array => broadcastTo(array, shape)));
  }),
  define('broadcast_shapes(*args)', 'The shape that shapes broadcast to.', ([values], py) => {
    const shapes = (values as PyTuple).items.map(item => shapeArgument(item, py));
    return new PyTuple(knownShape(broadcastShapes(shapes, singleShapeText)));
  }),
  define('diagonal(a, offset=0, axis1=0, axis2=1)', 'A diagonal.', ([value, offset, a, b], py) =>
    diagonal(toArray(value, py), integerArgument(offset, py), integerArgument(a, py), integerArgument(b, py)),
  ),
  define('resize(a, new_shape)', 'The elements repeated to fill a shape.', ([value, shape], py) => {
    const array = toArray(value, py);
    const wanted = knownShape(shapeArgument(shape, py));
    const size = wanted.reduce((product, length) => product * length, 1);
    if (array.size === null)
      return abstractArray(wanted, array.dtype, partFacts(elementFacts(array.facts), null, false));
    if (array.size === 0 || size === 0)
      return castArray(concreteArray(allocate(wanted, array.dtype)), array.dtype);
    const copies = Math.ceil(size / array.size);
    return reshape(sliceAxis(tile(ravel(array), [copies]), 0, 0, size), wanted);
  }),
];

function singleShapeText(shapes: readonly Shape[]): string {
  let joined: Shape = [];
  for (const [index, shape] of shapes.entries()) {
    try {
      joined = broadcastShapes([joined, shape]);
    } catch {
      const first = shapes.findIndex((other, place) => place < index && clashes(other, shape));
      return (
        'shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg ' +
        `${Math.max(0, first)} with shape ${tupleText(shapes[Math.max(0, first)])} and arg ${index} with shape ${tupleText(shape)}.`
      );
    }
  }
  return 'shape mismatch: objects cannot be broadcast to a single shape';
}

function clashes(a: Shape, b: Shape): boolean {
  try {
    broadcastShapes([a, b]);
    return false;
  } catch {
    return true;
  }
}

function tupleText(shape: Shape): string {
  return compactShape(shape).replace(/,(?=\d)/g, ', ');
}

/** `roll` along axes; none rolls the flattened array. */
export function roll(array: NdArray, shifts: readonly number[], axes: readonly number[] | null): NdArray {
  if (axes === null) return reshapeLike(roll(ravel(array), [shifts.reduce((a, b) => a + b, 0)], [0]), array);
  const pairs =
    axes.length >= shifts.length
      ? axes.map((axis, i) => [axis, shifts[i] ?? shifts[0]] as const)
      : shifts.map(shift => [axes[0], shift] as const);
  let result = array;
  for (const [axis, shift] of pairs) {
    const along = normalizeAxis(axis, array.rank);
    const length = array.shape[along];
    if (length === null || result.data === null) {
      result = abstractArray(array.shape, array.dtype, array.facts);
      continue;
    }
    if (length === 0) continue;
    const offset = ((shift % length) + length) % length;
    result = concatenate(
      [sliceAxis(result, along, length - offset, length), sliceAxis(result, along, 0, length - offset)],
      along,
    );
  }
  return result === array ? copyArray(array) : result;
}

function reshapeLike(array: NdArray, model: NdArray): NdArray {
  if (array.data === null) return abstractArray(model.shape, model.dtype, elementFacts(model.facts));
  return reshape(array, model.shape as number[]);
}

const turns = [
  define('flip(m, axis=None)', 'Elements in reverse order along axes.', ([value, axis], py) =>
    flip(toArray(value, py), axesArgument(axis, py)),
  ),
  define('flipud(m)', 'Rows in reverse order.', ([value], py) => {
    const array = toArray(value, py);
    if (array.rank < 1) throw raise(ValueError, 'Input must be >= 1-d.');
    return flip(array, [0]);
  }),
  define('fliplr(m)', 'Columns in reverse order.', ([value], py) => {
    const array = toArray(value, py);
    if (array.rank < 2) throw raise(ValueError, 'Input must be >= 2-d.');
    return flip(array, [1]);
  }),
  define('rot90(m, k=1, axes=(0, 1))', 'Turned by quarter turns in a plane.', ([value, k, axes], py) => {
    const array = toArray(value, py);
    const [a, b] = integersArgument(axes, py).map(axis => normalizeAxis(axis, array.rank));
    const turns = ((integerArgument(k, py) % 4) + 4) % 4;
    if (a === b) throw raise(ValueError, 'Axes must be different.');
    if (turns === 0) return array;
    if (turns === 2) return flip(flip(array, [a]), [b]);
    if (turns === 1) return swapAxes(flip(array, [b]), a, b);
    return flip(swapAxes(array, a, b), [b]);
  }),
  define(
    'roll(a, shift, axis=None)',
    'Elements moved along axes, those that leave come back at the other end.',
    ([value, shift, axis], py) =>
      roll(toArray(value, py), integersArgument(shift, py), axesArgument(axis, py)),
  ),
  define('tile(A, reps)', 'An array repeated as tiles.', ([value, reps], py) =>
    tile(toArray(value, py), integersArgument(reps, py)),
  ),
  define('repeat(a, repeats, axis=None)', 'Each element repeated.', ([value, repeats, axis], py) =>
    repeat(toArray(value, py), integersArgument(repeats, py), axisOrNull(axis, py)),
  ),
];

/** Indices to remove or to insert before, from ints, slices, masks or arrays. */
function indicesOf(value: Value, length: number, axis: number, py: Interpreter): number[] {
  const [item] = parseIndex(value, py);
  if (item.kind === 'integer') {
    if (item.value === 'unknown') throw new NotKnown('an index is not known before it runs');
    return [normalizeIndex(item.value, length, axis)];
  }
  if (item.kind === 'slice') {
    const everything = fromItems(
      Float64Array.from({ length }, (_, i) => i),
      [length],
      'int64',
    );
    const picked = toArray(py.getItem(concreteArray(everything), value), py);
    return [...numbersOf(picked)!];
  }
  const array = item.kind === 'mask' ? truePositions(item.array)[0] : toArray(value, py);
  return [...numbersOf(array)!].map(index => normalizeIndex(index, length, axis));
}

const edits = [
  define(
    'delete(arr, obj, axis=None)',
    'A copy without the elements at indices.',
    ([value, indices, axis], py) => {
      const array = axis === null ? ravel(toArray(value, py)) : toArray(value, py);
      const along = normalizeAxis(axisOrNull(axis, py) ?? 0, array.rank);
      const length = array.shape[along];
      if (length === null) throw new NotKnown('a length is not known before it runs');
      if (indices instanceof NdArray && indices.dtype === 'bool' && indices.rank !== 1) {
        throw raise(
          ValueError,
          `boolean array argument obj to delete must be one dimensional and match the axis length of ${length}`,
        );
      }
      const removed = new Set(indicesOf(indices, length, along, py));
      const kept = Array.from({ length }, (_, i) => i).filter(i => !removed.has(i));
      if (array.data === null)
        return abstractArray(
          array.shape.map((own, i) => (i === along ? kept.length : own)),
          array.dtype,
          partFacts(elementFacts(array.facts), null, false),
        );
      return concreteArray(pickAlong(array.data, along, kept));
    },
    ([value, , axis], py) => {
      const array = toArray(value, py);
      if (axis === null)
        return abstractArray([null], array.dtype, partFacts(elementFacts(array.facts), null, false));
      const along = normalizeAxis(integerArgument(axis, py), array.rank);
      return abstractArray(
        array.shape.map((own, i) => (i === along ? null : own)),
        array.dtype,
        partFacts(elementFacts(array.facts), null, false),
      );
    },
  ),
  define(
    'insert(arr, obj, values, axis=None)',
    'A copy with values put before indices.',
    ([value, indices, values, axis], py) => {
      const array = axis === null ? ravel(toArray(value, py)) : toArray(value, py);
      const along = normalizeAxis(axisOrNull(axis, py) ?? 0, array.rank);
      const length = array.shape[along];
      if (length === null) throw new NotKnown('a length is not known before it runs');
      const single = typeof indices === 'number';
      const places = (single ? [indices as number] : integersArgument(indices, py)).map(index => {
        if (index < -length || index > length) {
          throw raise(IndexError, `index ${index} is out of bounds for axis ${along} with size ${length}`);
        }
        return index < 0 ? index + length : index;
      });
      let source = asType(toArray(values, py), array.dtype);
      if (single && source.rank === array.rank - 1 && array.rank > 1)
        source = expandDimensions(source, [along]);
      if (single && source.rank > 0 && array.rank === 1)
        return insertMany(array, new Array<number>(source.shape[0] ?? 1).fill(places[0]), source, along);
      const count = single && source.rank === array.rank ? (source.shape[along] ?? 1) : places.length;
      const targetShape = array.shape.map((own, i) => (i === along ? count : own));
      return insertMany(
        array,
        single ? new Array<number>(count).fill(places[0]) : places,
        broadcastTo(source, targetShape),
        along,
      );
    },
  ),
  define('trim_zeros(filt, trim="fb")', 'Without leading and trailing zeros.', ([value, trim], py) => {
    const array = toArray(value, py);
    const numbers = numbersOf(array)!;
    let start = 0;
    let stop = numbers.length;
    const where = String(trim).toLowerCase();
    if (where.includes('f')) while (start < stop && numbers[start] === 0) start++;
    if (where.includes('b')) while (stop > start && numbers[stop - 1] === 0) stop--;
    const kept = sliceAxis(array, 0, start, stop);
    return value instanceof NdArray
      ? kept
      : py.callMethod(value, '__getitem__', [new PySlice(start, stop, null)]);
  }),
];

function insertMany(array: NdArray, places: readonly number[], source: NdArray, axis: number): NdArray {
  const length = array.shape[axis] as number;
  const order = places
    .map((place, index) => ({ place, index }))
    .sort((a, b) => a.place - b.place || a.index - b.index);
  const parts: NdArray[] = [];
  let last = 0;
  for (const { place, index } of order) {
    if (place > last) parts.push(sliceAxis(array, axis, last, place));
    parts.push(sliceAxis(source, axis, index, index + 1));
    last = place;
  }
  if (last < length) parts.push(sliceAxis(array, axis, last, length));
  return concatenate(parts, axis, array.dtype);
}

/** All functions of this file. */
export const manipulationFunctions = [...joins, ...splits, ...reshapes, ...turns, ...edits];
