/** Reads one logical line as CPython's parser does, and names the mistake in it where CPython has a name for it. */

import { argumentList } from './arguments.ts';
import {
  expression,
  namedExpression,
  starExpressions,
  starNamedExpression,
  starNamedExpressions,
  yieldExpression,
} from './expressions.ts';
import { parameterList } from './parameters.ts';
import { casePatterns } from './patterns.ts';
import type { TokenReader } from './reader.ts';
import { deleted, failAtTarget, singleTarget, starTargets, withTarget } from './targets.ts';

const augmented = ['+=', '-=', '*=', '@=', '/=', '%=', '&=', '|=', '^=', '<<=', '>>=', '**=', '//='];

/** Whether the whole line can be read. Throws a `SyntaxFault` where it holds a mistake that has a name. */
export function readLine(reader: TokenReader): boolean {
  const { text } = reader.peek();
  const header = Object.hasOwn(headers, text) ? headers[text] : undefined;
  if (header !== undefined && reader.peek().type !== 'string') {
    if (!soft.has(reader.peek().text)) return header(reader);
    if (reader.attempt(() => header(reader) || null) !== null) return true;
  }
  return simpleStatements(reader);
}

function simpleStatements(reader: TokenReader): boolean {
  do {
    if (reader.atEnd() && reader.tokens[reader.at - 1]?.text === ';') return true;
    if (!simpleStatement(reader)) return false;
  } while (reader.take(';') !== null);
  return reader.atEnd();
}

function simpleStatement(reader: TokenReader): boolean {
  const { text, type } = reader.peek();
  if (reader.attempt(() => assignment(reader) || null) !== null) return true;
  if (starExpressions(reader) !== null) return true;
  if (type !== 'name') return false;
  switch (text) {
    case 'return':
      reader.at++;
      starExpressions(reader);
      return true;
    case 'import':
      return imports(reader);
    case 'from':
      return importsFrom(reader);
    case 'raise':
      reader.at++;
      if (expression(reader) !== null && reader.take('from') !== null) return expression(reader) !== null;
      return true;
    case 'pass':
    case 'break':
    case 'continue':
      reader.at++;
      return true;
    case 'del':
      reader.at++;
      return deleted(reader) && (reader.is(';') || reader.atEnd());
    case 'yield':
      return yieldExpression(reader) !== null;
    case 'assert':
      reader.at++;
      return expression(reader) !== null && (reader.take(',') === null || expression(reader) !== null);
    case 'global':
    case 'nonlocal':
      reader.at++;
      do if (reader.name() === null) return false;
      while (reader.take(',') !== null);
      return true;
    default:
      return false;
  }
}

// --------------------------------------------------------------------------------------- assignments

function value(reader: TokenReader): boolean {
  return (yieldExpression(reader) ?? starExpressions(reader)) !== null;
}

function assignment(reader: TokenReader): boolean {
  const annotated = reader.attempt(() => {
    if (singleTarget(reader) === null || reader.take(':') === null || expression(reader) === null)
      return null;
    reader.attempt(() => (reader.take('=') !== null && value(reader) ? true : null));
    return true;
  });
  if (annotated !== null) return true;
  const assigned = reader.attempt(() => {
    let targets = 0;
    while (reader.attempt(() => starTargets(reader) && reader.take('=')) !== null) targets++;
    return targets > 0 && value(reader) && !reader.is('=') ? true : null;
  });
  if (assigned !== null) return true;
  const changed = reader.attempt(() => {
    if (singleTarget(reader) === null || reader.take(...augmented) === null) return null;
    return value(reader) ? true : null;
  });
  if (changed !== null) return true;
  if (reader.naming) nameAssignmentMistakes(reader);
  return false;
}

