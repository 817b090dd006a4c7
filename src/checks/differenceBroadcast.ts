/** A difference of labels (n,) and outputs (n, 1) in a loss written by hand, which broadcasting makes (n, n). */
import { dimsAgree, formatShape } from '../graph/shapes.ts';
import type { Tensor } from '../graph/tensor.ts';
import { makingOf } from '../library/keras/tensors/tensorFacts.ts';
import { message } from '../python/message.ts';
import type { NodeOf, Span } from '../python/syntax.ts';
import type { Check, CheckContext } from './check.ts';
import { tensorflowName } from './dataSets.ts';
import { type Edit, fix } from './edits.ts';
import { reachable, throughReshapes } from './layers.ts';

const program = (difference: string, labels = '100', marker = '') => `import numpy as np
import tensorflow as tf
from tensorflow import keras

X = np.random.random((100, 10)).astype('float32')
y = np.random.random(${labels}).astype('float32')

model = keras.Sequential([keras.layers.Dense(32, activation='relu'), keras.layers.Dense(1)])
optimizer = keras.optimizers.Adam()
for epoch in range(10):
    with tf.GradientTape() as tape:
        outputs = model(X, training=True)
        loss = tf.reduce_mean(tf.square(${difference}))
${marker}    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
`;

export const differenceBroadcast: Check = {
  code: 'difference-broadcast',
  severity: 'warning',
  title: 'A difference of every label and every output',
  documentation: {
    what: 'A loss written by hand subtracts labels of shape (n,) and outputs of shape (n, 1).',
    why: 'Nothing is raised: the difference is (n, n), each label against each output. The mean of its squares is least when every output is the mean of the labels, and that is what the model learns.',
    fix: 'Give both the same shape: `tf.squeeze(outputs, axis=-1)`, or labels of shape (n, 1).',
  },
  chinese: {
    title: '每个标签与每个输出之差',
    what: '自己编写的损失把形状 (n,) 的标签与形状 (n, 1) 的输出相减。',
    why: '不会报错：差的形状是 (n, n)，即每个标签减每个输出。其平方的平均值在所有输出都等于标签平均值时最小，模型学到的也就是这个平均值。',
    fix: '让两者形状相同：`tf.squeeze(outputs, axis=-1)`，或者使用形状 (n, 1) 的标签。',
  },
  examples: {
    failing: program(
      'y - outputs',
      '100',
      '#                                       ^^^^^^^^^^^ warning[difference-broadcast]: (100, 100)\n',
    ),
    fixed: program('y - tf.squeeze(outputs, axis=-1)'),
    nearMiss: program('y - outputs', '(100, 1)'),
  },
  *run(context) {
    for (const difference of reachable(context.record.targets.map(({ tensor }) => tensor))) {
      const flat = difference.op === 'sub' ? flatSide(difference) : null;
      const place = flat === null ? null : placeOf(context, makingOf(difference));
      if (flat === null || place === null) continue;
      const [labels, outputs] = [difference.inputs[flat]!, difference.inputs[1 - flat]!];
      yield {
        span: place.span,
        message: message(
          'The difference of {0} and {1} is {2}: every label is compared with every output.',
          formatShape(plain(labels).shape),
          formatShape(plain(outputs).shape),
          formatShape(difference.shape),
        ),
        fixes: fix(
          'squeeze-outputs',
          message('Squeeze the outputs'),
          squeezed(context, place.node, flat === 0 ? 'right' : 'left'),
          true,
        ),
      };
    }
  },
};

function plain(tensor: Tensor): Tensor {
  return tensor.op === 'broadcastTo' ? tensor.inputs[0]! : tensor;
}

/** Which operand holds the labels (n,) where the other one holds outputs (n, 1); null where it is otherwise. */
function flatSide(difference: Tensor): 0 | 1 | null {
  const [a, b] = [plain(difference.inputs[0]!), plain(difference.inputs[1]!)];
  const flat = a.shape.length === 1 ? 0 : 1;
  const [labels, outputs] = flat === 0 ? [a, b] : [b, a];
  const [rows, columns] = outputs.shape;
  if (labels.shape.length !== 1 || outputs.shape.length !== 2 || columns !== 1 || rows === 1) return null;
  if (labels.shape[0] === 1 || !dimsAgree(labels.shape[0], rows)) return null;
  return isLearnt(outputs) && !isLearnt(labels) ? flat : null;
}

/** Whether weights have a part in a value. */
function isLearnt(tensor: Tensor): boolean {
  return [...reachable([throughReshapes(tensor)])].some(({ op }) => op === 'variable');
}

interface Place {
  readonly span: Span;
  readonly node: NodeOf<'BinOp'> | null;
}

/** The only subtraction within the expression or statement that made the difference, else the whole of it. */
function placeOf({ code }: CheckContext, span: Span | null): Place | null {
  if (span === null) return null;
  const inside = code
    .all('BinOp')
    .filter(
      node =>
        node.op === 'Sub' &&
        node.span.start.offset >= span.start.offset &&
        node.span.end.offset <= span.end.offset,
    );
  return inside.length === 1 ? { span: inside[0]!.span, node: inside[0]! } : { span, node: null };
}

function squeezed(
  context: CheckContext,
  node: NodeOf<'BinOp'> | null,
  side: 'left' | 'right',
): Edit[] | null {
  const tensorflow = tensorflowName(context);
  if (node === null || tensorflow === null) return null;
  const { span } = node[side];
  return [{ span, text: `${tensorflow}.squeeze(${context.code.at(span)}, axis=-1)` }];
}
