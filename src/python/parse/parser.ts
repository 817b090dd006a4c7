/** Parses Python source text into the syntax tree, whatever state the text is in. */

import type { Comment, Module, Statement, SyntaxProblem } from '../syntax.ts';
import { accommodate, accommodations } from './accommodate.ts';
import { difference, type Kept, keptOf, nothingKept, type SoundText } from './changingText.ts';
import { ConcreteReader, type ConcreteTree } from './concrete.ts';
import { lineProblems } from './diagnose.ts';
import { indentationProblems } from './indentation.ts';
import { normalise } from './normalise.ts';
import { quarantine, type Readable } from './quarantine.ts';
import { Source } from './source.ts';
import { statements } from './statements.ts';
import { logicalLines } from './tokens.ts';
import { loadPython, type ParserBytes, type Point, type Tree, type TreeSitterParser } from './treeSitter.ts';
import { checkProgram, lateFutureImports } from './validate.ts';

export type { ParserBytes } from './treeSitter.ts';

export interface ParseResult {
  readonly module: Module;
  /** In the order of the text. */
  readonly errors: SyntaxProblem[];
  /** In the order of the text. */
  readonly comments: Comment[];
}

/** Parses texts, each on its own or as states of one that is edited. */
export class Parser {
  readonly parser: TreeSitterParser;
  readonly reader: ConcreteReader;

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
  private last: { text: string; tree: Tree } | null = null;
  /** The last text that nothing was wrong with. */
  private whole: SoundText | null = null;

  constructor(parser: Parser) {
    this.parser = parser;
  }

  /** Never throws, and always gives a tree. */
  parse(text: string): ParseResult {
    const plain = normalise(text);
    const amended = this.amended(plain);
    if (amended !== null) return amended;
    const original = new Source(plain);
    const tree = this.grow(plain, original);
    const sound = tree.rootNode.hasError ? null : this.whole;
    const kept = sound === null ? nothingKept : keptOf(sound, plain, original.lineCount);
    let first = this.parser.reader.read(tree, original, kept.headEnd, kept.tailStart);
    if (first.faults.length === 0) {
      const result = this.sound(plain, original, first, kept);
      if (result !== null) return result;
      first = this.parser.reader.read(tree, original);
    }
    const readable = this.readable(new Source(plain));
    const source = new Source(readable.text);
    source.stands = readable.stands;
    source.faulty = readable.concrete.faults.length > 0;
    source.problems.push(...readable.problems);
    const body = statements(source, readable.concrete.root.children);
    return result(source, body, checkProgram(body), first.comments);
  }

  /** What can be read of a text that tree-sitter does not understand. */
  private readable(source: Source): Readable {
    const lines = logicalLines(source.text);
    const rewrites = accommodations(source.text, lines);
    return quarantine(source, lines, {
      text: changed => this.read(accommodate(changed, rewrites), new Source(changed)),
      line: line => this.read(accommodate(line, accommodations(line, logicalLines(line))), new Source(line)),
    });
  }

  /** Frees what is held outside of JavaScript's heap. */
  dispose(): void {
    this.last?.tree.delete();
    this.last = null;
  }

  /**
   * Reads only what lies between the statements that an edit leaves alone: they are whole, and so is the text when
   * what lies between is. Null where that cannot be said, or where it is most of the text.
   */
  private amended(text: string): ParseResult | null {
    if (this.whole === null) return null;
    const source = new Source(text);
    const kept = keptOf(this.whole, text, source.lineCount);
    const end = kept.tailStart < 0 ? text.length : kept.tailStart;
    if (end - kept.headEnd > text.length / 2 || continuesBeyond(text, end)) return null;
    const range = {
      startIndex: kept.headEnd,
      endIndex: end,
      startPosition: pointAt(source, kept.headEnd),
      endPosition: pointAt(source, end),
    };
    const tree = this.parser.parser.parse(text, null, { includedRanges: [range] });
    if (tree === null) return null;
    try {
      if (tree.rootNode.hasError) return null;
      const concrete = this.parser.reader.read(tree, source, kept.headEnd);
      return this.sound(text, source, { ...concrete, stopped: kept.tailStart >= 0 }, kept);
    } finally {
      tree.delete();
    }
  }

  /** A text without faults, which serves the next one; null when it turns out to be misread. */
  private sound(text: string, source: Source, concrete: ConcreteTree, kept: Kept): ParseResult | null {
    const read = statements(source, concrete.root.children);
    if (source.misread) return null;
    const [start, end] = [read[0]?.span.start.offset ?? 0, read.at(-1)?.span.end.offset ?? 0];
    const lines = lineProblems(source, start, end);
    if (concrete.stopped) this.whole = null;
    const tail = concrete.stopped ? kept.takeTail() : { statements: [], comments: [] };
    const body = [...kept.head, ...read, ...tail.statements];
    const comments = [...kept.headComments, ...concrete.comments, ...tail.comments];
    const parsed = result(source, body, checkProgram(read), comments, lines);
    if (parsed.errors.length === 0 && !source.misaligned) this.whole = { text, result: parsed };
    return parsed;
  }

  private read(text: string, source: Source): ConcreteTree {
    return this.parser.reader.read(this.grow(text, source), source);
  }

  private grow(text: string, source: Source): Tree {
    const previous = this.last;
    this.last = null;
    if (previous !== null) previous.tree.edit(treeEdit(previous.text, text, source));
    const tree = this.parser.parser.parse(text, previous?.tree ?? null);
    previous?.tree.delete();
    if (tree === null) throw new Error('tree-sitter gave no tree');
    this.last = { text, tree };
    return tree;
  }
}

function result(
  source: Source,
  body: readonly Statement[],
  rejected: readonly SyntaxProblem[],
  comments: Comment[],
  lines: readonly SyntaxProblem[] = [],
): ParseResult {
  const module: Module = { kind: 'Module', body, span: source.span(0, source.text.length) };
  const errors = [...source.problems];
  /** What is found later is said only of lines of which nothing was said before. */
  const add = (problems: Iterable<SyntaxProblem>) => {
    const known = new Set(errors.map(error => error.span.start.line));
    for (const problem of problems) if (!known.has(problem.span.start.line)) errors.push(problem);
  };
  if (source.misaligned && source.stands.size === 0) {
    add(indentationProblems(source, logicalLines(source.text)).values());
  }
  add(lines);
  add([...source.remarks, ...rejected, ...lateFutureImports(body)]);
  errors.sort((a, b) => a.span.start.offset - b.span.start.offset);
  return { module, errors, comments };
}

function treeEdit(before: string, after: string, source: Source) {
  const edit = difference(before, after);
  const old = new Source(before);
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
