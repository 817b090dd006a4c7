/** The training worker in a real browser: bundled, started from a blob as the panel does, driven by messages. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from 'playwright-core';
import { chromiumFlags, findChromium } from '../../scripts/chromium.ts';
import type {
  CheckpointReport,
  PanelToWorker,
  RunRequest,
  RunSettings,
  WorkerToPanel,
} from '../../src/protocol.ts';
import { validateWorkerToPanel } from '../../src/protocol-validator.ts';
import { wasmBytes } from '../python/parse/loadParser.ts';
import { bundleWorker } from './bundle.ts';
import { LOSABLE } from './preludes.ts';

/** What takes so many milliseconds has hung; scripts on software graphics take long on a machine with other work. */
const HANGS = 150_000;

const PAGE = `<!DOCTYPE html><script>
  window.received = [];
  window.waiting = [];
  window.written = {};
  window.startWorker = async prelude => {
    const [script, ...files] = await Promise.all(
      ['worker.js', 'tree-sitter.wasm', 'tree-sitter-python.wasm'].map(async name => (await fetch(name)).arrayBuffer()));
    const worker = new Worker(URL.createObjectURL(new Blob([prelude, script], { type: 'text/javascript' })));
    worker.onmessage = async ({ data }) => {
      if (data.type === 'assetWanted') {
        const response = await fetch(data.name);
        const bytes = response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
        worker.postMessage({ type: 'asset', name: data.name, bytes, reason: response.statusText });
        return;
      }
      window.received.push(data);
      for (const check of window.waiting) check();
    };
    worker.onerror = event => window.received.push({ type: 'log', level: 'error', text: 'crash: ' + event.message });
    window.worker = worker;
    worker.postMessage({ type: 'initialise', strings: {}, assets: {
      'tree-sitter.wasm': new Uint8Array(files[0]), 'tree-sitter-python.wasm': new Uint8Array(files[1]) } });
  };
</script>`;

declare global {
  interface Window {
    received: WorkerToPanel[];
    waiting: (() => void)[];
    /** What scripts wrote, by path. */
    written: Record<string, Uint8Array>;
    worker: Worker;
    startWorker(prelude: string): Promise<void>;
  }
}

/** One browser and one server for a test file. */
export class WorkerHarness {
  readonly #server: Server;
  readonly #browser: Browser;

  private constructor(server: Server, browser: Browser) {
    this.#server = server;
    this.#browser = browser;
  }

