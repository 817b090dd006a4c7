/** Every regularizer, its Python class, and what a `…_regularizer` argument stands for. */

import type { Tensor } from '../../../graph/tensor.ts';
import { PyClass } from '../../../python/classes.ts';
import { raise, ValueError } from '../../../python/errors.ts';
import { method } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import { objectClass } from '../../../python/types.ts';
import { NotKnown, PyObject, Unknown, type Value } from '../../../python/values.ts';
import { misspelt } from '../errors/spelling.ts';
import { configMethods, KerasObject, kerasClass, make } from '../objects/kerasObject.ts';
import { deserializeKerasObject, isObjectConfig } from '../saving/deserialize.ts';
import { tensorOf, wrap } from '../tensors/conversion.ts';
import type { Regularizer } from '../tensors/variableObject.ts';
import type { RegularizerDefinition } from './definition.ts';
import { l1 } from './l1.ts';
import { l1L2 } from './l1L2.ts';
import { l2 } from './l2.ts';
import { orthogonalRegularizer } from './orthogonalRegularizer.ts';

/** The registry. */
export const regularizers: readonly RegularizerDefinition[] = [l1, l2, l1L2, orthogonalRegularizer];

type Penalty = (value: Tensor) => Tensor;

export const regularizerClass: PyClass = new PyClass('Regularizer', [objectClass], configMethods(), {
  module: 'keras.src.regularizers.regularizers',
  allocate: cls => new KerasObject(cls),
});

/** Classes by every name a string or an import may use. */
export const regularizerClasses: ReadonlyMap<string, PyClass> = new Map(
  regularizers.flatMap(definition => {
    const cls = kerasClass<Penalty>({
      name: definition.name,
      base: regularizerClass,
      module: 'keras.src.regularizers.regularizers',
      parameters: definition.parameters,
      documentation: definition.documentation,
      init: args => definition.init(args),
      methods: [
        method('__call__(self, x)', ([self, x], py) =>
          wrap(py, (self as KerasObject<Penalty>).settings(tensorOf(py, x))),
        ),
      ],
    });
    return [definition.name, ...(definition.aliases ?? [])].map(name => [name, cls] as const);
  }),
);

/** Resolves a regularizer argument; `argument` names the parameter for errors. */
export function resolveRegularizer(py: Interpreter, value: Value, argument: string): Regularizer | null {
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  if (value === null) return null;
  if (typeof value === 'string') {
    const cls = regularizerClasses.get(value);
    if (cls !== undefined) return resolveRegularizer(py, make(py, cls), argument);
  } else if (isObjectConfig(value))
    return resolveRegularizer(py, deserializeKerasObject(py, value), argument);
  else if (value instanceof PyClass) return resolveRegularizer(py, py.call(value, []), argument);
  else if (value instanceof KerasObject && typeof value.settings === 'function') {
    return { apply: value.settings as Penalty };
  } else if (value instanceof PyObject) {
    return {
      apply: tensor => {
        const result = py.call(value, [wrap(py, tensor)]);
        if (result instanceof Unknown) throw new NotKnown(result.reason);
        return tensorOf(py, result, 'float32');
      },
    };
  }
  throw raise(ValueError, `Could not interpret regularizer identifier: ${py.str(value)}`, {
    ...misspelt(py, argument, value, regularizerClasses.keys()),
    code: 'unknown-regularizer',
    explanation: message('There is no regularizer called `{0}`.', py.str(value)),
  });
}
