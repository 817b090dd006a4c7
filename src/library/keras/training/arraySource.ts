/** Batches of arrays in memory, kept on the device for the whole call. */
import type { Engine, Resident } from '../../../graph/engine.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import type { Suspendable } from '../../../python/suspension.ts';
import { nextSeed } from '../naming.ts';
import { openEngine } from '../session.ts';
import { flatten } from '../tensors/graphNode.ts';
import {
  type Batch,
  batchSizes,
  DataLeaf,
  type DataSource,
  type Template,
  uploadable,
} from './dataSource.ts';
import { withRoomFor } from './memory.ts';
import { ShuffleRandom, shuffled } from './shuffling.ts';

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
  private random: ShuffleRandom | null = null;

  constructor(template: Template, samples: number | null, batchSize: number, steps: number | null) {
    this.template = template;
    this.samples = samples;
    this.batchSize = batchSize;
    const all = samples === null ? null : Math.ceil(samples / batchSize);
    this.steps = steps === null || all === null ? all : Math.min(steps, all);
    this.batchRows =
      samples === null || samples === 0
        ? []
        : batchSizes(samples, batchSize).slice(0, this.steps === 1 ? 1 : 2);
  }

  startEpoch(py: Interpreter, shuffle: boolean): () => Suspendable<Batch | null> {
    const samples = this.samples ?? 0;
    let order: Int32Array | null = null;
    if (shuffle) {
      this.random ??= new ShuffleRandom(nextSeed(py));
      order = shuffled(samples, this.random);
    }
    let step = 0;
    const next = function* (this: ArraySource): Suspendable<Batch | null> {
      const start = step * this.batchSize;
      if (start >= samples || (this.steps !== null && step >= this.steps)) return null;
      step++;
      const residents = yield* this.upload(py);
      const end = Math.min(start + this.batchSize, samples);
      const rows = order === null ? ([start, end] as const) : order.subarray(start, end);
      return {
        template: this.template,
        leaves: residents.map(resident => ({
          shape: [end - start, ...resident.shape.slice(1)],
          dtype: resident.dtype,
        })),
        feeds: residents.map(resident => ({ resident, rows })),
        rows: end - start,
      };
    };
    return next.bind(this);
  }

  mark(): number | null {
    return this.random?.state ?? null;
  }

  rewind(mark: number | null): void {
    if (this.random !== null) this.random.state = mark ?? this.random.seed;
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
