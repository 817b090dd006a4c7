/** Every state in every theme and width, as pictures in artifacts/panel; nothing may overflow or break the policy. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ThemeName } from './harness.ts';
import { Harness } from './harness.ts';
import { failure, INITIALISE, RUN, untilEpochSeven, untilTheEnd } from './scenario.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await Harness.start();
});
afterAll(() => harness.stop());

const views: [ThemeName, number][] = [
  ['dark', 350],
  ['dark', 700],
  ['dark', 1200],
  ['light', 350],
  ['light', 700],
  ['light', 1200],
  ['high-contrast', 700],
  ['high-contrast-light', 700],
];

describe.each(views)('%s at %i px', (theme, width) => {
  it('shows every tab without overflow', async () => {
    const panel = await harness.open({ theme, width, height: width > 1000 ? 800 : 760 });
    const shot = (name: string): Promise<void> => panel.screenshot(`${theme}-${width}-${name}`);
    const fits = async (): Promise<void> => {
      const overflow = await panel.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    };
    await panel.host(INITIALISE);
    await fits();
    await shot('0-empty');
    await panel.host({ type: 'run', run: RUN, checkpoint: null });
    await panel.toWorker('start');
    await panel.worker(...untilEpochSeven());
    await fits();
    await shot('1-training');
    await panel.worker(...untilTheEnd());
    for (const [position, tab] of ['Training', 'Predictions', 'Temperature', 'Layers', 'Output'].entries()) {
      await panel.tab(tab);
      await fits();
      await shot(`${position + 2}-${tab.toLowerCase()}`);
    }
    expect(await panel.violations()).toEqual([]);
    await panel.close();
  });

  it('shows a failure', async () => {
    const panel = await harness.open({ theme, width });
    await panel.host(INITIALISE, { type: 'run', run: RUN, checkpoint: null });
    await panel.toWorker('start');
    await panel.worker(...failure());
    await panel.screenshot(`${theme}-${width}-7-failed`);
    expect(await panel.page.locator('.banner').getAttribute('class')).toContain('error');
    await panel.close();
  });
});

describe('other states', () => {
  const { runId } = RUN;

  it('are pictured too', async () => {
    const panel = await harness.open({ width: 700 });
    await panel.host(INITIALISE, { type: 'run', run: RUN, checkpoint: null });
    await panel.toWorker('start');
    await panel.worker({ type: 'preparing', runId, stage: 'shaders', detail: 'WebGL' });
    await panel.screenshot('state-preparing');
    await panel.worker(...untilEpochSeven(), { type: 'paused', runId });
    await panel.page.getByRole('slider', { name: 'Smoothing' }).fill('0.8');
    await panel.page.locator('.view-options vscode-dropdown').first().focus();
    await panel.page.keyboard.press('ArrowDown');
    await panel.settle();
    await panel.screenshot('state-paused-smoothed-by-step');
    await panel.worker(...untilTheEnd());
    await panel.host({ type: 'show', tab: 'temperature', fit: true });
    await panel.page.locator('.reliability').first().scrollIntoViewIfNeeded();
    await panel.screenshot('state-fitted');
    const reason = 'The training worker failed: out of memory';
    const checkpoint = {
      type: 'checkpoint',
      runId,
      fit: 0,
      epoch: 6,
      step: 0,
      bytes: new Uint8Array(1),
    } as const;
    await panel.worker(checkpoint, { type: 'finished', runId, status: 'lost', reason, seconds: 3 });
    await panel.screenshot('state-lost');
    expect(await panel.page.getByText('Go on from epoch 6').isVisible()).toBe(true);
    await panel.close();
  });

  it('in Chinese', async () => {
    const strings = JSON.parse(readFileSync(new URL('../../l10n/panel.zh-cn.json', import.meta.url), 'utf8'));
    const panel = await harness.open({ width: 700 });
    await panel.host(
      { ...INITIALISE, locale: 'zh-cn', strings },
      { type: 'run', run: RUN, checkpoint: null },
    );
    await panel.toWorker('start');
    await panel.worker(...untilEpochSeven(), ...untilTheEnd());
    await panel.host({ type: 'show', tab: 'temperature', fit: false });
    await panel.screenshot('state-chinese');
    expect(await panel.page.getByRole('tab', { name: '温度' }).isVisible()).toBe(true);
    await panel.close();
  });
});
