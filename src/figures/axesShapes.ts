/** One set of axes with all around it, as shapes. */
import type { FigureAxes, FigureColorBar } from './figure.ts';
import { BAR_GAP, BAR_WIDTH, barTicks, type Frame, frameOf, seriesOf, shortened } from './frame.ts';
import { seriesShapes } from './seriesShapes.ts';
import { type Box, path, rectangle, type Shape, textShape } from './shapes.ts';
import { plainWords, textWidth } from './words.ts';

const TICK = 3.5;
const GAP = 3.5;

/** Draws axes into a cell; both in points. */
export function axesShapes(axes: FigureAxes, cell: Box): { frame: Frame; shapes: Shape[] } {
  const frame = frameOf(axes, cell);
  const image = axes.primitives.find(each => each.kind === 'image');
  const shapes: Shape[] = [];
  if (!axes.bare) {
    if (axes.face !== null) shapes.push(path('face', [rectangle(frame)], { fill: axes.face }));
    shapes.push(...gridShapes(axes, frame));
  }
  if (image) {
    const [left, right] = [frame.x.place(image.left), frame.x.place(image.rightEdge)];
    const [top, bottom] = [frame.y.place(image.top), frame.y.place(image.bottom)];
    shapes.push({
      kind: 'image',
      box: {
        left: Math.min(left, right),
        right: Math.max(left, right),
        top: Math.min(top, bottom),
        bottom: Math.max(top, bottom),
      },
      clip: frame,
      rows: image.rows,
      columns: image.columns,
      channels: image.channels,
      values: image.values,
      mirrored: { across: right < left, up: bottom < top },
    });
  }
  for (const [position, each] of seriesOf(axes).entries())
    shapes.push(...seriesShapes(each, position, frame));
  if (!axes.bare) shapes.push(...axisShapes(axes, frame));
  shapes.push(...saidShapes(axes, frame), ...wordShapes(axes, frame, cell));
  if (axes.colorBar !== null) shapes.push(...colorBarShapes(axes.colorBar, axes, frame));
  return { frame, shapes };
}

function gridShapes(axes: FigureAxes, frame: Frame): Shape[] {
  const { left, right, top, bottom } = frame;
  const lines: number[][] = [];
  if (axes.grid === 'both' || axes.grid === 'x') {
    for (const { at } of frame.x.ticks) lines.push([frame.x.place(at), top, frame.x.place(at), bottom]);
  }
  if (axes.grid === 'both' || axes.grid === 'y') {
    for (const { at } of frame.y.ticks) lines.push([left, frame.y.place(at), right, frame.y.place(at)]);
  }
  return lines.length === 0 ? [] : [path('grid', lines, { stroke: 'faint' })];
}

/** The frame's sides, the ticks on them and their names. */
function axisShapes(axes: FigureAxes, frame: Frame): Shape[] {
  const { left, right, top, bottom } = frame;
  const sides: Record<string, number[]> = {
    left: [left, top, left, bottom],
    right: [right, top, right, bottom],
    top: [left, top, right, top],
    bottom: [left, bottom, right, bottom],
  };
  const lines = axes.sides.flatMap(side => (sides[side] === undefined ? [] : [sides[side]]));
  const shapes: Shape[] = [];
  for (const { at, text } of frame.x.ticks) {
    const x = frame.x.place(at);
    lines.push([x, bottom, x, bottom + TICK]);
    if (axes.x.named) shapes.push(nameBelow(text, x, bottom + TICK + GAP, axes.x.size, frame.nameAngle));
  }
  for (const { at, text } of frame.y.ticks) {
    const y = frame.y.place(at);
    lines.push([left - TICK, y, left, y]);
    if (axes.y.named) shapes.push(tickName(text, left - TICK - GAP, y, 'end', axes.y.size));
  }
  for (const { at, text } of frame.second?.ticks ?? []) {
    const y = frame.second!.place(at);
    lines.push([right, y, right + TICK, y]);
    if (axes.right?.named) shapes.push(tickName(text, right + TICK + GAP, y, 'start', axes.right.size));
  }
  return [path('axis', lines, { stroke: 'muted' }), ...shapes];
}

function tickName(text: string, x: number, y: number, align: 'start' | 'end', size: number): Shape {
  return textShape('tick', shortened(text), x, y, {
    align,
    vertical: 'middle',
    size,
    hint: shortened(text) === text ? '' : text,
  });
}

function nameBelow(text: string, x: number, y: number, size: number, angle: number): Shape {
  const hint = shortened(text) === text ? '' : text;
  if (angle === 0)
    return textShape('tick', shortened(text), x, y, { align: 'middle', vertical: 'top', size, hint });
  return textShape('tick', shortened(text), x, y, { align: 'end', vertical: 'middle', size, angle, hint });
}

