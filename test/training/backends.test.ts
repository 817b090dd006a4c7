// Every operation and its gradient on each backend of Node against the reference kernels.
import { afterAll, describe, expect, test } from 'vitest';
import { gradients, ops, type Program, type Tensor, Variable } from '../../src/graph/index.ts';
import { evaluateReference } from '../../src/graph/reference/index.ts';
import { openEngine } from '../../src/training/open-engine.ts';
import { operationCases } from '../graph/operation-cases.ts';
import { spreadNumbers } from '../graph/spread-numbers.ts';

for (const backend of ['cpu', 'wasm'] as const) {
  const engine = await openEngine({ backend });
  afterAll(() => engine.close());

  describe(`operations on ${backend}`, () => {
    for (const sample of operationCases) {
      test(sample.name, async () => {
        const variables = sample.inputs.map((input, index) => {
          const size = input.shape.reduce((a, b) => a * b, 1);
          const initial = spreadNumbers(size, input.low ?? -1, input.high ?? 1, index + 1);
          return new Variable({ name: `x${index}`, shape: input.shape, initial });
        });
        const reads = variables.map(variable => variable.read());
        const output = sample.build(...reads);
        const wanted: Tensor[] = [output];
        if (sample.differentiable) {
          for (const gradient of gradients(ops.sum(ops.mul(output, output)), reads))
            if (gradient) wanted.push(gradient);
        }
        const expected = evaluateReference(wanted);
        const program: Program = { inputs: [], outputs: wanted, updates: [] };
        const executable = engine.compile(program);
        const values = await engine.readMany(executable.run([]));
        executable.dispose();
        engine.dispose(variables);
        values.forEach((value, which) => {
          expect(value.shape).toEqual(wanted[which].shape);
          expect(value.data.length).toBe(expected[which].length);
          for (let index = 0; index < value.data.length; index++) {
            const [got, want] = [value.data[index], expected[which][index]];
            if (Object.is(got, want) || (Number.isNaN(want) && Number.isNaN(got))) continue;
            expect(
              Math.abs(got - want) / (1 + Math.abs(want)),
              `${which} at ${index}: ${got} for ${want}`,
            ).toBeLessThan(2e-5);
          }
        });
      });
    }
  });
}
