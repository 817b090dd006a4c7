// Alternates our engine and tf.LayersModel.fit on every backend at hand and gives medians.
import * as tf from '@tensorflow/tfjs';
import type { BackendName } from '../../src/graph/index.ts';
import { openBackend } from '../../src/training/open-engine.ts';
import { shareOfKernels } from './kernelShare.ts';
import { type EpochRunner, engineRunner, median } from './measure.ts';
import { benchModels } from './models.ts';
import { layersRunner } from './opponent.ts';

export interface BenchOptions {
  readonly backends: readonly BackendName[];
  /** Names of models; all when left out. */
  readonly models?: readonly string[];
  /** Milliseconds for each pairing. */
  readonly budget: number;
  /** Fewest epochs that are timed, also when the budget is spent. */
  readonly rounds: number;
}

export interface Row {
  readonly model: string;
  readonly backend: BackendName;
  /** Median milliseconds of an epoch, or why there is none. */
  readonly ours: number | string;
  readonly theirs: number | string;
  /** Share of our step that its matrix products and convolutions alone take; null where it was not measured. */
  readonly kernelShare: number | null;
}

/** Median epoch times of runners that take turns; a failing runner drops out with its message. */
async function alternate(
  runners: readonly (() => Promise<EpochRunner>)[],
  { budget, rounds }: BenchOptions,
): Promise<(number | string)[]> {
  const made: ({ runner: EpochRunner; times: number[] } | string)[] = [];
  for (const make of runners) {
    try {
      const runner = await make();
      await runner.epoch();
      made.push({ runner, times: [] });
    } catch (error) {
      made.push((error as Error).message.split('\n')[0]);
    }
  }
  const end = performance.now() + budget;
  for (let round = 0; round < 200 && (round < rounds || performance.now() < end); round++) {
    for (const item of made) {
      if (typeof item === 'string') continue;
      const start = performance.now();
      await item.runner.epoch();
      item.times.push(performance.now() - start);
    }
  }
  return made.map(item => {
    if (typeof item === 'string') return item;
    item.runner.dispose();
    return median(item.times);
  });
}

/** Which pairings are worth their time: plain JavaScript takes minutes for a convolutional epoch. */
function skipped(backend: BackendName, model: string): boolean {
  return backend === 'cpu' && model === 'CNN';
}

/** Runs every chosen pairing of model and backend. */
export async function compare(options: BenchOptions, report: (row: Row) => void): Promise<void> {
  for (const make of benchModels) {
    for (const backend of options.backends) {
      const bench = make();
      if (options.models !== undefined && !options.models.includes(bench.name)) continue;
      if (skipped(backend, bench.name)) continue;
      const [ours, theirs] = await alternate(
        [
          async () => engineRunner(await openBackend(backend, 'a benchmark'), bench),
          async () => {
            if (!(await tf.setBackend(backend))) throw new Error(`tfjs has no ${backend} here`);
            const runner = layersRunner(bench);
            return {
              ...runner,
              epoch: async () => ((await tf.setBackend(backend)) ? runner.epoch() : Number.NaN),
            };
          },
        ],
        options,
      );
      const kernelShare = backend === 'wasm' ? await shareOfKernels(bench, backend) : null;
      report({ model: bench.name, backend, ours, theirs, kernelShare });
    }
  }
}
