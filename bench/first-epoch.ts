/**
 * From the click on "Train Model" to the first epoch in the panel, with the panel cold, beside what the same VS Code
 * needs to open a webview with nothing in it. Needs the packaged extension (`npm run package`).
 *
 *   npm run bench first-epoch
 */
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { type Browser, chromium } from 'playwright-core';
import manifest from '../package.json' with { type: 'json' };
import { chromiumFlags, findChromium } from '../scripts/chromium.ts';
import {
  installExtension,
  installServer,
  type RunningServer,
  startServer,
} from '../scripts/vscode-server.ts';
import { Workbench } from '../test/e2e/harness/workbench.ts';

const ROUNDS = 5;

/** Names the page of the empty webview, and shows it. */
const EMPTY_TITLE = 'Open Empty Webview';

/** An extension whose one command opens a webview with a single paragraph. */
const emptyWebview = {
  'package.json': JSON.stringify({
    name: 'empty-webview',
    publisher: 'kerascope-bench',
    version: '1.0.0',
    engines: { vscode: '^1.101.0' },
    main: './main.js',
    activationEvents: ['onStartupFinished'],
    contributes: { commands: [{ command: 'emptyWebview.open', title: EMPTY_TITLE }] },
  }),
  'main.js': `const { commands, window, ViewColumn } = require('vscode');
exports.activate = context => context.subscriptions.push(commands.registerCommand('emptyWebview.open', () => {
  const panel = window.createWebviewPanel('empty', 'Empty', { viewColumn: ViewColumn.Beside, preserveFocus: true }, {});
  panel.webview.html = '<!DOCTYPE html><p id="empty">empty</p>';
}));
`,
};

/** Packages the extension with the empty webview and returns the archive. */
async function packEmptyWebview(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(emptyWebview)) await writeFile(path.join(folder, name), text);
  const packagePath = path.join(folder, 'empty-webview.vsix');
  await createVSIX({
    cwd: folder,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    skipLicense: true,
  });
  return packagePath;
}

interface Action {
  /** What is pressed, ready to be pressed. */
  prepare(workbench: Workbench): Promise<() => Promise<void>>;
  /** Where the webview is recognised, and what must be in it. */
  readonly selector: string;
  readonly text: RegExp;
}

/** A command from the palette, typed in and waiting for Enter: the same press for both. */
function command(title: string, selector: string, text: RegExp): Action {
  return {
    async prepare({ page }) {
      await page.keyboard.press('F1');
      await page.locator('.quick-input-widget input').first().fill(`>${title}`);
      await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: title }).waitFor();
      return () => page.keyboard.press('Enter');
    },
    selector,
    text,
  };
}

/** The code lens above the model. */
const trainLens: Action = {
  async prepare(workbench) {
    const lens = workbench.codeLens('Train Model').first();
    await lens.waitFor();
    return () => lens.click();
  },
  selector: '.progress-epoch',
  text: /epoch ([1-9]\d*)\//,
};

const empty = command(EMPTY_TITLE, '#empty', /empty/);

/** Milliseconds from the press until the text stands in the webview, in a window of its own. */
async function measure(browser: Browser, server: RunningServer, action: Action): Promise<number> {
  const workspace = await mkdtemp(path.join(tmpdir(), 'kerascope-bench-'));
  await cp('examples', workspace, { recursive: true });
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    const workbench = new Workbench(page, workspace);
    await page.goto(server.pageUrl(workspace));
    await workbench.ready();
    await workbench.open('categorical_crossentropy.py');
    await trainLens.prepare(workbench);
    const press = await action.prepare(workbench);
    const start = performance.now();
    await press();
    await seen(workbench, action);
    return performance.now() - start;
  } finally {
    await context.close();
    await rm(workspace, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function seen(workbench: Workbench, { selector, text }: Action): Promise<void> {
  const frame = await workbench.webview(selector, 60_000);
  await frame.waitForFunction(
    ([where, source]) => new RegExp(source!).test(document.querySelector(where!)?.textContent ?? ''),
    [selector, text.source] as const,
    { polling: 'raf' },
  );
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}

const vsix = process.env.KERASCOPE_VSIX || `${manifest.name}-${manifest.version}.vsix`;
if (!existsSync(vsix)) throw new Error(`There is no ${vsix}: run "npm run package" first.`);
const vscode = await installServer();
const scratch = await mkdtemp(path.join(tmpdir(), 'kerascope-bench-'));
const folders = { data: path.join(scratch, 'data'), extensions: path.join(scratch, 'extensions') };
await installExtension(vscode, vsix, folders);
await installExtension(vscode, await packEmptyWebview(path.join(scratch, 'empty')), folders);
const server = await startServer(vscode, { ...folders, driver: true });
const browser = await chromium.launch({ executablePath: findChromium(), args: [...chromiumFlags] });
try {
  const times = { empty: [] as number[], train: [] as number[] };
  // One round to fill VS Code's own caches; afterwards by turns, so that both meet the same machine.
  await measure(browser, server, empty);
  for (let round = 0; round < ROUNDS; round++) {
    times.empty.push(await measure(browser, server, empty));
    times.train.push(await measure(browser, server, trainLens));
  }
  const list = (values: readonly number[]) => values.map(value => value.toFixed(0)).join(', ');
  console.log(`Medians of ${ROUNDS} rounds, each in a new window, in milliseconds:`);
  console.log(
    `  an empty webview:                    ${median(times.empty).toFixed(0)}  (${list(times.empty)})`,
  );
  console.log(
    `  Train Model to the first epoch seen: ${median(times.train).toFixed(0)}  (${list(times.train)})`,
  );
  console.log(`  ratio: ${(median(times.train) / median(times.empty)).toFixed(2)}`);
} finally {
  await browser.close();
  await server.stop();
  await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
}
