// What long runs rely on: choosing a backend, moving between engines, checkpoints, naming the source of NaN.
import { describe, expect, test } from 'vitest';
import {
  type BackendName,
  DeviceLostError,
  type Engine,
  ops,
  type Program,
  placeholder,
  SeedStream,
  Variable,
  withOrigin,
} from '../../src/graph/index.ts';
import { AutoEngine } from '../../src/training/auto-engine.ts';
import {
  findNonFinite,
  Measurements,
  openBackend,
  restoreCheckpoint,
  saveCheckpoint,
} from '../../src/training/index.ts';
import { workOf } from '../../src/training/program-weight.ts';

function productStep(size: number, w: Variable): Program {
  const x = placeholder([size, size]);
  return {
    inputs: [x],
    outputs: [ops.sum(ops.matmul(x, w.read()))],
    updates: [{ variable: w, value: ops.add(w.read(), 1) }],
  };
}

const ones = (size: number) => ({
  data: new Float32Array(size * size).fill(1),
  shape: [size, size],
  dtype: 'float32' as const,
});

describe('the automatic choice', () => {
  test('moves a large program with its variables and data to the faster backend', async () => {
    const size = 320;
    const opened: string[] = [];
    const engine = new AutoEngine(await openBackend('cpu', 'first'), ['wasm'], async (backend, reason) => {
      opened.push(backend);
      return openBackend(backend, reason);
    });
    const w = new Variable({ name: 'w', shape: [size, size], initial: 0 });
    const program = productStep(size, w);
    const step = engine.compile(program);
    const resident = engine.upload(ones(size));
    const feeds = [{ resident, rows: [0, size] as const }];
    step.run(feeds);
    await engine.prepare(program);
    expect(opened).toEqual(['wasm']);
    expect(engine.backend).toBe('wasm');
    expect(engine.reason).toMatch(/cpu \d+\.\d ms, wasm \d+\.\d ms/);
    const [value] = step.run(feeds);
    expect((await engine.read(value)).data[0]).toBe(size ** 3);
    expect((await engine.read(w)).data[0]).toBe(2);
    engine.close();
  });

  test('measures programs of one structure once, and remembers the choice', async () => {
    const measurements = new Measurements();
    const engine = new AutoEngine(await openBackend('cpu', 'first'), ['wasm'], openBackend, measurements);
    const probed: BackendName[] = [];
    engine.onProbing = () => probed.push(engine.backend);
    const program = (size: number) =>
      productStep(size, new Variable({ name: 'w', shape: [size, size], initial: 0 }));
    await engine.prepare(program(320));
    await engine.prepare(program(320));
    expect(probed).toEqual(['cpu']);
    expect(engine.backend).toBe('wasm');
    await engine.prepare(program(352));
    expect(probed).toHaveLength(2);
    engine.close();
    const next = new AutoEngine(await openBackend('cpu', 'first'), ['wasm'], openBackend, measurements);
    next.onProbing = () => probed.push(next.backend);
    await next.prepare(program(320));
    expect(probed).toHaveLength(2);
    expect(next.backend).toBe('wasm');
    expect(next.timings.map(({ backend }) => backend)).toEqual(['cpu', 'wasm']);
    next.close();
  });

  test('measures anew where the remembered backend does not work any more', async () => {
    const size = 320;
    const measurements = new Measurements();
    const program = () => productStep(size, new Variable({ name: 'w', shape: [size, size], initial: 0 }));
    const first = new AutoEngine(await openBackend('cpu', 'first'), ['wasm'], openBackend, measurements);
    await first.prepare(program());
    expect(first.backend).toBe('wasm');
    first.close();
    const none = async () => {
      throw new Error('gone');
    };
    const second = new AutoEngine(await openBackend('cpu', 'first'), ['wasm'], none, measurements);
    await second.prepare(program());
    expect(second.backend).toBe('cpu');
    expect(second.reason).toContain('wasm does not work (gone)');
    second.close();
  });

  test('moves a loop of the script at its second step, and waits with it only then', async () => {
    const engine = new AutoEngine(await openBackend('cpu', 'first'), ['wasm'], openBackend);
    const w = new Variable({ name: 'w', shape: [320, 320], initial: 0 });
    const step = () => [{ variable: w, value: ops.add(ops.matmul(w.read(), w.read()), 1) }];
    expect(engine.choosesForLoop).toBe(false);
    expect(engine.evaluateNow([], step(), true)).toEqual([]);
    expect(engine.backend).toBe('cpu');
    expect(engine.choosesForLoop).toBe(true);
    expect(engine.evaluateNow([], step(), true)).toBeNull();
    await engine.evaluate([], step());
    expect(engine.reason).toContain('measured per step: cpu');
    expect(engine.backend).toBe('wasm');
    expect(engine.choosesForLoop).toBe(false);
    // 1, then 320 + 1: the steps that were measured left nothing behind.
    expect((await engine.read(w)).data[0]).toBe(321);
    expect(engine.evaluateNow([], step(), true)).toEqual([]);
    engine.close();
  });

  test('leaves a small loop where it is', async () => {
    const engine = new AutoEngine(await openBackend('cpu', 'first'), ['wasm'], openBackend);
    const small = new Variable({ name: 'small', shape: [2], initial: 0 });
    for (let turn = 0; turn < 20; turn++)
      await engine.evaluate([], [{ variable: small, value: ops.add(small.read(), 1) }]);
    expect([engine.backend, engine.choosesForLoop]).toEqual(['cpu', false]);
    engine.close();
  });

  test('counts what loops compute, turn by turn', () => {
    const [steps, units] = [20, 8];
    const w = new Variable({ name: 'w', shape: [units, units], initial: 0 });
    const looped = ops.loop({
      sequences: [placeholder([steps, 4, units])],
      starts: [placeholder([4, units])],
      backwards: false,
      step: ([x], [h]) => {
        const next = ops.tanh(ops.add(x, ops.matmul(h, w.read())));
        return { next: [next], emitted: [] };
      },
    })!;
    const program: Program = { inputs: [], outputs: [looped.states[0]], updates: [] };
    expect(workOf(program)).toBe(steps * 4 * units * units);
  });

  test('leaves small programs alone and reports backends that do not work', async () => {
    const attempts: string[] = [];
    const engine = new AutoEngine(await openBackend('wasm', 'first'), ['webgl'], async backend => {
      attempts.push(backend);
      throw new Error('no graphics here');
    });
    await engine.prepare(productStep(8, new Variable({ name: 'w', shape: [8, 8], initial: 0 })));
    expect(attempts).toEqual([]);
    await engine.prepare(productStep(320, new Variable({ name: 'w', shape: [320, 320], initial: 0 })));
    expect(engine.backend).toBe('wasm');
    expect(engine.reason).toContain('webgl does not work (no graphics here)');
    engine.close();
  });

  test('passes on that the device was lost', async () => {
    const listeners: ((error: DeviceLostError) => void)[] = [];
    const inner: Engine = await openBackend('wasm', 'first');
    inner.onLost = listener => {
      listeners.push(listener);
    };
    const engine = new AutoEngine(inner, [], openBackend);
    const seen: string[] = [];
    engine.onLost(error => seen.push(error.message));
    for (const listener of listeners) listener(new DeviceLostError('gone'));
    expect(seen).toEqual(['gone']);
  });
});

