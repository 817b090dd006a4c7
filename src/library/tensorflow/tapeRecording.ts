/** What a `tf.GradientTape` has recorded: which operations, told by when they were made, and what they began with. */
import { topologicalOrder } from '../../graph/program.ts';
import { attributesOf, type Tensor, tensorsMade } from '../../graph/tensor.ts';
import type { PyClass } from '../../python/classes.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { Span } from '../../python/syntax.ts';
import { type Mutable, PyInstance, touch } from '../../python/values.ts';
import { isOfVariable } from '../keras/tensors/variableObject.ts';

/** From the number of the first tensor that is recorded to the first that is not; null while it goes on. */
interface Stretch {
  readonly from: number;
  readonly until: number | null;
}

interface TapeState {
  readonly stretches: readonly Stretch[];
  readonly watched: ReadonlyMap<Tensor, number>;
  /** Whether it can give gradients; null where analysis does not know. */
  readonly isOpen: boolean | null;
}

const PREPARES: ReadonlySet<string> = new Set([
  'broadcastTo',
  'cast',
  'identity',
  'pad',
  'reshape',
  'transpose',
]);

/** Data of which analysis knows no contents, by what it is called: no variable is in it. */
const plainData: ReadonlySet<string> = new Set(['array', 'batch', 'generated', 'image', 'parsed', 'scalar']);

/** Whether analysis does not know all that a tensor is made of. */
function isOpen(py: Interpreter, tensor: Tensor): boolean {
  return tensor.op === 'abstract' && !py.running && !plainData.has(attributesOf(tensor, 'abstract').of);
}

export class TapeObject extends PyInstance implements Mutable {
  isPersistent = false;
  watchesVariables = true;
  /** The call that made it. */
  madeAt: Span | null = null;
  /** Where it was asked for gradients last. */
  askedAt: Span | null = null;
  private stretches: readonly Stretch[] = [];
  private watched: ReadonlyMap<Tensor, number> = new Map();
  private isOpen: boolean | null = false;
  /** Whether branches that nobody can tell apart recorded different things. */
  private isUncertain = false;

  /** Whether it can give gradients; null where analysis does not know. */
  get canGive(): boolean | null {
    return this.isOpen;
  }

  get isRecording(): boolean {
    return this.stretches.at(-1)?.until === null;
  }

  begin(): void {
    touch(this);
    if (this.isOpen === false) this.clear();
    this.isOpen = true;
    if (!this.isRecording) this.stretches = [...this.stretches, { from: tensorsMade(), until: null }];
  }

  end(): void {
    const last = this.stretches.at(-1);
    if (last === undefined || last.until !== null) return;
    touch(this);
    this.stretches = [...this.stretches.slice(0, -1), { from: last.from, until: tensorsMade() }];
  }

  /** Forgets what it has recorded, and goes on. */
  reset(): void {
    touch(this);
    this.clear();
    this.stretches = [{ from: tensorsMade(), until: null }];
  }

  watch(tensor: Tensor): void {
    touch(this);
    this.watched = new Map([...this.watched, [tensor, this.watched.get(tensor) ?? tensorsMade()]]);
  }

  /** It has given its gradients. */
  spend(at: Span | null): void {
    touch(this);
    this.isOpen = false;
    this.askedAt = at;
  }

  private clear(): void {
    this.stretches = [];
    this.watched = new Map();
    this.isUncertain = false;
  }

  /** Whether a tensor was made while the tape recorded. */
  wasRecording({ id }: Tensor): boolean {
    return this.stretches.some(({ from, until }) => id >= from && (until === null || id < until));
  }

  /** Whether a tensor was made after the tape had recorded. */
  isAfter({ id }: Tensor): boolean {
    const last = this.stretches.at(-1)?.until ?? null;
    return last !== null && id >= last;
  }

  /**
   * Whether gradients pass through an operation on their way back from some targets. `since`: the number of the first
   * tensor that was made to compute them.
   */
  passes(py: Interpreter, targets: readonly Tensor[], since: number): (tensor: Tensor) => boolean {
    if (this.isUncertain) return () => true;
    const recorded = new Set<Tensor>();
    for (const tensor of topologicalOrder(targets)) {
      const isMade = tensor.id >= since || this.wasRecording(tensor);
      if (
        isMade &&
        (isOpen(py, tensor) || tensor.inputs.some(input => this.follows(py, input, tensor, recorded)))
      )
        recorded.add(tensor);
    }
    const isCut = !targets.some(target => recorded.has(target) || this.isStart(py, target));
    if (isCut) return () => false;
    // Preparing a tensor that is not watched is part of the recorded operation in TensorFlow.
    return tensor =>
      recorded.has(tensor) || tensor.id >= since || (PREPARES.has(tensor.op) && this.wasRecording(tensor));
  }

  private follows(py: Interpreter, input: Tensor, to: Tensor, recorded: ReadonlySet<Tensor>): boolean {
    if (recorded.has(input) || this.isStart(py, input)) return true;
    return (this.watched.get(input) ?? Number.POSITIVE_INFINITY) <= to.id;
  }

  /** Whether the tape follows a variable, or something of which analysis does not know what it is made of. */
  private isStart(py: Interpreter, tensor: Tensor): boolean {
    if (tensor.op === 'variable') return this.followsVariable(tensor);
    if (isOfVariable(tensor)) return this.watchesVariables || this.watched.has(tensor);
    return isOpen(py, tensor);
  }

  /** Whether gradients reach a variable: a trainable one, where these are watched, and what the script watches. */
  followsVariable(tensor: Tensor): boolean {
    if (this.isUncertain || this.watched.has(tensor)) return true;
    const isTrainable = tensor.op !== 'variable' || attributesOf(tensor, 'variable').variable.trainable;
    return this.watchesVariables && isTrainable;
  }

  capture(): TapeState {
    return { stretches: this.stretches, watched: this.watched, isOpen: this.isOpen };
  }

  restore(state: unknown): void {
    const { stretches, watched, isOpen } = state as TapeState;
    Object.assign(this, { stretches, watched, isOpen });
  }

  join(state: unknown): void {
    const { stretches, watched, isOpen } = state as TapeState;
    if (isOpen !== this.isOpen) this.isOpen = null;
    if (stretches !== this.stretches || watched !== this.watched) this.isUncertain = true;
  }
}

export function allocateTape(cls: PyClass): TapeObject {
  return new TapeObject(cls);
}
