/**
 * Writes the last run to the workspace's storage, with its newest checkpoint and when it ends, and reads it back when
 * the window opens again.
 */
import { type Disposable, type LogOutputChannel, Uri, workspace } from 'vscode';
import type { CheckpointReport } from '../protocol.ts';
import { isActive } from '../run-record.ts';
import { decodeRecord, encodeRecord } from './recordStorage.ts';
import type { Run, Runs } from './runs.ts';

/** Checkpoints are written not more often than this, and take this share of the time at most. */
const INTERVAL_MILLISECONDS = 3000;
const SHARE = 0.02;

/** Larger records, with big checkpoints, are not worth the time they take to write. */
const LARGEST_RECORD = 32_000_000;

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
    this.#folder = folder;
    this.#runs = runs;
    this.#log = log;
    this.#subscription = runs.onDidReport(run => this.#consider(run));
  }

  /** Reads the last run of an earlier session, unless there is a newer one by now. */
  async restore(): Promise<void> {
    if (!this.#folder) {
      return;
    }
    const text = await workspace.fs.readFile(this.#file(this.#folder)).then(
      bytes => new TextDecoder().decode(bytes),
      () => null,
    );
    const record = text === null ? null : decodeRecord(text);
    if (record !== null && this.#runs.newest === null) {
      this.#runs.restore(Uri.parse(record.run.uri), record);
    }
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
      this.#writing = this.#writing.then(() => this.#write(text));
    }
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  #file(folder: Uri): Uri {
    return Uri.joinPath(folder, 'last-run.json');
  }

  async #write(text: string): Promise<void> {
    if (!this.#folder) {
      return;
    }
    if (text.length > LARGEST_RECORD) {
      return;
    }
    try {
      await workspace.fs.createDirectory(this.#folder);
      await workspace.fs.writeFile(this.#file(this.#folder), new TextEncoder().encode(text));
    } catch (error) {
      this.#log.warn(`the run could not be kept: ${String(error)}`);
    }
  }
}
