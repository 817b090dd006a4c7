/** Methods of models that Keras 3 has no longer: in versions 1 and 2 they work, in version 3 they are missed by name. */

import { PyDict } from '../../../python/collections.ts';
import { AttributeError, raise } from '../../../python/errors.ts';
import { BoundMethod, type NativeFunction, property, suspendableMethod } from '../../../python/functions.ts';
import { message } from '../../../python/message.ts';
import type { Suspendable } from '../../../python/suspension.ts';
import { classOf } from '../../../python/types.ts';
import { PyFloat, Unknown, type Value } from '../../../python/values.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { NdArray } from '../../numpy/ndarray.ts';

/** A method of Keras 1 and 2, and what a script writes in Keras 3. */
export function earlierMethod(made: NativeFunction, now: string): [string, Value] {
  return property(made.name, (model, py) => {
    if (py.state(kerasVersionKey).current < 3) return new BoundMethod(model, made);
    throw raise(AttributeError, `'${classOf(model).name}' object has no attribute '${made.name}'`, {
      explanation: message('Keras 3 has no `{0}` any more: `{1}` does the same.', made.name, now),
    });
  });
}

/** The class of each row: the largest of several probabilities, else whether the only one is above one half. */
export const predictClasses = suspendableMethod(
  'predict_classes(self, x, batch_size=None, verbose=0, steps=None)',
  function* ([model, x, batchSize, verbose, steps], py): Suspendable<Value> {
    const settings = PyDict.fromStrings([
      ['batch_size', batchSize],
      ['verbose', verbose],
      ['steps', steps],
    ]);
    const rows = yield* py.callAndWait(py.getAttribute(model, 'predict'), [x], settings);
    if (rows instanceof Unknown) return rows;
    const width = rows instanceof NdArray ? rows.shape.at(-1) : null;
    if (width === null || width === undefined)
      return new Unknown('the classes are known when the model predicts');
    if (width > 1) return py.callMethod(rows, 'argmax', [-1]);
    return py.callMethod(py.callMethod(rows, '__gt__', [new PyFloat(0.5)]), 'astype', ['int32']);
  },
);

/** What `predict` gives, under another name. */
export const predictProbabilities = suspendableMethod(
  'predict_proba(self, x, batch_size=None, verbose=0, steps=None)',
  function* ([model, x, batchSize, verbose, steps], py): Suspendable<Value> {
    const settings = PyDict.fromStrings([
      ['batch_size', batchSize],
      ['verbose', verbose],
      ['steps', steps],
    ]);
    return yield* py.callAndWait(py.getAttribute(model, 'predict'), [x], settings);
  },
);
