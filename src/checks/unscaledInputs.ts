/** Pixels or other bytes, 0..255, fed to layers as they are. */
import type { LayerObject } from '../library/keras/layers/base/layerObject.ts';
import type { FunctionalGraph } from '../library/keras/models/functionalGraph.ts';
import { ModelObject } from '../library/keras/models/modelObject.ts';
import type { RecordedData, RecordedFit } from '../library/keras/record.ts';
import type { GraphNode } from '../library/keras/tensors/graphNode.ts';
import { kindOf } from '../library/numpy/dtypes.ts';
import { message } from '../python/message.ts';
import type { Check, CheckContext } from './check.ts';
import { dataSetOf, inputsOf, mapElements, tensorflowName } from './dataSets.ts';
import { type Edit, fix } from './edits.ts';
import { firstReader } from './firstReader.ts';
import { madeHere, nameOf, shapeText } from './labels.ts';
import { activationName, reachable } from './layers.ts';
import { knownGraph } from './outputs.ts';
import { homogeneous, meeting, normalising, passing } from './scales.ts';

const program = (data: string, marker = '', fitted = 'X') => `import numpy as np
from keras.models import Sequential
from keras.layers import Dense

X = ${data}
y = np.random.randint(0, 10, size=100)

model = Sequential()
model.add(Dense(32, input_dim=64, activation='relu'))
model.add(Dense(10, activation='softmax'))
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(${fitted}, y, epochs=10)
${marker}`;

export const unscaledInputs: Check = {
  code: 'unscaled-inputs',
  severity: 'warning',
  title: 'Inputs of 0..255 that are not scaled',
  documentation: {
    what: 'Inputs with values from 0 to 255 go into Dense, convolution or recurrent layers as they are.',
    why: 'The starting weights and the learning rate are made for inputs around 0 and 1. With values in the hundreds the first outputs are huge, softmax saturates, and training is slow, unstable or stuck at guessing.',
    fix: 'Divide by 255, or begin the model with `Rescaling(1./255)`.',
  },
  chinese: {
    title: '0..255 的输入没有缩放',
    what: '0 到 255 的输入值原样进入 Dense、卷积或循环层。',
    why: '初始权重和学习率是为 0 和 1 附近的输入设计的。数值上百时，最初的输出非常大，softmax 饱和，训练缓慢、不稳定，或停留在猜测水平。',
    fix: '除以 255，或者让模型以 `Rescaling(1./255)` 开始。',
  },
  examples: {
    failing: program(
      'np.random.randint(0, 256, size=(100, 64))',
      '#         ^ warning[unscaled-inputs]: 0..255\n',
    ),
    fixed: program('np.random.randint(0, 256, size=(100, 64)) / 255.0'),
    nearMiss: program('np.random.randint(0, 17, size=(100, 64))'),
  },
  *run(context) {
    for (const { data, layer, fit: call } of fedData(context)) {
      const facts = data.array?.facts;
      if (facts === undefined || data.span === null || facts.minimum !== 0 || facts.maximum !== 255) continue;
      if (data.shape === null || data.shape.length < 2 || kindOf(data.array!.dtype) === 'b') continue;
      const met = layer();
      if (met === null || !isOfScript(context, met)) continue;
      yield {
        span: data.span,
        message: message(
          '`{0}` {1} holds values 0..255, and the first layer gets them unscaled.',
          nameOf(data, 'x'),
          shapeText(data),
        ),
        related: [
          ...madeHere(data, 'x'),
          ...(met.madeAt === null
            ? []
            : [{ span: met.madeAt, message: message('This layer meets them first.') }]),
        ],
        fixes: fix(
          'divide-by-255',
          message('Divide by 255'),
          call === null
            ? divided(context, data)
            : dataSetOf(call) === null
              ? divisions(context, data)
              : mappedDivision(context, data),
          true,
        ),
      };
    }
  },
};

/** Data that a model is trained on, with the layer that meets it first. */
interface FedData {
  readonly data: RecordedData;
  readonly layer: () => LayerObject | null;
  /** Null where the script calls the model itself. */
  readonly fit: RecordedFit | null;
}

