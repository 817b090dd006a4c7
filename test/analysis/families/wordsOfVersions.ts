/** Programs and what each version of Keras says of them. */
import type { KerasVersion } from '../../../src/library/kerasVersion.ts';

/** Null where a version runs the program; a version that is left out is not asked. */
export type Words = { readonly [version in KerasVersion]?: string | null };

/** A name, a program and its words. */
export type WordsOfVersions = readonly [string, string, Words];

/** What stands before each program. */
export function startFor(version: KerasVersion): string {
  const tensorflow = version === 2 ? 'import tensorflow as tf\n' : '';
  return `import numpy as np
import keras
${tensorflow}from keras.models import Model, Sequential
from keras.layers import *
`;
}

/** The same words in two versions. */
export const bothEarlier = (words: string): Words => ({ 1: words, 2: words });
