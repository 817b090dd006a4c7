/**
 * What a script draws inside of one set of axes: lines, points, bars, areas and images, in the theme's colours.
 */
import type { FigurePrimitive } from '../../src/protocol.ts';
import { svg } from './dom.ts';
import type { Axis, Frame, Series } from './figure-frame.ts';
import { significant } from './format.ts';

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

/** One drawing; the caller cuts it off at the frame. */
export function drawSeries(series: Series, position: number, frame: Frame): SVGElement[] {
  const ink = inkOf(series.color, position);
  const up = series.right && frame.second !== null ? frame.second : frame.y;
  switch (series.kind) {
    case 'line':
      return drawLine(series, ink, frame.x, up);
    case 'points':
      return drawPoints(series.x, series.y, Math.max(1.5, Math.min(6, series.size / 2)), ink, frame.x, up);
    case 'area':
      return [drawArea(series, ink, frame.x, up)];
    case 'bars':
      return drawBars(series, ink, frame.x, up);
  }
}

function drawBars(bars: Extract<Series, { kind: 'bars' }>, ink: string, x: Axis, y: Axis): SVGElement[] {
  return [...bars.x].map((at, index) => {
    const start = bars.bottom[index] ?? 0;
    const end = start + (bars.height[index] ?? 0);
    const [along, across] = bars.horizontal ? [x, y] : [y, x];
    const sides = [across.place(at - bars.width / 2), across.place(at + bars.width / 2)] as const;
    // Where the axis is logarithmic, zero is infinitely far below.
    const floor = along.place(Math.min(along.range.low, along.range.high));
    const ends = [start, end].map(value => {
      const place = along.place(value);
      return Number.isFinite(place) ? place : floor;
    }) as [number, number];
    const box = (pair: readonly [number, number], gap: number): [number, number] => {
      const low = Math.min(...pair);
      return [low, Math.max(gap > 0 ? 1 : 0, Math.max(...pair) - low - gap)];
    };
    const [from, wide] = box(bars.horizontal ? ends : sides, bars.horizontal ? 0 : 1);
    const [top, high] = box(bars.horizontal ? sides : ends, bars.horizontal ? 1 : 0);
    const bar = svg(
      'rect',
      { class: 'figure-bar', x: from, width: wide, y: top, height: high },
      svg('title', {}, significant(end - start)),
    );
    bar.style.fill = ink;
    return bar;
  });
}

/** A path through the places that are there; it breaks off where they are not. */
function pathThrough(xs: Float32Array, ys: Float32Array, x: Axis, y: Axis): string {
  let path = '';
  let joined = false;
  for (let index = 0; index < xs.length; index++) {
    const [across, up] = [x.place(xs[index]!), y.place(ys[index]!)];
    if (!Number.isFinite(across) || !Number.isFinite(up)) {
      joined = false;
      continue;
    }
    path += `${joined ? 'L' : 'M'}${across.toFixed(1)} ${up.toFixed(1)}`;
    joined = true;
  }
  return path;
}

function drawArea(area: Extract<Series, { kind: 'area' }>, ink: string, x: Axis, y: Axis): SVGElement {
  const drawn = svg('path', { class: 'figure-area', d: `${pathThrough(area.x, area.y, x, y)}Z` });
  drawn.style.fill = ink;
  drawn.style.fillOpacity = String(area.opacity);
  return drawn;
}

function drawLine(line: Extract<Series, { kind: 'line' }>, ink: string, x: Axis, y: Axis): SVGElement[] {
  const drawn = svg('path', {
    class: `figure-line${line.dashed ? ' dashed' : ''}`,
    d: pathThrough(line.x, line.y, x, y),
  });
  drawn.style.stroke = ink;
  return line.markers ? [drawn, ...drawPoints(line.x, line.y, 3, ink, x, y)] : [drawn];
}

function drawPoints(
  xs: Float32Array,
  ys: Float32Array,
  radius: number,
  ink: string,
  x: Axis,
  y: Axis,
): SVGElement[] {
  // One path of many circles: thousands of elements would make the page slow.
  let path = '';
  for (let index = 0; index < xs.length; index++) {
    const [across, up] = [x.place(xs[index]!), y.place(ys[index]!)];
    if (Number.isFinite(across) && Number.isFinite(up)) {
      path += `M${(across - radius).toFixed(1)} ${up.toFixed(1)}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0`;
    }
  }
  const drawn = svg('path', { class: 'figure-points', d: path });
  drawn.style.fill = ink;
  return [drawn];
}

/** The picture between its edges in data coordinates; it is turned where an axis runs the other way. */
export function drawImage(image: Extract<FigurePrimitive, { kind: 'image' }>, frame: Frame): Element {
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
  const [left, right] = [frame.x.place(image.left), frame.x.place(image.rightEdge)];
  const [top, bottom] = [frame.y.place(image.top), frame.y.place(image.bottom)];
  const [wide, high] = [Math.abs(right - left), Math.abs(bottom - top)];
  canvas.style.width = `${wide}px`;
  canvas.style.height = `${high}px`;
  canvas.style.transform = `scale(${right < left ? -1 : 1}, ${bottom < top ? -1 : 1})`;
  const holder = svg('foreignObject', {
    x: Math.min(left, right),
    y: Math.min(top, bottom),
    width: wide,
    height: high,
  });
  holder.append(canvas);
  return holder;
}
