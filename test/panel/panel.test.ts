/** The panel as its users and the host meet it, with scripted messages from host and worker: runs, messages, output. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FitReport, HostToPanel, RunReport, RunSummary } from '../../src/protocol.ts';
import { applyReport, emptyRecord } from '../../src/run-record.ts';
import { panel, run, runId, train, usePanel } from './openPanel.ts';
import { failure, INITIALISE, RUN, untilEpochSeven, untilTheEnd } from './scenario.ts';

usePanel();

describe('several runs', () => {
  const other: RunSummary = { runId: 'run-0', name: 'other.py', status: 'finished' };
  const own: RunSummary = { runId, name: RUN.name, status: 'running' };

  it('are offered for a look, while the reports of the one that trains go to its own record', async () => {
    await train(...untilEpochSeven());
    await panel.host({ type: 'runs', runs: [other, own] });
    const choice = panel.page.getByLabel('Shown run');
    expect(await choice.isVisible()).toBe(true);
    const record = emptyRecord({ ...RUN, runId: 'run-0', name: 'other.py' });
    record.status = 'finished';
    record.seconds = 3;
    await panel.host({ type: 'record', record });
    expect(await panel.page.locator('.file-name').textContent()).toBe('other.py');
    await panel.worker(...untilTheEnd());
    expect(await panel.page.locator('.progress-step').textContent()).toBe('finished in 3.0 s, restored');
    expect(await panel.page.locator('.progress-epoch').textContent()).toBe('');
    // What the host sends back of the run that trains here is older than what the page knows.
    await panel.host({ type: 'record', record: emptyRecord(RUN) });
    expect(await panel.page.locator('.progress-epoch').textContent()).toBe('epoch 10/10');
    expect(await panel.page.locator('.progress-step').textContent()).toMatch(/^finished in/);
  });

  it.each([350, 440, 512, 700])('are offered inside a panel of %i px', async width => {
    await panel.page.setViewportSize({ width, height: 760 });
    await train(...untilEpochSeven());
    await panel.host({ type: 'runs', runs: [other, own] });
    await panel.settle();
    for (const label of ['Backend', 'Shown run']) {
      const box = (await panel.page.getByLabel(label).boundingBox())!;
      expect(box.x + box.width).toBeLessThanOrEqual(width);
    }
    const title = (await panel.page.locator('.title').boundingBox())!;
    const choice = (await panel.page.getByLabel('Backend').boundingBox())!;
    expect(choice.x >= title.x + title.width || choice.y >= title.y + title.height).toBe(true);
  });

  it('say who waits, and take it back', async () => {
    await train(...untilEpochSeven());
    const waiting: RunSummary = { runId: 'run-2', name: 'later.py', status: 'waiting' };
    await panel.host({ type: 'runs', runs: [own, waiting] });
    const line = panel.page.getByText(`later.py waits until ${RUN.name} is done.`);
    expect(await line.isVisible()).toBe(true);
    expect(await panel.page.getByLabel('Shown run').isVisible()).toBe(false);
    await panel.page.getByText('Do not train it').click();
    expect(await panel.toHost('withdraw')).toEqual({ type: 'withdraw', runId: 'run-2' });
    await panel.host({ type: 'runs', runs: [own] });
    expect(await line.isVisible()).toBe(false);
  });
});

describe('before any run', () => {
  it('offers the open script and the example', async () => {
    await panel.host(INITIALISE);
    await panel.page.getByText('Train categorical_crossentropy.py').click();
    await panel.toHost('trainOffer');
    await panel.page.getByText('Open the example').click();
    await panel.toHost('openExample');
    expect(await panel.page.getByRole('tablist').count()).toBe(0);
  });

  it('follows the open script', async () => {
    await panel.host({ ...INITIALISE, offer: null });
    expect(await panel.page.getByText('Open a Keras script').isVisible()).toBe(true);
    await panel.host({ type: 'offer', offer: { ...INITIALISE.offer!, name: 'other.py' } });
    expect(await panel.page.getByText('Train other.py').isVisible()).toBe(true);
  });

  it('speaks Chinese when the host sends Chinese', async () => {
    const strings = JSON.parse(readFileSync(new URL('../../l10n/panel.zh-cn.json', import.meta.url), 'utf8'));
    await panel.host({ ...INITIALISE, locale: 'zh-cn', strings });
    expect(await panel.page.getByText('训练 categorical_crossentropy.py').isVisible()).toBe(true);
  });
});

describe('the worker', () => {
  it('gets its files and the run, and its reports reach the host unchanged', async () => {
    await train(...untilEpochSeven());
    expect((await panel.toWorker('initialise')).assets).toEqual(['asset.wasm']);
    expect((await panel.toWorker('start')).run).toEqual(RUN);
    const forwarded = await panel.page.evaluate(() =>
      window.sentToHost.flatMap(message => (message.type === 'report' ? [message.report] : [])),
    );
    expect(forwarded).toEqual(untilEpochSeven());
  });

  it('has its file requests relayed, and their replies', async () => {
    await train();
    const request = {
      type: 'request',
      runId,
      id: 7,
      request: 'readFile',
      parameters: { path: 'data.csv' },
    } as const;
    await panel.worker(request);
    expect(await panel.toHost('request')).toEqual(request);
    const error = { exception: 'FileNotFoundError', message: 'No such file: data.csv' } as const;
    await panel.host({ type: 'reply', id: 7, ok: false, error });
    expect(await panel.toWorker('reply')).toEqual({ type: 'reply', id: 7, ok: false, error });
  });

  it('is handed a library that it asks for', async () => {
    await train();
    await panel.worker({ type: 'assetWanted', name: 'hdf5.js' });
    expect(await panel.toWorker('asset')).toEqual({
      type: 'asset',
      name: 'hdf5.js',
      bytes: 'library',
      reason: '',
    });
    expect(await panel.page.evaluate(() => window.violations)).toEqual([]);
  });

  it('is asked to stop, and ended when it does not', async () => {
    await train(...untilEpochSeven());
    await panel.page.getByText('Stop', { exact: true }).click();
    expect(await panel.toWorker('stop')).toMatchObject({ type: 'stop', runId });
    await panel.page.getByText(/stopped after/).waitFor();
    expect((await panel.toHost('report')).report).toMatchObject({ type: 'finished', status: 'stopped' });
    await panel.page.getByText('Train again').click();
    await panel.toHost('runAgain');
  });

  it('is given another learning rate, and ends with the best weights', async () => {
    await train(...untilEpochSeven());
    expect(await panel.page.getByLabel('Learning rate').isVisible()).toBe(false);
    const fit = untilEpochSeven().find(report => report.type === 'fit') as FitReport;
    await panel.worker({ ...fit, fit: 1, learningRate: 0.01, keepsBest: true });
    const rate = panel.page.getByLabel('Learning rate');
    expect(await rate.inputValue()).toBe('0.01');
    await rate.fill('0.002');
    await rate.blur();
    expect(await panel.toWorker('setLearningRate')).toEqual({ type: 'setLearningRate', runId, value: 0.002 });
    await panel.page.getByText('End with the best weights').click();
    expect(await panel.toWorker('stop')).toEqual({ type: 'stop', runId, restoreBest: true });
  });

  it('is given another backend, for the next training', async () => {
    await train(...untilEpochSeven());
    await panel.page.locator('.header .dropdown').first().click();
    await panel.page.getByRole('option', { name: 'WebGPU' }).click();
    expect(await panel.toHost('chooseBackend')).toEqual({ type: 'chooseBackend', backend: 'webgpu' });
  });

  it('measures the backends again, which is no backend to stay chosen', async () => {
    await train(...untilEpochSeven());
    const backend = panel.page.locator('.header vscode-dropdown').first();
    const before = await backend.evaluate(element => (element as HTMLSelectElement).value);
    await backend.click();
    await panel.page.getByRole('option', { name: 'Measure again' }).click();
    expect(await panel.toHost('measureAgain')).toEqual({ type: 'measureAgain' });
    expect(await backend.evaluate(element => (element as HTMLSelectElement).value)).toBe(before);
  });

  it('is paused and resumed', async () => {
    await train(...untilEpochSeven());
    await panel.page.getByText('Pause', { exact: true }).click();
    await panel.toWorker('pause');
    await panel.worker({ type: 'paused', runId });
    await panel.page.getByText('Resume', { exact: true }).click();
    await panel.toWorker('resume');
    await panel.worker({ type: 'resumed', runId, fromCheckpoint: false, fit: null, epoch: null });
    expect(await panel.page.getByText('Pause', { exact: true }).isVisible()).toBe(true);
  });

  it('counts as lost when it crashes, and the run can go on from its checkpoint', async () => {
    await train(
      ...untilEpochSeven(),
      { type: 'checkpoint', runId, fit: 0, epoch: 6, step: 0, bytes: new Uint8Array(4) },
      'crash',
    );
    await panel.page.getByText(/scripted crash/).waitFor();
    expect((await panel.toHost('report')).report).toMatchObject({ type: 'finished', status: 'lost' });
    await panel.page.getByText('Go on from epoch 6').click();
    expect(await panel.toHost('continue')).toEqual({ type: 'continue', runId });
    await panel.host(run);
    await panel.page.waitForFunction(
      () => window.sentToWorker.filter(message => message.type === 'start').length === 2,
    );
  });

  it('shows the steps of a loop of the script, and offers to go on from one', async () => {
    const curves = { at: [], seconds: [], columns: {} };
    const loop = { type: 'loop' as const, runId, optimizers: [], curves };
    await train(
      { ...loop, steps: 40, seam: true },
      { ...loop, steps: 57, seam: false },
      { type: 'checkpoint', runId, fit: null, epoch: 0, step: 55, bytes: new Uint8Array(4) },
    );
    const words = 'The script trains in a loop of its own: step 57. It went on from step 40.';
    expect(await panel.page.getByText(words).isVisible()).toBe(true);
    await panel.worker('crash');
    await panel.page.getByText('Go on from step 55').click();
    expect(await panel.toHost('continue')).toEqual({ type: 'continue', runId });
  });

  it('says when the device was lost', async () => {
    await train(...untilEpochSeven(), { type: 'deviceLost', runId, backend: 'webgl', fallback: 'wasm' });
    const words = 'The WebGL device was lost; training went on with WASM from the last checkpoint.';
    expect(await panel.page.getByText(words).isVisible()).toBe(true);
  });
});

describe('messages', () => {
  it('that are unknown or malformed are dropped with a log', async () => {
    await panel.host(INITIALISE);
    for (const message of [
      { type: 'explode' },
      { type: 'run', run: { ...RUN, source: 5 } },
      { type: 'show' },
    ]) {
      await panel.host(message as unknown as HostToPanel);
    }
    const logs = await panel.page.evaluate(() =>
      window.sentToHost.flatMap(message => (message.type === 'log' ? [message.text] : [])),
    );
    expect(logs).toEqual([
      expect.stringContaining("type 'explode' is unknown"),
      expect.stringContaining('run.source should be a string'),
      expect.stringContaining('tab should be one of'),
    ]);
  });

  it('carry text that is never parsed as HTML', async () => {
    await train(...failure());
    await panel.tab('Output');
    expect(await panel.page.locator('img').count()).toBe(0);
    expect(await panel.page.locator('.banner').innerText()).toContain('<img src=x onerror=alert(1)>');
    await panel.page.locator('.console .link').click();
    expect(await panel.toHost('reveal')).toMatchObject({ path: RUN.path, line: 15 });
  });
});

describe('output', () => {
  it('links the lines of the workspace, not those of libraries', async () => {
    const text = `Traceback (most recent call last):
  File "lessons/first.py", line 8, in <module>
  File "keras/datasets/mnist.py", line 10, in load_data
FileNotFoundError: mnist.npz
`;
    await train(...untilEpochSeven(), { type: 'output', runId, stream: 'stderr', text });
    await panel.tab('Output');
    const links = panel.page.locator('.console .stderr .link');
    expect(await links.allTextContents()).toEqual(['File "lessons/first.py", line 8']);
    await links.click();
    expect(await panel.toHost('reveal')).toMatchObject({ path: 'lessons/first.py', line: 8 });
    expect(await panel.page.locator('.console').textContent()).toContain('File "keras/datasets/mnist.py"');
  });
});
describe('after a reload', () => {
  it('shows the record that the host kept', async () => {
    const record = emptyRecord(RUN);
    for (const report of [...untilEpochSeven(), ...untilTheEnd()]) {
      applyReport(record, report as RunReport);
    }
    const view = {
      tab: 'temperature',
      smoothing: 0.5,
      logScale: false,
      axis: 'epoch',
      hiddenSeries: [],
      temperature: 2,
      split: null,
      sample: null,
      sampleFilter: 'all',
    } as const;
    await panel.host({ ...INITIALISE, record, view: { ...view, hiddenSeries: [] } });
    expect(await panel.page.getByText('finished in 1.4 s, restored').isVisible()).toBe(true);
    expect(await panel.page.locator('.temperature-value').innerText()).toBe('T = 2');
    await panel.tab('Training');
    expect(await panel.page.locator('.chart').count()).toBe(2);
  });
});
