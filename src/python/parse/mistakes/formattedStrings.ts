/** Says what CPython finds wrong inside of an f-string. */

import type { SyntaxProblem } from '../../syntax.ts';
import { Source, SyntaxFault } from '../source.ts';
import { type LogicalLine, logicalLines, type Token } from '../tokens.ts';
import { mistakeIn } from './index.ts';

/** The first problem of the line's f-strings, at the string. */
export function formattedStringProblem(source: Source, line: LogicalLine): SyntaxProblem | null {
  for (const token of line.tokens) {
    if (token.type !== 'string' || !/^[rR]?[fF]/.test(token.text)) continue;
    try {
      readLiteral(source, token);
    } catch (error) {
      if (error instanceof SyntaxFault) return error.problem;
      throw error;
    }
  }
  return null;
}

interface Cursor {
  readonly source: Source;
  readonly token: Token;
  readonly text: string;
  at: number;
}

function fail(cursor: Cursor, message: string, ...args: string[]): never {
  return cursor.source.fail(cursor.token.start, cursor.token.end, `f-string: ${message}`, ...args);
}

function readLiteral(source: Source, token: Token): void {
  const quote = token.text.replace(/^[a-zA-Z]*/, '');
  const text = token.source.slice(token.text.length, token.source.length - quote.length);
  const cursor: Cursor = { source, token, text, at: 0 };
  while (cursor.at < text.length) {
    const character = text[cursor.at];
    const doubled = text[cursor.at + 1] === character;
    if (text.startsWith('\\N{', cursor.at)) cursor.at = Math.max(text.indexOf('}', cursor.at), cursor.at) + 1;
    else if (character === '{' && !doubled) readField(cursor, 0);
    else if (character === '}' && !doubled) fail(cursor, "single '}' is not allowed");
    else cursor.at += character === '{' || character === '}' ? 2 : 1;
  }
}

/** As deep as fields may stand in format specifications. */
const maximumNesting = 2;

function readField(cursor: Cursor, nesting: number): void {
  if (nesting >= maximumNesting) fail(cursor, 'expressions nested too deeply');
  const { text } = cursor;
  const start = ++cursor.at;
  skipExpression(cursor);
  checkExpression(cursor, text.slice(start, cursor.at));
  if (text[cursor.at] === '=') {
    cursor.at++;
    while (/\s/.test(text.charAt(cursor.at))) cursor.at++;
  }
  if (text[cursor.at] === '!') {
    const conversion = text.charAt(cursor.at + 1);
    if (conversion === '') fail(cursor, "expecting '}'");
    if (!/[sra]/.test(conversion)) fail(cursor, "invalid conversion character: expected 's', 'r', or 'a'");
    cursor.at += 2;
  }
  if (text[cursor.at] === ':') {
    cursor.at++;
    while (cursor.at < text.length && text[cursor.at] !== '}') {
      if (text[cursor.at] === '{') readField(cursor, nesting + 1);
      else cursor.at++;
    }
  }
  if (text[cursor.at] !== '}') fail(cursor, "expecting '}'");
  cursor.at++;
}

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Goes on to where the expression of a field ends. */
function skipExpression(cursor: Cursor): void {
  const { text } = cursor;
  const open: string[] = [];
  let quote = '';
  for (; cursor.at < text.length; cursor.at++) {
    const character = text[cursor.at]!;
    if (quote !== '') {
      if (text.startsWith(quote, cursor.at)) {
        cursor.at += quote.length - 1;
        quote = '';
      }
    } else if (character === '"' || character === "'") {
      quote = text.startsWith(character.repeat(3), cursor.at) ? character.repeat(3) : character;
      cursor.at += quote.length - 1;
    } else if (Object.hasOwn(closing, character)) open.push(character);
    else if (character === '#') fail(cursor, "expression part cannot include '#'");
    else if (open.length === 0 && /[!:=<>}]/.test(character)) {
      if (/^[!=<>]=/.test(text.slice(cursor.at, cursor.at + 2))) cursor.at++;
      else if (character !== '<' && character !== '>') return;
    } else if (/[)\]}]/.test(character)) {
      const opening = open.pop();
      if (opening === undefined) fail(cursor, "unmatched '{0}'", character);
      if (closing[opening] !== character) {
        fail(
          cursor,
          "closing parenthesis '{0}' does not match opening parenthesis '{1}'",
          character,
          opening,
        );
      }
    }
  }
  if (quote !== '') fail(cursor, 'unterminated string');
  if (open.length > 0) fail(cursor, "unmatched '{0}'", open.at(-1)!);
}

function checkExpression(cursor: Cursor, expression: string): void {
  if (expression.trim() === '') {
    const next = cursor.text.charAt(cursor.at);
    if (next === '!' || next === ':' || next === '=') fail(cursor, "expression required before '{0}'", next);
    if (next === '') fail(cursor, "expecting '}'");
    fail(cursor, 'empty expression not allowed');
  }
  const inside = new Source(`(${expression})`);
  const line = logicalLines(inside.text)[0];
  const mistake = line === undefined ? null : mistakeIn(inside, line);
  if (mistake === null) return;
  const { template, args, span } = mistake.problem;
  const { source, token } = cursor;
  const problem = source.problem(token.start, token.end, `f-string: ${template}`, args);
  const shown = { line: inside.text, start: span.start.offset, end: span.end.offset };
  throw new SyntaxFault({ ...problem, shown });
}
