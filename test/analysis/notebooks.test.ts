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
