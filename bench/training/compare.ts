// Alternates our engine and tf.LayersModel.fit on every backend at hand and gives medians.
import * as tf from '@tensorflow/tfjs';
import type { BackendName } from '../../src/graph/index.ts';
import { openBackend } from '../../src/training/open-engine.ts';
import { shareOfKernels } from './kernelShare.ts';
import { type EpochRunner, engineRunner, median } from './measure.ts';
import { type BenchModel, benchModels } from './models.ts';
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

type MakeRunner = (bench: BenchModel) => Promise<EpochRunner>;

/** Milliseconds of one step after one to warm up; the message where it fails. */
async function stepTime(make: MakeRunner, bench: BenchModel): Promise<number | string> {
  try {
    const runner = await make({ ...bench, rows: bench.batch });
    await runner.epoch();
    const start = performance.now();
    await runner.epoch();
    const time = performance.now() - start;
    runner.dispose();
    return time;
  } catch (error) {
    return (error as Error).message.split('\n')[0];
  }
}

/**
 * The model with as many whole batches as the slowest runner does in a fair part of its time: an epoch of minutes tells
 * no more than a few of its steps.
 */
function withinBudget(bench: BenchModel, slowest: number, { budget, rounds }: BenchOptions): BenchModel {
  const steps = Math.max(1, Math.floor(budget / rounds / slowest));
  return steps * bench.batch < bench.rows ? { ...bench, rows: steps * bench.batch } : bench;
}

/** Median epoch times of runners that take turns; a failing runner drops out with its message. */
async function alternate(
  makers: readonly MakeRunner[],
  bench: BenchModel,
  options: BenchOptions,
): Promise<(number | string)[]> {
  const probed: (number | string)[] = [];
  for (const make of makers) probed.push(await stepTime(make, bench));
  const slowest = Math.max(...probed.map(time => (typeof time === 'number' ? time : 0)));
  const part = withinBudget(bench, slowest, options);
  const made: ({ runner: EpochRunner; times: number[] } | string)[] = [];
  for (const [index, make] of makers.entries()) {
    const failed = probed[index];
    if (typeof failed === 'string') {
      made.push(failed);
      continue;
    }
    const runner = await make(part);
    await runner.epoch();
    made.push({ runner, times: [] });
  }
  const end = performance.now() + options.budget;
  for (let round = 0; round < 200 && (round < options.rounds || performance.now() < end); round++) {
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
    return (median(item.times) * bench.rows) / part.rows;
  });
}

/** Runs every chosen pairing of model and backend. */
export async function compare(options: BenchOptions, report: (row: Row) => void): Promise<void> {
  for (const make of benchModels) {
    for (const backend of options.backends) {
      const bench = make();
      if (options.models !== undefined && !options.models.includes(bench.name)) continue;
      const [ours, theirs] = await alternate(
        [
          async part => {
            const engine = await openBackend(backend, 'a benchmark');
            const runner = engineRunner(engine, part);
            const dispose = () => {
              runner.dispose();
              engine.close();
            };
            return { epoch: () => runner.epoch(), dispose };
          },
          async part => {
            if (!(await tf.setBackend(backend))) throw new Error(`tfjs has no ${backend} here`);
            const runner = layersRunner(part);
            return {
              ...runner,
              epoch: async () => ((await tf.setBackend(backend)) ? runner.epoch() : Number.NaN),
            };
          },
        ],
        bench,
        options,
      );
      const kernelShare = backend === 'wasm' ? await shareOfKernels(bench, backend) : null;
      report({ model: bench.name, backend, ours, theirs, kernelShare });
    }
  }
}
