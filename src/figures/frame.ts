/** Where a figure's data coordinates lie in its picture: ranges, scales, ticks and the room around the axes. */
import type { FigureAxes, FigurePrimitive, FigureScale } from './figure.ts';
import { powersOf, type Range, rangeOf, ticksOf } from './ranges.ts';
import type { Box } from './shapes.ts';
import { plainWords, powerText, textWidth, tickTexts } from './words.ts';

/** Tick names longer than this are cut off. */
export const LONGEST_NAME = 18;
/** Room for a colour bar: gap, bar and gap to its ticks. */
export const BAR_GAP = 8;
export const BAR_WIDTH = 11;
const TICK = 3.5;
const GAP = 3.5;
/** More names than this side by side would cover one another. */
const MOST_NAMES = 48;

/** What has a place in the legend and the table. */
export type Series = Exclude<FigurePrimitive, { kind: 'image' | 'text' }>;

export function seriesOf(axes: FigureAxes): Series[] {
  return axes.primitives.filter(each => each.kind !== 'image' && each.kind !== 'text');
}

/** One axis: from data to the picture. */
export interface Axis {
  readonly range: Range;
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
  place(value: number): number;
}

export interface Frame extends Box {
  readonly x: Axis;
  readonly y: Axis;
  /** The second vertical axis, where there is one. */
  readonly second: Axis | null;
  /** Of the names below, in degrees against the clock. */
  readonly nameAngle: number;
  /** Widths of the names at the left and right, and the height of those below. */
  readonly room: { readonly left: number; readonly right: number; readonly bottom: number };
}

export function shortened(text: string): string {
  return text.length <= LONGEST_NAME ? text : `${text.slice(0, LONGEST_NAME - 1)}…`;
}

/** How high the lines of a text are. */
export function textHeight(text: string, size: number): number {
  return text === '' ? 0 : text.split('\n').length * size * 1.25;
}

/** The axes' place in their cell, with room for what stands around them. */
export function frameOf(axes: FigureAxes, cell: Box): Frame {
  const first = seriesOf(axes).filter(each => !each.right);
  const seconds = seriesOf(axes).filter(each => each.right);
  const across = rangeFor(axes, axes.x, 'x', seriesOf(axes), cell.right - cell.left);
  const up = rangeFor(axes, axes.y, 'y', first, cell.bottom - cell.top);
  const right = axes.right === null ? null : rangeFor(axes, axes.right, 'y', seconds, 1);
  const named = (scale: FigureScale): boolean => !axes.bare && scale.marked && scale.named;
  const line = axes.x.size * 1.25;
  const label = axes.labelSize * 1.3;
  const top = cell.top + textHeight(axes.title, axes.titleSize) + (axes.title === '' ? 5 : 7);
  const below = axes.bare || axes.xLabel === '' ? 0 : label + 1;
  let bottom = cell.bottom - (named(axes.x) ? TICK + GAP + line : 6) - below;

  const yTicks = axes.bare ? [] : ticksFor(axes.y, up, (bottom - top) / (axes.y.size * 1.9));
  const widest = named(axes.y) ? widestOf(yTicks, axes.y.size) : 0;
  const rightTicks = right === null ? [] : ticksFor(axes.right!, right, (bottom - top) / 19);
  const widestRight = axes.right !== null && named(axes.right) ? widestOf(rightTicks, axes.right.size) : 0;
  const most = (cell.right - cell.left) * 0.42;
  const leftRoom = named(axes.y) ? TICK + GAP + widest : 6;
  const left = cell.left + Math.min(most, leftRoom + (axes.bare || axes.yLabel === '' ? 0 : label + 2));
  const rightRoom = right === null ? 8 : TICK + GAP + widestRight + (axes.rightLabel === '' ? 2 : label + 4);
  const edge = cell.right - Math.min(most, rightRoom + colorBarRoom(axes));

  const xTicks = axes.bare ? [] : ticksFor(axes.x, across, (edge - left) / (axes.x.size * 3.4));
  const { angle, height } = named(axes.x) ? namesBelow(axes.x, xTicks, edge - left) : { angle: 0, height: 0 };
  if (angle !== 0)
    bottom = Math.min(
      bottom,
      cell.bottom - below - TICK - GAP - Math.min(height, (cell.bottom - cell.top) * 0.42),
    );

  let box: Box = { left, right: edge, top, bottom: Math.max(bottom, top + 10) };
  let ranges = { across, up };
  if (axes.equal === 'axes') box = fitted(box, across, up);
  else if (axes.equal === 'data')
    ranges = equalled(across, up, (box.right - box.left) / (box.bottom - box.top));
  return {
    ...box,
    x: axisOf(axes.x, ranges.across, box.left, box.right, xTicks, axes.equal === 'data' ? 6 : null),
    y: axisOf(axes.y, ranges.up, box.bottom, box.top, yTicks, axes.equal === 'data' ? 6 : null),
    second: right === null ? null : axisOf(axes.right!, right, box.bottom, box.top, rightTicks, null),
    nameAngle: angle,
    room: { left: widest, right: widestRight, bottom: angle === 0 ? line : height },
  };
}

