/**
 * A script's own training (a tape and `apply_gradients`, `train_on_batch`): how far it has come, and how a run that was
 * lost goes on in it. The script runs again; what it computes on its way is not computed but taken from a journal of
 * what it read (docs/architecture.md, "How a run goes on").
 */
import type { HostArray } from '../../graph/engine.ts';
import { computedConstant, Tensor } from '../../graph/tensor.ts';
import type { Variable } from '../../graph/variable.ts';
import { type Interpreter, StateKey } from '../../python/interpreter.ts';
import type { Suspendable } from '../../python/suspension.ts';
import {
  type GivenRate,
  type LoopCheckpoint,
  type LoopJournal,
  type NumberedArray,
  Repeatable,
  WayLost,
} from './loopJournal.ts';
import type { LoopCurve, TrainingMonitor } from './monitor.ts';
import { servicesKey } from './services.ts';
import type { TensorObject } from './tensors/tensorObject.ts';
import { ValueLog } from './valueLog.ts';

/** Beyond this many bytes of what was read, or of tensors that may be held, nothing but the place is kept. */
const MOST_READ = 16 * 1024 * 1024;
const MOST_HELD = 64 * 1024 * 1024;

/** The same with what was computed in the loop, of which most is gone; and what each costs besides its numbers. */
const MOST_HELD_LATE = 8 * 1024 * 1024;
const HELD_OVERHEAD = 64;

/** What can be computed again whenever it is wanted is not kept from this many numbers on. */
const LARGE = 1 << 16;

/** Where an eager tensor stands in the journal. */
export interface Tracked {
  readonly loop: OwnLoop;
  readonly number: number;
  /** The length of the log before it was read first; null before. */
  readAt: number | null;
  /** Whether a script that runs again has come by where it was computed. */
  passed: boolean;
  /** Its contents, where they were not computed there. */
  skipped: SkippedContents | null;
}

/** Contents that are not there before the run stands where its checkpoint was taken. */
class SkippedContents {
  readonly isComputed = true;
  #data: HostArray['data'] | null = null;

  fill(data: HostArray['data']): void {
    this.#data = data;
  }

  /** What graphs compute with. @throws WayLost when somebody looks at numbers that were not kept */
  get data(): HostArray['data'] {
    if (this.#data === null) throw new WayLost();
    return this.#data;
  }
}

type Mode = 'recording' | 'replaying' | 'off';

/** The state behind a change, from which a checkpoint is made. */
interface Place {
  readonly changes: number;
  readonly steps: number;
  readonly read: number;
  readonly way: number;
  readonly tracked: number;
}

export class OwnLoop {
  private monitor: TrainingMonitor | null = null;
  private mode: Mode = 'off';
  /** Fits that go on, and other calls whose results are kept as a whole: what happens in one is its own matter. */
  private calls = 0;
  /** Where the run goes on; null where it goes on no more. */
  private goal: LoopCheckpoint | null = null;
  /** Rates that were set before the run was lost. */
  givenRates: readonly GivenRate[] = [];
  private place: Place = { changes: 0, steps: 0, read: 0, way: 0, tracked: 0 };
  private log = new ValueLog();
  private way = 0;
  private tracked = 0;
  private objects = new Map<number, WeakRef<TensorObject>>();
  private sweepAt = 4096;
  /** How many tensors there were before the first step. */
  private beforeLoop = 0;
  private readonly repeatable = new Repeatable();
  private readonly changed = new WeakSet<Variable>();
  private order: WeakRef<Variable>[] = [];
  /** Whether something was learnt since the last checkpoint. */
  private isNew = false;

  /** Asked for before anything is computed; null under analysis. */
  begin(monitor: TrainingMonitor | null): this {
    if (this.monitor !== null || monitor === null) return this;
    this.monitor = monitor;
    this.goal = monitor.takeLoopCheckpoint();
    this.givenRates = this.goal?.rates ?? [];
    const journal = this.goal?.journal ?? null;
    if (journal !== null) this.log = new ValueLog(journal.read);
    if (monitor.keepsLoops) this.mode = this.goal === null ? 'recording' : journal ? 'replaying' : 'off';
    return this;
  }

  /** Whether nothing is computed, as it was computed before. */
  get skips(): boolean {
    return this.mode === 'replaying' && this.calls === 0;
  }

  /** Whether the script has not come back to where it was lost. */
  get isRepeating(): boolean {
    return this.goal !== null;
  }

  /** Whether what happens is the script's own training, rather than that of a fit. */
  get isOutsideOfCalls(): boolean {
    return this.calls === 0;
  }

  /** How many steps there were. */
  get step(): number {
    return this.place.steps;
  }

  private get isOpen(): boolean {
    return this.mode !== 'off' && this.calls === 0;
  }

  enterCall(): void {
    this.calls++;
  }

  leaveCall(): void {
    this.calls--;
  }

