/** Reads expressions as CPython's parser does, and names the mistakes that it names in them. */

import { argumentList } from './arguments.ts';
import {
  braceComprehension,
  comprehension,
  dictDisplay,
  generator,
  group,
  listDisplay,
  setDisplay,
  tupleDisplay,
} from './displays.ts';
import { parameterList } from './parameters.ts';
import { keywords, type Shape, type TokenReader } from './reader.ts';

export function starExpressions(reader: TokenReader): Shape | null {
  return reader.once(0, () => listOf(reader, starExpression));
}

/** Several with commas between them are a tuple. */
function listOf(reader: TokenReader, element: (reader: TokenReader) => Shape | null): Shape | null {
  const first = element(reader);
  if (first === null || !reader.is(',')) return first;
  const parts = [first];
  while (reader.take(',') !== null) {
    const next = element(reader);
    if (next === null) break;
    parts.push(next);
  }
  return reader.shape('tuple', first.start, parts);
}

function starExpression(reader: TokenReader): Shape | null {
  return starred(reader) ?? expression(reader);
}

export function starred(reader: TokenReader): Shape | null {
  return reader.attempt(() => {
    const star = reader.take('*');
    const value = star === null ? null : bitwiseOr(reader);
    return value === null ? null : reader.shape('starred', star!.start, [value]);
  });
}

export function starNamedExpression(reader: TokenReader): Shape | null {
  return starred(reader) ?? namedExpression(reader);
}

export function starNamedExpressions(reader: TokenReader): Shape | null {
  return listOf(reader, starNamedExpression);
}

export function assignmentExpression(reader: TokenReader): Shape | null {
  return reader.attempt(() => {
    const name = reader.name();
    if (name === null || reader.take(':=') === null) return null;
    return expression(reader) && reader.shape('named expression', name.start);
  });
}

export function namedExpression(reader: TokenReader): Shape | null {
  return reader.once(1, () => {
    const assigned = assignmentExpression(reader);
    if (assigned !== null) return assigned;
    if (reader.naming) nameAssignments(reader);
    const value = expression(reader);
    return value !== null && reader.is(':=') ? null : value;
  });
}

