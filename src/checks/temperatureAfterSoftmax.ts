/** A temperature that divides probabilities instead of logits. */
import { type Message, message } from '../python/message.ts';
import type { Span } from '../python/syntax.ts';
import type { Check, CheckContext, CheckFinding } from './check.ts';
import { dividedProbabilities } from './dividedProbabilities.ts';
import { type Edit, fix, removeLayer } from './edits.ts';
import { threeOneHot } from './examplePrograms.ts';
import { activationSpan } from './layers.ts';
import { knownGraph } from './outputs.ts';
import {
  logitsInstead,
  placeOf,
  predictedHere,
  predictedSoftmaxes,
  takesProbabilities,
} from './predictedScores.ts';
import { temperaturesOf } from './temperatures.ts';
import { asPower, insideSoftmax, withoutTemperature } from './temperedProbabilities.ts';

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
    what: 'The result of a softmax is divided by a temperature, in the model, as `softmax(model.predict(x) / T)`, or as `softmax(z) / T` that is used as probabilities.',
    why: 'A temperature divides logits: `softmax(logits / T)`. Dividing the probabilities scales them all alike, so they no longer sum to 1 and nothing is softened or sharpened.',
    fix: 'Divide before the softmax. Of probabilities that are there already, logarithms are logits: `softmax(np.log(p) / T)`, which is `p ** (1 / T)` divided by its sum.',
  },
  chinese: {
    title: '在 softmax 之后应用温度',
    what: '在模型中，或者以 `softmax(model.predict(x) / T)`、或者以被当作概率使用的 `softmax(z) / T` 的形式，softmax 的结果被除以温度。',
    why: '温度应该除 logits：`softmax(logits / T)`。对概率做除法只会同比例缩放，它们之和不再是 1，也没有被软化或锐化。',
    fix: '在 softmax 之前做除法。对于已有的概率，其对数就是 logits：`softmax(np.log(p) / T)`，也就是 `p ** (1 / T)` 再除以其总和。',
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
    yield* ofPredictions(context);
    yield* ofProbabilities(context);
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
          message: noLongerProbabilities(divisor),
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

function noLongerProbabilities(divisor: number | string): Message {
  return message(
    'The probabilities are divided by {0} after the softmax: they no longer sum to 1.',
    typeof divisor === 'number' ? Number(divisor.toPrecision(6)) : divisor,
  );
}

/** `model.predict(x) / T` and `softmax(z) / T` that are used as they are. */
function* ofProbabilities(context: CheckContext): Iterable<CheckFinding> {
  for (const found of dividedProbabilities(context)) {
    const { node, divided, temperature } = found;
    yield {
      span: node.span,
      message: noLongerProbabilities(divided.by ?? context.code.at(temperature.span)),
      related: divided.areSoftmaxed ? [] : predictedHere(divided),
      fixes: [
        ...fix(
          'temper-logits',
          message('Divide the logits, inside of the softmax'),
          insideSoftmax(context, found),
          true,
        ),
        ...fix(
          'temper-probabilities',
          message('Take the power, and divide by the sum'),
          asPower(context, found),
          true,
        ),
        ...fix(
          'leave-temperature-away',
          message('Leave the temperature away'),
          withoutTemperature(context, found),
        ),
      ],
    };
  }
}

/** `softmax(model.predict(x) / T)` of a model that ends in a softmax. */
function* ofPredictions(context: CheckContext): Iterable<CheckFinding> {
  for (const softmax of predictedSoftmaxes(context)) {
    if (!takesProbabilities(softmax)) continue;
    const division = softmax.divisions.find(({ by }) => by !== 1);
    const span = division === undefined ? null : placeOf(context, softmax, division);
    if (division === undefined || span === null) continue;
    yield {
      span,
      message: message(
        'The predictions are probabilities, and the temperature {0} divides logits: take their logarithms first.',
        Number(division.by.toPrecision(6)),
      ),
      related: predictedHere(softmax),
      fixes: [
        ...fix(
          'logarithms-of-predictions',
          message('Take their logarithms'),
          withLogarithms(context, span),
          true,
        ),
        ...fix(
          'divide-logits-of-model',
          message('Let the model give logits, and take the softmax here only'),
          logitsInstead(context, softmax),
        ),
      ],
    };
  }
}

/** `p / T` becomes `np.log(p) / T`. */
function withLogarithms({ code }: CheckContext, division: Span): Edit[] | null {
  const node = code.expressionAt(division);
  const numpy = code.module.body
    .flatMap(statement => (statement.kind === 'Import' ? statement.names : []))
    .find(({ name }) => name === 'numpy');
  if (node?.kind !== 'BinOp' || node.op !== 'Div' || numpy === undefined) return null;
  const text = `${numpy.asname ?? 'numpy'}.log(${code.at(node.left.span)})`;
  return [{ span: node.left.span, text }];
}
