/** The runs of the window: the newest of each script, kept here so that no panel's end loses anything. */
import { type Disposable, EventEmitter, l10n, type Uri } from 'vscode';
import type { FinishedReport, RunReport, RunRequest } from '../protocol.ts';
import { applyReport, emptyRecord, isActive, type RunRecord } from '../run-record.ts';

export interface Run {
  readonly script: Uri;
  /** Null for a run of an earlier session of the window. */
  readonly request: RunRequest | null;
  readonly record: RunRecord;
}

export class Runs implements Disposable {
  readonly #byScript = new Map<string, Run>();
  #newest: Run | null = null;
  readonly #reported = new EventEmitter<Run>();
  readonly #activity = new EventEmitter<Run>();

  /** After every report that was folded in: many times a second. */
  readonly onDidReport = this.#reported.event;
  /** A run began, paused, went on or ended. */
  readonly onDidChangeActivity = this.#activity.event;

  /** The run that the panel shows. */
  get newest(): Run | null {
    return this.#newest;
  }

  /** The run that goes on, of which there is one at most. */
  get active(): Run | null {
    return this.#newest !== null && isActive(this.#newest.record.status) ? this.#newest : null;
  }

  of(script: Uri): Run | null {
    return this.#byScript.get(script.toString()) ?? null;
  }

  activeOf(script: Uri): Run | null {
    const run = this.of(script);
    return run !== null && isActive(run.record.status) ? run : null;
  }

  /** Begins a run. One that still goes on is over: the panel ends it when it gets the new one. */
  begin(script: Uri, request: RunRequest): Run {
    if (this.active !== null) {
      this.end(this.active, 'stopped', '');
    }
    return this.#add({ script, request, record: emptyRecord(request) });
  }

  /** Goes on with a lost run from its last checkpoint, with what is known of it so far. */
  goOn(run: Run): void {
    run.record.status = 'preparing';
    run.record.seconds = null;
    run.record.reason = '';
    this.#newest = run;
    this.#activity.fire(run);
  }

  /** Brings back the record of an earlier session of the window. A run that went on then is lost. */
  restore(script: Uri, record: RunRecord): void {
    if (isActive(record.status)) {
      record.status = 'lost';
      record.seconds ??= record.fits.at(-1)?.epochs.seconds.at(-1) ?? 0;
      record.reason = l10n.t('The window was closed or reloaded while this run went on.');
    }
    this.#add({ script, request: null, record });
  }

  /** Folds a report into the run it speaks of; reports of runs that are gone change nothing. */
  apply(report: RunReport): void {
    const run = [...this.#byScript.values()].find(({ record }) => record.run.runId === report.runId);
    if (!run) {
      return;
    }
    const before = run.record.status;
    applyReport(run.record, report);
    this.#reported.fire(run);
    if (run.record.status !== before) {
      this.#activity.fire(run);
    }
  }

  /** Ends a run whose worker can no longer say so itself. */
  end(run: Run, status: FinishedReport['status'], reason: string): void {
    const { startedAt } = run.record;
    this.apply({
      type: 'finished',
      runId: run.record.run.runId,
      status,
      reason,
      seconds: startedAt === null ? 0 : Math.max(0, (Date.now() - startedAt) / 1000),
    });
  }

  dispose(): void {
    this.#reported.dispose();
    this.#activity.dispose();
  }

  #add(run: Run): Run {
    this.#byScript.set(run.script.toString(), run);
    this.#newest = run;
    this.#activity.fire(run);
    return run;
  }
}
