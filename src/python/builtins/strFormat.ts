/** `str.format` and `format(value, spec)`: replacement fields with attributes, indexes, conversions and nesting. */
import type { PyDict } from '../collections.ts';
import {
  IndexError,
  KeyError,
  makeException,
  TypeError as PyTypeError,
  PythonError,
  raise,
  ValueError,
} from '../errors.ts';
import type { NativeFunction } from '../functions.ts';
import type { Interpreter } from '../interpreter.ts';
import { classOf } from '../types.ts';
import { PyFloat, type PyTuple, type Value } from '../values.ts';
import { requireKnown, stringOrNull, typeName } from './conversions.ts';
import { formatFloat, formatInteger, formatString } from './format.ts';
import { integerText } from './numberText.ts';
import { reading } from './operatorMethods.ts';
import { asciiText } from './percentFormat.ts';

/** `format(value, specification)`. */
export function formatValue(py: Interpreter, value: Value, specification: string): string {
  if (typeof value === 'string') return formatString(value, specification);
  if (typeof value === 'number' || typeof value === 'bigint') {
    return specification === '' ? integerText(value) : formatInteger(value, specification);
  }
  if (value instanceof PyFloat && value.cls.name === 'float') return formatFloat(value.value, specification);
  requireKnown(value);
  const formatter = classOf(value).lookup('__format__');
  if (formatter === undefined) {
    if (specification === '') return py.str(value);
    throw raise(PyTypeError, `unsupported format string passed to ${typeName(value)}.__format__`);
  }
  const text = stringOrNull(py.call(formatter, [value, specification]));
  if (text === null) throw raise(PyTypeError, `__format__ must return a str, not ${typeName(value)}`);
  return text;
}

/** `!r`, `!s` and `!a` of a replacement field. */
export function convertForFormat(py: Interpreter, value: Value, conversion: string): Value {
  switch (conversion) {
    case 'r':
      return py.repr(value);
    case 's':
      return py.str(value);
    case 'a':
      return asciiText(py.repr(value));
    default:
      throw raise(ValueError, `Unknown conversion specifier ${conversion}`);
  }
}

/** The state of one `format` call: which values there are and whether fields are numbered. */
class Formatter {
  private readonly py: Interpreter;
  private readonly positional: readonly Value[];
  private readonly keyword: (name: string) => Value;
  private next = 0;
  private numbering: 'automatic' | 'manual' | null = null;

  constructor(py: Interpreter, positional: readonly Value[], keyword: (name: string) => Value) {
    this.py = py;
    this.positional = positional;
    this.keyword = keyword;
  }

  format(template: string, depth: number): string {
    if (depth < 0) throw raise(ValueError, 'Max string recursion exceeded');
    let result = '';
    let at = 0;
    while (at < template.length) {
      const character = template[at];
      if (character !== '{' && character !== '}') {
        const next = template.slice(at).search(/[{}]/);
        const end = next < 0 ? template.length : at + next;
        result += template.slice(at, end);
        at = end;
      } else if (template[at + 1] === character) {
        result += character;
        at += 2;
      } else if (character === '}') {
        throw raise(ValueError, "Single '}' encountered in format string");
      } else {
        const end = closingBrace(template, at);
        result += this.field(template.slice(at + 1, end), depth);
        at = end + 1;
      }
    }
    return result;
  }

  private field(text: string, depth: number): string {
    const { name, conversion, specification } = splitField(text);
    let value = this.lookup(name);
    if (conversion !== null) value = convertForFormat(this.py, requireKnown(value), conversion);
    return formatValue(
      this.py,
      value,
      specification.includes('{') || specification.includes('}')
        ? this.format(specification, depth - 1)
        : specification,
    );
  }

  private lookup(name: string): Value {
    const match = /^[^.[]*/.exec(name)!;
    const first = match[0];
    let value: Value;
    if (first === '' || /^\d+$/.test(first)) {
      value = this.argument(first);
    } else value = this.keyword(first);
    let rest = name.slice(first.length);
    while (rest !== '') {
      const step = /^(?:\.([^.[]*)|\[([^\]]*)\])/.exec(rest);
      if (step === null) {
        throw raise(
          ValueError,
          rest.startsWith('[')
            ? "expected '}' before end of string"
            : "Only '.' or '[' may follow ']' in format field specifier",
        );
      }
      if (step[1] === '' || step[2] === '') throw raise(ValueError, 'Empty attribute in format string');
      value =
        step[1] === undefined
          ? this.py.getItem(value, /^\d+$/.test(step[2]) ? Number(step[2]) : step[2])
          : this.py.getAttribute(value, step[1]);
      rest = rest.slice(step[0].length);
    }
    return value;
  }

  private argument(index: string): Value {
    const mode = index === '' ? 'automatic' : 'manual';
    if (this.numbering !== null && this.numbering !== mode) {
      throw raise(
        ValueError,
        mode === 'manual'
          ? 'cannot switch from automatic field numbering to manual field specification'
          : 'cannot switch from manual field specification to automatic field numbering',
      );
    }
    this.numbering = mode;
    const position = index === '' ? this.next++ : Number(index);
    const value = this.positional[position];
    if (value === undefined) {
      throw raise(IndexError, `Replacement index ${position} out of range for positional args tuple`);
    }
    return value;
  }
}

function closingBrace(template: string, open: number): number {
  let depth = 0;
  let bracket = false;
  for (let at = open; at < template.length; at++) {
    const character = template[at];
    if (bracket) bracket = character !== ']';
    else if (character === '[' && depth === 1) bracket = true;
    else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return at;
  }
  throw raise(
    ValueError,
    open === template.length - 1
      ? "Single '{' encountered in format string"
      : "expected '}' before end of string",
  );
}

function splitField(text: string): { name: string; conversion: string | null; specification: string } {
  let bracket = false;
  let end = 0;
  for (; end < text.length; end++) {
    if (bracket) bracket = text[end] !== ']';
    else if (text[end] === '[') bracket = true;
    else if (text[end] === '!' || text[end] === ':') break;
    else if (text[end] === '{' || text[end] === '}') throw raise(ValueError, "unexpected '{' in field name");
  }
  const name = text.slice(0, end);
  if (text[end] !== '!') return { name, conversion: null, specification: text.slice(end + 1) };
  const conversion = text[end + 1];
  if (conversion === undefined) throw raise(ValueError, "unmatched '{' in format spec");
  const after = text.slice(end + 2);
  if (after !== '' && !after.startsWith(':'))
    throw raise(ValueError, "expected ':' after conversion specifier");
  return { name, conversion, specification: after.slice(1) };
}

/** `template.format(*args, **kwargs)`. */
export function formatTemplate(
  py: Interpreter,
  template: string,
  positional: readonly Value[],
  keywords: PyDict,
): string {
  const keyword = (name: string): Value => {
    const value = keywords.get(name, py.keyRules);
    if (value === undefined) throw new PythonError(makeException(KeyError, name));
    return value;
  };
  return new Formatter(py, positional, keyword).format(template, 1);
}

/** format and format_map. */
export const formatMethods: NativeFunction[] = [
  reading('str', 'format(self, *args, **kwargs)', stringOrNull, (text, [args, keywords], py) =>
    formatTemplate(py, text, (args as PyTuple).items, keywords as PyDict),
  ),
  reading('str', 'format_map(self, mapping, /)', stringOrNull, (text, [mapping], py) => {
    const formatter = new Formatter(py, [], name => py.getItem(mapping, name));
    return formatter.format(text, 1);
  }),
];
