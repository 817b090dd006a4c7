/** What ends a script's own loop of training from outside, and that it goes on from its checkpoint with nothing lost. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Editor } from './harness/editor.ts';
import type { Workbench } from './harness/workbench.ts';
import { numberIn, PanelPage, textOf } from './panelPage.ts';

let editor: Editor;
beforeAll(async () => {
  editor = await Editor.start();
});
afterAll(() => editor?.stop());

const script = `import time
import numpy as np
import tensorflow as tf
from tensorflow import keras

X = np.random.normal(size=(64, 4)).astype('float32')
y = (X.sum(axis=1, keepdims=True) > 0).astype('float32')
model = keras.Sequential([keras.layers.Dense(8, activation='relu', input_shape=(4,)), keras.layers.Dense(1)])
optimizer = keras.optimizers.SGD(0.01)
loss_of = keras.losses.BinaryCrossentropy(from_logits=True)
model.compile(optimizer, loss_of)
for n in range(100000):
    with tf.GradientTape() as tape:
        loss = loss_of(y, model(X, training=True))
    optimizer.apply_gradients(zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))
    if n % 50 == 0:
        print('turn', n, float(loss), float(optimizer.learning_rate))
    time.sleep(0.005)
`;

async function stepOf(panel: PanelPage): Promise<number> {
  const step = /step (\d+)/.exec(await textOf(panel.status));
  return step === null ? -1 : Number(step[1]);
}

function stepAfter(workbench: Workbench, panel: PanelPage, step: number): Promise<number> {
  return workbench.until(
    `a step after ${step}`,
    async () => {
      const shown = await stepOf(panel);
      return shown > step ? shown : undefined;
    },
    90_000,
  );
}

/** Trains until some steps are shown, and on with another learning rate. */
async function begin(workbench: Workbench): Promise<PanelPage> {
  await workbench.open('loop.py');
  await workbench.codeLens('Train Model').first().click();
  const panel = await PanelPage.of(workbench);
  const step = await stepAfter(workbench, panel, 100);
  const rate = panel.frame.locator('.learning-rate input');
  expect(await rate.inputValue()).toBe('0.01');
  await rate.fill('0.05');
  await rate.press('Enter');
  await stepAfter(workbench, panel, step + 100);
  return panel;
}

/** Goes on from the offered checkpoint to later steps; returns the step it went on from, behind those before. */
async function goOn(panel: PanelPage, workbench: Workbench, before: readonly number[]): Promise<number[]> {
  const button = panel.frame.locator('.banner vscode-button', { hasText: 'Go on from step' });
  await button.waitFor({ timeout: 60_000 });
  const from = numberIn(await textOf(button));
  expect(from).toBeGreaterThan(before.at(-1) ?? 100);
  await button.click();
  await panel.begun();
  const seams = [...before, from];
  await panel.frame.getByText(`It went on from step ${seams.join(', ')}.`).waitFor({ timeout: 60_000 });
  await stepAfter(workbench, panel, from + 100);
  expect(await panel.frame.locator('.learning-rate input').inputValue()).toBe('0.05');
  return seams;
}

async function endWorker(panel: PanelPage): Promise<void> {
  for (const worker of panel.frame.page().workers())
    await worker
      .evaluate(() => {
        // The panel's, rather than one of the workbench's own.
        if ('document' in self || 'registration' in self) return;
        setTimeout(() => {
          throw new Error('a forced fault');
        });
      })
      .catch(() => {});
}

test('a loop goes on from its checkpoint: in another worker, another panel, and another window', async () => {
  await editor.window({ files: { 'loop.py': script } }, async workbench => {
    await endWorker(await begin(workbench));
    let seams = await goOn(await PanelPage.of(workbench), workbench, []);

    await workbench.run('View: Focus First Editor Group');
    await workbench.run('View: Close Editors in Other Groups');
    await workbench.codeLens('Train Model').first().waitFor();
    await workbench.run('Kerascope: Show Panel');
    seams = await goOn(await PanelPage.of(workbench), workbench, seams);

    // The checkpoint that is written to the workspace's storage.
    await stepAfter(workbench, await PanelPage.of(workbench), seams.at(-1)! + 400);
    await workbench.page.reload();
    await workbench.ready();
    await workbench.run('Kerascope: Show Panel');
    const panel = await PanelPage.of(workbench);
    await goOn(panel, workbench, seams);

    await workbench.run('Kerascope: Stop Training');
    await panel.ended('stopped');
    expect(await panel.frame.locator('.chart-title').allTextContents()).toEqual(['loss']);
    expect(await panel.epochsInTable()).toBeGreaterThan(300);
    // Every line stands there once, with the rate that was set.
    const lines = (await panel.output()).split('\n').filter(line => line.startsWith('turn'));
    expect(lines.map(line => Number(line.split(' ')[1]))).toEqual(lines.map((_line, index) => 50 * index));
    expect(Number(lines.at(-1)!.split(' ')[3])).toBeCloseTo(0.05, 6);
  });
});
