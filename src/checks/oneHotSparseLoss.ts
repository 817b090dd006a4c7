/** One-hot labels under a sparse loss where the shapes happen to fit. */
import { message } from '../python/message.ts';
import type { Check } from './check.ts';
import { lossPlace } from './edits.ts';
import { madeHere, nameOf, shapeText } from './labels.ts';
import { isSparse } from './lossUse.ts';

const program = (outputs: string, labels: string, fit: string) => `import numpy as np
from keras.models import Sequential
from keras.layers import Dense

X = np.random.random((100, 4, 10))
y = ${labels}

model = Sequential()
model.add(Dense(32, input_shape=(4, 10), activation='relu'))
model.add(Dense(${outputs}, activation='softmax'))
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
${fit}
`;

export const oneHotSparseLoss: Check = {
  code: 'one-hot-sparse-loss',
  severity: 'warning',
  title: 'One-hot labels under a sparse loss',
  documentation: {
    what: 'Labels are one-hot rows, and a sparse crossentropy takes each of their zeros and ones for a class of its own.',
    why: 'Where the model has an axis as long as the rows (steps of a sequence), the shapes fit and nothing is raised: the model learns to answer class 1 at one step and class 0 at the others.',
    fix: 'Pass the class numbers (`argmax` of the rows), one for each step of the output.',
  },
  chinese: {
    title: 'sparse 损失函数使用了 one-hot 标签',
    what: '标签是 one-hot 行，而 sparse 交叉熵把其中每个 0 和 1 都当作一个类别。',
    why: '当模型有一个与行等长的轴（序列的时间步）时，形状恰好吻合，不会报错：模型学到的是在某一步回答类别 1，其余回答类别 0。',
    fix: '传入类别编号（对行取 `argmax`），输出的每一步一个。',
  },
  examples: {
    failing: program(
      '5',
      'np.eye(4)[np.random.randint(0, 4, size=100)]',
      `model.fit(X, y, epochs=10)
#            ^ warning[one-hot-sparse-loss]: one-hot`,
    ),
    fixed: program('5', 'np.random.randint(0, 5, size=(100, 4))', 'model.fit(X, y, epochs=10)'),
    nearMiss: program('2', 'np.eye(4)[np.random.randint(0, 4, size=100)]', 'model.fit(X, y, epochs=10)'),
  },
  *run(context) {
    for (const { output, loss, labels, at, place } of context.trainings) {
      const classes = output.shape.at(-1) ?? null;
      if (loss === null || labels === null || !isSparse(loss) || classes === null || classes <= 2) continue;
      const oneHot = labels.array?.facts.oneHot ?? null;
      if (oneHot === null || oneHot.classes < 2 || labels.shape === null || labels.shape.length < 2) continue;
      yield {
        span: labels.span ?? at,
        message: message(
          '`{0}` {1} is one-hot, and `{2}` takes each 0 and 1 in it for a class number.',
          nameOf(labels, 'y'),
          shapeText(labels),
          loss.name,
        ),
        related: [
          ...madeHere(labels, 'y'),
          { span: lossPlace(loss, place), message: message('The loss is `{0}`.', loss.name) },
        ],
      };
    }
  },
};
