/** Finds the loss that a model was compiled with, for what its outputs mean. */
import { kerasRecordKey } from '../../src/library/keras/record.ts';
import { NativeFunction } from '../../src/python/functions.ts';
import type { Interpreter } from '../../src/python/interpreter.ts';
import { PyObject, type Value } from '../../src/python/values.ts';
import type { LossInForce } from './model-report.ts';

/** The newest compile counts: of this model where the name is Keras's, else of any. */
export function compiledLoss(py: Interpreter, model: string): LossInForce {
  const { compiles } = py.state(kerasRecordKey);
  const own = compiles.filter(compile => compile.model.name === model);
  const compile = own.at(-1) ?? compiles.at(-1);
  return { name: compile === undefined ? null : lossName(compile.loss) };
}

/** `CategoricalCrossentropy()` and `'categorical_crossentropy'` are the same loss. */
export function lossName(loss: Value): string | null {
  if (typeof loss === 'string') {
    return snakeCase(loss);
  }
  if (loss instanceof NativeFunction) {
    return loss.name;
  }
  return loss instanceof PyObject ? snakeCase(loss.cls.name) : null;
}

function snakeCase(name: string): string {
  return name.replace(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase();
}
