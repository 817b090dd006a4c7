/** One run in the worker: from the request to its last report. */
import { RunPolicy } from '../../src/execution/runPolicy.ts';
import { type RunResult, runScript } from '../../src/execution/runScript.ts';
import { SessionControl } from '../../src/execution/sessionControl.ts';
import { collectLocalModules } from '../../src/execution/sessionModules.ts';
import { OutputBuffer } from '../../src/execution/sessionOutput.ts';
import { chanceFrom, ReplayFiles } from '../../src/execution/sessionReplay.ts';
import { DeviceLostError, ExecutionError, OutOfMemoryError } from '../../src/graph/engine.ts';
import { allLibraries } from '../../src/library/index.ts';
import { WayLost } from '../../src/library/keras/loopJournal.ts';
import type { Hdf5 } from '../../src/library/keras/saving/hdf5.ts';
import { servicesKey } from '../../src/library/keras/services.ts';
import { figureSinkKey, showRemainingFigures } from '../../src/library/matplotlib/figures.ts';
import type { CheckpointReport, FinishedReport, RunReport, RunRequest } from '../../src/protocol.ts';
import { KeyboardInterrupt, MemoryError } from '../../src/python/errors.ts';
import type { Interpreter } from '../../src/python/interpreter.ts';
import { message } from '../../src/python/message.ts';
import type { Parser } from '../../src/python/parse/parser.ts';
import type { Measurements } from '../../src/training/measurements.ts';
import { findNonFinite } from '../../src/training/non-finite.ts';
import { Checkpoints } from './checkpoints.ts';
import { faultTraceback, tracebackOf } from './failures.ts';
import { RequestedFiles, scriptFolder } from './files.ts';
import type { Post } from './outbox.ts';
import type { Requests } from './requests.ts';
import { RunEngine } from './run-engine.ts';
import { compiledLoss, variableName } from './script-models.ts';
import { ReportingMonitor } from './training-monitor.ts';
import type { Turns } from './turns.ts';
import type { Localise } from './wording.ts';

/** What every run of a worker shares. */
export interface WorkerParts {
  readonly post: Post;
  readonly requests: Requests;
  readonly turns: Turns;
  readonly localise: Localise;
  /** What earlier runs measured of backends. */
  readonly measurements: Measurements;
  parser(): Promise<Parser>;
  /** The library for HDF5 files, loaded at first use. */
  hdf5(): Promise<Hdf5>;
}

/** Between reports of files that are read. */
const READING_MILLISECONDS = 100;

type Ending = Pick<FinishedReport, 'status' | 'reason'>;

export class ScriptRun {
  readonly runId: string;
  readonly control: SessionControl;
  readonly #request: RunRequest;
  readonly #parts: WorkerParts;
  readonly #policy = new RunPolicy();
  readonly #output: OutputBuffer;
  readonly #requested: RequestedFiles;
  readonly #given: CheckpointReport | null;
  #engine: RunEngine;
  #monitor: ReportingMonitor;
  #checkpoints: Checkpoints;
  #files: ReplayFiles;
  #interpreter: Interpreter | null = null;
  #stopped = false;
  /** What the checkpoint kept was of no use, and the script runs once more. */
  #again = false;
  #toldReading = Number.NEGATIVE_INFINITY;

