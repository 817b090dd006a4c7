import { describe, expect, it } from 'vitest';
import { escapeMarkdown, fitHover, hoverAt, layerHover, valueHover } from '../../src/editor/hoverText.ts';
import { formatMessage, message } from '../../src/python/message.ts';
import { layer, model, program, spanOf } from './analysedProgram.ts';

const text = "model.add(Dense(units, name='first'))\nmodel.compile(loss='mse')\n";

const dense = layer({
  span: spanOf(text, "Dense(units, name='first')"),
  weights: [
    { name: 'kernel', shape: [10, 32], trainable: true },
    { name: 'bias', shape: [32], trainable: false },
  ],
  derivation: message('units = {0}', 32),
  flops: 320,
});

describe('layerHover', () => {
  it('shows shapes, derivation, weights and cost', () => {
    const lines = layerHover(dense, formatMessage).split('\n');
    expect(lines).toContain('`(None, 10)` → `(None, 32)`');
    expect(lines).toContain('units = 32');
    expect(lines).toContain('| kernel | `(10, 32)` | 320 |');
    expect(lines).toContain('| bias \\(not trainable\\) | `(32,)` | 32 |');
    expect(lines.at(-1)).toBe(
      escapeMarkdown('352 params: (10 + 1) × 32 = 352 · 1.41 kB of memory · 320 multiply-adds a sample'),
    );
  });

  it('leaves out what is not known', () => {
    const bare = layer({ inputShape: null, outputShape: null, params: null });
    expect(layerHover(bare, formatMessage)).toBe('**Dense** `dense`');
  });
});

describe('valueHover', () => {
  it('shows shape, dtype and facts', () => {
    const value = {
      type: 'ndarray',
      shape: [100, 3],
      dtype: 'float64',
      facts: [message('one-hot, {0} classes', 3)],
    };
    expect(valueHover('y', value, formatMessage)).toBe(
      '`y`: ndarray `(100, 3) float64`\n\n- one\\-hot, 3 classes',
    );
  });
});

describe('fitHover', () => {
  const fit = {
    model: 'model',
    method: 'fit',
    span: spanOf(text, 'model.add'),
    x: { type: 'ndarray', shape: [100, 10], dtype: 'float64', facts: [] },
    y: { type: 'ndarray', shape: [100, 1], dtype: 'int64', facts: [message('integers {0}..{1}', 0, 2)] },
    epochs: 10,
    batchSize: 32,
  } as const;

  it('shows the data with what is known of it', () => {
    expect(fitHover(fit, formatMessage).split('\n\n')).toEqual([
      '**model\\.fit** epochs `10` · batch_size `32`',
      '`x`: ndarray `(100, 10) float64`',
      '`y`: ndarray `(100, 1) int64` · integers 0\\.\\.2',
    ]);
  });

  it('leaves out what is not known', () => {
    const bare = { ...fit, x: null, y: null, epochs: null, batchSize: null };
    expect(fitHover(bare, formatMessage)).toBe('**model\\.fit**');
  });
});

describe('hoverAt', () => {
  const units = {
    name: 'units',
    span: spanOf(text, 'units'),
    value: { type: 'ndarray', shape: [2], dtype: 'int64', facts: [] },
  };
  const compiled = model({
    layers: [dense],
    outputShape: [null, 1],
    compile: {
      span: spanOf(text, "model.compile(loss='mse')"),
      loss: 'mse',
      fromLogits: false,
      optimizer: 'adam',
      metrics: [],
    },
  });
  const analysed = program({ models: [compiled, model({ name: 'same', layers: [dense] })], values: [units] });
  const at = (needle: string): string[] =>
    hoverAt(analysed, text.indexOf(needle), formatMessage).map(part => part.text.split('\n')[0]!);

  it('speaks of the smallest thing there, once', () => {
    expect(at('units,')).toEqual(['`units`: ndarray `(2,) int64`']);
    expect(at('first')).toEqual(['**Dense** `dense`']);
  });

  it('says what the loss expects', () => {
    const [part] = hoverAt(analysed, text.indexOf('loss='), formatMessage);
    expect(part?.text).toContain('Loss: `mse`');
    expect(part?.text).toContain(escapeMarkdown('Expects numbers (None, 1), the shape of the output.'));
  });

  it('is silent elsewhere', () => {
    expect(at('model.add')).toEqual([]);
  });
});
