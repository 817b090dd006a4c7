/** Data sets fetched from a server on this machine: whole and checked, or not at all. */

import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NodeFiles } from '../../../src/cli/files.ts';
import { RunPolicy } from '../../../src/execution/runPolicy.ts';
import { SessionControl } from '../../../src/execution/sessionControl.ts';
import { isFetchable } from '../../../src/library/downloads/fetching.ts';
import { sourceOf } from '../../../src/library/keras/datasets/sources.ts';
import { PythonError } from '../../../src/python/errors.ts';
import type { CacheFile } from '../../../src/python/policy.ts';
import { FileServer } from './server.ts';

let server: FileServer;
let folder: string;
let control: SessionControl;

beforeAll(async () => {
  server = await FileServer.start();
});
afterAll(() => server.stop());
beforeEach(() => {
  server.answer = 'whole';
  server.asked.length = 0;
  folder = mkdtempSync(path.join(tmpdir(), 'kerascope-datasets-'));
  const surroundings = { turn: () => Promise.resolve(), monotonic: () => 0 };
  control = new SessionControl(new RunPolicy(), surroundings);
});
afterEach(() => rmSync(folder, { recursive: true }));

const cache = (...names: string[]): string => path.join(folder, 'keras', ...names);
const inCache = (): string[] =>
  existsSync(cache())
    ? readdirSync(cache(), { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(({ name }) => name)
    : [];

function files(allowed: boolean, patience?: number): NodeFiles {
  return new NodeFiles(
    { workingDirectory: folder, permitted: [folder], home: cache() },
    {
      allowed,
      announce: () => undefined,
      fetch: server.fetch,
      stoppable: work => control.stoppable(work),
      ...(patience === undefined ? {} : { patience }),
    },
  );
}

const digits = createHash('sha256').update('12345678').digest('hex');
const known = sourceOf('fashion-mnist/train-labels-idx1-ubyte.gz')!;
const checked: CacheFile = { ...known, hash: { algorithm: 'sha256', digest: digits } };

async function failureOf(
  promise: Promise<unknown>,
): Promise<{ name: string; reason: string; advice: string }> {
  const error = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(PythonError);
  const { exception, detail } = error as PythonError;
  return {
    name: exception.cls.name,
    reason: String(exception.attributes?.map.get('strerror') ?? ''),
    advice: detail.explanation?.template ?? '',
  };
}

describe('a data set', () => {
  it('is fetched where that is allowed, and then taken from the cache', async () => {
    const allowed = files(true);
    const place = await allowed.cached(checked);
    expect(place).toBe(cache('datasets/fashion-mnist/train-labels-idx1-ubyte.gz'));
    expect(readFileSync(place, 'utf8')).toBe('12345678');
    expect(await files(false).cached(checked)).toBe(place);
    expect(server.asked).toEqual(['/train-labels-idx1-ubyte.gz']);
  });

  it('is not fetched where nobody allowed it: the error says how, and from where', async () => {
    const { name, reason } = await failureOf(files(false).cached(sourceOf('mnist.npz')!));
    expect(name).toBe('FileNotFoundError');
    expect(reason).toContain('run with --download');
    expect(reason).toContain('https://storage.googleapis.com/tensorflow/tf-keras-datasets/mnist.npz');
    expect(server.asked).toEqual([]);
  });

  it('beside the script is used as it is', async () => {
    writeFileSync(path.join(folder, 'mnist.npz'), 'own');
    expect(await files(true).cached(sourceOf('mnist.npz')!)).toBe('mnist.npz');
    expect(server.asked).toEqual([]);
  });

  it('that is damaged, cut off or missing leaves nothing behind, and is fetched the next time', async () => {
    server.answer = 'damaged';
    const damaged = await failureOf(files(true).cached(checked));
    expect(damaged.reason).toContain('is damaged: its sha256 is');
    expect(damaged.reason).toContain(digits);
    expect(damaged.advice).toContain('nothing damaged was kept');
    server.answer = 'cut';
    expect((await failureOf(files(true).cached(checked))).reason).toContain('could not be fetched');
    server.answer = 'missing';
    expect((await failureOf(files(true).cached(checked))).reason).toContain('404');
    expect(inCache()).toEqual([]);
    server.answer = 'whole';
    await files(true).cached(checked);
    expect(inCache()).toEqual(['train-labels-idx1-ubyte.gz']);
  });

  it('that is damaged in the cache is fetched again', async () => {
    mkdirSync(cache('datasets/fashion-mnist'), { recursive: true });
    writeFileSync(cache(checked.place), 'old');
    const place = await files(true).cached(checked);
    expect(readFileSync(place, 'utf8')).toBe('12345678');
    expect(server.asked).toHaveLength(1);
  });

  it('is fetched again where the script wants that', async () => {
    await files(true).cached(checked);
    await files(true).cached({ ...checked, again: true });
    expect(server.asked).toHaveLength(2);
  });

  it.each(['silent', 'half'] as const)('of a server that goes %s is given up', async answer => {
    server.answer = answer;
    const { reason, advice } = await failureOf(files(true, 40).cached(checked));
    expect(reason).toContain('the server has sent nothing for 0.04 s');
    expect(advice).toContain('nothing is lost');
    expect(inCache()).toEqual([]);
  });

  it('that is being fetched is let go at once by a stop', async () => {
    server.answer = 'half';
    const [begun, left] = [server.begun(), server.left()];
    const stopped = failureOf(files(true).cached(checked));
    await begun;
    control.stop();
    expect((await stopped).name).toBe('KeyboardInterrupt');
    await left;
    expect(inCache()).toEqual([]);
  });

  it('is put nowhere but into the cache', async () => {
    for (const place of ['../x', 'datasets/../../x', '/etc/x', 'C:\\x', 'datasets//x'])
      expect((await failureOf(files(true).cached({ ...checked, place }))).name).toBe('PermissionError');
    expect(server.asked).toEqual([]);
  });

  it('is not fetched from an address that anybody on the way could change', async () => {
    const { name, advice } = await failureOf(
      files(true).cached({ ...checked, address: 'http://example.org/x' }),
    );
    expect(name).toBe('PermissionError');
    expect(advice).toContain('put it beside the script');
    expect(server.asked).toEqual([]);
  });
});

it('is fetched over https, or from this machine', () => {
  const addresses = ['https://example.org/x', 'http://127.0.0.1:8000/x', 'http://localhost/x'];
  expect(addresses.filter(address => !isFetchable(address))).toEqual([]);
  const others = ['http://example.org/x', 'file:///etc/passwd', 'ftp://example.org/x', 'data.npz', ''];
  expect(others.filter(isFetchable)).toEqual([]);
});

it('every file that the loaders ask for has a source', () => {
  const text = readFileSync(new URL('../../../src/library/keras/datasets/index.ts', import.meta.url), 'utf8');
  const names = [...text.matchAll(/["']([\w-]+\.(?:npz|json|tar\.gz))["']/g)].map(match => match[1]!);
  expect(names.length).toBeGreaterThanOrEqual(8);
  expect(names.filter(name => sourceOf(name) === null)).toEqual([]);
  expect(sourceOf('../../secret')).toBeNull();
  expect(sourceOf('other.npz')).toBeNull();
});
