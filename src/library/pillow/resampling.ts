/**
 * Resizing pictures in the two ways that Keras's users meet: Pillow's (`load_img`), whose filters widen where a picture
 * shrinks and whose sums are whole numbers, and TensorFlow's (`image_dataset_from_directory`), whose filters do not.
 */
import type { Picture } from './decoding.ts';

interface Filter {
  readonly support: number;
  weight(distance: number): number;
}

const sinc = (x: number): number => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));

function lanczos(size: number): Filter {
  return { support: size, weight: x => (Math.abs(x) < size ? sinc(x) * sinc(x / size) : 0) };
}

/** The cubic filters of Mitchell and Netravali. */
function cubic(b: number, c: number): Filter {
  return {
    support: 2,
    weight(distance) {
      const x = Math.abs(distance);
      if (x < 1) return ((12 - 9 * b - 6 * c) * x ** 3 + (-18 + 12 * b + 6 * c) * x ** 2 + (6 - 2 * b)) / 6;
      if (x >= 2) return 0;
      return (
        ((-b - 6 * c) * x ** 3 + (6 * b + 30 * c) * x ** 2 + (-12 * b - 48 * c) * x + (8 * b + 24 * c)) / 6
      );
    },
  };
}

const triangle: Filter = { support: 1, weight: x => Math.max(0, 1 - Math.abs(x)) };
/** Keys's cubic with a = -1/2. */
const keys = cubic(0, 0.5);

export const pillowFilters: Readonly<Record<string, Filter>> = {
  box: { support: 0.5, weight: x => (x > -0.5 && x <= 0.5 ? 1 : 0) },
  bilinear: triangle,
  hamming: {
    support: 1,
    weight: x => (Math.abs(x) < 1 ? sinc(x) * (0.54 + 0.46 * Math.cos(Math.PI * x)) : 0),
  },
  bicubic: keys,
  lanczos: lanczos(3),
};

export const tensorFilters: Readonly<Record<string, Filter>> = {
  bilinear: triangle,
  bicubic: keys,
  lanczos3: lanczos(3),
  lanczos5: lanczos(5),
  gaussian: { support: 1.5, weight: x => (Math.abs(x) < 1.5 ? Math.exp(-(x ** 2) / 0.5) : 0) },
  mitchellcubic: cubic(1 / 3, 1 / 3),
};

/** Which pixels of a row make one of the new row, and how much of each. */
interface Part {
  readonly first: number;
  readonly weights: readonly number[];
}

/** Pillow's coefficients for the part `from`..`to` of a row of `size` pixels. */
function pillowParts(size: number, from: number, to: number, count: number, filter: Filter): Part[] {
  const scale = (to - from) / count;
  const stretch = Math.max(scale, 1);
  const support = filter.support * stretch;
  return Array.from({ length: count }, (_, index) => {
    const centre = from + (index + 0.5) * scale;
    const first = Math.max(0, Math.trunc(centre - support + 0.5));
    const end = Math.min(size, Math.trunc(centre + support + 0.5));
    const raw = Array.from({ length: end - first }, (_unused, step) =>
      filter.weight((step + first - centre + 0.5) / stretch),
    );
    const sum = raw.reduce((a, b) => a + b, 0);
    // Weights are whole numbers of 22 bits.
    return { first, weights: raw.map(value => roundAway((sum === 0 ? value : value / sum) * 2 ** 22)) };
  });
}

function roundAway(value: number): number {
  return value < 0 ? Math.trunc(value - 0.5) : Math.trunc(value + 0.5);
}

/** TensorFlow's: centres of pixels, weights that sum to one within the picture. */
function tensorParts(size: number, count: number, filter: Filter): Part[] {
  const scale = size / count;
  return Array.from({ length: count }, (_, index) => {
    const centre = (index + 0.5) * scale - 0.5;
    const [low, high] = [Math.ceil(centre - filter.support), Math.floor(centre + filter.support)];
    const first = Math.max(0, Math.min(low, size - 1));
    const last = Math.max(first, Math.min(size - 1, high));
    const raw = Array.from({ length: last - first + 1 }, (_unused, step) =>
      filter.weight(first + step - centre),
    );
    const sum = raw.reduce((a, b) => a + b, 0);
    return { first, weights: sum === 0 ? raw.map(() => 1 / raw.length) : raw.map(value => value / sum) };
  });
}

/** Each pixel as the mean of the area it covers. */
function areaParts(size: number, count: number): Part[] {
  const scale = size / count;
  return Array.from({ length: count }, (_, index) => {
    const [from, to] = [index * scale, (index + 1) * scale];
    const first = Math.floor(from);
    const end = Math.min(size, Math.ceil(to - 1e-9));
    const weights = Array.from({ length: Math.max(1, end - first) }, (_unused, step) => {
      const pixel = first + step;
      return (Math.min(pixel + 1, to) - Math.max(pixel, from)) / scale;
    });
    return { first, weights };
  });
}

