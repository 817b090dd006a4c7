/** What callbacks that watch a metric share: its value, which way is better, and the model's weights. */
import type { PyDict } from '../../../python/collections.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import type { Suspendable } from '../../../python/suspension.ts';
import { PyFloat, type Value } from '../../../python/values.ts';
import type { ModelObject } from '../models/modelObject.ts';
import { type ArgumentReader, numberOf } from '../objects/arguments.ts';
import type { KerasObject } from '../objects/kerasObject.ts';

export type Mode = 'auto' | 'min' | 'max';

/** Metrics of which more is better, by their names. */
const upward = /acc|auc|precision|recall|f1|fbeta|true_|iou|r2|score/;

export function modeOf(args: ArgumentReader): Mode {
  const mode = args.string('mode');
  return mode === 'min' || mode === 'max' ? mode : 'auto';
}

/** Whether more of the watched metric is better. */
export function isUpward(mode: Mode, monitor: string): boolean {
  return mode === 'auto' ? upward.test(monitor) : mode === 'max';
}

/** The metric's value in logs; a warning and null where it is missing. */
export function watched(py: Interpreter, logs: Value, monitor: string, what: string): number | null {
  const dict = logs as PyDict;
  const value = numberOf(dict.getString(monitor) ?? null);
  if (value !== undefined) return value;
  const available = [...dict.keys()].map(String).join(',');
  py.host.write(
    'stderr',
    `UserWarning: ${what} conditioned on metric \`${monitor}\` which is not available. Available metrics are: ${available}\n`,
  );
  return null;
}

/** Whether `value` beats `best` by more than `delta`. */
export function improves(value: number, best: number | null, upwards: boolean, delta: number): boolean {
  if (best === null) return true;
  return upwards ? value - delta > best : value + delta < best;
}

export function modelOf(callback: KerasObject): ModelObject {
  return callback.attributes.get('model') as ModelObject;
}

export function* copyWeights(py: Interpreter, model: ModelObject): Suspendable<Value> {
  return yield* py.callAndWait(py.getAttribute(model, 'get_weights'), []);
}

export function* putWeights(py: Interpreter, model: ModelObject, weights: Value): Suspendable<void> {
  yield* py.callAndWait(py.getAttribute(model, 'set_weights'), [weights]);
}

/** Sets attributes that scripts read afterwards. */
export function show(callback: KerasObject, values: Readonly<Record<string, number | null>>): void {
  for (const [name, value] of Object.entries(values)) {
    callback.attributes.set(name, value === null || Number.isInteger(value) ? value : new PyFloat(value));
  }
}
