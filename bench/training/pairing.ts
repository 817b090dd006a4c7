// Times our engine and tf.LayersModel.fit in turns, on one model and one backend.
import * as tf from '@tensorflow/tfjs';
import type { BackendName } from '../../src/graph/index.ts';
import { openBackend } from '../../src/training/open-engine.ts';
import { benchModels } from './allModels.ts';
import { shareOfKernels } from './kernelShare.ts';
import { type EpochRunner, engineRunner, median } from './measure.ts';
import type { BenchModel } from './models.ts';
import { layersRunner } from './opponent.ts';

export interface PairingOptions {
  /** The model's name. */
  readonly model: string;
  readonly backend: BackendName;
  /** Milliseconds for the alternations, and again for the kernels; slow steps take more. */
  readonly budget: number;
  /** Fewest alternations, also when the budget is spent. */
  readonly rounds: number;
}

/** What a row measures, one after the other. */
export type Part = 'ours' | 'theirs' | 'kernelShare';

export interface Row {
  /** The model's name, with its batch where that is not the usual one. */
  readonly model: string;
  readonly backend: BackendName;
  /** Median milliseconds of an epoch, or why there is none. */
  readonly ours: number | string;
  readonly theirs: number | string;
  /** Share of our step that its matrix products and convolutions alone take, or why there is none. */
  readonly kernelShare: number | string;
  /** How many steps of each engine were timed, and in how many alternations. */
  readonly steps: number;
  readonly rounds: number;
}

/** Which parts are not to be measured, and why. */
export type Failed = Readonly<Partial<Record<Part, string>>>;

/** Hears what begins, before each piece of work: what takes too long can then be named, and ended from outside. */
export type Listener = (part: Part) => Promise<void>;

/** The model by its name, as it is measured on a backend. */
export function sizedFor(name: string, backend: BackendName): { bench: BenchModel; label: string } {
  const bench = benchModels.map(make => make()).find(model => model.name === name);
  if (bench === undefined) throw new RangeError(`no such benchmark model: ${name}`);
  if (bench.smallBatch === null || backend === 'wasm') return { bench, label: name };
  return { bench: { ...bench, batch: bench.smallBatch }, label: `${name}, batch ${bench.smallBatch}` };
}

type MakeRunner = (bench: BenchModel) => Promise<EpochRunner>;

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

/** Clocks of browsers are coarse: what is shorter than so many milliseconds is timed several times in a row. */
const SHORTEST = 20;

/** Milliseconds of an epoch, of several in a row. */
async function timed(runner: EpochRunner, epochs: number): Promise<number> {
  const start = performance.now();
  for (let epoch = 0; epoch < epochs; epoch++) await runner.epoch();
  return (performance.now() - start) / epochs;
}

const firstLine = (error: unknown): string => (error as Error).message.split('\n')[0];

/** One of the two that are compared. */
class Side {
  readonly part: 'ours' | 'theirs';
  readonly #make: MakeRunner;
  #runner: EpochRunner | null = null;
  /** Why it cannot be measured; else null. */
  failed: string | null;
  times: number[] = [];
  /** How many epochs are timed together. */
  epochs = 1;

  constructor(part: 'ours' | 'theirs', make: MakeRunner, failed: string | null) {
    this.part = part;
    this.#make = make;
    this.failed = failed;
  }

  /** Does what may fail; then the side drops out with its message. */
  async #trying(body: () => Promise<void>): Promise<void> {
    if (this.failed !== null) return;
    try {
      await body();
    } catch (error) {
      this.failed = firstLine(error);
    }
  }

  /** Takes up a model, with an epoch to warm up. */
  async open(bench: BenchModel, tell: Listener): Promise<void> {
    await this.#trying(async () => {
      this.#runner?.dispose();
      this.times = [];
      this.#runner = await this.#make(bench);
      await tell(this.part);
      await this.#runner.epoch();
    });
  }

  async epoch(): Promise<void> {
    await this.#trying(async () => {
      if (this.#runner !== null) this.times.push(await timed(this.#runner, this.epochs));
    });
  }

  /** Times as many epochs together as the clock needs, by what the first one took. */
  settle(): void {
    this.epochs = Math.max(1, Math.min(100, Math.ceil(SHORTEST / (this.times[0] ?? SHORTEST))));
    if (this.epochs > 1) this.times = [];
  }

  close(): void {
    this.#runner?.dispose();
  }
}

/** Fewer alternations than this are made only of what is shorter than a clock's tick anyway. */
const MOST_ROUNDS = 200;

/**
 * Lets both sides train in turns: whole epochs where the budget allows as many as there are rounds, else as many whole
 * batches as it does, at least one. The epoch's time is counted up from them.
 */
async function alternate(
  sides: readonly Side[],
  bench: BenchModel,
  { budget, rounds }: PairingOptions,
  tell: Listener,
): Promise<{ steps: number; rounds: number; rows: number }> {
  const all = async (body: (side: Side) => Promise<void>) => {
    for (const side of sides) {
      await tell(side.part);
      await body(side);
    }
  };
  const single = { ...bench, rows: bench.batch };
  await all(side => side.open(single, tell));
  await all(side => side.epoch());
  const slowest = Math.max(0, ...sides.flatMap(({ failed, times }) => (failed === null ? times : [])));
  const steps = Math.max(1, Math.floor(budget / rounds / slowest));
  const part = steps * bench.batch < bench.rows ? { ...bench, rows: steps * bench.batch } : bench;
  if (steps > 1) await all(side => side.open(part, tell));
  await all(async side => {
    if (side.times.length === 0) await side.epoch();
    side.settle();
  });
  const end = performance.now() + budget;
  const count = () => Math.max(0, ...sides.map(({ times }) => times.length));
  while (
    sides.some(({ failed }) => failed === null) &&
    count() < MOST_ROUNDS &&
    (count() < rounds || performance.now() < end)
  )
    await all(side => side.epoch());
  const batches = Math.ceil(part.rows / bench.batch);
  const most = Math.max(...sides.map(({ times, epochs }) => times.length * epochs));
  return { steps: most * batches, rounds: count(), rows: part.rows };
}

/** Measures a pairing, but for the parts that failed before. */
export async function measurePairing(options: PairingOptions, failed: Failed, tell: Listener): Promise<Row> {
  const { bench, label } = sizedFor(options.model, options.backend);
  const sides = [
    new Side('ours', oursOn(options.backend), failed.ours ?? null),
    new Side('theirs', theirsOn(options.backend), failed.theirs ?? null),
  ];
  const { steps, rounds, rows } = await alternate(sides, bench, options, tell);
  const [ours, theirs] = sides.map(side => {
    side.close();
    // The last batch of an epoch may be smaller; it costs as much as the others.
    const parts = Math.ceil(bench.rows / bench.batch) / Math.ceil(rows / bench.batch);
    return side.failed ?? median(side.times) * parts;
  });
  let kernelShare: number | string;
  try {
    if (failed.kernelShare !== undefined) throw new Error(failed.kernelShare);
    const hear = () => tell('kernelShare');
    kernelShare = await shareOfKernels(bench, options.backend, options.budget / 2, hear);
  } catch (error) {
    kernelShare = firstLine(error);
  }
  return { model: label, backend: options.backend, ours, theirs, kernelShare, steps, rounds };
}
