import { describe, expect, it } from 'vitest';
import type { Use, UsedValue } from '../../src/analysis/program.ts';
import { useHover } from '../../src/editor/usedText.ts';
import { formatMessage, message } from '../../src/python/message.ts';
import { layer, model, program, spanOf } from './analysedProgram.ts';

const text = 'model.fit(x)\n';
const span = spanOf(text, 'x');

function hover(values: readonly UsedValue[], hasMore = false, of = program({})): string {
  const use: Use = { name: 'x', span, values, hasMore };
  return useHover(use, of, formatMessage).text;
}

const plain = { kind: 'plain', type: 'dict', text: null, keys: null, length: null } as const;
const array = {
  kind: 'value',
  value: {
    type: 'ndarray',
    shape: [100, 3],
    dtype: 'float64',
    facts: [message('one-hot, {0} classes', 3)],
  },
} as const;

describe('useHover', () => {
  it('tells of an array what a hover at its assignment tells', () => {
    expect(hover([array])).toBe('`x`: ndarray `(100, 3) float64`\n\n- one\\-hot, 3 classes');
  });

  it('tells of plain values what Python would write, or how long they are', () => {
    expect(hover([{ ...plain, type: 'int', text: '10' }])).toBe('`x`: int `10`');
    expect(hover([{ ...plain, type: 'None', text: 'None' }])).toBe('`x`: None');
    expect(hover([{ ...plain, type: 'list', length: 1000 }])).toBe('`x`: list · of length 1,000');
    expect(hover([{ ...plain, keys: ["'loss'"], length: 1 }])).toBe("`x`: dict · keys `'loss'`");
  });

  it('tells of a data set how many elements of what it gives', () => {
    const element = [{ type: 'tensor', shape: [32, 4], dtype: 'float32', facts: [] }];
    const dataset = { kind: 'dataset', type: 'Dataset', length: 1875, element } as const;
    expect(hover([dataset])).toBe('`x`: Dataset · 1,875 elements of `(32, 4) float32`');
    expect(hover([{ ...dataset, length: null }])).toBe('`x`: Dataset · elements of `(32, 4) float32`');
    expect(hover([{ ...dataset, element: [] }])).toBe('`x`: Dataset · 1,875 elements');
  });

  it('tells of a model what it is in the end: built and compiled', () => {
    const whole = model({
      span,
      compile: { span, loss: 'mse', fromLogits: false, optimizer: 'adam', metrics: [] },
    });
    const unbuilt = { ...whole, params: null, compile: null };
    const used = { kind: 'model', className: 'Sequential', model: unbuilt } as const;
    const told = hover([used], false, program({ models: [whole] }));
    expect(told).toContain('`x`: Sequential · 451 params');
    expect(told).toContain('- Loss: `mse`');
  });

  it('tells of a layer what its own hover tells, in the end', () => {
    const built = layer({ span });
    const used = { kind: 'layer', layer: { ...built, outputShape: null } } as const;
    const told = hover([used], false, program({ models: [model({ layers: [built] })] }));
    expect(told).toContain('→ `(None, 32)`');
  });

  it('lists several values, each in a line', () => {
    const told = hover([array, { ...plain, type: 'int', text: '3' }], true);
    expect(told.split('\n').filter(line => line.startsWith('- '))).toEqual([
      '- `x`: ndarray `(100, 3) float64` · one\\-hot, 3 classes',
      '- `x`: int `3`',
      '- …',
    ]);
  });
});
