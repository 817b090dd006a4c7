/** Every constraint, its Python class, and what a `…_constraint` argument stands for. */

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
import type { Constraint } from '../tensors/variableObject.ts';
import type { ConstraintDefinition } from './definition.ts';
import { maxNorm } from './maxNorm.ts';
import { minMaxNorm } from './minMaxNorm.ts';
import { nonNeg } from './nonNeg.ts';
import { unitNorm } from './unitNorm.ts';

/** The registry. */
export const constraints: readonly ConstraintDefinition[] = [maxNorm, nonNeg, unitNorm, minMaxNorm];

type Projection = (value: Tensor) => Tensor;

export const constraintClass: PyClass = new PyClass('Constraint', [objectClass], configMethods(), {
  module: 'keras.src.constraints.constraints',
  allocate: cls => new KerasObject(cls),
});

/** Classes by every name a string or an import may use. */
export const constraintClasses: ReadonlyMap<string, PyClass> = new Map(
  constraints.flatMap(definition => {
    const cls = kerasClass<Projection>({
      name: definition.name,
      base: constraintClass,
      module: 'keras.src.constraints.constraints',
      parameters: definition.parameters,
      documentation: definition.documentation,
      init: args => definition.init(args),
      methods: [
        method('__call__(self, x)', ([self, x], py) =>
          wrap(py, (self as KerasObject<Projection>).settings(tensorOf(py, x))),
        ),
      ],
    });
    return [definition.name, ...(definition.aliases ?? [])].map(name => [name, cls] as const);
  }),
);

/** Resolves a constraint argument; `argument` names the parameter for errors. */
export function resolveConstraint(py: Interpreter, value: Value, argument: string): Constraint | null {
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  if (value === null) return null;
  if (typeof value === 'string') {
    const cls = constraintClasses.get(value);
    if (cls !== undefined) return resolveConstraint(py, make(py, cls), argument);
  } else if (isObjectConfig(value)) return resolveConstraint(py, deserializeKerasObject(py, value), argument);
  else if (value instanceof PyClass) return resolveConstraint(py, py.call(value, []), argument);
  else if (value instanceof KerasObject && typeof value.settings === 'function') {
    return { apply: value.settings as Projection };
  } else if (value instanceof PyObject) {
    return {
      apply: tensor => {
        const result = py.call(value, [wrap(py, tensor)]);
        if (result instanceof Unknown) throw new NotKnown(result.reason);
        return tensorOf(py, result, 'float32');
      },
    };
  }
  throw raise(ValueError, `Could not interpret constraint identifier: ${py.str(value)}`, {
    ...misspelt(py, argument, value, constraintClasses.keys()),
    code: 'unknown-constraint',
    explanation: message('There is no constraint called `{0}`.', py.str(value)),
  });
}
