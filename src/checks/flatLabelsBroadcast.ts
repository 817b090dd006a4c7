/** Labels (n,) with outputs (n, 1) in a loss written by hand, which broadcasting makes an array (n, n). */
import { formatShape } from '../graph/shapes.ts';
import type { Tensor } from '../graph/tensor.ts';
import { makingOf } from '../library/keras/tensors/tensorFacts.ts';
import { isOfVariable } from '../library/keras/tensors/variableObject.ts';
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

export const flatLabelsBroadcast: Check = {
  code: 'flat-labels-broadcast',
  severity: 'warning',
  title: 'Every label against every output',
  documentation: {
    what: 'A loss written by hand subtracts, adds or multiplies labels of shape (n,) and outputs of shape (n, 1).',
    why: 'Nothing is raised: the result is (n, n), each label against each output. The mean of squared differences is then least when every output is the mean of the labels, and that is what the model learns.',
    fix: 'Give both the same shape: `tf.squeeze(outputs, axis=-1)`, or labels of shape (n, 1).',
  },
  chinese: {
    title: '每个标签对应每个输出',
    what: '自己编写的损失函数把形状 (n,) 的标签与形状 (n, 1) 的输出相减、相加或相乘。',
    why: '不会报错：结果的形状是 (n, n)，即每个标签对每个输出。差的平方的平均值在所有输出都等于标签平均值时最小，模型学到的也就是这个平均值。',
    fix: '让两者形状相同：`tf.squeeze(outputs, axis=-1)`，或者使用形状 (n, 1) 的标签。',
  },
  examples: {
    failing: program(
      'y - outputs',
      '100',
      '#                                       ^^^^^^^^^^^ warning[flat-labels-broadcast]: (100, 100)\n',
    ),
    fixed: program('y - tf.squeeze(outputs, axis=-1)'),
    nearMiss: program('y - outputs', '(100, 1)'),
  },
  *run(context) {
    for (const result of reachable(context.record.targets.map(({ tensor }) => tensor))) {
      const operator = operators.get(result.op) ?? null;
      const flat = operator === null ? null : flatSide(result);
      const place = flat === null ? null : placeOf(context, operator!, makingOf(result));
      if (flat === null || place === null) continue;
      const [labels, outputs] = [result.inputs[flat]!, result.inputs[1 - flat]!];
      yield {
        span: place.span,
        message: message(
          'Labels {0} and outputs {1} become {2} here: every label meets every output.',
          formatShape(plain(labels).shape),
          formatShape(plain(outputs).shape),
          formatShape(result.shape),
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

/** Python's operators by the operations they become. */
const operators: ReadonlyMap<string, NodeOf<'BinOp'>['op']> = new Map([
  ['sub', 'Sub'],
  ['add', 'Add'],
  ['mul', 'Mult'],
]);

function plain(tensor: Tensor): Tensor {
  return tensor.op === 'broadcastTo' ? tensor.inputs[0]! : tensor;
}

/** Which operand holds the labels (n,) where the other one holds outputs (n, 1); null where it is otherwise. */
function flatSide(result: Tensor): 0 | 1 | null {
  const [a, b] = [plain(result.inputs[0]!), plain(result.inputs[1]!)];
  const flat = a.shape.length === 1 ? 0 : 1;
  const [labels, outputs] = flat === 0 ? [a, b] : [b, a];
  const [rows, columns] = outputs.shape;
  if (labels.shape.length !== 1 || outputs.shape.length !== 2 || columns !== 1 || rows === 1) return null;
  if (labels.shape[0] === 1 || labels.shape[0] !== rows) return null;
  // A vector of the script's own may happen to be as long as the batch: products are told of data alone.
  if (result.op !== 'sub' && !isData(throughReshapes(labels))) return null;
  return isLearnt(outputs) && !isLearnt(labels) ? flat : null;
}

function isData({ op }: Tensor): boolean {
  return op === 'abstract' || op === 'placeholder';
}

/** Whether weights have a part in a value. */
function isLearnt(tensor: Tensor): boolean {
  return [...reachable([throughReshapes(tensor)])].some(isOfVariable);
}

interface Place {
  readonly span: Span;
  readonly node: NodeOf<'BinOp'> | null;
}

/** The only operation of its kind within the expression or statement that made the result, else the whole of it. */
function placeOf({ code }: CheckContext, operator: NodeOf<'BinOp'>['op'], span: Span | null): Place | null {
  if (span === null) return null;
  const inside = code
    .all('BinOp')
    .filter(
      node =>
        node.op === operator &&
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
