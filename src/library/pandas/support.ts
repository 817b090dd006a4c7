/** What pandas' Python texts need natively: cutting a file into fields, and columns with their types. */

import { PyDict, PySet } from '../../python/collections.ts';
import { named, native } from '../../python/functions.ts';
import type { LibraryModule } from '../../python/modules.ts';
import { NotKnown, PyFloat, PyList, Unknown, type Value } from '../../python/values.ts';
import { concreteArray, NdArray } from '../numpy/ndarray.ts';
import { fromItems } from '../numpy/storage.ts';

/** The records of a delimited text; quoted fields may hold separators, line ends and doubled quotes. */
function recordsOf(text: string, separator: RegExp | string, quote: string): string[][] {
  if (separator instanceof RegExp) {
    return text
      .split(/\r\n|\n|\r/)
      .filter(line => line.trim() !== '')
      .map(line => line.trim().split(separator));
  }
  const records: string[][] = [];
  let fields: string[] = [];
  let field = '';
  let quoted = false;
  const endRecord = (): void => {
    fields.push(field);
    if (fields.length > 1 || field !== '') records.push(fields);
    fields = [];
    field = '';
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (quoted) {
      if (character !== quote) field += character;
      else if (text[at + 1] === quote) field += text[++at];
      else quoted = false;
    } else if (character === quote && field === '') quoted = true;
    else if (character === separator) {
      fields.push(field);
      field = '';
    } else if (character === '\n' || character === '\r') {
      if (character === '\r' && text[at + 1] === '\n') at++;
      endRecord();
    } else field += character;
  }
  if (field !== '' || fields.length > 0) endRecord();
  return records;
}

const readRecords = native('read_records(text, separator, quote)', ([text, separator, quote]) => {
  if (text instanceof Unknown) throw new NotKnown(text.reason);
  const cut = separator === null || separator === '\\s+' ? /\s+/ : String(separator);
  const records = recordsOf(
    String(text),
    typeof cut === 'string' && cut.length > 1 ? new RegExp(cut) : cut,
    String(quote),
  );
  return new PyList(records.map(fields => new PyList(fields)));
});

const wholeNumber = /^\s*[+-]?\d+\s*$/;
const number = /^\s*[+-]?(\d+\.?\d*([eE][+-]?\d+)?|\.\d+([eE][+-]?\d+)?|inf|Infinity)\s*$/i;

function valueOfNumber(text: string): number {
  const plain = text.trim().toLowerCase();
  if (plain.endsWith('inf') || plain.endsWith('infinity')) {
    return plain.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  return Number(plain);
}

const typedColumn = native('typed_column(texts, missing)', ([texts, missing], py) => {
  const items = py.collect(texts) as string[];
  const absent = new Set(missing instanceof PySet ? (py.collect(missing) as string[]) : []);
  const gaps = items.map(item => absent.has(item));
  const someMissing = gaps.includes(true);
  const present = items.filter((_, index) => !gaps[index]);
  const every = (test: RegExp): boolean => present.every(item => test.test(item));
  if (
    !someMissing &&
    present.length > 0 &&
    every(wholeNumber) &&
    present.every(item => Number.isSafeInteger(Number(item)))
  ) {
    return concreteArray(fromItems(Float64Array.from(items, Number), [items.length], 'int64'));
  }
  if (every(number)) {
    const values = Float64Array.from(items, (item, index) =>
      gaps[index] ? Number.NaN : valueOfNumber(item),
    );
    return concreteArray(fromItems(values, [items.length], 'float64'));
  }
  if (!someMissing && every(/^(True|False|TRUE|FALSE|true|false)$/)) {
    const values = Uint8Array.from(items, item => Number(item.toLowerCase() === 'true'));
    return concreteArray(fromItems(values, [items.length], 'bool'));
  }
  const objects: Value[] = items.map((item, index) => (gaps[index] ? new PyFloat(Number.NaN) : item));
  return concreteArray(fromItems(objects, [items.length], 'object'));
});

/** Whether analysis knows enough of a table's data to follow what is done with it. */
function isKnown(value: Value): boolean {
  if (value instanceof Unknown) return false;
  if (value instanceof NdArray) return value.data !== null;
  if (value instanceof PyDict) return value.lost === null && [...value.values()].every(isKnown);
  if (value instanceof PyList) return value.lost === null && value.items.every(isKnown);
  return true;
}

const known = native('known(value)', ([value]) => isKnown(value));

const unknown = native('unknown(reason)', ([reason]) => new Unknown(String(reason)));

export const pandasSupportModule: LibraryModule = {
  name: 'pandas._support',
  entries: () => named(readRecords, typedColumn, known, unknown),
};
