// Samples of operations that move elements.
import { ops } from '../../../src/graph/index.ts';
import { indices, type OperationCase, shaped } from './operation-case.ts';

export const movements: OperationCase[] = [
  shaped('reshape', [[3, 4]], x => ops.reshape(x, [2, -1])),
  shaped('transpose', [[2, 3, 4]], x => ops.transpose(x, [2, 0, 1])),
  shaped('transpose matrix', [[5, 9]], x => ops.transpose(x)),
  shaped('expandDims', [[2, 3]], x => ops.expandDims(x, 1)),
  shaped('squeeze', [[2, 1, 3]], x => ops.squeeze(x)),
  shaped('broadcastTo', [[2, 1, 3]], x => ops.broadcastTo(x, [2, 2, 4, 3])),
  shaped('tile', [[2, 3]], x => ops.tile(x, [2, 2])),
  shaped('split', [[2, 7]], x => ops.split(x, [3, 4], 1)[1]),
  shaped('unstack', [[3, 4]], x => ops.unstack(x, 1)[2]),
  shaped('slice', [[4, 6]], x => ops.slice(x, [1, 0], [2, 3], [1, 2])),
  shaped('subscript', [[4, 6, 3]], x =>
    ops.subscript(x, [-1, { start: 5, stop: 0, step: -2 }, 'newaxis', { start: 1 }]),
  ),
  shaped('pad', [[2, 3]], x =>
    ops.pad(
      x,
      [
        [1, 0],
        [2, 1],
      ],
      'constant',
      7,
    ),
  ),
  shaped('pad crop', [[4, 3]], x =>
    ops.pad(x, [
      [-1, 2],
      [0, -1],
    ]),
  ),
  shaped('pad reflect', [[4, 3]], x =>
    ops.pad(
      x,
      [
        [2, 1],
        [0, 2],
      ],
      'reflect',
    ),
  ),
  shaped('pad symmetric', [[4, 3]], x =>
    ops.pad(
      x,
      [
        [2, 1],
        [0, 2],
      ],
      'symmetric',
    ),
  ),
  shaped('pad edge', [[4, 3]], x =>
    ops.pad(
      x,
      [
        [2, 1],
        [0, 2],
      ],
      'edge',
    ),
  ),
  shaped('tril', [[2, 3, 3]], x => ops.tril(x)),
  shaped('triu', [[3, 4]], x => ops.triu(x, 1)),
  shaped('takeAlongAxis', [[2, 3]], x => ops.takeAlongAxis(x, indices([2, 0, 1, 1], [2, 2]), 1)),
  shaped('gatherNd', [[3, 4, 2]], x => ops.gatherNd(x, indices([0, 1, 2, 3], [2, 2]))),
  shaped('scatterSum', [[4, 3]], x => ops.scatterSum(indices([0, 2, 2, 1], [4]), x, 5)),
  shaped(
    'scatterAdd',
    [
      [5, 3],
      [4, 3],
    ],
    (x, rows) => ops.scatterAdd(x, indices([0, 2, 2, 4], [4]), rows),
  ),
  shaped('scatterSum inner', [[2, 4, 3]], x => ops.scatterSum(indices([0, 2, 2, 1], [4]), x, 3, 1)),
  shaped('oneHot', [[4]], x => ops.oneHot(ops.cast(ops.mul(ops.abs(x), 3), 'int32'), 3), false),
];
