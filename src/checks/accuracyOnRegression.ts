/** The metric accuracy on a model that predicts numbers. */

import type { NdArray } from '../library/numpy/ndarray.ts';
import { message } from '../python/message.ts';
import type { Expression, Span } from '../python/syntax.ts';
import type { Check, CheckContext } from './check.ts';
import { type Edit, fix, quoted } from './edits.ts';
import { numbers, twoClasses } from './examplePrograms.ts';
import { reference } from './imports.ts';
import { holdsFractions } from './labels.ts';
import { endsLinear } from './layers.ts';
import { isRegression } from './lossUse.ts';

const program = (data: string, metric: string, marker = '') => `${data}
model = Sequential()
model.add(Dense(32, input_dim=10, activation='relu'))
model.add(Dense(1))
model.compile(loss='mse', optimizer='adam', metrics=['${metric}'])
${marker}model.fit(X, y, epochs=10)
`;

export const accuracyOnRegression: Check = {
  code: 'accuracy-on-regression',
  severity: 'warning',
  title: 'Accuracy of a regression',
  documentation: {
    what: 'A model that predicts numbers is measured with `accuracy`.',
    why: 'Accuracy counts predictions that are equal to the label (after a threshold of 0.5). For numbers such as 0.37 or 12.5 that is never or by chance: it stays near 0 however good the model is.',
    fix: "Measure the error instead: `metrics=['mae']`.",
  },
  chinese: {
    title: '在回归上使用准确率',
    what: '用 `accuracy` 衡量一个预测数值的模型。',
    why: '准确率统计（以 0.5 为阈值后）与标签相等的预测。对于 0.37 或 12.5 这样的数，几乎不会相等：无论模型多好，它都接近 0。',
    fix: "改为衡量误差：`metrics=['mae']`。",
  },
  examples: {
    failing: program(
      numbers,
      'accuracy',
      '#                                                    ^^^^^^^^^^ warning[accuracy-on-regression]: numbers\n',
    ),
    fixed: program(numbers, 'mae'),
    nearMiss: program(twoClasses, 'accuracy'),
  },
  *run(context) {
    for (const { span, replaced } of regressionAccuracies(context)) {
      yield {
        span,
        message: message(
          'The labels are numbers, and accuracy counts predictions that equal them: it stays near 0.',
        ),
        fixes: fix('replace-accuracy-by-mae', message('Use `mae` instead'), replaced, true),
      };
    }
  },
};

interface MeasuredAccuracy {
  readonly span: Span;
  /** The error in its place. */
  readonly replaced: readonly Edit[] | null;
}

/** Accuracies of \`compile\`, and those that a training loop updates. */
function* regressionAccuracies(context: CheckContext): Iterable<MeasuredAccuracy> {
  for (const { output, loss, labels, compile } of context.trainings) {
    if (loss === null || labels?.array == null || !isRegression(loss) || !endsLinear(output)) continue;
    if (!isContinuous(labels.array, context)) continue;
    const entry = accuracyEntry(context.code.expressionAt(compile?.metricsSpan ?? null));
    if (entry !== null)
      yield { span: entry.span, replaced: [{ span: entry.span, text: quoted(context.code, 'mae') }] };
  }
  for (const { metric, labels, output, span } of context.record.metricCalls) {
    if (!/Accuracy$/.test(metric.settings.definition?.name ?? '') || !endsLinear(output)) continue;
    if (labels.array === null || !isContinuous(labels.array, context)) continue;
    const error = reference(context.code, 'keras.metrics', 'MeanAbsoluteError');
    const made = context.code.callAt(metric.madeAt);
    const isPlain = made !== null && made.args.length === 0 && made.keywords.length === 0;
    const replaced = isPlain ? [{ span: made.func.span, text: error.text }, ...error.edits] : null;
    yield { span, replaced };
  }
}

/** Whether labels surely are no class numbers: elements known, or drawn or computed as real numbers. */
function isContinuous(array: NdArray, context: CheckContext): boolean {
  const { facts } = array;
  if (!array.dtype.startsWith('float') || facts.integers) return false;
  if (array.data !== null) return facts.distinct === null || facts.distinct > 2;
  if (facts.distinct !== null && facts.distinct <= 2) return false;
  if (holdsFractions(array)) return true;
  const drawn =
    array.madeAt !== null &&
    /\b(random|rand|randn|normal|standard_normal|uniform|linspace|random_sample|sin|cos|exp|make_regression)\s*\(/.test(
      context.code.at(array.madeAt),
    );
  return drawn;
}

function accuracyEntry(metrics: Expression | null): Expression | null {
  const items =
    metrics === null ? [] : metrics.kind === 'List' || metrics.kind === 'Tuple' ? metrics.elts : [metrics];
  for (const item of items) {
    if (item.kind !== 'Constant' || item.value.type !== 'str') continue;
    if (/^(acc|accuracy|binary_accuracy|Accuracy)$/.test(item.value.value)) return item;
  }
  return null;
}
