/** Layers called on shapes and on numbers, for the laws that hold of all of them. */
import {
  gradients,
  ops,
  placeholder,
  type Shape,
  type Tensor,
  type Variable,
} from '../../../../src/graph/index.ts';
import { constant } from '../../../../src/graph/tensor.ts';
import { callLayer } from '../../../../src/library/keras/layers/base/callLayer.ts';
import type { LayerObject } from '../../../../src/library/keras/layers/base/layerObject.ts';
import { wrap } from '../../../../src/library/keras/tensors/conversion.ts';
import { flattenTensors } from '../../../../src/library/keras/tensors/graphNode.ts';
import { Trace, withTrace } from '../../../../src/library/keras/trace.ts';
import type { Interpreter } from '../../../../src/python/interpreter.ts';
import { PyList } from '../../../../src/python/values.ts';
import { spreadNumbers } from '../../../graph/spread-numbers.ts';
import type { LawCase, Sizes } from './laws-cases.ts';
import { withLayer } from './layer-harness.ts';

export const sizeOf = (shape: Shape) => (shape as number[]).reduce((product, dim) => product * dim, 1);

function call(
  py: Interpreter,
  layer: LayerObject,
  sample: LawCase,
  tensors: readonly Tensor[],
  trace: Trace,
) {
  const objects = tensors.map(tensor => wrap(py, tensor));
  const args = sample.passed === 'list' ? [new PyList(objects)] : objects;
  const result = withTrace(py, trace, () => callLayer(py, layer, args, null));
  return flattenTensors([result]).map(object => object.tensor);
}

function numbersFor(shape: readonly number[], index: number, integers: number | undefined): Tensor {
  const numbers = spreadNumbers(sizeOf(shape), -1, 1, index + 1);
  if (integers === undefined) return constant(numbers, shape);
  const whole = numbers.map(value => Math.floor(((value + 1) / 2) * integers) % integers);
  return constant(whole, shape, 'int32');
}

export interface Called {
  readonly outputs: readonly Tensor[];
  readonly promised: readonly Shape[];
  readonly trainable: readonly Variable[];
  readonly variables: readonly Variable[];
  readonly counted: number | null;
}

/** The layer called on shapes and then on numbers. */
export function callTwice(make: string, sample: LawCase, drawn: Sizes): Promise<Called> {
  return withLayer(make, (layer, py) => {
    const shapes = sample.inputs(drawn);
    const dtype = sample.integers === undefined ? 'float32' : 'int32';
    const symbolic = shapes.map(shape => placeholder([null, ...shape], dtype));
    const promised = call(py, layer, sample, symbolic, new Trace('shapes')).map(output => output.shape);
    const concrete = shapes.map((shape, index) =>
      numbersFor([drawn.batch, ...shape], index, sample.integers),
    );
    const trainable = layer.trainableWeights.map(weight => weight.variable!);
    trainable.forEach((variable, index) => {
      variable.setInitial(Float32Array.from(spreadNumbers(variable.size, -0.5, 0.5, index + 11)));
    });
    const outputs = call(py, layer, sample, concrete, new Trace('step', false));
    const variables = layer.weights.map(weight => weight.variable!);
    return { outputs, promised, trainable, variables, counted: layer.countParams() };
  });
}

/** A number that depends on every output, and its gradients with respect to the trainable weights. */
export function lossOf({ outputs, trainable }: Called): { loss: Tensor; slopes: readonly Tensor[] } {
  const parts = outputs.map((output, index) => {
    const factors = spreadNumbers(sizeOf(output.shape), 0.2, 1, index + 5);
    return ops.sum(ops.mul(output, constant(factors, output.shape as number[])));
  });
  const loss = parts.reduce((a, b) => ops.add(a, b));
  const found = gradients(
    loss,
    trainable.map(variable => variable.read()),
  );
  return { loss, slopes: found.map(slope => slope!) };
}
