/**
 * The panel's page: connects host, worker and views.
 *
 * The shell (src/editor/panel-page.ts) must hold:
 * - `<link rel="stylesheet">` to the bundled panel.css (imported below; `codicon.ttf` lies beside it);
 * - `<meta property="csp-nonce" content="…">` with a nonce that style-src allows, for the controls;
 * - `<div id="panel-root">`, empty, where everything is built;
 * - `<script type="application/json" id="panel-configuration">` with a `PanelConfiguration`;
 * - the bundled panel.js (entry webview/panel/main.ts, IIFE or ES module) with the nonce, after both.
 */
import type { HostToPanel, RunReport, WorkerToPanel } from '../../src/protocol.ts';
import { assertNever } from '../../src/protocol.ts';
import { isRunReport } from '../../src/protocol-validator.ts';
import { applyReport, emptyRecord, type RunRecord } from '../../src/run-record.ts';
import { registerControls } from './controls.ts';
import type { HostLink } from './host-link.ts';
import { connectToHost } from './host-link.ts';
import { Panel } from './panel.ts';
import type { PanelActions, PanelState } from './state.ts';
import { INITIAL_VIEW } from './state.ts';
import { setStrings } from './strings.ts';
import type { WorkerResources } from './worker-host.ts';
import { WorkerHost } from './worker-host.ts';
import './panel.css';

/** The JSON in the shell's `panel-configuration`. */
export interface PanelConfiguration {
  worker: WorkerResources;
}

