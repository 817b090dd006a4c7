/** Pickles made by CPython and NumPy are read as data; what would call a function is refused. */
import { expect, test } from 'vitest';
import { PickleError, readPickle } from '../../../../src/library/keras/datasets/pickle.ts';
import { type NdArray, numbersOf } from '../../../../src/library/numpy/ndarray.ts';
import type { PyDict } from '../../../../src/python/collections.ts';
import type { Interpreter } from '../../../../src/python/interpreter.ts';
import type { PyFloat, PyList, PyTuple } from '../../../../src/python/values.ts';
import { runPython } from '../../../python/run.ts';

async function rules(): Promise<Interpreter['keyRules']> {
  return (await runPython('')).result.interpreter.keyRules;
}

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));

test('a batch of images: byte strings for keys, an array, a list, numbers', async () => {
  const batch = readPickle(
    bytes(
      'gAJ9cQAoY19jb2RlY3MKZW5jb2RlCnEBWAQAAABkYXRhcQJYBgAAAGxhdGluMXEDhnEEUnEFY251bXB5Ll9jb3JlLm11bHRpYXJyYXkKX3JlY29uc3RydWN0CnEGY251bXB5Cm5kYXJyYXkKcQdLAIVxCGgBWAEAAABicQloA4ZxClJxC4dxDFJxDShLAUsCSwOGcQ5jbnVtcHkKZHR5cGUKcQ9YAgAAAHUxcRCJiIdxEVJxEihLA1gBAAAAfHETTk5OSv////9K/////0sAdHEUYoloAVgGAAAAAAECAwQFcRVoA4ZxFlJxF3RxGGJoAVgGAAAAbGFiZWxzcRloA4ZxGlJxG11xHChLA0sJZVgBAAAAdHEdKEsBR0AEAAAAAAAATohK+f///4oGAAAAAAABdHEedS4=',
    ),
    await rules(),
  ) as PyDict;
  const data = batch.getString('data') as NdArray;
  expect([data.dtype, data.shape, [...numbersOf(data)!]]).toEqual(['uint8', [2, 3], [0, 1, 2, 3, 4, 5]]);
  expect((batch.getString('labels') as PyList).items).toEqual([3, 9]);
  const [one, half, none, yes, negative, big] = (batch.getString('t') as PyTuple).items;
  expect([one, (half as PyFloat).value, none, yes, negative, big]).toEqual([1, 2.5, null, true, -7, 2 ** 40]);
});

test('an array of lists', async () => {
  const rows = readPickle(
    bytes(
      'gASVnwAAAAAAAACMFm51bXB5Ll9jb3JlLm11bHRpYXJyYXmUjAxfcmVjb25zdHJ1Y3SUk5SMBW51bXB5lIwHbmRhcnJheZSTlEsAhZRDAWKUh5RSlChLAUsChZRoA4wFZHR5cGWUk5SMAk84lImIh5RSlChLA4wBfJROTk5K/////0r/////Sz90lGKJXZQoXZQoSwVLBk0sAUpwEQEAZV2USwdhZXSUYi4=',
    ),
    await rules(),
  ) as NdArray;
  expect([rows.dtype, rows.shape]).toEqual(['object', [2]]);
  expect((rows.data!.items as PyList[]).map(row => row.items)).toEqual([[5, 6, 300, 70000], [7]]);
});

test('a pickle that calls something is refused', async () => {
  const py = await rules();
  expect(() => readPickle(bytes('gAJjX19idWlsdGluX18KZXZhbApxAFgBAAAAMXEBhXECUnEDLg=='), py)).toThrow(
    PickleError,
  );
  expect(() => readPickle(bytes('gAJ9cQAoY19jb2RlY3MKZW5jb2RlCnEBWAQAAABkYXRhcQJYBgAAAA=='), py)).toThrow(
    PickleError,
  );
});
