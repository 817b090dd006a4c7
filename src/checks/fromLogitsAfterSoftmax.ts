/** A loss that is told to expect logits, behind a layer that makes probabilities. */
import { makingOf } from '../library/keras/tensors/tensorFacts.ts';
import { message } from '../python/message.ts';
import type { Span } from '../python/syntax.ts';
import type { Check, CheckContext } from './check.ts';
import { fix, lossPlace, removeActivation, removeLayer, setFromLogits, unwrapCall } from './edits.ts';
import { threeOneHot } from './examplePrograms.ts';
import { activationSpan, throughReshapes } from './layers.ts';
import type { LossUse } from './lossUse.ts';

const model = (last: string) => `import keras
${threeOneHot}
model = Sequential()
model.add(Dense(32, input_dim=10, activation='relu'))
model.add(${last})
loss = keras.losses.CategoricalCrossentropy(from_logits=True)`;
const end = `
model.compile(loss=loss, optimizer='adam', metrics=['accuracy'])
model.fit(X, y, epochs=10)
`;

export const fromLogitsAfterSoftmax: Check = {
  code: 'from-logits-after-softmax',
  severity: 'warning',
  title: 'from_logits=True after softmax or sigmoid',
  documentation: {
    what: 'The model ends in a softmax or sigmoid, and the loss has `from_logits=True`.',
    why: 'With `from_logits=True` the loss applies a softmax (or sigmoid) of its own. Applied to probabilities it flattens them: three classes never get more than 0.58, the loss cannot approach 0, and training is slow and stops early.',
    fix: 'Take the activation out of the last layer (numerically the better way), or take `from_logits=True` out of the loss.',
  },
  chinese: {
    title: 'softmax 或 sigmoid 之后使用 from_logits=True',
    what: '模型以 softmax 或 sigmoid 结束，而损失函数设置了 `from_logits=True`。',
    why: '设置 `from_logits=True` 后，损失函数会自己再做一次 softmax（或 sigmoid）。作用在概率上会把它们压平：三个类别时最大不超过 0.58，损失无法接近 0，训练缓慢且过早停滞。',
    fix: '去掉最后一层的激活函数（数值上更好），或者去掉损失函数中的 `from_logits=True`。',
  },
  examples: {
    failing: `${model("Dense(3, activation='softmax')")}
#                                           ^^^^^^^^^^^^^^^^ warning[from-logits-after-softmax]: probabilities${end}`,
    fixed: `${model('Dense(3)')}${end}`,
    nearMiss: `import keras
${threeOneHot}
model = Sequential()
model.add(Dense(32, input_dim=10, activation='relu'))
model.add(Dense(3, activation='softmax'))
loss = keras.losses.CategoricalCrossentropy(from_logits=False)${end}`,
  },
  *run(context) {
    for (const { output, layer, loss, place } of context.outputs) {
      if (loss === null || !loss.fromLogits) continue;
      const last = throughReshapes(output);
      const end = last.op;
      if (end !== 'softmax' && end !== 'sigmoid') continue;
      const madeBy = activationSpan(context, layer) ?? makingOf(last);
      yield {
        span: fromLogitsSpan(context, loss) ?? lossPlace(loss, place),
        message: message(
          'The model outputs probabilities ({0}), and `{1}` takes them for logits: the {0} is applied twice.',
          end,
          loss.name,
        ),
        related: madeBy === null ? [] : [{ span: madeBy, message: message('The {0} is applied here.', end) }],
        fixes: [
          ...fix(
            'take-from-logits-away',
            message('Take from_logits=True out of the loss'),
            setFromLogits(context, loss, false),
            true,
          ),
          ...fix(
            'take-final-activation-away',
            message('Take the {0} out of the model', end),
            layer === null
              ? unwrapCall(context, madeBy)
              : (removeActivation(context, layer) ?? removeLayer(context, layer)),
          ),
        ],
      };
    }
  },
};

function fromLogitsSpan(context: CheckContext, loss: LossUse): Span | null {
  const call = context.code.callAt(loss.madeAt);
  return call?.keywords.find(keyword => keyword.arg === 'from_logits')?.span ?? null;
}
