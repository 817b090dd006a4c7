/** Says in CPython's words what is wrong with a line that the grammar does not accept. */

import type { SyntaxProblem } from '../syntax.ts';
import type { Fault } from './concrete.ts';
import type { Source } from './source.ts';
import type { LogicalLine, Token } from './tokens.ts';

const headers = new Set([
  'if',
  'elif',
  'else',
  'for',
  'while',
  'try',
  'except',
  'finally',
  'with',
  'def',
  'class',
  'async',
  'match',
  'case',
]);
const keywords = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from ' +
    'global if import in is lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);
const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

export function diagnoseLine(source: Source, line: LogicalLine, fault: Fault | null = null): SyntaxProblem {
  return (
    lexical(source, line) ??
    pythonTwo(source, line) ??
    assignmentTarget(source, line) ??
    missingColon(source, line) ??
    formattedString(source, line, fault) ??
    unparenthesisedWalrus(source, line) ??
    source.problem(...faultSpan(line, fault), 'invalid syntax')
  );
}

/** Where the parser stopped, if that is on the line, else the line. */
function faultSpan(line: LogicalLine, fault: Fault | null): [number, number] {
  if (fault === null || fault.start < line.start || fault.end > line.end) return [line.start, line.end];
  return [fault.start, Math.max(fault.end, Math.min(fault.start + 1, line.end))];
}

function lexical(source: Source, line: LogicalLine): SyntaxProblem | null {
  if (line.fault === null) return null;
  const { kind, token } = line.fault;
  if (kind === 'unclosed')
    return source.problem(token.start, token.end, "'{0}' was never closed", [token.text]);
  if (kind === 'unmatched') {
    const open = openBefore(line.tokens, token);
    if (open === null) return source.problem(token.start, token.end, "unmatched '{0}'", [token.text]);
    const message = "closing parenthesis '{0}' does not match opening parenthesis '{1}'";
    return source.problem(token.start, token.end, message, [token.text, open.text]);
  }
  const triple = token.text.endsWith('"""') || token.text.endsWith("'''");
  const formatted = /^[a-zA-Z]*[fF]/.test(token.text);
  const name = `unterminated ${formatted ? 'f-string' : triple ? 'triple-quoted string' : 'string'} literal`;
  const last = String(source.position(token.end).line);
  return source.problem(token.start, token.end, `${name} (detected at line {0})`, [last]);
}

function openBefore(tokens: readonly Token[], end: Token): Token | null {
  const open: Token[] = [];
  for (const token of tokens) {
    if (token === end) break;
    if (token.type !== 'operator') continue;
    if (token.text in closing) open.push(token);
    else if (/^[)\]}]$/.test(token.text)) open.pop();
  }
  return open.at(-1) ?? null;
}

function pythonTwo(source: Source, line: LogicalLine): SyntaxProblem | null {
  const [first, second] = line.tokens;
  if ((first!.text === 'print' || first!.text === 'exec') && second !== undefined) {
    const begins = second.type !== 'operator' && !/^(?:in|is|and|or|not|if)$/.test(second.text);
    if (begins) {
      const message = "Missing parentheses in call to '{0}'. Did you mean {0}(...)?";
      return source.problem(line.start, line.end, message, [first!.text]);
    }
  }
  const backtick = line.tokens.find(token => token.text === '`');
  if (backtick !== undefined) {
    return source.problem(backtick.start, backtick.end, "invalid syntax: write '{0}' instead of backticks", [
      'repr(...)',
    ]);
  }
  const unequal = line.tokens.find(token => token.text === '<>');
  if (unequal !== undefined) {
    return source.problem(unequal.start, unequal.end, "invalid syntax: '{0}' is '!=' in Python 3", ['<>']);
  }
  const odd = line.tokens.find(
    token => token.type === 'operator' && /^[^\x20-\x7e]|^[$?!]$/.test(token.text),
  );
  if (odd === undefined) return null;
  const code = odd.text.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  const message =
    code.length > 2 && Number.parseInt(code, 16) > 127 ? "invalid character '{0}' (U+{1})" : 'invalid syntax';
  return source.problem(odd.start, odd.end, message, [odd.text, code]);
}

