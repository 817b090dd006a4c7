/** Splits source text into tokens and logical lines: what error messages are told from where the grammar gives up. */

import { atOnce } from '../pauses.ts';

export interface Token {
  readonly type: 'name' | 'number' | 'string' | 'operator';
  /** The text; of a string only its opening. */
  readonly text: string;
  /** The whole text. */
  readonly source: string;
  readonly start: number;
  readonly end: number;
}

/** A statement's line with all that its brackets, quotes and backslashes join to it. */
export interface LogicalLine {
  readonly start: number;
  readonly end: number;
  /** The white space before the first token. */
  readonly indentation: string;
  readonly tokens: readonly Token[];
  /** The bracket that is never closed or that closes none, or the string that does not end. */
  readonly fault: { readonly kind: 'unclosed' | 'unmatched' | 'unterminated'; readonly token: Token } | null;
  /** The brackets that are open at its end. */
  readonly open: readonly Token[];
}

/** Whether a line breaks off behind `.`, `=` or another operator: tree-sitter reads on in the next one as CPython does not. */
export function breaksOff({ tokens }: LogicalLine): boolean {
  const { type, text } = tokens.at(-1)!;
  return type === 'operator' && !/^(?:[)\]},:;*]|\.\.\.)$/.test(text);
}

const tokenPattern =
  /([ \t\f]+|\\\r?\n)|(#[^\r\n]*)|(\r?\n)|([rRbBuUfF]{0,2}(?:"""|'''|"|'))|(0[xX](?:_?[\da-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|(?:\d(?:_?\d)*\.?(?:\d(?:_?\d)*)?|\.\d(?:_?\d)*)(?:[eE][+-]?\d(?:_?\d)*)?[jJ]?)|([\p{L}_][\p{L}\p{M}\p{N}_]*)|(\*\*=|\/\/=|>>=|<<=|\.\.\.|->|:=|[-+*/%@&|^=!<>]=|<>|\*\*|\/\/|<<|>>|[\s\S])/uy;

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Tokens, with the spaces between them, that are read between two pauses. */
const TOKENS = 1500;

/** Words that can only start a statement: an open bracket ends before a line that starts with one. */
const keyword =
  /^[ \t]*(?:(?:import|from|def|class|return|while|with|try|raise|del|assert|global|pass|break|continue|except|finally|elif)\b|@\w)/;

/** A call or an assignment. Also what a bracket may hold, but hardly on a line that is indented no further than it. */
const callOrAssignment =
  /^[ \t]*[\p{L}_][\w.]*(?:\[[^\]\n]*\])?(?:\s*,\s*[\p{L}_][\w.]*)*\s*(?:[-+*/%]?=(?!=)|\.\w+\s*\(|\()/u;

/**
 * The logical lines of a text, blank ones and comments left out. A bracket that is never closed ends where a statement
 * surely starts; where in the text others are closed does not depend on it.
 */
export function logicalLines(text: string, from = 0, to = text.length): LogicalLine[] {
  return atOnce(readingLines(text, from, to));
}

/** The same with pauses. */
export function* readingLines(text: string, from = 0, to = text.length): Generator<void, LogicalLine[]> {
  const lines = yield* splitLines(text, from, to, null);
  const last = lines.at(-1);
  if (last === undefined || last.open.length === 0) return lines;
  // Only the last can have an open bracket: it swallowed the rest of the text.
  lines.pop();
  const start = last.start - last.indentation.length;
  return [...lines, ...(yield* splitLines(text, start, to, new Set(last.open.map(token => token.start))))];
}

/** @param neverClosed the offsets of brackets that nothing closes; null where these are not known */
function* splitLines(
  text: string,
  from: number,
  to: number,
  neverClosed: ReadonlySet<number> | null,
): Generator<void, LogicalLine[]> {
  const lines: LogicalLine[] = [];
  let tokens: Token[] = [];
  let brackets: Token[] = [];
  let fault: LogicalLine['fault'] = null;
  let lineStart = from;
  let offset = from;
  const finish = (end: number) => {
    const open = brackets.at(-1);
    if (fault === null && open !== undefined) fault = { kind: 'unclosed', token: open };
    const first = tokens[0];
    if (first !== undefined) {
      const indentation = text.slice(lineStart, first.start).replace(/^[\s\S]*\f/, '');
      lines.push({ start: first.start, end: tokens.at(-1)!.end, indentation, tokens, fault, open: brackets });
    }
    tokens = [];
    brackets = [];
    fault = null;
    lineStart = end;
  };
  for (let count = 1; offset < to; count++) {
    if (count % TOKENS === 0) yield;
    tokenPattern.lastIndex = offset;
    const [, space, comment, newline, string, number, name] = tokenPattern.exec(text)!;
    const start = offset;
    offset = tokenPattern.lastIndex;
    if (space !== undefined || comment !== undefined) continue;
    if (newline !== undefined) {
      const ends =
        tokens.length === 0 ||
        brackets.length === 0 ||
        (neverClosed !== null &&
          brackets.some(bracket => neverClosed.has(bracket.start)) &&
          (startsStatement(text, offset, tokens, lineStart) || endsHeader(text, offset, tokens)));
      if (ends) finish(offset);
      continue;
    }
    if (string !== undefined) {
      const end = stringEnd(text, offset, string);
      const token: Token = {
        type: 'string',
        text: string,
        source: text.slice(start, Math.abs(end)),
        start,
        end: Math.abs(end),
      };
      if (end < 0) fault ??= { kind: 'unterminated', token };
      offset = Math.abs(end);
      tokens.push(token);
      continue;
    }
    const type = name !== undefined ? 'name' : number !== undefined ? 'number' : 'operator';
    const content = text.slice(start, offset);
    const token: Token = { type, text: content, source: content, start, end: offset };
    tokens.push(token);
    if (Object.hasOwn(closing, token.text)) brackets.push(token);
    else if (type === 'operator' && /^[)\]}]$/.test(token.text)) {
      const open = brackets.pop();
      if (open === undefined || closing[open.text] !== token.text) fault ??= { kind: 'unmatched', token };
    }
  }
  finish(offset);
  return lines;
}

