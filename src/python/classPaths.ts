/** What a library calls a class in the version that the program is written for: `keras.layers.core.Dense`. */
import type { PyClass } from './classes.ts';
import { StateKey } from './state.ts';

/** The whole path of a class of the library; null for one that keeps its name. */
export type PathOfClass = (cls: PyClass) => string | null;

export const pathOfClassKey = new StateKey<{ of: PathOfClass }>('pathOfClass', () => ({ of: () => null }));
