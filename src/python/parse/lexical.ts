/** What CPython's tokenizer rejects in a line, in its words: brackets, strings, numbers, characters. */

import type { SyntaxProblem } from '../syntax.ts';
import type { Source } from './source.ts';
import type { LogicalLine, Token } from './tokens.ts';

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

const formatted = /^[rR]?[fF]/;

/** Whether a line has an f-string. */
export function isFormatted({ tokens }: LogicalLine): boolean {
  return tokens.some(token => token.type === 'string' && formatted.test(token.text));
}

/** Whether the tokens may cut an f-string in a field of it, which may hold its quotes since Python 3.12. */
function cutsFormatted({ tokens }: LogicalLine): boolean {
  return tokens.some(({ type, text, source }) => {
    if (type !== 'string' || !formatted.test(text)) return false;
    const fields = source.replace(/\{\{|\}\}/g, '');
    return fields.replaceAll('{', '').length !== fields.replaceAll('}', '').length;
  });
}

/** Whether a bracket or quote in these lines, which are all of a text, certainly has no partner. */
export function isCertainlyFaulty(lines: readonly LogicalLine[]): boolean {
  return lines.some(line => line.fault !== null) && !lines.some(cutsFormatted);
}

/** The first thing that is no token of Python; a bracket that is never closed is none of these. */
export function lexicalProblem(source: Source, line: LogicalLine): SyntaxProblem | null {
  for (const token of line.tokens) {
    if (token === line.fault?.token && line.fault.kind !== 'unclosed') {
      return line.fault.kind === 'unmatched' ? unmatched(source, line, token) : unterminated(source, token);
    }
    const problem =
      token.type === 'number'
        ? numberProblem(source, token)
        : token.type === 'operator'
          ? characterProblem(source, token)
          : null;
    if (problem !== null) return problem;
  }
  return null;
}

export function unclosed(source: Source, token: Token): SyntaxProblem {
  return source.problem(token.start, token.end, "'{0}' was never closed", [token.text]);
}

function unmatched(source: Source, line: LogicalLine, token: Token): SyntaxProblem {
  const open = openBefore(line.tokens, token);
  if (open === null) return source.problem(token.start, token.end, "unmatched '{0}'", [token.text]);
  const message = "closing parenthesis '{0}' does not match opening parenthesis '{1}'";
  const [here, there] = [source.position(token.start).line, source.position(open.start).line];
  return here === there
    ? source.problem(token.start, token.end, message, [token.text, open.text])
    : source.problem(token.start, token.end, `${message} on line {2}`, [
        token.text,
        open.text,
        String(there),
      ]);
}

function openBefore(tokens: readonly Token[], end: Token): Token | null {
  const open: Token[] = [];
  for (const token of tokens) {
    if (token === end) break;
    if (token.type !== 'operator') continue;
    if (Object.hasOwn(closing, token.text)) open.push(token);
    else if (/^[)\]}]$/.test(token.text)) open.pop();
  }
  return open.at(-1) ?? null;
}

function unterminated(source: Source, token: Token): SyntaxProblem {
  const triple = token.text.endsWith('"""') || token.text.endsWith("'''");
  const name = `unterminated ${triple ? 'triple-quoted string' : 'string'} literal`;
  // A line break at the end of the text begins no further line.
  const end = source.text[token.end - 1] === '\n' ? token.end - 1 : token.end;
  const last = String(source.position(end).line);
  return source.problem(token.start, token.end, `${name} (detected at line {0})`, [last]);
}

/** Words that may follow a number without a space. */
const afterNumber = /^(?:and|else|for|if|in|is|or|not)\b/;

function numberProblem(source: Source, token: Token): SyntaxProblem | null {
  const rest = source.text.slice(token.end, token.end + 8);
  const after = rest.charAt(0);
  if (!/[\w\u0080-\uffff]/.test(after) || afterNumber.test(rest)) return null;
  const base = /^0([xXoObB])/.exec(token.text + after)?.[1]?.toLowerCase() ?? '';
  // `0x` without digits is the number 0 and a name.
  const bare = base !== '' && token.text === '0';
  const names: Readonly<Record<string, string>> = { x: 'hexadecimal', o: 'octal', b: 'binary' };
  const kind = names[base] ?? (/[jJ]$/.test(token.text) ? 'imaginary' : 'decimal');
  const digit = bare ? rest.charAt(1) : after;
  if (kind === 'octal' || kind === 'binary') {
    const at = token.end + (bare ? 1 : 0);
    if (/\d/.test(digit))
      return source.problem(at, at + 1, `invalid digit '{0}' in ${kind} literal`, [digit]);
  }
  const end = token.end + (bare || after === '_' ? 1 : 0);
  const exponent = !bare && kind === 'decimal' && /^[eE][+-]?$/.test(rest.replace(/\d.*/, ''));
  const start = exponent ? token.end - 1 : end - 1;
  return source.problem(start, end, `invalid ${kind} literal`);
}

/** A character that belongs to no token of Python. */
function characterProblem(source: Source, token: Token): SyntaxProblem | null {
  if (token.text === '\\') {
    return source.problem(token.end, token.end, 'unexpected character after line continuation character');
  }
  if (!/^(?:[^\x20-\x7e]|[$?!`]$)/.test(token.text)) return null;
  const code = token.text.codePointAt(0)!;
  if (code < 128) return source.problem(token.start, token.end, 'invalid syntax');
  const hexadecimal = code.toString(16).toUpperCase().padStart(4, '0');
  return source.problem(token.start, token.end, "invalid character '{0}' (U+{1})", [token.text, hexadecimal]);
}
