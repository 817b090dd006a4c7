/** The states of one text that is edited: each costs little more than what the edit changed. */

import { atOnce, stretches } from '../pauses.ts';
import type { Comment, Statement, SyntaxProblem } from '../syntax.ts';
import { accommodate, accommodating, type Rewrite } from './accommodate.ts';
import type { ConcreteTree } from './concrete.ts';
import { lineProblems } from './diagnose.ts';
import { indentationProblems } from './indentation.ts';
import { beginsLine, difference, type Kept, keptOf, nothingKept, type ReadText } from './kept.ts';
import { isCertainlyFaulty } from './lexical.ts';
import { normalise } from './normalise.ts';
import { type Found, type ParseResult, parseResult } from './parseResult.ts';
import type { Parser } from './parser.ts';
import { quarantine, type Readable, withoutWrongLines } from './quarantine.ts';
import { Source } from './source.ts';
import { statements } from './statements.ts';
import { breaksOff, type LogicalLine, readingLines } from './tokens.ts';
import type { Point, Tree } from './treeSitter.ts';
import { checkingProgram } from './validate.ts';

type Tried =
  | { readonly result: ParseResult }
  | { readonly result: null; readonly first: ConcreteTree | null };

/** Blanks at the end of a text that are not worth leaving out. */
const MOST_BLANKS = 1000;
/** Statements that are read between two pauses. */
const STATEMENTS = 50;

/**
 * The states of one text. Those that differ little from the one before cost less: the difference is found, and only
 * the statements around it are read. Statements behind an edit are the same nodes as before, moved: what was parsed
 * earlier shows them at their new places.
 */
export class ChangingText {
  private readonly parser: Parser;
  /** The last text that was parsed, and its tree: what the next parse reuses. */
  private last: { source: Source; tree: Tree } | null = null;
  /** The tree that is being replaced. */
  private old: Tree | null = null;
  /** Whether tree-sitter may pause: not where the text is wanted at once. */
  private pauses = true;
  /** The last text of which is known where all that is wrong with it stands. */
  private read: ReadText | null = null;

  constructor(parser: Parser) {
    this.parser = parser;
  }

  /** Never throws, and always gives a tree. */
  parse(text: string): ParseResult {
    // What tree-sitter makes of a faulty text may depend on where it pauses, and so on how busy the machine is.
    this.pauses = false;
    try {
      return atOnce(this.parsing(text));
    } finally {
      this.pauses = true;
    }
  }

  /** The same with pauses. It may be dropped in any of them, and is when another text is parsed in one. */
  *parsing(text: string): Generator<void, ParseResult> {
    const plain = normalise(text);
    const original = new Source(plain);
    yield;
    const read = yield* this.tried(plain, original);
    return read.result ?? (yield* this.mended(plain, original, read.first?.comments ?? null));
  }

  /** The same for a text that is wanted only where nothing is wrong with it: null where something is. */
  *parsingSound(text: string): Generator<void, ParseResult | null> {
    const plain = normalise(text);
    const original = new Source(plain);
    yield;
    const { result } = yield* this.tried(plain, original);
    return result?.errors.length === 0 ? result : null;
  }

  /**
   * What comes of a text that can be read, or whose faults are lines that are wrong by themselves; else no result, and
   * what tree-sitter made of it where it was asked.
   */
  private *tried(plain: string, original: Source): Generator<void, Tried> {
    const amended = yield* this.amending(plain, original);
    if (amended !== null) return { result: amended };
    yield;
    // tree-sitter would look long for a way out of the fault, for nothing: an endless string it reads without a pause.
    const lines = yield* readingLines(plain);
    if (isCertainlyFaulty(lines)) return { result: null, first: null };
    const tree = yield* this.growing(plain, original);
    const before = tree.rootNode.hasError ? null : this.read;
    const kept = before === null ? nothingKept : keptOf(before, plain, original.lineCount);
    let first = yield* this.parser.reader.reading(tree, original, kept.headEnd, kept.tailStart);
    if (first.faults.length === 0) {
      const result = yield* this.sounding(plain, original, first, kept);
      if (result !== null) return { result };
      first = yield* this.parser.reader.reading(tree, original);
    }
    return { result: null, first };
  }

  /** `comments` are those of the text as it is; null where nobody has read it. */
  private *mended(plain: string, original: Source, comments: Comment[] | null): Generator<void, ParseResult> {
    const readable = yield* this.readable(new Source(plain, original), comments !== null);
    const source = new Source(readable.text, original);
    source.stands = readable.stands;
    source.faulty = readable.concrete.faults.length > 0;
    source.problems.push(...readable.problems);
    yield;
    const body = yield* converting(source, readable.concrete);
    yield;
    const misplaced = yield* misplacedLines(source);
    const rejected = yield* checkingProgram(body);
    yield;
    const found = { misplaced, lines: [], rejected };
    const parsed = parseResult(source, body, comments ?? readable.concrete.comments, found);
    this.remember(plain, source, parsed);
    return parsed;
  }

