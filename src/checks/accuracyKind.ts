/** Accuracies that do not fit: one-hot rows expected of class numbers, equality expected of probabilities. */
import type { Tensor } from '../graph/tensor.ts';
import { MetricObject } from '../library/keras/metrics/metricClasses.ts';
import type { RecordedData } from '../library/keras/record.ts';
import { type Message, message } from '../python/message.ts';
import type { Span } from '../python/syntax.ts';
import { PyList, PyTuple, type Value } from '../python/values.ts';
import type { Check, CheckContext } from './check.ts';
import { fix } from './edits.ts';
import { threeClasses } from './examplePrograms.ts';
import { reference } from './imports.ts';
import { madeHere, nameOf, shapeText } from './labels.ts';
import { throughReshapes } from './layers.ts';

const program = (metric: string, marker = '') => `import keras
${threeClasses}
model = Sequential()
model.add(Dense(32, input_dim=10, activation='relu'))
model.add(Dense(3, activation='softmax'))
accuracy = keras.metrics.${metric}()
${marker}model.compile(loss='sparse_categorical_crossentropy', optimizer='adam', metrics=[accuracy])
model.fit(X, y, epochs=10)
`;

export const accuracyKind: Check = {
  code: 'accuracy-kind',
  severity: 'warning',
  title: 'An accuracy that does not fit labels or outputs',
  documentation: {
    what: '`CategoricalAccuracy` is given class numbers, or `Accuracy` is given probabilities, in `compile` or by `update_state`.',
    why: '`CategoricalAccuracy` takes the largest entry of each row of labels for its class: of class numbers it compares the place of the largest one with every prediction. `Accuracy` counts outputs that equal their labels, and probabilities such as 0.93 equal no class number. Either number means nothing, and nothing is raised.',
    fix: 'Use `SparseCategoricalAccuracy` for class numbers, `CategoricalAccuracy` for one-hot rows, `BinaryAccuracy` for one sigmoid unit.',
  },
  chinese: {
    title: '与标签或输出不相符的准确率',
    what: '在 `compile` 或 `update_state` 中，把类别编号交给了 `CategoricalAccuracy`，或者把概率交给了 `Accuracy`。',
    why: '`CategoricalAccuracy` 把每行标签中最大的一项当作类别：对于类别编号，它把最大编号所在的位置与每个预测相比较。`Accuracy` 统计与标签相等的输出，而 0.93 这样的概率不会等于任何类别编号。两者得到的数都没有意义，也不会报错。',
    fix: '类别编号用 `SparseCategoricalAccuracy`，one-hot 行用 `CategoricalAccuracy`，单个 sigmoid 单元用 `BinaryAccuracy`。',
  },
  examples: {
    failing: program(
      'CategoricalAccuracy',
      '#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[accuracy-kind]: one-hot rows\n',
    ),
    fixed: program('SparseCategoricalAccuracy'),
    nearMiss: `${program('CategoricalAccuracy').replace('sparse_categorical', 'categorical').replace('fit(X, y,', 'fit(X, keras.utils.to_categorical(y, 3),')}`,
  },
  *run(context) {
    for (const { metric, labels, output, place } of measured(context)) {
      const better = fittingAccuracy(metric, labels, output);
      if (better === null || labels.shape === null) continue;
      const span = metric.madeAt ?? place;
      const made = context.code.callAt(metric.madeAt);
      const { text, edits } = reference(context.code, 'keras.metrics', better.name);
      yield {
        span,
        message: better.message,
        related: [
          ...madeHere(labels, 'y'),
          ...(span === place ? [] : [{ span: place, message: message('It is used here.') }]),
        ],
        fixes: fix(
          'fitting-accuracy-instead',
          message('Use `{0}`', better.name),
          made === null ? null : [{ span: made.func.span, text }, ...edits],
          true,
        ),
      };
    }
  },
};

interface Measured {
  readonly metric: MetricObject;
  readonly labels: RecordedData;
  readonly output: Tensor;
  readonly place: Span;
}

/** Metric objects of `compile` where there is one output, and those that the script updates itself. */
function* measured({ trainings, record }: CheckContext): Iterable<Measured> {
  for (const { fit, compile, labels, output } of trainings) {
    if (fit === null || compile === null || labels === null || fit.y.length > 1) continue;
    const { metrics, metricsSpan, span } = compile;
    for (const metric of itemsOf(metrics))
      if (metric instanceof MetricObject) yield { metric, labels, output, place: metricsSpan ?? span };
  }
  for (const { metric, labels, output, span } of record.metricCalls)
    yield { metric, labels, output, place: span };
}

function itemsOf(metrics: Value): readonly Value[] {
  return metrics instanceof PyList || metrics instanceof PyTuple ? metrics.items : [metrics];
}

interface Fitting {
  readonly name: string;
  readonly message: Message;
}

/** The accuracy that fits better than the one in use; null where that one does. */
function fittingAccuracy(metric: MetricObject, labels: RecordedData, output: Tensor): Fitting | null {
  const name = metric.settings.definition?.name;
  const units = output.shape.at(-1) ?? null;
  const { shape } = labels;
  if (shape === null || units === null || output.shape.length < 2) return null;
  const areNumbers = shape.length === output.shape.length - 1 || (shape.at(-1) === 1 && units > 1);
  if (name === 'CategoricalAccuracy' && areNumbers && units > 1)
    return {
      name: 'SparseCategoricalAccuracy',
      message: message(
        '`CategoricalAccuracy` expects one-hot rows, and `{0}` {1} holds class numbers.',
        nameOf(labels, 'y'),
        shapeText(labels),
      ),
    };
  const end = throughReshapes(output).op;
  if (name !== 'Accuracy' || (end !== 'softmax' && end !== 'sigmoid')) return null;
  const fitting =
    units === 1 || end === 'sigmoid' ? 'Binary' : areNumbers ? 'SparseCategorical' : 'Categorical';
  return {
    name: `${fitting}Accuracy`,
    message: message(
      '`Accuracy` counts outputs that equal their label, and probabilities ({0}) never do.',
      end,
    ),
  };
}
