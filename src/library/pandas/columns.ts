/** What pandas' Python texts need natively of columns: gaps, codes, orders, and what is done value by value. */
import { PyDict, PySet } from '../../python/collections.ts';
import { type NativeFunction, native } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { NotKnown, PyFloat, PyList, PyObject, PyTuple, Unknown, type Value } from '../../python/values.ts';
import { elementFacts, facts, factsOfNumbers, joinFacts } from '../numpy/facts.ts';
import { abstractArray, concreteArray, NdArray, numbersOf } from '../numpy/ndarray.ts';
import { NumpyScalar } from '../numpy/scalars.ts';
import { fromItems, type NumberItems } from '../numpy/storage.ts';
import { heapOrder, quickOrder } from '../numpy/unstableOrders.ts';

function arrayOf(value: Value): NdArray {
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  if (!(value instanceof NdArray)) throw new NotKnown('the column is not known');
  return value;
}

/** The numbers of a column, or null where it holds other things. */
function plainNumbers(array: NdArray): NumberItems | null {
  return 'biuf'.includes(kindOfArray(array)) ? numbersOf(array) : null;
}

function kindOfArray(array: NdArray): string {
  if (array.dtype === 'object') return 'O';
  if (array.dtype === 'bool') return 'b';
  return array.dtype.startsWith('float') ? 'f' : /^u?int/.test(array.dtype) ? 'i' : 'U';
}

const isGap = (value: Value): boolean =>
  value === null || (value instanceof PyFloat && Number.isNaN(value.value));

function itemsOf(array: NdArray, py: Interpreter): readonly Value[] {
  return py.collect(py.callMethod(array, 'tolist'));
}

function bools(values: Uint8Array): NdArray {
  return concreteArray(fromItems(values, [values.length], 'bool'));
}

function wholes(values: readonly number[]): NdArray {
  return concreteArray(fromItems(Float64Array.from(values), [values.length], 'int64'));
}

const missingMask = native('missing_mask(values)', ([value], py) => {
  const array = arrayOf(value);
  const known = kindOfArray(array) !== 'O' && (kindOfArray(array) !== 'f' || array.facts.finite);
  if (array.data === null)
    return abstractArray(array.shape, 'bool', known ? facts({ constant: 0 }) : facts({}));
  const numbers = plainNumbers(array);
  if (numbers !== null)
    return bools(Uint8Array.from(numbers as Float64Array, each => Number(Number.isNaN(each))));
  return bools(Uint8Array.from(itemsOf(array, py), each => Number(isGap(each))));
});

/** Different values in the order of their first appearance, and which of them each row holds (-1: none). */
const factorized = native('factorized(values)', ([value], py) => {
  const array = arrayOf(value);
  if (array.data === null) throw new NotKnown('which values the column holds is not known before the run');
  const places = new PyDict();
  const first: number[] = [];
  const codes = itemsOf(array, py).map((item, row) => {
    if (isGap(item)) return -1;
    const known = places.get(item, py.keyRules);
    if (known !== undefined) return known as number;
    places.set(item, first.length, py.keyRules);
    first.push(row);
    return first.length - 1;
  });
  const different = py.call(py.getAttribute(array, 'take'), [wholes(first)]);
  return new PyTuple([different, wholes(codes)]);
});

/**
 * Rows in rising or falling order, those without a value last. Equal ones stay in their order, or come as the
 * algorithm leaves them (`quicksort`, `heapsort`), which pandas runs over the rows from the end for a falling order.
 */
const orderOf = native('order_of(values, ascending=True, kind="stable")', ([value, ascending, kind], py) => {
  const array = arrayOf(value);
  if (array.data === null) {
    const last = array.shape[0] === null ? null : Math.max(0, array.shape[0] - 1);
    return abstractArray([array.shape[0]], 'int64', facts({ integers: true, minimum: 0, maximum: last }));
  }
  const items = itemsOf(array, py);
  const rows = [...items.keys()].filter(row => !isGap(items[row]));
  const gaps = [...items.keys()].filter(row => isGap(items[row]));
  const rising = py.truth(ascending);
  const numbers = plainNumbers(array);
  const isLess = (a: Value, b: Value): boolean => py.truth(py.compare('Lt', a, b));
  const allText = items.every(item => typeof item === 'string' || isGap(item));
  const compare = (a: number, b: number): number => {
    if (numbers !== null) return Number(numbers[a]) - Number(numbers[b]);
    const [x, y] = [items[a], items[b]];
    if (allText) return x === y ? 0 : (x as string) < (y as string) ? -1 : 1;
    return isLess(x, y) ? -1 : isLess(y, x) ? 1 : 0;
  };
  if (kind === 'quicksort' || kind === 'heapsort') {
    if (!rising) rows.reverse();
    const order = kind === 'quicksort' ? quickOrder : heapOrder;
    const places = Array.from(
      order(rows.length, (a, b) => compare(rows[a], rows[b]) < 0),
      k => rows[k],
    );
    return wholes([...(rising ? places : places.reverse()), ...gaps]);
  }
  rows.sort((a, b) => (rising ? compare(a, b) : compare(b, a)));
  return wholes([...rows, ...gaps]);
});

