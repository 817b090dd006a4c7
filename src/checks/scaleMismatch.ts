/** Data of 0..255 for a model that was trained on 0..1: scaled in one place and forgotten in another. */
import type { RecordedData, RecordedFit } from '../library/keras/record.ts';
import { message } from '../python/message.ts';
import type { Span } from '../python/syntax.ts';
import type { Check, CheckContext } from './check.ts';
import { dataSetOf, inputsOf } from './dataSets.ts';
import { fix } from './edits.ts';
import { madeHere, nameOf, shapeText } from './labels.ts';

const program = (test: string, marker = '') => `import numpy as np
from keras.models import Sequential
from keras.layers import Dense

x_train = np.random.randint(0, 256, size=(100, 64)) / 255.0
y_train = np.random.randint(0, 10, size=100)
x_test = ${test}
y_test = np.random.randint(0, 10, size=20)

model = Sequential()
model.add(Dense(32, input_dim=64, activation='relu'))
model.add(Dense(10, activation='softmax'))
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(x_train, y_train, epochs=10)
model.evaluate(x_test, y_test)
${marker}`;

export const scaleMismatch: Check = {
  code: 'scale-mismatch',
  severity: 'warning',
  title: 'Data of another scale than in training',
  documentation: {
    what: 'A model that was trained on inputs of 0..1 is evaluated, validated or asked on inputs of 0..255.',
    why: 'Its weights fit small numbers. Inputs that are 255 times as large give outputs that have nothing to do with what was learnt, and every accuracy that is measured so is wrong.',
    fix: 'Scale these inputs as the training data were scaled.',
  },
  chinese: {
    title: '数据的尺度与训练时不同',
    what: '用 0..1 的输入训练的模型，在 0..255 的输入上进行评估、验证或预测。',
    why: '它的权重适合小的数值。输入大了 255 倍，输出就与学到的东西无关，这样测得的准确率都是错的。',
    fix: '像训练数据那样缩放这些输入。',
  },
  examples: {
    failing: program(
      'np.random.randint(0, 256, size=(20, 64))',
      '#              ^^^^^^ warning[scale-mismatch]: 0..255\n',
    ),
    fixed: program('np.random.randint(0, 256, size=(20, 64)) / 255.0'),
    nearMiss: program('np.random.randint(0, 2, size=(20, 64))'),
  },
  *run(context) {
    const trained = new Map<unknown, RecordedData>();
    for (const call of context.record.fits) {
      if (call.raised) continue;
      const before = trained.get(call.model);
      const own = call.method === 'fit' || call.method === 'train_on_batch' ? inputsOf(call) : [];
      const scaled = own.length === 1 && isScaled(own[0]!) ? own[0]! : null;
      // What a model learns on last may be of another scale altogether.
      if (own.length > 0 && scaled === null) trained.delete(call.model);
      else if (scaled !== null) trained.set(call.model, scaled);
      const learnt = scaled ?? before;
      if (learnt === undefined) continue;
      for (const { data, span } of judged(context, call, own.length > 0)) {
        if (!isUnscaled(data)) continue;
        yield {
          span,
          message: message(
            '`{0}` {1} holds values 0..255, and the model was trained on 0..1.',
            nameOf(data, 'x'),
            shapeText(data),
          ),
          related: [
            ...madeHere(data, 'x'),
            ...(learnt.span === null
              ? []
              : [{ span: learnt.span, message: message('The model is trained on this.') }]),
          ],
          fixes: fix('scale-as-in-training', message('Divide by 255'), divided(context, call, span), true),
        };
      }
    }
  },
};

function isScaled({ array }: RecordedData): boolean {
  const facts = array?.facts;
  return facts?.minimum === 0 && facts.maximum === 1 && array!.dtype.startsWith('float') && !facts.integers;
}

function isUnscaled({ array, shape }: RecordedData): boolean {
  const facts = array?.facts;
  const isTable = shape !== null && shape.length >= 2;
  return isTable && facts?.minimum === 0 && facts.maximum === 255 && array!.dtype !== 'bool';
}

/** What a model is asked on: the data of the call, or those of validation in `fit`. */
function judged(
  { code }: CheckContext,
  call: RecordedFit,
  trains: boolean,
): { readonly data: RecordedData; readonly span: Span }[] {
  const given = trains ? call.validationX : inputsOf(call);
  const [data] = given;
  if (data === undefined || data.span === null || given.length !== 1) return [];
  const node = code.expressionAt(data.span);
  const own = trains && node?.kind === 'Tuple' ? node.elts[0] : undefined;
  return own === undefined
    ? [{ data, span: data.span }]
    : [{ data: { ...data, span: own.span, text: code.at(own.span) }, span: own.span }];
}

function divided({ code }: CheckContext, call: RecordedFit, span: Span) {
  const text = code.at(span);
  if (dataSetOf(call) !== null || !/^[\w.]+(\[[^\]]*\])?$/.test(text)) return null;
  return [{ span, text: `${text} / 255.0` }];
}
