/** A whole figure as shapes, in points, as a file shows it. */
import { axesShapes } from './axesShapes.ts';
import type { Figure, FigurePlace } from './figure.ts';
import { textHeight } from './frame.ts';
import { legendShapes } from './legend.ts';
import { type Box, type Shape, textShape } from './shapes.ts';
import { plainWords } from './words.ts';

const EDGE = 6;
const BETWEEN = 8;

export function figureShapes(figure: Figure): { width: number; height: number; shapes: Shape[] } {
  const [width, height] = [figure.width * 72, figure.height * 72];
  const shapes: Shape[] = [];
  let top = EDGE;
  if (figure.title !== '') {
    const look = { align: 'middle', vertical: 'top', size: figure.titleSize } as const;
    shapes.push(textShape('title', plainWords(figure.title), width / 2, EDGE, look));
    top += textHeight(figure.title, figure.titleSize) + 2;
  }
  const area = { left: EDGE, top, right: width - EDGE, bottom: height - EDGE };
  for (const axes of figure.axes) {
    const { frame, shapes: drawn } = axesShapes(axes, cellOf(axes.place, figure, area));
    shapes.push(...drawn, ...legendShapes(axes, frame, drawn));
  }
  return { width, height, shapes };
}

function cellOf(place: FigurePlace, { rows, columns }: Figure, area: Box): Box {
  const wide = (area.right - area.left - (columns - 1) * BETWEEN) / columns;
  const high = (area.bottom - area.top - (rows - 1) * BETWEEN) / rows;
  const left = area.left + place.column * (wide + BETWEEN);
  const top = area.top + place.row * (high + BETWEEN);
  return {
    left,
    top,
    right: left + place.columns * wide + (place.columns - 1) * BETWEEN,
    bottom: top + place.rows * high + (place.rows - 1) * BETWEEN,
  };
}
