/** Class numbers that the model has no unit for, where nothing is raised. */
import { message } from '../python/message.ts';
import type { Check } from './check.ts';
import { dataSetOf, mapElements } from './dataSets.ts';
import { fix, lossPlace, setArgument } from './edits.ts';
import { features } from './examplePrograms.ts';
import { integerRange, madeHere, nameOf, shapeText } from './labels.ts';
import { throughReshapes } from './layers.ts';
import { isBinary, isSparse } from './lossUse.ts';

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
    what: 'Labels hold numbers that the loss has no meaning for: -1 and 1 under binary crossentropy, or class numbers without a unit.',
    why: 'A crossentropy of a label outside its range is no crossentropy: the loss can fall below 0 without bound, or becomes NaN, depending on the backend. TensorFlow on a CPU raises for class numbers, on a GPU it goes on with NaN.',
    fix: 'Map the labels to 0 and 1 (`(y + 1) / 2`), number classes from 0, or give the last layer a unit for each class number.',
  },
  chinese: {
    title: '标签超出损失函数的范围',
    what: '标签中有损失函数无法解释的数：二元交叉熵下的 -1 和 1，或者没有对应单元的类别编号。',
    why: '标签超出范围时交叉熵就不再是交叉熵：损失可能无限减小到 0 以下，或者变成 NaN，取决于后端。TensorFlow 在 CPU 上会对类别编号报错，在 GPU 上则带着 NaN 继续。',
    fix: '把标签映射到 0 和 1（`(y + 1) / 2`），类别从 0 开始编号，或者让最后一层为每个类别编号提供一个单元。',
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
    for (const { output, layer, loss, labels, fit: call, compile } of context.trainings) {
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
          fixes: fix(message('Map the labels -1 and 1 to 0 and 1'), edits, true),
        };
      }
      const units = output.shape.at(-1) ?? null;
      if (!isSparse(loss) || units === null || (range.minimum >= 0 && range.maximum < units)) continue;
      const made = layer?.definition?.name === 'Dense' ? context.code.callAt(layer.madeAt) : null;
      const shifted =
        range.minimum === 1 && range.maximum === units && text !== null
          ? [{ span, text: `${text} - 1` }]
          : null;
      yield {
        span,
        message: message(
          '`{0}` is {1} integers {2}..{3}, and the model has classes 0..{4}.',
          nameOf(labels, 'y'),
          shapeText(labels),
          range.minimum,
          range.maximum,
          units - 1,
        ),
        related,
        fixes: [
          ...fix(message('Number the classes from 0'), shifted, true),
          ...(range.minimum < 0
            ? []
            : fix(
                message('Give the last layer {0} units', range.maximum + 1),
                made === null ? null : setArgument(made, 'units', String(range.maximum + 1), 0),
                shifted === null,
              )),
        ],
      };
    }
  },
};
