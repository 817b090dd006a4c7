// The engine that moves to whichever backend runs the program at hand fastest, by measuring real steps, and to another
// device when one is lost.
import {
  type BackendName,
  DeviceLostError,
  type DeviceValue,
  type Engine,
  type Executable,
  type Feed,
  type HostArray,
  type MemoryUse,
  type ProgramSize,
  type Resident,
} from '../graph/engine.ts';
import { type Program, programRoots, programVariables, type Update } from '../graph/program.ts';
import { sizeOf, staticShape } from '../graph/shapes.ts';
import { collectStreams } from '../graph/streams.ts';
import { hostData, type Tensor } from '../graph/tensor.ts';
import { Variable } from '../graph/variable.ts';
import { Measurements, type Timing } from './measurements.ts';
import { workOf } from './program-weight.ts';

type Open = (backend: BackendName, reason: string) => Promise<Engine>;

/** Programs below this many multiply-adds a step stay where they are: the fixed cost of a GPU is larger. */
const probeThreshold = 20e6;

/** A backend whose device was lost this often is not opened again in the run. */
const MOST_LOSSES = 3;

/** A data set as it was handed in, and its copy on the backend in use. */
class MovingResident implements Resident {
  readonly shape: readonly number[];
  readonly dtype: HostArray['dtype'];
  readonly value: HostArray;
  copy: { engine: Engine; resident: Resident } | null = null;

  constructor(value: HostArray) {
    this.value = value;
    this.shape = value.shape;
    this.dtype = value.dtype;
  }
}

/** Why software graphics are not measured. */
export const SOFTWARE_GRAPHICS = 'graphics are computed in software here';

export class AutoEngine implements Engine {
  private inner: Engine;
  private why: string;
  private readonly others: readonly BackendName[];
  private readonly open: Open;
  private readonly owners = new WeakMap<DeviceValue, Engine>();
  private readonly variables = new Set<Variable>();
  private readonly listeners: ((error: DeviceLostError) => void)[] = [];
  private readonly measurements: Measurements;
  private readonly opened = new Map<BackendName, Engine>();
  /** What variables held when they were last read or written; those that changed since are in `unsaved`. */
  private readonly saved = new Map<Variable, HostArray>();
  private readonly unsaved = new Set<Variable>();
  private recovering: Promise<boolean> | null = null;
  private readonly begun = Date.now();
  /** How often each backend was lost; one that cannot hold the model is lost again and again. */
  private readonly losses = new Map<BackendName, number>();
  /** Called when a lost device was replaced; `next` is null where nothing else works. */
  onReplaced: (lost: BackendName, next: BackendName | null) => void = () => {};
  /** Called when measuring begins. */
  onProbing: () => void = () => {};
  /** What the latest measurement found. */
  timings: readonly Timing[] = [];
  /** When an earlier run measured that, in milliseconds since 1970; null where this one did. */
  measuredEarlier: number | null = null;

  constructor(
    first: Engine,
    others: readonly BackendName[],
    open: Open,
    measurements: Measurements = new Measurements(),
  ) {
    this.measurements = measurements;
    this.inner = first;
    this.why = first.reason;
    this.others = others;
    this.open = open;
    this.adopt(first);
  }

  get backend(): BackendName {
    return this.inner.backend;
  }

  get reason(): string {
    return this.why;
  }

  private adopt(engine: Engine): void {
    this.opened.set(engine.backend, engine);
    engine.onLost(error => {
      this.opened.delete(engine.backend);
      if (engine === this.inner) for (const listener of this.listeners) listener(error);
    });
  }

  /** Measures the program on every backend that works, and moves to the fastest. */
  async prepare(program: Program): Promise<void> {
    if (this.others.length === 0 || workOf(program) < probeThreshold) return;
    const key = await this.measurements.keyOf(program);
    const known = this.measurements.find(key);
    const { timings, time } = known ?? this.measurements.keep(key, await this.measureAll(program));
    this.timings = timings;
    this.measuredEarlier = known !== null && time < this.begun ? time : null;
    const ranked = timings.filter(timing => typeof timing.result === 'number');
    ranked.sort((a, b) => (a.result as number) - (b.result as number));
    const best = ranked[0]?.backend ?? this.backend;
    this.why = describe(timings);
    if (best === this.backend) return;
    try {
      await this.moveTo(best);
    } catch (error) {
      if (known === null) throw error;
      // It worked when it was measured: what works now is measured anew.
      this.measurements.forget(key);
      await this.prepare(program);
    }
  }

