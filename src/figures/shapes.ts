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
  readonly fill: Ink | null;
  readonly stroke: Ink | null;
  readonly width: number;
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
  readonly opacity: number;
  readonly clip: Box | null;
  /** The whole of a text that was shortened. */
  readonly hint: string;
}

export interface ImageShape {
  readonly kind: 'image';
  readonly box: Box;
  readonly clip: Box | null;
  readonly rows: number;
  readonly columns: number;
  /** Red, green, blue and opacity of each value, 0 to 255. */
  readonly values: Uint8Array;
  readonly mirrored: { readonly across: boolean; readonly up: boolean };
  /** Whether what lies between values is blended. */
  readonly smooth: boolean;
  readonly opacity: number;
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
    opacity: 1,
    clip: null,
    hint: '',
    ...look,
  };
}

export function rectangle({ left, top, right, bottom }: Box): Polyline {
  return [left, top, right, top, right, bottom, left, bottom, left, top];
}

/** The corners of a polygon around the origin; every second one nearer where there is an `inner` share. */
function turned(radius: number, count: number, start: number, inner = 1): Polyline {
  const points: number[] = [];
  const steps = inner === 1 ? count : count * 2;
  for (let step = 0; step <= steps; step++) {
    const angle = start + (step / steps) * 2 * Math.PI;
    const reach = inner !== 1 && step % 2 === 1 ? radius * inner : radius;
    points.push(reach * Math.cos(angle), -reach * Math.sin(angle));
  }
  return points;
}

const UP = Math.PI / 2;
/** Directions of triangles, and of the strokes of `1` to `4`. */
const POINTING: Readonly<Record<string, number>> = {
  '^': UP,
  v: -UP,
  '<': Math.PI,
  '>': 0,
  1: -UP,
  2: UP,
  3: Math.PI,
  4: 0,
};

/** The outline of a mark around the origin: filled, or (`+`, `x`, `1`…) strokes. */
export function markOutline(marker: string, r: number): { lines: boolean; parts: Polyline[] } {
  const filled = (...parts: Polyline[]) => ({ lines: false, parts });
  const strokes = (...parts: Polyline[]) => ({ lines: true, parts });
  switch (marker) {
    case 's':
      return filled(rectangle({ left: -r, top: -r, right: r, bottom: r }));
    case 'D':
      return filled(turned(r * Math.SQRT2 * 0.85, 4, 0));
    case 'd':
      return filled(turned(r, 4, 0).map((value, at) => (at % 2 === 0 ? value * 0.6 : value)));
    case '^':
    case 'v':
    case '<':
    case '>':
      return filled(triangle(r, POINTING[marker]!));
    case '1':
    case '2':
    case '3':
    case '4':
      return strokes(
        ...[0, 1, 2].map(arm => {
          const angle = POINTING[marker]! + (arm * 2 * Math.PI) / 3;
          return [0, 0, r * Math.cos(angle), -r * Math.sin(angle)];
        }),
      );
    case 'p':
      return filled(turned(r, 5, UP));
    case 'h':
      return filled(turned(r, 6, UP));
    case 'H':
      return filled(turned(r, 6, 0));
    case '8':
      return filled(turned(r, 8, Math.PI / 8));
    case '*':
      return filled(turned(r, 5, UP, 0.38));
    case '+':
      return strokes([-r, 0, r, 0], [0, -r, 0, r]);
    case 'x':
      return strokes([-r, -r, r, r], [-r, r, r, -r]);
    case 'P':
      return filled(
        rectangle({ left: -r, top: -r / 3, right: r, bottom: r / 3 }),
        rectangle({ left: -r / 3, top: -r, right: r / 3, bottom: r }),
      );
    case 'X':
      return filled(turned(r, 4, Math.PI / 4, 0.4));
    case '|':
      return strokes([0, -r, 0, r]);
    case '_':
      return strokes([-r, 0, r, 0]);
    default:
      return filled(turned(r, Math.max(8, Math.min(32, Math.ceil(r * 4))), 0));
  }
}

/** As wide as it is high, in the square around the mark. */
function triangle(r: number, direction: number): Polyline {
  const [cos, sin] = [Math.cos(direction), Math.sin(direction)];
  return [
    [r, 0],
    [-r, r],
    [-r, -r],
    [r, 0],
  ].flatMap(([along, aside]) => [along! * cos - aside! * sin, -(along! * sin + aside! * cos)]);
}
