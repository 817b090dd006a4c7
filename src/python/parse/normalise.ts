/** Makes texts alike for tree-sitter without moving anything: every offset stays what it was. */

/**
 * A byte order mark becomes a form feed, which resets the indentation and means nothing else; a carriage
 * return that ends a line by itself becomes a line feed.
 */
export function normalise(text: string): string {
  const unmarked = text.startsWith('\ufeff') ? `\f${text.slice(1)}` : text;
  return unmarked.includes('\r') ? unmarked.replace(/\r(?!\n)/g, '\n') : unmarked;
}
