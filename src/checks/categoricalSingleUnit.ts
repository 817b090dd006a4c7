/** Categorical crossentropy over one unit, which is 0 whatever the output. */
import type { ModelObject } from '../library/keras/models/modelObject.ts';
import { message } from '../python/message.ts';
import type { Span } from '../python/syntax.ts';
import type { Check } from './check.ts';
import { fix, lossPlace, setActivation, setArgument, setLoss, together } from './edits.ts';
import { twoClasses } from './examplePrograms.ts';
import { classesOf } from './labels.ts';
import { throughReshapes } from './layers.ts';
import { isCategorical } from './lossUse.ts';
import type { Training } from './outputs.ts';

const program = (loss: string, units = 1, activation = 'sigmoid', labels = '') => `${twoClasses}${labels}
model = Sequential()
model.add(Dense(32, input_dim=10, activation='relu'))
model.add(Dense(${units}, activation='${activation}'))
model.compile(loss='${loss}', optimizer='adam')
`;
const marker = `#                  ^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[categorical-single-unit]: always 0
`;
const end = 'model.fit(X, y, epochs=10)\n';

export const categoricalSingleUnit: Check = {
  code: 'categorical-single-unit',
  severity: 'warning',
  title: 'Categorical crossentropy over one unit',
  documentation: {
    what: 'The model has one output unit and is trained with categorical crossentropy.',
    why: 'Categorical crossentropy first divides the outputs by their sum over the classes. With one unit that gives 1, its logarithm is 0, and so is the loss: no weight ever changes.',
    fix: 'For two classes use `binary_crossentropy` with a sigmoid; for more, one unit a class with one-hot labels.',
  },
  chinese: {
    title: '单个单元使用分类交叉熵',
    what: '模型只有一个输出单元，却用分类交叉熵训练。',
    why: '分类交叉熵先把输出除以各类别输出之和。只有一个单元时结果为 1，其对数为 0，损失也为 0：任何权重都不会改变。',
    fix: '二分类请用 sigmoid 和 `binary_crossentropy`；更多类别时每个类别一个单元，并使用 one-hot 标签。',
  },
  examples: {
    failing: `${program('categorical_crossentropy')}${marker}${end}`,
    fixed: `${program('binary_crossentropy')}${end}`,
    nearMiss: `${program('categorical_crossentropy', 2, 'softmax', 'y = np.eye(2)[y.reshape(-1)]\n')}${end}`,
  },
  *run(context) {
    for (const { output, layer, loss, model, place } of context.outputs) {
      if (loss === null || !isCategorical(loss) || loss.fromLogits) continue;
      if (output.shape.at(-1) !== 1 || throughReshapes(output).op === 'softmax') continue;
      const labels = context.trainings.find(other => isOfSameCall(other, model, place))?.labels ?? null;
      const classes = classesOf(labels);
      const call = layer?.definition?.name === 'Dense' ? context.code.callAt(layer.madeAt) : null;
      const wide =
        call === null || classes === null
          ? null
          : setArgument(context.code, call, 'units', String(classes), 0);
      yield {
        span: lossPlace(loss, place),
        message: message('`{0}` over one unit is always 0: the model learns nothing.', loss.name),
        related:
          layer?.madeAt == null
            ? []
            : [{ span: layer.madeAt, message: message('The model ends in one unit.') }],
        fixes: [
          ...(classes !== null && classes > 2
            ? []
            : fix(
                'single-unit-to-binary',
                message('Use sigmoid and binary_crossentropy'),
                together(
                  setActivation(context, layer, 'sigmoid'),
                  setLoss(context, loss, 'binary_crossentropy'),
                ),
                true,
              )),
          ...(classes === null
            ? []
            : fix(
                'single-unit-to-one-a-class',
                message('Use softmax over {0} units and sparse_categorical_crossentropy', classes),
                together(
                  wide,
                  setActivation(context, layer, 'softmax'),
                  setLoss(context, loss, 'sparse_categorical_crossentropy'),
                ),
                classes > 2,
              )),
        ],
      };
    }
  },
};

/** Whether a training is one of the compiled model, or the call of the loss itself. */
function isOfSameCall(training: Training, model: ModelObject | null, place: Span): boolean {
  return model === null ? training.at === place : training.model === model;
}
