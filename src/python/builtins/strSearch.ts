/** str methods that look for something: find, count, split, replace, startswith… */
import { TypeError as PyTypeError, raise, ValueError } from '../errors.ts';
import { method, type NativeFunction, suspendableMethod } from '../functions.ts';
import type { Interpreter } from '../interpreter.ts';
import { collectWaiting } from '../operations/iteration.ts';
import type { Suspendable } from '../suspension.ts';
import { PyList, PyTuple, type Value } from '../values.ts';
import {
  hasPairs,
  lineBreakAt,
  SPACES,
  textLength,
  toCodePoints,
  toCodeUnits,
  trimSpace,
} from './codePoints.ts';
import { indexOf, integerOf, stringOf, stringOrNull, typeName } from './conversions.ts';
import { reading, wrongReceiver } from './operatorMethods.ts';

const read = stringOrNull;

/** The part of the text that optional start and stop arguments leave, in code units. */
function range(py: Interpreter, text: string, start: Value, end: Value): { from: number; to: number } {
  const length = textLength(text);
  const clamp = (value: Value, fallback: number): number => {
    if (value === null) return fallback;
    const index = Number(
      integerOf(py, value, 'slice indices must be integers or None or have an __index__ method'),
    );
    return index < 0 ? Math.max(0, index + length) : index;
  };
  const from = clamp(start, 0);
  const to = Math.min(clamp(end, length), length);
  if (!hasPairs(text)) return { from, to };
  return { from: from > length ? text.length + 1 : toCodeUnits(text, from), to: toCodeUnits(text, to) };
}

function find(py: Interpreter, text: string, args: readonly Value[], name: string, last: boolean): number {
  const part = stringOrNull(args[0]);
  if (part === null) throw raise(PyTypeError, `must be str, not ${typeName(args[0])}`);
  const { from, to } = range(py, text, args[1], args[2]);
  if (from > to) return -1;
  const found = last ? text.lastIndexOf(part, to - part.length) : text.indexOf(part, from);
  if (last && to - part.length < 0) return -1;
  if (found < from || found + part.length > to || found < 0) return -1;
  void name;
  return toCodePoints(text, found);
}

function count(py: Interpreter, text: string, args: readonly Value[]): number {
  const part = stringOrNull(args[0]);
  if (part === null) throw raise(PyTypeError, `must be str, not ${typeName(args[0])}`);
  const { from, to } = range(py, text, args[1], args[2]);
  if (from > to) return 0;
  const section = text.slice(from, to);
  if (part === '') return textLength(section) + 1;
  return section.split(part).length - 1;
}

function affix(
  py: Interpreter,
  text: string,
  args: readonly Value[],
  name: 'startswith' | 'endswith',
): boolean {
  const { from, to } = range(py, text, args[1], args[2]);
  const section = from > to ? null : text.slice(from, to);
  const test = (part: string) =>
    section !== null && (name === 'startswith' ? section.startsWith(part) : section.endsWith(part));
  if (args[0] instanceof PyTuple) {
    return args[0].items.some(item => {
      const part = stringOrNull(item);
      if (part === null) {
        throw raise(PyTypeError, `tuple for ${name} must only contain str, not ${typeName(item)}`);
      }
      return test(part);
    });
  }
  const part = stringOrNull(args[0]);
  if (part === null) {
    throw raise(PyTypeError, `${name} first arg must be str or a tuple of str, not ${typeName(args[0])}`);
  }
  return test(part);
}

function separator(value: Value): string | null {
  if (value === null) return null;
  const text = stringOrNull(value);
  if (text === null) throw raise(PyTypeError, `must be str or None, not ${typeName(value)}`);
  if (text === '') throw raise(ValueError, 'empty separator');
  return text;
}

/** Letters are told from spaces by their code alone. */
function isSpaceAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code > 32 && code < 127 ? false : SPACES.has(text[at]);
}

function splitOnSpace(text: string, limit: number): string[] {
  const words: string[] = [];
  let at = 0;
  for (;;) {
    while (at < text.length && isSpaceAt(text, at)) at++;
    if (at >= text.length) return words;
    if (limit >= 0 && words.length >= limit) {
      words.push(text.slice(at, at + trimSpace(text.slice(at)).length));
      return words;
    }
    const start = at;
    while (at < text.length && !isSpaceAt(text, at)) at++;
    words.push(text.slice(start, at));
  }
}

