/** A regression loss between labels and outputs of different width, which broadcasting makes fit. */
import { formatShape } from '../graph/shapes.ts';
import { message } from '../python/message.ts';
import type { Check } from './check.ts';
import { fix, lossPlace, setArgument } from './edits.ts';
import { features } from './examplePrograms.ts';
import { madeHere, nameOf, shapeText } from './labels.ts';
import { isCrossentropy } from './lossUse.ts';

const program = (
  labels: string,
  units: number,
  fit = 'model.fit(X, y, epochs=10)',
) => `${features}y = np.random.random(${labels})

model = Sequential()
model.add(Dense(32, input_dim=10, activation='relu'))
model.add(Dense(${units}))
model.compile(loss='mse', optimizer='adam')
${fit}
`;

export const regressionBroadcast: Check = {
  code: 'regression-broadcast',
  severity: 'warning',
  title: 'Labels and outputs of different width',
  documentation: {
    what: 'Labels and outputs differ in their last axis, and one of them is 1 wide, under a loss such as `mse` or `mae`.',
    why: 'Nothing is raised: the narrow one is repeated (broadcast) across the wide one. Every output is trained towards the same number, or one output towards several numbers at once, of which it can only learn the mean.',
    fix: 'Give the last layer as many units as the labels have columns.',
  },
  chinese: {
    title: '标签与输出的宽度不同',
    what: '在 `mse`、`mae` 之类的损失函数下，标签与输出的最后一个轴不同，且其中之一宽度为 1。',
    why: '不会报错：窄的一方会沿宽的一方重复（广播）。所有输出都朝同一个数训练，或者一个输出同时朝多个数训练，最多只能学到它们的平均值。',
    fix: '让最后一层的单元数等于标签的列数。',
  },
  examples: {
    failing: program(
      '(100, 1)',
      3,
      `model.fit(X, y, epochs=10)
#            ^ warning[regression-broadcast]: repeats`,
    ),
    fixed: program('(100, 1)', 1),
    nearMiss: program('(100, 3)', 3),
  },
  *run(context) {
    for (const { output, layer, loss, labels, at, place, given } of context.trainings) {
      if (
        loss === null ||
        labels?.shape == null ||
        isCrossentropy(loss) ||
        loss.definition.expects === 'sparse'
      )
        continue;
      // Keras 1 and 2 make a column of flat labels; Keras 3 raises or squeezes.
      const flat = labels.shape.length === 1 && context.kerasVersion < 3 && given === null;
      const shape = flat ? [...labels.shape, 1] : labels.shape;
      const [width, units] = [shape.at(-1) ?? null, output.shape.at(-1) ?? null];
      if (shape.length !== output.shape.length || shape.length < 2) continue;
      if (width === null || units === null || width === units || Math.min(width, units) !== 1) continue;
      const made = layer?.definition?.name === 'Dense' ? context.code.callAt(layer.madeAt) : null;
      yield {
        span: labels.span ?? at,
        message: message(
          '`{0}` is {1} and the model outputs {2}: to compare them, `{3}` repeats the narrower one.',
          nameOf(labels, 'y'),
          shapeText(labels),
          formatShape(output.shape),
          loss.name,
        ),
        related: [
          ...madeHere(labels, 'y'),
          { span: lossPlace(loss, place), message: message('The loss is `{0}`.', loss.name) },
          ...(layer?.madeAt == null
            ? []
            : [
                {
                  span: layer.madeAt,
                  message: message('This layer makes the output {0}.', formatShape(output.shape)),
                },
              ]),
        ],
        fixes: fix(
          'widen-for-broadcast-labels',
          message('Give the last layer {0} units', width),
          made === null ? null : setArgument(context.code, made, 'units', String(width), 0),
          true,
        ),
      };
    }
  },
};
