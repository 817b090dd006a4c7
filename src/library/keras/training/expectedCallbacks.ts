/** What Keras's callbacks refuse in the first epochs of a fit, as far as analysis can tell before it runs. */
import { PyDict } from '../../../python/collections.ts';
import { type ErrorDetail, PythonError } from '../../../python/errors.ts';
import { type Completion, NORMAL } from '../../../python/evaluate/code.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import { startNow } from '../../../python/operations/calls.ts';
import { type Suspendable, settle } from '../../../python/suspension.ts';
import { classOf } from '../../../python/types.ts';
import { PyFloat, Unknown, type Value } from '../../../python/values.ts';
import { noteWritten } from '../../dataFiles.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { type Hook, indexedHooks, isCalled } from '../callbacks/callback.ts';
import { checkHook } from '../callbacks/callbackCalls.ts';
import {
  directionOf,
  earlyStoppingClass,
  refuseNone,
  type StoppingSettings,
} from '../callbacks/earlyStopping.ts';
import {
  learningRateSchedulerClass,
  rateAt,
  type ScheduleSettings,
} from '../callbacks/learningRateScheduler.ts';
import { type CheckpointSettings, fillName, modelCheckpointClass } from '../callbacks/modelCheckpoint.ts';
import type { ModelObject } from '../models/modelObject.ts';
import { KerasObject } from '../objects/kerasObject.ts';

export interface EpochsToCome {
  readonly model: ModelObject;
  readonly callbacks: readonly Value[];
  /** How many epochs there will be at most, at least one; null where that is not known. */
  readonly epochs: number | null;
  readonly initialEpoch: number;
  readonly validates: boolean;
  /** The logs of an epoch without those of validation; null where code of the script's may log others. */
  readonly logNames: readonly string[] | null;
  /** Epochs between two validations. */
  readonly validationFrequency: Value;
}

/** Raises what one of the callbacks certainly raises; tells `refused` which before that. */
export function* expectEpochs(
  py: Interpreter,
  fit: EpochsToCome,
  refused: (callback: KerasObject) => void,
): Suspendable<void> {
  const { epochs, callbacks: items } = fit;
  for (const item of items) noteFiles(py, item);
  if (epochs === null || epochs < 1) return;
  for (const item of items) {
    if (!(item instanceof KerasObject)) continue;
    try {
      expectHooks(py, item, fit);
      if (item.settingsIfMade !== undefined) yield* expectOf(py, item, fit);
    } catch (error) {
      refused(item);
      throw error;
    }
  }
}

/** What callbacks write is there afterwards. */
function noteFiles(py: Interpreter, item: Value): void {
  if (!(item instanceof KerasObject)) return;
  for (const name of ['filepath', 'filename']) {
    const path = item.config.get(name);
    if (typeof path === 'string') noteWritten(path, py);
  }
}

/** Hooks that every training calls at least once. */
const certain: readonly Hook[] = [
  ...(['on_train_begin', 'on_epoch_begin', 'on_batch_begin', 'on_train_batch_begin'] as const),
  ...(['on_batch_end', 'on_train_batch_end', 'on_epoch_end', 'on_train_end'] as const),
];
const indexed: ReadonlySet<string> = new Set(indexedHooks.map(([name]) => name));

function expectHooks(py: Interpreter, item: KerasObject, { callbacks: items }: EpochsToCome): void {
  const logs = new Unknown('it is measured when the model trains', 'dict');
  for (const name of certain) {
    // Another callback may end the training with an exception before that.
    if (name === 'on_train_end' && items.some(other => classOf(other).userDefined)) continue;
    if (isCalled(py, item, name)) checkHook(py, item, name, indexed.has(name) ? [0, logs] : [logs]);
  }
}

function* expectOf(py: Interpreter, item: KerasObject, fit: EpochsToCome): Suspendable<void> {
  if (item.cls === modelCheckpointClass) expectName(py, item as KerasObject<CheckpointSettings>, fit);
  else if (item.cls === earlyStoppingClass) expectDirection(py, item as KerasObject<StoppingSettings>, fit);
  else if (item.cls === learningRateSchedulerClass)
    yield* expectRates(py, item as KerasObject<ScheduleSettings>, fit);
}

/** Every log of an epoch that is known to log them all, with those that callbacks add; null where more may be logged. */
function logsOf(py: Interpreter, fit: EpochsToCome): readonly string[] | null {
  const { logNames, validates, callbacks: items } = fit;
  if (logNames === null || items.some(item => !addsNothing(item))) return null;
  const version = py.state(kerasVersionKey).current;
  const names = version === 3 ? logNames : logNames.flatMap(name => [name, ...earlierNames(name)]);
  return [...names, ...(validates ? names.map(name => `val_${name}`) : []), 'lr', 'learning_rate'];
}

const quiet = new Set([
  ...['EarlyStopping', 'ReduceLROnPlateau', 'ModelCheckpoint', 'LearningRateScheduler', 'TerminateOnNaN'],
  ...['CSVLogger', 'TensorBoard', 'History', 'ProgbarLogger', 'BackupAndRestore'],
]);

