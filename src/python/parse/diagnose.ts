/** Says in CPython's words what is wrong with a line that the grammar does not accept. */

import type { SyntaxProblem } from '../syntax.ts';
import type { Fault } from './concrete.ts';
import { isFormatted, lexicalProblem, unclosed } from './lexical.ts';
import { formattedStringProblem } from './mistakes/formattedStrings.ts';
import { mistakeIn } from './mistakes/index.ts';
import type { Source } from './source.ts';
import { type LogicalLine, logicalLines } from './tokens.ts';

/** What is wrong with a line by itself; null where nothing is. */
export function lineProblem(source: Source, line: LogicalLine): SyntaxProblem | null {
  const lexical = lexicalProblem(source, line);
  if (lexical !== null) return lexical;
  const mistake = mistakeIn(source, line);
  if (line.fault === null) return mistake?.problem ?? null;
  // An open bracket is what CPython complains of, unless it gives up on the bracket's own line.
  const { token } = line.fault;
  if (mistake === null || mistake.atEnd) return unclosed(source, token);
  const within = source.position(mistake.reach).line === source.position(token.start).line;
  return within ? mistake.problem : unclosed(source, token);
}

/**
 * What is wrong with lines that tree-sitter reads although CPython does not: its grammar takes `a not b`, say, for an
 * expression. f-strings may be of Python 3.12, whose tokens are others.
 */
export function lineProblems(source: Source, from: number, to: number): SyntaxProblem[] {
  return logicalLines(source.text, from, to).flatMap(line => {
    const problem = isFormatted(line) ? null : lineProblem(source, line);
    return problem === null ? [] : [problem];
  });
}

/** What is wrong with a line that tree-sitter does not read. */
export function diagnoseLine(source: Source, line: LogicalLine, fault: Fault | null = null): SyntaxProblem {
  return (
    lineProblem(source, line) ??
    formattedStringProblem(source, line) ??
    source.problem(...faultSpan(line, fault), 'invalid syntax')
  );
}

/** Where the parser stopped, if that is on the line, else the line. A `case` without a `match` is a name. */
function faultSpan(line: LogicalLine, fault: Fault | null): [number, number] {
  const [first, second] = line.tokens;
  if (first!.text === 'case' && second !== undefined) return [second.start, second.end];
  if (fault === null || fault.start < line.start || fault.end > line.end) return [line.start, line.end];
  return [fault.start, Math.max(fault.end, Math.min(fault.start + 1, line.end))];
}
