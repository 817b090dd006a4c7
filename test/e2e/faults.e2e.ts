/** What ends a training from outside (a closed panel, a reloaded window), and that it goes on from its checkpoint. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Editor } from './harness/editor.ts';
import type { Workbench } from './harness/workbench.ts';
import { numberIn, PanelPage } from './panelPage.ts';

let editor: Editor;
beforeAll(async () => {
  editor = await Editor.start();
});
afterAll(() => editor?.stop());

const EPOCHS = 100_000;

const script = `import numpy as np
from keras.models import Sequential
from keras.layers import Dense

X = np.random.random((2000, 10))
y = np.eye(3)[np.random.randint(0, 3, size=2000)]
model = Sequential()
model.add(Dense(32, input_dim=10, activation='relu'))
model.add(Dense(3, activation='softmax'))
model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(X, y, epochs=${EPOCHS}, verbose=0)
`;

/** Trains until a later epoch than the first few is shown; returns it. */
async function begin(workbench: Workbench): Promise<number> {
  await workbench.open('long.py');
  await workbench.codeLens('Train Model').first().click();
  const panel = await PanelPage.of(workbench);
  return panel.epochAfter(5);
}

/** The epoch that a button offers to go on from. */
async function offered(panel: PanelPage): Promise<number> {
  const button = panel.frame.locator('.banner vscode-button', { hasText: 'Go on from epoch' });
  await button.waitFor({ timeout: 60_000 });
  return numberIn((await button.textContent()) ?? '');
}

async function goOn(panel: PanelPage, workbench: Workbench, from: number): Promise<void> {
  await panel.frame.locator('.banner vscode-button', { hasText: 'Go on from epoch' }).click();
  // The run before may have shown a later epoch than its checkpoint has.
  await panel.begun();
  expect(await panel.epochAfter(from)).toBeGreaterThan(from);
  await workbench.run('Kerascope: Stop Training');
  await panel.ended('stopped');
}

test('a closed panel keeps the checkpoint, and training goes on in the next one', async () => {
  await editor.window({ files: { 'long.py': script } }, async workbench => {
    const shown = await begin(workbench);
    await (await PanelPage.of(workbench)).epochAfter(shown + 1000);
    await workbench.focusEditor();
    await workbench.run('View: Close Editors in Other Groups');
    await workbench.codeLens('Train Model').first().waitFor();
    await workbench.run('Kerascope: Show Panel');
    const panel = await PanelPage.of(workbench);
    const epoch = await offered(panel);
    expect(epoch).toBeGreaterThan(0);
    await goOn(panel, workbench, epoch);
  });
});

test('a reloaded window offers to go on from the last checkpoint', async () => {
  await editor.window({ files: { 'long.py': script } }, async workbench => {
    await begin(workbench);
    // The checkpoint that is written to the workspace's storage.
    const shown = await (await PanelPage.of(workbench)).epochNumber();
    await (await PanelPage.of(workbench)).epochAfter(shown + 3000);
    await workbench.page.reload();
    await workbench.ready();
    // VS Code brings the panel back itself once it has saved its layout, which takes it some seconds.
    await workbench.run('Kerascope: Show Panel');
    const panel = await PanelPage.of(workbench);
    const epoch = await offered(panel);
    expect(epoch).toBeGreaterThan(0);
    await goOn(panel, workbench, epoch);
  });
});

const large = `import numpy as np
from keras.models import Sequential
from keras.layers import Dense

X = np.random.random((256, 784))
y = np.eye(10)[np.random.randint(0, 10, size=256)]
model = Sequential()
model.add(Dense(512, input_dim=784, activation='relu'))
model.add(Dense(10, activation='softmax'))
model.compile(loss='categorical_crossentropy', optimizer='adam')
model.fit(X, y, batch_size=128, epochs=2, verbose=0)
`;

test('backends are measured once for a model, also over a reload of the window, until they are to be measured again', async () => {
  await editor.window({ files: { 'large.py': large } }, async workbench => {
    const train = async (): Promise<string> => {
      await workbench.open('large.py');
      await workbench.codeLens('Train Model').first().click();
      const panel = await PanelPage.of(workbench);
      await panel.ended('finished');
      return panel.backend();
    };
    expect(await train()).toMatch(/milliseconds a step, measured: WebAssembly [\d.]+/);
    await workbench.page.reload();
    await workbench.ready();
    expect(await train()).toMatch(
      /milliseconds a step, measured earlier on \d{4}-\d\d-\d\d: WebAssembly [\d.]+/,
    );
    const panel = await PanelPage.of(workbench);
    await panel.frame.locator('.header .dropdown vscode-dropdown').first().click();
    await panel.frame.getByRole('option', { name: 'Measure again' }).click();
    await panel.button('Train again').click();
    await panel.begun();
    await panel.ended('finished');
    expect(await panel.backend()).toMatch(/milliseconds a step, measured: WebAssembly [\d.]+/);
  });
});
