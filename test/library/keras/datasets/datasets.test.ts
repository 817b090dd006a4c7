/** Data sets have their shapes and ranges before running, and are errors nowhere in programs that fit them. */
import { expect, test } from 'vitest';
import { filesOfTar } from '../../../../src/library/downloads/archives.ts';
import { analyseKeras } from '../program.ts';

async function shapes(program: string): Promise<Record<string, string>> {
  const { values, findings } = await analyseKeras(program);
  expect(findings.filter(finding => finding.severity === 'error')).toEqual([]);
  return Object.fromEntries(values.map(note => [note.name, JSON.stringify(note.value)]));
}

test.each([
  ['mnist', '[60000,28,28]', '[60000]', '[10000,28,28]'],
  ['fashion_mnist', '[60000,28,28]', '[60000]', '[10000,28,28]'],
  ['cifar10', '[50000,32,32,3]', '[50000,1]', '[10000,32,32,3]'],
  ['cifar100', '[50000,32,32,3]', '[50000,1]', '[10000,32,32,3]'],
  ['imdb', '[25000]', '[25000]', '[25000]'],
  ['reuters', '[8982]', '[8982]', '[2246]'],
  ['boston_housing', '[404,13]', '[404]', '[102,13]'],
  ['california_housing', '[16512,8]', '[16512]', '[4128,8]'],
])('%s', async (name, x, y, test) => {
  const found = await shapes(
    `from keras.datasets import ${name}\n(a, b), (c, d) = ${name}.load_data()\ne, f, g = a, b, c`,
  );
  expect(found.e).toContain(x);
  expect(found.f).toContain(y);
  expect(found.g).toContain(test);
});

test('reviews padded to a length', async () => {
  const found = await shapes(`from keras.datasets import imdb
from keras.preprocessing import sequence
(a, b), _ = imdb.load_data(num_words=5000)
x = sequence.pad_sequences(a, maxlen=80)`);
  expect(found.x).toContain('[25000,80]');
});

test('labels left by a mask, or of a whole element type, are no evidence of a wrong label', async () => {
  await shapes(`import numpy as np
from keras.datasets import mnist
from keras.utils import to_categorical
(a, b), _ = mnist.load_data()
c = to_categorical(b[b < 5], 5)
d = to_categorical(np.fromfile('labels', dtype='uint8'), 10)`);
  const { findings } = await analyseKeras(`from keras.datasets import mnist
from keras.utils import to_categorical
(a, b), _ = mnist.load_data()
c = to_categorical(b, 5)`);
  expect(findings.map(finding => finding.code)).toEqual(['label-range']);
});

test('the files of an archive', () => {
  const header = new Uint8Array(512);
  const write = (at: number, text: string) => header.set(new TextEncoder().encode(text), at);
  write(0, 'folder/a.txt');
  write(124, '00000000003\0');
  write(156, '0');
  const content = new Uint8Array(512);
  content.set([104, 105, 33]);
  const archive = new Uint8Array([...header, ...content, ...new Uint8Array(1024)]);
  expect([...filesOfTar(archive)].map(([name, data]) => [name, [...data]])).toEqual([
    ['folder/a.txt', [104, 105, 33]],
  ]);
});
