/** `validation_split` beside `validation_data`. */

import { numberOf } from '../library/keras/objects/arguments.ts';
import { message } from '../python/message.ts';
import { Unknown } from '../python/values.ts';
import type { Check } from './check.ts';
import { fix, removeArgument } from './edits.ts';
import { threeClasses } from './examplePrograms.ts';

export const fitProgram = (fit: string, before = '', data = threeClasses): string => `${data}${before}
model = Sequential()
model.add(Dense(32, input_dim=10, activation='relu'))
model.add(Dense(3, activation='softmax'))
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
${fit}
`;

const split = 'X_val, y_val = X[80:], y[80:]\nX, y = X[:80], y[:80]\n';

export const deadValidationSplit: Check = {
  code: 'dead-validation-split',
  severity: 'warning',
  title: 'validation_split beside validation_data',
  documentation: {
    what: '`fit` is given both `validation_data` and `validation_split`.',
    why: 'Keras validates on `validation_data` and ignores the split: all rows are trained on.',
    fix: 'Keep one of the two.',
  },
  chinese: {
    title: '同时使用 validation_split 和 validation_data',
    what: '`fit` 同时得到了 `validation_data` 和 `validation_split`。',
    why: 'Keras 使用 `validation_data` 验证并忽略划分比例：所有行都会用于训练。',
    fix: '只保留其中之一。',
  },
  examples: {
    failing: fitProgram(
      `model.fit(X, y, validation_data=(X_val, y_val), validation_split=0.2)
#                                                                ^^^ warning[dead-validation-split]: no effect`,
      split,
    ),
    fixed: fitProgram('model.fit(X, y, validation_data=(X_val, y_val))', split),
    nearMiss: fitProgram('model.fit(X, y, validation_split=0.2)'),
  },
  *run(context) {
    for (const call of context.record.fits) {
      const share = call.args.get('validation_split') ?? null;
      const held = call.args.get('validation_data') ?? null;
      // Settings that `**options` brings are told at the call.
      const span = call.spans.get('validation_split') ?? call.span;
      if (
        call.raised ||
        held === null ||
        held instanceof Unknown ||
        share === null ||
        share instanceof Unknown
      )
        continue;
      if (!((numberOf(share) ?? 0) > 0)) continue;
      const made = context.code.callAt(call.span);
      const other = call.spans.get('validation_data');
      yield {
        span,
        message: message('validation_split has no effect: validation_data is used instead.'),
        related:
          other === undefined
            ? []
            : [{ span: other, message: message('This is what the model is validated on.') }],
        fixes: [
          ...fix(
            'remove-dead-validation-split',
            message('Remove `{0}`', 'validation_split'),
            made === null ? null : removeArgument(context.code, made, 'validation_split'),
            true,
          ),
          ...fix(
            'remove-validation-data-beside-split',
            message('Remove `{0}`', 'validation_data'),
            made === null ? null : removeArgument(context.code, made, 'validation_data'),
          ),
        ],
      };
    }
  },
};
