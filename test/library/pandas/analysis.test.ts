/** Tables under analysis: shapes, columns and types from files and from data, and errors before the run. */
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { followProgram } from '../../../src/analysis/index.ts';
import type { FileGlimpse } from '../../../src/python/policy.ts';
import { testParser } from '../../python/run.ts';

const HEAD = 'import numpy as np\nimport pandas as pd\n';

const rowsOf = (count: number, row: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => `${row(index)}\n`).join('');

const flowers = `length,width,kind\n${rowsOf(90, index => `${index / 10},${index % 7},${'abc'[index % 3]}`)}`;
const measured = `a,b,outcome\n${rowsOf(6000, index => `${index % 100}.5,${index},${index % 2}`)}`;
const gaps = `rooms,price\n${rowsOf(5000, index => (index % 9 === 0 ? `${index},` : `${index},1.5`))}`;

const whole = (text: string): FileGlimpse => ({ head: strToU8(text), size: text.length });
const files: Readonly<Record<string, FileGlimpse>> = {
  'flowers.csv': whole(flowers),
  'measured.csv': whole(measured),
  'gaps.csv': whole(gaps),
  'long.csv': { head: strToU8(measured.slice(0, 4003)), size: 1 << 28 },
};

async function analysed(
  text: string,
  glimpse: (path: string) => FileGlimpse | 'missing' | null = () => null,
) {
  const { program, policy } = followProgram(await testParser(), HEAD + text, 'script.py', {
    kerasVersion: 'auto',
    glimpse: path => files[path] ?? glimpse(path),
  });
  expect(policy.faults).toEqual([]);
  const values = new Map(program.values.map(note => [note.name, note.value]));
  return { values, raises: program.findings.map(finding => finding.raises), policy };
}

describe('tables from files', () => {
  it('have the rows, columns and contents of a short file', async () => {
    const { values } = await analysed(
      "df = pd.read_csv('flowers.csv')\nX = df.drop('kind', axis=1).values\ny = pd.get_dummies(df['kind']).values\nk = df['width']\n",
    );
    expect(values.get('df')).toMatchObject({ type: 'DataFrame', shape: [90, 3] });
    expect(values.get('X')).toMatchObject({ shape: [90, 2], dtype: 'float64' });
    expect(values.get('y')).toMatchObject({ shape: [90, 3], facts: [{ template: 'one-hot, {0} classes' }] });
    expect(values.get('k')).toMatchObject({ type: 'Series', shape: [90], facts: [{ args: [0, 6] }] });
  });

  it.each([
    ["df.drop('outcome', axis=1).values", [6000, 2]],
    ["df['outcome'].values", [6000]],
    ["df[df['a'] > 50].values", [null, 3]],
    ['df.sample(frac=1).reset_index(drop=True).values', [6000, 3]],
    ['df.iloc[:100, :2].to_numpy()', [100, 2]],
    ["df.loc[:, 'a':'b'].values", [6000, 2]],
    ['((df - df.mean()) / df.std()).values', [6000, 3]],
    ["df.sort_values('a').values", [6000, 3]],
    ["df.fillna(df['a'].mean()).values", [6000, 3]],
    ['pd.concat([df, df]).values', [12000, 3]],
    ["df[['a', 'b']].astype('float32').values", [6000, 2]],
    ['df.describe().values', [8, 3]],
  ])('keep their shape in %s', async (expression, shape) => {
    const { values, raises } = await analysed(`df = pd.read_csv('measured.csv')\nx = ${expression}\n`);
    expect(raises).toEqual([]);
    expect(values.get('x')?.shape).toEqual(shape);
  });

  it('know the range of labels in a long column', async () => {
    const { values } = await analysed("y = pd.read_csv('measured.csv')['outcome'].values\n");
    expect(values.get('y')?.facts.map(fact => fact.template)).toEqual(['zeros and ones']);
  });

  it('know the columns of a file that is seen in part', async () => {
    const { values } = await analysed("df = pd.read_csv('long.csv')\nX = df[['a', 'b']].values\n");
    expect(values.get('df')).toMatchObject({ shape: [null, 3] });
    expect(values.get('X')).toMatchObject({ shape: [null, 2], facts: [] });
  });

  it('have fewer rows, nobody knows how many, without their gaps', async () => {
    const { values, raises } = await analysed(
      "df = pd.read_csv('gaps.csv').dropna()\np = df['price'].values\n",
    );
    expect(raises).toEqual([]);
    expect(values.get('p')?.shape).toEqual([null]);
  });

  it('say which column is not there', async () => {
    const { raises } = await analysed("df = pd.read_csv('flowers.csv')\ny = df['species']\n");
    expect(raises).toEqual(["KeyError: 'species'"]);
  });

  it('say that there is no file', async () => {
    const { raises } = await analysed("df = pd.read_csv('none.csv')\n", () => 'missing');
    expect(raises).toEqual(["FileNotFoundError: [Errno 2] No such file or directory: 'none.csv'"]);
  });

  it('say nothing of a file that the script writes', async () => {
    const text = "pd.DataFrame({'a': [1]}).to_csv('none.csv')\ndf = pd.read_csv('none.csv')\n";
    expect((await analysed(text, () => 'missing')).raises).toEqual([]);
  });
});

it('follows a script around a table that nobody can see, without findings', async () => {
  const { raises } =
    await analysed(`from sklearn.preprocessing import LabelBinarizer, LabelEncoder, OneHotEncoder, StandardScaler
from sklearn.model_selection import StratifiedKFold, train_test_split
from sklearn.metrics import classification_report, confusion_matrix, f1_score
df = pd.read_csv('iris.csv', header=None)
X = df.values[:, 0:4].astype(float)
Y = df.values[:, 4]
encoder = LabelEncoder()
encoder.fit(Y)
codes = encoder.transform(Y)
t = LabelBinarizer().fit_transform(Y)
o = OneHotEncoder(sparse_output=False).fit_transform(df[['a']])
Xs = StandardScaler().fit_transform(X)
a, b, c, d = train_test_split(Xs, t, test_size=0.2, stratify=Y)
for train, test in StratifiedKFold(5, shuffle=True).split(X, Y):
    part = X[train]
print(classification_report(codes, codes), confusion_matrix(codes, codes), f1_score(codes, codes, average='macro'))
df['x'] = df['y'].map({'M': 1, 'B': 0})
frame = pd.DataFrame({'p': np.random.rand(20), 'q': Y})
print(frame.groupby('q').mean(), frame.describe())
`);
  expect(raises).toEqual([]);
});
