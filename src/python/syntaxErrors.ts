/** Syntax errors as Python raises and prints them: the line, and below it what CPython marks of it. */
import { IndentationError, makeException, PythonError, SyntaxError, TabError } from './errors.ts';
import { logicalLines } from './parse/tokens.ts';
import { problemMessage, type SyntaxProblem } from './syntax.ts';
import { type PyInstance, PyTuple, type Value } from './values.ts';

/** A part of a line, in columns from 0; `end` is exclusive. */
interface Marked {
  readonly line: string;
  readonly start: number;
  readonly end: number;
}

const characters = (text: string): number => [...text].length;

/** A syntax error as Python prints it. */
export function syntaxErrorText(problem: SyntaxProblem, path: string, text: string): string {
  const shown = shownLines(markedBy(problem, text));
  const { line } = problem.span.start;
  return `  File "${path}", line ${line}\n${shown}${problem.type}: ${problemMessage(problem)}\n`;
}

/** The lines between the place and the message of a SyntaxError. */
function shownLines({ line, start, end }: Marked): string {
  const shown = line.replace(/^[ \t\f]+/, '');
  const indent = line.length - shown.length;
  if (start < 0) return `    ${shown}\n`;
  const before = ' '.repeat(characters(line.slice(indent, Math.max(indent, start))));
  const width = Math.max(1, start >= line.length ? end - start : characters(line.slice(start, end)));
  return `    ${shown}\n    ${before}${'^'.repeat(width)}\n`;
}

/** Which part CPython marks; the problem's own span is what helps most in an editor. `start` -1: it marks nothing. */
function markedBy(problem: SyntaxProblem, text: string): Marked {
  if (problem.shown !== undefined) return problem.shown;
  const { template, span } = problem;
  const { start } = span;
  const line = text.split(/\r\n|\r|\n/)[start.line - 1] ?? '';
  const at = (column: number, width = 1): Marked => ({ line, start: column, end: column + width });
  if (/^unexpected indent|^inconsistent use of tabs/.test(template)) return at(-1);
  if (template.startsWith('unindent does not match')) return at(line.length);
  if (/^f-string: |^\((?:unicode|value) error\)|^bytes can only|^cannot mix bytes/.test(template))
    return at(behindString(problem, text, line));
  if (ONE_CHARACTER.test(template)) return at(start.column);
  if (template.startsWith('cannot have both')) return at(start.column, 'except*'.length);
  if (template === 'invalid syntax') return at(start.column, tokenWidth(problem, text));
  return at(start.column, (span.end.line === start.line ? span.end.column : line.length) - start.column);
}

const ONE_CHARACTER =
  /^expected an indented block|^unterminated|^leading zeros|^future feature|^assignment expression (?:cannot rebind|within)/;

/** What is wrong inside of a string CPython marks at the token behind it. */
function behindString({ span }: SyntaxProblem, text: string, line: string): number {
  const { offset, column } = span.start;
  const tokens = logicalLines(text).flatMap(each => each.tokens);
  const string = tokens.findIndex(
    token => token.type === 'string' && token.start <= offset && offset < token.end,
  );
  const next = tokens.findIndex((token, index) => index > string && token.type !== 'string');
  const from = offset - column;
  const place = next < 0 ? line.length : tokens[next].start - from;
  return string < 0 || place > line.length ? line.length : place;
}

function tokenWidth({ span }: SyntaxProblem, text: string): number {
  const { offset } = span.start;
  for (const line of logicalLines(text)) {
    const token = line.tokens.find(each => each.start === offset);
    if (token !== undefined) return token.end - token.start;
  }
  return 1;
}

const CLASSES = { SyntaxError, IndentationError, TabError };

/** The exception for code that is no Python, with what Python tells of its place. */
export function syntaxError(problem: SyntaxProblem, path: string, text: string): PythonError {
  const marked = markedBy(problem, text);
  const offset = characters(marked.line.slice(0, Math.max(0, marked.start))) + 1;
  const end = offset + characters(marked.line.slice(Math.max(0, marked.start), marked.end));
  const message = problemMessage(problem);
  const { line } = problem.span.start;
  const place = new PyTuple([path, line, offset, `${marked.line}\n`, line, marked.start < 0 ? -1 : end]);
  const exception = makeException(CLASSES[problem.type], message, place);
  fillSyntaxError(exception, [message, place]);
  return new PythonError(exception, { code: 'raised' });
}

const PLACE_NAMES = ['filename', 'lineno', 'offset', 'text', 'end_lineno', 'end_offset'];

/** The attributes that a SyntaxError takes from its arguments: the message, and a tuple that tells the place. */
export function fillSyntaxError(exception: PyInstance, args: readonly Value[]): void {
  const { map } = exception.attributes!;
  map.set('args', new PyTuple([...args]));
  map.set('msg', args[0] ?? null);
  const place = args[1] instanceof PyTuple ? args[1].items : [];
  PLACE_NAMES.forEach((name, index) => {
    map.set(name, place[index] ?? null);
  });
}

/** What a traceback shows of a SyntaxError's own place; '' where it has none. */
export function syntaxErrorPlace(exception: PyInstance): string {
  if (!exception.cls.isSubclassOf(SyntaxError)) return '';
  const { map } = exception.attributes!;
  const [path, line, offset, text, , end] = PLACE_NAMES.map(name => map.get(name) ?? null);
  if (typeof line !== 'number') return '';
  const title = `  File "${typeof path === 'string' ? path : '<string>'}", line ${line}\n`;
  if (typeof text !== 'string') return title;
  const shown = text.replace(/\n+$/, '');
  const start = typeof offset === 'number' && end !== -1 ? offset - 1 : -1;
  const last = typeof end === 'number' && end > 0 ? end - 1 : start + 1;
  const columns = [...shown];
  const units = (column: number) =>
    column > columns.length
      ? shown.length + column - columns.length
      : columns.slice(0, column).join('').length;
  return title + shownLines({ line: shown, start: start < 0 ? -1 : units(start), end: units(last) });
}
