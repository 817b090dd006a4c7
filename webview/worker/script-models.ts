/** What the script says of its models: the names of their variables, the losses they were compiled with. */
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

/** The variable of the script that holds the model which Keras calls so; Keras's name where there is none. */
export function variableName(py: Interpreter, model: string): string {
  const object = [...py.state(kerasRecordKey).models].find(({ name }) => name === model);
  const globals = py.modules.get('__main__')?.attributes.map ?? new Map<string, Value>();
  for (const [name, value] of globals) {
    if (object !== undefined && value === object) {
      return name;
    }
  }
  return model;
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
