/** A notebook's cells are one program: findings, hints, hovers, lenses and fixes stand in the cells. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Editor } from './harness/editor.ts';
import { PanelPage } from './panelPage.ts';

let editor: Editor;
beforeAll(async () => {
  editor = await Editor.start();
});
afterAll(() => editor?.stop());

interface Cell {
  readonly source: string;
  /** Other than Python. */
  readonly language?: string;
}

const pythonKernel = {
  language_info: { name: 'python' },
  kernelspec: { name: 'python3', language: 'python' },
};

/** A notebook with these cells; a language of `markdown` makes one of text. */
function notebook(cells: readonly Cell[], metadata: object = pythonKernel): string {
  return JSON.stringify({
    cells: cells.map(({ source, language }, index) => ({
      id: `cell${index}`,
      source,
      ...(language === 'markdown'
        ? { cell_type: 'markdown', metadata: {} }
        : {
            cell_type: 'code',
            execution_count: null,
            outputs: [],
            metadata: language ? { vscode: { languageId: language } } : {},
          }),
    })),
    metadata,
    nbformat: 4,
    nbformat_minor: 5,
  });
}

const imports =
  '%matplotlib inline\nimport numpy as np\nfrom keras.models import Sequential\nfrom keras.layers import Dense';
const data = 'X = np.random.random((100, 10))\ny = np.random.randint(0, 3, size=(100, 1))';
const model =
  "model = Sequential()\nmodel.add(Dense(32, input_dim=10, activation='relu'))\nmodel.add(Dense(3, activation='softmax'))";
const fit =
  "model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')\nmodel.fit(X, y, epochs=3)";

const lesson = (...sources: string[]): Record<string, string> => ({
  'lesson.ipynb': notebook(sources.map(source => ({ source }))),
});

test('cells show hints and lenses, and train as one program', async () => {
  await editor.window({ files: lesson(imports, data, model, fit) }, async workbench => {
    await workbench.openNotebook('lesson.ipynb');
    const lens = workbench.page.locator('.notebookOverlay .codelens-decoration a', {
      hasText: 'Train Model',
    });
    await lens.first().waitFor();
    await workbench.cell('Dense(32').locator('.view-line', { hasText: '(None, 32) · 352 params' }).waitFor();
    await workbench.cell('X = ').locator('.view-line', { hasText: '(100, 10) float64' }).waitFor();
    await workbench.problemCountsAre({ errors: 0, warnings: 0 });
    await workbench.screenshot('notebook');
    await lens.first().click();
    const panel = await PanelPage.of(workbench);
    await panel.ended('finished');
    await workbench.screenshot('notebook-trained');
  });
});

test('a finding stands in its cell, and its fix changes that cell', async () => {
  const wrong = fit.replace('sparse_categorical', 'categorical');
  await editor.window({ files: lesson(imports, data, model, wrong) }, async workbench => {
    await workbench.openNotebook('lesson.ipynb');
    const cell = workbench.cell('model.compile');
    const squiggle = cell.locator('.squiggly-error').first();
    await squiggle.waitFor();
    expect(await workbench.page.locator('.notebookOverlay .squiggly-error').count()).toBe(1);
    // The line under the label is below the text, which would get the click.
    const clickLabel = async (): Promise<void> => {
      // Drawn anew whenever the cell is, so that it may not be there for a moment.
      const look = async () => (await squiggle.boundingBox({ timeout: 5000 })) ?? undefined;
      const under = await workbench.until('the place of the finding', look);
      await workbench.page.mouse.click(under.x + under.width / 2, under.y + under.height / 2);
    };
    await clickLabel();
    expect(await workbench.hover('one-hot rows (100, 3)')).toContain('Keras raises: ValueError');
    // Escape, which ends the hover, may have left the cell.
    await clickLabel();
    await workbench.quickFix('Change the loss to');
    await workbench.problemCountsAre({ errors: 0, warnings: 0 });
    await cell.locator('.view-line', { hasText: 'sparse_categorical_crossentropy' }).waitFor();
  });
});

