/** A gradient that is None because the tape was never told to watch the tensor. */
import { unwatchedKey } from '../library/tensorflow/unwatched.ts';
import { message } from '../python/message.ts';
import type { Expression, NodeOf, Span, Statement } from '../python/syntax.ts';
import type { Check, CheckContext } from './check.ts';
import { type Edit, fix } from './edits.ts';
import type { SourceCode } from './sourceCode.ts';

const program = (watch: string, input = 'tf.convert_to_tensor(X[:1])', marker = '') => `import numpy as np
import tensorflow as tf

X = np.random.random((64, 10)).astype('float32')
y = np.random.randint(0, 3, size=64)
model = tf.keras.Sequential([
    tf.keras.layers.Dense(8, activation='relu'),
    tf.keras.layers.Dense(3, activation='softmax'),
])
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(X * 2.0 - 1.0, y, epochs=2, verbose=0)
sample = ${input}
with tf.GradientTape() as tape:
${watch}    score = model(sample * 2.0 - 1.0)[:, 0]
saliency = tape.gradient(score, sample)
${marker}`;

export const tensorNotWatched: Check = {
  code: 'tensor-not-watched',
  severity: 'warning',
  title: 'A gradient of a tensor that the tape does not watch',
  documentation: {
    what: 'A `GradientTape` is asked for the gradient of a tensor that it was not told to watch.',
    why: 'A tape follows trainable variables by itself, and nothing else: what is computed of a constant or an input alone is not recorded, and the gradient is `None`.',
    fix: 'Say `tape.watch(x)` in the block, before `x` is used.',
  },
  chinese: {
    title: '对磁带未监视的张量求梯度',
    what: '向 `GradientTape` 索取一个张量的梯度，而没有让它监视这个张量。',
    why: '磁带自动跟踪的只有可训练变量：仅由常量或输入算出的结果不会被记录，梯度为 `None`。',
    fix: '在代码块中，在使用 `x` 之前写上 `tape.watch(x)`。',
  },
  examples: {
    failing: program(
      '',
      undefined,
      '#                               ^^^^^^ warning[tensor-not-watched]: `sample` is no trainable variable\n',
    ),
    fixed: program('    tape.watch(sample)\n'),
    nearMiss: program('', 'tf.Variable(X[:1])'),
  },
  *run(context) {
    const { py, code } = context;
    for (const { tape, source } of py.state(unwatchedKey).found) {
      const text = code.at(source);
      yield {
        span: source,
        message: message(
          '`{0}` is no trainable variable, and the tape does not watch it when it is used: its gradient is None.',
          text.length <= 40 ? text : 'x',
        ),
        related: [{ span: tape, message: message('the tape is made here') }],
        fixes: fix(
          'watch-tensor',
          message('Let the tape watch `{0}`', text),
          watching(context, tape, source),
          true,
        ),
      };
    }
  },
};

/** `tape.watch(x)` at the beginning of the tape's block, or behind the line in it that makes `x`. */
function watching({ code }: CheckContext, tape: Span, source: Span): Edit[] | null {
  const node = code.expressionAt(source);
  if (node?.kind !== 'Name' && node?.kind !== 'Attribute') return null;
  const block = code
    .all('With')
    .find(({ items }) => items.some(({ context_expr: made }) => isAt(made, tape)));
  const as = block?.items.find(({ context_expr: made }) => isAt(made, tape))?.optional_vars ?? null;
  if (block === undefined || as === null || as.kind !== 'Name') return null;
  const place = placeIn(code, block, code.at(source));
  return place === null ? null : [insertedBefore(code, place, `${as.id}.watch(${code.at(source)})`)];
}

function isAt(node: Expression, { start, end }: Span): boolean {
  return node.span.start.offset === start.offset && node.span.end.offset === end.offset;
}

/** The statement of a block before which a name has its value. */
function placeIn(code: SourceCode, { body, span }: NodeOf<'With'>, name: string): Statement | null {
  const makes = (statement: Statement) =>
    statement.kind === 'Assign' && statement.targets.some(target => code.at(target.span) === name);
  const place = body[body.findLastIndex(makes) + 1] ?? null;
  return place === null || place.span.start.line === span.start.line ? null : place;
}

function insertedBefore(code: SourceCode, { span: { start } }: Statement, text: string): Edit {
  const indent = code.text.slice(start.offset - start.column, start.offset);
  return { span: { start, end: start }, text: `${text}\n${indent}` };
}
