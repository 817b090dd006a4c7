// Whole programs on the engines of Node: training against plain loops, variables, random streams, memory.
import { afterAll, describe, expect, test } from 'vitest';
import {
  constant,
  gradients,
  ops,
  placeholder,
  SeedStream,
  type Tensor,
  Variable,
} from '../../src/graph/index.ts';
import { openEngine } from '../../src/training/open-engine.ts';
import { spreadNumbers } from '../graph/spread-numbers.ts';

/** One epoch of plain gradient descent on a 4-5-3 network with relu and softmax cross-entropy, in doubles. */
function trainInLoops(
  x: number[][],
  y: number[][],
  a: number[][],
  b: number[],
  c: number[][],
  d: number[],
  rate: number,
): number {
  const hidden = x.map(row =>
    b.map((bias, j) =>
      Math.max(
        0,
        row.reduce((sum, value, i) => sum + value * a[i][j], bias),
      ),
    ),
  );
  const logits = hidden.map(row =>
    d.map((bias, j) => row.reduce((sum, value, i) => sum + value * c[i][j], bias)),
  );
  let loss = 0;
  const delta = logits.map((row, n) => {
    const powers = row.map(Math.exp);
    const total = powers.reduce((p, q) => p + q, 0);
    return powers.map((power, j) => {
      loss -= (y[n][j] * Math.log(power / total)) / x.length;
      return (power / total - y[n][j]) / x.length;
    });
  });
  const back = hidden.map((row, n) =>
    row.map((value, j) => (value > 0 ? delta[n].reduce((sum, g, k) => sum + g * c[j][k], 0) : 0)),
  );
  hidden.forEach((row, n) => {
    row.forEach((value, j) => {
      for (const [k, g] of delta[n].entries()) c[j][k] -= rate * value * g;
    });
    for (const [k, g] of delta[n].entries()) d[k] -= rate * g;
    x[n].forEach((value, i) => {
      for (const [j, g] of back[n].entries()) a[i][j] -= rate * value * g;
    });
    for (const [j, g] of back[n].entries()) b[j] -= rate * g;
  });
  return loss;
}

const matrix = (data: Float32Array, columns: number) =>
  Array.from({ length: data.length / columns }, (_, row) =>
    Array.from(data.subarray(row * columns, (row + 1) * columns)),
  );

