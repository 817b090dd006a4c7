/** Puts shapes down as pixels: polygons by how much of each pixel they cover, strokes as polygons, letters as outlines. */
import { opacityOf } from './colors.ts';
import { glyphOf, lineWidth } from './glyphOutlines.ts';
import { marksAsPaths } from './seriesShapes.ts';
import type { Box, ImageShape, Polyline, Shape, TextShape } from './shapes.ts';
import { strokeOutlines } from './strokes.ts';
import { baselines, paperRgb } from './svg.ts';

type Rgb = readonly [number, number, number];

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and opacity of each pixel, row by row. */
  readonly data: Uint8ClampedArray;
}

/** @param scale pixels in a point. @param paper what is behind; null leaves it clear */
export function rasterised(
  size: { width: number; height: number },
  shapes: readonly Shape[],
  scale: number,
  paper: string | null,
): Pixels {
  const width = Math.max(1, Math.round(size.width * scale));
  const height = Math.max(1, Math.round(size.height * scale));
  const canvas = new Canvas(width, height, scale);
  if (paper !== null) canvas.clear(paperRgb(paper));
  for (const shape of shapes) canvas.draw(shape);
  return { width, height, data: canvas.data };
}

/** How much wider a line of bold letters is. */
const BOLD_SPREAD = 1.1;

class Canvas {
  readonly data: Uint8ClampedArray;
  private readonly width: number;
  private readonly height: number;
  private readonly scale: number;

  constructor(width: number, height: number, scale: number) {
    this.width = width;
    this.height = height;
    this.scale = scale;
    this.data = new Uint8ClampedArray(width * height * 4);
  }

  clear([red, green, blue]: Rgb): void {
    for (let at = 0; at < this.data.length; at += 4) this.data.set([red, green, blue, 255], at);
  }

  draw(shape: Shape): void {
    switch (shape.kind) {
      case 'path': {
        const parts = this.scaled(shape.parts);
        if (shape.fill !== null) {
          const pieces = shape.role === 'area' ? parts : oriented(parts);
          this.fill(pieces, shape.clip, paperRgb(shape.fill), shape.opacity * opacityOf(shape.fill));
        }
        if (shape.stroke !== null && shape.width > 0) {
          const wide = Math.max(shape.width * this.scale, 0.6);
          const dash = shape.dash.map(length => length * this.scale);
          this.fill(
            strokeOutlines(parts, wide, dash, this.bounds(shape.clip)),
            shape.clip,
            paperRgb(shape.stroke),
            shape.opacity * opacityOf(shape.stroke),
          );
        }
        return;
      }
      case 'marks': {
        const { lines, parts } = marksAsPaths(shape);
        const scaled = this.scaled(parts);
        const ink = lines ? (shape.stroke ?? shape.fill) : shape.fill;
        const outlines = lines
          ? strokeOutlines(scaled, Math.max(shape.width, 0.5) * this.scale, [], this.bounds(shape.clip))
          : oriented(scaled);
        if (ink !== null) this.fill(outlines, shape.clip, paperRgb(ink), shape.opacity * opacityOf(ink));
        if (!lines && shape.stroke !== null && shape.width > 0) {
          const rims = strokeOutlines(scaled, shape.width * this.scale, [], this.bounds(shape.clip));
          this.fill(rims, shape.clip, paperRgb(shape.stroke), shape.opacity * opacityOf(shape.stroke));
        }
        return;
      }
      case 'text':
        this.write(shape);
        return;
      case 'image':
        this.paint(shape);
        return;
    }
  }

  private scaled(parts: readonly Polyline[]): number[][] {
    return parts.map(part => part.map(value => value * this.scale));
  }

  private bounds(clip: Box | null): Box {
    const whole = { left: 0, top: 0, right: this.width, bottom: this.height };
    if (clip === null) return whole;
    const { scale } = this;
    return {
      left: Math.max(0, Math.round(clip.left * scale)),
      top: Math.max(0, Math.round(clip.top * scale)),
      right: Math.min(this.width, Math.round(clip.right * scale)),
      bottom: Math.min(this.height, Math.round(clip.bottom * scale)),
    };
  }

