/** `restore_best_weights` of an early stopping that has no patience. */
import { numberOf } from '../library/keras/objects/arguments.ts';
import { message } from '../python/message.ts';
import { callbacksOf, settingOf } from './callbacksOfFit.ts';
import type { Check } from './check.ts';
import { fitProgram } from './deadValidationSplit.ts';
import { fix, setArgument } from './edits.ts';

const stopping = (settings: string, marker = '') => `from keras.callbacks import EarlyStopping

stop = EarlyStopping(${settings})
${marker}`;
const fit = 'model.fit(X, y, epochs=10, callbacks=[stop], validation_split=0.2)';

export const restoreWithoutPatience: Check = {
  code: 'restore-without-patience',
  severity: 'warning',
  title: 'restore_best_weights without patience',
  documentation: {
    what: '`EarlyStopping(restore_best_weights=True)` has no `patience`.',
    why: 'The default patience is 0: training ends with the first epoch that is no better than the one before. The best weights are then always those of one epoch earlier, and the first wobble of a noisy `val_loss` ends everything.',
    fix: 'Give it some epochs of patience, such as `patience=5`.',
  },
  chinese: {
    title: 'restore_best_weights 没有 patience',
    what: '`EarlyStopping(restore_best_weights=True)` 没有设置 `patience`。',
    why: '默认的 patience 是 0：只要有一个 epoch 没有变好，训练就结束。最佳权重总是前一个 epoch 的权重，`val_loss` 的第一次波动就会终止训练。',
    fix: '给它几个 epoch 的耐心，例如 `patience=5`。',
  },
  examples: {
    failing: fitProgram(
      fit,
      stopping(
        'restore_best_weights=True',
        '#                                         ^^^^ warning[restore-without-patience]: first epoch\n',
      ),
    ),
    fixed: fitProgram(fit, stopping('restore_best_weights=True, patience=5')),
    nearMiss: fitProgram(fit, stopping('patience=3')),
  },
  *run(context) {
    for (const call of context.record.fits) {
      if (call.raised || call.method !== 'fit') continue;
      for (const callback of callbacksOf(call, 'EarlyStopping')) {
        const patience = settingOf(callback, 'patience');
        if (
          settingOf(callback, 'restore_best_weights') !== true ||
          patience === undefined ||
          patience === null ||
          numberOf(patience) !== 0
        )
          continue;
        const made = context.code.callAt(callback.madeAt);
        const span =
          made?.keywords.find(item => item.arg === 'restore_best_weights')?.value.span ?? callback.madeAt!;
        yield {
          span,
          message: message(
            'Without patience training stops at the first epoch that is no better, one epoch after the best.',
          ),
          fixes: fix(
            'add-patience',
            message('Add patience=5'),
            made === null ? null : setArgument(context.code, made, 'patience', '5', 2),
            true,
          ),
        };
      }
    }
  },
};
