// The same models in tf.LayersModel, trained by its own fit.
import * as tf from '@tensorflow/tfjs';
import { benchData, type EpochRunner } from './measure.ts';
import type { BenchModel } from './models.ts';

function layersOf(name: string): tf.layers.Layer[] {
  const dense = (units: number, activation?: 'relu' | 'softmax') => tf.layers.dense({ units, activation });
  const convolution = (filters: number) => tf.layers.conv2d({ filters, kernelSize: 3, activation: 'relu' });
  switch (name) {
    case '10-32-3':
      return [dense(32, 'relu'), dense(3, 'softmax')];
    case '784-128-10':
      return [dense(128, 'relu'), dense(10, 'softmax')];
    case 'CNN':
      return [
        convolution(32),
        tf.layers.maxPooling2d({ poolSize: 2 }),
        convolution(64),
        tf.layers.maxPooling2d({ poolSize: 2 }),
        tf.layers.flatten(),
        dense(10, 'softmax'),
      ];
    case 'LSTM':
    case 'LSTM 500': {
      const units = name === 'LSTM' ? 64 : 32;
      return [tf.layers.lstm({ units, recurrentInitializer: 'glorotUniform' }), dense(10, 'softmax')];
    }
    case 'wide':
      return [dense(2048, 'relu'), dense(2048, 'relu'), dense(10, 'softmax')];
    case 'embedding':
      return [
        tf.layers.embedding({ inputDim: 5000, outputDim: 32 }),
        tf.layers.globalAveragePooling1d({}),
        dense(16, 'relu'),
        dense(2, 'softmax'),
      ];
    default:
      throw new RangeError(`no such benchmark model: ${name}`);
  }
}

/** A block of one head out of what tf.layers has: attention as two dot products of layers. */
function transformerOf(x: tf.SymbolicTensor): tf.SymbolicTensor {
  const dense = (units: number, activation?: 'relu' | 'softmax') => tf.layers.dense({ units, activation });
  const on = (layer: tf.layers.Layer, ...inputs: tf.SymbolicTensor[]) =>
    layer.apply(inputs.length === 1 ? inputs[0] : inputs) as tf.SymbolicTensor;
  const [q, k, v] = [0, 1, 2].map(() => on(dense(64), x));
  const attention = on(tf.layers.softmax({ axis: -1 }), on(tf.layers.dot({ axes: [2, 2] }), q, k));
  const attended = on(dense(64), on(tf.layers.dot({ axes: [2, 1] }), attention, v));
  const first = on(tf.layers.layerNormalization(), on(tf.layers.add(), x, attended));
  const fed = on(dense(64), on(dense(128, 'relu'), first));
  const second = on(tf.layers.layerNormalization(), on(tf.layers.add(), first, fed));
  return on(dense(10, 'softmax'), on(tf.layers.globalAveragePooling1d({}), second));
}

/** A stem and three residual blocks, with the normalization of tf.layers. */
function residualOf(x: tf.SymbolicTensor): tf.SymbolicTensor {
  const on = (layer: tf.layers.Layer, ...inputs: tf.SymbolicTensor[]) =>
    layer.apply(inputs.length === 1 ? inputs[0] : inputs) as tf.SymbolicTensor;
  const convolve = (value: tf.SymbolicTensor, filters: number, kernelSize: number, strides: number) =>
    on(
      tf.layers.batchNormalization(),
      on(tf.layers.conv2d({ filters, kernelSize, strides, padding: 'same', useBias: false }), value),
    );
  const relu = (value: tf.SymbolicTensor) => on(tf.layers.reLU(), value);
  let value = relu(convolve(x, 16, 3, 1));
  for (const filters of [16, 32, 64]) {
    const strides = filters === 16 ? 1 : 2;
    const through = convolve(relu(convolve(value, filters, 3, strides)), filters, 3, 1);
    const skip = filters === 16 ? value : convolve(value, filters, 1, strides);
    value = relu(on(tf.layers.add(), through, skip));
  }
  return on(
    tf.layers.dense({ units: 10, activation: 'softmax' }),
    on(tf.layers.globalAveragePooling2d({}), value),
  );
}

const graphs: Readonly<Record<string, (x: tf.SymbolicTensor) => tf.SymbolicTensor>> = {
  transformer: transformerOf,
  residual: residualOf,
};

/** An epoch of fit on the current TensorFlow.js backend. */
export function layersRunner(bench: BenchModel): EpochRunner {
  const { x, y } = benchData(bench);
  const inputs = tf.tensor(x, [bench.rows, ...bench.inputShape]);
  const labels = tf.tensor(y, [bench.rows, bench.classes]);
  const input = tf.input({ shape: [...bench.inputShape] });
  let output: tf.SymbolicTensor = input;
  const graph = graphs[bench.name];
  if (graph !== undefined) output = graph(input);
  else for (const layer of layersOf(bench.name)) output = layer.apply(output) as tf.SymbolicTensor;
  const model = tf.model({ inputs: input, outputs: output });
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  return {
    async epoch() {
      const { history } = await model.fit(inputs, labels, { epochs: 1, batchSize: bench.batch, verbose: 0 });
      return history.loss[0] as number;
    },
    dispose() {
      inputs.dispose();
      labels.dispose();
      model.dispose();
    },
  };
}
