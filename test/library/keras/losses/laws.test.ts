/** What holds of every loss on every backend: its shape before and after running, reductions, gradients as finite differences have them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gradients } from '../../../../src/graph/index.ts';
import { losses } from '../../../../src/library/keras/losses/index.ts';
import { BackendPrograms, backends } from '../../../training/backend-programs.ts';
import {
  faultsOf,
  gradientFaultsOf,
  type HeldProgram,
  hold,
  tolerances,
} from '../../../training/held-programs.ts';
import { tracedKeras } from '../traced.ts';

/** Labels and outputs, as Python, that each kind of loss takes: (batch, 3) unless the loss says otherwise. */
const samples: Readonly<Record<string, readonly [string, string]>> = {
  'one-hot': ['np.eye(3, dtype="float32")[[0, 2, 1, 2]]', 'soft'],
  sparse: ['np.array([0, 2, 1, 2], dtype="int32")', 'soft'],
  binary: ['(spread(4, 3) > 0).astype("float32")', '0.5 + 0.4 * spread(4, 3, 1)'],
  same: ['spread(4, 3)', 'spread(4, 3, 1)'],
  'plus-minus-one': ['np.sign(spread(4, 3))', '0.6 * spread(4, 3, 1)'],
  distribution: ['soft[::-1].copy()', 'soft'],
};
const others: Readonly<Record<string, readonly [string, string]>> = {
  CTC: [
    'np.array([[1, 2], [2, 0], [1, 1], [2, 1]], dtype="int32")',
    'spread(4, 6, 1).reshape(4, 6, 1) * spread(1, 3).reshape(1, 1, 3)',
  ],
  MeanSquaredLogarithmicError: ['1 + 0.5 * spread(4, 3)', '1.2 + 0.5 * spread(4, 3, 1)'],
  Poisson: ['1 + spread(4, 3)', '1.5 + spread(4, 3, 1)'],
};

/** Settings of losses besides their own; each must occur. */
const settings: Readonly<Record<string, readonly string[]>> = {
  BinaryCrossentropy: ['from_logits=True', 'label_smoothing=0.1', 'axis=0'],
  BinaryFocalCrossentropy: [
    'from_logits=True',
    'label_smoothing=0.1, gamma=3.0',
    'apply_class_balancing=True, alpha=0.4',
  ],
  CategoricalCrossentropy: ['from_logits=True', 'label_smoothing=0.1', 'axis=0'],
  CategoricalFocalCrossentropy: ['from_logits=True', 'label_smoothing=0.1, gamma=3.0, alpha=0.4'],
  SparseCategoricalCrossentropy: ['from_logits=True'],
  Huber: ['delta=0.3'],
  CosineSimilarity: ['axis=0'],
  Tversky: ['alpha=0.3, beta=0.6'],
};

const script = `
import numpy as np
import keras

def spread(rows, columns, start=0):
    return np.sin(1.7 * np.arange(rows * columns) + 0.3 + start).reshape(rows, columns).astype('float32')

soft = np.exp(spread(4, 3, 2))
soft = (soft / soft.sum(-1, keepdims=True)).astype('float32')

def every_reduction(make):
    each, total, mean = make(reduction='none'), make(reduction='sum'), make(reduction='sum_over_batch_size')
    return lambda y, p: (each(y, p), total(y, p), mean(y, p))

${losses
  .flatMap(({ className, expects }) => {
    const [labels, outputs] = others[className ?? ''] ?? samples[expects];
    return ['', ...(settings[className ?? ''] ?? [])].map(text => {
      const make = `lambda **more: keras.losses.${className}(**more${text === '' ? '' : `, ${text}`})`;
      return `trace('${className} ${text}', every_reduction(${make}), ${labels}, (${outputs}).astype('float32'))`;
    });
  })
  .join('\n')}
`;

describe('the laws of losses', () => {
  let programs: BackendPrograms;
  let held: HeldProgram[];

  beforeAll(async () => {
    const [started, traced] = await Promise.all([BackendPrograms.start(), tracedKeras(script)]);
    programs = started;
    held = traced.map(({ name, outputs, promised, given }) => {
      const [, total] = outputs;
      const prediction = given[1];
      const [gradient] = gradients(total, [prediction.read()]);
      const shapes = promised.map(shape => (shape[0] === null ? [4, ...shape.slice(1)] : shape));
      return hold(name, outputs, shapes, { loss: total, gradients: [gradient!], movable: [prediction] });
    });
  });

  afterAll(() => programs.stop());

  test('speak of every loss with its settings', () => {
    expect(new Set(held.map(({ name }) => name.split(' ')[0]))).toEqual(
      new Set(losses.map(({ className }) => className)),
    );
  });

  test('sums and means are those of the single losses', () => {
    for (const { name, expected } of held) {
      const [each, total, mean] = expected;
      const sum = Array.from(each).reduce((a, b) => a + b, 0);
      expect(total[0], name).toBeCloseTo(sum, 5);
      expect(mean[0], name).toBeCloseTo(sum / each.length, 5);
    }
  });

  test('gradients are those of finite differences', () => {
    expect(held.flatMap(gradientFaultsOf)).toEqual([]);
  });

  test.each(backends)('on %s', async backend => {
    const results = await programs.compute(backend, held);
    expect(results.flatMap((got, index) => faultsOf(held[index], got, tolerances[backend]))).toEqual([]);
  });
});
