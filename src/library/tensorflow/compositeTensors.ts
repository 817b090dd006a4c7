/**
 * Composite tensors: what TensorFlow keeps in several tensors (rows of different lengths, real and imaginary parts).
 * They are classes in Python that say by `_on_parts` what a function of TensorFlow makes of them.
 */
import { type Bound, NativeFunction, native } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { PyList, PyObject, PyTuple, type Value } from '../../python/values.ts';
import { compositeHook, isComposite } from '../keras/tensors/composite.ts';

/** The composite tensor of an argument: itself, or one in a list. */
function compositeIn(value: Value): PyObject | null {
  if (!(value instanceof PyObject)) return null;
  if (value instanceof PyList || value instanceof PyTuple) {
    for (const item of value.items.length > 64 ? value.items.slice(0, 1) : value.items) {
      const found = isComposite(item) ? item : null;
      if (found !== null) return found;
    }
    return null;
  }
  return isComposite(value) ? value : null;
}

/**
 * The same function, which hands composite tensors to their class: `_on_parts(name, compute, args)` with the function
 * itself on other arguments, and the arguments by the order of its parameters.
 */
export function onComposites(plain: NativeFunction): NativeFunction {
  const ask = (args: Bound, py: Interpreter): Value | undefined => {
    const found = compositeIn(args[0]) ?? (args.length > 1 ? compositeIn(args[1]) : null);
    if (found === null) return undefined;
    const compute = native(`${plain.name}(*args)`, ([given], inner) =>
      inner.call(plain, (given as PyTuple).items),
    );
    return py.callMethod(found, compositeHook, [plain.name, compute, new PyTuple([...args])]);
  };
  const { name, signature, isMethod, documentation, body, suspendableBody } = plain;
  return new NativeFunction({
    name,
    signature,
    isMethod,
    ...(documentation === null ? {} : { documentation }),
    ...(body === null ? {} : { body: (args, py) => ask(args, py) ?? body(args, py) }),
    ...(suspendableBody === null
      ? {}
      : {
          *suspendableBody(args: Bound, py: Interpreter) {
            return ask(args, py) ?? (yield* suspendableBody(args, py));
          },
        }),
  });
}

type Entries = readonly (readonly [string, Value])[];

/** The functions among the entries of a module, so. */
export function entriesOnComposites(entries: Entries): Entries {
  return entries.map(([name, value]) => [
    name,
    value instanceof NativeFunction ? onComposites(value) : value,
  ]);
}
