/** The checkpoints of one run: when they are due, what they hold, and where a run that is continued goes on. */
import {
  decodeCheckpoint,
  encodeCheckpoint,
  type RunCheckpoint,
} from '../../src/execution/sessionCheckpoint.ts';
import type { LoopCheckpoint } from '../../src/library/keras/loopJournal.ts';
import type { FitCheckpoint } from '../../src/library/keras/training/fitCheckpoint.ts';
import type { CheckpointReport, RunReport, RunRequest } from '../../src/protocol.ts';

/** Not more often than this, and not less often, in milliseconds. */
const SHORTEST_INTERVAL = 1000;
const LONGEST_INTERVAL = 30_000;

/** Taking checkpoints may cost this share of the time at most. */
const SHARE = 0.05;

/** Ended fits are kept with their weights up to this many bytes in all; older ones would train again. */
const ENDED_BYTES = 64 * 1024 * 1024;

export class Checkpoints {
  readonly seed: number;
  /** The script to run: the one that the checkpoint belongs to. */
  readonly source: string;
  readonly #runId: string;
  readonly #report: (report: RunReport) => void;
  readonly #given: RunCheckpoint | null;
  /** Those of a run that is continued count on: it may be lost once more. */
  readonly #fits: (FitCheckpoint | null)[];
  #loop: LoopCheckpoint | null;
  #inLoop = false;
  /** Whether what was kept of the script's own training is of use. */
  readonly #trusts: boolean;
  #last = performance.now();
  #interval = SHORTEST_INTERVAL;
  #isHastened = false;

  /** @param trusts false to compute the script's own training again instead of taking what was kept of it */
  constructor(
    run: RunRequest,
    checkpoint: CheckpointReport | null,
    report: (report: RunReport) => void,
    trusts = true,
  ) {
    this.#trusts = trusts;
    this.#given = checkpoint === null ? null : decodeCheckpoint(checkpoint.bytes);
    this.#fits = [...(this.#given?.fits ?? [])];
    this.#loop = this.loop;
    this.#runId = run.runId;
    this.#report = report;
    this.seed = this.#given?.seed ?? run.settings.seed ?? Math.floor(Math.random() * 2 ** 31);
    this.source = this.#given?.source ?? run.source;
  }

  /** Whether the run is a continued one. */
  get continues(): boolean {
    return this.#given !== null;
  }

  /** Seconds that the newest fit, or the script's own training, had gone on when its checkpoint was taken. */
  get seconds(): number {
    return this.#given?.seconds ?? 0;
  }

  /** Where the fit with this index goes on; null where it begins. */
  startOf(fit: number): FitCheckpoint | null {
    const known = this.#given?.fits[fit] ?? null;
    // Without its weights it serves only those who take what came behind it from what was kept.
    const isBare = known?.ended === true && known.variables.length === 0;
    return isBare && (this.loop?.journal ?? null) === null ? null : known;
  }

  /** Where the script's own training goes on; null where there was none. */
  get loop(): LoopCheckpoint | null {
    const loop = this.#given?.loop ?? null;
    return loop === null || this.#trusts ? loop : { ...loop, journal: null };
  }

  /** Whether the run was in it, rather than in a fit. */
  get inLoop(): boolean {
    return this.#given?.inLoop ?? false;
  }

  /** Whether the run has been in this fit before. */
  knows(fit: number): boolean {
    return this.#given !== null && fit < this.#given.fits.length;
  }

  /** Whether the run reaches nothing behind this fit by replaying. */
  isNewest(fit: number): boolean {
    return !this.knows(fit + 1) && !this.inLoop;
  }

  /** Whether something was learnt that a checkpoint of this run holds. */
  get holdsProgress(): boolean {
    return (
      (this.#loop?.steps ?? 0) > 0 ||
      this.#fits.some(fit => fit !== null && fit !== undefined && fit.epoch + fit.step > 0)
    );
  }

  get due(): boolean {
    return this.#isHastened || performance.now() - this.#last >= this.#interval;
  }

  /** Has the next chance taken. */
  hasten(): void {
    this.#isHastened = true;
  }

  /** Sends a checkpoint. @param began when it was found due, so that its cost is known */
  take(fit: number, checkpoint: FitCheckpoint, seconds: number, began: number): void {
    while (this.#fits.length < fit) {
      this.#fits.push(null);
    }
    this.#fits[fit] = checkpoint;
    this.#inLoop = false;
    this.#forgetOld(fit);
    this.#send({ fit, epoch: checkpoint.epoch, step: checkpoint.step }, seconds, began);
  }

  /** The same for the script's own training, behind the fits so far. */
  takeLoop(checkpoint: LoopCheckpoint, seconds: number, began: number): void {
    this.#loop = checkpoint;
    this.#inLoop = true;
    this.#forgetOld(this.#fits.length);
    this.#send({ fit: null, epoch: 0, step: checkpoint.steps }, seconds, began);
  }

  /** Keeps one that the checkpoints of the next fit stand on. */
  holdLoop(checkpoint: LoopCheckpoint): void {
    this.#loop = checkpoint;
  }

  #send(place: Pick<CheckpointReport, 'fit' | 'epoch' | 'step'>, seconds: number, began: number): void {
    const bytes = encodeCheckpoint({
      seed: this.seed,
      source: this.source,
      seconds,
      fits: this.#fits,
      loop: this.#loop,
      inLoop: this.#inLoop,
    });
    this.#report({ type: 'checkpoint', runId: this.#runId, ...place, bytes });
    this.#isHastened = false;
    this.#last = performance.now();
    const cost = this.#last - began;
    this.#interval = Math.min(LONGEST_INTERVAL, Math.max(SHORTEST_INTERVAL, cost / SHARE));
  }

  #forgetOld(newest: number): void {
    let bytes = 0;
    for (let index = newest - 1; index >= 0; index--) {
      const fit = this.#fits[index];
      bytes += fit?.variables.reduce((sum, { value }) => sum + value.data.byteLength, 0) ?? 0;
      if (bytes > ENDED_BYTES) {
        // What came behind it is kept whole: of the fit the logs will do.
        this.#fits[index] =
          this.#inLoop && this.#loop?.journal && fit?.ended ? { ...fit, variables: [] } : null;
      }
    }
  }
}
