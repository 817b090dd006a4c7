/** Reads JSON text with CPython's leniency (NaN, Infinity) and its error messages. */

import { parseInteger } from '../../python/builtins/numberText.ts';
import { PyFloat, PyList, type Value } from '../../python/values.ts';

export interface JsonReaderOptions {
  fail(message: string, position: number): Error;
  makeObject(pairs: [string, Value][]): Value;
  makeFloat(literal: string): Value;
  readonly makeInteger: ((literal: string) => Value) | null;
  readonly makeConstant: ((name: string) => Value) | null;
}

const NUMBER = /(-?(?:0|[1-9]\d*))(\.\d+)?([eE][-+]?\d+)?/y;
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

export class JsonReader {
  private readonly text: string;
  private readonly options: JsonReaderOptions;
  private at = 0;

  constructor(text: string, options: JsonReaderOptions) {
    this.text = text;
    this.options = options;
  }

  /** The one value of the document. */
  document(): Value {
    if (this.text.startsWith('\ufeff')) {
      throw this.options.fail('Unexpected UTF-8 BOM (decode using utf-8-sig)', 0);
    }
    this.skipSpace();
    const value = this.value();
    this.skipSpace();
    if (this.at < this.text.length) throw this.options.fail('Extra data', this.at);
    return value;
  }

  private skipSpace(): void {
    while (' \t\n\r'.includes(this.text[this.at] ?? 'x')) this.at++;
  }

  private value(): Value {
    const character = this.text[this.at];
    if (character === '"') return this.string();
    if (character === '{') return this.object();
    if (character === '[') return this.array();
    for (const [word, value] of [
      ['null', null],
      ['true', true],
      ['false', false],
    ] as const) {
      if (this.text.startsWith(word, this.at)) {
        this.at += word.length;
        return value;
      }
    }
    NUMBER.lastIndex = this.at;
    const match = NUMBER.exec(this.text);
    if (match !== null) {
      this.at += match[0].length;
      if (match[2] !== undefined || match[3] !== undefined) return this.options.makeFloat(match[0]);
      return this.options.makeInteger?.(match[0]) ?? parseInteger(match[0], 10, match[0]);
    }
    return this.constant();
  }

  private constant(): Value {
    for (const [word, value] of [
      ['NaN', Number.NaN],
      ['Infinity', Number.POSITIVE_INFINITY],
      ['-Infinity', Number.NEGATIVE_INFINITY],
    ] as const) {
      if (this.text.startsWith(word, this.at)) {
        this.at += word.length;
        return this.options.makeConstant === null ? new PyFloat(value) : this.options.makeConstant(word);
      }
    }
    throw this.options.fail('Expecting value', this.at);
  }

  private string(): string {
    const begin = this.at++;
    let result = '';
    for (;;) {
      const character = this.text[this.at];
      if (character === undefined) throw this.options.fail('Unterminated string starting at', begin);
      if (character === '"') {
        this.at++;
        return result;
      }
      if (character === '\\') result += this.escape(begin);
      else if (character < ' ') throw this.options.fail('Invalid control character at', this.at);
      else {
        result += character;
        this.at++;
      }
    }
  }

  private escape(begin: number): string {
    const letter = this.text[this.at + 1];
    if (letter === undefined) throw this.options.fail('Unterminated string starting at', begin);
    if (letter !== 'u') {
      const plain = ESCAPES[letter];
      if (plain === undefined) throw this.options.fail('Invalid \\escape', this.at);
      this.at += 2;
      return plain;
    }
    const digits = this.text.slice(this.at + 2, this.at + 6);
    if (!/^[0-9a-fA-F]{4}$/.test(digits)) throw this.options.fail('Invalid \\uXXXX escape', this.at + 1);
    this.at += 6;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }

  private array(): Value {
    this.at++;
    const items: Value[] = [];
    this.skipSpace();
    if (this.text[this.at] === ']') {
      this.at++;
      return new PyList(items);
    }
    for (;;) {
      items.push(this.value());
      this.skipSpace();
      const character = this.text[this.at];
      if (character === ']') {
        this.at++;
        return new PyList(items);
      }
      if (character !== ',') throw this.options.fail("Expecting ',' delimiter", this.at);
      this.at++;
      this.skipSpace();
    }
  }

  private object(): Value {
    this.at++;
    const pairs: [string, Value][] = [];
    this.skipSpace();
    if (this.text[this.at] === '}') {
      this.at++;
      return this.options.makeObject(pairs);
    }
    for (;;) {
      if (this.text[this.at] !== '"') {
        throw this.options.fail('Expecting property name enclosed in double quotes', this.at);
      }
      const name = this.string();
      this.skipSpace();
      if (this.text[this.at] !== ':') throw this.options.fail("Expecting ':' delimiter", this.at);
      this.at++;
      this.skipSpace();
      pairs.push([name, this.value()]);
      this.skipSpace();
      const character = this.text[this.at];
      if (character === '}') {
        this.at++;
        return this.options.makeObject(pairs);
      }
      if (character !== ',') throw this.options.fail("Expecting ',' delimiter", this.at);
      this.at++;
      this.skipSpace();
    }
  }
}
