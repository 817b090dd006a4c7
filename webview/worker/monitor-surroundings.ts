/** What the reports of one run share: where they go, what they ask, and whether the run has been here before. */
import type { SessionControl } from '../../src/execution/sessionControl.ts';
import type { PreparationStage, RunReport } from '../../src/protocol.ts';
import type { Checkpoints } from './checkpoints.ts';
import type { LossInForce } from './model-report.ts';
import type { Localise } from './wording.ts';

/** Time between reports of curves and progress. */
export const REPORT_MILLISECONDS = 150;

export interface MonitorSurroundings {
  readonly runId: string;
  /** The script's text. */
  readonly source: string;
  readonly control: SessionControl;
  readonly maximumPredictions: number;
  readonly checkpoints: Checkpoints;
  readonly localise: Localise;
  /** The run stands where its checkpoint was taken: from here on it is seen. */
  onCaughtUp(): void;
  report(report: RunReport): void;
  /** The loss that a model was compiled with, and the script's own name for it; by Keras's name. */
  lossOf(model: string): LossInForce;
  nameOf(model: string): string;
  /** Tells what the first step of a fit waits for, when it is worth telling. */
  firstStepStage(): { stage: PreparationStage; detail: string } | null;
}

/** The way of a run that goes on to its checkpoint: what was reported before it was lost is not reported again. */
export class Replay {
  #isOn: boolean;
  readonly #onEnd: () => void;

  constructor(continues: boolean, onEnd: () => void) {
    this.#isOn = continues;
    this.#onEnd = onEnd;
  }

  /** Whether the run is still on its way. */
  get isOn(): boolean {
    return this.#isOn;
  }

  end(): void {
    if (this.#isOn) {
      this.#isOn = false;
      this.#onEnd();
    }
  }
}
