/**
 * The runs of the window: the newest of each script, kept here so that no panel's end loses anything. One trains at a
 * time; another script's waits for its turn.
 */
import { type Disposable, EventEmitter, l10n, type Uri } from 'vscode';
import type { CheckpointReport, FinishedReport, RunReport, RunRequest, RunSummary } from '../protocol.ts';
import { applyReport, emptyRecord, isActive, type RunRecord } from '../run-record.ts';

export interface Run {
  readonly script: Uri;
  /** Null for a run of an earlier session of the window. */
  readonly request: RunRequest | null;
  readonly record: RunRecord;
}

/** A run that was asked for while another script's went on. */
export interface WaitingRun {
  readonly script: Uri;
  readonly request: RunRequest;
  /** Where it goes on; null where it begins. */
  readonly checkpoint: CheckpointReport | null;
}

export class Runs implements Disposable {
  readonly #byScript = new Map<string, Run>();
  #shown: Run | null = null;
  #waiting: WaitingRun[] = [];
  readonly #reported = new EventEmitter<Run>();
  readonly #activity = new EventEmitter<Run>();
  readonly #listed = new EventEmitter<void>();

  /** After every report that was folded in: many times a second. */
  readonly onDidReport = this.#reported.event;
  /** A run began, paused, went on or ended. */
  readonly onDidChangeActivity = this.#activity.event;

  /** What {@link list} says has changed. */
  readonly onDidChangeList = this.#listed.event;

  /** The run that the panel shows: the newest until someone chooses another. */
  get shown(): Run | null {
    return this.#shown;
  }

  /** The run that goes on, of which there is one at most. */
  get active(): Run | null {
    return [...this.#byScript.values()].find(({ record }) => isActive(record.status)) ?? null;
  }

  /** Runs that wait for their turn, in its order. */
  get waiting(): readonly WaitingRun[] {
    return this.#waiting;
  }

  /** What there is to show, and what waits. */
  list(): RunSummary[] {
    const kept = [...this.#byScript.values()].map(({ record }) => ({
      run: record.run,
      status: record.status,
    }));
    const waiting = this.#waiting.map(({ request }) => ({ run: request, status: 'waiting' as const }));
    const all = [...kept, ...waiting];
    return all.map(({ run, status }) => {
      const isUnique = all.every(({ run: other }) => other.name !== run.name || other.uri === run.uri);
      return { runId: run.runId, name: isUnique ? run.name : run.path, status };
    });
  }

  of(script: Uri): Run | null {
    return this.#byScript.get(script.toString()) ?? null;
  }

  activeOf(script: Uri): Run | null {
    const run = this.of(script);
    return run !== null && isActive(run.record.status) ? run : null;
  }

  /** The run with this id, which may be over. */
  withId(runId: string): Run | null {
    return [...this.#byScript.values()].find(({ record }) => record.run.runId === runId) ?? null;
  }

  /** Begins a run. One that still goes on is over: the panel ends it when it gets the new one. */
  begin(script: Uri, request: RunRequest): Run {
    if (this.active !== null) {
      this.end(this.active, 'stopped', '');
    }
    return this.#add({ script, request, record: emptyRecord(request) });
  }

  /** Whether a run of this script has to wait: its own it replaces, another script's it leaves alone. */
  mustWait(script: Uri): boolean {
    const { active } = this;
    return active !== null && active.script.toString() !== script.toString();
  }

  /** Puts a run behind those that wait; one of the same script is taken back. */
  wait(run: WaitingRun): void {
    const script = run.script.toString();
    this.#waiting = [...this.#waiting.filter(other => other.script.toString() !== script), run];
    this.#listed.fire();
  }

  /** The run whose turn it is, which no longer waits; null while one goes on or where none waits. */
  takeNext(): WaitingRun | null {
    const [next, ...rest] = this.#waiting;
    if (next === undefined || this.active !== null) {
      return null;
    }
    this.#waiting = rest;
    this.#listed.fire();
    return next;
  }

  /** Takes back a run that waits, or all of them. */
  withdraw(runId?: string): void {
    this.#waiting = runId === undefined ? [] : this.#waiting.filter(run => run.request.runId !== runId);
    this.#listed.fire();
  }

  /** Chooses the run that the panel shows. */
  show(run: Run): void {
    this.#shown = run;
  }

  /** Goes on with a lost run from its last checkpoint, with what is known of it so far. */
  goOn(run: Run): void {
    run.record.status = 'preparing';
    run.record.seconds = null;
    run.record.reason = '';
    this.#shown = run;
    this.#changed(run);
  }

  /** Brings back the record of an earlier session of the window. A run that went on then is lost. */
  restore(script: Uri, record: RunRecord): Run {
    if (isActive(record.status)) {
      record.status = 'lost';
      record.seconds ??= record.fits.at(-1)?.epochs.seconds.at(-1) ?? 0;
      record.reason = l10n.t('The window was closed or reloaded while this run went on.');
    }
    return this.#add({ script, request: null, record });
  }

  /** Folds a report into the run it speaks of; reports of runs that are gone change nothing. */
  apply(report: RunReport): void {
    const run = this.withId(report.runId);
    if (run === null) {
      return;
    }
    const before = run.record.status;
    applyReport(run.record, report);
    this.#reported.fire(run);
    if (run.record.status !== before) {
      this.#changed(run);
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
    this.#listed.dispose();
  }

  #add(run: Run): Run {
    // The newest stands last.
    this.#byScript.delete(run.script.toString());
    this.#byScript.set(run.script.toString(), run);
    this.#shown = run;
    this.#changed(run);
    return run;
  }

  #changed(run: Run): void {
    this.#activity.fire(run);
    this.#listed.fire();
  }
}