/** Inside of an open bracket only what is not indented further than its statement can be the next one. */
function startsStatement(text: string, offset: number, tokens: readonly Token[], lineStart: number): boolean {
  const indentation = tokens[0]!.start - lineStart;
  const spaces = /[ \t]*/y;
  spaces.lastIndex = offset;
  if (spaces.exec(text)![0].length > indentation) return false;
  const end = text.indexOf('\n', offset);
  const line = text.slice(offset, end < 0 ? text.length : Math.min(end, offset + 300));
  return (
    keyword.test(line) ||
    startsCallOrAssignment(line) ||
    (endsOperand(tokens.at(-1)!) && operandStart.test(line))
  );
}

/** A line that ends with a comma, and leaves no bracket of its own open, is rather an item of what is open. */
function startsCallOrAssignment(line: string): boolean {
  if (!callOrAssignment.test(line)) return false;
  const code = line.replace(/#.*/, '').trimEnd();
  const opened = code.match(/[([{]/g)?.length ?? 0;
  const closed = code.match(/[)\]}]/g)?.length ?? 0;
  return opened > closed || (opened === closed && !code.endsWith(','));
}

/** Nothing that a bracket holds goes on so after an operand. */
const operandStart =
  /^[ \t]*(?!(?:if|else|for|in|and|or|is|not|as|async)\b)(?![rRbBuUfF]{1,2}['"])[\p{L}_\d]/u;

function endsOperand({ type, text }: Token): boolean {
  if (type === 'name')
    return !/^(?:if|else|for|in|and|or|is|not|as|lambda|await|yield|from|async)$/.test(text);
  return type === 'number' || type === 'string' || /^[)\]}]$/.test(text);
}

const headers = /^(?:def|class|if|elif|while|for|with|async|try|except|else|finally|match|case)$/;

/** Inside of an open bracket a header ends with its colon, before lines that are indented further. */
function endsHeader(text: string, offset: number, tokens: readonly Token[]): boolean {
  if (!headers.test(tokens[0]!.text) || tokens.at(-1)!.text !== ':') return false;
  return /^[ \t]+\S/.test(text.slice(offset, offset + 200));
}

/** Where the string ends that was opened; negative where it does not end. */
function stringEnd(text: string, from: number, opening: string): number {
  const quote = opening.replace(/^[a-zA-Z]*/, '');
  for (let offset = from; offset < text.length; offset++) {
    const character = text[offset];
    if (character === '\\') offset++;
    else if (text.startsWith(quote, offset)) return offset + quote.length;
    else if (character === '\n' && quote.length === 1) return -offset;
  }
  return -text.length;
}
