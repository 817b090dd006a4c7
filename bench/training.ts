// Training speed against tf.LayersModel.fit, in Node and in headless Chromium: medians of alternations, as a table in
// Markdown. Usage: npm run bench training -- [--places Node,Chromium] [--backends wasm,cpu,webgl,webgpu]
//   [--models CNN,...] [--budget milliseconds] [--rounds 3] [--limit seconds] [--minutes 20]
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { BackendName } from '../src/graph/index.ts';
import { benchModels } from './training/allModels.ts';
import { chromiumPlace } from './training/chromiumPlace.ts';
import { measureWithin, type Place } from './training/deadline.ts';
import { nodePlace } from './training/nodePlace.ts';
import type { Row } from './training/pairing.ts';

const { values: given } = parseArgs({
  options: {
    places: { type: 'string', default: 'Node,Chromium' },
    backends: { type: 'string', default: 'wasm,cpu,webgl,webgpu' },
    models: { type: 'string' },
    /** Milliseconds for the alternations of a row, and half of it for its kernels. */
    budget: { type: 'string', default: '1500' },
    rounds: { type: 'string', default: '3' },
    /** Seconds that a step may take before it is given up. */
    limit: { type: 'string', default: '25' },
    /** Minutes after which no row is begun; those that are left are named. */
    minutes: { type: 'string', default: '60' },
  },
});
const limits = { budget: Number(given.budget), rounds: Number(given.rounds) };
const limit = 1000 * Number(given.limit);
const began = performance.now();
const isOver = () => performance.now() - began > 60_000 * Number(given.minutes);

/** Backends of each place, and how it is opened. */
const places: Readonly<Record<string, { backends: readonly BackendName[]; open(): Promise<Place> }>> = {
  Node: { backends: ['wasm', 'cpu'], open: async () => nodePlace() },
  Chromium: { backends: ['wasm', 'cpu', 'webgl', 'webgpu'], open: chromiumPlace },
};

interface PlacedRow extends Row {
  readonly place: string;
  readonly name: string;
}

const digits = (value: number): string =>
  value < 10 ? value.toPrecision(2) : Math.round(value).toLocaleString('en');

/** Theirs by ours; where theirs took no step in time, what it is at least. */
function ratioOf({
  ours,
  theirs,
  batches,
}: {
  ours: number | string;
  theirs: number | string;
  batches: number;
}) {
  if (typeof ours !== 'number') return '';
  if (typeof theirs === 'number') return digits(theirs / ours);
  return theirs.startsWith('no step') ? `> ${digits((limit * batches) / ours)}` : '';
}

/** A row of the table; reasons for what is missing are gathered as notes. */
function line(row: PlacedRow, notes: Set<string>): string {
  const bench = benchModels.map(make => make()).find(({ name }) => name === row.name);
  const batch = Number(/batch (\d+)$/.exec(row.model)?.[1] ?? bench?.batch);
  const batches = Math.ceil((bench?.rows ?? 0) / batch);
  const cell = (value: number | string): string => {
    if (typeof value === 'number') return digits(value);
    if (value.startsWith('no step')) return value;
    notes.add(`${row.place}, ${row.model}, ${row.backend}: ${value}`);
    return 'none';
  };
  const share =
    typeof row.kernelShare === 'number' ? `${Math.round(100 * row.kernelShare)} %` : cell(row.kernelShare);
  const cells = [
    row.place,
    row.model,
    row.backend,
    cell(row.ours),
    cell(row.theirs),
    ratioOf({ ...row, batches }),
    share,
    `${row.steps} in ${row.rounds}`,
  ];
  return `| ${cells.join(' | ')} |`;
}

async function measure(name: string, notes: Set<string>): Promise<PlacedRow[]> {
  const { backends, open } = places[name];
  const place = await open();
  const rows: PlacedRow[] = [];
  const models = benchModels.map(make => make().name);
  for (const model of models.filter(model => given.models?.split(',').includes(model) ?? true)) {
    for (const backend of backends.filter(backend => given.backends.split(',').includes(backend))) {
      if (isOver()) {
        notes.add(`${name}, ${model}, ${backend}: the time was up`);
        continue;
      }
      const row = await measureWithin(place, { model, backend, ...limits }, limit);
      rows.push({ ...row, place: name, name: model });
      console.log(line(rows[rows.length - 1], notes));
    }
  }
  await place.end();
  await place.close?.();
  return rows;
}

/** Ours on WebAssembly against tfjs on WebGL, the backend that it takes by itself. */
function printDefaults(rows: readonly PlacedRow[]): void {
  for (const ours of rows.filter(row => row.backend === 'wasm' && row.place === 'Chromium')) {
    const theirs = rows.find(row => row.name === ours.name && row.backend === 'webgl');
    if (typeof theirs?.theirs !== 'number' || typeof ours.ours !== 'number') continue;
    const batch = theirs.model === ours.model ? '' : ` (${theirs.model})`;
    console.log(
      `${ours.model}: ${digits(theirs.theirs / ours.ours)} times as fast as tfjs on WebGL, its default${batch}`,
    );
  }
}

/** Milliseconds an epoch of Keras 3.3.3 on torch, on the processor of a machine with two cores. */
const keras: Readonly<Record<string, number>> = { '10-32-3': 5.5, '784-128-10': 106, CNN: 108 };

/** Ours against Keras in Python, on the fastest backend that was measured. */
function printKeras(rows: readonly PlacedRow[]): void {
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

console.log(`${cpus()[0].model}, ${cpus().length} cores, ${new Date().toISOString().slice(0, 10)}`);
console.log('Milliseconds an epoch; steps that were timed of each engine, and in how many alternations.\n');
console.log('| place | model | backend | Kerascope | tfjs | ratio | kernels | steps |');
console.log('|---|---|---|---:|---:|---:|---:|---:|');
const notes = new Set<string>();
const rows: PlacedRow[] = [];
for (const place of given.places.split(',')) rows.push(...(await measure(place, notes)));
console.log('');
for (const note of notes) console.log(`not measured: ${note}`);
printDefaults(rows);
printKeras(rows);
console.log(`Measured in ${Math.round((performance.now() - began) / 1000)} s.`);
