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
      return [tf.layers.lstm({ units: 64, recurrentInitializer: 'glorotUniform' }), dense(10, 'softmax')];
    default:
      throw new RangeError(`no such benchmark model: ${name}`);
  }
}

/** An epoch of fit on the current TensorFlow.js backend. */
export function layersRunner(bench: BenchModel): EpochRunner {
  const { x, y } = benchData(bench);
  const inputs = tf.tensor(x, [bench.rows, ...bench.inputShape]);
  const labels = tf.tensor(y, [bench.rows, bench.classes]);
  const input = tf.input({ shape: [...bench.inputShape] });
  let output: tf.SymbolicTensor = input;
  for (const layer of layersOf(bench.name)) output = layer.apply(output) as tf.SymbolicTensor;
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
