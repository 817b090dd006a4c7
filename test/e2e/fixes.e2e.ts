/** Scripts that lack something are made whole by their fixes, one by one or all at once, and then train. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Editor } from './harness/editor.ts';
import { PanelPage } from './panelPage.ts';

let editor: Editor;
beforeAll(async () => {
  editor = await Editor.start();
});
afterAll(() => editor?.stop());

const withoutImports = `X = np.random.random((40, 4))
y = np.random.randint(0, 3, size=(40, 1))
model = Sequential()
model.add(Dense(8, input_dim=4, activation='relu'))
model.add(Dense(3, activation='softmax'))
model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(X, y, epochs=2)
`;

test('names that are not imported are analysed all the same, and fixed with the labels at once', async () => {
  await editor.window({ files: { 'first.py': withoutImports } }, async workbench => {
    await workbench.open('first.py');
    // Each use of np, Sequential and Dense, and the labels as though these were there.
    await workbench.inlayHint(4, '(None, 8) · 40 params');
    await workbench.problemCountsAre({ errors: 6, warnings: 0 });
    await workbench.goTo(3, 'model = Seq'.length);
    expect(await workbench.quickFixes()).toContain('Add “from keras.models import Sequential”');
    await workbench.run('Fix All');
    await workbench.problemCountsAre({ errors: 0, warnings: 0 });
    await workbench.screenshot('imports-fixed');
    await workbench.save();
    const fixed = await workbench.readFile('first.py');
    expect(fixed).toContain('import numpy as np\n');
    expect(fixed).toContain('from keras.models import Sequential\n');
    expect(fixed).toMatch(/to_categorical\(y|sparse_categorical_crossentropy/);
    await workbench.codeLens('Train Model').first().click();
    await (await PanelPage.of(workbench)).ended('finished');
  });
});

const renamed = `import numpy as np
from keras.models import Sequential
from keras.layers import Dense

x = np.random.random((40, 4))
y = np.random.random((40, 1))
model = Sequential()
model.add(Dense(8, input_dim=4, activation='relu'))
model.add(Dense(1))
model.compile(loss='mse', optimizer='adam')
model.fit(x, y, nb_epoch=2)
model.fit(x, y, nb_epoch=1, batch_size=8)
`;

test('renamed arguments are fixed throughout the file, with its line ends as they were', async () => {
  const options = {
    files: { 'old.py': renamed.replaceAll('\n', '\r\n') },
    settings: { 'kerascope.kerasVersion': '3' },
  };
  await editor.window(options, async workbench => {
    await workbench.open('old.py');
    await workbench.problemCountsAre({ errors: 2, warnings: 0 });
    await workbench.run('Fix All');
    await workbench.problemCountsAre({ errors: 0, warnings: 0 });
    await workbench.save();
    expect(await workbench.readFile('old.py')).toBe(
      renamed.replaceAll('nb_epoch', 'epochs').replaceAll('\n', '\r\n'),
    );
  });
});
