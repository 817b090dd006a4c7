// What was measured of backends, over several engines: what counts as the same program on the same machine.
import { expect, test } from 'vitest';
import { type BackendName, ops, type Program, placeholder, Variable } from '../../src/graph/index.ts';
import { AutoEngine } from '../../src/training/auto-engine.ts';
import { type Measurement, Measurements, openBackend } from '../../src/training/index.ts';
import { machineFacts } from '../../src/training/machine-facts.ts';

function product(size: number): Program {
  const w = new Variable({ name: 'w', shape: [size, size], initial: 0 });
  const x = placeholder([size, size]);
  return { inputs: [x], outputs: [ops.matmul(x, w.read())], updates: [] };
}

const here = (facts: string, known: readonly Measurement[] = []) =>
  new Measurements(known, async () => facts);

test('programs of one structure have one key on one machine, and no other', async () => {
  const keys = await Promise.all([
    here('a').keyOf(product(4)),
    here('a').keyOf(product(4)),
    here('a').keyOf(product(5)),
    here('b').keyOf(product(4)),
  ]);
  expect(keys[1]).toBe(keys[0]);
  expect(new Set(keys).size).toBe(3);
  for (const key of keys) expect(key).toMatch(/^[0-9a-f]{64}$/);
});

test('asks what the machine is once', async () => {
  let asked = 0;
  const measurements = new Measurements([], async () => `${++asked}`);
  expect(await measurements.keyOf(product(4))).toBe(await measurements.keyOf(product(4)));
  expect(asked).toBe(1);
});

test('knows Node by its version, without graphics', async () => {
  expect(await machineFacts()).toMatch(/^Node\.js\/\d+\n\d+\nno WebGL\nno WebGPU$/);
});

test('an engine believes what an earlier run measured, and says when that was', async () => {
  const open = async (measurements: Measurements, probed: BackendName[]): Promise<AutoEngine> => {
    const engine = new AutoEngine(await openBackend('cpu', 'first'), ['wasm'], openBackend, measurements);
    engine.onProbing = () => probed.push(engine.backend);
    return engine;
  };
  const taken: Measurement[] = [];
  const probed: BackendName[] = [];
  const first = here('machine');
  first.onMeasured = measurement => taken.push(measurement);
  const measuring = await open(first, probed);
  await measuring.prepare(product(320));
  expect(probed).toEqual(['cpu']);
  expect(taken).toHaveLength(1);
  expect(taken[0].timings.map(({ backend }) => backend)).toEqual(['cpu', 'wasm']);
  expect(measuring.measuredEarlier).toBeNull();
  measuring.close();

  // As it comes back from where it was kept: the processor was the faster one that day.
  const time = Date.UTC(2026, 4, 31);
  const timings = [
    { backend: 'cpu' as const, result: 1 },
    { backend: 'wasm' as const, result: 2 },
  ];
  const known = { ...taken[0], time, timings };
  const believing = await open(here('machine', [known]), probed);
  await believing.prepare(product(320));
  expect(probed).toHaveLength(1);
  expect(believing.backend).toBe('cpu');
  expect(believing.measuredEarlier).toBe(time);
  believing.close();

  const elsewhere = await open(here('another machine', [known]), probed);
  await elsewhere.prepare(product(320));
  expect(probed).toHaveLength(2);
  elsewhere.close();
});
