// Moving arrays between host form and the cells that engines on the CPU compute with.

import type { Feed, HostArray } from '../../graph/engine.ts';
import { type Cells, cellArray, toCells } from '../../graph/reference/index.ts';
import { formatShape } from '../../graph/shapes.ts';
import type { Tensor } from '../../graph/tensor.ts';

/** A data set in cells. */
export interface HostResident {
  readonly shape: readonly number[];
  readonly dtype: HostArray['dtype'];
  readonly cells: Cells;
}

/** Contents in the cells that `dtype` is stored in. */
export function cellsFor(value: HostArray, dtype: HostArray['dtype']): Cells {
  const cells = toCells(value.data);
  const Type = cellArray(dtype);
  return cells instanceof Type ? cells : Type.from(cells);
}

function mismatch(input: Tensor, shape: readonly number[]): RangeError {
  return new RangeError(`the program takes ${formatShape(input.shape)}, received ${formatShape(shape)}`);
}

/** Writes what is fed into the input's cells. */
export function copyFeed(feed: Feed, input: Tensor, cells: Cells): void {
  if (!('resident' in feed)) {
    const source = cellsFor(feed, input.dtype);
    if (source.length !== cells.length) throw mismatch(input, feed.shape);
    cells.set(source);
    return;
  }
  const { cells: source, shape } = feed.resident as HostResident;
  const width = shape.slice(1).reduce((product, dim) => product * dim, 1);
  const { rows } = feed;
  if (!(rows instanceof Int32Array)) {
    const [start, end] = rows;
    if ((end - start) * width !== cells.length) throw mismatch(input, [end - start, ...shape.slice(1)]);
    cells.set(source.subarray(start * width, end * width));
    return;
  }
  if (rows.length * width !== cells.length) throw mismatch(input, [rows.length, ...shape.slice(1)]);
  for (let index = 0; index < rows.length; index++)
    copyRow(source, rows[index] * width, cells, index * width, width);
}

function copyRow(source: Cells, from: number, target: Cells, to: number, width: number): void {
  if (width > 64) target.set(source.subarray(from, from + width), to);
  else for (let cell = 0; cell < width; cell++) target[to + cell] = source[from + cell];
}
