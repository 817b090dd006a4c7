/** Accuracies that do not fit: one-hot rows expected of class numbers, equality expected of probabilities. */
import type { Tensor } from '../graph/tensor.ts';
import { MetricObject } from '../library/keras/metrics/metricClasses.ts';
import type { RecordedCompile, RecordedData } from '../library/keras/record.ts';
import { type Message, message } from '../python/message.ts';
import type { Span } from '../python/syntax.ts';
import type { Check, CheckContext } from './check.ts';
import { threeClasses } from './examplePrograms.ts';
import { madeHere, nameOf, shapeText } from './labels.ts';
import { throughReshapes } from './layers.ts';
import {
  type CompiledMetric,
  changeMetric,
  compiledMetrics,
  type LabelKind,
  metricFixes,
} from './metricFixes.ts';

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
    what: '`CategoricalAccuracy` or `BinaryAccuracy` is given class numbers for a softmax, or `Accuracy` is given probabilities, in `compile` (as an object, a function or by name) or by `update_state`.',
    why: '`CategoricalAccuracy` takes the largest entry of each row of labels for its class: of class numbers it compares the place of the largest one with every prediction. `BinaryAccuracy` compares every probability of a row with the class number. `Accuracy` counts outputs that equal their labels, and probabilities such as 0.93 equal no class number. Either number means nothing, and nothing is raised.',
    fix: 'Use `SparseCategoricalAccuracy` for class numbers, `CategoricalAccuracy` for one-hot rows, `BinaryAccuracy` for one sigmoid unit.',
  },
  chinese: {
    title: '与标签或输出不相符的准确率',
    what: '在 `compile`（以对象、函数或名称的形式）或 `update_state` 中，对 softmax 输出把类别编号交给了 `CategoricalAccuracy` 或 `BinaryAccuracy`，或者把概率交给了 `Accuracy`。',
    why: '`CategoricalAccuracy` 把每行标签中最大的一项当作类别：对于类别编号，它把最大编号所在的位置与每个预测相比较。`BinaryAccuracy` 把一行中的每个概率都与类别编号相比较。`Accuracy` 统计与标签相等的输出，而 0.93 这样的概率不会等于任何类别编号。两者得到的数都没有意义，也不会报错。',
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
    for (const measure of measured(context)) {
      const { metric, labels, output, place } = measure;
      const better = fittingAccuracy(metric.name, labels, output);
      if (better === null || labels.shape === null) continue;
      const span = madeAtOf(metric) ?? metric.entry?.span ?? place;
      const isPart = place.start.offset <= span.start.offset && span.end.offset <= place.end.offset;
      yield {
        span,
        message: better.message,
        related: [
          ...madeHere(labels, 'y'),
          ...(isPart ? [] : [{ span: place, message: message('It is used here.') }]),
        ],
        fixes: fixesFor(context, measure, better),
      };
    }
  },
};

interface Measured {
  readonly metric: CompiledMetric;
  readonly labels: RecordedData;
  readonly output: Tensor;
  readonly place: Span;
  /** Null where the script updates the metric itself. */
  readonly compile: RecordedCompile | null;
}

function madeAtOf({ value }: CompiledMetric): Span | null {
  return value instanceof MetricObject ? value.madeAt : null;
}

/** Metrics of `compile` where there is one output, and those that the script updates itself. */
function* measured(context: CheckContext): Iterable<Measured> {
  const { trainings, record } = context;
  for (const { fit, compile, labels, output } of trainings) {
    if (fit === null || compile === null || labels === null || fit.y.length > 1) continue;
    if (compile.metrics === null) continue;
    const place = compile.metricsSpan ?? compile.span;
    for (const metric of compiledMetrics(context, compile)) yield { metric, labels, output, place, compile };
  }
  for (const { metric: value, labels, output, span: place } of record.metricCalls) {
    const name = value.settings.definition?.name ?? '';
    yield { metric: { name, value, entry: null }, labels, output, place, compile: null };
  }
}

function fixesFor(context: CheckContext, { metric, compile, output }: Measured, { name, labels }: Fitting) {
  const other = name === null ? [] : changeMetric(context, metric, name);
  if (compile === null || labels === null) return other;
  return metricFixes(context, metric, compile, labels, output.shape.at(-1) ?? 0);
}

interface Fitting {
  /** The metric that takes these labels and outputs; null where none does. */
  readonly name: string | null;
  /** What the labels are, where labels of the other kind would fit. */
  readonly labels: LabelKind | null;
  readonly message: Message;
}

/** Metrics that compare the place of the largest label with that of the largest output. */
const ofRows = new Map([
  ['CategoricalAccuracy', 'SparseCategoricalAccuracy'],
  ['TopKCategoricalAccuracy', 'SparseTopKCategoricalAccuracy'],
]);

/** Metrics that compare element by element. */
const ofElements = /^(BinaryAccuracy|MeanSquaredError|MeanAbsoluteError|RootMeanSquaredError)$/;

/** What is said of a metric, and what fits better; null where it fits. */
function fittingAccuracy(name: string, labels: RecordedData, output: Tensor): Fitting | null {
  const units = output.shape.at(-1) ?? null;
  const { shape } = labels;
  if (shape === null || units === null || output.shape.length < 2) return null;
  const areNumbers = shape.length === output.shape.length - 1 || (shape.at(-1) === 1 && units > 1);
  const end = throughReshapes(output).op;
  const better = ofRows.get(name);
  if (better !== undefined && areNumbers && units > 1)
    return {
      name: better,
      labels: 'numbers',
      message: message(
        '`{0}` expects one-hot rows, and `{1}` {2} holds class numbers.',
        name,
        nameOf(labels, 'y'),
        shapeText(labels),
      ),
    };
  if (ofElements.test(name) && areNumbers && units > 1 && end === 'softmax')
    return {
      name: name === 'BinaryAccuracy' ? 'SparseCategoricalAccuracy' : null,
      labels: 'numbers',
      message: message(
        '`{0}` compares each of the {1} probabilities with the class number in `{2}` {3}.',
        name,
        units,
        nameOf(labels, 'y'),
        shapeText(labels),
      ),
    };
  if (name !== 'Accuracy' || (end !== 'softmax' && end !== 'sigmoid')) return null;
  const fitting =
    units === 1 || end === 'sigmoid' ? 'Binary' : areNumbers ? 'SparseCategorical' : 'Categorical';
  return {
    name: `${fitting}Accuracy`,
    labels: null,
    message: message(
      '`Accuracy` counts outputs that equal their label, and probabilities ({0}) never do.',
      end,
    ),
  };
}
