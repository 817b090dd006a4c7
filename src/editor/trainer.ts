/** Starts, stops, pauses and continues runs: what the commands and the panel's buttons do. */
import { commands, type Disposable, type LogOutputChannel, l10n, type Uri, window, workspace } from 'vscode';
import type { CheckpointReport, PanelTab, RunRequest } from '../protocol.ts';
import { COMMAND } from './contributions.ts';
import type { Documents } from './documents.ts';
import type { KerasEnvironment } from './kerasEnvironment.ts';
import type { MeasurementStorage } from './measurementStorage.ts';
import type { PanelHost } from './panelHost.ts';
import { requestOf } from './runRequests.ts';
import type { Run, Runs } from './runs.ts';
import { Script } from './scripts.ts';
import { kerasVersionSetting } from './settings.ts';

export class Trainer implements Disposable {
  readonly #documents: Documents;
  readonly #environment: KerasEnvironment;
  readonly #runs: Runs;
  readonly #panel: PanelHost;
  readonly #measurements: MeasurementStorage;
  readonly #log: LogOutputChannel;
  readonly #subscription: Disposable;

  constructor(
    documents: Documents,
    environment: KerasEnvironment,
    runs: Runs,
    panel: PanelHost,
    measurements: MeasurementStorage,
    log: LogOutputChannel,
  ) {
    this.#documents = documents;
    this.#environment = environment;
    this.#runs = runs;
    this.#panel = panel;
    this.#measurements = measurements;
    this.#log = log;
    // Later, since whoever ended the run may be about to begin another of the same script.
    this.#subscription = runs.onDidChangeActivity(() => queueMicrotask(() => this.#startNext()));
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  /** Runs a script as it stands in the editor, saved or not; behind the run of another script that goes on. */
  async train(script: Script): Promise<void> {
    if (!(await this.#isTrusted())) {
      return;
    }
    this.#panel.show();
    const version = await this.#environment.version(script.uri, kerasVersionSetting(script.uri));
    const request = requestOf(script, this.#documents.latest(script), version);
    if (this.#runs.mustWait(script.uri)) {
      this.#runs.wait({ script: script.uri, request, checkpoint: null });
    } else {
      this.#begin(script.uri, request);
    }
  }

  #begin(script: Uri, request: RunRequest): void {
    this.#runs.begin(script, request);
    this.#log.info(`runs ${request.path}`);
    this.#send(request, null);
  }

  #goOnNow(run: Run, request: RunRequest, checkpoint: CheckpointReport): void {
    this.#runs.goOn(run);
    this.#log.info(`goes on with ${request.path}`);
    this.#send(request, checkpoint);
  }

  #send(run: RunRequest, checkpoint: CheckpointReport | null): void {
    this.#panel.post({ type: 'run', run, checkpoint, measurements: this.#measurements.list() });
  }

  /** The turn of the first run that waits, when none goes on. */
  #startNext(): void {
    const next = this.#runs.takeNext();
    if (next === null) {
      return;
    }
    const { script, request, checkpoint } = next;
    const run = this.#runs.withId(request.runId);
    if (run !== null && checkpoint !== null) {
      this.#goOnNow(run, request, checkpoint);
    } else {
      this.#begin(script, request);
    }
  }

  /** The script of the shown run once more, as it stands now. */
  async trainAgain(): Promise<void> {
    const run = this.#runs.shown;
    const script = run === null ? null : await this.#scriptAt(run.script);
    if (script !== null) {
      await this.train(script);
    }
  }

  /** Goes on with a lost run where its last checkpoint was taken. */
  async goOn(runId: string): Promise<void> {
    const run = this.#runs.withId(runId);
    const checkpoint = run?.record.checkpoint;
    if (!run || !checkpoint || !(await this.#isTrusted())) {
      return;
    }
    const script = run.request === null ? await this.#scriptAt(run.script) : null;
    const request = run.request ?? (script && { ...requestOf(script, null, 'auto'), ...run.record.run });
    if (request === null) {
      return;
    }
    this.#panel.show();
    if (this.#runs.mustWait(run.script)) {
      this.#runs.wait({ script: run.script, request, checkpoint });
    } else {
      this.#goOnNow(run, request, checkpoint);
    }
  }

  /** Shows another run that is kept; the one that goes on trains in the background. */
  show(runId: string): void {
    const run = this.#runs.withId(runId);
    if (run !== null) {
      this.#runs.show(run);
      this.#panel.update({ type: 'record', record: run.record });
    }
  }

  /** A run that waits is not wanted any more. */
  withdraw(runId: string): void {
    this.#runs.withdraw(runId);
  }

  /** Backends are measured anew by the next run that trains a larger model. */
  measureAgain(): void {
    this.#measurements.forget();
    void window.showInformationMessage(
      l10n.t(
        'The backends are measured again the next time a model trains. Small models are never measured.',
      ),
    );
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
    if (this.#runs.shown === null) {
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
