/** A temperature that divides probabilities instead of logits. */
import { message } from '../python/message.ts';
import type { Check } from './check.ts';
import { fix, removeLayer } from './edits.ts';
import { threeOneHot } from './examplePrograms.ts';
import { activationSpan } from './layers.ts';
import { knownGraph } from './outputs.ts';
import { temperaturesOf } from './temperatures.ts';

const program = (last: string, marker = '') => `import keras.backend as K
from keras.layers import Activation
${threeOneHot}
model = Sequential()
model.add(Dense(32, input_dim=10, activation='relu'))
${last}
${marker}model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(X, y, epochs=10)
`;

/** Layers that may be nothing but a division. */
const divider = new Set<string | undefined>(['Lambda', 'Activation']);

export const temperatureAfterSoftmax: Check = {
  code: 'temperature-after-softmax',
  severity: 'warning',
  title: 'A temperature applied after the softmax',
  documentation: {
    what: 'The result of a softmax is divided by a temperature.',
    why: 'A temperature divides logits: `softmax(logits / T)`. Dividing the probabilities scales them all alike, so they no longer sum to 1 and nothing is softened or sharpened.',
    fix: 'Divide before the softmax.',
  },
  chinese: {
    title: '在 softmax 之后应用温度',
    what: 'softmax 的结果被除以温度。',
    why: '温度应该除 logits：`softmax(logits / T)`。对概率做除法只会同比例缩放，它们之和不再是 1，也没有被软化或锐化。',
    fix: '在 softmax 之前做除法。',
  },
  examples: {
    failing: program(
      "model.add(Dense(3, activation='softmax'))\nmodel.add(Activation(lambda x: x / 2.0))",
      '#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[temperature-after-softmax]: sum to 1\n',
    ),
    fixed: program('model.add(Dense(3))\nmodel.add(Activation(lambda x: K.softmax(x / 2.0)))'),
    nearMiss: program(
      "model.add(Dense(3))\nmodel.add(Activation(lambda x: x / 2.0))\nmodel.add(Dense(3, activation='softmax'))",
    ),
  },
  *run(context) {
    for (const model of context.record.models) {
      for (const output of knownGraph(model)?.outputs ?? []) {
        const divisor = temperaturesOf(output.tensor)?.after.find(value => value !== 1);
        if (divisor === undefined) continue;
        const operation = output.history?.node.operation;
        const layer = knownGraph(model)?.layers.find(item => item === operation) ?? null;
        const span = layer?.madeAt ?? output.history?.node.span ?? null;
        if (span === null) continue;
        const single = divider.has(layer?.definition?.name) && activationSpan(context, layer) !== null;
        yield {
          span,
          message: message(
            'The probabilities are divided by {0} after the softmax: they no longer sum to 1.',
            Number(divisor.toPrecision(6)),
          ),
          fixes: fix(
            'take-late-division-away',
            message('Take the division away'),
            single ? removeLayer(context, layer) : null,
            true,
          ),
        };
      }
    }
  },
};
