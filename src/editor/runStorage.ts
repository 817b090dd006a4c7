/** Writes the last run to the workspace's storage when it ends, and reads it back when the window opens again. */
import { type Disposable, type LogOutputChannel, Uri, workspace } from 'vscode';
import { isActive } from '../run-record.ts';
import { decodeRecord, encodeRecord } from './recordStorage.ts';
import type { Run, Runs } from './runs.ts';

/** Larger records, with big checkpoints, are not worth the time they take to write. */
const LARGEST_RECORD = 32_000_000;

export class RunStorage implements Disposable {
  readonly #folder: Uri | undefined;
  readonly #runs: Runs;
  readonly #log: LogOutputChannel;
  readonly #subscription: Disposable;

  /** @param folder undefined in a window without a workspace: nothing is kept then */
  constructor(folder: Uri | undefined, runs: Runs, log: LogOutputChannel) {
    this.#folder = folder;
    this.#runs = runs;
    this.#log = log;
    this.#subscription = runs.onDidChangeActivity(run => {
      if (!isActive(run.record.status) && run.request !== null) {
        void this.#write(run);
      }
    });
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

  dispose(): void {
    this.#subscription.dispose();
  }

  #file(folder: Uri): Uri {
    return Uri.joinPath(folder, 'last-run.json');
  }

  async #write(run: Run): Promise<void> {
    if (!this.#folder) {
      return;
    }
    const text = encodeRecord(run.record);
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
