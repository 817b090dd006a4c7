/** Which type operands meet in: NumPy 1's value-based casting of scalars. */
import { NotKnown, PyComplex } from '../../python/values.ts';
import { type DTypeName, dtypeInfo, kindOf, promoteTypes } from './dtypes.ts';
import type { NdArray } from './ndarray.ts';

const category: Record<string, number> = { b: 0, u: 1, i: 1, f: 2, c: 2, S: 3, U: 3, M: 3, m: 3, O: 4 };

/**
 * `np.result_type` of operands, where 0-d operands weigh only as much as their value needs. With `each`, the type of
 * every operand is converted before they are compared (null: the function does not take it).
 * `signedFirst`: of types of one size the signed one is tried first, as functions do that search their loops.
 */
export function resultType(
  operands: readonly NdArray[],
  each: (operand: DTypeName) => DTypeName | null = dtype => dtype,
  signedFirst = false,
): DTypeName {
  const arrays = operands.filter(operand => operand.rank > 0);
  const scalars = operands.filter(operand => operand.rank === 0);
  const top = (list: readonly NdArray[]): number =>
    Math.max(-1, ...list.map(item => category[kindOf(item.dtype)]));
  const byValue = arrays.length > 0 && scalars.length > 0 && top(arrays) >= top(scalars);
  if (!byValue) return operands.map(operand => each(operand.dtype) ?? operand.dtype).reduce(promoteTypes);
  let common = arrays.map(operand => operand.dtype).reduce(promoteTypes);
  for (const scalar of scalars) common = promoteWithValue(common, scalar, each, signedFirst);
  return common;
}

function promoteWithValue(
  common: DTypeName,
  scalar: NdArray,
  each: (operand: DTypeName) => DTypeName | null,
  signedFirst: boolean,
): DTypeName {
  const kind = kindOf(scalar.dtype);
  const decided = kind === 'b' || kindOf(common) === 'O';
  if (decided && category[kindOf(common)] > category[kind]) return each(common) ?? common;
  const least = smallest(scalar, common, signedFirst);
  return promoteTypes(each(common) ?? common, each(least) ?? least);
}

/** `np.min_scalar_type` of a scalar; small positive integers fit signed and unsigned types alike. */
function smallest(scalar: NdArray, common: DTypeName, signedFirst: boolean): DTypeName {
  const kind = kindOf(scalar.dtype);
  if (!'iufc'.includes(kind)) return scalar.dtype;
  if (scalar.data === null) return smallestByFacts(scalar, common);
  const raw = scalar.data.items[scalar.data.offset];
  const least = minimalType(raw as number | bigint | PyComplex, kind, kindOf(common) === 'i' || signedFirst);
  // It is tried only where the array's own type does not hold the value.
  if (signedFirst && kindOf(common) === 'u' && 'iu'.includes(kind) && fits(Number(raw), common))
    return common;
  // A typed scalar never counts for more than its own type.
  return dtypeInfo(least).itemSize > dtypeInfo(scalar.dtype).itemSize ? scalar.dtype : least;
}

const fits = (value: number, dtype: DTypeName): boolean =>
  value >= dtypeInfo(dtype).minimum && value <= dtypeInfo(dtype).maximum;

/** An unknown scalar: the type it cannot exceed, when that decides nothing; else the result is not known. */
function smallestByFacts(scalar: NdArray, common: DTypeName): DTypeName {
  const { minimum, maximum } = scalar.facts;
  const { kind, itemSize } = dtypeInfo(common);
  const own = kindOf(scalar.dtype);
  if (own === 'f' || own === 'c') {
    if (itemSize >= 4 && scalar.dtype !== 'complex128') return common;
    throw new NotKnown('the type depends on a value that is not known before it runs');
  }
  if (kind === 'f' || kind === 'c') {
    if (itemSize >= 8) return common;
    if (minimum !== null && maximum !== null && minimum >= -32768 && maximum < 65536) return common;
    // A 32-bit integer or larger would widen float32; whether it is one depends on the value.
    throw new NotKnown('the type depends on a value that is not known before it runs');
  }
  const limits = dtypeInfo(common);
  if (minimum !== null && maximum !== null && minimum >= limits.minimum && maximum <= limits.maximum)
    return common;
  if (kind === 'i' && itemSize === 8 && scalar.dtype !== 'uint64') return common;
  throw new NotKnown('the type depends on a value that is not known before it runs');
}

/** The smallest type of its kind that holds a value. */
export function minimalType(value: number | bigint | PyComplex, kind: string, signed = false): DTypeName {
  if (value instanceof PyComplex) {
    return Math.max(Math.abs(value.real), Math.abs(value.imaginary)) < 3.4e38 ? 'complex64' : 'complex128';
  }
  if (kind === 'f') {
    const magnitude = Math.abs(Number(value));
    if (!Number.isFinite(magnitude) || magnitude < 65000) return 'float16';
    return magnitude < 3.4e38 ? 'float32' : 'float64';
  }
  if (value < 0) {
    for (const name of ['int8', 'int16', 'int32']) if (value >= dtypeInfo(name).minimum) return name;
    return 'int64';
  }
  for (const name of ['uint8', 'uint16', 'uint32'] as const) {
    if (value > dtypeInfo(name).maximum) continue;
    const counterpart = name.slice(1);
    return signed && value <= dtypeInfo(counterpart).maximum ? counterpart : name;
  }
  return signed && BigInt(value) < 2n ** 63n ? 'int64' : 'uint64';
}
