/** `batch_size` for data that comes in batches already. */

import { TensorObject } from '../library/keras/tensors/tensorObject.ts';
import { NdArray } from '../library/numpy/ndarray.ts';
import { message } from '../python/message.ts';
import { PyList, PyObject, Unknown } from '../python/values.ts';
import type { Check } from './check.ts';
import { fitProgram } from './deadValidationSplit.ts';
import { fix, removeArgument } from './edits.ts';

const generator = `

def batches():
    while True:
        rows = np.random.randint(0, 100, size=16)
        yield X[rows], y[rows]

`;

export const deadBatchSize: Check = {
  code: 'dead-batch-size',
  severity: 'warning',
  title: 'batch_size for data that is batched already',
  documentation: {
    what: '`fit`, `evaluate` or `predict` is given a generator, a `Sequence` or a data set together with `batch_size`.',
    why: 'A generator or `tf.data.Dataset` yields whole batches. Keras 3 and the Keras of TensorFlow 2 take no notice of `batch_size`; the Keras 2.3 that came by itself raises ("The `batch_size` argument must not be specified").',
    fix: 'Set the size where the batches are made: `dataset.batch(32)`, or in the generator.',
  },
  chinese: {
    title: '对已经分好批的数据使用 batch_size',
    what: '`fit`、`evaluate` 或 `predict` 得到了生成器、`Sequence` 或数据集，同时又设置了 `batch_size`。',
    why: '生成器或 `tf.data.Dataset` 产出的就是整个批次；Keras 3 和 TensorFlow 2 中的 Keras 会忽略 `batch_size`；独立发布的 Keras 2.3 会报错（“The `batch_size` argument must not be specified”）。',
    fix: '在产生批次的地方设置大小：`dataset.batch(32)`，或在生成器中设置。',
  },
  examples: {
    failing: fitProgram(
      `model.fit(batches(), batch_size=16, steps_per_epoch=6, epochs=10)
#                               ^^ warning[dead-batch-size]: no effect`,
      generator,
    ),
    fixed: fitProgram('model.fit(batches(), steps_per_epoch=6, epochs=10)', generator),
    nearMiss: fitProgram('model.fit(X, y, batch_size=16, epochs=10)'),
  },
  *run(context) {
    // The `fit` of Keras 1 takes arrays alone.
    if (context.kerasVersion === 1) return;
    for (const call of context.record.fits) {
      const span = call.spans.get('batch_size');
      const size = call.args.get('batch_size') ?? null;
      const data = call.args.get('x') ?? null;
      if (span === undefined || size === null || size instanceof Unknown) continue;
      if (
        !(data instanceof PyObject) ||
        data instanceof Unknown ||
        data instanceof NdArray ||
        data instanceof TensorObject ||
        data instanceof PyList
      )
        continue;
      if (
        !/^(generator|Dataset|.*Dataset|.*Iterator|Sequence|PyDataset)$/.test(data.cls.name) &&
        !data.cls.mro.some(base => base.name === 'PyDataset' || base.name === 'Sequence')
      )
        continue;
      const made = context.code.callAt(call.span);
      yield {
        span,
        message: message('batch_size has no effect: the data comes in batches already.'),
        fixes: fix(
          'remove-dead-batch-size',
          message('Remove `{0}`', 'batch_size'),
          made === null ? null : removeArgument(context.code, made, 'batch_size'),
          true,
        ),
      };
    }
  },
};
