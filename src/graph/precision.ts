// Rounding to the floats of 16 bits: IEEE half precision and bfloat16, kept in 32 bits.
import type { HostData, OperationName } from './attributes.ts';
import type { DType } from './dtypes.ts';
import type { Tensor } from './tensor.ts';

const floats = new Float32Array(1);
const bits = new Int32Array(floats.buffer);

/** From here on half precision is infinite: halfway between 65,504 and what would come after it. */
export const halfOverflow = 65520;
/** Smallest normal number of half precision; below it numbers are multiples of {@link halfQuantum}. */
export const halfNormal = 2 ** -14;
export const halfQuantum = 2 ** -24;

/** The number with all but its upper bits cut off after rounding, halves to even; `dropped` bits go. */
function roundBits(x: number, dropped: number): number {
  floats[0] = x;
  const lowest = (bits[0] >> dropped) & 1;
  bits[0] = (bits[0] + (2 ** (dropped - 1) - 1) + lowest) & (-1 << dropped);
  return floats[0];
}

/** The nearest number of half precision (binary16), halves to even. */
export function roundToHalf(x: number): number {
  const size = Math.abs(x);
  if (!(size < halfOverflow)) return Number.isNaN(x) ? x : x * Infinity;
  if (size >= halfNormal) return roundBits(x, 13);
  // Adding a number whose last place is the quantum rounds to it.
  const small = Math.fround(Math.fround(size + 0.75) - 0.75);
  return x < 0 || Object.is(x, -0) ? -small : small;
}

/** The nearest bfloat16, halves to even. */
export function roundToBfloat16(x: number): number {
  return Number.isFinite(x) ? roundBits(x, 16) : x;
}

/** The operation that rounds to a dtype; null where values are as they are stored. */
export function roundingOf(dtype: DType): 'toHalf' | 'toBfloat16' | null {
  if (dtype === 'float16') return 'toHalf';
  return dtype === 'bfloat16' ? 'toBfloat16' : null;
}

/** Operations whose results are rounded where their inputs are: they pick or move numbers. */
const exact: ReadonlySet<OperationName> = new Set<OperationName>([
  ...(['placeholder', 'variable', 'identity', 'stopGradient', 'withGradient', 'abstract'] as const),
  ...(['reshape', 'transpose', 'broadcastTo', 'concat', 'slice', 'pad', 'reverse', 'gather'] as const),
  ...(['select', 'maximum', 'minimum', 'max', 'min', 'maxPool', 'loopResult'] as const),
  ...(['neg', 'abs', 'sign', 'relu', 'floor', 'ceil', 'toHalf', 'toBfloat16', 'flush'] as const),
]);

/** Whether a result of 16 bits comes out of its operation with more. */
export function needsRounding({ op, dtype }: Tensor): boolean {
  return roundingOf(dtype) !== null && !exact.has(op);
}

/** Numbers as a dtype holds them. */
export function roundNumbers<Numbers extends HostData>(numbers: Numbers, dtype: DType): Numbers {
  const rounding = roundingOf(dtype);
  if (rounding === null || !(numbers instanceof Float32Array)) return numbers;
  return numbers.map(rounding === 'toHalf' ? roundToHalf : roundToBfloat16) as Numbers;
}
