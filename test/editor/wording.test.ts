import { describe, expect, it } from 'vitest';
import {
  bytesText,
  countText,
  layersHint,
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

  it('joins several layers of a line in order and sums their parameters', () => {
    const layers = [layer({}), layer({ outputShape: [null, 3], params: 99 })];
    expect(layersHint(layers, formatMessage)).toBe('(None, 32) → (None, 3) · 451 params');
  });

  it('leaves out the middle of a long loop', () => {
    const layers = [64, 32, 16, 8].map(units => layer({ outputShape: [null, units], params: 1000 }));
    expect(layersHint(layers, formatMessage)).toBe('(None, 64) → … → (None, 8) · 4,000 params');
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
