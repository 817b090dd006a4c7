/** What TensorFlow says of a window that is larger than what it moves over, where Keras 1 or 2 leaves that to it. */
import type { Shape } from '../../../../graph/shapes.ts';
import { brackets } from '../../errors/graphWords.ts';
import type { ByVersion } from '../../versionWords.ts';
import { inCall, receivedTensor } from './callErrors.ts';
import { type DataFormat, spatialOf } from './channels.ts';
import type { LayerObject } from './layerObject.ts';

export interface MovedWindow {
  readonly operation: 'convolution' | 'depthwise' | 'separable' | 'max' | 'average';
  readonly input: Shape;
  readonly format: DataFormat;
  /** How far the window reaches, its dilation counted in. */
  readonly extents: readonly number[];
  readonly size: readonly number[];
  readonly strides: readonly number[];
  readonly dilation: readonly number[];
  /** The last two sizes of the kernel, where it has one. */
  readonly kernel: readonly (number | null)[];
}

/** One value for each axis of an image, with those of the batch and the channels. */
function everyAxis(values: readonly number[], format: DataFormat): string {
  const all = format === 'channels_first' ? [1, 1, ...values] : [1, ...values, 1];
  return `[${all.join(', ')}]`;
}

/** One-dimensional windows move over images of height or width 1. */
function inTwoAxes<T>(values: readonly T[], one: T, before: boolean): readonly T[] {
  if (values.length !== 1) return values;
  return before ? [one, values[0]] : [values[0], one];
}

const kernels = {
  convolution: ['Conv2D', 'Conv3D'],
  depthwise: ['DepthwiseConv2dNative', 'DepthwiseConv2dNative'],
  separable: ['DepthwiseConv2dNative', 'DepthwiseConv2dNative'],
  max: ['MaxPool', 'MaxPool3D'],
  average: ['AvgPool', 'AvgPool3D'],
} as const;

/** The operation's own settings, in the order of their names. */
function attributes(
  window: Omit<MovedWindow, 'input' | 'extents' | 'kernel'>,
  isFlatFirst: boolean,
  padding: 'VALID' | 'SAME' = 'VALID',
): string {
  const { operation, format, size, strides, dilation } = window;
  const isVolume = size.length === 3;
  const axes = isVolume ? 'DHW' : 'HW';
  const layout = format === 'channels_first' ? `NC${axes}` : `N${axes}C`;
  const every = (values: readonly number[]) => everyAxis(inTwoAxes(values, 1, isFlatFirst), format);
  const isPool = operation === 'max' || operation === 'average';
  const isEachChannel = operation === 'depthwise' || operation === 'separable';
  const hasPaddings = !isVolume && operation !== 'average';
  return [
    'T=DT_FLOAT',
    `data_format="${layout}"`,
    ...(isPool ? [] : [`dilations=${every(dilation)}`]),
    ...(hasPaddings ? ['explicit_paddings=[]'] : []),
    ...(isPool ? [`ksize=${every(size)}`] : []),
    `padding="${padding}"`,
    `strides=${isEachChannel && strides.length === 1 ? everyAxis([...strides, ...strides], format) : every(strides)}`,
    ...(operation === 'convolution' && !isVolume ? ['use_cudnn_on_gpu=true'] : []),
  ].join(', ');
}

/** The input and the kernel as the operation gets them. */
function shapesGiven(window: MovedWindow, isFlatFirst: boolean): string {
  const { input, format, size, kernel } = window;
  const sides = inTwoAxes(spatialOf(input, format), 1, isFlatFirst);
  const channels = format === 'channels_first' ? input[1] : input[input.length - 1];
  const image = format === 'channels_first' ? [input[0], channels, ...sides] : [input[0], ...sides, channels];
  const shapes = [image];
  if (kernel.length > 0) shapes.push([...inTwoAxes(size, 1, isFlatFirst), ...kernel]);
  return shapes.map(brackets).join(', ');
}

/** What TensorFlow calls the operation inside of the layer. */
function scopeOf(operation: MovedWindow['operation'], kind: string, className: string): string {
  if (operation === 'convolution') return className;
  if (operation === 'depthwise') return 'depthwise';
  return operation === 'separable' ? 'separable_conv2d/depthwise' : kind;
}

/** The names of what the operation is given; layers over one axis widen that themselves before they begin it. */
function operandsOf(
  operation: MovedWindow['operation'],
  layer: string,
  scope: string,
  rank: number,
  hasKernel: boolean,
): string {
  const outer = scope.split('/')[0];
  const inner = operation === 'convolution' ? `${layer}${outer}/` : layer;
  const input = rank === 1 ? `${inner}ExpandDims` : 'Placeholder';
  if (!hasKernel) return input;
  return `${input}, ${rank === 1 ? `${inner}ExpandDims_1` : `${layer}${outer}/ReadVariableOp`}`;
}

/** What TensorFlow says of images with another number of axes for a separable convolution. */
export function rankOfSeparable(
  { name, cls, computeDtype }: LayerObject,
  window: Pick<MovedWindow, 'format' | 'size' | 'strides' | 'dilation'> & { readonly padding: string },
  input: Shape,
  multiplier: number,
): string {
  const channels = window.format === 'channels_first' ? input[1] : input[input.length - 1];
  const padding = window.padding === 'same' ? 'SAME' : 'VALID';
  const settings = attributes({ ...window, operation: 'separable', dilation: [1, 1] }, false, padding);
  const node = `{{node ${name}/separable_conv2d/depthwise}} = DepthwiseConv2dNative[${settings}](Placeholder, ${name}/separable_conv2d/ReadVariableOp)`;
  const kernel = brackets([...window.size, channels ?? null, multiplier]);
  const text = `Shape must be rank 4 but is rank ${input.length} for '${node}' with input shapes: ${brackets(input)}, ${kernel}.`;
  return inCall({ name, cls }, text, [`inputs=${receivedTensor(input, computeDtype)}`]);
}

/** For Keras 1 and 2; null where the window fits. */
export function tooLargeWindow(
  { name, cls, computeDtype }: LayerObject,
  window: MovedWindow,
): Omit<ByVersion<string>, 3> | null {
  const { operation, input, format, extents, kernel } = window;
  const sides = spatialOf(input, format);
  const axis = sides.findIndex((dim, index) => dim !== null && dim < extents[index]);
  if (axis < 0) return null;
  const kind = kernels[operation][extents.length === 3 ? 1 : 0];
  const isPool = operation === 'max' || operation === 'average';
  const said = `Negative dimension size caused by subtracting ${extents[axis]} from ${sides[axis]} for`;
  const scope = scopeOf(operation, kind, cls.name);
  const operands = operandsOf(operation, `${name}/`, scope, extents.length, kernel.length > 0);
  const isFlatFirst = extents.length === 1 && !isPool;
  const node = `'{{node ${name}/${scope}}} = ${kind}[${attributes(window, isFlatFirst)}](${operands})'`;
  return {
    1: `${said} '${operation === 'separable' ? scope : kind}' (op: '${kind}') with input shapes: ${shapesGiven(window, false)}.`,
    2: inCall({ name, cls }, `${said} ${node} with input shapes: ${shapesGiven(window, isFlatFirst)}.`, [
      `inputs=${receivedTensor(input, computeDtype)}`,
    ]),
  };
}