class Application {
  #state: PanelState = {
    record: null,
    restored: false,
    runs: [],
    offer: null,
    settings: { backend: 'auto', seed: null, kerasVersion: 'auto', maximumPredictions: 0 },
    view: INITIAL_VIEW,
    stuck: false,
    stopping: false,
  };
  #host: HostLink;
  #worker: WorkerHost | null = null;
  #panel: Panel | null = null;
  #configuration: PanelConfiguration;
  #frame = false;
  #watching = false;
  /** The run of this page's worker, which need not be the one that is shown. */
  #live: RunRecord | null = null;

  constructor(configuration: PanelConfiguration) {
    this.#configuration = configuration;
    this.#host = connectToHost(message => this.#onHost(message));
    window.addEventListener('error', event => this.#log('error', `Panel: ${event.message}`));
    window.addEventListener('unhandledrejection', event =>
      this.#log('error', `Panel: ${String(event.reason)}`),
    );
    this.#host.post({ type: 'ready' });
  }

  #onHost(message: HostToPanel): void {
    const state = this.#state;
    switch (message.type) {
      case 'initialise':
        this.#initialise(message);
        break;
      case 'offer':
        state.offer = message.offer;
        break;
      case 'run':
        this.#run(message);
        break;
      case 'stop':
        this.#stop(message.runId, message.restoreBest ?? false);
        break;
      case 'pause':
      case 'resume':
      case 'requestProgress':
      case 'reply':
        this.#worker?.send(message);
        break;
      case 'settings':
        state.settings = message.settings;
        break;
      case 'runs':
        state.runs = message.runs;
        break;
      case 'record':
        this.#show(message.record);
        break;
      case 'findings':
        if (state.record?.run.path === message.path) {
          state.record.findings = message.findings;
        }
        break;
      case 'show':
        state.view = { ...state.view, tab: message.tab };
        this.#render();
        if (message.fit) {
          this.#panel?.fitTemperature();
        }
        break;
      default:
        assertNever(message);
    }
    this.#schedule();
  }

  #initialise(message: Extract<HostToPanel, { type: 'initialise' }>): void {
    setStrings(message.strings);
    document.documentElement.lang = message.locale;
    const running = this.#worker?.runId ?? null;
    // A page that is told again while its own worker runs knows more than the host.
    const record = running === null ? message.record : this.#state.record;
    this.#state = {
      ...this.#state,
      record,
      restored: running === null && record !== null,
      runs: message.runs,
      offer: message.offer,
      settings: message.settings,
      view: message.view ?? this.#state.view,
    };
    if (!this.#panel) {
      this.#panel = new Panel(this.#actions());
      document.getElementById('panel-root')!.replaceChildren(this.#panel.element);
      this.#worker = new WorkerHost(this.#configuration.worker, message.strings, {
        onMessage: fromWorker => this.#onWorker(fromWorker),
        onStuck: stuck => {
          this.#state.stuck = stuck;
          this.#schedule();
        },
        onLog: (level, text) => this.#log(level, text),
      });
      this.#worker.prepare();
      this.#render();
    }
  }

  #run({ run, checkpoint, measurements }: Extract<HostToPanel, { type: 'run' }>): void {
    const continues = checkpoint !== null && this.#state.record?.run.runId === run.runId;
    if (!continues) {
      // Another script or model: yesterday's T, split and sample mean nothing for it.
      this.#state.view = { ...this.#state.view, temperature: null, split: null, sample: null };
    }
    // The run before ends first, so that its last report still meets its own record.
    void this.#worker?.start(run, checkpoint, measurements);
    if (!continues) {
      this.#state.record = emptyRecord(run);
    }
    const record = this.#state.record!;
    this.#live = record;
    if (continues) {
      record.status = 'preparing';
      record.seconds = null;
      record.reason = '';
    }
    this.#state.restored = false;
    this.#state.stopping = false;
    this.#watching = false;
  }

  /** Another run in this page; of the one that trains here the page itself knows the newest. */
  #show(record: RunRecord): void {
    const isLive = this.#live?.run.runId === record.run.runId;
    const shown = isLive ? this.#live : record;
    if (shown !== this.#state.record) {
      this.#state.view = { ...this.#state.view, temperature: null, split: null, sample: null };
    }
    this.#state.record = shown;
    this.#state.restored = !isLive;
  }

  #onWorker(message: WorkerToPanel): void {
    if (isRunReport(message)) {
      this.#report(message);
      return;
    }
    switch (message.type) {
      case 'ready':
        this.#watching = false;
        this.#schedule();
        return;
      case 'heartbeat':
      case 'assetWanted':
        return;
      case 'log':
      case 'request':
      case 'measured':
        this.#host.post(message);
        return;
      default:
        assertNever(message);
    }
  }

  #report(report: RunReport): void {
    if (this.#live) {
      applyReport(this.#live, report);
    }
    if (report.type === 'finished') {
      this.#state.stopping = false;
    }
    this.#host.post({ type: 'report', report });
    this.#schedule();
  }

  #stop(runId: string, restoreBest: boolean): void {
    if (this.#worker?.runId === runId) {
      this.#state.stopping = true;
      this.#worker.stop(runId, restoreBest);
    }
  }

  #actions(): PanelActions {
    const runId = (): string => this.#state.record?.run.runId ?? '';
    const post = this.#host.post;
    return {
      stop: restoreBest => {
        this.#stop(runId(), restoreBest);
        this.#schedule();
      },
      giveUp: () => this.#worker?.giveUp(),
      pause: () => this.#worker?.send({ type: 'pause', runId: runId() }),
      resume: () => this.#worker?.send({ type: 'resume', runId: runId() }),
      setLearningRate: (value, optimizer) =>
        this.#worker?.send({
          type: 'setLearningRate',
          runId: runId(),
          value,
          ...(optimizer === null ? {} : { optimizer }),
        }),
      runAgain: () => post({ type: 'runAgain' }),
      showRun: wanted => post({ type: 'showRun', runId: wanted }),
      withdraw: waiting => post({ type: 'withdraw', runId: waiting }),
      continueRun: () => post({ type: 'continue', runId: runId() }),
      trainOffer: () => post({ type: 'trainOffer' }),
      openExample: () => post({ type: 'openExample' }),
      chooseBackend: backend => post({ type: 'chooseBackend', backend }),
      measureAgain: () => post({ type: 'measureAgain' }),
      reveal: (line, path) => {
        const target = path ?? this.#state.record?.run.path ?? this.#state.offer?.path;
        if (target !== undefined) {
          post({ type: 'reveal', path: target, line, column: null });
        }
      },
      showTab: tab => this.#changeView({ tab }),
      changeView: change => this.#changeView(change),
      writeTemperature: (model, line, range, value) => {
        const path = this.#state.record?.run.path;
        if (path !== undefined) {
          post({ type: 'writeTemperature', path, model, line, range, value });
        }
      },
      exportFile: (name, bytes) => post({ type: 'export', name, bytes }),
      copy: text => post({ type: 'copy', text }),
    };
  }

  #changeView(change: Partial<PanelState['view']>): void {
    this.#state.view = { ...this.#state.view, ...change };
    this.#host.saveState(this.#state.view);
    this.#schedule();
  }

  /** One redraw a frame; a hidden page draws none, and its worker runs on. */
  #schedule(): void {
    if (!this.#frame) {
      this.#frame = true;
      requestAnimationFrame(() => {
        this.#frame = false;
        this.#render();
      });
    }
  }

  #render(): void {
    this.#panel?.update(this.#state);
    const watch = this.#state.view.tab === 'layers' && this.#worker?.runId != null;
    if (watch !== this.#watching) {
      this.#watching = watch;
      this.#worker?.send({ type: 'watchLayers', watch });
    }
  }

  #log(level: 'error' | 'warning', text: string): void {
    this.#host.post({ type: 'log', level, text });
  }
}

registerControls();
new Application(
  JSON.parse(document.getElementById('panel-configuration')!.textContent!) as PanelConfiguration,
);