function splitOnSpaceFromRight(text: string, limit: number): string[] {
  const words: string[] = [];
  let at = text.length;
  for (;;) {
    while (at > 0 && SPACES.has(text[at - 1])) at--;
    if (at === 0) return words.reverse();
    if (limit >= 0 && words.length >= limit) {
      let start = 0;
      while (SPACES.has(text[start])) start++;
      words.push(text.slice(start, at));
      return words.reverse();
    }
    const end = at;
    while (at > 0 && !SPACES.has(text[at - 1])) at--;
    words.push(text.slice(at, end));
  }
}

function splitOn(text: string, part: string, limit: number): string[] {
  const pieces = text.split(part);
  if (limit < 0 || pieces.length <= limit + 1) return pieces;
  return [...pieces.slice(0, limit), pieces.slice(limit).join(part)];
}

function splitFromRight(text: string, part: string, limit: number): string[] {
  if (limit < 0) return text.split(part);
  const pieces: string[] = [];
  let end = text.length;
  while (pieces.length < limit) {
    const found = end < part.length ? -1 : text.lastIndexOf(part, end - part.length);
    if (found < 0) break;
    pieces.push(text.slice(found + part.length, end));
    end = found;
  }
  pieces.push(text.slice(0, end));
  return pieces.reverse();
}

/** `str.splitlines(keepends)`. */
export function splitLines(text: string, keepEnds: boolean): string[] {
  const lines: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; ) {
    const size = lineBreakAt(text, at);
    at += size === 0 ? 1 : size;
    if (size === 0) continue;
    lines.push(text.slice(start, keepEnds ? at : at - size));
    start = at;
  }
  if (start < text.length) lines.push(text.slice(start));
  return lines;
}

function replace(text: string, from: string, to: string, limit: number): string {
  if (limit < 0)
    return from === '' ? interleave(text, to, Number.POSITIVE_INFINITY) : text.split(from).join(to);
  if (from === '') return interleave(text, to, limit);
  const pieces = splitOn(text, from, limit);
  return pieces.join(to);
}

function interleave(text: string, part: string, limit: number): string {
  let result = '';
  let left = limit;
  for (const character of text) {
    if (left > 0) {
      result += part;
      left--;
    }
    result += character;
  }
  return left > 0 ? result + part : result;
}

function* join(py: Interpreter, separator: string, iterable: Value): Suspendable<string> {
  let items: Value[];
  try {
    items = yield* collectWaiting(py, iterable);
  } catch (error) {
    if (!isNotIterable(error)) throw error;
    throw raise(PyTypeError, 'can only join an iterable');
  }
  const texts = items.map((item, index) => {
    const text = stringOrNull(item);
    if (text === null) {
      throw raise(PyTypeError, `sequence item ${index}: expected str instance, ${typeName(item)} found`);
    }
    return text;
  });
  return texts.join(separator);
}

/** Whether an error is the TypeError of iterating something that is not iterable. */
export function isNotIterable(error: unknown): boolean {
  const exception = (error as { exception?: { attributes: { get(name: string): Value | undefined } } })
    .exception;
  const args = exception?.attributes.get('args');
  const text = args instanceof PyTuple ? args.items[0] : undefined;
  return typeof text === 'string' && text.endsWith('object is not iterable');
}

function partition(text: string, part: string, last: boolean): PyTuple {
  if (part === '') throw raise(ValueError, 'empty separator');
  const found = last ? text.lastIndexOf(part) : text.indexOf(part);
  if (found < 0) return new PyTuple(last ? ['', '', text] : [text, '', '']);
  return new PyTuple([text.slice(0, found), part, text.slice(found + part.length)]);
}

const strings = (texts: string[]): PyList => new PyList(texts);

