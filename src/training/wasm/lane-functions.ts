// Functions that vector code computes one lane at a time by calling JavaScript.

import type { BinaryName, UnaryName } from '../../graph/attributes.ts';
import { binaryFunctions, unaryFunctions } from '../../graph/reference/elementwise.ts';

const unary: readonly UnaryName[] = [
  'sin',
  'cos',
  'tan',
  'asin',
  'acos',
  'atan',
  'sinh',
  'cosh',
  'asinh',
  'acosh',
  'atanh',
];
const binary: readonly BinaryName[] = ['pow', 'floorDivide', 'mod', 'atan2', 'shiftLeft', 'shiftRight'];

export const laneFunctions: readonly { name: string; doubles: number }[] = [
  ...unary.map(name => ({ name, doubles: 1 })),
  ...binary.map(name => ({ name, doubles: 2 })),
  { name: 'position', doubles: 1 },
];

/** What the module imports under these names; `position` gives a stream's position by its number. */
export function laneImports(
  position: (stream: number) => number,
): Record<string, (...values: number[]) => number> {
  return Object.fromEntries([
    ...unary.map(name => [name, unaryFunctions[name]]),
    ...binary.map(name => [name, binaryFunctions[name]]),
    ['position', position],
  ]);
}
