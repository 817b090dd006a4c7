// A page in headless Chromium that runs one bundled script, for tests of what only a browser has.
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { build } from 'esbuild';
import { chromium, type Page } from 'playwright-core';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const flags = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--enable-unsafe-webgpu',
];

/** Whether this machine has the browser. */
export const hasChromium = existsSync(executablePath);

export interface OpenPage {
  readonly page: Page;
  close(): Promise<void>;
}

/** Bundles the script, serves it and opens it. */
export async function openPage(script: string): Promise<OpenPage> {
  const bundle = await build({
    entryPoints: [script],
    bundle: true,
    write: false,
    format: 'iife',
    logLevel: 'error',
  });
  const server = createServer((request, response) => {
    const isScript = request.url === '/script.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? bundle.outputFiles[0].text : '<script src="/script.js"></script>');
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({ executablePath, args: flags });
  const page = await browser.newPage();
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  await page.goto(`http://127.0.0.1:${port}/`);
  return {
    page,
    async close() {
      await browser.close();
      server.close();
    },
  };
}
