/** What is wrong with a text that is no Python. */
import type { Span } from './places.ts';

/** What CPython would raise as a `SyntaxError`, with the message as an English template. */
export interface SyntaxProblem {
  /** CPython's class: an `IndentationError` or `TabError` is a `SyntaxError` of that name. */
  readonly type: 'SyntaxError' | 'IndentationError' | 'TabError';
  /** An English sentence with `{0}`, `{1}`… for `args`: the key of its translations. */
  readonly template: string;
  readonly args: readonly string[];
  readonly span: Span;
  /** Found only when all of the text can be parsed: other problems come first, wherever they stand. */
  readonly late?: boolean;
  /** Whether a cell of a notebook may do it: IPython lets cells wait at their top level. */
  readonly inCell?: boolean;
  /** What CPython shows where that is no line of the text: an expression of an f-string, with the columns it marks. */
  readonly shown?: { readonly line: string; readonly start: number; readonly end: number };
}

/** The problem that CPython tells of; undefined where there is none. */
export function firstProblem(problems: readonly SyntaxProblem[]): SyntaxProblem | undefined {
  return problems.find(problem => problem.late !== true) ?? problems[0];
}

/** The English message of a problem. */
export function problemMessage(problem: SyntaxProblem): string {
  return problem.template.replace(/\{(\d+)\}/g, (_, index: string) => problem.args[Number(index)] ?? '');
}
