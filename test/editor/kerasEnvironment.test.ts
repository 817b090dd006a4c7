/** Which Keras a workspace has: the user's choice, else what is installed, else what the script itself suggests. */
import { beforeEach, expect, it, vi } from 'vitest';

vi.mock('vscode', () => import('./documentsStandIn.ts'));

import { KerasEnvironment, majorVersion } from '../../src/editor/kerasEnvironment.ts';
import { events, folders, found, newWindow, searches, Uri, watchers } from './documentsStandIn.ts';

const site = '/.venv/lib/python3.12/site-packages';

beforeEach(newWindow);

function install(folder: string, ...packages: string[]): void {
  if (!folders.some(({ uri }) => uri.path === folder)) folders.push({ uri: Uri.parse(`file://${folder}`) });
  found.set(
    `file://${folder}`,
    packages.map(name => Uri.parse(`file://${folder}${site}/${name}.dist-info/METADATA`)),
  );
}

const versionOf = (environment: KerasEnvironment, path: string, choice: 'auto' | '1' | '2' | '3' = 'auto') =>
  environment.version(Uri.parse(`file://${path}`) as never, choice);

it.each([
  ['keras-3.3.3', '3'],
  ['keras-2.15.0', '2'],
  ['keras-1.2.2', '1'],
  ['keras-3.0.0rc1', '3'],
  ['keras-30.0.0', null],
  ['keras_tuner-1.4.0', null],
  ['keras-preprocessing-1.1.2', null],
  ['tf_keras-2.16.0', null],
])('reads %s', (name, version) => {
  expect(majorVersion(`/project${site}/${name}.dist-info/METADATA`)).toBe(version);
  expect(majorVersion(`/project/venv/Lib/site-packages/${name}.dist-info/METADATA`)).toBe(version);
});

it('takes the version that is installed in the folder of the script', async () => {
  install('/old', 'keras-2.3.1');
  install('/new', 'keras-3.3.3');
  install('/none');
  const environment = new KerasEnvironment();
  expect(await versionOf(environment, '/old/a/train.py')).toBe('2');
  expect(await versionOf(environment, '/new/train.py')).toBe('3');
  expect(await versionOf(environment, '/none/train.py')).toBe('auto');
  expect(await versionOf(environment, '/elsewhere/train.py')).toBe('auto');
});

it("prefers the user's choice, without looking", async () => {
  install('/old', 'keras-2.3.1');
  expect(await versionOf(new KerasEnvironment(), '/old/train.py', '3')).toBe('3');
  expect(searches).toEqual([]);
});

it('looks once, and again when another Keras is installed or folders change', async () => {
  install('/project', 'keras-2.3.1');
  const environment = new KerasEnvironment();
  const changed = vi.fn();
  environment.onDidChange(changed);
  await versionOf(environment, '/project/a.py');
  await versionOf(environment, '/project/b.py');
  expect(searches).toHaveLength(1);
  install('/project', 'keras-3.3.3');
  watchers[0]!.created.fire(Uri.parse('file:///project/METADATA'));
  expect(changed).toHaveBeenCalledTimes(1);
  expect(await versionOf(environment, '/project/a.py')).toBe('3');
  install('/project');
  events.folders.fire({});
  expect(changed).toHaveBeenCalledTimes(2);
  expect(await versionOf(environment, '/project/a.py')).toBe('auto');
  expect(watchers).toHaveLength(1);
  environment.dispose();
  expect(watchers).toHaveLength(0);
});

it('leaves the choice to the script where the workspace cannot be searched', async () => {
  install('/virtual');
  found.set('file:///virtual', new Error('no search provider'));
  expect(await versionOf(new KerasEnvironment(), '/virtual/train.py')).toBe('auto');
});

it('searches no virtual workspace, in which nothing may ever answer', async () => {
  folders.push({ uri: Uri.parse('vscode-vfs:///cloud') });
  const script = Uri.parse('vscode-vfs:///cloud/train.py') as never;
  expect(await new KerasEnvironment().version(script, 'auto')).toBe('auto');
  expect(searches).toEqual([]);
});

it('does not wait for a long search, and tells what it has found in the end', async () => {
  vi.useFakeTimers();
  try {
    install('/large', 'keras-2.3.1');
    let find = (): void => undefined;
    const files = found.get('file:///large')!;
    found.set('file:///large', new Promise(resolve => (find = () => resolve(files))) as never);
    const environment = new KerasEnvironment();
    const changed = vi.fn();
    environment.onDidChange(changed);
    const asked = versionOf(environment, '/large/train.py');
    await vi.advanceTimersByTimeAsync(500);
    expect(await asked).toBe('auto');
    find();
    await vi.advanceTimersByTimeAsync(0);
    expect(changed).toHaveBeenCalledTimes(1);
    expect(await versionOf(environment, '/large/train.py')).toBe('2');
  } finally {
    vi.useRealTimers();
  }
});
