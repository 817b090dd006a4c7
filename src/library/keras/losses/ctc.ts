/** The loss `CTC` and its function `ctc`. */
import { ops } from '../../../graph/index.ts';
import { formatShape } from '../../../graph/shapes.ts';
import { raise, ValueError } from '../../../python/errors.ts';
import { ctcLoss } from './connectionist.ts';
import type { LossDefinition } from './definition.ts';

/** The class that stands for no label. */
const blank = 0;

export const ctc: LossDefinition = {
  className: 'CTC',
  functionName: 'ctc',
  parameters: '',
  defaultName: 'sparse_categorical_crossentropy',
  documentation:
    'How unlikely a sequence of labels is, wherever in the output it stands; class 0 is the blank.',
  source: 'https://keras.io/api/losses/probabilistic_losses/#ctc-class',
  expects: 'sparse',
  probabilities: false,
  compute: () => (yTrue, yPred) => {
    if (yTrue.shape.length !== 2) {
      throw raise(
        ValueError,
        `Targets \`y_true\` are expected to be a tensor of shape \`(batch_size, max_length)\` in integer format. Received: y_true.shape=${formatShape(yTrue.shape)}`,
        { code: 'label-shape' },
      );
    }
    if (yPred.shape.length !== 3) {
      throw raise(
        ValueError,
        `Logits \`y_pred\` are expected to be a tensor of shape \`(batch_size, max_length, num_classes)\`. Received: y_pred.shape=${formatShape(yPred.shape)}`,
        { code: 'label-shape' },
      );
    }
    const lengths = ops.sum(ops.cast(ops.notEqual(yTrue, blank), 'int32'), [-1]);
    const steps = yPred.shape[1] ?? 0;
    const outputs = ops.add(ops.mul(lengths, 0), steps);
    return ctcLoss(yTrue, ops.logSoftmax(yPred, -1), lengths, outputs, blank);
  },
};
