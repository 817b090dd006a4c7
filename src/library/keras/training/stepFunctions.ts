/** `make_train_function`, `make_test_function`, `make_predict_function`, and the functions that they make of a model's steps. */

import { raise, StopIteration, ValueError } from '../../../python/errors.ts';
import { method, property, suspendable } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { type Suspendable, settle } from '../../../python/suspension.ts';
import { NotKnown, touch, type Value } from '../../../python/values.ts';
import type { ModelObject } from '../models/modelObject.ts';
import { unpackBatch } from './batchSource.ts';
import { onBatch } from './onBatch.ts';
import { predict } from './predict.ts';

type Kind = 'train' | 'test' | 'predict';

/** One step on the next batch of an iterator: what the metrics say by name, or the outputs. */
function* runOnce(py: Interpreter, model: ModelObject, kind: Kind, iterator: Value): Suspendable<Value> {
  if (!py.running) throw new NotKnown('a step on the next batch is known when the script runs');
  const next = py.iterator(iterator).next();
  if (next === undefined) throw raise(StopIteration, '');
  const { x, y, weight } = unpackBatch(py, yield* settle(next));
  if (kind === 'predict') return yield* predict(py, model, new Map([['x', x]]), 'predict_on_batch');
  const args = new Map<string, Value>([
    ['x', x],
    ['y', y],
    ['sample_weight', weight],
    ['return_dict', true],
  ]);
  return yield* onBatch(py, model, args, kind);
}

function makeFunction(kind: Kind) {
  const attribute = `${kind}_function`;
  return method(`make_${attribute}(self, force=False)`, ([self, force], py) => {
    const model = self as ModelObject;
    const known = model.attributes.get(attribute) ?? null;
    if (known !== null && !py.truth(force)) return known;
    if (kind !== 'predict' && model.compiled === null)
      throw raise(ValueError, 'You must call `compile()` before using the model.', { code: 'not-compiled' });
    const made = suspendable(`one_step_on_iterator(iterator)`, function* ([iterator], again) {
      return yield* runOnce(again, model, kind, iterator);
    });
    touch(model);
    model.attributes.set(attribute, made);
    return made;
  });
}

/** The three methods. */
export const stepFunctions = (['train', 'test', 'predict'] as const).map(makeFunction);

/** The functions they made, None before. */
export const stepFunctionProperties = (['train', 'test', 'predict'] as const).map(kind =>
  property(
    `${kind}_function`,
    self => (self as ModelObject).attributes.get(`${kind}_function`) ?? null,
    (self, value) => {
      touch(self as ModelObject);
      (self as ModelObject).attributes.set(`${kind}_function`, value);
    },
  ),
);
