/** Layer tests: a layer written as Python, called on shapes and on numbers. */

import { expect } from 'vitest';
import {
  type DType,
  gradients,
  ops,
  placeholder,
  type Shape,
  type Tensor,
} from '../../../../src/graph/index.ts';
import { evaluateReference } from '../../../../src/graph/reference/index.ts';
import { constant } from '../../../../src/graph/tensor.ts';
import '../../../../src/library/keras/tensors/methods.ts';
import { callLayer } from '../../../../src/library/keras/layers/base/callLayer.ts';
import { layerClass } from '../../../../src/library/keras/layers/base/layerClass.ts';
import { LayerObject } from '../../../../src/library/keras/layers/base/layerObject.ts';
import { layerClasses } from '../../../../src/library/keras/layers/index.ts';
import { setSeed } from '../../../../src/library/keras/naming.ts';
import { wrap } from '../../../../src/library/keras/tensors/conversion.ts';
import { flattenTensors } from '../../../../src/library/keras/tensors/graphNode.ts';
import type { TensorObject } from '../../../../src/library/keras/tensors/tensorObject.ts';
import { Trace, withTrace } from '../../../../src/library/keras/trace.ts';
import { PyDict } from '../../../../src/python/collections.ts';
import { PythonError } from '../../../../src/python/errors.ts';
import { native } from '../../../../src/python/functions.ts';
import type { Interpreter } from '../../../../src/python/interpreter.ts';
import { type LibraryModule, libraryRegistry } from '../../../../src/python/modules.ts';
import { PyList, type Value } from '../../../../src/python/values.ts';
import { spreadNumbers } from '../../../graph/spread-numbers.ts';
import { runPython } from '../../../python/run.ts';

export interface Numbers {
  readonly shape: readonly number[];
  readonly data: readonly number[];
}

/** What a failing script raised: the class and its message. */
export interface Raised {
  readonly type: string;
  readonly message: string;
  readonly code: string | undefined;
}

/** Runs Python that ends in calls of `inspect(value)`; `body` receives each value while the program lives. */
export async function inspectPython(
  script: string,
  body: (value: Value, py: Interpreter) => void,
): Promise<void> {
  let failure: unknown = null;
  const module: LibraryModule = {
    name: 'layers',
    entries: () => [
      ['Layer', layerClass],
      ...layerClasses,
      [
        'inspect',
        native('inspect(value)', ([value], py) => {
          try {
            body(value, py);
          } catch (error) {
            failure = error;
            throw error;
          }
          return null;
        }),
      ],
    ],
  };
  const run = await runPython(`from layers import *\n${script}\n`, {
    libraries: libraryRegistry([module]),
    // What a layer draws decides where its gradient has a kink: the same in every run of the tests.
    prepare: py => setSeed(py, 1),
  });
  if (failure !== null && !(failure instanceof PythonError)) throw failure;
  if (run.status !== 0) throw new Error(run.stderr);
}

/** Builds a layer from a Python expression and hands it to `body`. */
export function withLayer<T>(
  make: string,
  body: (layer: LayerObject, py: Interpreter) => T,
  before = '',
): Promise<T> {
  return new Promise((resolve, reject) => {
    inspectPython(`${before}\ninspect(${make})`, (value, py) => {
      if (!(value instanceof LayerObject)) throw new Error(`${make} is no layer`);
      resolve(body(value, py));
    }).then(() => reject(new Error(`${make} was never inspected`)), reject);
  });
}

const dtypeOf = (given: readonly DType[] | undefined, index: number): DType => given?.[index] ?? 'float32';

function argument(py: Interpreter, tensors: readonly Tensor[], isList: boolean): Value {
  const objects = tensors.map(tensor => wrap(py, tensor));
  return isList ? new PyList(objects) : objects[0];
}

export interface LayerCase {
  /** The layer as Python, for example `Conv2D(4, 3)`. */
  readonly make: string;
  /** One shape, or several for a layer that takes a list. */
  readonly input: Shape | readonly Shape[];
  readonly output: Shape | readonly Shape[];
  /** Shapes of the weights in the order of `layer.weights`; none when absent. */
  readonly weights?: readonly Shape[];
  /** Python before it, such as a cell of one's own. */
  readonly before?: string;
  readonly dtypes?: readonly DType[];
  /** Integers below this instead of floats. */
  readonly integers?: number;
  readonly training?: boolean;
  /** Whether outputs may hold anything but finite numbers. */
  readonly notFinite?: boolean;
}

const isShape = (value: Shape | readonly Shape[]): value is Shape => !Array.isArray(value[0]);

/**
 * Checks output shapes on symbolic input, weight shapes and the number of parameters; then that a run on a batch of
 * two has the promised shape, finite values, and gradients for every trainable weight.
 */
