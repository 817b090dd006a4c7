/** `tf.GradientTape`: gradients of what was computed, taken from the graph that every tensor carries. */
import { gradients } from '../../graph/autodiff.ts';
import { ops } from '../../graph/index.ts';
import type { Tensor } from '../../graph/tensor.ts';
import { PyClass } from '../../python/classes.ts';
import { method } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { objectClass } from '../../python/types.ts';
import { NotKnown, PyInstance, PyTuple, Unknown, type Value } from '../../python/values.ts';
import { kerasRecordKey } from '../keras/record.ts';
import { trackEager } from '../keras/session.ts';
import { tensorOf, wrap } from '../keras/tensors/conversion.ts';
import { flatten, mapStructure } from '../keras/tensors/graphNode.ts';
import { withPythonErrors } from '../keras/tensors/operation.ts';
import { VariableObject } from '../keras/tensors/variableObject.ts';
import { currentTrace } from '../keras/trace.ts';

/** The graph value that a source stood for while the tape recorded. */
function sourceTensor(py: Interpreter, value: Value): Tensor {
  if (value instanceof VariableObject) return value.read(currentTrace(py));
  return tensorOf(py, value);
}

/** Notes for the checks what gradients are taken of, also where it is not known with respect to what. */
function recordTargets(py: Interpreter, target: Value): void {
  const leaves = flatten([target]);
  if (py.running || leaves.some(leaf => leaf instanceof Unknown)) return;
  const { targets } = py.state(kerasRecordKey);
  for (const leaf of leaves) targets.push({ span: py.span, tensor: tensorOf(py, leaf) });
}

function gradientsOf(py: Interpreter, target: Value, sources: Value, upstream: Value, zeros: boolean): Value {
  const factors = upstream === null ? [] : flatten([upstream]);
  const leaves = flatten([sources]);
  recordTargets(py, target);
  const unknown = [...flatten([target]), ...leaves].find(item => item instanceof Unknown);
  if (unknown !== undefined) return unknown;
  const targets = flatten([target]).map((item, index) => {
    const tensor = tensorOf(py, item);
    const factor = factors[index];
    return ops.sum(
      factor === undefined || factor === null
        ? tensor
        : ops.mul(tensor, ops.stopGradient(tensorOf(py, factor))),
    );
  });
  const total = targets.reduce((sum, item) => ops.add(sum, item));
  const read = leaves.map(leaf => sourceTensor(py, leaf));
  const found = gradientsWhereKnown(total, read);
  const results = new Map(
    leaves.map((leaf, index) => [leaf, found[index] ?? (zeros ? ops.mul(read[index], 0) : null)] as const),
  );
  return mapStructure(sources, leaf => {
    const gradient = results.get(leaf) ?? null;
    if (gradient === null) return null;
    const object = wrap(py, gradient);
    trackEager(py, object);
    return object;
  });
}

/** Under analysis a size may be unknown, and a gradient has the shape of what it belongs to all the same. */
function gradientsWhereKnown(total: Tensor, sources: readonly Tensor[]): (Tensor | null)[] {
  try {
    const found = withPythonErrors('eager', () => gradients(total, sources));
    if (!found.includes(null)) return found;
    const behind = inputsOfAbstract(total);
    return found.map((gradient, index) => {
      const source = sources[index];
      return gradient === null && behind.has(source)
        ? ops.abstractValue('gradient', [source], source.shape, source.dtype)
        : gradient;
    });
  } catch (error) {
    if (!(error instanceof NotKnown)) throw error;
    return sources.map(source => ops.abstractValue('gradient', [source], source.shape, source.dtype));
  }
}

/** What values that cannot be computed before all sizes are known are made from: their gradients are not known either. */
function inputsOfAbstract(total: Tensor): Set<Tensor> {
  const seen = new Set([total]);
  const behind = new Set<Tensor>();
  // Sets go on with what is added while they are gone through.
  for (const tensor of seen) {
    const into = tensor.op === 'abstract' ? behind : seen;
    if (tensor.op !== 'stopGradient') for (const input of tensor.inputs) into.add(input);
  }
  for (const tensor of behind)
    if (tensor.op !== 'stopGradient') for (const input of tensor.inputs) behind.add(input);
  return behind;
}

/** Gradients of every element of a target: target's axes, then the source's. */
function jacobian(py: Interpreter, target: Value, sources: Value): Value {
  const output = tensorOf(py, target);
  const cells = ops.unstack(ops.reshape(output, [-1]), 0);
  return mapStructure(sources, leaf => {
    const source = sourceTensor(py, leaf);
    const rows = cells.map(cell => withPythonErrors('eager', () => gradients(cell, [source]))[0]);
    if (rows.every(row => row === null)) return null;
    const filled = rows.map(row => row ?? ops.mul(source, 0));
    return wrap(py, ops.reshape(ops.stack(filled, 0), [...output.shape, ...source.shape]));
  });
}

/** The same for each sample by itself: (batch, target's axes, source's axes). */
function batchJacobian(py: Interpreter, target: Value, source: Value): Value {
  const output = tensorOf(py, target);
  const input = sourceTensor(py, source);
  const [batch] = output.shape;
  const flat = ops.reshape(output, [batch, -1]);
  const columns = ops.unstack(flat, 1).map(column => {
    const [row] = withPythonErrors('eager', () => gradients(ops.sum(column), [input]));
    return row ?? ops.mul(input, 0);
  });
  return wrap(
    py,
    ops.reshape(ops.stack(columns, 1), [batch, ...output.shape.slice(1), ...input.shape.slice(1)]),
  );
}

export const gradientTapeClass: PyClass = new PyClass(
  'GradientTape',
  [objectClass],
  [
    [
      '__init__',
      method('GradientTape.__init__(self, persistent=False, watch_accessed_variables=True)', () => null),
    ],
    ['__enter__', method('__enter__(self)', ([self]) => self)],
    ['__exit__', method('__exit__(self, *args)', () => null)],
    ['watch', method('watch(self, tensor)', () => null)],
    ['watched_variables', method('watched_variables(self)', () => new PyTuple([]))],
    ['reset', method('reset(self)', () => null)],
    [
      'jacobian',
      method(
        'jacobian(self, target, sources, unconnected_gradients="none", parallel_iterations=None, experimental_use_pfor=True)',
        ([, target, sources], py) => jacobian(py, target, sources),
      ),
    ],
    [
      'batch_jacobian',
      method(
        'batch_jacobian(self, target, source, unconnected_gradients="none", parallel_iterations=None, experimental_use_pfor=True)',
        ([, target, source], py) => batchJacobian(py, target, source),
      ),
    ],
    ['stop_recording', method('stop_recording(self)', ([self]) => self)],
    [
      'gradient',
      method(
        'gradient(self, target, sources, output_gradients=None, unconnected_gradients=None)',
        ([, target, sources, upstream, unconnected], py) =>
          gradientsOf(py, target, sources, upstream, unconnected === 'zero'),
      ),
    ],
  ],
  { module: 'tensorflow.python.eager.backprop', allocate: cls => new PyInstance(cls) },
);
gradientTapeClass.unmodelled = 'all';
