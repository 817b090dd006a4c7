// The engine on TensorFlow.js kernels, tested on that library's own CPU backend, against the reference.
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, test } from 'vitest';
import {
  constant,
  gradients,
  OutOfMemoryError,
  ops,
  placeholder,
  type Tensor,
  Variable,
  withOrigin,
} from '../../src/graph/index.ts';
import { evaluateReference } from '../../src/graph/reference/index.ts';
import { TensorEngine } from '../../src/training/tfjs/engine.ts';
import { operationCases } from '../graph/operation-cases.ts';
import { spreadNumbers } from '../graph/spread-numbers.ts';

await tf.setBackend('cpu');
let lose: (reason: string) => void = () => undefined;
const open = () =>
  new TensorEngine('webgl', 'a test', {
    registered: 'cpu',
    limitBytes: 2 ** 30,
    fuse: null,
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

test('data that is too large for the device is streamed', async () => {
  const small = new TensorEngine('webgl', 'a test', {
    registered: 'cpu',
    limitBytes: 64,
    fuse: null,
    watch: () => undefined,
  });
  const before = small.memory().tensors;
  const resident = small.upload({
    data: Float32Array.from({ length: 20 }, (_, index) => index),
    shape: [10, 2],
    dtype: 'float32',
  });
  expect(small.memory().tensors).toBe(before);
  const x = placeholder([3, 2]);
  const [value] = small
    .compile({ inputs: [x], outputs: [ops.neg(x)], updates: [] })
    .run([{ resident, rows: Int32Array.of(9, 0, 4) }]);
  expect(Array.from((await small.read(value)).data)).toEqual([-18, -19, -0, -1, -8, -9]);
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
