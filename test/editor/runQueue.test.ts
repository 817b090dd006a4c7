/** Runs of several scripts in one window: one trains, the others wait, and nothing of one gets into another. */
import { beforeEach, describe, expect, it, vi } from 'vitest';

vi.mock('vscode', () => import('./vscodeStandIn.ts'));
vi.mock('../../src/editor/runRequests.ts', () => ({ requestOf: (script: FakeScript) => script.request() }));
vi.mock('../../src/editor/settings.ts', () => ({ kerasVersionSetting: () => 'auto' }));
vi.mock('../../src/editor/scripts.ts', () => ({ Script: class {} }));

import { MeasurementStorage } from '../../src/editor/measurementStorage.ts';
import { offerToGoOn } from '../../src/editor/panelConnection.ts';
import { PanelHost } from '../../src/editor/panelHost.ts';
import { RunStorage } from '../../src/editor/runStorage.ts';
import { Runs } from '../../src/editor/runs.ts';
import { Trainer } from '../../src/editor/trainer.ts';
import type { CheckpointReport, RunReport, RunRequest } from '../../src/protocol.ts';
import { INITIALISE, RUN } from '../panel/scenario.ts';
import { files, notifications, panels, Uri } from './vscodeStandIn.ts';

let ids = 0;

class FakeScript {
  readonly uri: Uri;
  source = 'first';

  constructor(path: string) {
    this.uri = Uri.parse(`file:///project/${path}`);
  }

  request(): RunRequest {
    const { path } = this.uri;
    const name = path.slice(path.lastIndexOf('/') + 1);
    const uri = this.uri.toString();
    return {
      ...RUN,
      runId: `run-${++ids}`,
      uri,
      name,
      path: path.slice('/project/'.length),
      source: this.source,
    };
  }
}

const log = { info() {}, warn() {}, error() {} };

/** The extension's state for all windows. */
const kept = new Map<string, unknown>();
const state = {
  get: <T>(key: string): T | undefined => kept.get(key) as T | undefined,
  update: async (key: string, value: unknown) => void kept.set(key, value),
};

/** A window with its panel, as `activate` wires it. */
function openWindow() {
  const runs = new Runs();
  const storage = new RunStorage(Uri.parse('file:///storage') as never, runs, log as never);
  const initialise = async () => ({ ...INITIALISE, record: runs.shown?.record ?? null, runs: runs.list() });
  const panel = new PanelHost(Uri.parse('file:///extension') as never, runs, initialise, log as never);
  const known = new Map<string, FakeScript>();
  const documents = { latest: () => null, scriptAt: (uri: Uri) => known.get(uri.toString()) ?? null };
  const environment = { version: async () => 'auto' };
  const measurements = new MeasurementStorage(state, '1.0.0');
  const trainer = new Trainer(
    documents as never,
    environment as never,
    runs,
    panel,
    measurements,
    log as never,
  );
  const script = (path: string): FakeScript => {
    const made = new FakeScript(path);
    known.set(made.uri.toString(), made);
    return made;
  };
  const train = async (it: FakeScript): Promise<void> => {
    const known = panels.length;
    await trainer.train(it as never);
    if (panels.length > known) panels.at(-1)!.received.fire({ type: 'ready' });
    await settled();
  };
  return { runs, storage, panel, trainer, measurements, script, train };
}

/** Lets everything that was promised happen. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

type Window = ReturnType<typeof openWindow>;

/** Ids of runs that the page was told to do, in order. */
const delivered = (): string[] =>
  panels.flatMap(({ sent }) =>
    sent
      .filter(({ type }) => type === 'run')
      .map(message => (message as never as { run: RunRequest }).run.name),
  );

async function report(window: Window, made: RunReport): Promise<void> {
  window.runs.apply(made);
  await settled();
}

const finished = (runId: string, status: 'finished' | 'stopped' | 'lost' = 'finished'): RunReport => ({
  type: 'finished',
  runId,
  status,
  reason: '',
  seconds: 1,
});
const checkpointOf = (runId: string): CheckpointReport => ({
  type: 'checkpoint',
  runId,
  fit: 0,
  epoch: 7,
  step: 0,
  bytes: Uint8Array.of(1, 2, 3),
});
const activeId = (window: Window): string => window.runs.active!.record.run.runId;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  panels.length = 0;
  notifications.length = 0;
  kept.clear();
  files.clear();
});

describe('two scripts', () => {
  it('train one after the other, each with its own record', async () => {
    const window = openWindow();
    const [first, second] = [window.script('a.py'), window.script('b.py')];
    await window.train(first);
    const one = activeId(window);
    await window.trainer.train(second as never);
    await settled();
    expect(delivered()).toEqual(['a.py']);
    expect(activeId(window)).toBe(one);
    expect(window.runs.list()).toMatchObject([
      { name: 'a.py', status: 'preparing' },
      { name: 'b.py', status: 'waiting' },
    ]);

    await report(window, { type: 'output', runId: one, stream: 'stdout', text: 'of a' });
    await report(window, finished(one));
    expect(delivered()).toEqual(['a.py', 'b.py']);
    const two = activeId(window);
    await report(window, { type: 'output', runId: two, stream: 'stdout', text: 'of b' });
    // A late word of the first run does not reach the second.
    await report(window, { type: 'output', runId: one, stream: 'stdout', text: ' late' });
    const output = (it: FakeScript) => window.runs.of(it.uri as never)!.record.output.map(({ text }) => text);
    expect(output(first)).toEqual(['of a late']);
    expect(output(second)).toEqual(['of b']);
    expect(window.runs.shown!.record.run.runId).toBe(two);
  });

  it('let the first be shown while the second trains', async () => {
    const window = openWindow();
    await window.train(window.script('a.py'));
    const one = activeId(window);
    await window.trainer.train(window.script('b.py') as never);
    await report(window, finished(one));
    const two = activeId(window);
    window.trainer.show(one);
    expect(panels[0]!.sent.at(-1)).toMatchObject({ type: 'record', record: { run: { runId: one } } });
    expect(activeId(window)).toBe(two);
    window.trainer.stop();
    expect(panels[0]!.sent.at(-1)).toMatchObject({ type: 'stop', runId: two });
  });

  it('are told apart by their folders where their names are the same', async () => {
    const window = openWindow();
    await window.train(window.script('x/train.py'));
    await window.trainer.train(window.script('y/train.py') as never);
    expect(window.runs.list().map(({ name }) => name)).toEqual(['x/train.py', 'y/train.py']);
  });
});

