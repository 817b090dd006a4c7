// What holds of every layer: shapes before and after running agree, parameters are counted, gradients are right.
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import {
  gradients,
  ops,
  placeholder,
  type Shape,
  type Tensor,
  type Variable,
} from '../../../../src/graph/index.ts';
import { evaluateReference } from '../../../../src/graph/reference/index.ts';
import { constant } from '../../../../src/graph/tensor.ts';
import { callLayer } from '../../../../src/library/keras/layers/base/callLayer.ts';
import type { LayerObject } from '../../../../src/library/keras/layers/base/layerObject.ts';
import { layerDefinitions } from '../../../../src/library/keras/layers/index.ts';
import { wrap } from '../../../../src/library/keras/tensors/conversion.ts';
import { flattenTensors } from '../../../../src/library/keras/tensors/graphNode.ts';
import { Trace, withTrace } from '../../../../src/library/keras/trace.ts';
import type { Interpreter } from '../../../../src/python/interpreter.ts';
import { PyList } from '../../../../src/python/values.ts';
import { openEngine } from '../../../../src/training/open-engine.ts';
import { spreadNumbers } from '../../../graph/spread-numbers.ts';
import { type LawCase, lawCases, lawless, type Sizes } from './laws-cases.ts';
import { withLayer } from './layer-harness.ts';

const engines = [await openEngine({ backend: 'cpu' }), await openEngine({ backend: 'wasm' })];
afterAll(() => engines.map(engine => engine.close()));

const sizes: fc.Arbitrary<Sizes> = fc.record({
  batch: fc.integer({ min: 1, max: 3 }),
  steps: fc.integer({ min: 4, max: 6 }),
  height: fc.integer({ min: 5, max: 7 }),
  width: fc.integer({ min: 5, max: 7 }),
  features: fc.constantFrom(2, 4),
});

const sizeOf = (shape: Shape) => (shape as number[]).reduce((product, dim) => product * dim, 1);

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

interface Called {
  readonly outputs: readonly Tensor[];
  readonly promised: readonly Shape[];
  readonly trainable: readonly Variable[];
  readonly variables: readonly Variable[];
  readonly counted: number | null;
}

/** The layer called on shapes and then on numbers. */
function callTwice(make: string, sample: LawCase, drawn: Sizes): Promise<Called> {
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

async function checkShapes({ outputs, promised, variables }: Called, batch: number): Promise<void> {
  const wanted = promised.map(shape => shape.map((dim, axis) => (axis === 0 ? (dim ?? batch) : dim)));
  expect(outputs.map(output => output.shape)).toEqual(wanted);
  const reference = evaluateReference(outputs);
  for (const engine of engines) {
    const executable = engine.compile({ inputs: [], outputs, updates: [] });
    const values = await engine.readMany(executable.run([]));
    executable.dispose();
    engine.dispose(variables);
    values.forEach((value, which) => {
      expect(value.shape, engine.backend).toEqual(wanted[which]);
      expect(value.data.length).toBe(sizeOf(wanted[which]));
      value.data.forEach((number, index) => {
        const want = reference[which][index];
        expect(Math.abs(number - want) / (1 + Math.abs(want)), engine.backend).toBeLessThan(1e-3);
      });
    });
  }
}

/** Some weights of each variable moved by a small step: the loss follows the gradient. */
function checkGradients({ outputs, trainable }: Called): void {
  if (trainable.length === 0) return;
  const parts = outputs.map((output, index) => {
    const factors = spreadNumbers(sizeOf(output.shape), 0.2, 1, index + 5);
    return ops.sum(ops.mul(output, constant(factors, output.shape as number[])));
  });
  const loss = parts.reduce((a, b) => ops.add(a, b));
  const found = gradients(
    loss,
    trainable.map(variable => variable.read()),
  );
  const exact = evaluateReference(found.map(gradient => gradient!));
  const step = 1e-2;
  trainable.forEach((variable, which) => {
    const start = Float32Array.from(variable.initialValue());
    const lossAt = (place: number, change: number) => {
      variable.setInitial(start.map((value, index) => (index === place ? value + change : value)));
      return evaluateReference([loss])[0][0];
    };
    for (const place of new Set([0, variable.size >> 1, variable.size - 1])) {
      const slope = (lossAt(place, step) - lossAt(place, -step)) / (2 * step);
      const error = Math.abs(exact[which][place] - slope) / (1 + Math.abs(slope));
      expect(error, `${variable.name} at ${place}: ${exact[which][place]} for ${slope}`).toBeLessThan(1e-2);
    }
    variable.setInitial(start);
  });
}

describe('the laws of layers', () => {
  test('speak of every layer in the registry, or say why not', () => {
    const names = layerDefinitions.map(definition => definition.name).sort();
    expect([...lawCases.keys(), ...lawless.keys()].sort()).toEqual(names);
  });

  for (const [name, sample] of lawCases) {
    test(name, async () => {
      await fc.assert(
        fc.asyncProperty(sizes, fc.constantFrom(...sample.makes), async (drawn, make) => {
          const called = await callTwice(make, sample, drawn);
          expect(called.counted).toBe(called.variables.reduce((sum, variable) => sum + variable.size, 0));
          await checkShapes(called, drawn.batch);
          checkGradients(called);
        }),
        { numRuns: 10 },
      );
    });
  }
});
