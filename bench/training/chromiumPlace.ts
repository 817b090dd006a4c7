// Measures in a page of headless Chromium, with WebGL and WebGPU in software.
import { createReadStream } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { chromiumFlags, findChromium } from '../../scripts/chromium.ts';
import type { Place } from './deadline.ts';
import type { Part } from './pairing.ts';

async function serve(): Promise<Server> {
  const bundle = await build({
    entryPoints: [join(import.meta.dirname, 'browser.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    logLevel: 'error',
  });
  const wasm = dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/package.json'));
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    if (path === '/')
      response.setHeader('content-type', 'text/html').end('<script src="/bench.js"></script>');
    else if (path === '/bench.js')
      response.setHeader('content-type', 'text/javascript').end(bundle.outputFiles[0].text);
    else if (path.startsWith('/wasm/')) {
      response.setHeader('content-type', 'application/wasm');
      createReadStream(join(wasm, 'dist', path.slice(6))).pipe(response);
    } else response.writeHead(404).end();
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return server;
}

export async function chromiumPlace(): Promise<Place> {
  const server = await serve();
  const { port } = server.address() as AddressInfo;
  let open: { browser: Browser; page: Page } | null = null;
  let hear: (part: Part) => void = () => {};
  const launch = async () => {
    const browser = await chromium.launch({ executablePath: findChromium(), args: [...chromiumFlags] });
    const page = await browser.newPage();
    page.on('pageerror', error => console.error(error.message));
    await page.exposeFunction('benchBegins', (part: Part) => hear(part));
    await page.goto(`http://127.0.0.1:${port}/`);
    return { browser, page };
  };
  const endBrowser = async () => {
    await open?.browser.close();
    open = null;
  };
  return {
    name: 'Chromium',
    end: endBrowser,
    async run(options, failed, listener) {
      open ??= await launch();
      hear = listener;
      return open.page.evaluate(([chosen, without]) => window.runPairing(chosen, without), [
        options,
        failed,
      ] as const);
    },
    async close() {
      await endBrowser();
      server.close();
    },
  };
}
