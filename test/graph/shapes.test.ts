// Shape rules: unknown dimensions give what known ones give, and mistakes are named with their shapes.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatShape, ops, placeholder, type Shape, ShapeError } from '../../src/graph/index.ts';
import { operationCases } from './operation-cases.ts';

describe('a shape rule with an unknown batch agrees with the known shape', () => {
  for (const sample of operationCases) {
    test(sample.name, () => {
      const known = sample.build(...sample.inputs.map(input => placeholder(input.shape)));
      const first = sample.inputs[0].shape;
      let rough: Shape;
      try {
        rough = sample.build(
          ...sample.inputs.map((input, index) =>
            placeholder(index === 0 && first.length > 0 ? [null, ...first.slice(1)] : input.shape),
          ),
        ).shape;
      } catch (error) {
        expect(error).toBeInstanceOf(ShapeError);
        return;
      }
      expect(rough.length).toBe(known.shape.length);
      rough.forEach((dim, axis) => {
        if (dim !== null) expect(dim).toBe(known.shape[axis]);
      });
    });
  }
});

test('broadcasting follows NumPy for random shapes', () => {
  const dims = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 4 });
  fc.assert(
    fc.property(dims, dims, (a, b) => {
      const rank = Math.max(a.length, b.length);
      const pairs = Array.from({ length: rank }, (_, axis) => [
        a[axis - rank + a.length] ?? 1,
        b[axis - rank + b.length] ?? 1,
      ]);
      const fits = pairs.every(([x, y]) => x === y || x === 1 || y === 1);
      const build = () => ops.add(placeholder(a), placeholder(b)).shape;
      if (fits) expect(build()).toEqual(pairs.map(([x, y]) => Math.max(x, y)));
      else expect(build).toThrow(`${formatShape(a)} and ${formatShape(b)}`);
    }),
  );
});

test('mistakes name the operation and the shapes as Python writes them', () => {
  const x = placeholder([null, 3]);
  expect(() => ops.matmul(x, placeholder([4, 2]))).toThrow('matmul: shapes (None, 3) and (4, 2)');
  expect(() => ops.reshape(placeholder([2, 3]), [4, -1])).toThrow('cannot reshape (2, 3)');
  expect(() => ops.concat([x, placeholder([null, 4])], 0)).toThrow('(None, 3), (None, 4)');
  expect(() => ops.convolution(placeholder([null, 8, 8, 3]), placeholder([3, 3, 1, 4]))).toThrow(
    '3 channels',
  );
});
