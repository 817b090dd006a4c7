/** Labels of -1 and 1 under binary crossentropy, which takes zeros and ones; nothing is raised. */
import { message } from '../python/message.ts';
import type { Check } from './check.ts';
import { dataSetOf, mapElements } from './dataSets.ts';
import { fix, lossPlace } from './edits.ts';
import { features } from './examplePrograms.ts';
import { integerRange, madeHere, nameOf, shapeText } from './labels.ts';
import { throughReshapes } from './layers.ts';
import { isBinary } from './lossUse.ts';

const program = (labels: string, fit: string) => `${features}y = ${labels}

model = Sequential()
model.add(Dense(32, input_dim=10, activation='relu'))
model.add(Dense(1, activation='sigmoid'))
model.compile(loss='binary_crossentropy', optimizer='adam', metrics=['accuracy'])
${fit}
`;

export const labelsOutOfRange: Check = {
  code: 'labels-out-of-range',
  severity: 'warning',
  title: 'Labels outside of what the loss takes',
  documentation: {
    what: 'Labels hold numbers that the loss has no meaning for: -1 and 1 under binary crossentropy. (Class numbers without a unit are an error, `label-range`.)',
    why: 'A crossentropy of a label outside its range is no crossentropy: the loss can fall below 0 without bound.',
    fix: 'Map the labels to 0 and 1: `(y + 1) / 2`.',
  },
  chinese: {
    title: '标签超出损失函数的范围',
    what: '标签中有损失函数无法解释的数：二元交叉熵下的 -1 和 1。（没有对应单元的类别编号会报错，见 `label-range`。）',
    why: '标签超出范围时交叉熵就不再是交叉熵：损失可能无限减小到 0 以下。',
    fix: '把标签映射到 0 和 1：`(y + 1) / 2`。',
  },
  examples: {
    failing: program(
      'np.random.randint(0, 2, size=(100, 1)) * 2 - 1',
      `model.fit(X, y, epochs=10)
#            ^ warning[labels-out-of-range]: expects 0 or 1`,
    ),
    fixed: program('np.random.randint(0, 2, size=(100, 1))', 'model.fit(X, y, epochs=10)'),
    nearMiss: program('(np.random.random((100, 1)) > 0.5) * 1.0', 'model.fit(X, y, epochs=10)'),
  },
  *run(context) {
    for (const { output, loss, labels, fit: call, compile } of context.trainings) {
      const range = integerRange(labels);
      if (loss === null || labels === null || range === null) continue;
      const related = [
        ...madeHere(labels, 'y'),
        { span: lossPlace(loss, compile.span), message: message('The loss is `{0}`.', loss.name) },
      ];
      const span = labels.span ?? call.span;
      // Of labels in a list or dict only the whole is known.
      const text = labels.span === null || labels.text === null ? null : context.code.at(labels.span);
      const sigmoid = throughReshapes(output).op === 'sigmoid' || loss.fromLogits;
      if (isBinary(loss) && sigmoid && range.minimum === -1 && range.maximum === 1) {
        const edits =
          dataSetOf(call) === null
            ? text === null
              ? null
              : [{ span, text: `(${text} + 1) / 2` }]
            : mapElements(context, labels.span, () => ({ y: '(y + 1) / 2' }));
        yield {
          span,
          message: message(
            '`{0}` is {1} integers {2}..{3}, and `{4}` expects 0 or 1.',
            nameOf(labels, 'y'),
            shapeText(labels),
            range.minimum,
            range.maximum,
            loss.name,
          ),
          related,
          fixes: fix('map-signs-to-bits', message('Map the labels -1 and 1 to 0 and 1'), edits, true),
        };
      }
    }
  },
};
