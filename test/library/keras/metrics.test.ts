/** Metrics on a few samples, with values worked out by hand from their definitions. */
import { describe, expect, it } from 'vitest';
import { metricCases, metricData } from './metric-cases.ts';
import { runKeras } from './program.ts';

describe('metrics', () => {
  it('give what their definitions give', async () => {
    const feeds = metricCases.map(
      ([metric, data]) => `m = keras.metrics.${metric}
m.update_state(*[np.asarray(part) for part in (${data},)])
print(np.round(m.result().numpy(), 4))`,
    );
    const run = await runKeras(`import numpy as np
import keras
${metricData}
${feeds.join('\n')}`);
    expect(run.stderr).toBe('');
    const lines = run.stdout.trim().split('\n');
    expect(lines.map((line, index) => `${metricCases[index][0]} ${line}`)).toEqual(
      metricCases.map(([metric, , value]) => `${metric} ${value}`),
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
