/** What tensors and variables say of their shape and element type: in Keras's terms, or in TensorFlow's. */
import type { Interpreter } from '../../../python/interpreter.ts';
import type { PyTuple, Value } from '../../../python/values.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { tensorOf } from './conversion.ts';
import { elementType } from './elementType.ts';
import { TensorObject, visibleShape } from './tensorObject.ts';
import { tensorShape } from './tensorShape.ts';
import { VariableObject, variableClass } from './variableObject.ts';

/** Whether TensorFlow made it: what Keras makes counts too where Keras 2 runs, which knew no tensors of its own. */
function isOfTensorflow(py: Interpreter, self: Value): boolean {
  const isKeras =
    (self instanceof TensorObject && self.history !== null) ||
    (self instanceof VariableObject && self.cls === variableClass);
  const isImported = py.modules.get('tensorflow') !== undefined;
  return isImported && !(isKeras && py.state(kerasVersionKey).current === 3);
}

/** A `TensorShape` for tensors of TensorFlow, else a tuple. */
export function shownShape(py: Interpreter, self: Value): PyTuple {
  const { shape: sizes } = self instanceof VariableObject ? self : tensorOf(py, self);
  const shape = visibleShape(py, sizes, self);
  return isOfTensorflow(py, self) ? tensorShape(shape.items) : shape;
}

/** A `DType` for tensors of TensorFlow, else its name. */
export function shownType(py: Interpreter, self: Value): Value {
  const { dtype } = tensorOf(py, self);
  return isOfTensorflow(py, self) ? elementType(dtype) : dtype;
}
