/** `Dataset.padded_batch`: batches whose elements are filled up to one size. */
import { ops } from '../../graph/index.ts';
import { type Dim, isStatic } from '../../graph/shapes.ts';
import type { Tensor } from '../../graph/tensor.ts';
import { PyDict } from '../../python/collections.ts';
import { raise, TypeError, ValueError } from '../../python/errors.ts';
import { method } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { NotKnown, PyTuple, Unknown, type Value } from '../../python/values.ts';
import { DatasetObject } from '../keras/data/datasetObject.ts';
import { invalidArgumentErrorClass } from '../keras/errors/tensorflowErrors.ts';
import { numberOf } from '../keras/objects/arguments.ts';
import { isTensorLike, tensorOf, wrap } from '../keras/tensors/conversion.ts';
import { flatten, mapStructure, sortedEntries } from '../keras/tensors/graphNode.ts';
import { shapeTuple } from '../keras/tensors/tensorObject.ts';
import { textOf, textTensor } from '../keras/tensors/text.ts';
import { count, self } from './datasetMakers.ts';
import { elementAside } from './tracedElements.ts';

/** What the parts of an element are filled up to: sizes, null for the longest of a batch. */
type PaddedShape = readonly Dim[] | null;

interface Filling {
  readonly shape: PaddedShape;
  /** Null for 0, and for empty text. */
  readonly value: Value;
}

/** A structure like that of an element whose leaves are taken as a whole: `([None], [])` for a pair. */
function partsLike(py: Interpreter, element: Value, given: Value): Value[] {
  if (given instanceof Unknown) throw new NotKnown(given.reason);
  if (element instanceof PyTuple) {
    const items = py.collect(given);
    if (items.length !== element.items.length)
      throw raise(
        ValueError,
        `The two structures don't have the same sequence length. Input structure has length ${element.items.length}, while shallow structure has length ${items.length}.`,
      );
    return element.items.flatMap((item, index) => partsLike(py, item, items[index]));
  }
  if (element instanceof PyDict)
    return sortedEntries(element).flatMap(([key, item]) => partsLike(py, item, py.getItem(given, key)));
  return [given];
}

function paddedShape(py: Interpreter, given: Value): PaddedShape {
  if (given === null) return null;
  const sizes = py.collect(
    py.getAttributeOrUndefined(given, 'as_list') ? py.callMethod(given, 'as_list') : given,
  );
  return sizes.map(size => {
    if (size instanceof Unknown) throw new NotKnown(size.reason);
    const number = size === null ? -1 : (numberOf(size) ?? -1);
    return number < 0 ? null : number;
  });
}

function fillings(py: Interpreter, item: Value, shapes: Value, values: Value): Filling[] {
  const leaves = flatten([item]);
  const forms = shapes === null ? leaves.map(() => null) : partsLike(py, item, shapes);
  const isOne = values === null || numberOf(values) !== undefined || typeof values === 'string';
  const fills = isOne ? leaves.map(() => values) : partsLike(py, item, values);
  return leaves.map((_, index) => ({ shape: paddedShape(py, forms[index]), value: fills[index] }));
}

function fillerOf(py: Interpreter, value: Value): number | undefined {
  return numberOf(isTensorLike(value) ? py.call(py.builtins.get('float')!, [value]) : value);
}

/** The parts of a batch's elements as one tensor. */
function filledUp(py: Interpreter, parts: readonly Tensor[], { shape, value }: Filling): Tensor {
  const [{ shape: first, dtype }] = parts;
  if (shape !== null && shape.length !== first.length)
    throw raise(
      ValueError,
      `The padded shape ${py.str(shapeTuple(shape))} is not compatible with the shape ${py.str(shapeTuple(first))} of the corresponding input component.`,
    );
  const target = first.map((_, axis) => {
    const longest = Math.max(...parts.map(part => part.shape[axis] as number));
    const wanted = shape?.[axis] ?? longest;
    if (longest > wanted)
      throw raise(
        invalidArgumentErrorClass,
        'Attempted to pad to a smaller size than the input element. [Op:IteratorGetNext]',
      );
    return wanted;
  });
  if (dtype === 'string') return filledText(parts, target, value === null ? '' : py.str(value));
  const filler = value === null ? 0 : fillerOf(py, value);
  if (filler === undefined) throw raise(TypeError, `Invalid value of padding_values: ${py.repr(value)}`);
  const filled = parts.map(part => {
    const missing = target.map((most, axis): [number, number] => [0, most - (part.shape[axis] as number)]);
    return ops.pad(part, missing, 'constant', filler);
  });
  return ops.stack(filled, 0);
}

function filledText(parts: readonly Tensor[], target: readonly number[], filler: string): Tensor {
  const size = target.reduce((product, dim) => product * dim, 1);
  const items = parts.flatMap(part => {
    const texts = textOf(part);
    if (texts === undefined || !isStatic(part.shape))
      throw new NotKnown('text is filled up where it is known');
    const made = new Array<string>(size).fill(filler);
    for (const [place, text] of texts.entries()) made[placeIn(target, part.shape, place)] = text;
    return made;
  });
  return textTensor(items, [parts.length, ...target]);
}

/** Where an item of a smaller block lies in a larger one, both row by row. */
function placeIn(target: readonly number[], shape: readonly number[], place: number): number {
  let [rest, stride, found] = [place, 1, 0];
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    found += (rest % shape[axis]) * stride;
    rest = Math.floor(rest / shape[axis]);
    stride *= target[axis];
  }
  return found;
}

/** Batches whose elements are filled up: to `shapes`, else to the longest of the batch. */
function paddedBatch(
  py: Interpreter,
  source: DatasetObject,
  size: number,
  { shapes, values, dropRest }: { shapes: Value; values: Value; dropRest: boolean },
): DatasetObject {
  const { cardinality: all } = source;
  const length = all === null ? null : dropRest ? Math.floor(all / size) : Math.ceil(all / size);
  const element = elementAside(py, () => {
    const { element: item } = source;
    if (item === null || flatten([item]).some(leaf => leaf instanceof DatasetObject)) return null;
    const forms = fillings(py, item, shapes, values);
    let place = 0;
    return mapStructure(item, leaf => {
      const { shape, dtype } = tensorOf(py, leaf);
      const own = forms[place++].shape ?? shape;
      return wrap(py, ops.abstractValue('batch', [], [dropRest ? size : null, ...own], dtype));
    });
  });
  return new DatasetObject(element, length, (run, shuffle) => {
    const next = source.stream(run).start(shuffle);
    return function* () {
      const items: Value[] = [];
      while (items.length < size) {
        const item = yield* next();
        if (item === undefined) break;
        items.push(item);
      }
      if (items.length === 0 || (dropRest && items.length < size)) return undefined;
      const forms = fillings(run, items[0], shapes, values);
      const rows = items.map(item => flatten([item]).map(leaf => tensorOf(run, leaf)));
      let place = 0;
      return mapStructure(items[0], () => {
        const column = rows.map(row => row[place]);
        return wrap(run, filledUp(run, column, forms[place++]));
      });
    };
  });
}

export const paddedBatchMethod = method(
  'padded_batch(self, batch_size, padded_shapes=None, padding_values=None, drop_remainder=False, name=None)',
  ([dataset, size, shapes, values, drop], py) =>
    paddedBatch(py, self(dataset), count(size), { shapes, values, dropRest: py.truth(drop) }),
);
