/** A pasted error of Keras leads to the line it is about. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Editor } from './harness/editor.ts';

let editor: Editor;
beforeAll(async () => {
  editor = await Editor.start();
});
afterAll(() => editor?.stop());

const FILE = 'label_mistakes.py';
const RAISED =
  'ValueError: Arguments `target` and `output` must have the same shape. Received: target.shape=(None, 1), output.shape=(None, 3)';

test('a pasted error leads to its finding, an unknown one says so', async () => {
  await editor.window({ folder: 'examples' }, async workbench => {
    const { page } = workbench;
    const lines = (await workbench.readFile(FILE)).split('\n');
    const line = lines.findIndex(text => text.includes('integers.fit(X, labels')) + 1;
    const end = lines[line - 1]!.indexOf('labels') + 'labels'.length + 1;
    await workbench.open(FILE);
    await workbench.problemCountsAre({ errors: 3, warnings: 3 });
    const explain = async (text: string): Promise<void> => {
      await workbench.run('Kerascope: Explain Traceback');
      const input = page.locator('.quick-input-widget', { hasText: 'Paste the error of Keras' });
      await input.locator('input').first().fill(text);
      await page.keyboard.press('Enter');
      await input.waitFor({ state: 'hidden' });
    };
    await explain(`File "/home/ann/${FILE}", line ${line}, in <module> ${RAISED}`);
    const place = page.locator('[id="status.editor.selection"]');
    await place.filter({ hasText: `Ln ${line}, Col ${end} (6 selected)` }).waitFor();
    await (await workbench.notification('`labels` is (100, 1) integers 0..2')).waitFor();
    await workbench.screenshot('traceback');
    await workbench.run('Notifications: Clear All Notifications');
    await explain('ValueError: something else');
    const told = await workbench.notification('Kerascope does not know this error.');
    await told.waitFor();
    expect(await told.count()).toBe(1);
  });
});
