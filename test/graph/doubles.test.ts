// float64: every operation and gradient on each backend of Node in double precision throughout.
import { afterAll, describe, expect, test } from 'vitest';
import { type DType, gradients, isFloating, ops, type Tensor, Variable } from '../../src/graph/index.ts';
import { evaluateReference } from '../../src/graph/reference/index.ts';
import { openEngine } from '../../src/training/open-engine.ts';
import { DoubleEvaluation } from './double-evaluation.ts';
import { operationCases } from './operation-cases.ts';
import type { OperationCase } from './operations/operation-case.ts';
import { spreadNumbers } from './spread-numbers.ts';

/** What rounds to fewer bits, or takes its dtype from elsewhere, is no arithmetic of doubles. */
const samples = operationCases.filter(({ name }) => !/^(toHalf|toBfloat16|oneHot)/.test(name));

function variablesOf(sample: OperationCase, dtype: DType): Variable[] {
  return sample.inputs.map(({ shape, low, high }, index) => {
    const size = shape.reduce((a, b) => a * b, 1);
    // A third of the number is none of 32 bits.
    const initial = Float64Array.from(
      spreadNumbers(size, low ?? -1, high ?? 1, index + 1),
      x => x + x * 1e-9,
    );
    return new Variable({ name: `x${index}`, shape, dtype, initial });
  });
}

/** The result and, where there are any, its gradients. */
function wantedOf(sample: OperationCase, variables: readonly Variable[]): Tensor[] {
  const reads = variables.map(variable => variable.read());
  const output = sample.build(...reads);
  if (!sample.differentiable) return [output];
  const found = gradients(ops.sum(ops.mul(output, output)), reads);
  return [output, ...found.filter(gradient => gradient !== null)];
}

/** Numbers that differ from place to place, so that no gradient cancels. */
function scalarOf(output: Tensor): Tensor {
  const size = output.shape.reduce<number>((product, dim) => product * (dim as number), 1);
  const weights = ops.reshape(ops.add(ops.mod(ops.range(size, 'float64'), 7), 1), output.shape as number[]);
  return ops.sum(ops.mul(output, weights));
}

describe('gradients in float64 match finite differences to seven digits', () => {
  // A number on a kink is off by no more than the step.
  const step = 1e-7;
  for (const sample of samples.filter(({ differentiable }) => differentiable)) {
    test(sample.name, () => {
      const variables = variablesOf(sample, 'float64');
      const loss = scalarOf(sample.build(...variables.map(variable => variable.read())));
      const reads = variables.map(variable => variable.read());
      gradients(loss, reads).forEach((gradient, which) => {
        const data = variables[which].initialValue();
        const [exact] = evaluateReference([gradient as Tensor]);
        const apart = Math.ceil(data.length / 4);
        for (let place = 0; place < data.length; place += apart) {
          const original = data[place];
          data[place] = original + step;
          const [[above]] = evaluateReference([loss]);
          data[place] = original - step;
          const [[below]] = evaluateReference([loss]);
          data[place] = original;
          const estimate = (above - below) / (2 * step);
          const error = Math.abs(exact[place] - estimate) / (1 + Math.abs(estimate) + Math.abs(above));
          expect(error, `input ${which} at ${place}: ${exact[place]} for ${estimate}`).toBeLessThan(1e-7);
        }
      });
    });
  }
});

for (const backend of ['cpu', 'wasm'] as const) {
  const engine = await openEngine({ backend });
  afterAll(() => engine.close());

  describe(`float64 on ${backend}`, () => {
    for (const sample of samples) {
      test(sample.name, async () => {
        const variables = variablesOf(sample, 'float64');
        const wanted = wantedOf(sample, variables);
        for (const { dtype } of wanted) if (isFloating(dtype)) expect(dtype).toBe('float64');
        const executable = engine.compile({ inputs: [], outputs: wanted, updates: [] });
        const values = await engine.readMany(executable.run([]));
        executable.dispose();
        engine.dispose(variables);
        // The same of 32-bit variables whose numbers and arithmetic are doubles: no 32 bits anywhere.
        const doubles = new DoubleEvaluation(wanted);
        values.forEach((value, which) => {
          const expected = doubles.of(wanted[which]);
          expect(value.data.length).toBe(expected.length);
          for (let index = 0; index < value.data.length; index++) {
            const [got, want] = [value.data[index], expected[index]];
            if (Object.is(got, want) || (Number.isNaN(want) && Number.isNaN(got))) continue;
            const apart = Math.abs(got - want) / (1 + Math.abs(want));
            expect(apart, `${which} at ${index}: ${got} for ${want}`).toBeLessThan(1e-12);
          }
        });
      });
    }
  });
}
