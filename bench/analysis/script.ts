/** Makes realistic Keras scripts of a given length. */
import { head, sections } from './sections.ts';

/** A script of whole sections with at least `lines` lines, cut to that many by comments at its end. */
export function kerasScript(lines: number): string {
  let text = head;
  const count = (value: string) => value.split('\n').length - 1;
  for (let number = 1; ; number++) {
    const section = sections[(number - 1) % sections.length](number);
    if (count(text) + count(section) > lines) break;
    text += section;
  }
  while (count(text) < lines) text += `# end of the experiments\n`;
  return text;
}

/** The place in the middle of the script where an edit is made: the units of a Dense layer. */
export function middleEdit(text: string): { readonly start: number; readonly end: number } {
  const half = text.length / 2;
  const places = [...text.matchAll(/Dense\((\d+), (?:input_shape|activation='relu')/g)];
  const match = places.sort((a, b) => Math.abs(a.index - half) - Math.abs(b.index - half))[0];
  const start = match.index + 'Dense('.length;
  return { start, end: start + match[1].length };
}

/** The same script with the bracket left open in which the edit is made. */
export function withOpenBracket(text: string): string {
  const closing = text.indexOf(')', middleEdit(text).end);
  return text.slice(0, closing) + text.slice(closing + 1);
}
