/** What the convolution layers share: arguments, checks with Keras's messages, bias and activation. */
import { ops } from '../../../../graph/index.ts';
import { type Dim, formatShape, type Shape } from '../../../../graph/shapes.ts';
import { placeholder, type Tensor } from '../../../../graph/tensor.ts';
import { TypeError } from '../../../../python/errors.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { message } from '../../../../python/message.ts';
import { classOf } from '../../../../python/types.ts';
import { NotKnown } from '../../../../python/values.ts';
import { kerasVersionKey } from '../../../kerasVersion.ts';
import type { Activation } from '../../activations/resolve.ts';
import { type ArgumentReader, formatNames } from '../../objects/arguments.ts';
import { readWindowArgument } from '../../objects/windowArgument.ts';
import type { VariableObject } from '../../tensors/variableObject.ts';
import type { Trace } from '../../trace.ts';
import { type ByVersion, raiseInWords } from '../../versionWords.ts';
import {
  channelsOf,
  type DataFormat,
  formatIntegers,
  productOf,
  spatialOf,
  windowError,
} from '../base/channels.ts';
import { activationOf, dataFormatOf, type WeightSettings, weightSettings } from '../base/layerArguments.ts';
import type { LayerObject } from '../base/layerObject.ts';
import { rankOfSeparable, tooLargeWindow } from '../base/windowWords.ts';

/** Names that Keras 1 gave to the arguments of convolutions. */
export const renamedArguments: Readonly<Record<string, string>> = {
  nb_filter: 'filters',
  filter_length: 'kernel_size',
  subsample: 'strides',
  subsample_length: 'strides',
  border_mode: 'padding',
  dim_ordering: 'data_format',
  atrous_rate: 'dilation_rate',
  bias: 'use_bias',
  init: 'kernel_initializer',
  W_regularizer: 'kernel_regularizer',
  b_regularizer: 'bias_regularizer',
  W_constraint: 'kernel_constraint',
  b_constraint: 'bias_constraint',
};

export interface Window {
  readonly rank: number;
  readonly size: readonly number[];
  readonly strides: readonly number[];
  readonly dilation: readonly number[];
  readonly padding: 'valid' | 'same' | 'causal';
  readonly format: DataFormat;
}

export interface OutputSettings {
  readonly activation: Activation;
  readonly useBias: boolean;
  readonly bias: WeightSettings;
}

/**
 * The window's size and its step. `Conv2D(32, 3, 3)` is a window of 3 by 3 in Keras 1, as it is up to Keras 2.3, and a
 * step of 3 in TensorFlow's Keras 2.
 */
function readSize(args: ArgumentReader, rank: number): Pick<Window, 'size' | 'strides'> {
  const { py } = args;
  const sides = [args.value('kernel_size'), args.value('strides')];
  const version = py.state(kerasVersionKey).current;
  const isNamed = py.site?.node.keywords.some(({ arg }) => arg === 'strides' || arg === 'subsample') ?? true;
  if (version < 3 && rank === 2 && !isNamed && sides.every(side => typeof side === 'number' && side > 1)) {
    if (version === 1) return { size: sides as number[], strides: [1, 1] };
    if (!py.running) throw new NotKnown('whether two numbers are a window or a step differs within Keras 2');
  }
  return {
    size: readWindowArgument(args, 'kernel_size', rank, { isTuple: false }),
    strides: readWindowArgument(args, 'strides', rank),
  };
}

/** As Keras 1 calls its convolutions in what it says of their padding. */
function nameInKeras1(className: string): string {
  if (className.endsWith('Transpose')) return 'Deconvolution2D';
  return className.startsWith('Conv') ? className.replace('Conv', 'Convolution') : className;
}

