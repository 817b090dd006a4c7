// The engine that moves to whichever backend runs the program at hand fastest, by measuring real steps, and to another
// device when one is lost.
import { doublesOf, missingDoubles } from '../graph/doubles.ts';
import {
  type BackendName,
  DeviceLostError,
  type DeviceValue,
  type Engine,
  type Executable,
  type ExpectedRun,
  type HostArray,
  isGraphics,
  type MemoryUse,
  type ProgramSize,
  type Resident,
} from '../graph/engine.ts';
import { type Program, programVariables, type Update } from '../graph/program.ts';
import type { Tensor } from '../graph/tensor.ts';
import { Variable } from '../graph/variable.ts';
import { liftedProgram } from './eager.ts';
import { LoopPlacement } from './loop-placement.ts';
import { Measurements, type Timing } from './measurements.ts';
import { localFeed, MovingResident } from './moving-resident.ts';
import { type Open, OpenEngines } from './open-engines.ts';
import { describeTimings, measureBackends } from './probe.ts';
import { workOf } from './program-weight.ts';
import { SavedVariables } from './saved-variables.ts';

/** Programs below this many multiply-adds a step stay where they are: the fixed cost of a GPU is larger. */
const probeThreshold = 20e6;

/** Why software graphics are not measured. */
export const SOFTWARE_GRAPHICS = 'graphics are computed in software here';

export class AutoEngine implements Engine {
  private inner: Engine;
  private why: string;
  private readonly others: readonly BackendName[];
  private readonly owners = new WeakMap<DeviceValue, Engine>();
  private readonly variables = new Set<Variable>();
  private readonly listeners: ((error: DeviceLostError) => void)[] = [];
  private readonly measurements: Measurements;
  private readonly engines: OpenEngines;
  private readonly saved = new SavedVariables();
  /** The engine on the processor that has what is float64 while a graphics device computes the rest; else null. */
  private side: Engine | null;
  private recovering: Promise<boolean> | null = null;
  private readonly placement: LoopPlacement;
  private readonly begun = Date.now();
  /** Called when a lost device was replaced; `next` is null where nothing else works. */
  onReplaced: (lost: BackendName, next: BackendName | null) => void = () => {};
  /** Called when a script's own loop goes on without what it learnt in so many seconds before the loss. */
  onUpdatesLost: (lost: BackendName, seconds: number) => void = () => {};
  ownCheckpoints = false;
  /** Called when a program stays on the processor for its doubles; `instead` is the backend that has none. */
  onDoubles: (instead: BackendName) => void = () => {};
  /** Called when measuring begins. */
  onProbing: () => void = () => {};
  /** What the latest measurement found. */
  timings: readonly Timing[] = [];
  /** When an earlier run measured that, in milliseconds since 1970; null where this one did. */
  measuredEarlier: number | null = null;

  /** @param side an engine on the processor, where `first` is one of graphics: it computes what is float64 */
  constructor(
    first: Engine,
    others: readonly BackendName[],
    open: Open,
    measurements: Measurements = new Measurements(),
    side: Engine | null = null,
  ) {
    this.measurements = measurements;
    this.inner = first;
    this.why = first.reason;
    this.others = others;
    this.placement = new LoopPlacement(program => workOf(program) >= probeThreshold);
    if (others.length === 0) this.placement.close();
    this.engines = new OpenEngines(open, (engine, error) => {
      if (engine === this.inner) for (const listener of this.listeners) listener(error);
    });
    this.side = side;
    if (side !== null) this.engines.adopt(side);
    this.engines.adopt(first);
  }

  get backend(): BackendName {
    return this.inner.backend;
  }

  get reason(): string {
    return this.why;
  }

  get choosesForLoop(): boolean {
    return this.placement.isOpen;
  }

  /** Where a variable lies. */
  private homeOf(variable: Variable): Engine {
    return variable.dtype === 'float64' && this.side !== null ? this.side : this.inner;
  }

  /** The engine that can run a program now; null where its variables have to move to the processor first. */
  private engineOf(program: Program): Engine | null {
    if (this.side === null || doublesOf(program) === null) return this.inner;
    return programVariables(program).every(({ dtype }) => dtype === 'float64') ? this.side : null;
  }

