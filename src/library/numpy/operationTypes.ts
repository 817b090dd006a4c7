/** Which types element-by-element operations compute in, and what floating-point trouble their results mean. */
import { type DTypeName, dtypeInfo, kindOf } from './dtypes.ts';
import type { Trouble } from './elementwise.ts';

export const numeric = (dtype: DTypeName): DTypeName | null => ('US'.includes(kindOf(dtype)) ? null : dtype);

/** bool counts as int8 in integer arithmetic that has no loop for bool. */
export const notBool = (dtype: DTypeName): DTypeName | null => (dtype === 'bool' ? 'int8' : numeric(dtype));

/** Integers become the floating type that holds them. */
export function floating(dtype: DTypeName): DTypeName | null {
  const { kind, itemSize } = dtypeInfo(dtype);
  if (kind === 'b') return 'float16';
  if (kind === 'i' || kind === 'u')
    return itemSize === 1 ? 'float16' : itemSize === 2 ? 'float32' : 'float64';
  return kind === 'f' || kind === 'c' || kind === 'O' ? dtype : null;
}

export const realFloating = (dtype: DTypeName): DTypeName | null =>
  kindOf(dtype) === 'c' ? null : floating(dtype);

/** Floating types alone; objects have no loop. */
export const plainFloating = (dtype: DTypeName): DTypeName | null =>
  kindOf(dtype) === 'O' ? null : realFloating(dtype);

export const division = (dtype: DTypeName): DTypeName | null => {
  if ('biu'.includes(kindOf(dtype))) return 'float64';
  return floating(dtype);
};

export const integral = (dtype: DTypeName): DTypeName | null =>
  'biuO'.includes(kindOf(dtype)) ? dtype : null;

export function troubleOf(a: number, b: number, result: number): Trouble | null {
  if (Number.isNaN(result)) return Number.isNaN(a) || Number.isNaN(b) ? null : 'invalid value';
  return Number.isFinite(a) && Number.isFinite(b) ? 'overflow' : null;
}

export function divideTrouble(a: number, b: number, result: number): Trouble | null {
  if (Number.isNaN(a) || Number.isNaN(b)) return null;
  if (b === 0) return a === 0 ? 'invalid value' : Number.isFinite(a) ? 'divide by zero' : null;
  return troubleOf(a, b, result);
}

export function unaryTrouble(a: number, _b: number, result: number): Trouble | null {
  return troubleOf(a, 0, result);
}
