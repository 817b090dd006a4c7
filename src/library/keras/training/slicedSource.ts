/** Batches of arrays some of which hold text: cut on the host, since text never reaches the device. */
import type { Interpreter } from '../../../python/interpreter.ts';
import type { Suspendable } from '../../../python/suspension.ts';
import { PyList, PySlice, type Value } from '../../../python/values.ts';
import type { NdArray } from '../../numpy/ndarray.ts';
import { mapStructure } from '../tensors/graphNode.ts';
import { batchOf } from './batchSource.ts';
import {
  type Batch,
  batchSizes,
  DataLeaf,
  type DataSource,
  leafOf,
  type Template,
  usualBatchSize,
} from './dataSource.ts';
import { type RowMark, RowOrder } from './rowOrder.ts';

export class SlicedSource implements DataSource {
  readonly template: Template;
  readonly samples: number;
  readonly batchSize: number;
  readonly steps: number;
  readonly batchRows: readonly number[];
  private readonly py: Interpreter;
  private readonly rows: RowOrder;

  constructor(
    py: Interpreter,
    template: Template,
    samples: number,
    batchSize: number | null,
    steps: number | null,
  ) {
    this.py = py;
    this.template = template;
    this.samples = samples;
    this.batchSize = batchSize ?? usualBatchSize(samples, steps);
    this.rows = new RowOrder(samples, this.batchSize, steps);
    this.steps = steps ?? Math.ceil(samples / this.batchSize);
    this.batchRows =
      samples === 0 ? [] : batchSizes(samples, this.batchSize).slice(0, this.steps === 1 ? 1 : 2);
  }

  get continues(): boolean {
    return this.rows.continues;
  }

  startEpoch(py: Interpreter, shuffle: boolean): () => Suspendable<Batch | null> {
    const nextRows = this.rows.startEpoch(py, shuffle);
    const next = function* (this: SlicedSource): Suspendable<Batch | null> {
      const batch = yield* nextRows();
      if (batch === null) return null;
      const { start, end, order } = batch;
      const rows =
        order === null ? new PySlice(start, end, null) : new PyList([...order.subarray(start, end)]);
      return batchOf(this.cut(rows));
    };
    return next.bind(this);
  }

  first(rows: number): Template {
    return this.cut(new PySlice(0, rows, null));
  }

  private cut(rows: Value): Template {
    const change = (leaf: Value): Value =>
      leaf instanceof DataLeaf ? leafOf(this.py, this.py.getItem(leaf.array!, rows) as NdArray) : leaf;
    const { x, y, weight } = this.template;
    return {
      ...this.template,
      x: mapStructure(x, change),
      y: mapStructure(y, change),
      weight: mapStructure(weight, change),
    };
  }

  mark(): RowMark {
    return this.rows.mark();
  }

  rewind(mark: RowMark): void {
    this.rows.rewind(mark);
  }

  dispose(): void {}
}
