/** The packaged extension installs, and wakes up for a Keras script and for nothing else. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { Editor } from './harness/editor.ts';

let editor: Editor;
beforeAll(async () => {
  editor = await Editor.start();
});
afterAll(() => editor?.stop());

test('activates on an example and shows the shape of each layer', async () => {
  await editor.window({ folder: 'examples' }, async workbench => {
    await workbench.open('categorical_crossentropy.py');
    const lines = (await workbench.readFile('categorical_crossentropy.py')).split('\n');
    const lineOf = (text: string) => lines.findIndex(line => line.includes(text)) + 1;
    await workbench.inlayHint(lineOf('Dense(32'), '(None, 32)');
    await workbench.inlayHint(lineOf('Dense(3,'), '(None, 3)');
    expect(await workbench.problemCounts()).toEqual({ errors: 0, warnings: 0 });
    await workbench.screenshot('activation');
    expect((await workbench.runningExtensions()).get(manifest.displayName)).toMatch(/Activation: \d+ms/);
  });
});

test('stays asleep where there is no Python', async () => {
  await editor.window({ files: { 'notes.txt': 'from keras import Sequential\n' } }, async workbench => {
    await workbench.open('notes.txt');
    const running = await workbench.runningExtensions();
    expect(running.size).toBeGreaterThan(0);
    expect([...running.keys()]).not.toContain(manifest.displayName);
  });
});
