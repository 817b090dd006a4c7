/** keras.ops: branches and loops that Python code runs, and functions with gradients of their own. */
import { ops } from '../../../graph/index.ts';
import type { Tensor } from '../../../graph/tensor.ts';
import { NotImplementedError, raise } from '../../../python/errors.ts';
import { native, suspendable } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import type { Suspendable } from '../../../python/suspension.ts';
import { NotKnown, PyList, PyTuple, Unknown, type Value } from '../../../python/values.ts';
import { numberOf } from '../objects/arguments.ts';
import { isTensorLike, tensorOf, wrap } from '../tensors/conversion.ts';
import { flatten, mapStructure } from '../tensors/graphNode.ts';
import { isSymbolic, TensorObject } from '../tensors/tensorObject.ts';
import { integerOf, readNow } from './reading.ts';

/** A condition's truth, or null where it depends on data to come. */
function* truthOf(py: Interpreter, value: Value): Suspendable<boolean | null> {
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  if (!isTensorLike(value)) return py.truth(value);
  const tensor = tensorOf(py, value);
  if (isSymbolic(tensor) || (value instanceof TensorObject && value.history !== null)) return null;
  const read = yield* readNow(py, value);
  return read !== null && read.data[0] !== 0;
}

/** Both results' leaves, chosen by a condition. */
export function chooseLeaves(py: Interpreter, condition: Value, yes: Value, no: Value): Value {
  const test = tensorOf(py, condition);
  const others = flatten([no]);
  let index = 0;
  return mapStructure(yes, leaf => {
    const other = others[index++];
    if (leaf === null || other === undefined) return leaf;
    return wrap(py, ops.select(test, tensorOf(py, leaf), tensorOf(py, other)));
  });
}

function loopFailure(py: Interpreter): Error {
  if (!py.running) return new NotKnown('how often the loop runs is known only when data comes');
  return raise(
    NotImplementedError,
    'A `while_loop` inside a model needs `maximum_iterations`: how often it runs depends on its data',
    { code: 'not-supported' },
  );
}

/** Loop variables as arguments, and back in the form in which they came. */
function asArguments(value: Value): readonly Value[] {
  return value instanceof PyTuple || value instanceof PyList ? value.items : [value];
}

function* whileLoop(
  py: Interpreter,
  test: Value,
  body: Value,
  start: Value,
  limit: number | null,
): Suspendable<Value> {
  let state = start;
  const isMany = start instanceof PyTuple || start instanceof PyList;
  for (let turn = 0; limit === null || turn < limit; turn++) {
    const condition = yield* py.callAndWait(test, asArguments(state));
    const goesOn = yield* truthOf(py, condition);
    if (goesOn === false) break;
    if (goesOn === null && limit === null) throw loopFailure(py);
    const made = yield* py.callAndWait(body, asArguments(state));
    if (made instanceof Unknown) return made;
    const next = isMany && !(made instanceof PyTuple || made instanceof PyList) ? new PyTuple([made]) : made;
    state = goesOn === null ? chooseLeaves(py, condition, next, state) : next;
  }
  return state;
}

/** One call for every element of the first axis, results stacked. */
function* eachElement(py: Interpreter, callee: Value, elements: Value): Suspendable<Value> {
  const leaves = flatten([elements]).map(leaf => ops.unstack(tensorOf(py, leaf), 0));
  const results: Value[] = [];
  for (let index = 0; index < (leaves[0]?.length ?? 0); index++) {
    let place = 0;
    const element = isTensorLike(elements)
      ? wrap(py, leaves[0][index])
      : mapStructure(elements, () => wrap(py, leaves[place++][index]));
    results.push(yield* py.callAndWait(callee, [element]));
  }
  if (results.length === 0) return elements;
  const parts = results.map(result => flatten([result]));
  let place = 0;
  return mapStructure(results[0], () => {
    const column = place++;
    return wrap(
      py,
      ops.stack(
        parts.map(row => tensorOf(py, row[column])),
        0,
      ),
    );
  });
}

/** A function that gives `(result, gradient function)`, as one whose gradient is that function. */
export const customGradient = native('custom_gradient(f)', ([f]) =>
  suspendable('wrapped(*args, **kwargs)', function* ([args], inner) {
    const sources = (args as PyTuple).items.map(item =>
      isTensorLike(item) ? wrap(inner, tensorOf(inner, item)) : item,
    );
    const made = yield* inner.callAndWait(f, sources);
    if (made instanceof Unknown) return made;
    const [output, rule] = inner.collect(made);
    const given = sources.filter(item => item instanceof TensorObject);
    const outputs = flatten([output]);
    return mapStructure(output, leaf => {
      const value = ops.stopGradient(tensorOf(inner, leaf));
      const gradient = (upstream: Tensor): (Tensor | null)[] => {
        const passed = outputs.map(item =>
          wrap(inner, item === leaf ? upstream : ops.mul(tensorOf(inner, item), 0)),
        );
        const found = inner.call(rule, passed);
        const list = found instanceof PyTuple || found instanceof PyList ? found.items : [found];
        return given.map((_, index) =>
          list[index] === null || list[index] === undefined ? null : tensorOf(inner, list[index]),
        );
      };
      return wrap(
        inner,
        ops.withGradient(
          value,
          given.map(item => item.tensor),
          gradient,
        ),
      );
    });
  }),
);

/** A function of scalars, called for each element of its arguments. */
const vectorize = native('vectorize(pyfunc, *, excluded=None, signature=None)', ([callee]) =>
  suspendable('vectorized(*args)', function* ([args], py) {
    const tensors = (args as PyTuple).items.map(item => tensorOf(py, item));
    const shape = tensors.reduce<ReturnType<typeof ops.add>>((sum, x) => ops.add(sum, x), tensors[0]).shape;
    const cells = tensors.map(x => ops.unstack(ops.reshape(ops.broadcastTo(x, shape), [-1]), 0));
    const results: Tensor[] = [];
    for (let index = 0; index < cells[0].length; index++) {
      const made = yield* py.callAndWait(
        callee,
        cells.map(column => wrap(py, column[index])),
      );
      results.push(tensorOf(py, made));
    }
    return wrap(py, ops.reshape(ops.stack(results, 0), [...shape, ...results[0].shape]));
  }),
);

export const control = [
  suspendable('cond(pred, true_fn, false_fn)', function* ([condition, yes, no], py) {
    const truth = yield* truthOf(py, condition);
    if (truth !== null) return yield* py.callAndWait(truth ? yes : no, []);
    const first = yield* py.callAndWait(yes, []);
    const second = yield* py.callAndWait(no, []);
    return chooseLeaves(py, condition, first, second);
  }),
  suspendable(
    'while_loop(cond, body, loop_vars, maximum_iterations=None)',
    function* ([test, body, start, limit], py) {
      return yield* whileLoop(py, test, body, start, limit === null ? null : integerOf(limit, 0));
    },
  ),
  suspendable('fori_loop(lower, upper, body_fun, init_val)', function* ([lower, upper, body, start], py) {
    const bounds: number[] = [];
    for (const bound of [lower, upper]) {
      const number = numberOf(bound) ?? (yield* readNow(py, bound))?.data[0];
      if (number === undefined) throw loopFailure(py);
      bounds.push(number);
    }
    let state = start;
    for (let turn = bounds[0]; turn < bounds[1]; turn++) state = yield* py.callAndWait(body, [turn, state]);
    return state;
  }),
  suspendable('vectorized_map(function, elements)', function* ([callee, elements], py) {
    return yield* eachElement(py, callee, elements);
  }),
  vectorize,
  customGradient,
];