  /** The same, with the variables moved where they have to be. */
  private async placed(program: Program): Promise<Engine> {
    const engine = this.engineOf(program);
    if (engine !== null) return engine;
    const instead = this.backend;
    await this.moveTo((this.side as Engine).backend);
    this.keepsDoubles(instead);
    return this.inner;
  }

  private keepsDoubles(instead: BackendName): void {
    this.why = missingDoubles(instead);
    this.onDoubles(instead);
  }

  async rehearse(runs: readonly ExpectedRun[], stop?: AbortSignal): Promise<void> {
    const { inner } = this;
    if (!isGraphics(inner.backend)) return;
    const here = runs.filter(({ program }) => this.engineOf(program) === inner);
    for (const variable of here.flatMap(({ program }) => programVariables(program)))
      this.variables.add(variable);
    await inner.rehearse(
      here.map(run => ({ ...run, feeds: run.feeds?.map(feed => localFeed(feed, inner)) })),
      stop,
    );
  }

  /** Measures the program on every backend that works, and moves to the fastest. */
  async prepare(program: Program, stop?: AbortSignal): Promise<void> {
    if (doublesOf(program) !== null) {
      const instead = this.side === null ? this.others.find(isGraphics) : this.backend;
      if (this.side !== null) await this.moveTo(this.side.backend);
      else if (workOf(program) < probeThreshold) return;
      if (instead !== undefined) this.keepsDoubles(instead);
      return;
    }
    if (this.others.length === 0 || workOf(program) < probeThreshold) return;
    const key = await this.measurements.keyOf(program);
    const known = this.measurements.find(key);
    const { timings, time } = known ?? this.measurements.keep(key, await this.measureAll(program, stop));
    this.timings = timings;
    this.measuredEarlier = known !== null && time < this.begun ? time : null;
    const ranked = timings.filter(timing => typeof timing.result === 'number');
    ranked.sort((a, b) => (a.result as number) - (b.result as number));
    const best = ranked[0]?.backend ?? this.backend;
    this.why = describeTimings(timings);
    if (best === this.backend) return;
    try {
      await this.moveTo(best);
    } catch (error) {
      if (known === null) throw error;
      // It worked when it was measured: what works now is measured anew.
      this.measurements.forget(key);
      await this.prepare(program, stop);
    }
  }

  private measureAll(program: Program, stop?: AbortSignal): Promise<readonly Timing[]> {
    const names = [...new Set([this.backend, ...this.engines.backends, ...this.others])];
    this.onProbing();
    const open = (backend: BackendName) => this.engines.get(backend, 'measured');
    return measureBackends(names, open, program, this.inner, stop);
  }

