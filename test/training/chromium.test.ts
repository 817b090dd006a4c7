// The GPU engines in headless Chromium: operations against the reference, and a lost context.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, type OpenPage, openPage } from './chromium/page.ts';

declare global {
  function differences(backend: string, stride: number): Promise<string[]>;
  function specials(backend: string): Promise<string[]>;
  function largeBatch(backend: string): Promise<number>;
  function liveAfterSteps(backend: string, steps: number): Promise<{ tensors: number[]; bytes: number[] }>;
  function windowDifferences(backend: string): Promise<string[]>;
  function compiledAhead(
    backend: string,
  ): Promise<{ prepared: number; firstStep: number; tensors: number[]; weights: number[][] }>;
  function surviveLoss(): Promise<{ error: string; told: string[]; resumed: number }>;
}

describe.skipIf(!hasChromium)('engines in Chromium', () => {
  let open: OpenPage;

  beforeAll(async () => {
    open = await openPage(join(import.meta.dirname, 'chromium/operations.ts'));
  });

  afterAll(() => open?.close());

  test.each([
    ['wasm', 3],
    ['webgpu', 3],
    ['webgl', 7],
  ])('%s computes operations and gradients as the reference does', async (backend, stride) => {
    expect(
      await open.page.evaluate(([name, every]) => differences(name, every), [backend, stride] as [
        string,
        number,
      ]),
    ).toEqual([]);
  });

  test.each(['wasm', 'webgpu', 'webgl'])(
    '%s gives zeros, infinities and NaN as the reference does',
    async backend => {
      expect(await open.page.evaluate(name => specials(name), backend)).toEqual([]);
    },
  );

  test.each(['webgpu', 'webgl'])(
    '%s convolves windows of all kinds, and their gradients, as the reference does',
    async backend => {
      expect(await open.page.evaluate(name => windowDifferences(name), backend)).toEqual([]);
    },
  );

  test.each(['webgpu', 'webgl'])('%s takes the windows of a large batch in parts', async backend => {
    expect(await open.page.evaluate(name => largeBatch(name), backend)).toBeLessThan(1e-3);
  });

  test.each([
    ['wasm', 20_000],
    ['webgpu', 150],
    ['webgl', 300],
  ])('on %s as much lives after every training step', async (backend, steps) => {
    const { tensors, bytes } = await open.page.evaluate(([name, count]) => liveAfterSteps(name, count), [
      backend,
      steps,
    ] as [string, number]);
    expect(tensors).toHaveLength(steps);
    expect(new Set(tensors.slice(1))).toEqual(new Set([tensors[1]]));
    expect(new Set(bytes.slice(1))).toEqual(new Set([bytes[1]]));
  });

  test.each(['webgpu', 'webgl'])(
    '%s has the shaders of a step compiled before the first one',
    async backend => {
      // A page of its own: what others compiled is not compiled again.
      const alone = await openPage(join(import.meta.dirname, 'chromium/operations.ts'));
      const seen = await alone.page.evaluate(name => compiledAhead(name), backend).finally(alone.close);
      expect(seen.prepared).toBeGreaterThan(5);
      expect(seen.firstStep).toBe(0);
      expect(new Set(seen.tensors)).toEqual(new Set([seen.tensors[0]]));
      expect(seen.weights[0]).toEqual(seen.weights[1]);
    },
  );

  test('after a lost WebGL context the run goes on from its checkpoint', async () => {
    expect(await open.page.evaluate(() => surviveLoss())).toEqual({
      error: 'DeviceLostError',
      told: ['DeviceLostError'],
      resumed: 4,
    });
  });
});
