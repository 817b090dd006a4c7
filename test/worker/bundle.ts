/** The worker's bundle as tests build it. */
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { treeSitterPlugin } from '../../scripts/treeSitterPlugin.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Node's modules that libraries name and do not use in a worker. */
const absentInWorkers: Plugin = {
  name: 'absent-in-workers',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(node:)?[a-z_]+$/ }, ({ path, importer }) =>
      importer.includes('node_modules') &&
      /^(node:.*|fs|path|url|os|util|crypto|worker_threads|module)$/.test(path)
        ? { path, namespace: 'absent' }
        : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'absent' }, () => ({ contents: 'module.exports = {}' }));
  },
};

/** The worker and what it loads late, one classic script each, by their paths on a server. */
export async function bundleWorker(): Promise<(readonly [string, Uint8Array])[]> {
  const { outputFiles } = await build({
    entryPoints: { worker: `${root}webview/worker/main.ts`, hdf5: `${root}webview/worker/hdf5-library.ts` },
    outdir: root,
    charset: 'utf8',
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    write: false,
    logLevel: 'error',
    plugins: [treeSitterPlugin, absentInWorkers],
  });
  return outputFiles.map(({ path, contents }) => [`/${basename(path)}`, contents] as const);
}
