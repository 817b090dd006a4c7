/** CPython's numeric hashes (64 bit), shared by int, float, complex and tuple. */
import { normalizeInt } from '../values.ts';
import { decompose } from './floatText.ts';

const MODULUS = (1n << 61n) - 1n;

/** `hash(int)`. */
export function hashInteger(value: number | bigint): number | bigint {
  const integer = BigInt(value);
  const magnitude = (integer < 0n ? -integer : integer) % MODULUS;
  const hash = integer < 0n ? -magnitude : magnitude;
  return normalizeInt(hash === -1n ? -2n : hash);
}

/** `hash(float)`; NaN hashes by identity, which the caller decides. */
export function hashDouble(value: number): number | bigint {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 0 : value > 0 ? 314159 : -314159;
  if (Number.isInteger(value)) return hashInteger(Number.isSafeInteger(value) ? value + 0 : BigInt(value));
  const { mantissa, exponent } = decompose(value);
  // 2**exponent modulo 2**61 - 1 is a rotation.
  const turns = BigInt(((exponent % 61) + 61) % 61);
  const magnitude = (mantissa * (1n << turns)) % MODULUS;
  const hash = value < 0 ? -magnitude : magnitude;
  return normalizeInt(hash === -1n ? -2n : hash);
}

/** `hash(complex)`. */
export function hashComplex(real: number, imaginary: number): number | bigint {
  const combined = BigInt.asIntN(64, BigInt(hashDouble(real)) + 1000003n * BigInt(hashDouble(imaginary)));
  return normalizeInt(combined === -1n ? -2n : combined);
}

const PRIME_1 = 11400714785074694791n;
const PRIME_2 = 14029467366897019727n;
const PRIME_5 = 2870177450012600261n;

/** `hash(tuple)` from the hashes of its items (CPython's xxHash variant). */
export function hashTuple(hashes: readonly (number | bigint)[]): number | bigint {
  let accumulator = PRIME_5;
  for (const hash of hashes) {
    accumulator = BigInt.asUintN(64, accumulator + BigInt.asUintN(64, BigInt(hash)) * PRIME_2);
    accumulator = BigInt.asUintN(64, (accumulator << 31n) | (accumulator >> 33n));
    accumulator = BigInt.asUintN(64, accumulator * PRIME_1);
  }
  accumulator = BigInt.asUintN(64, accumulator + (BigInt(hashes.length) ^ (PRIME_5 ^ 3527539n)));
  if (accumulator === 0xffffffffffffffffn) return 1546275796;
  return normalizeInt(BigInt.asIntN(64, accumulator));
}

/** `hash(frozenset)` from the hashes of its items, in any order. */
export function hashUnordered(hashes: readonly (number | bigint)[]): number | bigint {
  let hash = 0n;
  for (const item of hashes) {
    const unsigned = BigInt.asUintN(64, BigInt(item));
    hash ^= BigInt.asUintN(64, (unsigned ^ 89869747n ^ (unsigned << 16n)) * 3644798167n);
  }
  hash ^= BigInt.asUintN(64, (BigInt(hashes.length) + 1n) * 1927868237n);
  hash ^= (hash >> 11n) ^ (hash >> 25n);
  hash = BigInt.asUintN(64, hash * 69069n + 907133923n);
  return normalizeInt(BigInt.asIntN(64, hash));
}

/** A hash of text. CPython's differs from process to process, so any well spread one will do. */
export function hashText(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x1b873593;
  for (let i = 0; i < text.length; i++) {
    low = Math.imul(low ^ text.charCodeAt(i), 0x01000193);
    high = Math.imul(high ^ low, 0x85ebca6b);
  }
  return (high & 0xfffff) * 4294967296 + (low >>> 0);
}