  private async moveTo(backend: BackendName): Promise<void> {
    const next = await this.engines.get(backend, 'measured');
    const side = isGraphics(backend) ? await this.engines.processor() : null;
    const list = [...this.variables];
    const homes = list.map(variable => this.homeOf(variable));
    const values = await this.readMany(list);
    this.inner = next;
    this.side = side;
    list.forEach((variable, index) => {
      const home = this.homeOf(variable);
      if (home === homes[index]) return;
      home.write(variable, values[index]);
      homes[index].dispose([variable]);
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
    for (const backend of this.engines.lose(lost, this.others)) {
      try {
        const next = await this.engines.get(backend, `the ${lost} device was lost`);
        const side = isGraphics(backend) ? this.side : null;
        for (const variable of this.variables) {
          const value = this.homeOf(variable) === this.side ? undefined : this.saved.valueOf(variable);
          if (value !== undefined) next.write(variable, value);
        }
        this.inner = next;
        this.side = side;
        this.why = next.reason;
        this.onReplaced(lost, backend);
        if (this.saved.goBack() && !this.ownCheckpoints) this.onUpdatesLost(lost, this.saved.age);
        return true;
      } catch {
        // The next one may work.
      }
    }
    this.onReplaced(lost, null);
    return false;
  }

  /**
   * Repeats what only reads once the device was replaced, where no value was lost with it; also a step of a script's own
   * loop, which goes on from what was secured.
   */
  private async safely<T>(body: () => Promise<T>): Promise<T> {
    try {
      return await body();
    } catch (error) {
      const canRepeat = this.saved.isCurrent || !this.ownCheckpoints;
      if (!(error instanceof DeviceLostError) || !canRepeat || !(await this.recover())) throw error;
      return body();
    }
  }

  private keep(variable: Variable, value: HostArray): void {
    if (isGraphics(this.homeOf(variable).backend)) this.saved.keep(variable, value);
  }

  private noteChanges(updates: Program['updates']): void {
    const changed = updates.map(({ variable }) => variable);
    this.saved.change(changed.filter(variable => isGraphics(this.homeOf(variable).backend)));
  }

  async secure(): Promise<void> {
    if (this.ownCheckpoints || !isGraphics(this.backend) || !this.saved.due) return;
    await this.saved.secure(variables =>
      Promise.all(variables.map(variable => this.homeOf(variable).read(variable))),
    );
  }

  compile(program: Program): Executable {
    for (const variable of programVariables(program)) this.variables.add(variable);
    const build = () => {
      // What cannot run here says so itself.
      const engine = this.engineOf(program) ?? this.inner;
      return { engine, executable: engine.compile(program) };
    };
    let compiled = build();
    const current = (): typeof compiled => {
      if (compiled.engine !== (this.engineOf(program) ?? this.inner)) {
        compiled.executable.dispose();
        for (const variable of programVariables(program)) this.variables.add(variable);
        compiled = build();
      }
      return compiled;
    };
    return {
      run: feeds => {
        const { engine, executable } = current();
        const values = executable.run(feeds.map(feed => localFeed(feed, engine)));
        for (const value of values) this.owners.set(value, engine);
        this.noteChanges(program.updates);
        return values;
      },
      get bytes() {
        return compiled.executable.bytes;
      },
      dispose: () => compiled.executable.dispose(),
    };
  }

  async read(value: DeviceValue | Variable): Promise<HostArray> {
    return (await this.readMany([value]))[0];
  }

  async readMany(values: readonly (DeviceValue | Variable)[]): Promise<HostArray[]> {
    const owner = (value: DeviceValue | Variable) =>
      this.owners.get(value) ?? (value instanceof Variable ? this.homeOf(value) : this.inner);
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
    this.homeOf(variable).write(variable, value);
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
        this.saved.forget(value as Variable);
        const home = value instanceof Variable ? this.homeOf(value) : this.inner;
        (this.owners.get(value) ?? home).dispose([value]);
      }
    }
  }

  async evaluate(
    tensors: readonly Tensor[],
    updates: readonly Update[] = [],
    stop?: AbortSignal,
  ): Promise<HostArray[]> {
    const program = { inputs: [], outputs: tensors, updates };
    for (const variable of programVariables(program)) this.variables.add(variable);
    if (this.placement.isDue(program)) {
      this.placement.close();
      await this.prepare(liftedProgram(tensors, updates), stop);
    }
    const values = await this.safely(async () =>
      (await this.placed(program)).evaluate(tensors, updates, stop),
    );
    this.noteChanges(updates);
    // What cannot be read any more is found out by the next step.
    await this.secure().catch(() => {});
    return values;
  }

  evaluateNow(
    tensors: readonly Tensor[],
    updates: readonly Update[] = [],
    canWait = false,
  ): HostArray[] | null {
    const program = { inputs: [], outputs: tensors, updates };
    for (const variable of programVariables(program)) this.variables.add(variable);
    const engine = this.engineOf(program);
    if (this.placement.isDue(program) && canWait) return null;
    // Whoever waits lets the values of a script's own loop be secured, and another device be opened.
    if (engine === null || (this.saved.due && !this.ownCheckpoints && isGraphics(this.backend))) return null;
    const values = this.nowUnlessLost(() => engine.evaluateNow(tensors, updates, canWait));
    if (values !== null) this.noteChanges(updates);
    return values;
  }

  private nowUnlessLost<T>(body: () => T): T | null {
    try {
      return body();
    } catch (error) {
      if (error instanceof DeviceLostError && !this.ownCheckpoints) return null;
      throw error;
    }
  }

  passOver(tensors: readonly Tensor[], updates: readonly Update[] = []): void {
    const program = { inputs: [], outputs: tensors, updates };
    this.placement.pass(program);
    this.engineOf(program)?.passOver(tensors, updates);
  }

  memory(): MemoryUse {
    return this.inner.memory();
  }

  estimate(program: Program): ProgramSize {
    return (this.engineOf(program) ?? (this.side as Engine)).estimate(program);
  }

  onLost(listener: (error: DeviceLostError) => void): void {
    this.listeners.push(listener);
  }

  finish(): Promise<void> {
    return this.inner.finish();
  }

  close(): void {
    this.engines.close();
  }
}
