/** `keras.callbacks.EarlyStopping`. */
import { method, suspendableMethod } from '../../../python/functions.ts';
import type { Value } from '../../../python/values.ts';
import { type KerasObject, kerasClass } from '../objects/kerasObject.ts';
import { callbackClass } from './callback.ts';
import {
  copyWeights,
  improves,
  isUpward,
  type Mode,
  modelOf,
  modeOf,
  putWeights,
  show,
  watched,
} from './monitoring.ts';

interface Settings {
  readonly monitor: string;
  readonly minDelta: number;
  readonly patience: number;
  readonly verbose: number;
  readonly mode: Mode;
  readonly baseline: number | null;
  readonly restore: boolean;
  readonly startFrom: number;
  best: number | null;
  bestEpoch: number;
  bestWeights: Value;
  wait: number;
  stoppedEpoch: number;
}

export const earlyStoppingClass = kerasClass<Settings>({
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
    mode: modeOf(args),
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
      const { settings } = self as KerasObject<Settings>;
      Object.assign(settings, { best: null, bestEpoch: 0, bestWeights: null, wait: 0, stoppedEpoch: 0 });
      show(self as KerasObject, { stopped_epoch: 0, wait: 0, best: null });
      return null;
    }),
    suspendableMethod('on_epoch_end(self, epoch, logs=None)', function* ([self, epoch, logs], py) {
      const callback = self as KerasObject<Settings>;
      const state = callback.settings;
      const value = watched(py, logs, state.monitor, 'Early stopping');
      if (value === null || (epoch as number) < state.startFrom) return null;
      const model = modelOf(callback as KerasObject);
      const upwards = isUpward(state.mode, state.monitor);
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
      if (state.restore && state.bestWeights !== null) {
        if (state.verbose > 0) {
          py.host.write(
            'stdout',
            `Restoring model weights from the end of the best epoch: ${state.bestEpoch + 1}.\n`,
          );
        }
        yield* putWeights(py, model, state.bestWeights);
      }
      return null;
    }),
    method('on_train_end(self, logs=None)', ([self], py) => {
      const { stoppedEpoch, verbose } = (self as KerasObject<Settings>).settings;
      if (stoppedEpoch > 0 && verbose > 0)
        py.host.write('stdout', `Epoch ${stoppedEpoch + 1}: early stopping\n`);
      return null;
    }),
  ],
});
