/** The extension in a restricted workspace, and in the extension host of a browser. */
import { expect, test } from 'vitest';
import { Editor } from './harness/editor.ts';
import { PanelPage } from './panelPage.ts';

const FILE = 'categorical_crossentropy.py';

test('a restricted workspace shows shapes and findings, and runs nothing', async () => {
  const settings = {
    'security.workspace.trust.enabled': true,
    'security.workspace.trust.startupPrompt': 'never',
    'security.workspace.trust.banner': 'never',
  };
  const editor = await Editor.start(settings, true);
  try {
    await editor.window({ folder: 'examples' }, async workbench => {
      await workbench.statusItem('Restricted Mode').waitFor();
      await workbench.open('label_mistakes.py');
      await workbench.problemCountsAre({ errors: 3, warnings: 3 });
      await workbench.open(FILE);
      await workbench.codeLens('Train Model').first().click();
      await (await workbench.notification('only in workspaces that you trust')).waitFor();
      await workbench.screenshot('restricted');
      expect(await workbench.page.locator('.tab', { hasText: 'Kerascope' }).count()).toBe(0);
    });
  } finally {
    await editor.stop();
  }
});

test("a browser's own extension host runs the same extension", async () => {
  const editor = await Editor.start({ 'remote.extensionKind': { 'kerascope.kerascope': ['web'] } });
  try {
    await editor.window({ folder: 'examples' }, async workbench => {
      const loaded: string[] = [];
      workbench.page.on('request', request => loaded.push(decodeURIComponent(request.url())));
      await workbench.open('label_mistakes.py');
      await workbench.problemCountsAre({ errors: 3, warnings: 3 });
      expect(loaded.filter(address => address.includes('dist/extension.web.cjs'))).not.toEqual([]);
      await workbench.open(FILE);
      await workbench.inlayHint(15, '(None, 32) · 352 params');
      await workbench.codeLens('Train Model').first().click();
      const panel = await PanelPage.of(workbench);
      await panel.ended('finished');
      expect((await panel.output()).match(/^Epoch \d+\/10$/gm)).toHaveLength(10);
    });
  } finally {
    await editor.stop();
  }
});
