/** Batches of arrays in memory, kept on the device for the whole call. */
import type { Engine, Resident } from '../../../graph/engine.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import type { Suspendable } from '../../../python/suspension.ts';
import { openEngine } from '../sessionState.ts';
import { flatten } from '../tensors/graphNode.ts';
import {
  type Batch,
  batchSizes,
  DataLeaf,
  type DataSource,
  type Template,
  uploadable,
  usualBatchSize,
} from './dataSource.ts';
import { withRoomFor } from './memory.ts';
import { type RowMark, RowOrder } from './rowOrder.ts';

export function leavesOf(template: Template): DataLeaf[] {
  return flatten([template.x, template.y, template.weight]).filter(leaf => leaf instanceof DataLeaf);
}

export class ArraySource implements DataSource {
  readonly template: Template;
  readonly samples: number | null;
  readonly batchSize: number;
  readonly steps: number | null;
  readonly batchRows: readonly number[];
  private residents: Resident[] | null = null;
  private engine: Engine | null = null;
  private readonly rows: RowOrder;

  /** @param batchSize null for 32, or as many as make up the number of steps */
  constructor(template: Template, samples: number | null, batchSize: number | null, steps: number | null) {
    this.template = template;
    this.samples = samples;
    this.batchSize = batchSize ?? usualBatchSize(samples, steps);
    batchSize = this.batchSize;
    this.rows = new RowOrder(samples ?? 0, batchSize, steps);
    const all = samples === null ? null : Math.ceil(samples / batchSize);
    this.steps = steps ?? all;
    this.batchRows =
      samples === null || samples === 0
        ? []
        : batchSizes(samples, batchSize).slice(0, this.steps === 1 ? 1 : 2);
  }

  get continues(): boolean {
    return this.rows.continues;
  }

  startEpoch(py: Interpreter, shuffle: boolean): () => Suspendable<Batch | null> {
    const nextRows = this.rows.startEpoch(py, shuffle);
    const next = function* (this: ArraySource): Suspendable<Batch | null> {
      const batch = yield* nextRows();
      if (batch === null) return null;
      const { start, end, order } = batch;
      const rows = order === null ? ([start, end] as const) : order.subarray(start, end);
      return this.batchOf(yield* this.upload(py), rows, end - start);
    };
    return next.bind(this);
  }

  /** The first batch, one from the middle (a part of the data elsewhere than at their beginning), and a smaller last one. */
  *expected(py: Interpreter, shuffled: boolean): Suspendable<readonly Batch[]> {
    const { samples, batchSize, batchRows } = this;
    if (samples === null || samples === 0) return [];
    const residents = yield* this.upload(py);
    const batch = (start: number, count: number): Batch =>
      this.batchOf(residents, shuffled ? new Int32Array(count) : [start, start + count], count);
    const [usual, rest] = batchRows;
    const second = !shuffled && this.steps !== 1 && samples >= 2 * batchSize;
    return [
      batch(0, usual),
      ...(second ? [batch(batchSize, batchSize)] : []),
      ...(rest === undefined ? [] : [batch(samples - rest, rest)]),
    ];
  }

  private batchOf(
    residents: readonly Resident[],
    rows: Int32Array | readonly [number, number],
    count: number,
  ): Batch {
    return {
      template: this.template,
      leaves: residents.map(({ shape, dtype }) => ({ shape: [count, ...shape.slice(1)], dtype })),
      feeds: residents.map(resident => ({ resident, rows })),
      rows: count,
    };
  }

  mark(): RowMark {
    return this.rows.mark();
  }

  rewind(mark: RowMark): void {
    this.rows.rewind(mark);
  }

  private *upload(py: Interpreter): Suspendable<Resident[]> {
    if (this.residents !== null) return this.residents;
    const engine = yield* openEngine(py);
    this.engine = engine;
    this.residents = leavesOf(this.template).map(leaf =>
      withRoomFor(leaf.shape, () => engine.upload(uploadable(leaf.array!, leaf.dtype))),
    );
    return this.residents;
  }

  dispose(): void {
    if (this.residents !== null) this.engine?.dispose(this.residents);
    this.residents = null;
  }
}
