/** Fetches what a running script wants from the net, when the user has agreed, and says how far it is. */
import { type Disposable, type LogOutputChannel, l10n, window, workspace } from 'vscode';
import type { DownloadFailure } from '../library/downloads/failure.ts';
import type { Progress } from '../library/downloads/fetching.ts';
import type { ReplyMessage, RequestMessage, RequestProgressMessage, WantedFile } from '../protocol.ts';
import { message } from '../python/message.ts';
import { isActive } from '../run-record.ts';
import type { CacheFolder } from './cacheFolder.ts';
import { localise } from './localisation.ts';
import type { Run, Runs } from './runs.ts';
import { allowKerasDatasets, downloadSetting } from './settings.ts';
import type { WorkspaceFiles } from './workspaceFiles.ts';

type CacheRequest = Extract<RequestMessage, { request: 'cacheFile' }>;

/** Between two reports of how far a download is. */
const PROGRESS_MILLISECONDS = 100;

/** Loaded when a script first asks for a file. */
async function load() {
  const [cache, failure] = await Promise.all([
    import('../library/downloads/dataCache.ts'),
    import('../library/downloads/failure.ts'),
  ]);
  return { ...cache, ...failure };
}

type Library = Awaited<ReturnType<typeof load>>;

export class Downloads implements Disposable {
  readonly #cache: CacheFolder;
  readonly #log: LogOutputChannel;
  readonly #fetch: typeof fetch;
  readonly #subscription: Disposable;
  /** What ends the downloads of the run that goes on. */
  readonly #going = new Map<string, AbortController>();
  /** What the user has agreed to since the window opened: names of data sets, or addresses. */
  readonly #agreed = new Set<string>();
  readonly #verified = new Set<string>();

  constructor(cache: CacheFolder, runs: Runs, log: LogOutputChannel, get: typeof fetch = fetch) {
    this.#cache = cache;
    this.#log = log;
    this.#fetch = get;
    this.#subscription = runs.onDidChangeActivity(run => {
      if (!isActive(run.record.status)) {
        this.#end(run.record.run.runId);
      }
    });
  }

  dispose(): void {
    this.#subscription.dispose();
    for (const runId of [...this.#going.keys()]) {
      this.#end(runId);
    }
  }

  /** Every request gets a reply. */
  async answer(
    request: CacheRequest,
    run: Run,
    files: WorkspaceFiles,
    tell: (progress: RequestProgressMessage) => void,
  ): Promise<ReplyMessage> {
    const { id, runId, parameters } = request;
    const { file, path: named } = parameters;
    const library = await load();
    const store = this.#cache.store();
    const { signal } = this.#controller(runId);
    try {
      const path = await library.cachedPath(file, {
        store,
        signal,
        fetch: this.#fetch,
        verified: this.#verified,
        beside: name => files.fileAt(name),
        permit: wanted => this.#permit(wanted, run, signal, library),
        onProgress: throttled(progress => tell({ type: 'requestProgress', id, ...progress })),
      });
      return { type: 'reply', id, ok: true, result: { path } };
    } catch (error) {
      if (!(error instanceof library.DownloadFailure)) {
        throw error;
      }
      this.#log.warn(`${file.place}: ${error.message}`);
      return { type: 'reply', id, ok: false, error: errorOf(error, named) };
    }
  }

  #controller(runId: string): AbortController {
    const known = this.#going.get(runId);
    if (known !== undefined) {
      return known;
    }
    const made = new AbortController();
    this.#going.set(runId, made);
    return made;
  }

  #end(runId: string): void {
    this.#going.get(runId)?.abort();
    this.#going.delete(runId);
  }

  /** @throws DownloadFailure where the user does not want it */
  async #permit(file: WantedFile, run: Run, signal: AbortSignal, library: Library): Promise<void> {
    if (!workspace.isTrusted) {
      const advice = message('Kerascope downloads data sets only in workspaces that you trust.');
      throw new library.DownloadFailure('PermissionError', 'the workspace is not trusted', advice);
    }
    const setting = downloadSetting();
    if (setting === 'never') {
      const advice = message(
        'Downloads are turned off by the setting kerascope.downloads. Allow them, or fetch {0} yourself and put it beside the script.',
        file.address,
      );
      throw new library.DownloadFailure('FileNotFoundError', 'downloads are turned off', advice);
    }
    const agreement = file.collection?.name ?? file.address;
    if (this.#agreed.has(agreement) || (setting === 'kerasDatasets' && file.collection !== null)) {
      return;
    }
    const agrees = await this.#ask(file, run, library.nameOf(file));
    if (agrees) {
      this.#agreed.add(agreement);
    }
    if (!agrees || signal.aborted) {
      const advice = message(
        'Train again and choose Download, or fetch {0} yourself and put it beside the script.',
        file.address,
      );
      throw new library.DownloadFailure('FileNotFoundError', 'its download was refused', advice);
    }
  }

  async #ask({ place, address, collection, size }: WantedFile, run: Run, file: string): Promise<boolean> {
    const download = l10n.t('Download');
    const always = l10n.t('Always Download Keras Data Sets');
    const bytes = collection?.size ?? size;
    const name = collection?.name ?? file;
    const question =
      bytes === null ? l10n.t('Download {0}?', name) : l10n.t('Download {0} ({1})?', name, sizeText(bytes));
    const detail = [
      collection === null
        ? l10n.t('{0} needs this file, and it is not on this machine yet.', run.record.run.name)
        : l10n.t('{0} needs this data set, and it is not on this machine yet.', run.record.run.name),
      l10n.t('From: {0}', address),
      l10n.t('Kept in: {0}', `${this.#cache.root}/${place.slice(0, place.lastIndexOf('/'))}`),
    ].join('\n');
    const buttons = collection === null ? [download] : [download, always];
    const choice = await window.showInformationMessage(question, { modal: true, detail }, ...buttons);
    if (choice === always) {
      await allowKerasDatasets();
    }
    return choice !== undefined;
  }
}

function sizeText(bytes: number): string {
  return bytes < 1e5 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** Passes the first at once, and after it the newest a few times a second. */
function throttled(tell: (progress: Progress) => void): (progress: Progress) => void {
  let waiting = false;
  let newest: Progress | null = null;
  const tellNewest = (): void => {
    waiting = newest !== null;
    if (newest !== null) {
      tell(newest);
      newest = null;
      setTimeout(tellNewest, PROGRESS_MILLISECONDS);
    }
  };
  return progress => {
    newest = progress;
    if (!waiting) {
      tellNewest();
    }
  };
}

const WORDS = {
  FileNotFoundError: '[Errno 2] No such file or directory',
  PermissionError: '[Errno 13] Permission denied',
  OSError: '[Errno 5] Input/output error',
} as const;

/** The error as Python says it of a path, which is named as the run named it. */
function errorOf(failure: DownloadFailure, path: string) {
  const { exception, advice } = failure;
  return {
    exception,
    message: `${WORDS[exception]}: '${path}' (${failure.message})`,
    ...(advice === null ? {} : { advice: localise(advice) }),
  };
}
