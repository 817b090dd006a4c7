/** A softmax over one unit, which is 1 whatever the input. */

import type { LayerObject } from '../library/keras/layers/base/layerObject.ts';
import { makingOf } from '../library/keras/tensors/tensorFacts.ts';
import { type Message, message } from '../python/message.ts';
import type { Check, CheckContext, CheckFinding } from './check.ts';
import {
  activationTitle,
  fix,
  removeActivation,
  removeLayer,
  setActivation,
  setArgument,
  setLoss,
  together,
} from './edits.ts';
import { twoClasses } from './examplePrograms.ts';
import { classesOf } from './labels.ts';
import { activationName, activationSpan, throughReshapes } from './layers.ts';
import { isBinary, isCategorical, isRegression, isSparse } from './lossUse.ts';

const model = (activation: string, units = 1) => `${twoClasses}
model = Sequential()
model.add(Dense(32, input_dim=10, activation='relu'))
model.add(Dense(${units}, activation='${activation}'))`;

const end = (loss: string) => `
model.compile(loss='${loss}', optimizer='adam', metrics=['accuracy'])
model.fit(X, y, epochs=10)
`;

export const softmaxSingleUnit: Check = {
  code: 'softmax-single-unit',
  severity: 'warning',
  title: 'Softmax over one unit',
  documentation: {
    what: 'A softmax is taken over an axis with a single unit.',
    why: 'A softmax divides every value by the sum over the axis. With one unit that is `x / x`: the output is 1 for every input, the gradient is 0, nothing is learnt, and accuracy is the share of one class.',
    fix: "For two classes keep one unit with `activation='sigmoid'` and `binary_crossentropy`, or give the layer one unit a class.",
  },
  chinese: {
    title: '对单个单元做 softmax',
    what: '在只有一个单元的轴上做了 softmax。',
    why: 'softmax 把每个值除以该轴上的总和。只有一个单元时就是 `x / x`：任何输入的输出都是 1，梯度为 0，模型学不到任何东西，准确率只是某一类所占的比例。',
    fix: "二分类时保留一个单元，使用 `activation='sigmoid'` 和 `binary_crossentropy`；或者让每个类别对应一个单元。",
  },
  examples: {
    failing: `${model('softmax')}
#                             ^^^^^^^^^ warning[softmax-single-unit]: always 1${end('binary_crossentropy')}`,
    fixed: `${model('sigmoid')}${end('binary_crossentropy')}`,
    nearMiss: `${model('softmax', 2)}${end('sparse_categorical_crossentropy')}`,
  },
  *run(context) {
    for (const layer of softmaxLayers(context)) {
      const span = activationSpan(context, layer);
      if (span !== null) yield { span, message: learnsNothing(), fixes: fixes(context, layer) };
    }
    // Outside of layers, as `tf.nn.softmax(x)`, also behind a layer in a model's own `call`.
    for (const { output, layer, given } of context.outputs) {
      const end = throughReshapes(output);
      if (end.op !== 'softmax' || output.shape.at(-1) !== 1) continue;
      if (layer !== null && activationSpan(context, layer) !== null) continue;
      const span = makingOf(end) ?? given;
      if (span !== null) yield { span, message: learnsNothing() };
    }
  },
};

function learnsNothing(): Message {
  return message('A softmax over one unit is always 1: the model has nothing to learn.');
}

function softmaxLayers(context: CheckContext): Set<LayerObject> {
  const found = new Set<LayerObject>();
  for (const layer of context.record.layers) {
    if (activationName(layer) !== 'softmax' || layer.lastCall === null) continue;
    if (layer.definition?.name === 'Softmax' && layer.config.get('axis') !== -1) continue;
    if (layer.lastCall.outputs.every(shape => shape.at(-1) === 1)) found.add(layer);
  }
  for (const { output, layer } of context.outputs) {
    if (layer !== null && throughReshapes(output).op === 'softmax' && output.shape.at(-1) === 1)
      found.add(layer);
  }
  return found;
}

function fixes(context: CheckContext, layer: LayerObject): CheckFinding['fixes'] {
  const losses = context.outputs.filter(output => output.layer === layer).map(output => output.loss);
  const labels = context.trainings
    .filter(training => training.layer === layer)
    .map(training => training.labels);
  // Labels that the training refused tell of classes as well.
  const compiles = context.outputs.filter(output => output.layer === layer).map(output => output.compile);
  const refused = context.record.fits.filter(({ raised, compile }) => raised && compiles.includes(compile));
  const rows = Math.max(
    0,
    ...refused.flatMap(({ y }) => y.map(({ shape }) => (shape?.length === 2 ? (shape[1] ?? 0) : 0))),
  );
  const classes = Math.max(rows, ...labels.map(item => classesOf(item) ?? 0));
  const toBinary = losses.map(loss =>
    loss === null || isBinary(loss) || !(isCategorical(loss) || isSparse(loss))
      ? []
      : setLoss(context, loss, 'binary_crossentropy'),
  );
  const call = context.code.callAt(layer.madeAt);
  const wide =
    call === null || classes < 2 || layer.definition?.name !== 'Dense'
      ? null
      : setArgument(context.code, call, 'units', String(classes), 0);
  const toSparse = losses.map(loss =>
    loss === null || isSparse(loss) || (rows > 1 && isCategorical(loss))
      ? []
      : setLoss(context, loss, 'sparse_categorical_crossentropy'),
  );
  const isNumber = losses.some(loss => loss !== null && isRegression(loss));
  // Of classes by number there may be any: without the labels a sigmoid is only one of the ways.
  const isUnsure = classes === 0 && losses.some(loss => loss !== null && isSparse(loss));
  return [
    ...(isNumber
      ? fix(
          'single-softmax-away',
          message('Take the {0} out of the model', 'softmax'),
          removeActivation(context, layer) ?? removeLayer(context, layer),
          true,
        )
      : []),
    ...(classes > 2
      ? []
      : fix(
          'single-softmax-to-sigmoid',
          activationTitle('sigmoid'),
          together(setActivation(context, layer, 'sigmoid'), ...toBinary),
          !isNumber && !isUnsure,
        )),
    ...fix(
      'single-softmax-to-classes',
      message('Give it {0} units, one a class', classes),
      together(wide, ...toSparse),
      classes > 2,
    ),
  ];
}
