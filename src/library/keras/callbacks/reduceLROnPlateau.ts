/** `keras.callbacks.ReduceLROnPlateau`. */

import type { PyDict } from '../../../python/collections.ts';
import { raise, TypeError } from '../../../python/errors.ts';
import { method } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { PyFloat, type Value } from '../../../python/values.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { misspeltKeyword } from '../errors/keywords.ts';
import { type KerasObject, kerasClass } from '../objects/kerasObject.ts';
import { ofVersion } from '../versionWords.ts';
import { callbackClass } from './callback.ts';
import { improves, type Mode, modelOf, modeOf, show, watched } from './monitoring.ts';

interface Settings {
  readonly monitor: string;
  readonly factor: number;
  readonly patience: number;
  readonly verbose: number;
  readonly mode: Mode;
  readonly minDelta: number;
  readonly cooldown: number;
  readonly minimum: number;
  best: number | null;
  wait: number;
  cooling: number;
}

/** The model's learning rate, as its variable of 32 bits has it; null where a schedule decides. */
export function learningRate(callback: KerasObject): number | null {
  const rate = modelOf(callback).compiled?.optimizer?.rate.hostValue ?? null;
  return rate === null ? null : Math.fround(rate);
}

/** A learning rate as the optimizer's variable holds it. */
export function keptRate(callback: KerasObject, value: number): number {
  return modelOf(callback).compiled?.optimizer?.rate.kept(value) ?? value;
}

export function setLearningRate(py: Interpreter, callback: KerasObject, value: number): void {
  const optimizer = modelOf(callback).compiled?.optimizer ?? null;
  if (optimizer !== null)
    py.setAttribute(optimizer, 'learning_rate', new PyFloat(optimizer.rate.kept(value)));
}

function reduce(py: Interpreter, callback: KerasObject<Settings>, epoch: number): void {
  const state = callback.settings;
  const old = learningRate(callback as KerasObject);
  if (old === null || old <= keptRate(callback as KerasObject, state.minimum)) return;
  const next = Math.max(old * state.factor, state.minimum);
  setLearningRate(py, callback as KerasObject, next);
  if (state.verbose > 0)
    py.host.write(
      'stdout',
      `\nEpoch ${epoch + 1}: ReduceLROnPlateau reducing learning rate to ${py.str(new PyFloat(next))}.\n`,
    );
  state.cooling = state.cooldown;
  state.wait = 0;
}

/** Notes the learning rate of an epoch under the name that the script's Keras gives it. */
export function logRate(py: Interpreter, callback: KerasObject, logs: Value): void {
  const rate = learningRate(callback);
  const name = ofVersion(py, { 1: 'lr', 2: 'lr', 3: 'learning_rate' });
  if (rate !== null) (logs as PyDict).setString(name, new PyFloat(keptRate(callback, rate)));
}

function watch(py: Interpreter, callback: KerasObject<Settings>, epoch: number, logs: Value): void {
  const state = callback.settings;
  logRate(py, callback as KerasObject, logs);
  const value = watched(py, logs, state.monitor, 'Learning rate reduction is');
  const isUpward = state.mode === 'max' || (state.mode === 'auto' && state.monitor.includes('acc'));
  if (value === null) return;
  if (state.cooling > 0) {
    state.cooling--;
    state.wait = 0;
  }
  if (improves(value, state.best, isUpward, state.minDelta)) {
    state.best = value;
    state.wait = 0;
  } else if (state.cooling === 0) {
    state.wait++;
    if (state.wait >= state.patience) reduce(py, callback, epoch);
  }
  show(callback as KerasObject, { wait: state.wait, best: state.best, cooldown_counter: state.cooling });
}

export const reduceLROnPlateauClass = kerasClass<Settings>({
  name: 'ReduceLROnPlateau',
  base: callbackClass,
  module: 'keras.src.callbacks.reduce_lr_on_plateau',
  parameters:
    'monitor="val_loss", factor=0.1, patience=10, verbose=0, mode="auto", min_delta=0.0001, cooldown=0, min_lr=0.0, **kwargs',
  renamed: { epsilon: 'min_delta' },
  isRenamedIn3: true,
  documentation: 'Lowers the learning rate when a metric has stopped improving.',
  unexpected(args, keywords) {
    const [name] = [...keywords.keys()].map(String);
    // Later versions take any.
    if (name === undefined || args.py.state(kerasVersionKey).current > 1) return;
    const text = `ReduceLROnPlateau.__init__() got an unexpected keyword argument '${name}'`;
    throw raise(TypeError, text, misspeltKeyword(args.py, name, args.names(), args.oldNames));
  },
  init(args) {
    const factor = args.number('factor');
    if (factor >= 1)
      args.fail('factor', {
        1: 'ReduceLROnPlateau does not support a factor >= 1.0.',
        2: `ReduceLROnPlateau does not support a factor >= 1.0. Got ${args.py.str(args.value('factor'))}`,
        3: `ReduceLROnPlateau does not support a factor >= 1.0. Received factor=${args.py.str(args.value('factor'))}`,
      });
    return {
      monitor: args.string('monitor'),
      factor,
      patience: args.number('patience'),
      verbose: args.number('verbose'),
      mode: modeOf(args, 'Learning rate reduction mode {mode}'),
      minDelta: args.number('min_delta'),
      cooldown: args.number('cooldown'),
      minimum: args.number('min_lr'),
      best: null,
      wait: 0,
      cooling: 0,
    };
  },
  methods: [
    method('on_train_begin(self, logs=None)', ([self]) => {
      Object.assign((self as KerasObject<Settings>).settings, { best: null, wait: 0, cooling: 0 });
      return null;
    }),
    method('on_epoch_end(self, epoch, logs=None)', ([self, epoch, logs], py) => {
      watch(py, self as KerasObject<Settings>, epoch as number, logs);
      return null;
    }),
  ],
});
