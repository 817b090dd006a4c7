import { describe, expect, it } from 'vitest';
import type { KnownShape } from '../../src/analysis/program.ts';
import {
  bytesText,
  countText,
  layersHint,
  modelSummaries,
  modelSummary,
  plainText,
  shapesText,
  valueText,
} from '../../src/editor/wording.ts';
import { formatMessage } from '../../src/python/message.ts';
import { layer, model } from './analysedProgram.ts';

describe('shapes', () => {
  it('are written as Python tuples', () => {
    expect(shapesText([])).toBe('()');
    expect(shapesText([100])).toBe('(100,)');
    expect(shapesText([null, 28, 28, 1])).toBe('(None, 28, 28, 1)');
    expect(shapesText([[null, 3], [null]])).toBe('[(None, 3), (None,)]');
    expect(shapesText(null)).toBeNull();
  });
});

describe('counts and sizes', () => {
  it('keep thousands apart', () => {
    expect([0, 451, 1000, 79510, 25636712].map(countText)).toEqual([
      '0',
      '451',
      '1,000',
      '79,510',
      '25,636,712',
    ]);
  });

  it('show three significant digits of bytes', () => {
    expect([0, 999, 1408, 318040, 102546848].map(bytesText)).toEqual([
      '0 B',
      '999 B',
      '1.41 kB',
      '318 kB',
      '103 MB',
    ]);
  });
});

describe('layersHint', () => {
  it('shows shape and parameters', () => {
    expect(layersHint([layer({})], formatMessage)).toBe('(None, 32) · 352 params');
  });

  it('shows one parameter in the singular', () => {
    expect(layersHint([layer({ params: 1 })], formatMessage)).toBe('(None, 32) · 1 param');
  });

  const called = (name: string, offset: number, outputShape: KnownShape, params: number) => {
    const place = { line: 1, column: offset, offset };
    return layer({
      name,
      outputShape,
      params,
      span: { start: place, end: { ...place, offset: offset + 5 } },
    });
  };

  it('joins nested calls in order and sums their parameters', () => {
    const layers = [called('a', 10, [null, 32], 352), called('b', 0, [null, 3], 99)];
    expect(layersHint(layers, formatMessage)).toBe('(None, 32) → (None, 3) · 451 params');
  });

  it('sets the turns of one call side by side, each once', () => {
    const turn = (name: string, units: number, params: number) => called(name, 0, [null, units], params);
    expect(layersHint([turn('a', 64, 704), turn('b', 8, 520)], formatMessage)).toBe(
      '(None, 64) / (None, 8) · 704 / 520 params',
    );
    expect(layersHint([turn('a', 1, 33), turn('b', 1, 33)], formatMessage)).toBe('(None, 1) · 33 params');
    const many = [64, 32, 16, 8].map((units, index) => turn(`${index}`, units, 0));
    expect(layersHint(many, formatMessage)).toBe('(None, 64) / … / (None, 8)');
  });

  it('shows what the last of nested calls gives in each turn where all of it does not fit', () => {
    const block = (name: string, size: number) => [
      called(`conv_${name}`, 20, [null, size, size, 32], 9248),
      called(`norm_${name}`, 0, [null, size, size, 32], 128),
    ];
    expect(layersHint([...block('a', 28), ...block('b', 14)], formatMessage)).toBe(
      '(None, 28, 28, 32) / (None, 14, 14, 32)',
    );
  });

  it('shows what is known and nothing where nothing is', () => {
    expect(layersHint([layer({ params: null })], formatMessage)).toBe('(None, 32)');
    expect(layersHint([layer({ outputShape: null })], formatMessage)).toBe('352 params');
    expect(layersHint([layer({ outputShape: null, params: null })], formatMessage)).toBeNull();
  });
});

describe('modelSummary', () => {
  it('shows parameters and the way from input to output', () => {
    expect(modelSummary(model({}), formatMessage)).toBe('451 params · (None, 10) → (None, 3)');
  });

  it('leaves out what is not known', () => {
    expect(modelSummary(model({ params: null, inputShape: null }), formatMessage)).toBe('(None, 3)');
    expect(modelSummary(model({ params: null, outputShape: null }), formatMessage)).toBe('');
  });
});

describe('modelSummaries', () => {
  it('tells of the models that one place makes, each once, and not of many', () => {
    const sized = (params: number) => model({ params });
    expect(modelSummaries([sized(1), sized(1), sized(1)], formatMessage)).toEqual([
      '1 param · (None, 10) → (None, 3)',
    ]);
    expect(modelSummaries([sized(2), sized(3), sized(4)], formatMessage)).toEqual([
      '2 params · (None, 10) → (None, 3)',
      '3 params · (None, 10) → (None, 3)',
      '…',
    ]);
  });
});

describe('valueText', () => {
  it('shows shape and dtype of arrays, and nothing for scalars', () => {
    const value = { type: 'ndarray', shape: [100, 10], dtype: 'float64', facts: [] };
    expect(valueText(value)).toBe('(100, 10) float64');
    expect(valueText({ ...value, dtype: null })).toBe('(100, 10)');
    expect(valueText({ ...value, shape: [] })).toBeNull();
    expect(valueText({ ...value, shape: null })).toBeNull();
  });
});

describe('plainText', () => {
  it('puts code into quotation marks, without spaces beside them in Chinese', () => {
    expect(plainText('Change to `a`')).toBe('Change to “a”');
    expect(plainText('用 `a` 代替 `b`。Keras 3')).toBe('用“a”代替“b”。Keras 3');
    expect(plainText('nothing')).toBe('nothing');
  });
});
