/**
 * Finds the lines that make a text unreadable and takes them out of it, so that the rest can be read.
 *
 * What is taken out leaves something harmless of the same length in its place, which becomes an `Invalid`
 * statement: no offset moves.
 */

import type { SyntaxProblem } from '../syntax.ts';
import type { ConcreteTree, Fault } from './concrete.ts';
import { diagnoseLine, lineProblem } from './diagnose.ts';
import { indentationProblems } from './indentation.ts';
import { isFormatted } from './lexical.ts';
import type { Source } from './source.ts';
import { afterTry, strayClauses } from './strayClauses.ts';
import { breaksOff, type LogicalLine, type Token } from './tokens.ts';

/** So many lines are taken out at most, one after the other; what is still unreadable then is dropped. */
const maximumLines = 60;
/** Lines that are looked at between two pauses. */
const LINES = 200;
/** So many lines around a fault are tried by themselves, and so many of them between two pauses. */
const maximumTried = 1000;
const TRIED = 20;

/** What stands for an unreadable line. */
export interface Stand {
  readonly problem: SyntaxProblem;
  readonly end: number;
  readonly tokens: readonly Token[];
  /** Whether the statements below a broken header can be read without it. */
  readonly keepBody: boolean;
}

export interface Readable {
  readonly concrete: ConcreteTree;
  readonly text: string;
  readonly problems: readonly SyntaxProblem[];
  /** By the offset of the statement. */
  readonly stands: ReadonlyMap<number, Stand>;
}

type Read = (text: string) => ConcreteTree;

/** Reads the text, with pauses, or one line of it by itself, as far as that can be read. */
export interface Reading {
  readonly text: (text: string) => Generator<void, ConcreteTree>;
  readonly line: Read;
}

/** Pauses now and then. A text of which it is certain that it is `unreadable` is read without its wrong lines only. */
export function* quarantine(
  source: Source,
  lines: readonly LogicalLine[],
  unreadable: boolean,
  read: Reading,
): Generator<void, Readable> {
  const broken = unreadable ? null : yield* read.text(source.text);
  if (broken?.faults.length === 0 && !lines.some(breaksOff)) {
    const problems = [...indentationProblems(source, lines).values()];
    return { concrete: broken, text: source.text, problems, stands: new Map() };
  }
  const out = new TakingOut(source, lines);
  yield;
  const misplaced = yield* out.takeOutWrong();
  const { stands, problems } = out;
  let concrete = stands.size > 0 || broken === null ? yield* read.text(out.text) : broken;
  yield;
  while (concrete.faults.length > 0 && out.isOpen) {
    const fault = innermost(concrete.faults);
    const line = yield* culprit(lines, fault, stands, read.line);
    if (line === null) break;
    const alone = readsAlone(line, read.line);
    const cause = alone ? (besideStand(lines, line, stands) ?? decorated(lines, line, misplaced)) : null;
    out.takeOut(line, cause ?? misplaced.get(line.start) ?? diagnoseLine(source, line, fault), alone);
    concrete = yield* read.text(out.text);
  }
  yield;
  out.reportIndentation();
  const [fault] = (broken ?? concrete).faults;
  if (problems.length === 0 && fault !== undefined)
    problems.push(source.problem(fault.start, fault.end, 'invalid syntax'));
  return { concrete, text: out.text, problems, stands };
}

/** A text without its lines that are wrong by themselves, before anything of it is read. */
export function* withoutWrongLines(
  source: Source,
  lines: readonly LogicalLine[],
): Generator<void, Omit<Readable, 'concrete'>> {
  const out = new TakingOut(source, lines);
  yield* out.takeOutWrong();
  out.reportIndentation();
  return out;
}

/** A text out of which lines are taken. */
class TakingOut {
  text: string;
  readonly stands = new Map<number, Stand>();
  readonly problems: SyntaxProblem[] = [];
  private readonly source: Source;
  private readonly lines: readonly LogicalLine[];

  constructor(source: Source, lines: readonly LogicalLine[]) {
    this.source = source;
    this.lines = lines;
    this.text = source.text;
  }

  /** Whether more lines may be taken out. */
  get isOpen(): boolean {
    return this.stands.size < maximumLines;
  }

  takeOut(line: LogicalLine, problem: SyntaxProblem, stray = false): void {
    const next = this.lines[this.lines.indexOf(line) + 1];
    const [replaced, keepBody] = replacement(line, next, stray);
    this.stands.set(line.start, { problem, end: line.end, tokens: line.tokens, keepBody });
    if (!this.problems.includes(problem)) this.problems.push(problem);
    const { text } = this;
    const blank = text.slice(line.start + replaced.length, line.end).replace(/[^\r\n]/g, ' ');
    this.text = text.slice(0, line.start) + replaced + blank + text.slice(line.end);
  }

