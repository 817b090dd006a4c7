/** A pasted error of Keras leads to the line it is about. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Editor } from './harness/editor.ts';
import type { Workbench } from './harness/workbench.ts';

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
    await (await workbench.notification('“labels” is (100, 1) integers 0..2')).waitFor();
    await workbench.screenshot('traceback');
    await workbench.run('Notifications: Clear All Notifications');
    await explain('ValueError: something else');
    const told = await workbench.notification('Kerascope does not know this error.');
    await told.waitFor();
    expect(await told.count()).toBe(1);
  });
});

const explained = async (
  workbench: Workbench,
  title: string,
  prompt: string,
  text: string,
): Promise<void> => {
  await workbench.run(title);
  const input = workbench.page.locator('.quick-input-widget', { hasText: prompt });
  await input.locator('input').first().fill(text);
  await workbench.page.keyboard.press('Enter');
  await input.waitFor({ state: 'hidden' });
};

test('in Chinese as well: the question, the answer and its page', async () => {
  await editor.window({ folder: 'examples', locale: 'zh-cn' }, async workbench => {
    await workbench.open(FILE);
    await workbench.problemCountsAre({ errors: 3, warnings: 3 });
    const explain = (text: string) =>
      explained(workbench, '解释错误回溯', '粘贴 Keras 或 TensorFlow 的错误信息', text);
    await explain('ValueError: 别的错误');
    await (await workbench.notification('Kerascope 不认识这个错误')).waitFor();
    await workbench.run('Notifications: Clear All Notifications');
    await explain(RAISED);
    const told = await workbench.notification('“labels”的形状是 (100, 1)，为整数 0..2');
    await told.waitFor();
    await workbench.screenshot('traceback-chinese');
    await told.locator('a', { hasText: '查看说明页' }).click();
    await workbench.webview('text=label-shape');
  });
});

test('an error that is selected in another file is explained without asking, by the script that it names', async () => {
  const log = `epoch 1\nTraceback (most recent call last):\n  File "/kaggle/working/${FILE}", line 17, in <module>\n    integers.fit(X, labels, epochs=10, batch_size=32)\n${RAISED}\n`;
  await editor.window({ folder: 'examples', files: { 'run.log': log } }, async workbench => {
    const { page } = workbench;
    await workbench.open(FILE);
    await workbench.problemCountsAre({ errors: 3, warnings: 3 });
    await workbench.open('run.log');
    await page.keyboard.press('Control+A');
    await workbench.run('Kerascope: Explain Traceback');
    await page.locator(`.tab.active[data-resource-name="${FILE}"]`).waitFor();
    await page.locator('[id="status.editor.selection"]', { hasText: 'Ln 17, Col 23 (6 selected)' }).waitFor();
    await (await workbench.notification('“labels” is (100, 1) integers 0..2')).waitFor();
  });
});
