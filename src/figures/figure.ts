/** A figure as a script's matplotlib calls left it: what is drawn where, in data coordinates. */
import type { FigureScale } from './scales.ts';

/** Lengths that are not data are points, 1/72 of an inch; inks are CSS colours or `C0` to `C9`. */
export interface TextLook {
  size: number;
  bold: boolean;
  /** Null is the figure's own. */
  ink: string | null;
  /** Degrees, against the clock. */
  angle: number;
  align: 'start' | 'middle' | 'end';
  vertical: 'top' | 'middle' | 'bottom' | 'baseline';
}

/** What a coordinate measures: data, shares of the axes, shares of the figure, or points from the figure's corner. */
export type Measure = 'data' | 'axes' | 'figure' | 'points';

/** A place by two coordinates, and points to add to it. */
export interface FigureSpot {
  x: number;
  y: number;
  measures: readonly [Measure, Measure];
  offset: readonly [number, number];
}

export interface FigureText extends FigureSpot {
  text: string;
  look: TextLook;
  /** A box behind it. */
  box: { fill: string | null; edge: string | null; width: number; pad: number; opacity: number } | null;
  /** From the text to a spot. */
  arrow: {
    to: FigureSpot;
    ink: string;
    width: number;
    heads: '' | 'end' | 'start' | 'both';
    dash: number[];
    shrink: number;
  } | null;
  opacity: number;
  clipped: boolean;
}

export interface Stroke {
  ink: string;
  width: number;
  /** Lengths of dashes and gaps; empty for none. */
  dash: number[];
}

export interface Mark {
  /** matplotlib's letter for it. */
  marker: string;
  /** Diameter. */
  size: number;
  face: string | null;
  edge: string | null;
  edgeWidth: number;
}

/** What everything that is drawn shares. */
export interface Drawn {
  /** As the table names it. */
  label: string;
  /** 0 to 1. */
  opacity: number;
  /** What is higher covers what is lower. */
  order: number;
  clipped: boolean;
  measures: readonly [Measure, Measure];
}

interface Curve extends Drawn {
  x: Float64Array;
  y: Float64Array;
}

export type FigurePrimitive =
  | (Curve & { kind: 'line'; stroke: Stroke | null; mark: Mark | null; marked: number[] | null })
  /** `sizes` are diameters, one or one each; `colors` are red, green, blue and opacity (0 to 1) of each, or empty. */
  | (Curve & { kind: 'points'; mark: Mark; sizes: Float64Array; colors: Float64Array; edgeIsFace: boolean })
  /** What the points surround; several, where there are gaps. */
  | (Curve & { kind: 'area'; fill: string | null; edge: Stroke | null; hatch: string })
  /** From `bottom` to `bottom + height`; to the right where `horizontal`. Lengths and inks are one, or one each. */
  | (Drawn & {
      kind: 'bars';
      x: Float64Array;
      height: Float64Array;
      bottom: Float64Array;
      widths: Float64Array;
      horizontal: boolean;
      fills: string[];
      edges: string[];
      edgeWidth: number;
      dash: number[];
      hatch: string;
    })
  /** Polygons of `corners` points each, in colours of their own (red, green, blue and opacity of each). */
  | (Curve & { kind: 'mesh'; corners: number; colors: Float64Array; edge: string | null; edgeWidth: number })
  /** Arrows from a place; `dx` and `dy` are data, or points where `fixed`. `colors` as for points. */
  | (Curve & {
      kind: 'arrows';
      dx: Float64Array;
      dy: Float64Array;
      fixed: boolean;
      width: number;
      ink: string;
      colors: Float64Array;
      pivot: 'tail' | 'middle' | 'tip';
    })
  /** Red, green, blue and opacity of each value, row by row from the top; its edges in data coordinates. */
  | (Drawn & {
      kind: 'image';
      rows: number;
      columns: number;
      values: Uint8Array;
      left: number;
      right: number;
      bottom: number;
      top: number;
      smooth: boolean;
    })
  | (Drawn & FigureText & { kind: 'text' });

export interface FigureTick {
  at: number;
  text: string;
  minor: boolean;
}

/** Marks at the ticks of an axis, and their names. */
export interface TickLook {
  length: number;
  width: number;
  direction: 'out' | 'in' | 'inout';
  ink: string | null;
  /** Between mark and name. */
  pad: number;
  /** Sides with marks, and sides with names. */
  sides: string[];
  named: string[];
  name: TextLook;
  grid: (Stroke & { opacity: number }) | null;
}

export interface FigureAxis {
  scale: FigureScale;
  low: number;
  high: number;
  shown: boolean;
  ticks: FigureTick[];
  major: TickLook;
  minor: TickLook;
  label: { text: string; side: string; pad: number; look: TextLook; at: number };
  /** What all names are multiplied with or added to. */
  offset: string;
}

/** A side of the frame: at the edge, at a share of the axes, at a place in data, or some points outwards. */
export interface FigureSide {
  name: string;
  ink: string | null;
  width: number;
  at: { kind: 'edge' | 'axes' | 'data' | 'outward'; value: number };
}

export interface FigurePolar {
  /** Where the angle 0 points, in radians from the right against the clock; and which way angles grow. */
  zero: number;
  direction: 1 | -1;
  /** The value in the middle. */
  origin: number;
  /** Where the names along the radius stand, in radians. */
  named: number;
}

/** What an entry of a legend draws before its words. */
export interface LegendEntry {
  label: string;
  stroke: Stroke | null;
  mark: Mark | null;
  patch: { fill: string | null; edge: string | null; width: number; hatch: string } | null;
  opacity: number;
}

export interface FigureLegend {
  entries: LegendEntry[];
  /** matplotlib's name of the place, or empty where `anchor` alone says it. */
  place: string;
  /** Shares of the axes: a point, or a box by left, bottom, width and height. */
  anchor: number[] | null;
  columns: number;
  title: string;
  titleSize: number;
  size: number;
  ink: string | null;
  framed: boolean;
  shadow?: boolean;
  fill: string | null;
  edge: string | null;
  opacity: number;
  /** Lengths in shares of the font's size. */
  handleLength: number;
  labelSpacing: number;
  columnSpacing: number;
  borderPad: number;
  borderAxesPad: number;
  handleTextPad: number;
  order: number;
}

export interface FigureTitle {
  text: string;
  look: TextLook;
  pad: number;
  /** Share of the axes' height, or null for above everything. */
  y: number | null;
}

/** One set of axes of a figure. */
export interface FigureAxes {
  /** Shares of the figure, from its lower left corner. */
  box: { left: number; bottom: number; width: number; height: number };
  polar: FigurePolar | null;
  titles: FigureTitle[];
  face: string | null;
  sides: FigureSide[];
  x: FigureAxis;
  y: FigureAxis;
  /** Where ticks and grid lie among what is drawn. */
  gridOrder: number;
  legends: FigureLegend[];
  primitives: FigurePrimitive[];
}

export interface Figure {
  figure: number;
  /** In inches. */
  width: number;
  height: number;
  /** What is behind it; null is whatever shows it. */
  paper: string | null;
  texts: FigureText[];
  legends: FigureLegend[];
  axes: FigureAxes[];
  /** Line of the script that showed it; null for one that was never shown. */
  line: number | null;
}

/** The words above axes, for who does not see them. */
export function titleOf(axes: FigureAxes): string {
  return axes.titles.map(({ text }) => text).join(' ');
}
