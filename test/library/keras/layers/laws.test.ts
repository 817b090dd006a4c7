// What holds of every layer: shapes before and after running agree, parameters are counted, gradients are right.
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { Tensor, Variable } from '../../../../src/graph/index.ts';
import { evaluateReference } from '../../../../src/graph/reference/index.ts';
import { layerDefinitions } from '../../../../src/library/keras/layers/index.ts';
import { openEngine } from '../../../../src/training/open-engine.ts';
import { type Called, callTwice, lossOf, sizeOf } from './laws-calls.ts';
import { lawCases, lawless, type Sizes } from './laws-cases.ts';

const engines = [await openEngine({ backend: 'cpu' }), await openEngine({ backend: 'wasm' })];
afterAll(() => engines.map(engine => engine.close()));

const sizes: fc.Arbitrary<Sizes> = fc.record({
  batch: fc.integer({ min: 1, max: 3 }),
  steps: fc.integer({ min: 4, max: 6 }),
  height: fc.integer({ min: 5, max: 7 }),
  width: fc.integer({ min: 5, max: 7 }),
  features: fc.constantFrom(2, 4),
});

async function checkShapes({ outputs, promised, variables }: Called, batch: number): Promise<void> {
  const wanted = promised.map(shape => shape.map((dim, axis) => (axis === 0 ? (dim ?? batch) : dim)));
  expect(outputs.map(output => output.shape)).toEqual(wanted);
  await agreesOnEngines(outputs, evaluateReference(outputs), variables);
}

/** Every engine computes what the reference kernels do. */
async function agreesOnEngines(
  tensors: readonly Tensor[],
  reference: readonly ArrayLike<number>[],
  variables: readonly Variable[],
): Promise<void> {
  for (const engine of engines) {
    const executable = engine.compile({ inputs: [], outputs: tensors, updates: [] });
    const values = await engine.readMany(executable.run([]));
    executable.dispose();
    engine.dispose(variables);
    values.forEach((value, which) => {
      expect(value.shape, engine.backend).toEqual(tensors[which].shape);
      expect(value.data.length).toBe(sizeOf(tensors[which].shape));
      value.data.forEach((number, index) => {
        const want = reference[which][index];
        expect(Math.abs(number - want) / (1 + Math.abs(want)), engine.backend).toBeLessThan(1e-3);
      });
    });
  }
}

/** Some weights of each variable moved by a small step: the loss follows the gradient. */
async function checkGradients(called: Called): Promise<void> {
  const { trainable } = called;
  if (trainable.length === 0) return;
  const { loss, slopes } = lossOf(called);
  const exact = evaluateReference(slopes);
  await agreesOnEngines(slopes, exact, called.variables);
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
          await checkGradients(called);
        }),
        { numRuns: 10 },
      );
    });
  }
});
