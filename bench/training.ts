// Training speed against tf.LayersModel.fit, in Node and in headless Chromium: medians of alternations.
// Usage: node bench/training.ts [node] [chromium] [--budget milliseconds] [--backends wasm,webgl,...] [--models CNN,...] [--rounds 3]
import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import type { BackendName } from '../src/graph/index.ts';
import type { BenchOptions, Row } from './training/compare.ts';

const chromiumFlags = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--enable-unsafe-webgpu',
];

function option(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
}

function cell(value: number | string): string {
  return typeof value === 'number' ? value.toFixed(value < 10 ? 3 : 1) : 'none';
}

function print(place: string, row: Row): void {
  const ratio =
    typeof row.ours === 'number' && typeof row.theirs === 'number'
      ? `${(row.theirs / row.ours).toFixed(1)}x`
      : '';
  const columns = [
    place.padEnd(9),
    row.model.padEnd(11),
    row.backend.padEnd(7),
    cell(row.ours).padStart(9),
    cell(row.theirs).padStart(9),
  ];
  const share = typeof row.kernelShare === 'number' ? `${Math.round(100 * row.kernelShare)} %` : '';
  const steps = `${row.steps} steps`.padStart(11);
  console.log([...columns, ratio.padStart(8), share.padStart(7), steps].join(' '));
  for (const value of new Set([row.ours, row.theirs, row.kernelShare]))
    if (typeof value === 'string') console.log(`          (${value})`);
}

async function inNode(options: BenchOptions): Promise<Row[]> {
  await import('@tensorflow/tfjs-backend-wasm');
  const { compare } = await import('./training/compare.ts');
  const rows: Row[] = [];
  await compare(options, row => {
    rows.push(row);
    print('Node', row);
  });
  return rows;
}

async function inChromium(options: BenchOptions): Promise<Row[]> {
  const bundle = await build({
    entryPoints: [join(import.meta.dirname, 'training/browser.ts')],
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
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) throw new Error('install chromium, or set CHROMIUM_PATH');
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  const rows: Row[] = [];
  try {
    const page = await browser.newPage();
    page.on('pageerror', error => console.error(error.message));
    await page.exposeFunction('benchReport', (row: Row) => {
      rows.push(row);
      print('Chromium', row);
    });
    await page.goto(`http://127.0.0.1:${port}/`);
    await page.evaluate(chosen => window.runBench(chosen), options);
  } finally {
    await browser.close();
    server.close();
  }
  return rows;
}

/** Ours on WebAssembly against tfjs on WebGL, the backend that it takes by itself. */
function printDefaults(rows: readonly Row[]): void {
  for (const ours of rows.filter(row => row.backend === 'wasm')) {
    const theirs = rows.find(row => row.model === ours.model && row.backend === 'webgl');
    if (typeof theirs?.theirs !== 'number' || typeof ours.ours !== 'number') continue;
    console.log(
      `${ours.model}: ${(theirs.theirs / ours.ours).toFixed(1)} times faster than tfjs on its default backend`,
    );
  }
}

/** Milliseconds an epoch of Keras 3.3.3 on torch, on the processor of a machine with two cores. */
const keras: Readonly<Record<string, number>> = { '10-32-3': 5.5, '784-128-10': 106, CNN: 108 };

/** Ours against Keras in Python, on the fastest backend that was measured. */
function printKeras(rows: readonly Row[]): void {
  for (const [model, theirs] of Object.entries(keras)) {
    const ours = rows.flatMap(row =>
      row.model === model && typeof row.ours === 'number' ? [{ time: row.ours, backend: row.backend }] : [],
    );
    ours.sort((a, b) => a.time - b.time);
    if (ours.length === 0) continue;
    const { time, backend } = ours[0];
    const ratio = (time / theirs).toFixed(2);
    console.log(
      `${model}: ${time.toFixed(2)} ms on ${backend}, ${ratio} of the ${theirs} ms of Keras on torch`,
    );
  }
}

const limits = {
  budget: Number(option('budget') ?? 4000),
  rounds: Number(option('rounds') ?? 3),
  models: option('models')?.split(','),
};
const chosen = option('backends')?.split(',') as BackendName[] | undefined;
const all = !process.argv.includes('node') && !process.argv.includes('chromium');
console.log(
  `${cpus()[0].model}, ${cpus().length} cores, ${new Date().toISOString().slice(0, 10)}; milliseconds an epoch`,
);
console.log('place     model       backend      ours      tfjs    ratio kernels      timed');
const rows: Row[] = [];
if (all || process.argv.includes('node'))
  rows.push(...(await inNode({ ...limits, backends: chosen ?? ['wasm', 'cpu'] })));
if (all || process.argv.includes('chromium')) {
  const found = await inChromium({ ...limits, backends: chosen ?? ['wasm', 'cpu', 'webgl', 'webgpu'] });
  printDefaults(found);
  rows.push(...found);
}
printKeras(rows);
