/** Channels-first data for operations that work on channels last, and size errors of windows. */
import { ops } from '../../../../graph/index.ts';
import { type Dim, formatShape, type Shape } from '../../../../graph/shapes.ts';
import type { Tensor } from '../../../../graph/tensor.ts';
import type { PythonError } from '../../../../python/errors.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { message } from '../../../../python/message.ts';
import { type ByVersion, raiseInWords } from '../../versionWords.ts';

export type DataFormat = 'channels_last' | 'channels_first';

/** (batch, channels, ...spatial) as (batch, ...spatial, channels); channels-last data as it is. */
export function toChannelsLast(x: Tensor, format: DataFormat): Tensor {
  return format === 'channels_first' ? ops.moveAxis(x, 1, -1) : x;
}

/** The way back. */
export function fromChannelsLast(x: Tensor, format: DataFormat): Tensor {
  return format === 'channels_first' ? ops.moveAxis(x, -1, 1) : x;
}

/** Runs `body` on channels-last data. */
export function inChannelsLast(x: Tensor, format: DataFormat, body: (x: Tensor) => Tensor): Tensor {
  return fromChannelsLast(body(toChannelsLast(x, format)), format);
}

export function channelsOf(shape: Shape, format: DataFormat): Dim {
  return (format === 'channels_first' ? shape[1] : shape[shape.length - 1]) ?? null;
}

export function spatialOf(shape: Shape, format: DataFormat): Shape {
  return format === 'channels_first' ? shape.slice(2) : shape.slice(1, -1);
}

/** A NumPy array of integers as Python prints it: `[3 3]`. */
export function formatIntegers(values: readonly number[]): string {
  return `[${values.join(' ')}]`;
}

/** The product of dimensions; null when one is not known. */
export function productOf(dims: Shape): Dim {
  return dims.reduce<Dim>((product, dim) => (product === null || dim === null ? null : product * dim), 1);
}

/** The error for windows (kernels with their dilation, pools) larger than the image, or null. */
export function windowError(
  py: Interpreter,
  layerClass: string,
  input: Shape,
  format: DataFormat,
  extents: readonly number[],
  words: ByVersion<string>,
): PythonError | null {
  const axis = spatialOf(input, format).findIndex((dim, index) => dim !== null && dim < extents[index]);
  if (axis < 0) return null;
  return raiseInWords(py, words, {
    code: 'shape-too-small',
    explanation: message(
      'A window of {0} of `{1}` does not fit into input of shape {2}: axis {3} has only {4}.',
      extents.length === 1 ? String(extents[0]) : formatShape(extents),
      layerClass,
      formatShape(input),
      format === 'channels_first' ? axis + 2 : axis + 1,
      spatialOf(input, format)[axis] as number,
    ),
  });
}
