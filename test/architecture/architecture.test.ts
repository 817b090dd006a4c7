/** The layers hold: who imports whom, which packages stay where, and what modules are called. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { importFaults, importsOf, nameFaults, type SourceFile, zoneOf } from './rules.ts';

function sourceFiles(...patterns: string[]): SourceFile[] {
  return globSync(patterns)
    .map(file => file.replaceAll('\\', '/'))
    .sort()
    .map(file => ({ path: file, text: readFileSync(file, 'utf8') }));
}

const source = sourceFiles('src/**/*.ts', 'webview/**/*.ts');

test('every import follows the layers', () => {
  expect(source.length).toBeGreaterThan(10);
  expect(source.flatMap(importFaults)).toEqual([]);
});

test('module names say what is inside', () => {
  const all = sourceFiles('{src,webview,test,bench,scripts}/**/*.ts');
  expect(all.flatMap(file => nameFaults(file.path))).toEqual([]);
});

test('only the panel is compiled with the types of the DOM', () => {
  const libraries = (project: string): string[] =>
    JSON.parse(readFileSync(`tsconfig.${project}.json`, 'utf8')).compilerOptions.lib;
  expect(libraries('panel')).toContain('DOM');
  expect(libraries('host')).not.toContain('DOM');
  expect(libraries('worker')).not.toContain('DOM');
});

test.each([
  ['src/python/parse.ts', "import { f } from '../library/index.ts';", 'not library'],
  ['src/library/keras/dense.ts', "import { f } from '../../analysis/facts.ts';", 'not analysis'],
  ['src/library/keras/dense.ts', "import type { F } from '../../training/engine.ts';", 'not training'],
  ['src/graph/tensor.ts', "import { f } from '../library/index.ts';", 'may import nothing'],
  ['src/editor/lens.ts', "import { f } from '../training/engine.ts';", 'not training'],
  ['src/editor/lens.ts', "const f = await import('../training/engine.ts');", 'not training'],
  ['src/analysis/facts.ts', "import * as vscode from 'vscode';", 'only editor, entry'],
  ['src/analysis/facts.ts', "import type { Tensor } from '@tensorflow/tfjs-core';", 'only training'],
  ['src/editor/files.ts', "import { readFile } from 'node:fs/promises';", 'only cli'],
  ['webview/panel/chart.ts', "import { f } from '../../src/python/parse.ts';", 'not python'],
  [
    'webview/panel/chart.ts',
    "import { vsCodeButton } from '@vscode/webview-ui-toolkit';",
    'only webview/panel/controls',
  ],
  ['src/python/parse.ts', "export { f } from './syntax';", 'without its ending'],
  ['src/python/parse.ts', "export * from '../../test/snippets.ts';", 'outside the layers'],
  ['src/python/parse.ts', "import {\n  f,\n  g,\n} from '../checks/index.ts';", 'not checks'],
])('%s with %s is a violation', (path, text, expected) => {
  const faults = importFaults({ path, text });
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(expected);
});

test.each([
  [
    'src/library/keras/dense.ts',
    "import { f } from '../../python/values.ts';\nimport { g } from './unit.ts';",
  ],
  ['src/checks/softmax.ts', "import type { F } from '../library/numpy/facts.ts';"],
  [
    'src/cli/main.ts',
    "import { readFile } from 'node:fs/promises';\nimport { f } from '../training/engine.ts';",
  ],
  ['src/python/parse.ts', "// import { f } from '../library/index.ts';\n/* import '../checks/index.ts'; */"],
  ['src/python/parse.ts', 'const script = `\nimport numpy as np\nfrom keras import Model\n`;'],
  ['webview/panel/main.ts', "import './panel.css';\nimport uPlot from 'uplot';"],
])('%s with %s is no violation', (path, text) => {
  expect(importFaults({ path, text })).toEqual([]);
});

test('imports are found with their line and kind', () => {
  const text =
    "/** A comment. */\nimport type { A } from './a.ts';\nexport * from './b.ts';\nimport './c.css';\n";
  expect(importsOf(text)).toEqual([
    { specifier: './a.ts', typeOnly: true, line: 2 },
    { specifier: './b.ts', typeOnly: false, line: 3 },
    { specifier: './c.css', typeOnly: false, line: 4 },
  ]);
});

test('zones and names', () => {
  expect(zoneOf('src/protocol.ts')).toBe('protocol');
  expect(zoneOf('src/extension.ts')).toBe('entry');
  expect(zoneOf('webview/worker/main.ts')).toBe('worker');
  expect(zoneOf('src/unheard/of.ts')).toBeUndefined();
  expect(importFaults({ path: 'src/unheard/of.ts', text: '' })).toHaveLength(1);
  expect(nameFaults('src/python/utils.ts')).toHaveLength(1);
  expect(nameFaults('src/common/index.ts')).toHaveLength(1);
  expect(nameFaults('src/python/commonwealth.ts')).toEqual([]);
});
