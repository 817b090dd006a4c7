/**
 * Owns the worker: loads its bundle and files, relays messages, notices when it dies or hangs, and ends it.
 *
 * A webview's worker must be a blob of the page's own origin and cannot fetch, so the page fetches everything and
 * hands over the bytes.
 */
import type {
  BackendMeasurement,
  CheckpointReport,
  LateAssetName,
  PanelToWorker,
  RunReport,
  RunRequest,
  WorkerToPanel,
} from '../../src/protocol.ts';
import { STOP_GRACE_MILLISECONDS, STOP_HEARD_MILLISECONDS, STUCK_AFTER_SECONDS } from '../../src/protocol.ts';
import { validateWorkerToPanel } from '../../src/protocol-validator.ts';
import { t } from './strings.ts';

/** Where the page finds what the worker needs; from the page's configuration. */
export interface WorkerResources {
  /** URI of the worker's bundle, one classic script. */
  script: string;
  /** URIs of files by the name under which the worker asks for them. */
  assets: Record<string, string>;
  /** URIs of files that a run asks for when it needs them. */
  lateAssets: Record<string, string>;
}

export interface WorkerListener {
  onMessage(message: WorkerToPanel): void;
  /** A running worker has been silent for long, or speaks again. */
  onStuck(stuck: boolean): void;
  onLog(level: 'error' | 'warning', text: string): void;
}

const LOAD_TIMEOUT_MILLISECONDS = 30_000;
const WATCH_INTERVAL_MILLISECONDS = 2000;

export class WorkerHost {
  #resources: WorkerResources;
  #listener: WorkerListener;
  #strings: Record<string, string>;
  #loaded: Promise<{ url: string; assets: Record<string, Uint8Array> }> | null = null;
  #worker: Worker | null = null;
  #runId: string | null = null;
  #startedAt = 0;
  #lastSign = 0;
  #lastWatch = 0;
  #stuck = false;
  #watch: ReturnType<typeof setInterval> | null = null;
  #stopTimer: ReturnType<typeof setTimeout> | null = null;
  #stopHeard = false;

  constructor(resources: WorkerResources, strings: Record<string, string>, listener: WorkerListener) {
    this.#resources = resources;
    this.#strings = strings;
    this.#listener = listener;
  }

  /** Loads the worker ahead of the first run, so that a click on Train finds it warm. Errors wait for the run. */
  prepare(): void {
    this.#ensureWorker().catch(() => {});
  }

  /** Runs a script; a run that goes on is ended first. */
  async start(
    run: RunRequest,
    checkpoint: CheckpointReport | null,
    measurements: BackendMeasurement[] | undefined,
  ): Promise<void> {
    if (this.#runId !== null) {
      this.#end('stopped', '');
    }
    this.#runId = run.runId;
    this.#startedAt = performance.now();
    try {
      const worker = await this.#ensureWorker();
      if (this.#runId === run.runId) {
        this.#sign();
        this.#watchOver();
        this.#post(worker, { type: 'start', run, checkpoint, measurements });
      }
    } catch (error) {
      if (this.#runId === run.runId) {
        this.#end('lost', t('The training worker could not be loaded: {0}', String(error)));
      }
    }
  }

  /** Asks the run to stop; when it does not within the grace, ends its worker. */
  stop(runId: string, restoreBest = false): void {
    if (this.#runId !== runId) {
      return;
    }
    this.send({ type: 'stop', runId, restoreBest });
    if (this.#stopTimer === null) {
      this.#stopHeard = false;
      this.#endIn(runId, STOP_GRACE_MILLISECONDS);
    }
  }