function addsNothing(item: Value): boolean {
  return item instanceof KerasObject && !item.cls.userDefined && quiet.has(item.cls.name);
}

/** Releases before Keras 3 had short names or whole ones for the same logs. */
const synonyms: readonly (readonly string[])[] = [
  ['acc', 'accuracy', 'binary_accuracy', 'categorical_accuracy', 'sparse_categorical_accuracy'],
  ['mse', 'mean_squared_error'],
  ['mae', 'mean_absolute_error'],
  ['mape', 'mean_absolute_percentage_error'],
  ['msle', 'mean_squared_logarithmic_error'],
];

function earlierNames(name: string): readonly string[] {
  return synonyms.find(names => names.includes(name.toLowerCase())) ?? [];
}

/** A file name is filled in whether the model is saved then or not. */
function expectName(py: Interpreter, callback: KerasObject<CheckpointSettings>, fit: EpochsToCome): void {
  const { path, counter, period } = callback.settings;
  const names = logsOf(py, fit);
  const isValidatedLater = fit.validates && fit.validationFrequency !== 1;
  if (names === null || counter !== null || isValidatedLater || period > fit.epochs!) return;
  const logs = PyDict.fromStrings(names.map(name => [name, new PyFloat(0.5)]));
  try {
    fillName(py, path, fit.initialEpoch + 1, null, logs);
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    const missing = /Reason: '(\w+)'$|^'(\w+)'$/.exec(py.str(error.exception))?.slice(1).find(Boolean);
    const span = callback.argumentSpan('filepath') ?? callback.madeAt;
    throw new PythonError(error.exception, {
      code: 'file-name',
      ...(span !== null && { blame: { kind: 'span', span } }),
      ...(missing !== undefined && {
        explanation: message('`{0}` in the file name is no log: there are {1}.', missing, listed(fit)),
      }),
    });
  }
}

/** The logs that there will be, as messages list them. */
function listed({ logNames, validates }: EpochsToCome): string {
  const names = [...(logNames ?? []), ...(validates ? (logNames ?? []).map(name => `val_${name}`) : [])];
  return names.map(name => `\`${name}\``).join(', ');
}

/** Keras 3 wants to know which way is better, and Keras 1 computes with what was not measured. */
function expectDirection(py: Interpreter, callback: KerasObject<StoppingSettings>, fit: EpochsToCome): void {
  const version = py.state(kerasVersionKey).current;
  if (version === 2 || fit.logNames === null) return;
  const { monitor } = callback.settings;
  const names = logsOf(py, fit);
  const isHeldOut = monitor.startsWith('val_') && !fit.validates && fit.callbacks.every(addsNothing);
  const span = callback.madeAt;
  const { name } = callback.cls;
  const isMissing = isHeldOut || (names !== null && !names.includes(monitor));
  const detail: ErrorDetail = {
    code: version === 3 ? 'monitor-direction' : 'monitor-missing',
    ...(span !== null && { blame: { kind: 'span', span } }),
    explanation: isHeldOut
      ? message('`{0}` watches `{1}`, and there is no validation data.', name, monitor)
      : isMissing
        ? message('`{0}` watches `{1}`, which is never measured; there are {2}.', name, monitor, listed(fit))
        : message(
            'Keras does not know whether more or less of `{0}` is better: say it with `mode`.',
            monitor,
          ),
  };
  if (version === 3) directionOf(py, fit.model, callback.settings, detail);
  else if (isMissing) refuseNone(py, callback.settings, detail);
}

/** So many epochs are looked at. */
const FOLLOWED = 20;

/** Asks for the rates of the first epochs. Where something may end the training, only the first is certain. */
function* expectRates(
  py: Interpreter,
  callback: KerasObject<ScheduleSettings>,
  { epochs, initialEpoch, callbacks: items }: EpochsToCome,
): Suspendable<void> {
  const goesOn = items.every(item => item === callback || isHarmless(item));
  const count = goesOn ? Math.min(epochs!, FOLLOWED) : 1;
  const place = callback.argumentSpan('schedule') ?? callback.madeAt;
  const rate = new Unknown('it is set while the model trains', 'float');
  for (let epoch = initialEpoch; epoch < initialEpoch + count; epoch++)
    yield* rateAt(py, callback.settings, epoch, rate, place);
  const { frame } = py;
  if (count === epochs || frame === null) return;
  const later = new Unknown('it counts while the model trains', 'int');
  const again = function* (): Suspendable<Completion> {
    yield* rateAt(py, callback.settings, later, rate, place);
    return NORMAL;
  };
  yield* settle(py.policy.loop(frame, later, () => startNow(again())));
}

const harmless = new Set(['ModelCheckpoint', 'CSVLogger', 'TensorBoard', 'History', 'ProgbarLogger']);

function isHarmless(item: Value): boolean {
  return item instanceof KerasObject && !item.cls.userDefined && harmless.has(item.cls.name);
}
