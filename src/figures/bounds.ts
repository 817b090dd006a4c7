/** What shapes cover, and pictures cut to it. */

import type { Drawing } from './figureShapes.ts';
import type { Box, Shape } from './shapes.ts';
import { boxOf } from './turnedText.ts';

function boundsOfOne(shape: Shape): Box | null {
  switch (shape.kind) {
    case 'path':
    case 'marks': {
      const rim =
        shape.kind === 'marks'
          ? Math.max(0, ...Array.from(shape.radii))
          : shape.stroke === null
            ? 0
            : shape.width / 2;
      let [left, right, top, bottom] = [
        Number.POSITIVE_INFINITY,
        Number.NEGATIVE_INFINITY,
        Number.POSITIVE_INFINITY,
        Number.NEGATIVE_INFINITY,
      ];
      for (const part of shape.kind === 'marks' ? [shape.places] : shape.parts) {
        for (let index = 0; index < part.length; index += 2) {
          left = Math.min(left, part[index]!);
          right = Math.max(right, part[index]!);
          top = Math.min(top, part[index + 1]!);
          bottom = Math.max(bottom, part[index + 1]!);
        }
      }
      return left > right
        ? null
        : { left: left - rim, right: right + rim, top: top - rim, bottom: bottom + rim };
    }
    case 'text': {
      const { size, bold, angle, align, vertical } = shape;
      return shape.text === ''
        ? null
        : boxOf(shape.text, shape.x, shape.y, { size, bold, angle, align, vertical, ink: null });
    }
    case 'image':
      return shape.box;
  }
}

/** The box around everything that is seen, or null where nothing is. */
export function boundsOf(shapes: readonly Shape[]): Box | null {
  let all: Box | null = null;
  for (const shape of shapes) {
    let box = boundsOfOne(shape);
    if (box === null) continue;
    if (shape.clip !== null) box = inside(box, shape.clip);
    if (box.left > box.right || box.top > box.bottom) continue;
    all =
      all === null
        ? box
        : {
            left: Math.min(all.left, box.left),
            right: Math.max(all.right, box.right),
            top: Math.min(all.top, box.top),
            bottom: Math.max(all.bottom, box.bottom),
          };
  }
  return all;
}

function inside(box: Box, clip: Box): Box {
  return {
    left: Math.max(box.left, clip.left),
    right: Math.min(box.right, clip.right),
    top: Math.max(box.top, clip.top),
    bottom: Math.min(box.bottom, clip.bottom),
  };
}

/** The drawing cut to what is on it, with `pad` points around. */
export function cutToFit(drawing: Drawing, pad: number): Drawing {
  const box = boundsOf(drawing.shapes);
  if (box === null) return drawing;
  const [dx, dy] = [pad - box.left, pad - box.top];
  return {
    width: box.right - box.left + 2 * pad,
    height: box.bottom - box.top + 2 * pad,
    shapes: drawing.shapes.map(shape => moved(shape, dx, dy)),
  };
}

function moved(shape: Shape, dx: number, dy: number): Shape {
  const box = (each: Box): Box => ({
    left: each.left + dx,
    right: each.right + dx,
    top: each.top + dy,
    bottom: each.bottom + dy,
  });
  const clip = shape.clip === null ? null : box(shape.clip);
  const line = (part: readonly number[]): number[] =>
    part.map((value, at) => value + (at % 2 === 0 ? dx : dy));
  switch (shape.kind) {
    case 'path':
      return { ...shape, clip, parts: shape.parts.map(line) };
    case 'marks':
      return { ...shape, clip, places: line(shape.places) };
    case 'text':
      return { ...shape, clip, x: shape.x + dx, y: shape.y + dy };
    case 'image':
      return { ...shape, clip, box: box(shape.box) };
  }
}