  private async measureAll(program: Program): Promise<readonly Timing[]> {
    const names = [...new Set([this.backend, ...this.opened.keys(), ...this.others])];
    const timings: Timing[] = [];
    this.onProbing();
    for (const backend of names) timings.push({ backend, result: await this.measure(backend, program) });
    return timings;
  }

  private async measure(backend: BackendName, program: Program): Promise<number | string> {
    try {
      const engine = this.opened.get(backend) ?? (await this.open(backend, 'measured'));
      if (!this.opened.has(backend)) this.adopt(engine);
      const time = await probe(engine, program);
      if (engine !== this.inner) engine.dispose(programVariables(program));
      return time;
    } catch (error) {
      return (error as Error).message;
    }
  }

  private async moveTo(backend: BackendName): Promise<void> {
    const next = this.opened.get(backend) ?? (await this.open(backend, 'measured'));
    if (!this.opened.has(backend)) this.adopt(next);
    const list = [...this.variables];
    const values = await this.inner.readMany(list);
    list.forEach((variable, index) => {
      next.write(variable, values[index]);
    });
    this.inner.dispose(list);
    this.inner = next;
    list.forEach((variable, index) => {
      this.keep(variable, values[index]);
    });
  }

  recover(): Promise<boolean> {
    this.recovering ??= this.replaceLost().finally(() => {
      this.recovering = null;
    });
    return this.recovering;
  }

  /** Opens the same backend again, else another one, and writes what is known of the variables. */
  private async replaceLost(): Promise<boolean> {
    if (await this.inner.recover()) return true;
    const lost = this.inner.backend;
    const times = (this.losses.get(lost) ?? 0) + 1;
    this.losses.set(lost, times);
    const again = times < MOST_LOSSES ? [lost] : [];
    for (const backend of new Set<BackendName>([...again, ...this.others, 'wasm', 'cpu'])) {
      if ((this.losses.get(backend) ?? 0) >= MOST_LOSSES) continue;
      try {
        const next = this.opened.get(backend) ?? (await this.open(backend, `the ${lost} device was lost`));
        if (!this.opened.has(backend)) this.adopt(next);
        for (const variable of this.variables) {
          const value = this.saved.get(variable);
          if (value !== undefined) next.write(variable, value);
        }
        this.inner = next;
        this.why = next.reason;
        this.unsaved.clear();
        this.onReplaced(lost, backend);
        return true;
      } catch {
        // The next one may work.
      }
    }
    this.onReplaced(lost, null);
    return false;
  }

  /** Repeats what only reads once the device was replaced, where no value was lost with it. */
  private async safely<T>(body: () => Promise<T>): Promise<T> {
    try {
      return await body();
    } catch (error) {
      if (!(error instanceof DeviceLostError) || this.unsaved.size > 0 || !(await this.recover()))
        throw error;
      return body();
    }
  }

  private keep(variable: Variable, value: HostArray): void {
    if (isLosable(this.backend)) {
      this.saved.set(variable, value);
      this.unsaved.delete(variable);
    }
  }

  compile(program: Program): Executable {
    for (const variable of programVariables(program)) this.variables.add(variable);
    const changed = program.updates.map(update => update.variable);
    let compiled: { engine: Engine; executable: Executable } = {
      engine: this.inner,
      executable: this.inner.compile(program),
    };
    const current = (): Executable => {
      if (compiled.engine !== this.inner) {
        compiled.executable.dispose();
        for (const variable of programVariables(program)) this.variables.add(variable);
        compiled = { engine: this.inner, executable: this.inner.compile(program) };
      }
      return compiled.executable;
    };
    return {
      run: feeds => {
        const values = current().run(feeds.map(feed => this.localFeed(feed)));
        for (const value of values) this.owners.set(value, this.inner);
        if (isLosable(this.backend)) for (const variable of changed) this.unsaved.add(variable);
        return values;
      },
      get bytes() {
        return compiled.executable.bytes;
      },
      dispose: () => compiled.executable.dispose(),
    };
  }

  private localFeed(feed: Feed): Feed {
    if (!('resident' in feed) || !(feed.resident instanceof MovingResident)) return feed;
    return { resident: this.localResident(feed.resident), rows: feed.rows };
  }

