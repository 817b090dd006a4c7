/** Downloads of a run in the editor: asked for once, whole and checked in Keras's folder, ended with their run. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

const settings = { downloads: 'ask' };
vi.mock('vscode', () => import('./vscodeStandIn.ts'));
vi.mock('../../src/editor/settings.ts', () => ({
  downloadSetting: () => settings.downloads,
  allowKerasDatasets: async () => {
    settings.downloads = 'kerasDatasets';
  },
}));
vi.mock('../../src/editor/localisation.ts', () => ({
  localise: ({ template, args }: { template: string; args: unknown[] }) => `${template} ${args.join(' ')}`,
}));

import { CacheFolder } from '../../src/editor/cacheFolder.ts';
import { Downloads } from '../../src/editor/downloads.ts';
import { Runs } from '../../src/editor/runs.ts';
import { WorkspaceFiles } from '../../src/editor/workspaceFiles.ts';
import { sourceOf } from '../../src/library/keras/datasets/sources.ts';
import type { ReplyMessage, RequestMessage, RequestProgressMessage, WantedFile } from '../../src/protocol.ts';
import { FileServer } from '../library/downloads/server.ts';
import { RUN } from '../panel/scenario.ts';
import { dialogs, files, notifications, Uri, workspace } from './vscodeStandIn.ts';

type CacheRequest = Extract<RequestMessage, { request: 'cacheFile' }>;

let server: FileServer;
beforeAll(async () => {
  server = await FileServer.start();
});
afterAll(() => server.stop());
beforeEach(() => {
  server.answer = 'whole';
  server.asked.length = 0;
  settings.downloads = 'ask';
  dialogs.answer = null;
  notifications.length = 0;
  workspace.isTrusted = true;
  files.clear();
});

const digits = createHash('sha256').update('12345678').digest('hex');
const mnist: WantedFile = { ...sourceOf('mnist.npz')!, hash: { algorithm: 'sha256', digest: digits } };
const fashion = ['train-labels-idx1', 'train-images-idx3'].map(
  name => sourceOf(`fashion-mnist/${name}-ubyte.gz`)!,
);
const own: WantedFile = {
  ...mnist,
  place: 'datasets/a.csv',
  address: 'https://example.org/a.csv',
  collection: null,
};

/** A window with one run that asks for files. */
function openWindow(variables: Record<string, string> = { HOME: '/home/ann' }) {
  const runs = new Runs();
  const cache = new CacheFolder(Uri.parse('memory:///storage') as never, variables);
  const log = { warn() {} };
  const downloads = new Downloads(cache, runs, log as never, server.fetch);
  const script = Uri.parse('file:///project/a.py') as never;
  const run = runs.begin(script, RUN);
  const told: RequestProgressMessage[] = [];
  const workspaceFiles = new WorkspaceFiles(script, '', cache);
  let id = 0;
  const ask = (file: WantedFile): Promise<ReplyMessage> => {
    const parameters = { path: `~/.keras/${file.place}`, file };
    const request: CacheRequest = {
      type: 'request',
      runId: RUN.runId,
      id: ++id,
      request: 'cacheFile',
      parameters,
    };
    return downloads.answer(request, run, workspaceFiles, progress => told.push(progress));
  };
  return { runs, run, ask, told, files: workspaceFiles };
}

const failure = (reply: ReplyMessage) => (reply.ok ? null : reply.error);

