/** Placeholder replaced below. */
import type { NativeFunction } from '../../python/functions.ts';
export const fileFunctions: readonly NativeFunction[] = [];
