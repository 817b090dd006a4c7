import { raise, ValueError } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { NotKnown, PyList, PyTuple, type Value } from '../../python/values.ts';
import {
  axesArgument,
  integerArgument,
  integersArgument,
  knownShape,
  sequenceOf,
  shapeArgument,
} from './arguments.ts';
import { castArray } from './casting.ts';
import { toArray } from './conversion.ts';
import { define } from './definition.ts';
import { edits } from './editFunctions.ts';
import { elementFacts, partFacts } from './facts.ts';
import { axisOrNull, joins, splits } from './joinFunctions.ts';
import { concatenate, repeat, sliceAxis, tile } from './joining.ts';
import { abstractArray, concreteArray, type NdArray, type Shape } from './ndarray.ts';
import { broadcastShapes, compactShape, normalizeAxis } from './shapes.ts';
import { allocate } from './storage.ts';
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

/** All functions of this file. */
export const manipulationFunctions = [...joins, ...splits, ...reshapes, ...turns, ...edits];
