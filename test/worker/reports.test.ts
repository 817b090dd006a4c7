import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClassifierHead } from '../../src/library/keras/models/classifierHead.ts';
import { relativePath } from '../../webview/worker/files.ts';
import { ColumnBuffer } from '../../webview/worker/metric-columns.ts';
import { chanceLevels, headShape } from '../../webview/worker/model-report.ts';
import { buffersOf } from '../../webview/worker/outbox.ts';
import { classLabels, sampleInputs } from '../../webview/worker/prediction-report.ts';

const head = (kind: ClassifierHead['kind'], units: number | null): ClassifierHead => ({
  kind,
  units,
  logits: null,
  probabilities: null,
  temperature: null,
  layer: null,
});

describe('the head of a model', () => {
  it.each([
    ['softmax', 3, 'categorical_crossentropy', 'softmax', 3, Math.log(3), 1 / 3],
    ['softmax', 3, 'mean_squared_error', 'softmax', 3, null, 1 / 3],
    ['logits', 10, 'sparse_categorical_crossentropy', 'softmax', 10, Math.log(10), 0.1],
    ['sigmoid', 1, 'binary_crossentropy', 'binary', 2, Math.log(2), 0.5],
    ['logits', 1, 'binary_crossentropy', 'binary', 2, Math.log(2), 0.5],
    ['sigmoid', 5, 'binary_crossentropy', 'multilabel', 5, Math.log(2), 0.5],
    ['sigmoid', 1, 'binary_focal_crossentropy', 'binary', 2, null, 0.5],
    ['logits', 1, 'mean_squared_error', 'none', null, null, null],
    ['other', 3, 'categorical_crossentropy', 'none', null, null, null],
  ] as const)('%s of %s units under %s is %s', (kind, units, name, expected, classes, loss, accuracy) => {
    const shape = headShape(head(kind, units), { name });
    expect(shape).toEqual({ head: expected, classes });
    expect(chanceLevels(shape, { name }, 0.4)).toEqual({ loss, accuracy, majority: 0.4 });
  });
});

describe('class labels', () => {
  const labels = (data: number[], ...shape: number[]) =>
    Array.from(classLabels({ data: Float32Array.from(data), shape, dtype: 'float32' }, shape[0]!));

  it('are read from integers, one-hot rows and columns of yes and no', () => {
    expect(labels([2, 0, 1], 3)).toEqual([2, 0, 1]);
    expect(labels([2, 0, 1], 3, 1)).toEqual([2, 0, 1]);
    expect(labels([0, 0, 1, 1, 0, 0], 2, 3)).toEqual([2, 0]);
  });

  it('are -1 where a row has no single class, or there are no labels', () => {
    expect(labels([1, 1, 0, 0, 0, 0], 2, 3)).toEqual([-1, -1]);
    expect(Array.from(classLabels(null, 2))).toEqual([-1, -1]);
  });
});

describe('the inputs of samples', () => {
  const inputs = (...shape: number[]) => {
    const size = shape.reduce((product, length) => product * length, 1);
    return sampleInputs({ data: new Float32Array(size), shape, dtype: 'float32' });
  };

  it.each([
    [[5, 10], 'features', [10]],
    [[2, 28, 28], 'image', [28, 28, 1]],
    [[2, 32, 32, 3], 'image', [32, 32, 3]],
    [[2, 20, 4], 'sequence', [20, 4]],
  ] as const)('of shape %j are %s', (shape, kind, sample) => {
    expect(inputs(...shape)).toMatchObject({ kind, shape: sample, count: shape[0] });
  });

  it('are left out where nothing draws them, and fewer where they are many', () => {
    expect(inputs(2, 4, 4, 4, 4)).toBeNull();
    expect(inputs(2, 300, 300)).toBeNull();
    const many = inputs(3000, 784);
    expect(many!.count).toBeLessThan(3000);
    expect(many!.values).toHaveLength(many!.count * 784);
  });
});

describe('columns of metrics', () => {
  it('keep every value at its point, NaN as well, and null where a point lacks it', () => {
    const point = fc.dictionary(fc.constantFrom('loss', 'accuracy', 'val_loss'), fc.double());
    fc.assert(
      fc.property(fc.array(point), points => {
        const buffer = new ColumnBuffer();
        for (const [index, values] of points.entries()) {
          buffer.push(index + 1, index / 10, new Map(Object.entries(values)));
        }
        const { at, seconds, columns } = buffer.take();
        expect(at).toEqual(points.map((_values, index) => index + 1));
        expect(seconds).toHaveLength(points.length);
        for (const [name, column] of Object.entries(columns)) {
          expect(column).toEqual(points.map(values => values[name] ?? null));
        }
        expect(buffer.isEmpty).toBe(true);
      }),
    );
  });
});

describe('the way between two folders', () => {
  it.each([
    ['', 'a/b', 'a/b'],
    ['a/b', '', '../..'],
    ['a/b', 'a/c', '../c'],
    ['a', 'a', ''],
  ])('from %j to %j is %j', (from, to, way) => {
    expect(relativePath(from, to)).toBe(way);
  });
});

describe('what is handed over with a message', () => {
  it('is every buffer in it, once', () => {
    const shared = new Float32Array(4);
    const message = {
      a: shared,
      b: [{ c: shared.subarray(1) }, { d: new Int32Array(2) }],
      e: [1, 2],
      f: null,
    };
    expect(buffersOf(message).size).toBe(2);
  });
});
