import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LayerInside, type NoticeReport, silentMonitor } from '../../../../src/library/keras/monitor.ts';
import { deadShare, histogram, pauseAfter } from '../../../../src/library/keras/training/layerWatch.ts';
import { runKeras } from '../program.ts';

describe('a histogram of numbers', () => {
  it('counts every finite number once, between the smallest and the largest', () => {
    fc.assert(
      fc.property(fc.array(fc.float(), { minLength: 1 }), numbers => {
        const finite = numbers.filter(Number.isFinite);
        const made = histogram([{ data: Float32Array.from(numbers) }]);
        if (finite.length === 0) return made === null;
        expect(made!.counts.reduce((sum, count) => sum + count, 0)).toBe(finite.length);
        expect(made!.from).toBe(Math.min(...finite));
        expect(made!.to).toBe(Math.max(...finite));
        return true;
      }),
    );
  });

  it('has its largest number in the last bin', () => {
    expect(histogram([{ data: Float32Array.of(0, 1) }])!.counts.at(-1)).toBe(1);
  });
});

describe('the share of dead units', () => {
  it('is that of units which are zero for every sample', () => {
    const data = Float32Array.of(0, 1, 0, 0, 0, 0, 2, 0);
    expect(deadShare({ data, shape: [2, 4] })).toBe(0.5);
  });

  it('means nothing where values are not cut off at zero', () => {
    expect(deadShare({ data: Float32Array.of(0, -1), shape: [1, 2] })).toBeNull();
    expect(deadShare({ data: Float32Array.of(1, 2), shape: [1, 2] })).toBeNull();
  });
});

const script = (layers: string, options: string) => `
import numpy as np
import keras
from keras.models import Sequential
from keras.layers import Dense
np.random.seed(2)
X = np.random.random((32, 6))
model = Sequential([
    ${layers}
    Dense(1),
])
model.compile(loss='mse', optimizer=keras.optimizers.SGD(${options}))
model.fit(X, X.sum(axis=1), epochs=3, verbose=0)
`;

async function watch(text: string): Promise<{ layers: LayerInside[][]; notices: NoticeReport[] }> {
  const [layers, notices]: [LayerInside[][], NoticeReport[]] = [[], []];
  const run = await runKeras(text, {
    ...silentMonitor,
    watchesLayers: true,
    onLayers: (_model, _epoch, inside) => layers.push([...inside]),
    onNotice: notice => notices.push(notice),
  });
  expect(run.stderr).toBe('');
  return { layers, notices };
}

it('names layers whose gradients vanish, at their line', async () => {
  const deep = "Dense(6, activation='sigmoid'), ".repeat(12);
  const { notices } = await watch(script(deep, '0.01'));
  const vanishing = notices.filter(({ code }) => code === 'vanishing-gradients');
  expect(vanishing.length).toBeGreaterThan(0);
  expect(vanishing[0]!.line).toBe(9);
});

it('names layers whose gradients explode, and those that are dead', async () => {
  const exploding = await watch(
    script('Dense(8, kernel_initializer=keras.initializers.Constant(1e3)),', '1e-12'),
  );
  expect(exploding.notices.map(({ code }) => code)).toContain('exploding-gradients');
  const dead = await watch(
    script("Dense(8, activation='relu', bias_initializer=keras.initializers.Constant(-100.0)),", '0.01'),
  );
  expect(dead.notices.map(({ code }) => code)).toContain('dead-units');
  expect(dead.layers[0]!.map(({ deadShare: share }) => share)).toEqual([1, null]);
});

it.each(['float64', 'mixed_float16', 'mixed_bfloat16'])(
  'looks into layers that compute in %s',
  async policy => {
    const setting = `keras.config.set_dtype_policy('${policy}')\nnp.random.seed(2)`;
    const text = script("Dense(8, activation='relu'),", '0.01').replace('np.random.seed(2)', setting);
    const { layers } = await watch(text);
    for (const { weights, activations, gradientNorm } of layers[0]!) {
      expect(weights!.counts.length).toBe(24);
      expect(activations!.to).toBeGreaterThan(activations!.from);
      expect(gradientNorm).toBeGreaterThan(0);
    }
  },
);

it('takes a twentieth of the time at most, however large the model', () => {
  for (const cost of [0, 1, 20, 400, 10_000]) {
    expect(cost / (cost + pauseAfter(cost))).toBeLessThanOrEqual(0.05);
    expect(pauseAfter(cost)).toBeGreaterThanOrEqual(500);
  }
});