test('a broken cell, magics, text and other languages leave the other cells what they are', async () => {
  const cells: Cell[] = [
    { source: '# A lesson with """ in it', language: 'markdown' },
    { source: imports },
    { source: 'console.log("(")', language: 'javascript' },
    { source: '%%bash\nls -l "' },
    { source: '!pip install keras \\\n  numpy\nif True:\n    %cd .' },
    { source: 'broken = """never closed' },
    { source: `%%time\n${data}\nprint("%s"\n      % (X.shape,))` },
    { source: `?np\n${model}` },
    { source: fit },
  ];
  await editor.window({ files: { 'lesson.ipynb': notebook(cells) } }, async workbench => {
    await workbench.openNotebook('lesson.ipynb');
    await workbench.cell('broken').locator('.squiggly-error').first().waitFor();
    await workbench.problemCountsAre({ errors: 1, warnings: 0 });
    expect((await workbench.problems()).join('\n')).toContain('unterminated triple-quoted string');
    await workbench.screenshot('notebook-broken-cell');
  });
});

test('cells that are moved and deleted are followed', async () => {
  await editor.window({ files: lesson(imports, 'unclosed = (', model, data, fit) }, async workbench => {
    const { page } = workbench;
    await workbench.openNotebook('lesson.ipynb');
    await workbench.problemCountsAre({ errors: 1, warnings: 0 });
    await workbench.cell('unclosed').locator('.view-line').first().click();
    await page.keyboard.press('Escape');
    await workbench.run('Notebook: Delete Cell');
    await workbench.cell('unclosed').waitFor({ state: 'detached' });
    await workbench.problemCountsAre({ errors: 0, warnings: 0 });
    // What the cells below use is now made behind them.
    await workbench.cell('from keras.models').locator('.view-line').first().click();
    await page.keyboard.press('Escape');
    await workbench.run('Notebook: Move Cell Down');
    await workbench.cell('Sequential()').locator('.squiggly-error').first().waitFor();
    await workbench.run('Notebook: Move Cell Up');
    await workbench.problemCountsAre({ errors: 0, warnings: 0 });
  });
});

test('a cell that is added belongs to the program, wherever it is moved, until it is deleted', async () => {
  await editor.window({ files: lesson(imports, model, data, fit) }, async workbench => {
    const { page } = workbench;
    const select = async (text: string): Promise<void> => {
      await workbench.cell(text).locator('.view-line').first().click();
      await page.keyboard.press('Escape');
    };
    await workbench.openNotebook('lesson.ipynb');
    await workbench.cell('Dense(32').locator('.view-line', { hasText: '352 params' }).waitFor();
    await select('X = ');
    await workbench.run('Notebook: Insert Code Cell Below');
    // The new cell has the keyboard.
    await page.locator('.notebookOverlay .code-cell-row.focused .monaco-editor.focused').waitFor();
    await page.keyboard.type('y = np.eye(5)[y[:, 0]]');
    const added = workbench.cell('np.eye(5)');
    await added.locator('.view-line', { hasText: '(100, 5)' }).waitFor();
    await workbench.cell('model.fit').locator('.squiggly-error').first().waitFor();
    await workbench.problemCountsAre({ errors: 1, warnings: 0 });
    // Behind the training the labels that it makes no longer matter.
    await page.keyboard.press('Escape');
    await workbench.run('Notebook: Move Cell Down');
    await workbench.problemCountsAre({ errors: 0, warnings: 0 });
    await workbench.run('Notebook: Move Cell Up');
    await workbench.problemCountsAre({ errors: 1, warnings: 0 });
    await workbench.run('Notebook: Delete Cell');
    await added.waitFor({ state: 'detached' });
    await workbench.problemCountsAre({ errors: 0, warnings: 0 });
  });
});

test('a notebook without a kernel, with magics of cells, trains from a cell', async () => {
  const sources = [
    `%%capture\n!pip install keras\n${imports}`,
    `%%time\n${data}`,
    model,
    `%%timeit -n 1\n${fit}`,
  ];
  const cells = sources.map(source => ({ source }));
  await editor.window({ files: { 'lesson.ipynb': notebook(cells, {}) } }, async workbench => {
    const { page } = workbench;
    await workbench.openNotebook('lesson.ipynb');
    await workbench.cell('Dense(32').locator('.view-line', { hasText: '352 params' }).waitFor();
    await workbench.problemCountsAre({ errors: 0, warnings: 0 });
    await workbench.cell('X = ').locator('.view-line').nth(1).click();
    await workbench.run('Kerascope: Train Model');
    const panel = await PanelPage.of(workbench);
    await panel.ended('finished');
    expect(await page.locator('.notebookOverlay .squiggly-error').count()).toBe(0);
    await workbench.screenshot('notebook-without-kernel');
  });
});
