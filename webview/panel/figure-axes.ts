/**
 * One set of axes of a script's figure, drawn in the theme's colours.
 */
import type { FigureAxes, FigureColorBar } from '../../src/protocol.ts';
import { svg } from './dom.ts';
import { type Frame, frameOf, HEIGHT, LONGEST_NAME, seriesOf, WIDTH } from './figure-frame.ts';
import { ticksOf } from './figure-scale.ts';
import { drawImage, drawSeries } from './figure-series.ts';
import { significant } from './format.ts';

/** Cuts drawings off at their frame; unique in the page. */
let clips = 0;

/** The picture, with what it shows as its label. */
export function drawAxes(axes: FigureAxes, label: string): SVGElement {
  const frame = frameOf(axes);
  const image = axes.primitives.find(each => each.kind === 'image');
  const clip = `figure-clip-${++clips}`;
  const inside = svg('g', { 'clip-path': `url(#${clip})` });
  if (image) {
    inside.append(drawImage(image, frame));
  }
  for (const [position, each] of seriesOf(axes).entries()) {
    inside.append(...drawSeries(each, position, frame));
  }
  return svg(
    'svg',
    { class: 'plot', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': label },
    svg('clipPath', { id: clip }, frameBox(frame)),
    ...(axes.bare ? [] : drawGrid(axes, frame)),
    inside,
    ...drawTexts(axes, frame),
    ...drawWords(axes, frame),
    ...(axes.colorBar === null ? [] : drawColorBar(axes.colorBar, frame, axes.right !== null)),
  );
}

/** A little wider than the frame, so that points on its edge stay whole. */
function frameBox(frame: Frame): SVGElement {
  return svg('rect', {
    x: frame.left - 3,
    y: frame.top - 3,
    width: frame.right - frame.left + 6,
    height: frame.bottom - frame.top + 6,
  });
}

function shortened(text: string): string {
  return text.length <= LONGEST_NAME ? text : `${text.slice(0, LONGEST_NAME - 1)}…`;
}

function tick(text: string, attributes: Record<string, string | number>): SVGElement {
  const drawn = svg('text', { class: 'tick', ...attributes }, shortened(text));
  if (text.length > LONGEST_NAME) {
    drawn.append(svg('title', {}, text));
  }
  return drawn;
}

function drawGrid(axes: FigureAxes, frame: Frame): Element[] {
  const parts: Element[] = [];
  const { left, right, top, bottom } = frame;
  const isImage = axes.primitives.some(each => each.kind === 'image');
  for (const { at, text } of frame.y.ticks) {
    const y = frame.y.place(at);
    if (!isImage) {
      parts.push(svg('line', { class: 'grid', x1: left, x2: right, y1: y, y2: y }));
    }
    parts.push(tick(text, { x: left - 6, y: y + 4, 'text-anchor': 'end' }));
  }
  for (const { at, text } of frame.second?.ticks ?? []) {
    parts.push(tick(text, { x: right + 6, y: frame.second!.place(at) + 4 }));
  }
  const crowded =
    frame.x.ticks.length * 7 > (right - left) / 7 || frame.x.ticks.some(({ text }) => text.length > 8);
  const named = axes.x.ticks !== null && crowded;
  for (const { at, text } of frame.x.ticks) {
    const x = frame.x.place(at);
    parts.push(
      svg('line', { class: 'grid', x1: x, x2: x, y1: axes.grid && !isImage ? top : bottom, y2: bottom + 4 }),
      named
        ? tick(text, { transform: `translate(${x + 3} ${bottom + 12}) rotate(-30)`, 'text-anchor': 'end' })
        : tick(text, { x, y: bottom + 15, 'text-anchor': 'middle' }),
    );
  }
  return parts;
}

function drawTexts(axes: FigureAxes, frame: Frame): Element[] {
  const parts: Element[] = [];
  const isInside = axes.bare || axes.primitives.some(each => each.kind === 'image');
  for (const each of axes.primitives) {
    if (each.kind === 'text') {
      const place = { x: frame.x.place(each.x), y: frame.y.place(each.y) + (isInside ? 4 : 0) };
      parts.push(svg('text', { class: 'tick said', ...place, 'text-anchor': each.align }, each.text));
    }
  }
  return parts;
}

function drawWords(axes: FigureAxes, frame: Frame): Element[] {
  const middle = (frame.left + frame.right) / 2;
  const centre = (frame.top + frame.bottom) / 2;
  const upright = (text: string, x: number): SVGElement =>
    svg(
      'text',
      { class: 'tick', 'text-anchor': 'middle', transform: `translate(${x} ${centre}) rotate(-90)` },
      text,
    );
  return [
    svg('text', { class: 'plot-title', x: middle, y: 16, 'text-anchor': 'middle' }, axes.title),
    svg('text', { class: 'tick', x: middle, y: HEIGHT - 6, 'text-anchor': 'middle' }, axes.xLabel),
    upright(axes.yLabel, 11),
    ...(axes.rightLabel === '' ? [] : [upright(axes.rightLabel, frame.right + 34)]),
  ];
}

function drawColorBar(bar: FigureColorBar, frame: Frame, second: boolean): Element[] {
  const x = frame.right + (second ? 46 : 10);
  const high = frame.bottom - frame.top;
  const step = high / bar.colors.length;
  const parts: Element[] = bar.colors.map((color, index) => {
    const piece = svg('rect', { x, y: frame.bottom - (index + 1) * step, width: 10, height: step + 0.5 });
    piece.style.fill = color;
    return piece;
  });
  const range = bar.high - bar.low || 1;
  for (const at of ticksOf({ low: bar.low, high: bar.low + range }, 4)) {
    const y = frame.bottom - ((at - bar.low) / range) * high;
    parts.push(svg('text', { class: 'tick', x: x + 14, y: y + 4 }, significant(at)));
  }
  if (bar.label !== '') {
    parts.push(
      svg('text', { class: 'tick', x: x + 5, y: frame.top - 6, 'text-anchor': 'middle' }, bar.label),
    );
  }
  return parts;
}
