/** Texts that are turned: their box, not their anchor, is aligned, as matplotlib does. */
import type { FigureText, TextLook } from './figure.ts';
import { type Box, path, rectangle, type Shape, type TextShape, textShape } from './shapes.ts';
import { plainWords, textWidth } from './words.ts';

/** How far DejaVu Sans reaches over the baseline and below it, and from line to line, in its size, as matplotlib measures texts. */
export const ASCENT = 0.76;
export const DESCENT = 0.208;
export const LINE_STEP = 1.12;

export function sizeOf(words: string, { size, bold, angle }: TextLook): { width: number; height: number } {
  const wide = textWidth(words, size) * (bold ? 1.1 : 1);
  const high = words === '' ? 0 : (ASCENT + DESCENT + (words.split('\n').length - 1) * LINE_STEP) * size;
  const turn = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.abs(Math.cos(turn)), Math.abs(Math.sin(turn))];
  return { width: wide * cos + high * sin, height: wide * sin + high * cos };
}

/** The box of a text at a place. */
export function boxOf(words: string, x: number, y: number, look: TextLook): Box {
  const { width, height } = sizeOf(words, look);
  const left = x - { start: 0, middle: width / 2, end: width }[look.align];
  const above = { top: 0, middle: height / 2, bottom: height, baseline: height - DESCENT * look.size };
  const top = y - above[look.vertical];
  return { left, right: left + width, top, bottom: top + height };
}

/** The text with its box aligned at a place. */
export function turnedText(
  role: TextShape['role'],
  words: string,
  x: number,
  y: number,
  look: TextLook,
  more: Partial<TextShape> = {},
): TextShape {
  const { size, bold, angle, align, vertical } = look;
  const plain = { size, bold, angle, ink: look.ink ?? 'ink', ...more };
  if (angle === 0) return textShape(role, words, x, y, { ...plain, align, vertical });
  const box = boxOf(words, x, y, look);
  const middle = { align: 'middle', vertical: 'middle' } as const;
  return textShape(role, words, (box.left + box.right) / 2, (box.top + box.bottom) / 2, {
    ...plain,
    ...middle,
  });
}

/** A text with what is behind it. */
export function saidShapes(said: FigureText, x: number, y: number, clip: Box | null): Shape[] {
  const words = plainWords(said.text);
  const shapes: Shape[] = [];
  const shown = said.clipped ? clip : null;
  if (said.box !== null) {
    const { fill, edge, width, pad, opacity } = said.box;
    const { left, right, top, bottom } = boxOf(words, x, y, said.look);
    const edges = { left: left - pad, right: right + pad, top: top - pad, bottom: bottom + pad };
    shapes.push(path('box', [rectangle(edges)], { fill, stroke: edge, width, opacity, clip: shown }));
  }
  if (words !== '')
    shapes.push(turnedText('said', words, x, y, said.look, { opacity: said.opacity, clip: shown }));
  return shapes;
}
