/** `keras.callbacks.EarlyStopping`. */
import { type ErrorDetail, raise, TypeError, ValueError } from '../../../python/errors.ts';
import { method, NativeFunction, suspendableMethod } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { NotKnown, type Value } from '../../../python/values.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { lossFunctions } from '../losses/lossClasses.ts';
import type { ModelObject } from '../models/modelObject.ts';
import { type KerasObject, kerasClass } from '../objects/kerasObject.ts';
import { callbackClass } from './callback.ts';
import {
  copyWeights,
  improves,
  type Mode,
  modelOf,
  modeOf,
  putWeights,
  show,
  watched,
} from './monitoring.ts';

export interface StoppingSettings {
  readonly monitor: string;
  readonly minDelta: number;
  readonly patience: number;
  readonly verbose: number;
  readonly mode: Mode;
  /** Whether more is better; null until the model's metrics are known. */
  isUpward: boolean | null;
  readonly baseline: number | null;
  readonly restore: boolean;
  readonly startFrom: number;
  best: number | null;
  bestEpoch: number;
  bestWeights: Value;
  wait: number;
  stoppedEpoch: number;
}

/** Metrics that say which way is better; Keras knows no direction of the others. */
const upward = new Set([
  ...['Accuracy', 'BinaryAccuracy', 'CategoricalAccuracy', 'SparseCategoricalAccuracy'],
  ...['TopKCategoricalAccuracy', 'SparseTopKCategoricalAccuracy', 'Precision', 'Recall', 'AUC'],
  ...['SensitivityAtSpecificity', 'SpecificityAtSensitivity', 'PrecisionAtRecall', 'RecallAtPrecision'],
  ...['FBetaScore', 'F1Score', 'IoU', 'BinaryIoU', 'MeanIoU', 'OneHotIoU', 'OneHotMeanIoU'],
  ...['CosineSimilarity', 'R2Score'],
]);
const downward = new Set([
  ...['Hinge', 'SquaredHinge', 'CategoricalHinge', 'KLDivergence', 'Poisson', 'BinaryCrossentropy'],
  ...['CategoricalCrossentropy', 'SparseCategoricalCrossentropy', 'MeanSquaredError', 'RootMeanSquaredError'],
  ...['MeanAbsoluteError', 'MeanAbsolutePercentageError', 'MeanSquaredLogarithmicError', 'LogCoshError'],
]);

/**
 * Whether more of the watched metric is better. Keras 3 asks the model's metrics and raises where they do not say;
 * the versions before it look at the name alone and take any other for a loss.
 */
export function directionOf(
  py: Interpreter,
  model: ModelObject,
  { mode, monitor }: StoppingSettings,
  detail: ErrorDetail = { code: 'monitor-direction' },
): boolean {
  if (mode !== 'auto') return mode === 'max';
  const { current } = py.state(kerasVersionKey);
  if (current === 1) return monitor.includes('acc') || monitor.startsWith('fmeasure');
  if (current === 2) return /(acc|accuracy|auc)$/.test(monitor);
  const name = monitor.replace(/^val_/, '');
  const state = model.compiled?.state ?? null;
  if (name === 'loss') return false;
  if (state === null && !py.running) throw new NotKnown('the metrics are made when the model trains');
  const metrics = state === null ? [] : [...state.metrics, ...state.weightedMetrics];
  let found: boolean | null = null;
  for (const { metric } of metrics) {
    if (metric.name !== name) continue;
    const kinds = metric.cls.mro.map(cls => cls.name);
    if (kinds.some(kind => upward.has(kind))) found = true;
    else if (kinds.some(kind => downward.has(kind)) || isLossFunction(metric.config.get('fn'))) found = false;
    else if (metric.cls.userDefined && hasDirection(py, metric)) found = saysUp(py, metric);
  }
  if (found !== null) return found;
  throw raise(
    ValueError,
    `EarlyStopping callback received monitor=${monitor} but Keras isn't able to automatically determine whether that metric should be maximized or minimized. Pass \`mode='max'\` in order to do early stopping based on the highest metric value, or pass \`mode='min'\` in order to use the lowest value.`,
    detail,
  );
}

/** Keras 1 computes with what was not measured. */
export function refuseNone(
  py: Interpreter,
  { minDelta }: StoppingSettings,
  detail: ErrorDetail = { code: 'monitor-missing' },
): void {
  if (py.state(kerasVersionKey).current !== 1) return;
  const type = Number.isInteger(minDelta) ? 'int' : 'float';
  throw raise(TypeError, `unsupported operand type(s) for -: 'NoneType' and '${type}'`, detail);
}

