// The engine on TensorFlow.js kernels, tested on that library's own CPU backend, against the reference.
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, test, vi } from 'vitest';
import {
  constant,
  gradients,
  OutOfMemoryError,
  ops,
  placeholder,
  type Resident,
  type Tensor,
  Variable,
  withOrigin,
} from '../../src/graph/index.ts';
import { evaluateReference } from '../../src/graph/reference/index.ts';
import { TensorEngine } from '../../src/training/tfjs/engine.ts';
import { separately } from '../../src/training/tfjs/fragments.ts';
import { operationCases } from '../graph/operation-cases.ts';
import { spreadNumbers } from '../graph/spread-numbers.ts';

await tf.setBackend('cpu');
let lose: (reason: string) => void = () => undefined;
const open = () =>
  new TensorEngine('webgl', 'a test', {
    registered: 'cpu',
    limitBytes: 2 ** 30,
    fuse: separately,
    watch(lost) {
      lose = lost;
    },
  });
const engine = open();

describe('operations by TensorFlow.js kernels', () => {
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
      const before = engine.memory().tensors;
      const executable = engine.compile({ inputs: [], outputs: wanted, updates: [] });
      const handles = executable.run([]);
      const values = await engine.readMany(handles);
      engine.dispose(handles);
      engine.dispose(variables);
      executable.dispose();
      expect(engine.memory().tensors).toBe(before);
      values.forEach((value, which) => {
        expect(value.shape).toEqual(wanted[which].shape);
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

const rowsOfTwo = (rows: number) => ({
  data: Float32Array.from({ length: 2 * rows }, (_, index) => index),
  shape: [rows, 2],
  dtype: 'float32' as const,
});

/** Three rows of a data set as the engine feeds them, with their sign changed. */
async function threeRows(engine: TensorEngine, resident: Resident): Promise<number[]> {
  const x = placeholder([3, 2]);
  const step = engine.compile({ inputs: [x], outputs: [ops.neg(x)], updates: [] });
  const [value] = step.run([{ resident, rows: Int32Array.of(9, 0, 4) }]);
  const { data } = await engine.read(value);
  engine.dispose([value]);
  step.dispose();
  return Array.from(data);
}

const wanted = [-18, -19, -0, -1, -8, -9];

test('data that is too large for the device, alone or with what lies there, is streamed', async () => {
  const options = { registered: 'cpu', fuse: separately, watch: () => undefined };
  const small = new TensorEngine('webgl', 'a test', { ...options, limitBytes: 4 * 100 });
  const before = small.memory().tensors;
  const first = small.upload(rowsOfTwo(10));
  expect(small.memory().tensors).toBe(before + 1);
  const second = small.upload(rowsOfTwo(10));
  expect(small.memory().tensors).toBe(before + 1);
  expect(await threeRows(small, first)).toEqual(wanted);
  expect(await threeRows(small, second)).toEqual(wanted);
  small.dispose([first]);
  const third = small.upload(rowsOfTwo(10));
  expect(small.memory().tensors).toBe(before + 1);
  small.dispose([second, third]);
  expect(small.memory().tensors).toBe(before);
});

test('data that the device refuses is streamed as well', async () => {
  const options = { registered: 'cpu', fuse: separately, watch: () => undefined };
  const small = new TensorEngine('webgl', 'a test', { ...options, limitBytes: 2 ** 20 });
  const tensor = vi.spyOn(tf.backend(), 'write').mockImplementationOnce(() => {
    throw new Error('Requested texture size [9x9] greater than WebGL maximum');
  });
  const refused = small.upload(rowsOfTwo(10));
  expect(tensor).toHaveBeenCalledTimes(1);
  tensor.mockRestore();
  expect(await threeRows(small, refused)).toEqual(wanted);
});

test('a step that finds no memory names its layer and line, with sizes', () => {
  const full = new TensorEngine('webgl', 'a test', {
    registered: 'cpu',
    limitBytes: 2 ** 20,
    fuse: () => () => {
      throw new Error('Unable to create WebGLTexture.');
    },
    watch: () => undefined,
  });
  const x = placeholder([3]);
  const made = withOrigin({ layer: 'dense_1', line: 7 }, () => ops.tanh(ops.mul(x, 2)));
  const step = full.compile({ inputs: [x], outputs: [made], updates: [] });
  const feed = { data: new Float32Array(3), shape: [3], dtype: 'float32' as const };
  expect(() => step.run([feed])).toThrow(OutOfMemoryError);
  expect(() => step.run([feed])).toThrow("layer 'dense_1', line 7: Unable to create WebGLTexture.");
});

test('a reading that finds no memory tells what the largest program takes', async () => {
  const open = new TensorEngine('webgl', 'a test', {
    registered: 'cpu',
    limitBytes: 2 ** 20,
    fuse: separately,
    watch: () => undefined,
  });
  const x = placeholder([100]);
  const [value] = open
    .compile({
      inputs: [x],
      outputs: [ops.tanh(ops.matmul(ops.reshape(x, [10, 10]), ops.reshape(x, [10, 10])))],
      updates: [],
    })
    .run([{ data: new Float32Array(100), shape: [100], dtype: 'float32' }]);
  const data = vi.spyOn(tf.Tensor.prototype, 'data').mockRejectedValue(new Error('memory allocation failed'));
  const error = await open.read(value).catch((thrown: unknown) => thrown as OutOfMemoryError);
  data.mockRestore();
  expect(error).toBeInstanceOf(OutOfMemoryError);
  expect((error as OutOfMemoryError).size.workingBytes).toBeGreaterThan(400);
  open.close();
});

test('a lost device rejects what waits and everything after', async () => {
  const doomed = open();
  const [value] = doomed
    .compile({
      inputs: [],
      outputs: [ops.add(constant(1), new Variable({ name: 'x', shape: [], initial: 2 }).read())],
      updates: [],
    })
    .run([]);
  const seen: string[] = [];
  doomed.onLost(error => seen.push(error.message));
  const waiting = doomed.read(value);
  lose('a test');
  await expect(waiting).rejects.toThrow('was lost');
  await expect(doomed.read(value)).rejects.toThrow('was lost');
  expect(seen).toHaveLength(1);
});
