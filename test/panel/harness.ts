/**
 * The panel in a real browser: bundled, under its own content security policy, with VS Code's theme variables, a
 * stand-in for the host's API and a worker that says what the test tells it to say.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { panelPage } from '../../src/editor/panel-page.ts';
import type { HostToPanel, PanelToHost, PanelToWorker, WorkerToPanel } from '../../src/protocol.ts';
import { fromWire, toWire } from '../../src/wire.ts';
import { wasmBytes } from '../python/parse/loadParser.ts';
import { bundleWorker } from '../worker/bundle.ts';

export type ThemeName = 'dark' | 'light' | 'high-contrast' | 'high-contrast-light';

interface Themes {
  defaultStyles: string;
  themes: Record<ThemeName, { bodyClass: string; variables: Record<string, string> }>;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const themes = JSON.parse(readFileSync(new URL('themes.json', import.meta.url), 'utf8')) as Themes;

/** Tells the page what it receives and passes on what the test says; both over a channel of the page's origin. */
const SCRIPTED_WORKER = `
  const channel = new BroadcastChannel('scripted-worker');
  channel.onmessage = event => {
    if (event.data === 'crash') { setTimeout(() => { throw new Error('scripted crash'); }); return; }
    postMessage(event.data);
  };
  onmessage = event => {
    const { type, assets, ...rest } = event.data;
    if (type === 'asset') { rest.bytes = new TextDecoder().decode(rest.bytes); }
    channel.postMessage({ received: { type, assets: assets && Object.keys(assets), ...rest } });
    if (type === 'initialise') { postMessage({ type: 'ready' }); }
  };
`;

/** What takes so many milliseconds has hung. */
const HANGS = 150_000;

const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

declare global {
  interface Window {
    sentToHost: PanelToHost[];
    sentToWorker: PanelToWorker[];
    violations: string[];
    /** The worker that is started next dies behind a checkpoint. */
    nextWorkerDies: boolean;
    /** The stand-in for the host answers that there is no file; else the test answers. */
    hasNoFiles: boolean;
  }
}

/** One browser and one server for a test file. */
export class Harness {
  #server: Server;
  #browser: Browser;

  private constructor(server: Server, browser: Browser) {
    this.#server = server;
    this.#browser = browser;
  }

  /** @param options `realWorker`: the page runs scripts with the worker that people have */
  static async start(options: { realWorker?: boolean } = {}): Promise<Harness> {
    const real = options.realWorker ? await realWorker() : new Map<string, Uint8Array>();
    const result = await build({
      entryPoints: { panel: `${root}webview/panel/main.ts` },
      bundle: true,
      format: 'iife',
      outdir: '/bundle',
      write: false,
      loader: { '.ttf': 'file' },
      assetNames: '[name]',
    });
    const files = new Map(result.outputFiles.map(file => [file.path.replace('/bundle', ''), file.contents]));
    const types: Record<string, string> = { js: 'text/javascript', css: 'text/css', ttf: 'font/ttf' };
    const server = createServer((request, response) => {
      const path = request.url!.split('?')[0]!;
      const origin = `http://${request.headers.host}`;
      if (path === '/') {
        response.setHeader('content-type', 'text/html');
        response.end(pageAt(origin, real.size > 0));
      } else if (real.has(path)) {
        response.end(real.get(path));
      } else if (path === '/worker.js') {
        response.end(SCRIPTED_WORKER);
      } else if (path === '/asset.wasm') {
        response.end('wasm');
      } else if (path === '/hdf5.js') {
        response.end('library');
      } else {
        response.statusCode = files.has(path) ? 200 : 404;
        response.setHeader('content-type', types[path.split('.').at(-1)!] ?? 'application/octet-stream');
        response.end(files.get(path));
      }
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
    const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGUMENTS });
    return new Harness(server, browser);
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await new Promise(resolve => this.#server.close(resolve));
  }

  /** A new page with the panel in it, ready for `initialise`. */
  async open(
    options: { theme?: ThemeName; width?: number; height?: number; motion?: boolean } = {},
  ): Promise<PanelPage> {
    const { theme = 'dark', width = 700, height = 760, motion = false } = options;
    const context = await this.#browser.newContext({
      viewport: { width, height },
      reducedMotion: motion ? 'no-preference' : 'reduce',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(HANGS);
    await page.addInitScript(prepareWorkers);
    await page.addInitScript(preparePage, { ...themes.themes[theme], defaultStyles: themes.defaultStyles });
    const { port } = this.#server.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/`);
    const panel = new PanelPage(page);
    await panel.toHost('ready');
    return panel;
  }
}

function pageAt(origin: string, isReal: boolean): string {
  const assets = isReal ? ['tree-sitter.wasm', 'tree-sitter-python.wasm'] : ['asset.wasm'];
  return panelPage({
    cspSource: origin,
    nonce: 'testNonce',
    locale: 'en',
    title: 'Kerascope',
    scriptUri: `${origin}/panel.js`,
    styleUri: `${origin}/panel.css`,
    workerUri: `${origin}/worker.js`,
    assetUris: Object.fromEntries(assets.map(name => [name, `${origin}/${name}`])),
    lateAssetUris: { 'hdf5.js': `${origin}/hdf5.js` },
  });
}

/** The worker's files by their paths; its script can be made to fail. */
async function realWorker(): Promise<Map<string, Uint8Array>> {
  const names = ['tree-sitter.wasm', 'tree-sitter-python.wasm'];
  const files = new Map<string, Uint8Array>([
    ...(await bundleWorker()),
    ...names.map(name => [`/${name}`, wasmBytes(name)] as const),
  ]);
  const script = new TextDecoder().decode(files.get('/worker.js'));
  return files.set('/worker.js', new TextEncoder().encode(FAILING + script));
}

/** Dies once it has sent a checkpoint with something learnt, if it was told to: from outside it may have ended by then. */
const FAILING = `let dies = false;
addEventListener('message', event => {
  dies ||= event.data === 'die-after-a-checkpoint';
});
const { postMessage: send } = self;
self.postMessage = (message, ...rest) => {
  send.call(self, message, ...rest);
  if (!dies || message.type !== 'checkpoint' || message.epoch === 0) return;
  dies = false;
  setTimeout(() => { throw new Error('a forced fault'); });
};
`;

/** Runs in the page before its scripts: the test can have a worker die. */
function prepareWorkers(): void {
  window.nextWorkerDies = false;
  window.Worker = class extends Worker {
    constructor(url: string | URL) {
      super(url);
      if (window.nextWorkerDies) this.postMessage('die-after-a-checkpoint');
      window.nextWorkerDies = false;
    }
  };
}

/** Runs in the page before its scripts: what VS Code puts there. */
function preparePage(theme: {
  bodyClass: string;
  variables: Record<string, string>;
  defaultStyles: string;
}): void {
  window.sentToHost = [];
  window.sentToWorker = [];
  window.violations = [];
  let state: unknown;
  Object.assign(window, {
    acquireVsCodeApi: () => ({
      postMessage: (message: PanelToHost) => {
        window.sentToHost.push(structuredClone(message));
        if (message.type !== 'request' || !window.hasNoFiles) return;
        const error = {
          exception: 'FileNotFoundError',
          message: `[Errno 2] No such file or directory: '${message.parameters.path}'`,
        };
        window.postMessage({ type: 'reply', id: message.id, ok: false, error }, '*');
      },
      getState: () => state,
      setState: (next: unknown) => {
        state = JSON.parse(JSON.stringify(next));
      },
    }),
  });
  document.addEventListener('securitypolicyviolation', event =>
    window.violations.push(
      `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`,
    ),
  );
  new BroadcastChannel('scripted-worker').onmessage = event => {
    if (event.data?.received) {
      window.sentToWorker.push(event.data.received);
    }
  };
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(theme.defaultStyles);
  document.adoptedStyleSheets.push(sheet);
  const apply = (): void => {
    for (const [name, value] of Object.entries(theme.variables)) {
      document.documentElement.style.setProperty(name, value);
    }
    document.body?.classList.add(...theme.bodyClass.split(' '));
  };
  new MutationObserver((_records, observer) => {
    if (document.body) {
      observer.disconnect();
      apply();
    }
  }).observe(document, { childList: true, subtree: true });
}

function echo(text: string): WorkerToPanel {
  return { type: 'log', level: 'information', text };
}

/** The panel's page as a test drives it. */
export class PanelPage {
  readonly page: Page;
  #echoes = 0;