  static async start(): Promise<WorkerHarness> {
    const files = new Map<string, Uint8Array | string>([
      ['/', PAGE],
      ...(await bundleWorker()),
      ['/tree-sitter.wasm', wasmBytes('tree-sitter.wasm')],
      ['/tree-sitter-python.wasm', wasmBytes('tree-sitter-python.wasm')],
    ]);
    const server = createServer((request, response) => {
      const content = files.get(request.url!);
      response.statusCode = content === undefined ? 404 : 200;
      if (request.url === '/') response.setHeader('content-type', 'text/html');
      response.end(content);
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const browser = await chromium.launch({ executablePath: findChromium(), args: [...chromiumFlags] });
    return new WorkerHarness(server, browser);
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await new Promise(resolve => this.#server.close(resolve));
  }

  /** A page with a worker that is ready. @param prelude what runs in the worker before its bundle */
  async worker(prelude = LOSABLE): Promise<DrivenWorker> {
    const page = await this.#browser.newPage();
    page.setDefaultTimeout(HANGS);
    const { port } = this.#server.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/`);
    await page.evaluate(text => window.startWorker(text), prelude);
    const worker = new DrivenWorker(page);
    await worker.next('ready');
    return worker;
  }
}

export const SETTINGS: RunSettings = {
  backend: 'auto',
  seed: 1,
  kerasVersion: 'auto',
  maximumPredictions: 500,
};

type Messages<Type extends WorkerToPanel['type']> = Extract<WorkerToPanel, { type: Type }>;

/** Asks a worker by the browser's debugging protocol. */
type Ask = (method: string) => Promise<Record<string, number>>;

/** A worker as a test drives it. Every message is validated as the panel does. */
export class DrivenWorker {
  readonly #page: Page;
  #runs = 0;
  #debugged: Promise<Ask> | null = null;

  constructor(page: Page) {
    this.#page = page;
  }

  /**
   * Starts a script and returns the id of its run.
   * @param files what the folder of the script holds; any other file is missing
   */
  async start(
    source: string,
    change: Partial<RunRequest> = {},
    files: Readonly<Record<string, string>> = {},
    checkpoint: CheckpointReport | null = null,
  ): Promise<string> {
    await this.#answerRequests(files);
    const runId = `run-${++this.#runs}`;
    const run: RunRequest = {
      runId,
      path: 'project/script.py',
      uri: 'file:///project/script.py',
      name: 'script.py',
      source,
      workingDirectory: 'project',
      arguments: [],
      model: null,
      findings: [],
      settings: SETTINGS,
      ...change,
    };
    await this.send({ type: 'start', run, checkpoint });
    return runId;
  }

  /** Runs a script to its end and returns what was said. */
  async run(source: string, change: Partial<RunRequest> = {}): Promise<Said> {
    const runId = await this.start(source, change);
    return this.untilFinished(runId);
  }

  async untilFinished(runId: string): Promise<Said> {
    await this.#page.waitForFunction(
      id => window.received.some(message => message.type === 'finished' && message.runId === id),
      runId,
    );
    const all = await this.received();
    return new Said(all.filter(message => 'runId' in message && message.runId === runId));
  }

  async send(message: PanelToWorker): Promise<void> {
    await this.#page.evaluate(sent => window.worker.postMessage(sent), message);
  }

  /**
   * Plans a fault for the moment when the worker sends a message with these values: every WebGL context and WebGPU
   * device goes away, or graphics get no new memory from then on.
   */
  async plan(
    fault: 'lose-devices' | 'refuse-textures',
    at: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await this.#page.evaluate(planned => window.worker.postMessage(planned), { fault, at });
  }

  /** Waits for a checkpoint, or for progress, of a later epoch. */
  async later(type: 'checkpoint' | 'progress', epoch: number): Promise<void> {
    await this.#page.waitForFunction(
      ([wanted, known]) => window.received.some(message => message.type === wanted && message.epoch > known),
      [type, epoch] as const,
    );
  }

  /** Waits until a message of a type has arrived that holds these values. */
  async until(type: WorkerToPanel['type'], values: Readonly<Record<string, unknown>>): Promise<void> {
    await this.#page.waitForFunction(
      ([wanted, held]) =>
        window.received.some(
          message =>
            message.type === wanted &&
            Object.entries(held).every(
              ([name, value]) => (message as unknown as Record<string, unknown>)[name] === value,
            ),
        ),
      [type, values] as const,
    );
  }

