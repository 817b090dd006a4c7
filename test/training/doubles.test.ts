// Doubles beside a graphics device, integers in their own bits, and what engines keep of both.
import { describe, expect, test } from 'vitest';
import {
  type BackendName,
  type constant,
  type DType,
  gradients,
  ops,
  type Program,
  Variable,
} from '../../src/graph/index.ts';
import { AutoEngine } from '../../src/training/auto-engine.ts';
import { openBackend, openEngine } from '../../src/training/open-engine.ts';
import { graphics, openStandIn as open } from './graphics-stand-in.ts';

const third = 1 / 3;

describe('float64 where graphics were chosen', () => {
  async function chosen(): Promise<{ engine: AutoEngine; told: BackendName[] }> {
    const side = await openBackend('wasm', 'doubles');
    const engine = new AutoEngine(await graphics('chosen'), [], open, undefined, side);
    const told: BackendName[] = [];
    engine.onDoubles = instead => told.push(instead);
    return { engine, told };
  }

  test('values of their own are computed beside the device, which keeps the rest', async () => {
    const { engine, told } = await chosen();
    const wide = new Variable({ name: 'wide', shape: [], dtype: 'float64', initial: third });
    const narrow = new Variable({ name: 'narrow', shape: [], initial: third });
    const [a, b] = await Promise.all([
      engine.evaluate([ops.mul(wide.read(), 3e8)]),
      engine.evaluate([ops.mul(narrow.read(), 3)]),
    ]);
    expect(a[0].data[0]).toBe(third * 3e8);
    expect(b[0].data[0]).toBe(Math.fround(Math.fround(third) * 3));
    expect(engine.evaluateNow([ops.add(wide.read(), 0)])?.[0].data[0]).toBe(third);
    expect((await engine.read(wide)).data[0]).toBe(third);
    expect([engine.backend, told]).toEqual(['webgl', []]);
    engine.close();
  });

  test('a program that mixes both moves to the processor with its variables, and says why', async () => {
    const { engine, told } = await chosen();
    const narrow = new Variable({ name: 'narrow', shape: [], initial: 0 });
    engine.write(narrow, { data: Float32Array.of(0.5), shape: [], dtype: 'float32' });
    const mixed = ops.add(ops.cast(narrow.read(), 'float64'), third);
    expect(engine.evaluateNow([mixed])).toBeNull();
    const [value] = await engine.evaluate([mixed]);
    expect(value.data[0]).toBe(0.5 + third);
    expect([engine.backend, engine.reason]).toEqual(['wasm', 'float64 is not available on WebGL']);
    expect(told).toEqual(['webgl']);
    engine.close();
  });

  test('a model of doubles trains on the processor', async () => {
    const { engine } = await chosen();
    const w = new Variable({ name: 'w', shape: [], dtype: 'float64', initial: 0 });
    const steps = new Variable({ name: 'steps', shape: [], dtype: 'int32', initial: 0 });
    const [slope] = gradients(ops.square(ops.sub(w.read(), third)), [w.read()]);
    const program: Program = {
      inputs: [],
      outputs: [],
      updates: [
        { variable: w, value: ops.sub(w.read(), ops.mul(slope!, 0.25)) },
        { variable: steps, value: ops.add(steps.read(), 1) },
      ],
    };
    await engine.prepare(program);
    const step = engine.compile(program);
    for (let turn = 0; turn < 60; turn++) step.run([]);
    const [weight, count] = await engine.readMany([w, steps]);
    expect(Math.abs(weight.data[0] - third)).toBeLessThan(1e-15);
    expect(count.data[0]).toBe(60);
    expect(engine.backend).toBe('wasm');
    engine.close();
  });
});

test('a measured model moves to graphics, and what is float64 stays', async () => {
  const engine = new AutoEngine(await openBackend('cpu', 'first'), ['webgl'], open);
  const wide = new Variable({ name: 'wide', shape: [], dtype: 'float64', initial: third });
  const w = new Variable({ name: 'w', shape: [320, 320], initial: 0.1 });
  await engine.evaluate([wide.read()]);
  await engine.prepare({ inputs: [], outputs: [ops.matmul(w.read(), w.read())], updates: [] });
  expect(engine.backend).toBe('webgl');
  expect((await engine.evaluate([ops.mul(wide.read(), 3e8)]))[0].data[0]).toBe(third * 3e8);
  expect(engine.backend).toBe('webgl');
  engine.close();
});