/** The pixel under each centre. Pillow adds step to step, which decides where a centre lies between two pixels. */
function nearestParts(size: number, from: number, to: number, count: number): Part[] {
  const scale = (to - from) / count;
  let centre = from + scale * 0.5;
  return Array.from({ length: count }, () => {
    const first = Math.min(size - 1, Math.floor(centre));
    centre += scale;
    return { first, weights: [1] };
  });
}

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly data: ArrayLike<number>;
}

/** Applies the parts of a row to every row; `finish` makes of a sum what is kept. */
function alongRows(image: Pixels, parts: readonly Part[], finish: (sum: number) => number): Pixels {
  const { width, height, channels, data } = image;
  const out = new Float64Array(parts.length * height * channels);
  for (let row = 0; row < height; row++) {
    for (const [column, { first, weights }] of parts.entries()) {
      for (let channel = 0; channel < channels; channel++) {
        let sum = 0;
        let place = (row * width + first) * channels + channel;
        for (const weight of weights) {
          sum += data[place] * weight;
          place += channels;
        }
        out[(row * parts.length + column) * channels + channel] = finish(sum);
      }
    }
  }
  return { width: parts.length, height, channels, data: out };
}

function alongColumns(image: Pixels, parts: readonly Part[], finish: (sum: number) => number): Pixels {
  const { width, channels, data } = image;
  const line = width * channels;
  const out = new Float64Array(parts.length * line);
  for (const [row, { first, weights }] of parts.entries()) {
    for (let place = 0; place < line; place++) {
      let sum = 0;
      for (const [step, weight] of weights.entries()) sum += data[(first + step) * line + place] * weight;
      out[row * line + place] = finish(sum);
    }
  }
  return { width, height: parts.length, channels, data: out };
}

const same = (value: number): number => value;
const clip = (value: number): number => Math.max(0, Math.min(255, value));
const clippedBits = (sum: number): number => clip(Math.floor((sum + 2 ** 21) / 2 ** 22));

/** Left, top, right and bottom of the part of a picture that is resized. */
export type Box = readonly [number, number, number, number];

/** Resizes as Pillow's `Image.resize`. */
export function resizePillow(
  picture: Picture,
  width: number,
  height: number,
  method: string,
  box: Box = [0, 0, picture.width, picture.height],
): Picture {
  const [left, top, right, bottom] = box;
  if (method === 'nearest') {
    const rows = alongRows(picture, nearestParts(picture.width, left, right, width), same);
    const made = alongColumns(rows, nearestParts(picture.height, top, bottom, height), same);
    return { ...made, data: Uint8Array.from(made.data) };
  }
  const filter = pillowFilters[method];
  const alpha = picture.channels === 4 || picture.channels === 2;
  let image: Pixels = alpha ? withAlpha(picture, premultiplied) : picture;
  if (width !== picture.width || left !== 0 || right !== width)
    image = alongRows(image, pillowParts(picture.width, left, right, width, filter), clippedBits);
  if (height !== picture.height || top !== 0 || bottom !== height)
    image = alongColumns(image, pillowParts(picture.height, top, bottom, height, filter), clippedBits);
  const made = { ...image, data: Uint8Array.from(image.data) };
  return alpha ? withAlpha(made, divided) : made;
}

function premultiplied(value: number, alpha: number): number {
  const product = value * alpha + 128;
  return ((product >> 8) + product) >> 8;
}

function divided(value: number, alpha: number): number {
  return alpha === 0 || alpha === 255 ? value : clip(Math.trunc((255 * value) / alpha));
}

function withAlpha(picture: Picture, change: (value: number, alpha: number) => number): Picture {
  const { channels, data } = picture;
  const last = channels - 1;
  const made = data.map((value, index) =>
    index % channels === last ? value : change(value, data[index - (index % channels) + last]),
  );
  return { ...picture, data: made };
}

/** Resizes as `tf.image.resize` without antialiasing: numbers with fractions. */
export function resizeTensor(image: Pixels, width: number, height: number, method: string): Float32Array {
  const parts = (size: number, count: number): Part[] => {
    if (method === 'nearest') return nearestParts(size, 0, size, count);
    return method === 'area' ? areaParts(size, count) : tensorParts(size, count, tensorFilters[method]);
  };
  const rows = alongRows(image, parts(image.width, width), same);
  return Float32Array.from(alongColumns(rows, parts(image.height, height), same).data);
}
