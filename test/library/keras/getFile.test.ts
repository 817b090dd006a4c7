/** `keras.utils.get_file`: where the file lies, what of an archive is unpacked, and what Python says otherwise. */

import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { runSaving } from './saving/program.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** An entry of a tar archive with its content. */
function entry(name: string, content: Uint8Array, kind = '0', prefix = ''): Uint8Array {
  const whole = new Uint8Array(512 + Math.ceil(content.length / 512) * 512);
  whole.set(bytes(name));
  whole.set(bytes(content.length.toString(8).padStart(11, '0')), 124);
  whole.set(bytes(kind), 156);
  whole.set(bytes('ustar\0'), 257);
  whole.set(bytes(prefix), 345);
  whole.set(content, 512);
  return whole;
}

const long = `${'long/'.repeat(30)}c.txt`;
const tar = Buffer.concat([
  entry('photos/', new Uint8Array(), '5'),
  entry('photos/a.txt', bytes('one')),
  entry('b.txt', bytes('two'), '0', 'photos/deep'),
  entry('@LongLink', bytes(`${long}\0`), 'L'),
  entry(long.slice(0, 100), bytes('three')),
  entry('../outside.txt', bytes('no')),
  new Uint8Array(1024),
]);

async function printed(
  call: string,
  files: Record<string, Uint8Array>,
): Promise<[string, Map<string, Uint8Array>]> {
  const all = new Map(Object.entries(files));
  const run = await runSaving(`print(${call})`, all);
  expect(run.stderr).toBe('');
  return [run.stdout.trim(), all];
}

it('gives the path of the file in the cache', async () => {
  const [path] = await printed("keras.utils.get_file('a.csv', 'https://example.org/b.csv')", {
    'datasets/a.csv': bytes('1'),
  });
  expect(path).toBe('datasets/a.csv');
  const call =
    "keras.utils.get_file(origin='https://example.org/x/words%20of.txt?v=2', cache_subdir='texts')";
  expect((await printed(call, { 'texts/words of.txt': bytes('1') }))[0]).toBe('texts/words of.txt');
});

it('puts the file where the script wants it', async () => {
  const call =
    "keras.utils.get_file('a.csv', 'https://example.org/a.csv', cache_dir='.', cache_subdir='data')";
  const [path, files] = await printed(call, { 'datasets/a.csv': bytes('1') });
  expect(path).toBe('./data/a.csv');
  expect(files.get('./data/a.csv')).toEqual(bytes('1'));
});

it('unpacks a tar archive beside it, with long names, and nothing outside', async () => {
  const call = "keras.utils.get_file('photos', 'https://example.org/p.tar.gz', untar=True)";
  const [path, files] = await printed(call, { 'datasets/photos.tar.gz': new Uint8Array(gzipSync(tar)) });
  expect(path).toBe('datasets/photos');
  expect([...files.keys()].sort()).toEqual([
    `datasets/${long}`,
    'datasets/photos.tar.gz',
    'datasets/photos/a.txt',
    'datasets/photos/deep/b.txt',
  ]);
  expect(files.get('datasets/photos/deep/b.txt')).toEqual(bytes('two'));
});

it('unpacks a zip archive and gives its own path', async () => {
  const zip = zipSync({ 'jena.csv': bytes('a,b') });
  const call = "keras.utils.get_file(origin='https://example.org/jena.csv.zip', extract=True)";
  const [path, files] = await printed(call, { 'datasets/jena.csv.zip': zip });
  expect(path).toBe('datasets/jena.csv.zip');
  expect(files.get('datasets/jena.csv')).toEqual(bytes('a,b'));
});

it.each([
  [
    "keras.utils.get_file('a')",
    'ValueError: Please specify the "origin" argument (URL of the file to download).',
  ],
  [
    "keras.utils.get_file(origin='https://example.org/')",
    "Can't parse the file name from the origin provided",
  ],
  ["keras.utils.get_file('a', 'https://example.org/a', extract=True)", 'not bzip2'],
])('%s', async (call, words) => {
  const run = await runSaving(call, new Map([['datasets/a', bytes('BZh91AY')]]));
  expect(run.stderr).toContain(words);
});