for (const backend of ['cpu', 'wasm'] as const) {
  const engine = await openEngine({ backend });
  afterAll(() => engine.close());

  describe(`programs on ${backend}`, () => {
    test('gradient descent gives the numbers of plain loops', async () => {
      const rows = 7;
      const x = spreadNumbers(rows * 4, -1, 1, 1);
      const y = Float32Array.from({ length: rows * 3 }, (_, index) =>
        index % 3 === Math.floor(index / 3) % 3 ? 1 : 0,
      );
      const starts = [
        spreadNumbers(20, -1, 1, 2),
        new Float32Array(5),
        spreadNumbers(15, -1, 1, 3),
        new Float32Array(3),
      ];
      const shapes = [[4, 5], [5], [5, 3], [3]];
      const weights = shapes.map(
        (shape, index) => new Variable({ name: `w${index}`, shape, initial: starts[index].slice() }),
      );
      const [a, b, c, d] = weights.map(variable => variable.read());
      const inputs = [placeholder([rows, 4]), placeholder([rows, 3])];
      const hidden = ops.relu(ops.add(ops.matmul(inputs[0], a), b));
      const loss = ops.mean(ops.softmaxCrossEntropy(ops.add(ops.matmul(hidden, c), d), inputs[1]));
      const found = gradients(loss, [a, b, c, d]) as Tensor[];
      const updates = weights.map((variable, index) => ({
        variable,
        value: ops.sub(variable.read(), ops.mul(0.5, found[index])),
      }));
      const step = engine.compile({ inputs, outputs: [loss], updates });
      const resident = engine.upload({ data: x, shape: [rows, 4], dtype: 'float32' });
      const order = Int32Array.from({ length: rows }, (_, index) => index);
      const plain = [
        matrix(starts[0], 5),
        Array.from(starts[1]),
        matrix(starts[2], 3),
        Array.from(starts[3]),
      ] as const;
      for (let epoch = 0; epoch < 40; epoch++) {
        const [value] = step.run([
          { resident, rows: order },
          { data: y, shape: [rows, 3], dtype: 'float32' },
        ]);
        const wanted = trainInLoops(matrix(x, 4), matrix(y, 3), plain[0], plain[1], plain[2], plain[3], 0.5);
        expect((await engine.read(value)).data[0]).toBeCloseTo(wanted, 4);
      }
      const last = await engine.readMany(weights);
      Array.from(last[0].data).forEach((value, index) => {
        expect(value).toBeCloseTo(plain[0].flat()[index], 3);
      });
      step.dispose();
    });

    test('updates read the old values, whatever their order', async () => {
      const p = new Variable({ name: 'p', shape: [5], initial: 1 });
      const q = new Variable({ name: 'q', shape: [5], initial: 2 });
      const r = new Variable({ name: 'r', shape: [5], initial: 10 });
      const step = engine.compile({
        inputs: [],
        outputs: [p.read(), ops.add(r.read(), p.read())],
        updates: [
          { variable: p, value: q.read() },
          { variable: q, value: p.read() },
          { variable: r, value: ops.add(r.read(), ops.mul(p.read(), 3)) },
        ],
      });
      const [old, sum] = await engine.readMany(step.run([]));
      expect([old.data[4], sum.data[0]]).toEqual([1, 11]);
      step.run([]);
      const values = await engine.readMany([p, q, r]);
      expect(values.map(value => value.data[0])).toEqual([1, 2, 10 + 3 + 6]);
    });

    test('the same seed draws the same numbers again, and every step draws anew', async () => {
      const draw = async () => {
        const stream = new SeedStream(7);
        const step = engine.compile({
          inputs: [],
          outputs: [
            ops.randomUniform([4000], stream),
            ops.randomNormal([4000], stream),
            ops.randomTruncatedNormal([4000], stream),
          ],
          updates: [],
        });
        const values = [await engine.readMany(step.run([])), await engine.readMany(step.run([]))];
        step.dispose();
        return values.map(list => list.map(value => Array.from(value.data)));
      };
      const [first, second] = [await draw(), await draw()];
      expect(second).toEqual(first);
      expect(first[0][0]).not.toEqual(first[1][0]);
      const [uniform, normal, truncated] = first[0];
      const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
      const variance = (values: number[]) => mean(values.map(value => (value - mean(values)) ** 2));
      expect(Math.abs(mean(uniform) - 0.5)).toBeLessThan(0.02);
      expect(Math.abs(variance(uniform) - 1 / 12)).toBeLessThan(0.005);
      expect(Math.abs(mean(normal))).toBeLessThan(0.06);
      expect(Math.abs(variance(normal) - 1)).toBeLessThan(0.08);
      expect(Math.max(...truncated.map(Math.abs))).toBeLessThan(2);
      expect(Math.abs(variance(truncated) - 0.7737)).toBeLessThan(0.06);
    });

    test('eager computations of one structure share a program and keep memory level', async () => {
      const counter = new Variable({ name: 'counter', shape: [2], initial: 0 });
      const compute = async (start: number) => {
        const value = ops.add(constant(Float32Array.of(start, start + 1), [2]), counter.read());
        const [result] = await engine.evaluate([ops.sum(value)], [{ variable: counter, value }]);
        return result.data[0];
      };
      const results = [await compute(1), await compute(2), await compute(3)];
      expect(results).toEqual([3, 8, 15]);
      const level = engine.memory();
      for (let round = 0; round < 50; round++) await compute(round);
      expect(engine.memory()).toEqual(level);
    });

    test('thousands of steps hold the count of live arrays and bytes', async () => {
      const w = new Variable({ name: 'w', shape: [3, 3], initial: 1 });
      const x = placeholder([4, 3]);
      const y = ops.matmul(x, w.read());
      const step = engine.compile({
        inputs: [x],
        outputs: [ops.sum(y)],
        updates: [{ variable: w, value: ops.mul(w.read(), 0.999) }],
      });
      const feed = { data: new Float32Array(12).fill(1), shape: [4, 3], dtype: 'float32' as const };
      step.run([feed]);
      const level = engine.memory();
      for (let round = 0; round < 3000; round++) engine.dispose(step.run([feed]));
      expect(engine.memory()).toEqual(level);
      step.dispose();
      engine.dispose([w]);
      expect(engine.memory().tensors).toBe(level.tensors - 2);
    });

    test('a value that never became concrete says where it came from', () => {
      const x = placeholder([null, 4]);
      expect(() => engine.compile({ inputs: [x], outputs: [ops.tile(x, [2, 1])], updates: [] })).toThrow(
        /tile|known/,
      );
    });

    test('feeds of the wrong size are refused', () => {
      const x = placeholder([2, 3]);
      const step = engine.compile({ inputs: [x], outputs: [ops.neg(x)], updates: [] });
      expect(() => step.run([{ data: new Float32Array(5), shape: [5], dtype: 'float32' }])).toThrow('(2, 3)');
      expect(() => step.run([])).toThrow('1 inputs');
    });
  });
}

test('every backend draws the same uniform bits', async () => {
  for (const size of [1, 2, 3, 7, 8, 9, 33, 1000]) {
    const results: number[][] = [];
    for (const backend of ['cpu', 'wasm'] as const) {
      const engine = await openEngine({ backend });
      const stream = new SeedStream(-123456);
      stream.position = 5;
      const step = engine.compile({ inputs: [], outputs: [ops.randomUniform([size], stream)], updates: [] });
      results.push(Array.from((await engine.read(step.run([])[0])).data));
    }
    expect(results[1]).toEqual(results[0]);
  }
});

test('sizes are known before a program runs', async () => {
  const engine = await openEngine({ backend: 'wasm' });
  const w = new Variable({ name: 'w', shape: [1000, 1000], initial: 0 });
  const x = placeholder([500, 1000]);
  const size = engine.estimate({ inputs: [x], outputs: [ops.matmul(x, w.read())], updates: [] });
  expect(size.variableBytes).toBe(4e6);
  expect(size.workingBytes).toBeGreaterThan(4e6);
  expect(engine.memory().bytes).toBe(0);
  const large = placeholder([40000, 40000]);
  expect(() => engine.compile({ inputs: [large], outputs: [ops.neg(large)], updates: [] })).toThrow(
    'bytes of memory',
  );
});
