/** Indexing in all its forms: integers, slices, new axes, ellipsis, boolean and integer arrays; reading and writing. */

import type { Interpreter } from '../../python/interpreter.ts';
import type { Value } from '../../python/values.ts';
import { arrayOrScalar } from './conversion.ts';
import { elementFacts, type Facts, partFacts } from './facts.ts';
import { type IndexItem, parseIndex } from './indexParsing.ts';
import { checkSelected, openWindow, type Window } from './indexWindow.ts';
import { broadcastStrides, forEachRun } from './iteration.ts';
import { copyContents, widenFor } from './joining.ts';
import { meantAmong } from './meantNumbers.ts';
import {
  abstractArray,
  abstractView,
  concreteArray,
  likeIn,
  type NdArray,
  ndarrayClass,
  type Shape,
  viewOf,
} from './ndarray.ts';
import { keepRows, selectedRows } from './rowOrder.ts';
import { broadcastShapes, compactShape, normalizeIndex } from './shapes.ts';
import {
  type ArrayData,
  allocate,
  forEachPosition,
  isWideItems,
  type NumberItems,
  sizeOf,
} from './storage.ts';
import { isStruct } from './structs/types.ts';
import { fieldsView, fieldView, namesOf } from './structs/values.ts';

/** `array[key]`. */
export function getItem(array: NdArray, key: Value, py: Interpreter): Value {
  if (typeof key === 'number' && array.rank === 1 && array.data !== null) {
    const { data } = array;
    const index = normalizeIndex(key, data.shape[0], 0);
    return arrayOrScalar(concreteArray(data.view([], [], data.offset + index * data.strides[0])));
  }
  if (isStruct(array.dtype)) {
    if (typeof key === 'string') return arrayOrScalar(fieldView(array, key));
    const names = namesOf(key);
    if (names !== null) return fieldsView(array, names);
  }
  const items = parseIndex(key, py);
  const result = indexArray(array, items);
  if (array.cls !== ndarrayClass) array.cls.adopt(result);
  const scalar = result.rank === 0 && !items.some(item => item.kind === 'ellipsis');
  return scalar ? arrayOrScalar(result) : result;
}

function sizeOfShape(shape: Shape): number | null {
  return shape.reduce<number | null>(
    (size, length) => (size === null || length === null ? null : size * length),
    1,
  );
}

function isDrawnByChance(known: Facts): boolean {
  return known.occurrence !== null && known.occurrence.draws !== Number.POSITIVE_INFINITY;
}

/** Indexing that always gives an array. */
export function indexArray(array: NdArray, items: readonly IndexItem[]): NdArray {
  const window = openWindow(array, items);
  const kept = window.rowsKept ? array.facts : elementFacts(array.facts);
  // A mask may leave out just the least and the greatest.
  const isMasked = items.some(item => item.kind === 'mask' && item.array.data === null);
  const partOf = (size: number | null, byChance: boolean): Facts =>
    partFacts(
      isMasked ? { ...kept, minimum: null, maximum: null, occurrence: null, meant: null } : kept,
      size,
      byChance,
    );
  if (window.selected.length === 0) {
    if (!window.certain) {
      const known = partOf(sizeOfShape(window.shape), false);
      return abstractView(array, window.shape, window.shape.length === 0 ? elementFacts(known) : known);
    }
    return viewOf(array, array.data!.view(window.shape as number[], window.strides, window.offset));
  }
  const selection = selectionOf(window);
  checkSelected(window);
  const certain = window.certain && !window.selected.some(item => item.index.data === null);
  if (!certain) {
    // Rows at positions that were drawn by chance hold the same share of everything; other positions may avoid it.
    const byChance = window.selected.every(item => isDrawnByChance(item.index.facts));
    const known = partOf(sizeOfShape(selection.shape), byChance);
    const isFixed = window.selected.every(item => item.index.data !== null);
    const meant = isFixed ? meantAmong(kept) : null;
    const certainFacts = byChance ? known : { ...known, occurrence: null, meant };
    const selected = likeIn(abstractArray(selection.shape, array.dtype, certainFacts), array);
    const [item] = window.selected;
    return window.selected.length > 1
      ? selected
      : item!.axis === 0
        ? selectedRows(selected, array, item!.index)
        : keepRows(selected, array);
  }
  return likeIn(concreteArray(gather(array.data!, window, selection)), array);
}

