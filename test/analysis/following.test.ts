/** Following an edited text from where it changed gives what following it alone gives. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { kerasScript } from '../../bench/analysis/script.ts';
import { Analyser } from '../../src/analysis/index.ts';
import { Pace } from '../../src/analysis/pace.ts';
import type { Finding } from '../../src/analysis/program.ts';

const wasm = path.join(import.meta.dirname, '../../node_modules/@vscode/tree-sitter-wasm/wasm');
const oracle = path.join(import.meta.dirname, '../fixtures/keras-oracle');
const options = { kerasVersion: 'auto' } as const;

function scriptsOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.py'))
    .sort()
    .map(name => readFileSync(path.join(folder, name), 'utf8'));
}

/** One change of a line: what people do while they type. */
type Change = (lines: readonly string[], at: number) => string[];
const changes: readonly Change[] = [
  (lines, at) => [...lines.slice(0, at), ...lines.slice(at + 1)],
  (lines, at) => [...lines.slice(0, at), lines[at], ...lines.slice(at)],
  (lines, at) => lines.map((line, index) => (index === at ? line.replace(/\d+/, '7') : line)),
  (lines, at) => lines.map((line, index) => (index === at ? line.slice(0, line.length / 2) : line)),
  (lines, at) => [...lines.slice(0, at), '', ...lines.slice(at)],
  (lines, at) => [...lines.slice(0, at), 'import numpy as np', ...lines.slice(at)],
];

/** Loops, recursion, comprehensions and generators, in branches and out of them. */
const LOOPS = `import numpy as np
import sys
from keras.models import Sequential
from keras.layers import Dense

seed = 3
xs, ys = [], []
for i in range(4):
    for j in range(3):
        xs.append([i, j])
        ys.append((i + j) % 2)

def triangle(n):
    return 0 if n == 0 else n + triangle(n - 1)

def rows(n):
    for k in range(n):
        yield triangle(k)

if len(sys.argv) > seed:
    seen = [triangle(value) for value in rows(5)]
    while seen:
        seen.pop()
else:
    seen = {key: triangle(key) for key in range(4)}
    for key in seen:
        try:
            seen[key] = 1 / (key - 1)
        except ZeroDivisionError:
            seen[key] = None
many = [triangle(value % 3) for value in range(1000)]
grown = []
for value in range(1000):
    grown.append(triangle(value % 2))

def build(units, depth=triangle(2)):
    model = Sequential()
    for level in range(depth):
        model.add(Dense(units * (level + 1), activation='relu'))
    model.add(Dense(1, activation='softmax'))
    return model

async def later(n):
    return [triangle(k) for k in range(n)]

sizes = sorted(rows(6), key=lambda n: -triangle(min(n, 3)))
X = np.array(xs, dtype='float32')
y = np.array(ys)
model = build(4)
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit(X, y, epochs=triangle(2))
unknown = missing(many, grown)
`;

