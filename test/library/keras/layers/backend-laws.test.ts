/**
 * Every configuration of every layer on every backend, in training and outside: the shapes that were promised, the
 * outputs, and the gradients of weights and inputs, held against finite differences in double precision.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { layerDefinitions } from '../../../../src/library/keras/layers/index.ts';
import { BackendPrograms, backends } from '../../../training/backend-programs.ts';
import { serialize } from '../../../training/chromium/serialized-program.ts';
import {
  faultsOf,
  gradientFaultsOf,
  type HeldProgram,
  hold,
  tolerances,
} from '../../../training/held-programs.ts';
import { callTwice, configurationsOf, lossOf, nameOf } from './laws-calls.ts';
import { lawCases } from './laws-cases.ts';
import { combined } from './laws-combinations.ts';
import { unheldParameters } from './laws-parameters.ts';

const sizes = { batch: 2, steps: 4, height: 5, width: 6, features: 2 };

/** Milliseconds for hundreds of programs on software graphics, on a machine with other work. */
const HANGS = 900_000;

/** Long sequences run as loops; combinations hold those of the other recurrent layers. */
const long = { ...sizes, steps: 18 };
const looped = new Set(['RNN']);

/** Every configuration; one in training that is the same program as outside is there once. */
async function holdLayers(): Promise<HeldProgram[]> {
  const held: HeldProgram[] = [];
  const known = new Set<string>();
  for (const [name, sample] of lawCases) {
    for (const drawn of looped.has(name) ? [sizes, long] : [sizes]) {
      for (const configuration of configurationsOf(sample)) {
        const called = await callTwice(configuration, sample, drawn);
        const loss = lossOf(called);
        const program = JSON.stringify(serialize('', [...called.outputs, ...(loss?.gradients ?? [])]));
        if (known.has(program)) continue;
        known.add(program);
        const shapes = called.promised.map(shape => [shape[0] ?? drawn.batch, ...shape.slice(1)]);
        const title = `${nameOf(configuration)}, ${drawn.steps} steps`;
        held.push(hold(title, called.outputs, shapes, loss));
      }
    }
  }
  return held;
}

/** Every pair of values of the parameters of convolutions and recurrences. */
async function holdCombinations(): Promise<HeldProgram[]> {
  const held: HeldProgram[] = [];
  for (const { configuration, sample, sizes: drawn } of combined()) {
    const called = await callTwice(configuration, sample, drawn);
    const shapes = called.promised.map(shape => [shape[0] ?? drawn.batch, ...shape.slice(1)]);
    const title = `${nameOf(configuration)}, ${drawn.steps} steps`;
    held.push(hold(title, called.outputs, shapes, lossOf(called)));
  }
  return held;
}

test('every parameter of every layer takes part in a configuration', () => {
  expect(layerDefinitions.flatMap(unheldParameters)).toEqual([]);
});

describe('the laws of layers', () => {
  let programs: BackendPrograms;
  let held: HeldProgram[];

  beforeAll(async () => {
    programs = await BackendPrograms.start();
    held = [...(await holdLayers()), ...(await holdCombinations())];
  });

  afterAll(() => programs.stop());

  test('gradients are those of finite differences', () => {
    expect(held.flatMap(gradientFaultsOf)).toEqual([]);
  });

  test.each(backends)(
    'on %s',
    async backend => {
      const results = await programs.compute(backend, held);
      expect(results.flatMap((got, index) => faultsOf(held[index], got, tolerances[backend]))).toEqual([]);
    },
    HANGS,
  );
});
