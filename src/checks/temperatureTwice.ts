/** The same temperature applied two times before one softmax. */

import type { LayerObject } from '../library/keras/layers/base/layerObject.ts';
import { message } from '../python/message.ts';
import type { Check, CheckContext, CheckFinding } from './check.ts';
import { fix, removeLayer } from './edits.ts';
import { threeOneHot } from './examplePrograms.ts';
import { activationSpan, throughReshapes } from './layers.ts';
import { knownGraph } from './outputs.ts';
import { placeOf, predictedHere, predictedSoftmaxes, takesProbabilities } from './predictedScores.ts';
import { isNumber, temperaturesInside, temperaturesOf } from './temperatures.ts';

const program = (layer: string, marker = '', last = 'K.softmax(x / 2.0)') => `import keras.backend as K
from keras.layers import Activation
${threeOneHot}
model = Sequential()
model.add(Dense(32, input_dim=10, activation='relu'))
model.add(Dense(3))
${layer}model.add(Activation(lambda x: ${last}))
${marker}model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(X, y, epochs=10)
`;

/** Layers that may be nothing but a division. */
const divider = new Set<string | undefined>(['Lambda', 'Activation']);

export const temperatureTwice: Check = {
  code: 'temperature-twice',
  severity: 'warning',
  title: 'A temperature applied twice',
  documentation: {
    what: 'The logits are divided by the same temperature two times before the softmax.',
    why: 'Dividing by T twice is dividing by T²: with T = 2 the softmax is taken at 4.',
    fix: 'Divide once.',
  },
  chinese: {
    title: '重复应用温度',
    what: '在 softmax 之前，logits 被同一个温度除了两次。',
    why: '除以 T 两次等于除以 T²：T = 2 时，softmax 实际使用的是 4。',
    fix: '只除一次。',
  },
  examples: {
    failing: program(
      'model.add(Activation(lambda x: x / 2.0))\n',
      '#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[temperature-twice]: twice\n',
    ),
    fixed: program(''),
    nearMiss: program('model.add(Activation(lambda x: x / 8.0))\n'),
  },
  *run(context) {
    yield* ofPredictions(context);
    for (const model of context.record.models) {
      for (const output of knownGraph(model)?.outputs ?? []) {
        const divisors = temperaturesOf(output.tensor)?.before.filter(value => value !== 1) ?? [];
        const repeated = divisors.find((value, index) => divisors.indexOf(value) !== index);
        if (repeated === undefined) continue;
        const graph = knownGraph(model);
        const operation = output.history?.node.operation;
        const layer: LayerObject | null = graph?.layers.find(item => item === operation) ?? null;
        const span = layer?.madeAt ?? activationSpan(context, layer) ?? output.history?.node.span ?? null;
        if (span === null) continue;
        // The layer before, where all it does is the division.
        const before = output.history?.node.inputs[0]?.history?.node;
        const divides = before !== undefined && throughReshapes(before.outputs[0]!.tensor).op === 'div';
        const first = divides ? (graph?.layers.find(item => item === before.operation) ?? null) : null;
        yield {
          span,
          message: message(
            'The logits are divided by the temperature {0} twice.',
            Number(repeated.toPrecision(6)),
          ),
          related:
            first?.madeAt == null
              ? []
              : [{ span: first.madeAt, message: message('They are divided here already.') }],
          fixes: fix(
            'divide-once',
            message('Divide once'),
            first !== null && divider.has(first.definition?.name) ? removeLayer(context, first) : null,
            true,
          ),
        };
      }
    }
  },
};

/** Predictions that are divided by what the model divides by already, or two times by the same number. */
function* ofPredictions(context: CheckContext): Iterable<CheckFinding> {
  for (const softmax of predictedSoftmaxes(context)) {
    if (takesProbabilities(softmax)) continue;
    const inside = temperaturesInside(softmax.output);
    const repeated = softmax.divisions.find(
      ({ by }, index) =>
        !isNumber(by, 1) &&
        (inside.some(value => isNumber(value, by)) ||
          softmax.divisions.slice(0, index).some(other => isNumber(other.by, by))),
    );
    const span = repeated === undefined ? null : placeOf(context, softmax, repeated);
    if (repeated === undefined || span === null) continue;
    yield {
      span,
      message: message(
        'The logits are divided by the temperature {0} twice.',
        Number(repeated.by.toPrecision(6)),
      ),
      related: predictedHere(softmax),
    };
  }
}
