// What backends took for programs, so that no program is measured twice on one machine.
import type { BackendName } from '../graph/engine.ts';
import type { Program } from '../graph/program.ts';
import { machineFacts } from './machine-facts.ts';
import { signature } from './program-weight.ts';

export interface Timing {
  readonly backend: BackendName;
  /** Milliseconds a step, or why it could not be had. */
  readonly result: number | string;
}

export interface Measurement {
  /** A digest of the program's structure and of what the machine is. */
  readonly key: string;
  /** When it was taken, in milliseconds since 1970. */
  readonly time: number;
  readonly timings: readonly Timing[];
}

/** Measurements of this engine and of those before it; whoever opens several engines may share one. */
export class Measurements {
  readonly #known: Map<string, Measurement>;
  readonly #facts: () => Promise<string>;
  #learnt: Promise<string> | null = null;
  /** Called with what was measured just now, for whoever keeps it for later runs. */
  onMeasured: (measurement: Measurement) => void = () => {};

  /** @param facts what tells this machine from others; asked for once, and only when a program is measured */
  constructor(known: readonly Measurement[] = [], facts: () => Promise<string> = machineFacts) {
    this.#known = new Map(known.map(measurement => [measurement.key, measurement]));
    this.#facts = facts;
  }

  async keyOf(program: Program): Promise<string> {
    this.#learnt ??= this.#facts();
    const text = new TextEncoder().encode(`${await this.#learnt}\n${signature(program)}`);
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
    return Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join('');
  }

  find(key: string): Measurement | null {
    return this.#known.get(key) ?? null;
  }

  keep(key: string, timings: readonly Timing[]): Measurement {
    const measurement = { key, time: Date.now(), timings };
    this.#known.set(key, measurement);
    this.onMeasured(measurement);
    return measurement;
  }

  forget(key: string): void {
    this.#known.delete(key);
  }

  /** Takes over what was kept by others. */
  learn(known: readonly Measurement[]): void {
    this.#known.clear();
    for (const measurement of known) this.#known.set(measurement.key, measurement);
  }
}
