/** Reads the arguments of a call, and names the mistakes that CPython names in them. */

import type { Token } from '../tokens.ts';
import { comprehensionClauses } from './displays.ts';
import { assignmentExpression, expression } from './expressions.ts';
import type { Shape, TokenReader } from './reader.ts';

type Argument = 'positional' | 'starred' | 'keyword' | 'doubleStarred';

/** Whether arguments can be read up to the closing parenthesis. */
export function argumentList(reader: TokenReader): boolean {
  const before = reader.at;
  if (plainArguments(reader)) return true;
  reader.at = before;
  if (reader.naming) nameMistakes(reader);
  return false;
}

/** Whether all arguments stand where they may. */
function plainArguments(reader: TokenReader): boolean {
  let sound = true;
  let keyword = false;
  let doubleStarred = false;
  while (!reader.is(')')) {
    const kind = argument(reader);
    if (kind === null) return false;
    sound &&= !(kind === 'positional' && keyword) && !(kind === 'starred' && doubleStarred);
    keyword ||= kind === 'keyword' || kind === 'doubleStarred';
    doubleStarred ||= kind === 'doubleStarred';
    if (reader.take(',') === null) break;
  }
  return reader.is(')') && sound;
}

function argument(reader: TokenReader): Argument | null {
  return reader.attempt(() => {
    if (reader.take('*') !== null) return expression(reader) && 'starred';
    if (reader.take('**') !== null) return expression(reader) && 'doubleStarred';
    if (reader.naming) nameKeyword(reader);
    if (reader.isName() && reader.peek(1).text === '=') {
      reader.at += 2;
      return expression(reader) && 'keyword';
    }
    return (assignmentExpression(reader) ?? expression(reader)) && !reader.is('=', ':=')
      ? 'positional'
      : null;
  });
}

/** `f(None=1)`, `f(a.b=1)`, `f(a=x for x in y)`. */
function nameKeyword(reader: TokenReader): void {
  const word = reader.peek();
  if (/^(?:True|False|None)$/.test(word.text) && reader.peek(1).text === '=') {
    reader.fail(word, reader.peek(1), 'cannot assign to {0}', word.text);
  }
  reader.ahead(() => {
    if (reader.isName() && reader.peek(1).text === '=') {
      reader.at += 2;
      const equals = reader.tokens[reader.at - 1]!;
      if (expression(reader) !== null && comprehensionClauses(reader)) {
        reader.fail(word, equals, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
      }
      return;
    }
    const value = expression(reader);
    const equals = value === null ? null : reader.take('=');
    if (equals !== null) {
      reader.fail(value!, equals, 'expression cannot contain assignment, perhaps you meant "=="?');
    }
  });
}

function nameMistakes(reader: TokenReader): void {
  const before = reader.peek();
  let doubleStarred = false;
  let keyword = false;
  let first = true;
  let last = reader.lastEnd;
  while (!reader.is(')')) {
    const star = reader.is('*');
    const shape = star || reader.is('**') ? null : positionalShape(reader);
    const kind = argument(reader);
    if (shape !== null && kind !== null) nameGenerator(reader, shape, first);
    if (star && !first && (kind === null || doubleStarred)) {
      reader.fail(before, { end: last }, 'iterable argument unpacking follows keyword argument unpacking');
    }
    if (kind === null) return;
    if (kind === 'positional' && keyword) {
      const end = afterArguments(reader);
      const what = doubleStarred ? 'keyword argument unpacking' : 'keyword argument';
      reader.fail(end, end, `positional argument follows ${what}`);
    }
    keyword ||= kind === 'keyword' || kind === 'doubleStarred';
    doubleStarred ||= kind === 'doubleStarred';
    first = false;
    last = reader.lastEnd;
    if (reader.take(',') === null) return;
  }
}

/** The token up to which CPython reads before it complains of the order of arguments. */
function afterArguments(reader: TokenReader): Token {
  while (reader.take(',') !== null && argument(reader) !== null);
  while (reader.peek().type === 'string') reader.at++;
  return reader.peek();
}

function positionalShape(reader: TokenReader): Shape | null {
  const before = reader.at;
  const shape = reader.isName() && reader.peek(1).text === '=' ? null : expression(reader);
  reader.at = before;
  return shape;
}

/** A generator expression beside other arguments. */
function nameGenerator(reader: TokenReader, shape: Shape, first: boolean): void {
  reader.ahead(() => {
    if (!comprehensionClauses(reader)) return;
    const end = { end: reader.lastEnd };
    if (!first || reader.is(',')) reader.fail(shape, end, 'Generator expression must be parenthesized');
  });
}
