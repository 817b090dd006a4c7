/**
 * Checks of the figures in messages.
 */
import type {
  FigureAxes,
  FigureAxis,
  FigureLegend,
  FigurePrimitive,
  FigureSpot,
  FigureText,
  Mark,
  Measure,
  Stroke,
  TextLook,
  TickLook,
} from './figures/figure.ts';
import type { FigureScale } from './figures/scales.ts';
import {
  bytes,
  type Check,
  count,
  custom,
  isObject,
  list,
  maybe,
  number,
  object,
  oneOf,
  text,
  truth,
} from './message-checks.ts';

const doubles = custom<Float64Array>((value, path) =>
  value instanceof Float64Array ? null : `${path} is not a Float64Array`,
);
const measure = oneOf<Measure>('data', 'axes', 'figure', 'points');
function pair<T>(check: Check<T>): Check<readonly [T, T]> {
  return custom<readonly [T, T]>((value, path) =>
    Array.isArray(value) && value.length === 2
      ? (check(value[0], `${path}[0]`) ?? check(value[1], `${path}[1]`))
      : `${path} is not a pair`,
  );
}

/** One of several kinds of objects, told apart by `kind`. */
function byKind<T extends { kind: string }>(
  checks: { [Kind in T['kind']]: Check<Omit<Extract<T, { kind: Kind }>, 'kind'>> },
) {
  return custom<T>((value, path) => {
    const kind = isObject(value) ? value.kind : undefined;
    return typeof kind === 'string' && Object.hasOwn(checks, kind)
      ? checks[kind as T['kind']](value, path)
      : `${path}.kind is unknown`;
  });
}

const stroke = object<Stroke>({ ink: text, width: number, dash: list(number) });
const mark = object<Mark>({
  marker: text,
  size: number,
  face: maybe(text),
  edge: maybe(text),
  edgeWidth: number,
});
const textLook = object<TextLook>({
  size: number,
  bold: truth,
  ink: maybe(text),
  angle: number,
  align: oneOf('start', 'middle', 'end'),
  vertical: oneOf('top', 'middle', 'bottom', 'baseline'),
});
const spot = { x: number, y: number, measures: pair(measure), offset: pair(number) };
const said = {
  ...spot,
  text,
  look: textLook,
  box: maybe(object({ fill: maybe(text), edge: maybe(text), width: number, pad: number, opacity: number })),
  arrow: maybe(
    object({
      to: object<FigureSpot>(spot),
      ink: text,
      width: number,
      heads: oneOf('', 'end', 'start', 'both'),
      dash: list(number),
      shrink: number,
    }),
  ),
  opacity: number,
  clipped: truth,
};
const drawn = { label: text, opacity: number, order: number, clipped: truth, measures: pair(measure) };
const curve = { ...drawn, x: doubles, y: doubles };

const primitive = byKind<FigurePrimitive>({
  line: object({ ...curve, stroke: maybe(stroke), mark: maybe(mark), marked: maybe(list(number)) }),
  points: object({ ...curve, mark, sizes: doubles, colors: doubles, edgeIsFace: truth }),
  area: object({ ...curve, fill: maybe(text), edge: maybe(stroke), hatch: text }),
  bars: object({
    ...drawn,
    x: doubles,
    height: doubles,
    bottom: doubles,
    widths: doubles,
    horizontal: truth,
    fills: list(text),
    edges: list(text),
    edgeWidth: number,
    dash: list(number),
    hatch: text,
  }),
  mesh: object({ ...curve, corners: count, colors: doubles, edge: maybe(text), edgeWidth: number }),
  arrows: object({
    ...curve,
    dx: doubles,
    dy: doubles,
    fixed: truth,
    width: number,
    ink: text,
    colors: doubles,
    pivot: oneOf('tail', 'middle', 'tip'),
  }),
  image: object({
    ...drawn,
    rows: count,
    columns: count,
    values: bytes,
    left: number,
    right: number,
    bottom: number,
    top: number,
    smooth: truth,
  }),
  text: object({ ...drawn, ...said }),
});

const scale = byKind<FigureScale>({
  linear: object({}),
  log: object({}),
  symlog: object({ base: number, linthresh: number, linscale: number }),
  logit: object({}),
  asinh: object({ width: number }),
  table: object({ from: doubles, to: doubles }),
});
const tickLook = object<TickLook>({
  length: number,
  width: number,
  direction: oneOf('out', 'in', 'inout'),
  ink: maybe(text),
  pad: number,
  sides: list(text),
  named: list(text),
  name: textLook,
  grid: maybe(object({ ink: text, width: number, dash: list(number), opacity: number })),
});
const axis = object<FigureAxis>({
  scale,
  low: number,
  high: number,
  shown: truth,
  ticks: list(object({ at: number, text, minor: truth })),
  major: tickLook,
  minor: tickLook,
  label: object({ text, side: text, pad: number, look: textLook, at: number }),
  offset: text,
});
const patch = object({ fill: maybe(text), edge: maybe(text), width: number, hatch: text });
const legend = object<FigureLegend>({
  entries: list(
    object({ label: text, stroke: maybe(stroke), mark: maybe(mark), patch: maybe(patch), opacity: number }),
  ),
  place: text,
  anchor: maybe(list(number)),
  columns: count,
  title: text,
  titleSize: number,
  size: number,
  ink: maybe(text),
  framed: truth,
  fill: maybe(text),
  edge: maybe(text),
  opacity: number,
  handleLength: number,
  labelSpacing: number,
  columnSpacing: number,
  borderPad: number,
  borderAxesPad: number,
  handleTextPad: number,
  // Figures that were kept before there were shadows have none.
  shadow: custom((value, path) => (value === undefined ? null : truth(value, path))),
  order: number,
});

const direction = custom<1 | -1>((value, path) =>
  value === 1 || value === -1 ? null : `${path} is not 1 or -1`,
);

/** What a report of a figure holds besides its run. */
export const figureParts = {
  figure: count,
  width: number,
  height: number,
  paper: maybe(text),
  texts: list(object<FigureText>(said)),
  legends: list(legend),
  axes: list(
    object<FigureAxes>({
      box: object({ left: number, bottom: number, width: number, height: number }),
      polar: maybe(object({ zero: number, direction, origin: number, named: number })),
      titles: list(object({ text, look: textLook, pad: number, y: maybe(number) })),
      face: maybe(text),
      sides: list(
        object({
          name: text,
          ink: maybe(text),
          width: number,
          at: object({ kind: oneOf('edge', 'axes', 'data', 'outward'), value: number }),
        }),
      ),
      x: axis,
      y: axis,
      gridOrder: number,
      legends: list(legend),
      primitives: list(primitive),
    }),
  ),
  line: maybe(count),
};
