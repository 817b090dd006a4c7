/** str methods that change case, trim, pad or encode. */
import { TypeError as PyTypeError, raise } from '../errors.ts';
import type { NativeFunction } from '../functions.ts';
import type { Interpreter } from '../interpreter.ts';
import { PyBytes, type Value } from '../values.ts';
import { encodeText } from './codecs.ts';
import { SPACES, textLength } from './codePoints.ts';
import { indexOf, stringOf, stringOrNull, typeName } from './conversions.ts';
import { reading } from './operatorMethods.ts';

const read = stringOrNull;
const CASED = /[\p{Lu}\p{Ll}\p{Lt}]/u;

function titleCase(text: string): string {
  let result = '';
  let inWord = false;
  for (const character of text) {
    result += inWord ? character.toLowerCase() : titleCharacter(character);
    inWord = CASED.test(character);
  }
  return result;
}

/** The title form: `ǆ` becomes `ǅ`, `ß` becomes `Ss`. */
function titleCharacter(character: string): string {
  const upper = character.toUpperCase();
  if ([...upper].length === 1) {
    const digraph = TITLE_DIGRAPHS[upper];
    return digraph ?? upper;
  }
  const [first, ...rest] = upper;
  return first + rest.join('').toLowerCase();
}

const TITLE_DIGRAPHS: Readonly<Record<string, string>> = { Ǆ: 'ǅ', Ǉ: 'ǈ', Ǌ: 'ǋ', Ǳ: 'ǲ' };

function swapCase(text: string): string {
  let result = '';
  for (const character of text) {
    if (/\p{Lu}/u.test(character)) result += character.toLowerCase();
    else if (/\p{Ll}/u.test(character)) result += character.toUpperCase();
    else result += character;
  }
  return result;
}

function trim(text: string, chars: Value, name: string, left: boolean, right: boolean): string {
  let set: ReadonlySet<string> = SPACES;
  if (chars !== null) {
    const given = stringOrNull(chars);
    if (given === null) throw raise(PyTypeError, `${name} arg must be None or str`);
    set = new Set(given);
  }
  const points = [...text];
  let start = 0;
  let end = points.length;
  if (left) while (start < end && set.has(points[start])) start++;
  if (right) while (end > start && set.has(points[end - 1])) end--;
  return points.slice(start, end).join('');
}

function fillCharacter(value: Value): string {
  const text = stringOrNull(value);
  if (text === null) {
    throw raise(PyTypeError, `The fill character must be a unicode character, not ${typeName(value)}`);
  }
  if (textLength(text) !== 1)
    throw raise(PyTypeError, 'The fill character must be exactly one character long');
  return text;
}

function padding(py: Interpreter, text: string, args: readonly Value[]): { missing: number; fill: string } {
  const width = indexOf(py, args[0]);
  return { missing: Math.max(0, width - textLength(text)), fill: fillCharacter(args[1]) };
}

function expandTabs(text: string, size: number): string {
  let column = 0;
  let result = '';
  for (const character of text) {
    if (character === '\t') {
      const spaces = size > 0 ? size - (column % size) : 0;
      result += ' '.repeat(spaces);
      column += spaces;
    } else {
      result += character;
      column = character === '\n' || character === '\r' ? 0 : column + 1;
    }
  }
  return result;
}

/** Letters without regard to case: as their capital is written small, but for the dotless i and Cherokee's capitals. */
function caseFolded(text: string): string {
  let folded = '';
  for (const letter of text) {
    const capital = letter.toUpperCase();
    folded +=
      letter === 'ı' ? letter : /\p{Script=Cherokee}/u.test(letter) ? capital : plainLower(capital, letter);
  }
  return folded;
}

function plainLower(capital: string, letter: string): string {
  // A capital with a dot of its own keeps it; a small letter of several capitals is those, written small.
  return letter === 'İ' ? letter.toLowerCase() : [...capital].map(each => each.toLowerCase()).join('');
}

/** Case, trimming, padding and encoding. */
export const shapeMethods: NativeFunction[] = [
  reading('str', 'upper(self, /)', read, text => text.toUpperCase()),
  reading('str', 'lower(self, /)', read, text => text.toLowerCase()),
  reading('str', 'casefold(self, /)', read, caseFolded),
  reading('str', 'title(self, /)', read, titleCase),
  reading('str', 'swapcase(self, /)', read, swapCase),
  reading('str', 'capitalize(self, /)', read, text => {
    const [first, ...rest] = text;
    return first === undefined ? '' : titleCharacter(first) + rest.join('').toLowerCase();
  }),
  reading('str', 'strip(self, chars=None, /)', read, (text, [chars]) =>
    trim(text, chars, 'strip', true, true),
  ),
  reading('str', 'lstrip(self, chars=None, /)', read, (text, [chars]) =>
    trim(text, chars, 'lstrip', true, false),
  ),
  reading('str', 'rstrip(self, chars=None, /)', read, (text, [chars]) =>
    trim(text, chars, 'rstrip', false, true),
  ),
  reading('str', "ljust(self, width, fillchar=' ', /)", read, (text, args, py) => {
    const { missing, fill } = padding(py, text, args);
    return text + fill.repeat(missing);
  }),
  reading('str', "rjust(self, width, fillchar=' ', /)", read, (text, args, py) => {
    const { missing, fill } = padding(py, text, args);
    return fill.repeat(missing) + text;
  }),
  reading('str', "center(self, width, fillchar=' ', /)", read, (text, args, py) => {
    const { missing, fill } = padding(py, text, args);
    // CPython puts the odd one left when the width is odd.
    const left = (missing >> 1) + (missing & indexOf(py, args[0]) & 1);
    return fill.repeat(left) + text + fill.repeat(missing - left);
  }),
  reading('str', 'zfill(self, width, /)', read, (text, [width], py) => {
    const missing = Math.max(0, indexOf(py, width) - textLength(text));
    const sign = /^[-+]/.test(text) ? text[0] : '';
    return sign + '0'.repeat(missing) + text.slice(sign.length);
  }),
  reading('str', 'expandtabs(self, tabsize=8)', read, (text, [size], py) =>
    expandTabs(text, indexOf(py, size)),
  ),
  reading('str', "encode(self, encoding='utf-8', errors='strict')", read, (text, [encoding, errors]) => {
    const data = encodeText(
      text,
      stringOf(encoding, "encode() argument 'encoding'"),
      stringOf(errors, "encode() argument 'errors'"),
    );
    return new PyBytes(data);
  }),
];