/** The values of a function for each item. */
const mapped = native('mapped(values, function)', ([values, callee], py) => {
  if (values instanceof NdArray && values.data === null)
    throw new NotKnown('the contents of this column are not known before it runs');
  const items = values instanceof NdArray ? itemsOf(values, py) : py.collect(values);
  return new PyList(items.map(item => py.call(callee, [item])));
});

const notSeen = 'the contents of this column are not known before it runs';

/** A dictionary's numbers for items that are not known. Items outside of it leave gaps, which make floats of the column. */
function lookedUpNumbers(array: NdArray, table: PyDict): NdArray {
  const found = [...table.values()];
  const numbers = found.filter(each => typeof each === 'number');
  if (numbers.length === 0 || numbers.length < found.length) throw new NotKnown(notSeen);
  return abstractArray(array.shape, 'float64', facts({ meant: numbers }));
}

/** Items that are not known, some of which become others. Text is no number's key. */
function replacedNumbers(array: NdArray, table: PyDict): NdArray {
  if (array.dtype === 'object') return array;
  const changes = [...table.entries()].filter(([key]) => typeof key !== 'string');
  if (changes.length === 0) return array;
  const values = changes.map(([, value]) => value);
  const numbers = values.flatMap(value =>
    typeof value === 'number' ? [value] : value instanceof PyFloat ? [value.value] : [],
  );
  if (numbers.length < values.length) throw new NotKnown(notSeen);
  const staysWhole = kindOfArray(array) === 'i' && values.every(value => typeof value === 'number');
  const known = joinFacts(elementFacts(array.facts), factsOfNumbers(numbers, null));
  const meant = numbers.every(Number.isFinite) ? numbers : null;
  return abstractArray(array.shape, staysWhole ? array.dtype : 'float64', { ...known, meant });
}

/** What a dictionary holds for each item; `otherwise` where it holds nothing (the item itself where that is absent). */
const lookedUp = native('looked_up(values, table, *otherwise)', ([values, table, otherwise], py) => {
  if (!(table instanceof PyDict) || table.lost !== null) throw new NotKnown('the dictionary is not known');
  const array = arrayOf(values);
  const rest = (otherwise as PyTuple).items;
  if (array.data === null) {
    return rest.length > 0 ? lookedUpNumbers(array, table) : replacedNumbers(array, table);
  }
  return new PyList(
    itemsOf(array, py).map(item => table.get(item, py.keyRules) ?? (rest.length > 0 ? rest[0] : item)),
  );
});

/** Which items are members of a collection. */
const membership = native('membership(values, wanted)', ([values, wanted], py) => {
  const array = arrayOf(values);
  if (array.data === null) return abstractArray(array.shape, 'bool');
  const set = new PySet();
  for (const item of py.collect(wanted)) set.add(item, py.keyRules);
  return bools(Uint8Array.from(itemsOf(array, py), item => Number(set.has(item, py.keyRules))));
});

/** A column of numbers some of which only a run knows. */
function openColumn(items: readonly Value[], open: readonly NumpyScalar[]): NdArray {
  const isReal = (item: Value): boolean =>
    item instanceof NumpyScalar || typeof item === 'number' || item instanceof PyFloat;
  if (!items.every(isReal)) throw new NotKnown('some of its values are not known');
  const areWhole = open.length === items.length && open.every(item => /int/.test(item.dtype));
  return abstractArray([items.length], areWhole ? 'int64' : 'float64');
}

