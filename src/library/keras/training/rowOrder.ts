/** Which rows of arrays in memory the batches of an epoch take. */
import type { Interpreter } from '../../../python/interpreter.ts';
import type { Suspendable } from '../../../python/suspension.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { nextSeed } from '../naming.ts';
import { ranOut } from './runningOut.ts';
import { ShuffleRandom, shuffled } from './shuffling.ts';

/** The rows from `start` to before `end`, of `order` where they are shuffled. */
export interface BatchRows {
  readonly start: number;
  readonly end: number;
  readonly order: Int32Array | null;
}

/** A place between two epochs, to draw what follows it again. */
export interface RowMark {
  readonly state: number | null;
  readonly position: number | null;
}

/**
 * Goes through the rows, each time in another order where they are shuffled. Where the number of steps is given, Keras 3
 * begins an epoch where the one before it ended, and an epoch in which the rows run out ends there with a warning.
 */
export class RowOrder {
  /** Whether epochs go on where the one before ended. */
  private readonly limit: number | null;
  private readonly samples: number;
  private readonly batchSize: number;
  private random: ShuffleRandom | null = null;
  /** The next row of the pass that goes on; null where the next epoch begins a new one. */
  private position: number | null = null;
  /** What the shuffle's state was before the order of the pass that goes on. */
  private before: number | null = null;
  private order: Int32Array | null = null;

  constructor(samples: number, batchSize: number, limit: number | null) {
    this.samples = samples;
    this.batchSize = batchSize;
    this.limit = limit;
  }

  get continues(): boolean {
    return this.limit !== null;
  }

  startEpoch(py: Interpreter, shuffle: boolean): () => Suspendable<BatchRows | null> {
    const { limit, samples } = this;
    const older = py.state(kerasVersionKey).current < 3;
    if (limit === null || older || this.position === null) this.beginPass(py, shuffle);
    let step = 0;
    const next = function* (this: RowOrder): Suspendable<BatchRows | null> {
      const start = this.position;
      if (start === null || (limit !== null && step >= limit)) return null;
      if (start >= samples) {
        this.position = null;
        if (limit !== null) yield* ranOut(py);
        return null;
      }
      step++;
      const end = Math.min(start + this.batchSize, samples);
      this.position = end;
      return { start, end, order: this.order };
    };
    return next.bind(this);
  }

  private beginPass(py: Interpreter, shuffle: boolean): void {
    this.position = 0;
    this.order = null;
    if (!shuffle) return;
    this.random ??= new ShuffleRandom(nextSeed(py));
    this.before = this.random.state;
    this.order = shuffled(this.samples, this.random);
  }

  mark(): RowMark {
    const isInside = this.limit !== null && this.position !== null;
    return isInside
      ? { state: this.before, position: this.position }
      : { state: this.random?.state ?? null, position: null };
  }

  rewind({ state, position }: RowMark): void {
    if (this.random !== null) this.random.state = state ?? this.random.seed;
    this.position = position;
    if (position !== null && this.random !== null && this.order !== null)
      this.order = shuffled(this.samples, this.random);
  }
}
