/** Layers called on shapes and on numbers, for the laws that hold of all of them. */
import {
  gradients,
  ops,
  placeholder,
  type Shape,
  type Tensor,
  Variable,
} from '../../../../src/graph/index.ts';
import { constant } from '../../../../src/graph/tensor.ts';
import { callLayer } from '../../../../src/library/keras/layers/base/callLayer.ts';
import type { LayerObject } from '../../../../src/library/keras/layers/base/layerObject.ts';
import { wrap } from '../../../../src/library/keras/tensors/conversion.ts';
import { flattenTensors } from '../../../../src/library/keras/tensors/graphNode.ts';
import { Trace, withTrace } from '../../../../src/library/keras/trace.ts';
import { PyDict } from '../../../../src/python/collections.ts';
import type { Interpreter } from '../../../../src/python/interpreter.ts';
import { PyList } from '../../../../src/python/values.ts';
import { spreadNumbers } from '../../../graph/spread-numbers.ts';
import type { Loss } from '../../../training/held-programs.ts';
import type { LawCase, Sizes } from './laws-cases.ts';
import { withLayer } from './layer-harness.ts';

export const sizeOf = (shape: Shape) => (shape as number[]).reduce((product, dim) => product * dim, 1);

/** One way to make and call a layer. */
export interface Configuration {
  readonly make: string;
  /** Flags of the call that are set. */
  readonly flags: readonly string[];
  readonly training: boolean;
}

/** What names a configuration where it fails. */
export const nameOf = ({ make, flags, training }: Configuration) =>
  [make, ...flags, ...(training ? ['training'] : [])].join(', ');

/** Everything that a law case lists, in training and outside. */
export function configurationsOf({ makes, flags = [] }: LawCase): readonly Configuration[] {
  const called = [
    ...makes.map(make => ({ make, flags: [] as readonly string[] })),
    ...flags.map(set => ({ make: makes[0], flags: set })),
  ];
  return called.flatMap(each => [false, true].map(training => ({ ...each, training })));
}

function call(
  py: Interpreter,
  layer: LayerObject,
  sample: LawCase,
  flags: readonly string[],
  tensors: readonly Tensor[],
  trace: Trace,
) {
  const objects = tensors.map(tensor => wrap(py, tensor));
  const args = sample.passed === 'list' ? [new PyList(objects)] : objects;
  const keywords = flags.length === 0 ? null : PyDict.fromStrings(flags.map(flag => [flag, true]));
  const result = withTrace(py, trace, () => callLayer(py, layer, args, keywords));
  return flattenTensors([result]).map(object => object.tensor);
}

/** Whole numbers below a limit in a shape. */
function integersFor(shape: readonly number[], index: number, limit: number): Tensor {
  const numbers = spreadNumbers(sizeOf(shape), 0, limit, index + 1);
  return constant(Int32Array.from(numbers), shape, 'int32');
}

export interface Called {
  readonly outputs: readonly Tensor[];
  readonly promised: readonly Shape[];
  /** The trainable weights, then the inputs that are no integers. */
  readonly movable: readonly Variable[];
  readonly variables: readonly Variable[];
  readonly counted: number | null;
  /** What the call added to the loss. */
  readonly penalties: readonly Tensor[];
}

/** The layer called on shapes and then on numbers. */
export function callTwice(
  { make, flags, training }: Configuration,
  sample: LawCase,
  drawn: Sizes,
): Promise<Called> {
  return withLayer(make, (layer, py) => {
    const shapes = sample.inputs(drawn);
    const { integers } = sample;
    const dtype = integers === undefined ? 'float32' : 'int32';
    const symbolic = shapes.map(shape => placeholder([null, ...shape], dtype));
    const shapesOnly = new Trace('shapes', training);
    const promised = call(py, layer, sample, flags, symbolic, shapesOnly).map(output => output.shape);
    const trainable = layer.trainableWeights.map(weight => weight.variable!);
    trainable.forEach((variable, index) => {
      variable.setInitial(spreadNumbers(variable.size, -0.5, 0.5, index + 11));
    });
    const inputs = shapes.map((sized, index) => {
      const shape = [drawn.batch, ...sized];
      // Ranges of their own, so that no element equals one of another input, or a round number where a slope jumps.
      const initial = spreadNumbers(sizeOf(shape), -1.0137 - index / 50, 1, index + 1);
      return new Variable({ name: `input ${index}`, shape, initial });
    });
    const given = inputs.map((input, index) =>
      integers === undefined ? input.read() : integersFor(input.shape, index, integers),
    );
    const trace = new Trace('step', training);
    const outputs = call(py, layer, sample, flags, given, trace);
    return {
      outputs,
      promised,
      movable: integers === undefined ? [...trainable, ...inputs] : trainable,
      variables: layer.weights.map(weight => weight.variable!),
      counted: layer.countParams(),
      penalties: [...trace.losses],
    };
  });
}

/** A number that depends on every output, and its gradients; none where no output can be differentiated. */
export function lossOf({ outputs, movable, penalties }: Called): Loss | null {
  const parts = outputs.flatMap((output, index) => {
    if (output.dtype !== 'float32') return [];
    const factors = spreadNumbers(sizeOf(output.shape), 0.2, 1, index + 5);
    return [ops.sum(ops.mul(output, constant(factors, output.shape as number[])))];
  });
  if (parts.length === 0 || movable.length === 0) return null;
  const loss = [...parts, ...penalties].reduce((a, b) => ops.add(a, b));
  const found = gradients(
    loss,
    movable.map(variable => variable.read()),
  );
  const zeros = ({ size, shape }: Variable) => ops.identity(constant(new Float32Array(size), shape));
  return { loss, gradients: found.map((slope, index) => slope ?? zeros(movable[index])), movable };
}
