/** Fails when the VSIX lacks a file that runs or holds one that does not; prints what is inside. */
import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import manifest from '../package.json' with { type: 'json' };

/** Paths inside the archive that every build has. */
const required = [
  '[Content_Types].xml',
  'extension.vsixmanifest',
  'extension/package.json',
  'extension/package.nls.json',
  'extension/package.nls.zh-cn.json',
  'extension/readme.md',
  'extension/changelog.md',
  'extension/LICENSE.txt',
  'extension/dist/ThirdPartyNotices.txt',
  'extension/dist/extension.js',
  'extension/dist/extension.web.cjs',
  'extension/dist/panel.js',
  'extension/dist/panel.css',
  'extension/dist/worker.js',
  'extension/dist/hdf5.js',
  'extension/dist/tree-sitter.wasm',
  'extension/dist/tree-sitter-python.wasm',
  'extension/dist/codicon.css',
  'extension/dist/codicon.ttf',
];

/** Patterns of further paths that may be inside. */
const allowed = [
  /^extension\/README\.[a-z-]+\.md$/,
  /^extension\/package\.nls\.[a-z-]+\.json$/,
  /^extension\/l10n\/(bundle\.l10n|panel)\.[a-z-]+\.json$/,
  // The page of each diagnostic code, and the script that the walkthrough opens.
  /^extension\/docs\/diagnostics(\.[a-z-]+)?\.md$/,
  /^extension\/examples\/categorical_crossentropy\.py$/,
  /^extension\/dist\/chunks\/[\w-]+\.js$/,
  /^extension\/media\/[\w./-]+\.(png|svg|md)$/,
];

/** What is wrong with an archive of these paths, one sentence each. */
export function contentFaults(paths: readonly string[]): string[] {
  const present = new Set(paths);
  const missing = required.filter(file => !present.has(file)).map(file => `missing from the VSIX: ${file}`);
  const expected = new Set(required);
  const unexpected = paths
    .filter(file => !expected.has(file) && !allowed.some(pattern => pattern.test(file)))
    .map(file => `not expected in the VSIX: ${file}`);
  return [...missing, ...unexpected];
}

if (import.meta.main) {
  const file = process.argv[2] ?? `${manifest.name}-${manifest.version}.vsix`;
  const archive = await readFile(file);
  const content = unzipSync(archive);
  for (const [name, bytes] of Object.entries(content)) {
    console.log(`${(bytes.length / 1024).toFixed(1).padStart(9)} kB  ${name}`);
  }
  console.log(`${file}: ${(archive.length / 1024).toFixed(1)} kB`);
  const faults = contentFaults(Object.keys(content));
  for (const [name, bytes] of Object.entries(content)) {
    if (/\.c?js$/.test(name) && Buffer.from(bytes).includes('//# sourceMappingURL')) {
      faults.push(`${name} refers to a source map`);
    }
  }
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
}
