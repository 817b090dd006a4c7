/** `keras.StatelessScope`: variables take other values inside it, and what is assigned to them stays in it. */
import { formatShape } from '../../../graph/shapes.ts';
import { PyClass } from '../../../python/classes.ts';
import { raise, ValueError } from '../../../python/errors.ts';
import { method, named, property } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { objectClass } from '../../../python/types.ts';
import { PyList, PyObject, type Value } from '../../../python/values.ts';
import { tensorOf, wrap } from '../tensors/conversion.ts';
import { VariableObject } from '../tensors/variableObject.ts';
import { currentTrace, enterTrace, leaveTrace, Trace } from '../trace.ts';

class StatelessScope extends PyObject {
  readonly trace = new Trace('shapes');

  override get cls(): PyClass {
    return statelessScopeClass;
  }
}

function fill(py: Interpreter, scope: StatelessScope, mapping: Value): void {
  for (const pair of mapping === null ? [] : py.collect(mapping)) {
    const [variable, value] = py.collect(pair);
    if (!(variable instanceof VariableObject))
      throw raise(
        ValueError,
        `Invalid reference variable in StatelessScope: all keys in argument \`mapping\` must be KerasVariable instances. Received instead: ${py.str(variable)}`,
      );
    const tensor =
      value instanceof VariableObject ? value.read(currentTrace(py)) : tensorOf(py, value, variable.dtype);
    if (formatShape(tensor.shape) !== formatShape(variable.shape) && !tensor.shape.includes(null))
      throw raise(
        ValueError,
        `Invalid variable value in StatelessScope: all values in argument \`mapping\` must be tensors with a shape that matches the corresponding variable shape. For variable ${py.str(variable)}, received invalid value ${py.str(value)} with shape ${formatShape(tensor.shape)}.`,
      );
    variable.assign(scope.trace, tensor);
  }
}

export const statelessScopeClass: PyClass = new PyClass(
  'StatelessScope',
  [objectClass],
  [
    [
      '__init__',
      method(
        'StatelessScope.__init__(self, state_mapping=None, collect_losses=False, initialize_variables=True)',
        ([self, mapping], py) => {
          fill(py, self as StatelessScope, mapping);
          return null;
        },
      ),
    ],
    ...named(
      method('__enter__(self)', ([self], py) => {
        enterTrace(py, (self as StatelessScope).trace);
        return self;
      }),
      method('__exit__(self, *details)', (_args, py) => {
        leaveTrace(py);
        return null;
      }),
      method('get_current_value(self, variable)', ([self, variable], py) => {
        const { variable: storage } = variable as VariableObject;
        const value = storage === null ? undefined : (self as StatelessScope).trace.assigned.get(storage);
        return value === undefined ? null : wrap(py, value);
      }),
      method('add_update(self, update)', ([self, update], py) => {
        const [variable, value] = py.collect(update);
        (variable as VariableObject).assign((self as StatelessScope).trace, tensorOf(py, value));
        return null;
      }),
      method('add_loss(self, loss)', ([self, loss], py) => {
        (self as StatelessScope).trace.losses.push(tensorOf(py, loss));
        return null;
      }),
    ),
    property(
      'losses',
      (self, py) => new PyList((self as StatelessScope).trace.losses.map(loss => wrap(py, loss))),
    ),
  ],
  { module: 'keras.src.backend.common.stateless_scope', allocate: () => new StatelessScope() },
);
