/** scikit-learn under analysis: shapes and facts of what depends on chance, and errors before the run. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followProgram } from '../../../src/analysis/index.ts';
import { allLibraries } from '../../../src/library/index.ts';
import { NdArray } from '../../../src/library/numpy/ndarray.ts';
import { runPython, testParser } from '../../python/run.ts';

const HEAD = 'import numpy as np\nfrom sklearn.model_selection import train_test_split\n';

async function arraysOf(body: string): Promise<Map<string, NdArray>> {
  const { policy } = followProgram(await testParser(), HEAD + body, 'script.py', { kerasVersion: 'auto' });
  const arrays = new Map<string, NdArray>();
  for (const { node, value } of policy.bindings) {
    if (node.kind === 'Name' && value instanceof NdArray) arrays.set(node.id, value);
  }
  return arrays;
}

describe('scikit-learn under analysis', () => {
  it('takes tensors whose values only a run knows for what they are: classes, not a table of zeros and ones', async () => {
    const text = `${HEAD}import tensorflow as tf
from sklearn.metrics import accuracy_score, confusion_matrix
wanted = tf.argmax(np.random.rand(30, 3), axis=1)
guessed = tf.argmax(np.random.rand(30, 3), axis=1)
print(accuracy_score(wanted, guessed), accuracy_score(np.argmax(np.random.rand(30, 3), axis=1), guessed))
print(confusion_matrix(wanted, guessed))
`;
    const { program, policy } = followProgram(await testParser(), text, 'script.py', {
      kerasVersion: 'auto',
    });
    expect([program.findings, policy.faults]).toEqual([[], []]);
  });

  it('takes a column of a split table for no sparse matrix', async () => {
    const text = `${HEAD}import pandas as pd
from sklearn.metrics import mean_absolute_error
frame = pd.DataFrame(np.random.random((300, 2)), columns=['a', 'b'])
_, _, _, wanted = train_test_split(frame[['a']], frame['b'], test_size=0.25)
error = mean_absolute_error(wanted, np.random.random(75))
`;
    const { program } = followProgram(await testParser(), text, 'script.py', { kerasVersion: 'auto' });
    expect(program.findings.map(finding => finding.raises)).toEqual([]);
  });

  it('keeps shapes and one-hot rows through a split', async () => {
    const arrays = await arraysOf(
      'X = np.random.rand(100, 10)\nt = np.eye(3)[np.random.randint(0, 3, 100)]\na, b, c, d = train_test_split(X, t, test_size=0.2)\n',
    );
    expect(arrays.get('a')!.shape).toEqual([80, 10]);
    expect(arrays.get('b')!.shape).toEqual([20, 10]);
    expect(arrays.get('d')!.shape).toEqual([20, 3]);
    expect(arrays.get('c')!.facts.oneHot).toEqual({ classes: 3 });
  });

  it('gives made-up data their shapes and classes', async () => {
    const arrays = await arraysOf(
      'from sklearn.datasets import make_blobs\nX, y = make_blobs(n_samples=60, centers=4, n_features=3)\n',
    );
    expect(arrays.get('X')!.shape).toEqual([60, 3]);
    expect(arrays.get('y')!.facts).toMatchObject({ minimum: 0, maximum: 3, integers: true });
  });

  it.each([
    ['from sklearn.decomposition import PCA\nx = PCA(n_components=2).fit_transform(X)', [5000, 2]],
    ['from sklearn.impute import SimpleImputer\nx = SimpleImputer().fit_transform(X)', [5000, 10]],
    [
      'from sklearn.pipeline import make_pipeline\nfrom sklearn.preprocessing import StandardScaler\nfrom sklearn.decomposition import PCA\nx = make_pipeline(StandardScaler(), PCA(3)).fit_transform(X)',
      [5000, 3],
    ],
    [
      'from sklearn.compose import ColumnTransformer\nfrom sklearn.preprocessing import StandardScaler\nx = ColumnTransformer([("n", StandardScaler(), [0, 2])]).fit_transform(X)',
      [5000, 2],
    ],
    [
      'from sklearn.preprocessing import PolynomialFeatures\nx = PolynomialFeatures(2, include_bias=False).fit_transform(X[:, :3])',
      [5000, 9],
    ],
    [
      'from sklearn.linear_model import LogisticRegression\nx = LogisticRegression().fit(X, y).predict(X)',
      [5000],
    ],
    [
      'from sklearn.feature_extraction.text import CountVectorizer\nx = CountVectorizer().fit_transform(["a cat", "two dogs"]).toarray()',
      [2, 3],
    ],
  ])('knows the shape that %s gives', async (body, shape) => {
    const arrays = await arraysOf(
      `X = np.random.rand(5000, 10)\ny = np.random.randint(0, 2, 5000)\n${body}\n`,
    );
    expect(arrays.get('x')?.shape).toEqual(shape);
  });

  it('says why data of the internet are not there', async () => {
    const { stderr } = await runPython(
      'from sklearn.datasets import fetch_openml\nfetch_openml("mnist_784")\n',
      {
        libraries: allLibraries(),
      },
    );
    expect(stderr.trim().split('\n').at(-1)).toBe(
      'NotImplementedError: sklearn.datasets.fetch_openml downloads data from the internet, which Kerascope does not do: for MNIST use keras.datasets.mnist, for other data save a CSV file beside the script',
    );
  });

  it('finds samples that do not match before the run', async () => {
    const text = `${HEAD}train_test_split(np.random.rand(100, 3), np.random.rand(90))\n`;
    const { program } = followProgram(await testParser(), text, 'script.py', { kerasVersion: 'auto' });
    expect(program.findings.map(finding => [finding.span.start.line, finding.raises])).toEqual([
      [3, 'ValueError: Found input variables with inconsistent numbers of samples: [100, 90]'],
    ]);
  });

  it('splits into the sizes of the run, for any sizes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 60 }),
        fc.oneof(
          fc.double({ min: 0.05, max: 0.95, noNaN: true }).map(String),
          fc.integer({ min: 1, max: 59 }).map(String),
        ),
        async (samples, size) => {
          const body = `X = np.random.rand(${samples}, 2)\na, b = train_test_split(X, test_size=${size})\n`;
          const { stdout } = await runPython(`${HEAD}${body}print(a.shape[0], b.shape[0])\n`, {
            libraries: allLibraries(),
          });
          if (stdout === '') return;
          const arrays = await arraysOf(body);
          expect(`${arrays.get('a')?.shape[0]} ${arrays.get('b')?.shape[0]}\n`).toBe(stdout);
        },
      ),
      { numRuns: 25 },
    );
  });
});
