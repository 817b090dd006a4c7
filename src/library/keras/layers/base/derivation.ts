/** How output shapes come to be: arithmetic with the numbers in it. */
import { type Dim, formatShape, type Shape } from '../../../../graph/shapes.ts';
import { type Message, message } from '../../../../python/message.ts';
import { channelsOf, type DataFormat, spatialOf } from './channels.ts';

/** A window that slides over the spatial axes. */
export interface SlidingWindow {
  readonly size: readonly number[];
  readonly strides: readonly number[];
  readonly dilation?: readonly number[];
  readonly padding: 'valid' | 'same' | 'causal';
  readonly format: DataFormat;
}

/** A dimension as Python writes it. */
export function dimText(dim: Dim | undefined): string {
  return dim === null || dim === undefined ? 'None' : String(dim);
}

/** `a × b × c`, with the result behind it where it is known. */
export function productText(dims: Shape): string {
  const product = dims.reduce<Dim>((size, dim) => (size === null || dim === null ? null : size * dim), 1);
  const factors = dims.map(dimText).join(' × ');
  return dims.length < 2 ? factors : `${factors} = ${dimText(product)}`;
}

/** One axis under a sliding window: `(28 - 3) / 1 + 1 = 26`; `⌈28 / 2⌉ = 14` where the input is padded. */
function windowAxis(window: SlidingWindow, axis: number, input: Dim, output: Dim): string {
  const [size, stride] = [window.size[axis], window.strides[axis]];
  const dilation = window.dilation?.[axis] ?? 1;
  if (window.padding !== 'valid') return `⌈${dimText(input)} / ${stride}⌉ = ${dimText(output)}`;
  const reach = dilation === 1 ? `${size}` : `${dilation} × (${size} - 1) - 1`;
  const whole = input === null || (input - dilation * (size - 1) - 1) % stride === 0;
  const steps = `(${dimText(input)} - ${reach}) / ${stride}`;
  return `${whole ? steps : `⌊${steps}⌋`} + 1 = ${dimText(output)}`;
}

/** Every spatial axis by a formula of its own. */
export function axesText(
  format: DataFormat,
  input: Shape,
  output: Shape,
  formula: (axis: number, input: Dim, output: Dim) => string,
): string {
  const after = spatialOf(output, format);
  return spatialOf(input, format)
    .map((dim, axis) => formula(axis, dim, after[axis] ?? null))
    .join(', ');
}

export function windowText(window: SlidingWindow, input: Shape, output: Shape): string {
  return axesText(window.format, input, output, (axis, from, to) => windowAxis(window, axis, from, to));
}

/** Spatial axes change, the channels stay. */
export function sameChannels(axes: string, input: Shape, format: DataFormat): Message {
  return message('{0}; {1} channels stay', axes, dimText(channelsOf(input, format)));
}

export function withFilters(axes: string, filters: number): Message {
  return message('{0}; {1} filters', axes, filters);
}

/** What can be said of any layer: that shapes stay, which of several inputs they come from, or what becomes what. */
export function plainDerivation(inputs: readonly Shape[], outputs: readonly Shape[]): Message | null {
  const [output] = outputs;
  if (output === undefined) return null;
  const result = formatShape(output);
  if (inputs.length === 0) return message('the shape of one batch is {0}: any number of samples', result);
  const shapes = inputs.map(formatShape);
  if (shapes.every(shape => shape === result)) {
    return shapes.length === 1
      ? message('the shape stays {0}', result)
      : message('{0} inputs of shape {1} become one', shapes.length, result);
  }
  return message('{0} becomes {1}', shapes.join(', '), outputs.map(formatShape).join(', '));
}
