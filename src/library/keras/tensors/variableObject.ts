/** Weights and other state of layers, metrics and optimizers, as Python sees them. */

import type { HostData } from '../../../graph/attributes.ts';
import { type DType, isFloating } from '../../../graph/dtypes.ts';
import { ops } from '../../../graph/index.ts';
import { isStatic, type Shape } from '../../../graph/shapes.ts';
import type { Tensor } from '../../../graph/tensor.ts';
import { Variable } from '../../../graph/variable.ts';
import { PyClass } from '../../../python/classes.ts';
import type { Span } from '../../../python/syntax.ts';
import { objectClass } from '../../../python/types.ts';
import { type Mutable, PyObject, touch, type Value } from '../../../python/values.ts';
import type { Trace } from '../trace.ts';

/** `keras.Variable`; its methods are added by methods.ts. */
export const variableClass: PyClass = new PyClass('Variable', [objectClass], [], {
  module: 'keras.src.backend',
});
variableClass.unmodelled = 'all';

/** Keeps a variable's value within bounds after each optimizer step. */
export interface Constraint {
  apply(value: Tensor): Tensor;
}

/** Adds a penalty on a variable's value to the loss. */
export interface Regularizer {
  apply(value: Tensor): Tensor;
}

export interface VariableSettings {
  readonly name: string;
  readonly shape: Shape;
  readonly dtype?: DType;
  readonly autocast?: boolean;
  readonly trainable?: boolean;
  readonly initial: HostData | number | ((shape: readonly number[]) => HostData);
  readonly regularizer?: Regularizer | null;
  readonly constraint?: Constraint | null;
}

/** What was assigned to variables and read again. */
const assignedValues = new WeakSet<Tensor>();

/** Whether a tensor is what a variable holds, as it began or as it was assigned since. */
export function isOfVariable(tensor: Tensor): boolean {
  return tensor.op === 'variable' || assignedValues.has(tensor);
}

export class VariableObject extends PyObject implements Mutable {
  override cls: PyClass = variableClass;
  readonly shape: Shape;
  readonly dtype: DType;
  /** Whether layers that compute in another float read it in that. */
  readonly autocast: boolean;
  name: string;
  /** The name behind those of the layers that made it. */
  path: string;
  trainable: boolean;
  regularizer: Regularizer | null;
  constraint: Constraint | null;
  readonly madeAt: Span | null;
  /** The storage; null while a dimension is unknown, which happens under analysis only. */
  readonly variable: Variable | null;
  private readonly stand: Tensor | null;
  /** What the host last wrote, where the host is the only one who writes (a learning rate). */
  hostValue: number | null = null;

  constructor(settings: VariableSettings, madeAt: Span | null) {
    super();
    this.shape = settings.shape;
    this.dtype = settings.dtype ?? 'float32';
    this.autocast = settings.autocast ?? true;
    this.name = settings.name;
    this.path = settings.name;
    this.trainable = settings.trainable ?? true;
    this.regularizer = settings.regularizer ?? null;
    this.constraint = settings.constraint ?? null;
    this.madeAt = madeAt;
    const { shape } = settings;
    const { initial } = settings;
    this.variable = isStatic(shape)
      ? new Variable({
          name: settings.name,
          shape,
          dtype: this.dtype,
          trainable: this.trainable,
          initial: typeof initial === 'function' ? () => initial(shape) : initial,
        })
      : null;
    this.stand = this.variable === null ? ops.abstractValue('variable', [], shape, this.dtype) : null;
  }

  /** Its value in a trace. */
  read(trace: Trace): Tensor {
    const value = this.variable === null ? this.stand! : trace.read(this.variable);
    if (value.op !== 'variable') assignedValues.add(value);
    return trace.autocast !== null && this.autocast && isFloating(this.dtype)
      ? ops.cast(value, trace.autocast)
      : value;
  }

  /** Gives it another value in a trace. */
  assign(trace: Trace, value: Tensor): void {
    if (this.variable === null) return;
    trace.assign(this.variable, ops.cast(value, this.dtype));
  }

  /** A number as this variable holds it. */
  kept(value: number): number {
    return this.dtype === 'float64' ? value : Math.fround(value);
  }

  /** Number of elements; null when a dimension is unknown. */
  get size(): number | null {
    return this.variable?.size ?? null;
  }

  setTrainable(trainable: boolean): void {
    touch(this);
    this.trainable = trainable;
  }

  capture(): unknown {
    return { trainable: this.trainable, hostValue: this.hostValue, name: this.name };
  }

  restore(state: unknown): void {
    Object.assign(this, state as Pick<VariableObject, 'trainable' | 'hostValue' | 'name'>);
  }

  join(_state: unknown, _joinValues: (a: Value, b: Value) => Value): void {}
}