  /** Waits for one more message of a type than there are now. */
  async another(type: WorkerToPanel['type']): Promise<void> {
    const known = (await this.received()).filter(message => message.type === type).length;
    await this.#page.waitForFunction(
      ([wanted, before]) => window.received.filter(message => message.type === wanted).length > before,
      [type, known] as const,
    );
  }

  /** Waits for the first message of a type. */
  async next<Type extends WorkerToPanel['type']>(type: Type): Promise<Messages<Type>> {
    const handle = await this.#page.waitForFunction(
      wanted => window.received.find(message => message.type === wanted),
      type,
    );
    return (await handle.jsonValue()) as Messages<Type>;
  }

  /** Everything the worker has said; a message that the panel would drop fails the test. */
  async received(): Promise<WorkerToPanel[]> {
    const messages = (await this.#page.evaluate(() => window.received)) as WorkerToPanel[];
    for (const message of messages) {
      const validated = validateWorkerToPanel(message);
      if (!validated.ok) throw new Error(`the panel would drop this: ${validated.reason}`);
    }
    return messages;
  }

  /** Answers as a host whose folder holds these files (paths relative to the working directory). */
  async #answerRequests(files: Readonly<Record<string, string>>): Promise<void> {
    await this.#page.evaluate(texts => {
      const answered = new Set<number>();
      const names = Object.keys(texts);
      const status = { kind: 'file' as const, size: 0, modified: 0 };
      const answer = (): void => {
        for (const message of window.received) {
          if (message.type !== 'request' || answered.has(message.id)) continue;
          answered.add(message.id);
          const { id, request, parameters } = message;
          const { path } = parameters;
          const text = texts[path];
          const bytes =
            window.written[path] ?? (text === undefined ? undefined : new TextEncoder().encode(text));
          if (request === 'listFolder' && path === '.') {
            const entries = names.map(name => ({ name, status }));
            window.worker.postMessage({ type: 'reply', id, ok: true, result: { entries } });
          } else if (request === 'readFile' && bytes !== undefined) {
            window.worker.postMessage({ type: 'reply', id, ok: true, result: { bytes } });
          } else if (request === 'statFile' && bytes !== undefined) {
            const found = { ...status, size: bytes.length };
            window.worker.postMessage({ type: 'reply', id, ok: true, result: { status: found } });
          } else if (request === 'writeFile') {
            window.written[path] = parameters.bytes;
            window.worker.postMessage({
              type: 'reply',
              id,
              ok: true,
              result: { size: parameters.bytes.length },
            });
          } else {
            const error = {
              exception: 'FileNotFoundError',
              message: `[Errno 2] No such file or directory: '${path}'`,
            };
            window.worker.postMessage({ type: 'reply', id, ok: false, error });
          }
        }
      };
      window.waiting = [answer];
    }, files);
  }

  /** What scripts wrote, by path. */
  async written(): Promise<Record<string, Uint8Array>> {
    return this.#page.evaluate(() => window.written);
  }

  /** How many objects lived on graphics devices at each report of progress, where the worker counts them. */
  async liveObjects(): Promise<number[]> {
    return this.#page
      .workers()[0]!
      .evaluate(() => (self as unknown as { liveObjects: number[] }).liveObjects);
  }

  /** The shaders that held up a step since the worker last told that it compiles some, and how many did not. */
  async compilations(): Promise<{ unawaited: string[]; ahead: number }> {
    return this.#page.workers()[0]!.evaluate(() => {
      const noted = self as unknown as { unawaited: string[]; compiledAhead: number };
      return { unawaited: noted.unawaited, ahead: noted.compiledAhead };
    });
  }

  /** Bytes that live in the worker once what is garbage was collected: objects, and the contents of arrays. */
  async heap(): Promise<{ objects: number; arrays: number }> {
    this.#debugged ??= this.#debug();
    const ask = await this.#debugged;
    await ask('HeapProfiler.collectGarbage');
    const { usedSize, backingStorageSize } = await ask('Runtime.getHeapUsage');
    return { objects: usedSize, arrays: backingStorageSize };
  }

  /** Speaks with the worker by the browser's debugging protocol, which asks the page to pass its messages on. */
  async #debug(): Promise<Ask> {
    const session = await this.#page.context().newCDPSession(this.#page);
    const attached = new Promise<string>(resolve => {
      session.on('Target.attachedToTarget', ({ sessionId }) => resolve(sessionId));
    });
    const answers = new Map<number, (result: Record<string, number>) => void>();
    session.on('Target.receivedMessageFromTarget', ({ message }) => {
      const { id, result } = JSON.parse(message) as { id: number; result: Record<string, number> };
      answers.get(id)?.(result);
    });
    const options = { autoAttach: true, waitForDebuggerOnStart: false, flatten: false };
    await session.send('Target.setAutoAttach', options);
    const sessionId = await attached;
    let id = 0;
    return async method => {
      const message = JSON.stringify({ id: ++id, method });
      const answer = new Promise<Record<string, number>>(resolve => answers.set(id, resolve));
      await session.send('Target.sendMessageToTarget', { sessionId, message });
      return answer;
    };
  }

  async close(): Promise<void> {
    await this.#page.close();
  }
}

/** What a worker said about one run. */
export class Said {
  readonly messages: readonly WorkerToPanel[];

  constructor(messages: readonly WorkerToPanel[]) {
    this.messages = messages;
  }

  all<Type extends WorkerToPanel['type']>(type: Type): Messages<Type>[] {
    return this.messages.filter((message): message is Messages<Type> => message.type === type);
  }

  last<Type extends WorkerToPanel['type']>(type: Type): Messages<Type> | undefined {
    return this.all(type).at(-1);
  }

  /** What the script printed. */
  text(stream: 'stdout' | 'stderr' = 'stdout'): string {
    return this.all('output')
      .filter(output => output.stream === stream)
      .map(({ text }) => text)
      .join('');
  }
}
