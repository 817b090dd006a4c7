/** Says what CPython's parser finds wrong with a line. */

import type { SyntaxProblem } from '../../syntax.ts';
import { type Source, SyntaxFault } from '../source.ts';
import type { LogicalLine } from '../tokens.ts';
import { TokenReader } from './reader.ts';
import { readLine } from './statements.ts';

/** As many tokens are looked at; what is longer was hardly written by hand. */
const maximumTokens = 2000;

export interface Mistake {
  readonly problem: SyntaxProblem;
  /** Whether the parser looked at the end of the line before it found the mistake. */
  readonly atEnd: boolean;
  /** Where the last token begins that the parser looked at. */
  readonly reach: number;
}

/** Null where nothing is found to be wrong. */
export function mistakeIn(source: Source, line: LogicalLine): Mistake | null {
  if (line.tokens.length > maximumTokens) return null;
  // How far is looked while no mistake is named is how far CPython's parser gets.
  const plain = new TokenReader(source, line);
  plain.naming = false;
  let reader = plain;
  try {
    if (readLine(plain)) return null;
    reader = new TokenReader(source, line);
    readLine(reader);
  } catch (error) {
    if (error instanceof SyntaxFault) {
      const reach = reader.tokens[reader.furthest]!.start;
      return { problem: error.problem, atEnd: reader.sawEnd, reach };
    }
    if (error instanceof RangeError) return null;
    throw error;
  }
  const { start, end } = plain.tokens[plain.furthest]!;
  return { problem: source.problem(start, end, 'invalid syntax'), atEnd: plain.sawEnd, reach: start };
}