/** find, index, count, startswith, split, replace, join, partition… */
export const searchMethods: NativeFunction[] = [
  reading('str', 'find(self, sub, start=None, end=None, /)', read, (text, args, py) =>
    find(py, text, args, 'find', false),
  ),
  reading('str', 'rfind(self, sub, start=None, end=None, /)', read, (text, args, py) =>
    find(py, text, args, 'rfind', true),
  ),
  reading('str', 'index(self, sub, start=None, end=None, /)', read, (text, args, py) => {
    const found = find(py, text, args, 'index', false);
    if (found < 0) throw raise(ValueError, 'substring not found');
    return found;
  }),
  reading('str', 'rindex(self, sub, start=None, end=None, /)', read, (text, args, py) => {
    const found = find(py, text, args, 'rindex', true);
    if (found < 0) throw raise(ValueError, 'substring not found');
    return found;
  }),
  reading('str', 'count(self, sub, start=None, end=None, /)', read, (text, args, py) =>
    count(py, text, args),
  ),
  reading('str', 'startswith(self, prefix, start=None, end=None, /)', read, (text, args, py) =>
    affix(py, text, args, 'startswith'),
  ),
  reading('str', 'endswith(self, suffix, start=None, end=None, /)', read, (text, args, py) =>
    affix(py, text, args, 'endswith'),
  ),
  reading('str', 'split(self, sep=None, maxsplit=-1)', read, (text, [sep, maxsplit], py) => {
    const part = separator(sep);
    const limit = indexOf(py, maxsplit);
    return strings(part === null ? splitOnSpace(text, limit) : splitOn(text, part, limit));
  }),
  reading('str', 'rsplit(self, sep=None, maxsplit=-1)', read, (text, [sep, maxsplit], py) => {
    const part = separator(sep);
    const limit = indexOf(py, maxsplit);
    return strings(part === null ? splitOnSpaceFromRight(text, limit) : splitFromRight(text, part, limit));
  }),
  reading('str', 'splitlines(self, keepends=False)', read, (text, [keep], py) =>
    strings(splitLines(text, py.truth(keep))),
  ),
  reading('str', 'replace(self, old, new, count=-1, /)', read, (text, [old, replacement, limit], py) =>
    replace(
      text,
      stringOf(old, 'replace() argument 1'),
      stringOf(replacement, 'replace() argument 2'),
      indexOf(py, limit),
    ),
  ),
  suspendableMethod('join(self, iterable, /)', ([self, iterable], py) => {
    const text = read(self);
    if (text === null) throw wrongReceiver('str', 'join', self);
    return join(py, text, iterable);
  }),
  reading('str', 'partition(self, sep, /)', read, (text, [sep]) => {
    const part = stringOrNull(sep);
    if (part === null) throw raise(PyTypeError, `must be str, not ${typeName(sep)}`);
    return partition(text, part, false);
  }),
  reading('str', 'rpartition(self, sep, /)', read, (text, [sep]) => {
    const part = stringOrNull(sep);
    if (part === null) throw raise(PyTypeError, `must be str, not ${typeName(sep)}`);
    return partition(text, part, true);
  }),
  reading('str', 'removeprefix(self, prefix, /)', read, (text, [prefix]) => {
    const part = stringOf(prefix, 'removeprefix() argument');
    return text.startsWith(part) ? text.slice(part.length) : text;
  }),
  reading('str', 'removesuffix(self, suffix, /)', read, (text, [suffix]) => {
    const part = stringOf(suffix, 'removesuffix() argument');
    return part !== '' && text.endsWith(part) ? text.slice(0, -part.length) : text;
  }),
  method('translate(self, table, /)', ([self, table], py) => translate(py, read(self) ?? '', table)),
];

function translate(py: Interpreter, text: string, table: Value): string {
  let result = '';
  for (const character of text) {
    let replacement: Value | undefined;
    try {
      replacement = py.getItem(table, character.codePointAt(0)!);
    } catch (error) {
      if (!isLookupError(error)) throw error;
    }
    if (replacement === undefined) result += character;
    else if (replacement !== null) {
      const replaced = stringOrNull(replacement);
      result += replaced ?? String.fromCodePoint(indexOf(py, replacement));
    }
  }
  return result;
}

function isLookupError(error: unknown): boolean {
  const cls = (error as { exception?: { cls: { mro: readonly { name: string }[] } } }).exception?.cls;
  return cls?.mro.some(base => base.name === 'LookupError') ?? false;
}
