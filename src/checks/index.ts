/** The checks: each file one warning or hint about a program that runs and means something else. */

import { kerasVersionKey } from '../library/kerasVersion.ts';
import { accuracyKind } from './accuracyKind.ts';
import { accuracyOnRegression } from './accuracyOnRegression.ts';
import { activationNotProbability } from './activationNotProbability.ts';
import { argmaxWithoutAxis } from './argmaxWithoutAxis.ts';
import { categoricalSingleUnit } from './categoricalSingleUnit.ts';
import type { Check, CheckContext, CheckInput } from './check.ts';
import { crossentropyOnLogits } from './crossentropyOnLogits.ts';
import { deadBatchSize } from './deadBatchSize.ts';
import { deadInputShape } from './deadInputShape.ts';
import { deadMonitor } from './deadMonitor.ts';
import { deadPatience } from './deadPatience.ts';
import { deadValidationSplit } from './deadValidationSplit.ts';
import { denseWithoutNonlinearity } from './denseWithoutNonlinearity.ts';
import type { Finding } from './finding.ts';
import { flatLabelsBroadcast } from './flatLabelsBroadcast.ts';
import { fromLogitsAfterSoftmax } from './fromLogitsAfterSoftmax.ts';
import { frozenModel } from './frozenModel.ts';
import { labelsOutOfRange } from './labelsOutOfRange.ts';
import { explained } from './meanings/index.ts';
import { oneHotSparseLoss } from './oneHotSparseLoss.ts';
import { outputsOf, trainingsOf } from './outputs.ts';
import { probabilitiesCompared } from './probabilitiesCompared.ts';
import { regressionBroadcast } from './regressionBroadcast.ts';
import { type NamedArray, type RemedyContext, withRemedies } from './remedies/index.ts';
import { restoreWithoutPatience } from './restoreWithoutPatience.ts';
import { scaledLabels } from './scaledLabels.ts';
import { scaleMismatch } from './scaleMismatch.ts';
import { shuffledApart } from './shuffledApart.ts';
import { sigmoidManyClasses } from './sigmoidManyClasses.ts';
import { softmaxMultiHot } from './softmaxMultiHot.ts';
import { softmaxSingleUnit } from './softmaxSingleUnit.ts';
import { softmaxTwice } from './softmaxTwice.ts';
import { SourceCode } from './sourceCode.ts';
import { temperatureAfterSoftmax } from './temperatureAfterSoftmax.ts';
import { temperatureDoesNotSoften } from './temperatureDoesNotSoften.ts';
import { temperatureNotPositive } from './temperatureNotPositive.ts';
import { temperatureSharpens } from './temperatureSharpens.ts';
import { temperatureTwice } from './temperatureTwice.ts';
import { tensorNotWatched } from './tensorNotWatched.ts';
import { unscaledInputs } from './unscaledInputs.ts';
import { validationIsTraining } from './validationIsTraining.ts';

/** The registry. */
export const checks: readonly Check[] = [
  accuracyKind,
  accuracyOnRegression,
  activationNotProbability,
  argmaxWithoutAxis,
  categoricalSingleUnit,
  crossentropyOnLogits,
  deadBatchSize,
  deadInputShape,
  deadMonitor,
  deadPatience,
  deadValidationSplit,
  denseWithoutNonlinearity,
  flatLabelsBroadcast,
  fromLogitsAfterSoftmax,
  frozenModel,
  labelsOutOfRange,
  oneHotSparseLoss,
  probabilitiesCompared,
  regressionBroadcast,
  restoreWithoutPatience,
  scaledLabels,
  scaleMismatch,
  shuffledApart,
  sigmoidManyClasses,
  softmaxMultiHot,
  softmaxSingleUnit,
  softmaxTwice,
  temperatureAfterSoftmax,
  temperatureDoesNotSoften,
  temperatureNotPositive,
  temperatureSharpens,
  temperatureTwice,
  tensorNotWatched,
  unscaledInputs,
  validationIsTraining,
];

/** Everything the checks have to say about a program, with a pause after each. */
export function* runChecks(input: CheckInput): Generator<void, Finding[]> {
  const { record } = input;
  const isOfKeras = record.models.size > 0 || record.layers.size > 0;
  // Weights of the script's own have losses without any layer.
  if (!isOfKeras && record.lossCalls.length === 0 && record.targets.length === 0) return [];
  const context = contextOf(input);
  const findings: Finding[] = [];
  for (const check of checks) {
    findings.push(...findingsOf(check, context));
    yield;
  }
  return findings;
}

/** The findings of errors, said in the script's own names, with ways to put them right. */
export function remedied(
  findings: readonly Finding[],
  input: CheckInput,
  arrays: () => readonly NamedArray[],
): Finding[] {
  let context: RemedyContext | null = null;
  let known: readonly NamedArray[] | null = null;
  const named = () => (known ??= arrays());
  let code: SourceCode | null = null;
  const meaning = () => ({
    code: (code ??= new SourceCode(input.parsed.module, input.text, input.parsed.comments)),
    py: input.py,
    arrays: named,
  });
  return withRemedies(explained(findings, meaning), () => {
    context ??= { ...contextOf(input), arrays: named() };
    return context;
  });
}

function contextOf({ record, py, parsed, text }: CheckInput): CheckContext {
  return {
    record,
    py,
    code: new SourceCode(parsed.module, text, parsed.comments),
    kerasVersion: py.state(kerasVersionKey).current,
    outputs: outputsOf(record),
    trainings: trainingsOf(record),
  };
}

/** One finding a place: a loop or a second `fit` says nothing new. */
function* findingsOf(check: Check, context: CheckContext): Generator<Finding> {
  const seen = new Set<string>();
  for (const found of check.run(context)) {
    const key = `${found.span.start.offset}:${found.span.end.offset}`;
    if (seen.has(key)) continue;
    seen.add(key);
    yield {
      code: check.code,
      severity: check.severity,
      span: found.span,
      message: found.message,
      raises: null,
      related: found.related ?? [],
      fixes: found.fixes ?? [],
    };
  }
}
