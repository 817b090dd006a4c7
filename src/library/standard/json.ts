/** The json module: dumps and loads exactly as CPython's. */

import { decodeBytes } from '../../python/builtins/codecs.ts';
import {
  bytesOrNull,
  integerOrNull,
  requireKnown,
  sequenceItems,
  stringOf,
  stringOrNull,
  typeName,
} from '../../python/builtins/conversions.ts';
import { PyClass } from '../../python/classes.ts';
import { PyDict } from '../../python/collections.ts';
import {
  makeException,
  TypeError as PyTypeError,
  PythonError,
  raise,
  ValueError,
} from '../../python/errors.ts';
import { method, named, native, suspendable } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { type LibraryModule, pythonModule } from '../../python/modules.ts';
import { floatRepr } from '../../python/operations/text.ts';
import { objectClass } from '../../python/types.ts';
import { PyFloat, type PyInstance, PyList, PyTuple, type Value } from '../../python/values.ts';
import { JsonReader } from './jsonReader.ts';

interface WriterOptions {
  readonly skipKeys: boolean;
  readonly ascii: boolean;
  readonly allowNan: boolean;
  readonly sortKeys: boolean;
  readonly indent: string | null;
  readonly itemSeparator: string;
  readonly keySeparator: string;
  readonly fallback: Value;
  readonly checkCircular: boolean;
}

const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\f': '\\f',
  '\b': '\\b',
};

function quote(text: string, ascii: boolean): string {
  let result = '"';
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    const code = text.charCodeAt(i);
    const short = SHORT_ESCAPES[character];
    if (short !== undefined) result += short;
    else if (code < 32 || (ascii && code > 126)) result += `\\u${code.toString(16).padStart(4, '0')}`;
    else result += character;
  }
  return `${result}"`;
}

/** Writes one value; nested containers know how deep they are. */
class JsonWriter {
  private readonly py: Interpreter;
  private readonly options: WriterOptions;
  private readonly open = new Set<Value>();

  constructor(py: Interpreter, options: WriterOptions) {
    this.py = py;
    this.options = options;
  }

  write(value: Value, depth: number): string {
    requireKnown(value);
    if (value === null) return 'null';
    if (typeof value === 'boolean') return value ? 'true' : 'false';
    const text = stringOrNull(value);
    if (text !== null) return quote(text, this.options.ascii);
    const integer = integerOrNull(value);
    if (integer !== null) return integer.toString();
    if (value instanceof PyFloat) return this.double(value.value);
    const items = sequenceItems(value);
    if (items !== null) return this.guard(value, () => this.array(items, depth));
    if (value instanceof PyDict) return this.guard(value, () => this.object(value, depth));
    if (this.options.fallback !== null) {
      return this.guard(value, () => this.write(this.py.call(this.options.fallback, [value]), depth));
    }
    throw raise(PyTypeError, `Object of type ${typeName(value)} is not JSON serializable`);
  }

  private guard(value: Value, write: () => string): string {
    if (this.open.has(value)) throw raise(ValueError, 'Circular reference detected');
    this.open.add(value);
    const text = write();
    this.open.delete(value);
    return text;
  }

  private double(value: number): string {
    if (Number.isFinite(value)) return floatRepr(value);
    if (!this.options.allowNan) throw raise(ValueError, 'Out of range float values are not JSON compliant');
    return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
  }

  private wrap(open: string, parts: readonly string[], close: string, depth: number): string {
    if (parts.length === 0) return open + close;
    const { indent, itemSeparator } = this.options;
    if (indent === null) return open + parts.join(itemSeparator) + close;
    const inner = `\n${indent.repeat(depth + 1)}`;
    return `${open}${inner}${parts.join(itemSeparator + inner)}\n${indent.repeat(depth)}${close}`;
  }

  private array(items: readonly Value[], depth: number): string {
    return this.wrap(
      '[',
      items.map(item => this.write(item, depth + 1)),
      ']',
      depth,
    );
  }

  private object(dict: PyDict, depth: number): string {
    let entries = [...dict.entries()];
    if (this.options.sortKeys) {
      const sorted = this.py.collect(
        this.py.call(this.py.builtins.get('sorted')!, [new PyList(entries.map(([key]) => key))]),
      );
      entries = sorted.map(key => [key, dict.get(key, this.py.keyRules)!]);
    }
    const parts: string[] = [];
    for (const [key, value] of entries) {
      const name = this.key(key);
      if (name !== null)
        parts.push(
          `${quote(name, this.options.ascii)}${this.options.keySeparator}${this.write(value, depth + 1)}`,
        );
    }
    return this.wrap('{', parts, '}', depth);
  }

  private key(key: Value): string | null {
    const text = stringOrNull(key);
    if (text !== null) return text;
    if (key === null) return 'null';
    if (typeof key === 'boolean') return key ? 'true' : 'false';
    if (key instanceof PyFloat) return this.double(key.value);
    const integer = integerOrNull(key);
    if (integer !== null) return integer.toString();
    if (this.options.skipKeys) return null;
    throw raise(PyTypeError, `keys must be str, int, float, bool or None, not ${typeName(key)}`);
  }
}

const DUMP =
  'skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, separators=None, default=None, sort_keys=False';