/** What each version says of a padding that there is not. */
export function paddingWords({ py, className }: ArgumentReader, given: string): ByVersion<string> {
  const isFirst = py.state(kerasVersionKey).current === 1;
  if (isFirst && className.includes('LSTM'))
    throw new NotKnown('Keras 1 looks at the padding of its recurrent convolutions when it calls them');
  const isFull = given === 'full' && isFirst;
  if (isFull && !py.running) throw new NotKnown('only Theano knows the padding `full`');
  return {
    3: `The \`padding\` argument must be one of ${formatNames(className === 'Conv1D' ? ['valid', 'same', 'causal'] : ['valid', 'same'])}. Received: padding=${given}`,
    2:
      given === 'causal'
        ? 'Causal padding is only supported for `Conv1D`and `SeparableConv1D`.'
        : `The \`padding\` argument must be a list/tuple or one of "valid", "same" (or "causal", only for \`Conv1D). Received: ${given}`,
    1: `('Invalid border mode for ${nameInKeras1(className)}:', '${given}')`,
  };
}

/** `kernel_size`, `strides`, `padding`, `data_format` and `dilation_rate`, checked as Keras does. */
export function readWindow(args: ArgumentReader, rank: number, allowCausal: boolean): Window {
  const { size, strides } = readSize(args, rank);
  const dilation = readWindowArgument(args, 'dilation_rate', rank, { isTuple: false });
  const allowed = allowCausal ? (['valid', 'same', 'causal'] as const) : (['valid', 'same'] as const);
  const padding = args.oneOf('padding', allowed, given => paddingWords(args, given));
  if (Math.max(...strides) > 1 && Math.max(...dilation) > 1) {
    args.fail(
      'dilation_rate',
      `\`strides > 1\` not supported in conjunction with \`dilation_rate > 1\`. Received: strides=${formatShape(strides)} and dilation_rate=${formatShape(dilation)}`,
    );
  }
  return { rank, size, strides, dilation, padding, format: dataFormatOf(args) };
}

export function readOutput(args: ArgumentReader): OutputSettings {
  return {
    activation: activationOf(args),
    useBias: args.boolean('use_bias'),
    bias: weightSettings(args, 'bias'),
  };
}

/** A strictly positive count, with the words convolutions have for it. */
export function readCount(args: ArgumentReader, name: string): number {
  const value = args.value(name);
  if (typeof value === 'string' || value === null)
    args.fail(name, {
      3: [TypeError, `'<=' not supported between instances of '${classOf(value).name}' and 'int'`],
    });
  const count = args.integer(name);
  if (count <= 0) {
    const told = `Invalid value for argument \`${name}\`. Expected a strictly positive value. Received ${name}=${count}.`;
    args.fail(name, { 3: told, 1: 'negative dimensions are not allowed' });
  }
  return count;
}

/** Keras 2 takes more axes than one in front of an image's own, and treats them as one batch. */
export function asOneBatch(py: Interpreter, { rank, format }: Window, shape: Shape): Shape {
  const isLonger = shape.length > rank + 2 && format === 'channels_last';
  if (!isLonger || py.state(kerasVersionKey).current !== 2) return shape;
  const lead = shape.length - rank - 1;
  return [productOf(shape.slice(0, lead)), ...shape.slice(lead)];
}

/** What later inputs must have: the number of channels of the first one. */
export function fixChannels(
  layer: LayerObject<never> | LayerObject,
  { rank, format }: Window,
  shape: Shape,
): Dim {
  const channels = channelsOf(shape, format);
  const axis = format === 'channels_first' ? 1 : -1;
  layer.inputSpec = [
    {
      minNdim: rank + 2,
      ...(channels === null ? {} : { axes: new Map([[axis, channels]]) }),
      inKeras1: { ndim: rank + 2 },
    },
  ];
  return channels;
}

/** What Keras 2 says of another number of axes: where the layer is built, or TensorFlow when it is called. */
function wordsOfRank(
  layer: LayerObject,
  window: Window,
  input: Shape,
  multiplier: number,
): { readonly 2?: string } {
  const received = `Received input_shape=${formatShape(input)}.`;
  const kind = layer.definition?.name ?? '';
  const { rank } = window;
  if (kind.startsWith('Depthwise'))
    return { 2: `Inputs to \`DepthwiseConv\` should have rank ${rank + 2}. ${received}` };
  if (kind.endsWith('Transpose')) return { 2: `Inputs should have rank ${rank + 2}. ${received}` };
  if (!kind.startsWith('Separable') || rank !== 2) return {};
  return { 2: rankOfSeparable(layer, window, input, multiplier) };
}

