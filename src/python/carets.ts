/** Which part of a traceback's source line failed, drawn below it as CPython 3.11 does: `~~^~~`, `^^^^`. */
import type { TracedPlace } from './errors.ts';
import type { BinOp, Subscript } from './syntax.ts';

const characters = (text: string): number => [...text].length;

/**
 * The markers under a source line, as they stand below the line without its indentation; null where the place covers
 * all of the line. `text` is the whole file and `line` the one in which the place begins.
 */
export function markersUnder(place: TracedPlace, text: string, line: string): string | null {
  const { start, end } = place.span;
  const indent = line.length - line.trimStart().length;
  const shown = line.slice(indent);
  const before = line.slice(indent, Math.max(indent, start.column));
  if (end.line !== start.line) {
    // Of a place that goes on below only what stands in its first line is marked.
    const rest = line.slice(start.column).trimEnd();
    return rest.length === 0 || rest === shown.trimEnd()
      ? null
      : blank(before) + '^'.repeat(characters(rest));
  }
  const part = line.slice(start.column, end.column);
  const anchored = anchors(place, text);
  if (anchored === null) return part === shown ? null : blank(before) + '^'.repeat(characters(part));
  const [left, middle, right] = anchored.map(characters);
  return `${blank(before)}${'~'.repeat(left)}${'^'.repeat(middle)}${'~'.repeat(right)}`;
}

/** What is before, at and behind the operator of a place, or its subscript; null for other places. */
function anchors(place: TracedPlace, text: string): [string, string, string] | null {
  const node = place.kind === 'Expr' ? place.value : place;
  switch (node.kind) {
    case 'BinOp':
      return operatorAnchors(node, text);
    case 'Subscript':
      return subscriptAnchors(node, text);
    default:
      return null;
  }
}

function operatorAnchors(node: BinOp, text: string): [string, string, string] {
  const from = node.left.span.end.offset;
  const between = text.slice(from, node.right.span.start.offset);
  const skipped = between.length - between.trimStart().length;
  const long = skipped + 1 < between.length && !/\s/.test(between[skipped + 1]);
  const at = from + skipped;
  return split(node, text, at, at + (long ? 2 : 1));
}

function subscriptAnchors(node: Subscript, text: string): [string, string, string] {
  return split(node, text, node.value.span.end.offset, node.slice.span.end.offset + 1);
}

function split(node: BinOp | Subscript, text: string, at: number, end: number): [string, string, string] {
  const { span } = node;
  return [text.slice(span.start.offset, at), text.slice(at, end), text.slice(end, span.end.offset)];
}

function blank(text: string): string {
  return ' '.repeat(characters(text));
}
