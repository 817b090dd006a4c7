/** A temperature below 1: said in passing, because many take it for smoothing. */
import { message } from '../python/message.ts';
import type { Check } from './check.ts';
import { threeOneHot } from './examplePrograms.ts';
import { saysSoften, sharpeningLiterals } from './temperatures.ts';

export const temperatureProgram = (assignment: string, after = ''): string => `import keras.backend as K
${threeOneHot}

def softmax_temperature(x, temperature=1.0):
    return K.softmax(x / temperature)


${assignment}
model = Sequential()
model.add(Dense(32, input_dim=10, activation='relu'))
model.add(Dense(3, activation=lambda x: softmax_temperature(x, temperature)))
${after}model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(X, y, epochs=10)
`;

export const temperatureSharpens: Check = {
  code: 'temperature-sharpens',
  severity: 'hint',
  title: 'A temperature below 1 sharpens',
  documentation: {
    what: 'Logits are divided by a temperature below 1 before a softmax.',
    why: '`softmax(logits / T)` with T < 1 makes large logits larger still: the probabilities move away from uniform, the model looks surer of itself. T > 1 softens. Neither changes the largest class, so accuracy stays the same.',
    fix: 'Nothing, where sharpening is meant. To soften choose T > 1; to calibrate let Kerascope fit T on held-out data.',
  },
  chinese: {
    title: '小于 1 的温度会锐化',
    what: '在 softmax 之前，logits 被除以一个小于 1 的温度。',
    why: 'T < 1 时 `softmax(logits / T)` 会让大的 logits 更大：概率远离均匀分布，模型显得更自信。T > 1 则会软化。两者都不改变最大的类别，因此准确率不变。',
    fix: '如果本意就是锐化，则无需修改。要软化请选择 T > 1；要校准请让 Kerascope 在留出数据上拟合 T。',
  },
  examples: {
    failing: temperatureProgram(`temperature = 0.6
#             ^^^ hint[temperature-sharpens]: T = 0.6 sharpens`),
    fixed: temperatureProgram('temperature = 1.0'),
    nearMiss: temperatureProgram('temperature = 2.0\nrate = 0.6'),
  },
  *run(context) {
    for (const { node, value } of sharpeningLiterals(context)) {
      if (saysSoften(context.code, node)) continue;
      yield {
        span: node.span,
        message: message('T = {0} sharpens: probabilities move away from uniform; T > 1 softens.', value),
      };
    }
  },
};
