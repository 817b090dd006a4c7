/** One set of axes with all around it, as shapes. */
import { frameSides, gridShapes, tickShapes, wordShapes } from './axisShapes.ts';
import type { FigureAxes, FigurePrimitive, FigureText } from './figure.ts';
import { type Frame, frameOf, spotIn } from './frame.ts';
import { legendShapes } from './legend.ts';
import { circle, polarFrame, polarGrid } from './polarShapes.ts';
import { arrowOutline, imageShape, seriesShapes } from './seriesShapes.ts';
import { type Box, path, rectangle, type Shape } from './shapes.ts';
import { boxOf, saidShapes } from './turnedText.ts';
import { plainWords } from './words.ts';

/** Order of the frame's sides, above what is drawn. */
const FRAME_ORDER = 2.5;

/** Draws axes into a figure of this size in points. */
export function axesShapes(axes: FigureAxes, whole: { width: number; height: number }): Shape[] {
  const frame = frameOf(axes, whole);
  const layers: { order: number; shapes: Shape[] }[] = [];
  if (axes.face !== null)
    layers.push({ order: Number.NEGATIVE_INFINITY, shapes: [facePath(axes.face, frame)] });
  const grid = frame.polar === null ? gridShapes(axes, frame) : polarGrid(axes, frame);
  layers.push({ order: axes.gridOrder, shapes: grid });
  for (const each of axes.primitives)
    layers.push({ order: each.order, shapes: primitiveShapes(each, frame) });
  const { shapes: ticks, room } = frame.polar === null ? tickShapes(axes, frame) : polarFrame(axes, frame);
  if (frame.polar === null) layers.push({ order: FRAME_ORDER, shapes: frameSides(axes, frame) });
  layers.push({ order: FRAME_ORDER, shapes: [...ticks, ...wordShapes(axes, frame, room)] });
  const drawn = layers.flatMap(({ shapes }) => shapes);
  for (const legend of axes.legends) {
    layers.push({ order: legend.order, shapes: legendShapes(legend, frame, drawn) });
  }
  layers.sort((a, b) => a.order - b.order);
  return layers.flatMap(({ shapes }) => shapes);
}

function facePath(face: string, frame: Frame): Shape {
  const { polar } = frame;
  return path('face', [polar === null ? rectangle(frame) : circle(polar.centre, polar.radius)], {
    fill: face,
  });
}

function primitiveShapes(primitive: FigurePrimitive, frame: Frame): Shape[] {
  if (primitive.kind === 'image') return [imageShape(primitive, frame)];
  if (primitive.kind === 'text') return textShapes(primitive, frame);
  return seriesShapes(primitive, frame);
}

/** A text, and the arrow from it. */
export function textShapes(said: FigureText, frame: Frame): Shape[] {
  const [x, y] = spotIn(frame, said);
  if (!Number.isFinite(x) || !Number.isFinite(y)) return [];
  const shapes: Shape[] = said.arrow === null ? [] : arrowShapes(said, x, y, frame);
  return [...shapes, ...saidShapes(said, x, y, frame)];
}

/** From the edge of the text's box to the spot it speaks of. */
function arrowShapes(said: FigureText, x: number, y: number, frame: Frame): Shape[] {
  const { to, ink, width, heads, dash, shrink } = said.arrow!;
  const [toX, toY] = spotIn(frame, to);
  const words = plainWords(said.text);
  const [fromX, fromY] = words === '' ? [x, y] : edgeTowards(boxOf(words, x, y, said.look), toX, toY);
  const long = Math.hypot(toX - fromX, toY - fromY);
  if (!Number.isFinite(long) || long <= 2 * shrink) return [];
  const [dx, dy] = [((toX - fromX) / long) * shrink, ((toY - fromY) / long) * shrink];
  const [startX, startY, endX, endY] = [fromX + dx, fromY + dy, toX - dx, toY - dy];
  const look = { opacity: said.opacity };
  const size = 3 + 3 * width;
  const shapes: Shape[] = [];
  const forwards =
    heads === 'end' || heads === 'both' ? arrowOutline(startX, startY, endX, endY, size) : null;
  const back = heads === 'start' || heads === 'both' ? arrowOutline(endX, endY, startX, startY, size) : null;
  const line =
    forwards?.shaft ??
    (back === null ? [startX, startY, endX, endY] : [back.shaft[2]!, back.shaft[3]!, endX, endY]);
  shapes.push(path('line', [line], { ...look, stroke: ink, width, dash }));
  for (const made of [forwards, back])
    if (made !== null) shapes.push(path('area', [made.head], { ...look, fill: ink }));
  return shapes;
}

/** Where a line from the middle of a box to a place leaves the box. */
function edgeTowards(box: Box, x: number, y: number): [number, number] {
  const pad = 2;
  const [middleX, middleY] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  const [dx, dy] = [x - middleX, y - middleY];
  const reach = Math.min(
    dx === 0 ? 1 : ((box.right - box.left) / 2 + pad) / Math.abs(dx),
    dy === 0 ? 1 : ((box.bottom - box.top) / 2 + pad) / Math.abs(dy),
    1,
  );
  return [middleX + dx * reach, middleY + dy * reach];
}