  /** What can be read of a text that tree-sitter does not understand. */
  private *readable(source: Source, isTried: boolean): Generator<void, Readable> {
    const lines = yield* readingLines(source.text);
    yield;
    const rewrites = yield* accommodating(source.text, lines);
    yield;
    return yield* quarantine(source, lines, !isTried, {
      text: changed => this.readingChanged(changed, rewrites, source),
      line: line => atOnce(this.readingLine(line)),
    });
  }

  private *readingChanged(
    changed: string,
    rewrites: readonly Rewrite[],
    source: Source,
  ): Generator<void, ConcreteTree> {
    // Of a string without an end, which was taken out, only blanks are left: tree-sitter reads them without a pause.
    const used = changed.trimEnd().length;
    const text = changed.length - used > MOST_BLANKS ? `${changed.slice(0, used)}\n` : changed;
    const accommodated = accommodate(text, rewrites);
    yield;
    return yield* this.reading(accommodated, new Source(text, source));
  }

  /** In passing: what is remembered of the whole text stays. */
  private *readingLine(line: string): Generator<void, ConcreteTree> {
    const rewrites = yield* accommodating(line, yield* readingLines(line));
    const tree = this.parser.grow(accommodate(line, rewrites), null);
    try {
      return yield* this.parser.reader.reading(tree, new Source(line));
    } finally {
      tree.delete();
    }
  }

  /** Frees what is held outside of JavaScript's heap. */
  dispose(): void {
    this.last?.tree.delete();
    this.last = null;
    this.old?.delete();
    this.old = null;
  }

  /**
   * Reads only what lies between the statements that an edit leaves alone: they are whole, and so is the text when
   * what lies between is. Null where that cannot be said, or where it is most of the text.
   */
  private *amending(text: string, original: Source): Generator<void, ParseResult | null> {
    if (this.read === null) return null;
    const source = new Source(text, original);
    const kept = keptOf(this.read, text, source.lineCount);
    const end = endOf(kept, text);
    if (end - kept.headEnd > text.length / 2 || continuesBeyond(text, end)) return null;
    yield;
    const lines = yield* readingLines(text, kept.headEnd, kept.firstEnd);
    // A bracket or quote may reach into the tail.
    if (kept.tailStart >= 0 && !lines.some(line => line.start === kept.tailStart)) return null;
    let first: ConcreteTree | null = null;
    if (!isCertainlyFaulty(lines)) {
      first = yield* this.readingBetween(text, source, kept);
      if (first.faults.length === 0) {
        const parsed = yield* this.sounding(text, source, first, kept);
        if (parsed !== null) return parsed;
      }
    }
    yield;
    return yield* this.mendingBetween(text, original, lines, kept, first?.comments ?? null);
  }

  /**
   * The same for lines that are wrong by themselves: what of the rest tree-sitter would make with them depends on
   * nothing else. Null where more is wrong.
   */
  private *mendingBetween(
    text: string,
    original: Source,
    lines: readonly LogicalLine[],
    kept: Kept,
    comments: readonly Comment[] | null,
  ): Generator<void, ParseResult | null> {
    const readable = yield* withoutWrongLines(new Source(text, original), lines);
    const end = endOf(kept, text);
    const isBetween = (offset: number) => kept.tailStart < 0 || offset < end;
    if (readable.stands.size === 0 || ![...readable.stands.keys()].every(isBetween)) return null;
    if (!readable.problems.every(({ span }) => isBetween(span.start.offset))) return null;
    const rewrites = yield* accommodating(text, lines);
    const source = new Source(readable.text, original);
    const concrete = yield* this.readingBetween(accommodate(readable.text, rewrites), source, kept);
    if (concrete.faults.length > 0) return null;
    source.stands = readable.stands;
    source.problems.push(...readable.problems);
    const read = yield* converting(source, concrete);
    const rejected = yield* checkingProgram(read);
    yield;
    const between = { ...concrete, comments: [...(comments ?? concrete.comments)] };
    return yield* this.joining(text, source, read, between, kept, { misplaced: [], lines: [], rejected });
  }

  /** What tree-sitter makes of what stands between the kept statements, alone. */
  private *readingBetween(text: string, source: Source, kept: Kept): Generator<void, ConcreteTree> {
    const end = endOf(kept, text);
    const range = {
      startIndex: kept.headEnd,
      endIndex: end,
      startPosition: pointAt(source, kept.headEnd),
      endPosition: pointAt(source, end),
    };
    const tree = this.parser.grow(text, null, { includedRanges: [range] });
    try {
      yield;
      const concrete = yield* this.parser.reader.reading(tree, source, kept.headEnd);
      return { ...concrete, stopped: kept.tailStart >= 0 };
    } finally {
      tree.delete();
    }
  }

