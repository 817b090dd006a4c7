/** Rows with several ones under a softmax, which shares a single 1 among the classes. */
import { message } from '../python/message.ts';
import type { Check } from './check.ts';
import { fix, lossPlace, setActivation, setLoss, together } from './edits.ts';
import { features } from './examplePrograms.ts';
import { isMultiHot, madeHere, nameOf, shapeText } from './labels.ts';
import { throughReshapes } from './layers.ts';
import { isCategorical } from './lossUse.ts';

const model = (labels: string, activation: string, loss: string, fit: string) => `${features}y = ${labels}

model = Sequential()
model.add(Dense(32, input_dim=10, activation='relu'))
model.add(Dense(5, activation='${activation}'))
model.compile(loss='${loss}', optimizer='adam')
${fit}
`;
const several = 'np.random.randint(0, 2, size=(100, 5))';

export const softmaxMultiHot: Check = {
  code: 'softmax-multi-hot',
  severity: 'warning',
  title: 'Softmax with several labels a row',
  documentation: {
    what: 'Rows of labels hold several ones, and the model ends in a softmax with categorical crossentropy.',
    why: 'A softmax shares a total of 1 among the classes. Where two labels are true it can at best give each 0.5, so the loss has no sensible minimum and a threshold of 0.5 finds nothing.',
    fix: "Labels that may be true together need `activation='sigmoid'` and `binary_crossentropy`.",
  },
  chinese: {
    title: '一行有多个标签时使用 softmax',
    what: '标签的一行中有多个 1，而模型以 softmax 结束并使用分类交叉熵。',
    why: 'softmax 把总和 1 分给各个类别。两个标签同时为真时，每个最多只能得到 0.5，损失没有合理的最小值，用 0.5 作阈值也找不到结果。',
    fix: "可以同时为真的标签需要 `activation='sigmoid'` 和 `binary_crossentropy`。",
  },
  examples: {
    failing: model(
      several,
      'softmax',
      'categorical_crossentropy',
      `model.fit(X, y, epochs=10)
#            ^ warning[softmax-multi-hot]: several ones`,
    ),
    fixed: model(several, 'sigmoid', 'binary_crossentropy', 'model.fit(X, y, epochs=10)'),
    nearMiss: model(
      'np.eye(5)[np.random.randint(0, 5, size=100)]',
      'softmax',
      'categorical_crossentropy',
      'model.fit(X, y, epochs=10)',
    ),
  },
  *run(context) {
    for (const { output, layer, loss, labels, at, place } of context.trainings) {
      if (loss === null || labels === null || !isCategorical(loss) || !isMultiHot(labels, context.code))
        continue;
      if (throughReshapes(output).op !== 'softmax') continue;
      yield {
        span: labels.span ?? at,
        message: message(
          'Rows of `{0}` {1} hold several ones, and a softmax with `{2}` expects a single one.',
          nameOf(labels, 'y'),
          shapeText(labels),
          loss.name,
        ),
        related: [
          ...madeHere(labels, 'y'),
          { span: lossPlace(loss, place), message: message('The loss is `{0}`.', loss.name) },
        ],
        fixes: fix(
          'multi-hot-to-sigmoid',
          message('Use sigmoid and binary_crossentropy'),
          together(setActivation(context, layer, 'sigmoid'), setLoss(context, loss, 'binary_crossentropy')),
          true,
        ),
      };
    }
  },
};
