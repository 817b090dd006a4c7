/** The panel while a script trains in a loop of its own: its curves, its optimizers' rates, and beside fits. */
import { describe, expect, it } from 'vitest';
import { applyReport, emptyRecord } from '../../src/run-record.ts';
import { chartsOfLoop } from '../../webview/panel/loop-curves.ts';
import { classifierLoop, ganLoop } from './loopScenario.ts';
import { panel, runId, train, usePanel } from './openPanel.ts';
import { MODEL, RUN, untilEpochSeven } from './scenario.ts';

const OPTIONS = { axis: 'epoch', smoothing: 0, logScale: false } as const;

function chartsOf(columns: readonly string[]) {
  const record = emptyRecord(RUN);
  applyReport(record, {
    type: 'loop',
    runId,
    steps: 2,
    seam: false,
    optimizers: [],
    curves: {
      at: [1, 2],
      seconds: [0, 1],
      columns: Object.fromEntries(columns.map(name => [name, [0.5, 0.4]])),
    },
  });
  return chartsOfLoop(record.loop!, [MODEL], OPTIONS).map(({ title, series }) => [
    title,
    ...series.map(({ label, dashed }) => (dashed ? `(${label})` : label)),
  ]);
}

describe('the charts of a loop', () => {
  it('have the losses of several networks together, told apart by variable or by model', () => {
    expect(chartsOf(['g.gen_loss', 'd.disc_loss'])).toEqual([['loss', 'gen_loss', 'disc_loss']]);
    expect(chartsOf(['d.loss', 'd.accuracy', 'gan.loss', 'gan.accuracy'])).toEqual([
      ['loss', 'd', 'gan'],
      ['d: accuracy', 'train'],
      ['gan: accuracy', 'train'],
    ]);
    expect(chartsOf(['m.loss', 'm.accuracy', 'm.val_loss', 'm.val_accuracy'])).toEqual([
      ['loss', 'train', '(validation)'],
      ['accuracy', 'train', '(validation)'],
    ]);
    expect(chartsOf(['m.loss_value', 'm.val_loss'])).toEqual([['loss', 'loss_value', '(val_loss)']]);
    expect(chartsOf(['a.loss', 'a.kl_loss', 'b.loss'])).toEqual([
      ['loss', 'a: loss', 'a: kl_loss', 'b: loss'],
    ]);
  });

  it('have a metric on two splits in one', () => {
    expect(
      chartsOf(['m.loss_value', 'train_acc_metric', 'val_acc_metric', 'auc', 'val_auc', 'test_mse']),
    ).toEqual([
      ['loss_value', 'train'],
      ['acc_metric', 'train', '(validation)'],
      ['auc', 'train', '(validation)'],
      ['test_mse', '(validation)'],
    ]);
  });
});

describe('a loop of the script', () => {
  usePanel();

  it('is drawn by step, with its seam, its metrics and levels of chance', async () => {
    await train(...classifierLoop());
    expect(await panel.page.locator('.chart-title').allInnerTexts()).toEqual(['loss', 'acc']);
    const [loss, accuracy] = await panel.page.locator('.chart-canvas').all();
    expect(await loss!.getAttribute('aria-label')).toMatch(/^Chart of loss over step: train 0\.50/);
    expect(await accuracy!.getAttribute('aria-label')).toMatch(/train 0\.789, validation 0\.723$/);
    expect(await panel.page.getByText('It went on from step 130.').isVisible()).toBe(true);
    expect(await panel.page.locator('.header').textContent()).toContain('step 200');
    expect(await panel.page.locator('.progress').isVisible()).toBe(false);
    const chart = panel.page.locator('.chart').first();
    await chart.hover();
    await chart.getByRole('button', { name: 'Show as a table' }).click();
    expect(await chart.locator('tbody tr').count()).toBe(200);
  });

  it('says that a loss is no number, also between points of other curves, and leaves a gap there', async () => {
    const report = (at: number[], columns: Record<string, (number | null)[]>) => ({
      type: 'loop' as const,
      runId,
      steps: at.at(-1)!,
      seam: false,
      optimizers: [],
      curves: { at, seconds: at, columns },
    });
    const points = {
      'g.loss': [1, null, Number.NaN, null, Number.NaN, null],
      'd.loss': [null, 2, null, 3, null, 4],
    };
    await train(report([1, 2, 3, 4, 5, 6], points));
    const values = panel.page.locator('.legend-value');
    expect(await values.allInnerTexts()).toEqual(['NaN', '4.00']);
    const label = await panel.page.locator('.chart-canvas').getAttribute('aria-label');
    expect(label).toBe('Chart of loss over step: g NaN, d 4.00');
  });

  it('is given another learning rate, of the optimizer that is meant', async () => {
    await train(...ganLoop());
    expect(await panel.page.getByLabel('Learning rate of g_optimizer').inputValue()).toBe('0.0002');
    const rate = panel.page.getByLabel('Learning rate of d_optimizer');
    await rate.fill('0.003');
    await rate.blur();
    const sent = await panel.toWorker('setLearningRate');
    expect(sent).toEqual({ type: 'setLearningRate', runId, value: 0.003, optimizer: 1 });
    expect(await panel.page.locator('.legend-entry').allInnerTexts()).toEqual([
      expect.stringContaining('d_loss'),
      expect.stringContaining('g_loss'),
    ]);
  });

  it('keeps the widths of its charts where another model begins to learn', async () => {
    const report = (at: number, columns: Record<string, number[]>) => ({
      type: 'loop' as const,
      runId,
      steps: at,
      seam: false,
      optimizers: [],
      curves: { at: [at], seconds: [at], columns },
    });
    await panel.page.setViewportSize({ width: 1200, height: 760 });
    await train(report(1, { 'd.loss': [2], 'd.accuracy': [0.5] }));
    await panel.worker(report(2, { 'g.loss': [1] }));
    const widths = await panel.page
      .locator('.chart-canvas')
      .evaluateAll(areas => areas.map(area => [area.clientWidth, area.querySelector('canvas')!.clientWidth]));
    expect(widths).toHaveLength(2);
    for (const [area, drawn] of widths) expect(drawn).toBe(area);
  });

  it('gives way to a fit that begins behind it, and is still to be seen', async () => {
    await train(...classifierLoop(), ...untilEpochSeven().filter(({ type }) => type !== 'started'));
    expect(await panel.page.locator('.chart-title').allInnerTexts()).toEqual(['loss', 'accuracy']);
    expect(await panel.page.locator('.header').textContent()).toContain('epoch 7/10');
    await panel.page.locator('.training .view-options vscode-dropdown').last().click();
    await panel.page.getByRole('option', { name: 'own loop' }).click();
    await panel.settle();
    expect(await panel.page.locator('.chart-title').allInnerTexts()).toEqual(['loss', 'acc']);
  });
});
