/** Validation on the data that the model is trained on. */

import { DatasetObject } from '../library/keras/data/datasetObject.ts';
import type { RecordedData } from '../library/keras/record.ts';
import { message } from '../python/message.ts';
import type { Check } from './check.ts';
import { fix, removeArgument, together } from './edits.ts';
import { threeClasses } from './examplePrograms.ts';
import { nameOf } from './labels.ts';

const program = (split: string, fit: string) => `${threeClasses}${split}
model = Sequential()
model.add(Dense(32, input_dim=10, activation='relu'))
model.add(Dense(3, activation='softmax'))
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
${fit}
`;

export const validationIsTraining: Check = {
  code: 'validation-is-training',
  severity: 'warning',
  title: 'Validation data that is the training data',
  documentation: {
    what: '`validation_data` is the very data that `fit` trains on, or rows of it.',
    why: 'Validation tells how the model does on data it has not seen. On its own training data `val_loss` only repeats `loss`: overfitting stays hidden, early stopping and checkpoints choose by the wrong number.',
    fix: 'Hold some rows back: `validation_split=0.2`, or a separate array.',
  },
  chinese: {
    title: '验证数据就是训练数据',
    what: '`validation_data` 就是 `fit` 用来训练的数据，或者是其中的一些行。',
    why: '验证要说明模型在没见过的数据上表现如何。用训练数据验证时，`val_loss` 只是重复 `loss`：过拟合被掩盖，早停和检查点按错误的数字作出选择。',
    fix: '留出一部分行：`validation_split=0.2`，或者单独的数组。',
  },
  examples: {
    failing: program(
      '',
      `model.fit(X, y, epochs=10, validation_data=(X, y))
#                                          ^^^^^^ warning[validation-is-training]: trains on`,
    ),
    fixed: program('', 'model.fit(X, y, epochs=10, validation_split=0.2)'),
    nearMiss: program(
      'X_val, y_val = X[80:], y[80:]\nX, y = X[:80], y[:80]\n',
      'model.fit(X, y, epochs=10, validation_data=(X_val, y_val))',
    ),
  },
  *run(context) {
    for (const call of context.record.fits) {
      if (call.raised || call.method !== 'fit') continue;
      const held = call.args.get('validation_data') ?? null;
      const isSameSet = held instanceof DatasetObject && held === call.x[0]?.value;
      if (!isSameSet && call.validationX.length === 0) continue;
      const same =
        isSameSet ||
        (call.validationX.length === call.x.length &&
          call.validationX.every((data, index) => isSame(data, call.x[index]!)));
      if (!same) continue;
      const made = context.code.callAt(call.span);
      const removed = made === null ? null : removeArgument(context.code, made, 'validation_data');
      const split = made?.keywords.find(keyword => keyword.arg === 'validation_data');
      const isPart =
        !isSameSet && call.validationX.some((data, index) => data.array !== call.x[index]!.array);
      const isArray = call.x.every(data => data.array !== null);
      const instead =
        !isArray || split === undefined || made?.keywords.some(keyword => keyword.arg === 'validation_split')
          ? null
          : [{ span: split.span, text: 'validation_split=0.2' }];
      yield {
        span: call.spans.get('validation_data') ?? call.span,
        message: isPart
          ? message(
              'The validation data are rows of `{0}`, which the model trains on: val_loss says nothing about new data.',
              nameOf(call.x[0]!, 'x'),
            )
          : message(
              'The validation data is `{0}`, which the model trains on: val_loss says nothing about new data.',
              nameOf(call.x[0]!, 'x'),
            ),
        fixes: [
          ...fix('hold-back-instead', message('Hold back a fifth: validation_split=0.2'), instead, true),
          ...fix(
            'leave-validation-out',
            message('Leave out the validation data'),
            together(removed),
            instead === null,
          ),
        ],
      };
    }
  },
};

/** The same array, or rows of it: a view, or rows at drawn positions. The model then trains on all of them. */
function isSame(held: RecordedData, trained: RecordedData): boolean {
  const [a, b] = [held.array, trained.array];
  if (a === null || b === null) return false;
  if (a === b) return true;
  const isWhole = b.base === null && b.rank === a.rank;
  return isWhole && (a.base === b || a.memory.rows?.of === b.memory);
}