  /** A text that tree-sitter takes without faults; null when it turns out to be misread. */
  private *sounding(
    text: string,
    source: Source,
    concrete: ConcreteTree,
    kept: Kept,
  ): Generator<void, ParseResult | null> {
    const read = yield* converting(source, concrete);
    if (source.misread) return null;
    const lines = yield* linesOf(source, read);
    if (lines.some(({ span }) => isJoined(source, span.start.offset))) return null;
    const misplaced = yield* misplacedLines(source);
    const rejected = yield* checkingProgram(read);
    yield;
    return yield* this.joining(text, source, read, concrete, kept, { misplaced, lines, rejected });
  }

  /** What was read together with what is kept. */
  private *joining(
    text: string,
    source: Source,
    read: readonly Statement[],
    { comments, stopped }: ConcreteTree,
    kept: Kept,
    found: Found,
  ): Generator<void, ParseResult> {
    // Once the tail has begun to move, the text before is of no use.
    if (stopped) this.read = null;
    const tail = stopped ? yield* kept.takingTail() : { statements: [], comments: [] };
    const body = [...kept.head, ...read, ...tail.statements];
    const parsed = parseResult(source, body, [...kept.headComments, ...comments, ...tail.comments], found);
    this.remember(text, source, parsed);
    return parsed;
  }

  /** The text before stays where it serves the next one better: most of this one is broken, or nobody knows how much. */
  private remember(text: string, source: Source, result: ParseResult): void {
    if (source.misaligned || source.faulty) return;
    const broken = brokenPart(source, result);
    const size = broken === null ? 0 : broken.end - broken.start;
    if (this.read === null || size < text.length / 4) this.read = { text, result, broken };
  }

  private *reading(text: string, source: Source): Generator<void, ConcreteTree> {
    return yield* this.parser.reader.reading(yield* this.growing(text, source), source);
  }

  private *growing(text: string, source: Source): Generator<void, Tree> {
    const previous = this.last;
    this.last = null;
    // Left over where this was dropped in a pause: it has been edited, and serves nobody.
    this.old?.delete();
    this.old = previous?.tree ?? null;
    if (previous !== null) {
      previous.tree.edit(treeEdit(previous.source, new Source(text, source)));
      yield;
    }
    const tree = this.pauses ? yield* this.parser.growing(text, this.old) : this.parser.grow(text, this.old);
    this.last = { source: new Source(text, source), tree };
    yield;
    this.old?.delete();
    this.old = null;
    return tree;
  }
}

/** Where what is read between the kept statements ends. */
function endOf({ tailStart }: Kept, text: string): number {
  return tailStart < 0 ? text.length : tailStart;
}

/** From the first thing that is wrong with a text to the last. */
function brokenPart({ stands }: Source, { errors }: ParseResult): ReadText['broken'] {
  const wrong = [
    ...errors.map(({ span }) => [span.start.offset, span.end.offset] as const),
    ...[...stands].map(([start, { end }]) => [start, end] as const),
  ];
  if (wrong.length === 0) return null;
  return { start: Math.min(...wrong.map(([start]) => start)), end: Math.max(...wrong.map(([, end]) => end)) };
}

/** Whether tree-sitter took the line at the offset and the next one for a single statement. */
function isJoined(source: Source, offset: number): boolean {
  const line = source.logicalLine(offset);
  return line !== null && breaksOff(line);
}

function converting(source: Source, { root }: ConcreteTree): Generator<void, Statement[]> {
  return stretches(root.children, STATEMENTS, nodes => statements(source, nodes));
}

/** What is wrong with the lines of these statements, from one that begins a line to the next. */
function* linesOf(source: Source, read: readonly Statement[]): Generator<void, SyntaxProblem[]> {
  const problems: SyntaxProblem[] = [];
  let from = 0;
  while (from < read.length) {
    let to = Math.min(from + STATEMENTS, read.length);
    while (to < read.length && !beginsLine(read[to]!)) to++;
    if (from > 0) yield;
    problems.push(...lineProblems(source, read[from]!.span.start.offset, read[to - 1]!.span.end.offset));
    from = to;
  }
  return problems;
}

/** Lines of a text that tree-sitter read although they do not stand where CPython wants them. */
function* misplacedLines(source: Source): Generator<void, SyntaxProblem[]> {
  if (!source.misaligned || source.stands.size > 0) return [];
  return [...indentationProblems(source, yield* readingLines(source.text)).values()];
}

function treeEdit(old: Source, source: Source) {
  const edit = difference(old.text, source.text);
  return {
    startIndex: edit.start,
    oldEndIndex: edit.oldEnd,
    newEndIndex: edit.newEnd,
    startPosition: pointAt(source, edit.start),
    oldEndPosition: pointAt(old, edit.oldEnd),
    newEndPosition: pointAt(source, edit.newEnd),
  };
}

function pointAt(source: Source, offset: number): Point {
  const { line, column } = source.position(offset);
  return { row: line - 1, column };
}

/** Whether a line before that offset goes on behind it. */
function continuesBeyond(text: string, end: number): boolean {
  return end < text.length && text.slice(0, end).trimEnd().endsWith('\\');
}
