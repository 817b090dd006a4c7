// Alternates our engine and tf.LayersModel.fit on every backend at hand and gives medians.
import * as tf from '@tensorflow/tfjs';
import type { BackendName } from '../../src/graph/index.ts';
import { openBackend } from '../../src/training/open-engine.ts';
import { benchModels } from './allModels.ts';
import { shareOfKernels } from './kernelShare.ts';
import { type EpochRunner, engineRunner, median } from './measure.ts';
import type { BenchModel } from './models.ts';
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
  /** Share of our step that its matrix products and convolutions alone take, or why there is none. */
  readonly kernelShare: number | string;
  /** How many steps were timed, each engine's epochs together. */
  readonly steps: number;
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

interface Alternation {
  /** Median milliseconds of an epoch of each runner, or why there is none. */
  readonly times: readonly (number | string)[];
  readonly steps: number;
}

/**
 * Median epoch times of runners that take turns; a failing runner drops out with its message. Where a step alone is
 * slower than the budget it is all that is timed.
 */
async function alternate(
  makers: readonly MakeRunner[],
  bench: BenchModel,
  options: BenchOptions,
): Promise<Alternation> {
  const probed: (number | string)[] = [];
  for (const make of makers) probed.push(await stepTime(make, bench));
  const slowest = Math.max(...probed.map(time => (typeof time === 'number' ? time : 0)));
  if (slowest > options.budget) {
    const epoch = (time: number | string) =>
      typeof time === 'number' ? (time * bench.rows) / bench.batch : time;
    return { times: probed.map(epoch), steps: 1 };
  }
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
  const epochs = Math.max(0, ...made.map(item => (typeof item === 'string' ? 0 : item.times.length)));
  const times = made.map(item => {
    if (typeof item === 'string') return item;
    item.runner.dispose();
    return (median(item.times) * bench.rows) / part.rows;
  });
  return { times, steps: epochs * Math.ceil(part.rows / bench.batch) };
}

/** What a measurement gives, or the first line of what went wrong: one row that fails takes no other with it. */
async function orMessage<T>(measure: () => Promise<T>): Promise<T | string> {
  try {
    return await measure();
  } catch (error) {
    return (error as Error).message.split('\n')[0];
  }
}

function oursOn(backend: BackendName): MakeRunner {
  return async part => {
    const engine = await openBackend(backend, 'a benchmark');
    const runner = engineRunner(engine, part);
    const dispose = () => {
      runner.dispose();
      engine.close();
    };
    return { epoch: () => runner.epoch(), dispose };
  };
}

function theirsOn(backend: BackendName): MakeRunner {
  const use = () => tf.setBackend(backend);
  return async part => {
    if (!(await use())) throw new Error(`tfjs has no ${backend} here`);
    const runner = layersRunner(part);
    return { ...runner, epoch: async () => ((await use()) ? runner.epoch() : Number.NaN) };
  };
}

/** Runs every chosen pairing of model and backend. */
export async function compare(options: BenchOptions, report: (row: Row) => void): Promise<void> {
  for (const make of benchModels) {
    for (const backend of options.backends) {
      const bench = make();
      if (options.models !== undefined && !options.models.includes(bench.name)) continue;
      const measured = await orMessage(() => alternate([oursOn(backend), theirsOn(backend)], bench, options));
      const { times, steps } =
        typeof measured === 'string' ? { times: [measured, measured], steps: 0 } : measured;
      const kernelShare = await orMessage(() => shareOfKernels(bench, backend, options.budget));
      report({ model: bench.name, backend, ours: times[0], theirs: times[1], kernelShare, steps });
    }
  }
}
