/** Training a model in which nothing is trainable. */

import type { RecordedFit } from '../library/keras/record.ts';
import { message } from '../python/message.ts';
import type { Check, CheckContext } from './check.ts';
import { fix, removeLines } from './edits.ts';
import { threeClasses } from './examplePrograms.ts';

const program = (freeze: string) => `${threeClasses}
model = Sequential()
model.add(Dense(32, input_dim=10, activation='relu'))
model.add(Dense(3, activation='softmax'))
${freeze}
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(X, y, epochs=10)
`;

export const frozenModel: Check = {
  code: 'frozen-model',
  severity: 'warning',
  title: 'Training a frozen model',
  documentation: {
    what: '`fit` is called on a model whose weights are all frozen (`trainable = False`).',
    why: 'There is nothing to change: every epoch costs time and the loss stays where it was.',
    fix: 'Leave the layers that are to learn trainable, and compile again after changing `trainable`.',
  },
  chinese: {
    title: '训练被冻结的模型',
    what: '对所有权重都被冻结（`trainable = False`）的模型调用了 `fit`。',
    why: '没有可以改变的东西：每个 epoch 都花费时间，损失却保持不变。',
    fix: '让需要学习的层保持可训练，并在修改 `trainable` 之后重新编译。',
  },
  examples: {
    failing: program('model.trainable = False').replace(
      'model.fit(X, y, epochs=10)',
      `model.fit(X, y, epochs=10)
#^^^^^^^^^^^^^^^^^^^^^^^^^ warning[frozen-model]: frozen`,
    ),
    fixed: program('model.trainable = True'),
    nearMiss: program('model.layers[0].trainable = False'),
  },
  *run(context) {
    for (const call of context.record.fits) {
      if (call.raised || call.method !== 'fit' || !call.frozen) continue;
      if (context.kerasVersion < 3 && !isFrozenSinceCompile(context, call)) continue;
      const { code } = context;
      const freezing = code
        .all('Assign')
        .find(
          statement =>
            statement.span.end.offset < call.span.start.offset &&
            /\.trainable\s*=\s*False$/.test(code.at(statement.span)),
        );
      yield {
        span: call.span,
        message: message('All weights of this model are frozen: training changes nothing.'),
        related:
          freezing === undefined ? [] : [{ span: freezing.span, message: message('It is frozen here.') }],
        fixes: fix(
          'do-not-freeze',
          message('Do not freeze it'),
          freezing === undefined || code.parent(freezing)?.kind !== 'Module'
            ? null
            : [removeLines(code, freezing.span)],
        ),
      };
    }
  },
};

/**
 * Keras 1 and 2 go by what was trainable when the model was compiled: whether it was frozen then as it is now. No
 * statement behind `compile`, and no function that might be called there, says otherwise.
 */
function isFrozenSinceCompile({ code }: CheckContext, { compile }: RecordedFit): boolean {
  const call = code.callAt(compile?.span ?? null);
  if (call === null) return false;
  const around = code.functionAround(call);
  return code
    .all('Assign')
    .filter(({ targets }) => targets.some(node => node.kind === 'Attribute' && node.attr === 'trainable'))
    .every(
      statement =>
        statement.span.end.offset < call.span.start.offset && code.functionAround(statement) === around,
    );
}
