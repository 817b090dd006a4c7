/**
 * One set of axes of a script's figure, drawn in the theme's colours.
 */
import type { FigureAxes, FigurePrimitive } from '../../src/protocol.ts';
import { svg } from './dom.ts';
import { type Range, rangeOf, ticksOf } from './figure-scale.ts';
import { significant } from './format.ts';

const WIDTH = 420;
const HEIGHT = 280;
const LEFT = 48;
const RIGHT = 12;
const TOP = 26;
const BOTTOM = 40;

/** How many colours the panel's charts have before they begin again. */
const CYCLE = 6;

/** Plain names, in the theme's own shade; orange is translucent in VS Code's default themes, so it is the script's. */
const NAMED: Readonly<Record<string, string>> = {
  blue: '--vscode-charts-blue',
  cyan: '--vscode-charts-blue',
  green: '--vscode-charts-green',
  red: '--vscode-charts-red',
  purple: '--vscode-charts-purple',
  magenta: '--vscode-charts-purple',
  yellow: '--vscode-charts-yellow',
  black: '--vscode-foreground',
  k: '--vscode-foreground',
  gray: '--vscode-descriptionForeground',
  grey: '--vscode-descriptionForeground',
};

/** The colour of a primitive: the theme's for plain names and the cycle, the script's own otherwise. */
export function inkOf(color: string | null, position: number): string {
  const cycled = color === null ? position : /^C\d$/.test(color) ? Number(color[1]) : null;
  if (cycled !== null) {
    return `var(--chart-${(cycled % CYCLE) + 1})`;
  }
  const plain = color!.replace(/^(tab|xkcd):/, '');
  const variable = NAMED[plain];
  return variable === undefined ? plain : `var(${variable})`;
}

/** A tick's number: its own digits, or three of them and a power where it has many. */
function tickText(tick: number): string {
  const plain = String(tick).replace('-', '−');
  return plain.length <= 7 ? plain : significant(tick);
}

type Series = Exclude<FigurePrimitive, { kind: 'image' | 'text' }>;

/** What has a place in the legend and the table. */
export function seriesOf(axes: FigureAxes): Series[] {
  return axes.primitives.filter(each => each.kind !== 'image' && each.kind !== 'text');
}

interface Frame {
  x(value: number): number;
  y(value: number): number;
  readonly across: Range;
  readonly up: Range;
}

function frameOf(axes: FigureAxes): Frame {
  const series = seriesOf(axes);
  const image = axes.primitives.find(each => each.kind === 'image');
  const xs = series.flatMap(each =>
    each.kind === 'bars' ? [...each.x].flatMap(x => [x - each.width / 2, x + each.width / 2]) : [...each.x],
  );
  const ys = series.flatMap(each => (each.kind === 'bars' ? [0, ...each.height] : [...each.y]));
  const across = image ? { low: -0.5, high: image.columns - 0.5 } : rangeOf(xs);
  const plain = rangeOf(ys);
  const onFloor = series.some(each => each.kind === 'bars') && !ys.some(value => value < 0);
  // An image's first row is at the top.
  const up = image ? { low: image.rows - 0.5, high: -0.5 } : onFloor ? { low: 0, high: plain.high } : plain;
  const width = WIDTH - LEFT - RIGHT;
  const height = HEIGHT - TOP - BOTTOM;
  return {
    across,
    up,
    x: value => LEFT + ((value - across.low) / (across.high - across.low)) * width,
    y: value => TOP + (1 - (value - up.low) / (up.high - up.low)) * height,
  };
}

