/** Dense layers in a row with nothing non-linear between them. */
import type { LayerObject } from '../library/keras/layers/base/layerObject.ts';
import { message } from '../python/message.ts';
import type { Check, CheckContext, CheckFinding } from './check.ts';
import { activationTitle, fix, setActivation } from './edits.ts';
import { threeClasses } from './examplePrograms.ts';
import { isLinearDense, linearPairsInCalls, narrows, passing } from './linearLayers.ts';
import { knownGraph } from './outputs.ts';

const program = (first: string, marker = '') => `${threeClasses}
model = Sequential()
model.add(${first})
${marker}model.add(Dense(3, activation='softmax'))
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(X, y, epochs=10)
`;

export const denseWithoutNonlinearity: Check = {
  code: 'dense-without-nonlinearity',
  severity: 'warning',
  title: 'Two Dense layers without a non-linearity between them',
  documentation: {
    what: 'A Dense layer without an activation is followed by another Dense layer, at once or behind Dropout and BatchNormalization, also in a `call` of your own.',
    why: 'Two linear maps after each other are one linear map: the first layer adds parameters and no ability. (A narrow linear layer, a bottleneck, does change what can be learnt and is not reported.)',
    fix: "Give the first layer an activation such as `'relu'`, or leave it out.",
  },
  chinese: {
    title: '两个 Dense 层之间没有非线性',
    what: '没有激活函数的 Dense 层后面又接了一个 Dense 层：直接相接，或中间隔着 Dropout 和 BatchNormalization；自定义的 `call` 中也一样。',
    why: '两个线性映射相继作用仍是一个线性映射：第一层只增加参数，不增加能力。（狭窄的线性层即瓶颈层会改变可学内容，不会提示。）',
    fix: "给第一层加上 `'relu'` 之类的激活函数，或者去掉它。",
  },
  examples: {
    failing: program(
      'Dense(32, input_dim=10)',
      '#         ^^^^^^^^^^^^^^^^^^^^^^^ warning[dense-without-nonlinearity]: no activation\n',
    ),
    fixed: program("Dense(32, input_dim=10, activation='relu')"),
    nearMiss: program('Dense(2, input_dim=10)'),
  },
  *run(context) {
    const graphs = [...context.record.models].map(knownGraph).filter(graph => graph !== null);
    // What another model gives, such as a code or an embedding, is wanted for itself.
    const given = new Set<unknown>(graphs.flatMap(graph => graph.outputs));
    for (const graph of graphs) {
      const read = new Map<unknown, { layer: unknown; output: unknown }[]>();
      for (const node of graph.nodes) {
        for (const input of node.inputs) {
          const readers = read.get(input) ?? [];
          readers.push({ layer: node.operation, output: node.outputs[0] });
          read.set(input, readers);
        }
      }
      for (const node of graph.nodes) {
        const layer = graph.layers.find(item => item === node.operation);
        if (layer === undefined || !isLinearDense(layer) || given.has(node.outputs[0])) continue;
        const next = nextDense(node.outputs[0], read, graph.layers);
        if (next === null || layer.madeAt === null || narrows(layer, next)) continue;
        yield linearPair(context, layer, next);
      }
    }
    for (const { layer, next } of linearPairsInCalls(context.record)) yield linearPair(context, layer, next);
  },
};

function linearPair(context: CheckContext, layer: LayerObject, next: LayerObject): CheckFinding {
  return {
    span: layer.madeAt!,
    message: message(
      'This layer has no activation and feeds another Dense layer: together they are a single linear layer.',
    ),
    related:
      next.madeAt === null ? [] : [{ span: next.madeAt, message: message('The next Dense layer is here.') }],
    fixes: fix('add-nonlinearity', activationTitle('relu'), setActivation(context, layer, 'relu'), true),
  };
}

/** The one Dense layer that reads a tensor, through layers that keep it linear; null where there are others. */
function nextDense(
  from: unknown,
  read: ReadonlyMap<unknown, readonly { layer: unknown; output: unknown }[]>,
  layers: readonly LayerObject[],
): LayerObject | null {
  let current = from;
  for (;;) {
    const readers = read.get(current);
    if (readers?.length !== 1) return null;
    const layer = layers.find(item => item === readers[0]!.layer);
    if (layer?.definition?.name === 'Dense') return layer;
    if (layer?.definition == null || !passing.has(layer.definition.name)) return null;
    current = readers[0]!.output;
  }
}
