/** What the metrics say now. */
import type { Suspendable } from '../../../python/suspension.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import type { ModelObject } from '../models/modelObject.ts';
import type { MetricReader, StepRunner } from './stepRunner.ts';

export interface MeasuredRun {
  readonly model: ModelObject;
  readonly runner: StepRunner;
  readonly reader: MetricReader;
}

/**
 * The metrics by name: of a custom step what it returned, else the running means. Keras 3 sorts them by name, the
 * versions before it keep the order of `metrics_names`.
 */
export function* readLogs(run: MeasuredRun): Suspendable<Map<string, number>> {
  const custom = yield* run.runner.customLogs();
  const state = run.model.compiled?.state ?? null;
  const values = custom ?? (state === null ? new Map<string, number>() : yield* run.reader.read(state));
  if (run.reader.py.state(kerasVersionKey).current < 3) return values;
  return new Map([...values].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