/** The picture, with what it shows as its label. */
export function drawAxes(axes: FigureAxes, label: string): SVGElement {
  const frame = frameOf(axes);
  const image = axes.primitives.find(each => each.kind === 'image');
  const parts: Element[] = image ? [drawImage(image)] : drawGrid(frame);
  for (const [position, each] of seriesOf(axes).entries()) {
    parts.push(...drawSeries(each, position, frame));
  }
  for (const each of axes.primitives) {
    if (each.kind === 'text') {
      parts.push(svg('text', { class: 'tick', x: frame.x(each.x), y: frame.y(each.y) }, each.text));
    }
  }
  parts.push(...drawWords(axes));
  return svg(
    'svg',
    { class: 'plot', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': label },
    ...parts,
  );
}

function drawGrid(frame: Frame): Element[] {
  const bottom = HEIGHT - BOTTOM;
  const right = WIDTH - RIGHT;
  const parts: Element[] = [];
  for (const tick of ticksOf(frame.up, 5)) {
    const at = frame.y(tick);
    parts.push(
      svg('line', { class: 'grid', x1: LEFT, x2: right, y1: at, y2: at }),
      svg('text', { class: 'tick', x: LEFT - 6, y: at + 4, 'text-anchor': 'end' }, tickText(tick)),
    );
  }
  for (const tick of ticksOf(frame.across, 6)) {
    const at = frame.x(tick);
    parts.push(
      svg('line', { class: 'grid', x1: at, x2: at, y1: bottom, y2: bottom + 4 }),
      svg('text', { class: 'tick', x: at, y: bottom + 15, 'text-anchor': 'middle' }, tickText(tick)),
    );
  }
  return parts;
}

function drawWords(axes: FigureAxes): Element[] {
  const middle = (LEFT + WIDTH - RIGHT) / 2;
  const centre = (TOP + HEIGHT - BOTTOM) / 2;
  return [
    svg('text', { class: 'plot-title', x: middle, y: 16, 'text-anchor': 'middle' }, axes.title),
    svg('text', { class: 'tick', x: middle, y: HEIGHT - 6, 'text-anchor': 'middle' }, axes.xLabel),
    svg(
      'text',
      { class: 'tick', 'text-anchor': 'middle', transform: `translate(11 ${centre}) rotate(-90)` },
      axes.yLabel,
    ),
  ];
}

function drawSeries(series: Series, position: number, frame: Frame): SVGElement[] {
  const ink = inkOf(series.color, position);
  switch (series.kind) {
    case 'line':
      return drawLine(series, ink, frame);
    case 'points':
      return drawPoints(series.x, series.y, Math.max(1.5, Math.min(6, series.size / 2)), ink, frame);
    case 'bars':
      return [...series.x].map((x, index) => {
        const height = series.height[index] ?? 0;
        const [from, to] = [frame.x(x - series.width / 2), frame.x(x + series.width / 2)];
        const [top, bottom] = [frame.y(Math.max(0, height)), frame.y(Math.min(0, height))];
        const bar = svg(
          'rect',
          {
            class: 'figure-bar',
            x: from,
            width: Math.max(1, to - from - 1),
            y: top,
            height: Math.max(0, bottom - top),
          },
          svg('title', {}, significant(height)),
        );
        bar.style.fill = ink;
        return bar;
      });
  }
}

function drawLine(line: Extract<Series, { kind: 'line' }>, ink: string, frame: Frame): SVGElement[] {
  let path = '';
  let joined = false;
  for (let index = 0; index < line.x.length; index++) {
    const [x, y] = [line.x[index]!, line.y[index]!];
    if (!Number.isFinite(x) || !Number.isFinite(y)) {
      joined = false;
      continue;
    }
    path += `${joined ? 'L' : 'M'}${frame.x(x).toFixed(1)} ${frame.y(y).toFixed(1)}`;
    joined = true;
  }
  const drawn = svg('path', { class: `figure-line${line.dashed ? ' dashed' : ''}`, d: path });
  drawn.style.stroke = ink;
  return line.markers ? [drawn, ...drawPoints(line.x, line.y, 3, ink, frame)] : [drawn];
}

function drawPoints(
  xs: Float32Array,
  ys: Float32Array,
  radius: number,
  ink: string,
  frame: Frame,
): SVGElement[] {
  // One path of many circles: thousands of elements would make the page slow.
  let path = '';
  for (let index = 0; index < xs.length; index++) {
    const [x, y] = [frame.x(xs[index]!), frame.y(ys[index]!)];
    if (Number.isFinite(x) && Number.isFinite(y)) {
      path += `M${(x - radius).toFixed(1)} ${y.toFixed(1)}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0`;
    }
  }
  const drawn = svg('path', { class: 'figure-points', d: path });
  drawn.style.fill = ink;
  return [drawn];
}

function drawImage(image: Extract<FigurePrimitive, { kind: 'image' }>): Element {
  const canvas = document.createElement('canvas');
  canvas.width = image.columns;
  canvas.height = image.rows;
  canvas.className = 'figure-image';
  const pixels = new ImageData(image.columns, image.rows);
  const { channels } = image;
  for (let index = 0; index < image.rows * image.columns; index++) {
    for (let channel = 0; channel < 3; channel++) {
      const value = image.values[index * channels + (channels === 1 ? 0 : channel)] ?? 0;
      pixels.data[index * 4 + channel] = Math.round(255 * value);
    }
    pixels.data[index * 4 + 3] = channels === 4 ? Math.round(255 * (image.values[index * 4 + 3] ?? 1)) : 255;
  }
  canvas.getContext('2d')?.putImageData(pixels, 0, 0);
  const [width, height] = [WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM];
  const scale = Math.min(width / image.columns, height / image.rows);
  const [wide, high] = [image.columns * scale, image.rows * scale];
  canvas.style.width = `${wide}px`;
  canvas.style.height = `${high}px`;
  const holder = svg('foreignObject', {
    x: LEFT + (width - wide) / 2,
    y: TOP + (height - high) / 2,
    width: wide,
    height: high,
  });
  holder.append(canvas);
  return holder;
}
