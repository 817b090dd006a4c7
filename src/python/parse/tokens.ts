/** Splits source text into tokens and logical lines: what error messages are told from where the grammar gives up. */

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
}

const tokenPattern =
  /(?<space>[ \t\f]+|\\\r?\n)|(?<comment>#[^\r\n]*)|(?<newline>\r?\n)|(?<string>[rRbBuUfF]{0,2}(?:"""|'''|"|'))|(?<number>(?:\d|\.\d)(?:[eE][+-]|[\w.])*)|(?<name>[\p{L}_][\p{L}\p{M}\p{N}_]*)|(?<operator>\*\*=|\/\/=|>>=|<<=|\.\.\.|->|:=|[-+*/%@&|^=!<>]=|<>|\*\*|\/\/|<<|>>|[\s\S])/uy;

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Words that can only start a statement: an open bracket ends before a line that starts with one. */
const statementStart =
  /^[ \t]*(?:(?:import|from|def|class|return|while|with|try|raise|del|assert|global|pass|break|continue|except|finally|elif)\b|@\w|[\p{L}_][\w.]*\s*=(?!=)[^,\n]*$|[\p{L}_]\w*(?:\.\w+)+\s*\(.*\)\s*$)/u;

/** The logical lines of a text, blank ones and comments left out. An open bracket ends where a statement surely starts. */
export function logicalLines(text: string): LogicalLine[] {
  const lines: LogicalLine[] = [];
  let tokens: Token[] = [];
  let brackets: Token[] = [];
  let fault: LogicalLine['fault'] = null;
  let lineStart = 0;
  let offset = 0;
  const finish = (end: number) => {
    const open = brackets.at(-1);
    if (fault === null && open !== undefined) fault = { kind: 'unclosed', token: open };
    const first = tokens[0];
    if (first !== undefined) {
      const indentation = text.slice(lineStart, first.start).replace(/^[\s\S]*\f/, '');
      lines.push({ start: first.start, end: tokens.at(-1)!.end, indentation, tokens, fault });
    }
    tokens = [];
    brackets = [];
    fault = null;
    lineStart = end;
  };
  while (offset < text.length) {
    tokenPattern.lastIndex = offset;
    const groups = tokenPattern.exec(text)!.groups!;
    const start = offset;
    offset = tokenPattern.lastIndex;
    if (groups.space !== undefined || groups.comment !== undefined) continue;
    if (groups.newline !== undefined) {
      if (
        tokens.length === 0 ||
        brackets.length === 0 ||
        startsStatement(text, offset, tokens[0]!.start - lineStart)
      )
        finish(offset);
      continue;
    }
    if (groups.string !== undefined) {
      const end = stringEnd(text, offset, groups.string);
      const token: Token = {
        type: 'string',
        text: groups.string,
        source: text.slice(start, Math.abs(end)),
        start,
        end: Math.abs(end),
      };
      if (end < 0) fault ??= { kind: 'unterminated', token };
      offset = Math.abs(end);
      tokens.push(token);
      continue;
    }
    const type = groups.name !== undefined ? 'name' : groups.number !== undefined ? 'number' : 'operator';
    const content = text.slice(start, offset);
    const token: Token = { type, text: content, source: content, start, end: offset };
    tokens.push(token);
    if (token.text in closing) brackets.push(token);
    else if (type === 'operator' && /^[)\]}]$/.test(token.text)) {
      const open = brackets.pop();
      if (open === undefined || closing[open.text] !== token.text) fault ??= { kind: 'unmatched', token };
    }
  }
  finish(offset);
  return lines;
}

/** Inside of an open bracket only what is not indented further than its statement can be the next one. */
function startsStatement(text: string, offset: number, indentation: number): boolean {
  const spaces = /[ \t]*/y;
  spaces.lastIndex = offset;
  if (spaces.exec(text)![0].length > indentation) return false;
  const end = text.indexOf('\n', offset);
  return statementStart.test(text.slice(offset, end < 0 ? text.length : Math.min(end, offset + 300)));
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
