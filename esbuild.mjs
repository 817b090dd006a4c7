/**
 * Builds everything that ships, each bundle for the runtime that loads it.
 *
 *   node esbuild.mjs [--development] [--watch]
 *
 *   dist/extension.js       Node extension host: an ES module that is cheap to load
 *   dist/chunks/*.js        what the Node host loads later, through `await import(...)`
 *   dist/extension.web.cjs  browser extension host: one CommonJS file (ES modules are not supported there)
 *   dist/cli.js             the command line for Node; dist/cli/*.js what it loads later, such as the engine
 *   dist/panel.js, .css     the page in the webview (styles are imported by webview/panel/main.ts)
 *   dist/worker.js          interpreter and training; fetched by the page and started from a blob URL, so it
 *                           is one file with every dynamic import folded in
 *   dist/hdf5.js            the library for HDF5 files, handed to the worker when a script saves or loads weights
 *   dist/*.wasm, codicon.*  binary assets, copied
 *
 * Loading late. `src/extension.ts` and what it imports statically is parsed in every window that activates the
 * extension, so interpreter and library must stay out of it. They are reached with a plain dynamic import:
 *
 *   const { analyze } = await import('./analysis/index.ts');
 *
 * In the Node host esbuild's splitting turns that into a chunk of its own, loaded on first use, and modules
 * that both sides need are shared, never duplicated; in the browser host the same expression resolves inside
 * the one file. The build fails when a heavy module becomes part of the static start (see `lateOnly`).
 *
 * Assets are found next to the bundles: in the extension `vscode.Uri.joinPath(context.extensionUri, 'dist',
 * 'tree-sitter.wasm')`, in the command line `new URL('./tree-sitter.wasm', import.meta.url)`.
 */
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { bundledPackages, thirdPartyNotices } from './scripts/notices.ts';
import { treeSitterPlugin } from './scripts/treeSitterPlugin.ts';

const watch = process.argv.includes('--watch');
const development = watch || process.argv.includes('--development');

/** Modules that no extension-host bundle may contain. */
const neverInHost = /node_modules\/@tensorflow\//;
/** Modules that must not be loaded before they are needed. */
const lateOnly =
  /node_modules\/@vscode\/tree-sitter-wasm\/|^src\/(python\/(?!message\.ts$)|library\/|graph\/)/;

const assets = [
  '@vscode/tree-sitter-wasm/wasm/tree-sitter.wasm',
  '@vscode/tree-sitter-wasm/wasm/tree-sitter-python.wasm',
  // Not the threaded variant: it needs SharedArrayBuffer, which webviews do not have.
  '@vscode/codicons/dist/codicon.css',
  '@vscode/codicons/dist/codicon.ttf',
];

/**
 * What libraries need to run in a page or a worker. They guard their Node code at run time, so those
 * imports resolve to nothing; in our own sources the same import stays an error.
 * @type {esbuild.Plugin}
 */
const librariesInBrowsers = {
  name: 'libraries-in-browsers',
  setup(build) {
    const builtins = new Set(builtinModules.flatMap(name => [name, `node:${name}`]));
    build.onResolve({ filter: /^[a-z_:/0-9]+$/ }, ({ path: name, importer }) =>
      builtins.has(name) && importer.includes(`${path.sep}node_modules${path.sep}`)
        ? { path: name, namespace: 'absent' }
        : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'absent' }, () => ({ contents: 'module.exports = {}' }));
  },
};

/** @type {esbuild.BuildOptions} */
const shared = {
  bundle: true,
  minify: !development,
  sourcemap: development ? 'linked' : false,
  metafile: true,
  legalComments: 'none',
  logLevel: 'warning',
  outdir: 'dist',
  define: { 'process.env.NODE_ENV': development ? '"development"' : '"production"' },
};

// Some libraries are CommonJS inside and look for these names in Node.
const commonJsNames =
  "import{createRequire as __kerascopeRequire}from'node:module';" +
  'const require=__kerascopeRequire(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;';

/** What the page loads: itself, the worker, and what a run of the worker asks for. */
const pageEntries = {
  panel: 'webview/panel/main.ts',
  worker: 'webview/worker/main.ts',
  hdf5: 'webview/worker/hdf5-library.ts',
};

/** @type {(esbuild.BuildOptions & { entryPoints: Record<string, string> })[]} */
const bundles = [
  {
    ...shared,
    entryPoints: { extension: 'src/extension.ts' },
    platform: 'node',
    target: 'node20',
    format: 'esm',
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    external: ['vscode'],
    banner: { js: commonJsNames },
  },
  {
    ...shared,
    entryPoints: { 'extension.web': 'src/extension.ts' },
    platform: 'browser',
    target: 'es2022',
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    external: ['vscode'],
    plugins: [treeSitterPlugin, librariesInBrowsers],
  },
  {
    ...shared,
    entryPoints: { cli: 'src/cli/main.ts' },
    platform: 'node',
    target: 'node20',
    format: 'esm',
    splitting: true,
    chunkNames: 'cli/[name]-[hash]',
    banner: { js: `#!/usr/bin/env node\n${commonJsNames}` },
    plugins: [treeSitterPlugin],
  },
  ...Object.entries(pageEntries).map(([name, entry]) => ({
    ...shared,
    entryPoints: { [name]: entry },
    // The HDF5 library holds its WebAssembly as text, which escapes would lengthen.
    charset: name === 'hdf5' ? /** @type {const} */ ('utf8') : /** @type {const} */ ('ascii'),
    platform: /** @type {const} */ ('browser'),
    target: 'es2022',
    format: /** @type {const} */ ('iife'),
    plugins: [treeSitterPlugin, librariesInBrowsers],
    // The icons' font, beside panel.css.
    loader: { '.ttf': /** @type {const} */ ('file') },
    assetNames: '[name]',
  })),
];

