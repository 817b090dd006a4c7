/** Polar axes: their circles, rays and names, as shapes. */

import type { Room } from './axisShapes.ts';
import type { FigureAxes } from './figure.ts';
import type { Frame, PolarFrame } from './frame.ts';
import { type Polyline, path, type Shape } from './shapes.ts';
import { turnedText } from './turnedText.ts';
import { plainWords } from './words.ts';

const STEPS = 180;

export function circle([x, y]: readonly [number, number], radius: number): Polyline {
  const points: number[] = [];
  for (let step = 0; step <= STEPS; step++) {
    const angle = (step / STEPS) * 2 * Math.PI;
    points.push(x + radius * Math.cos(angle), y - radius * Math.sin(angle));
  }
  return points;
}

/** How far from the centre a value on the radius is. */
function reachOf(frame: Frame, polar: PolarFrame, value: number): number {
  const [x, y] = frame.place(0, value);
  return Math.hypot(x - polar.centre[0], y - polar.centre[1]);
}

export function polarGrid(axes: FigureAxes, frame: Frame): Shape[] {
  const polar = frame.polar!;
  const shapes: Shape[] = [];
  const rays = axes.x.major.grid;
  if (rays !== null && axes.x.shown) {
    const lines = axes.x.ticks.map(({ at }) => [
      ...polar.centre,
      polar.centre[0] + polar.radius * Math.cos(polar.turn(at)),
      polar.centre[1] - polar.radius * Math.sin(polar.turn(at)),
    ]);
    shapes.push(
      path('grid', lines, { stroke: rays.ink, width: rays.width, dash: rays.dash, opacity: rays.opacity }),
    );
  }
  const rings = axes.y.major.grid;
  if (rings !== null && axes.y.shown) {
    const lines = ringTicks(axes).map(({ at }) => circle(polar.centre, reachOf(frame, polar, at)));
    shapes.push(
      path('grid', lines, {
        stroke: rings.ink,
        width: rings.width,
        dash: rings.dash,
        opacity: rings.opacity,
      }),
    );
  }
  return shapes;
}

function ringTicks(axes: FigureAxes) {
  const space = Math.abs(axes.y.high - axes.y.low) * 1e-6;
  return axes.y.ticks.filter(
    ({ at, minor }) => !minor && at >= axes.y.low - space && at <= axes.y.high + space,
  );
}

/** Names around the circle and along its radius, and the circle itself. */
export function polarFrame(axes: FigureAxes, frame: Frame): { shapes: Shape[]; room: Room } {
  const polar = frame.polar!;
  const shapes: Shape[] = [];
  const side = axes.sides[0];
  if (side !== undefined)
    shapes.push(
      path('axis', [circle(polar.centre, polar.radius)], { stroke: side.ink ?? 'muted', width: side.width }),
    );
  let widest = 0;
  const { name, pad } = axes.x.major;
  for (const { at, text } of axes.x.shown && axes.x.major.named.length > 0 ? axes.x.ticks : []) {
    const angle = polar.turn(at);
    const far = polar.radius + pad + name.size * 0.35;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const align = cos > 0.25 ? 'start' : cos < -0.25 ? 'end' : 'middle';
    const vertical = sin > 0.7 ? 'bottom' : sin < -0.7 ? 'top' : 'middle';
    const words = plainWords(text);
    shapes.push(
      turnedText('tick', words, polar.centre[0] + far * cos, polar.centre[1] - far * sin, {
        ...name,
        align,
        vertical,
      }),
    );
    widest = Math.max(widest, pad + name.size * 1.6);
  }
  const along = polar.turn(axes.polar!.named);
  const look = { ...axes.y.major.name, align: 'start', vertical: 'bottom' } as const;
  for (const { at, text } of axes.y.shown && axes.y.major.named.length > 0 ? ringTicks(axes) : []) {
    const far = reachOf(frame, polar, at);
    const [x, y] = [polar.centre[0] + far * Math.cos(along), polar.centre[1] - far * Math.sin(along)];
    shapes.push(turnedText('tick', plainWords(text), x, y, look));
  }
  return { shapes, room: { left: widest, right: widest, bottom: widest, top: widest } };
}
