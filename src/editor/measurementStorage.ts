/** Keeps what runs measured of backends over windows and restarts, so that no model is measured twice on one machine. */
import type { Memento } from 'vscode';
import type { BackendMeasurement } from '../protocol.ts';
import { isMeasurement } from '../protocol-validator.ts';

const KEY = 'backendMeasurements';

/** More models than this are not remembered; some 300 bytes each travel with every run. */
const MOST_MEASUREMENTS = 100;

const DAY = 24 * 60 * 60 * 1000;
/** Drivers change without a trace in what can be asked of them. */
const KEPT_FOR = 30 * DAY;
/** What made a backend fail may pass. */
const FAILURES_KEPT_FOR = DAY;

interface Stored {
  /** Of the extension: another one computes otherwise. */
  readonly version: string;
  readonly measurements: readonly unknown[];
}

export class MeasurementStorage {
  readonly #state: Pick<Memento, 'get' | 'update'>;
  readonly #version: string;

  /**
   * @param state the extension's state for all windows
   * @param version the extension's version; what another one measured is not believed
   */
  constructor(state: Pick<Memento, 'get' | 'update'>, version: string) {
    this.#state = state;
    this.#version = version;
  }

  /** What still holds, oldest first. */
  list(): BackendMeasurement[] {
    const stored = this.#state.get<Partial<Stored>>(KEY);
    if (stored?.version !== this.#version || !Array.isArray(stored.measurements)) {
      return [];
    }
    return stored.measurements.filter(isMeasurement).filter(holds);
  }

  keep(measurement: BackendMeasurement): void {
    const others = this.list().filter(({ key }) => key !== measurement.key);
    this.#write([...others, measurement].slice(-MOST_MEASUREMENTS));
  }

  /** From the next run on every backend is measured again. */
  forget(): void {
    this.#write([]);
  }

  #write(measurements: readonly BackendMeasurement[]): void {
    const stored: Stored = { version: this.#version, measurements };
    void this.#state.update(KEY, stored);
  }
}

function holds({ time, timings }: BackendMeasurement): boolean {
  const failed = timings.some(({ result }) => typeof result === 'string');
  const age = Date.now() - time;
  return age >= 0 && age < (failed ? FAILURES_KEPT_FOR : KEPT_FOR);
}
