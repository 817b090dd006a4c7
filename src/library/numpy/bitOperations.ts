/** Operations on the bits of whole numbers. */
import type { Operation } from './elementwise.ts';
import { type BinaryName, byPython } from './objectOperations.ts';
import { ends, fromCorners, integerKind, truthFacts } from './operationFacts.ts';
import { integral } from './operationTypes.ts';

function bitwise(
  name: string,
  operator: BinaryName,
  number: (a: bigint, b: bigint) => bigint,
  quick: (a: number, b: number) => number,
): Operation {
  return {
    name,
    inputs: 2,
    signedFirst: true,
    compute: integral,
    number: (a, b) =>
      a >= -2147483648 && a <= 2147483647 && b >= -2147483648 && b <= 2147483647
        ? quick(a, b)
        : Number(number(BigInt(a), BigInt(b))),
    wide: number,
    object: byPython(operator),
    facts: (a, b, computed) =>
      computed === 'bool' || (a.multiHot && b.multiHot) ? truthFacts() : integerKind(computed),
  };
}

export const bits: Operation[] = [
  bitwise(
    'bitwise_and',
    'BitAnd',
    (a, b) => a & b,
    (a, b) => a & b,
  ),
  bitwise(
    'bitwise_or',
    'BitOr',
    (a, b) => a | b,
    (a, b) => a | b,
  ),
  bitwise(
    'bitwise_xor',
    'BitXor',
    (a, b) => a ^ b,
    (a, b) => a ^ b,
  ),
  {
    name: 'left_shift',
    inputs: 2,
    signedFirst: true,
    compute: dtype => (dtype === 'bool' ? 'int8' : integral(dtype)),
    number: (a, b) => (b >= 64 || b < 0 ? 0 : a * 2 ** b),
    wide: (a, b) => (b >= 64n || b < 0n ? 0n : a << b),
    object: byPython('LShift'),
    facts: (_a, _b, computed) => integerKind(computed),
  },
  {
    name: 'right_shift',
    inputs: 2,
    signedFirst: true,
    compute: dtype => (dtype === 'bool' ? 'int8' : integral(dtype)),
    number: (a, b) => Math.floor(a / 2 ** b),
    wide: (a, b) => a >> b,
    object: byPython('RShift'),
    facts: (_a, _b, computed) => integerKind(computed),
  },
  {
    name: 'invert',
    inputs: 1,
    compute: integral,
    object: (a, _b, py) => py.callMethod(a, '__invert__', []),
    number: a => -a - 1,
    wide: a => ~a,
    facts: (a, _b, computed) =>
      computed === 'bool'
        ? truthFacts()
        : fromCorners(computed, ends(a)?.map(x => -x - 1) ?? [Number.NaN], true),
  },
];
