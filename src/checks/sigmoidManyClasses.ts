/** More than two classes as integers under a sigmoid and binary crossentropy. */
import { message } from '../python/message.ts';
import type { Check } from './check.ts';
import { fix, lossPlace, setActivation, setArgument, setLoss, together } from './edits.ts';
import { features } from './examplePrograms.ts';
import { classesOf, integerRange, madeHere, nameOf, shapeText } from './labels.ts';
import { throughReshapes } from './layers.ts';
import { isBinary } from './lossUse.ts';

const model = (
  classes: number,
  units: number,
  activation: string,
  loss: string,
  fit: string,
) => `${features}y = np.random.randint(0, ${classes}, size=(100, 1))

model = Sequential()
model.add(Dense(32, input_dim=10, activation='relu'))
model.add(Dense(${units}, activation='${activation}'))
model.compile(loss='${loss}', optimizer='adam', metrics=['accuracy'])
${fit}
`;

export const sigmoidManyClasses: Check = {
  code: 'sigmoid-many-classes',
  severity: 'warning',
  title: 'Binary crossentropy with more than two classes',
  documentation: {
    what: 'Integer labels of three or more classes are trained with a sigmoid and binary crossentropy.',
    why: 'Binary crossentropy expects 0 or 1. For a label of 2 the loss falls without bound as the output grows: everything is pushed towards 1, and the loss becomes negative.',
    fix: "Give the last layer one unit a class with `activation='softmax'` and use `sparse_categorical_crossentropy`.",
  },
  chinese: {
    title: '两个以上类别使用二元交叉熵',
    what: '三个或更多类别的整数标签用 sigmoid 和二元交叉熵训练。',
    why: '二元交叉熵需要 0 或 1。标签为 2 时，输出越大损失越小且没有下界：所有输出都被推向 1，损失变成负数。',
    fix: "让最后一层每个类别对应一个单元，使用 `activation='softmax'` 和 `sparse_categorical_crossentropy`。",
  },
  examples: {
    failing: model(
      3,
      1,
      'sigmoid',
      'binary_crossentropy',
      `model.fit(X, y, epochs=10)
#            ^ warning[sigmoid-many-classes]: integers 0..2`,
    ),
    fixed: model(3, 3, 'softmax', 'sparse_categorical_crossentropy', 'model.fit(X, y, epochs=10)'),
    nearMiss: model(2, 1, 'sigmoid', 'binary_crossentropy', 'model.fit(X, y, epochs=10)'),
  },
  *run(context) {
    for (const training of context.trainings) {
      const { output, layer, loss, labels, at, place } = training;
      if (loss === null || labels === null || !isBinary(loss)) continue;
      const classes = classesOf(labels);
      const range = integerRange(labels);
      const sigmoid = throughReshapes(output).op === 'sigmoid' || loss.fromLogits;
      if (classes === null || range === null || classes < 3 || !sigmoid) continue;
      const made = layer === null ? null : context.code.callAt(layer.madeAt);
      const dense = made !== null && layer?.definition?.name === 'Dense' && !loss.fromLogits;
      const edits = together(
        dense ? setActivation(context, layer, 'softmax') : null,
        dense ? setArgument(context.code, made, 'units', String(classes), 0) : null,
        setLoss(context, loss, 'sparse_categorical_crossentropy'),
      );
      yield {
        span: labels.span ?? at,
        message: message(
          '`{0}` is {1} integers {2}..{3}, and `{4}` expects 0 or 1.',
          nameOf(labels, 'y'),
          shapeText(labels),
          range.minimum,
          range.maximum,
          loss.name,
        ),
        related: [
          ...madeHere(labels, 'y'),
          { span: lossPlace(loss, place), message: message('The loss is `{0}`.', loss.name) },
        ],
        fixes: fix(
          'sigmoid-to-softmax-of-classes',
          message('Use softmax over {0} units and sparse_categorical_crossentropy', classes),
          edits,
          true,
        ),
      };
    }
  },
};
