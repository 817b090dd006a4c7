/**
 * Writes the newest runs to the workspace's storage, one file for each script, with their newest checkpoints and when
 * they end, and reads them back when the window opens again.
 */
import { type Disposable, FileType, type LogOutputChannel, Uri, workspace } from 'vscode';
import type { CheckpointReport } from '../protocol.ts';
import { isActive } from '../run-record.ts';
import { decodeRecord, encodeRecord, fileNameOf } from './recordStorage.ts';
import type { Run, Runs } from './runs.ts';

/** Checkpoints are written not more often than this, and take this share of the time at most. */
const INTERVAL_MILLISECONDS = 3000;
const SHARE = 0.02;

/** Larger records, with big checkpoints, are not worth the time they take to write. */
const LARGEST_RECORD = 32_000_000;

/** Runs of more scripts than this are not kept. */
const MOST_RUNS = 5;

export class RunStorage implements Disposable {
  readonly #folder: Uri | undefined;
  readonly #runs: Runs;
  readonly #log: LogOutputChannel;
  readonly #subscription: Disposable;
  #checkpoint: CheckpointReport | null = null;
  #next = 0;
  #writing: Promise<void> = Promise.resolve();

  /** @param folder undefined in a window without a workspace: nothing is kept then */
  constructor(folder: Uri | undefined, runs: Runs, log: LogOutputChannel) {
    this.#folder = folder && Uri.joinPath(folder, 'runs');
    this.#runs = runs;
    this.#log = log;
    this.#subscription = runs.onDidReport(run => this.#consider(run));
  }

  /**
   * Reads the runs of an earlier session, unless there is a newer one by now; the newest is the one that is shown.
   * Returns those that went on when the window closed.
   */
  async restore(): Promise<Run[]> {
    const folder = this.#folder;
    const interrupted: Run[] = [];
    if (!folder) {
      return interrupted;
    }
    for (const name of await this.#newestLast(folder)) {
      const text = await workspace.fs.readFile(Uri.joinPath(folder, name)).then(
        bytes => new TextDecoder().decode(bytes),
        () => null,
      );
      const record = text === null ? null : decodeRecord(text);
      const script = record === null ? null : Uri.parse(record.run.uri);
      if (record !== null && script !== null && this.#runs.of(script) === null) {
        const wentOn = isActive(record.status);
        const run = this.#runs.restore(script, record);
        if (wentOn) {
          interrupted.push(run);
        }
      }
    }
    return interrupted;
  }

  /** A run that ended is written at once, a checkpoint when it is time. */
  #consider(run: Run): void {
    const { record } = run;
    const ended = !isActive(record.status);
    const { checkpoint } = record;
    // The one before the first step is no more than the script itself.
    const isNew =
      checkpoint !== null && checkpoint !== this.#checkpoint && checkpoint.epoch + checkpoint.step > 0;
    if (ended || (isNew && Date.now() >= this.#next)) {
      this.#checkpoint = record.checkpoint;
      const began = Date.now();
      const text = encodeRecord(record);
      this.#next = began + Math.max(INTERVAL_MILLISECONDS, (Date.now() - began) / SHARE);
      this.#writing = this.#writing.then(() => this.#write(fileNameOf(run.script.toString()), text));
    }
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  /** The files of runs by the time they were written. */
  async #newestLast(folder: Uri): Promise<string[]> {
    const entries = await workspace.fs.readDirectory(folder).then(
      found => found,
      () => [],
    );
    const files = entries.filter(([name, type]) => type === FileType.File && name.endsWith('.json'));
    const times = await Promise.all(
      files.map(async ([name]) => {
        const { mtime } = await workspace.fs.stat(Uri.joinPath(folder, name));
        return { name, mtime };
      }),
    );
    return times.sort((a, b) => a.mtime - b.mtime).map(({ name }) => name);
  }

  async #write(name: string, text: string): Promise<void> {
    const folder = this.#folder;
    if (!folder || text.length > LARGEST_RECORD) {
      return;
    }
    try {
      await workspace.fs.createDirectory(folder);
      await workspace.fs.writeFile(Uri.joinPath(folder, name), new TextEncoder().encode(text));
      const known = await this.#newestLast(folder);
      for (const old of known.slice(0, Math.max(0, known.length - MOST_RUNS))) {
        await workspace.fs.delete(Uri.joinPath(folder, old));
      }
    } catch (error) {
      this.#log.warn(`the run could not be kept: ${String(error)}`);
    }
  }
}
