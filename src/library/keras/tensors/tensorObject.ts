/** Tensors as Python sees them: symbolic ones of a model under construction, those of a trace, and eager ones. */

import type { HostArray } from '../../../graph/engine.ts';
import { formatShape, type Shape } from '../../../graph/shapes.ts';
import type { Tensor } from '../../../graph/tensor.ts';
import { PyClass } from '../../../python/classes.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import type { Span } from '../../../python/syntax.ts';
import { objectClass } from '../../../python/types.ts';
import { PyObject, PyTuple, Unknown, type Value } from '../../../python/values.ts';
import type { Tracked } from '../ownLoop.ts';
import { currentTrace } from '../trace.ts';
import type { GraphNode } from './graphNode.ts';

/** `keras.KerasTensor` and the tensors that layers pass on; its methods are added by methods.ts. */
export const tensorClass: PyClass = new PyClass('KerasTensor', [objectClass], [], {
  module: 'keras.src.backend.common.keras_tensor',
});
tensorClass.unmodelled = 'all';

/** What TensorFlow calls a tensor outside of models and traced functions; `tf.Tensor` stands for its base. */
export const eagerTensorClass: PyClass = new PyClass('EagerTensor', [tensorClass], [], {
  module: 'tensorflow.python.framework.ops',
  errorName: 'tensorflow.python.framework.ops.EagerTensor',
});

/** Where a symbolic tensor comes from: the call that made it, and its place among that call's outputs. */
export interface History {
  readonly node: GraphNode;
  readonly index: number;
}

export class TensorObject extends PyObject {
  override cls: PyClass = tensorClass;
  /** The graph node; replaced by a constant once its value was read. */
  tensor: Tensor;
  /** Set for tensors of a functional model under construction (`_keras_history`). */
  history: History | null = null;
  /** Which steps count (`_keras_mask`): bool, (batch, steps). */
  mask: TensorObject | null = null;
  /** The value, once it was read from the device. */
  value: HostArray | null = null;
  /** Its place in what a script's own training is brought back from. */
  tracked: Tracked | null = null;
  name: string | null = null;
  readonly madeAt: Span | null;

  constructor(tensor: Tensor, madeAt: Span | null = null) {
    super();
    this.tensor = tensor;
    this.madeAt = madeAt;
  }

  get shape(): Shape {
    return this.tensor.shape;
  }
}

/**
 * A shape as a script reads it. Under analysis a size that is not known is unknown, not None: the run has a number there.
 * Only the batch axis is None in Keras itself, while a model is put together.
 */
export function visibleShape(py: Interpreter, shape: Shape, of: Value = null): PyTuple {
  if (py.running) return shapeTuple(shape);
  const isEager = of instanceof TensorObject && of.history === null && currentTrace(py).purpose === 'session';
  return new PyTuple(
    shape.map((dim, axis) =>
      dim === null && (axis > 0 || isEager) ? new Unknown('this size is not known', 'int') : dim,
    ),
  );
}

/** A shape as a Python tuple. */
export function shapeTuple(shape: Shape): PyTuple {
  return new PyTuple(shape.map(dim => dim as Value));
}

/** `<KerasTensor shape=(None, 3), dtype=float32, sparse=False, name=keras_tensor>` and the like. */
export function tensorText(object: TensorObject): string {
  const { shape, dtype } = object.tensor;
  const name = object.name ?? 'keras_tensor';
  return `<KerasTensor shape=${formatShape(shape)}, dtype=${dtype}, sparse=false, name=${name}>`.replace(
    '=false',
    '=False',
  );
}

const symbolic = new WeakMap<Tensor, boolean>();

/** Whether a value depends on data that comes only when the program runs (placeholders, abstract values). */
export function isSymbolic(tensor: Tensor): boolean {
  const known = symbolic.get(tensor);
  if (known !== undefined) return known;
  const stack: Tensor[] = [tensor];
  while (stack.length > 0) {
    const top = stack[stack.length - 1];
    const open = top.inputs.filter(input => !symbolic.has(input));
    if (open.length > 0) {
      stack.push(...open);
      continue;
    }
    const leaf = top.op === 'placeholder' || top.op === 'abstract';
    symbolic.set(top, leaf || top.shape.includes(null) || top.inputs.some(input => symbolic.get(input)));
    stack.pop();
  }
  return symbolic.get(tensor)!;
}
