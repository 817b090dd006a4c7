/**
 * Where a figure's data coordinates lie in its picture: ranges, scales and ticks of each axis.
 */
import type { FigureAxes, FigurePrimitive, FigureScale } from '../../src/protocol.ts';
import { type Range, rangeOf, ticksOf } from './figure-scale.ts';
import { significant } from './format.ts';

export const WIDTH = 420;
export const HEIGHT = 280;
const LEFT = 48;
const TOP = 26;
const BOTTOM = 40;
/** Room at the right: for a second axis, and for a colour bar behind it. */
const RIGHT = 12;
const SECOND_AXIS = 36;
const COLOR_BAR = 58;

/** Tick names longer than this are cut off; the whole name is in the tooltip. */
export const LONGEST_NAME = 12;
/** About the width of a letter of a tick's name. */
const LETTER = 5.8;

export type Series = Exclude<FigurePrimitive, { kind: 'image' | 'text' }>;

/** What has a place in the legend and the table. */
export function seriesOf(axes: FigureAxes): Series[] {
  return axes.primitives.filter(each => each.kind !== 'image' && each.kind !== 'text');
}

/** One axis: from data to the picture. */
export interface Axis {
  readonly range: Range;
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
  place(value: number): number;
}

export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: Axis;
  readonly y: Axis;
  /** The second vertical axis, where there is one. */
  readonly second: Axis | null;
}

/** A tick's number: its own digits, or three of them and a power where it has many. */
function tickText(tick: number): string {
  const plain = String(tick).replace('-', '−');
  return plain.length <= 7 ? plain : significant(tick);
}

export function frameOf(axes: FigureAxes): Frame {
  const bare = axes.bare;
  const longest = Math.max(0, ...axes.y.names.map(name => Math.min(name.length, LONGEST_NAME)));
  const left = bare ? RIGHT : Math.max(LEFT, 24 + longest * LETTER);
  const room = (axes.right === null ? 0 : SECOND_AXIS) + (axes.colorBar === null ? 0 : COLOR_BAR);
  const box = { left, right: WIDTH - RIGHT - room, top: TOP, bottom: HEIGHT - (bare ? RIGHT : BOTTOM) };
  const first = seriesOf(axes).filter(each => !each.right);
  const seconds = seriesOf(axes).filter(each => each.right);
  let across = rangeFor(axes, axes.x, 'x', seriesOf(axes));
  let up = rangeFor(axes, axes.y, 'y', first);
  if (axes.equal) {
    [across, up] = equalled(across, up, (box.right - box.left) / (box.bottom - box.top));
  }
  return {
    ...box,
    x: axisOf(axes.x, across, box.left, box.right, 6),
    y: axisOf(axes.y, up, box.bottom, box.top, 5),
    second:
      axes.right === null
        ? null
        : axisOf(axes.right, rangeFor(axes, axes.right, 'y', seconds), box.bottom, box.top, 5),
  };
}

/** The values of a drawing along one direction. */
function* extent(each: Series, along: 'x' | 'y'): Generator<number> {
  if (each.kind !== 'bars') {
    yield* each[along];
    return;
  }
  const isAcross = (along === 'x') !== each.horizontal;
  for (const [index, x] of each.x.entries()) {
    if (isAcross) {
      yield x - each.width / 2;
      yield x + each.width / 2;
    } else {
      yield each.bottom[index] ?? 0;
      yield (each.bottom[index] ?? 0) + (each.height[index] ?? 0);
    }
  }
}

function rangeFor(axes: FigureAxes, scale: FigureScale, along: 'x' | 'y', series: readonly Series[]): Range {
  const image = axes.primitives.find(each => each.kind === 'image');
  let range: Range;
  if (image) {
    // An image fills its axes; its first row is where `top` says.
    range =
      along === 'x' ? { low: image.left, high: image.rightEdge } : { low: image.bottom, high: image.top };
  } else {
    const values = series.flatMap(each => [...extent(each, along)]);
    const shown = scale.log ? values.filter(value => value > 0).map(Math.log10) : values;
    range = rangeOf(shown);
    if (scale.log) {
      range = { low: 10 ** range.low, high: 10 ** range.high };
    } else if (onFloor(series, along) && !values.some(value => value < 0)) {
      range = { low: 0, high: range.high };
    }
  }
  const low = scale.low !== null && !(scale.log && scale.low <= 0) ? scale.low : range.low;
  const high = scale.high !== null && !(scale.log && scale.high <= 0) ? scale.high : range.high;
  return low === high ? { low: low - 0.5, high: high + 0.5 } : { low, high };
}

/** Bars stand on the axis. */
function onFloor(series: readonly Series[], along: 'x' | 'y'): boolean {
  return series.some(each => each.kind === 'bars' && each.horizontal === (along === 'x'));
}

/** Both ranges widened until a unit is as long across as up; `ratio` is the picture's width by its height. */
function equalled(across: Range, up: Range, ratio: number): [Range, Range] {
  const wide = Math.abs(across.high - across.low);
  const high = Math.abs(up.high - up.low);
  const grown = (range: Range, factor: number): Range => {
    const middle = (range.low + range.high) / 2;
    return {
      low: middle + (range.low - middle) * factor,
      high: middle + (range.high - middle) * factor,
    };
  };
  const wanted = high * ratio;
  return wanted > wide ? [grown(across, wanted / wide), up] : [across, grown(up, wide / ratio / high)];
}

function axisOf(scale: FigureScale, range: Range, from: number, to: number, wanted: number): Axis {
  const measure = scale.log ? Math.log10 : (value: number): number => value;
  const [low, high] = [measure(range.low), measure(range.high)];
  const inside = (value: number): boolean =>
    value >= Math.min(range.low, range.high) && value <= Math.max(range.low, range.high);
  return {
    range,
    ticks: ticksFor(scale, range, wanted).filter(({ at }) => inside(at)),
    place: value => from + ((measure(value) - low) / (high - low)) * (to - from),
  };
}

function ticksFor(scale: FigureScale, range: Range, wanted: number): { at: number; text: string }[] {
  if (scale.ticks !== null) {
    // Many names side by side would cover one another.
    const step = Math.ceil(scale.ticks.length / 24);
    return [...scale.ticks]
      .map((at, index) => ({ at, text: scale.names[index] ?? tickText(at) }))
      .filter((_tick, index) => index % step === 0);
  }
  const [low, high] = [Math.min(range.low, range.high), Math.max(range.low, range.high)];
  if (!scale.log) {
    return ticksOf({ low, high }, wanted).map(at => ({ at, text: tickText(at) }));
  }
  const powers: { at: number; text: string }[] = [];
  for (let power = Math.ceil(Math.log10(low)); 10 ** power <= high * 1.0001; power++) {
    powers.push({ at: 10 ** power, text: tickText(Number(`1e${power}`)) });
  }
  return powers.length >= 2 ? powers : ticksOf({ low, high }, wanted).map(at => ({ at, text: tickText(at) }));
}
