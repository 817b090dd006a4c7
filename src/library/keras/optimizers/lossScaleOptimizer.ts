/** `LossScaleOptimizer` at work: another optimizer, a factor for the loss, and steps left out on overflow. */
import { ops } from '../../../graph/index.ts';
import type { Tensor } from '../../../graph/tensor.ts';
import type { PyClass } from '../../../python/classes.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { VariableObject } from '../tensors/variableObject.ts';
import type { Trace } from '../trace.ts';
import { OptimizerObject, type OptimizerSettings } from './optimizerObject.ts';

export class LossScaleOptimizerObject extends OptimizerObject {
  inner: OptimizerObject;
  initialScale = 32768;
  growthSteps = 2000;
  /** Whether the script asked for gradients divided by the scale, as Keras 2's loops do. */
  dividesItself = false;
  readonly scale: VariableObject;
  readonly counter: VariableObject;

  constructor(cls: PyClass) {
    super(cls);
    this.inner = this;
    this.scale = new VariableObject(
      { name: 'dynamic_scale', shape: [], trainable: false, initial: 32768 },
      null,
    );
    this.counter = new VariableObject(
      { name: 'step_counter', shape: [], dtype: 'int32', trainable: false, initial: 0 },
      null,
    );
  }

  /** Takes an optimizer in: its learning rate and its settings are this one's. */
  adopt(inner: OptimizerObject, scale: number, growthSteps: number): OptimizerSettings {
    this.inner = inner;
    this.initialScale = scale;
    this.growthSteps = growthSteps;
    this.scale.variable!.setInitial(Float32Array.of(scale));
    this.rate = inner.rate;
    this.state = [this.counter, this.scale];
    return { ...inner.settings, name: 'loss_scale_optimizer', lossScale: null };
  }

  override variables(purpose: 'list' | 'save'): VariableObject[] {
    return [...super.variables(purpose), ...this.inner.variables(purpose)];
  }

  override get keeper(): OptimizerObject {
    return this.inner;
  }

  override currentScale(trace: Trace): Tensor {
    return this.scale.read(trace);
  }

  /** A script written for Keras 2 divides gradients itself before it passes them. */
  override scaleOfGiven(trace: Trace): Tensor | null {
    return this.dividesItself ? null : this.currentScale(trace);
  }

  /** A step of the inner optimizer where all gradients are finite; the factor grows after many such and halves else. */
  override apply(
    py: Interpreter,
    trace: Trace,
    gradients: readonly (Tensor | null)[],
    variables: readonly VariableObject[],
  ): void {
    const before = new Map(trace.assigned);
    this.inner.apply(py, trace, gradients, variables);
    const finite = gradients
      .filter(gradient => gradient !== null)
      .map(gradient => ops.all(ops.isFiniteNumber(gradient)))
      .reduce((a, b) => ops.logicalAnd(a, b));
    for (const [variable, value] of trace.assigned) {
      const previous = before.get(variable);
      if (previous !== value) trace.assign(variable, ops.select(finite, value, previous ?? variable.read()));
    }
    const count = ops.add(this.counter.read(trace), 1);
    const grown = ops.logicalAnd(finite, ops.greaterEqual(count, this.growthSteps));
    const scale = this.scale.read(trace);
    this.counter.assign(trace, ops.select(ops.logicalOr(grown, ops.logicalNot(finite)), 0, count));
    this.scale.assign(
      trace,
      ops.select(finite, ops.select(grown, ops.mul(scale, 2), scale), ops.mul(scale, 0.5)),
    );
    this.iterations.assign(trace, ops.add(this.iterations.read(trace), 1));
  }
}
