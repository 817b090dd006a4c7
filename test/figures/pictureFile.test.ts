/** Figures as files, also where there is no Node: in a browser's worker. */
import { decode } from 'jpeg-js';
import { afterEach, expect, it, vi } from 'vitest';
import { jpegOf } from '../../src/figures/jpegFile.ts';

afterEach(() => vi.unstubAllGlobals());

const picture = { width: 8, height: 4, data: new Uint8Array(8 * 4 * 4).fill(200) };

it('a JPEG is the same without Node’s Buffer', () => {
  const expected = jpegOf(picture, 90);
  vi.stubGlobal('Buffer', undefined);
  const made = jpegOf(picture, 90);
  vi.unstubAllGlobals();
  expect([...made]).toEqual([...expected]);
  const { width, height, data } = decode(made);
  expect([width, height, data[0]]).toEqual([8, 4, 200]);
});
