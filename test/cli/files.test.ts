import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NodeFiles } from '../../src/cli/files.ts';
import { PythonError } from '../../src/python/errors.ts';
import { temporaryFolder } from './commandLine.ts';

let project: ReturnType<typeof temporaryFolder>;
let outside: ReturnType<typeof temporaryFolder>;
let files: NodeFiles;

beforeEach(() => {
  project = temporaryFolder({ 'data.csv': '1,2', 'sub/x.txt': 'x' });
  outside = temporaryFolder({ 'secret.txt': 'secret' });
  const home = path.join(outside.folder, 'keras');
  files = new NodeFiles(
    { workingDirectory: project.folder, permitted: [project.folder], home },
    {
      allowed: false,
      announce: () => undefined,
      fetch,
      stoppable: work => work(new AbortController().signal),
    },
  );
});
afterEach(() => {
  project.remove();
  outside.remove();
});

/** The Python exception that a promise rejects with. */
async function raised(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => null,
    reason => reason as unknown,
  );
  if (!(error instanceof PythonError)) throw new Error(`no Python exception: ${String(error)}`);
  return error.exception.cls.name;
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const bytes = (value: string) => new TextEncoder().encode(value);

describe('the files of a script', () => {
  it('can be read, written, listed, made and removed', async () => {
    expect(text(await files.read('data.csv'))).toBe('1,2');
    await files.makeDirectory('out');
    await files.write('out/new.txt', bytes('new'));
    expect(await files.stat('out/new.txt')).toEqual({ kind: 'file', size: 3 });
    expect(await files.list('out')).toEqual([{ name: 'new.txt', kind: 'file' }]);
    await files.remove('out/new.txt');
    expect(await files.stat('out/new.txt')).toBeNull();
  });

  it('may be named from the root', async () => {
    expect(text(await files.read(path.join(project.folder, 'sub/../data.csv')))).toBe('1,2');
  });

  it('raise what Python raises', async () => {
    expect(await raised(files.read('missing'))).toBe('FileNotFoundError');
    expect(await raised(files.read('sub'))).toBe('IsADirectoryError');
    expect(await raised(files.list('data.csv'))).toBe('NotADirectoryError');
    expect(await raised(files.makeDirectory('sub'))).toBe('FileExistsError');
    expect(await raised(files.write('missing/x', bytes('')))).toBe('FileNotFoundError');
    expect(await raised(files.read('data.csv/x'))).toBe('NotADirectoryError');
    expect(await raised(files.read('a\0b'))).toBe('FileNotFoundError');
  });

  it('end at the folders that were given', async () => {
    const secret = path.join(outside.folder, 'secret.txt');
    for (const way of [secret, path.relative(project.folder, secret), '..', '/etc/passwd']) {
      expect(await raised(files.read(way))).toBe('PermissionError');
    }
    expect(await raised(files.write(path.join(outside.folder, 'new.txt'), bytes('x')))).toBe(
      'PermissionError',
    );
  });

  it('end there also where links lead out', async () => {
    symlinkSync(outside.folder, path.join(project.folder, 'door'));
    symlinkSync(path.join(outside.folder, 'secret.txt'), path.join(project.folder, 'link.txt'));
    symlinkSync(path.join(outside.folder, 'new.txt'), path.join(project.folder, 'dangling.txt'));
    expect(await raised(files.read('door/secret.txt'))).toBe('PermissionError');
    expect(await raised(files.read('link.txt'))).toBe('PermissionError');
    expect(await raised(files.stat('door'))).toBe('PermissionError');
    expect(await raised(files.write('dangling.txt', bytes('x')))).toBe('PermissionError');
    expect(await raised(files.write('door/new.txt', bytes('x')))).toBe('PermissionError');
    expect(readFileSync(path.join(outside.folder, 'secret.txt'), 'utf8')).toBe('secret');
  });

  it('follow links that stay inside', async () => {
    symlinkSync(path.join(project.folder, 'sub'), path.join(project.folder, 'inner'));
    expect(text(await files.read('inner/x.txt'))).toBe('x');
  });

  it('do not take a folder with a longer name for the one that was given', async () => {
    mkdirSync(`${project.folder}-other`);
    writeFileSync(`${project.folder}-other/x`, 'x');
    try {
      expect(await raised(files.read(`${project.folder}-other/x`))).toBe('PermissionError');
    } finally {
      await import('node:fs/promises').then(({ rm }) => rm(`${project.folder}-other`, { recursive: true }));
    }
  });

  it('include what lies in the cache of data sets, and nothing beside it', async () => {
    mkdirSync(path.join(outside.folder, 'keras', 'datasets'), { recursive: true });
    writeFileSync(path.join(outside.folder, 'keras', 'datasets', 'words.txt'), 'text');
    const file = { address: 'https://example.org/x', hash: null, size: null, collection: null, again: false };
    const place = await files.cached({ ...file, place: 'datasets/words.txt' });
    expect(text(await files.read(place))).toBe('text');
    expect(await raised(files.cached({ ...file, place: '../secret.txt' }))).toBe('PermissionError');
    expect(await raised(files.read(path.join(outside.folder, 'secret.txt')))).toBe('PermissionError');
  });
});
