/** The panel while a model trains, with scripted messages: progress, charts, seams; and how its tabs are moved through. */
import { describe, expect, it } from 'vitest';
import type { RunReport } from '../../src/protocol.ts';
import { applyReport, emptyRecord } from '../../src/run-record.ts';
import { openAgain, panel, runId, train, trainWhole, usePanel } from './openPanel.ts';
import { INITIALISE, RUN, untilEpochSeven, untilTheEnd } from './scenario.ts';

declare global {
  interface Window {
    /** Upright lines that were drawn, by canvas and place. */
    uprights: Set<string>;
  }
}

usePanel();

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
    await openAgain();
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
