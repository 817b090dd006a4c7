/**
 * Axes of a script's figure as SVG elements, in the theme's colours.
 */
import { axesShapes } from '../../src/figures/axesShapes.ts';
import type { FigureAxes } from '../../src/figures/figure.ts';
import { marksAsPaths } from '../../src/figures/seriesShapes.ts';
import type { ImageShape, Ink, Shape, TextShape } from '../../src/figures/shapes.ts';
import { baselines, pathData } from '../../src/figures/svg.ts';
import { svg } from './dom.ts';

/** Plain names, in the theme's own shade; orange is translucent in VS Code's default themes, so it is the script's. */
const NAMED: Readonly<Record<string, string>> = {
  ink: '--vscode-foreground',
  muted: '--vscode-descriptionForeground',
  faint: '--track',
  paper: '--vscode-editor-background',
  blue: '--vscode-charts-blue',
  b: '--vscode-charts-blue',
  green: '--vscode-charts-green',
  g: '--vscode-charts-green',
  red: '--vscode-charts-red',
  r: '--vscode-charts-red',
  purple: '--vscode-charts-purple',
  yellow: '--vscode-charts-yellow',
  y: '--vscode-charts-yellow',
  black: '--vscode-foreground',
  k: '--vscode-foreground',
  gray: '--vscode-descriptionForeground',
  grey: '--vscode-descriptionForeground',
};

/** The theme has six colours for charts; what comes after them is seen on light and on dark. */
const CHART_COLORS = 6;
const FURTHER = ['#b5796a', '#e377c2', '#a5a61c', '#17a5b5'];

const LETTERS: Readonly<Record<string, string>> = { c: '#00a5a5', m: '#bf00bf', w: 'white' };

/** An ink in the theme's colours. */
export function themed(ink: Ink): string {
  const cycled = /^C(\d+)$/.exec(ink);
  if (cycled) {
    const position = Number(cycled[1]) % 10;
    return position < CHART_COLORS ? `var(--chart-${position + 1})` : FURTHER[position - CHART_COLORS]!;
  }
  const plain = ink.replace(/^(tab|xkcd):/, '').replaceAll(' ', '');
  if (/^[01]?\.\d+$/.test(plain)) {
    return `rgb(${Array(3)
      .fill(Math.round(255 * Number(plain)))
      .join(', ')})`;
  }
  const variable = NAMED[plain];
  return variable === undefined ? (LETTERS[plain] ?? plain) : `var(${variable})`;
}

/** Cuts drawings off at their axes; unique in the page. */
let clips = 0;

/** The picture, with what it shows as its label; `width` and `height` are points. */
export function drawAxes(axes: FigureAxes, label: string, width: number, height: number): SVGElement {
  const { frame, shapes } = axesShapes(axes, { left: 2, top: 2, right: width - 2, bottom: height - 2 });
  const clip = `figure-clip-${++clips}`;
  const inside = `url(#${clip})`;
  return svg(
    'svg',
    { class: 'plot', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label },
    svg(
      'clipPath',
      { id: clip },
      svg('rect', {
        x: frame.left - 1,
        y: frame.top - 1,
        width: frame.right - frame.left + 2,
        height: frame.bottom - frame.top + 2,
      }),
    ),
    ...shapes.map(shape => drawShape(shape, inside)),
  );
}

function drawShape(shape: Shape, clip: string): Element {
  switch (shape.kind) {
    case 'path': {
      const drawn = svg('path', { class: `figure-${shape.role}`, d: pathData(shape.parts) });
      drawn.style.fill = shape.fill === null ? 'none' : themed(shape.fill);
      if (shape.stroke !== null) {
        drawn.style.stroke = themed(shape.stroke);
        drawn.style.strokeWidth = String(shape.width);
        drawn.style.strokeDasharray = shape.dash.join(' ');
      }
      drawn.style.opacity = String(shape.opacity);
      if (shape.clip !== null) {
        drawn.setAttribute('clip-path', clip);
      }
      if (shape.hint !== '') {
        drawn.append(svg('title', {}, shape.hint));
      }
      return drawn;
    }
    case 'marks': {
      const { lines, parts } = marksAsPaths(shape);
      const drawn = svg('path', { class: 'figure-points', d: pathData(parts), 'clip-path': clip });
      drawn.style.fill = lines ? 'none' : themed(shape.fill);
      drawn.style.stroke = lines ? themed(shape.fill) : 'none';
      drawn.style.opacity = String(shape.opacity);
      return drawn;
    }
    case 'text':
      return drawText(shape);
    case 'image': {
      const holder = drawImage(shape);
      holder.setAttribute('clip-path', clip);
      return holder;
    }
  }
}

function drawText(shape: TextShape): Element {
  const { first, step, lines } = baselines(shape);
  const drawn = svg('text', {
    class: `figure-text ${shape.role}`,
    'font-size': shape.size,
    'text-anchor': shape.align,
    ...(shape.bold ? { 'font-weight': 'bold' } : {}),
    ...(shape.angle === 0 ? {} : { transform: `rotate(${-shape.angle} ${shape.x} ${shape.y})` }),
  });
  for (const [index, line] of lines.entries()) {
    drawn.append(svg('tspan', { x: shape.x, y: shape.y + first + index * step }, line));
  }
  if (shape.ink !== 'ink') {
    drawn.style.fill = themed(shape.ink);
    drawn.style.stroke = 'none';
  }
  if (shape.hint !== '') {
    drawn.append(svg('title', {}, shape.hint));
  }
  return drawn;
}

/** The picture between its edges; it is turned where an axis runs the other way. */
function drawImage(image: ImageShape): Element {
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
  const { left, right, top, bottom } = image.box;
  canvas.style.width = `${right - left}px`;
  canvas.style.height = `${bottom - top}px`;
  canvas.style.transform = `scale(${image.mirrored.across ? -1 : 1}, ${image.mirrored.up ? -1 : 1})`;
  const holder = svg('foreignObject', { x: left, y: top, width: right - left, height: bottom - top });
  holder.append(canvas);
  return holder;
}
