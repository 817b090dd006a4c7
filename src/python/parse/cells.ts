/** Parses a notebook's cells as one program, so that what is wrong in one of them stays there. */

import { atOnce } from '../pauses.ts';
import type { Position, Statement, SyntaxProblem } from '../syntax.ts';
import type { ChangingText } from './changingText.ts';
import type { ParseResult } from './parseResult.ts';
import type { Parser } from './parser.ts';
import { Source } from './source.ts';

/** A cell's text and where it begins in the whole. */
interface Cell {
  readonly text: string;
  readonly offset: number;
  readonly linesBefore: number;
}

/** The problems of a notebook, whose cells may wait (`await`, `async for`, `async with`) at their top level. */
export function problemsOfNotebook(problems: readonly SyntaxProblem[]): SyntaxProblem[] {
  return problems.filter(problem => problem.inCell !== true);
}

/**
 * The whole text where that can be read; else each cell by itself, as IPython does, with every place moved to where
 * the cell stands.
 * @param starts the offsets at which cells begin, the first of them 0; a line break stands before each other one.
 *   None where the text is no notebook's.
 */
export function parseCells(parser: Parser, text: string, starts: readonly number[] = []): ParseResult {
  const whole = parser.parse(text);
  return areOne(whole, starts) ? whole : atOnce(apart(parser, text, starts, new Map()));
}

/** What cells were read as, by their texts and places. */
export type ReadCells = Map<string, ParseResult>;

/**
 * The same for one of several states of a text, with pauses; it may be dropped in any of them.
 * @param cells what is kept from one state to the next, so that a broken notebook is not read anew for each letter
 */
export function* parsingCells(
  parser: Parser,
  text: string,
  starts: readonly number[] = [],
  changing: ChangingText,
  cells: ReadCells = new Map(),
): Generator<void, ParseResult> {
  if (starts.length < 2) return yield* changing.parsing(text);
  const whole = yield* changing.parsingSound(text);
  return whole !== null && areOne(whole, starts) ? whole : yield* apart(parser, text, starts, cells);
}

/** Whether a text can be taken as it is: nothing is wrong with it, and it is no notebook or its cells are apart. */
function areOne(whole: ParseResult, starts: readonly number[]): boolean {
  return starts.length < 2 || (whole.errors.length === 0 && isApart(whole.module.body, starts));
}

/** Each cell by itself. */
function* apart(
  parser: Parser,
  text: string,
  starts: readonly number[],
  cells: ReadCells,
): Generator<void, ParseResult> {
  const known = new Map(cells);
  cells.clear();
  const read: ParseResult[] = [];
  for (const cell of cellsOf(text, starts)) {
    const key = `${cell.offset} ${cell.linesBefore} ${cell.text}`;
    const result = known.get(key) ?? moved(parser.parse(cell.text), cell);
    cells.set(key, result);
    read.push(result);
    yield;
  }
  const errors = read.flatMap(result => result.errors);
  const body = read.flatMap(result => result.module.body).map(statement => withoutReturn(statement, errors));
  return {
    module: { kind: 'Module', body, span: new Source(text).span(0, text.length) },
    errors,
    comments: read.flatMap(result => result.comments),
  };
}

/** Whether no statement reaches from one cell into the next: two open strings would pair up to a closed one. */
function isApart(body: readonly Statement[], starts: readonly number[]): boolean {
  let cell = 0;
  return body.every(({ span }) => {
    while (cell + 1 < starts.length && starts[cell + 1]! <= span.start.offset) cell++;
    return cell + 1 === starts.length || span.end.offset < starts[cell + 1]!;
  });
}

function cellsOf(text: string, starts: readonly number[]): Cell[] {
  let linesBefore = 0;
  return starts.map((offset, index) => {
    const next = starts[index + 1];
    const cell = { text: text.slice(offset, next === undefined ? undefined : next - 1), offset, linesBefore };
    linesBefore += cell.text.split(/\r\n|\r|\n/).length;
    return cell;
  });
}

/** A `return` outside of any function must not end the cells behind it. */
function withoutReturn(statement: Statement, errors: readonly SyntaxProblem[]): Statement {
  if (statement.kind !== 'Return') return statement;
  const problem = errors.find(({ span }) => span.start.offset === statement.span.start.offset);
  return problem === undefined
    ? statement
    : { kind: 'Invalid', problem, touched: null, span: statement.span };
}

/** A copy of something made of plain objects, with its positions where they are in the whole. */
function moved<Tree>(tree: Tree, cell: Cell): Tree {
  if (Array.isArray(tree)) return tree.map(item => moved(item, cell)) as Tree;
  if (typeof tree !== 'object' || tree === null || ArrayBuffer.isView(tree)) return tree;
  if (isPosition(tree)) {
    const { line, column, offset } = tree;
    return { line: line + cell.linesBefore, column, offset: offset + cell.offset } as Tree;
  }
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, moved(value, cell)])) as Tree;
}

function isPosition(node: object): node is Position {
  return 'offset' in node && 'line' in node && 'column' in node;
}
