/** In Keras 3 TensorFlow's functions take no tensors of a functional model under construction. */

import { formatShape } from '../../graph/shapes.ts';
import { raise, ValueError } from '../../python/errors.ts';
import { type Bound, NativeFunction } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { message } from '../../python/message.ts';
import type { Value } from '../../python/values.ts';
import { graphTensors } from '../keras/tensors/graphNode.ts';
import { kerasVersionKey } from '../kerasVersion.ts';

/** What only looks at a tensor from outside. */
const lookers: ReadonlySet<string> = new Set(['is_tensor', 'print', 'custom_gradient', 'function']);

const WORDS = `A KerasTensor cannot be used as input to a TensorFlow function. A KerasTensor is a symbolic placeholder for a shape and dtype, used when constructing Keras Functional models or Keras Functions. You can only use it as input to a Keras layer or a Keras operation (from the namespaces \`keras.layers\` and \`keras.operations\`). You are likely doing something like:

\`\`\`
x = Input(...)
...
tf_fn(x)  # Invalid.
\`\`\`

What you should do instead is wrap \`tf_fn\` in a layer:

\`\`\`
class MyLayer(Layer):
    def call(self, x):
        return tf_fn(x)

x = MyLayer()(x)
\`\`\`
`;

function refuse({ name, signature }: NativeFunction, args: Bound, py: Interpreter): void {
  if (py.state(kerasVersionKey).current < 3) return;
  const index = args.findIndex(arg => graphTensors([arg]).length > 0);
  if (index < 0) return;
  const [tensor] = graphTensors([args[index]]);
  const parameter = signature.parameters[index]!.name;
  throw raise(ValueError, WORDS, {
    code: 'symbolic-value',
    blame: { kind: 'argument', name: parameter },
    explanation: message(
      "`{0}` is TensorFlow's, and this tensor {1} of a model that is put together is Keras's: take the function from `keras.ops`, or call it inside of a layer.",
      name,
      formatShape(tensor!.shape),
    ),
  });
}

/** The same function, which refuses such tensors. */
function refusing(plain: NativeFunction): NativeFunction {
  const { name, signature, isMethod, documentation, body, suspendableBody } = plain;
  if (lookers.has(name)) return plain;
  return new NativeFunction({
    name,
    signature,
    isMethod,
    ...(documentation === null ? {} : { documentation }),
    ...(body === null
      ? {}
      : {
          body(args: Bound, py: Interpreter) {
            refuse(plain, args, py);
            return body(args, py);
          },
        }),
    ...(suspendableBody === null
      ? {}
      : {
          *suspendableBody(args: Bound, py: Interpreter) {
            refuse(plain, args, py);
            return yield* suspendableBody(args, py);
          },
        }),
  });
}

type Entries = readonly (readonly [string, Value])[];

/** The functions among the entries of a module, so. */
export function entriesWithoutSymbols(entries: Entries): Entries {
  return entries.map(([name, value]) => [name, value instanceof NativeFunction ? refusing(value) : value]);
}