test('a device that is lost again and again is given up for another backend, with the values that were read', async () => {
  const opened: string[] = [];
  /** A device that goes away after every reading. */
  const open = async (backend: BackendName, reason: string): Promise<Engine> => {
    opened.push(backend);
    const engine = await openBackend('wasm', reason);
    if (backend !== 'webgpu') return engine;
    let lost = false;
    const listeners: ((error: DeviceLostError) => void)[] = [];
    const { readMany } = engine;
    return Object.assign(engine, {
      backend,
      recover: async () => !lost,
      onLost: (listener: (error: DeviceLostError) => void) => void listeners.push(listener),
      async readMany(values: readonly Variable[]) {
        if (lost) throw new DeviceLostError('gone');
        const result = await readMany.call(engine, values);
        lost = true;
        for (const listener of listeners) listener(new DeviceLostError('gone'));
        return result;
      },
    });
  };
  const engine = new AutoEngine(await open('webgpu', 'first'), [], open);
  const replaced: string[] = [];
  engine.onReplaced = (lost, next) => replaced.push(`${lost} by ${next}`);
  const w = new Variable({ name: 'w', shape: [2], initial: 5 });
  engine.write(w, { data: Float32Array.of(1, 2), shape: [2], dtype: 'float32' });
  for (let round = 0; round < 5; round++) {
    expect(Array.from((await engine.readMany([w]))[0].data)).toEqual([1, 2]);
  }
  expect(opened).toEqual(['webgpu', 'webgpu', 'webgpu', 'wasm']);
  expect(replaced).toEqual(['webgpu by webgpu', 'webgpu by webgpu', 'webgpu by wasm']);
  expect(engine.backend).toBe('wasm');
  engine.close();
});

test('a checkpoint continues on another engine as if nothing had happened', async () => {
  const make = () => {
    const stream = new SeedStream(3);
    const w = new Variable({ name: 'w', shape: [50], initial: 0 });
    const program: Program = {
      inputs: [],
      outputs: [],
      updates: [{ variable: w, value: ops.add(w.read(), ops.randomUniform([50], stream)) }],
    };
    return { stream, w, program };
  };
  const whole = make();
  const first = await openBackend('wasm', 'a test');
  const step = first.compile(whole.program);
  for (let round = 0; round < 6; round++) step.run([]);
  const expected = await first.read(whole.w);

  const broken = make();
  const before = first.compile(broken.program);
  for (let round = 0; round < 4; round++) before.run([]);
  const checkpoint = await saveCheckpoint(first, [broken.w], [broken.stream]);
  before.run([]);
  const second = await openBackend('cpu', 'a test');
  restoreCheckpoint(second, checkpoint, [broken.w], [broken.stream]);
  const after = second.compile(broken.program);
  for (let round = 0; round < 2; round++) after.run([]);
  const resumed = await second.read(broken.w);
  resumed.data.forEach((value, index) => {
    expect(value).toBeCloseTo(expected.data[index], 5);
  });
});

test('the operation that first gives NaN is named with its layer and line', async () => {
  const engine = await openBackend('wasm', 'a test');
  const x = placeholder([3]);
  const scaled = withOrigin({ layer: 'dense_1', line: 4 }, () => ops.mul(x, 2));
  const logarithm = withOrigin({ layer: 'head', line: 9 }, () => ops.log(ops.sub(scaled, 2)));
  const program: Program = { inputs: [x], outputs: [ops.mean(ops.square(logarithm))], updates: [] };
  const feed = (values: number[]) => [
    { data: Float32Array.from(values), shape: [3], dtype: 'float32' as const },
  ];
  expect(await findNonFinite(engine, program, feed([2, 3, 4]))).toBeNull();
  const found = await findNonFinite(engine, program, feed([2, 0.5, 4]));
  expect(found?.message).toBe("log in layer 'head', line 9 gives NaN or an infinity");
  const input = await findNonFinite(engine, program, feed([2, Number.NaN, 4]));
  expect(input?.operation).toBe('placeholder');
});
