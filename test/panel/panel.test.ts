/** The panel as its users and the host meet it, with scripted messages from host and worker. */
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fitTemperature, fromLogits } from '../../src/calibration/index.ts';
import type { FitReport, HostToPanel, RunReport, RunSummary, WorkerToPanel } from '../../src/protocol.ts';
import { applyReport, emptyRecord } from '../../src/run-record.ts';
import type { PanelPage } from './harness.ts';
import { Harness } from './harness.ts';
import { failure, INITIALISE, MODEL, predictions, RUN, untilEpochSeven, untilTheEnd } from './scenario.ts';

declare global {
  interface Window {
    /** Upright lines that were drawn, by canvas and place. */
    uprights: Set<string>;
  }
}

let harness: Harness;
let panel: PanelPage;
beforeAll(async () => {
  harness = await Harness.start();
});
afterAll(() => harness.stop());
beforeEach(async () => {
  panel = await harness.open();
});
afterEach(async () => {
  expect(await panel.violations()).toEqual([]);
  await panel.close();
});

const runId = RUN.runId;
const run: HostToPanel = { type: 'run', run: RUN, checkpoint: null };

async function train(...reports: (WorkerToPanel | 'crash')[]): Promise<void> {
  await panel.host(INITIALISE, run);
  await panel.toWorker('start');
  await panel.worker(...reports);
}

async function trainWhole(): Promise<void> {
  await train(...untilEpochSeven(), ...untilTheEnd());
}

function barWidths(): Promise<number[]> {
  return panel.page
    .locator('#panel-temperature .bar-fill')
    .evaluateAll(bars => bars.map(bar => Number.parseFloat((bar as HTMLElement).style.width)));
}

function score(name: string): Promise<string> {
  return panel.page
    .locator('.scores tr', { has: panel.page.locator(`th:text-is("${name}")`) })
    .locator('.now')
    .innerText();
}

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

describe('training', () => {
  it('shows how far it is', async () => {
    await train(...untilEpochSeven());
    const bar = panel.page.getByRole('progressbar');
    expect(await bar.getAttribute('aria-valuenow')).toBe('68');
    expect(await bar.getAttribute('aria-valuetext')).toBe('epoch 7/10, step 3/4 · 0.8 s left');
    expect(await panel.page.locator('.title').innerText()).toContain('451 params');
    expect(await panel.page.locator('.header .dropdown').getAttribute('title')).toContain('1.2 ms a step');
  });

  it('names what is prepared', async () => {
    await train({ type: 'preparing', runId, stage: 'shaders', detail: 'WebGL' });
    expect(await panel.page.getByText('Compiling shaders: WebGL…').isVisible()).toBe(true);
  });

  it('draws a chart for each metric with a table behind it', async () => {
    await trainWhole();
    expect(await panel.page.locator('.chart-title').allInnerTexts()).toEqual(['loss', 'accuracy']);
    const chart = panel.page.locator('.chart').first();
    expect(await chart.locator('.chart-canvas').getAttribute('aria-label')).toMatch(
      /^Chart of loss over epoch: train /,
    );
    await chart.hover();
    await chart.getByRole('button', { name: 'Show as a table' }).click();
    expect(await chart.locator('tbody tr').count()).toBe(10);
    expect(await chart.locator('thead th').allInnerTexts()).toEqual(['epoch', 'loss', 'val_loss']);
    await chart.getByRole('button', { name: 'Save as CSV' }).click();
    const { bytes, name } = await panel.toHost('export');
    expect(name).toBe('loss.csv');
    expect(new TextDecoder().decode(bytes).split('\n')[0]).toBe('epoch,loss,val_loss');
  });

  it('exports a picture', async () => {
    await trainWhole();
    await panel.page.locator('.chart').first().hover();
    await panel.page.getByRole('button', { name: 'Save as PNG' }).first().click();
    const { bytes } = await panel.toHost('export');
    expect([...bytes.subarray(1, 4)].map(code => String.fromCharCode(code)).join('')).toBe('PNG');
  });

  it('hides and shows curves by the legend, and remembers it', async () => {
    await trainWhole();
    const entry = panel.page.locator('.legend-entry').nth(1);
    await entry.click();
    await panel.settle();
    expect(await entry.getAttribute('aria-pressed')).toBe('false');
    expect((await panel.toHost('persist')).view.hiddenSeries).toEqual(['val_loss']);
    await entry.click();
    await panel.settle();
    expect(await entry.getAttribute('aria-pressed')).toBe('true');
  });

  it('shows a loss that became NaN, and tells the host', async () => {
    const report: RunReport = {
      type: 'metrics',
      runId,
      fit: 0,
      scope: 'epoch',
      at: [7],
      seconds: [1],
      columns: { loss: [Number.NaN], accuracy: [0.3], val_loss: [Number.NaN], val_accuracy: [0.3] },
    };
    await train(...untilEpochSeven(), report);
    expect((await panel.toHost('report')).report).toEqual(report);
    expect(await panel.page.locator('.chart').first().locator('.legend-value').first().innerText()).toBe(
      'NaN',
    );
  });

  it('draws a seam where a run went on from a checkpoint, in every chart', async () => {
    // Lines from the top of a chart to its bottom, other than those of the grid.
    const uprights = async (seams: number[]): Promise<number[]> => {
      const record = emptyRecord(RUN);
      for (const report of [...untilEpochSeven(), ...untilTheEnd()]) applyReport(record, report as RunReport);
      record.fits[0]!.seams = seams;
      await panel.page.evaluate(() => {
        const drawn = (window.uprights = new Set<string>());
        const { moveTo, lineTo } = CanvasRenderingContext2D.prototype;
        let from: [number, number] = [0, 0];
        CanvasRenderingContext2D.prototype.moveTo = function (x, y) {
          from = [x, y];
          return moveTo.call(this, x, y);
        };
        CanvasRenderingContext2D.prototype.lineTo = function (x, y) {
          if (x === from[0] && Math.abs(y - from[1]) > 50) {
            const place = [...document.querySelectorAll('canvas')].indexOf(this.canvas);
            // A chart is drawn once before it has its place in the page.
            if (place >= 0) drawn.add(`${place} ${x}`);
          }
          return lineTo.call(this, x, y);
        };
      });
      await panel.host({ ...INITIALISE, record });
      return panel.page.evaluate(() =>
        [0, 1].map(chart => [...window.uprights].filter(line => line.startsWith(`${chart} `)).length),
      );
    };
    const without = await uprights([]);
    await panel.close();
    panel = await harness.open();
    const withSeam = await uprights([4]);
    expect(withSeam[0]).toBeGreaterThan(without[0]!);
    expect(withSeam[1]).toBeGreaterThan(without[1]!);
  });

  it('draws by step when asked', async () => {
    await trainWhole();
    await panel.page.locator('.view-options vscode-dropdown').first().focus();
    await panel.page.keyboard.press('ArrowDown');
    await panel.settle();
    expect((await panel.toHost('persist')).view.axis).toBe('step');
  });

  it('links what it noticed to the line', async () => {
    await train(...untilEpochSeven());
    await panel.page.locator('.notice .link').click();
    expect(await panel.toHost('reveal')).toMatchObject({ line: 9, path: RUN.path });
  });
});

