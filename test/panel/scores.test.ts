/** The panel once a model was trained, with scripted messages: predictions and temperature. */
import { describe, expect, it } from 'vitest';
import { fitTemperature, fromLogits } from '../../src/calibration/index.ts';
import { panel, runId, train, trainWhole, usePanel } from './openPanel.ts';
import { MODEL, predictions, RUN } from './scenario.ts';

usePanel();

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

describe('predictions', () => {
  it('names the classes beside their bars in a very narrow panel, and cuts off no confidence', async () => {
    await panel.page.setViewportSize({ width: 235, height: 900 });
    await trainWhole();
    await panel.tab('Predictions');
    const cut = await panel.page
      .locator('#panel-predictions .bar-name')
      .evaluateAll(names => names.map(name => (name.clientWidth < 24 ? name.textContent : null)));
    expect(cut).toEqual([null, null, null]);
    const rows = panel.page.locator('#panel-predictions .virtual-list .sample-row');
    const left = await rows.evaluateAll(found =>
      found.map(
        row => row.getBoundingClientRect().right - row.lastElementChild!.getBoundingClientRect().right,
      ),
    );
    expect(left.length).toBeGreaterThan(0);
    expect(Math.min(...left)).toBeGreaterThanOrEqual(0);
  });

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
