/** `keras.callbacks.History`: what `fit` returns. */
import { PyDict } from '../../../python/collections.ts';
import { method } from '../../../python/functions.ts';
import { type PyList, touch, type Value } from '../../../python/values.ts';
import { type KerasObject, kerasClass } from '../objects/kerasObject.ts';
import { callbackClass } from './callback.ts';
import { NumberList } from './numberList.ts';

export const historyClass = kerasClass<null>({
  name: 'History',
  base: callbackClass,
  module: 'keras.src.callbacks.history',
  parameters: '',
  documentation: 'Keeps the logs of every epoch in `history.history`.',
  init(_args, object) {
    object.attributes.set('history', new PyDict());
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
