/** Batches of arrays some of which hold text: cut on the host, since text never reaches the device. */
import type { Interpreter } from '../../../python/interpreter.ts';
import type { Suspendable } from '../../../python/suspension.ts';
import { PyList, PySlice, type Value } from '../../../python/values.ts';
import type { NdArray } from '../../numpy/ndarray.ts';
import { nextSeed } from '../naming.ts';
import { mapStructure } from '../tensors/graphNode.ts';
import { batchOf } from './batchSource.ts';
import { type Batch, batchSizes, DataLeaf, type DataSource, leafOf, type Template } from './dataSource.ts';
import { ShuffleRandom, shuffled } from './shuffling.ts';

export class SlicedSource implements DataSource {
  readonly template: Template;
  readonly samples: number;
  readonly batchSize: number;
  readonly steps: number;
  readonly batchRows: readonly number[];
  private readonly py: Interpreter;
  private random: ShuffleRandom | null = null;

  constructor(py: Interpreter, template: Template, samples: number, batchSize: number, steps: number | null) {
    this.py = py;
    this.template = template;
    this.samples = samples;
    this.batchSize = batchSize;
    const all = Math.ceil(samples / batchSize);
    this.steps = steps === null ? all : Math.min(steps, all);
    this.batchRows = samples === 0 ? [] : batchSizes(samples, batchSize).slice(0, this.steps === 1 ? 1 : 2);
  }

  startEpoch(py: Interpreter, shuffle: boolean): () => Suspendable<Batch | null> {
    let order: Int32Array | null = null;
    if (shuffle) {
      this.random ??= new ShuffleRandom(nextSeed(py));
      order = shuffled(this.samples, this.random);
    }
    let step = 0;
    // biome-ignore lint/correctness/useYield: sources may wait, and this one never has to.
    const next = function* (this: SlicedSource): Suspendable<Batch | null> {
      const start = step * this.batchSize;
      if (step >= this.steps) return null;
      step++;
      const end = Math.min(start + this.batchSize, this.samples);
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
      leaf instanceof DataLeaf ? leafOf(this.py.getItem(leaf.array!, rows) as NdArray) : leaf;
    const { x, y, weight } = this.template;
    return {
      ...this.template,
      x: mapStructure(x, change),
      y: mapStructure(y, change),
      weight: mapStructure(weight, change),
    };
  }

  mark(): number | null {
    return this.random?.state ?? null;
  }

  rewind(mark: number | null): void {
    if (this.random !== null) this.random.state = mark ?? this.random.seed;
  }

  dispose(): void {}
}
