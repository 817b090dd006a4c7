/** Metrics as functions of labels and outputs: `keras.metrics.binary_accuracy` and its like. */
import type { Tensor } from '../../../graph/tensor.ts';
import type { NativeFunction } from '../../../python/functions.ts';
import { lossFunctions } from '../losses/lossClasses.ts';
import { ArgumentReader } from '../objects/arguments.ts';
import { tensorOf, wrap } from '../tensors/conversion.ts';
import { tensorFunction } from '../tensors/operation.ts';
import type { MetricDefinition } from './definition.ts';
import { metrics } from './index.ts';

function functionOf(definition: MetricDefinition): NativeFunction {
  const parameters = definition.parameters === '' ? '' : `, ${definition.parameters}`;
  const made = tensorFunction(
    `${definition.functionName}(y_true, y_pred${parameters})`,
    ([yTrue, yPred, ...values], py) => {
      const names = made.signature.parameters.slice(2).map(parameter => parameter.name);
      const args = new ArgumentReader(
        py,
        definition.functionName!,
        new Map(names.map((name, index) => [name, values[index]])),
      );
      const compute: (yTrue: Tensor, yPred: Tensor) => Tensor = definition.values!(args);
      return wrap(py, compute(tensorOf(py, yTrue), tensorOf(py, yPred)));
    },
  );
  return made;
}

/** Metric functions by name; losses are metrics too. */
export const metricFunctions: ReadonlyMap<string, NativeFunction> = new Map([
  ...lossFunctions,
  ...metrics.flatMap(definition =>
    definition.functionName === undefined ? [] : [[definition.functionName, functionOf(definition)] as const],
  ),
]);
