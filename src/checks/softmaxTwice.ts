/** A softmax or sigmoid of what is already a probability. */
import type { Tensor } from '../graph/tensor.ts';
import type { LayerObject } from '../library/keras/layers/base/layerObject.ts';
import type { ModelObject } from '../library/keras/models/modelObject.ts';
import { message } from '../python/message.ts';
import type { Check } from './check.ts';
import { fix, removeActivation, removeLayer } from './edits.ts';
import { threeOneHot } from './examplePrograms.ts';
import { activationSpan, throughReshapes } from './layers.ts';
import { knownGraph } from './outputs.ts';

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
    const seen = new Set<ModelObject>();
    for (const model of context.record.models) {
      const graph = knownGraph(model);
      if (graph === null || seen.has(model)) continue;
      seen.add(model);
      for (const node of graph.nodes) {
        for (const output of node.outputs) {
          const outer = throughReshapes(output.tensor);
          const inner = isProbability(outer) ? throughScale(outer.inputs[0]!) : null;
          if (inner === null || !isProbability(inner)) continue;
          const layer = graph.layers.find(item => item === node.operation) ?? null;
          const before = layerOf(model, inner);
          const span = activationSpan(context, layer) ?? node.span;
          if (span === null || before === layer) continue;
          const first = activationSpan(context, before);
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
                removeActivation(context, before) ?? removeLayer(context, before),
                true,
              ),
              ...fix(
                'take-second-softmax-away',
                message('Take the second {0} away', outer.op),
                removeActivation(context, layer) ?? removeLayer(context, layer),
              ),
            ],
          };
        }
      }
    }
  },
};

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
function layerOf(model: ModelObject, tensor: Tensor): LayerObject | null {
  const graph = model.graph!;
  const node = graph.nodes.find(item =>
    item.outputs.some(output => throughReshapes(output.tensor) === tensor),
  );
  return graph.layers.find(layer => layer === node?.operation) ?? null;
}
