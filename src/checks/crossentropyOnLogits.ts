/** A crossentropy that takes the raw outputs of a linear layer for probabilities. */
import type { Fix } from '../python/errors.ts';
import { message } from '../python/message.ts';
import type { Check, CheckContext } from './check.ts';
import { activationTitle, fix, lossPlace, setActivation, setFromLogits } from './edits.ts';
import { threeOneHot } from './examplePrograms.ts';
import { activationName, endsLinear, isProductOfWeights, throughReshapes } from './layers.ts';
import { isBinary, isCrossentropy } from './lossUse.ts';
import type { OutputLoss } from './outputs.ts';
import { predictedSoftmaxes } from './predictedScores.ts';

const model = (last: string) => `${threeOneHot}
model = Sequential()
model.add(Dense(32, input_dim=10, activation='relu'))
model.add(${last})`;
const end = (loss: string) => `
model.compile(loss=${loss}, optimizer='adam', metrics=['accuracy'])
model.fit(X, y, epochs=10)
`;

export const crossentropyOnLogits: Check = {
  code: 'crossentropy-on-logits',
  severity: 'warning',
  title: 'Crossentropy of raw outputs',
  documentation: {
    what: 'The model ends in a layer without an activation, and the crossentropy is not told so.',
    why: 'Without `from_logits=True` a crossentropy takes the outputs for probabilities between 0 and 1. Raw outputs (logits) can be any number: they are clipped, their logarithm says nothing, and the loss stays high.',
    fix: "Give the last layer `activation='softmax'` (`'sigmoid'` for binary crossentropy), or pass a loss object with `from_logits=True`.",
  },
  chinese: {
    title: '对原始输出计算交叉熵',
    what: '模型以没有激活函数的层结束，而交叉熵并不知道这一点。',
    why: '没有 `from_logits=True` 时，交叉熵把输出当作 0 到 1 之间的概率。原始输出（logits）可以是任何数：它们会被截断，其对数没有意义，损失居高不下。',
    fix: "给最后一层加上 `activation='softmax'`（二元交叉熵用 `'sigmoid'`），或者使用带 `from_logits=True` 的损失函数对象。",
  },
  examples: {
    failing: `${model('Dense(3)')}
#         ^^^^^^^^ warning[crossentropy-on-logits]: raw scores${end("'categorical_crossentropy'")}`,
    fixed: `${model("Dense(3, activation='softmax')")}${end("'categorical_crossentropy'")}`,
    nearMiss: `import keras
${model('Dense(3)')}${end('keras.losses.CategoricalCrossentropy(from_logits=True)')}`,
  },
  *run(context) {
    for (const { output, layer, loss, place, given } of context.outputs) {
      const span = layer?.madeAt ?? (isProductOfWeights(output) ? given : null);
      if (loss === null || span === null || !isCrossentropy(loss) || loss.fromLogits) continue;
      if (!endsLinear(output) || (activationName(layer) ?? 'linear') !== 'linear') continue;
      const units = output.shape.at(-1) ?? null;
      const binary = isBinary(loss);
      if (!binary && units === 1) continue;
      const wanted = binary ? 'sigmoid' : 'softmax';
      yield {
        span,
        message:
          layer === null
            ? message(
                '`{0}` expects probabilities, and these are raw scores, of which no {1} was taken.',
                loss.name,
                wanted,
              )
            : message(
                '`{0}` expects probabilities, and this layer outputs raw scores: it has no {1}.',
                loss.name,
                wanted,
              ),
        related: [
          {
            span: lossPlace(loss, place),
            message: message('`{0}` is used without from_logits=True.', loss.name),
          },
        ],
        fixes: waysOut(context, { output, layer, loss }, wanted),
      };
    }
  },
};

function waysOut(
  context: CheckContext,
  { output, layer, loss }: Pick<OutputLoss, 'output' | 'layer' | 'loss'>,
  wanted: string,
): Fix[] {
  const told = loss === null ? null : setFromLogits(context, loss, true);
  // A script that takes the softmax of what the model predicts means these to be logits.
  const made = throughReshapes(output).origin.layer;
  const isTakenLater =
    told !== null &&
    made !== undefined &&
    predictedSoftmaxes(context).some(softmax => throughReshapes(softmax.output).origin.layer === made);
  const activation = isTakenLater ? null : setActivation(context, layer, wanted);
  return [
    ...fix('add-probability-activation', activationTitle(wanted), activation, true),
    ...fix(
      'say-from-logits',
      message('Tell the loss that these are logits: from_logits=True'),
      told,
      activation === null,
    ),
  ];
}
