/** A notebook's cells are one program: findings, hints and lenses stand in the cells. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Editor } from './harness/editor.ts';
import { PanelPage } from './panelPage.ts';

let editor: Editor;
beforeAll(async () => {
  editor = await Editor.start();
});
afterAll(() => editor?.stop());

/** A notebook with these code cells. */
function notebook(...cells: string[]): string {
  return JSON.stringify({
    cells: cells.map((source, index) => ({
      cell_type: 'code',
      id: `cell${index}`,
      execution_count: null,
      metadata: {},
      outputs: [],
      source,
    })),
    metadata: { language_info: { name: 'python' }, kernelspec: { name: 'python3', language: 'python' } },
    nbformat: 4,
    nbformat_minor: 5,
  });
}

const cells = [
  '%matplotlib inline\nimport numpy as np\nfrom keras.models import Sequential\nfrom keras.layers import Dense',
  'X = np.random.random((100, 10))\ny = np.random.randint(0, 3, size=(100, 1))',
  "model = Sequential()\nmodel.add(Dense(32, input_dim=10, activation='relu'))\nmodel.add(Dense(3, activation='softmax'))",
  "model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')\nmodel.fit(X, y, epochs=3)",
];

test('cells show hints and lenses, and train as one program', async () => {
  await editor.window({ files: { 'lesson.ipynb': notebook(...cells) } }, async workbench => {
    const { page } = workbench;
    await page.keyboard.press('Control+P');
    await page.locator('.quick-input-widget input').first().fill('lesson.ipynb');
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'lesson.ipynb' }).waitFor();
    await page.keyboard.press('Enter');
    const lens = page.locator('.notebookOverlay .codelens-decoration a', { hasText: 'Train Model' });
    await lens.first().waitFor();
    await page.locator('.notebookOverlay .view-line', { hasText: '(None, 32) · 352 params' }).waitFor();
    await page.locator('.notebookOverlay .view-line', { hasText: '(100, 10) float64' }).waitFor();
    expect(await page.locator('.notebookOverlay .squiggly-error').count()).toBe(0);
    await workbench.screenshot('notebook');
    await lens.first().click();
    const panel = await PanelPage.of(workbench);
    await panel.ended('finished');
    await workbench.screenshot('notebook-trained');
  });
});

test('a finding stands in its cell', async () => {
  const wrong = cells.map(cell => cell.replace('sparse_categorical', 'categorical'));
  await editor.window({ files: { 'lesson.ipynb': notebook(...wrong) } }, async workbench => {
    const { page } = workbench;
    await page.keyboard.press('Control+P');
    await page.locator('.quick-input-widget input').first().fill('lesson.ipynb');
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'lesson.ipynb' }).waitFor();
    await page.keyboard.press('Enter');
    const cell = page.locator('.notebookOverlay .code-cell-row', { hasText: 'model.compile' });
    await cell.locator('.squiggly-error').first().waitFor();
    expect(await page.locator('.notebookOverlay .squiggly-error').count()).toBe(1);
  });
});
