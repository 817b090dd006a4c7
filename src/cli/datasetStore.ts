/** The cache of data sets as files of this machine. */
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CacheStore } from '../library/downloads/dataCache.ts';

/** @param home the folder of Keras: `~/.keras` */
export function datasetStore(home: string): CacheStore {
  const fileOf = (place: string): string => path.join(home, ...place.split('/'));
  return {
    stamp: place =>
      stat(fileOf(place)).then(
        ({ size, mtimeMs }) => `${size} ${mtimeMs}`,
        () => null,
      ),
    read: async place => new Uint8Array(await readFile(fileOf(place))),
    write: (place, bytes) => writeWhole(fileOf(place), bytes),
    pathOf: place => fileOf(place).replaceAll(path.sep, '/'),
  };
}

/** What is cut off in the middle never stands under the file's own name. */
async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const part = `${file}.${process.pid}.part`;
  await mkdir(path.dirname(file), { recursive: true });
  try {
    await writeFile(part, bytes);
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
