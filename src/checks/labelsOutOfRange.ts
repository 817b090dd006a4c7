/** Labels of -1 and 1 under binary crossentropy, and in own training loops class numbers without a unit. */

import type { Related } from '../python/errors.ts';
import { message } from '../python/message.ts';
import type { Check, CheckContext, CheckFinding } from './check.ts';
import { dataSetOf, mapElements } from './dataSets.ts';
import { fix, lossPlace, setArgument } from './edits.ts';
import { features } from './examplePrograms.ts';
import { integerRange, madeHere, nameOf, type Range, shapeText } from './labels.ts';
import { throughReshapes } from './layers.ts';
import { isBinary, isSparse } from './lossUse.ts';
import type { Training } from './outputs.ts';

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
    what: 'Labels hold numbers that the loss has no meaning for: -1 and 1 under binary crossentropy, or class numbers without a unit, in a training loop of your own or chosen by the script (`np.where(test, 1, -1)`). (Where such numbers are certain, `fit` refuses them: `label-range`.)',
    why: 'A crossentropy of a label outside its range is no crossentropy: the loss can fall below 0 without bound, or becomes NaN: TensorFlow refuses class numbers without a unit on a CPU, and goes on with NaN on a GPU.',
    fix: 'Map the labels to 0 and 1: `(y + 1) / 2`; give the last layer a unit for each class number.',
  },
  chinese: {
    title: '标签超出损失函数的范围',
    what: '标签中有损失函数无法解释的数：二元交叉熵下的 -1 和 1，或者没有对应单元的类别编号，出现在自己编写的训练循环中，或由脚本自己选定（`np.where(test, 1, -1)`）。（能够确定时 `fit` 会报错，见 `label-range`。）',
    why: '标签超出范围时交叉熵就不再是交叉熵：损失可能无限减小到 0 以下，或者变成 NaN：对于没有对应单元的类别编号，TensorFlow 在 CPU 上会报错，在 GPU 上则带着 NaN 继续。',
    fix: '把标签映射到 0 和 1：`(y + 1) / 2`；让最后一层为每个类别编号提供一个单元。',
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
    for (const training of context.trainings.flatMap(each => judged(context, each))) {
      const { output, loss, labels, fit: call, at, place } = training;
      const range = integerRange(labels);
      if (loss === null || labels === null || range === null) continue;
      const related = [
        ...madeHere(labels, 'y'),
        { span: lossPlace(loss, place), message: message('The loss is `{0}`.', loss.name) },
      ];
      const span = labels.span ?? at;
      // Of labels in a list or dict only the whole is known.
      const text = labels.span === null || labels.text === null ? null : context.code.at(labels.span);
      const sigmoid = throughReshapes(output).op === 'sigmoid' || loss.fromLogits;
      if (isSparse(loss) && loss.ignoresClass !== true)
        yield* classesWithoutUnits(context, training, range, related);
      if (isBinary(loss) && sigmoid && range.minimum === -1 && range.maximum <= 1) {
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

/** Labels of training, and those of validation beside them. */
function judged({ code }: CheckContext, training: Training): Training[] {
  const [held, ...others] = training.fit?.validationY ?? [];
  if (held === undefined || others.length > 0) return [training];
  const given = code.expressionAt(held.span);
  const own = given?.kind === 'Tuple' ? given.elts[1] : undefined;
  const labels = own === undefined ? held : { ...held, span: own.span, text: code.at(own.span) };
  return [training, { ...training, labels }];
}

/**
 * Class numbers without a unit: under a loss that the script calls, and labels that \`fit\` gets by a choice of the
 * script. Others \`fit\` refuses before it trains.
 */
function* classesWithoutUnits(
  context: CheckContext,
  { output, layer, labels, at }: Training,
  { minimum, maximum }: Range,
  related: readonly Related[],
): Iterable<CheckFinding> {
  const units = output.shape.at(-1) ?? null;
  if (labels === null || units === null || (minimum >= 0 && maximum < units)) return;
  // One-hot rows and the like are another mistake.
  const rank = labels.shape?.length ?? 0;
  if (rank !== output.shape.length - 1 && labels.shape?.at(-1) !== 1) return;
  const made = layer?.definition?.name === 'Dense' ? context.code.callAt(layer.madeAt) : null;
  yield {
    span: labels.span ?? at,
    message: message(
      '`{0}` is {1} integers {2}..{3}, and the model has classes 0..{4}.',
      nameOf(labels, 'y'),
      shapeText(labels),
      minimum,
      maximum,
      units - 1,
    ),
    related,
    fixes:
      minimum < 0 || made === null
        ? []
        : fix(
            'widen-to-class-numbers',
            message('Give the last layer {0} units', maximum + 1),
            setArgument(context.code, made, 'units', String(maximum + 1), 0),
            true,
          ),
  };
}
