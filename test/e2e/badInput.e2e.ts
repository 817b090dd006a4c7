/** What goes wrong is said clearly and at the right place, and the next run works. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Editor, refuseWebGL } from './harness/editor.ts';
import type { Workbench } from './harness/workbench.ts';
import { PanelPage } from './panelPage.ts';

let editor: Editor;
beforeAll(async () => {
  editor = await Editor.start();
});
afterAll(() => editor?.stop());

/** A script that works, with a line of its own after the imports. */
function script(line: string): string {
  return `import numpy as np
from keras.models import Sequential
from keras.layers import Dense
${line}
X = np.random.random((64, 10))
y = np.eye(3)[np.random.randint(0, 3, size=64)]
model = Sequential()
model.add(Dense(3, input_dim=10, activation='softmax'))
model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(X, y, epochs=2)
`;
}
const LINE = 4;

async function train(workbench: Workbench): Promise<PanelPage> {
  await workbench.run('Kerascope: Train Model');
  return PanelPage.of(workbench);
}

/** The failed run names the mistake and its line; the corrected script trains. */
async function failsThenWorks(workbench: Workbench, said: RegExp, picture: string): Promise<void> {
  const panel = await train(workbench);
  await panel.ended('failed');
  expect(await panel.said()).toMatch(said);
  await workbench.screenshot(picture);
  await panel.banner.locator('button', { hasText: `line ${LINE}` }).click();
  await workbench.page.locator('[id="status.editor.selection"]', { hasText: `Ln ${LINE},` }).waitFor();
  await workbench.focusEditor();
  await workbench.replaceLine(LINE, 'print("corrected")');
  await train(workbench);
  await panel.banner.waitFor({ state: 'hidden' });
  await panel.ended('finished');
  expect(await panel.output()).toContain('corrected');
}

test('a syntax error is marked and named', async () => {
  await editor.window({ files: { 'broken.py': script('print("never closed"') } }, async workbench => {
    await workbench.open('broken.py');
    await workbench.squiggles('error').first().waitFor();
    expect((await workbench.problems()).join('\n')).toContain('was never closed');
    await workbench.focusEditor();
    await failsThenWorks(workbench, /SyntaxError/, 'bad-syntax');
  });
});

test('an import that is not modelled is no finding, and the run names it', async () => {
  await editor.window({ files: { 'unknown.py': script('import xgboost') } }, async workbench => {
    await workbench.open('unknown.py');
    await workbench.codeLens('Train Model').waitFor();
    expect(await workbench.problemCounts()).toEqual({ errors: 0, warnings: 0 });
    await failsThenWorks(workbench, /xgboost/, 'bad-import');
  });
});

test('a missing data file is named as Python names it', async () => {
  const files = { 'data.py': script("data = np.loadtxt('missing.csv')") };
  await editor.window({ files }, async workbench => {
    await workbench.open('data.py');
    await workbench.codeLens('Train Model').waitFor();
    await failsThenWorks(workbench, /FileNotFoundError[\s\S]*missing\.csv/, 'bad-file');
  });
});

test('a file outside the workspace cannot be read', async () => {
  const files = { 'data.py': script("data = open('../../etc/passwd').read()") };
  await editor.window({ files }, async workbench => {
    await workbench.open('data.py');
    await workbench.codeLens('Train Model').waitFor();
    await failsThenWorks(workbench, /PermissionError[\s\S]*outside the workspace/, 'bad-outside');
  });
});

test('where WebGL is refused that is said, and training goes on without it', async () => {
  const options = {
    files: { 'plain.py': script('') },
    settings: { 'kerascope.backend': 'webgl' },
    chromiumFlags: refuseWebGL,
  };
  await editor.window(options, async workbench => {
    await workbench.open('plain.py');
    await workbench.codeLens('Train Model').waitFor();
    const panel = await train(workbench);
    await panel.frame
      .locator('.progress-step', { hasText: /^(finished|failed)/ })
      .waitFor({ timeout: 60_000 });
    const notice = panel.frame.locator('.notice', { hasText: /WebGL does not work on this machine/ });
    await notice.waitFor();
    await workbench.screenshot('bad-webgl');
    await panel.frame.locator('vscode-dropdown').first().click();
    await panel.frame.locator('vscode-option', { hasText: /^Auto/ }).click();
    // The page names the backend behind "Auto" once the setting has changed.
    await panel.frame.locator('vscode-option', { hasText: /^Auto: / }).waitFor({ state: 'attached' });
    await panel.button('Train again').click();
    await notice.waitFor({ state: 'detached' });
    await panel.ended('finished');
    expect(await panel.backend()).toMatch(/Computed on (WASM|CPU)/);
  });
});

test('a file without a model is told so', async () => {
  await editor.window({ files: { 'plain.py': 'print(1)\n' } }, async workbench => {
    await workbench.open('plain.py');
    await workbench.run('Kerascope: Train Model');
    await (await workbench.notification('plain.py builds no Keras model')).waitFor();
  });
});