export async function checkLayer(sample: LayerCase): Promise<void> {
  const shapes = isShape(sample.input) ? [sample.input] : sample.input;
  const outputs = isShape(sample.output) ? [sample.output] : sample.output;
  await withLayer(
    sample.make,
    (layer, py) => {
      const isList = !isShape(sample.input);
      const symbolic = shapes.map((shape, index) => placeholder(shape, dtypeOf(sample.dtypes, index)));
      const keywords = sample.training ? PyDict.fromStrings([['training', true]]) : null;
      const traced = withTrace(py, new Trace('shapes'), () =>
        callLayer(py, layer, [argument(py, symbolic, isList)], keywords),
      );
      expect(flattenTensors([traced]).map(tensor => tensor.shape)).toEqual(outputs);
      expect(layer.weights.map(weight => weight.shape)).toEqual(sample.weights ?? []);
      const size = (shape: Shape) => (shape as number[]).reduce((a, b) => a * b, 1);
      expect(layer.countParams()).toBe((sample.weights ?? []).reduce((sum, shape) => sum + size(shape), 0));
      const concrete = shapes.map((shape, index) => input(shape, index, sample));
      const trace = new Trace('step', sample.training ?? null);
      const result = withTrace(py, trace, () => callLayer(py, layer, [argument(py, concrete, isList)], null));
      const tensors = flattenTensors([result]).map(object => object.tensor);
      const batched = (shape: Shape) => shape.map(dim => dim ?? 2);
      expect(tensors.map(tensor => tensor.shape)).toEqual(outputs.map(batched));
      for (const values of evaluateReference(tensors)) {
        if (!sample.notFinite) expect([...values].every(Number.isFinite)).toBe(true);
      }
      checkGradients(layer, tensors);
    },
    sample.before,
  );
}

function input(shape: Shape, index: number, sample: LayerCase): Tensor {
  const full = shape.map(dim => dim ?? 2);
  const numbers = spreadNumbers(
    full.reduce((a, b) => a * b, 1),
    -1,
    1,
    index + 1,
  );
  const { integers } = sample;
  const values =
    integers === undefined
      ? numbers
      : numbers.map(value => Math.floor(((value + 1) / 2) * integers) % integers);
  return constant(values, full, dtypeOf(sample.dtypes, index));
}

function checkGradients(layer: LayerObject, outputs: readonly Tensor[]): void {
  const weights = layer.trainableWeights;
  if (weights.length === 0) return;
  const total = outputs.map(output => ops.sum(ops.mul(output, output))).reduce((a, b) => ops.add(a, b));
  const found = gradients(
    total,
    weights.map(weight => weight.variable!.read()),
  );
  found.forEach((gradient, index) => {
    expect(gradient, `gradient of ${weights[index].name}`).not.toBeNull();
    expect(gradient!.shape).toEqual(weights[index].shape);
  });
  evaluateReference(found.map(gradient => gradient!)).forEach(values => {
    expect([...values].every(Number.isFinite)).toBe(true);
  });
}

export interface LayerRun {
  readonly outputs: readonly Numbers[];
  readonly masks: readonly (Numbers | null)[];
  /** Weights before the call, in the order of `layer.weights`. */
  readonly ordered: readonly Numbers[];
  /** The same by name. */
  readonly weights: ReadonlyMap<string, Numbers>;
  /** What the call assigned to weights, by name. */
  readonly assigned: ReadonlyMap<string, Numbers>;
}

export interface RunOptions {
  readonly training?: boolean;
  readonly before?: string;
  readonly dtypes?: readonly DType[];
  /** Masks of the inputs. */
  readonly masks?: readonly (Numbers | null)[];
  /** Weights to start from, in the order of `layer.weights`; else spread over (-0.5, 0.5). */
  readonly weights?: readonly (readonly number[])[];
  /** Keyword arguments of the call as tensors. */
  readonly keywords?: Readonly<Record<string, Numbers | readonly Numbers[] | boolean>>;
  /** Whether the inputs are passed as a list even if there is one. */
  readonly list?: boolean;
  /** Whether the initializers' own values stay. */
  readonly keepWeights?: boolean;
}

