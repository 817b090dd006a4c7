/** The ticks of axes with their names, the grid, the frame's sides, labels and titles, as shapes. */
import type { FigureAxes, FigureAxis, FigureTick, TickLook } from './figure.ts';
import type { Frame } from './frame.ts';
import { path, type Shape } from './shapes.ts';
import { sizeOf, turnedText } from './turnedText.ts';
import { plainWords } from './words.ts';

/** Room that names and the label beside each side take, in points outwards from the frame. */
export type Room = Record<'left' | 'right' | 'bottom' | 'top', number>;

interface Lines {
  readonly lines: number[][];
  readonly ink: string;
  readonly width: number;
}

const OUTWARDS = { left: [-1, 0], right: [1, 0], bottom: [0, 1], top: [0, -1] } as const;

/** Where a side of the frame lies: the x of an upright one, the y of a level one. */
function sideAt(axes: FigureAxes, frame: Frame, name: string): number {
  const edge =
    { left: frame.left, right: frame.right, bottom: frame.bottom, top: frame.top }[name] ?? frame.left;
  const side = axes.sides.find(each => each.name === name);
  if (side === undefined || side.at.kind === 'edge') return edge;
  const upright = name === 'left' || name === 'right';
  const { kind, value } = side.at;
  if (kind === 'outward')
    return edge + value * (upright ? OUTWARDS[name as 'left'][0] : OUTWARDS[name as 'top'][1]);
  if (upright) {
    const share = kind === 'axes' ? value : frame.x.share(value);
    return frame.left + share * (frame.right - frame.left);
  }
  const share = kind === 'axes' ? value : frame.y.share(value);
  return frame.bottom - share * (frame.bottom - frame.top);
}

/** Places of the ticks along an axis that lie inside the frame. */
function placed(axis: FigureAxis, frame: Frame, along: 'x' | 'y'): { tick: FigureTick; at: number }[] {
  const measure = along === 'x' ? frame.x : frame.y;
  const found: { tick: FigureTick; at: number }[] = [];
  for (const tick of axis.ticks) {
    const share = measure.share(tick.at);
    if (!(share >= -1e-6 && share <= 1 + 1e-6)) continue;
    const at =
      along === 'x'
        ? frame.left + share * (frame.right - frame.left)
        : frame.bottom - share * (frame.bottom - frame.top);
    found.push({ tick, at });
  }
  return found;
}

export function gridShapes(axes: FigureAxes, frame: Frame): Shape[] {
  const shapes: Shape[] = [];
  for (const along of ['x', 'y'] as const) {
    for (const minor of [true, false]) {
      const grid = (minor ? axes[along].minor : axes[along].major).grid;
      if (grid === null || !axes[along].shown) continue;
      const lines = placed(axes[along], frame, along)
        .filter(({ tick }) => tick.minor === minor)
        .map(({ at }) =>
          along === 'x' ? [at, frame.top, at, frame.bottom] : [frame.left, at, frame.right, at],
        );
      const { ink, width, dash, opacity } = grid;
      if (lines.length > 0)
        shapes.push(path('grid', lines, { stroke: ink, width, dash, opacity, clip: frame }));
    }
  }
  return shapes;
}

/** The marks and names of both axes. */
export function tickShapes(axes: FigureAxes, frame: Frame): { shapes: Shape[]; room: Room } {
  const room: Room = { left: 0, right: 0, bottom: 0, top: 0 };
  const shapes: Shape[] = [];
  for (const along of ['x', 'y'] as const) {
    const axis = axes[along];
    if (!axis.shown) continue;
    for (const side of along === 'x' ? (['bottom', 'top'] as const) : (['left', 'right'] as const)) {
      const edge = sideAt(axes, frame, side);
      for (const look of [axis.minor, axis.major]) {
        const ticks = placed(axis, frame, along).filter(({ tick }) => tick.minor === (look === axis.minor));
        shapes.push(...sideShapes(ticks, look, side, edge, room));
      }
    }
    shapes.push(...offsetShapes(axis, frame, along));
  }
  return { shapes, room };
}