/** What a metric of the script's own says of itself, as those of Keras do. */
function hasDirection(py: Interpreter, metric: Value): boolean {
  return py.getAttributeOrUndefined(metric, '_direction') !== undefined;
}

function saysUp(py: Interpreter, metric: Value): boolean {
  return py.getAttributeOrUndefined(metric, '_direction') === 'up';
}

/** A metric around a loss of Keras is better when it is less. */
function isLossFunction(callee: Value | undefined): boolean {
  return callee instanceof NativeFunction && lossFunctions.has(callee.name);
}

export const earlyStoppingClass = kerasClass<StoppingSettings>({
  name: 'EarlyStopping',
  base: callbackClass,
  module: 'keras.src.callbacks.early_stopping',
  parameters:
    'monitor="val_loss", min_delta=0, patience=0, verbose=0, mode="auto", baseline=None, restore_best_weights=False, start_from_epoch=0',
  documentation: 'Ends training when a metric has not improved for `patience` epochs.',
  init: args => ({
    monitor: args.string('monitor'),
    minDelta: Math.abs(args.number('min_delta')),
    patience: args.number('patience'),
    verbose: args.number('verbose'),
    mode: modeOf(args, 'EarlyStopping mode {mode}', true),
    isUpward: null,
    baseline: args.optionalNumber('baseline'),
    restore: args.boolean('restore_best_weights'),
    startFrom: args.integer('start_from_epoch'),
    best: null,
    bestEpoch: 0,
    bestWeights: null,
    wait: 0,
    stoppedEpoch: 0,
  }),
  methods: [
    method('on_train_begin(self, logs=None)', ([self]) => {
      const { settings } = self as KerasObject<StoppingSettings>;
      Object.assign(settings, { best: null, bestEpoch: 0, bestWeights: null, wait: 0, stoppedEpoch: 0 });
      show(self as KerasObject, { stopped_epoch: 0, wait: 0, best: null });
      return null;
    }),
    suspendableMethod('on_epoch_end(self, epoch, logs=None)', function* ([self, epoch, logs], py) {
      const callback = self as KerasObject<StoppingSettings>;
      const state = callback.settings;
      state.isUpward ??= directionOf(py, modelOf(callback as KerasObject), state);
      const value = watched(py, logs, state.monitor, 'Early stopping');
      if (value === null) refuseNone(py, state);
      if (value === null || (epoch as number) < state.startFrom) return null;
      const model = modelOf(callback as KerasObject);
      const upwards = state.isUpward;
      if (state.restore && state.bestWeights === null) {
        state.bestWeights = yield* copyWeights(py, model);
        state.bestEpoch = epoch as number;
      }
      state.wait++;
      if (improves(value, state.best, upwards, state.minDelta)) {
        state.best = value;
        state.bestEpoch = epoch as number;
        if (state.restore) state.bestWeights = yield* copyWeights(py, model);
        if (state.baseline === null || improves(value, state.baseline, upwards, state.minDelta))
          state.wait = 0;
        show(callback as KerasObject, { wait: state.wait, best: state.best, best_epoch: state.bestEpoch });
        return null;
      }
      show(callback as KerasObject, { wait: state.wait });
      if (state.wait < state.patience || (epoch as number) === 0) return null;
      state.stoppedEpoch = epoch as number;
      show(callback as KerasObject, { stopped_epoch: state.stoppedEpoch });
      model.stopTraining = true;
      return null;
    }),
    suspendableMethod('on_train_end(self, logs=None)', function* ([self], py) {
      const callback = self as KerasObject<StoppingSettings>;
      const { stoppedEpoch, verbose, restore, bestWeights, bestEpoch } = callback.settings;
      if (stoppedEpoch > 0 && verbose > 0)
        py.host.write('stdout', `Epoch ${stoppedEpoch + 1}: early stopping\n`);
      if (!restore || bestWeights === null) return null;
      if (verbose > 0) {
        py.host.write(
          'stdout',
          `Restoring model weights from the end of the best epoch: ${bestEpoch + 1}.\n`,
        );
      }
      yield* putWeights(py, modelOf(callback as KerasObject), bestWeights);
      return null;
    }),
  ],
});