  /** Fills polygons; where several cover a pixel it counts once. */
  private fill(parts: readonly Polyline[], clip: Box | null, color: Rgb, opacity: number): void {
    const bounds = this.bounds(clip);
    let [left, right, top, bottom] = [bounds.right, bounds.left, bounds.bottom, bounds.top];
    for (const part of parts) {
      for (let index = 0; index < part.length; index += 2) {
        left = Math.min(left, part[index]!);
        right = Math.max(right, part[index]!);
        top = Math.min(top, part[index + 1]!);
        bottom = Math.max(bottom, part[index + 1]!);
      }
    }
    left = Math.max(bounds.left, Math.floor(left));
    right = Math.min(bounds.right, Math.ceil(right) + 1);
    top = Math.max(bounds.top, Math.floor(top));
    bottom = Math.min(bounds.bottom, Math.ceil(bottom) + 1);
    if (left >= right || top >= bottom) return;
    const cover = new Coverage(left, top, right - left, bottom - top);
    for (const part of parts) cover.add(part);
    cover.each((x, y, share) => this.blend(x, y, color, share * opacity));
  }

  private blend(x: number, y: number, color: Rgb, share: number): void {
    const at = (y * this.width + x) * 4;
    const { data } = this;
    const below = data[at + 3]! / 255;
    const whole = share + below * (1 - share);
    if (whole <= 0) return;
    for (let channel = 0; channel < 3; channel++) {
      data[at + channel] = (color[channel]! * share + data[at + channel]! * below * (1 - share)) / whole;
    }
    data[at + 3] = whole * 255;
  }

  private write(shape: TextShape): void {
    const { first, step, lines } = baselines(shape);
    const turn = (-shape.angle * Math.PI) / 180;
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    const parts: number[][] = [];
    for (const [index, line] of lines.entries()) {
      // Bold letters need more room beside each other.
      const spread = shape.bold ? BOLD_SPREAD : 1;
      const wide = lineWidth(line, shape.size) * spread;
      let pen = shape.align === 'start' ? 0 : shape.align === 'middle' ? -wide / 2 : -wide;
      const base = first + index * step;
      for (const character of line) {
        const glyph = glyphOf(character);
        for (const contour of glyph.contours) {
          parts.push(
            contour.map((_value, at) => {
              const x = pen + contour[at - (at % 2)]! * shape.size;
              const y = base - contour[at - (at % 2) + 1]! * shape.size;
              return (at % 2 === 0 ? shape.x + x * cos - y * sin : shape.y + x * sin + y * cos) * this.scale;
            }),
          );
        }
        pen += glyph.advance * shape.size * spread;
      }
    }
    const color = paperRgb(shape.ink);
    this.fill(parts, shape.clip, color, shape.opacity * opacityOf(shape.ink));
    // Bold letters are the plain ones with a rim.
    if (shape.bold) {
      const closed = parts.map(part => [...part, part[0]!, part[1]!]);
      this.fill(
        strokeOutlines(closed, 0.07 * shape.size * this.scale, [], this.bounds(null)),
        shape.clip,
        color,
        shape.opacity,
      );
    }
  }

  /** The nearest of the image's values for each pixel, or blends of them; means of them where the image is larger. */
  private paint(image: ImageShape): void {
    const box = this.bounds(image.box);
    const clip = this.bounds(image.clip);
    const wide = (image.box.right - image.box.left) * this.scale;
    const high = (image.box.bottom - image.box.top) * this.scale;
    const [startX, startY] = [image.box.left * this.scale, image.box.top * this.scale];
    const samples = Math.min(4, Math.max(1, Math.ceil(Math.max(image.columns / wide, image.rows / high))));
    const { across: turned, up: upended } = image.mirrored;
    for (let y = Math.max(box.top, clip.top); y < Math.min(box.bottom, clip.bottom); y++) {
      for (let x = Math.max(box.left, clip.left); x < Math.min(box.right, clip.right); x++) {
        const sum: Sum = [0, 0, 0, 0];
        for (let part = 0; part < samples * samples; part++) {
          const across = (x + ((part % samples) + 0.5) / samples - startX) / wide;
          const up = (y + (Math.floor(part / samples) + 0.5) / samples - startY) / high;
          addSample(image, turned ? 1 - across : across, upended ? 1 - up : up, sum);
        }
        const share = sum[3] / (255 * samples * samples);
        if (share > 0)
          this.blend(x, y, [sum[0] / sum[3], sum[1] / sum[3], sum[2] / sum[3]], share * image.opacity);
      }
    }
  }
}

/** Red, green and blue, each times the opacity, and the opacity. */
type Sum = [number, number, number, number];