interface Selection {
  /** The index arrays' joint shape. */
  readonly joint: Shape;
  /** Axes of the window before and after the place where the joint axes go. */
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly shape: Shape;
}

export function selectionOf(window: Window): Selection {
  const joint = broadcastShapes(
    window.selected.map(item => item.index.shape),
    shapes =>
      `shape mismatch: indexing arrays could not be broadcast together with shapes ${shapes.map(compactShape).join(' ')} `,
  );
  const axes = window.selected.map(item => item.axis);
  const rest = window.shape.map((_, axis) => axis).filter(axis => !axes.includes(axis));
  const place = window.adjacent ? axes[0] : 0;
  const before = rest.filter(axis => axis < place);
  const after = rest.filter(axis => axis >= place);
  const shape = [
    ...before.map(axis => window.shape[axis]),
    ...joint,
    ...after.map(axis => window.shape[axis]),
  ];
  return { joint, before, after, shape };
}

/** Memory offsets that the index arrays select, in row-major order of their joint shape. */
export function selectedOffsets(window: Window, joint: readonly number[]): Float64Array {
  const offsets = new Float64Array(sizeOf(joint));
  for (const { axis, index } of window.selected) {
    const data = index.data!;
    const stride = window.strides[axis];
    const items = data.items as NumberItems;
    let next = 0;
    const view = data.view(joint, broadcastStrides(data, joint));
    forEachPosition(view, position => {
      offsets[next++] += items[position] * stride;
    });
  }
  return offsets;
}

function gather(data: ArrayData, window: Window, selection: Selection): ArrayData {
  const joint = selection.joint as number[];
  const offsets = selectedOffsets(window, joint);
  const target = allocate(selection.shape as number[], data.dtype);
  if (isWideItems(data.items)) widenFor(data, target);
  visitSelection(
    window,
    selection,
    offsets,
    target,
    (source, at) => copyContents(data.view(source.shape, source.strides, source.offset), at),
    (from, to) => {
      (target.items as NumberItems)[to] = (data.items as NumberItems)[from];
    },
  );
  return target;
}

interface Block {
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
}

/** Pairs every selected block with its place in an array of the selection's shape. */
export function visitSelection(
  window: Window,
  selection: Selection,
  offsets: Float64Array,
  other: ArrayData,
  block: (inWindow: Block, inOther: ArrayData) => void,
  single: (inWindow: number, inOther: number) => void,
): void {
  const beforeShape = selection.before.map(axis => window.shape[axis] as number);
  const afterShape = selection.after.map(axis => window.shape[axis] as number);
  const beforeStrides = selection.before.map(axis => window.strides[axis]);
  const afterStrides = selection.after.map(axis => window.strides[axis]);
  const depth = beforeShape.length;
  const jointRank = selection.joint.length;
  const jointShape = selection.joint as number[];
  const otherAfter = other.strides.slice(depth + jointRank);
  const jointView = other.view(jointShape, other.strides.slice(depth, depth + jointRank), 0);
  const places: number[] = [];
  forEachPosition(jointView, position => places.push(position));
  forEachRun(
    beforeShape,
    [beforeStrides, other.strides.slice(0, depth)],
    [window.offset, other.offset],
    ([from, to], length, [fromStep, toStep]) => {
      for (let i = 0; i < length; i++) {
        for (let k = 0; k < offsets.length; k++) {
          const start = from + i * fromStep + offsets[k];
          const place = to + i * toStep + places[k];
          if (afterShape.length === 0) single(start, place);
          else
            block(
              { shape: afterShape, strides: afterStrides, offset: start },
              other.view(afterShape, otherAfter, place),
            );
        }
      }
    },
  );
}
