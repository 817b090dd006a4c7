/** Callbacks that watch a validation metric in a training without validation. */
import { message } from '../python/message.ts';
import { callbacksOf, settingOf } from './callbacksOfFit.ts';
import type { Check } from './check.ts';
import { fitProgram } from './deadValidationSplit.ts';
import { fix, quoted, setArgument } from './edits.ts';

const imports = 'from keras.callbacks import EarlyStopping\n\nstop = EarlyStopping(patience=3)\n';
const marker = '#      ^^^^^^^^^^^^^^^^^^^^^^^^^ warning[dead-monitor]: no validation data\n';

export const deadMonitor: Check = {
  code: 'dead-monitor',
  severity: 'warning',
  title: 'A callback that watches what is not measured',
  documentation: {
    what: 'A callback watches `val_loss` (its default) or another validation metric, and `fit` has no validation data.',
    why: 'The value does not exist. Keras prints a warning each epoch and the callback does nothing: training never stops early, the learning rate is never reduced, no best model is saved.',
    fix: "Pass `validation_split` or `validation_data`, or watch `monitor='loss'`.",
  },
  chinese: {
    title: '回调监视了没有测量的指标',
    what: '回调监视 `val_loss`（默认值）或其他验证指标，而 `fit` 没有验证数据。',
    why: '该值不存在。Keras 每个 epoch 打印一次警告，而回调什么也不做：不会提前停止，不会降低学习率，也不会保存最佳模型。',
    fix: "传入 `validation_split` 或 `validation_data`，或者监视 `monitor='loss'`。",
  },
  examples: {
    failing: fitProgram('model.fit(X, y, epochs=10, callbacks=[stop])', `${imports}${marker}`),
    fixed: fitProgram('model.fit(X, y, epochs=10, callbacks=[stop], validation_split=0.2)', imports),
    nearMiss: fitProgram(
      'model.fit(X, y, epochs=10, callbacks=[stop])',
      imports.replace('patience=3', "monitor='loss', patience=3"),
    ),
  },
  *run(context) {
    for (const call of context.record.fits) {
      if (call.raised || call.method !== 'fit') continue;
      const [held, share] = [call.args.get('validation_data'), call.args.get('validation_split')];
      const unsplit =
        share === undefined || share === null || call.spans.get('validation_split') === undefined;
      if (
        (held !== undefined && held !== null) ||
        !unsplit ||
        context.code.callAt(call.span)?.keywords.some(item => item.arg === null)
      )
        continue;
      for (const callback of callbacksOf(call, 'EarlyStopping', 'ReduceLROnPlateau', 'ModelCheckpoint')) {
        const watched = settingOf(callback, 'monitor');
        // A checkpoint that keeps every epoch's model does not look at what it watches.
        if (callback.cls.name === 'ModelCheckpoint' && settingOf(callback, 'save_best_only') !== true)
          continue;
        if (typeof watched !== 'string' || !watched.startsWith('val_')) continue;
        const made = context.code.callAt(callback.madeAt);
        const fitting = context.code.callAt(call.span);
        yield {
          span: callback.madeAt!,
          message: message(
            '`{0}` watches `{1}`, and there is no validation data: it never does anything.',
            callback.cls.name,
            watched,
          ),
          related: [{ span: call.span, message: message('This call passes no validation data.') }],
          fixes: [
            ...fix(
              message('Hold back a fifth: validation_split=0.2'),
              fitting === null ? null : setArgument(fitting, 'validation_split', '0.2'),
              true,
            ),
            ...fix(
              message('Watch `{0}`', watched.slice(4)),
              made === null
                ? null
                : setArgument(
                    made,
                    'monitor',
                    quoted(context.code, watched.slice(4)),
                    callback.cls.name === 'ModelCheckpoint' ? 1 : 0,
                  ),
            ),
          ],
        };
      }
    }
  },
};
