/** The crossentropies of `tensorflow.nn`, which take raw outputs (logits). */
import { ops } from '../../graph/index.ts';
import { dimsAgree, formatShape } from '../../graph/shapes.ts';
import type { Tensor } from '../../graph/tensor.ts';
import { raise, ValueError } from '../../python/errors.ts';
import type { NativeFunction } from '../../python/functions.ts';
import { message } from '../../python/message.ts';
import { explainCall } from '../keras/errors/calledLabels.ts';
import { binaryCrossentropy } from '../keras/losses/binaryCrossentropy.ts';
import { categoricalCrossentropy } from '../keras/losses/categoricalCrossentropy.ts';
import type { LossDefinition } from '../keras/losses/definition.ts';
import { recordLossCall } from '../keras/losses/lossCalls.ts';
import { sparseCategoricalCrossentropy } from '../keras/losses/sparseCategoricalCrossentropy.ts';
import { define } from '../keras/ops/reading.ts';
import { tensorOf } from '../keras/tensors/conversion.ts';
import { tensorflowOperands } from '../keras/tensors/mixedTypes.ts';
import type { Entries } from './rootFunctions.ts';

function crossentropy(
  signature: string,
  definition: LossDefinition,
  compute: (labels: Tensor, logits: Tensor, axis: number) => Tensor,
): NativeFunction {
  const name = signature.slice(0, signature.indexOf('('));
  return define(signature, ([labels, logits, axis], py) => {
    const [outputs, targets] =
      definition === binaryCrossentropy
        ? tensorflowOperands(py, 'multiply', logits, labels)
        : [logits, labels];
    const along = typeof axis === 'number' ? axis : -1;
    const call = () => ({
      name,
      expects: definition.expects,
      isMetric: false,
      parameter: 'labels',
      labels,
      outputs: logits,
      madeAt: null,
    });
    const value = explainCall(py, call, () => compute(tensorOf(py, targets), tensorOf(py, outputs), along));
    recordLossCall(py, { definition, fromLogits: true, object: null, ofLogits: name }, labels, logits);
    return value;
  });
}

function requireLike(labels: Tensor, logits: Tensor): void {
  const isLike =
    labels.shape.length === logits.shape.length &&
    labels.shape.every((size, axis) => dimsAgree(size, logits.shape[axis]));
  if (isLike) return;
  const shapes = `${formatShape(logits.shape)} vs ${formatShape(labels.shape)}`;
  throw raise(ValueError, `\`logits\` and \`labels\` must have the same shape, received (${shapes}).`, {
    code: 'label-shape',
    explanation: message(
      'The labels are {0} and the outputs {1}; `{2}` needs them to match.',
      formatShape(labels.shape),
      formatShape(logits.shape),
      'sigmoid_cross_entropy_with_logits',
    ),
  });
}

/** max(x, 0) - x z + log(1 + e^-|x|), which does not overflow. */
function sigmoidCrossentropy(labels: Tensor, logits: Tensor): Tensor {
  requireLike(labels, logits);
  const linear = ops.sub(ops.relu(logits), ops.mul(logits, labels));
  return ops.add(linear, ops.log1p(ops.exp(ops.neg(ops.abs(logits)))));
}

export const crossentropies: Entries = [
  crossentropy(
    'softmax_cross_entropy_with_logits(labels, logits, axis=-1, name=None)',
    categoricalCrossentropy,
    (labels, logits, axis) =>
      ops.softmaxCrossEntropy(ops.moveAxis(logits, axis, -1), ops.moveAxis(labels, axis, -1)),
  ),
  crossentropy(
    'sparse_softmax_cross_entropy_with_logits(labels, logits, name=None)',
    sparseCategoricalCrossentropy,
    (labels, logits) => ops.sparseSoftmaxCrossEntropy(logits, labels),
  ),
  crossentropy(
    'sigmoid_cross_entropy_with_logits(labels=None, logits=None, name=None)',
    binaryCrossentropy,
    sigmoidCrossentropy,
  ),
].map(made => [made.name, made] as const);
