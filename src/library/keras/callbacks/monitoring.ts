/** What callbacks that watch a metric share: its value, which way is better, and the model's weights. */
import type { PyDict } from '../../../python/collections.ts';
import { AttributeError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import type { Suspendable } from '../../../python/suspension.ts';
import { PyFloat, type Value } from '../../../python/values.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import type { ModelObject } from '../models/modelObject.ts';
import { type ArgumentReader, numberOf } from '../objects/arguments.ts';
import type { KerasObject } from '../objects/kerasObject.ts';
import { logNamed } from './history.ts';

export type Mode = 'auto' | 'min' | 'max';

/**
 * @param what how the callback's warning about another mode begins
 * @param stumbles whether Keras 1 falls over its own warning
 */
export function modeOf(args: ArgumentReader, what: string, stumbles: boolean = false): Mode {
  const mode = args.value('mode');
  if (mode === 'min' || mode === 'max' || mode === 'auto') return mode;
  if (stumbles && args.py.state(kerasVersionKey).current === 1)
    args.fail('mode', [AttributeError, `'${args.className}' object has no attribute 'mode'`]);
  if (args.py.running)
    warn(args.py, `${what} is unknown, fallback to auto mode.`.replace('{mode}', args.py.str(mode)));
  return 'auto';
}

export function warn(py: Interpreter, text: string): void {
  py.host.write('stderr', `UserWarning: ${text}\n`);
}

/** The metric's value in logs; a warning and null where it is missing. */
export function watched(py: Interpreter, logs: Value, monitor: string, what: string): number | null {
  const value = numberOf(logNamed(py, logs as PyDict, monitor) ?? null);
  if (value !== undefined) return value;
  warn(
    py,
    `${what} conditioned on metric \`${monitor}\` which is not available. Available metrics are: ${availableIn(logs)}`,
  );
  return null;
}

export function availableIn(logs: Value): string {
  return [...(logs as PyDict).keys()].map(String).join(',');
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
    const isFloat = value !== null && (name === 'best' || !Number.isInteger(value));
    callback.attributes.set(name, isFloat ? new PyFloat(value) : value);
  }
}
