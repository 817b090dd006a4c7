/** `keras.callbacks.ModelCheckpoint`. */
import { PyDict } from '../../../python/collections.ts';
import { KeyError, PythonError, raise, ValueError } from '../../../python/errors.ts';
import { method, suspendableMethod } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import type { Suspendable } from '../../../python/suspension.ts';
import type { Value } from '../../../python/values.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { type ArgumentReader, numberOf } from '../objects/arguments.ts';
import { type KerasObject, kerasClass } from '../objects/kerasObject.ts';
import { makeFolderOf } from '../saving/folders.ts';
import { callbackClass } from './callback.ts';
import { logNamed } from './history.ts';
import { improves, type Mode, modelOf, modeOf, show, warn } from './monitoring.ts';
import { BatchCounter } from './saveFrequency.ts';

export interface CheckpointSettings {
  readonly path: string;
  readonly monitor: string;
  readonly verbose: number;
  readonly bestOnly: boolean;
  readonly weightsOnly: boolean;
  readonly isUpward: boolean;
  /** Counts batches towards `save_freq`; null where epochs count. */
  readonly counter: BatchCounter | null;
  /** Epochs from one file to the next, which Keras 2 called the period. */
  readonly period: number;
  best: number;
  epoch: number;
}

/** Fills `{epoch:02d}` and `{val_loss:.2f}` in a file name, as `str.format` does. */
export function fillName(
  py: Interpreter,
  pattern: string,
  epoch: number,
  batch: number | null,
  logs: PyDict,
): string {
  const names = new PyDict();
  for (const [key, value] of logs.entries()) names.setString(String(key), value);
  for (const [, name] of pattern.matchAll(/\{(\w+)/g)) {
    const value = logNamed(py, logs, name);
    if (value !== undefined) names.setString(name, value);
  }
  names.setString('epoch', epoch);
  if (batch !== null && logs.getString('batch') === undefined) names.setString('batch', batch);
  try {
    return py.str(py.call(py.getAttribute(pattern, 'format'), [], names));
  } catch (error) {
    if (!(error instanceof PythonError) || !error.exception.cls.isSubclassOf(KeyError)) throw error;
    // Keras 1 leaves it as Python raises it.
    if (py.state(kerasVersionKey).current === 1) throw error;
    throw raise(
      KeyError,
      `Failed to format this callback filepath: "${pattern}". Reason: ${py.str(error.exception)}`,
      { code: 'file-name' },
    );
  }
}

function checkName(args: ArgumentReader, path: string, weightsOnly: boolean): void {
  if (args.py.state(kerasVersionKey).current < 3) return;
  const ending = weightsOnly ? '.weights.h5' : '.keras';
  if (path.endsWith(ending)) return;
  const text = weightsOnly
    ? 'When using `save_weights_only=True` in `ModelCheckpoint`, the filepath provided must end in `.weights.h5` (Keras weights format).'
    : 'The filepath provided must end in `.keras` (Keras model format).';
  throw raise(ValueError, `${text} Received: filepath=${path}`, {
    code: 'file-name',
    blame: { kind: 'argument', name: 'filepath' },
    explanation: weightsOnly
      ? message('Weights alone are saved to names that end in `.weights.h5`, and this is `{0}`.', path)
      : message('Whole models are saved to names that end in `.keras`, and this is `{0}`.', path),
  });
}

function upward(mode: Mode, monitor: string): boolean {
  if (mode === 'auto') return monitor.includes('acc') || monitor.startsWith('fmeasure');
  return mode === 'max';
}

/** A metric with five decimals, as messages show it. */
function shown(value: number): string {
  return Number.isFinite(value) ? value.toFixed(5) : value > 0 ? 'inf' : '-inf';
}

function* save(
  py: Interpreter,
  callback: KerasObject<CheckpointSettings>,
  batch: number | null,
  logs: Value,
): Suspendable<void> {
  const state = callback.settings;
  const dict = logs as PyDict;
  const epoch = state.epoch + 1;
  const path = fillName(py, state.path, epoch, batch === null ? null : batch + 1, dict);
  yield* makeFolderOf(py, path);
  const say = (text: string): void => {
    if (state.verbose > 0) py.host.write('stdout', `\nEpoch ${epoch}: ${text}\n`);
  };
  if (state.bestOnly) {
    const value = numberOf(logNamed(py, dict, state.monitor) ?? null);
    if (value === undefined) {
      warn(py, `Can save best model only with ${state.monitor} available, skipping.`);
      return;
    }
    if (!improves(value, state.best, state.isUpward, 0)) {
      say(`${state.monitor} did not improve from ${shown(state.best)}`);
      return;
    }
    say(`${state.monitor} improved from ${shown(state.best)} to ${shown(value)}, saving model to ${path}`);
    state.best = value;
    show(callback as KerasObject, { best: value });
  } else say(`saving model to ${path}`);
  const method = state.weightsOnly ? 'save_weights' : 'save';
  yield* py.callAndWait(py.getAttribute(modelOf(callback as KerasObject), method), [path]);
}

export const modelCheckpointClass = kerasClass<CheckpointSettings>({
  name: 'ModelCheckpoint',
  base: callbackClass,
  module: 'keras.src.callbacks.model_checkpoint',
  parameters:
    'filepath, monitor="val_loss", verbose=0, save_best_only=False, save_weights_only=False, mode="auto", save_freq="epoch", initial_value_threshold=None',
  ignoredBefore3: ['period', 'options'],
  documentation: 'Saves the model, or its weights, after epochs or after a number of batches.',
  init(args, self) {
    const path = args.py.str(args.value('filepath'));
    const monitor = args.string('monitor');
    const weightsOnly = args.boolean('save_weights_only');
    const isUpward = upward(modeOf(args, "ModelCheckpoint mode '{mode}'"), monitor);
    const frequency = args.value('save_freq');
    const batches = typeof frequency === 'number' ? frequency : null;
    if (frequency !== 'epoch' && batches === null) {
      const given = `Unrecognized save_freq: ${args.py.str(frequency)}. Expected save_freq are`;
      args.fail('save_freq', {
        2: `${given} "epoch" or integer`,
        3: `${given} 'epoch' or integer values`,
      });
    }
    checkName(args, path, weightsOnly);
    const best = args.optionalNumber('initial_value_threshold') ?? (isUpward ? -Infinity : Infinity);
    self.attributes.set('filepath', path);
    self.attributes.set('monitor', monitor);
    show(self as KerasObject, { best });
    return {
      path,
      monitor,
      verbose: args.number('verbose'),
      bestOnly: args.boolean('save_best_only'),
      weightsOnly,
      isUpward,
      counter: batches === null ? null : new BatchCounter(batches),
      period: Math.max(1, numberOf(args.former.get('period') ?? 1) ?? 1),
      best,
      epoch: 0,
    };
  },
  methods: [
    method('on_epoch_begin(self, epoch, logs=None)', ([self, epoch]) => {
      (self as KerasObject<CheckpointSettings>).settings.epoch = epoch as number;
      return null;
    }),
    suspendableMethod('on_epoch_end(self, epoch, logs=None)', function* ([self, epoch, logs], py) {
      const callback = self as KerasObject<CheckpointSettings>;
      callback.settings.epoch = epoch as number;
      const { counter, period } = callback.settings;
      if (counter === null && ((epoch as number) + 1) % period === 0) yield* save(py, callback, null, logs);
      return null;
    }),
    suspendableMethod('on_train_batch_end(self, batch, logs=None)', function* ([self, batch, logs], py) {
      const callback = self as KerasObject<CheckpointSettings>;
      if (callback.settings.counter?.isDue(batch as number)) yield* save(py, callback, batch as number, logs);
      return null;
    }),
  ],
});
