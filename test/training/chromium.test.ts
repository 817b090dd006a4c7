// The GPU engines in headless Chromium: operations against the reference, and a lost context.
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const flags = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--enable-unsafe-webgpu',
];

declare global {
  function differences(backend: string, stride: number): Promise<string[]>;
  function surviveLoss(): Promise<{ error: string; told: string[]; resumed: number }>;
}

describe.skipIf(!existsSync(executablePath))('engines in Chromium', () => {
  let server: Server;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const entry = join(import.meta.dirname, 'chromium/operations.ts');
    const bundle = await build({
      entryPoints: [entry],
      bundle: true,
      write: false,
      format: 'iife',
      logLevel: 'error',
    });
    server = createServer((request, response) => {
      const script = request.url === '/operations.js';
      response.setHeader('content-type', script ? 'text/javascript' : 'text/html');
      response.end(script ? bundle.outputFiles[0].text : '<script src="/operations.js"></script>');
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    browser = await chromium.launch({ executablePath, args: flags });
    page = await browser.newPage();
    const address = server.address();
    await page.goto(
      `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/`,
    );
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  test.each([
    ['wasm', 3],
    ['webgpu', 3],
    ['webgl', 7],
  ])('%s computes operations and gradients as the reference does', async (backend, stride) => {
    expect(
      await page.evaluate(([name, every]) => differences(name, every), [backend, stride] as [string, number]),
    ).toEqual([]);
  });

  test('after a lost WebGL context the run goes on from its checkpoint', async () => {
    expect(await page.evaluate(() => surviveLoss())).toEqual({
      error: 'DeviceLostError',
      told: ['DeviceLostError'],
      resumed: 4,
    });
  });
});
