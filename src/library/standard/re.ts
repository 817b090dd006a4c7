/** The re module, on JavaScript's regular expressions. */

import { toCodePoints, toCodeUnits } from '../../python/builtins/codePoints.ts';
import {
  indexOf,
  integerOrNull,
  isCallable,
  stringOf,
  stringOrNull,
  typeName,
} from '../../python/builtins/conversions.ts';
import { overArray } from '../../python/builtins/iterators.ts';
import { PyClass } from '../../python/classes.ts';
import { PyDict } from '../../python/collections.ts';
import {
  Exception,
  IndexError,
  makeException,
  TypeError as PyTypeError,
  PythonError,
  raise,
} from '../../python/errors.ts';
import { method, type NativeFunction, named, native, property } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { LibraryModule } from '../../python/modules.ts';
import { objectClass } from '../../python/types.ts';
import { PyBoxed, PyList, PyObject, PyTuple, type Value } from '../../python/values.ts';
import { FLAGS, type TranslatedPattern, translatePattern } from './rePattern.ts';

const errorClass = new PyClass('error', [Exception], [], { module: 're' });
const patternError = (text: string): PythonError => new PythonError(makeException(errorClass, text));

/** A compiled pattern. */
class Pattern extends PyObject {
  cls: PyClass = patternClass;
  readonly source: string;
  readonly flags: number;
  readonly translated: TranslatedPattern;
  readonly expression: RegExp;
  constructor(source: string, flags: number) {
    super();
    this.source = source;
    this.translated = translatePattern(source, flags, patternError);
    this.flags = this.translated.flags;
    try {
      this.expression = new RegExp(this.translated.source, this.translated.scriptFlags);
    } catch (error) {
      throw patternError(
        `the pattern cannot be translated: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }

  /** The first match at or after a position; only there when `sticky`; up to `end` of the text when `whole`. */
  run(text: string, from: number, mode: 'search' | 'match' | 'fullmatch'): Match | null {
    const source =
      mode === 'fullmatch' ? `(?:${this.translated.source})$(?![\\s\\S])` : this.translated.source;
    const flags = this.translated.scriptFlags.replace('g', '') + (mode === 'search' ? 'g' : 'y');
    const expression =
      mode === 'fullmatch' ? new RegExp(source, flags.replace('m', '')) : this.compiled(flags);
    expression.lastIndex = from;
    const found = expression.exec(text);
    return found === null ? null : new Match(this, text, found);
  }

  private readonly byFlags = new Map<string, RegExp>();

  private compiled(flags: string): RegExp {
    let expression = this.byFlags.get(flags);
    if (expression === undefined) {
      expression = new RegExp(this.translated.source, flags);
      this.byFlags.set(flags, expression);
    }
    return expression;
  }

  /** Every match that does not overlap the one before. */
  *all(text: string, from = 0): Generator<Match> {
    let at = from;
    while (at <= text.length) {
      const match = this.run(text, at, 'search');
      if (match === null) return;
      yield match;
      at = match.end(0) === match.start(0) ? match.end(0) + 1 : match.end(0);
    }
  }
}

class Match extends PyObject {
  cls: PyClass = matchClass;
  readonly pattern: Pattern;
  readonly text: string;
  readonly found: RegExpExecArray;
  constructor(pattern: Pattern, text: string, found: RegExpExecArray) {
    super();
    this.pattern = pattern;
    this.text = text;
    this.found = found;
  }

  group(index: number): string | null {
    return this.found[index] ?? null;
  }

  start(index: number): number {
    return this.found.indices?.[index]?.[0] ?? -1;
  }

  end(index: number): number {
    return this.found.indices?.[index]?.[1] ?? -1;
  }

  /** The number of a group given by number or name. */
  number(key: Value): number {
    const name = stringOrNull(key);
    const index = name === null ? integerOrNull(key) : this.pattern.translated.names.get(name);
    if (index === undefined || index === null || index < 0 || index >= this.found.length) {
      throw raise(IndexError, 'no such group');
    }
    return Number(index);
  }

  groups(fallback: Value): Value[] {
    return this.found.slice(1).map(group => group ?? fallback);
  }
}

const match = (value: Value): Match => value as Match;

function groupOf(self: Value, keys: readonly Value[]): Value {
  const get = (key: Value) => match(self).group(match(self).number(key));
  if (keys.length === 0) return match(self).group(0);
  return keys.length === 1 ? get(keys[0]) : new PyTuple(keys.map(get));
}

const span = (self: Value, key: Value): [number, number] => {
  const index = match(self).number(key);
  const { text } = match(self);
  return [toCodePoints(text, match(self).start(index)), toCodePoints(text, match(self).end(index))];
};

const matchClass = new PyClass(
  'Match',
  [objectClass],
  [
    ...named(
      method('group(self, *groups)', ([self, keys]) => groupOf(self, (keys as PyTuple).items)),
      method('__getitem__(self, key)', ([self, key]) => groupOf(self, [key])),
      method('groups(self, default=None)', ([self, fallback]) => new PyTuple(match(self).groups(fallback))),
      method('groupdict(self, default=None)', ([self, fallback]) =>
        PyDict.fromStrings(
          [...match(self).pattern.translated.names].map(([name, index]) => [
            name,
            match(self).group(index) ?? fallback,
          ]),
        ),
      ),
      method('start(self, group=0)', ([self, key]) => span(self, key)[0]),
      method('end(self, group=0)', ([self, key]) => span(self, key)[1]),
      method('span(self, group=0)', ([self, key]) => new PyTuple(span(self, key))),
      method('expand(self, template)', ([self, template]) =>
        expand(match(self), stringOf(template, 'template')),
      ),
      method('__bool__(self)', () => true),
      method('__repr__(self)', ([self], py) => {
        const [from, to] = span(self, 0);
        return `<re.Match object; span=(${from}, ${to}), match=${py.repr(match(self).group(0))}>`;
      }),
    ),
    property('string', self => match(self).text),
    property('re', self => match(self).pattern),
    property('pos', () => 0),
    property('endpos', self => match(self).text.length),
    property('lastindex', self => {
      const last = match(self).found.findLastIndex((group, index) => index > 0 && group !== undefined);
      return last < 1 ? null : last;
    }),
    property('lastgroup', self => {
      const last = match(self).found.findLastIndex((group, index) => index > 0 && group !== undefined);
      return [...match(self).pattern.translated.names].find(([, index]) => index === last)?.[0] ?? null;
    }),
  ],
  { module: 're', subclassable: false },
);

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  f: '\f',
  v: '\v',
  a: '\x07',
  b: '\b',
  '\\': '\\',
};

/** A replacement template with `\1`, `\g<name>` filled in. */
function expand(found: Match, template: string): string {
  return template.replace(
    /\\(?:g<([^>]*)>|(\d{1,2})|(.))/gs,
    (_whole, name: string | undefined, digits: string | undefined, letter: string | undefined) => {
      if (letter !== undefined) {
        const plain = ESCAPES[letter];
        if (plain !== undefined) return plain;
        if (/[a-zA-Z]/.test(letter)) throw patternError(`bad escape \\${letter}`);
        return `\\${letter}`;
      }
      const key = digits ?? name!;
      const index = /^\d+$/.test(key) ? Number(key) : found.pattern.translated.names.get(key);
      if (index === undefined) throw raise(IndexError, `unknown group name '${key}'`);
      if (index >= found.found.length) throw patternError(`invalid group reference ${index}`);
      return found.group(index) ?? '';
    },
  );
}

function substitute(
  py: Interpreter,
  pattern: Pattern,
  replacement: Value,
  text: string,
  limit: number,
): [string, number] {
  let result = '';
  let at = 0;
  let count = 0;
  for (const found of pattern.all(text)) {
    if (limit > 0 && count >= limit) break;
    result += text.slice(at, found.start(0));
    result += isCallable(replacement)
      ? stringOf(py.call(replacement, [found]), 'replacement')
      : expand(found, stringOf(replacement, 'replacement'));
    at = found.end(0);
    count++;
  }
  return [result + text.slice(at), count];
}

function split(pattern: Pattern, text: string, limit: number): Value[] {
  const pieces: Value[] = [];
  let at = 0;
  let count = 0;
  for (const found of pattern.all(text)) {
    if (limit > 0 && count >= limit) break;
    pieces.push(text.slice(at, found.start(0)), ...found.groups(null));
    at = found.end(0);
    count++;
  }
  return [...pieces, text.slice(at)];
}

function findAll(pattern: Pattern, text: string, from: number): Value[] {
  return [...pattern.all(text, from)].map(found => {
    const groups = found.groups('');
    return groups.length === 0 ? found.group(0)! : groups.length === 1 ? groups[0] : new PyTuple(groups);
  });
}

function subject(value: Value): string {
  const text = stringOrNull(value);
  if (text === null)
    throw raise(PyTypeError, `expected string or bytes-like object, got '${typeName(value)}'`);
  return text;
}

/** What methods of patterns take, and the module's functions do not. */
const PLACES = 'string, pos=0, endpos=None';

/** The text up to where a search ends, and where it begins. */
function part(text: string, [from, to]: readonly Value[], py: Interpreter): [text: string, from: number] {
  const place = (at: Value) => toCodeUnits(text, Math.min(Math.max(indexOf(py, at), 0), text.length));
  return [
    to === undefined || to === null ? text : text.slice(0, place(to)),
    from === undefined ? 0 : place(from),
  ];
}

/** The operations, once for patterns and once for the module's functions (the pattern first). */
const operations: readonly (readonly [
  string,
  string,
  (pattern: Pattern, args: readonly Value[], py: Interpreter) => Value,
])[] = [
  ...(['search', 'match', 'fullmatch'] as const).map(
    mode =>
      [
        mode,
        PLACES,
        (pattern: Pattern, [text, ...places]: readonly Value[], py: Interpreter): Value => {
          const [source, from] = part(subject(text), places, py);
          return pattern.run(source, from, mode);
        },
      ] as const,
  ),
  [
    'findall',
    PLACES,
    (pattern, [text, ...places], py) => new PyList(findAll(pattern, ...part(subject(text), places, py))),
  ],
  [
    'finditer',
    PLACES,
    (pattern, [text, ...places], py) =>
      overArray('callable_iterator', [...pattern.all(...part(subject(text), places, py))]),
  ],
  [
    'split',
    'string, maxsplit=0',
    (pattern, [text, limit], py) => new PyList(split(pattern, subject(text), indexOf(py, limit))),
  ],
  [
    'sub',
    'repl, string, count=0',
    (pattern, [replacement, text, limit], py) =>
      substitute(py, pattern, replacement, subject(text), indexOf(py, limit))[0],
  ],
  [
    'subn',
    'repl, string, count=0',
    (pattern, [replacement, text, limit], py) =>
      new PyTuple(substitute(py, pattern, replacement, subject(text), indexOf(py, limit))),
  ],
];

/** The flags that a pattern's text tells, in their order. */
const SHOWN_FLAGS = ['IGNORECASE', 'LOCALE', 'MULTILINE', 'DOTALL', 'VERBOSE', 'ASCII'];

const patternClass: PyClass = new PyClass(
  'Pattern',
  [objectClass],
  [
    ...named(
      ...operations.map(([name, parameters, run]) =>
        method(`${name}(self, ${parameters})`, ([self, ...args], py) => run(self as Pattern, args, py)),
      ),
      method('__repr__(self)', ([self], py) => {
        const { source, flags } = self as Pattern;
        const set = SHOWN_FLAGS.filter(name => (flags & FLAGS[name]) !== 0).map(name => `re.${name}`);
        return `re.compile(${py.repr(source)}${set.length === 0 ? '' : `, ${set.join('|')}`})`;
      }),
      method(
        '__eq__(self, other)',
        ([self, other]) =>
          other instanceof Pattern &&
          other.source === (self as Pattern).source &&
          other.flags === (self as Pattern).flags,
      ),
      method('__hash__(self)', ([self]) => (self as Pattern).source.length),
    ),
    property('pattern', self => (self as Pattern).source),
    property('flags', self => (self as Pattern).flags | 32),
    property('groups', self => (self as Pattern).translated.groupCount),
    property('groupindex', self => PyDict.fromStrings((self as Pattern).translated.names)),
  ],
  { module: 're', subclassable: false },
);

function compile(value: Value, flags: Value): Pattern {
  if (value instanceof Pattern) return value;
  const source = stringOrNull(value);
  if (source === null) throw raise(PyTypeError, 'first argument must be string or compiled pattern');
  return new Pattern(source, Number(flags instanceof PyBoxed ? flags.plain : (integerOrNull(flags) ?? 0)));
}

const functions: NativeFunction[] = [
  native('compile(pattern, flags=0)', ([pattern, flags]) => compile(pattern, flags)),
  ...operations.map(([name, parameters, run]) =>
    native(
      `${name}(pattern, ${parameters === PLACES ? 'string' : parameters}, flags=0)`,
      ([pattern, ...args], py) => run(compile(pattern, args.at(-1)!), args.slice(0, -1), py),
    ),
  ),
  native('escape(pattern)', ([text]) => subject(text).replace(/[^\p{L}\p{N}_!"%',/:;<=>@`]/gu, '\\$&')),
  native('purge()', () => null),
];

export const module: LibraryModule = {
  name: 're',
  entries: () => [
    ...named(...functions),
    ...Object.entries(FLAGS),
    ['error', errorClass],
    ['Pattern', patternClass],
    ['Match', matchClass],
  ],
  unmodelled: new Set(['Scanner', 'RegexFlag', 'template']),
};
