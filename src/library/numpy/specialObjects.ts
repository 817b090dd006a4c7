/** Objects of the module that are not functions: `mgrid`, `ogrid`, `c_`, `r_`, `s_`, `errstate`, `vectorize`. */
import type { Value } from '../../python/values.ts';
export function specialObjects(): [string, Value][] {
  return [];
}
