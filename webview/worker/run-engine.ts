/** The engine of one run: opened at first use on the backend that was asked for, or on one that works. */
import type { DeviceLostError, Engine } from '../../src/graph/engine.ts';
import type { BackendChoice, BackendName, PreparationStage, RunReport } from '../../src/protocol.ts';
import { type Message, message } from '../../src/python/message.ts';
import { AutoEngine, SOFTWARE_GRAPHICS } from '../../src/training/auto-engine.ts';
import type { Measurements, Timing } from '../../src/training/measurements.ts';
import { openEngine } from '../../src/training/open-engine.ts';
import type { Localise } from './wording.ts';

const NAMES: Readonly<Record<BackendName, string>> = {
  webgpu: 'WebGPU',
  webgl: 'WebGL',
  wasm: 'WebAssembly',
  cpu: 'JavaScript',
};

export class RunEngine {
  readonly #runId: string;
  readonly #choice: BackendChoice;
  readonly #report: (report: RunReport) => void;
  readonly #localise: Localise;
  readonly #measurements: Measurements;
  #opening: Promise<Engine> | null = null;
  #engine: Engine | null = null;
  #refused: BackendName | null = null;
  #replaced: BackendName | null = null;
  /** The graphics that a program was kept from by its doubles. */
  #withoutDoubles: BackendName | null = null;
  #told = '';
  /** The device went away during the run. */
  lost: DeviceLostError | null = null;
  /** Called when another device takes the place of one that was lost. */
  onReplaced: () => void = () => {};

  /** @param measurements what earlier runs measured */
  constructor(
    runId: string,
    choice: BackendChoice,
    report: (report: RunReport) => void,
    localise: Localise,
    measurements: Measurements,
  ) {
    this.#measurements = measurements;
    this.#runId = runId;
    this.#choice = choice;
    this.#report = report;
    this.#localise = localise;
  }

  open(): Promise<Engine> {
    this.#opening ??= this.#openNow();
    return this.#opening;
  }

  /** Tells the backend when it is not the one told before: measuring may move a model to another. */
  tell(): void {
    const engine = this.#engine;
    if (engine === null) {
      return;
    }
    const told = `${engine.backend} ${engine.reason}`;
    if (told !== this.#told) {
      this.#told = told;
      this.#report({
        type: 'backend',
        runId: this.#runId,
        name: engine.backend,
        reason: this.#localise(this.#reason(engine)),
        rejected: this.#rejected(engine),
      });
    }
  }

  /** Why this backend. */
  #reason(engine: Engine): Message {
    if (this.#replaced !== null) {
      return message('the {0} device was lost', NAMES[this.#replaced]);
    }
    if (this.#withoutDoubles !== null && engine.backend !== this.#withoutDoubles) {
      return message('float64 is not available on {0}', NAMES[this.#withoutDoubles]);
    }
    const measured = timingsOf(engine).flatMap(({ backend, result }) =>
      typeof result === 'number' ? [`${NAMES[backend]} ${result.toFixed(1)}`] : [],
    );
    if (measured.length > 0) {
      const times = measured.join(', ');
      const earlier = engine instanceof AutoEngine ? engine.measuredEarlier : null;
      return earlier === null
        ? message('milliseconds a step, measured: {0}', times)
        : message('milliseconds a step, measured earlier on {0}: {1}', dayOf(earlier), times);
    }
    return this.#choice === engine.backend
      ? message('chosen in the settings')
      : message('small models run fastest on the processor');
  }

  /** What was passed over, and why. */
  #rejected(engine: Engine): { name: BackendName; reason: string }[] {
    const refused = this.#refused === null ? [] : [{ backend: this.#refused, result: '' }];
    return [...refused, ...timingsOf(engine)].flatMap(({ backend: name, result }) => {
      if (typeof result === 'number') {
        return [];
      }
      const reason =
        result === SOFTWARE_GRAPHICS
          ? message('its graphics are computed by the processor here')
          : message('it does not work on this machine');
      return [{ name, reason: this.#localise(reason) }];
    });
  }

  /** What a model's first step waits for on this backend; null where it is quick. */
  firstStepStage(): { stage: PreparationStage; detail: string } | null {
    const backend = this.#engine?.backend;
    return backend === 'webgl' || backend === 'webgpu' ? { stage: 'shaders', detail: NAMES[backend] } : null;
  }

  async close(): Promise<void> {
    (await this.#opening?.catch(() => null))?.close();
  }

  async #openNow(): Promise<Engine> {
    const detail = this.#choice === 'auto' ? '' : NAMES[this.#choice];
    this.#report({ type: 'preparing', runId: this.#runId, stage: 'backend', detail });
    const engine = await this.#openChosen();
    this.#engine = engine;
    engine.onLost(error => {
      this.lost = error;
    });
    if (engine instanceof AutoEngine) {
      engine.onProbing = () => this.#preparing('probing');
      engine.onDoubles = instead => this.#onDoubles(instead);
      engine.onReplaced = (lost, next) => this.#onReplaced(lost, next);
      engine.onUpdatesLost = (lost, seconds) => this.#onUpdatesLost(lost, seconds);
    }
    this.tell();
    return engine;
  }

  #preparing(stage: PreparationStage): void {
    this.#report({ type: 'preparing', runId: this.#runId, stage, detail: '' });
  }

  /** Doubles are computed on the processor, whatever was asked for. */
  #onDoubles(instead: BackendName): void {
    const isFirst = this.#withoutDoubles === null;
    this.#withoutDoubles = instead;
    const engine = this.#engine;
    if (isFirst && engine !== null && this.#choice === instead) {
      const text = message(
        'float64 is not available on {0}, so the model trains on {1}.',
        NAMES[instead],
        NAMES[engine.backend],
      );
      this.#notice('backend-refused', text);
    }
    this.tell();
  }

  /** The script's own loop trains; there is no fit to go back in. */
  #onUpdatesLost(lost: BackendName, seconds: number): void {
    const text = message(
      'The {0} device was lost, and what the script’s own loop had learnt in the {1} s before; it goes on from there.',
      NAMES[lost],
      seconds.toFixed(1),
    );
    this.#notice('updates-lost', text);
  }

  #notice(code: string, text: Message): void {
    this.#report({
      type: 'notice',
      runId: this.#runId,
      severity: 'warning',
      code,
      message: this.#localise(text),
      line: null,
    });
  }

  #onReplaced(lost: BackendName, next: BackendName | null): void {
    this.#report({ type: 'deviceLost', runId: this.#runId, backend: lost, fallback: next });
    if (next !== null) {
      this.lost = null;
      this.#replaced = lost;
      this.tell();
      this.onReplaced();
    }
  }

  /** A backend that does not work here is said so, and the run goes on without it. */
  async #openChosen(): Promise<Engine> {
    const choice = this.#choice;
    if (choice === 'auto') {
      return openEngine({ backend: 'auto', measurements: this.#measurements });
    }
    try {
      return await openEngine({ backend: choice });
    } catch {
      this.#refused = choice;
      const engine = await openEngine({ backend: choice === 'wasm' ? 'cpu' : 'wasm' }).catch(() =>
        openEngine({ backend: 'cpu' }),
      );
      const text = message(
        '{0} does not work on this machine, so the model trains on {1}.',
        NAMES[choice],
        NAMES[engine.backend],
      );
      this.#notice('backend-refused', text);
      return engine;
    }
  }
}

/** The day here, written as everyone reads it: 2026-05-31. */
function dayOf(time: number): string {
  const day = new Date(time);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

function timingsOf(engine: Engine): readonly Timing[] {
  return engine instanceof AutoEngine ? engine.timings : [];
}