function sideShapes(
  ticks: readonly { tick: FigureTick; at: number }[],
  look: TickLook,
  side: keyof Room,
  edge: number,
  room: Room,
): Shape[] {
  const [dx, dy] = OUTWARDS[side];
  const out = { out: look.length, in: 0, inout: look.length / 2 }[look.direction];
  const inwards = look.length - out;
  const spot = (at: number, reach: number): [number, number] =>
    dx === 0 ? [at, edge + dy * reach] : [edge + dx * reach, at];
  const shapes: Shape[] = [];
  if (look.sides.includes(side) && look.length > 0 && look.width > 0 && ticks.length > 0) {
    const marks: Lines = {
      lines: ticks.map(({ at }) => [...spot(at, -inwards), ...spot(at, out)]),
      ink: look.ink ?? 'muted',
      width: look.width,
    };
    shapes.push(path('axis', marks.lines, { stroke: marks.ink, width: marks.width }));
    room[side] = Math.max(room[side], out);
  }
  if (!look.named.includes(side)) return shapes;
  const start = (look.sides.includes(side) ? out : 0) + look.pad;
  for (const { tick, at } of ticks) {
    const words = plainWords(tick.text);
    if (words.trim() === '') continue;
    const standing = dx === 0;
    const vertical = side === 'bottom' ? 'top' : side === 'top' ? 'bottom' : look.name.vertical;
    const align = standing ? look.name.align : side === 'left' ? 'end' : 'start';
    const name = { ...look.name, align, vertical } as const;
    const { width, height } = sizeOf(words, name);
    shapes.push(turnedText('tick', words, ...spot(at, start), name));
    room[side] = Math.max(room[side], start + (standing ? height : width));
  }
  return shapes;
}

/** What the names are multiplied with, at the end of the axis. */
function offsetShapes(axis: FigureAxis, frame: Frame, along: 'x' | 'y'): Shape[] {
  if (axis.offset === '') return [];
  const look = { ...axis.major.name, angle: 0 };
  const words = plainWords(axis.offset);
  const right = axis.major.named.includes('right') && !axis.major.named.includes('left');
  if (along === 'y') {
    const place = { ...look, align: right ? 'end' : 'start', vertical: 'bottom' } as const;
    return [turnedText('tick', words, right ? frame.right : frame.left, frame.top - 3, place)];
  }
  const start = axis.major.length + axis.major.pad + look.size;
  return [
    turnedText('tick', words, frame.right, frame.bottom + start + 3, {
      ...look,
      align: 'end',
      vertical: 'top',
    }),
  ];
}

export function frameSides(axes: FigureAxes, frame: Frame): Shape[] {
  return axes.sides.map(side => {
    const at = sideAt(axes, frame, side.name);
    const upright = side.name === 'left' || side.name === 'right';
    const line = upright ? [at, frame.top, at, frame.bottom] : [frame.left, at, frame.right, at];
    return path('axis', [line], { stroke: side.ink ?? 'muted', width: side.width });
  });
}

/** The words beside the axes and above them. */
export function wordShapes(axes: FigureAxes, frame: Frame, room: Room): Shape[] {
  const shapes: Shape[] = [];
  const taken: Room = { ...room };
  for (const along of ['x', 'y'] as const) {
    const { label, shown } = axes[along];
    const words = plainWords(label.text);
    if (words === '' || !shown) continue;
    const side = label.side as keyof Room;
    const { width, height } = sizeOf(words, label.look);
    const out = room[side] + label.pad;
    if (along === 'x') {
      const x = frame.left + label.at * (frame.right - frame.left);
      const y = side === 'top' ? frame.top - out : frame.bottom + out;
      const vertical = side === 'top' ? 'bottom' : 'top';
      shapes.push(turnedText('label', words, x, y, { ...label.look, vertical }));
      taken[side] = out + height;
    } else {
      const x = side === 'right' ? frame.right + out : frame.left - out;
      const y = frame.bottom - label.at * (frame.bottom - frame.top);
      // The upright label is aligned along the axis.
      const turned = Math.abs(label.look.angle % 180) === 90;
      const vertical = turned
        ? ({ start: 'bottom', middle: 'middle', end: 'top' } as const)[label.look.align]
        : 'middle';
      const align = side === 'right' ? 'start' : 'end';
      shapes.push(turnedText('label', words, x, y, { ...label.look, align, vertical }));
      taken[side] = out + width;
    }
  }
  for (const { text, look, pad, y } of axes.titles) {
    const across = { start: frame.left, middle: (frame.left + frame.right) / 2, end: frame.right }[
      look.align
    ];
    const above =
      y === null
        ? frame.top - (taken.top > 0 ? taken.top + 2 : 0)
        : frame.bottom - y * (frame.bottom - frame.top);
    shapes.push(turnedText('title', plainWords(text), across, above - pad, look));
  }
  return shapes;
}
