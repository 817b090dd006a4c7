/** What TensorFlow says of a window that is larger than what it moves over, where Keras 1 or 2 leaves that to it. */
import type { Shape } from '../../../../graph/shapes.ts';
import { brackets } from '../../errors/graphWords.ts';
import type { ByVersion } from '../../versionWords.ts';
import { inCall, receivedTensor } from './callErrors.ts';
import { type DataFormat, spatialOf } from './channels.ts';
import type { LayerObject } from './layerObject.ts';

export interface MovedWindow {
  readonly operation: 'convolution' | 'depthwise' | 'max' | 'average';
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
  max: ['MaxPool', 'MaxPool3D'],
  average: ['AvgPool', 'AvgPool3D'],
} as const;

/** The operation's own settings, in the order of their names. */
function attributes(window: MovedWindow, isFlatFirst: boolean): string {
  const { operation, format, size, strides, dilation } = window;
  const isVolume = size.length === 3;
  const axes = isVolume ? 'DHW' : 'HW';
  const layout = format === 'channels_first' ? `NC${axes}` : `N${axes}C`;
  const every = (values: readonly number[]) => everyAxis(inTwoAxes(values, 1, isFlatFirst), format);
  const isPool = operation === 'max' || operation === 'average';
  const hasPaddings = !isVolume && operation !== 'average';
  return [
    'T=DT_FLOAT',
    `data_format="${layout}"`,
    ...(isPool ? [] : [`dilations=${every(dilation)}`]),
    ...(hasPaddings ? ['explicit_paddings=[]'] : []),
    ...(isPool ? [`ksize=${every(size)}`] : []),
    'padding="VALID"',
    `strides=${every(strides)}`,
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
  const scope = isPool ? kind : operation === 'depthwise' ? 'depthwise' : cls.name;
  const placed = extents.length === 1 ? `${name}/${isPool ? '' : `${scope}/`}ExpandDims` : 'Placeholder';
  const read =
    kernel.length === 0
      ? ''
      : `, ${extents.length === 1 ? `${name}/${scope}/ExpandDims_1` : `${name}/${scope}/ReadVariableOp`}`;
  const isFlatFirst = extents.length === 1 && !isPool;
  const node = `'{{node ${name}/${scope}}} = ${kind}[${attributes(window, isFlatFirst)}](${placed}${read})'`;
  return {
    1: `${said} '${kind}' (op: '${kind}') with input shapes: ${shapesGiven(window, false)}.`,
    2: inCall({ name, cls }, `${said} ${node} with input shapes: ${shapesGiven(window, isFlatFirst)}.`, [
      `inputs=${receivedTensor(input, computeDtype)}`,
    ]),
  };
}