function colorBarRoom(axes: FigureAxes): number {
  const bar = axes.colorBar;
  if (bar === null) return 0;
  const texts = bar.ticks === null ? barTicks(bar.low, bar.high).map(({ text }) => text) : bar.names;
  const widest = Math.max(0, ...texts.map(text => textWidth(text, 10)));
  return BAR_GAP + BAR_WIDTH + GAP + 3 + widest + (bar.label === '' ? 0 : 14);
}

/** The ticks beside a colour bar. */
export function barTicks(low: number, high: number): { at: number; text: string }[] {
  const ticks = ticksOf({ low, high: high > low ? high : low + 1 }, 7);
  return tickTexts(ticks).map((text, index) => ({ at: ticks[index]!, text }));
}

function widestOf(ticks: readonly { text: string }[], size: number): number {
  return Math.max(0, ...ticks.map(({ text }) => textWidth(shortened(text), size)));
}

/** How names below the axes are turned, and how high they are then. */
function namesBelow(
  scale: FigureScale,
  ticks: readonly { text: string }[],
  wide: number,
): { angle: number; height: number } {
  const widest = widestOf(ticks, scale.size);
  let { angle } = scale;
  if (angle === 0 && scale.ticks !== null && scale.names.length > 0 && ticks.length > 1) {
    const crowded =
      ticks.reduce((sum, { text }) => sum + textWidth(shortened(text), scale.size) + 4, 0) > wide;
    angle = crowded ? (ticks.length * scale.size * 1.4 > wide ? 90 : 35) : 0;
  }
  const turn = (Math.abs(angle) * Math.PI) / 180;
  return { angle, height: widest * Math.sin(turn) + scale.size * 1.25 * Math.cos(turn) };
}

/** The values of a drawing along one direction. */
function* extent(each: Series, along: 'x' | 'y'): Generator<number> {
  if (each.kind === 'arrows') {
    yield* each[along];
    return;
  }
  if (each.kind !== 'bars') {
    if (each.kind === 'mesh' || !each.shares.includes(along)) yield* each[along];
    return;
  }
  const isAcross = (along === 'x') !== each.horizontal;
  for (const [index, x] of each.x.entries()) {
    if (isAcross) {
      const half = (each.widths[index] ?? each.widths[0] ?? 0.8) / 2;
      yield x - half;
      yield x + half;
    } else {
      yield each.bottom[index] ?? 0;
      yield (each.bottom[index] ?? 0) + (each.height[index] ?? 0);
    }
  }
}

