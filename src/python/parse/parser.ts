/** Parses Python source text into the syntax tree, whatever state the text is in. */

import { atOnce, stretches } from '../pauses.ts';
import type { Comment, Module, Statement, SyntaxProblem } from '../syntax.ts';
import { accommodate, accommodating, type Rewrite } from './accommodate.ts';
import { beginsLine, difference, type Kept, keptOf, nothingKept, type SoundText } from './changingText.ts';
import { ConcreteReader, type ConcreteTree } from './concrete.ts';
import { lineProblems } from './diagnose.ts';
import { indentationProblems } from './indentation.ts';
import { isCertainlyFaulty } from './lexical.ts';
import { normalise } from './normalise.ts';
import { quarantine, type Readable } from './quarantine.ts';
import { Source } from './source.ts';
import { statements } from './statements.ts';
import { breaksOff, readingLines } from './tokens.ts';
import {
  loadPython,
  type ParseOptions,
  type ParserBytes,
  type Point,
  type Tree,
  type TreeSitterParser,
} from './treeSitter.ts';
import { checkingProgram, lateFutureImports } from './validate.ts';

export type { ParserBytes } from './treeSitter.ts';

export interface ParseResult {
  readonly module: Module;
  /** In the order of the text. */
  readonly errors: SyntaxProblem[];
  /** In the order of the text. */
  readonly comments: Comment[];
}

type Tried =
  | { readonly result: ParseResult }
  | { readonly result: null; readonly first: ConcreteTree | null };

/** How often tree-sitter tells of its progress between two pauses: some 4 ms of work on a text without faults. */
const PROGRESS = 80;
/** Milliseconds between two pauses: where it looks for a way out of a fault, it tells of its progress less often. */
const STRETCH = 4;
/** Blanks at the end of a text that are not worth leaving out. */
const MOST_BLANKS = 1000;
/** Statements that are read between two pauses. */
const STATEMENTS = 50;

/** Parses texts, each on its own or as states of one that is edited. */
export class Parser {
  readonly reader: ConcreteReader;
  private readonly parser: TreeSitterParser;
  /** Counts what tree-sitter was given, so that a text whose turn was interrupted notices. */
  private turn = 0;
  private isPaused = false;

  constructor(parser: TreeSitterParser, reader: ConcreteReader) {
    this.parser = parser;
    this.reader = reader;
  }

  /** Never throws, and always gives a tree. */
  parse(text: string): ParseResult {
    const only = this.changing();
    try {
      return only.parse(text);
    } finally {
      only.dispose();
    }
  }

  /** For a text that is edited. */
  changing(): ChangingText {
    return new ChangingText(this);
  }

  /** tree-sitter's tree of a text, or of a part of it. */
  grow(text: string, previous: Tree | null, options?: ParseOptions): Tree {
    this.begin();
    const tree = this.parser.parse(text, previous, options);
    if (tree === null) throw new Error('tree-sitter gave no tree');
    return tree;
  }

  /** The same with pauses, in which other texts may be parsed: then it begins anew, without pauses. */
  *growing(text: string, previous: Tree | null): Generator<void, Tree> {
    const turn = this.begin();
    for (;;) {
      let calls = 0;
      const until = performance.now() + STRETCH;
      const progressCallback = () => ++calls > PROGRESS || performance.now() > until;
      const tree = this.parser.parse(text, previous, { progressCallback });
      this.isPaused = tree === null;
      if (tree !== null) return tree;
      yield;
      if (this.turn !== turn) return this.grow(text, previous);
    }
  }

  private begin(): number {
    if (this.isPaused) this.parser.reset();
    this.isPaused = false;
    return ++this.turn;
  }

  /** Frees what the parser holds outside of JavaScript's heap. */
  dispose(): void {
    this.parser.delete();
  }
}

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
  /** The last text that nothing was wrong with. */
  private whole: SoundText | null = null;

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

  /** The same for a text that has no fault that keeps it from being read; null where it has. */
  *parsingSound(text: string): Generator<void, ParseResult | null> {
    const plain = normalise(text);
    const original = new Source(plain);
    yield;
    return (yield* this.tried(plain, original)).result;
  }

  /** What comes of a text that can be read; else no result, and what tree-sitter made of it where it was asked. */
  private *tried(plain: string, original: Source): Generator<void, Tried> {
    const amended = yield* this.amending(plain, original);
    if (amended !== null) return { result: amended };
    yield;
    // tree-sitter would look long for a way out of the fault, for nothing: an endless string it reads without a pause.
    const lines = yield* readingLines(plain);
    if (isCertainlyFaulty(lines)) return { result: null, first: null };
    const tree = yield* this.growing(plain, original);
    const sound = tree.rootNode.hasError ? null : this.whole;
    const kept = sound === null ? nothingKept : keptOf(sound, plain, original.lineCount);
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
    return result(source, body, comments ?? readable.concrete.comments, { misplaced, lines: [], rejected });
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

  private *readingLine(line: string): Generator<void, ConcreteTree> {
    const rewrites = yield* accommodating(line, yield* readingLines(line));
    return yield* this.reading(accommodate(line, rewrites), new Source(line));
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
    if (this.whole === null) return null;
    const source = new Source(text, original);
    const kept = keptOf(this.whole, text, source.lineCount);
    const end = kept.tailStart < 0 ? text.length : kept.tailStart;
    if (end - kept.headEnd > text.length / 2 || continuesBeyond(text, end)) return null;
    const range = {
      startIndex: kept.headEnd,
      endIndex: end,
      startPosition: pointAt(source, kept.headEnd),
      endPosition: pointAt(source, end),
    };
    yield;
    const tree = this.parser.grow(text, null, { includedRanges: [range] });
    try {
      if (tree.rootNode.hasError) return null;
      yield;
      const concrete = yield* this.parser.reader.reading(tree, source, kept.headEnd);
      return yield* this.sounding(text, source, { ...concrete, stopped: kept.tailStart >= 0 }, kept);
    } finally {
      tree.delete();
    }
  }

  /** A text without faults, which serves the next one; null when it turns out to be misread. */
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
    if (concrete.stopped) this.whole = null;
    const tail = concrete.stopped ? yield* kept.takingTail() : { statements: [], comments: [] };
    const body = [...kept.head, ...read, ...tail.statements];
    const comments = [...kept.headComments, ...concrete.comments, ...tail.comments];
    const parsed = result(source, body, comments, { misplaced, lines, rejected });
    if (parsed.errors.length === 0 && !source.misaligned) this.whole = { text, result: parsed };
    return parsed;
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

/** What was found in a text, the most telling first. */
interface Found {
  readonly misplaced: readonly SyntaxProblem[];
  readonly lines: readonly SyntaxProblem[];
  readonly rejected: readonly SyntaxProblem[];
}

function result(
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

/** Loads tree-sitter from the bytes of its two WebAssembly files and makes a parser. */
export async function createParser(bytes: ParserBytes): Promise<Parser> {
  const { language, parser } = await loadPython(bytes);
  return new Parser(parser, new ConcreteReader(language));
}
