// What holds of every layer: shapes before and after running agree, parameters are counted, gradients are right.
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { collectStreams, type Tensor, type Variable } from '../../../../src/graph/index.ts';
import { allLibraries } from '../../../../src/library/index.ts';
import { layerDefinitions } from '../../../../src/library/keras/layers/index.ts';
import { openEngine } from '../../../../src/training/open-engine.ts';
import { DoubleEvaluation } from '../../../graph/double-evaluation.ts';
import { finiteDifferences, slopeError } from '../../../graph/finite-differences.ts';
import { runPython } from '../../../python/run.ts';
import { type Called, callTwice, configurationsOf, lossOf, nameOf, sizeOf } from './laws-calls.ts';
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

/** Every engine computes what the reference kernels do; returns what each computed. */
async function agreesOnEngines(
  tensors: readonly Tensor[],
  evaluation: DoubleEvaluation,
  variables: readonly Variable[],
): Promise<(readonly ArrayLike<number>[])[]> {
  const results: (readonly ArrayLike<number>[])[] = [];
  for (const engine of engines) {
    for (const stream of collectStreams(tensors)) stream.position = 0;
    const executable = engine.compile({ inputs: [], outputs: tensors, updates: [] });
    const values = await engine.readMany(executable.run([]));
    executable.dispose();
    engine.dispose(variables);
    values.forEach((value, which) => {
      expect(value.shape, engine.backend).toEqual(tensors[which].shape);
      expect(value.data.length).toBe(sizeOf(tensors[which].shape));
      const reference = evaluation.of(tensors[which]);
      value.data.forEach((number, index) => {
        const want = reference[index];
        expect(Math.abs(number - want) / (1 + Math.abs(want)), engine.backend).toBeLessThan(1e-3);
      });
    });
    results.push(values.map(({ data }) => data));
  }
  return results;
}

async function check(called: Called, batch: number): Promise<void> {
  const { outputs, promised, movable, variables, counted } = called;
  expect(counted).toBe(variables.reduce((sum, variable) => sum + variable.size, 0));
  const wanted = promised.map(shape => shape.map((dim, axis) => (axis === 0 ? (dim ?? batch) : dim)));
  expect(outputs.map(output => output.shape)).toEqual(wanted);
  const found = lossOf(called);
  const slopes = found?.gradients ?? [];
  const evaluation = new DoubleEvaluation([...outputs, ...slopes, ...(found === null ? [] : [found.loss])]);
  const held = [...variables, ...movable];
  const results = await agreesOnEngines([...outputs, ...slopes], evaluation, held);
  if (found === null) return;
  for (const slope of finiteDifferences(evaluation, found.loss, movable)) {
    const what = `${slope.variable}: ${slope.exact}`;
    expect(slopeError(slope, evaluation.of(slopes[slope.which])), what).toBeLessThan(1e-6);
    for (const result of results)
      expect(slopeError(slope, result[outputs.length + slope.which]), what).toBeLessThan(1e-3);
  }
}

describe('the laws of layers', () => {
  test('speak of every layer in the registry, or say why not', () => {
    const names = layerDefinitions.map(definition => definition.name).sort();
    expect([...lawCases.keys(), ...lawless.keys()].sort()).toEqual(names);
  });

  test('know every layer that a script reaches', async () => {
    const { stdout, stderr } = await runPython(
      `
import keras, tensorflow as tf
for place in (keras.layers, tf.keras.layers):
    for name in dir(place):
        found = getattr(place, name)
        if isinstance(found, type) and issubclass(found, keras.layers.Layer) and found is not keras.layers.Layer:
            print(found.__name__)
`,
      { libraries: allLibraries() },
    );
    expect(stderr).toBe('');
    const known = new Set(layerDefinitions.map(definition => definition.name));
    const reached = stdout.trim().split('\n');
    expect(reached.length).toBeGreaterThan(100);
    expect(reached.filter(name => !known.has(name))).toEqual([]);
  });

  for (const [name, sample] of lawCases) {
    test(name, async () => {
      const configurations = configurationsOf(sample);
      await fc.assert(
        fc.asyncProperty(sizes, fc.constantFrom(...configurations), async (drawn, configuration) => {
          await check(await callTwice(configuration, sample, drawn), drawn.batch).catch((error: unknown) => {
            throw new Error(nameOf(configuration), { cause: error });
          });
        }),
        { numRuns: 10 },
      );
    });
  }
});
