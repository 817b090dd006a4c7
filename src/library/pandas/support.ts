/** What pandas' Python texts need natively: text cut into fields, columns with their types, and the file they stand in. */
import { decodeBytes } from '../../python/builtins/codecs.ts';
import { flushUnreferenced } from '../../python/builtins/files.ts';
import { PyDict, PySet } from '../../python/collections.ts';
import { named, native, suspendable } from '../../python/functions.ts';
import type { LibraryModule } from '../../python/modules.ts';
import { NotKnown, PyFloat, PyList, PyTuple, Unknown, type Value } from '../../python/values.ts';
import { isWhole } from '../dataFiles.ts';
import { abstractArray, concreteArray, type NdArray } from '../numpy/ndarray.ts';
import { reduced } from '../numpy/npyFormat.ts';
import { readFile } from '../numpy/sources.ts';
import { fromItems } from '../numpy/storage.ts';
import { absentColumn } from './absentColumns.ts';
import { columnFunctions } from './columns.ts';
import { guarded, known, unknown } from './guards.ts';

/** The records of a delimited text; quoted fields may hold separators, line ends and doubled quotes. */
function recordsOf(text: string, separator: RegExp | string, quote: string, blank: boolean): string[][] {
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
    if (fields.length > 1 || field.trim() !== '' || blank) records.push(fields);
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

const readRecords = native(
  'read_records(text, separator, quote, blank=False)',
  ([text, separator, quote, blank], py) => {
    if (text instanceof Unknown) throw new NotKnown(text.reason);
    const cut = separator === null || separator === '\\s+' ? /\s+/ : String(separator);
    const records = recordsOf(
      String(text),
      typeof cut === 'string' && cut.length > 1 ? new RegExp(cut) : cut,
      String(quote),
      py.truth(blank),
    );
    return new PyList(records.map(fields => new PyList(fields)));
  },
);

/** The text of a file, and whether that is all of it: analysis sees long files in part. */
const readTable = suspendable('read_table(source, encoding)', function* ([source, encoding], py) {
  if (py.running) yield* flushUnreferenced(py);
  const file = yield* readFile(source, py);
  const text = decodeBytes(file.head, encoding === null ? 'utf-8' : String(encoding), 'strict');
  if (isWhole(file)) return new PyTuple([text.replace(/^\ufeff/, ''), true]);
  return new PyTuple([text.slice(0, text.lastIndexOf('\n') + 1).replace(/^\ufeff/, ''), false]);
});

const wholeNumber = /^\s*[+-]?\d+\s*$/;
const number = /^\s*[+-]?(\d+\.?\d*([eE][+-]?\d+)?|\.\d+([eE][+-]?\d+)?|inf|infinity)\s*$/i;

function valueOfNumber(text: string): number {
  const plain = text.trim().toLowerCase();
  if (/^[+-]?inf/.test(plain))
    return plain.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return Number(plain);
}

/** A column of texts as numbers or truth values where all of them are such. */
function typedArray(items: readonly string[], absent: ReadonlySet<string>): NdArray {
  const gaps = items.map(item => absent.has(item));
  const someMissing = gaps.includes(true);
  const present = someMissing ? items.filter((_, index) => !gaps[index]) : items;
  const every = (test: RegExp): boolean => present.every(item => test.test(item));
  const shape = [items.length];
  const isWholes = (): boolean =>
    present.length > 0 && every(wholeNumber) && present.every(item => Number.isSafeInteger(Number(item)));
  if (!someMissing && isWholes())
    return concreteArray(fromItems(Float64Array.from(items, Number), shape, 'int64'));
  if (items.length > 0 && every(number)) {
    const values = Float64Array.from(items, (item, index) =>
      gaps[index] ? Number.NaN : valueOfNumber(item),
    );
    return concreteArray(fromItems(values, shape, 'float64'));
  }
  if (!someMissing && items.length > 0 && every(/^(True|False|TRUE|FALSE|true|false)$/)) {
    const values = Uint8Array.from(items, item => Number(item.toLowerCase() === 'true'));
    return concreteArray(fromItems(values, shape, 'bool'));
  }
  const isTruth = /^(True|False|TRUE|FALSE|true|false)$/;
  const asTruth = someMissing && present.length > 0 && every(isTruth);
  const objects: Value[] = items.map((item, index) =>
    gaps[index] ? new PyFloat(Number.NaN) : asTruth ? item.toLowerCase() === 'true' : item,
  );
  return concreteArray(fromItems(objects, shape, 'object'));
}

/** Column `place` of the records. Of a file that is not seen whole, only the type is taken from what is seen. */
const typedColumn = native(
  'typed_column(records, place, missing, whole=True, strip=False, thousands=None)',
  ([records, place, missing, whole, strip, thousands], py) => {
    const absent = new Set(missing instanceof PySet ? (py.collect(missing) as string[]) : []);
    const rows = (records as PyList).items as PyList[];
    const items = rows.map(row => {
      const text = (row.items[Number(place)] ?? '') as string;
      const bare = py.truth(strip) ? text.trim() : text;
      return thousands === null || !/^[\d.,+-]+$/.test(bare) ? bare : bare.replaceAll(String(thousands), '');
    });
    const array = typedArray(items, absent);
    if (py.running) return array;
    if (py.truth(whole)) return reduced(array);
    // Later rows may hold gaps or fractions: whole numbers may yet turn out to be floats.
    return abstractArray([null], array.dtype);
  },
);

/** The variables that the script sees where it called the library: for `@name` in queries. */
const callerNames = native('caller_names()', (_args, py) => {
  const names = new PyDict();
  for (let frame = py.frame; frame !== null; frame = frame.caller) {
    if (!frame.file.isScript) continue;
    const own = frame.names ?? frame.globals;
    for (const [name, value] of own.map) names.setString(name, value);
    frame.scope.slotNames.forEach((name, index) => {
      const value = frame?.slots[index];
      if (value !== undefined) names.setString(name, value);
    });
    [...frame.scope.ownCells, ...frame.scope.freeNames].forEach((name, index) => {
      const value = frame?.cells[index]?.value;
      if (value !== undefined) names.setString(name, value);
    });
    break;
  }
  return names;
});

const running = native('running()', (_args, py) => py.running);

export const pandasSupportModule: LibraryModule = {
  name: 'pandas._support',
  entries: () =>
    named(
      readRecords,
      readTable,
      typedColumn,
      known,
      unknown,
      guarded,
      running,
      callerNames,
      absentColumn,
      ...columnFunctions,
    ),
};
