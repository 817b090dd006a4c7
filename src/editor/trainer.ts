/** Starts, stops, pauses and continues runs: what the commands and the panel's buttons do. */
import { commands, type LogOutputChannel, l10n, type Uri, window, workspace } from 'vscode';
import type { PanelTab } from '../protocol.ts';
import { COMMAND } from './contributions.ts';
import type { Documents } from './documents.ts';
import type { KerasEnvironment } from './kerasEnvironment.ts';
import type { PanelHost } from './panelHost.ts';
import { requestOf } from './runRequests.ts';
import type { Run, Runs } from './runs.ts';
import { Script } from './scripts.ts';
import { kerasVersionSetting } from './settings.ts';

export class Trainer {
  readonly #documents: Documents;
  readonly #environment: KerasEnvironment;
  readonly #runs: Runs;
  readonly #panel: PanelHost;
  readonly #log: LogOutputChannel;

  constructor(
    documents: Documents,
    environment: KerasEnvironment,
    runs: Runs,
    panel: PanelHost,
    log: LogOutputChannel,
  ) {
    this.#documents = documents;
    this.#environment = environment;
    this.#runs = runs;
    this.#panel = panel;
    this.#log = log;
  }

  /** Runs a script as it stands in the editor, saved or not. */
  async train(script: Script): Promise<void> {
    if (!(await this.#isTrusted())) {
      return;
    }
    this.#panel.show();
    const version = await this.#environment.version(script.uri, kerasVersionSetting(script.uri));
    const request = requestOf(script, this.#documents.latest(script), version);
    this.#runs.begin(script.uri, request);
    this.#log.info(`runs ${request.path}`);
    this.#panel.post({ type: 'run', run: request, checkpoint: null });
  }

  /** The script of the last run once more, as it stands now. */
  async trainAgain(): Promise<void> {
    const run = this.#runs.newest;
    const script = run === null ? null : await this.#scriptAt(run.script);
    if (script !== null) {
      await this.train(script);
    }
  }

  /** Goes on with a lost run where its last checkpoint was taken. */
  async goOn(runId: string): Promise<void> {
    const run = this.#runs.newest;
    const checkpoint = run?.record.checkpoint;
    if (!run || run.record.run.runId !== runId || !checkpoint || !(await this.#isTrusted())) {
      return;
    }
    const script = run.request === null ? await this.#scriptAt(run.script) : null;
    const request = run.request ?? (script && { ...requestOf(script, null, 'auto'), ...run.record.run });
    if (request === null) {
      return;
    }
    this.#runs.goOn(run);
    this.#panel.show();
    this.#panel.post({ type: 'run', run: request, checkpoint });
  }

  stop(): void {
    this.#tell('stop');
  }

  pause(): void {
    this.#tell('pause');
  }

  resume(): void {
    this.#tell('resume');
  }

  /** Brings the panel forward on a tab; without a run there is nothing in it yet, and that is said. */
  async showResults(tab: PanelTab, fit: boolean): Promise<void> {
    if (this.#runs.newest === null) {
      const train = l10n.t('Train Model');
      const choice = await window.showInformationMessage(
        l10n.t('There are no predictions yet: train the model first.'),
        train,
      );
      if (choice === train) {
        await commands.executeCommand(COMMAND.train);
      }
      return;
    }
    this.#panel.show();
    this.#panel.post({ type: 'show', tab, fit });
  }

  #tell(type: 'stop' | 'pause' | 'resume'): void {
    const run = this.#runs.active;
    if (run === null) {
      return;
    }
    const { runId } = run.record.run;
    if (this.#panel.hasRun(run)) {
      this.#panel.post({ type, runId });
    } else if (type === 'stop') {
      this.#endUnsent(run);
    }
  }

  /** The page was still loading: the run ends before it began. */
  #endUnsent(run: Run): void {
    this.#panel.withdraw(run.record.run.runId);
    this.#runs.end(run, 'stopped', '');
  }

  async #scriptAt(uri: Uri): Promise<Script | null> {
    const known = this.#documents.scriptAt(uri);
    if (known !== null) {
      return known;
    }
    try {
      return Script.ofFile(await workspace.openTextDocument(uri));
    } catch {
      void window.showErrorMessage(l10n.t('{0} can no longer be opened.', uri.path));
      return null;
    }
  }

  async #isTrusted(): Promise<boolean> {
    if (workspace.isTrusted) {
      return true;
    }
    const manage = l10n.t('Manage Workspace Trust');
    const choice = await window.showWarningMessage(
      l10n.t(
        'Kerascope runs scripts only in workspaces that you trust. Shapes and findings are shown all the same.',
      ),
      manage,
    );
    if (choice === manage) {
      await commands.executeCommand('workbench.trust.manage');
    }
    return false;
  }
}
