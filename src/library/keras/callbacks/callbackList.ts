/** `keras.callbacks.CallbackList`: several callbacks called as one, for training loops of a script's own. */
import { PyDict } from '../../../python/collections.ts';
import { method, suspendableMethod } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { PyList, type Value } from '../../../python/values.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { type KerasObject, kerasClass, make } from '../objects/kerasObject.ts';
import { flatten } from '../tensors/graphNode.ts';
import { CallbackList, callbackClass, type Hook, indexedHooks, plainHooks } from './callback.ts';
import { historyClass } from './history.ts';
import { progbarLoggerClass } from './progbarLogger.ts';

const callbacksOf = (self: Value): PyList => (self as KerasObject).attributes.get('callbacks') as PyList;

/** What the list's own hook calls: tf.keras takes those of batches for those of training. */
function hookOf(py: Interpreter, name: Hook): Hook {
  const isOlder = name === 'on_batch_begin' || name === 'on_batch_end';
  const isEarlier = isOlder && py.state(kerasVersionKey).current === 2;
  return isEarlier ? (name.replace('on_', 'on_train_') as Hook) : name;
}

/** Calls a method of each callback. */
const each = (signature: string, name: string) =>
  suspendableMethod(signature, function* ([self, value], py) {
    for (const item of callbacksOf(self).items) yield* py.callAndWait(py.getAttribute(item, name), [value]);
    return null;
  });

export const callbackListClass = kerasClass<null>({
  name: 'CallbackList',
  base: callbackClass,
  module: 'keras.src.callbacks.callback_list',
  parameters: 'callbacks=None, add_history=False, add_progbar=False, model=None, **params',
  documentation: 'Calls the hooks of all its callbacks.',
  unexpected(_args, keywords, self) {
    self.attributes.set('params', keywords);
  },
  init(args, self, py) {
    const given = args.value('callbacks');
    const items = given === null ? [] : flatten([given]);
    const has = (name: string): boolean => items.some(item => (item as KerasObject).cls?.name === name);
    if (args.boolean('add_history') && !has('History')) items.push(make(py, historyClass));
    if (args.boolean('add_progbar') && !has('ProgbarLogger')) items.push(make(py, progbarLoggerClass));
    self.attributes.set('callbacks', new PyList(items));
    const model = args.value('model');
    const params = self.attributes.get('params');
    for (const item of items) {
      if (model !== null) py.callMethod(item, 'set_model', [model]);
      if (params instanceof PyDict && params.size > 0) py.callMethod(item, 'set_params', [params]);
    }
    return null;
  },
  methods: [
    method('append(self, callback)', ([self, callback]) => {
      callbacksOf(self).items.push(callback);
      return null;
    }),
    each('set_model(self, model)', 'set_model'),
    each('set_params(self, params)', 'set_params'),
    ...indexedHooks.map(([name, index]) =>
      suspendableMethod(`${name}(self, ${index}, logs=None)`, function* ([self, place, logs], py) {
        yield* new CallbackList(py, callbacksOf(self).items).fire(
          hookOf(py, name),
          place as number,
          logs as PyDict | null,
        );
        return null;
      }),
    ),
    ...plainHooks.map(name =>
      suspendableMethod(`${name}(self, logs=None)`, function* ([self, logs], py) {
        yield* new CallbackList(py, callbacksOf(self).items).fire(name, null, logs as PyDict | null);
        return null;
      }),
    ),
  ],
});
