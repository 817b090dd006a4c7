/** keras.ops: convolution, pooling, normalization and what else networks are made of. */

import { ops } from '../../../graph/index.ts';
import type { Tensor } from '../../../graph/tensor.ts';
import { raise, ValueError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { NotKnown, type Value } from '../../../python/values.ts';
import { imageDataFormatKey } from '../imageDataFormat.ts';
import { type DataFormat, inChannelsLast } from '../layers/base/channels.ts';
import { ctcGreedyDecode, ctcLoss } from '../losses/connectionist.ts';
import { epsilon } from '../losses/definition.ts';
import { numberOf } from '../objects/arguments.ts';
import { floatOf } from '../policy.ts';
import { dtypeOf, tensorOf } from '../tensors/conversion.ts';
import { tensorFunction } from '../tensors/operation.ts';
import { norm, tupleOf } from './linearAlgebra.ts';
import { axesOf, define, integerOf, numbersIn } from './reading.ts';

export function formatOf(py: Interpreter, value: Value): DataFormat {
  if (value === null) return py.state(imageDataFormatKey).current;
  if (value === 'channels_first' || value === 'channels_last') return value;
  throw raise(
    ValueError,
    `The \`data_format\` argument must be one of {'channels_first', 'channels_last'}. Received: data_format=${py.str(value)}`,
  );
}

function paddingOf(py: Interpreter, value: Value): 'valid' | 'same' {
  return py.str(value).toLowerCase() as 'valid' | 'same';
}

/** A number for every axis, or one for all. */
function each(py: Interpreter, value: Value): number | readonly number[] {
  return numberOf(value) ?? numbersIn(py, value);
}

const window = 'strides=1, padding="valid", data_format=None, dilation_rate=1';

function pool(name: string, compute: typeof ops.maxPool) {
  return define(
    `${name}(inputs, pool_size, strides=None, padding="valid", data_format=None)`,
    ([x, size, strides, padding, format], py) =>
      inChannelsLast(tensorOf(py, x), formatOf(py, format), input => {
        const extent = each(py, size);
        return compute(input, {
          size: typeof extent === 'number' ? input.shape.slice(2).map(() => extent) : extent,
          strides: strides === null ? undefined : each(py, strides),
          padding: paddingOf(py, padding),
        });
      }),
  );
}

/** Mean and variance over axes. */
export function moments(x: Tensor, axes: readonly number[] | null, keep: boolean): [Tensor, Tensor] {
  return [ops.mean(x, axes, keep), ops.variance(x, axes, keep)];
}

/** x with the given statistics taken out along an axis, and scale and offset put in. */
function normalizeBy(
  x: Tensor,
  axis: number,
  statistics: { mean: Tensor; variance: Tensor; offset: Tensor | null; scale: Tensor | null },
  epsilon: number,
): Tensor {
  const along = axis < 0 ? axis + x.shape.length : axis;
  const wide = (value: Tensor) =>
    ops.reshape(
      value,
      x.shape.map((dim, index) => (index === along ? dim : 1)),
    );
  let factor = ops.rsqrt(ops.add(wide(statistics.variance), epsilon));
  if (statistics.scale !== null) factor = ops.mul(factor, wide(statistics.scale));
  const shifted = ops.mul(ops.sub(x, wide(statistics.mean)), factor);
  return statistics.offset === null ? shifted : ops.add(shifted, wide(statistics.offset));
}

export const neural = [
  define(`conv(inputs, kernel, ${window})`, ([x, kernel, strides, padding, format, dilation], py) => {
    const filter = tensorOf(py, kernel);
    return inChannelsLast(tensorOf(py, x), formatOf(py, format), input => {
      const [channels, depth] = [input.shape.at(-1) ?? null, filter.shape.at(-2) ?? null];
      if (channels !== null && depth !== null && channels % depth !== 0)
        throw raise(
          ValueError,
          `The number of input channels must be evenly divisible by kernel's in_channels. Received input channels ${channels} and kernel in_channels ${depth}. `,
        );
      const groups = channels === null || depth === null ? 1 : channels / depth;
      return ops.convolution(input, filter, {
        strides: each(py, strides),
        padding: paddingOf(py, padding),
        dilation: each(py, dilation),
        groups,
      });
    });
  }),
  define(`depthwise_conv(inputs, kernel, ${window})`, ([x, kernel, strides, padding, format, dilation], py) =>
    inChannelsLast(tensorOf(py, x), formatOf(py, format), input =>
      ops.depthwiseConvolution(input, tensorOf(py, kernel), {
        strides: each(py, strides),
        padding: paddingOf(py, padding),
        dilation: each(py, dilation),
      }),
    ),
  ),
  define(
    `separable_conv(inputs, depthwise_kernel, pointwise_kernel, ${window})`,
    ([x, kernel, points, strides, padding, format, dilation], py) =>
      inChannelsLast(tensorOf(py, x), formatOf(py, format), input =>
        ops.convolution(
          ops.depthwiseConvolution(input, tensorOf(py, kernel), {
            strides: each(py, strides),
            padding: paddingOf(py, padding),
            dilation: each(py, dilation),
          }),
          tensorOf(py, points),
        ),
      ),
  ),
  define(
    'conv_transpose(inputs, kernel, strides, padding="valid", output_padding=None, data_format=None, dilation_rate=1)',
    ([x, kernel, strides, padding, extra, format, dilation], py) =>
      inChannelsLast(tensorOf(py, x), formatOf(py, format), input =>
        ops.transposedConvolution(input, tensorOf(py, kernel), {
          strides: each(py, strides),
          padding: paddingOf(py, padding),
          outputPadding: extra === null ? null : each(py, extra),
          dilation: each(py, dilation),
        }),
      ),
  ),
  pool('max_pool', ops.maxPool),
  pool('average_pool', ops.averagePool),
  tensorFunction('moments(x, axes, keepdims=False, synchronized=False)', ([x, axes, keep], py) => {
    const list = axesOf(axes);
    const [mean, variance] = moments(
      ops.toFloat(tensorOf(py, x)),
      typeof list === 'number' ? [list] : (list ?? null),
      py.truth(keep),
    );
    return tupleOf(py, mean, variance);
  }),
  define(
    'batch_normalization(x, mean, variance, axis, offset=None, scale=None, epsilon=1e-3)',
    ([x, mean, variance, axis, offset, scale, epsilon], py) => {
      const optional = (value: Value) => (value === null ? null : tensorOf(py, value));
      return normalizeBy(
        ops.toFloat(tensorOf(py, x)),
        integerOf(axis, -1),
        {
          mean: tensorOf(py, mean),
          variance: tensorOf(py, variance),
          offset: optional(offset),
          scale: optional(scale),
        },
        numberOf(epsilon) ?? 1e-3,
      );
    },
  ),
  define('gelu(x, approximate=True)', ([x, approximate], py) =>
    ops.gelu(tensorOf(py, x), py.truth(approximate)),
  ),
  define('log_sigmoid(x)', ([x], py) => ops.logSigmoid(tensorOf(py, x))),
  define('normalize(x, axis=-1, order=2)', ([x, axis, order], py) => {
    const tensor = ops.toFloat(tensorOf(py, x));
    const length = norm(tensor, numberOf(order) ?? 2, numbersIn(py, axis), true);
    return ops.div(tensor, ops.maximum(length, epsilon));
  }),
  define('one_hot(x, num_classes, axis=-1, dtype=None, sparse=False)', ([x, classes, axis, dtype], py) =>
    ops.oneHot(
      tensorOf(py, x),
      integerOf(classes, 1),
      dtypeOf(py, dtype) ?? floatOf(py),
      integerOf(axis, -1),
    ),
  ),
  define(
    'multi_hot(inputs, num_classes=None, axis=-1, dtype=None, sparse=False, **kwargs)',
    ([x, classes, axis, dtype], py) => {
      const tensor = tensorOf(py, x);
      const single = tensor.shape.length === 1;
      const hits = ops.oneHot(
        tensor,
        integerOf(classes, 1),
        dtypeOf(py, dtype) ?? floatOf(py),
        integerOf(axis, -1),
      );
      return ops.max(hits, [single ? 0 : 1]);
    },
  ),
  define('psnr(x1, x2, max_val)', ([a, b, most], py) => {
    const [x, y] = [ops.toFloat(tensorOf(py, a)), ops.toFloat(tensorOf(py, b))];
    const error = ops.mean(ops.square(ops.sub(x, y)));
    const peak = numberOf(most) ?? 1;
    return ops.sub(20 * Math.log10(peak), ops.mul(10 / Math.LN10, ops.log(error)));
  }),
  define(
    'ctc_loss(target, output, target_length, output_length, mask_index=0)',
    ([target, output, targetLength, outputLength, blank], py) =>
      ctcLoss(
        tensorOf(py, target),
        ops.logSoftmax(ops.toFloat(tensorOf(py, output)), -1),
        tensorOf(py, targetLength),
        tensorOf(py, outputLength),
        integerOf(blank, 0),
      ),
  ),
  tensorFunction(
    'ctc_decode(inputs, sequence_lengths, strategy="greedy", beam_width=100, top_paths=1, merge_repeated=True, mask_index=None)',
    ([x, lengths, strategy, , , merge, blank], py) => {
      if (strategy !== 'greedy') {
        if (!py.running) throw new NotKnown('beam search is not modelled');
        throw raise(
          ValueError,
          `Kerascope decodes with strategy="greedy" only. Received: strategy=${py.str(strategy)}`,
          {
            code: 'not-supported',
          },
        );
      }
      const output = tensorOf(py, x);
      const last = (output.shape.at(-1) as number) - 1;
      const { decoded, score } = ctcGreedyDecode(
        output,
        tensorOf(py, lengths),
        integerOf(blank, last),
        py.truth(merge),
      );
      return tupleOf(py, ops.expandDims(decoded, 0), score);
    },
  ),
];
