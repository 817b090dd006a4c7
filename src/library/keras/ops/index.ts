/** keras.ops: every function by name. */
import type { NativeFunction } from '../../../python/functions.ts';
import { control } from './control.ts';
import { diagonals } from './diagonals.ts';
import { elementwise } from './elementwise.ts';
import { extras } from './extras.ts';
import { fourier } from './fourier.ts';
import { images } from './images.ts';
import { indexing } from './indexing.ts';
import { linearAlgebra } from './linearAlgebra.ts';
import { neural } from './neural.ts';
import { products } from './products.ts';
import { reductions } from './reductions.ts';
import { shaping } from './shaping.ts';
import { statistics } from './statistics.ts';

const named = (made: readonly NativeFunction[]) =>
  made.map(operation => [operation.name, operation] as const);

/** keras.ops.image. */
export const imageOperations: ReadonlyMap<string, NativeFunction> = new Map(named(images));

/** The registry. */
export const operations: ReadonlyMap<string, NativeFunction> = new Map(
  named([
    ...elementwise,
    ...reductions,
    ...shaping,
    ...diagonals,
    ...products,
    ...neural,
    ...indexing,
    ...statistics,
    ...linearAlgebra,
    ...fourier,
    ...control,
    ...extras,
  ]),
);