/** Runs a layer on numbers, its weights filled with spread numbers so that nothing cancels. */
export function runLayer(
  make: string,
  inputs: readonly Numbers[],
  options: RunOptions = {},
): Promise<LayerRun> {
  return withLayer(
    make,
    (layer, py) => {
      const tensors = inputs.map(({ data, shape }, index) =>
        wrap(py, constant(data, shape, dtypeOf(options.dtypes, index))),
      );
      options.masks?.forEach((mask, index) => {
        if (mask !== null) tensors[index].mask = wrap(py, constant(mask.data, mask.shape, 'bool'));
      });
      const given = options.list || tensors.length > 1 ? new PyList(tensors) : tensors[0];
      withTrace(py, new Trace('shapes'), () => callLayer(py, layer, [given], keywordsOf(py, options)));
      const weights = layer.weights;
      weights.forEach((weight, index) => {
        const data = options.weights?.[index] ?? spreadNumbers(weight.size!, -0.5, 0.5, index + 11);
        if (!options.keepWeights && weight.dtype === 'float32')
          weight.variable!.setInitial(Float32Array.from(data));
      });
      const trace = new Trace('step', options.training ?? null);
      const result = withTrace(py, trace, () => callLayer(py, layer, [given], keywordsOf(py, options)));
      const outputs = flattenTensors([result]);
      const before = weights.map(({ variable }) => ({
        shape: variable!.shape,
        data: [...variable!.initialValue()],
      }));
      const assigned = weights.filter(weight => trace.assigned.has(weight.variable!));
      return {
        outputs: compute(outputs.map(output => output.tensor)),
        masks: outputs.map(output => (output.mask === null ? null : compute([output.mask.tensor])[0])),
        ordered: before,
        weights: new Map(weights.map((weight, index) => [weight.name, before[index]])),
        assigned: new Map(
          assigned.map(weight => [weight.name, compute([trace.assigned.get(weight.variable!)!])[0]]),
        ),
      };
    },
    options.before,
  );
}

function keywordsOf(py: Interpreter, options: RunOptions): PyDict | null {
  const tensor = ({ data, shape }: Numbers) => wrap(py, constant(data, shape, 'float32'));
  const entries = Object.entries(options.keywords ?? {}).map(([name, value]): [string, Value] => {
    if (typeof value === 'boolean') return [name, value];
    return [name, 'data' in value ? tensor(value) : new PyList(value.map(tensor))];
  });
  if (options.training !== undefined) entries.push(['training', options.training]);
  return entries.length === 0 ? null : PyDict.fromStrings(entries);
}

function compute(tensors: readonly Tensor[]): Numbers[] {
  return evaluateReference(tensors).map((data, index) => ({
    shape: tensors[index].shape as number[],
    data: [...data],
  }));
}

/** Numbers without symmetry or repetition in a shape. */
export function numbers(shape: readonly number[], seed = 1, low = -1, high = 1): Numbers {
  return {
    shape,
    data: [
      ...spreadNumbers(
        shape.reduce((a, b) => a * b, 1),
        low,
        high,
        seed,
      ),
    ],
  };
}

/** An array filled from its indices. */
export function fill(shape: readonly number[], value: (...at: number[]) => number): Numbers {
  const data: number[] = [];
  const at = shape.map(() => 0);
  const size = shape.reduce((a, b) => a * b, 1);
  for (let flat = 0; flat < size; flat++) {
    let rest = flat;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      at[axis] = rest % shape[axis];
      rest = Math.floor(rest / shape[axis]);
    }
    data.push(value(...at));
  }
  return { shape, data };
}

/** The element at an index; 0 outside. */
export function at({ shape, data }: Numbers, ...index: number[]): number {
  let flat = 0;
  for (let axis = 0; axis < shape.length; axis++) {
    if (index[axis] < 0 || index[axis] >= shape[axis]) return 0;
    flat = flat * shape[axis] + index[axis];
  }
  return data[flat];
}

export function expectClose(got: Numbers, want: Numbers, tolerance = 1e-5): void {
  expect(got.shape).toEqual(want.shape);
  for (let index = 0; index < want.data.length; index++) {
    const error = Math.abs(got.data[index] - want.data[index]) / (1 + Math.abs(want.data[index]));
    expect(error, `at ${index}: ${got.data[index]} for ${want.data[index]}`).toBeLessThan(tolerance);
  }
}

/** What making a layer, or calling it on shapes, raises. */
export async function raised(make: string, ...shapes: Shape[]): Promise<Raised | null> {
  let caught: Raised | null = null;
  const catching = (body: () => void) => {
    try {
      body();
    } catch (error) {
      if (!(error instanceof PythonError)) throw error;
      caught = describe(error);
    }
  };
  const body = (value: Value, py: Interpreter) =>
    catching(() => {
      const layer = py.call(value, []) as LayerObject;
      if (shapes.length === 0) return;
      const given = argument(
        py,
        shapes.map(shape => placeholder(shape)),
        shapes.length > 1,
      );
      callLayer(py, layer, [given], null);
    });
  await inspectPython(`inspect(lambda: ${make})`, body);
  return caught;
}

function describe(error: PythonError): Raised {
  const args = error.exception.attributes?.get('args') as { items: Value[] } | undefined;
  return { type: error.exception.cls.name, message: String(args?.items[0] ?? ''), code: error.detail.code };
}

/** The only tensor of a Python value. */
export function tensorIn(value: Value): TensorObject {
  const [tensor] = flattenTensors([value]);
  return tensor;
}
