/** Which functions keep the order of bytes: what they give has the type of their array, or the one asked for. */
import { NativeFunction, type SuspendableBody } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { PyTuple, type Value } from '../../python/values.ts';
import { typeArgument } from './dtypeObjects.ts';
import { inOrder, NdArray } from './ndarray.ts';

/** Their results (of several, the first) are of the very type of the array that comes first. */
const likeTheirArray = new Set(
  (
    'compress delete diag diagflat extract insert nan_to_num partition piecewise ' +
    'real_if_close repeat roll sort take take_along_axis tile unique'
  ).split(' '),
);

/** Their results are of the very type that `dtype=` says. */
const asAsked = new Set(
  (
    'arange concatenate eye genfromtxt geomspace hstack identity indices linspace loadtxt logspace row_stack stack ' +
    'tri vstack'
  ).split(' '),
);

/** A function as it is, with the order of bytes that NumPy gives to its result. */
export function keepingOrder(item: NativeFunction): NativeFunction {
  const place = item.signature.parameters.findIndex(parameter => parameter.name === 'dtype');
  if (likeTheirArray.has(item.name))
    return withResult(item, (result, [first]) => marked(result, first instanceof NdArray && first.bigEndian));
  if (!asAsked.has(item.name) || place < 0) return item;
  return withResult(item, (result, args, py) =>
    marked(result, typeArgument(args[place], py)?.bigEndian ?? false),
  );
}

function marked(result: Value, bigEndian: boolean): Value {
  if (!bigEndian) return result;
  const array = result instanceof PyTuple ? result.items[0] : result;
  if (array instanceof NdArray) inOrder(array, true);
  return result;
}

function withResult(
  item: NativeFunction,
  finish: (result: Value, args: readonly Value[], py: Interpreter) => Value,
): NativeFunction {
  const { name, signature, isMethod, documentation, body, suspendableBody } = item;
  const waiting: SuspendableBody | null =
    suspendableBody === null
      ? null
      : function* (args, py) {
          return finish(yield* suspendableBody(args, py), args, py);
        };
  return new NativeFunction({
    name,
    signature,
    isMethod,
    documentation: documentation ?? undefined,
    body: body === null ? undefined : (args, py) => finish(body(args, py), args, py),
    suspendableBody: waiting ?? undefined,
  });
}
