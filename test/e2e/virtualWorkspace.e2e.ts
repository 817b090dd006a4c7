/** A workspace that is on no disk: scripts are checked and trained, and files read and written through VS Code. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Editor } from './harness/editor.ts';
import { installMemoryFiles, MEMORY_SCHEME } from './harness/memoryFiles.ts';
import { PanelPage } from './panelPage.ts';

const script = `import numpy as np
import pandas as pd
from keras.models import Sequential
from keras.layers import Dense
from shapes import CLASSES

table = pd.read_csv('data/points.csv')
X = table[['a', 'b']].to_numpy()
y = np.eye(CLASSES)[table['label']]
model = Sequential()
model.add(Dense(8, input_dim=2, activation='relu'))
model.add(Dense(CLASSES, activation='softmax'))
model.compile(loss='categorical_crossentropy', optimizer='adam')
model.fit(X, y, epochs=2, verbose=2)
table.to_csv('copy.csv', index=False)
print('rows', len(pd.read_csv('copy.csv')))
try:
    open('/etc/hostname')
except OSError as error:
    print('kept out')
`;
const rows = Array.from({ length: 12 }, (_, index) => `${index},${index % 5},${index % 3}`);

let editor: Editor;
beforeAll(async () => {
  await installMemoryFiles({
    'train.py': script,
    'wrong.py': script.replace("'categorical_crossentropy'", "'sparse_categorical_crossentropy'"),
    'shapes.py': 'CLASSES = 3\n',
    'data/points.csv': `a,b,label\n${rows.join('\n')}\n`,
  });
  editor = await Editor.start();
});
afterAll(() => editor?.stop());

test('is checked with its modules and data files, and trains', async () => {
  await editor.window({ address: `${MEMORY_SCHEME}:/project` }, async workbench => {
    const { page } = workbench;
    await workbench.openInExplorer('train.py');
    await workbench.inlayHint(12, '(None, 3) · 27 params');
    await workbench.inlayHint(8, '(12, 2) int64');
    await workbench.problemCountsAre({ errors: 0, warnings: 0 });
    await workbench.codeLens('Train Model').first().click();
    const panel = await PanelPage.of(workbench);
    await panel.ended('finished');
    const output = await panel.output();
    expect(output).toContain('rows 12');
    expect(output).toContain('kept out');
    await workbench.screenshot('virtual-workspace');
    await page.locator('.codelens-decoration a', { hasText: 'Train Model' }).first().waitFor();
    await workbench.openInExplorer('copy.csv');
    expect(await workbench.editor.locator('.view-line').first().textContent()).toBe('a,b,label');
  });
});

test('shows findings and applies their fixes', async () => {
  await editor.window({ address: `${MEMORY_SCHEME}:/project` }, async workbench => {
    await workbench.openInExplorer('wrong.py');
    await workbench.squiggles('error').first().waitFor();
    await workbench.goTo(14, 15);
    await workbench.quickFix('Change the loss to');
    await workbench.problemCountsAre({ errors: 0, warnings: 0 });
    await workbench.save();
  });
});
