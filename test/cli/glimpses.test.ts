/** What the command line's analysis sees of data files: those in the folders of a run, and nothing else. */
import { symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CommandEnvironment } from '../../src/cli/environment.ts';
import { glimpsesFor } from '../../src/cli/glimpses.ts';
import { command, temporaryFolder } from './commandLine.ts';

let project: ReturnType<typeof temporaryFolder>;
let outside: ReturnType<typeof temporaryFolder>;

beforeEach(() => {
  project = temporaryFolder({ 'data.csv': 'a,b\n1,2\n', 'sub/train.py': '', 'sub/own.csv': 'c\n3\n' });
  outside = temporaryFolder({ 'secret.csv': 'x\n1\n' });
});
afterEach(() => {
  project.remove();
  outside.remove();
});

const look = () =>
  glimpsesFor('sub/train.py', { workingDirectory: project.folder } as unknown as CommandEnvironment);
const text = (glimpse: ReturnType<ReturnType<typeof look>>) =>
  glimpse === null || glimpse === 'missing' ? glimpse : new TextDecoder().decode(glimpse.head);

it('sees files of the working directory and beside the script', () => {
  expect(text(look()('data.csv'))).toBe('a,b\n1,2\n');
  expect(text(look()('own.csv'))).toBe('c\n3\n');
  expect(text(look()(path.join(project.folder, 'data.csv')))).toBe('a,b\n1,2\n');
});

it('knows that a file is missing, and nothing of what lies elsewhere', () => {
  symlinkSync(path.join(outside.folder, 'secret.csv'), path.join(project.folder, 'link.csv'));
  expect(look()('none.csv')).toBe('missing');
  expect(look()('sub')).toBeNull();
  expect(look()('link.csv')).toBeNull();
  expect(look()(path.join(outside.folder, 'secret.csv'))).toBeNull();
  expect(look()('../none.csv')).toBeNull();
});

it('reads the beginning of a long file, and the same object while nothing changes', () => {
  writeFileSync(path.join(project.folder, 'long.csv'), 'x\n'.repeat(2 << 20));
  const glimpse = look();
  const seen = glimpse('long.csv');
  expect(seen).toMatchObject({ size: 4 << 20 });
  expect((seen as { head: Uint8Array }).head.length).toBe(256 << 10);
  expect(glimpse('long.csv')).toBe(seen);
});

it('gives check and inspect the columns of a table, and its mistakes', async () => {
  const head = 'import pandas as pd\nfrom keras import Sequential, layers\n';
  const model =
    "m = Sequential([layers.Input((3,)), layers.Dense(1)])\nm.compile('adam', 'mse')\nm.fit(df[['a', 'b']], df['b'])\n";
  writeFileSync(path.join(project.folder, 'fit.py'), `${head}df = pd.read_csv('data.csv')\n${model}`);
  writeFileSync(path.join(project.folder, 'none.py'), `${head}df = pd.read_csv('none.csv')\n${model}`);
  const options = { workingDirectory: project.folder };
  const inspected = await command(['inspect', '--json', 'fit.py'], options);
  expect(JSON.parse(inspected.stdout).fits[0].x).toMatchObject({ shape: [1, 2] });
  const checked = await command(['check', '--json', 'fit.py', 'none.py'], options);
  const found = JSON.parse(checked.stdout) as {
    file: string;
    code: string;
    range: { start: { line: number } };
  }[];
  expect(found.map(({ file, code, range }) => [file, code, range.start.line])).toEqual([
    ['fit.py', 'input-shape', 6],
    ['none.py', 'file-not-found-error', 3],
  ]);
});
