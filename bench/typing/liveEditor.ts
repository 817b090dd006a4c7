/** A VS Code with the packaged extension or without it, in which keys are pressed and what follows is timed. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { chromiumFlags, findChromium } from '../../scripts/chromium.ts';
import { freePort, installExtension, installServer, startServer } from '../../scripts/vscode-server.ts';
import { Workbench } from '../../test/e2e/harness/workbench.ts';

const probe = fileURLToPath(new URL('probe', import.meta.url));

/** After what is timed the host may go on: its work within this time counts as well. */
const AFTERWARDS = 400;
const LONGEST_WAIT = 30_000;

/** Suggestions come from VS Code itself and would be measured with every key. */
const settings = { 'editor.quickSuggestions': { other: 'off', comments: 'off', strings: 'off' } };

/** Milliseconds from a key press, the busy time of the extension host for it, and its longest piece of work. */
export interface KeyPress {
  readonly shown: number;
  readonly busy: number;
  readonly longest: number;
}

/** Waits in the page for the first frame in which `look` finds it so; milliseconds since the key was pressed. */
function frameAfterKey({ selector, text, wanted }: { selector: string; text: string; wanted: boolean }) {
  return new Promise<number>(resolve => {
    let pressed = Number.POSITIVE_INFINITY;
    addEventListener(
      'keydown',
      event => {
        pressed = event.timeStamp;
      },
      { capture: true, once: true },
    );
    const isThere = () =>
      [...document.querySelectorAll(`.monaco-editor ${selector}`)].some(element =>
        element.textContent.includes(text),
      );
    const look = (now: number): void => {
      if (now > pressed && isThere() === wanted) resolve(performance.now() - pressed);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

export class LiveEditor {
  readonly workbench: Workbench;
  readonly #page: Page;
  readonly #probe: string;

  constructor(workbench: Workbench, probePort: number) {
    this.workbench = workbench;
    this.#page = workbench.page;
    this.#probe = `http://127.0.0.1:${probePort}`;
  }

  /** What the extension host did since this was last asked; the probe puts errors under `echo`, if given, from now on. */
  async host(echo?: string): Promise<{ busy: number; longest: number }> {
    const asked = echo === undefined ? '/' : `/echo?word=${encodeURIComponent(echo)}`;
    return (await (await fetch(this.#probe + asked)).json()) as { busy: number; longest: number };
  }

  /** Fails with a picture where nothing follows a key. */
  async #within<Found>(found: Promise<Found>, what: string): Promise<Found> {
    const inVain = new AbortController();
    const waited = pause(LONGEST_WAIT, null, { signal: inVain.signal }).then(async () => {
      throw new Error(`Waited in vain for ${what}: ${await this.workbench.screenshot('typing-failure')}`);
    });
    try {
      return await Promise.race([found, waited]);
    } finally {
      inVain.abort();
      waited.catch(() => undefined);
    }
  }

  /** Presses a key and waits until an element with this text is, or is no longer, in the editor. */
  async press(key: string, selector: string, text: string, wanted: boolean): Promise<KeyPress> {
    await pause(AFTERWARDS);
    const frame = this.#page.evaluate(frameAfterKey, { selector, text, wanted });
    // The page listens once it has answered this.
    await this.#page.evaluate(() => 0);
    await this.host();
    await this.#page.keyboard.press(key);
    const shown = await this.#within(frame, `"${text}" in ${selector} after ${key}`);
    await pause(AFTERWARDS);
    return { shown, ...(await this.host()) };
  }
}

/** Opens a window on these files in a VS Code of its own; ends all of it afterwards. */
export async function inLiveEditor<Result>(
  vsix: string | null,
  files: Readonly<Record<string, string>>,
  use: (editor: LiveEditor) => Promise<Result>,
): Promise<Result> {
  const scratch = await mkdtemp(path.join(tmpdir(), 'kerascope-typing-'));
  const folders = { data: path.join(scratch, 'data'), extensions: path.join(scratch, 'extensions') };
  const workspace = path.join(scratch, 'workspace');
  const vscode = await installServer();
  if (vsix !== null) await installExtension(vscode, vsix, folders);
  await mkdir(workspace);
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(workspace, name), text);
  const port = await freePort();
  const environment = { KERASCOPE_PROBE_PORT: String(port) };
  const server = await startServer(vscode, { ...folders, settings, environment, driver: true });
  let browser: Browser | null = null;
  try {
    browser = await chromium.launch({ executablePath: findChromium(), args: [...chromiumFlags] });
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, reducedMotion: 'reduce' });
    page.setDefaultTimeout(60_000);
    await page.goto(server.pageUrl(workspace, [['extensionDevelopmentPath', server.uri(probe)]]));
    const workbench = new Workbench(page, workspace);
    await workbench.ready();
    return await use(new LiveEditor(workbench, port));
  } finally {
    await browser?.close();
    await server.stop();
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}
