/** Files of arrays: what real NumPy wrote is read, what is written are NumPy's own bytes, damage is told. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { numpyModules } from '../../../src/library/numpy/index.ts';
import { standardModules } from '../../../src/library/standard/index.ts';
import { libraryRegistry } from '../../../src/python/modules.ts';
import type { HostFiles } from '../../../src/python/policy.ts';
import { memoryFiles } from '../../corpus/memoryFiles.ts';
import { runPython } from '../../python/run.ts';

const folder = fileURLToPath(new URL('../../fixtures/numpy-files/', import.meta.url));

interface Expected {
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly repr: string;
}

const expected = JSON.parse(readFileSync(`${folder}expected.json`, 'utf8')) as Record<string, Expected>;

async function run(text: string, files: HostFiles): Promise<{ stdout: string; last: string }> {
  const result = await runPython(`import numpy as np\n${text}\n`, {
    libraries: libraryRegistry([...numpyModules, ...standardModules]),
    files,
  });
  return { stdout: result.stdout, last: result.stderr.trim().split('\n').at(-1) ?? '' };
}

/** A folder in memory with the recorded files. */
async function recorded(): Promise<HostFiles> {
  const files = memoryFiles();
  for (const name of readdirSync(folder)) await files.write(name, readFileSync(folder + name));
  return files;
}

describe('.npy files', () => {
  test.each(Object.entries(expected))('of NumPy are read: %s', async (name, { shape, dtype, repr }) => {
    const { stdout, last } = await run(
      `a = np.load('${name}.npy')\nprint(list(a.shape), a.dtype)\nprint(repr(a))`,
      await recorded(),
    );
    expect(last).toBe('');
    expect(stdout).toBe(`[${shape.join(', ')}] ${dtype}\n${repr}\n`);
  });

  test.each(Object.keys(expected))('are written as NumPy writes them: %s', async name => {
    const files = await recorded();
    const { last } = await run(`np.save('again.npy', np.load('${name}.npy'))`, files);
    expect(last).toBe('');
    expect(Buffer.from(await files.read('again.npy'))).toEqual(readFileSync(`${folder}${name}.npy`));
  });

  test('get the ending when it is missing', async () => {
    const { stdout } = await run("np.save('x', [1, 2])\nprint(np.load('x.npy'))", memoryFiles());
    expect(stdout).toBe('[1 2]\n');
  });
});

describe('.npz files', () => {
  test('of NumPy are read', async () => {
    const text = [
      "with np.load('pair.npz') as data:",
      "    print(sorted(data.files), data['first'].sum(), data['second'].dtype, 'first' in data)",
      "data = np.load('positional.npz')",
      "print(data.files, data['arr_0'], data['arr_1'])",
      "data = np.load('compressed.npz')",
      "print(data['x'].shape, data['y'])",
    ].join('\n');
    const { stdout, last } = await run(text, await recorded());
    expect(last).toBe('');
    expect(stdout).toBe(
      "['first', 'second'] 15 float32 True\n['arr_0', 'arr_1'] [ True False] ['a' 'bcd' 'é']\n(50, 50) [0 1 2]\n",
    );
  });

  test.each(['savez', 'savez_compressed'])('of %s come back', async name => {
    const text = [
      `np.${name}('out.npz', np.eye(2), named=np.array(['x', 'yz']), n=3)`,
      "data = np.load('out.npz')",
      'print(sorted(data.files))',
      "print(data['arr_0'], data['named'], data['n'], data['n'].shape)",
    ].join('\n');
    const { stdout, last } = await run(text, memoryFiles());
    expect(last).toBe('');
    expect(stdout).toBe("['arr_0', 'n', 'named']\n[[1. 0.]\n [0. 1.]] ['x' 'yz'] 3 ()\n");
  });

  test('say which key is missing', async () => {
    const { last } = await run("np.load('pair.npz')['third']", await recorded());
    expect(last).toBe("KeyError: 'third is not a file in the archive'");
  });
});

describe('damaged files', () => {
  const damages: readonly (readonly [string, string, (whole: Uint8Array) => Uint8Array])[] = [
    ['int64.npy', 'cut in the data', whole => whole.slice(0, whole.length - 5)],
    ['int64.npy', 'cut in the header', whole => whole.slice(0, 20)],
    ['int64.npy', 'without its magic', whole => whole.map((byte, i) => (i < 6 ? 0 : byte))],
    ['int64.npy', 'empty', () => new Uint8Array(0)],
    ['pair.npz', 'cut', whole => whole.slice(0, 100)],
    ['pair.npz', 'cut at its end', whole => whole.slice(0, whole.length - 10)],
    [
      'compressed.npz',
      'changed in the middle',
      whole => whole.map((byte, i) => (i > 60 && i < 90 ? byte ^ 85 : byte)),
    ],
  ];
  test.each(damages)('%s %s', async (name, _how, damage) => {
    const files = await recorded();
    await files.write(name, damage(readFileSync(folder + name)));
    const text = [
      'try:',
      `    data = np.load('${name}')`,
      '    for key in data: data[key]',
      "    print('read')",
      'except Exception as error:',
      '    print(type(error).__name__)',
    ].join('\n');
    const { stdout, last } = await run(text, files);
    expect(last).toBe('');
    // NumPy's own classes for these: ValueError, EOFError, or zipfile and zlib's errors.
    expect(['ValueError\n', 'EOFError\n', 'BadZipFile\n', 'error\n']).toContain(stdout);
  });
});
