/** The classes of initializers, and what an `…_initializer` argument stands for. */

import type { HostData } from '../../../graph/attributes.ts';
import { ops } from '../../../graph/index.ts';
import { SeedStream } from '../../../graph/random.ts';
import type { Shape } from '../../../graph/shapes.ts';
import type { Tensor } from '../../../graph/tensor.ts';
import { constant } from '../../../graph/tensor.ts';
import { PyClass } from '../../../python/classes.ts';
import { PyDict } from '../../../python/collections.ts';
import { TypeError } from '../../../python/errors.ts';
import { method } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import { objectClass } from '../../../python/types.ts';
import { NotKnown, PyObject, Unknown, type Value } from '../../../python/values.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { misspelt } from '../errors/spelling.ts';
import { nextSeed, toSnakeCase } from '../naming.ts';
import { dimsOf } from '../objects/arguments.ts';
import { configMethods, KerasObject, kerasClass, make } from '../objects/kerasObject.ts';
import { floatOf } from '../policy.ts';
import { deserializeKerasObject, isObjectConfig } from '../saving/deserialize.ts';
import { dtypeOf, tensorOf, wrap } from '../tensors/conversion.ts';
import { shapeTuple } from '../tensors/tensorObject.ts';
import { type ByVersion, notCallable, type Raised, raiseInWords, unknownName } from '../versionWords.ts';
import type { Fill } from './definition.ts';
import { initializers } from './index.ts';

/** A resolved initializer: contents for a new variable, or a tensor to be assigned to it (the user's own function). */
export interface Initializer {
  readonly value: Value;
  readonly fill: ((shape: readonly number[]) => HostData) | null;
  readonly tensor: ((shape: Shape) => Tensor) | null;
}

export const initializerClass: PyClass = new PyClass('Initializer', [objectClass], configMethods(), {
  module: 'keras.src.initializers.initializer',
  allocate: cls => new KerasObject(cls),
});

/**
 * The seed of a draw. In Keras 3 an initializer without a seed takes one when it is made, so that it gives the same
 * values again and again; a SeedGenerator gives others each time.
 */
function seedFor(py: Interpreter, object: KerasObject<Fill>): number {
  const given = object.config.get('seed') ?? null;
  const stream = given instanceof KerasObject ? given.settings : null;
  if (stream instanceof SeedStream) return nextOf(stream);
  if (py.state(kerasVersionKey).current < 3) return nextSeed(py);
  object.drawnSeed ??= nextSeed(py);
  return object.drawnSeed;
}

/** The next of a generator's seeds. */
function nextOf(stream: SeedStream): number {
  return (Math.imul(stream.seed, 0x9e3779b1) + Math.imul(stream.nextSalt() + 1, 0x85ebca6b)) | 0;
}

const classes = initializers.map(definition =>
  kerasClass<Fill>({
    name: definition.name,
    base: initializerClass,
    module: 'keras.src.initializers',
    parameters: definition.parameters,
    documentation: definition.documentation,
    init: args => definition.init(args),
    methods: [
      method('__call__(self, shape, dtype=None)', ([self, shape, dtype], py) => {
        const dims = dimsOf(py, shape) as number[];
        const object = self as KerasObject<Fill>;
        const values = constant(object.settings(dims, seedFor(py, object)), dims);
        return wrap(py, ops.cast(values, dtypeOf(py, dtype) ?? floatOf(py)));
      }),
      method('clone(self)', ([self], py) => {
        const { cls } = self as KerasObject<Fill>;
        return py.callMethod(cls, 'from_config', [py.callMethod(self, 'get_config')]);
      }),
    ],
  }),
);

/** Classes by every name a string or an import may use. */
export const initializerClasses: ReadonlyMap<string, PyClass> = new Map(
  initializers.flatMap((definition, index) =>
    [definition.name, toSnakeCase(definition.name), ...(definition.aliases ?? [])].map(
      name => [name, classes[index]] as const,
    ),
  ),
);

/** Resolves an initializer argument; `argument` names the parameter for errors. */
export function resolveInitializer(py: Interpreter, value: Value, argument: string): Initializer {
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  if (value === null) return resolveInitializer(py, 'zeros', argument);
  if (typeof value === 'string') {
    const cls = initializerClasses.get(value);
    if (cls !== undefined) return fromObject(py, make(py, cls));
  } else if (isObjectConfig(value))
    return resolveInitializer(py, deserializeKerasObject(py, value), argument);
  else if (value instanceof PyClass) return resolveInitializer(py, py.call(value, []), argument);
  else if (value instanceof PyObject && !(value instanceof PyDict)) return fromObject(py, value);
  const name = py.str(value);
  const isName = typeof value === 'string';
  const words: ByVersion<Raised> = {
    3: `Could not interpret initializer identifier: ${name}`,
    2: isName ? unknownName('initializer', name) : `Could not interpret initializer identifier: ${name}`,
    1: isName ? `Invalid initialization: ${name}` : [TypeError, notCallable(value)],
  };
  throw raiseInWords(py, words, {
    ...misspelt(py, argument, value, initializerClasses.keys()),
    code: 'unknown-initializer',
    explanation: message('There is no initializer called `{0}`.', name),
  });
}

function fromObject(py: Interpreter, object: PyObject): Initializer {
  if (object instanceof KerasObject && typeof object.settingsIfMade === 'function') {
    const fill = object.settingsIfMade as Fill;
    const seed = seedFor(py, object as KerasObject<Fill>);
    return { value: object, fill: shape => fill(shape, seed), tensor: null };
  }
  return {
    value: object,
    fill: null,
    tensor: shape => {
      // Keras 1 said no type, but the name of the weight.
      const more: [string, string] =
        py.state(kerasVersionKey).current === 1 ? ['name', 'kernel'] : ['dtype', 'float32'];
      const made = py.call(object, [shapeTuple(shape)], PyDict.fromStrings([more]));
      if (made instanceof Unknown) throw new NotKnown(made.reason);
      return tensorOf(py, made, 'float32');
    },
  };
}