/** Points that lie on the edge of the axes; `length` is the axes' in points. */
function rangeFor(
  axes: FigureAxes,
  scale: FigureScale,
  along: 'x' | 'y',
  series: readonly Series[],
  length: number,
): Range {
  const image = axes.primitives.find(each => each.kind === 'image');
  let range: Range;
  if (image) {
    // An image fills its axes; its first row is where `top` says.
    range =
      along === 'x' ? { low: image.left, high: image.rightEdge } : { low: image.bottom, high: image.top };
  } else {
    const values = series.flatMap(each => [...extent(each, along)]);
    const shown = scale.log ? values.filter(value => value > 0).map(Math.log10) : values;
    const isMesh = series.some(each => each.kind === 'mesh');
    range = rangeOf(shown, isMesh ? 0 : length > 0 ? 0.05 : 0);
    if (scale.log) {
      range = { low: 10 ** range.low, high: 10 ** range.high };
    } else if (onFloor(series, along)) {
      const lowest = Math.min(...values.filter(Number.isFinite));
      const highest = Math.max(...values.filter(Number.isFinite));
      if (lowest >= 0) range = { low: 0, high: range.high };
      else if (highest <= 0) range = { low: range.low, high: 0 };
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

/** The largest box in the middle in which a unit is as long across as up. */
function fitted(box: Box, across: Range, up: Range): Box {
  const [wide, high] = [box.right - box.left, box.bottom - box.top];
  const ratio = Math.abs(across.high - across.low) / Math.abs(up.high - up.low);
  const [width, height] = ratio > wide / high ? [wide, wide / ratio] : [high * ratio, high];
  const [middle, centre] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  return {
    left: middle - width / 2,
    right: middle + width / 2,
    top: centre - height / 2,
    bottom: centre + height / 2,
  };
}

/** Both ranges widened until a unit is as long across as up; `ratio` is the picture's width by its height. */
function equalled(across: Range, up: Range, ratio: number): { across: Range; up: Range } {
  const wide = Math.abs(across.high - across.low);
  const high = Math.abs(up.high - up.low);
  const grown = (range: Range, factor: number): Range => {
    const middle = (range.low + range.high) / 2;
    return { low: middle + (range.low - middle) * factor, high: middle + (range.high - middle) * factor };
  };
  const wanted = high * ratio;
  return wanted > wide
    ? { across: grown(across, wanted / wide), up }
    : { across, up: grown(up, wide / ratio / high) };
}

function axisOf(
  scale: FigureScale,
  range: Range,
  from: number,
  to: number,
  ticks: readonly { at: number; text: string }[],
  again: number | null,
): Axis {
  const measure = scale.log ? Math.log10 : (value: number): number => value;
  const [low, high] = [measure(range.low), measure(range.high)];
  const space = Math.abs(range.high - range.low) * 1e-6;
  const inside = (value: number): boolean =>
    value >= Math.min(range.low, range.high) - space && value <= Math.max(range.low, range.high) + space;
  return {
    range,
    ticks: (again === null || ticks.length === 0 ? ticks : ticksFor(scale, range, again)).filter(({ at }) =>
      inside(at),
    ),
    place: value => from + ((measure(value) - low) / (high - low)) * (to - from),
  };
}

function ticksFor(scale: FigureScale, range: Range, room: number): { at: number; text: string }[] {
  if (!scale.marked) return [];
  if (scale.ticks !== null) {
    const step = Math.ceil(scale.ticks.length / MOST_NAMES);
    const texts = tickTexts([...scale.ticks]);
    return [...scale.ticks]
      .map((at, index) => ({
        at,
        text: scale.names.length > 0 ? plainWords(scale.names[index] ?? '') : texts[index]!,
      }))
      .filter((_tick, index) => index % step === 0);
  }
  const wanted = Math.max(2, Math.min(9, Math.floor(room)));
  const ordered = { low: Math.min(range.low, range.high), high: Math.max(range.low, range.high) };
  if (scale.log) {
    const powers = powersOf(ordered, wanted);
    if (powers.length >= 2) return powers.map(at => ({ at, text: powerText(at) }));
  }
  const ticks = ticksOf(ordered, wanted);
  return tickTexts(ticks).map((text, index) => ({ at: ticks[index]!, text }));
}
