/** What parsing a text gives: its tree, its comments, and what is wrong with it. */

import type { Comment, Module, Statement, SyntaxProblem } from '../syntax.ts';
import type { Source } from './source.ts';
import { lateFutureImports } from './validate.ts';

export interface ParseResult {
  readonly module: Module;
  /** In the order of the text. */
  readonly errors: SyntaxProblem[];
  /** In the order of the text. */
  readonly comments: Comment[];
}

/** What was found in a text, the most telling first. */
export interface Found {
  readonly misplaced: readonly SyntaxProblem[];
  readonly lines: readonly SyntaxProblem[];
  readonly rejected: readonly SyntaxProblem[];
}

/** Of several problems of a line only the most telling are given. */
export function parseResult(
  source: Source,
  body: readonly Statement[],
  comments: Comment[],
  { misplaced, lines, rejected }: Found,
): ParseResult {
  const module: Module = { kind: 'Module', body, span: source.span(0, source.text.length) };
  const errors: SyntaxProblem[] = [];
  /** What is found later is said only of lines of which nothing was said before. */
  const add = (problems: Iterable<SyntaxProblem>) => {
    const known = new Set(errors.map(error => error.span.start.line));
    for (const problem of problems) if (!known.has(problem.span.start.line)) errors.push(problem);
  };
  // How a line is indented comes before what is in it.
  add(misplaced);
  if (errors.length > 0) add(source.problems);
  else errors.push(...source.problems);
  add(lines);
  add([...source.remarks, ...rejected, ...lateFutureImports(body)]);
  errors.sort((a, b) => a.span.start.offset - b.span.start.offset);
  return { module, errors, comments };
}
