// Runs inside Chromium: every operation and its gradients on a GPU backend against the reference kernels.
import * as tf from '@tensorflow/tfjs-core';
import {
  constant,
  gradients,
  ops,
  type Program,
  placeholder,
  type Tensor,
  Variable,
} from '../../../src/graph/index.ts';
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

/** What functions of these numbers give is left open by shading languages, and must be what it is elsewhere. */
const specialNumbers = [0, -0, 1, -1, 0.5, 2, -2, 3, 1e-30, 3e38, Infinity, -Infinity, Number.NaN];

/** Functions whose limits are exact: zeros, infinities and NaN. */
const specialFunctions: Readonly<Record<string, (x: Tensor) => Tensor>> = {
  exp: ops.exp,
  log: ops.log,
  log1p: ops.log1p,
  sqrt: ops.sqrt,
  tanh: ops.tanh,
  sigmoid: ops.sigmoid,
  softplus: ops.softplus,
  relu: ops.relu,
  sign: ops.sign,
  reciprocal: ops.reciprocal,
  isNaN: ops.isNan,
  isFinite: ops.isFiniteNumber,
  isInf: ops.isInf,
  maximum: x => ops.maximum(x, 0),
  minimum: x => ops.minimum(1, x),
  squared: x => ops.pow(x, 2),
  cubed: x => ops.pow(x, 3),
  'to the power 1.5': x => ops.pow(x, 1.5),
  power: x => ops.pow(2, x),
  infinite: x => ops.mul(x, Infinity),
  'select infinity': x => ops.select(ops.less(x, 1), -Infinity, x),
  'logarithm of the sum': x => ops.logSumExp(ops.reshape(x, [-1, 1]), [1]),
};

/** The functions that give another number than the reference, with what they give. */
async function specials(backend: Backend): Promise<string[]> {
  const engine = await openBackend(backend, 'a test');
  if (backend !== 'wasm') tf.env().set(`${backend.toUpperCase()}_CPU_FORWARD`, false);
  const initial = Float32Array.from(specialNumbers);
  const variable = new Variable({ name: 'x', shape: [specialNumbers.length], initial });
  const names = Object.keys(specialFunctions);
  const outputs = names.map(name => specialFunctions[name](variable.read()));
  const expected = evaluateReference(outputs);
  const executable = engine.compile({ inputs: [], outputs, updates: [] });
  const values = await engine.readMany(executable.run([]));
  engine.close();
  return names.flatMap((name, which) =>
    specialNumbers.flatMap((x, index) => {
      const [got, want] = [values[which].data[index], expected[which][index]];
      const isSame = got === want || (Number.isNaN(got) && Number.isNaN(want));
      const isClose = Math.abs(got - want) <= 1e-4 * (1 + Math.abs(want)) && Number.isFinite(want);
      return isSame || isClose ? [] : [`${name}(${x}) is ${got}, not ${want}`];
    }),
  );
}

/** How far the gradients of a convolution are off, for a batch whose windows are taken in parts. */
async function largeBatch(backend: Backend): Promise<number> {
  const [batch, side, window] = [700, 20, 5];
  const left = side - window + 1;
  const shapes = [
    [batch, side, side, 2],
    [window, window, 2, 3],
    [batch, left, left, 3],
  ];
  const [x, kernel, factors] = shapes.map((shape, index) => {
    const size = shape.reduce((a, b) => a * b, 1);
    return new Variable({ name: `x${index}`, shape, initial: spreadNumbers(size, -1, 1, index + 1) });
  });
  const geometry = {
    strides: [1, 1],
    padding: [
      [0, 0],
      [0, 0],
    ] as [number, number][],
    dilation: [1, 1],
    groups: 1,
  };
  const loss = ops.sum(ops.mul(ops.convolution(x.read(), kernel.read(), geometry), factors.read()));
  // What goes back to the images is taken in the same parts, which software takes long for on WebGPU.
  const sources = backend === 'webgl' ? [kernel.read(), x.read()] : [kernel.read()];
  const slopes = gradients(loss, sources) as Tensor[];
  const results: ArrayLike<number>[] = [];
  for (const name of ['wasm', backend] as const) {
    const engine = await openBackend(name, 'a test');
    const values = await engine.evaluate(slopes);
    results.push(values.flatMap(({ data }) => Array.from(data)));
    engine.close();
  }
  const [want, got] = results;
  return Array.from(want).reduce(
    (most, number, at) => Math.max(most, Math.abs(got[at] - number) / (1 + Math.abs(number))),
    0,
  );
}

