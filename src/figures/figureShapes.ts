/** A whole figure as shapes, in points. */
import { axesShapes, textShapes } from './axesShapes.ts';
import { boundsOf } from './bounds.ts';
import type { Figure, FigureAxes } from './figure.ts';
import type { Frame } from './frame.ts';
import { legendShapes } from './legend.ts';
import type { Box, Shape } from './shapes.ts';

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

export function figureShapes(figure: Figure): Drawing {
  const whole = { width: figure.width * 72, height: figure.height * 72 };
  const shapes = figure.axes.flatMap(axes => axesShapes(axes, whole));
  const frame = wholeFrame(whole);
  for (const said of figure.texts) shapes.push(...textShapes(said, frame));
  for (const legend of figure.legends) shapes.push(...legendShapes(legend, frame, shapes));
  return { ...whole, shapes };
}

/** The figure's own coordinates: shares of it. */
function wholeFrame(whole: { width: number; height: number }): Frame {
  const along = { low: 0, high: 1, share: (value: number) => value };
  const place = (x: number, y: number): [number, number] => [x * whole.width, (1 - y) * whole.height];
  return {
    left: 0,
    top: 0,
    right: whole.width,
    bottom: whole.height,
    whole,
    x: along,
    y: along,
    polar: null,
    place,
  };
}

/** What axes and all around them cover, in points from the figure's upper left corner. */
export function axesBounds(axes: FigureAxes, whole: { width: number; height: number }): Box {
  return boundsOf(axesShapes(axes, whole)) ?? { left: 0, top: 0, right: 0, bottom: 0 };
}