  /** A call whose result is kept as a whole. */
  *within<T>(body: () => Suspendable<T>): Suspendable<T> {
    this.calls++;
    try {
      return yield* body();
    } finally {
      this.calls--;
    }
  }

  /** Numbers an eager tensor, the same when the script runs again. */
  track(object: TensorObject): void {
    if (!this.isOpen || object.tracked !== null || object.tensor.op === 'constant') return;
    const number = ++this.tracked;
    object.tracked = { loop: this, number, readAt: null, passed: false, skipped: null };
    this.objects.set(number, new WeakRef(object));
    if (this.objects.size < this.sweepAt) return;
    for (const [known, reference] of this.objects)
      if (reference.deref() === undefined) this.objects.delete(known);
    this.sweepAt = 2 * this.objects.size + 4096;
  }

  /** An eager tensor was computed. @param before its graph @param after the constant in its place */
  settled(object: TensorObject, before: Tensor, after: Tensor): void {
    if (this.mode !== 'off' && object.tracked !== null && !this.repeatable.has(before))
      this.repeatable.exclude(after);
  }

  /** Whether a tensor is computed also in a script that runs again. */
  isRepeated({ tensor }: TensorObject): boolean {
    return this.repeatable.has(tensor);
  }

  /** A tensor was computed here before: a leaf without contents takes its place, unless it can be computed again. */
  pass(object: TensorObject): void {
    const { tensor, tracked } = object;
    if (tracked === null || tracked.passed) return;
    tracked.passed = true;
    if (this.repeatable.has(tensor)) return;
    tracked.skipped = new SkippedContents();
    object.tensor = new Tensor('constant', [], tracked.skipped, tensor.shape, tensor.dtype);
    this.repeatable.exclude(object.tensor);
  }

  /** The script reads a tensor's value; the first time it is kept, or taken from what was kept. */
  read(object: TensorObject): HostArray | null {
    const { tracked, value } = object;
    if (tracked === null || tracked.readAt !== null || !this.isOpen) return value;
    const size = object.tensor.shape.reduce((product: number, dim) => product * (dim ?? 1), 1);
    if (size >= LARGE && this.isRepeated(object)) return value;
    if (this.mode === 'recording') {
      // What was not kept is wanted after all.
      if (value === null && tracked.skipped !== null) throw new WayLost();
      if (value === null) return null;
      tracked.readAt = this.log.length;
      this.keep(value);
      return value;
    }
    tracked.readAt = this.log.place;
    const kept = this.take();
    if (kept.shape.join() !== object.tensor.shape.join()) throw new WayLost();
    object.value = kept;
    tracked.skipped?.fill(kept.data);
    return kept;
  }

  /** Arrays that the script was given of what was computed. */
  keepAll(values: readonly HostArray[]): void {
    if (this.isOpen && this.mode === 'recording') for (const value of values) this.keep(value);
  }

  takeAll(count: number): HostArray[] {
    return Array.from({ length: count }, () => this.take());
  }

  /** The same for numbers with names. */
  keepLogs(logs: ReadonlyMap<string, number>): void {
    const names = Int32Array.from(new TextEncoder().encode(JSON.stringify([...logs.keys()])));
    const numbers = Float64Array.from(logs.values());
    this.keepAll([
      { data: names, shape: [names.length], dtype: 'int32' },
      { data: numbers, shape: [numbers.length], dtype: 'float64' },
    ]);
  }

  takeLogs(): Map<string, number> {
    const [{ data: bytes }, { data: numbers }] = this.takeAll(2);
    const names = JSON.parse(new TextDecoder().decode(Uint8Array.from(bytes))) as string[];
    return new Map(names.map((name, index) => [name, numbers[index]]));
  }

  private keep(value: HostArray): void {
    this.log.append(value);
    this.wayOn(value.data.length);
    if (this.log.length > MOST_READ) this.turnOff();
  }

  private take(): HostArray {
    const value = this.log.next();
    if (value === null) throw new WayLost();
    this.wayOn(value.data.length);
    return value;
  }

  private wayOn(event: number): void {
    this.way = (Math.imul(this.way, 31) + event + 1) | 0;
  }

  private turnOff(): void {
    this.mode = 'off';
    this.log = new ValueLog();
    this.objects.clear();
    this.order = [];
  }

  /** Notes variables that the script gives other values. */
  note(variables: readonly Variable[]): void {
    if (!this.isOpen) return;
    for (const variable of variables) {
      if (this.changed.has(variable)) continue;
      this.changed.add(variable);
      this.order.push(new WeakRef(variable));
    }
  }

