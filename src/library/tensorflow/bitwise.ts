/** `tensorflow.bitwise`: whole numbers by their bits. */
import { ops } from '../../graph/index.ts';
import { define } from '../keras/ops/reading.ts';
import { operandOf, tensorOf } from '../keras/tensors/conversion.ts';
import { tensorflowOperands } from '../keras/tensors/mixedTypes.ts';
import type { Entries } from './rootFunctions.ts';

const functions = {
  bitwise_and: ops.bitwiseAnd,
  bitwise_or: ops.bitwiseOr,
  bitwise_xor: ops.bitwiseXor,
  left_shift: ops.shiftLeft,
  right_shift: ops.shiftRight,
} as const;

export const bitwise: Entries = [
  ...Object.entries(functions).map(
    ([name, compute]) =>
      [
        name,
        define(`${name}(x, y, name=None)`, ([first, second], py) => {
          const [x, y] = tensorflowOperands(py, name, first, second);
          return compute(operandOf(py, x, y), operandOf(py, y, x));
        }),
      ] as const,
  ),
  ['invert', define('invert(x, name=None)', ([x], py) => ops.invert(tensorOf(py, x)))],
];
