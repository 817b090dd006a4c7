// Rounding to 16 bits: against the definition of the formats, and that programs keep to it after every operation.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { constant, gradients, ops, type Program, placeholder } from '../../src/graph/index.ts';
import { cast } from '../../src/graph/operations/leaves.ts';
import { roundToBfloat16, roundToHalf } from '../../src/graph/precision.ts';
import { openEngine } from '../../src/training/open-engine.ts';
import '../seed.ts';

/** All finite numbers of half precision that are not negative, in order. */
const halves = Array.from({ length: 0x7c00 }, (_, code) => {
  const [exponent, fraction] = [code >> 10, code & 0x3ff];
  return exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15);
});

describe('half precision', () => {
  test('keeps its own numbers', () => {
    for (const value of halves) {
      expect(roundToHalf(value)).toBe(value);
      expect(roundToHalf(-value)).toBe(-value);
    }
  });

  test('rounds to the nearest, halves to the even one', () => {
    for (let code = 0; code + 1 < halves.length; code++) {
      const middle = (halves[code] + halves[code + 1]) / 2;
      const even = code % 2 === 0 ? halves[code] : halves[code + 1];
      expect(roundToHalf(middle)).toBe(even);
      expect(roundToHalf(Math.fround(middle * (1 + 2 ** -20)))).toBe(halves[code + 1]);
      expect(roundToHalf(Math.fround(middle * (1 - 2 ** -20)))).toBe(halves[code]);
    }
  });

  test('overflows from the middle beyond its largest number on', () => {
    expect(roundToHalf(65519)).toBe(65504);
    expect(roundToHalf(65520)).toBe(Infinity);
    expect(roundToHalf(-1e6)).toBe(-Infinity);
    expect(roundToHalf(-Infinity)).toBe(-Infinity);
    expect(roundToHalf(Number.NaN)).toBeNaN();
  });
});

test('bfloat16 is the upper half of a float, rounded to even', () => {
  const view = new DataView(new ArrayBuffer(4));
  fc.assert(
    fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), value => {
      const rounded = roundToBfloat16(value);
      view.setFloat32(0, rounded);
      expect(view.getUint16(2)).toBe(0);
      view.setFloat32(0, value);
      const upper = view.getUint16(0);
      const at = (code: number) => {
        view.setUint32(0, code * 65536);
        return view.getFloat32(0);
      };
      const [low, high] = [at(upper), at(upper + 1)];
      if (!Number.isFinite(high)) return;
      expect([low, high]).toContain(rounded);
      expect(Math.abs(rounded - value)).toBeLessThanOrEqual(Math.abs((rounded === low ? high : low) - value));
    }),
  );
});

for (const backend of ['cpu', 'wasm'] as const) {
  test(`every operation of a program on ${backend} rounds`, async () => {
    const engine = await openEngine({ backend });
    const x = placeholder([5]);
    const half = cast(x, 'float16');
    const third = ops.div(half, constant(3, [], 'float16'));
    const sum = ops.add(ops.mul(third, third), 1000);
    const [slope] = gradients(ops.sum(cast(sum, 'float32')), [x]);
    const program: Program = { inputs: [x], outputs: [third, sum, slope!], updates: [] };
    const executable = engine.compile(program);
    const data = Float32Array.of(1.0001, -7.3, 500, 3e-7, 9000);
    const values = await engine.readMany(executable.run([{ data, shape: [5], dtype: 'float32' }]));
    const inputs = Array.from(data, roundToHalf);
    const thirds = inputs.map(value => roundToHalf(Math.fround(value / 3)));
    expect([...values[0].data]).toEqual(thirds);
    const squares = thirds.map(value => roundToHalf(Math.fround(value * value)));
    expect([...values[1].data]).toEqual(squares.map(value => roundToHalf(Math.fround(value + 1000))));
    const back = thirds.map(value => roundToHalf(Math.fround(roundToHalf(2 * value) / 3)));
    expect([...values[2].data]).toEqual(back);
    engine.close();
  });
}
