/** Reads the parameters of functions and lambdas, and names the mistakes that CPython names in them. */

import type { Token } from '../tokens.ts';
import { expression } from './expressions.ts';
import type { TokenReader } from './reader.ts';

interface Seen {
  slash: boolean;
  star: boolean;
  standard: boolean;
  any: boolean;
}

/** Whether parameters can be read up to the token that ends them; those of lambdas have no annotations. */
export function parameterList(reader: TokenReader, end: ')' | ':'): boolean {
  const seen: Seen = { slash: false, star: false, standard: false, any: false };
  while (!reader.is(end)) {
    const read = reader.is('/', '*', '**', '(') ? special(reader, end, seen) : plain(reader, end, seen);
    if (!read) return false;
    seen.any = true;
    if (reader.take(',') === null) break;
  }
  return reader.is(end);
}

function plain(reader: TokenReader, end: ')' | ':', seen: Seen): boolean {
  const name = named(reader, end);
  if (name === null) return false;
  const equals = reader.take('=');
  if (equals === null) {
    if (seen.standard && !seen.star) reader.fail(name, name, 'non-default argument follows default argument');
    return true;
  }
  seen.standard = true;
  if (reader.naming && reader.is(')', ',')) reader.fail(equals, equals, 'expected default value expression');
  return expression(reader) !== null;
}

/** A name with its annotation, which may be starred after a star. */
function named(reader: TokenReader, end: ')' | ':', starred = false): Token | null {
  const name = reader.name();
  if (name === null || end === ':' || reader.take(':') === null) return name;
  if (starred) reader.take('*');
  return expression(reader) === null ? null : name;
}

function special(reader: TokenReader, end: ')' | ':', seen: Seen): boolean {
  const token = reader.take('/', '*', '**', '(')!;
  switch (token.text) {
    case '/':
      if (seen.star) reader.fail(token, token, '/ must be ahead of *');
      if (seen.slash) reader.fail(token, token, '/ may appear only once');
      if (!seen.any) reader.fail(token, token, 'at least one argument must precede /');
      seen.slash = true;
      if (reader.is('*')) reader.fail(reader.peek(), reader.peek(), 'expected comma between / and *');
      return true;
    case '*':
      return star(reader, end, seen, token);
    case '**':
      return keywords(reader, end);
    default:
      return parenthesised(reader, end, token);
  }
}

function star(reader: TokenReader, end: ')' | ':', seen: Seen, token: Token): boolean {
  if (seen.star) reader.fail(token, token, '* argument may appear only once');
  seen.star = true;
  if (reader.is(end) || (reader.is(',') && [end, '**'].includes(reader.peek(1).text))) {
    reader.fail(token, token, 'named arguments must follow bare *');
  }
  if (reader.is(',')) return true;
  const name = named(reader, end, true);
  const equals = name === null ? null : reader.take('=');
  if (equals !== null) reader.fail(equals, equals, 'var-positional argument cannot have default value');
  return name !== null;
}

function keywords(reader: TokenReader, end: ')' | ':'): boolean {
  if (named(reader, end) === null) return false;
  const equals = reader.take('=');
  if (equals !== null) reader.fail(equals, equals, 'var-keyword argument cannot have default value');
  if (reader.is(',') && reader.peek(1).text !== end) {
    reader.take(',');
    const next = reader.peek();
    if (reader.isName() || reader.is('*', '**', '/')) {
      reader.fail(next, next, 'arguments cannot follow var-keyword argument');
    }
    return false;
  }
  return true;
}

function parenthesised(reader: TokenReader, end: ')' | ':', open: Token): boolean {
  while (named(reader, ':') !== null && reader.take(',') !== null);
  const close = reader.take(')');
  if (close === null) return false;
  const what = end === ')' ? 'Function' : 'Lambda expression';
  return reader.fail(open, close, `${what} parameters cannot be parenthesized`);
}
