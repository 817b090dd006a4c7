// Samples of convolutions, pooling and resizing.
import { ops } from '../../../src/graph/index.ts';
import { type OperationCase, shaped } from './operation-case.ts';

export const windows: OperationCase[] = [
  shaped(
    'conv1D',
    [
      [2, 7, 3],
      [3, 3, 4],
    ],
    (x, k) => ops.convolution(x, k, { padding: 'causal', dilation: 2 }),
  ),
  shaped(
    'conv2D valid',
    [
      [2, 5, 6, 3],
      [3, 2, 3, 4],
    ],
    (x, k) => ops.convolution(x, k),
  ),
  shaped(
    'conv2D same strides',
    [
      [2, 5, 6, 2],
      [3, 3, 2, 9],
    ],
    (x, k) => ops.convolution(x, k, { padding: 'same', strides: 2 }),
  ),
  shaped(
    'conv2D dilation',
    [
      [1, 6, 6, 2],
      [2, 2, 2, 3],
    ],
    (x, k) => ops.convolution(x, k, { dilation: 2, padding: 'same' }),
  ),
  shaped(
    'conv2D groups',
    [
      [2, 4, 4, 4],
      [3, 3, 2, 6],
    ],
    (x, k) => ops.convolution(x, k, { groups: 2, padding: 'same' }),
  ),
  shaped(
    'conv2D 1x1',
    [
      [2, 4, 4, 5],
      [1, 1, 5, 6],
    ],
    (x, k) => ops.convolution(x, k),
  ),
  shaped(
    'conv3D',
    [
      [1, 3, 4, 3, 2],
      [2, 2, 2, 2, 3],
    ],
    (x, k) => ops.convolution(x, k, { padding: 'same' }),
  ),
  shaped(
    'depthwise',
    [
      [2, 5, 5, 3],
      [3, 3, 3, 2],
    ],
    (x, k) => ops.depthwiseConvolution(x, k, { strides: 2, padding: 'same' }),
  ),
  shaped(
    'depthwise one',
    [
      [2, 5, 5, 6],
      [3, 3, 6, 1],
    ],
    (x, k) => ops.depthwiseConvolution(x, k),
  ),
  shaped('maxPool same vectors', [[2, 5, 6, 8]], x =>
    ops.maxPool(x, { size: 3, strides: 2, padding: 'same' }),
  ),
  shaped(
    'depthwise vectors',
    [
      [2, 5, 6, 8],
      [3, 3, 8, 1],
    ],
    (x, k) => ops.depthwiseConvolution(x, k, { padding: 'same', strides: 2 }),
  ),
  shaped(
    'transposed valid',
    [
      [2, 3, 4, 3],
      [3, 3, 2, 3],
    ],
    (x, k) => ops.transposedConvolution(x, k, { strides: 2 }),
  ),
  shaped(
    'transposed same',
    [
      [2, 3, 4, 3],
      [3, 3, 2, 3],
    ],
    (x, k) => ops.transposedConvolution(x, k, { strides: 2, padding: 'same' }),
  ),
  shaped(
    'transposed output padding',
    [
      [1, 3, 3, 1],
      [3, 3, 2, 1],
    ],
    (x, k) => ops.transposedConvolution(x, k, { strides: 2, padding: 'same', outputPadding: 1 }),
  ),
  shaped('maxPool', [[2, 6, 5, 3]], x => ops.maxPool(x, { size: 2 })),
  shaped('maxPool same', [[2, 5, 5, 5]], x => ops.maxPool(x, { size: 3, strides: 2, padding: 'same' })),
  shaped('maxPool 1D', [[2, 7, 3]], x => ops.maxPool(x, { size: 2 })),
  shaped('averagePool', [[2, 6, 5, 3]], x => ops.averagePool(x, { size: 2 })),
  shaped('averagePool same', [[2, 5, 5, 5]], x =>
    ops.averagePool(x, { size: 3, strides: 2, padding: 'same' }),
  ),
  shaped('averagePool 3D', [[1, 4, 4, 4, 2]], x => ops.averagePool(x, { size: 2 })),
  shaped('resize nearest', [[1, 3, 4, 2]], x => ops.resize(x, 5, 6, 'nearest')),
  shaped('resize bilinear', [[1, 3, 4, 2]], x => ops.resize(x, 6, 3)),
];
