/** An optimizer at work: its learning rate, its memory of each variable, and one step as graph operations. */

import { type DType, fullFloat, isFloating } from '../../../graph/dtypes.ts';
import type { HostArray } from '../../../graph/engine.ts';
import { ops } from '../../../graph/index.ts';
import { formatShape, type Shape } from '../../../graph/shapes.ts';
import type { Tensor } from '../../../graph/tensor.ts';
import type { PyClass } from '../../../python/classes.ts';
import { raise, ValueError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { NotKnown, PyList, type PyObject, PyTuple, type Value } from '../../../python/values.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { refuseVariables } from '../madeVariables.ts';
import { KerasObject } from '../objects/kerasObject.ts';
import { isNarrow } from '../policy.ts';
import { tensorOf, wrap } from '../tensors/conversion.ts';
import { VariableObject } from '../tensors/variableObject.ts';
import type { Trace } from '../trace.ts';
import { cutDetail } from './cutGradients.ts';
import type { Slot, UpdateRule } from './definition.ts';

export interface OptimizerSettings {
  /** Null for the user's own class, whose `update_step` is called. */
  readonly rule: UpdateRule | null;
  name: string;
  /** A schedule or callable; null when `rate` is a plain number. */
  readonly schedule: PyObject | null;
  readonly weightDecay: number | null;
  readonly clipNorm: number | null;
  readonly clipValue: number | null;
  readonly globalClipNorm: number | null;
  readonly useEma: boolean;
  readonly emaMomentum: number;
  readonly emaFrequency: number | null;
  readonly accumulation: number | null;
  /** What losses are multiplied and gradients divided by. */
  readonly lossScale: number | null;
}

/** Keras's words: before version 3 with the names of the variables. */
function noGradients(py: Interpreter, variables: readonly VariableObject[]): string {
  if (py.state(kerasVersionKey).current >= 3) return 'No gradients provided for any variable.';
  const names = new PyTuple([new PyList(variables.map(({ name }) => name))]);
  const pairs = new PyTuple(variables.map(variable => new PyTuple([null, variable])));
  return `No gradients provided for any variable: ${py.repr(names)}. Provided \`grads_and_vars\` is ${py.repr(pairs)}.`;
}

export class OptimizerObject extends KerasObject<OptimizerSettings> {
  iterations: VariableObject;
  /** The learning rate; with a schedule it holds the first one and is not read. */
  rate: VariableObject;
  /** What a script for Keras 3 wrote into `lr`, which is a name like any other there; undefined before. */
  lr: Value | undefined = undefined;
  /** All of the optimizer's state in the order it was made. */
  state: VariableObject[] = [];
  /** Saved values for state that is not made yet, in the order it will be made. */
  restored: readonly HostArray[] = [];
  /** Variables in the order in which they were first seen. */
  readonly known: VariableObject[] = [];
  built = false;
  /** Variables that weight decay leaves alone, and patterns of names of such. */
  readonly undecayed = new Set<VariableObject>();
  readonly undecayedNames: RegExp[] = [];
  private readonly slots = new Map<VariableObject, Map<string, VariableObject>>();
  private readonly sharedSlots = new Map<string, VariableObject>();

  constructor(cls: PyClass) {
    super(cls);
    this.iterations = new VariableObject(
      { name: 'iteration', shape: [], dtype: 'int32', trainable: false, initial: 0 },
      null,
    );
    this.rate = rateVariable('float32');
  }

  /** The learning rate of the step that is being traced. */
  currentRate(py: Interpreter, trace: Trace): Tensor {
    const { schedule } = this.settings;
    if (schedule === null) return this.rate.read(trace);
    const args = schedule instanceof KerasObject ? [wrap(py, this.iterations.read(trace))] : [];
    return ops.cast(tensorOf(py, py.call(schedule, args), 'float32'), this.rate.dtype);
  }

  /** What a script's own loss is multiplied by before its gradients are taken; null for nothing. */
  currentScale(_trace: Trace): ops.Operand | null {
    return this.settings.lossScale;
  }

  /** All variables as Keras lists them. A learning rate that a schedule gives is saved by nobody. */
  variables(purpose: 'list' | 'save'): VariableObject[] {
    const rate = purpose === 'list' || this.settings.schedule === null ? [this.rate] : [];
    return [this.iterations, ...rate, ...this.state];
  }

  /** The optimizer that keeps memories of the weights. */
  get keeper(): OptimizerObject {
    return this;
  }

  /** What the gradients that a script passes are to be divided by; null for nothing. */
  scaleOfGiven(trace: Trace): ops.Operand | null {
    return this.currentScale(trace);
  }

  private memory(owner: VariableObject | null, name: string, initial: number, shape: Shape): VariableObject {
    const map = owner === null ? this.sharedSlots : this.slotsOf(owner);
    let found = map.get(name);
    if (found === undefined) {
      found = this.addVariable({
        name: owner === null ? name : `${owner.name}_${name}`,
        shape,
        initial,
        dtype: owner === null ? this.rate.dtype : slotDType(owner.dtype),
      });
      map.set(name, found);
    }
    return found;
  }

  private slotsOf(owner: VariableObject): Map<string, VariableObject> {
    let map = this.slots.get(owner);
    if (map === undefined) {
      map = new Map();
      this.slots.set(owner, map);
    }
    return map;
  }

  /** Adds one optimizer step to a trace; variables without a gradient stay as they are. */
  apply(
    py: Interpreter,
    trace: Trace,
    gradients: readonly (Tensor | null)[],
    variables: readonly VariableObject[],
  ): void {
    const pairs = variables.flatMap((variable, index) => {
      const gradient = gradients[index];
      return gradient === null || variable.variable === null ? [] : [{ variable, gradient }];
    });
    const isCut = variables.length > 0 && gradients.every(gradient => gradient === null);
    if (pairs.length === 0 && !isCut && !py.running)
      throw new NotKnown('the gradients are known only when it runs');
    if (pairs.length === 0) throw raise(ValueError, noGradients(py, variables), cutDetail(py));
    this.buildOnce(
      py,
      pairs.map(pair => pair.variable),
    );
    const clipped = this.clip(pairs.map(pair => pair.gradient));
    this.decay(
      py,
      trace,
      pairs.map(pair => pair.variable),
    );
    const accumulate = this.settings.accumulation;
    if (accumulate === null)
      this.update(
        py,
        trace,
        pairs.map((pair, index) => ({ ...pair, gradient: clipped[index] })),
      );
    else this.accumulate(py, trace, pairs, clipped, accumulate);
    this.averages(
      trace,
      pairs.map(pair => pair.variable),
    );
    this.iterations.assign(trace, ops.add(this.iterations.read(trace), 1));
    for (const { variable } of pairs) {
      if (variable.constraint !== null)
        variable.assign(trace, variable.constraint.apply(variable.read(trace)));
    }
  }

  /** The user's own `build`, before the first step. */
  private buildOnce(py: Interpreter, variables: readonly VariableObject[]): void {
    for (const variable of variables) if (!this.known.includes(variable)) this.known.push(variable);
    if (this.built) return;
    refuseVariables(py);
    this.built = true;
    if (this.cls.userDefined) py.callMethod(this, 'build', [new PyList([...this.known])]);
  }

  /** Shrinks the variables by their share, at every step, whether or not gradients are gathered first. */
  private decay(py: Interpreter, trace: Trace, variables: readonly VariableObject[]): void {
    const { weightDecay } = this.settings;
    if (weightDecay === null || weightDecay === 0) return;
    const rate = this.currentRate(py, trace);
    for (const variable of variables) {
      if (this.undecayed.has(variable) || this.undecayedNames.some(pattern => pattern.test(variable.name)))
        continue;
      const value = variable.read(trace);
      variable.assign(trace, ops.sub(value, ops.mul(ops.mul(value, weightDecay), rate)));
    }
  }

  /** A further variable of the user's own optimizer. */
  addVariable(settings: { name: string; shape: Shape; initial: number; dtype?: DType }): VariableObject {
    const saved = this.restored[this.state.length];
    const first =
      saved !== undefined && formatShape(saved.shape) === formatShape(settings.shape)
        ? saved.data
        : settings.initial;
    const made = new VariableObject({ ...settings, trainable: false, initial: first }, null);
    this.state.push(made);
    return made;
  }

  private update(
    py: Interpreter,
    trace: Trace,
    pairs: readonly { readonly variable: VariableObject; readonly gradient: Tensor }[],
  ): void {
    const { rule } = this.settings;
    const rate = this.currentRate(py, trace);
    const step = ops.cast(ops.add(this.iterations.read(trace), 1), rate.dtype);
    const sharedNow = new Map<string, Tensor>();
    for (const { variable, gradient } of pairs) {
      if (rule === null) {
        py.callMethod(this, 'update_step', [wrap(py, gradient), variable, wrap(py, rate)]);
        continue;
      }
      const value = variable.read(trace);
      const own = slotDType(variable.dtype);
      variable.assign(
        trace,
        rule({
          gradient: isFloating(gradient.dtype) ? gradient : ops.cast(gradient, own),
          value,
          rate: ops.cast(rate, own),
          step: ops.cast(step, own),
          slot: (name, initial = 0, shape = variable.shape) =>
            slotOf(trace, this.memory(variable, name, initial, shape)),
          shared: (name, initial) => sharedOf(trace, this.memory(null, name, initial, []), sharedNow),
        }),
      );
    }
  }

  private clip(gradients: readonly Tensor[]): Tensor[] {
    const { clipNorm, clipValue, globalClipNorm } = this.settings;
    if (clipNorm !== null && clipNorm > 0) return gradients.map(gradient => clipByNorm(gradient, clipNorm));
    if (globalClipNorm !== null && globalClipNorm > 0) {
      const squares = gradients.map(gradient => ops.sum(ops.square(gradient)));
      const norm = ops.sqrt(squares.reduce((sum, square) => ops.add(sum, square)));
      const scale = ops.mul(globalClipNorm, ops.minimum(ops.div(1, norm), 1 / globalClipNorm));
      return gradients.map(gradient => ops.mul(gradient, scale));
    }
    if (clipValue !== null && clipValue > 0)
      return gradients.map(gradient => ops.clip(gradient, -clipValue, clipValue));
    return [...gradients];
  }

  /** Sums gradients and updates only every few steps. */
  private accumulate(
    py: Interpreter,
    trace: Trace,
    pairs: readonly { readonly variable: VariableObject; readonly gradient: Tensor }[],
    gradients: readonly Tensor[],
    steps: number,
  ): void {
    const due = ops.equal(ops.mod(ops.add(this.iterations.read(trace), 1), steps), 0);
    const sums = pairs.map(({ variable }, index) => {
      const memory = this.memory(variable, 'gradient_accumulator', 0, variable.shape);
      const sum = ops.add(memory.read(trace), gradients[index]);
      memory.assign(trace, ops.select(due, 0, sum));
      return sum;
    });
    const old = new Map(trace.assigned);
    this.update(
      py,
      trace,
      pairs.map((pair, index) => ({ variable: pair.variable, gradient: ops.div(sums[index], steps) })),
    );
    for (const [variable, value] of trace.assigned) {
      const previous = old.get(variable);
      if (previous === value) continue;
      trace.assign(variable, ops.select(due, value, previous ?? variable.read()));
    }
  }

  /** Running averages of the variables themselves. */
  private averages(trace: Trace, variables: readonly VariableObject[]): void {
    const { useEma, emaMomentum, emaFrequency } = this.settings;
    if (!useEma) return;
    const iterations = this.iterations.read(trace);
    const momentum = ops.mul(ops.cast(ops.notEqual(iterations, 0), this.rate.dtype), emaMomentum);
    for (const variable of variables) {
      const memory = this.memory(variable, 'average', 0, variable.shape);
      const value = variable.read(trace);
      const average = ops.add(ops.mul(momentum, memory.read(trace)), ops.mul(ops.sub(1, momentum), value));
      memory.assign(trace, average);
      if (emaFrequency === null) continue;
      const due = ops.equal(ops.mod(ops.add(iterations, 1), emaFrequency), 0);
      variable.assign(trace, ops.select(due, average, value));
    }
  }

  /** The averages that replace the variables when training ends; empty without EMA. */
  finalValues(variables: readonly VariableObject[]): { variable: VariableObject; average: VariableObject }[] {
    if (!this.settings.useEma) return [];
    return variables.flatMap(variable => {
      const average = this.slots.get(variable)?.get('average');
      return average === undefined ? [] : [{ variable, average }];
    });
  }

  override capture(): unknown {
    return { base: super.capture(), rate: this.rate.hostValue, lr: this.lr };
  }

  override restore(state: unknown): void {
    const saved = state as { base: unknown; rate: number | null; lr: Value | undefined };
    super.restore(saved.base);
    this.rate.hostValue = saved.rate;
    this.lr = saved.lr;
  }

  override join(_state: unknown, _joinValues: (a: Value, b: Value) => Value): void {}
}

/** A learning rate's variable. */
export function rateVariable(dtype: DType): VariableObject {
  return new VariableObject({ name: 'learning_rate', shape: [], dtype, trainable: false, initial: 0 }, null);
}

/** What an optimizer keeps beside a variable, and computes its update in. */
function slotDType(dtype: DType): DType {
  return isNarrow(dtype) ? dtype : fullFloat(dtype);
}

function slotOf(trace: Trace, memory: VariableObject): Slot {
  return {
    read: () => memory.read(trace),
    assign(value) {
      // What fades for want of gradients would end as denormal numbers, with which processors are many times slower.
      const kept = value.dtype === 'float32' && value.shape.length > 0 ? ops.flush(value) : value;
      memory.assign(trace, kept);
      return kept;
    },
  };
}

/** A shared number changes only for the first variable of a step; the others see the new value. */
function sharedOf(trace: Trace, memory: VariableObject, now: Map<string, Tensor>): Slot {
  return {
    read: () => memory.read(trace),
    assign(value) {
      const before = now.get(memory.name);
      if (before !== undefined) return before;
      now.set(memory.name, value);
      memory.assign(trace, value);
      return value;
    },
  };
}

/** Scales a gradient down to a length. */
function clipByNorm(gradient: Tensor, limit: number): Tensor {
  const squares = ops.sum(ops.square(gradient));
  const positive = ops.greater(squares, 0);
  const norm = ops.select(positive, ops.sqrt(ops.select(positive, squares, 1)), squares);
  return ops.div(ops.mul(gradient, limit), ops.maximum(norm, limit));
}
