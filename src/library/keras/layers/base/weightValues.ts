/** `get_weights` and `set_weights`. */
import { formatShape } from '../../../../graph/shapes.ts';
import { attributesOf } from '../../../../graph/tensor.ts';
import { NotImplementedError, raise, ValueError } from '../../../../python/errors.ts';
import { suspendableMethod } from '../../../../python/functions.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { message } from '../../../../python/message.ts';
import type { Suspendable } from '../../../../python/suspension.ts';
import { NotKnown, PyList, type Value } from '../../../../python/values.ts';
import { kerasVersionKey } from '../../../kerasVersion.ts';
import { NdArray, numbersOf } from '../../../numpy/ndarray.ts';
import { hasEarlyWeightOrder } from '../../imageDataFormat.ts';
import { ModelObject } from '../../models/modelObject.ts';
import { readVariables, writeVariables } from '../../session.ts';
import { arrayFromHost, tensorOf, unknownArray } from '../../tensors/conversion.ts';
import type { VariableObject } from '../../tensors/variableObject.ts';
import { raiseInWords } from '../../versionWords.ts';
import type { LayerObject } from './layerObject.ts';

/** Arrays with the values of weights. */
export function* weightArrays(py: Interpreter, weights: readonly VariableObject[]): Suspendable<NdArray[]> {
  if (!py.running) return weights.map(weight => unknownArray(weight.shape, weight.dtype));
  const values = yield* readVariables(
    py,
    weights.map(weight => weight.variable!),
  );
  return values.map(value => arrayFromHost({ ...value, data: value.data.slice() }));
}

/** A layer that was called on what is not known may have weights that analysis does not see. */
export function requireBuilt(py: Interpreter, layer: LayerObject): void {
  if (hasEarlyWeightOrder(py) && layer.weights.some(weight => weight.shape.length > 2)) {
    const reason = 'weights in the order of Theano are not modelled';
    if (!py.running) throw new NotKnown(reason);
    throw raise(NotImplementedError, reason);
  }
  if (!py.running && !layer.built && layer.weights.length === 0)
    throw new NotKnown('the layer is not built as far as is known');
}

export const getWeights = suspendableMethod('get_weights(self)', function* ([layer], py) {
  requireBuilt(py, layer as LayerObject);
  return new PyList(yield* weightArrays(py, (layer as LayerObject).weights));
});

export const setWeights = suspendableMethod('set_weights(self, weights)', function* ([self, weights], py) {
  const layer = self as LayerObject;
  requireBuilt(py, layer);
  const given = py.collect(weights);
  // A stack of Keras 1 gives each layer as many as it has.
  if (layer instanceof ModelObject && layer.kind === 'sequential' && isFirst(py)) {
    let taken = 0;
    for (const inner of layer.sublayers()) {
      const part = given.slice(taken, taken + inner.weights.length);
      taken += inner.weights.length;
      yield* py.callAndWait(py.getAttribute(inner, 'set_weights'), [new PyList(part)]);
    }
    return null;
  }
  const own = layer.weights;
  if (given.length !== own.length) {
    const told = (name: string, space: string) =>
      `You called \`set_weights(weights)\` on layer ${name} with a ${space}weight list of length ${given.length}, but the layer was expecting ${own.length} weights.`;
    const provided = ` Provided weights: ${shownWeights(py, weights)}...`;
    throw raiseInWords(
      py,
      {
        3: told(`'${layer.name}'`, ''),
        2: told(`"${layer.name}"`, '') + provided,
        1: told(`"${layer.name}"`, ' ') + provided,
      },
      { code: 'weight-shape', blame: { kind: 'argument', name: 'weights' } },
    );
  }
  for (const [index, value] of given.entries()) checkShape(py, layer, own[index], value);
  if (!py.running) return null;
  yield* writeVariables(
    py,
    own.map((weight, index) => ({ variable: weight.variable!, value: numbers(py, given[index]) })),
  );
  return null;
});

function isFirst(py: Interpreter): boolean {
  return py.state(kerasVersionKey).current === 1;
}

/** How the list begins; what a run would show of its arrays is not known before. */
function shownWeights(py: Interpreter, weights: Value): string {
  try {
    return py.str(weights).slice(0, 50);
  } catch (error) {
    if (error instanceof NotKnown) return '[array([';
    throw error;
  }
}

function shapeOf(py: Interpreter, value: Value) {
  return value instanceof NdArray ? value.shape : tensorOf(py, value).shape;
}

function checkShape(py: Interpreter, layer: LayerObject, weight: VariableObject, value: Value): void {
  const shape = shapeOf(py, value);
  const same =
    shape.length === weight.shape.length &&
    shape.every((dim, axis) => dim === null || weight.shape[axis] === null || dim === weight.shape[axis]);
  if (same) return;
  const [expected, given] = [formatShape(weight.shape), formatShape(shape)];
  throw raiseInWords(
    py,
    {
      3: `Layer ${layer.name} weight shape ${expected} is not compatible with provided weight shape ${given}.`,
      1: `Layer weight shape ${expected} not compatible with provided weight shape ${given}`,
    },
    {
      code: 'weight-shape',
      blame: { kind: 'argument', name: 'weights' },
      explanation: message(
        '`{0}` of layer `{1}` has shape {2}, and the array for it has shape {3}.',
        weight.name,
        layer.name,
        expected,
        given,
      ),
    },
  );
}

/** The contents of an array or of nested lists, row-major. */
export function numbers(py: Interpreter, value: Value): ArrayLike<number> {
  if (value instanceof NdArray) {
    const found = numbersOf(value);
    if (found !== null) return found;
  }
  const tensor = tensorOf(py, value);
  if (tensor.op === 'constant') return attributesOf(tensor, 'constant').data;
  throw raise(ValueError, 'The values of a tensor that is still being computed cannot be assigned.');
}
