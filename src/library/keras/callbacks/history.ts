/** `keras.callbacks.History`: what `fit` returns. */
import { PyDict } from '../../../python/collections.ts';
import { method } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { type PyList, touch, type Value } from '../../../python/values.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { type KerasObject, kerasClass } from '../objects/kerasObject.ts';
import { callbackClass } from './callback.ts';
import { NumberList } from './numberList.ts';

/** What Keras logged under another name before 2.3: whole names where the script wrote short ones. */
const earlyNames: readonly (readonly [RegExp, string])[] = [
  [/acc$/, 'accuracy'],
  [/mean_absolute_error$/, 'mae'],
  [/mean_squared_error$/, 'mse'],
  [/mean_absolute_percentage_error$/, 'mape'],
];

/** The value of a log by its older name. */
function earlier(dict: PyDict, key: Value): Value | undefined {
  if (typeof key !== 'string') return undefined;
  for (const [ending, name] of earlyNames) {
    const value = ending.test(key) ? dict.getString(key.replace(ending, name)) : undefined;
    if (value !== undefined) return value;
  }
  return undefined;
}

/** A log by its name, or by an older one in scripts for older versions. */
export function logNamed(py: Interpreter, logs: PyDict, name: string): Value | undefined {
  const value = logs.getString(name);
  return value === undefined && py.state(kerasVersionKey).current < 3 ? earlier(logs, name) : value;
}

/** A dict for the values of all epochs; to scripts for older versions they answer by their older names as well. */
export function historyDict(py: Interpreter): PyDict {
  const dict = new PyDict();
  if (py.state(kerasVersionKey).current < 3) dict.synonym = key => earlier(dict, key);
  return dict;
}

export const historyClass = kerasClass<null>({
  name: 'History',
  base: callbackClass,
  module: 'keras.src.callbacks.history',
  parameters: '',
  documentation: 'Keeps the logs of every epoch in `history.history`.',
  init(_args, object, py) {
    object.attributes.set('history', historyDict(py));
    object.attributes.set('epoch', new NumberList());
    return null;
  },
  methods: [
    method('on_train_begin(self, logs=None)', ([self]) => {
      (self as KerasObject).attributes.set('epoch', new NumberList());
      return null;
    }),
    method('on_epoch_end(self, epoch, logs=None)', ([self, epoch, logs]) => {
      const { attributes } = self as KerasObject;
      const epochs = attributes.get('epoch') as PyList;
      touch(epochs);
      append(epochs, epoch);
      const history = attributes.get('history') as PyDict;
      for (const [name, value] of (logs as PyDict).entries()) {
        let list = history.getString(String(name)) as PyList | undefined;
        if (list === undefined) {
          list = new NumberList();
          history.setString(String(name), list);
        }
        touch(list);
        append(list, value);
      }
      return null;
    }),
  ],
});

/** A script may have put a list of its own there. */
function append(list: PyList, value: Value): void {
  if (list instanceof NumberList) list.append(value);
  else list.items.push(value);
}