describe('tabs', () => {
  it('move with the arrow keys', async () => {
    await trainWhole();
    await panel.page.getByRole('tab', { name: 'Training' }).focus();
    await panel.page.keyboard.press('ArrowRight');
    await panel.page.keyboard.press('ArrowRight');
    await panel.settle();
    expect(await panel.page.getByRole('tab', { name: 'Temperature' }).getAttribute('aria-selected')).toBe(
      'true',
    );
    expect(await panel.page.locator('#panel-temperature').isVisible()).toBe(true);
    expect(await panel.page.locator('#panel-training').isVisible()).toBe(false);
    await panel.page.keyboard.press('Home');
    await panel.settle();
    expect(await panel.page.locator('#panel-training').isVisible()).toBe(true);
  });

  it('ask for statistics only while layers are looked at', async () => {
    await train(...untilEpochSeven());
    await panel.tab('Layers');
    expect((await panel.toWorker('watchLayers')).watch).toBe(true);
    await panel.page.getByRole('button', { name: 'dense_1' }).click();
    expect(await panel.toHost('reveal')).toMatchObject({ line: 11 });
    await panel.tab('Output');
    await panel.page.waitForFunction(
      () => window.sentToWorker.findLast(message => message.type === 'watchLayers')?.watch === false,
    );
  });
});

describe('predictions', () => {
  it('lists wrong samples first, moves by keyboard, and filters by confusion', async () => {
    await trainWhole();
    await panel.tab('Predictions');
    const list = panel.page.getByRole('listbox', { name: 'Samples' });
    expect(await list.locator('.sample-row').first().getAttribute('class')).toContain('wrong');
    const heading = panel.page.locator('#panel-predictions .sample-detail .pane-title');
    const first = await heading.innerText();
    await list.focus();
    await panel.page.keyboard.press('ArrowDown');
    await panel.settle();
    expect(await heading.innerText()).not.toBe(first);
    expect(await list.locator('[aria-selected="true"]').getAttribute('aria-posinset')).toBe('2');
    const cell = panel.page.getByRole('button', { name: /samples of setosa predicted as versicolor/ });
    const count = await cell.innerText();
    await cell.click();
    await panel.settle();
    expect(await list.locator('.sample-row').first().getAttribute('aria-setsize')).toBe(count);
  });

  it('mark the true class by a shape and a word', async () => {
    await trainWhole();
    await panel.tab('Predictions');
    const truth = panel.page.locator('#panel-predictions .bar.is-true');
    expect(await truth.innerText()).toContain('◆');
    expect(await truth.innerText()).toMatch(/true class|right/);
  });

  it('say which views need a classifier', async () => {
    await train(
      { ...MODEL, head: 'none' },
      { type: 'finished', runId, status: 'finished', reason: '', seconds: 1 },
    );
    await panel.tab('Temperature');
    expect(await panel.page.getByText('does not end in a classifier').isVisible()).toBe(true);
    expect(await panel.page.getByRole('slider', { name: 'Temperature' }).count()).toBe(0);
  });

  it('take a sigmoid for two classes', async () => {
    await train(predictions({ columns: 1, classNames: ['no', 'yes'] }));
    await panel.tab('Predictions');
    expect(await panel.page.locator('#panel-predictions .bar-name').allInnerTexts()).toEqual(['no', 'yes']);
  });
});

