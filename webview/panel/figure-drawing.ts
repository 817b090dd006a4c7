/**
 * A script's figure as SVG elements: in the theme's colours, or on paper of its own.
 */

import type { Figure } from '../../src/figures/figure.ts';
import { type Drawing, figureShapes } from '../../src/figures/figureShapes.ts';
import { marksAsPaths } from '../../src/figures/seriesShapes.ts';
import type { Box, ImageShape, Ink, Shape, TextShape } from '../../src/figures/shapes.ts';
import { baselines, paperRgb, pathData } from '../../src/figures/svg.ts';
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

/** What each ink is in the page. */
type Inks = (ink: Ink) => string;

/** The colours of a figure that chose what is behind it are those that it named. */
const literal: Inks = ink => {
  const rgba = /^rgba\(/.test(ink);
  return rgba ? ink : `rgb(${paperRgb(ink).join(', ')})`;
};

/** Cuts drawings off at their axes; unique in the page. */
let clips = 0;

/** Collects the boxes that drawings are cut off at. */
class Clips {
  readonly elements: Element[] = [];
  readonly #names = new Map<string, string>();

  /** The address of a box's clip. */
  at({ left, right, top, bottom }: Box): string {
    const key = [left, right, top, bottom].join(' ');
    let name = this.#names.get(key);
    if (name === undefined) {
      name = `figure-clip-${++clips}`;
      this.#names.set(key, name);
      const box = svg('rect', {
        x: left,
        y: top,
        width: Math.max(0, right - left),
        height: Math.max(0, bottom - top),
      });
      this.elements.push(svg('clipPath', { id: name }, box));
    }
    return `url(#${name})`;
  }
}

/** The picture, with what it shows as its label. */
export function drawFigure(figure: Figure, label: string): { drawn: SVGElement; drawing: Drawing } {
  const drawing = figureShapes(figure);
  const { width, height, shapes } = drawing;
  const inks = figure.paper === null ? themed : literal;
  const cut = new Clips();
  const paper: Element[] = [];
  if (figure.paper !== null) {
    const sheet = svg('rect', { class: 'figure-paper', x: 0, y: 0, width, height });
    sheet.style.fill = literal(figure.paper);
    paper.push(sheet);
  }
  const elements = shapes.map(shape => drawShape(shape, cut, inks));
  const drawn = svg(
    'svg',
    { class: 'plot', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label },
    ...cut.elements,
    ...paper,
    ...elements,
  );
  return { drawn, drawing };
}

function drawShape(shape: Shape, cut: Clips, inks: Inks): Element {
  const drawn = elementOf(shape, inks);
  if (shape.clip !== null) drawn.setAttribute('clip-path', cut.at(shape.clip));
  if ((shape.kind === 'path' || shape.kind === 'text') && shape.hint !== '')
    drawn.append(svg('title', {}, shape.hint));
  return drawn;
}

function elementOf(shape: Shape, inks: Inks): SVGElement {
  switch (shape.kind) {
    case 'path': {
      const drawn = svg('path', { class: `figure-${shape.role}`, d: pathData(shape.parts) });
      drawn.style.fill = shape.fill === null ? 'none' : inks(shape.fill);
      if (shape.stroke !== null) {
        drawn.style.stroke = inks(shape.stroke);
        drawn.style.strokeWidth = String(shape.width);
        drawn.style.strokeDasharray = shape.dash.join(' ');
      }
      drawn.style.opacity = String(shape.opacity);
      return drawn;
    }
    case 'marks': {
      const { lines, parts } = marksAsPaths(shape);
      const drawn = svg('path', { class: 'figure-points', d: pathData(parts) });
      const edge = lines ? (shape.stroke ?? shape.fill) : shape.stroke;
      drawn.style.fill = lines || shape.fill === null ? 'none' : inks(shape.fill);
      drawn.style.stroke = edge === null ? 'none' : inks(edge);
      drawn.style.strokeWidth = String(shape.width);
      drawn.style.opacity = String(shape.opacity);
      return drawn;
    }
    case 'text':
      return drawText(shape, inks);
    case 'image':
      return drawImage(shape);
  }
}

function drawText(shape: TextShape, inks: Inks): SVGElement {
  const { first, step, lines } = baselines(shape);
  const drawn = svg('text', {
    class: `figure-text ${shape.role}`,
    'text-anchor': shape.align,
    ...(shape.bold ? { 'font-weight': 'bold' } : {}),
    ...(shape.angle === 0 ? {} : { transform: `rotate(${-shape.angle} ${shape.x} ${shape.y})` }),
  });
  for (const [index, line] of lines.entries()) {
    drawn.append(svg('tspan', { x: shape.x, y: shape.y + first + index * step }, line));
  }
  // A style, since the page's own rule for charts would win over an attribute.
  drawn.style.fontSize = `${shape.size}px`;
  if (shape.ink !== 'ink' || inks !== themed) {
    drawn.style.fill = inks(shape.ink);
    drawn.style.stroke = 'none';
  }
  if (shape.opacity !== 1) {
    drawn.style.opacity = String(shape.opacity);
  }
  return drawn;
}

/** The picture between its edges; it is turned where an axis runs the other way. */
function drawImage(image: ImageShape): SVGElement {
  const canvas = document.createElement('canvas');
  canvas.width = image.columns;
  canvas.height = image.rows;
  canvas.className = 'figure-image';
  const pixels = new ImageData(new Uint8ClampedArray(image.values), image.columns, image.rows);
  canvas.getContext('2d')?.putImageData(pixels, 0, 0);
  canvas.style.imageRendering = image.smooth ? 'auto' : 'pixelated';
  canvas.style.opacity = String(image.opacity);
  const { left, right, top, bottom } = image.box;
  canvas.style.width = `${right - left}px`;
  canvas.style.height = `${bottom - top}px`;
  canvas.style.transform = `scale(${image.mirrored.across ? -1 : 1}, ${image.mirrored.up ? -1 : 1})`;
  const holder = svg('foreignObject', { x: left, y: top, width: right - left, height: bottom - top });
  holder.append(canvas);
  return holder;
}