/** The tokens outside of all brackets, with their places. */
function topLevel(tokens: readonly Token[]): { token: Token; index: number }[] {
  let depth = 0;
  return tokens.flatMap((token, index) => {
    if (token.type === 'operator' && /^[)\]}]$/.test(token.text)) depth--;
    const here = depth === 0 ? [{ token, index }] : [];
    if (token.type === 'operator' && token.text in closing) depth++;
    return here;
  });
}

function assignmentTarget(source: Source, line: LogicalLine): SyntaxProblem | null {
  const top = topLevel(line.tokens);
  if (keywords.has(line.tokens[0]!.text) && !/^(?:None|True|False|not|lambda)$/.test(line.tokens[0]!.text))
    return null;
  let from = 0;
  const signs = top.filter(
    ({ token }) => token.text === '=' || (/^[^=!<>]+=$/.test(token.text) && token.text !== ':='),
  );
  for (const { token: sign, index } of signs) {
    const target = line.tokens.slice(from, index);
    const name = notAssignable(
      target,
      topLevel(target).map(each => each.token),
    );
    if (name !== null && target.length > 0) {
      const [start, end] = [target[0]!.start, target.at(-1)!.end];
      if (sign.text !== '=') {
        return source.problem(start, end, "'{0}' is an illegal expression for augmented assignment", [name]);
      }
      if (/^(?:True|False|None)$/.test(name))
        return source.problem(start, end, 'cannot assign to {0}', [name]);
      return source.problem(start, end, "cannot assign to {0} here. Maybe you meant '==' instead of '='?", [
        name,
      ]);
    }
    from = index + 1;
  }
  return null;
}

/** What CPython calls the target, where it is none. */
function notAssignable(target: readonly Token[], top: readonly Token[]): string | null {
  const [first, second] = target;
  if (first === undefined || top.some(token => token.text === ',' || token.text === ':')) return null;
  if (target.length === 1) {
    if (first.type === 'number' || first.type === 'string') return 'literal';
    return /^(?:True|False|None)$/.test(first.text) ? first.text : null;
  }
  if (top.some(token => /^(?:[=!]=|[<>]=?|in|is|not in)$/.test(token.text))) return 'comparison';
  if (first.text === 'lambda') return 'lambda';
  const operator = /^(?:[-+/%@&|^~]|\*\*?|\/\/|<<|>>|and|or|not)$/;
  if (top.some((token, index) => operator.test(token.text) && !(index === 0 && token.text === '*')))
    return 'expression';
  if (target.at(-1)!.text === ')' && (first.type === 'name' || top.length > 2) && second !== undefined) {
    return 'function call';
  }
  return null;
}

function missingColon(source: Source, line: LogicalLine): SyntaxProblem | null {
  if (!headers.has(line.tokens[0]!.text)) return null;
  const top = topLevel(line.tokens);
  if (top.some(({ token }) => token.text === ':')) return null;
  return source.problem(line.end, line.end, "expected '{0}'", [':']);
}

/** What is wrong inside of an f-string. */
function formattedString(source: Source, line: LogicalLine, fault: Fault | null): SyntaxProblem | null {
  const inside = (token: Token) => fault === null || (token.start <= fault.end && token.end >= fault.start);
  const token = line.tokens.find(
    each => each.type === 'string' && /^[rR]?[fF]/.test(each.text) && inside(each),
  );
  if (token === undefined) return null;
  const plain = token.source.replace(/\{\{|\}\}/g, '');
  const report = (message: string) => source.problem(token.start, token.end, message);
  if (/\{\s*[}!:=]/.test(plain)) return report('f-string: valid expression required');
  const open = plain.split('{').length;
  const closed = plain.split('}').length;
  if (open > closed) return report("f-string: expecting '}'");
  if (closed > open) return report("f-string: single '}' is not allowed");
  return report('f-string: invalid syntax');
}

function unparenthesisedWalrus(source: Source, line: LogicalLine): SyntaxProblem | null {
  const walrus = topLevel(line.tokens).find(({ token }) => token.text === ':=');
  if (walrus === undefined || headers.has(line.tokens[0]!.text)) return null;
  return source.problem(
    walrus.token.start,
    walrus.token.end,
    "invalid syntax: '{0}' needs parentheses here",
    [':='],
  );
}