describe('following an edited script', () => {
  let bytes: Parameters<typeof Analyser.create>[0];
  let alone: Analyser;
  beforeAll(async () => {
    const read = (name: string) => readFileSync(path.join(wasm, name));
    bytes = { runtimeWasm: read('tree-sitter.wasm'), pythonWasm: read('tree-sitter-python.wasm') };
    alone = await Analyser.create(bytes);
  });

  /** What a new analysis of the text says. */
  let turn = 0;
  function afresh(text: string) {
    return alone.analyse(text, `alone-${turn++}.py`, options);
  }

  /** How often an analysis pauses. */
  function pauses(analyser: Analyser, text: string): number {
    const analysing = analyser.analysing(text, 'script.py', options);
    let count = 0;
    while (!analysing.next().done) count++;
    return count;
  }

  async function holdsFor(script: string, steps: readonly { change: number; at: number }[]): Promise<void> {
    const analyser = await Analyser.create(bytes);
    analyser.analyse(script, 'script.py', options);
    let text = script;
    for (const { change, at } of steps) {
      const lines = text.split('\n');
      const edited = changes[change % changes.length](lines, at % lines.length).join('\n');
      // Back and forth: an undone edit leaves nothing behind.
      for (const next of [edited, text, edited]) {
        const path = `alone-${turn}.py`;
        const expected = JSON.stringify(afresh(next)).replaceAll(path, 'script.py');
        expect(JSON.stringify(analyser.analyse(next, 'script.py', options))).toBe(expected);
      }
      text = edited;
    }
    analyser.dispose();
  }

  const scripts = [...scriptsOf(oracle), kerasScript(240)];
  const step = fc.record({ change: fc.nat(changes.length - 1), at: fc.nat(300) });

  it('says what a new analysis of the text says', async () => {
    const runs = Number(process.env.KERASCOPE_RUNS ?? 60);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...scripts), fc.array(step, { minLength: 1, maxLength: 3 }), holdsFor),
      { numRuns: runs },
    );
  });

  it('tells the findings as soon as they are known, with pauses left for the rest', async () => {
    const analyser = await Analyser.create(bytes);
    const script = `${kerasScript(240)}\nmodel = Sequential([Dense(3, activaton='relu')])\n`;
    const told: (readonly Finding[])[] = [];
    const onFindings = (findings: readonly Finding[]) => void told.push(findings);
    const analysing = analyser.analysing(script, 'script.py', { ...options, onFindings });
    let pausesBehind = 0;
    let step = analysing.next();
    for (; !step.done; step = analysing.next()) pausesBehind += told.length;
    expect(told).toEqual([step.value!.findings]);
    expect(told[0]!.length).toBeGreaterThan(0);
    expect(pausesBehind).toBeGreaterThan(1);
    analyser.dispose();
  });

  it('builds upon an analysis that was dropped in a pause', async () => {
    const analyser = await Analyser.create(bytes);
    const whole = kerasScript(240);
    analyser.analyse(whole, 'script.py', options);
    for (const pauses of [1, 4, 9]) {
      const dropped = analyser.analysing(whole.replace('SEED = 7', `SEED = ${pauses}`), 'script.py', options);
      for (let pause = 0; pause < pauses; pause++) expect(dropped.next().done).toBe(false);
      const edited = whole.replace('Dense(64', `Dense(${60 + pauses}`);
      const path = `alone-${turn}.py`;
      const expected = JSON.stringify(afresh(edited)).replaceAll(path, 'script.py');
      expect(JSON.stringify(analyser.analyse(edited, 'script.py', options))).toBe(expected);
      expect(dropped.next()).toEqual({ done: true, value: null });
    }
    analyser.dispose();
  });

  it('says the same however often it pauses, and builds upon what was dropped inside of a statement', async () => {
    /** At every chance, and at every third. */
    for (const stride of [1, 3]) {
      let asked = 0;
      const often = await Analyser.create(bytes, () => new Pace(() => (++asked % stride ? 0 : Infinity), 1));
      const inside = pauses(often, LOOPS);
      expect(inside).toBeGreaterThan(40);
      const expected = JSON.stringify(afresh(LOOPS));
      for (let at = 1; at < inside; at += 5) {
        const dropped = often.analysing(LOOPS.replace('seed = 3', `seed = ${at}`), 'script.py', options);
        for (let pause = 0; pause < at; pause++) dropped.next();
        const path = `alone-${turn - 1}.py`;
        const program = JSON.stringify(often.analyse(LOOPS, 'script.py', options));
        expect(program).toBe(expected.replaceAll(path, 'script.py'));
        expect(dropped.next().value ?? null).toBeNull();
      }
      for (const script of stride === 1 ? scripts.filter((_, index) => index % 3 === 0) : []) {
        const path = `alone-${turn}.py`;
        const alike = JSON.stringify(afresh(script)).replaceAll(path, 'script.py');
        expect(JSON.stringify(often.analyse(script, 'script.py', options))).toBe(alike);
      }
      often.dispose();
    }
  });

  it.each([
    [
      'a generator',
      'g = iter(range(9))\na = 1\nb = 2\nc = 3\nd = 4\ne = 5\nprint(next(g))\nlast = next(g)\nz = [0] * last\n',
    ],
    ['a list', 'xs = []\na = 1\nb = 2\nc = 3\nd = 4\ne = 5\nxs.append(1)\nxs.append(2)\nn = len(xs)\n'],
    ['a dictionary', 'd = {}\na = 1\nb = 2\nc = 3\ne = 5\nf = 6\nd["k"] = a\nn = len(d)\nm = d["k"]\n'],
    [
      'names of layers',
      'import keras\na = 1\nb = 2\nc = 3\nx = keras.layers.Dense(2)\nd = 4\ny = keras.layers.Dense(3)\nz = y.name\n',
    ],
  ])('keeps %s that later statements change', async (_name, text) => {
    const lines = text.split('\n').length;
    await holdsFor(
      text,
      Array.from({ length: lines }, (_, at) => ({ change: 4, at: lines - 1 - at })),
    );
  });
});
