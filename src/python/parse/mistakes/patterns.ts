/** Reads the patterns of a `case`, and names the mistakes that CPython names in them. */

import { expression } from './expressions.ts';
import type { TokenReader } from './reader.ts';

/** Several patterns with commas between them are a sequence. */
export function casePatterns(reader: TokenReader): boolean {
  return sequence(reader, null);
}

/** Patterns up to the closing bracket. */
function sequence(reader: TokenReader, close: string | null): boolean {
  let any = false;
  while (close === null || !reader.is(close)) {
    const starred = reader.take('*') !== null;
    if (starred ? reader.name() === null : !asPattern(reader))
      return any && close === null && reader.is(':', 'if');
    any = true;
    if (reader.take(',') === null) break;
  }
  return close === null || reader.take(close) !== null;
}

function asPattern(reader: TokenReader): boolean {
  do if (!closedPattern(reader)) return false;
  while (reader.take('|') !== null);
  if (reader.take('as') === null) return true;
  const name = reader.peek();
  if (name.text === '_') reader.fail(name, name, "cannot use '_' as a target");
  if (reader.name() !== null && !reader.is('.', '(')) return true;
  const target = expression(reader);
  if (target !== null) reader.fail(target, target, 'invalid pattern target');
  return false;
}

function closedPattern(reader: TokenReader): boolean {
  if (reader.take('(') !== null) return sequence(reader, ')');
  if (reader.take('[') !== null) return sequence(reader, ']');
  if (reader.take('{') !== null) return mapping(reader);
  const { type } = reader.peek();
  if (type === 'string') {
    while (reader.peek().type === 'string') reader.at++;
    return true;
  }
  if (reader.take('None', 'True', 'False') !== null) return true;
  if (type === 'number' || reader.is('-')) return numberPattern(reader);
  if (reader.name() === null) return false;
  while (reader.take('.') !== null) if (reader.name() === null) return false;
  return reader.take('(') === null || classArguments(reader);
}

function numberPattern(reader: TokenReader): boolean {
  reader.take('-');
  if (reader.peek().type !== 'number') return false;
  reader.at++;
  if (reader.take('+', '-') === null) return true;
  if (reader.peek().type !== 'number') return false;
  reader.at++;
  return true;
}

function mapping(reader: TokenReader): boolean {
  while (!reader.is('}')) {
    if (reader.take('**') !== null) {
      if (reader.name() === null) return false;
      reader.take(',');
      break;
    } else if (!closedPattern(reader) || reader.take(':') === null || !asPattern(reader)) return false;
    if (reader.take(',') === null) break;
  }
  return reader.take('}') !== null;
}

function classArguments(reader: TokenReader): boolean {
  let keyword = false;
  while (!reader.is(')')) {
    const start = reader.peek();
    if (reader.isName() && reader.peek(1).text === '=') {
      reader.at += 2;
      keyword = true;
      if (!asPattern(reader)) return false;
    } else {
      if (!asPattern(reader)) return false;
      if (keyword) {
        reader.fail(start, reader.tokens[reader.at - 1]!, 'positional patterns follow keyword patterns');
      }
    }
    if (reader.take(',') === null) break;
  }
  return reader.take(')') !== null;
}
