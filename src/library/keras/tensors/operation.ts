/** Functions on tensors: they compute at once, and remember the call when a functional graph is under construction. */

import { GradientError } from '../../../graph/autodiff.ts';
import { ops } from '../../../graph/index.ts';
import { ShapeError, UnknownShape } from '../../../graph/shapes.ts';
import type { PyDict } from '../../../python/collections.ts';
import { raise, ValueError } from '../../../python/errors.ts';
import { type Bound, type NativeBody, type NativeFunction, native } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { NotKnown, Unknown, type Value } from '../../../python/values.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { type Circumstance, shapeFailure } from '../errors/shapeErrors.ts';
import { autoName } from '../naming.ts';
import { floatOf } from '../policy.ts';
import { currentTrace } from '../trace.ts';
import {
  flatten,
  GraphNode,
  graphTensors,
  mapStructure,
  type Operation,
  recordNode,
  withoutHistory,
} from './graphNode.ts';

/** A call of a function of keras.ops (or of an operator) as a node of a functional graph. */
export class FunctionOperation implements Operation {
  name: string;
  /** The function's own name, without the number of the call. */
  readonly functionName: string;
  readonly nodes: GraphNode[] = [];
  private readonly body: NativeBody;

  constructor(name: string, functionName: string, body: NativeBody) {
    this.name = name;
    this.functionName = functionName;
    this.body = body;
  }

  replay(args: readonly Value[], _keywords: PyDict | null, py: Interpreter): Value {
    return runBody(this.body, args, py);
  }

  /** Calls the function once more, as an operation of its own with the same name. */
  again(args: readonly Value[], py: Interpreter): Value {
    return renamed(applyOperation(py, this.functionName, args, this.body), this.name);
  }
}

/** Gives the operation that made a result another name. */
export function renamed(result: Value, name: string): Value {
  const operation = graphTensors([result])[0]?.history?.node.operation;
  if (operation instanceof FunctionOperation) operation.name = name;
  return result;
}

/** Functions whose first argument is a shape, of which one size may be unknown. */
const filling: ReadonlySet<string> = new Set(['zeros', 'ones', 'full', 'fill']);

function runBody(
  body: NativeBody,
  args: Bound,
  py: Interpreter,
  circumstance: Circumstance = circumstanceOf(py),
  name: string | null = null,
): Value {
  const given = name !== null && filling.has(name) ? args.slice(1) : args;
  const unknown = flatten(given).find(value => value instanceof Unknown);
  if (unknown !== undefined) return unknown;
  const float = floatOf(py);
  return withPythonErrors(py, circumstance, () =>
    float === 'float32' ? body(args, py) : ops.withDefaultFloat(float, () => body(args, py)),
  );
}

/** Where an operation on tensors without history is called. */
export function circumstanceOf(py: Interpreter): Circumstance {
  // Before Keras 3 its backend is TensorFlow for all that is known.
  const isOlder = py.state(kerasVersionKey).current < 3;
  if (!isOlder && py.modules.get('tensorflow') === undefined) return 'foreign';
  return currentTrace(py).purpose === 'session' ? 'eager' : 'traced';
}

/** Where no operation that is recorded was at work: what a failure of the graph's shape rules means in Python. */
export function shapeFailureOf(failure: unknown, py: Interpreter): unknown {
  if (failure instanceof UnknownShape) return new NotKnown(failure.message);
  return failure instanceof ShapeError ? shapeFailure(py, failure, circumstanceOf(py)) : failure;
}

/** Shape rules of the graph become the errors of Keras and TensorFlow. */
export function withPythonErrors<T>(py: Interpreter, circumstance: Circumstance, body: () => T): T {
  try {
    return body();
  } catch (error) {
    const shape = error instanceof GradientError ? error.cause : error;
    if (shape instanceof UnknownShape) throw new NotKnown(shape.message);
    if (error instanceof ShapeError) throw shapeFailure(py, error, circumstance);
    if (error instanceof TypeError && error.message.includes('string'))
      throw raise(ValueError, "Can't convert Python sequence with mixed types to Tensor.");
    throw error;
  }
}

/** Runs an operation on its arguments, recording it when one of them belongs to a functional graph. */
export function applyOperation(py: Interpreter, name: string, args: Bound, body: NativeBody): Value {
  if (graphTensors(args).length === 0) return runBody(body, args, py, circumstanceOf(py), name);
  const node = new GraphNode(new FunctionOperation(autoName(py, name), name, body), args, null, py.span);
  const plain = args.map(arg => mapStructure(arg, withoutHistory));
  const result = runBody(body, plain, py, 'functional');
  return result instanceof Unknown ? result : recordNode(node, result);
}

/** A function of tensors with a Python signature. */
export function tensorFunction(signature: string, body: NativeBody, documentation?: string): NativeFunction {
  const name = signature.slice(0, signature.indexOf('('));
  return native(signature, (args, py) => applyOperation(py, name, args, body), documentation);
}