function addSample(image: ImageShape, across: number, up: number, sum: Sum): void {
  const { rows, columns } = image;
  if (!image.smooth) {
    addValue(image, Math.floor(across * columns), Math.floor(up * rows), 1, sum);
    return;
  }
  const [x, y] = [across * columns - 0.5, up * rows - 0.5];
  const [column, row] = [Math.floor(x), Math.floor(y)];
  const [dx, dy] = [x - column, y - row];
  addValue(image, column, row, (1 - dx) * (1 - dy), sum);
  addValue(image, column + 1, row, dx * (1 - dy), sum);
  addValue(image, column, row + 1, (1 - dx) * dy, sum);
  addValue(image, column + 1, row + 1, dx * dy, sum);
}

function addValue(image: ImageShape, column: number, row: number, weight: number, sum: Sum): void {
  const inRow = Math.min(image.rows - 1, Math.max(0, row));
  const at = (inRow * image.columns + Math.min(image.columns - 1, Math.max(0, column))) * 4;
  const opacity = weight * image.values[at + 3]!;
  for (let channel = 0; channel < 3; channel++) sum[channel]! += image.values[at + channel]! * opacity;
  sum[3] += opacity;
}

/** Polygons that all turn the same way, so that those that overlap do not take from one another. */
function oriented(parts: readonly number[][]): number[][] {
  return parts.map(part => {
    let area = 0;
    for (let index = 2; index < part.length; index += 2) {
      area += part[index - 2]! * part[index + 1]! - part[index]! * part[index - 1]!;
    }
    if (area >= 0) return part;
    const turned: number[] = [];
    for (let index = part.length - 2; index >= 0; index -= 2) turned.push(part[index]!, part[index + 1]!);
    return turned;
  });
}

/** How much of each pixel of a window polygons cover: areas under their edges, summed along each row. */
class Coverage {
  private readonly left: number;
  private readonly top: number;
  private readonly width: number;
  private readonly height: number;
  private readonly sums: Float32Array;

  constructor(left: number, top: number, width: number, height: number) {
    this.left = left;
    this.top = top;
    this.width = width;
    this.height = height;
    this.sums = new Float32Array((width + 2) * height);
  }

  add(part: Polyline): void {
    const count = part.length / 2;
    for (let index = 0; index < count; index++) {
      const next = (index + 1) % count;
      this.edge(
        part[index * 2]! - this.left,
        part[index * 2 + 1]! - this.top,
        part[next * 2]! - this.left,
        part[next * 2 + 1]! - this.top,
      );
    }
  }

  private edge(x0: number, y0: number, x1: number, y1: number): void {
    if (y0 === y1) return;
    const direction = y0 < y1 ? 1 : -1;
    const [fromX, fromY, toX, toY] = y0 < y1 ? [x0, y0, x1, y1] : [x1, y1, x0, y0];
    const slope = (toX - fromX) / (toY - fromY);
    const last = Math.min(this.height, Math.ceil(toY));
    for (let row = Math.max(0, Math.floor(fromY)); row < last; row++) {
      const [high, low] = [Math.max(row, fromY), Math.min(row + 1, toY)];
      if (low <= high) continue;
      this.span(row, fromX + (high - fromY) * slope, fromX + (low - fromY) * slope, (low - high) * direction);
    }
  }

  /** An edge within one row, from one place across to another. */
  private span(row: number, a: number, b: number, height: number): void {
    const { width, sums } = this;
    const start = row * (width + 2);
    const [low, high] = [
      Math.min(Math.max(Math.min(a, b), 0), width),
      Math.min(Math.max(Math.max(a, b), 0), width),
    ];
    const first = Math.floor(low);
    const lastColumn = Math.ceil(high);
    if (lastColumn <= first + 1) {
      const share = (low + high) / 2 - first;
      sums[start + first]! += height * (1 - share);
      sums[start + first + 1]! += height * share;
      return;
    }
    const slope = height / (high - low);
    for (let column = first; column < lastColumn; column++) {
      const [from, to] = [Math.max(low, column), Math.min(high, column + 1)];
      const part = slope * (to - from);
      // What the edge has passed in this column counts from its middle on.
      const inside = part * (column + 1 - (from + to) / 2);
      sums[start + column]! += inside;
      sums[start + column + 1]! += part - inside;
    }
  }

  each(visit: (x: number, y: number, share: number) => void): void {
    for (let row = 0; row < this.height; row++) {
      let sum = 0;
      for (let column = 0; column < this.width; column++) {
        sum += this.sums[row * (this.width + 2) + column]!;
        const share = Math.min(1, Math.abs(sum));
        if (share > 0.002) visit(this.left + column, this.top + row, share);
      }
    }
  }
}