  private localResident(moving: MovingResident): Resident {
    if (moving.copy?.engine !== this.inner) {
      if (moving.copy !== null) moving.copy.engine.dispose([moving.copy.resident]);
      moving.copy = { engine: this.inner, resident: this.inner.upload(moving.value) };
    }
    return moving.copy.resident;
  }

  async read(value: DeviceValue | Variable): Promise<HostArray> {
    return (await this.readMany([value]))[0];
  }

  async readMany(values: readonly (DeviceValue | Variable)[]): Promise<HostArray[]> {
    const owner = (value: DeviceValue | Variable) => this.owners.get(value) ?? this.inner;
    const read = () =>
      values.every(value => owner(value) === this.inner)
        ? this.inner.readMany(values)
        : Promise.all(values.map(value => owner(value).read(value)));
    if (!values.every(value => value instanceof Variable)) return read();
    const results = await this.safely(read);
    values.forEach((value, index) => {
      this.keep(value as Variable, results[index]);
    });
    return results;
  }

  write(variable: Variable, value: HostArray): void {
    this.variables.add(variable);
    this.inner.write(variable, value);
    this.keep(variable, { ...value, data: value.data.slice() });
  }

  upload(value: HostArray): Resident {
    return new MovingResident(value);
  }

  dispose(values: readonly (DeviceValue | Resident | Variable)[]): void {
    for (const value of values) {
      if (value instanceof MovingResident) {
        value.copy?.engine.dispose([value.copy.resident]);
        value.copy = null;
      } else {
        this.variables.delete(value as Variable);
        this.saved.delete(value as Variable);
        this.unsaved.delete(value as Variable);
        (this.owners.get(value) ?? this.inner).dispose([value]);
      }
    }
  }

  async evaluate(tensors: readonly Tensor[], updates: readonly Update[] = []): Promise<HostArray[]> {
    for (const variable of programVariables({ inputs: [], outputs: tensors, updates }))
      this.variables.add(variable);
    const values = await this.safely(() => this.inner.evaluate(tensors, updates));
    if (isLosable(this.backend)) for (const { variable } of updates) this.unsaved.add(variable);
    return values;
  }

  evaluateNow(tensors: readonly Tensor[], updates: readonly Update[] = []): HostArray[] | null {
    for (const variable of programVariables({ inputs: [], outputs: tensors, updates }))
      this.variables.add(variable);
    const values = this.inner.evaluateNow(tensors, updates);
    if (values !== null && isLosable(this.backend))
      for (const { variable } of updates) this.unsaved.add(variable);
    return values;
  }

  memory(): MemoryUse {
    return this.inner.memory();
  }

  estimate(program: Program): ProgramSize {
    return this.inner.estimate(program);
  }

  onLost(listener: (error: DeviceLostError) => void): void {
    this.listeners.push(listener);
  }

  finish(): Promise<void> {
    return this.inner.finish();
  }

  close(): void {
    for (const engine of this.opened.values()) engine.close();
  }
}

/** Whether the backend's device can go away during a run. */
function isLosable(backend: BackendName): boolean {
  return backend === 'webgl' || backend === 'webgpu';
}

/** Median time of a few real steps on copies of the variables, after one to warm up. */
async function probe(engine: Engine, program: Program): Promise<number> {
  const streams = collectStreams(programRoots(program));
  const positions = streams.map(stream => stream.position);
  const variables = programVariables(program);
  const saved = await engine.readMany(variables);
  const executable = engine.compile(program);
  const feeds = program.inputs.map(input => {
    const shape = staticShape('input', input.shape);
    const data = hostData(new Float32Array(sizeOf(shape) as number), input.dtype);
    return { data, shape, dtype: input.dtype };
  });
  const times: number[] = [];
  try {
    for (let round = 0; round < 4; round++) {
      const start = performance.now();
      const values = executable.run(feeds);
      await engine.readMany(values.slice(0, 1));
      await engine.finish();
      times.push(performance.now() - start);
      engine.dispose(values);
      if (round > 0 && times[round] > 1000) break;
    }
  } finally {
    executable.dispose();
    variables.forEach((variable, index) => {
      engine.write(variable, saved[index]);
    });
    streams.forEach((stream, index) => {
      stream.position = positions[index];
    });
  }
  return Math.min(...times.slice(1));
}

function describe(timings: readonly Timing[]): string {
  const list = timings.map(({ backend, result }) =>
    typeof result === 'number'
      ? `${backend} ${result.toFixed(1)} ms`
      : `${backend} does not work (${result})`,
  );
  return `measured per step: ${list.join(', ')}`;
}
