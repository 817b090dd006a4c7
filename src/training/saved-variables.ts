// What variables held when the host last saw them, for when their device is lost.
import type { HostArray } from '../graph/engine.ts';
import type { Variable } from '../graph/variable.ts';

/** Between two times at which what changed is read, in milliseconds: not less, and not more. */
const SHORTEST_INTERVAL = 1000;
const LONGEST_INTERVAL = 30_000;

/** Reading may cost this share of the time at most. */
const SHARE = 0.05;

export class SavedVariables {
  readonly #values = new Map<Variable, HostArray>();
  /** Those that changed since they were read or written. */
  readonly #changed = new Set<Variable>();
  readonly #now: () => number;
  #last: number | null = null;
  #interval = SHORTEST_INTERVAL;

  /** @param now monotonic milliseconds */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  keep(variable: Variable, value: HostArray): void {
    this.#values.set(variable, value);
    this.#changed.delete(variable);
  }

  forget(variable: Variable): void {
    this.#values.delete(variable);
    this.#changed.delete(variable);
  }

  change(variables: readonly Variable[]): void {
    for (const variable of variables) this.#changed.add(variable);
  }

  valueOf(variable: Variable): HostArray | undefined {
    return this.#values.get(variable);
  }

  /** Whether every value is the one that the device had. */
  get isCurrent(): boolean {
    return this.#changed.size === 0;
  }

  /** After a loss: the values that are known are those that count. @returns whether something learnt went with it */
  goBack(): boolean {
    const learnt = [...this.#changed].some(({ trainable }) => trainable);
    this.#changed.clear();
    return learnt;
  }

  /** Seconds since everything was read. */
  get age(): number {
    return this.#last === null ? 0 : (this.#now() - this.#last) / 1000;
  }

  /** Whether what changed should be read now; at first, as soon as something has. */
  get due(): boolean {
    return !this.isCurrent && (this.#last === null || this.#now() - this.#last >= this.#interval);
  }

  /** Reads what changed, all of one moment. */
  async secure(read: (variables: readonly Variable[]) => Promise<readonly HostArray[]>): Promise<void> {
    const began = this.#now();
    const variables = [...this.#changed];
    const values = await read(variables);
    variables.forEach((variable, index) => {
      this.keep(variable, values[index]);
    });
    this.#last = this.#now();
    const cost = this.#last - began;
    this.#interval = Math.min(LONGEST_INTERVAL, Math.max(SHORTEST_INTERVAL, cost / SHARE));
  }
}
