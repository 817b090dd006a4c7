/** str: operators, subscription, construction. Its methods are in strSearch.ts, strShape.ts and strTests.ts. */
import type { PyClass } from '../classes.ts';
import { PyDict } from '../collections.ts';
import { IndexError, TypeError as PyTypeError, raise } from '../errors.ts';
import { method, named, native, StaticMethod } from '../functions.ts';
import type { Interpreter } from '../interpreter.ts';
import { arrayIterator } from '../operations/iteration.ts';
import { compareText } from '../operations/operators.ts';
import { stringRepr } from '../operations/text.ts';
import { classOf, strClass } from '../types.ts';
import { NOT_IMPLEMENTED, PyBoxed, PyTuple, type Value } from '../values.ts';
import { decodeBytes } from './codecs.ts';
import { characters, hasPairs, textLength, textSlice } from './codePoints.ts';
import { bytesOrNull, integerOf, requireKnown, stringOf, stringOrNull, typeName } from './conversions.ts';
import { formatString } from './format.ts';
import { hashText } from './hashes.ts';
import { comparisons, reading } from './operatorMethods.ts';
import { percentFormat } from './percentFormat.ts';
import { repeatCount } from './repetition.ts';
import { isSlice, itemIndex, sliceIndices, takeSlice } from './slices.ts';
import { formatMethods } from './strFormat.ts';
import { searchMethods } from './strSearch.ts';
import { shapeMethods } from './strShape.ts';
import { testMethods } from './strTests.ts';

const read = stringOrNull;

function construct(py: Interpreter, object: Value | null, encoding: Value, errors: Value): string {
  if (object === null) return '';
  if (encoding === null && errors === null) return py.str(object);
  const bytes = bytesOrNull(object);
  if (bytes === null) {
    throw raise(
      PyTypeError,
      stringOrNull(object) !== null
        ? 'decoding str is not supported'
        : `decoding to str: need a bytes-like object, ${typeName(object)} found`,
    );
  }
  return decodeBytes(
    bytes,
    encoding === null ? 'utf-8' : stringOf(encoding, 'str() argument 2'),
    errorsOf(errors),
  );
}

/** The `errors` argument of encode and decode. */
export function errorsOf(errors: Value): string {
  return errors === null ? 'strict' : stringOf(errors, 'argument 3');
}

function getItem(py: Interpreter, text: string, key: Value): Value {
  if (typeof key === 'number' && key >= 0 && !hasPairs(text)) {
    if (key < text.length) return text[key];
    throw raise(IndexError, 'string index out of range');
  }
  if (isSlice(key)) {
    const length = textLength(text);
    const indices = sliceIndices(py, key, length);
    if (indices.step === 1) return textSlice(text, indices.start, indices.start + indices.count);
    return takeSlice(characters(text), indices).join('');
  }
  const sequence = characters(text);
  return sequence[itemIndex(py, key, sequence.length, 'str')];
}

const NO_OBJECT = '(no object)';

const methods = [
  native(
    `__new__(cls, object='${NO_OBJECT}', encoding=None, errors=None)`,
    ([cls, object, encoding, errors], py) => {
      const text = object === NO_OBJECT ? '' : construct(py, object ?? null, encoding, errors);
      const value = object === null ? py.str(null) : text;
      return cls === strClass ? value : new PyBoxed(cls as PyClass, value);
    },
  ),
  reading('str', '__add__(self, value, /)', read, (text, [value]) => {
    const other = stringOrNull(value);
    if (other !== null) return text + other;
    if (classOf(value).lookup('__radd__') !== undefined) return NOT_IMPLEMENTED;
    throw raise(PyTypeError, `can only concatenate str (not "${typeName(value)}") to str`);
  }),
  reading('str', '__mul__(self, value, /)', read, (text, [value], py) => {
    const count = repeatCount(py, value, text.length);
    return count === null ? NOT_IMPLEMENTED : text.repeat(count);
  }),
  reading('str', '__rmul__(self, value, /)', read, (text, [value], py) => {
    const count = repeatCount(py, value, text.length);
    return count === null ? NOT_IMPLEMENTED : text.repeat(count);
  }),
  reading('str', '__mod__(self, value, /)', read, (text, [value], py) => percentFormat(py, text, value)),
  ...comparisons('str', read, (left, right) => {
    const other = stringOrNull(right);
    return other === null ? null : compareText(left, other);
  }),
  reading('str', '__contains__(self, key, /)', read, (text, [key]) => {
    const part = stringOrNull(key);
    if (part === null) {
      throw raise(PyTypeError, `'in <string>' requires string as left operand, not ${typeName(key)}`);
    }
    return text.includes(part);
  }),
  reading('str', '__getitem__(self, key, /)', read, (text, [key], py) =>
    getItem(py, text, requireKnown(key)),
  ),
  reading('str', '__len__(self, /)', read, textLength),
  reading('str', '__iter__(self, /)', read, text => arrayIterator([...text])),
  reading('str', '__hash__(self, /)', read, hashText),
  reading('str', '__repr__(self, /)', read, stringRepr),
  reading('str', '__str__(self, /)', read, text => text),
  reading('str', '__format__(self, format_spec, /)', read, (text, [specification], py, self) => {
    const spec = stringOf(specification, '__format__() argument');
    return formatString(self instanceof PyBoxed ? py.str(self) : text, spec);
  }),
  reading('str', '__getnewargs__(self, /)', read, text => new PyTuple([text])),
  method('__sizeof__(self, /)', ([self]) => 49 + textLength(stringOrNull(self) ?? '')),
];

/** The attributes of str. */
export function installStr(): void {
  const all = named(...methods, ...searchMethods, ...shapeMethods, ...testMethods, ...formatMethods);
  for (const [name, value] of all) strClass.attributes.map.set(name, value);
  const maketrans = native('maketrans(x, y=None, z=None, /)', ([x, y, z], py) =>
    makeTranslation(py, x, y, z),
  );
  strClass.attributes.map.set('maketrans', new StaticMethod(maketrans));
}

function makeTranslation(py: Interpreter, x: Value, y: Value, z: Value): Value {
  const table = new PyDict();
  const put = (key: Value, value: Value) => py.setItem(table, key, value);
  if (y === null) {
    for (const pair of py.collect(py.callMethod(x, 'items'))) {
      const [key, value] = (pair as PyTuple).items;
      const text = stringOrNull(key);
      put(text === null ? integerOf(py, key) : text.codePointAt(0)!, value);
    }
    return table;
  }
  const from = [...stringOf(x, 'maketrans() argument 1')];
  const to = [...stringOf(y, 'maketrans() argument 2')];
  if (from.length !== to.length) {
    throw raise(PyTypeError, 'the first two maketrans arguments must have equal length');
  }
  for (const [index, character] of from.entries()) put(character.codePointAt(0)!, to[index].codePointAt(0)!);
  if (z !== null)
    for (const character of stringOf(z, 'maketrans() argument 3')) put(character.codePointAt(0)!, null);
  return table;
}
