/**
 * The input of one sample: features as a table, images as pixels, sequences as small lines.
 */
import type { SampleInputs } from '../../src/protocol.ts';
import { element, svg, table } from './dom.ts';
import { shape, significant } from './format.ts';
import { t } from './strings.ts';

const MOST_FEATURES = 64;
const IMAGE_SIZE = 140;

/** The input at `position` among the stored ones, or a sentence when it is not stored. */
export function sampleInput(inputs: SampleInputs | null, position: number): HTMLElement {
  if (!inputs || position >= inputs.count) {
    return element('p', { class: 'hint' }, t('The input of this sample is not kept.'));
  }
  const size = inputs.shape.reduce((product, dimension) => product * dimension, 1);
  const values = inputs.values.subarray(position * size, (position + 1) * size);
  const heading = element('h4', { class: 'minor-title' }, t('Input {0}', shape(inputs.shape)));
  return element('div', { class: 'sample-input' }, heading, content(inputs, values));
}

function content(inputs: SampleInputs, values: Float32Array): HTMLElement | SVGElement {
  switch (inputs.kind) {
    case 'image':
      return image(inputs.shape, values);
    case 'sequence':
      return sequence(inputs.shape, values);
    case 'features':
      return features(inputs.names, values);
  }
}

function features(names: readonly string[], values: Float32Array): HTMLElement {
  const shown = Array.from(values.subarray(0, MOST_FEATURES), (value, index) =>
    element(
      'div',
      { class: 'feature', title: String(value) },
      element('dt', {}, names[index] ?? t('feature {0}', index)),
      element('dd', {}, significant(value)),
    ),
  );
  const list = element('dl', { class: 'features' }, ...shown);
  const left = values.length - shown.length;
  return left > 0 ? element('div', {}, list, element('p', { class: 'hint' }, t('{0} more', left))) : list;
}

/** Pixels scaled from the sample's own range, so that 0..1 and 0..255 both show. */
function image(dimensions: readonly number[], values: Float32Array): HTMLElement {
  const [height = 1, width = 1, channels = 1] = dimensions;
  const canvas = element('canvas', { class: 'sample-image', width, height, role: 'img' });
  canvas.setAttribute('aria-label', t('The input as an image'));
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const scale = high > low ? 255 / (high - low) : 0;
  const pixels = new ImageData(width, height);
  for (let pixel = 0; pixel < width * height; pixel++) {
    for (let channel = 0; channel < 3; channel++) {
      const value = values[pixel * channels + Math.min(channel, channels - 1)]!;
      pixels.data[pixel * 4 + channel] = (value - low) * scale;
    }
    pixels.data[pixel * 4 + 3] = 255;
  }
  canvas.getContext('2d')!.putImageData(pixels, 0, 0);
  const factor = IMAGE_SIZE / Math.max(width, height);
  canvas.style.width = `${width * factor}px`;
  canvas.style.height = `${height * factor}px`;
  return canvas;
}

function sequence(dimensions: readonly number[], values: Float32Array): HTMLElement {
  const [steps = values.length, width = 1] = dimensions;
  if (width > 4) {
    const rows = Array.from({ length: Math.min(steps, 50) }, (_unused, step) => [
      String(step),
      ...Array.from(values.subarray(step * width, step * width + Math.min(width, 8)), value =>
        significant(value),
      ),
    ]);
    const columns = Array.from({ length: Math.min(width, 8) }, (_unused, index) => t('feature {0}', index));
    return element('div', { class: 'scroll-area' }, table(t('The input'), [t('step'), ...columns], rows));
  }
  const finite = values.filter(value => Number.isFinite(value));
  const low = finite.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const high = finite.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  const span = high > low ? high - low : 1;
  const lines = Array.from({ length: width }, (_unused, feature) => {
    const points = Array.from({ length: steps }, (_value, step) => {
      const value = values[step * width + feature]!;
      return `${(step / Math.max(1, steps - 1)) * 200},${56 - ((value - low) / span) * 52}`;
    });
    return svg('polyline', { points: points.join(' '), class: `sequence-line line-${feature}` });
  });
  const picture = svg('svg', { class: 'sample-sequence', viewBox: '0 0 200 60', role: 'img' }, ...lines);
  picture.setAttribute('aria-label', t('The input as a curve'));
  return element('div', {}, picture);
}
