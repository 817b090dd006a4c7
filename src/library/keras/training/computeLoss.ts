/** `model.compute_loss`, which custom training steps call. */
import { ops } from '../../../graph/index.ts';
import { raise, ValueError } from '../../../python/errors.ts';
import { method } from '../../../python/functions.ts';
import type { Value } from '../../../python/values.ts';
import { explainCall } from '../errors/calledLabels.ts';
import { chosenLoss } from '../errors/labelUse.ts';
import { calledLabels, type LossObject, lossValue } from '../losses/lossClasses.ts';
import type { ModelObject } from '../models/modelObject.ts';
import { tensorOf, wrap } from '../tensors/conversion.ts';
import { flatten } from '../tensors/graphNode.ts';
import { currentTrace } from '../trace.ts';
import { makeCompileState, orderOutputs, outputNames } from './compileState.ts';
import { recordOutputs } from './stepLoss.ts';

export const computeLoss = method(
  'compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None)',
  ([self, , y, prediction, weight], py) => {
    const model = self as ModelObject;
    const { compiled } = model;
    if (compiled === null) {
      throw raise(ValueError, 'You must call `compile()` before using the model.', { code: 'not-compiled' });
    }
    const tensors = (value: Value) =>
      orderOutputs(value, outputNames(model)).map(item => wrap(py, tensorOf(py, item)));
    const [labels, outputs] = [tensors(y), flatten([prediction]).map(item => wrap(py, tensorOf(py, item)))];
    recordOutputs(py, model, outputs);
    compiled.state ??= makeCompileState(py, model, compiled, labels, outputs);
    const { losses, lossWeights } = compiled.state;
    const trace = currentTrace(py);
    const valueOf = (loss: LossObject, index: number) => {
      const call = () => ({
        ...calledLabels(loss.settingsIfMade?.definition ?? null, labels[index], outputs[index]),
        parameter: 'y',
        madeAt: null,
        chosen: chosenLoss(model),
      });
      return explainCall(py, call, () => lossValue(py, loss, labels[index], outputs[index], weight));
    };
    const parts = losses.flatMap((loss, index) =>
      loss === null ? [] : [ops.mul(valueOf(loss, index), lossWeights[index])],
    );
    for (const variable of model.trainableWeights) {
      if (variable.regularizer !== null) parts.push(variable.regularizer.apply(variable.read(trace)));
    }
    parts.push(...trace.losses.map(loss => ops.sum(loss)));
    if (parts.length === 0) {
      throw raise(ValueError, 'No loss to compute. Provide a `loss` argument in `compile()`.', {
        code: 'no-loss',
      });
    }
    return wrap(
      py,
      parts.reduce((sum, part) => ops.add(sum, part)),
    );
  },
);
