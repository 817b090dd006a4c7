/**
 * What Predictions and Temperature say when there is nothing to show.
 */
import { currentModel, isActive } from '../../src/run-record.ts';
import type { PanelState } from './state.ts';
import { chosenPredictions, isClassifier } from './state.ts';
import { t } from './strings.ts';

/** One or two sentences, or null when there are predictions of a classifier. */
export function missingPredictions(state: PanelState): string | null {
  const report = chosenPredictions(state);
  const head = report?.head ?? (state.record ? currentModel(state.record)?.head : undefined);
  if (head === 'none') {
    return t(
      'This model does not end in a classifier. Predictions and Temperature need a softmax or sigmoid output; the other tabs show this run.',
    );
  }
  if (head === 'multilabel') {
    return t(
      'Each output of this model is a sigmoid of its own, so a sample has no single predicted class. Predictions and Temperature need a softmax or one sigmoid.',
    );
  }
  if (report && isClassifier(report) && report.samples > 0) {
    return null;
  }
  return state.record && isActive(state.record.status)
    ? t('Predictions appear here when the first epoch is done.')
    : t('This run left no predictions.');
}