  /**
   * Variables were changed by the script's own code, and all that it held open was computed (or skipped).
   * @param learnt whether trained ones are among them
   * @param point what is known of the losses of the step
   * @param write gives a variable a value at once
   */
  change(
    learnt: boolean,
    point: ReadonlyMap<LoopCurve, number>,
    write: (variable: Variable, value: HostArray) => void,
  ): void {
    const { monitor, goal } = this;
    if (this.calls > 0 || monitor === null) return;
    this.wayOn(-2);
    this.place = {
      changes: this.place.changes + 1,
      steps: this.place.steps + (learnt ? 1 : 0),
      read: this.mode === 'replaying' ? this.log.place : this.log.length,
      way: this.way,
      tracked: this.tracked,
    };
    const { changes, steps } = this.place;
    if (learnt && steps === 1) this.beforeLoop = this.tracked;
    if (goal === null) {
      if (!learnt) return;
      this.isNew = true;
      monitor.onLoopStep(steps, point);
    } else if (changes < goal.changes) {
      if (learnt) monitor.onLoopReplayed(steps, goal);
    } else {
      if (goal.journal !== null && this.mode === 'replaying') this.bringBack(goal.journal, write);
      this.goal = null;
      monitor.onLoopResumed(steps);
    }
  }

  private bringBack(journal: LoopJournal, write: (variable: Variable, value: HostArray) => void): void {
    if (journal.way !== this.way || journal.read.length !== this.log.place) throw new WayLost();
    for (const [index, reference] of this.order.entries()) {
      const [variable, saved] = [reference.deref(), journal.variables[index] ?? null];
      if (variable === undefined || saved === null) continue;
      const { value } = saved;
      if (value.shape.join() !== variable.shape.join() || value.dtype !== variable.dtype) throw new WayLost();
      write(variable, value);
    }
    for (const { number, value } of journal.tensors) {
      const object = this.objects.get(number)?.deref();
      if (object === undefined) continue;
      const skipped = object.tracked?.skipped ?? null;
      if (skipped === null) object.tensor = computedConstant(value.data, value.shape, value.dtype);
      else skipped.fill(value.data);
      object.value = value;
      this.repeatable.exclude(object.tensor);
    }
    this.mode = 'recording';
    this.log = new ValueLog(journal.read);
  }

  /** Whether a checkpoint is wanted. */
  get isDue(): boolean {
    return this.isTrained && (this.monitor?.loopCheckpointDue() ?? false);
  }

  /** Whether something was learnt since the last checkpoint. */
  get isTrained(): boolean {
    return this.isNew && this.calls === 0;
  }

  /** Variables that a checkpoint holds; null for those that are gone. */
  get variables(): (Variable | null)[] {
    return this.mode === 'recording' ? this.order.map(reference => reference.deref() ?? null) : [];
  }

  /** @param values of {@link variables}, without those that are gone @param rates that were set from outside */
  checkpoint(
    variables: readonly (Variable | null)[],
    values: readonly HostArray[],
    rates: readonly GivenRate[],
  ): LoopCheckpoint {
    this.isNew = false;
    const { changes, steps, read, way } = this.place;
    const tensors = this.mode === 'recording' ? this.heldTensors() : null;
    if (tensors === null) return { changes, steps, rates, journal: null };
    let place = 0;
    const saved = variables.map(variable => variable && { name: variable.name, value: values[place++] });
    return { changes, steps, rates, journal: { read: this.log.until(read), way, variables: saved, tensors } };
  }

  /**
   * Tensors that were computed before the last change and not read before it; null where they are too large. Many of a
   * loop's are gone and nobody has noticed yet, so of these only the newest are kept.
   */
  private heldTensors(): NumberedArray[] | null {
    const { read, tracked: last } = this.place;
    const held: NumberedArray[] = [];
    let bytes = 0;
    const numbers = [...this.objects.keys()];
    const early = numbers.filter(number => number <= this.beforeLoop);
    const late = numbers.filter(number => number > this.beforeLoop && number <= last).reverse();
    for (const number of [...early, ...late]) {
      const object = this.objects.get(number)?.deref();
      const readAt = object?.tracked?.readAt ?? null;
      if (object === undefined || object.value === null) continue;
      if ((readAt !== null && readAt < read) || this.repeatable.has(object.tensor)) continue;
      bytes += object.value.data.byteLength + HELD_OVERHEAD;
      if (number <= this.beforeLoop && bytes > MOST_HELD) return null;
      if (number > this.beforeLoop && bytes > MOST_HELD_LATE) break;
      held.push({ number, value: object.value });
    }
    return held;
  }
}

export const ownLoopKey = new StateKey('keras.ownLoop', () => new OwnLoop());

/** The training of one program's own. */
export function ownLoop(py: Interpreter): OwnLoop {
  return py.state(ownLoopKey).begin(py.state(servicesKey).current?.monitor ?? null);
}

/** The value of a tensor that was computed already, now or before the script was run again; else null. */
export function settled(object: TensorObject): HostArray | null {
  const { tracked, value } = object;
  return tracked !== null && (value !== null || tracked.passed) ? tracked.loop.read(object) : value;
}
