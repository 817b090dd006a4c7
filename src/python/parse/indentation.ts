/** Finds lines that are indented in a way that CPython rejects. */

import type { SyntaxProblem } from '../syntax.ts';
import type { Source } from './source.ts';
import type { LogicalLine, Token } from './tokens.ts';

/** The problems by the offset of the line that each is reported on; below broken lines anything goes. */
export function indentationProblems(
  source: Source,
  lines: readonly LogicalLine[],
  broken: ReadonlyMap<number, unknown> = new Map(),
): Map<number, SyntaxProblem> {
  const found = new Map<number, SyntaxProblem>();
  const levels = [{ width: 0, narrow: 0 }];
  let previous: LogicalLine | null = null;
  const report = (line: LogicalLine, type: SyntaxProblem['type'], template: string, ...args: string[]) => {
    found.set(line.start, source.problem(line.start, line.end, template, args, type));
  };
  const missingBlock = (header: LogicalLine, start: number, end = start) => {
    const [first, second] = header.tokens;
    const args = [headerName(first!, second!), String(source.position(first!.start).line)];
    const template = 'expected an indented block after {0} on line {1}';
    found.set(start, source.problem(start, end, template, args, 'IndentationError'));
  };
  for (const line of lines) {
    const width = columns(line.indentation, 8);
    const narrow = columns(line.indentation, 1);
    const level = levels.at(-1)!;
    const opens: boolean = previous?.tokens.at(-1)?.text === ':';
    const decorates: boolean = previous?.tokens[0]?.text === '@';
    const afterBroken = previous !== null && broken.has(previous.start);
    if (width === level.width ? narrow !== level.narrow : width > level.width && narrow <= level.narrow) {
      report(line, 'TabError', 'inconsistent use of tabs and spaces in indentation');
    } else if (decorates && width < level.width && !afterBroken) {
      report(line, 'IndentationError', 'unexpected unindent');
    } else if (opens && width <= level.width && levels.some(each => each.width === width) && !afterBroken) {
      missingBlock(previous!, line.start, line.end);
    } else if (width > level.width && !opens && !afterBroken)
      report(line, 'IndentationError', 'unexpected indent');
    if (width > level.width) levels.push({ width, narrow });
    else {
      while (levels.at(-1)!.width > width) levels.pop();
      if (levels.at(-1)!.width !== width && !found.has(line.start)) {
        report(line, 'IndentationError', 'unindent does not match any outer indentation level');
        levels.push({ width, narrow });
      }
    }
    previous = line;
  }
  if (previous?.tokens.at(-1)?.text === ':' && !broken.has(previous.start))
    missingBlock(previous, previous.end);
  return found;
}

/** CPython's words for what a block is missing below. */
function headerName(first: Token, second: Token): string {
  const word = first.text === 'async' ? second.text : first.text;
  if (word === 'def') return 'function definition';
  if (word === 'class') return 'class definition';
  return `'${word}${word === 'except' && second.text === '*' ? '*' : ''}' statement`;
}

function columns(indentation: string, tabSize: number): number {
  let width = 0;
  for (const character of indentation) {
    width = character === '\t' ? (Math.floor(width / tabSize) + 1) * tabSize : width + 1;
  }
  return width;
}
