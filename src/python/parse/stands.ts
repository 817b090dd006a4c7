/** What is understood of a line that is no Python: the names that it binds or is about, and what is indented below it. */

import type { Arg, Arguments, Expression, Name, Span, Statement } from '../syntax.ts';
import type { Stand } from './quarantine.ts';
import type { Source } from './source.ts';
import type { Token } from './tokens.ts';

/** A name that nothing binds: behind an `Invalid` statement its value is unknown. */
const unreadable = '<unreadable>';

/** The `Invalid` statement for which `converted` stands, and what follows from it. */
export function standing(source: Source, stand: Stand, converted: Statement): Statement[] {
  const span = source.span(converted.span.start.offset, stand.end);
  const touched = stand.keepBody ? null : touchedName(source, stand.tokens);
  const invalid: Statement = { kind: 'Invalid', problem: stand.problem, touched, span };
  const after = source.span(stand.end, stand.end);
  if (!stand.keepBody) return [invalid, ...rebound(source, stand.tokens, after)];
  if (converted.kind === 'Match') return [invalid, { ...converted, subject: unknown(after) }];
  if (converted.kind !== 'If') return [invalid];
  return [invalid, ...belowHeader(source, stand, [...converted.body], after), ...converted.orelse];
}

/** The name that the line begins with, where an attribute or an item of it follows. */
function touchedName(source: Source, [first, second]: readonly Token[]): Name | null {
  if (first?.type !== 'name' || (second?.text !== '.' && second?.text !== '[')) return null;
  return { kind: 'Name', id: first.text, ctx: 'Load', span: source.span(first.start, first.end) };
}

function unknown(span: Span): Name {
  return { kind: 'Name', id: unreadable, ctx: 'Load', span };
}

/** The block of a header, as much under its roof as can be told. */
function belowHeader(source: Source, stand: Stand, body: Statement[], after: Span): Statement[] {
  const words = stand.tokens[0]!.text === 'async' ? stand.tokens.slice(1) : stand.tokens;
  const [head, name] = words;
  const span = { start: after.start, end: body.at(-1)?.span.end ?? after.end };
  switch (head!.text) {
    case 'def':
    case 'class': {
      if (name?.type !== 'name') return body;
      const common = { name: name.text, nameSpan: source.span(name.start, name.end), body, span };
      const rest = { decorator_list: [], type_params: [] };
      if (head!.text === 'class') {
        return [{ kind: 'ClassDef', ...common, ...rest, bases: [unknown(after)], keywords: [] }];
      }
      const kind = words === stand.tokens ? 'FunctionDef' : 'AsyncFunctionDef';
      return [{ kind, ...common, ...rest, args: anyArguments(after), returns: null }];
    }
    case 'for':
    case 'while': {
      const names = rebound(source, stand.tokens, after);
      return [{ kind: 'While', test: unknown(after), body: [...names, ...body], orelse: [], span }];
    }
    default:
      return [...rebound(source, stand.tokens, after), ...body];
  }
}

/** Parameters that take whatever a call passes, without a name that the body could mean. */
function anyArguments(span: Span): Arguments {
  const named = (arg: string): Arg => ({ kind: 'arg', arg, annotation: null, span });
  return {
    kind: 'arguments',
    posonlyargs: [],
    args: [],
    vararg: named(`*${unreadable}`),
    kwonlyargs: [],
    kw_defaults: [],
    kwarg: named(`**${unreadable}`),
    defaults: [],
    span,
  };
}

/** From here on the names that the line seems to bind are unknown, whatever they were. */
function rebound(source: Source, tokens: readonly Token[], after: Span): Statement[] {
  const targets: Expression[] = boundNames(tokens).map(token => ({
    kind: 'Name',
    id: token.text,
    ctx: 'Store',
    span: source.span(token.start, token.end),
  }));
  return targets.length === 0 ? [] : [{ kind: 'Assign', targets, value: unknown(after), span: after }];
}

function boundNames(tokens: readonly Token[]): Token[] {
  const isName = (token: Token | undefined) => token?.type === 'name';
  const first = tokens[0]!.text;
  const aliases = tokens.filter((token, index) => tokens[index - 1]?.text === 'as' && isName(token));
  if (first === 'for') {
    const end = tokens.findIndex(token => token.text === 'in');
    return end < 0 ? [] : plainNames(tokens.slice(1, end));
  }
  let depth = 0;
  let from = 0;
  const assigned: Token[] = [];
  tokens.forEach((token, index) => {
    if (/^[([{]$/.test(token.text)) depth++;
    else if (/^[)\]}]$/.test(token.text)) depth--;
    else if (depth === 0 && token.text === '=') {
      assigned.push(...plainNames(tokens.slice(from, index)));
      from = index + 1;
    }
  });
  return [...assigned, ...aliases];
}

/** The names in what looks like a target, those left out of which only an attribute or item is meant. */
function plainNames(tokens: readonly Token[]): Token[] {
  if (!tokens.every(token => token.type === 'name' || /^[(),[\]*]$/.test(token.text))) return [];
  return tokens.filter(
    (token, index) => token.type === 'name' && !/^[[(]$/.test(tokens[index + 1]?.text ?? ''),
  );
}
