/** Tables that are changed with something unknown: nothing of them is taken for known afterwards. */
import { describe, expect, it } from 'vitest';
import { followProgram } from '../../../src/analysis/index.ts';
import { testParser } from '../../python/run.ts';

const HEAD = `import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
table = pd.DataFrame({'a': [1.0, 2.0, 3.0, 4.0], 'b': [0, 1, 0, 1]})
there = input()
`;

async function raisesOf(text: string): Promise<readonly (string | null)[]> {
  const { program, policy } = followProgram(await testParser(), HEAD + text, 'script.py', {
    kerasVersion: 'auto',
    glimpse: () => null,
  });
  expect(policy.faults).toEqual([]);
  return program.findings.map(finding => finding.raises);
}

describe('a table that is changed with something unknown', () => {
  for (const text of [
    "table['c'] = there\ntable['c'].sum()\ntable.drop(columns='c')\n",
    "table[there] = 1\ntable['anything'] + 1\n",
    "table.insert(0, there, [1, 2, 3, 4])\ntable['x']\ntable.columns[2]\n",
    "table.rename(columns={'a': there}, inplace=True)\ntable['x'] * 2\n",
    "table.loc[there, 'z'] = 5\ntable['z'].mean()\ntable.iloc[4]\n",
    "column = table['a']\ncolumn[there] = 3\ncolumn.iloc[4]\n",
  ])
    it(`raises nothing later: ${text.split('\n')[0]}`, async () => {
      expect(await raisesOf(text)).toEqual([]);
    });

  it('still raises where all is known', async () => {
    expect(await raisesOf("table['c'] = 1\ntable['d']\n")).toEqual(["KeyError: 'd'"]);
  });
});

describe('targets that are not known', () => {
  it('are given to the last step of a pipeline all the same', async () => {
    expect(
      await raisesOf("make_pipeline(StandardScaler(), LogisticRegression()).fit(table[['a']], there)\n"),
    ).toEqual([]);
  });

  it('are missed where there are none', async () => {
    const raises = await raisesOf(
      "make_pipeline(StandardScaler(), LogisticRegression()).fit(table[['a']])\n",
    );
    expect(raises).toEqual([expect.stringContaining("missing 1 required positional argument: 'y'")]);
  });
});
