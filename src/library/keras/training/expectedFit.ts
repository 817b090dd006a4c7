/** What `fit` leaves behind under analysis: the history's names and lengths, and whatever callbacks may have done. */
import { PyDict } from '../../../python/collections.ts';
import { NORMAL } from '../../../python/evaluate/code.ts';
import { NativeFunction } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { classOf } from '../../../python/types.ts';
import { NotKnown, PyList, PyObject, Unknown, type Value } from '../../../python/values.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { type Hook, isCalled } from '../callbacks/callback.ts';
import { earlyStoppingClass } from '../callbacks/earlyStopping.ts';
import { historyDict } from '../callbacks/history.ts';
import { learningRateSchedulerClass } from '../callbacks/learningRateScheduler.ts';
import { reduceLROnPlateauClass } from '../callbacks/reduceLROnPlateau.ts';
import { terminateOnNaNClass } from '../callbacks/terminateOnNaN.ts';
import type { ModelObject } from '../models/modelObject.ts';
import type { KerasObject } from '../objects/kerasObject.ts';
import { allMetrics } from './compileState.ts';
import type { TracedStep } from './stepTrace.ts';

/** What is known of the training. */
export interface ExpectedFit {
  readonly model: ModelObject;
  /** The training step; null where its data is not known. */
  readonly step: TracedStep | null;
  /** Null when not known. */
  readonly epochs: number | null;
  readonly validates: boolean;
  readonly callbacks: readonly Value[];
}

/** Fills in the history and follows the script's own callbacks. */
export function expectFit(py: Interpreter, history: KerasObject, fit: ExpectedFit): void {
  const given = fit.callbacks;
  history.attributes.set('history', expectedHistory(py, fit, given));
  history.attributes.set('epoch', new Unknown('how many epochs there are is known when the model trains'));
  for (const item of given) followCallback(py, item, fit);
}

/** Longer histories are not written out. */
const LONGEST = 1000;

function expectedHistory(py: Interpreter, fit: ExpectedFit, callbacks: readonly Value[]): PyDict {
  const dict = historyDict(py);
  const names = logNames(fit);
  if (names === null || callbacks.some(item => isOwn(item) || item instanceof Unknown)) {
    dict.lost = new Unknown('what is logged depends on code that runs while the model trains');
    return dict;
  }
  const stops = callbacks.some(item => isA(item, earlyStoppingClass) || isA(item, terminateOnNaNClass));
  const values = () => {
    const epochs = stops || fit.epochs === null || fit.epochs > LONGEST ? null : fit.epochs;
    const list = new PyList(Array.from({ length: epochs ?? 0 }, measured));
    if (epochs === null) list.lost = new Unknown('how many epochs run is not known before');
    return list;
  };
  const ordered = py.state(kerasVersionKey).current === 3 ? names.toSorted() : names;
  for (const name of ordered) dict.setString(name, values());
  if (fit.validates) for (const name of names) dict.setString(`val_${name}`, values());
  if (callbacks.some(item => isA(item, reduceLROnPlateauClass) || isA(item, learningRateSchedulerClass))) {
    dict.setString('learning_rate', values());
    // A script for Keras 2 may run on the `tf.keras` of any version.
    if (py.state(kerasVersionKey).current !== 3) dict.setString('lr', values());
  }
  return dict;
}

function measured(): Unknown {
  return new Unknown('it is measured when the model trains', 'float');
}

function logNames({ model, step }: ExpectedFit): readonly string[] | null {
  if (step?.logNames) return step.logNames;
  const state = model.compiled?.state ?? null;
  return state === null ? null : allMetrics(state).map(item => item.logName);
}

function isA(item: Value, cls: Parameters<ReturnType<typeof classOf>['isSubclassOf']>[0]): boolean {
  return classOf(item).isSubclassOf(cls);
}

/** Whether code of the script's is called: a class of its own, or functions given to a callback. */
function isOwn(item: Value): boolean {
  return classOf(item).userDefined || hooksOf(item).length > 0;
}

const hooks: readonly Hook[] = [
  ...(['on_epoch_begin', 'on_train_batch_begin', 'on_batch_begin'] as const),
  ...(['on_train_batch_end', 'on_batch_end', 'on_test_begin', 'on_test_batch_begin'] as const),
  ...(['on_test_batch_end', 'on_test_end', 'on_epoch_end'] as const),
];

/** The hooks in which code of the script's runs, of those called again and again. */
function hooksOf(item: Value, names: readonly Hook[] = hooks): Hook[] {
  return names.filter(name => {
    const own = item instanceof PyObject ? item.attributes?.map.get(name) : undefined;
    const found = own ?? classOf(item).lookup(name);
    return found !== undefined && !(found instanceof NativeFunction);
  });
}

/** What callbacks are told of the training; releases before Keras 3 told of more. */
function paramsOf(py: Interpreter, { epochs }: ExpectedFit): PyDict {
  const known = 'it is known when the model trains';
  const params = PyDict.fromStrings([
    ['verbose', new Unknown(known, 'int')],
    ['epochs', epochs ?? new Unknown(known, 'int')],
    ['steps', new Unknown(known)],
  ]);
  if (py.state(kerasVersionKey).current < 3) params.lost = new Unknown(known);
  return params;
}

/** Follows the hooks with logs that are not known, as a loop whose turns are not known. */
function followCallback(py: Interpreter, item: Value, fit: ExpectedFit): void {
  const { model, validates } = fit;
  const { site, frame } = py;
  if (item instanceof Unknown || frame === null || !isOwn(item)) return;
  const call = (name: string, args: readonly Value[]) => {
    try {
      py.call(py.getAttribute(item, name), args);
    } catch (error) {
      if (!(error instanceof NotKnown)) throw error;
    }
    py.site = site;
  };
  const reason = new Unknown('it is called while the model trains');
  const logs = () => new Unknown('it is measured when the model trains', 'dict');
  call('set_model', [model]);
  call('set_params', [paramsOf(py, fit)]);
  for (const name of hooksOf(item, ['on_train_begin'])) call(name, [new PyDict()]);
  py.policy.loop(frame, reason, () => {
    for (const name of hooksOf(item)) {
      if ((name.startsWith('on_test') && !validates) || !isCalled(py, item, name)) continue;
      const isIndexed = name !== 'on_test_begin' && name !== 'on_test_end';
      call(name, isIndexed ? [new Unknown('it counts while the model trains', 'int'), logs()] : [logs()]);
    }
    return NORMAL;
  });
  for (const name of hooksOf(item, ['on_train_end'])) call(name, [logs()]);
}
