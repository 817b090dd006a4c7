/** How arrays are printed: what `np.set_printoptions` sets. */
import type { Value } from '../../python/values.ts';

/** What `np.set_printoptions` sets. */
export interface PrintOptions {
  precision: number | null;
  threshold: number;
  edgeItems: number;
  lineWidth: number;
  suppress: boolean;
  nanText: string;
  infinityText: string;
  sign: '-' | '+' | ' ';
  floatMode: 'fixed' | 'unique' | 'maxprec' | 'maxprec_equal';
  /** Python functions by kind, as `formatter=` gives them. */
  formatter: ReadonlyMap<string, (value: Value) => string> | null;
}

export function defaultPrintOptions(): PrintOptions {
  return {
    precision: 8,
    threshold: 1000,
    edgeItems: 3,
    lineWidth: 75,
    suppress: false,
    nanText: 'nan',
    infinityText: 'inf',
    sign: '-',
    floatMode: 'maxprec',
    formatter: null,
  };
}
