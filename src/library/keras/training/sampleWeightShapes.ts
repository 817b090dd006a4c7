/** Weights of samples with an axis that the losses do not have: which argument it is, and what each version says. */
import { formatShape, type Shape } from '../../../graph/shapes.ts';
import { type ErrorDetail, PythonError, raise, ValueError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import type { Value } from '../../../python/values.ts';
import { brackets } from '../errors/graphWords.ts';
import type { LossObject } from '../losses/lossClasses.ts';
import type { ModelObject } from '../models/modelObject.ts';
import { TensorObject } from '../tensors/tensorObject.ts';
import { ofVersion } from '../versionWords.ts';
import { asWritten, DataLeaf, type Template } from './dataSource.ts';

function detailFor(weights: Shape, losses: Shape): ErrorDetail {
  return {
    code: 'invalid-argument',
    blame: { kind: 'argument', name: 'sample_weight' },
    explanation: message(
      'The weights have shape {0}, and the losses that they weigh {1}: one number for each sample.',
      formatShape(weights),
      formatShape(losses),
    ),
  };
}

/** What weights that do not fit the losses raise, blamed on them; anything else as it was. */
export function ofWeights(error: unknown, weights: Shape, losses: Shape): unknown {
  if (!(error instanceof PythonError) || error.detail.code !== 'layer-shape') return error;
  return new PythonError(error.exception, detailFor(weights, losses));
}

/** tf.keras drops the last axis of weights that have one more than the losses. */
export function checkSampleWeight(
  py: Interpreter,
  loss: LossObject,
  weight: Value,
  output: TensorObject,
  { traceRows = null }: Template,
): void {
  const name = loss.settings?.definition?.functionName ?? null;
  if (name === null || !(weight instanceof TensorObject)) return;
  if (ofVersion(py, { 1: true, 2: false, 3: true })) return;
  const { shape } = weight;
  const last = shape.at(-1) ?? null;
  if (shape.length < 2 || shape.length !== output.shape.length || last === null || last === 1) return;
  const traced = brackets([traceRows, ...shape.slice(1)]);
  throw raise(
    ValueError,
    `Can not squeeze dim[${shape.length - 1}], expected a dimension of 1, got ${last} for '{{node ${name}/weighted_loss/Squeeze}} = Squeeze[T=DT_FLOAT, squeeze_dims=[-1]](IteratorGetNext:2)' with input shapes: ${traced}.`,
    detailFor(shape, output.shape.slice(0, -1)),
  );
}

/** Keras 1 takes one number for each sample, unless `compile` says that steps are weighed. */
export function checkWeightsInKeras1(model: ModelObject, { weight }: Template): void {
  const keywords = model.compiled?.site?.node.keywords ?? null;
  const isPlain = keywords?.every(({ arg }) => arg !== null && arg !== 'sample_weight_mode') === true;
  if (!isPlain || !(weight instanceof DataLeaf) || weight.shape.length === 1) return;
  const shape = weight.array === null ? weight.shape : asWritten(weight.array).shape;
  throw raise(
    ValueError,
    `Found a sample_weight array with shape ${formatShape(shape)}. In order to use timestep-wise sample weights, you should specify sample_weight_mode="temporal" in compile(). If you just mean to use sample-wise weights, make sure your sample_weight array is 1D.`,
    detailFor(shape, shape.slice(0, 1)),
  );
}
