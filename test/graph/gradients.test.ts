// Every gradient rule against central finite differences of the reference kernels.
import { describe, expect, test } from 'vitest';
import { gradients, ops, type Tensor, Variable } from '../../src/graph/index.ts';
import { evaluateReference } from '../../src/graph/reference/index.ts';
import { operationCases } from './operation-cases.ts';
import { spreadNumbers } from './spread-numbers.ts';

function scalarOf(output: Tensor): Tensor {
  const size = output.shape.reduce<number>((product, dim) => product * (dim as number), 1);
  const weights = ops.reshape(ops.add(ops.mod(ops.range(size, 'float32'), 7), 1), output.shape as number[]);
  return ops.mul(ops.sum(ops.mul(output, weights)), 0.25);
}

describe('gradients match finite differences', () => {
  for (const sample of operationCases.filter(item => item.differentiable)) {
    test(sample.name, () => {
      const data = sample.inputs.map((input, index) =>
        spreadNumbers(
          input.shape.reduce((a, b) => a * b, 1),
          input.low ?? -1,
          input.high ?? 1,
          index + 1,
        ),
      );
      const variables = sample.inputs.map(
        (input, index) => new Variable({ name: `x${index}`, shape: input.shape, initial: data[index] }),
      );
      const loss = scalarOf(sample.build(...variables.map(variable => variable.read())));
      const exact = gradients(
        loss,
        variables.map(variable => variable.read()),
      );
      const step = 2e-3;
      exact.forEach((gradient, which) => {
        expect(gradient, `input ${which}`).not.toBeNull();
        const [cells] = evaluateReference([gradient as Tensor]);
        expect(cells.length).toBe(data[which].length);
        const places = Array.from(data[which].keys()).filter(
          place => place % Math.ceil(data[which].length / 12) === 0,
        );
        for (const place of places) {
          const original = data[which][place];
          data[which][place] = original + step;
          const [above] = evaluateReference([loss]);
          data[which][place] = original - step;
          const [below] = evaluateReference([loss]);
          const gap = Math.fround(original + step) - Math.fround(original - step);
          data[which][place] = original;
          const estimate = (above[0] - below[0]) / gap;
          const scale = 1 + Math.abs(estimate) + Math.abs(above[0]) * 0.05;
          expect(
            Math.abs(cells[place] - estimate) / scale,
            `at ${place}: ${cells[place]} against ${estimate}`,
          ).toBeLessThan(0.02);
        }
      });
    });
  }
});

test('second derivatives are gradients of gradients', () => {
  const x = new Variable({ name: 'x', shape: [3], initial: Float32Array.of(0.5, 1, 2) });
  const [first] = gradients(ops.sum(ops.pow(x.read(), 3)), [x.read()]);
  const [second] = gradients(ops.sum(first as Tensor), [x.read()]);
  const [cells] = evaluateReference([second as Tensor]);
  expect(Array.from(cells, value => Math.round(value * 1e4) / 1e4)).toEqual([3, 6, 12]);
});

test('a weight used at every step gets one product of all steps', () => {
  const w = new Variable({ name: 'w', shape: [3, 3], initial: spreadNumbers(9, -1, 1, 1) });
  const x = new Variable({ name: 'x', shape: [2, 3], initial: spreadNumbers(6, -1, 1, 2) });
  const run = () => {
    let state = x.read();
    for (let step = 0; step < 4; step++) state = ops.tanh(ops.matmul(state, w.read()));
    return ops.sum(state);
  };
  const [gradient] = gradients(run(), [w.read()]) as [Tensor];
  expect(gradient.op).toBe('matmul');
  const [exact] = evaluateReference([gradient]);
  const data = w.initialValue();
  for (let place = 0; place < 9; place++) {
    const original = data[place];
    data[place] = original + 1e-3;
    const [above] = evaluateReference([run()]);
    data[place] = original - 1e-3;
    const [below] = evaluateReference([run()]);
    data[place] = original;
    expect(exact[place]).toBeCloseTo((above[0] - below[0]) / 2e-3, 2);
  }
});
