/** A notebook's program: IPython's names and commands harm nothing. */
import { expect, it } from 'vitest';
import { followProgram } from '../../src/analysis/index.ts';
import { pythonOfCell } from '../../src/editor/notebookText.ts';
import { testParser } from '../python/run.ts';

async function findingsOf(path: string, ...cells: readonly string[]): Promise<string[]> {
  const text = cells.map(pythonOfCell).join('\n');
  const { program } = followProgram(await testParser(), text, path, { kerasVersion: 'auto' });
  return program.findings.map(finding => `${finding.span.start.line} ${finding.code}`);
}

const cells = [
  '%matplotlib inline\n!pip install keras\nimport numpy as np\nimport keras\nfrom keras.layers import Dense',
  'files = !ls\nfor name in files:\n    print(name)\nx = np.zeros((10, 4))\ndisplay(x)',
  "get_ipython().run_line_magic('matplotlib', 'inline')\nprint(len(In), _)",
  "model = keras.Sequential([keras.Input((4,)), Dense(2)])\nmodel.compile(loss='mse')",
  '%%bash\nls -l',
  '%time model.fit(x, np.zeros((10, 2)))',
];

it('finds nothing in a correct notebook', async () => {
  expect(await findingsOf('lesson.ipynb', ...cells)).toEqual([]);
});

it('finds a mistake in what is timed, at its line', async () => {
  const wrong = cells.map(cell => cell.replace('np.zeros((10, 2))', 'np.zeros((9, 2))'));
  expect(await findingsOf('lesson.ipynb', ...wrong)).toEqual(['17 cardinality']);
});

it('knows no IPython in a plain script', async () => {
  expect(await findingsOf('lesson.py', 'import keras\ndisplay(1)\n')).toEqual(['2 undefined-name']);
});

/** Python as IPython takes it, cell by cell, and the cells in which something was found. */
async function faultyCells(cells: readonly string[]) {
  const texts = cells.map(pythonOfCell);
  const cellStarts = texts.map(
    (_text, index) => texts.slice(0, index).join('\n').length + Math.min(index, 1),
  );
  const firstLines = cellStarts.map(start => texts.join('\n').slice(0, start).split('\n').length);
  const options = { kerasVersion: 'auto', cellStarts } as const;
  const { program } = followProgram(await testParser(), texts.join('\n'), 'lesson.ipynb', options);
  const cellOf = (line: number): number => firstLines.findLastIndex(first => first <= line);
  const places = program.findings.flatMap(({ span }) => [span.start.line, span.end.line].map(cellOf));
  return { cells: [...new Set(places)], codes: program.findings.map(({ code }) => code), program };
}

const lesson = [
  'import numpy as np\nfrom keras.models import Sequential\nfrom keras.layers import Dense',
  'X = np.zeros((10, 4))\ny = np.zeros((10, 2))',
  "model = Sequential()\nmodel.add(Dense(2, input_dim=4))\nmodel.compile(loss='mse', optimizer='sgd')",
  'model.fit(X, y)',
];

it.each([
  'z = """never closed',
  "z = '''a\nb",
  'z = np.array([1, 2',
  'z = {',
  'z = )',
  'print("a',
  'z = f"{X',
  'z = 1 \\',
  'lambda',
  'if X is None:',
  'for i in range(3):\n',
  'else:\n    pass',
  'def f(a,\n  b',
  'class A:',
  'try:\n    z = 1',
  '@decorator',
  'x = 1\n  z = 1',
  'return 3',
])('keeps what is wrong in %j to its cell', async broken => {
  for (const at of [1, 2, 3]) {
    const { cells, codes, program } = await faultyCells([
      ...lesson.slice(0, at),
      broken,
      ...lesson.slice(at),
    ]);
    expect(cells).toEqual([at]);
    expect(codes).toContain('syntax-error');
    expect(program.fits.map(({ model, x }) => [model, x?.shape])).toEqual([['model', [10, 4]]]);
    expect(program.models[0]?.outputShape).toEqual([null, 2]);
  }
});

it('keeps two broken cells apart, though their quotes would pair up', async () => {
  const { cells, program } = await faultyCells([
    ...lesson.slice(0, 2),
    'a = """one',
    ...lesson.slice(2),
    'print(',
    'b = """two',
  ]);
  expect(cells).toEqual([2, 5, 6]);
  expect(program.fits).toHaveLength(1);
});

it("takes a later cell's __future__ import for what it is there, a first line", async () => {
  const { codes } = await faultyCells([...lesson, 'from __future__ import annotations']);
  expect(codes).toEqual([]);
});