function encode(py: Interpreter, value: Value, args: readonly Value[]): string {
  const [skipKeys, ascii, checkCircular, allowNan, cls, indent, separators, fallback, sortKeys] = args;
  const pair = separators === null ? null : py.collect(separators).map(part => stringOf(part, 'separator'));
  const indentation =
    indent === null
      ? null
      : (stringOrNull(indent) ?? ' '.repeat(Math.max(0, Number(integerOrNull(indent) ?? 0))));
  let defaultMethod = fallback;
  if (cls !== null && fallback === null) {
    const encoder = py.call(cls, []);
    defaultMethod = py.getAttribute(encoder, 'default');
  }
  const writer = new JsonWriter(py, {
    skipKeys: py.truth(skipKeys),
    ascii: py.truth(ascii),
    checkCircular: py.truth(checkCircular),
    allowNan: py.truth(allowNan),
    sortKeys: py.truth(sortKeys),
    indent: indentation,
    itemSeparator: pair?.[0] ?? (indentation === null ? ', ' : ','),
    keySeparator: pair?.[1] ?? ': ',
    fallback: defaultMethod,
  });
  return writer.write(value, 0);
}

/** `json.JSONDecodeError`. */
const decodeErrorClass = new PyClass('JSONDecodeError', [ValueError], [], { module: 'json.decoder' });

function decodeError(message: string, document: string, position: number): PythonError {
  const before = document.slice(0, position);
  const line = before.split('\n').length;
  const column = position - before.lastIndexOf('\n');
  const exception = makeException(
    decodeErrorClass,
    `${message}: line ${line} column ${column} (char ${position})`,
  );
  const parts: [string, Value][] = [
    ['msg', message],
    ['doc', document],
    ['pos', position],
    ['lineno', line],
    ['colno', column],
  ];
  for (const [name, value] of parts) exception.attributes!.map.set(name, value);
  return new PythonError(exception);
}

const LOAD =
  'cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None';

function decode(py: Interpreter, source: Value, args: readonly Value[]): Value {
  const bytes = bytesOrNull(source);
  const text = bytes === null ? stringOrNull(source) : decodeBytes(bytes, 'utf-8', 'strict');
  if (text === null)
    throw raise(PyTypeError, `the JSON object must be str, bytes or bytearray, not ${typeName(source)}`);
  const [, objectHook, makeFloat, parseInteger, parseConstant, pairsHook] = args;
  const reader = new JsonReader(text, {
    fail: (message, position) => decodeError(message, text, position),
    makeObject: pairs => {
      if (pairsHook !== null) return py.call(pairsHook, [new PyList(pairs.map(pair => new PyTuple(pair)))]);
      const dict = PyDict.fromStrings(pairs);
      return objectHook === null ? dict : py.call(objectHook, [dict]);
    },
    makeFloat: literal => (makeFloat === null ? new PyFloat(Number(literal)) : py.call(makeFloat, [literal])),
    makeInteger: parseInteger === null ? null : literal => py.call(parseInteger, [literal]),
    makeConstant: parseConstant === null ? null : name => py.call(parseConstant, [name]),
  });
  return reader.document();
}

const encoderClass = new PyClass(
  'JSONEncoder',
  [objectClass],
  named(
    method(`__init__(self, *, ${DUMP.replace('cls=None, ', '')})`, ([self, ...options]) => {
      (self as PyInstance).attributes!.set('_options', new PyTuple(options));
      return null;
    }),
    method('default(self, o)', ([, object]) => {
      throw raise(PyTypeError, `Object of type ${typeName(object)} is not JSON serializable`);
    }),
    method('encode(self, o)', ([self, object], py) => {
      const options = ((self as PyInstance).attributes!.get('_options') as PyTuple).items;
      const fallback = options[6] ?? py.getAttribute(self, 'default');
      return encode(py, object, [...options.slice(0, 4), null, ...options.slice(4, 6), fallback, options[7]]);
    }),
  ),
  { module: 'json.encoder' },
);

export const module: LibraryModule = {
  name: 'json',
  entries: () => [
    ...named(
      native(`dumps(obj, *, ${DUMP})`, ([object, ...options], py) => encode(py, object, options)),
      suspendable(`dump(obj, fp, *, ${DUMP})`, function* ([object, file, ...options], py) {
        yield* py.callAndWait(py.getAttribute(file, 'write'), [encode(py, object, options)]);
        return null;
      }),
      native(`loads(s, *, ${LOAD})`, ([source, ...options], py) => decode(py, source, options)),
      suspendable(`load(fp, *, ${LOAD})`, function* ([file, ...options], py) {
        return decode(py, yield* py.callAndWait(py.getAttribute(file, 'read'), []), options);
      }),
    ),
    ['JSONDecodeError', decodeErrorClass],
    ['JSONEncoder', encoderClass],
  ],
  unmodelled: new Set(['JSONDecoder']),
};

/** The submodules that scripts name exceptions and classes by. */
export const submodules: readonly LibraryModule[] = [
  pythonModule('json.decoder', 'from json import JSONDecodeError\n'),
  pythonModule('json.encoder', 'from json import JSONEncoder\n'),
];
