/**
 * Checks of the figures in messages.
 */
import type { FigureAxes, FigureColorBar, FigurePrimitive, FigureScale } from './figures/figure.ts';
import {
  type Check,
  count,
  custom,
  floats,
  isObject,
  list,
  maybe,
  number,
  object,
  oneOf,
  text,
  truth,
} from './message-checks.ts';

const drawn = { label: text, color: maybe(text), right: truth, opacity: number };
const shares = oneOf('', 'x', 'y', 'xy');
const curve = { ...drawn, x: floats, y: floats, shares };

const primitiveChecks: {
  [Kind in FigurePrimitive['kind']]: Check<Omit<Extract<FigurePrimitive, { kind: Kind }>, 'kind'>>;
} = {
  line: object({
    ...curve,
    width: number,
    dash: oneOf('solid', 'dashed', 'dashdot', 'dotted'),
    marker: text,
    markerSize: number,
  }),
  points: object({ ...curve, marker: text, sizes: floats, colors: floats }),
  area: object({ ...curve, edge: maybe(text) }),
  bars: object({
    ...drawn,
    x: floats,
    height: floats,
    bottom: floats,
    widths: floats,
    horizontal: truth,
    edge: maybe(text),
  }),
  mesh: object({ ...drawn, corners: count, x: floats, y: floats, colors: floats, edge: maybe(text) }),
  arrows: object({ ...curve, dx: floats, dy: floats, width: number }),
  image: object({
    rows: count,
    columns: count,
    channels: count,
    values: floats,
    left: number,
    rightEdge: number,
    bottom: number,
    top: number,
  }),
  text: object({
    x: number,
    y: number,
    text,
    align: oneOf('start', 'middle', 'end'),
    vertical: oneOf('top', 'middle', 'bottom'),
    size: number,
    bold: truth,
    color: maybe(text),
    angle: number,
    shares,
    box: maybe(text),
  }),
};
const figureScale = object<FigureScale>({
  low: maybe(number),
  high: maybe(number),
  log: truth,
  ticks: maybe(floats),
  names: list(text),
  marked: truth,
  named: truth,
  angle: number,
  size: number,
});
const line = maybe(count);

const figureColorBar = object<FigureColorBar>({
  low: number,
  high: number,
  colors: list(text),
  label: text,
  ticks: maybe(floats),
  names: list(text),
});
const figurePrimitive = custom<FigurePrimitive>((value, path) => {
  const kind = isObject(value) ? value.kind : undefined;
  return typeof kind === 'string' && Object.hasOwn(primitiveChecks, kind)
    ? primitiveChecks[kind as keyof typeof primitiveChecks](value, path)
    : `${path}.kind is unknown`;
});

/** What a report of a figure holds besides its run. */
export const figureParts = {
  figure: count,
  title: text,
  titleSize: number,
  rows: count,
  columns: count,
  width: number,
  height: number,
  axes: list(
    object<FigureAxes>({
      place: object({ row: count, column: count, rows: count, columns: count }),
      title: text,
      titleSize: number,
      xLabel: text,
      yLabel: text,
      rightLabel: text,
      labelSize: number,
      legend: truth,
      legendPlace: text,
      legendTitle: text,
      grid: oneOf('', 'x', 'y', 'both'),
      bare: truth,
      equal: oneOf('', 'axes', 'data'),
      sides: list(text),
      face: maybe(text),
      x: figureScale,
      y: figureScale,
      right: maybe(figureScale),
      colorBar: maybe(figureColorBar),
      primitives: list(figurePrimitive),
    }),
  ),
  line,
};