  #endIn(runId: string, milliseconds: number): void {
    if (this.#stopTimer !== null) {
      clearTimeout(this.#stopTimer);
    }
    this.#stopTimer = setTimeout(() => {
      if (this.#runId === runId) {
        this.#end('stopped', '');
      }
    }, milliseconds);
  }

  /** Ends a worker that does not answer; the run counts as lost. */
  giveUp(): void {
    if (this.#runId !== null) {
      this.#end('lost', t('The run did not answer and was ended.'));
    }
  }

  /** Passes a message to the worker, if there is one. */
  send(message: PanelToWorker): void {
    if (this.#worker) {
      this.#post(this.#worker, message);
    }
  }

  get runId(): string | null {
    return this.#runId;
  }

  #post(worker: Worker, message: PanelToWorker): void {
    worker.postMessage(message);
  }

  async #ensureWorker(): Promise<Worker> {
    if (this.#worker) {
      return this.#worker;
    }
    this.#loaded ??= this.#load().catch(error => {
      this.#loaded = null;
      throw error;
    });
    const { url, assets } = await this.#loaded;
    // Another call may have made it while this one waited.
    if (this.#worker) {
      return this.#worker;
    }
    const worker = new Worker(url);
    worker.onmessage = event => this.#receive(worker, event.data);
    worker.onerror = event => {
      event.preventDefault();
      this.#crashed(worker, event.message || t('unknown error'));
    };
    worker.onmessageerror = () =>
      this.#listener.onLog('warning', 'A message of the worker could not be read.');
    this.#worker = worker;
    this.#post(worker, { type: 'initialise', assets, strings: this.#strings });
    return worker;
  }

  async #load(): Promise<{ url: string; assets: Record<string, Uint8Array> }> {
    const names = Object.keys(this.#resources.assets);
    const [script, ...files] = await Promise.all([
      fetchBytes(this.#resources.script),
      ...names.map(name => fetchBytes(this.#resources.assets[name]!)),
    ]);
    const assets: Record<string, Uint8Array> = {};
    for (const [index, name] of names.entries()) {
      assets[name] = files[index]!;
    }
    const url = URL.createObjectURL(new Blob([script!], { type: 'text/javascript' }));
    return { url, assets };
  }

  #receive(worker: Worker, data: unknown): void {
    if (worker !== this.#worker) {
      return;
    }
    this.#sign();
    const validated = validateWorkerToPanel(data);
    if (!validated.ok) {
      this.#listener.onLog('warning', `Panel dropped a message of the worker: ${validated.reason}`);
      this.#answerMalformed(worker, data);
      return;
    }
    const message = validated.message;
    if (
      message.type === 'heartbeat' &&
      this.#stopTimer !== null &&
      !this.#stopHeard &&
      this.#runId !== null
    ) {
      this.#stopHeard = true;
      this.#endIn(this.#runId, STOP_HEARD_MILLISECONDS);
    }
    if (message.type === 'assetWanted') {
      void this.#handOver(worker, message.name);
      return;
    }
    if (message.type === 'finished' && message.runId === this.#runId) {
      this.#settle();
    }
    this.#listener.onMessage(message);
  }

  async #handOver(worker: Worker, name: LateAssetName): Promise<void> {
    const answer = await fetchBytes(this.#resources.lateAssets[name] ?? name).then(
      bytes => ({ bytes, reason: '' }),
      error => ({ bytes: null, reason: String(error) }),
    );
    this.#post(worker, { type: 'asset', name, ...answer });
  }

  /** A request that nobody can answer would leave the script waiting. */
  #answerMalformed(worker: Worker, data: unknown): void {
    const request = data as { type?: unknown; id?: unknown } | null;
    if (request?.type === 'request' && typeof request.id === 'number') {
      const error = { exception: 'OSError', message: 'The request was malformed.' } as const;
      this.#post(worker, { type: 'reply', id: request.id, ok: false, error });
    }
  }

  #crashed(worker: Worker, message: string): void {
    if (worker !== this.#worker) {
      return;
    }
    this.#listener.onLog('error', `The worker failed: ${message}`);
    if (this.#runId !== null) {
      this.#end('lost', t('The training worker failed: {0}', message));
    } else {
      this.#discard();
    }
  }

  /** Ends the worker and speaks for it. */
  #end(status: 'stopped' | 'lost', reason: string): void {
    const runId = this.#runId!;
    this.#discard();
    this.#settle();
    const seconds = (performance.now() - this.#startedAt) / 1000;
    const report: RunReport = { type: 'finished', runId, status, reason, seconds };
    this.#listener.onMessage(report);
  }

  #discard(): void {
    this.#worker?.terminate();
    this.#worker = null;
  }

  #settle(): void {
    this.#runId = null;
    if (this.#stopTimer !== null) {
      clearTimeout(this.#stopTimer);
      this.#stopTimer = null;
    }
    if (this.#watch !== null) {
      clearInterval(this.#watch);
      this.#watch = null;
    }
    this.#setStuck(false);
  }

  #sign(): void {
    this.#lastSign = performance.now();
    this.#setStuck(false);
  }

  #setStuck(stuck: boolean): void {
    if (this.#stuck !== stuck) {
      this.#stuck = stuck;
      this.#listener.onStuck(stuck);
    }
  }

  #watchOver(): void {
    this.#lastWatch = performance.now();
    this.#watch ??= setInterval(() => {
      const now = performance.now();
      // When this timer itself was late the page slept, and the worker's messages still wait in the queue.
      if (now - this.#lastWatch > 2 * WATCH_INTERVAL_MILLISECONDS) {
        this.#lastSign = now;
      }
      this.#lastWatch = now;
      if (now - this.#lastSign > STUCK_AFTER_SECONDS * 1000) {
        this.#setStuck(true);
      }
    }, WATCH_INTERVAL_MILLISECONDS);
  }
}

async function fetchBytes(uri: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(uri, { signal: AbortSignal.timeout(LOAD_TIMEOUT_MILLISECONDS) });
  if (!response.ok) {
    throw new Error(`${response.status} ${uri}`);
  }
  return new Uint8Array(await response.arrayBuffer());
}
