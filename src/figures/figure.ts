/** A figure as a script's matplotlib calls left it: what is drawn where, in data coordinates. */

/** What everything that is drawn shares; `right` measures it by the second vertical axis. */
export interface Drawn {
  label: string;
  /** A CSS colour, `C0` to `C9` for one of the cycle, or null for the next one. */
  color: string | null;
  right: boolean;
  /** 0 to 1. */
  opacity: number;
}

/** Which coordinates are shares (0 to 1) of the axes, instead of data. */
export type Shares = '' | 'x' | 'y' | 'xy';

export type Dash = 'solid' | 'dashed' | 'dashdot' | 'dotted';

interface Curve extends Drawn {
  x: Float32Array;
  y: Float32Array;
  shares: Shares;
}

/** Lengths that are not data are points, 1/72 of an inch. */
export type FigurePrimitive =
  /** `marker` is matplotlib's letter for it, or empty. */
  | (Curve & { kind: 'line'; width: number; dash: Dash; marker: string; markerSize: number })
  /** `sizes` are diameters, one or one each; `colors` are red, green and blue (0 to 1) of each, or empty. */
  | (Curve & { kind: 'points'; marker: string; sizes: Float32Array; colors: Float32Array })
  /** What the points surround. */
  | (Curve & { kind: 'area'; edge: string | null })
  /** From `bottom` to `bottom + height`; to the right where `horizontal`. `widths` are one, or one each. */
  | (Drawn & {
      kind: 'bars';
      x: Float32Array;
      height: Float32Array;
      bottom: Float32Array;
      widths: Float32Array;
      horizontal: boolean;
      edge: string | null;
    })
  /** Polygons of `corners` points each, in colours of their own (red, green, blue of each). */
  | (Drawn & {
      kind: 'mesh';
      corners: number;
      x: Float32Array;
      y: Float32Array;
      colors: Float32Array;
      edge: string | null;
    })
  /** Arrows from a place, `dx` and `dy` long. */
  | (Curve & { kind: 'arrows'; dx: Float32Array; dy: Float32Array; width: number })
  /** Values 0 to 1 row by row from the top; its edges in data coordinates. */
  | {
      kind: 'image';
      rows: number;
      columns: number;
      channels: number;
      values: Float32Array;
      left: number;
      rightEdge: number;
      bottom: number;
      top: number;
    }
  | {
      kind: 'text';
      x: number;
      y: number;
      text: string;
      align: 'start' | 'middle' | 'end';
      vertical: 'top' | 'middle' | 'bottom';
      size: number;
      bold: boolean;
      color: string | null;
      /** Degrees, against the clock. */
      angle: number;
      shares: Shares;
      /** The colour of a box behind it. */
      box: string | null;
    };

/** How an axis is scaled and marked; null leaves it to the data. */
export interface FigureScale {
  low: number | null;
  high: number | null;
  log: boolean;
  ticks: Float32Array | null;
  names: string[];
  /** Whether ticks and their names are drawn. */
  marked: boolean;
  named: boolean;
  /** Of the ticks' names, in degrees, against the clock. */
  angle: number;
  /** Of the ticks' names. */
  size: number;
}

/** What the colours of an image or of points stand for. */
export interface FigureColorBar {
  low: number;
  high: number;
  /** From low to high, evenly. */
  colors: string[];
  label: string;
  ticks: Float32Array | null;
  names: string[];
}

/** The cells of the figure's grid that axes take. */
export interface FigurePlace {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** One set of axes of a figure. */
export interface FigureAxes {
  place: FigurePlace;
  title: string;
  titleSize: number;
  xLabel: string;
  yLabel: string;
  rightLabel: string;
  labelSize: number;
  legend: boolean;
  /** Where the legend stands, in matplotlib's words. */
  legendPlace: string;
  legendTitle: string;
  grid: '' | 'x' | 'y' | 'both';
  /** Without axes around it. */
  bare: boolean;
  /** One unit is as long across as up: the axes are made to fit, or the ranges of the data are widened. */
  equal: '' | 'axes' | 'data';
  /** Sides of the frame that are drawn, of `left`, `right`, `top` and `bottom`. */
  sides: string[];
  face: string | null;
  x: FigureScale;
  y: FigureScale;
  /** The second vertical axis. */
  right: FigureScale | null;
  colorBar: FigureColorBar | null;
  primitives: FigurePrimitive[];
}

/** `rows` x `columns` cells with axes in them. */
export interface Figure {
  figure: number;
  title: string;
  titleSize: number;
  rows: number;
  columns: number;
  /** In inches. */
  width: number;
  height: number;
  axes: FigureAxes[];
  /** Line of the script that showed it; null for one that was never shown. */
  line: number | null;
}
