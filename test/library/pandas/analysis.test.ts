/** A table that is not read before the run is unknown, and nothing done with it becomes a finding. */
import { expect, it } from 'vitest';
import { followProgram } from '../../../src/analysis/index.ts';
import { testParser } from '../../python/run.ts';

const script = `import numpy as np
import pandas as pd
from sklearn.preprocessing import LabelBinarizer, LabelEncoder, OneHotEncoder, StandardScaler
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
`;

it('follows a script around an unread table without findings', async () => {
  const { program, policy } = followProgram(await testParser(), script, 'script.py', {
    kerasVersion: 'auto',
  });
  expect(program.findings).toEqual([]);
  expect(policy.faults).toEqual([]);
});
