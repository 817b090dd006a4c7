/** `Dataset.from_generator`: what a Python generator function yields, as tensors. */

import type { DType } from '../../graph/dtypes.ts';
import { ops } from '../../graph/index.ts';
import type { Dim, Shape } from '../../graph/shapes.ts';
import { PyDict } from '../../python/collections.ts';
import { raise } from '../../python/errors.ts';
import { native, type PyIterator } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { settle } from '../../python/suspension.ts';
import { PyList, PyTuple, Unknown, type Value } from '../../python/values.ts';
import { DatasetObject } from '../keras/data/datasetObject.ts';
import { invalidArgumentErrorClass } from '../keras/errors/tensorflowErrors.ts';
import { numberOf } from '../keras/objects/arguments.ts';
import { dtypeOf, tensorOf, wrap } from '../keras/tensors/conversion.ts';
import { flatten, mapDict, mapStructure } from '../keras/tensors/graphNode.ts';
import { shapeTuple } from '../keras/tensors/tensorObject.ts';

interface Part {
  readonly dtype: DType | null;
  /** Null where the rank is not told. */
  readonly shape: Shape | null;
}

function specifiedType(py: Interpreter, value: Value): DType | null {
  if (typeof value === 'string') return dtypeOf(py, value);
  const dtype = py.getAttributeOrUndefined(value, 'dtype');
  return dtypeOf(py, dtype === undefined ? value : dtype);
}

/** The sizes of `TensorShape`, a list or a tuple; null where they are not told. */
function sizesOf(py: Interpreter, given: Value): Shape | null {
  if (given === null || given === undefined || given instanceof Unknown) return null;
  if (py.getAttributeOrUndefined(given, 'rank') === null) return null;
  const sizes = py.collect(given);
  return sizes.some(size => size instanceof Unknown)
    ? null
    : sizes.map((size): Dim => numberOf(size) ?? null);
}

/** The leaves of `output_shapes`, which are lists, tuples or TensorShapes themselves, in the structure of the types. */
function shapesLike(py: Interpreter, types: Value, shapes: Value): Value[] {
  if (types instanceof PyTuple || types instanceof PyList) {
    const items = py.collect(shapes);
    return types.items.flatMap((item, index) => shapesLike(py, item, items[index] ?? null));
  }
  if (types instanceof PyDict && shapes instanceof PyDict) {
    const given = new Map([...shapes.entries()].map(([key, shape]) => [String(key), shape]));
    const keys = [...types.entries()].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
    return keys.flatMap(([key, item]) => shapesLike(py, item, given.get(String(key)) ?? null));
  }
  return [shapes];
}

function partsOf(py: Interpreter, types: Value, shapes: Value, signature: Value): Part[] | null {
  if (signature !== null)
    return flatten([signature]).map(item => ({
      dtype: specifiedType(py, item),
      shape: sizesOf(py, py.getAttributeOrUndefined(item, 'shape') ?? null),
    }));
  if (types === null) return null;
  const leaves = flatten([types]);
  const forms = shapes === null ? leaves.map(() => null) : shapesLike(py, types, shapes);
  return leaves.map((leaf, index) => ({ dtype: specifiedType(py, leaf), shape: sizesOf(py, forms[index]) }));
}

function agrees(shape: Shape, wanted: Shape): boolean {
  return (
    shape.length === wanted.length &&
    shape.every((size, axis) => wanted[axis] === null || size === null || size === wanted[axis])
  );
}

/** Every element that a Python generator function yields, as tensors of the promised dtypes and shapes. */
function fromGenerator(
  py: Interpreter,
  callee: Value,
  args: Value,
  [types, shapes, signature]: readonly Value[],
): DatasetObject {
  const passed = args === null ? [] : py.collect(args);
  const parts = partsOf(py, types, shapes, signature);
  const structure = signature === null ? types : signature;
  const isKnown = parts?.every(part => part.shape !== null && part.dtype !== null) ?? false;
  let leaf = 0;
  const element = isKnown
    ? mapStructure(structure, () => {
        const { shape, dtype } = parts![leaf++];
        return wrap(py, ops.abstractValue('generated', [], shape!, dtype!));
      })
    : null;
  return new DatasetObject(element, null, run => {
    let iterator: PyIterator | null = null;
    return function* () {
      iterator ??= run.iterator(yield* run.callAndWait(callee, passed));
      const item = yield* settle(iterator.next() as Value);
      if (item === undefined) return undefined;
      let place = 0;
      // Tuples and dicts are structure; a list is the rows of a tensor.
      const convert = (value: Value): Value => {
        if (value instanceof PyTuple) return new PyTuple(value.items.map(convert));
        if (value instanceof PyDict) return mapDict(value, convert);
        const part = parts?.[place++];
        const tensor = tensorOf(run, value, part?.dtype ?? null);
        if (part?.shape && !agrees(tensor.shape, part.shape))
          throw raise(
            invalidArgumentErrorClass,
            `TypeError: \`generator\` yielded an element of shape ${run.str(shapeTuple(tensor.shape))} where an element of shape ${run.str(shapeTuple(part.shape))} was expected. [Op:IteratorGetNext]`,
          );
        return wrap(run, tensor);
      };
      return convert(item);
    };
  });
}

export const fromGeneratorFunction = native(
  'from_generator(generator, output_types=None, output_shapes=None, args=None, output_signature=None, name=None)',
  ([callee, types, shapes, args, signature], py) =>
    fromGenerator(py, callee, args, [types, shapes, signature]),
);
