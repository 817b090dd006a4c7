/** A last layer whose activation gives no probabilities, under a loss that needs them. */
import { makingOf } from '../library/keras/tensors/tensorFacts.ts';
import { message } from '../python/message.ts';
import type { Check } from './check.ts';
import { activationTitle, fix, lossPlace, setActivation } from './edits.ts';
import { threeOneHot } from './examplePrograms.ts';
import { activationName, activationSpan, throughReshapes } from './layers.ts';
import { isBinary, isCrossentropy } from './lossUse.ts';

/** Activations with outputs below 0, above 1, or stuck at 0. */
const unfit = new Set([
  'relu',
  'relu6',
  'leaky_relu',
  'prelu',
  'elu',
  'selu',
  'gelu',
  'silu',
  'mish',
  'tanh',
  'softsign',
]);

const model = (hidden: string, last: string) => `${threeOneHot}
model = Sequential()
model.add(Dense(32, input_dim=10, activation='${hidden}'))
model.add(Dense(3, activation='${last}'))`;
const end = `
model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(X, y, epochs=10)
`;

export const activationNotProbability: Check = {
  code: 'activation-not-probability',
  severity: 'warning',
  title: 'An activation that gives no probabilities',
  documentation: {
    what: 'The last layer of a classifier has an activation such as `relu` or `tanh`, and the loss is a crossentropy of probabilities.',
    why: 'A crossentropy takes the logarithm of a probability. `relu` puts out 0 for many inputs and numbers above 1 for others, `tanh` negative ones: such values are clipped, gradients vanish, and training stalls or ends in NaN.',
    fix: "Use `'softmax'` for classes that exclude each other and `'sigmoid'` for binary crossentropy.",
  },
  chinese: {
    title: '激活函数给出的不是概率',
    what: '分类器的最后一层使用了 `relu` 或 `tanh` 之类的激活函数，而损失函数是概率的交叉熵。',
    why: '交叉熵要对概率取对数。`relu` 对许多输入输出 0，对另一些输出大于 1 的数；`tanh` 会输出负数。这些值会被截断，梯度消失，训练停滞或得到 NaN。',
    fix: "互斥的类别使用 `'softmax'`，二元交叉熵使用 `'sigmoid'`。",
  },
  examples: {
    failing: `${model('relu', 'relu')}
#                             ^^^^^^ warning[activation-not-probability]: probabilities${end}`,
    fixed: `${model('relu', 'softmax')}${end}`,
    nearMiss: `${model('tanh', 'softmax')}${end}`,
  },
  *run(context) {
    for (const { output, layer, loss, place, given } of context.outputs) {
      if (loss === null || !isCrossentropy(loss) || loss.fromLogits) continue;
      const end = throughReshapes(output);
      const name = activationName(layer) ?? (given === null ? null : end.op);
      const span = activationSpan(context, layer) ?? makingOf(end) ?? given;
      if (name === null || !unfit.has(name) || span === null) continue;
      const wanted = isBinary(loss) || output.shape.at(-1) === 1 ? 'sigmoid' : 'softmax';
      yield {
        span,
        message: message(
          '`{0}` expects probabilities, and `{1}` gives none; the last layer needs `{2}`.',
          loss.name,
          name,
          wanted,
        ),
        related: [{ span: lossPlace(loss, place), message: message('The loss is `{0}`.', loss.name) }],
        fixes: fix(
          'end-with-probabilities',
          activationTitle(wanted),
          setActivation(context, layer, wanted),
          true,
        ),
      };
    }
  },
};
