/** Constraints and regularizers: Keras objects that are a function of one tensor, and what stands for one as an argument. */

import type { Tensor } from '../../../graph/tensor.ts';
import { PyClass } from '../../../python/classes.ts';
import { TypeError } from '../../../python/errors.ts';
import { method } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import type { Message } from '../../../python/message.ts';
import { objectClass } from '../../../python/types.ts';
import { NotKnown, PyObject, Unknown, type Value } from '../../../python/values.ts';
import { misspelt } from '../errors/spelling.ts';
import { deserializeKerasObject, isObjectConfig } from '../saving/deserialize.ts';
import { floatTensorOf, tensorOf, wrap } from '../tensors/conversion.ts';
import { type ByVersion, notCallable, type Raised, raiseInWords } from '../versionWords.ts';
import type { ArgumentReader } from './arguments.ts';
import { configMethods, KerasObject, kerasClass, make } from './kerasObject.ts';

type TensorFunction = (value: Tensor) => Tensor;

/** How one of them is described: one file each. */
export interface TensorFunctionDefinition {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly parameters: string;
  readonly documentation: string;
  readonly source: string;
  readonly init: (args: ArgumentReader) => TensorFunction;
}

/** What makes a kind of them. */
export interface TensorFunctionKind {
  /** As errors call it: `constraint`. */
  readonly kind: string;
  readonly baseName: string;
  /** Where Keras keeps the classes. */
  readonly module: string;
  readonly definitions: readonly TensorFunctionDefinition[];
  /** Of the finding for a name that none of them has. */
  readonly code: string;
  readonly explanation: (name: string) => Message;
  /** What Keras 2 raises for such a name. */
  readonly unknownInKeras2: (name: string) => Raised;
}

export interface TensorFunctions {
  readonly base: PyClass;
  /** Classes by every name a string or an import may use. */
  readonly classes: ReadonlyMap<string, PyClass>;
  /** What an argument stands for; `argument` names the parameter for errors. */
  resolve(py: Interpreter, value: Value, argument: string): { readonly apply: TensorFunction } | null;
}

export function tensorFunctions(options: TensorFunctionKind): TensorFunctions {
  const { module } = options;
  const base = new PyClass(options.baseName, [objectClass], configMethods(), {
    module,
    allocate: cls => new KerasObject(cls),
  });
  const classes = new Map(
    options.definitions.flatMap(definition => {
      const cls = classOf(definition, base, module);
      return [definition.name, ...(definition.aliases ?? [])].map(name => [name, cls] as const);
    }),
  );
  const resolve: TensorFunctions['resolve'] = (py, value, argument) => {
    if (value instanceof Unknown) throw new NotKnown(value.reason);
    if (value === null) return null;
    if (typeof value === 'string') {
      const cls = classes.get(value);
      if (cls !== undefined) return resolve(py, make(py, cls), argument);
    } else if (isObjectConfig(value)) return resolve(py, deserializeKerasObject(py, value), argument);
    else if (value instanceof PyClass) return resolve(py, py.call(value, []), argument);
    else if (value instanceof KerasObject && typeof value.settingsIfMade === 'function') {
      return { apply: value.settingsIfMade as TensorFunction };
    } else if (value instanceof PyObject) return { apply: tensor => called(py, value, tensor) };
    const name = py.str(value);
    const isName = typeof value === 'string';
    const words: ByVersion<Raised> = {
      3: `Could not interpret ${options.kind} identifier: ${name}`,
      2: isName
        ? options.unknownInKeras2(name)
        : `Could not interpret ${options.kind}${options.kind === 'constraint' ? ' function' : ''} identifier: ${name}`,
      1: isName ? `Invalid ${options.kind}: ${name}` : [TypeError, notCallable(value)],
    };
    throw raiseInWords(py, words, {
      ...misspelt(py, argument, value, classes.keys()),
      code: options.code,
      explanation: options.explanation(name),
    });
  };
  return { base, classes, resolve };
}

function classOf(definition: TensorFunctionDefinition, base: PyClass, module: string): PyClass {
  return kerasClass<TensorFunction>({
    name: definition.name,
    base,
    module,
    parameters: definition.parameters,
    documentation: definition.documentation,
    init: args => definition.init(args),
    methods: [
      method('__call__(self, x)', ([self, x], py) =>
        wrap(py, (self as KerasObject<TensorFunction>).settings(tensorOf(py, x))),
      ),
    ],
  });
}

/** A function, or an object of a class of the user's. */
function called(py: Interpreter, callee: Value, tensor: Tensor): Tensor {
  const result = py.call(callee, [wrap(py, tensor)]);
  if (result instanceof Unknown) throw new NotKnown(result.reason);
  return floatTensorOf(py, result);
}
