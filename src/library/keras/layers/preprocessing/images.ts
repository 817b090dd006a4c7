/** What the image layers share: batches of images channels last, centre cuts, and resizing by aspect ratio. */
import { ops } from '../../../../graph/index.ts';
import { formatShape, isStatic, type Shape } from '../../../../graph/shapes.ts';
import type { Tensor } from '../../../../graph/tensor.ts';
import { raise, ValueError } from '../../../../python/errors.ts';
import { message } from '../../../../python/message.ts';
import { type DataFormat, inChannelsLast } from '../base/channels.ts';
import { type Interpolation, resizeImages } from '../base/resampling.ts';

/** Runs `body` on (batch, height, width, channels), whatever order of axes x has; a single image is a batch of one. */
export function onImages(x: Tensor, format: DataFormat, body: (images: Tensor) => Tensor): Tensor {
  const { shape } = x;
  if (shape.length !== 3 && shape.length !== 4) {
    throw raise(
      ValueError,
      `Expected the input image to be rank 3 or 4. Received inputs.shape=${formatShape(shape)}`,
      {
        code: 'input-rank',
        explanation: message(
          'Images have three dimensions, batches of them four; the input is {0}.',
          formatShape(shape),
        ),
      },
    );
  }
  const batch = shape.length === 3 ? ops.expandDims(x, 0) : x;
  const result = inChannelsLast(batch, format, body);
  return shape.length === 3 ? ops.squeeze(result, 0) : result;
}

/** The middle of images. */
export function cutCentre(x: Tensor, height: number, width: number): Tensor {
  const [rows, columns] = [x.shape[1] as number, x.shape[2] as number];
  const begin = [0, Math.trunc((rows - height) / 2), Math.trunc((columns - width) / 2), 0];
  return ops.slice(x, begin, [-1, height, width, -1]);
}

/** The largest centre cut with the target's aspect ratio, resized to it. */
export function resizeByCutting(
  x: Tensor,
  height: number,
  width: number,
  interpolation: Interpolation = 'bilinear',
): Tensor {
  if (x.shape[1] === null || x.shape[2] === null) return sizedAs(x, height, width);
  const [rows, columns] = [x.shape[1], x.shape[2]];
  const cutRows = Math.min(rows, Math.trunc((columns * height) / width));
  const cutColumns = Math.min(columns, Math.trunc((rows * width) / height));
  return resizeImages(cutCentre(x, cutRows, cutColumns), height, width, interpolation);
}

/** A stand-in for resized images of which a size is not known. */
export function sizedAs(x: Tensor, height: number, width: number): Tensor {
  return ops.abstractValue('images', [x], [x.shape[0], height, width, x.shape[3]], 'float32');
}

/** Whether all sizes are known, so that something can be drawn for each image. */
export function canDraw(shape: Shape): shape is readonly number[] {
  return isStatic(shape);
}
