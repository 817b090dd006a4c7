/** One VS Code server for a test file; every test opens it in a browser context and a workspace of its own. */
import { appendFile, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { expect, inject } from 'vitest';
import { chromiumFlags } from '../../../scripts/chromium.ts';
import { type RunningServer, startServer } from '../../../scripts/vscode-server.ts';
import { artifactsFolder, Workbench } from './workbench.ts';

export interface WindowOptions {
  /** A folder to work in, copied first (`'examples'`); relative to the repository's root. */
  readonly folder?: string;
  /** Further files of the workspace: path to content. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** The `.code-workspace` file among them to open instead of the folder. */
  readonly workspaceFile?: string;
  /** The address of a folder that is not on this machine, to open instead; further files have no place then. */
  readonly address?: string;
  /** Settings of the workspace, for instance `{'editor.fontSize': 16}`. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** A colour theme's name as in VS Code's settings, for instance `'Default Light Modern'`. */
  readonly theme?: string;
  /** The display language that extensions see, `'zh-cn'`; English when left out. */
  readonly locale?: string;
  /** Added to Chromium's command line: `refuseWebGL`, for instance. */
  readonly chromiumFlags?: readonly string[];
  /** Size of the window in CSS pixels; 1400 by 900 when left out. */
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** Chromium flags under which no page gets a WebGL or WebGPU context. */
export const refuseWebGL: readonly string[] = [
  '--disable-gpu',
  '--disable-3d-apis',
  // Without this OffscreenCanvas, and so a worker, still gets one.
  '--disable-software-rasterizer',
];

const withoutSoftwareGraphics = (flag: string): boolean => !/gl=|angle|swiftshader|gpu/.test(flag);

/** Test names as file names. */
function fileName(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);
}

/**
 * Runs in the page before VS Code: fixes the display language that extensions are told. VS Code's own texts
 * stay English, since their translations would need a language pack from the gallery.
 */
function displayIn(locale: string): void {
  Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => locale, set: () => undefined });
}

export class Editor {
  private readonly server: RunningServer;
  private readonly browsers = new Map<string, Promise<Browser>>();

  private constructor(server: RunningServer) {
    this.server = server;
  }

  /**
   * Starts a server that has the packaged extension; call `stop` in `afterAll`.
   * @param settings the user's settings
   * @param environment variables of VS Code's server
   */
  static async start(
    settings: Record<string, unknown> = {},
    restricted = false,
    environment: Readonly<Record<string, string>> = {},
  ): Promise<Editor> {
    const data = await mkdtemp(path.join(inject('scratch'), 'server-'));
    const folders = { data, extensions: inject('extensions') };
    return new Editor(
      await startServer(inject('vscode'), { ...folders, settings, restricted, environment, driver: true }),
    );
  }

  async stop(): Promise<void> {
    try {
      for (const browser of this.browsers.values()) await (await browser).close();
    } finally {
      await this.server.stop();
    }
  }

  /**
   * Opens a workspace in a fresh browser context, calls `use`, and closes both whatever happens.
   * A failure leaves `artifacts/<test>-failure.png` and the window's console beside it.
   */
  async window(options: WindowOptions, use: (workbench: Workbench) => Promise<void>): Promise<void> {
    const workspace = await this.workspace(options);
    const browser = await this.browser(options.chromiumFlags ?? []);
    const context = await browser.newContext({
      viewport: options.viewport ?? { width: 1400, height: 900 },
      locale: options.locale ?? 'en-US',
      reducedMotion: 'reduce',
    });
    try {
      if (options.locale) await context.addInitScript(displayIn, options.locale);
      const page = await context.newPage();
      page.setDefaultTimeout(30_000);
      const lines: string[] = [];
      page.on('console', message => lines.push(`[${message.type()}] ${message.text()}`));
      page.on('pageerror', error => lines.push(`[page error] ${error.stack ?? error.message}`));
      const workbench = new Workbench(page, workspace);
      try {
        const opened = options.address ?? path.join(workspace, options.workspaceFile ?? '');
        await page.goto(this.server.pageUrl(opened));
        await workbench.ready();
        if (options.workspaceFile !== undefined) await workbench.foldersShown();
        await use(workbench);
      } catch (error) {
        const name = `${fileName(expect.getState().currentTestName ?? 'test')}-failure`;
        await workbench.screenshot(name).catch(() => undefined);
        await appendFile(path.join(artifactsFolder, `${name}.log`), lines.join('\n'));
        throw error;
      }
    } finally {
      await context.close();
      await rm(workspace, { recursive: true, force: true, maxRetries: 5 });
    }
  }

  private async workspace({ folder, files = {}, settings, theme }: WindowOptions): Promise<string> {
    const workspace = await mkdtemp(path.join(inject('scratch'), 'workspace-'));
    if (folder) await cp(folder, workspace, { recursive: true });
    for (const [name, content] of Object.entries(files)) {
      const target = path.join(workspace, name);
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, content);
    }
    const all = { ...settings, ...(theme ? { 'workbench.colorTheme': theme } : {}) };
    if (Object.keys(all).length > 0) {
      await mkdir(path.join(workspace, '.vscode'), { recursive: true });
      await writeFile(path.join(workspace, '.vscode/settings.json'), JSON.stringify(all));
    }
    return workspace;
  }

  /** Browsers are kept for the file, one for each set of flags. */
  private browser(extra: readonly string[]): Promise<Browser> {
    const key = extra.join(' ');
    const present = this.browsers.get(key);
    if (present) return present;
    const base = extra === refuseWebGL ? chromiumFlags.filter(withoutSoftwareGraphics) : chromiumFlags;
    const started = chromium.launch({ executablePath: inject('chromium'), args: [...base, ...extra] });
    this.browsers.set(key, started);
    return started;
  }
}