/** Images (batch, height, width, channels), kernels (height, width, in, out), strides, dilation, groups. */
const windowCases = [
  { x: [2, 7, 9, 3], kernel: [3, 2, 3, 5], strides: [1, 1], dilation: [1, 1], groups: 1 },
  { x: [3, 8, 7, 2], kernel: [2, 3, 2, 4], strides: [3, 2], dilation: [1, 1], groups: 1 },
  { x: [1, 9, 8, 1], kernel: [1, 1, 1, 3], strides: [2, 3], dilation: [1, 1], groups: 1 },
  { x: [2, 9, 8, 2], kernel: [2, 3, 2, 3], strides: [1, 1], dilation: [3, 2], groups: 1 },
  { x: [2, 6, 6, 4], kernel: [3, 3, 2, 6], strides: [1, 2], dilation: [1, 1], groups: 2 },
  { x: [2, 5, 5, 3], kernel: [5, 5, 3, 2], strides: [1, 1], dilation: [1, 1], groups: 1 },
];

/** The convolutions and gradients of windows of all kinds that are not the reference's, with and without borders. */
async function windowDifferences(backend: Backend): Promise<string[]> {
  const engine = await openBackend(backend, 'a test');
  const found: string[] = [];
  for (const { x: shape, kernel: taps, ...geometry } of windowCases) {
    for (const padding of ['valid', 'same'] as const) {
      const [x, kernel] = [shape, taps].map((lengths, index) => {
        const size = lengths.reduce((a, b) => a * b, 1);
        return new Variable({
          name: `x${index}`,
          shape: lengths,
          initial: spreadNumbers(size, -1, 1, index + 1),
        });
      });
      const output = ops.convolution(x.read(), kernel.read(), { ...geometry, padding });
      const slopes = gradients(ops.sum(ops.mul(output, output)), [x.read(), kernel.read()]) as Tensor[];
      const wanted = [output, ...slopes];
      const expected = evaluateReference(wanted);
      const values = await engine.evaluate(wanted);
      values.forEach(({ data }, which) => {
        const off = Array.from(data, (got, at) => Math.abs(got - expected[which][at]));
        const most = Math.max(...off);
        if (!(most < 1e-3)) found.push(`${padding} ${JSON.stringify(geometry)}: output ${which} by ${most}`);
      });
      engine.dispose([x, kernel]);
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

/** A training step on images of two channels at the end: a loop, a convolution, elementwise parts and updates. */
function trainingStep(side: number): { program: Program; weights: Variable[] } {
  const places = (side - 3) ** 2;
  const weights = [
    [3, 3, 1, 2],
    [2, 2],
    [2, 2],
  ].map(
    (shape, index) =>
      new Variable({
        name: `w${index}`,
        shape,
        initial: spreadNumbers(
          shape.reduce((a, b) => a * b, 1),
          -0.5,
          0.5,
          index + 1,
        ),
      }),
  );
  const [kernel, recurrence, head] = weights.map(weight => weight.read());
  const x = placeholder([2, side, side, 1]);
  const image = ops.maxPool(ops.relu(ops.convolution(x, kernel)), { size: 2, strides: 1 });
  const looped = ops.loop({
    sequences: [ops.reshape(image, [places, 2, 2])],
    starts: [constant(0, [2, 2])],
    backwards: false,
    step: ([input], [hidden]) => {
      const next = ops.tanh(ops.add(input, ops.matmul(hidden, recurrence)));
      return { next: [next], emitted: [] };
    },
  });
  const loss = ops.mean(ops.square(ops.matmul(looped?.states[0] as Tensor, head)));
  const slopes = gradients(loss, [kernel, recurrence, head]) as Tensor[];
  const updates = weights.map((variable, index) => ({
    variable,
    value: ops.sub(variable.read(), ops.mul(slopes[index], 0.01)),
  }));
  return { program: { inputs: [x], outputs: [loss], updates }, weights };
}

/** What lives on the device after each of many training steps. */
async function liveAfterSteps(
  backend: Backend,
  steps: number,
): Promise<{ tensors: number[]; bytes: number[] }> {
  const engine = await openBackend(backend, 'a test');
  const { program } = trainingStep(5);
  const executable = engine.compile(program);
  const resident = engine.upload({
    data: new Float32Array(200).fill(0.3),
    shape: [8, 5, 5, 1],
    dtype: 'float32',
  });
  const [tensors, bytes]: number[][] = [[], []];
  for (let step = 0; step < steps; step++) {
    const values = executable.run([{ resident, rows: Int32Array.of(step % 8, (step + 3) % 8) }]);
    if (step % 10 === 0) await engine.readMany(values);
    engine.dispose(values);
    const use = engine.memory();
    tensors.push(use.tensors);
    bytes.push(use.bytes);
  }
  engine.close();
  return { tensors, bytes };
}

/** Counts what drivers are given to compile; `stop` ends that. */
function countShaders(): { count: () => number; stop: () => void } {
  let count = 0;
  const undo: (() => void)[] = [];
  const watch = (prototype: Record<string, (...given: unknown[]) => unknown>, name: string): void => {
    const original = prototype[name];
    prototype[name] = function (...given) {
      count++;
      return original.apply(this, given);
    };
    undo.push(() => {
      prototype[name] = original;
    });
  };
  const { WebGL2RenderingContext: webgl, GPUDevice: webgpu } = globalThis as unknown as Record<
    string,
    { prototype: Record<string, (...given: unknown[]) => unknown> } | undefined
  >;
  if (webgl !== undefined) watch(webgl.prototype, 'linkProgram');
  if (webgpu !== undefined) {
    watch(webgpu.prototype, 'createComputePipeline');
    watch(webgpu.prototype, 'createComputePipelineAsync');
  }
  return { count: () => count, stop: () => undo.forEach(back => void back()) };
}

/** Shaders compiled by preparing a program and by its first step, and what both leave; beside an unprepared one. */
async function compiledAhead(backend: Backend): Promise<{
  prepared: number;
  firstStep: number;
  tensors: number[];
  weights: number[][];
}> {
  const shaders = countShaders();
  const [counts, weights, tensors]: [number[], number[][], number[]] = [[], [], []];
  try {
    for (const isPrepared of [true, false]) {
      const engine = await openBackend(backend, 'a test');
      const { program, weights: variables } = trainingStep(8);
      await engine.readMany(variables);
      tensors.push(engine.memory().tensors);
      if (isPrepared) await engine.rehearse([{ program }, { program }]);
      counts.push(shaders.count());
      const executable = engine.compile(program);
      const feed = { data: spreadNumbers(128, -1, 1, 5), shape: [2, 8, 8, 1], dtype: 'float32' as const };
      for (let step = 0; step < 3; step++) {
        engine.dispose(executable.run([feed]));
        counts.push(shaders.count());
      }
      executable.dispose();
      tensors.push(engine.memory().tensors);
      weights.push((await engine.readMany(variables)).flatMap(({ data }) => Array.from(data)));
      engine.close();
    }
  } finally {
    shaders.stop();
  }
  return { prepared: counts[0], firstStep: counts[1] - counts[0], tensors, weights };
}

Object.assign(globalThis, {
  compiledAhead,
  liveAfterSteps,
  differences,
  largeBatch,
  specials,
  surviveLoss,
  windowDifferences,
});
