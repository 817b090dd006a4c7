/** Reads a tree-sitter tree once, through one cursor, into plain objects: each crossing into WebAssembly costs. */

import type { Comment } from '../syntax.ts';
import type { Source } from './source.ts';
import type { Language, Tree, TreeCursor } from './treeSitter.ts';

/** A node of tree-sitter's tree. Keywords and operators are nodes too, whose type is their own text. */
export interface Concrete {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  /** The name of the field of the parent that this is, or ''. */
  readonly field: string;
  /** Without comments and line continuations. */
  readonly children: Concrete[];
}

export interface Fault {
  readonly start: number;
  readonly end: number;
  /** A token that the grammar wants here and the text lacks, or null where the text has too much. */
  readonly missing: string | null;
}

export interface ConcreteTree {
  readonly root: Concrete;
  readonly comments: Comment[];
  /** In the order of the text. */
  readonly faults: Fault[];
  /** Whether reading ended at the offset where it was to stop. */
  readonly stopped: boolean;
}

const errorType = 65535;

/** Nodes that are read between two pauses: some 10 ms of work. */
const NODES = 3000;

export class ConcreteReader {
  private readonly types: string[] = [];
  private readonly fields: string[] = [''];
  private readonly leaves = new Set<number>();
  private readonly comment: number;
  private readonly continuation: number;

  constructor(language: Language) {
    for (let id = 0; id < language.nodeTypeCount; id++) {
      const name = language.nodeTypeForId(id) ?? '';
      this.types[id] = name;
      // Nothing lies below a token; not to ask saves a crossing.
      if (name === 'identifier' || name === 'comment' || !language.nodeTypeIsNamed(id)) this.leaves.add(id);
    }
    for (let id = 1; id <= language.fieldCount; id++) this.fields[id] = language.fieldNameForId(id) ?? '';
    this.comment = language.idForNodeType('comment', true) ?? -1;
    this.continuation = language.idForNodeType('line_continuation', true) ?? -1;
  }

  /**
   * Children of the root that end before the offset `from` are left out, with the comments there. Reading stops where
   * a child of the root begins at the offset `until`; if none begins there, it goes on to the end. Pauses now and then.
   */
  *reading(tree: Tree, source: Source, from = 0, until = -1): Generator<void, ConcreteTree> {
    const comments: Comment[] = [];
    const faults: Fault[] = [];
    const broken = tree.rootNode.hasError;
    const cursor = tree.walk();
    try {
      const root = this.node(cursor);
      // What is open until the end of the text may make all of it one error.
      if (root.type === 'ERROR') faults.push({ start: root.start, end: root.end, missing: null });
      const stopped = yield* this.readBelow(
        cursor,
        root,
        source,
        comments,
        broken ? faults : null,
        from,
        until,
      );
      return { root, comments, faults: faults.sort((a, b) => a.start - b.start), stopped };
    } finally {
      cursor.delete();
    }
  }

  private node(cursor: TreeCursor): Concrete {
    const id = cursor.nodeTypeId;
    return {
      type: id === errorType ? 'ERROR' : this.types[id]!,
      start: cursor.startIndex,
      end: cursor.endIndex,
      field: this.fields[cursor.currentFieldId]!,
      children: [],
    };
  }

  /**
   * Without recursion: a sum of ten thousand terms is ten thousand nodes deep. True when it stopped at `until`.
   */
  private *readBelow(
    cursor: TreeCursor,
    root: Concrete,
    source: Source,
    comments: Comment[],
    faults: Fault[] | null,
    from: number,
    until: number,
  ): Generator<void, boolean> {
    const parents: Concrete[] = [root];
    let count = 0;
    if (!cursor.gotoFirstChild()) return false;
    while (parents.length === 1 && cursor.endIndex <= from) if (!cursor.gotoNextSibling()) return false;
    while (parents.length > 0) {
      if (++count % NODES === 0) yield;
      if (parents.length === 1 && until >= 0 && cursor.startIndex === until) return true;
      const id = cursor.nodeTypeId;
      if (id === this.comment) {
        const start = cursor.startIndex;
        // tree-sitter counts the carriage return of CRLF into the comment.
        const text = source.text.slice(start, cursor.endIndex).replace(/[\r\n]+$/, '');
        comments.push({ text, span: source.span(start, start + text.length) });
      } else if (id !== this.continuation) {
        const node = this.node(cursor);
        if (faults !== null) {
          if (id === errorType) faults.push({ start: node.start, end: node.end, missing: null });
          else if (cursor.nodeIsMissing)
            faults.push({ start: node.start, end: node.end, missing: node.type });
        }
        parents[parents.length - 1]!.children.push(node);
        if (!this.leaves.has(id) && cursor.gotoFirstChild()) {
          parents.push(node);
          continue;
        }
      }
      while (!cursor.gotoNextSibling()) {
        parents.pop();
        if (parents.length === 0) return false;
        cursor.gotoParent();
      }
    }
    return false;
  }
}

/** The first child of that field. */
export function fieldOf(node: Concrete, field: string): Concrete | null {
  for (const child of node.children) if (child.field === field) return child;
  return null;
}

/** The child of that field where the grammar promises one. */
export function requiredField(node: Concrete, field: string): Concrete {
  const child = fieldOf(node, field);
  if (child === null) throw new Error(`a ${node.type} without ${field}`);
  return child;
}

export function childOfType(node: Concrete, ...types: string[]): Concrete | null {
  for (const child of node.children) if (types.includes(child.type)) return child;
  return null;
}

/** Keywords, operators and punctuation, whose type is their own text. */
const punctuation = /^(?:[^a-zA-Z_]+|async)$/;

/** The children that are neither punctuation nor operators. */
export function contentOf(node: Concrete): Concrete[] {
  return node.children.filter(child => !punctuation.test(child.type));
}

export function hasToken(node: Concrete, token: string): boolean {
  for (const child of node.children) if (child.type === token) return true;
  return false;
}
