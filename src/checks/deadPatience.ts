/** An early stopping whose patience is longer than the training. */
import { numberOf } from '../library/keras/objects/arguments.ts';
import { message } from '../python/message.ts';
import { callbacksOf, settingOf } from './callbacksOfFit.ts';
import type { Check } from './check.ts';
import { fitProgram } from './deadValidationSplit.ts';

const stopping = (patience: number, marker = '') => `from keras.callbacks import EarlyStopping

stop = EarlyStopping(patience=${patience})
${marker}`;
const fit = 'model.fit(X, y, epochs=10, callbacks=[stop], validation_split=0.2)';

export const deadPatience: Check = {
  code: 'dead-patience',
  severity: 'warning',
  title: 'Patience longer than the training',
  documentation: {
    what: 'The `patience` of an `EarlyStopping` is at least the number of epochs.',
    why: 'Training ends before the patience does: the callback can never stop anything. (With `restore_best_weights=True` Keras 3 still restores the best weights at the end, which is not reported.)',
    fix: 'Train for more epochs, or be less patient.',
  },
  chinese: {
    title: 'patience 比训练还长',
    what: '`EarlyStopping` 的 `patience` 不小于 epoch 数。',
    why: '训练会先于耐心结束：该回调永远不会停止任何训练。（设置 `restore_best_weights=True` 时，Keras 3 仍会在结束时恢复最佳权重，这种情况不提示。）',
    fix: '训练更多 epoch，或减小 patience。',
  },
  examples: {
    failing: fitProgram(
      fit,
      stopping(20, '#                             ^^ warning[dead-patience]: never stop\n'),
    ),
    fixed: fitProgram(fit, stopping(3)),
    nearMiss: fitProgram(fit, stopping(9)),
  },
  *run(context) {
    for (const call of context.record.fits) {
      const passed = call.args.get('epochs') ?? null;
      const epochs = passed === null ? null : call.epochs;
      if (call.raised || call.method !== 'fit' || epochs === null || numberOf(passed) === undefined) continue;
      for (const callback of callbacksOf(call, 'EarlyStopping')) {
        const patience = settingOf(callback, 'patience');
        const number = patience === undefined || patience === null ? undefined : numberOf(patience);
        const restores = settingOf(callback, 'restore_best_weights');
        if (
          number === undefined ||
          number < epochs ||
          restores === undefined ||
          (restores === true && context.kerasVersion === 3)
        )
          continue;
        const made = context.code.callAt(callback.madeAt);
        yield {
          span: made?.keywords.find(item => item.arg === 'patience')?.value.span ?? callback.madeAt!,
          message: message('A patience of {0} epochs can never stop a training of {1}.', number, epochs),
          related: [
            {
              span: call.spans.get('epochs') ?? call.span,
              message: message('The training ends with epoch {0}.', epochs),
            },
          ],
        };
      }
    }
  },
};