function* fedData({ record }: CheckContext): Iterable<FedData> {
  for (const fit of record.fits) {
    if (fit.raised || fit.method !== 'fit') continue;
    for (const [index, data] of inputsOf(fit).entries())
      yield { data, layer: () => firstMeeting(fit.model, index), fit };
  }
  const learnt = reachable(record.targets.map(({ tensor }) => tensor));
  // `fit` is told where it gets the data of a model whose layers are known.
  const isFitKnown = record.fits.some(fit => knownGraph(fit.model) !== null);
  for (const { model, inputs, input, outputs, inStep } of record.modelCalls) {
    if (inStep && isFitKnown) continue;
    if (!outputs.some(output => learnt.has(output))) continue;
    const layer = () => (model.graph === null ? firstReader(record, input, outputs) : firstMeeting(model, 0));
    yield { data: inputs, layer, fit: null };
  }
}

/** Whether the script makes the layer itself: models of `keras.applications` take pixels in ways of their own. */
function isOfScript({ code }: CheckContext, layer: LayerObject): boolean {
  const call = code.callAt(layer.madeAt);
  const { name, aliases = [] } = layer.definition!;
  const called = call === null ? '' : code.at(call.func.span).replace(/^.*\./, '');
  return [name, ...aliases].includes(called);
}

function mappedDivision(context: CheckContext, data: RecordedData): Edit[] | null {
  return mapElements(context, data.span, tf => ({ x: `${tf}.cast(x, ${tf}.float32) / 255.0` }));
}

/** Divides what one call is given. TensorFlow divides whole numbers by whole numbers alone. */
function divided(context: CheckContext, { span, text, dtype }: RecordedData): Edit[] | null {
  if (span === null || text === null) return null;
  const simple = /^[\w.]+(\[[^\]]*\])?$/.test(text) ? text : `(${text})`;
  if (dtype?.startsWith('float')) return [{ span, text: `${simple} / 255.0` }];
  const tensorflow = tensorflowName(context);
  return tensorflow === null
    ? null
    : [{ span, text: `${tensorflow}.cast(${text}, ${tensorflow}.float32) / 255.0` }];
}

/** Divides the data in this call and in every other one that uses the same data. */
function divisions(context: CheckContext, data: RecordedData): Edit[] | null {
  if (data.text === null) return null;
  const spans = new Map<number, Edit>();
  for (const { x, validationX } of context.record.fits) {
    for (const other of [...x, ...validationX]) {
      if (other.span === null || other.array === null || other.array.facts.maximum !== 255) continue;
      // Of a pair (`validation_data=(a, b)`) the inputs alone.
      const given = context.code.expressionAt(other.span);
      const span = given?.kind === 'Tuple' ? (given.elts[0]?.span ?? other.span) : other.span;
      const text = context.code.at(span);
      if (context.code.at(other.span) !== other.text && other !== data) continue;
      const simple = /^[\w.]+(\[[^\]]*\])?$/.test(text);
      spans.set(span.start.offset, {
        span,
        text: simple ? `${text} / 255.0` : `(${text}) / 255.0`,
      });
    }
  }
  return [...spans.values()];
}

/** Whether a normalization behind the layer takes the scale away again. */
function isNormalised(graph: FunctionalGraph, layer: LayerObject, { outputs }: GraphNode): boolean {
  if (!homogeneous.has(activationName(layer) ?? 'linear')) return false;
  const readers = graph.nodes.filter(node => node.inputs.some(input => outputs.includes(input)));
  if (readers.length !== 1) return false;
  const [node] = readers;
  const next = graph.layers.find(item => item === node!.operation);
  const name = next?.definition?.name;
  if (next === undefined || name === undefined) return false;
  if (normalising.has(name)) return true;
  const isPassing = passing.has(name) || homogeneous.has(activationName(next) ?? '');
  return isPassing && !meeting.has(name) && isNormalised(graph, next, node!);
}

/** The first layer whose weights meet the input; null where something that may scale stands before it. */
function firstMeeting(model: ModelObject, index: number): LayerObject | null {
  const graph = knownGraph(model);
  let tensor = graph?.inputs[index];
  while (graph !== null && tensor !== undefined) {
    const current = tensor;
    const readers = graph.nodes.filter(node => node.inputs.includes(current));
    if (readers.length !== 1) return null;
    const layer = graph.layers.find(item => item === readers[0]!.operation);
    if (layer === undefined) return null;
    if (layer instanceof ModelObject) return firstMeeting(layer, 0);
    const name = layer.definition?.name;
    if (name === undefined) return null;
    if (meeting.has(name)) return isNormalised(graph, layer, readers[0]!) ? null : layer;
    if (!passing.has(name)) return null;
    tensor = readers[0]!.outputs[0];
  }
  return null;
}