for (const backend of ['cpu', 'wasm'] as const) {
  describe(`integers on ${backend}`, () => {
    const computed = async (
      dtype: DType,
      values: readonly [readonly number[], readonly number[]],
      compute: (
        a: ReturnType<typeof constant>,
        b: ReturnType<typeof constant>,
      ) => ReturnType<typeof constant>,
    ): Promise<number[]> => {
      const engine = await openEngine({ backend });
      const [a, b] = values.map(
        (list, index) =>
          new Variable({ name: `v${index}`, shape: [list.length], dtype, initial: Float64Array.from(list) }),
      );
      const step = engine.compile({ inputs: [], outputs: [compute(a.read(), b.read())], updates: [] });
      const [value] = await engine.readMany(step.run([]));
      engine.close();
      return Array.from(value.data);
    };

    test.each([
      ['uint8', [250, 3], [10, 5], 'add', [4, 8]],
      ['uint8', [3, 0], [5, 1], 'sub', [254, 255]],
      ['int8', [127, -128], [1, 1], 'add', [-128, -127]],
      ['int8', [100, -100], [3, 3], 'mul', [44, -44]],
      ['int16', [32767, -32768], [1, -1], 'add', [-32768, 32767]],
      ['uint16', [65535, 300], [1, 300], 'mul', [65535, 24464]],
      ['int32', [2147483647, 65536], [1, 65536], 'mul', [2147483647, 0]],
      ['int32', [2147483647, -2147483648], [1, -1], 'add', [-2147483648, 2147483647]],
      ['uint32', [4294967295, 65537], [2, 65537], 'mul', [4294967294, 131073]],
      ['uint32', [1, 0], [2, 1], 'sub', [4294967295, 4294967295]],
      ['int64', [2 ** 40 + 1, -(2 ** 52) + 1], [7, 2], 'mul', [7 * (2 ** 40 + 1), -(2 ** 53) + 2]],
      ['int64', [2 ** 62, -(2 ** 63)], [4, 2], 'mul', [0, 0]],
      ['int64', [16777217, -7], [1, 2], 'floorDivide', [16777217, -4]],
      ['int64', [2 ** 53 - 1, 7], [2, -2], 'floorDivide', [2 ** 52 - 1, -4]],
      ['uint64', [0, 2 ** 63], [1, 2 ** 63], 'sub', [2 ** 64, 0]],
      ['int32', [12, -8], [10, 3], 'bitwiseAnd', [8, 0]],
      ['int32', [12, -8], [10, 3], 'bitwiseXor', [6, -5]],
      ['uint8', [200, 255], [1, 7], 'shiftLeft', [144, 128]],
      ['int8', [-128, 64], [3, 3], 'shiftRight', [-16, 8]],
      ['int64', [2 ** 40 + 5, -1], [2 ** 40 + 3, 2 ** 41], 'bitwiseAnd', [2 ** 40 + 1, 2 ** 41]],
      ['int32', [3, -2], [4, 31], 'pow', [81, -2147483648]],
      ['int64', [3, 10], [33, 15], 'pow', [5559060566555523, 1e15]],
    ] as const)('%s %j %j %s', async (dtype, a, b, name, expected) => {
      expect(await computed(dtype, [a, b], (x, y) => ops[name](x, y))).toEqual(expected);
    });

    test('casts cut towards zero and wrap', async () => {
      const cast = (values: number[], from: DType, to: DType) =>
        computed(from, [values, values], x => ops.cast(x, to));
      expect(await cast([300, -1, 7], 'int32', 'uint8')).toEqual([44, 255, 7]);
      expect(await cast([-1, 2 ** 40 + 2], 'int64', 'int32')).toEqual([-1, 2]);
      expect(await cast([-1, 5], 'int32', 'uint32')).toEqual([4294967295, 5]);
      expect(await cast([2.9, -2.9, 300.5], 'float32', 'int8')).toEqual([2, -2, 44]);
      expect(await cast([16777217, 2 ** 53 - 1], 'int64', 'float64')).toEqual([16777217, 2 ** 53 - 1]);
      expect(await cast([1e15 + 0.5, Number.NaN], 'float64', 'int64')).toEqual([1e15, 0]);
    });

    test('sums and products keep their bits', async () => {
      const reduced = (dtype: DType, values: number[], name: 'sum' | 'prod') =>
        computed(dtype, [values, values], x => ops[name](x));
      expect(await reduced('uint8', [200, 100], 'sum')).toEqual([44]);
      expect(await reduced('int32', [2147483647, 2, 3], 'prod')).toEqual([-6]);
      expect(await reduced('int64', [94906267, 94906267], 'prod')).toEqual([94906267 ** 2]);
      expect(await reduced('uint32', [4294967295, 2], 'sum')).toEqual([1]);
    });
  });
}