/** Keras's errors for kernels that do not match the input's dimensions or are larger than it. */
export function checkKernelFits(
  py: Interpreter,
  layer: LayerObject,
  window: Window,
  input: Shape,
  filters: number,
  operation: 'convolution' | 'depthwise' | 'separable' = 'convolution',
): void {
  const { rank, size, strides, dilation, format, padding } = window;
  const kernel = formatShape([...size, channelsOf(input, format), filters]);
  if (input.length !== rank + 2) {
    throw raiseInWords(
      py,
      {
        3: `Kernel shape must have the same length as input, but received kernel of shape ${kernel} and input of shape ${formatShape(input)}.`,
        ...wordsOfRank(layer, window, input, filters),
      },
      {
        code: 'input-rank',
        explanation: message(
          '`{0}` needs input with {1} dimensions and receives {2}.',
          layer.cls.name,
          rank + 2,
          formatShape(input),
        ),
      },
    );
  }
  if (padding !== 'valid') return;
  const extents = size.map((extent, axis) => (extent - 1) * dilation[axis] + 1);
  const earlier = tooLargeWindow(layer, {
    operation,
    input,
    format,
    extents,
    size,
    strides,
    dilation,
    kernel: [channelsOf(input, format), filters],
  });
  if (earlier === null) return;
  const error = windowError(py, layer.cls.name, input, format, extents, {
    3: `Computed output size would be negative. Received \`inputs shape=${formatShape(input)}\`, \`kernel shape=${kernel}\`, \`dilation_rate=${formatIntegers(dilation)}\`.`,
    ...earlier,
    ...(operation === 'convolution' && leavesLessThanNothing(window, extents, input)
      ? { 2: noOutput(layer.name, input) }
      : {}),
  });
  if (error !== null) throw error;
}

/** Keras 2 itself sees a size below zero; a size of zero, one step more, it leaves to TensorFlow. */
function leavesLessThanNothing(
  { format, strides }: Window,
  extents: readonly number[],
  input: Shape,
): boolean {
  return spatialOf(input, format).some(
    (dim, axis) => dim !== null && Math.floor((dim - extents[axis] + strides[axis]) / strides[axis]) < 0,
  );
}

function noOutput(name: string, input: Shape): string {
  const shown = `[${input.map(dim => dim ?? 'None').join(', ')}]`;
  return `One of the dimensions in the output is <= 0 due to downsampling in ${name}. Consider increasing the input size. Received input shape ${shown} which would produce output shape with a zero or negative value in a dimension.`;
}

export function makeBias(
  layer: LayerObject,
  py: Parameters<LayerObject['makeWeight']>[0],
  output: OutputSettings,
  filters: Dim,
): void {
  if (output.useBias) layer.makeWeight(py, { name: 'bias', shape: [filters], ...output.bias });
}

/** Adds the bias where there is one and applies the activation; channels last in, the layer's format out. */
export function finish(
  x: Tensor,
  bias: VariableObject | undefined,
  { activation }: OutputSettings,
  format: DataFormat,
  trace: Trace,
): Tensor {
  const biased = bias === undefined ? x : ops.add(x, bias.read(trace));
  return activation.apply(format === 'channels_first' ? ops.moveAxis(biased, -1, 1) : biased);
}

/** Multiply-adds where each output element sums over a window of `depth` channels. */
export function windowFlops(window: Window, depth: Dim, output: Shape): Dim {
  return productOf([
    ...window.size,
    depth,
    ...spatialOf(output, window.format),
    channelsOf(output, window.format),
  ]);
}

/** The shape of a convolution while the number of channels is not known: `convolve` runs on a single one. */
export function withoutChannels(
  x: Tensor,
  window: Window,
  filters: Dim,
  convolve: (x: Tensor, kernel: Tensor) => Tensor,
): Tensor {
  const single = placeholder([...x.shape.slice(0, -1), 1]);
  const { shape } = convolve(single, placeholder([...window.size, 1, 1]));
  return ops.abstractValue('convolution', [x], [...shape.slice(0, -1), filters], 'float32');
}
