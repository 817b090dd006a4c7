/** `tf.GradientTape`: gradients of what was computed, taken from the graph that every tensor carries. */
import { gradients } from '../../graph/autodiff.ts';
import { ops } from '../../graph/index.ts';
import type { Tensor } from '../../graph/tensor.ts';
import { PyClass } from '../../python/classes.ts';
import { method } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { objectClass } from '../../python/types.ts';
import { PyInstance, Unknown, type Value } from '../../python/values.ts';
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

function gradientsOf(py: Interpreter, target: Value, sources: Value): Value {
  const targets = flatten([target]).map(item => ops.sum(tensorOf(py, item)));
  const total = targets.reduce((sum, item) => ops.add(sum, item));
  const leaves = flatten([sources]);
  const unknown = [...flatten([target]), ...leaves].find(item => item instanceof Unknown);
  if (unknown !== undefined) return unknown;
  const found = withPythonErrors(() =>
    gradients(
      total,
      leaves.map(leaf => sourceTensor(py, leaf)),
    ),
  );
  const results = new Map(leaves.map((leaf, index) => [leaf, found[index]] as const));
  return mapStructure(sources, leaf => {
    const gradient = results.get(leaf) ?? null;
    if (gradient === null) return null;
    const object = wrap(py, gradient);
    trackEager(py, object);
    return object;
  });
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
    ['stop_recording', method('stop_recording(self)', ([self]) => self)],
    [
      'gradient',
      method(
        'gradient(self, target, sources, output_gradients=None, unconnected_gradients=None)',
        ([, target, sources], py) => gradientsOf(py, target, sources),
      ),
    ],
  ],
  { module: 'tensorflow.python.eager.backprop', allocate: cls => new PyInstance(cls) },
);
gradientTapeClass.unmodelled = 'all';