describe('temperature', () => {
  it('moves bars and scores with the slider, at once', async () => {
    await trainWhole();
    await panel.tab('Temperature');
    const before = await barWidths();
    const likelihood = await score('NLL');
    const slider = panel.page.getByRole('slider', { name: 'Temperature' });
    await slider.fill('900');
    await panel.settle();
    const after = await barWidths();
    expect(Math.max(...after)).toBeLessThan(Math.max(...before));
    expect(after.indexOf(Math.max(...after))).toBe(before.indexOf(Math.max(...before)));
    expect(after.reduce((sum, width) => sum + width, 0)).toBeCloseTo(100, 3);
    expect(await score('NLL')).not.toBe(likelihood);
    expect(await score('Accuracy')).toBe(
      await panel.page.locator('.scores tbody tr:last-child td').first().innerText(),
    );
  });

  it('moves by arrow keys and says its value', async () => {
    await trainWhole();
    await panel.tab('Temperature');
    const slider = panel.page.getByRole('slider', { name: 'Temperature' });
    await slider.focus();
    const before = await barWidths();
    for (let press = 0; press < 10; press++) {
      await panel.page.keyboard.press('ArrowRight');
    }
    await panel.settle();
    expect(await slider.getAttribute('aria-valuetext')).toBe('T = 1.06');
    expect(await barWidths()).not.toEqual(before);
  });

  it('can be dragged on its curve', async () => {
    await trainWhole();
    await panel.tab('Temperature');
    const box = (await panel.page.locator('.likelihood-plot').boundingBox())!;
    await panel.page.mouse.move(box.x + box.width / 2, box.y + 60);
    await panel.page.mouse.down();
    await panel.page.mouse.move(box.x + box.width, box.y + 60, { steps: 4 });
    await panel.page.mouse.up();
    await panel.settle();
    expect(await panel.page.locator('.temperature-value').innerText()).toBe('T = 20');
  });

  it('is fitted to the optimum and written into the code', async () => {
    await trainWhole();
    await panel.tab('Temperature');
    const report = predictions();
    const { temperature } = fitTemperature(fromLogits(report.scores, report.samples, 3), report.labels);
    await panel.page.getByText('Fit T', { exact: true }).click();
    await panel.settle();
    const shown = String(Number(temperature.toPrecision(3)));
    expect(await panel.page.locator('.temperature-value').innerText()).toBe(`T = ${shown}`);
    expect(await panel.page.locator('.verdict').innerText()).toContain('This is the best T.');
    expect(await panel.page.getByText(/95 % of 200 resamples/).isVisible()).toBe(true);
    await panel.page.getByText(`Write T = ${shown} into the code`).click();
    expect(await panel.toHost('writeTemperature')).toEqual({
      type: 'writeTemperature',
      path: RUN.path,
      model: 'model',
      line: null,
      range: null,
      value: Number(shown),
    });
  });

  it('starts at the temperature in the code and writes to its place', async () => {
    const range = { line: 8, column: 14, endLine: 8, endColumn: 17 };
    await train(predictions({ temperature: { value: 0.6, range, line: 8 } }));
    await panel.host({ type: 'show', tab: 'temperature', fit: true });
    await panel.page.getByText('back to 0.6 as in line 8').waitFor();
    await panel.page.getByText(/Write T = .* into the code/).click();
    expect(await panel.toHost('writeTemperature')).toMatchObject({ line: 8, range });
    await panel.page.getByText('back to 0.6 as in line 8').click();
    await panel.settle();
    expect(await panel.page.locator('.temperature-value').innerText()).toBe('T = 0.6');
  });

  it('warns of few samples, of training samples and of probabilities', async () => {
    await train(predictions({ samples: 30, total: 30, trainedOn: true, split: 'training' }));
    await panel.tab('Temperature');
    const cautions = await panel.page.locator('.cautions li').allInnerTexts();
    expect(cautions).toHaveLength(2);
    expect(cautions[0]).toContain('was trained on these samples');
    expect(cautions[1]).toContain('30 samples are few');
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