  /** Takes out the lines that are wrong by themselves; gives those that are indented wrongly. */
  *takeOutWrong(): Generator<void, ReadonlyMap<number, SyntaxProblem>> {
    const { source, lines } = this;
    const stray = strayClauses(source, lines);
    yield;
    const missed = afterTry(source, lines);
    const wrong = new Map<LogicalLine, SyntaxProblem>();
    for (const [index, line] of lines.entries()) {
      if (index % LINES === LINES - 1) yield;
      if (wrong.size >= maximumLines) break;
      const problem = stray.get(line.start) ?? certainProblem(source, line);
      if (problem !== null) wrong.set(line, missed.get(line.start) ?? problem);
    }
    // CPython sees how a line is indented before it sees what is in it.
    yield;
    const wrongStarts = new Map([...wrong].map(([line, problem]) => [line.start, problem]));
    const misplaced = indentationProblems(source, lines, wrongStarts);
    for (const [line, problem] of wrong)
      this.takeOut(line, misplaced.get(line.start) ?? problem, stray.has(line.start));
    return misplaced;
  }

  /** What is wrong with how the lines are indented that are left. */
  reportIndentation(): void {
    for (const [start, problem] of indentationProblems(this.source, this.lines, this.stands)) {
      if (!this.stands.has(start)) this.problems.push(problem);
    }
  }
}

/** What is wrong with a line by itself; an f-string may be of Python 3.12, so that only tree-sitter can tell. */
function certainProblem(source: Source, line: LogicalLine): SyntaxProblem | null {
  return line.fault === null && isFormatted(line) ? null : lineProblem(source, line);
}

/** The problem of a neighbour: a line that is right by itself may be unreadable only for what was taken out there. */
function besideStand(
  lines: readonly LogicalLine[],
  line: LogicalLine,
  stands: ReadonlyMap<number, Stand>,
): SyntaxProblem | null {
  const index = lines.indexOf(line);
  for (const neighbour of [lines[index + 1], lines[index - 1]]) {
    const stand = neighbour === undefined ? undefined : stands.get(neighbour.start);
    if (stand !== undefined) return stand.problem;
  }
  return null;
}

/** A decorator is right by itself: what is wrong may be how the line below it is indented. */
function decorated(
  lines: readonly LogicalLine[],
  line: LogicalLine,
  misplaced: ReadonlyMap<number, SyntaxProblem>,
): SyntaxProblem | null {
  if (line.tokens[0]!.text !== '@') return null;
  const next = lines[lines.indexOf(line) + 1];
  return (next && misplaced.get(next.start)) ?? null;
}

/** The shortest fault is the closest to what is wrong; others may span the whole text. */
function innermost(faults: readonly Fault[]): Fault {
  return faults.reduce((best, fault) => (fault.end - fault.start < best.end - best.start ? fault : best));
}

/** The line that is wrong by itself, among those that the fault touches, or else the one where it starts. */
function* culprit(
  lines: readonly LogicalLine[],
  fault: Fault,
  stands: ReadonlyMap<number, Stand>,
  read: Read,
): Generator<void, LogicalLine | null> {
  let first = lines.findIndex(line => line.end >= fault.start);
  if (first < 0) first = lines.length - 1;
  const touched = lines
    .slice(Math.max(0, first - 1))
    .filter((line, index) => index < 2 || line.start <= fault.end)
    .filter(line => !stands.has(line.start))
    .slice(0, maximumTried);
  for (const [index, line] of touched.entries()) {
    if (!readsAlone(line, read)) return line;
    if (index % TRIED === TRIED - 1) yield;
  }
  return touched.find(line => line.end >= fault.start) ?? touched[0] ?? null;
}

const clauseHeads: Readonly<Record<string, string>> = {
  elif: 'if 1:\n pass\n',
  else: 'if 1:\n pass\n',
  except: 'try:\n pass\n',
  finally: 'try:\n pass\n',
  case: 'match 1:\n ',
};

function readsAlone(line: LogicalLine, read: Read): boolean {
  const first = line.tokens[0]!.text;
  const body = line.tokens.at(-1)!.text === ':' ? ' pass' : first === '@' ? '\nclass A: pass' : '';
  if (first === 'match' && body !== '') return read(`${textOf(line)}\n case _: pass\n`).faults.length === 0;
  return read(`${clauseHeads[first] ?? ''}${textOf(line)}${body}\n`).faults.length === 0;
}

/** The line as its tokens make it, on one line. */
function textOf(line: LogicalLine): string {
  return line.tokens.map(token => token.source).join(' ');
}

const standIns: Readonly<Record<string, string>> = {
  elif: 'elif 1:',
  else: 'else:',
  except: 'except:',
  finally: 'finally:',
  case: 'case _:',
  match: 'match 1:',
};

/**
 * Something readable of at most the same length, and whether what is indented below can stay. A stray clause,
 * an `else` without `if`, must not become one again.
 */
function replacement(line: LogicalLine, next: LogicalLine | undefined, stray: boolean): [string, boolean] {
  const length = line.end - line.start;
  const first = line.tokens[0]!.text;
  if (next !== undefined && next.indentation.length > line.indentation.length) {
    const header = (stray ? null : standIns[first]) ?? 'if 1:';
    if (header.length <= firstLineLength(line)) return [header, true];
  }
  return [length >= 4 && firstLineLength(line) >= 4 ? 'pass' : '0', false];
}

function firstLineLength(line: LogicalLine): number {
  const end = line.tokens[0]!.source.indexOf('\n');
  return end < 0 ? line.end - line.start : end;
}
