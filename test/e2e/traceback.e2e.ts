/** A pasted error of Keras leads to the line it is about. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Editor } from './harness/editor.ts';

let editor: Editor;
beforeAll(async () => {
  editor = await Editor.start();
});
afterAll(() => editor?.stop());

const FILE = 'label_mistakes.py';

test('a pasted error leads to its finding, an unknown one says so', async () => {
  await editor.window({ folder: 'examples' }, async workbench => {
    const { page } = workbench;
    const lines = (await workbench.readFile(FILE)).split('\n');
    const line = lines.findIndex(text => text.includes('integers.fit(X, labels')) + 1;
    await workbench.open(FILE);
    await workbench.problemCountsAre({ errors: 3, warnings: 3 });
    const explain = async (text: string): Promise<void> => {
      await workbench.run('Kerascope: Explain Traceback');
      const input = page.locator('.quick-input-widget input').first();
      await page.locator('.quick-input-widget', { hasText: 'Paste the error of Keras' }).waitFor();
      await input.fill(text);
      await page.keyboard.press('Enter');
    };
    const raised =
      'ValueError: Arguments `target` and `output` must have the same shape. Received: target.shape=(None, 1), output.shape=(None, 3)';
    await explain(`File "/home/ann/${FILE}", line ${line}, in <module> ${raised}`);
    await page.locator('.notification-toast', { hasText: 'labels' }).waitFor();
    await page.locator('.statusbar-item', { hasText: `Ln ${line},` }).waitFor();
    await workbench.screenshot('traceback');
    await explain('ValueError: something else');
    const toast = page.locator('.notification-toast', { hasText: 'does not know this error' });
    await toast.waitFor();
    expect(await toast.count()).toBe(1);
  });
});
