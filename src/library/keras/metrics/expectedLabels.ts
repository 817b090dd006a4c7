/** What metrics of Keras take their labels to be. */
import type { LossDefinition } from '../losses/definition.ts';
import type { MetricDefinition } from './definition.ts';

const ofRows = new Set([
  'CategoricalAccuracy',
  'CategoricalCrossentropy',
  'CategoricalHinge',
  'F1Score',
  'FBetaScore',
  'OneHotIoU',
  'OneHotMeanIoU',
  'TopKCategoricalAccuracy',
]);
const ofYesAndNo = /^(AUC|Binary(Accuracy|Crossentropy)|Precision|Recall|(True|False)(Positives|Negatives))$/;
const ofNumbers = /^(Mean(Squared|Absolute)|RootMeanSquaredError|LogCoshError|R2Score)/;

/** Null where a metric takes labels of any kind, and for metrics of the script's own. */
export function expectedLabels(definition: MetricDefinition | null): LossDefinition['expects'] | null {
  const name = definition?.name ?? '';
  if (name.startsWith('Sparse')) return 'sparse';
  if (ofRows.has(name)) return 'one-hot';
  if (ofYesAndNo.test(name)) return 'binary';
  return ofNumbers.test(name) ? 'same' : null;
}
