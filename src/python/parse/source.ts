/** The text being parsed, with what turns its offsets into positions and what has been found wrong with it. */

import type { Position, Span, SyntaxProblem } from '../syntax.ts';
import type { Stand } from './quarantine.ts';
import { type LogicalLine, logicalLines } from './tokens.ts';

/** Thrown while a statement is converted; caught where statements are, which makes it an `Invalid` one. */
export class SyntaxFault extends Error {
  readonly problem: SyntaxProblem;
  constructor(problem: SyntaxProblem) {
    super(problem.template);
    this.problem = problem;
  }
}

const lineBreak = /\r\n|\r|\n/g;

function lineStartsOf(text: string): number[] {
  const starts = [0];
  lineBreak.lastIndex = 0;
  while (lineBreak.exec(text) !== null) starts.push(lineBreak.lastIndex);
  return starts;
}

export class Source {
  readonly text: string;
  /** What makes statements unreadable. */
  readonly problems: SyntaxProblem[] = [];
  /** What is wrong with statements that can be read. */
  readonly remarks: SyntaxProblem[] = [];
  /** How many expressions the conversion is inside of. */
  depth = 0;
  /** How many blocks the conversion is inside of. */
  indentation = 0;
  /** Whether tree-sitter's tree has errors even so: then its nodes may lack what the grammar promises. */
  faulty = false;
  /** Whether a statement was seen that does not start where the others of its block do. */
  misaligned = false;
  /** Whether tree-sitter took lines for one statement that are not. */
  misread = false;
  /** What stands for unreadable lines, by offset. */
  stands: ReadonlyMap<number, Stand> = new Map();
  private logical: readonly LogicalLine[] | null = null;
  private readonly lineStarts: readonly number[];
  private lastLine = 0;

  /** @param other a source of a text with the same line breaks, if there is one */
  constructor(text: string, other: Source | null = null) {
    this.text = text;
    this.lineStarts = other?.lineStarts ?? lineStartsOf(text);
  }

  position(offset: number): Position {
    const starts = this.lineStarts;
    let line = this.lastLine;
    if (offset < starts[line]! || offset >= (starts[line + 1] ?? Infinity)) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (starts[middle]! <= offset) low = middle;
        else high = middle - 1;
      }
      line = this.lastLine = low;
    }
    return { line: line + 1, column: offset - starts[line]!, offset };
  }

  span(start: number, end: number): Span {
    return { start: this.position(start), end: this.position(end) };
  }

  /** The logical line that this offset is in; null between lines. */
  logicalLine(offset: number): LogicalLine | null {
    this.logical ??= logicalLines(this.text);
    return this.logical.find(line => line.start <= offset && offset <= line.end) ?? null;
  }

  /** The number of lines; a text that ends with a line break has an empty last one. */
  get lineCount(): number {
    return this.lineStarts.length;
  }

  problem(
    start: number,
    end: number,
    template: string,
    args: readonly string[] = [],
    type: SyntaxProblem['type'] = 'SyntaxError',
  ): SyntaxProblem {
    return { type, template, args, span: this.span(start, Math.max(end, start)) };
  }

  report(start: number, end: number, template: string, ...args: string[]): void {
    this.remarks.push(this.problem(start, end, template, args));
  }

  /** Gives the present statement up. */
  fail(start: number, end: number, template: string, ...args: string[]): never {
    throw new SyntaxFault(this.problem(start, end, template, args));
  }
}