  constructor(page: Page) {
    this.page = page;
  }

  /** As the host would. */
  async host(...messages: HostToPanel[]): Promise<void> {
    await this.page.evaluate(list => {
      for (const message of list) {
        window.postMessage(message, '*');
      }
    }, messages.map(toWire) as HostToPanel[]);
    await this.settle();
  }

  /** As the worker would. */
  async worker(...messages: (WorkerToPanel | 'crash')[]): Promise<void> {
    const last = `echo ${++this.#echoes}`;
    await this.page.evaluate(
      list => {
        const channel = new BroadcastChannel('scripted-worker');
        for (const message of list) {
          channel.postMessage(message);
        }
      },
      [...messages, ...(messages.includes('crash') ? [] : [echo(last)])],
    );
    // What the worker logs last reaches the host last, so everything before it has arrived.
    if (!messages.includes('crash')) {
      await this.page.waitForFunction(
        text => window.sentToHost.some(message => message.type === 'log' && message.text === text),
        last,
      );
    }
    await this.settle();
  }

  /** Waits for a message to the host and returns the newest of that type. */
  async toHost<Type extends PanelToHost['type']>(type: Type): Promise<Extract<PanelToHost, { type: Type }>> {
    const handle = await this.page.waitForFunction(
      wanted => window.sentToHost.findLast(message => message.type === wanted),
      type,
    );
    return fromWire(await handle.jsonValue()) as Extract<PanelToHost, { type: Type }>;
  }

  /** Waits for a message to the worker and returns the newest of that type. */
  async toWorker<Type extends PanelToWorker['type']>(
    type: Type,
  ): Promise<Extract<PanelToWorker, { type: Type }>> {
    const handle = await this.page.waitForFunction(
      wanted => window.sentToWorker.findLast(message => message.type === wanted),
      type,
    );
    return (await handle.jsonValue()) as Extract<PanelToWorker, { type: Type }>;
  }

  /** Two frames, so that what was asked for is drawn. */
  async settle(): Promise<void> {
    await this.page.evaluate(
      () => new Promise<void>(resolve => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
    );
  }

  async tab(name: string): Promise<void> {
    await this.page.getByRole('tab', { name }).click();
    await this.settle();
  }

  async screenshot(name: string): Promise<void> {
    mkdirSync(`${root}artifacts/panel`, { recursive: true });
    // Hiding the caret would need a style element, which the policy rightly refuses.
    await this.page.screenshot({ path: `${root}artifacts/panel/${name}.png`, caret: 'initial' });
  }

  async violations(): Promise<string[]> {
    return this.page.evaluate(() => window.violations);
  }

  /** Lets the worker that is started next die, of an error that nobody catches, behind a checkpoint of its run. */
  async killNextWorker(): Promise<void> {
    await this.page.evaluate(() => {
      window.nextWorkerDies = true;
    });
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}
