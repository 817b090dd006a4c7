import { describe, expect, it } from 'vitest';
import type { AnalysedProgram, KnownShape, ValueNote } from '../../src/analysis/program.ts';
import { type LineNoteChoice, lineNotes } from '../../src/editor/lineNotes.ts';
import { formatMessage } from '../../src/python/message.ts';
import { layer, model, program, spanOf } from './analysedProgram.ts';

const text = `X = np.ones((100, 10))
(x, y), (u, v) = load()
model = Sequential()
model.add(Dense(32))
for n in (8, 4): model.add(Dense(n))
out = Dense(3)(Dense(5)(X))
`;

const BOTH: LineNoteChoice = { layers: true, arrays: true };

function notes(analysed: AnalysedProgram, choice = BOTH): Record<number, string> {
  return Object.fromEntries(
    lineNotes(analysed, choice, formatMessage).map(({ end, text: note }) => [end.line, note]),
  );
}

function value(name: string, shape: KnownShape | null, needle = name): ValueNote {
  return { name, span: spanOf(text, needle), value: { type: 'ndarray', shape, dtype: 'float64', facts: [] } };
}

const layers = [
  layer({ name: 'a', span: spanOf(text, 'Dense(32)') }),
  layer({ name: 'b', span: spanOf(text, 'Dense(n)'), outputShape: [null, 8], params: 264 }),
  layer({ name: 'c', span: spanOf(text, 'Dense(n)'), outputShape: [null, 4], params: 36 }),
  layer({ name: 'd', span: spanOf(text, 'Dense(5)'), outputShape: [null, 5], params: 55 }),
  layer({ name: 'e', span: spanOf(text, 'Dense(3)'), outputShape: [null, 3], params: 18 }),
];

describe('lineNotes', () => {
  it('notes each line once, loops and nested calls in the order of the model', () => {
    expect(notes(program({ models: [model({ layers })] }))).toEqual({
      4: '(None, 32) · 352 params',
      5: '(None, 8) / (None, 4) · 264 / 36 params',
      6: '(None, 5) → (None, 3) · 73 params',
    });
  });

  it('does not note the input that a layer brings with it, but one that has its own line', () => {
    const input = layer({ name: 'i', className: 'InputLayer', outputShape: [null, 10], params: 0 });
    const implicit = { ...input, span: spanOf(text, 'model.add(Dense(32))') };
    const own = { ...input, span: spanOf(text, 'Sequential()') };
    expect(notes(program({ models: [model({ layers: [implicit, ...layers.slice(0, 1)] })] }))).toEqual({
      4: '(None, 32) · 352 params',
    });
    expect(notes(program({ models: [model({ layers: [own] })] }))).toEqual({ 3: '(None, 10)' });
  });

  it('counts a layer that two models share once', () => {
    const shared = program({
      models: [model({ layers }), model({ name: 'encoder', layers: layers.slice(0, 1) })],
    });
    expect(notes(shared)[4]).toBe('(None, 32) · 352 params');
  });

  it('notes arrays, by name where a line assigns several', () => {
    const values = [
      value('X', [100, 10]),
      value('x', [60000, 28, 28], 'x, y'),
      value('y', [60000], 'y)'),
      value('n', null),
    ];
    expect(notes(program({ values }))).toEqual({
      1: '(100, 10) float64',
      2: 'x (60000, 28, 28) · y (60000,)',
    });
  });

  it('leaves out types, then names, where the editor would cut the hint off', () => {
    const two = (rows: number) => [value('x', [rows], 'x, y'), value('y', [rows], 'y)')];
    expect(notes(program({ values: two(5) }))[2]).toBe('x (5,) float64 · y (5,) float64');
    expect(notes(program({ values: two(50_000_000) }))[2]).toBe('x (50000000,) · y (50000000,)');
    const long = [value('x', [60000, 280, 280, 10000], 'x, y'), value('y', [60000, 10000], 'y)')];
    expect(notes(program({ values: long }))[2]).toBe('(60000, 280, 280, 10000) · (60000, 10000)');
    const four = [...long, value('u', [10000, 280, 280], 'u, v'), value('v', [10000], 'v)')];
    expect(notes(program({ values: four }))[2]).toBe('(60000, 280, 280, 10000) · …');
  });

  it('prefers layers to arrays and keeps the last value of a name', () => {
    const values = [value('out', [100, 3]), value('X', [1, 1]), value('X', [2, 2])];
    expect(notes(program({ models: [model({ layers })], values }))).toMatchObject({
      1: '(2, 2) float64',
      6: '(None, 5) → (None, 3) · 73 params',
    });
  });

  it('gives batches of different sizes one shape, and says nothing of arrays without a known size', () => {
    const batches = [value('X', [null, 24, 4]), value('X', [32, 24, 4]), value('X', [20, 24, 4])];
    expect(notes(program({ values: batches }))).toEqual({ 1: '(None, 24, 4) float64' });
    expect(notes(program({ values: [value('X', [null, null]), value('model', [null])] }))).toEqual({});
  });

  it('shows only what was chosen, and nothing where nothing is known', () => {
    const analysed = program({ models: [model({ layers })], values: [value('X', [100, 10])] });
    expect(Object.keys(notes(analysed, { layers: false, arrays: true }))).toEqual(['1']);
    expect(Object.keys(notes(analysed, { layers: true, arrays: false }))).toEqual(['4', '5', '6']);
    const unknown = [layer({ span: spanOf(text, 'Dense(32)'), outputShape: null, params: null })];
    expect(notes(program({ models: [model({ layers: unknown })] }))).toEqual({});
  });
});
