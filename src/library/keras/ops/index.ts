/** keras.ops: every function by name. */
import type { NativeFunction } from '../../../python/functions.ts';
import { elementwise } from './elementwise.ts';
import { extras } from './extras.ts';
import { products } from './products.ts';
import { reductions } from './reductions.ts';
import { shaping } from './shaping.ts';

/** The registry. */
export const operations: ReadonlyMap<string, NativeFunction> = new Map(
  [...elementwise, ...reductions, ...shaping, ...products, ...extras].map(operation => [
    operation.name,
    operation,
  ]),
);
