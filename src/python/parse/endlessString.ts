/** Finds a triple-quoted string that the text does not end, as one has while it is being typed. */

const opening = /#[^\r\n]*|"""|'''|"(?:\\[\s\S]|[^"\\\r\n])*"?|'(?:\\[\s\S]|[^'\\\r\n])*'?/g;

/** An f-string, whose fields may hold quotes of its own kind since Python 3.12. */
const formatted = /[fF][rR]?["']/;

/** The offset of such a string's quotes; -1 where there is none, or where an f-string on its line leaves that open. */
export function endlessString(text: string): number {
  opening.lastIndex = 0;
  for (let found = opening.exec(text); found !== null; found = opening.exec(text)) {
    const [quotes] = found;
    if (quotes !== '"""' && quotes !== "'''") continue;
    const end = endOf(text, quotes, opening.lastIndex);
    if (end < 0) {
      const line = text.slice(text.lastIndexOf('\n', found.index) + 1, found.index + 1);
      return formatted.test(line) ? -1 : found.index;
    }
    opening.lastIndex = end;
  }
  return -1;
}

/** Where a string that begins at an offset is over; -1 where it is not. */
function endOf(text: string, quotes: string, from: number): number {
  for (let offset = from; ; ) {
    const found = text.indexOf(quotes, offset);
    if (found < 0) return -1;
    let slashes = 0;
    while (found - slashes > from && text[found - slashes - 1] === '\\') slashes++;
    if (slashes % 2 === 0) return found + quotes.length;
    offset = found + 1;
  }
}
