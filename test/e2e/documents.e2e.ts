/** Documents of every kind and in every kind of workspace: encodings, line ends, untitled, several folders. */
import { chmod, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Editor } from './harness/editor.ts';
import { PanelPage } from './panelPage.ts';

let editor: Editor;
beforeAll(async () => {
  editor = await Editor.start();
});
afterAll(() => editor?.stop());

const LAST = 'model.fit(X, y, epochs=2)';
/** A script with one mistake, the labels of its last line. */
const script = `import numpy as np
from keras.models import Sequential
from keras.layers import Dense
X = np.random.random((40, 4))
y = np.random.randint(0, 3, size=(40, 1))
model = Sequential()
model.add(Dense(3, input_dim=4, activation='softmax'))
model.compile(loss='categorical_crossentropy', optimizer='adam')
${LAST}
`;
const WIDTH = 7;

const files: Record<string, string | Uint8Array> = {
  'crlf.py': script.replaceAll('\n', '\r\n'),
  'mark.py': `\ufeff${script}`,
  'latin.py': Buffer.from(script.replace("'adam')", "'adam') # caf\xe9"), 'latin1'),
  'read-only.py': script,
  'unended.py': script.trimEnd(),
  'astral.py': script.replace('X = ', 'title = "\u{1f600}"; X = '),
  'long.py': `${script}z = [${'1, '.repeat(20_000)}]\n`,
};

test('files of every kind are followed, with the finding at its place', async () => {
  await editor.window({ files }, async workbench => {
    await chmod(path.join(workbench.folder, 'read-only.py'), 0o444);
    for (const name of Object.keys(files)) {
      await workbench.open(name);
      await workbench.inlayHint(WIDTH, '(None, 3) · 15 params');
      await workbench.problemCountsAre({ errors: 1, warnings: 0 });
      expect((await workbench.problems()).join('\n'), name).toContain('at line 9 and character 14');
      await workbench.focusEditor();
      await workbench.run('View: Close All Editor Groups');
      await workbench.problemCountsAre({ errors: 0, warnings: 0 });
    }
  });
});

test('the example opens as a new document that is followed and trains unsaved', async () => {
  await editor.window({ files: { 'notes.txt': '' } }, async workbench => {
    await workbench.run('Kerascope: Open Example');
    await workbench.codeLens('451 params · (None, 10) → (None, 3)').waitFor();
    await workbench.codeLens('Train Model').first().click();
    await (await PanelPage.of(workbench)).ended('finished');
  });
});

test('a new document is followed from when it is Python, and trains without a file', async () => {
  await editor.window({ files: { 'notes.txt': '' } }, async workbench => {
    const { page } = workbench;
    await workbench.run('Create: New File...');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Text File' }).first().click();
    await page.locator('.tab.active', { hasText: 'Untitled-1' }).waitFor();
    await workbench.editor.click();
    await page.keyboard.insertText(script.replace('categorical', 'sparse_categorical'));
    await workbench.run('Change Language Mode');
    await page.locator('.quick-input-widget input').first().fill('Python');
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'Python' }).waitFor();
    await page.keyboard.press('Enter');
    await workbench.inlayHint(WIDTH, '(None, 3) · 15 params');
    await workbench.codeLens('Train Model').first().click();
    await (await PanelPage.of(workbench)).ended('finished');
  });
});

test('a file outside of the workspace is followed and trains', async () => {
  await editor.window({ files: { 'notes.txt': '' } }, async workbench => {
    const { page } = workbench;
    await writeFile(
      path.join(workbench.folder, '../far.py'),
      script.replace('categorical', 'sparse_categorical'),
    );
    await workbench.run('File: Open File...');
    const row = (name: string) => page.locator('.quick-input-list .monaco-list-row', { hasText: name });
    await row('notes.txt').waitFor();
    await row('..').first().click();
    await row('notes.txt').waitFor({ state: 'detached' });
    await page.keyboard.type('far.py');
    await row('far.py').click();
    await page.locator('.tab.active[data-resource-name="far.py"]').waitFor();
    await workbench.inlayHint(WIDTH, '(None, 3) · 15 params');
    await workbench.codeLens('Train Model').first().click();
    await (await PanelPage.of(workbench)).ended('finished');
  });
});

test('the saved text beside an edited one is not followed', async () => {
  await editor.window({ files: { 'a.py': script } }, async workbench => {
    await workbench.open('a.py');
    await workbench.problemCountsAre({ errors: 1, warnings: 0 });
    await workbench.goTo(9);
    await workbench.type('# ');
    await workbench.run('File: Compare Active File with Saved');
    await workbench.page.locator('.diff-editor, .monaco-diff-editor').first().waitFor();
    await workbench.problemCountsAre({ errors: 0, warnings: 0 });
  });
});

test('each folder of a workspace has the rules of the Keras that is installed in it', async () => {
  const installed = (folder: string, version: string): string =>
    `${folder}/.venv/lib/python3.12/site-packages/keras-${version}.dist-info/METADATA`;
  const old = script.replace('epochs=2', 'nb_epoch=2').replace('categorical', 'sparse_categorical');
  const options = {
    files: {
      'all.code-workspace': JSON.stringify({ folders: [{ path: 'first' }, { path: 'third' }] }),
      'first/one.py': old,
      [installed('first', '1.2.2')]: 'Name: Keras\n',
      'first/.gitignore': '.venv\n',
      'third/three.py': old,
      [installed('third', '3.3.3')]: 'Name: keras\n',
    },
    workspaceFile: 'all.code-workspace',
  };
  await editor.window(options, async workbench => {
    await workbench.open('three.py');
    await workbench.codeLens('Train Model').first().waitFor();
    await workbench.problemCountsAre({ errors: 1, warnings: 0 });
    expect((await workbench.problems()).join('\n')).toContain('nb_epoch');
    await workbench.focusEditor();
    await workbench.run('View: Close All Editor Groups');
    await workbench.open('one.py');
    await workbench.codeLens('Train Model').first().waitFor();
    await workbench.problemCountsAre({ errors: 0, warnings: 0 });
  });
});
