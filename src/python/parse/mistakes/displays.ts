/** Reads what stands in brackets: tuples, lists, dictionaries, comprehensions. Names the mistakes in them. */

import {
  assignmentExpression,
  bitwiseOr,
  disjunction,
  expression,
  namedExpression,
  starExpressions,
  starNamedExpression,
  starNamedExpressions,
  starred,
  yieldExpression,
} from './expressions.ts';
import type { Shape, TokenReader } from './reader.ts';
import { failAtTarget, starTargets } from './targets.ts';

export function tupleDisplay(reader: TokenReader): Shape | null {
  return reader.attempt(() => {
    const { start } = reader.take('(')!;
    const parts: Shape[] = [];
    if (!reader.is(')')) {
      const first = starNamedExpression(reader);
      if (first === null || reader.take(',') === null) return null;
      const rest = starNamedExpressions(reader);
      parts.push(first, ...(rest === null ? [] : rest.kind === 'tuple' ? rest.parts : [rest]));
    }
    return reader.take(')') && reader.shape('tuple', start, parts);
  });
}

export function group(reader: TokenReader): Shape | null {
  const inside = reader.attempt(() => {
    reader.take('(');
    const value = yieldExpression(reader) ?? namedExpression(reader);
    return value !== null && reader.take(')') !== null ? value : null;
  });
  if (inside !== null) return inside;
  if (reader.naming) nameStarredGroup(reader);
  return null;
}

function nameStarredGroup(reader: TokenReader): void {
  reader.ahead(() => {
    reader.take('(');
    const star = reader.peek();
    const value = starred(reader);
    if (value !== null && reader.is(')')) reader.fail(value, value, 'cannot use starred expression here');
    if (reader.take('**') !== null && expression(reader) !== null && reader.is(')')) {
      reader.fail(star, star, 'cannot use double starred expression here');
    }
  });
}

export function listDisplay(reader: TokenReader): Shape | null {
  return reader.attempt(() => {
    const { start } = reader.take('[')!;
    const inside = reader.is(']') ? null : starNamedExpressions(reader);
    const parts = inside === null ? [] : inside.kind === 'tuple' ? inside.parts : [inside];
    return reader.take(']') && reader.shape('list', start, parts);
  });
}

export function setDisplay(reader: TokenReader): Shape | null {
  return reader.attempt(() => {
    const { start } = reader.take('{')!;
    return starNamedExpressions(reader) && reader.take('}') && reader.shape('set display', start);
  });
}

export function dictDisplay(reader: TokenReader): Shape | null {
  const { start } = reader.peek();
  const whole = reader.attempt(() => {
    reader.take('{');
    while (!reader.is('}')) {
      if (!pair(reader)) return null;
      if (reader.take(',') === null) break;
    }
    return reader.take('}') && reader.shape('dict literal', start);
  });
  if (whole === null && reader.naming) reader.ahead(() => nameBrokenPair(reader));
  return whole;
}

function pair(reader: TokenReader): boolean {
  const found = reader.attempt(() => {
    if (reader.take('**') !== null) return bitwiseOr(reader);
    return expression(reader) && reader.take(':') && expression(reader);
  });
  return found !== null;
}

function nameBrokenPair(reader: TokenReader): void {
  reader.take('{');
  let several = false;
  while (pair(reader) && reader.take(',') !== null) several = true;
  const key = expression(reader);
  if (key === null) return;
  const colon = reader.take(':');
  if (colon === null) {
    if (several) reader.fail({ start: key.end - 1 }, key, "':' expected after dictionary key");
    return;
  }
  const star = reader.take('*');
  if (star !== null) {
    const value = bitwiseOr(reader);
    if (value !== null) reader.fail(star, value, 'cannot use a starred expression in a dictionary value');
  } else if (reader.is('}', ',')) {
    reader.fail(colon, colon, "expression expected after dictionary key and ':'");
  }
}

// -------------------------------------------------------------------------------------- comprehensions

export function generator(reader: TokenReader): Shape | null {
  return comprehension(reader, '(', ')', 'generator expression');
}

export function comprehension(reader: TokenReader, open: string, close: string, kind: string): Shape | null {
  const { start } = reader.peek();
  const whole = reader.attempt(() => {
    reader.take(open);
    const element =
      open === '(' ? (assignmentExpression(reader) ?? expression(reader)) : namedExpression(reader);
    if (element === null || !comprehensionClauses(reader)) return null;
    return reader.take(close) && reader.shape(kind, start);
  });
  if (whole === null && reader.naming) reader.ahead(() => nameBrokenComprehension(reader, open));
  return whole;
}

export function braceComprehension(reader: TokenReader): Shape | null {
  const mapped = reader.attempt(() => {
    const { start } = reader.take('{')!;
    if (!(expression(reader) && reader.take(':') && expression(reader))) return null;
    if (!comprehensionClauses(reader)) return null;
    return reader.take('}') && reader.shape('dict comprehension', start);
  });
  if (mapped !== null) return mapped;
  if (reader.naming) {
    reader.ahead(() => {
      reader.take('{');
      const stars = reader.take('**');
      if (stars !== null && bitwiseOr(reader) !== null && comprehensionClauses(reader) && reader.is('}')) {
        reader.fail(stars, stars, 'dict unpacking cannot be used in dict comprehension');
      }
    });
  }
  return comprehension(reader, '{', '}', 'set comprehension');
}

function nameBrokenComprehension(reader: TokenReader, open: string): void {
  reader.take(open);
  const first = open === '(' ? starred(reader) : starNamedExpression(reader);
  if (first === null) return;
  if (first.kind === 'starred' && reader.ahead(() => comprehensionClauses(reader))) {
    reader.fail(first, first, 'iterable unpacking cannot be used in comprehension');
  }
  const comma = open === '(' ? null : reader.take(',');
  if (comma === null) return;
  const rest = starNamedExpressions(reader);
  if (comprehensionClauses(reader)) {
    reader.fail(first, rest ?? comma, 'did you forget parentheses around the comprehension target?');
  }
}

/** One `for … in … if …` or more. */
export function comprehensionClauses(reader: TokenReader): boolean {
  let several = false;
  for (;;) {
    const clause = reader.attempt(() => {
      reader.take('async');
      if (reader.take('for') === null) return null;
      const before = reader.at;
      if (starTargets(reader) === null || reader.take('in') === null) {
        reader.at = before;
        if (reader.naming) failAtTarget(reader, starExpressions(reader), 'for');
        return null;
      }
      if (disjunction(reader) === null) return null;
      while (reader.attempt(() => (reader.take('if') === null ? null : disjunction(reader))) !== null);
      return true;
    });
    if (clause === null) return several;
    several = true;
  }
}
