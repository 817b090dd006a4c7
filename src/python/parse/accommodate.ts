/**
 * Rewrites what CPython reads and tree-sitter's grammar does not, so that it does. Nothing moves, and positions and
 * names are still taken from the text as it was.
 */

import { stretches } from '../pauses.ts';
import type { LogicalLine, Token } from './tokens.ts';

/** Lines that are looked at between two pauses. */
const LINES = 500;

/** Replaces `before`, where it still stands, by `after` of the same length. */
export interface Rewrite {
  readonly offset: number;
  readonly before: string;
  readonly after: string;
}

/** Pauses now and then. */
export function* accommodating(text: string, lines: readonly LogicalLine[]): Generator<void, Rewrite[]> {
  return yield* stretches(lines, LINES, (some, from) =>
    some.flatMap((line, index) => {
      const next = lines[from + index + 1];
      return [
        ...joinedLines(text, line),
        ...matchedList(line, next),
        ...everythingFromTheFuture(line),
        ...missingIndentation(text, line, next),
      ];
    }),
  );
}

export function accommodate(text: string, rewrites: readonly Rewrite[]): string {
  let result = '';
  let done = 0;
  for (const { offset, before, after } of rewrites) {
    if (!text.startsWith(before, offset)) continue;
    result += text.slice(done, offset) + after;
    done = offset + after.length;
  }
  return result + text.slice(done);
}

/** tree-sitter sees blocks end in brackets whose lines are indented less than the block. */
function joinedLines(text: string, line: LogicalLine): Rewrite[] {
  if (line.fault !== null) return [];
  const found: Rewrite[] = [];
  line.tokens.forEach((token, index) => {
    const next = line.tokens[index + 1];
    if (next === undefined) return;
    const between = text.slice(token.end, next.start);
    if (!/[\r\n]/.test(between)) return;
    found.push({ offset: token.end, before: between, after: ' '.repeat(between.length) });
  });
  return found;
}

/** `match [a, b]:` is an item of `match` to tree-sitter; `match (a, b):` is not. */
function matchedList(line: LogicalLine, next: LogicalLine | undefined): Rewrite[] {
  const [word, opening] = line.tokens;
  const closing = line.tokens.at(-2);
  if (
    word!.text !== 'match' ||
    opening?.text !== '[' ||
    next === undefined ||
    next.tokens[0]!.text !== 'case'
  )
    return [];
  if (closing?.text !== ']' || line.tokens.at(-1)!.text !== ':' || !encloses(line.tokens.slice(1, -1)))
    return [];
  return [
    { offset: opening.start, before: '[', after: '(' },
    { offset: closing.start, before: ']', after: ')' },
  ];
}

/** Whether the first bracket is closed by the last token. */
function encloses(tokens: readonly Token[]): boolean {
  let depth = 0;
  return tokens.every((token, index) => {
    if (token.type === 'operator' && /^[([{]$/.test(token.text)) depth++;
    else if (token.type === 'operator' && /^[)\]}]$/.test(token.text)) depth--;
    return depth > 0 || index === tokens.length - 1;
  });
}

const compound = /^(?:if|elif|else|for|while|try|except|finally|with|def|class|async|match|case|@)$/;

/** A line that should stand in a block is read on the line of the block's header. */
function missingIndentation(text: string, line: LogicalLine, next: LogicalLine | undefined): Rewrite[] {
  if (next === undefined || line.tokens.at(-1)!.text !== ':' || compound.test(next.tokens[0]!.text))
    return [];
  if (next.indentation.length > line.indentation.length) return [];
  const between = text.slice(line.end, next.start);
  return [{ offset: line.end, before: between, after: ' '.repeat(between.length) }];
}

/** CPython's grammar allows `from __future__ import *`, which its compiler then rejects. */
function everythingFromTheFuture(line: LogicalLine): Rewrite[] {
  const [from, module, word, star] = line.tokens;
  const future = from!.text === 'from' && module?.text === '__future__' && word?.text === 'import';
  return future && star?.text === '*'
    ? [{ offset: module.start, before: '__future__', after: '__Future__' }]
    : [];
}