function nameAssignmentMistakes(reader: TokenReader): void {
  reader.ahead(() => {
    if (!reader.is('[', '(')) return;
    const target = reader.plainly(() => starNamedExpression(reader));
    const kind = target?.kind ?? '';
    if (!/^(?:list|tuple)$/.test(kind) || reader.take(':') === null || expression(reader) === null) return;
    reader.fail(target!, target!, 'only single target (not {0}) can be annotated', kind);
  });
  reader.ahead(() => {
    const first = starNamedExpression(reader);
    if (first === null || reader.take(',') === null) return;
    starNamedExpressions(reader);
    if (reader.take(':') !== null && expression(reader) !== null) {
      reader.fail(first, first, 'only single target (not {0}) can be annotated', 'tuple');
    }
  });
  reader.ahead(() => {
    const target = expression(reader);
    if (target !== null && reader.take(':') !== null && expression(reader) !== null) {
      reader.fail(target, target, 'illegal target for annotation');
    }
  });
  reader.ahead(() => {
    while (reader.attempt(() => starTargets(reader) && reader.take('=')) !== null);
    const before = reader.at;
    const target = starExpressions(reader);
    if (target !== null && reader.take('=') !== null) failAtTarget(reader, target, 'star');
    reader.at = before;
    const yielded = yieldExpression(reader);
    if (yielded !== null && reader.is('=')) {
      reader.fail(yielded, yielded, 'assignment to yield expression not possible');
    }
  });
  reader.ahead(() => {
    const target = starExpressions(reader);
    if (target === null || reader.take(...augmented) === null || !value(reader)) return;
    const message = "'{0}' is an illegal expression for augmented assignment";
    reader.fail(target, target, message, target.kind);
  });
}

// ------------------------------------------------------------------------------------------- imports

function dottedName(reader: TokenReader): boolean {
  do if (reader.name() === null) return false;
  while (reader.take('.') !== null);
  return true;
}

function imports(reader: TokenReader): boolean {
  reader.take('import');
  do {
    if (!dottedName(reader)) return false;
    if (reader.take('as') !== null && reader.name() === null) return false;
  } while (reader.take(',') !== null);
  return true;
}

function importsFrom(reader: TokenReader): boolean {
  reader.take('from');
  let dots = false;
  while (reader.take('.', '...') !== null) dots = true;
  if (!reader.is('import')) {
    if (!dottedName(reader)) return false;
  } else if (!dots) return false;
  if (reader.take('import') === null) return false;
  if (reader.take('*') !== null) return true;
  const bracket = reader.take('(') !== null;
  do {
    if (bracket && reader.is(')') && reader.tokens[reader.at - 1]!.text === ',') break;
    const comma = reader.tokens[reader.at - 1]!;
    if (comma.text === ',' && reader.atEnd()) {
      reader.fail(reader.peek(), reader.peek(), 'trailing comma not allowed without surrounding parentheses');
    }
    if (reader.name() === null) return false;
    if (reader.take('as') !== null && reader.name() === null) return false;
  } while (reader.take(',') !== null);
  return !bracket || reader.take(')') !== null;
}

// ------------------------------------------------------------------------------------------- headers

type Header = (reader: TokenReader) => boolean;

const soft: ReadonlySet<string> = new Set(['match', 'case', 'type']);

/** The colon of a header that is complete but for it. */
function colon(reader: TokenReader): boolean {
  if (reader.take(':') !== null) return reader.atEnd() || simpleStatements(reader);
  if (reader.atEnd() && reader.naming) reader.fail(reader.peek(), reader.peek(), "expected '{0}'", ':');
  return false;
}

function forcedColon(reader: TokenReader): boolean {
  reader.expect(':');
  return reader.atEnd() || simpleStatements(reader);
}

function condition(reader: TokenReader): boolean {
  reader.at++;
  return namedExpression(reader) !== null && colon(reader);
}

function alone(reader: TokenReader): boolean {
  reader.at++;
  return forcedColon(reader);
}

function forHeader(reader: TokenReader): boolean {
  reader.take('for');
  const before = reader.at;
  if (starTargets(reader) === null || !reader.is('in')) {
    reader.at = before;
    reader.ahead(() => failAtTarget(reader, starExpressions(reader), 'for'));
    return false;
  }
  reader.take('in');
  return starExpressions(reader) !== null && colon(reader);
}

