/** A picture as the text of an SVG file. */
import { opacityOf, rgbOf } from './colors.ts';
import { marksAsPaths } from './seriesShapes.ts';
import type { Box, ImageShape, Ink, Polyline, Shape, TextShape } from './shapes.ts';
import { ASCENT, DESCENT, LINE_STEP } from './turnedText.ts';

/** What the inks are on paper. */
const PAPER: Readonly<Record<string, string>> = {
  ink: '#000000',
  muted: '#000000',
  faint: '#b0b0b0',
  paper: '#ffffff',
};

/** An ink as a colour of three numbers; what is no colour is black. */
export function paperRgb(ink: Ink): readonly [number, number, number] {
  return rgbOf(PAPER[ink] ?? ink) ?? [0, 0, 0];
}

function css(ink: Ink | null): string {
  if (ink === null) return 'none';
  const opacity = opacityOf(ink);
  const parts = paperRgb(ink).join(',');
  return opacity === 1 ? `rgb(${parts})` : `rgba(${parts},${opacity})`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** A path's `d` through polylines. */
export function pathData(parts: readonly Polyline[]): string {
  let data = '';
  for (const part of parts) {
    for (let index = 0; index < part.length; index += 2) {
      data += `${index === 0 ? 'M' : 'L'}${number(part[index]!)} ${number(part[index + 1]!)}`;
    }
  }
  return data;
}

/** The offset from a text's place to its first baseline, and between its lines. */
export function baselines({ text, size, vertical }: TextShape): {
  first: number;
  step: number;
  lines: string[];
} {
  const lines = text.split('\n');
  const step = size * LINE_STEP;
  const rest = (lines.length - 1) * step;
  const first = {
    top: size * ASCENT,
    middle: size * 0.36 - rest / 2,
    bottom: -size * DESCENT - rest,
    baseline: -rest,
  }[vertical];
  return { first, step, lines };
}

export interface SvgOptions {
  /** Behind everything; null leaves it clear. */
  readonly paper: Ink | null;
  /** Writes an image as a data address. */
  readonly imageAddress: (image: ImageShape) => string;
}

export function svgText(
  width: number,
  height: number,
  shapes: readonly Shape[],
  options: SvgOptions,
): string {
  const clips: Box[] = [];
  const clip = (box: Box | null): string => {
    if (box === null) return '';
    let index = clips.indexOf(box);
    if (index < 0) index = clips.push(box) - 1;
    return ` clip-path="url(#clip${index})"`;
  };
  const body = shapes.map(shape => shapeText(shape, clip, options));
  const definitions = clips.map(
    ({ left, top, right, bottom }, index) =>
      `<clipPath id="clip${index}"><rect x="${number(left)}" y="${number(top)}" width="${number(right - left)}" height="${number(bottom - top)}"/></clipPath>`,
  );
  const size = `width="${number(width)}pt" height="${number(height)}pt" viewBox="0 0 ${number(width)} ${number(height)}"`;
  const paper =
    options.paper === null ? '' : `<rect width="100%" height="100%" fill="${css(options.paper)}"/>\n`;
  return `<?xml version="1.0" encoding="utf-8"?>
<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="DejaVu Sans, Verdana, sans-serif">
<defs>${definitions.join('')}</defs>
${paper}${body.join('\n')}
</svg>
`;
}

function shapeText(shape: Shape, clip: (box: Box | null) => string, options: SvgOptions): string {
  switch (shape.kind) {
    case 'path': {
      const stroke =
        shape.stroke === null
          ? ''
          : ` stroke="${css(shape.stroke)}" stroke-width="${number(shape.width)}" stroke-linejoin="round"`;
      const dash = shape.dash.length === 0 ? '' : ` stroke-dasharray="${shape.dash.map(number).join(' ')}"`;
      const opacity = shape.opacity === 1 ? '' : ` opacity="${number(shape.opacity)}"`;
      return `<path d="${pathData(shape.parts)}" fill="${css(shape.fill)}"${stroke}${dash}${opacity}${clip(shape.clip)}/>`;
    }
    case 'marks': {
      const { lines, parts } = marksAsPaths(shape);
      const stroke = shape.stroke === null || shape.width === 0 ? null : shape.stroke;
      const rim = stroke === null ? '' : ` stroke="${css(stroke)}" stroke-width="${number(shape.width)}"`;
      const look = lines
        ? `fill="none" stroke="${css(stroke ?? shape.fill)}" stroke-width="${number(Math.max(shape.width, 0.5))}"`
        : `fill="${css(shape.fill)}"${rim}`;
      const opacity = shape.opacity === 1 ? '' : ` opacity="${number(shape.opacity)}"`;
      return `<path d="${pathData(parts)}" ${look}${opacity}${clip(shape.clip)}/>`;
    }
    case 'text':
      return shape.clip === null ? textElement(shape) : `<g${clip(shape.clip)}>${textElement(shape)}</g>`;
    case 'image': {
      const { left, top, right, bottom } = shape.box;
      const { across, up } = shape.mirrored;
      const turn =
        across || up
          ? ` transform="translate(${across ? number(left + right) : 0} ${up ? number(top + bottom) : 0}) scale(${across ? -1 : 1} ${up ? -1 : 1})"`
          : '';
      const image = `<image x="${number(left)}" y="${number(top)}" width="${number(right - left)}" height="${number(bottom - top)}" preserveAspectRatio="none"${shape.smooth ? '' : ' style="image-rendering:pixelated"'}${shape.opacity === 1 ? '' : ` opacity="${number(shape.opacity)}"`}${turn} href="${options.imageAddress(shape)}"/>`;
      return `<g${clip(shape.clip)}>${image}</g>`;
    }
  }
}

function textElement(shape: TextShape): string {
  const { first, step, lines } = baselines(shape);
  const turn =
    shape.angle === 0
      ? ''
      : ` transform="rotate(${number(-shape.angle)} ${number(shape.x)} ${number(shape.y)})"`;
  const look = `font-size="${number(shape.size)}" fill="${css(shape.ink)}" text-anchor="${shape.align}"${shape.bold ? ' font-weight="bold"' : ''}${shape.opacity === 1 ? '' : ` opacity="${number(shape.opacity)}"`}`;
  const spans = lines.map(
    (line, index) =>
      `<tspan x="${number(shape.x)}" y="${number(shape.y + first + index * step)}">${escaped(line)}</tspan>`,
  );
  return `<text ${look}${turn}>${spans.join('')}</text>`;
}
