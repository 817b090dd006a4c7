/** What two states of a text have in common, and the statements that therefore need not be read again. */

import { type Comment, children, type Node, type Position, type Span, type Statement } from '../syntax.ts';
import type { ParseResult } from './parseResult.ts';

/** The replacement of `oldEnd - start` code units of the previous text by `newEnd - start` of the new one. */
export interface TextEdit {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** Code units that are compared at once while they are the same. */
const BLOCK = 1024;

/** The smallest stretch outside of which both texts are the same. */
export function difference(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start + BLOCK <= shorter && isSame(before, start, after, start)) start += BLOCK;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let oldEnd = before.length;
  let newEnd = after.length;
  const end = shorter - start;
  const isLeft = (count: number) => before.length - oldEnd + count <= end;
  while (isLeft(BLOCK) && isSame(before, oldEnd - BLOCK, after, newEnd - BLOCK)) {
    oldEnd -= BLOCK;
    newEnd -= BLOCK;
  }
  while (isLeft(1) && before.charCodeAt(oldEnd - 1) === after.charCodeAt(newEnd - 1)) {
    oldEnd--;
    newEnd--;
  }
  return { start, oldEnd, newEnd };
}

function isSame(before: string, at: number, after: string, place: number): boolean {
  return before.slice(at, at + BLOCK) === after.slice(place, place + BLOCK);
}

/** A text that was read, and what came of it. */
export interface ReadText {
  readonly text: string;
  readonly result: ParseResult;
  /** What holds all that is wrong with it: no statement that reaches into this is kept. Null without any fault. */
  readonly broken: { readonly start: number; readonly end: number } | null;
}

/** What is known of a new text before it is read: the statements before and behind the edit. */
export interface Kept {
  /** The statements up to here stand as they are. */
  readonly headEnd: number;
  readonly head: readonly Statement[];
  readonly headComments: readonly Comment[];
  /** The offset in the new text where the tail begins, provided that a statement begins there; -1 without one. */
  readonly tailStart: number;
  /** The offset in the new text where the tail's first statement ends, or the text. */
  readonly firstEnd: number;
  /**
   * Takes the tail over: gives its nodes their places in the new text, with pauses. To be called at most once; the
   * previous text's result is of no use from then on, even when this is left in a pause.
   */
  takingTail(): Generator<void, Tail>;
}

export interface Tail {
  readonly statements: readonly Statement[];
  readonly comments: readonly Comment[];
}

/** Statements that are moved between two pauses. */
const MOVED = 200;

// biome-ignore lint/correctness/useYield: nothing is to be done
function* withoutTail(): ReturnType<Kept['takingTail']> {
  return { statements: [], comments: [] };
}

export const nothingKept: Kept = {
  headEnd: 0,
  head: [],
  headComments: [],
  tailStart: -1,
  firstEnd: 0,
  takingTail: withoutTail,
};

/** `lineCount` is that of the new text. */
export function keptOf(read: ReadText, text: string, lineCount: number): Kept {
  const edit = withBroken(difference(read.text, text), read.broken);
  const { module, comments } = read.result;
  const head = headLength(module.body, edit.start);
  const headEnd = head === 0 ? 0 : module.body[head]!.span.start.offset;
  const tail = tailIndex(module.body, Math.max(edit.oldEnd, headEnd));
  const first = module.body[tail];
  const from = first?.span.start.offset ?? Infinity;
  const by = edit.newEnd - edit.oldEnd;
  return {
    headEnd,
    head: module.body.slice(0, head),
    headComments: comments.filter(comment => comment.span.end.offset <= headEnd),
    tailStart: first === undefined ? -1 : from + by,
    firstEnd: first === undefined ? text.length : first.span.end.offset + by,
    *takingTail() {
      const lines = lineCount - module.span.end.line;
      const statements = module.body.slice(tail);
      const below = comments.filter(comment => comment.span.start.offset >= from);
      if (by !== 0 || lines !== 0) {
        const move = mover(by, lines);
        for (const [index, statement] of statements.entries()) {
          if (index % MOVED === MOVED - 1) yield;
          moveNodes(statement, move);
        }
        for (const comment of below) move(comment.span);
      }
      return { statements, comments: below };
    },
  };
}

/** An edit as one of all that was wrong before as well: it may be right now. */
function withBroken(edit: TextEdit, broken: ReadText['broken']): TextEdit {
  if (broken === null) return edit;
  const oldEnd = Math.max(edit.oldEnd, broken.end);
  return {
    start: Math.min(edit.start, broken.start),
    oldEnd,
    newEnd: edit.newEnd + oldEnd - edit.oldEnd,
  };
}

/** How many statements stand before the edit for sure. */
function headLength(body: readonly Statement[], start: number): number {
  let count = 0;
  while (count < body.length && body[count]!.span.end.offset < start) count++;
  // What follows may still belong to the last one (an `else`), and what comes before it ends with a whole line.
  count -= 2;
  // Decorators stand before the statement that is read again.
  while (count > 0 && !beginsLine(body[count]!)) count--;
  return Math.max(count, 0);
}

/** The first statement that begins a line behind the edit. Decorators stand before the statement they belong to. */
function tailIndex(body: readonly Statement[], end: number): number {
  let low = 0;
  let high = body.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (body[middle]!.span.start.offset <= end) low = middle + 1;
    else high = middle;
  }
  while (low < body.length && !beginsLine(body[low]!)) low++;
  return low;
}

/** Whether all that belongs to a statement stands on lines of its own from there on. */
export function beginsLine(statement: Statement): boolean {
  const decorated = 'decorator_list' in statement && statement.decorator_list.length > 0;
  return statement.span.start.column === 0 && !decorated;
}

/**
 * Moves a tree to where its text has gone. In place: whoever remembers something by node still finds it, and nothing
 * that was followed behind an edit is used again but through a new reading.
 */
function moveNodes(statement: Statement, move: (span: Span) => void): void {
  const pending: Node[] = [statement];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    move(node.span);
    if ('nameSpan' in node) move(node.nameSpan);
    if ('attrSpan' in node) move(node.attrSpan);
    for (const child of children(node)) pending.push(child);
  }
}

/** Moves each position once: a node may share its span with one inside of it. */
function mover(by: number, lines: number): (span: Span) => void {
  const moved = new Set<Position>();
  const movePosition = (position: { -readonly [Key in keyof Position]: Position[Key] }) => {
    if (moved.has(position)) return;
    moved.add(position);
    position.offset += by;
    position.line += lines;
  };
  return span => {
    movePosition(span.start);
    movePosition(span.end);
  };
}