/** The array of plain values as pandas chooses its type: gaps make floats of numbers, text stays objects. */
const inferred = native('inferred(items)', ([list], py) => {
  const items = py.collect(list);
  const open = items.filter(item => item instanceof NumpyScalar && item.value === null) as NumpyScalar[];
  if (open.length > 0) return openColumn(items, open);
  const plain = items.map(item => (item instanceof NumpyScalar ? py.callMethod(item, 'item') : item));
  if (plain.some(item => item instanceof Unknown)) throw new NotKnown('some of its values are not known');
  const length = [plain.length];
  if (plain.length > 0 && plain.every(item => typeof item === 'boolean'))
    return concreteArray(fromItems(Uint8Array.from(plain, Number), length, 'bool'));
  if (plain.length > 0 && plain.every(item => typeof item === 'number'))
    return concreteArray(fromItems(Float64Array.from(plain as number[]), length, 'int64'));
  const isNumber = (item: Value): boolean => typeof item === 'number' || item instanceof PyFloat;
  if (plain.some(isNumber) && plain.every(item => isNumber(item) || item === null)) {
    const numberOf = (item: Value): number =>
      item instanceof PyFloat ? item.value : item === null ? Number.NaN : (item as number);
    return concreteArray(fromItems(Float64Array.from(plain, numberOf), length, 'float64'));
  }
  return concreteArray(fromItems([...plain], length, 'object'));
});

/** Whether values are moments (`M`), durations (`m`) or only missing ones (`NaT`), by the first that is there. */
const timeKind = native('time_kind(items)', ([items], py) => {
  for (const item of py.collect(items)) {
    if (isGap(item)) continue;
    if (item instanceof NumpyScalar) return dtypeKind(item.dtype);
    if (!(item instanceof PyObject)) return null;
    const names = item.cls.mro.map(cls => cls.name);
    if (names[0] === '_NotATime') continue;
    return names.includes('datetime') ? 'M' : names.includes('timedelta') ? 'm' : null;
  }
  const first = py.collect(items)[0];
  return first instanceof PyObject && first.cls.name === '_NotATime' ? 'NaT' : null;
});

function dtypeKind(dtype: string): 'M' | 'm' | null {
  return dtype.startsWith('datetime64') ? 'M' : dtype.startsWith('timedelta64') ? 'm' : null;
}

/** `value` in every row of a column of this length; the length may be unknown. */
const spread = native('spread(value, count)', ([value, count], py) => {
  if (typeof count === 'number') return filled(value, count, py);
  const one = filled(value, 1, py);
  return abstractArray([null], one.dtype, one.facts);
});

function filled(value: Value, count: number, py: Interpreter): NdArray {
  const plain = value instanceof NumpyScalar ? py.callMethod(value, 'item') : value;
  if (plain instanceof Unknown) throw new NotKnown(plain.reason);
  const shape = [count];
  if (typeof plain === 'boolean')
    return concreteArray(fromItems(new Uint8Array(count).fill(Number(plain)), shape, 'bool'));
  if (typeof plain === 'number')
    return concreteArray(fromItems(new Float64Array(count).fill(plain), shape, 'int64'));
  if (plain instanceof PyFloat)
    return concreteArray(fromItems(new Float64Array(count).fill(plain.value), shape, 'float64'));
  return concreteArray(fromItems(new Array<Value>(count).fill(plain), shape, 'object'));
}

/** 0, 1, 2…: the labels of rows that have none; the number of rows may be unknown. */
const positions = native('positions(count, start=0, step=1)', ([count, start, step]) => {
  if (typeof count === 'number' && typeof start === 'number' && typeof step === 'number')
    return wholes(Array.from({ length: count }, (_, row) => start + row * step));
  return abstractArray([null], 'int64', facts({ integers: true, minimum: 0 }));
});

/** Whether something is certainly so; what is not known is not certain. */
const certainly = native('certainly(value)', ([value], py) =>
  value instanceof Unknown || (value instanceof NdArray && value.data === null) ? false : py.truth(value),
);

/** Whether the contents of an array are at hand. */
const hasContents = native(
  'has_contents(value)',
  ([value]) => !(value instanceof Unknown) && !(value instanceof NdArray && value.data === null),
);

/** The part of a numeric column that is there, without gaps; of unknown length where it is not known. */
const present = native('present(values)', ([value], py) => {
  const array = arrayOf(value);
  if (array.data === null)
    return array.facts.finite || kindOfArray(array) === 'i' ? array : withoutGaps(array);
  const numbers = plainNumbers(array);
  if (numbers !== null && !Array.prototype.some.call(numbers, each => Number.isNaN(each))) return array;
  const kept = itemsOf(array, py);
  const rows = [...kept.keys()].filter(row => !isGap(kept[row]));
  return py.call(py.getAttribute(array, 'take'), [wholes(rows)]);
});

function withoutGaps(array: NdArray): NdArray {
  return abstractArray([null], array.dtype, array.facts);
}

export const columnFunctions: readonly NativeFunction[] = [
  missingMask,
  factorized,
  orderOf,
  mapped,
  lookedUp,
  membership,
  inferred,
  timeKind,
  spread,
  positions,
  certainly,
  hasContents,
  present,
];
