// The element types of Keras, how they promote, and how the engine stores them.

export const dtypes = [
  'bool',
  'uint8',
  'int8',
  'uint16',
  'int16',
  'uint32',
  'int32',
  'uint64',
  'int64',
  'float16',
  'bfloat16',
  'float32',
  'float64',
  'string',
] as const;

export type DType = (typeof dtypes)[number];

/**
 * What an engine on the processor keeps in memory. Doubles hold float64, and the integers that 32 bits with a sign do
 * not: uint32 whole, int64 and uint64 exactly up to 2^53.
 */
export type Storage = 'float32' | 'float64' | 'int32' | 'bool';

const doubles: ReadonlySet<DType> = new Set<DType>(['float64', 'uint32', 'int64', 'uint64']);

export function isFloating(dtype: DType): boolean {
  return dtype === 'float32' || dtype === 'float16' || dtype === 'bfloat16' || dtype === 'float64';
}

export function isInteger(dtype: DType): boolean {
  return dtype !== 'bool' && dtype !== 'string' && !isFloating(dtype);
}

/** Storage of a dtype; strings never reach an engine. */
export function storageOf(dtype: DType): Storage {
  if (dtype === 'string') throw new TypeError('a tensor of strings cannot be computed with');
  if (dtype === 'bool') return 'bool';
  if (doubles.has(dtype)) return 'float64';
  return isFloating(dtype) ? 'float32' : 'int32';
}

/** Whether an engine on the processor keeps values of this dtype in 64 bits. */
export function isWide(dtype: DType): boolean {
  return doubles.has(dtype);
}

/** The float that results of sums and means are kept in: float64 where they are, else float32. */
export function fullFloat(dtype: DType): 'float32' | 'float64' {
  return dtype === 'float64' ? 'float64' : 'float32';
}

/** Bytes that one value takes on the processor. */
export function cellBytes(dtype: DType): number {
  return isWide(dtype) ? 8 : 4;
}

/** The dtype that holds both: the wider one, any float before any integer (source: keras.backend.result_type). */
export function promote(a: DType, b: DType): DType {
  if (a === b) return a;
  if (a === 'string' || b === 'string') throw new TypeError('a string does not mix with numbers');
  const [low, high] = dtypes.indexOf(a) < dtypes.indexOf(b) ? [a, b] : [b, a];
  if (low === 'float16' && high === 'bfloat16') return 'float32';
  if (low.startsWith('uint') && high.startsWith('int') && low.slice(4) === high.slice(3)) {
    return high === 'int8' ? 'int16' : high === 'int16' ? 'int32' : 'int64';
  }
  return high;
}
