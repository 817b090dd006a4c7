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

/** Further functions of the module, by the names of operations; those that it has anyway left out. */
export function furtherFunctions(names: readonly string[]): { name: string; doubles: number }[] {
  const known = new Set(laneFunctions.map(({ name }) => name));
  return names
    .filter(name => !known.has(name))
    .map(name => ({ name, doubles: name in binaryFunctions ? 2 : 1 }));
}

/** What the module imports under these names; `position` gives a stream's position by its number. */
export function laneImports(
  position: (stream: number) => number,
  further: readonly { name: string }[] = [],
): Record<string, (...values: number[]) => number> {
  return Object.fromEntries([
    ...unary.map(name => [name, unaryFunctions[name]]),
    ...binary.map(name => [name, binaryFunctions[name]]),
    ['position', position],
    ...further.map(({ name }) => [
      name,
      unaryFunctions[name as UnaryName] ?? binaryFunctions[name as BinaryName],
    ]),
  ]);
}