  constructor(request: RunRequest, checkpoint: CheckpointReport | null, parts: WorkerParts) {
    const { runId } = request;
    this.runId = runId;
    this.#request = request;
    this.#parts = parts;
    this.#given = checkpoint;
    this.control = new SessionControl(this.#policy, {
      turn: () => parts.turns.next(),
      monotonic: () => performance.now(),
    });
    this.#requested = new RequestedFiles(parts.requests, runId, this.control);
    this.#requested.onRead = path => this.#tellReading(path);
    this.#requested.onDownload = (name, received, total) => this.#tellDownload(name, received, total);
    this.control.onTurn = () => {
      this.#output.flushWhenDue();
      this.#engine.tell();
    };
    this.control.onPaused = paused => {
      this.#output.flush();
      this.#report(paused ? { type: 'paused', runId } : resumed(runId));
    };
    this.#output = new OutputBuffer(
      (stream, text) => parts.post({ type: 'output', runId, stream, text }),
      () => performance.now(),
    );
    this.#checkpoints = this.#checkpointsOf(true);
    this.#files = new ReplayFiles(this.#requested, this.#checkpoints.continues);
    this.#engine = this.#newEngine();
    this.#monitor = this.#newMonitor();
  }

  #checkpointsOf(trusts: boolean): Checkpoints {
    return new Checkpoints(this.#request, this.#given, made => this.#report(made), trusts);
  }

  #newEngine(): RunEngine {
    const { settings } = this.#request;
    const { localise, measurements } = this.#parts;
    const report = (made: RunReport): void => this.#report(made);
    const engine = new RunEngine(this.runId, settings.backend, report, localise, measurements);
    engine.onReplaced = () => this.#monitor.onDeviceReplaced();
    return engine;
  }

  #newMonitor(): ReportingMonitor {
    const { runId } = this;
    return new ReportingMonitor({
      runId,
      source: this.#checkpoints.source,
      control: this.control,
      checkpoints: this.#checkpoints,
      localise: this.#parts.localise,
      onCaughtUp: () => {
        this.#files.replaying = false;
        this.#report({ type: 'caughtUp', runId, again: this.#again });
      },
      maximumPredictions: this.#request.settings.maximumPredictions,
      report: made => this.#report(made),
      lossOf: model => (this.#interpreter === null ? { name: null } : compiledLoss(this.#interpreter, model)),
      nameOf: model => (this.#interpreter === null ? model : variableName(this.#interpreter, model)),
      firstStepStage: () => this.#engine.firstStepStage(),
    });
  }

  /** Whether someone looks at the layers now. */
  watchLayers(watch: boolean): void {
    this.#monitor.watchesLayers = watch;
  }

  /** Ends the script with KeyboardInterrupt; what was learnt is reported before. */
  stop(restoreBest: boolean): void {
    this.#stopped = true;
    this.#monitor.restoresBest = restoreBest;
    this.control.stop();
  }

  /** Runs to the end. Never rejects: whatever happens becomes a report. */
  async run(): Promise<void> {
    const { runId } = this;
    const startedAt = performance.now();
    if (!this.#checkpoints.continues) {
      this.#report({ type: 'started', runId, time: Date.now() });
    }
    let ending: Ending;
    try {
      ending = this.#endingOf((await this.#runFromJournal()) ?? (await this.#runScript()));
    } catch (error) {
      ending = this.#fault(error);
    }
    await this.#engine.close();
    const seconds = (performance.now() - startedAt) / 1000;
    this.#report({ type: 'finished', runId, ...ending, seconds });
  }

  /**
   * Runs the script with what its own training is brought back from; null where there is nothing of that kind, and
   * where the script did not go the same way again: then everything is made ready for computing it again.
   */
  async #runFromJournal(): Promise<RunResult | null> {
    if ((this.#checkpoints.loop?.journal ?? null) === null) {
      return null;
    }
    try {
      const result = await this.#runScript();
      if (!this.#monitor.isReplaying || this.#stopped) {
        return result;
      }
    } catch (error) {
      if (!(error instanceof WayLost)) {
        throw error;
      }
    }
    await this.#engine.close();
    this.#again = true;
    this.#checkpoints = this.#checkpointsOf(false);
    this.#files = new ReplayFiles(this.#requested, true);
    this.#engine = this.#newEngine();
    this.#monitor = this.#newMonitor();
    return null;
  }

  async #runScript(): Promise<RunResult> {
    const { source, seed } = this.#checkpoints;
    const { cells } = this.#request;
    this.#prepare('interpreter');
    const parser = await this.#parts.parser();
    const files = this.#files;
    const libraries = allLibraries();
    this.#prepare('imports');
    const parse = (text: string) => parser.parse(text);
    const folder = scriptFolder(this.#request, files);
    const modules = await collectLocalModules(parse(source).module, folder, parse, libraries);
    return runScript({
      text: source,
      parser,
      policy: this.#policy,
      libraries,
      kerasVersion: this.#request.settings.kerasVersion,
      host: {
        write: (stream, text) => {
          // What was printed on the way to the checkpoint stands there already.
          if (!files.replaying) {
            this.#output.write(stream, text);
          }
        },
        files,
        moduleSource: name => modules.get(name) ?? null,
        scriptPath: this.#request.path,
        argv: [this.#request.path, ...this.#request.arguments],
        environment: () => undefined,
        now: () => Date.now(),
        monotonic: () => performance.now(),
        chance: chanceFrom(seed),
      },
      rest: () => this.control.rest(),
      quietInterrupt: true,
      cells: cells === undefined ? null : { firstLines: cells.map(({ firstLine }) => firstLine) },
      prepare: py => {
        this.#interpreter = py;
        py.state(figureSinkKey).current = figure =>
          this.#report({ type: 'figure', runId: this.runId, ...figure });
        py.state(servicesKey).current = {
          engine: () => this.#engine.open(),
          monitor: this.#monitor,
          findNonFinite,
          hdf5: () => this.#parts.hdf5(),
          seed: this.#request.settings.seed,
        };
      },
    });
  }

  /** A script that reads its data says which; one that reads thousands of files does not say each. */
  #tellReading(path: string): void {
    const now = performance.now();
    if (
      this.#interpreter === null ||
      this.#monitor.isTraining ||
      now - this.#toldReading < READING_MILLISECONDS
    ) {
      return;
    }
    this.#toldReading = now;
    this.#report({ type: 'preparing', runId: this.runId, stage: 'data', detail: path });
  }

  #tellDownload(name: string, received: number, total: number | null): void {
    const size = (bytes: number): string => (bytes / 1e6).toFixed(1);
    const detail =
      total === null
        ? message('{0}, {1} MB', name, size(received))
        : message('{0}, {1} of {2} MB', name, size(received), size(total));
    this.#report({
      type: 'preparing',
      runId: this.runId,
      stage: 'download',
      detail: this.#parts.localise(detail),
      ...(total === null || total === 0 ? {} : { share: Math.min(1, received / total) }),
    });
  }

  #prepare(stage: 'interpreter' | 'imports'): void {
    this.#report({ type: 'preparing', runId: this.runId, stage, detail: '' });
  }

  #endingOf(result: RunResult): Ending {
    const { runId } = this;
    this.#monitor.close();
    showRemainingFigures(result.interpreter);
    const interrupted = result.error?.exception.cls.isSubclassOf(KeyboardInterrupt) ?? false;
    if (this.#stopped && (interrupted || result.error === null)) {
      return { status: 'stopped', reason: '' };
    }
    const traceback = tracebackOf(result, this.#request.path, this.#parts.localise);
    if (traceback !== null) {
      this.#report({ type: 'traceback', runId, ...traceback });
      const noMemory = result.error?.exception.cls.isSubclassOf(MemoryError) ?? false;
      return noMemory ? this.#unfinished(traceback.message) : { status: 'failed', reason: '' };
    }
    if (result.status === 0) {
      return { status: 'finished', reason: '' };
    }
    const reason = message('The script ended with exit status {0}.', result.status);
    return { status: 'failed', reason: this.#parts.localise(reason) };
  }

  /** Something other than a Python exception ended the run. */
  #fault(error: unknown): Ending {
    const { runId } = this;
    this.#monitor.close();
    const { localise, post } = this.#parts;
    post({ type: 'log', level: 'error', text: error instanceof Error ? `${error.stack}` : String(error) });
    const traceback = faultTraceback(error, this.#interpreter, this.#request.path, localise);
    const lost = this.#engine.lost ?? (error instanceof DeviceLostError ? error : null);
    if (lost !== null) {
      return { status: 'lost', reason: traceback.message };
    }
    this.#report({ type: 'traceback', runId, ...traceback });
    const isEngine = error instanceof OutOfMemoryError || error instanceof ExecutionError;
    return isEngine ? this.#unfinished(traceback.message) : { status: 'failed', reason: '' };
  }

  /** What was learnt before the machine gave up can go on, on another backend or with more room. */
  #unfinished(reason: string): Ending {
    return this.#checkpoints.holdsProgress ? { status: 'lost', reason } : { status: 'failed', reason: '' };
  }

  /** Text that was printed before stands before. */
  #report(report: RunReport): void {
    this.#output.flush();
    this.#parts.post(report);
  }
}

function resumed(runId: string): RunReport {
  return { type: 'resumed', runId, fromCheckpoint: false, fit: null, epoch: null };
}
