/** What a DataFrame or Series looks like from outside, for hints and hovers. */
import { PyDict } from '../../python/collections.ts';
import { PyInstance, type Value } from '../../python/values.ts';
import { describeFacts, NdArray, type Shape } from '../numpy/ndarray.ts';

type Facts = ReturnType<typeof describeFacts>;

/** A table's size and, of a single column, its type and facts. */
export interface TableDescription {
  readonly type: 'DataFrame' | 'Series';
  readonly shape: Shape;
  readonly dtype: string | null;
  readonly facts: Facts;
}

/** Null for everything that is no table, or whose columns are not known. */
export function describeTable(value: Value): TableDescription | null {
  if (!(value instanceof PyInstance) || value.cls.module !== 'pandas.core') return null;
  const attributes = value.attributes?.map;
  if (value.cls.name === 'Series') {
    const column = attributes?.get('_values');
    if (!(column instanceof NdArray)) return null;
    return { type: 'Series', shape: column.shape, dtype: column.dtype, facts: describeFacts(column) };
  }
  const columns = attributes?.get('_data');
  if (value.cls.name !== 'DataFrame' || !(columns instanceof PyDict) || columns.lost !== null) return null;
  const first = [...columns.values()].find(column => column instanceof NdArray);
  return { type: 'DataFrame', shape: [first?.shape[0] ?? null, columns.size], dtype: null, facts: [] };
}
