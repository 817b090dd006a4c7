/** Where a figure's coordinates lie in its picture. */
import type { FigureAxes, FigureAxis, FigurePrimitive, FigureSpot, Measure } from './figure.ts';
import { measureOf } from './scales.ts';
import type { Box } from './shapes.ts';

/** What has values for the table. */
export type Series = Exclude<FigurePrimitive, { kind: 'image' | 'text' }>;

export function seriesOf(axes: FigureAxes): Series[] {
  return axes.primitives.filter(each => each.kind !== 'image' && each.kind !== 'text');
}

/** One axis: from data to shares of the axes' length. */
export interface Along {
  share(value: number): number;
  readonly low: number;
  readonly high: number;
}

/** The axes' box in the picture, in points, and what places in it are. */
export interface Frame extends Box {
  readonly whole: { readonly width: number; readonly height: number };
  readonly x: Along;
  readonly y: Along;
  readonly polar: PolarFrame | null;
  /** From data to the picture. */
  place(x: number, y: number): readonly [number, number];
}

export interface PolarFrame {
  readonly centre: readonly [number, number];
  readonly radius: number;
  /** From an angle to that in the picture, in radians against the clock from the right. */
  turn(angle: number): number;
}

function alongOf({ scale, low, high }: FigureAxis): Along {
  const measure = measureOf(scale);
  const [first, last] = [measure(low), measure(high)];
  return { low, high, share: value => (measure(value) - first) / (last - first) };
}

export function frameOf(axes: FigureAxes, whole: { width: number; height: number }): Frame {
  const { left, bottom, width, height } = axes.box;
  const box: Box = {
    left: left * whole.width,
    right: (left + width) * whole.width,
    top: (1 - bottom - height) * whole.height,
    bottom: (1 - bottom) * whole.height,
  };
  const [x, y] = [alongOf(axes.x), alongOf(axes.y)];
  if (axes.polar === null) {
    const place = (across: number, up: number): [number, number] => [
      box.left + x.share(across) * (box.right - box.left),
      box.bottom - y.share(up) * (box.bottom - box.top),
    ];
    return { ...box, whole, x, y, polar: null, place };
  }
  const { zero, direction, origin } = axes.polar;
  const centre = [(box.left + box.right) / 2, (box.top + box.bottom) / 2] as const;
  const radius = Math.min(box.right - box.left, box.bottom - box.top) / 2;
  const turn = (angle: number): number => zero + direction * angle;
  const measure = measureOf(axes.y.scale);
  const [first, last] = [measure(origin), measure(axes.y.high)];
  const place = (angle: number, far: number): [number, number] => {
    const reach = Math.max(0, ((measure(far) - first) / (last - first)) * radius);
    return [centre[0] + reach * Math.cos(turn(angle)), centre[1] - reach * Math.sin(turn(angle))];
  };
  return { ...box, whole, x, y, polar: { centre, radius, turn }, place };
}

/** Where a spot lies in the picture. */
export function spotIn(frame: Frame, { x, y, measures, offset }: FigureSpot): [number, number] {
  const [across, up] = placing(frame, measures)(x, y);
  return [across + offset[0], up - offset[1]];
}

/** From coordinates by these measures to the picture. */
export function placing(
  frame: Frame,
  [xs, ys]: readonly [Measure, Measure],
): (x: number, y: number) => readonly [number, number] {
  if (xs === 'data' && ys === 'data') return frame.place;
  const across = (x: number): number => {
    switch (xs) {
      case 'data':
        return frame.left + frame.x.share(x) * (frame.right - frame.left);
      case 'axes':
        return frame.left + x * (frame.right - frame.left);
      case 'figure':
        return x * frame.whole.width;
      case 'points':
        return x;
    }
  };
  const up = (y: number): number => {
    switch (ys) {
      case 'data':
        return frame.bottom - frame.y.share(y) * (frame.bottom - frame.top);
      case 'axes':
        return frame.bottom - y * (frame.bottom - frame.top);
      case 'figure':
        return (1 - y) * frame.whole.height;
      case 'points':
        return frame.whole.height - y;
    }
  };
  return (x, y) => [across(x), up(y)];
}
