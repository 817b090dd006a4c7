/** Data sets fetched from a server on this machine: whole and checked, or not at all. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sourceOf } from '../../src/cli/datasetDownload.ts';
import { NodeFiles } from '../../src/cli/files.ts';
import { PythonError } from '../../src/python/errors.ts';

let server: Server;
let asked: string[];
/** What the server does with the next request. */
let answer: 'whole' | 'cut' | 'missing';
let folder: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url!);
    if (answer === 'missing') response.writeHead(404).end();
    else {
      response.writeHead(200, { 'content-length': 8 });
      if (answer === 'whole') response.end('12345678');
      else response.write('1234', () => response.destroy());
    }
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise(resolve => server.close(resolve)));
beforeEach(() => {
  asked = [];
  folder = mkdtempSync(path.join(tmpdir(), 'kerascope-datasets-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const cache = (...names: string[]): string => path.join(folder, 'cache', ...names);

function files(isAllowed: boolean): NodeFiles {
  const { port } = server.address() as AddressInfo;
  const local: typeof fetch = address =>
    fetch(`http://127.0.0.1:${port}/${String(address).replace(/^.*\//, '')}`);
  const folders = { workingDirectory: folder, permitted: [folder], datasets: cache() };
  return new NodeFiles(folders, isAllowed ? { announce: () => undefined, fetch: local } : null);
}

const fashion = 'fashion-mnist/train-labels-idx1-ubyte.gz';

async function reasonOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(PythonError);
  return String((error as PythonError).exception.attributes!.map.get('strerror'));
}

describe('a data set', () => {
  it('is fetched where that is allowed, and then read from the cache', async () => {
    answer = 'whole';
    const allowed = files(true);
    expect(new TextDecoder().decode(await allowed.dataset(fashion))).toBe('12345678');
    expect(readFileSync(cache(fashion), 'utf8')).toBe('12345678');
    await allowed.dataset(fashion);
    expect(asked).toEqual(['/train-labels-idx1-ubyte.gz']);
  });

  it('is not fetched where nobody allowed it: the error says how, and from where', async () => {
    const reason = await reasonOf(files(false).dataset('mnist.npz'));
    expect(reason).toContain('run with --download');
    expect(reason).toContain('https://storage.googleapis.com/tensorflow/tf-keras-datasets/mnist.npz');
    expect(asked).toEqual([]);
  });

  it('that is damaged, cut off or missing leaves nothing behind', async () => {
    const allowed = files(true);
    answer = 'whole';
    expect(await reasonOf(allowed.dataset('mnist.npz'))).toContain(
      'is damaged: its sha256 is ef797c8118f02dfb',
    );
    answer = 'cut';
    expect(await reasonOf(allowed.dataset(fashion))).toContain('could not be fetched');
    answer = 'missing';
    expect(await reasonOf(allowed.dataset(fashion))).toContain('404');
    expect(existsSync(cache()) ? readdirSync(cache(), { recursive: true }) : []).toEqual([]);
  });

  it('with a name that Keras does not know is fetched from nowhere', async () => {
    expect(sourceOf('../../secret')).toBeNull();
    expect(sourceOf('fashion-mnist/../x')).toBeNull();
    await reasonOf(files(true).dataset('other.npz'));
    expect(asked).toEqual([]);
  });
});

it('every file that the loaders ask for has a source', () => {
  const text = readFileSync(new URL('../../src/library/keras/datasets/index.ts', import.meta.url), 'utf8');
  const names = [...text.matchAll(/["']([\w-]+\.(?:npz|json|tar\.gz))["']/g)].map(match => match[1]!);
  expect(names.length).toBeGreaterThanOrEqual(8);
  expect(names.filter(name => sourceOf(name) === null)).toEqual([]);
});
