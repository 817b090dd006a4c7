/** The panel beside the editor: made, shown, freed while hidden and restored; nothing that matters lives in it. */
import {
  type Disposable,
  EventEmitter,
  env,
  type LogOutputChannel,
  l10n,
  Uri,
  ViewColumn,
  type Webview,
  type WebviewPanel,
  type WebviewPanelSerializer,
  window,
} from 'vscode';
import { type HostToPanel, type InitialiseMessage, LATE_ASSETS, type PanelToHost } from '../protocol.ts';
import { validatePanelToHost } from '../protocol-validator.ts';
import { isActive } from '../run-record.ts';
import { fromWire, toWire } from '../wire.ts';
import { PANEL_TYPE } from './contributions.ts';
import { panelPage } from './panel-page.ts';
import type { Run, Runs } from './runs.ts';

/** Files that the worker asks the page for. */
const WORKER_ASSETS = ['tree-sitter.wasm', 'tree-sitter-python.wasm'];

/** A page that is hidden this long while nothing trains gives its memory back. */
const FREE_AFTER_MILLISECONDS = 60_000;

export class PanelHost implements Disposable, WebviewPanelSerializer {
  readonly #extensionUri: Uri;
  readonly #runs: Runs;
  readonly #log: LogOutputChannel;
  readonly #initialise: () => Promise<InitialiseMessage>;
  readonly #received = new EventEmitter<PanelToHost>();
  readonly #interrupted = new EventEmitter<Run>();
  readonly #activity: Disposable;
  #panel: WebviewPanel | null = null;
  #ready = false;
  /** The run that the page's worker was told to do. */
  #delivered: string | null = null;
  #queue: HostToPanel[] = [];
  #freeing: ReturnType<typeof setTimeout> | null = null;
  #freed = false;

  /** Valid messages of the page other than `ready`, which is answered here. */
  readonly onDidReceive = this.#received.event;
  /** The panel was closed on a run that went on. */
  readonly onDidInterrupt = this.#interrupted.event;

  constructor(
    extensionUri: Uri,
    runs: Runs,
    initialise: () => Promise<InitialiseMessage>,
    log: LogOutputChannel,
  ) {
    this.#extensionUri = extensionUri;
    this.#runs = runs;
    this.#initialise = initialise;
    this.#log = log;
    this.#activity = runs.onDidChangeActivity(run => this.#considerFreeing(run));
  }

  /** Opens the panel beside the editor, or brings it forward; the editor keeps the focus. */
  show(): void {
    if (this.#panel !== null) {
      this.#panel.reveal(undefined, true);
      return;
    }
    const panel = window.createWebviewPanel(
      PANEL_TYPE,
      l10n.t('Kerascope'),
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      // Kept for runs that go on in a hidden panel; without one the page is freed (see #free).
      { retainContextWhenHidden: true, enableFindWidget: true },
    );
    this.#adopt(panel);
  }

  /** Takes over a panel that VS Code brings back after a reload of the window. */
  async deserializeWebviewPanel(panel: WebviewPanel): Promise<void> {
    if (this.#panel !== null) {
      panel.dispose();
      return;
    }
    this.#adopt(panel);
  }

  /** Sends what someone asked for; it waits for a page that is still loading. */
  post(message: HostToPanel): void {
    if (this.#ready) {
      this.#send(message);
    } else {
      this.#queue.push(message);
    }
  }

  /** Sends news; a page that is not there yet gets them with its first message. */
  update(message: HostToPanel): void {
    if (this.#ready) {
      this.#send(message);
    }
  }

  /** Whether the page knows of the run, so that it can stop or pause it. */
  hasRun(run: Run): boolean {
    return this.#ready && this.#delivered === run.record.run.runId;
  }

  /** Forgets a run that was asked for and has not reached the page. */
  withdraw(runId: string): void {
    this.#queue = this.#queue.filter(message => message.type !== 'run' || message.run.runId !== runId);
  }

  dispose(): void {
    this.#activity.dispose();
    this.#cancelFreeing();
    // The panel itself stays: after a reload of the window VS Code brings it back.
    this.#received.dispose();
    this.#interrupted.dispose();
  }

