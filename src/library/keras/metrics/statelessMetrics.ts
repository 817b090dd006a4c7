/** Metrics without state: the variables come in as tensors, and what they become goes out. */

import type { PyDict } from '../../../python/collections.ts';
import { raise, ValueError } from '../../../python/errors.ts';
import { method, type NativeFunction } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { PyList, type PyTuple, type Value } from '../../../python/values.ts';
import { tensorOf, wrap } from '../tensors/conversion.ts';
import type { VariableObject } from '../tensors/variableObject.ts';
import { Trace, withTrace } from '../trace.ts';
import type { MetricObject } from './metricClasses.ts';

function traceWith(py: Interpreter, metric: MetricObject, values: Value): Trace {
  const trace = new Trace('shapes');
  const given = py.collect(values);
  const { variables } = metric;
  if (given.length !== variables.length)
    throw raise(
      ValueError,
      `Argument \`metric_variables\` must be a list of tensors corresponding 1:1 to ${metric.cls.name}().variables. Received list with length ${given.length}, but expected ${variables.length} variables.`,
    );
  variables.forEach((variable, index) => {
    variable.assign(trace, tensorOf(py, given[index]));
  });
  return trace;
}

const valuesIn = (py: Interpreter, trace: Trace, variables: readonly VariableObject[]): PyList =>
  new PyList(variables.map(variable => wrap(py, variable.read(trace))));

/** A rule of Keras makes its variables at the first update: one that leaves no trace, for as many as there will be. */
function ensureVariables(py: Interpreter, metric: MetricObject, args: readonly Value[], named: PyDict): void {
  if (metric.variables.length > 0) return;
  withTrace(py, new Trace('shapes'), () => py.call(py.getAttribute(metric, 'update_state'), args, named));
}

export const statelessMethods: NativeFunction[] = [
  method(
    'stateless_update_state(self, metric_variables, *args, **kwargs)',
    ([self, values, args, keywords], py) => {
      const metric = self as MetricObject;
      ensureVariables(py, metric, (args as PyTuple).items, keywords as PyDict);
      const trace = traceWith(py, metric, values);
      withTrace(py, trace, () =>
        py.call(py.getAttribute(metric, 'update_state'), (args as PyTuple).items, keywords as PyDict),
      );
      return valuesIn(py, trace, metric.variables);
    },
  ),
  method('stateless_result(self, metric_variables)', ([self, values], py) => {
    const metric = self as MetricObject;
    return withTrace(py, traceWith(py, metric, values), () => py.callMethod(metric, 'result'));
  }),
  method('stateless_reset_state(self)', ([self], py) => {
    const metric = self as MetricObject;
    const trace = new Trace('shapes');
    withTrace(py, trace, () => py.callMethod(metric, 'reset_state'));
    return valuesIn(py, trace, metric.variables);
  }),
];
