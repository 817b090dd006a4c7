/** The loss of a traced step: of each output against its labels, what layers added, and the penalties on weights. */
import { ops } from '../../../graph/index.ts';
import type { Tensor } from '../../../graph/tensor.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import { NotKnown, type Value } from '../../../python/values.ts';
import { explainLabels } from '../errors/labels.ts';
import { lossValue } from '../losses/lossClasses.ts';
import { addValues } from '../metrics/metricClasses.ts';
import type { ModelObject } from '../models/modelObject.ts';
import { kerasRecordKey } from '../record.ts';
import { wrap } from '../tensors/conversion.ts';
import type { TensorObject } from '../tensors/tensorObject.ts';
import type { Trace } from '../trace.ts';
import { raiseInWords } from '../versionWords.ts';
import type { CompileState } from './compileState.ts';
import type { Template } from './dataSource.ts';
import { checkSampleWeight } from './sampleWeightShapes.ts';

/** Notes what a model without a graph gives to its losses. */
export function recordOutputs(py: Interpreter, model: ModelObject, outputs: readonly TensorObject[]): void {
  if (py.running || model.graph !== null) return;
  py.state(kerasRecordKey).outputs.push({
    model,
    compile: model.compiled?.record ?? null,
    outputs: outputs.map(({ tensor }) => tensor),
  });
}

/** The scalar that training lowers. */
export function totalLoss(
  py: Interpreter,
  model: ModelObject,
  state: CompileState,
  trace: Trace,
  labels: readonly TensorObject[],
  outputs: readonly TensorObject[],
  weights: readonly (Value | null)[],
  template: Template,
  rows: number | null,
): Tensor {
  const parts: Tensor[] = [];
  recordOutputs(py, model, outputs);
  state.losses.forEach((loss, index) => {
    if (loss === null || labels[index] === undefined) return;
    checkSampleWeight(py, loss, weights[index] ?? null, outputs[index], template);
    const value = explainLabels(
      py,
      { model, loss, output: outputs[index], label: labels[index], labels: labels.length, index, template },
      () => lossValue(py, loss, labels[index], outputs[index], weights[index]),
    );
    const scalar = value.shape.length === 0 ? value : ops.sum(value);
    const tracker = state.outputLosses[index];
    if (tracker) addValues(py, tracker.metric, wrap(py, scalar), rows);
    parts.push(state.lossWeights[index] === 1 ? scalar : ops.mul(scalar, state.lossWeights[index]));
  });
  for (const extra of [...layerLossesIn(model, trace), ...trace.losses]) parts.push(ops.sum(extra));
  if (model.unknownLoss !== null && !py.running) throw new NotKnown(model.unknownLoss);
  if (trace.unknownLoss !== null && !py.running) throw new NotKnown(trace.unknownLoss);
  if (parts.length === 0) {
    const made = model.compiled?.record?.span ?? null;
    throw raiseInWords(
      py,
      {
        2: 'No loss found. You may have forgotten to provide a `loss` argument in the `compile()` method.',
        3: 'No loss to compute. Provide a `loss` argument in `compile()`.',
      },
      {
        code: 'no-loss',
        explanation: message('`compile` was given no loss, so there is nothing that training could lower.'),
        related: made === null ? [] : [{ span: made, message: message('the model is compiled here') }],
      },
    );
  }
  return parts.reduce((sum, part) => ops.add(sum, part));
}

function layerLossesIn(model: ModelObject, trace: Trace): Tensor[] {
  return model.trainableWeights.flatMap(weight =>
    weight.regularizer === null ? [] : [weight.regularizer.apply(weight.read(trace))],
  );
}
