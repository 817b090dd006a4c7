// Runs inside Chromium: every operation and its gradients on a GPU backend against the reference kernels.
import { gradients, ops, type Tensor, Variable } from '../../../src/graph/index.ts';
import { evaluateReference } from '../../../src/graph/reference/index.ts';
import { openBackend } from '../../../src/training/open-engine.ts';
import { operationCases } from '../../graph/operation-cases.ts';
import { spreadNumbers } from '../../graph/spread-numbers.ts';

/** Cases whose results differ, each with what was seen. */
async function differences(backend: 'webgl' | 'webgpu' | 'wasm'): Promise<string[]> {
  const engine = await openBackend(backend, 'a test');
  const found: string[] = [];
  for (const sample of operationCases) {
    try {
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
      const executable = engine.compile({ inputs: [], outputs: wanted, updates: [] });
      const handles = executable.run([]);
      const values = await engine.readMany(handles);
      engine.dispose([...handles, ...variables]);
      executable.dispose();
      values.forEach((value, which) => {
        for (let index = 0; index < value.data.length; index++) {
          const [got, want] = [value.data[index], expected[which][index]];
          const same = Object.is(got, want) || (Number.isNaN(want) && Number.isNaN(got));
          if (same || Math.abs(got - want) / (1 + Math.abs(want)) < 2e-3) continue;
          found.push(`${sample.name}: output ${which} at ${index} is ${got}, not ${want}`);
          return;
        }
      });
    } catch (error) {
      found.push(`${sample.name}: ${(error as Error).message.slice(0, 300)}`);
    }
  }
  engine.close();
  return found;
}

Object.assign(globalThis, { differences });
