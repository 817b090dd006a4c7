/** Parses Python source text into the syntax tree, whatever state the text is in. */

import type { Comment, Module, Statement, SyntaxProblem } from '../syntax.ts';
import { accommodate, accommodations } from './accommodate.ts';
import { ConcreteReader, type ConcreteTree } from './concrete.ts';
import { indentationProblems } from './indentation.ts';
import { normalise } from './normalise.ts';
import { quarantine, type Readable } from './quarantine.ts';
import { Source } from './source.ts';
import { statements } from './statements.ts';
import { logicalLines } from './tokens.ts';
import { loadPython, type ParserBytes, type Tree, type TreeSitterParser } from './treeSitter.ts';
import { checkProgram } from './validate.ts';

export type { ParserBytes } from './treeSitter.ts';

/** The replacement of `oldEnd - start` code units of the previous text by `newEnd - start` of the new one. */
export interface TextEdit {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

export interface ParseResult {
  readonly module: Module;
  /** In the order of the text. */
  readonly errors: SyntaxProblem[];
  /** In the order of the text. */
  readonly comments: Comment[];
}

/** What is taken over from the last text: everything before `end`. */
interface Kept {
  readonly end: number;
  readonly statements: readonly Statement[];
  readonly comments: readonly Comment[];
}

export class Parser {
  private readonly parser: TreeSitterParser;
  private readonly reader: ConcreteReader;
  /** The last text that was parsed, and its tree: what the next parse reuses. */
  private last: { text: string; tree: Tree } | null = null;
  /** The last text, when nothing was wrong with it, and what came of it. */
  private whole: { text: string; result: ParseResult } | null = null;

  constructor(parser: TreeSitterParser, reader: ConcreteReader) {
    this.parser = parser;
    this.reader = reader;
  }

  /**
   * Never throws, and always gives a tree. Texts that differ little from the one before cost less: the parser
   * finds the difference itself.
   */
  parse(text: string): ParseResult {
    const plain = normalise(text);
    const original = new Source(plain);
    const tree = this.grow(plain, original);
    const kept = tree.rootNode.hasError ? null : this.keptOf(plain);
    const first = this.reader.read(tree, original, kept?.end ?? 0);
    if (kept !== null) first.comments.unshift(...kept.comments);
    if (first.faults.length === 0) {
      const result = this.sound(plain, original, first, kept?.statements ?? []);
      if (!original.misread) return result;
    }
    this.whole = null;
    const readable = this.readable(new Source(plain));
    const source = new Source(readable.text);
    source.stands = readable.stands;
    source.faulty = readable.concrete.faults.length > 0;
    source.problems.push(...readable.problems);
    return this.result(source, readable.concrete, first.comments);
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

  /** A text without faults: its tree serves the next one. */
  private sound(text: string, source: Source, concrete: ConcreteTree, kept: readonly Statement[]) {
    const result = this.result(source, concrete, concrete.comments, kept);
    this.whole = source.problems.length === 0 && !source.misaligned ? { text, result } : null;
    return result;
  }

  /** The statements of the last text that stand before the first difference, the last two of them left out. */
  private keptOf(text: string): Kept | null {
    if (this.whole === null) return null;
    const { start } = difference(this.whole.text, text);
    const { module, comments } = this.whole.result;
    let count = 0;
    while (count < module.body.length && module.body[count]!.span.end.offset < start) count++;
    // What follows may still belong to the last one (an `else`), and what comes before it ends with a whole line.
    count -= 2;
    if (count <= 0) return null;
    const next = module.body[count]!.span.start;
    if (next.column !== 0) return null;
    const end = next.offset;
    return {
      end,
      statements: module.body.slice(0, count),
      comments: comments.filter(comment => comment.span.end.offset <= end),
    };
  }

  private result(
    source: Source,
    concrete: ConcreteTree,
    comments: Comment[],
    kept: readonly Statement[] = [],
  ): ParseResult {
    const body = [...kept, ...statements(source, concrete.root.children)];
    const module: Module = { kind: 'Module', body, span: source.span(0, source.text.length) };
    const errors = [...source.problems, ...checkProgram(module)];
    if (source.misaligned && source.stands.size === 0) {
      const lines = logicalLines(source.text);
      const known = new Set(errors.map(error => error.span.start.line));
      for (const problem of indentationProblems(source, lines).values()) {
        if (!known.has(problem.span.start.line)) errors.push(problem);
      }
    }
    errors.sort((a, b) => a.span.start.offset - b.span.start.offset);
    return { module, errors, comments };
  }

  /** Frees what the parser holds outside of JavaScript's heap. */
  dispose(): void {
    this.last?.tree.delete();
    this.last = null;
    this.parser.delete();
  }

  private read(text: string, source: Source): ConcreteTree {
    return this.reader.read(this.grow(text, source), source);
  }

  private grow(text: string, source: Source): Tree {
    const previous = this.last;
    this.last = null;
    if (previous !== null) previous.tree.edit(treeEdit(previous.text, text, source));
    const tree = this.parser.parse(text, previous?.tree ?? null);
    previous?.tree.delete();
    if (tree === null) throw new Error('tree-sitter gave no tree');
    this.last = { text, tree };
    return tree;
  }
}

/** The smallest stretch outside of which both texts are the same. */
export function difference(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let same = 0;
  while (
    same < shorter - start &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  ) {
    same++;
  }
  return { start, oldEnd: before.length - same, newEnd: after.length - same };
}

function treeEdit(before: string, after: string, source: Source) {
  const edit = difference(before, after);
  const old = new Source(before);
  const point = (text: Source, offset: number) => {
    const { line, column } = text.position(offset);
    return { row: line - 1, column };
  };
  return {
    startIndex: edit.start,
    oldEndIndex: edit.oldEnd,
    newEndIndex: edit.newEnd,
    startPosition: point(old, edit.start),
    oldEndPosition: point(old, edit.oldEnd),
    newEndPosition: point(source, edit.newEnd),
  };
}

/** Loads tree-sitter from the bytes of its two WebAssembly files and makes a parser. */
export async function createParser(bytes: ParserBytes): Promise<Parser> {
  const { language, parser } = await loadPython(bytes);
  return new Parser(parser, new ConcreteReader(language));
}
