/** News that is told again until VS Code asks for what is new. */
import { type Clock, systemClock } from './newestOnly.ts';

/** The first pause, and how often the news is repeated: each pause is twice as long as the one before. */
const FIRST_PAUSE = 1000;
const REPETITIONS = 6;

/**
 * VS Code asks for lenses a while after it hears that there are others, and drops that when the editor loses the focus
 * in between: to the panel that a run opens, say. Told only once, the lens of a run that has ended would go on saying
 * "Stop" until somebody clicks into the text. Each telling begins VS Code's wait anew, so that repeating quickly would
 * put it off for ever.
 */
export class UntilAsked {
  readonly #tell: () => void;
  readonly #clock: Clock;
  /** The addresses of what VS Code has not asked for since it changed. */
  readonly #unasked = new Set<string>();
  #timer: { cancel(): void } | null = null;

  constructor(tell: () => void, clock: Clock = systemClock) {
    this.#tell = tell;
    this.#clock = clock;
  }

  /** Tells that something is new at this address, which may not be shown anywhere. */
  changed(address: string): void {
    this.#unasked.add(address);
    this.#tellAgain(FIRST_PAUSE, REPETITIONS);
  }

  /** VS Code asks for what is at this address. */
  asked(address: string): void {
    this.#unasked.delete(address);
    if (this.#unasked.size === 0) {
      this.#timer?.cancel();
    }
  }

  dispose(): void {
    this.#timer?.cancel();
  }

  #tellAgain(pause: number, repetitions: number): void {
    this.#timer?.cancel();
    this.#tell();
    if (repetitions === 0) {
      this.#unasked.clear();
    } else if (this.#unasked.size > 0) {
      this.#timer = this.#clock.after(pause, () => this.#tellAgain(2 * pause, repetitions - 1));
    }
  }
}
