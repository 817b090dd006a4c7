/** What is seen of data files: read once in the background, again when they change, looked for where a run looks. */
import { beforeEach, describe, expect, it, vi } from 'vitest';

vi.mock('vscode', () => import('./documentsStandIn.ts'));

import { DataFiles } from '../../src/editor/dataFiles.ts';
import { Script } from '../../src/editor/scripts.ts';
import { files, folders, newWindow, StandInDocument, settings, Uri, watchers } from './documentsStandIn.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

beforeEach(() => newWindow());

/** A script of the workspace folder `/project`, what it sees of files, and how often there was something new. */
function opened(address = 'file:///project/lessons/a.py', folder = 'file:///project') {
  folders.push({ uri: Uri.parse(folder) });
  const dataFiles = new DataFiles();
  const news = vi.fn();
  dataFiles.onDidChange(news);
  const script = Script.ofFile(new StandInDocument(address, '') as never);
  return { dataFiles, news, see: dataFiles.glimpsesFor(script) };
}

/** Lets files be read that were asked for. */
async function read(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

describe('a data file', () => {
  it('is not known at first, then seen, as the same object each time', async () => {
    files.set('file:///project/iris.csv', bytes('a,b\n1,2\n'));
    const { news, see } = opened();
    expect(see('iris.csv')).toBeNull();
    await read();
    expect(news).toHaveBeenCalledTimes(1);
    const seen = see('iris.csv');
    expect(seen).toEqual({ size: 8, head: bytes('a,b\n1,2\n') });
    expect(see('./iris.csv')).toBe(seen);
    await read();
    expect(news).toHaveBeenCalledTimes(1);
  });

  it('is missing only where nothing is, here and beside the script', async () => {
    files.set('file:///project/locked.csv', new Error('no permission'));
    files.set('file:///project/lessons/near.csv', bytes('a\n'));
    const { see } = opened();
    for (const name of ['none.csv', 'locked.csv', 'near.csv']) see(name);
    await read();
    for (const name of ['none.csv', 'near.csv']) see(name);
    await read();
    expect(see('none.csv')).toBe('missing');
    expect(see('locked.csv')).toBeNull();
    expect(see('near.csv')).toMatchObject({ size: 2 });
  });

  it('is first looked for where a run would read', async () => {
    files.set('file:///project/x.csv', bytes('folder\n'));
    files.set('file:///project/lessons/x.csv', bytes('lesson\n'));
    const { see } = opened();
    see('x.csv');
    await read();
    expect(see('x.csv')).toMatchObject({ head: bytes('folder\n') });
    settings.set('kerascope.workingDirectory', 'scriptFolder');
    const other = opened();
    other.see('x.csv');
    await read();
    expect(other.see('x.csv')).toMatchObject({ head: bytes('lesson\n') });
  });

  it('is read again when it changes, appears or vanishes, and others are not', async () => {
    files.set('file:///project/x.csv', bytes('a\n'));
    const { news, see } = opened();
    see('x.csv');
    await read();
    const [watcher] = watchers;
    files.set('file:///project/x.csv', bytes('a,b\n'));
    watcher!.changed.fire(Uri.parse('file:///project/x.csv'));
    watcher!.changed.fire(Uri.parse('file:///project/unasked.csv'));
    await read();
    expect(see('x.csv')).toMatchObject({ size: 4 });
    files.delete('file:///project/x.csv');
    watcher!.deleted.fire(Uri.parse('file:///project/x.csv'));
    await read();
    see('x.csv');
    await read();
    expect(see('x.csv')).toBe('missing');
    files.set('file:///project/x.csv', bytes('b\n'));
    watcher!.created.fire(Uri.parse('file:///project/x.csv'));
    await read();
    expect(see('x.csv')).toMatchObject({ size: 2 });
    expect(news.mock.calls.length).toBeGreaterThanOrEqual(4);
  });

  it('is left alone when it is large, and of an ordinary one only the beginning is kept', async () => {
    files.set('file:///project/large.csv', 65 << 20);
    files.set('file:///project/long.csv', new Uint8Array(3 << 20));
    const { see } = opened();
    for (const name of ['large.csv', 'long.csv']) see(name);
    await read();
    expect(see('large.csv')).toBeNull();
    const seen = see('long.csv');
    expect(seen).toMatchObject({ size: 3 << 20 });
    expect(seen !== null && seen !== 'missing' && seen.head.length < seen.size).toBe(true);
  });

  it('is not looked for outside of the workspace', async () => {
    files.set('file:///secret.csv', bytes('a\n'));
    const { see } = opened();
    for (const name of ['../../secret.csv', '/secret.csv', '']) see(name);
    await read();
    for (const name of ['../../secret.csv', '/secret.csv', '']) expect(see(name)).toBeNull();
    expect(watchers).toHaveLength(0);
  });

  it('is found by its absolute path in a folder of this machine, and by a relative one in a virtual one', async () => {
    files.set('file:///project/x.csv', bytes('a\n'));
    files.set('vscode-vfs:///cloud/x.csv', bytes('a,b\n'));
    const here = opened();
    const there = opened('vscode-vfs:///cloud/a.py', 'vscode-vfs:///cloud');
    here.see('/project/x.csv');
    for (const name of ['x.csv', '/cloud/x.csv']) there.see(name);
    await read();
    expect(here.see('/project/x.csv')).toMatchObject({ size: 2 });
    expect(there.see('x.csv')).toMatchObject({ size: 4 });
    expect(there.see('/cloud/x.csv')).toBeNull();
  });

  it('is not known to a script without a folder', async () => {
    files.set('file:///x.csv', bytes('a\n'));
    const { see } = opened('untitled:Untitled-1');
    see('x.csv');
    await read();
    expect(see('x.csv')).toBeNull();
  });

  it('costs nothing for ever when its path was only typed through', async () => {
    const { see } = opened();
    for (let count = 1; count <= 500; count++) {
      see(`${'x'.repeat(count)}.csv`);
      await read();
    }
    see(`${'x'.repeat(500)}.csv`);
    await read();
    expect(see(`${'x'.repeat(500)}.csv`)).toBe('missing');
    // The oldest was forgotten: it is not known until it has been read again.
    expect(see('x.csv')).toBeNull();
  });

  it('is no longer watched after the end', async () => {
    const { dataFiles, see } = opened();
    see('x.csv');
    expect(watchers).toHaveLength(1);
    dataFiles.dispose();
    expect(watchers).toHaveLength(0);
  });
});
