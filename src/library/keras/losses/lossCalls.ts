/** Notes the losses that the script calls itself. */
import type { Interpreter } from '../../../python/interpreter.ts';
import type { Value } from '../../../python/values.ts';
import { kerasRecordKey, type RecordedLossCall } from '../record.ts';
import { comparisonAt } from '../training/comparisons.ts';

const ofKeras = { labels: 'y_true', outputs: 'y_pred' };
const ofTensorflow = { labels: 'labels', outputs: 'logits' };

/** To be called when the loss did not raise. */
export function recordLossCall(
  py: Interpreter,
  loss: Pick<RecordedLossCall, 'definition' | 'fromLogits' | 'object' | 'ofLogits'>,
  labels: Value,
  outputs: Value,
): void {
  const names = loss.ofLogits === null ? ofKeras : ofTensorflow;
  const comparison = comparisonAt(py, names, labels, outputs);
  if (comparison !== null) py.state(kerasRecordKey).lossCalls.push({ ...comparison, ...loss });
}
