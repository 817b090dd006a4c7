/**
 * Every kind of quick fix that the sources know is offered by a program here, and each fix of each program leaves one
 * without findings that runs to its end.
 */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readErrorExamples } from '../../scripts/error-examples.ts';
import { checks } from '../../src/checks/index.ts';
import { type FixKind, fixKinds } from '../../src/python/fixKinds.ts';
import { type FixCase, tryFixes } from './fixing.ts';
import { readMarkers } from './markers.ts';
import { ownLoops } from './ownLoops.ts';
import { dataFixes } from './quickFixes/data.ts';
import { encodingsFixes } from './quickFixes/encodings.ts';
import { formerFixes } from './quickFixes/former.ts';
import { inputsFixes } from './quickFixes/inputs.ts';
import { labelsFixes } from './quickFixes/labels.ts';
import { layersFixes } from './quickFixes/layers.ts';
import { layoutFixes } from './quickFixes/layout.ts';
import { methodsFixes } from './quickFixes/methods.ts';
import { metricsFixes } from './quickFixes/metrics.ts';
import { namesFixes } from './quickFixes/names.ts';
import { ownLoopFixes } from './quickFixes/ownLoops.ts';
import { pythonFixes } from './quickFixes/python.ts';
import { scriptsFixes } from './quickFixes/scripts.ts';
import { shapesFixes } from './quickFixes/shapes.ts';
import { streamsFixes } from './quickFixes/streams.ts';
import { versionsFixes } from './quickFixes/versions.ts';

/** The failing programs of the documentation. */
const documented: readonly (readonly [string, FixCase])[] = [
  ...checks.map(({ code, examples }) => ({ code, ...examples, kerasVersion: 'auto' as const })),
  ...[...readErrorExamples()].flatMap(([code, example]) =>
    example.toldBy === 'analysis' ? [{ code, ...example }] : [],
  ),
].map(({ code, failing, kerasVersion }) => [
  code,
  { program: readMarkers(failing).program, code, kerasVersion },
]);

const tables: Readonly<Record<string, readonly (readonly [string, FixCase])[]>> = {
  documentation: documented,
  data: Object.entries(dataFixes),
  encodings: Object.entries(encodingsFixes),
  former: Object.entries(formerFixes),
  inputs: Object.entries(inputsFixes),
  labels: Object.entries(labelsFixes),
  layers: Object.entries(layersFixes),
  layout: Object.entries(layoutFixes),
  methods: Object.entries(methodsFixes),
  metrics: Object.entries(metricsFixes),
  names: Object.entries(namesFixes),
  'own loops': Object.entries(ownLoops).map(([code, { failing }]) => [
    code,
    { program: readMarkers(failing).program, code },
  ]),
  'labels in own loops': Object.entries(ownLoopFixes),
  Python: Object.entries(pythonFixes),
  scripts: Object.entries(scriptsFixes),
  shapes: Object.entries(shapesFixes),
  streams: Object.entries(streamsFixes),
  versions: Object.entries(versionsFixes),
};

const tried = new Set<FixKind>();

describe.each(Object.entries(tables))('%s', (_table, programs) => {
  test.each(programs)('%s', async (_name, given) => {
    for (const kind of await tryFixes(given)) tried.add(kind);
  });
});

test('each kind stands at one place in the sources', () => {
  const sources = globSync('src/**/*.ts')
    .filter(file => !file.endsWith('fixKinds.ts'))
    .map(file => readFileSync(file, 'utf8'))
    .join('\n');
  const places = (kind: string) => sources.split(`'${kind}'`).length - 1;
  expect(fixKinds.filter(kind => places(kind) !== 1)).toEqual([]);
});

test('each kind has a program that it puts right', () => {
  expect(fixKinds.filter(kind => !tried.has(kind))).toEqual([]);
});