function withHeader(reader: TokenReader): boolean {
  reader.take('with');
  const items = (close: string | null): boolean => {
    do {
      if (close !== null && reader.is(close)) break;
      if (expression(reader) === null) return false;
      if (reader.take('as') !== null && !withTarget(reader)) return false;
    } while (reader.take(',') !== null);
    return close === null || reader.take(close) !== null;
  };
  const bracketed = reader.attempt(
    () => (reader.take('(') !== null && items(')') && reader.is(':') && colon(reader)) || null,
  );
  return bracketed === true || (items(null) && colon(reader));
}

function exceptHeader(reader: TokenReader): boolean {
  reader.take('except');
  const star = reader.take('*');
  if (reader.is(':') || reader.atEnd()) {
    if (star !== null) reader.fail(reader.peek(), reader.peek(), 'expected one or more exception types');
    return colon(reader);
  }
  const type = expression(reader);
  if (type === null) return false;
  if (reader.take(',') !== null) {
    do expression(reader);
    while (reader.take(',') !== null);
    if (reader.take('as') !== null) reader.name();
    if (!reader.is(':')) return false;
    const end = reader.tokens[reader.at - 1]!;
    reader.fail(type, end, 'multiple exception types must be parenthesized');
  }
  if (reader.take('as') !== null && reader.name() === null) return false;
  return colon(reader);
}

function functionHeader(reader: TokenReader): boolean {
  reader.take('def');
  if (reader.name() === null || !typeParameters(reader)) return false;
  reader.expect('(');
  if (!parameterList(reader, ')') || reader.take(')') === null) return false;
  reader.attempt(() => (reader.take('->') === null ? null : expression(reader)));
  return forcedColon(reader);
}

function classHeader(reader: TokenReader): boolean {
  reader.take('class');
  if (reader.name() === null || !typeParameters(reader)) return false;
  if (reader.take('(') !== null) {
    if (!argumentList(reader) || reader.take(')') === null) return false;
  }
  return colon(reader);
}

function asyncHeader(reader: TokenReader): boolean {
  reader.take('async');
  if (reader.is('def')) return functionHeader(reader);
  if (reader.is('for')) return forHeader(reader);
  return reader.is('with') && withHeader(reader);
}

function decorator(reader: TokenReader): boolean {
  reader.take('@');
  return namedExpression(reader) !== null && reader.atEnd();
}

/** `type A[T] = …` of Python 3.12. */
function typeAlias(reader: TokenReader): boolean {
  reader.at++;
  if (reader.name() === null || !typeParameters(reader)) return false;
  return reader.take('=') !== null && expression(reader) !== null && reader.atEnd();
}

/** `[T, *Ts, **P]` of Python 3.12, or nothing. */
function typeParameters(reader: TokenReader): boolean {
  if (reader.take('[') === null) return true;
  do {
    reader.take('*', '**');
    if (reader.name() === null) return false;
    if (reader.take(':') !== null && expression(reader) === null) return false;
  } while (reader.take(',') !== null);
  return reader.take(']') !== null;
}

function matchHeader(reader: TokenReader): boolean {
  reader.at++;
  if (starNamedExpressions(reader) === null) return false;
  return colon(reader) && reader.tokens[reader.at - 1]!.text === ':';
}

function caseHeader(reader: TokenReader): boolean {
  reader.at++;
  if (!casePatterns(reader)) return false;
  if (reader.take('if') !== null && namedExpression(reader) === null) return false;
  return colon(reader);
}

const headers: Readonly<Record<string, Header>> = {
  if: condition,
  elif: condition,
  while: condition,
  else: alone,
  try: alone,
  finally: alone,
  for: forHeader,
  with: withHeader,
  except: exceptHeader,
  def: functionHeader,
  class: classHeader,
  async: asyncHeader,
  match: matchHeader,
  type: typeAlias,
  '@': decorator,
  case: caseHeader,
};