const hostEntries = ['dist/extension.js', 'dist/extension.web.cjs'];

/**
 * The output files that are loaded with `entry`; `late` adds those behind dynamic imports.
 * @param {esbuild.Metafile} metafile
 * @param {string} entry
 * @param {boolean} late
 */
function loadedWith(metafile, entry, late) {
  const seen = new Set([entry]);
  for (const file of seen) {
    for (const edge of metafile.outputs[file].imports) {
      if (!edge.external && (late || edge.kind !== 'dynamic-import')) seen.add(edge.path);
    }
  }
  return [...seen];
}

/**
 * The modules that contribute code to the given outputs.
 * @param {esbuild.Metafile} metafile
 * @param {string[]} outputs
 */
function modulesOf(metafile, outputs) {
  return outputs.flatMap(file =>
    Object.entries(metafile.outputs[file].inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([module]) => module),
  );
}

/**
 * What breaks the rules about extension-host bundles, one sentence each.
 * @param {esbuild.Metafile} metafile
 */
function hostFaults(metafile) {
  const faults = [];
  for (const entry of hostEntries.filter(file => metafile.outputs[file])) {
    const all = modulesOf(metafile, loadedWith(metafile, entry, true));
    const strangers = all.filter(module => neverInHost.test(module));
    if (strangers.length > 0) {
      faults.push(`${entry} contains TensorFlow.js (${strangers[0]}): the host may only import types of it.`);
    }
  }
  if (metafile.outputs['dist/extension.js']) {
    const early = modulesOf(metafile, loadedWith(metafile, 'dist/extension.js', false));
    const heavy = early.filter(module => lateOnly.test(module));
    if (heavy.length > 0) {
      faults.push(
        `dist/extension.js loads ${heavy.length} heavy modules at activation (first: ${heavy[0]}): reach them through a dynamic import.`,
      );
    }
  }
  return faults;
}

/** @param {number} bytes */
const kilobytes = bytes => `${(bytes / 1024).toFixed(1)} kB`.padStart(11);

/** @param {esbuild.Metafile} metafile */
async function printSizes(metafile) {
  console.log(`${'bundle'.padEnd(34)}${'raw'.padStart(11)}${'gzip'.padStart(11)}`);
  const files = Object.keys(metafile.outputs).filter(file => !file.endsWith('.map'));
  for (const file of files.sort()) {
    const content = await readFile(file);
    console.log(`${file.padEnd(34)}${kilobytes(content.length)}${kilobytes(gzipSync(content).length)}`);
  }
  if (metafile.outputs['dist/extension.js']) {
    const early = loadedWith(metafile, 'dist/extension.js', false);
    const total = early.reduce((sum, file) => sum + metafile.outputs[file].bytes, 0);
    console.log(`${'loaded at activation (Node host)'.padEnd(34)}${kilobytes(total)}`);
  }
}

/** Leaves out entry points that are not there yet; outside development their absence is an error. */
async function presentBundles() {
  const present = [];
  for (const bundle of bundles) {
    const entry = Object.values(bundle.entryPoints)[0];
    const exists = await readFile(entry).then(
      () => true,
      () => false,
    );
    if (exists) present.push(bundle);
    else if (development) console.log(`skipped, no such entry point yet: ${entry}`);
    else throw new Error(`Entry point ${entry} is missing.`);
  }
  return present;
}

async function copyAssets() {
  await Promise.all(
    assets.map(async asset =>
      copyFile(path.join('node_modules', asset), path.join('dist', path.basename(asset))),
    ),
  );
}

async function build() {
  const results = await Promise.all((await presentBundles()).map(bundle => esbuild.build(bundle)));
  /** @type {esbuild.Metafile} */
  const metafile = { inputs: {}, outputs: {} };
  for (const result of results) {
    Object.assign(metafile.inputs, result.metafile?.inputs);
    Object.assign(metafile.outputs, result.metafile?.outputs);
  }
  const shipped = modulesOf(metafile, Object.keys(metafile.outputs));
  const packages = bundledPackages([...shipped, ...assets.map(asset => `node_modules/${asset}`)]);
  await writeFile('dist/ThirdPartyNotices.txt', await thirdPartyNotices(packages));
  await printSizes(metafile);
  const faults = hostFaults(metafile);
  for (const fault of faults) console.error(fault);
  if (faults.length > 0 && !development) process.exitCode = 1;
}

async function main() {
  await rm('dist', { recursive: true, force: true });
  await mkdir('dist', { recursive: true });
  await copyAssets();
  if (!watch) return build();
  for (const bundle of await presentBundles()) {
    const context = await esbuild.context({ ...bundle, logLevel: 'info' });
    await context.watch();
  }
  console.log('watching');
}

main().catch(error => {
  // esbuild has printed its own messages already.
  if (!('errors' in error)) console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
