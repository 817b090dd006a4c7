// Every layer on the GPU backends in headless Chromium: outputs and gradients as the reference kernels give them, whose gradients laws.test.ts holds against finite differences.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Tensor } from '../../../../src/graph/index.ts';
import { evaluateReference } from '../../../../src/graph/reference/index.ts';
import { hasChromium, type OpenPage, openPage } from '../../../training/chromium/page.ts';
import { type SerializedProgram, serialize } from '../../../training/chromium/serialized-program.ts';
import { callTwice, lossOf } from './laws-calls.ts';
import { lawCases } from './laws-cases.ts';

const sizes = { batch: 2, steps: 4, height: 5, width: 6, features: 2 };

declare global {
  function computed(
    backend: string,
    programs: readonly SerializedProgram[],
  ): Promise<(readonly (readonly number[])[] | string)[]>;
}

interface Prepared {
  readonly program: SerializedProgram;
  readonly expected: readonly ArrayLike<number>[];
}

/** The first configuration of every layer, with its outputs and the gradients of its weights. */
async function prepare(): Promise<Prepared[]> {
  const prepared: Prepared[] = [];
  for (const [name, sample] of lawCases) {
    const called = await callTwice(sample.makes[0], sample, sizes);
    const roots: readonly Tensor[] =
      called.trainable.length === 0 ? called.outputs : [...called.outputs, ...lossOf(called).slopes];
    prepared.push({ program: serialize(name, roots), expected: evaluateReference(roots) });
  }
  return prepared;
}

/** Where a backend's numbers are not the reference's. */
function differences(
  { program, expected }: Prepared,
  got: readonly (readonly number[])[] | string,
): string[] {
  if (typeof got === 'string') return [`${program.name}: ${got}`];
  return expected.flatMap((want, which) => {
    for (let index = 0; index < want.length; index++) {
      const [value, exact] = [got[which][index], want[index]];
      if (Object.is(value, exact) || Math.abs(value - exact) / (1 + Math.abs(exact)) < 5e-3) continue;
      return [`${program.name}: output ${which} at ${index} is ${value}, not ${exact}`];
    }
    return [];
  });
}

describe.skipIf(!hasChromium)('the laws of layers on GPU backends', () => {
  let open: OpenPage;
  let prepared: Prepared[];

  beforeAll(async () => {
    const script = join(import.meta.dirname, '../../../training/chromium/programs.ts');
    [open, prepared] = await Promise.all([openPage(script), prepare()]);
  }, 60_000);

  afterAll(() => open?.close());

  test.each(['webgl', 'webgpu'])('on %s', async backend => {
    const results = await open.page.evaluate(([name, programs]) => computed(name, programs), [
      backend,
      prepared.map(item => item.program),
    ] as [string, SerializedProgram[]]);
    expect(results.flatMap((got, index) => differences(prepared[index], got))).toEqual([]);
  });
});
