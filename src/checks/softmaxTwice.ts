/** A softmax or sigmoid of what is already a probability. */
import type { Tensor } from '../graph/tensor.ts';
import type { LayerObject } from '../library/keras/layers/base/layerObject.ts';
import type { ModelObject } from '../library/keras/models/modelObject.ts';
import { makingOf } from '../library/keras/tensors/tensorFacts.ts';
import { message } from '../python/message.ts';
import type { Span } from '../python/syntax.ts';
import type { Check, CheckContext, CheckFinding } from './check.ts';
import { fix, removeActivation, removeLayer, unwrapCall } from './edits.ts';
import { threeOneHot } from './examplePrograms.ts';
import { activationSpan, reachable, throughReshapes } from './layers.ts';
import { knownGraph, layerOf } from './outputs.ts';
import { predictedSoftmaxes, takesProbabilities } from './predictedScores.ts';

const model = (
  units: string,
  last: string,
) => `${threeOneHot.replace('import Dense', 'import Activation, Dense')}
model = Sequential()
model.add(Dense(32, input_dim=10, activation='relu'))
model.add(${units})
model.add(${last})`;
const end = `
model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(X, y, epochs=10)
`;

export const softmaxTwice: Check = {
  code: 'softmax-twice',
  severity: 'warning',
  title: 'Softmax applied twice',
  documentation: {
    what: 'A softmax or sigmoid is applied to the result of a softmax or sigmoid.',
    why: 'The second one gets numbers between 0 and 1 and flattens them: a softmax over three probabilities stays between 0.21 and 0.58. The model cannot become sure of anything.',
    fix: 'Drop one of the two.',
  },
  chinese: {
    title: '重复使用 softmax',
    what: '对 softmax 或 sigmoid 的结果又做了一次 softmax 或 sigmoid。',
    why: '第二次得到的是 0 到 1 之间的数，会把它们压平：三个概率再做 softmax 后只会在 0.21 到 0.58 之间。模型无法对任何结果有把握。',
    fix: '去掉其中一个。',
  },
  examples: {
    failing: `${model("Dense(3, activation='softmax')", "Activation('softmax')")}
#                    ^^^^^^^^^ warning[softmax-twice]: already${end}`,
    fixed: `${model('Dense(3)', "Activation('softmax')")}${end}`,
    nearMiss: `${model("Dense(3, activation='sigmoid')", "Dense(3, activation='softmax')")}${end}`,
  },
  *run(context) {
    yield* ofPredictions(context);
    for (const { outer, inner, layer, before, place } of chains(context)) {
      const span = activationSpan(context, layer) ?? place;
      const first = activationSpan(context, before) ?? makingOf(inner);
      if (span === null || (layer !== null && before === layer)) continue;
      if (span.start.offset === first?.start.offset && span.end.offset === first.end.offset) continue;
      yield {
        span,
        message: message(
          'The {0} gets values that are probabilities already (from a {1}) and flattens them.',
          outer.op,
          inner.op,
        ),
        related:
          first === null ? [] : [{ span: first, message: message('The first {0} is here.', inner.op) }],
        fixes: [
          ...fix(
            'take-first-softmax-away',
            message('Take the first {0} away', inner.op),
            withoutActivation(context, before, first),
            true,
          ),
          ...fix(
            'take-second-softmax-away',
            message('Take the second {0} away', outer.op),
            withoutActivation(context, layer, span),
          ),
        ],
      };
    }
  },
};

/** A softmax of the script's own of what a model that ends in one gave. */
function* ofPredictions(context: CheckContext): Iterable<CheckFinding> {
  for (const softmax of predictedSoftmaxes(context)) {
    const { predictedAt, at, divisions } = softmax;
    if (!takesProbabilities(softmax) || divisions.length > 0 || predictedAt === null) continue;
    yield {
      span: predictedAt,
      message: message('These are probabilities already, and another softmax flattens them.'),
      related: at === null ? [] : [{ span: at, message: message('The second softmax is here.') }],
      fixes: fix(
        'take-own-softmax-away',
        message('Take the second {0} away', 'softmax'),
        unwrapCall(context, at),
        true,
      ),
    };
  }
}

/** A softmax or sigmoid right behind another one. */
interface Chain {
  readonly outer: Tensor;
  readonly inner: Tensor;
  readonly layer: LayerObject | null;
  readonly before: LayerObject | null;
  /** Where the outer one is, when no layer makes it. */
  readonly place: Span | null;
}

/** Those of models, and those that the script puts together outside of them. */
function* chains({ record }: CheckContext): Iterable<Chain> {
  for (const model of record.models) {
    const graph = knownGraph(model);
    if (graph === null) continue;
    for (const node of graph.nodes) {
      for (const output of node.outputs) {
        const outer = throughReshapes(output.tensor);
        const inner = probabilityBehind(outer);
        if (inner === null) continue;
        const layer = graph.layers.find(item => item === node.operation) ?? null;
        yield { outer, inner, layer, before: layerInModel(model, inner), place: node.span };
      }
    }
  }
  const compared = reachable(record.lossCalls.map(call => call.output));
  for (const outer of new Set([...record.probabilities, ...compared])) {
    const inner = probabilityBehind(outer);
    if (inner === null) continue;
    yield {
      outer,
      inner,
      layer: layerOf(record, outer),
      before: layerOf(record, inner),
      place: makingOf(outer),
    };
  }
}

function probabilityBehind(outer: Tensor): Tensor | null {
  const inner = isProbability(outer) ? throughScale(outer.inputs[0]!) : null;
  return inner !== null && isProbability(inner) ? inner : null;
}

function withoutActivation(context: CheckContext, layer: LayerObject | null, place: Span | null) {
  if (layer === null) return unwrapCall(context, place);
  return removeActivation(context, layer) ?? removeLayer(context, layer);
}

function isProbability(tensor: Tensor): boolean {
  return tensor.op === 'softmax' || tensor.op === 'sigmoid';
}

/** The values that a number alone makes larger or smaller, as a temperature does. */
function throughScale(tensor: Tensor): Tensor {
  const end = throughReshapes(tensor);
  const [values, factor] = end.inputs;
  if ((end.op !== 'div' && end.op !== 'mul') || values === undefined || factor === undefined) return end;
  const number = throughReshapes(factor.op === 'broadcastTo' ? factor.inputs[0]! : factor);
  return number.op === 'constant' && number.shape.every(size => size === 1) ? throughReshapes(values) : end;
}

/** The layer whose output a tensor is. */
function layerInModel(model: ModelObject, tensor: Tensor): LayerObject | null {
  const graph = model.graph!;
  const node = graph.nodes.find(item =>
    item.outputs.some(output => throughReshapes(output.tensor) === tensor),
  );
  return graph.layers.find(layer => layer === node?.operation) ?? null;
}
