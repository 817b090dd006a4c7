// What is left of a script's own loop when its device is lost: what was secured, and word of the rest.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type BackendName, DeviceLostError, type Engine, ops, Variable } from '../../src/graph/index.ts';
import { AutoEngine } from '../../src/training/auto-engine.ts';
import { openBackend } from '../../src/training/open-engine.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

interface Losable {
  readonly engine: AutoEngine;
  readonly told: string[];
  lose(): void;
}

/** A device that goes away when it is told to; the next one is new. */
async function losable(): Promise<Losable> {
  const lost = new Set<Engine>();
  let loseLast = () => {};
  const open = async (backend: BackendName, reason: string): Promise<Engine> => {
    const engine = await openBackend('wasm', reason);
    const listeners: ((error: DeviceLostError) => void)[] = [];
    loseLast = () => {
      lost.add(engine);
      for (const listener of listeners) listener(new DeviceLostError('gone'));
    };
    const throwIfLost = () => {
      if (lost.has(engine)) throw new DeviceLostError('gone');
    };
    const { evaluate, evaluateNow, readMany } = engine;
    return Object.assign(engine, {
      backend,
      recover: async () => !lost.has(engine),
      onLost: (listener: (error: DeviceLostError) => void) => void listeners.push(listener),
      async evaluate(...given: Parameters<Engine['evaluate']>) {
        throwIfLost();
        return evaluate.apply(engine, given);
      },
      evaluateNow(...given: Parameters<Engine['evaluateNow']>) {
        throwIfLost();
        return evaluateNow.apply(engine, given);
      },
      async readMany(...given: Parameters<Engine['readMany']>) {
        throwIfLost();
        return readMany.apply(engine, given);
      },
    });
  };
  const engine = new AutoEngine(await open('webgl', 'first'), [], open);
  const told: string[] = [];
  engine.onReplaced = (from, to) => told.push(`${from} by ${to}`);
  engine.onUpdatesLost = (from, seconds) => told.push(`${from}, ${seconds} s`);
  return { engine, told, lose: () => loseLast() };
}

const counter = () => {
  const w = new Variable({ name: 'w', shape: [], initial: 0 });
  return { w, updates: [{ variable: w, value: ops.add(w.read(), 1) }] };
};

test('it goes on from what was secured, a second before at most, and says what it lost', async () => {
  const { engine, told, lose } = await losable();
  const { w, updates } = counter();
  for (let step = 0; step < 25; step++) {
    await engine.evaluate([], updates);
    vi.advanceTimersByTime(100);
  }
  lose();
  await engine.evaluate([], updates);
  // Secured behind the steps 1, 11 and 21.
  expect((await engine.read(w)).data[0]).toBe(22);
  expect(told).toEqual(['webgl by webgl', 'webgl, 0.5 s']);
  engine.close();
});

test('code that cannot wait is made to, so that what it changes is secured and a loss is survived', async () => {
  const { engine, told, lose } = await losable();
  const { w, updates } = counter();
  expect(engine.evaluateNow([], updates)).toEqual([]);
  expect(engine.evaluateNow([w.read()], updates)).toBeNull();
  await engine.evaluate([], updates);
  expect(engine.evaluateNow([], updates)).toEqual([]);
  lose();
  expect(engine.evaluateNow([w.read()])).toBeNull();
  expect((await engine.evaluate([w.read()]))[0].data[0]).toBe(2);
  expect(told).toHaveLength(2);
  engine.close();
});

test('nothing is said where nothing learnt was lost', async () => {
  const { engine, told, lose } = await losable();
  const metric = new Variable({ name: 'metric', shape: [], initial: 0, trainable: false });
  await engine.evaluate([], [{ variable: metric, value: ops.add(metric.read(), 1) }]);
  await engine.evaluate([], [{ variable: metric, value: ops.add(metric.read(), 1) }]);
  lose();
  await engine.evaluate([metric.read()]);
  expect(told).toEqual(['webgl by webgl']);
  engine.close();
});

test('whoever has checkpoints of their own hears of the loss', async () => {
  const { engine, lose } = await losable();
  const { updates } = counter();
  engine.ownCheckpoints = true;
  await engine.evaluate([], updates);
  expect(engine.evaluateNow([], updates)).toEqual([]);
  lose();
  await expect(engine.evaluate([], updates)).rejects.toThrow(DeviceLostError);
  expect(() => engine.evaluateNow([], updates)).toThrow(DeviceLostError);
  engine.close();
});
