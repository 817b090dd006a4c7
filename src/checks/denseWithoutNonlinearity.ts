/** Dense layers in a row with nothing non-linear between them. */
import type { Tensor } from '../graph/tensor.ts';
import type { LayerObject } from '../library/keras/layers/base/layerObject.ts';
import { message } from '../python/message.ts';
import type { Check, CheckContext, CheckFinding } from './check.ts';
import { activationTitle, fix, setActivation } from './edits.ts';
import { threeClasses } from './examplePrograms.ts';
import { activationName, endsLinear } from './layers.ts';
import { knownGraph } from './outputs.ts';

/** Layers that keep a linear map linear, batch normalization at the latest when the model predicts. */
const passing = new Set([
  'Dropout',
  'Identity',
  'ActivityRegularization',
  'InputLayer',
  'BatchNormalization',
]);

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
    for (const model of context.record.models) {
      const graph = knownGraph(model);
      if (graph === null) continue;
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
        if (layer === undefined || !isLinearDense(layer) || graph.outputs.includes(node.outputs[0]!))
          continue;
        const next = nextDense(node.outputs[0], read, graph.layers);
        if (next === null || layer.madeAt === null || narrows(layer, next)) continue;
        yield linearPair(context, layer, next);
      }
    }
    yield* inCalls(context);
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

/** Layers that a `call` of the script's own strings together, as the last training step was traced. */
function* inCalls(context: CheckContext): Iterable<CheckFinding> {
  for (const { model, outputs } of context.record.outputs) {
    const named = new Map(model.allLayers().map(layer => [layer.name, layer]));
    const tensors = reachable(outputs);
    const readers = new Map<Tensor, number>();
    for (const tensor of tensors)
      for (const input of tensor.inputs) readers.set(input, (readers.get(input) ?? 0) + 1);
    const products = tensors.filter(tensor => tensor.op === 'matmul');
    const uses = (layer: LayerObject) => products.filter(item => item.origin.layer === layer.name).length;
    for (const product of products) {
      const next = named.get(product.origin.layer ?? '') ?? null;
      if (next?.definition?.name !== 'Dense') continue;
      const from = onlyRead(product.inputs[0]!, next, readers);
      const layer = from === null ? null : (named.get(from.origin.layer ?? '') ?? null);
      if (from === null || layer === null || layer === next || layer.madeAt === null) continue;
      if (outputs.includes(from) || !isLinearDense(layer) || !endsLinear(from)) continue;
      if (uses(layer) === 1 && !narrows(layer, next)) yield linearPair(context, layer, next);
    }
  }
}

function reachable(outputs: readonly Tensor[]): Tensor[] {
  const found = new Set<Tensor>(outputs);
  // A set goes on with what is added while it is gone through.
  for (const tensor of found) for (const input of tensor.inputs) found.add(input);
  return [...found];
}

/** What a layer reads, before its own reshapes; null where something else reads it too. */
function onlyRead(from: Tensor, reader: LayerObject, readers: ReadonlyMap<Tensor, number>): Tensor | null {
  let current = from;
  for (;;) {
    if (readers.get(current) !== 1) return null;
    const isOwn = current.origin.layer === reader.name && current.inputs.length === 1;
    if (!isOwn && current.op !== 'identity') return current;
    current = current.inputs[0]!;
  }
}

function isLinearDense(layer: LayerObject): boolean {
  return (
    layer.definition?.name === 'Dense' &&
    activationName(layer) === 'linear' &&
    layer.activityRegularizer === null
  );
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

/** A layer narrower than both its neighbours limits the rank: it is there for a reason. */
function narrows(layer: LayerObject, next: LayerObject): boolean {
  const units = layer.lastCall?.outputs[0]?.at(-1) ?? null;
  const before = layer.lastCall?.inputs[0]?.at(-1) ?? null;
  const after = next.lastCall?.outputs[0]?.at(-1) ?? null;
  return units === null || before === null || after === null || units < Math.min(before, after);
}
