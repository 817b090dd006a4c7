/** What a figure is drawn with: paths, marks, texts and images at places in points, for whoever puts them down. */

/** `C0` to `C9`, `ink`, `muted`, `faint`, `paper`, or a CSS colour. */
export type Ink = string;

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** x and y of each point in turn. */
export type Polyline = readonly number[];

interface Clipped {
  readonly clip: Box | null;
  readonly opacity: number;
}

export interface PathShape extends Clipped {
  readonly kind: 'path';
  /** What it shows; `line`, `area`, `bar`, `mesh`, `grid`, `axis`… */
  readonly role: string;
  readonly parts: readonly Polyline[];
  readonly fill: Ink | null;
  readonly stroke: Ink | null;
  readonly width: number;
  readonly dash: readonly number[];
  /** What a pointer on it learns. */
  readonly hint: string;
}

export interface MarksShape extends Clipped {
  readonly kind: 'marks';
  readonly marker: string;
  readonly places: Polyline;
  /** One, or one each. */
  readonly radii: ArrayLike<number>;
  readonly fill: Ink;
}

export interface TextShape {
  readonly kind: 'text';
  readonly role: 'title' | 'label' | 'tick' | 'said';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly ink: Ink;
  readonly align: 'start' | 'middle' | 'end';
  readonly vertical: 'top' | 'middle' | 'bottom' | 'baseline';
  readonly bold: boolean;
  readonly angle: number;
  /** The whole of a text that was shortened. */
  readonly hint: string;
}

export interface ImageShape {
  readonly kind: 'image';
  readonly box: Box;
  readonly clip: Box | null;
  readonly rows: number;
  readonly columns: number;
  readonly channels: number;
  readonly values: Float32Array;
  readonly mirrored: { readonly across: boolean; readonly up: boolean };
}

export type Shape = PathShape | MarksShape | TextShape | ImageShape;

export function path(role: string, parts: readonly Polyline[], look: Partial<PathShape>): PathShape {
  return {
    kind: 'path',
    role,
    parts,
    fill: null,
    stroke: null,
    width: 0.8,
    dash: [],
    opacity: 1,
    clip: null,
    hint: '',
    ...look,
  };
}

export function textShape(
  role: TextShape['role'],
  text: string,
  x: number,
  y: number,
  look: Partial<TextShape> = {},
): TextShape {
  return {
    kind: 'text',
    role,
    text,
    x,
    y,
    size: 10,
    ink: 'ink',
    align: 'start',
    vertical: 'baseline',
    bold: false,
    angle: 0,
    hint: '',
    ...look,
  };
}

export function rectangle({ left, top, right, bottom }: Box): Polyline {
  return [left, top, right, top, right, bottom, left, bottom, left, top];
}

/** The dashes of matplotlib's lines, in widths of the line. */
export const DASHES: Readonly<Record<string, readonly number[]>> = {
  solid: [],
  dashed: [3.7, 1.6],
  dashdot: [6.4, 1.6, 1, 1.6],
  dotted: [1, 1.65],
};

/** The outline of a mark around the origin: filled, or (`+`, `x`) strokes. */
export function markOutline(marker: string, radius: number): { lines: boolean; parts: Polyline[] } {
  const turned = (count: number, start: number, inner = 1): Polyline => {
    const points: number[] = [];
    const steps = inner === 1 ? count : count * 2;
    for (let step = 0; step <= steps; step++) {
      const angle = start + (step / steps) * 2 * Math.PI;
      const reach = inner !== 1 && step % 2 === 1 ? radius * inner : radius;
      points.push(reach * Math.cos(angle), -reach * Math.sin(angle));
    }
    return points;
  };
  const r = radius;
  switch (marker) {
    case 's':
      return { lines: false, parts: [rectangle({ left: -r, top: -r, right: r, bottom: r })] };
    case 'D':
    case 'd':
      return { lines: false, parts: [turned(4, 0)] };
    case '^':
    case '1':
      return { lines: false, parts: [turned(3, Math.PI / 2)] };
    case 'v':
    case '2':
      return { lines: false, parts: [turned(3, -Math.PI / 2)] };
    case '<':
      return { lines: false, parts: [turned(3, Math.PI)] };
    case '>':
      return { lines: false, parts: [turned(3, 0)] };
    case 'p':
      return { lines: false, parts: [turned(5, Math.PI / 2)] };
    case 'h':
    case 'H':
      return { lines: false, parts: [turned(6, Math.PI / 2)] };
    case '*':
      return { lines: false, parts: [turned(5, Math.PI / 2, 0.38)] };
    case '+':
      return {
        lines: true,
        parts: [
          [-r, 0, r, 0],
          [0, -r, 0, r],
        ],
      };
    case 'x':
      return {
        lines: true,
        parts: [
          [-r, -r, r, r],
          [-r, r, r, -r],
        ],
      };
    case 'P':
      return {
        lines: false,
        parts: [
          rectangle({ left: -r, top: -r / 3, right: r, bottom: r / 3 }),
          rectangle({ left: -r / 3, top: -r, right: r / 3, bottom: r }),
        ],
      };
    case 'X':
      return { lines: false, parts: [turned(4, Math.PI / 4, 0.4)] };
    case '|':
      return { lines: true, parts: [[0, -r, 0, r]] };
    case '_':
      return { lines: true, parts: [[-r, 0, r, 0]] };
    default:
      return { lines: false, parts: [turned(Math.max(8, Math.min(32, Math.ceil(radius * 4))), 0)] };
  }
}
