/** One `argmax` of all rows of predictions where each row has a class of its own. */
import { misreadKey } from '../library/numpy/modelScores.ts';
import { message } from '../python/message.ts';
import type { Check } from './check.ts';
import { fix, setArgument } from './edits.ts';
import { threeClasses } from './examplePrograms.ts';
import { isFlatPlace } from './flow.ts';
import { throughReshapes } from './layers.ts';
import { predictedHere } from './predictedScores.ts';

const program = (line: string, marker = '') => `${threeClasses}
model = Sequential()
model.add(Dense(32, input_dim=10, activation='relu'))
model.add(Dense(3, activation='softmax'))
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(X, y, epochs=10)
${line}
${marker}`;

export const argmaxWithoutAxis: Check = {
  code: 'argmax-without-axis',
  severity: 'warning',
  title: 'argmax of all predictions together',
  documentation: {
    what: '`np.argmax` is taken of the predictions of several samples without an `axis`.',
    why: 'Without an axis the rows are laid end to end: the result is one number, the place of the largest probability among all samples, and no class.',
    fix: 'Name the axis of the classes: `np.argmax(predictions, axis=1)`.',
  },
  chinese: {
    title: '对全部预测一起取 argmax',
    what: '对多个样本的预测使用 `np.argmax` 时没有指定 `axis`。',
    why: '不指定轴时，各行首尾相接：结果是一个数，即所有样本中最大概率的位置，而不是类别。',
    fix: '指定类别所在的轴：`np.argmax(predictions, axis=1)`。',
  },
  examples: {
    failing: program(
      'classes = np.argmax(model.predict(X))',
      '#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[argmax-without-axis]: one number\n',
    ),
    fixed: program('classes = np.argmax(model.predict(X), axis=1)'),
    nearMiss: program('first = np.argmax(model.predict(X)[0])'),
  },
  *run({ py, code }) {
    for (const misread of py.state(misreadKey).found) {
      const { kind, output, at, rows } = misread;
      if (kind !== 'argmax' || at === null || rows === null) continue;
      if (throughReshapes(output).op !== 'softmax') continue;
      const call = code.callAt(at);
      // Whoever takes the place apart again into row and class means it.
      if (call !== null && isFlatPlace(code, call)) continue;
      yield {
        span: at,
        message: message('Without an axis this is one number for all {0} predictions, and no class.', rows),
        related: predictedHere(misread),
        fixes: fix(
          'argmax-of-each-row',
          message('Add `axis=1`'),
          call === null ? null : setArgument(code, call, 'axis', '1', null),
          true,
        ),
      };
    }
  },
};
