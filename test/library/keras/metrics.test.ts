/** Metrics on a few samples, with values worked out by hand from their definitions. */
import { describe, expect, it } from 'vitest';
import { runKeras } from './program.ts';

/** The metric, what it is fed, and what it gives. */
const cases: readonly [string, string, string][] = [
  // Predicted classes 0, 1, 0, 2 against 0, 1, 2, 0.
  ['F1Score()', 'one_hot, scores', '[0.5 1.  0. ]'],
  ["F1Score(average='macro')", 'one_hot, scores', '0.5'],
  // 1 - (1 + 0 + 1) / (26 - 64 / 3)
  ['R2Score()', '[[1.], [4.], [3.]], [[2.], [4.], [4.]]', '0.5714'],
  ['MeanIoU(num_classes=2)', '[0, 0, 1, 1], [0, 1, 0, 1]', '0.3333'],
  ['IoU(num_classes=2, target_class_ids=[0])', '[0, 0, 1, 1], [0, 1, 0, 1], [.3, .3, .3, .1]', '0.3333'],
  // Class 0: 2 of 3, class 1: 1 of 2.
  ['BinaryIoU()', '[0, 1, 0, 1], [.1, .2, .4, .7]', '0.5833'],
  ['PrecisionAtRecall(0.5)', '[0, 0, 0, 1, 1], [0, .3, .8, .3, .8]', '0.5'],
  ['SensitivityAtSpecificity(0.5)', '[0, 0, 0, 1, 1], [0, .3, .8, .3, .8]', '0.5'],
  // Points (1, 1), (0, 0.5), (0, 0): half a unit and a quarter.
  ['AUC(num_thresholds=3)', '[0, 0, 1, 1], [0, .5, .3, .9]', '0.75'],
  ['Precision()', '[0, 1, 1, 1], [1, 0, 1, 1]', '0.6667'],
  ['Recall()', '[0, 1, 1, 1], [1, 0, 1, 1], [0, 0, 1, 0]', '1.0'],
  ['TruePositives()', '[0, 1, 1, 1], [1, 0, 1, 1]', '2.0'],
  ['FalseNegatives(thresholds=[0.2, 0.8])', '[1, 1, 0], [.1, .5, .9]', '[1. 2.]'],
  ['TopKCategoricalAccuracy(k=1)', '[[0, 0, 1], [0, 1, 0]], [[.1, .9, .8], [.05, .95, 0]]', '0.5'],
  ['SparseTopKCategoricalAccuracy(k=2)', '[2, 1], [[.1, .9, .8], [.05, .95, 0]]', '1.0'],
  ['CosineSimilarity(axis=1)', '[[0., 1.], [1., 1.]], [[1., 0.], [1., 1.]]', '0.5'],
  ['RootMeanSquaredError()', '[[0., 1.], [0., 0.]], [[1., 1.], [0., 0.]]', '0.5'],
  // -(2 ln 0.6 + 2 ln 0.4 ... ) over four elements: 0.9163 for the wrong ones, 0.5108 for the right one.
  ['BinaryCrossentropy()', '[[0, 1], [0, 0]], [[.6, .4], [.4, .6]]', '0.8149'],
  ['Mean()', '[1., 3., 5., 7.], [1., 1., 0., 0.]', '2.0'],
  ['Sum()', '[1., 3., 5., 7.], [1., 1., 0., 0.]', '4.0'],
];

describe('metrics', () => {
  it('give what their definitions give', async () => {
    const feeds = cases.map(
      ([metric, data]) => `m = keras.metrics.${metric}
m.update_state(*[np.asarray(part) for part in (${data},)])
print(np.round(m.result().numpy(), 4))`,
    );
    const run = await runKeras(`import numpy as np
import keras
one_hot = np.array([[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 0, 0]], dtype='float32')
scores = np.array([[.6, .3, .1], [.4, .5, .1], [.7, .2, .1], [.1, .2, .7]], dtype='float32')
${feeds.join('\n')}`);
    expect(run.stderr).toBe('');
    const lines = run.stdout.trim().split('\n');
    expect(lines.map((line, index) => `${cases[index][0]} ${line}`)).toEqual(
      cases.map(([metric, , value]) => `${metric} ${value}`),
    );
  });

  it('add up over batches and begin anew after a reset', async () => {
    const run = await runKeras(`import numpy as np
import keras
m = keras.metrics.MeanSquaredError()
m.update_state(np.array([[0.], [0.]]), np.array([[1.], [1.]]))
m.update_state(np.array([[0.]]), np.array([[2.]]))
print(m.result().numpy())
m.reset_state()
m.update_state(np.array([[0.]]), np.array([[3.]]))
print(m.result().numpy())`);
    expect(run.stdout).toBe('2.0\n9.0\n');
  });
});