describe('a data set that a run asks for', () => {
  it('is asked about, with size, address and folder; then it lies where Keras looks', async () => {
    const window = openWindow();
    const reply = await window.ask(mnist);
    expect(reply).toMatchObject({ ok: true, result: { path: '/home/ann/.keras/datasets/mnist.npz' } });
    expect(notifications).toEqual(['Download MNIST (11.5 MB)?']);
    expect([...files.keys()]).toEqual(['/home/ann/.keras/datasets/mnist.npz']);
    expect(window.told[0]).toMatchObject({ type: 'requestProgress', received: 0, total: 8 });
    const path = '/home/ann/.keras/datasets/mnist.npz';
    const read = {
      type: 'request',
      runId: RUN.runId,
      id: 9,
      request: 'readFile',
      parameters: { path },
    } as const;
    expect(await window.files.answer(read)).toMatchObject({ ok: true, result: { bytes: { length: 8 } } });
  });

  it('is asked about once, whatever number of files it has, and not when it is there', async () => {
    const window = openWindow();
    for (const file of [...fashion, ...fashion]) expect((await window.ask(file)).ok).toBe(true);
    expect(notifications).toEqual(['Download Fashion MNIST (30.9 MB)?']);
    expect(server.asked).toHaveLength(2);
  });

  it('is not asked about again by who agreed to all of Keras; other addresses are', async () => {
    const window = openWindow();
    dialogs.answer = (_text, buttons) => buttons[1];
    await window.ask(mnist);
    expect(settings.downloads).toBe('kerasDatasets');
    await window.ask(fashion[0]!);
    expect(notifications).toHaveLength(1);
    dialogs.answer = (_text, buttons) => buttons[1];
    expect(failure(await window.ask(own))?.message).toContain('refused');
  });

  it.each([
    ['Cancel', () => (dialogs.answer = () => undefined), 'FileNotFoundError', 'choose Download'],
    ['the setting never', () => (settings.downloads = 'never'), 'FileNotFoundError', 'kerascope.downloads'],
    ['no trust', () => (workspace.isTrusted = false), 'PermissionError', 'that you trust'],
    ['an open connection', () => undefined, 'PermissionError', 'beside the script'],
  ])('is not fetched after %s, and the error says what to do', async (why, arrange, exception, advice) => {
    const window = openWindow();
    arrange();
    const file = why === 'an open connection' ? { ...own, address: 'http://example.org/a.csv' } : mnist;
    const error = failure(await window.ask(file));
    expect(error).toMatchObject({ exception, advice: expect.stringContaining(advice) });
    expect(error!.message).toContain(`'~/.keras/${file.place}'`);
    expect(server.asked).toEqual([]);
    expect(files.size).toBe(0);
  });

  it.each([
    ['damaged', 'is damaged'],
    ['cut', 'could not be fetched'],
    ['missing', '404'],
  ] as const)('that comes %s leaves nothing behind', async (answer, words) => {
    server.answer = answer;
    const error = failure(await openWindow().ask(mnist));
    expect(error).toMatchObject({ exception: 'OSError', message: expect.stringContaining(words) });
    expect(error!.advice).toMatch(/rain again/);
    expect(files.size).toBe(0);
  });

  it('is let go when the run ends in the middle', async () => {
    server.answer = 'half';
    const window = openWindow();
    const [begun, left] = [server.begun(), server.left()];
    const reply = window.ask(mnist);
    await begun;
    window.runs.end(window.run, 'stopped', '');
    expect(failure(await reply)?.message).toContain('stopped');
    await left;
    expect(files.size).toBe(0);
  });

  it('is not fetched when the answer comes after the end of the run', async () => {
    const window = openWindow();
    dialogs.answer = (_text, buttons) => {
      window.runs.end(window.run, 'stopped', '');
      return buttons[0];
    };
    expect((await window.ask(mnist)).ok).toBe(false);
    expect(server.asked).toEqual([]);
  });
});

describe('the folder of the cache', () => {
  it('is the one that Keras is told of, or one of the extension where there is no home', async () => {
    await openWindow({ KERAS_HOME: '/data/keras', HOME: '/home/ann' }).ask(mnist);
    const reply = await openWindow({}).ask(mnist);
    expect(reply).toMatchObject({ ok: true, result: { path: '/.keras/datasets/mnist.npz' } });
    expect([...files.keys()]).toEqual([
      '/data/keras/datasets/mnist.npz',
      '/storage/keras/datasets/mnist.npz',
    ]);
  });

  it('holds what lies in it and nothing else', () => {
    const cache = new CacheFolder(Uri.parse('memory:///storage') as never, { HOME: '/home/ann' });
    expect(cache.uriOf('/home/ann/.keras/datasets/a/b.csv')?.path).toBe('/home/ann/.keras/datasets/a/b.csv');
    const others = [
      '/home/ann/.keras',
      '/home/ann/.keras/../x',
      '/home/ann/.kerasx/y',
      'datasets/x',
      '/etc/x',
    ];
    expect(others.map(path => cache.uriOf(path))).toEqual([null, null, null, null, null]);
  });
});
