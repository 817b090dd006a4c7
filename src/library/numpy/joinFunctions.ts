/** Joining arrays and splitting them. */
import { raise, ValueError } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { NotKnown, PyList, PyObject, Unknown, type Value } from '../../python/values.ts';
import { arraysArgument, integerArgument, optionalInteger, sequenceOf } from './arguments.ts';
import { castArray } from './casting.ts';
import { toArray } from './conversion.ts';
import { define } from './definition.ts';
import { dtypeArgument } from './dtypeObjects.ts';
import { assign } from './indexAssignment.ts';
import { concatenate, split, stack } from './joining.ts';
import { NdArray } from './ndarray.ts';
import { atLeast, expandDimensions, ravel, transpose } from './views.ts';

export function axisOrNull(value: Value, py: Interpreter): number | null {
  return optionalInteger(value, py);
}

function joinResult(result: NdArray, out: Value): Value {
  if (out instanceof NdArray) {
    assign(out, [{ kind: 'ellipsis' }], castArray(result, out.dtype));
    return out;
  }
  return result;
}

export const joins = [
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

interface Splitting {
  readonly axis: Value;
  readonly equal: boolean;
}

/** NumPy splits whatever can be sliced: rows of pandas' frames and series stay frames and series. */
function splitting(py: Interpreter, value: Value, sections: Value, { axis, equal }: Splitting): Value {
  const parts = sectionsArgument(sections, py);
  const along = integerArgument(axis, py);
  const places =
    along === 0 && value instanceof PyObject ? py.getAttributeOrUndefined(value, 'iloc') : undefined;
  if (places === undefined || places instanceof Unknown)
    return new PyList(split(toArray(value, py), parts, along, equal));
  const rows = py.call(py.getAttribute(py.importModule('numpy'), 'arange'), [
    py.call(py.builtins.get('len')!, [value]),
  ]);
  if (!(rows instanceof NdArray)) throw new NotKnown('the number of rows is not known');
  return new PyList(split(rows, parts, 0, equal).map(part => py.getItem(places, part)));
}

export const splits = [
  define(
    'split(ary, indices_or_sections, axis=0)',
    'Splits an array into equal parts, or at indices.',
    ([value, sections, axis], py) => splitting(py, value, sections, { axis, equal: true }),
  ),
  define(
    'array_split(ary, indices_or_sections, axis=0)',
    'Splits an array into parts that may differ in length.',
    ([value, sections, axis], py) => splitting(py, value, sections, { axis, equal: false }),
  ),
  splitter('hsplit', array => (array.rank > 1 ? 1 : 0), 1),
  splitter('vsplit', () => 0, 2),
  splitter('dsplit', () => 2, 3),
];
