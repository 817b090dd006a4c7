// The engines that are open in a run, one for each backend.
import type { BackendName, DeviceLostError, Engine } from '../graph/engine.ts';

/** Opens the engine of a backend; the reason is for people. */
export type Open = (backend: BackendName, reason: string) => Promise<Engine>;

/** A backend whose device was lost this often is not opened again in the run. */
const MOST_LOSSES = 3;

export class OpenEngines {
  private readonly open: Open;
  private readonly onLost: (engine: Engine, error: DeviceLostError) => void;
  private readonly engines = new Map<BackendName, Engine>();
  /** How often each backend was lost; one that cannot hold the model is lost again and again. */
  private readonly losses = new Map<BackendName, number>();

  /** @param onLost called when the device of one of them is lost; it is no longer among them then */
  constructor(open: Open, onLost: (engine: Engine, error: DeviceLostError) => void) {
    this.open = open;
    this.onLost = onLost;
  }

  /** Takes in an engine that was opened elsewhere. */
  adopt(engine: Engine): void {
    this.engines.set(engine.backend, engine);
    engine.onLost(error => {
      this.engines.delete(engine.backend);
      this.onLost(engine, error);
    });
  }

  get backends(): readonly BackendName[] {
    return [...this.engines.keys()];
  }

  /** The engine of a backend, opened where it is not yet. */
  async get(backend: BackendName, reason: string): Promise<Engine> {
    const known = this.engines.get(backend);
    if (known !== undefined) return known;
    const engine = await this.open(backend, reason);
    this.adopt(engine);
    return engine;
  }

  /** An engine on the processor, to compute doubles with beside a graphics device. */
  async processor(): Promise<Engine> {
    for (const backend of ['wasm', 'cpu'] as const) {
      const known = this.engines.get(backend);
      if (known !== undefined) return known;
    }
    return this.get('wasm', 'doubles').catch(() => this.get('cpu', 'doubles'));
  }

  /** Notes a loss. @returns the backends to go on with, in the order to try them: the lost one first, but not for ever */
  lose(backend: BackendName, others: readonly BackendName[]): BackendName[] {
    this.losses.set(backend, (this.losses.get(backend) ?? 0) + 1);
    const candidates = new Set<BackendName>([backend, ...others, 'wasm', 'cpu']);
    return [...candidates].filter(candidate => (this.losses.get(candidate) ?? 0) < MOST_LOSSES);
  }

  close(): void {
    for (const engine of this.engines.values()) engine.close();
  }
}
