/**
 * Memory of structured arrays: one memory for each field. To everything that walks over elements it looks like a list
 * of rows; a field's own memory is what `array['field']` looks into, at the speed of any other array.
 */
import { PyTuple, type Value } from '../../../python/values.ts';
import type { DTypeName } from '../dtypes.ts';
import { type Items, isWideItems, Memory, makeItems } from '../storage.ts';
import { elementsOf, type Field, structType } from './types.ts';

/** The memory of one field: `width` elements for each row. */
export interface Column {
  readonly field: Field;
  readonly memory: Memory;
  readonly width: number;
}

const columnsByItems = new WeakMap<object, readonly Column[]>();

/** The columns behind items that are rows, or null for other items. */
export function columnsOf(items: Items): readonly Column[] | null {
  return columnsByItems.get(items) ?? null;
}

/** Zeroed rows of a structured type. */
export function makeRows(dtype: DTypeName, size: number): Value[] {
  const columns = structType(dtype).fields.map((field): Column => {
    const width = elementsOf(field.shape);
    return { field, width, memory: new Memory(makeItems(field.dtype, size * width)) };
  });
  return rowsOver(columns, size);
}

/** Items that read and write rows of columns that are there already. */
export function rowsOver(columns: readonly Column[], size: number): Value[] {
  const rows = new Proxy(new Array<Value>(size), {
    get(target, key) {
      const index = indexOf(key);
      return index < 0 ? Reflect.get(target, key) : readRow(columns, index);
    },
    has: (target, key) => (indexOf(key) < 0 ? Reflect.has(target, key) : indexOf(key) < size),
    set(target, key, value) {
      const index = indexOf(key);
      if (index < 0) return Reflect.set(target, key, value);
      writeRow(columns, index, value as PyTuple);
      return true;
    },
  });
  columnsByItems.set(rows, columns);
  return rows;
}

/** Rows as memory: those given when they are that already, else copied into columns. */
export function rowItems(items: Items, dtype: DTypeName): Items {
  if (columnsByItems.has(items)) return items;
  const rows = makeRows(dtype, items.length);
  for (let i = 0; i < items.length; i++) rows[i] = items[i] as Value;
  return rows;
}

function indexOf(key: string | symbol): number {
  if (typeof key !== 'string') return -1;
  const first = key.charCodeAt(0);
  return first >= 48 && first <= 57 ? Number(key) : -1;
}

/** A row: each field's element, a tuple of elements for subarrays. */
function readRow(columns: readonly Column[], row: number): PyTuple {
  return new PyTuple(
    columns.map(({ memory, width, field }) => {
      const items = memory.items!;
      if (field.shape.length === 0) return items[row];
      return new PyTuple(Array.from({ length: width }, (_, i) => items[row * width + i] as Value));
    }),
  );
}

function writeRow(columns: readonly Column[], row: number, value: PyTuple): void {
  columns.forEach(({ memory, width, field }, index) => {
    const own = value.items[index];
    if (field.shape.length === 0) writeElement(memory, row, own);
    else {
      (own as PyTuple).items.forEach((item, i) => {
        writeElement(memory, row * width + i, item);
      });
    }
  });
}

function writeElement(memory: Memory, at: number, element: Value): void {
  memory.version++;
  if (typeof element === 'bigint' && !isWideItems(memory.items!)) widen(memory, element);
  const items = memory.items!;
  if (isWideItems(items)) (items as BigInt64Array)[at] = BigInt(element as number);
  else (items as Value[])[at] = element;
}

function widen(memory: Memory, element: bigint): void {
  const numbers = Array.from(memory.items as Float64Array, BigInt);
  memory.items = element >= 2n ** 63n ? BigUint64Array.from(numbers) : BigInt64Array.from(numbers);
}

/** What a row of zeros is. */
export function zeroRow(dtype: DTypeName): PyTuple {
  return makeRows(dtype, 1)[0] as PyTuple;
}
