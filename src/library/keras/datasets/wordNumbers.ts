/** Under analysis: arrays that hold the words of a collection's texts as numbers, the more frequent a word the smaller. */
import type { NdArray } from '../../numpy/ndarray.ts';
import type { Memory } from '../../numpy/storage.ts';

interface WordNumbers {
  /** All numbers are less than this. */
  readonly words: number;
  /** The writes to the memory that had been when this was noted. */
  readonly version: number;
}

const noted = new WeakMap<Memory, WordNumbers>();

/** So many words that the rarer half of a vocabulary is among them for certain. */
const MANY = 50_000;

export function noteWordNumbers({ memory }: NdArray, words: number): void {
  noted.set(memory, { words, version: memory.version });
}

/** The number of words whose numbers an array holds; null for other arrays, and for one that was written to. */
export function wordNumbersIn({ memory }: NdArray): number | null {
  const found = noted.get(memory);
  return found?.version === memory.version ? found.words : null;
}

/** The number that some words of an array reach for certain, and the greatest that one can have; null for other arrays. */
export function reachOfWords(array: NdArray): { readonly reached: number; readonly greatest: number } | null {
  const words = wordNumbersIn(array);
  if (words === null || array.size === null || array.size < MANY) return null;
  return { reached: Math.floor(words / 2), greatest: words - 1 };
}
