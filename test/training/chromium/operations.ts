// Runs inside Chromium: every operation and its gradients on a GPU backend against the reference kernels.
import * as tf from '@tensorflow/tfjs-core';
import { gradients, ops, type Tensor, Variable } from '../../../src/graph/index.ts';
import { evaluateReference } from '../../../src/graph/reference/index.ts';
import { openBackend, restoreCheckpoint, saveCheckpoint } from '../../../src/training/index.ts';
import { operationCases } from '../../graph/operation-cases.ts';
import { spreadNumbers } from '../../graph/spread-numbers.ts';

type Backend = 'webgl' | 'webgpu' | 'wasm';

/** Of every `stride`-th case, those whose results differ, each with what was seen. */
async function differences(backend: Backend, stride: number): Promise<string[]> {
  const engine = await openBackend(backend, 'a test');
  // TensorFlow.js leaves small tensors to the processor.
  if (backend !== 'wasm') tf.env().set(`${backend.toUpperCase()}_CPU_FORWARD`, false);
  const found: string[] = [];
  for (const sample of operationCases.filter((_, index) => index % stride === 0)) {
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
      if (backend === 'webgpu' && (error as Error).message.includes('computed on the host')) continue;
      found.push(`${sample.name}: ${(error as Error).message.slice(0, 300)}`);
    }
  }
  engine.close();
  return found;
}

/** Takes the WebGL context away in the middle of a run, and goes on from a checkpoint on a new engine. */
async function surviveLoss(): Promise<{ error: string; told: string[]; resumed: number }> {
  const w = new Variable({ name: 'w', shape: [4], initial: 1 });
  const program = { inputs: [], outputs: [], updates: [{ variable: w, value: ops.mul(w.read(), 2) }] };
  const first = await openBackend('webgl', 'a test');
  const told: string[] = [];
  first.onLost(lost => told.push(lost.name));
  const step = first.compile(program);
  step.run([]);
  const checkpoint = await saveCheckpoint(first, [w]);
  const { gl } = (tf.backend() as unknown as { gpgpu: { gl: WebGL2RenderingContext } }).gpgpu;
  const gone = new Promise(resolve => first.onLost(resolve));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  await gone;
  let error = '';
  try {
    step.run([]);
  } catch (thrown) {
    error = (thrown as Error).name;
  }
  const second = await openBackend('webgl', 'a test');
  restoreCheckpoint(second, checkpoint, [w]);
  second.compile(program).run([]);
  const { data } = await second.read(w);
  second.close();
  return { error, told, resumed: data[0] };
}

Object.assign(globalThis, { differences, surviveLoss });
