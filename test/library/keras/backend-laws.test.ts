/** Metrics, optimizers and initializers on every backend, traced as they are in a step of training. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { initializers } from '../../../src/library/keras/initializers/index.ts';
import { metrics } from '../../../src/library/keras/metrics/index.ts';
import { optimizers } from '../../../src/library/keras/optimizers/index.ts';
import { BackendPrograms, backends } from '../../training/backend-programs.ts';
import {
  faultsOf,
  firstDifference,
  type HeldProgram,
  hold,
  tolerances,
} from '../../training/held-programs.ts';
import { initializerCases } from './initializer-cases.ts';
import { metricCases, metricData } from './metric-cases.ts';
import { fourSteps, optimizerRules } from './optimizer-rules.ts';
import { type TracedFunction, tracedKeras } from './traced.ts';

const nameIn = (call: string) => call.slice(0, call.indexOf('('));

/** `'[0.5 1.  0. ]'` as numbers. */
const numbersIn = (text: string) => text.match(/[\d.]+/g)!.map(Number);

const metricScript = `
import numpy as np
import keras
${metricData}
def measured(make):
    def measure(*data):
        metric = make()
        metric.update_state(*data)
        return metric.result()
    return measure
${metricCases
  .map(
    ([metric, data, value]) =>
      `trace("${metric}", measured(lambda: keras.metrics.${metric}), *[np.asarray(part) for part in (${data},)], wanted=[${numbersIn(value)}])`,
  )
  .join('\n')}
`;

const optimizerScript = `
import numpy as np
import tensorflow as tf
import keras
def trained(optimizer, gradients):
    variable = tf.Variable(np.random.RandomState(0).rand(5), dtype="float32")
    def train():
        for g in gradients:
            optimizer.apply_gradients([(tf.constant(g, dtype="float32"), variable)])
        return tf.identity(variable)
    return train
${optimizerRules
  .map(
    ([optimizer, start, step]) => `
gradients = []
${fourSteps(start, step, 'gradients.append(g)')}
trace("${optimizer}", trained(keras.optimizers.${optimizer}, gradients), wanted=w)`,
  )
  .join('\n')}
`;

/** Initializers whose numbers are no matter of chance. */
const settled: readonly (readonly [string, string, string])[] = [
  ['Zeros()', '(2, 3)', 'np.zeros((2, 3))'],
  ['Ones()', '(2, 3)', 'np.ones((2, 3))'],
  ['Constant(2.5)', '(2, 3)', 'np.full((2, 3), 2.5)'],
  ['Identity(3.0)', '(2, 2)', '3 * np.eye(2)'],
];

/** Products of orthogonal matrices with themselves, of which the shorter side gives the identity. */
const orthogonal: readonly (readonly [string, string])[] = [
  ['(8, 8)', 'False'],
  ['(12, 5)', 'False'],
  ['(5, 12)', 'True'],
  ['(3, 3, 4, 8)', 'False'],
];

const initializerScript = `
import numpy as np
import keras
${initializerCases.map(([made, shape]) => `trace("${made}", lambda: keras.initializers.${made}(${shape}))`).join('\n')}
${settled.map(([made, shape, wanted]) => `trace("${made}", lambda: keras.initializers.${made}(${shape}), wanted=${wanted})`).join('\n')}
def gram(shape, wide):
    q = keras.ops.reshape(keras.initializers.OrthogonalInitializer(2.0)(shape), (-1, shape[-1]))
    return keras.ops.matmul(q, keras.ops.transpose(q)) if wide else keras.ops.matmul(keras.ops.transpose(q), q)
${orthogonal
  .map(
    ([shape, wide]) =>
      `trace("OrthogonalInitializer()", lambda: gram(${shape}, ${wide}), wanted=4 * np.eye(${shape}[0 if ${wide} else -1]))`,
  )
  .join('\n')}
`;

/** How far values worked out by hand, to four decimals, may be off. */
const HAND = 1e-4;

const holdTraced = ({ name, outputs, promised }: TracedFunction): HeldProgram =>
  hold(name, outputs, promised, null);

describe('on every backend', () => {
  let programs: BackendPrograms;
  let metricsTraced: TracedFunction[];
  let optimizersTraced: TracedFunction[];
  let initializersTraced: TracedFunction[];

  beforeAll(async () => {
    programs = await BackendPrograms.start();
    metricsTraced = await tracedKeras(metricScript);
    optimizersTraced = await tracedKeras(optimizerScript);
    initializersTraced = await tracedKeras(initializerScript);
  });

  afterAll(() => programs.stop());

  test('are the metrics, optimizers and initializers of the registries', () => {
    const names = (traced: readonly TracedFunction[]) =>
      [...new Set(traced.map(({ name }) => nameIn(name)))].sort();
    expect(names(metricsTraced)).toEqual(expect.arrayContaining(metrics.map(({ name }) => name).sort()));
    expect(names(optimizersTraced)).toEqual(optimizers.map(({ name }) => name).sort());
    expect(names(initializersTraced)).toEqual(initializers.map(({ name }) => name).sort());
  });

  describe.each(backends)('%s', backend => {
    test('metrics and optimizers give what their definitions give', async () => {
      const traced = [...metricsTraced, ...optimizersTraced];
      const held = traced.map(holdTraced);
      const results = await programs.compute(backend, held);
      const faults = results.flatMap((got, index) => {
        const { name, wanted } = traced[index];
        const different =
          typeof got === 'string'
            ? got
            : firstDifference(got[0].data, wanted!, Math.max(HAND, tolerances[backend] / 10));
        return [
          ...faultsOf(held[index], got, tolerances[backend]),
          ...(different ? [`${name}: ${different}`] : []),
        ];
      });
      expect(faults).toEqual([]);
    });

    test('initializers have the spread that their formulas give', async () => {
      const held = initializersTraced.map(holdTraced);
      const results = await programs.compute(backend, held);
      expect(results.flatMap((got, index) => faultsOf(held[index], got, tolerances[backend]))).toEqual([]);
      const different = results.flatMap((got, index) => {
        const { name, wanted } = initializersTraced[index];
        if (wanted === null || typeof got === 'string') return [];
        const found = firstDifference(got[0].data, wanted, Math.max(HAND, tolerances[backend] / 10));
        return found ? [`${name}: ${found}`] : [];
      });
      expect(different).toEqual([]);
      initializerCases.forEach(([name, , deviation, bound], index) => {
        const [{ data }] = results[index] as readonly { data: readonly number[] }[];
        const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
        const spread = Math.sqrt(data.reduce((sum, value) => sum + (value - mean) ** 2, 0) / data.length);
        const largest = data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
        // Six standard errors of a mean and of a deviation.
        expect(Math.abs(mean), name).toBeLessThan((6 * deviation) / Math.sqrt(data.length));
        expect(Math.abs(spread / deviation - 1), name).toBeLessThan(6 / Math.sqrt(2 * data.length) + 0.005);
        if (bound === null) return;
        expect(largest, name).toBeLessThanOrEqual(bound * 1.0001);
        expect(largest, name).toBeGreaterThan(bound * 0.9);
      });
    });
  });
});