/** `if x = 1`, `f() := 1`: an assignment where a value must stand. */
function nameAssignments(reader: TokenReader): void {
  reader.ahead(() => {
    const target = expression(reader);
    if (target !== null && reader.take(':=') !== null && expression(reader) !== null) {
      reader.fail(target, target, 'cannot use assignment expressions with {0}', target.kind);
    }
  });
  reader.ahead(() => {
    const name = reader.name();
    if (name === null || reader.take('=') === null) return;
    const value = bitwiseOr(reader);
    if (value !== null && !reader.is('=', ':=')) {
      reader.fail(name, value, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    }
  });
  if (reader.is('True', 'None', 'False') || isDisplay(reader)) return;
  reader.ahead(() => {
    const target = bitwiseOr(reader);
    if (target === null || reader.take('=') === null) return;
    if (bitwiseOr(reader) !== null && !reader.is('=', ':=')) {
      reader.fail(
        target,
        target,
        "cannot assign to {0} here. Maybe you meant '==' instead of '='?",
        target.kind,
      );
    }
  });
}

/** Whether a list, tuple or generator expression comes: other rules are for these. */
function isDisplay(reader: TokenReader): boolean {
  if (reader.is('[')) return reader.ahead(() => listDisplay(reader));
  return reader.is('(') && reader.ahead(() => tupleDisplay(reader) ?? generator(reader));
}

export function expression(reader: TokenReader): Shape | null {
  return reader.once(2, () => {
    if (reader.naming) {
      nameMissingCommas(reader);
      namePrint(reader);
    }
    const value = disjunction(reader);
    if (value === null) return lambda(reader);
    const whole = reader.attempt(() => {
      if (reader.take('if') === null || disjunction(reader) === null) return null;
      if (reader.take('else') === null || expression(reader) === null) return null;
      return reader.shape('conditional expression', value.start);
    });
    return whole ?? value;
  });
}

const softKeywords = ['match', 'case', '_'];

function nameMissingCommas(reader: TokenReader): void {
  const soft =
    reader.isName() && (softKeywords.includes(reader.peek().text) || reader.peek(1).type === 'string');
  if (!soft) {
    reader.ahead(() => {
      const first = disjunction(reader);
      if (first === null) return;
      const word = reader.tokens[reader.at - 1]!;
      const second = reader.plainly(() => expression(reader));
      const legacy = first.kind === 'name' && (word.text === 'print' || word.text === 'exec');
      if (second !== null && !legacy && reader.level > 0) {
        reader.fail(first, second, 'invalid syntax. Perhaps you forgot a comma?');
      }
    });
  }
  reader.ahead(() => {
    const first = disjunction(reader);
    if (first === null || reader.take('if') === null) return;
    const second = disjunction(reader);
    if (second !== null && !reader.is('else', ':')) {
      reader.fail(first, second, "expected 'else' after 'if' expression");
    }
  });
}

function namePrint(reader: TokenReader): void {
  if (!reader.is('print', 'exec')) return;
  reader.ahead(() => {
    const word = reader.name()!;
    const rest = reader.is('(') ? null : starExpressions(reader);
    if (rest === null) return;
    reader.fail(word, rest, "Missing parentheses in call to '{0}'. Did you mean {0}(...)?", word.text);
  });
}

function lambda(reader: TokenReader): Shape | null {
  return reader.attempt(() => {
    const word = reader.take('lambda');
    if (word === null || !parameterList(reader, ':')) return null;
    if (reader.take(':') === null || expression(reader) === null) return null;
    return reader.shape('lambda', word.start);
  });
}

export function yieldExpression(reader: TokenReader): Shape | null {
  return reader.attempt(() => {
    const word = reader.take('yield');
    if (word === null) return null;
    if (reader.take('from') === null) starExpressions(reader);
    else if (expression(reader) === null) return null;
    return reader.shape('yield expression', word.start);
  });
}

// -------------------------------------------------------------------------------------------- operators

export function disjunction(reader: TokenReader): Shape | null {
  return reader.once(3, () => chain(reader, ['or'], () => chain(reader, ['and'], inversion)));
}

/** Operands with operators between them. */
function chain(
  reader: TokenReader,
  operators: readonly string[],
  operand: (reader: TokenReader) => Shape | null,
): Shape | null {
  const first = operand(reader);
  if (first === null) return null;
  let shape = first;
  while (reader.attempt(() => (reader.take(...operators) === null ? null : operand(reader))) !== null) {
    shape = reader.shape('expression', first.start);
  }
  return shape;
}

function inversion(reader: TokenReader): Shape | null {
  return reader.attempt(() => {
    const not = reader.take('not');
    if (not === null) return comparison(reader);
    return inversion(reader) && reader.shape('expression', not.start);
  });
}

function comparison(reader: TokenReader): Shape | null {
  const first = bitwiseOr(reader);
  if (first === null) return null;
  let shape = first;
  let parts: Shape[] | null = null;
  for (;;) {
    const operator = reader.peek().text;
    if (reader.attempt(() => (comparisonOperator(reader) ? bitwiseOr(reader) : null)) === null) return shape;
    parts ??= operator === 'in' ? [first] : [];
    shape = reader.shape('comparison', first.start, parts);
  }
}

function comparisonOperator(reader: TokenReader): boolean {
  if (reader.take('==', '!=', '<', '<=', '>', '>=', 'in') !== null) return true;
  if (reader.take('is') !== null) {
    reader.take('not');
    return true;
  }
  return reader.take('not') !== null && reader.take('in') !== null;
}

const arithmetic = ['|', '^', '&', '<<', '>>', '+', '-', '*', '/', '//', '%', '@'];

export function bitwiseOr(reader: TokenReader): Shape | null {
  return reader.once(4, () => chain(reader, arithmetic, factor));
}

function factor(reader: TokenReader): Shape | null {
  return reader.attempt(() => {
    const sign = reader.take('+', '-', '~');
    if (sign !== null) return factor(reader) && reader.shape('expression', sign.start);
    const base = awaited(reader);
    if (base === null) return null;
    const raised = reader.attempt(() => (reader.take('**') === null ? null : factor(reader)));
    return raised === null ? base : reader.shape('expression', base.start);
  });
}

function awaited(reader: TokenReader): Shape | null {
  return reader.attempt(() => {
    const word = reader.take('await');
    if (word === null) return primary(reader);
    return primary(reader) && reader.shape('await expression', word.start);
  });
}

// ------------------------------------------------------------------------------ atoms and what follows them

export function primary(reader: TokenReader): Shape | null {
  return reader.once(5, () => {
    let shape = atom(reader);
    while (shape !== null) {
      const next = trailer(reader, shape.start);
      if (next === null) return shape;
      shape = next;
    }
    return null;
  });
}

function trailer(reader: TokenReader, start: number): Shape | null {
  return reader.attempt(() => {
    if (reader.take('.') !== null) return reader.name() && reader.shape('attribute', start);
    if (reader.is('(')) {
      if (generator(reader) !== null) return reader.shape('function call', start);
      reader.take('(');
      return argumentList(reader) && reader.take(')') ? reader.shape('function call', start) : null;
    }
    if (reader.take('[') === null || !slices(reader)) return null;
    return reader.take(']') && reader.shape('subscript', start);
  });
}

function slices(reader: TokenReader): boolean {
  do {
    if (reader.is(']')) return reader.tokens[reader.at - 1]!.text === ',';
    if (starred(reader) === null && !slice(reader)) return false;
  } while (reader.take(',') !== null);
  return true;
}

function slice(reader: TokenReader): boolean {
  const parts = reader.attempt(() => {
    expression(reader);
    if (reader.take(':') === null) return null;
    expression(reader);
    if (reader.take(':') !== null) expression(reader);
    return true;
  });
  return parts ?? namedExpression(reader) !== null;
}

const constants: Readonly<Record<string, string>> = {
  True: 'True',
  False: 'False',
  None: 'None',
  '...': 'ellipsis',
};

function atom(reader: TokenReader): Shape | null {
  const { type, text, start, end } = reader.peek();
  if (type === 'string') return strings(reader);
  if (type === 'number') {
    reader.at++;
    return reader.shape('literal', start);
  }
  if (type === 'name') {
    if (keywords.has(text) && !Object.hasOwn(constants, text)) return null;
    reader.at++;
    return { kind: Object.hasOwn(constants, text) ? constants[text]! : 'name', start, end, parts: [] };
  }
  if (text === '...') {
    reader.at++;
    return reader.shape('ellipsis', start);
  }
  if (text === '(') return tupleDisplay(reader) ?? group(reader) ?? generator(reader);
  if (text === '[') return listDisplay(reader) ?? comprehension(reader, '[', ']', 'list comprehension');
  if (text === '{') return dictDisplay(reader) ?? setDisplay(reader) ?? braceComprehension(reader);
  return null;
}

function strings(reader: TokenReader): Shape | null {
  const { start } = reader.peek();
  let kind = 'literal';
  while (reader.peek().type === 'string') {
    if (/^[rR]?[fF]/.test(reader.peek().text)) kind = 'f-string expression';
    reader.at++;
  }
  return reader.shape(kind, start);
}
