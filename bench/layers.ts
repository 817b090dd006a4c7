/**
 * What looking into the layers costs: processor time of a fit with the distributions of every layer measured, as often
 * as the panel would have them, beside the same fit without. Medians of alternations, in Node on WebAssembly.
 *
 *   npm run bench layers
 */
import { cpus } from 'node:os';
import { allLibraries } from '../src/library/index.ts';
import { silentMonitor } from '../src/library/keras/monitor.ts';
import { servicesKey } from '../src/library/keras/services.ts';
import { openEngine } from '../src/training/open-engine.ts';
import { runPython } from '../test/python/run.ts';
import { median } from './training/measure.ts';

const ALTERNATIONS = 3;

/** A fit of some seconds of each model: its layers, what it is fed, and its epochs. */
const models = [
  {
    name: '10-32-3',
    layers: "Dense(32, activation='relu'), Dense(3, activation='softmax')",
    rows: 100,
    shape: '10,',
    classes: 3,
    batch: 32,
    epochs: 40_000,
  },
  {
    name: '784-128-10',
    layers: "Dense(128, activation='relu'), Dense(10, activation='softmax')",
    rows: 4096,
    shape: '784,',
    classes: 10,
    batch: 128,
    epochs: 100,
  },
  {
    name: 'CNN',
    layers:
      "Conv2D(32, 3, activation='relu'), MaxPooling2D(), Conv2D(64, 3, activation='relu'), MaxPooling2D(), Flatten(), Dense(10, activation='softmax')",
    rows: 512,
    shape: '28, 28, 1',
    classes: 10,
    batch: 64,
    epochs: 24,
  },
] as const;

const script = (model: (typeof models)[number]): string => `
import numpy as np
from keras import Input, Sequential
from keras.layers import Conv2D, Dense, Flatten, MaxPooling2D
x = np.random.random((${model.rows}, ${model.shape})).astype('float32')
y = np.eye(${model.classes}, dtype='float32')[np.random.randint(0, ${model.classes}, ${model.rows})]
model = Sequential([Input((${model.shape})), ${model.layers}])
model.compile('adam', 'categorical_crossentropy', metrics=['accuracy'])
model.fit(x, y, batch_size=${model.batch}, epochs=${model.epochs}, verbose=0)
`;

/** Processor milliseconds from the first epoch to the last, and how often the layers were measured. */
async function fit(text: string, watchesLayers: boolean): Promise<{ time: number; looks: number }> {
  const engine = await openEngine({ backend: 'wasm' });
  let looks = 0;
  let begun: NodeJS.CpuUsage | null = null;
  let time = 0;
  const monitor = {
    ...silentMonitor,
    watchesLayers,
    onLayers: () => void looks++,
    onStep: () => {
      begun ??= process.cpuUsage();
    },
    onFitEnd: () => {
      const { user, system } = process.cpuUsage(begun ?? undefined);
      time = (user + system) / 1000;
    },
  };
  const { stderr } = await runPython(text, {
    libraries: allLibraries(),
    prepare: py => {
      py.state(servicesKey).current = { engine: async () => engine, monitor, seed: 1 };
    },
  });
  engine.close();
  if (stderr !== '') throw new Error(stderr);
  return { time, looks };
}

console.log(`${cpus()[0].model}, ${cpus().length} cores, ${new Date().toISOString().slice(0, 10)}`);
console.log(`Processor milliseconds of a fit on WebAssembly, medians of ${ALTERNATIONS} alternations.\n`);
console.log('| model | epochs | without | with | ratio | looks |');
console.log('|---|---:|---:|---:|---:|---:|');
for (const model of models) {
  const text = script(model);
  await fit(text, true);
  const runs = { without: [] as number[], with: [] as number[], looks: [] as number[] };
  for (let turn = 0; turn < ALTERNATIONS; turn++) {
    runs.without.push((await fit(text, false)).time);
    const watched = await fit(text, true);
    runs.with.push(watched.time);
    runs.looks.push(watched.looks);
  }
  const [without, watched, looks] = [median(runs.without), median(runs.with), median(runs.looks)];
  const cells = [model.name, model.epochs, without.toFixed(0), watched.toFixed(0)];
  console.log(`| ${[...cells, (watched / without).toFixed(2), looks].join(' | ')} |`);
}