  #adopt(panel: WebviewPanel): void {
    this.#panel = panel;
    panel.iconPath = Uri.joinPath(this.#extensionUri, 'media', 'icon.png');
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: [Uri.joinPath(this.#extensionUri, 'dist')],
    };
    panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message));
    panel.onDidChangeViewState(() => this.#visibilityChanged());
    panel.onDidDispose(() => this.#closed());
    this.#load();
  }

  #load(): void {
    if (this.#panel !== null) {
      this.#ready = false;
      this.#freed = false;
      this.#panel.webview.html = this.#page(this.#panel.webview);
    }
  }

  #page(webview: Webview): string {
    const uri = (name: string): string =>
      webview.asWebviewUri(Uri.joinPath(this.#extensionUri, 'dist', name)).toString();
    return panelPage({
      cspSource: webview.cspSource,
      nonce: crypto.randomUUID().replaceAll('-', ''),
      locale: env.language,
      title: l10n.t('Kerascope'),
      scriptUri: uri('panel.js'),
      styleUri: uri('panel.css'),
      workerUri: uri('worker.js'),
      assetUris: Object.fromEntries(WORKER_ASSETS.map(name => [name, uri(name)])),
      lateAssetUris: Object.fromEntries(LATE_ASSETS.map(name => [name, uri(name)])),
    });
  }

  #receive(raw: unknown): void {
    const validated = validatePanelToHost(fromWire(raw));
    if (!validated.ok) {
      this.#log.warn(`dropped a message of the panel: ${validated.reason}`);
      return;
    }
    if (validated.message.type === 'ready') {
      void this.#pageLoaded();
    } else {
      this.#received.fire(validated.message);
    }
  }

  async #pageLoaded(): Promise<void> {
    this.#loseDelivered(l10n.t('The panel was reloaded.'));
    this.#ready = false;
    const first = await this.#initialise();
    this.#send(first);
    this.#ready = true;
    const waiting = this.#queue;
    this.#queue = [];
    waiting.forEach(message => {
      this.#send(message);
    });
  }

  #send(message: HostToPanel): void {
    if (message.type === 'run') {
      this.#delivered = message.run.runId;
    }
    void this.#panel?.webview.postMessage(toWire(message));
  }

  /** The page that ran it is gone, and its worker with it. */
  #loseDelivered(reason: string): void {
    const { active } = this.#runs;
    if (active !== null && active.record.run.runId === this.#delivered) {
      this.#runs.end(active, 'lost', reason);
    }
    this.#delivered = null;
  }

  #closed(): void {
    this.#cancelFreeing();
    this.#panel = null;
    this.#ready = false;
    this.#queue = [];
    const { active } = this.#runs;
    // Who closes the panel wants no other run to open it again.
    this.#runs.withdraw();
    if (active !== null) {
      this.#runs.end(active, 'stopped', l10n.t('Training was stopped when the panel was closed.'));
      this.#interrupted.fire(active);
    }
    this.#delivered = null;
  }

  #visibilityChanged(): void {
    if (this.#panel?.visible) {
      this.#cancelFreeing();
      if (this.#freed) {
        this.#load();
      }
    } else {
      this.#scheduleFreeing();
    }
  }

  #considerFreeing(run: Run): void {
    if (this.#panel && !this.#panel.visible && !isActive(run.record.status)) {
      this.#scheduleFreeing();
    }
  }

  #scheduleFreeing(): void {
    this.#cancelFreeing();
    this.#freeing = setTimeout(() => this.#free(), FREE_AFTER_MILLISECONDS);
  }

  #cancelFreeing(): void {
    if (this.#freeing !== null) {
      clearTimeout(this.#freeing);
      this.#freeing = null;
    }
  }

  /** Lets go of the page and its worker; the record stays here and is drawn again when the panel is shown. */
  #free(): void {
    if (this.#panel && !this.#panel.visible && this.#runs.active === null) {
      this.#ready = false;
      this.#freed = true;
      this.#delivered = null;
      this.#panel.webview.html = '';
    }
  }
}