describe('a run that waits', () => {
  it('is asked for once: the newest text counts', async () => {
    const window = openWindow();
    await window.train(window.script('a.py'));
    const second = window.script('b.py');
    await window.trainer.train(second as never);
    second.source = 'second';
    await window.trainer.train(second as never);
    expect(window.runs.waiting.map(({ request }) => request.source)).toEqual(['second']);
  });

  it('can be taken back', async () => {
    const window = openWindow();
    await window.train(window.script('a.py'));
    await window.trainer.train(window.script('b.py') as never);
    window.trainer.withdraw(window.runs.waiting[0]!.request.runId);
    await report(window, finished(activeId(window)));
    expect(delivered()).toEqual(['a.py']);
  });

  it('is forgotten with the panel, whose run can go on', async () => {
    const window = openWindow();
    await window.train(window.script('a.py'));
    const one = activeId(window);
    window.panel.onDidInterrupt(run => void offerToGoOn(run, window.trainer));
    await report(window, checkpointOf(one));
    await window.trainer.train(window.script('b.py') as never);
    panels[0]!.dispose();
    await settled();
    expect(window.runs.waiting).toEqual([]);
    expect(notifications).toEqual(['a.py stopped training with its panel, after epoch 7.']);
    panels[1]!.received.fire({ type: 'ready' });
    await settled();
    expect(panels[1]!.sent.find(({ type }) => type === 'run')).toMatchObject({
      run: { runId: one },
      checkpoint: { epoch: 7, bytes: Uint8Array.of(1, 2, 3) },
    });
  });
});

it('the same script again replaces its run at once', async () => {
  const window = openWindow();
  const script = window.script('a.py');
  await window.train(script);
  const one = activeId(window);
  await window.trainer.train(script as never);
  await settled();
  expect(delivered()).toEqual(['a.py', 'a.py']);
  expect(activeId(window)).not.toBe(one);
});

it('a lost run goes on from its checkpoint behind the run that trains', async () => {
  const window = openWindow();
  await window.train(window.script('a.py'));
  const one = activeId(window);
  await report(window, checkpointOf(one));
  await window.trainer.train(window.script('b.py') as never);
  await report(window, finished(one, 'lost'));
  const two = activeId(window);
  await window.trainer.goOn(one);
  expect(activeId(window)).toBe(two);
  await report(window, finished(two));
  expect(activeId(window)).toBe(one);
  expect(panels[0]!.sent.filter(({ type }) => type === 'run').at(-1)).toMatchObject({
    checkpoint: { epoch: 7 },
  });
});

it('a window that is opened again has the runs of every script, and offers to go on with the one that trained', async () => {
  const before = openWindow();
  await before.train(before.script('a.py'));
  await report(before, finished(activeId(before)));
  const second = before.script('b.py');
  await before.train(second);
  const two = activeId(before);
  // Checkpoints are written only now and then.
  vi.setSystemTime(Date.now() + 10_000);
  await report(before, checkpointOf(two));

  const after = openWindow();
  after.script('b.py');
  const interrupted = await after.storage.restore();
  expect(after.runs.list().map(({ name, status }) => [name, status])).toEqual([
    ['a.py', 'finished'],
    ['b.py', 'lost'],
  ]);
  expect(after.runs.shown!.record.run.runId).toBe(two);
  expect(interrupted.map(({ record }) => record.run.runId)).toEqual([two]);
  await offerToGoOn(interrupted[0]!, after.trainer);
  expect(notifications).toEqual(['b.py stopped training with its window, after epoch 7.']);
  panels.at(-1)!.received.fire({ type: 'ready' });
  await settled();
  expect(panels.at(-1)!.sent.find(({ type }) => type === 'run')).toMatchObject({
    run: { runId: two },
    checkpoint: { epoch: 7, bytes: Uint8Array.of(1, 2, 3) },
  });
});

it('every window tells its runs what was measured of backends in any of them, until that is to be measured again', async () => {
  const measurement = {
    key: 'a1'.repeat(32),
    time: Date.now(),
    timings: [{ backend: 'wasm' as const, result: 1.5 }],
  };
  const told = (): unknown =>
    (
      panels
        .at(-1)!
        .sent.filter(({ type }) => type === 'run')
        .at(-1) as { measurements?: unknown }
    ).measurements;
  const before = openWindow();
  const script = before.script('a.py');
  await before.train(script);
  expect(told()).toEqual([]);
  before.measurements.keep(measurement);

  const after = openWindow();
  panels.length = 0;
  await after.train(after.script('a.py'));
  expect(told()).toEqual([measurement]);
  after.trainer.measureAgain();
  expect(notifications.at(-1)).toMatch(/measured again/);
  await after.train(after.script('a.py'));
  expect(told()).toEqual([]);
});
