/** What pandas has and is missing here. */
import { expect, it } from 'vitest';
import { analyseKeras, runKeras } from '../keras/program.ts';

const table = 'import pandas as pd\ntable = pd.DataFrame({"a": [1, 2, 3], "b": ["x", "y", "x"]})\n';

it.each([
  'table.at_time("9:00")',
  'table["a"].between_time("9:00", "10:00")',
  'table.groupby("b").ohlc()',
  'table["b"].str.rindex("x")',
  'table.index.to_flat_index()',
])('%s is no error while typing, and named when it runs', async expression => {
  const { findings } = await analyseKeras(`${table}found = ${expression}\n`);
  expect(findings).toEqual([]);
  const { stderr } = await runKeras(`${table}found = ${expression}\n`);
  expect(stderr).toMatch(/NotImplementedError: pandas\.\w+\.\w+ is not supported by Kerascope yet/);
});

it.each(['table.no_such', 'table["a"].no_such', 'table.groupby("b").no_such', 'table.index.no_such'])(
  '%s is a mistake',
  async expression => {
    const { findings } = await analyseKeras(`${table}found = ${expression}\n`);
    expect(findings.map(({ code }) => code)).toEqual(['attribute-error']);
    const { stderr } = await runKeras(`${table}found = ${expression}\n`);
    expect(stderr).toMatch(/AttributeError: '\w+' object has no attribute 'no_such'/);
  },
);