function saidShapes(axes: FigureAxes, frame: Frame): Shape[] {
  const shapes: Shape[] = [];
  for (const each of axes.primitives) {
    if (each.kind !== 'text') continue;
    const x = each.shares.includes('x')
      ? frame.left + each.x * (frame.right - frame.left)
      : frame.x.place(each.x);
    const y = each.shares.includes('y')
      ? frame.bottom - each.y * (frame.bottom - frame.top)
      : frame.y.place(each.y);
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
    const { align, vertical, size, bold, angle } = each;
    const words = plainWords(each.text);
    if (each.box !== null) shapes.push(boxBehind(words, x, y, each));
    shapes.push(
      textShape('said', words, x, y, { align, vertical, size, bold, angle, ink: each.color ?? 'ink' }),
    );
  }
  return shapes;
}

function boxBehind(
  words: string,
  x: number,
  y: number,
  { align, vertical, size, box }: { align: string; vertical: string; size: number; box: string | null },
): Shape {
  const [wide, high] = [textWidth(words, size), words.split('\n').length * size * 1.2];
  const left = x - (align === 'start' ? 0 : align === 'middle' ? wide / 2 : wide);
  const top = y - (vertical === 'top' ? 0 : vertical === 'middle' ? high / 2 : high);
  const edges = { left: left - 3, right: left + wide + 3, top: top - 2, bottom: top + high + 2 };
  return path('box', [rectangle(edges)], { fill: box, stroke: 'muted', opacity: 0.85 });
}

function wordShapes(axes: FigureAxes, frame: Frame, cell: Box): Shape[] {
  const middle = (frame.left + frame.right) / 2;
  const centre = (frame.top + frame.bottom) / 2;
  const shapes: Shape[] = [];
  const { labelSize: size, titleSize } = axes;
  if (axes.title !== '') {
    const wide = cell.right - cell.left;
    const words = plainWords(axes.title);
    // A title that is wider than its cell would run into its neighbour's.
    const fit = Math.min(
      titleSize,
      Math.max(6.5, (titleSize * wide) / Math.max(1, textWidth(words, titleSize))),
    );
    const half = Math.min(wide, textWidth(words, fit)) / 2;
    const x = Math.max(cell.left + half, Math.min(cell.right - half, middle));
    shapes.push(
      textShape('title', words, x, frame.top - 5, { align: 'middle', vertical: 'bottom', size: fit }),
    );
  }
  if (axes.bare) return shapes;
  if (axes.xLabel !== '') {
    const named = axes.x.marked && axes.x.named;
    const y = frame.bottom + (named ? TICK + GAP + frame.room.bottom : 4) + 1;
    shapes.push(
      textShape('label', plainWords(axes.xLabel), middle, y, { align: 'middle', vertical: 'top', size }),
    );
  }
  const upright = (text: string, x: number): Shape =>
    textShape('label', plainWords(text), x, centre, { align: 'middle', vertical: 'middle', size, angle: 90 });
  if (axes.yLabel !== '') {
    const named = axes.y.marked && axes.y.named;
    const x = frame.left - (named ? TICK + GAP + frame.room.left : 4) - 3 - size / 2;
    shapes.push(upright(axes.yLabel, Math.max(cell.left + size / 2 + 1, x)));
  }
  if (axes.rightLabel !== '') {
    shapes.push(upright(axes.rightLabel, frame.right + TICK + GAP + frame.room.right + 4 + size / 2));
  }
  return shapes;
}

function colorBarShapes(bar: FigureColorBar, axes: FigureAxes, frame: Frame): Shape[] {
  const second = axes.right === null ? 0 : TICK + GAP + frame.room.right + (axes.rightLabel === '' ? 2 : 16);
  const left = frame.right + second + BAR_GAP;
  const right = left + BAR_WIDTH;
  const high = frame.bottom - frame.top;
  const step = high / bar.colors.length;
  const shapes: Shape[] = bar.colors.map((color, index) => {
    const bottom = frame.bottom - index * step;
    return path('bar', [rectangle({ left, right, bottom, top: bottom - step })], {
      fill: color,
      stroke: color,
      width: 0.4,
    });
  });
  const { top, bottom } = frame;
  const lines = [[...rectangle({ left, right, top, bottom })]];
  const range = bar.high - bar.low || 1;
  const ticks =
    bar.ticks === null
      ? barTicks(bar.low, bar.high)
      : [...bar.ticks].map((at, index) => ({ at, text: bar.names[index] ?? '' }));
  let widest = 0;
  for (const { at, text } of ticks) {
    const y = bottom - ((at - bar.low) / range) * high;
    if (y < top - 0.5 || y > bottom + 0.5) continue;
    lines.push([right, y, right + 3, y]);
    widest = Math.max(widest, textWidth(text, 10));
    shapes.push(tickName(text, right + 3 + GAP, y, 'start', 10));
  }
  shapes.push(path('axis', lines, { stroke: 'muted', width: 0.6 }));
  if (bar.label !== '') {
    const look = { align: 'middle', vertical: 'middle', angle: 90 } as const;
    shapes.push(
      textShape('label', plainWords(bar.label), right + GAP + widest + 12, (top + bottom) / 2, look),
    );
  }
  return shapes;
}
