/** Parses Python source text into the syntax tree, whatever state the text is in. */

import { ChangingText } from './changingText.ts';
import { ConcreteReader } from './concrete.ts';
import type { ParseResult } from './parseResult.ts';
import {
  loadPython,
  type ParseOptions,
  type ParserBytes,
  type Tree,
  type TreeSitterParser,
} from './treeSitter.ts';

export type { ParseResult } from './parseResult.ts';
export type { ParserBytes } from './treeSitter.ts';

/** How often tree-sitter tells of its progress between two pauses: some 4 ms of work on a text without faults. */
const PROGRESS = 80;
/** Milliseconds between two pauses: where it looks for a way out of a fault, it tells of its progress less often. */
const STRETCH = 4;

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

/** Loads tree-sitter from the bytes of its two WebAssembly files and makes a parser. */
export async function createParser(bytes: ParserBytes): Promise<Parser> {
  const { language, parser } = await loadPython(bytes);
  return new Parser(parser, new ConcreteReader(language));
}
