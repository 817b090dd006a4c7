/** Does what the panel asks for. */
import { env, type LogOutputChannel, l10n, Uri, window, workspace } from 'vscode';
import type { LogMessage, PanelToHost, PanelViewState, RequestMessage } from '../protocol.ts';
import { assertNever } from '../protocol.ts';
import type { ActiveScript } from './activeScript.ts';
import type { CacheFolder } from './cacheFolder.ts';
import type { Documents } from './documents.ts';
import type { Downloads } from './downloads.ts';
import { openExample } from './example.ts';
import type { MeasurementStorage } from './measurementStorage.ts';
import type { PanelHost } from './panelHost.ts';
import { revealPlace } from './reveal.ts';
import { uriOfPath } from './runRequests.ts';
import type { Runs } from './runs.ts';
import { Script } from './scripts.ts';
import { chooseBackend } from './settings.ts';
import { writeTemperature } from './temperatureEdit.ts';
import type { Trainer } from './trainer.ts';
import { WorkspaceFiles } from './workspaceFiles.ts';

export interface PanelServices {
  readonly extensionUri: Uri;
  readonly documents: Documents;
  readonly active: ActiveScript;
  readonly runs: Runs;
  readonly panel: PanelHost;
  readonly trainer: Trainer;
  readonly cache: CacheFolder;
  readonly downloads: Downloads;
  readonly measurements: MeasurementStorage;
  readonly log: LogOutputChannel;
  /** Keeps the view's state for the next time. */
  keepView(view: PanelViewState): void;
}

export async function handlePanelMessage(message: PanelToHost, services: PanelServices): Promise<void> {
  const { active, runs, trainer } = services;
  switch (message.type) {
    case 'ready':
      // Answered by the panel host, which knows how to begin.
      return;
    case 'persist':
      return services.keepView(message.view);
    case 'report':
      return runs.apply(message.report);
    case 'reveal':
      return reveal(message.path, message.line, message.column ?? 0, services);
    case 'runAgain':
      return trainer.trainAgain();
    case 'continue':
      return trainer.goOn(message.runId);
    case 'showRun':
      return trainer.show(message.runId);
    case 'withdraw':
      return trainer.withdraw(message.runId);
    case 'trainOffer':
      return active.script === null ? undefined : trainer.train(active.script);
    case 'openExample':
      return openExample(services.extensionUri);
    case 'writeTemperature': {
      const uri = uriOf(message.path, services);
      return uri === null ? undefined : writeTemperature(uri, message);
    }
    case 'export':
      return exportFile(message.name, message.bytes);
    case 'copy':
      return env.clipboard.writeText(message.text);
    case 'chooseBackend':
      return chooseBackend(message.backend);
    case 'measureAgain':
      return trainer.measureAgain();
    case 'measured':
      return services.measurements.keep(message.measurement);
    case 'log':
      return log(message, services.log);
    case 'request':
      return answer(message, services);
    default:
      return assertNever(message);
  }
}

function log({ level, text }: LogMessage, channel: LogOutputChannel): void {
  switch (level) {
    case 'error':
      channel.error(text);
      break;
    case 'warning':
      channel.warn(text);
      break;
    case 'information':
      channel.info(text);
      break;
    default:
      assertNever(level);
  }
}

/** The file that the panel names: of the run it shows, else of the offer. */
function uriOf(path: string, { runs, active }: PanelServices): Uri | null {
  const run = runs.shown?.record.run;
  if (run) {
    return uriOfPath(path, run);
  }
  return active.script === null ? null : active.script.uri;
}

async function reveal(path: string, line: number, column: number, services: PanelServices): Promise<void> {
  const uri = uriOf(path, services);
  if (uri === null) {
    return;
  }
  try {
    const script = services.documents.scriptAt(uri) ?? Script.ofFile(await workspace.openTextDocument(uri));
    const location = script.locateLine(line, column);
    if (location !== null) {
      await revealPlace(location.uri, location.range);
    }
  } catch {
    // A library's own file in a traceback: there is no such file here.
    services.log.info(`no file for ${path}`);
  }
}

async function exportFile(name: string, bytes: Uint8Array): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const plainName = name.replace(/[\\/:*?"<>|]/g, '_');
  const uri = await window.showSaveDialog({
    ...(folder ? { defaultUri: Uri.joinPath(folder, plainName) } : {}),
    title: l10n.t('Save {0}', plainName),
  });
  if (uri) {
    await workspace.fs.writeFile(uri, bytes);
  }
}

/** Only the run that goes on may ask for files. */
async function answer(
  message: RequestMessage,
  { runs, panel, cache, downloads }: PanelServices,
): Promise<void> {
  const run = runs.active;
  if (run === null || run.record.run.runId !== message.runId) {
    panel.update({
      type: 'reply',
      id: message.id,
      ok: false,
      error: { exception: 'PermissionError', message: '[Errno 13] Permission denied: the run is over' },
    });
    return;
  }
  const files = new WorkspaceFiles(run.script, run.record.run.workingDirectory, cache);
  const reply =
    message.request === 'cacheFile'
      ? await downloads.answer(message, run, files, progress => panel.update(progress))
      : await files.answer(message);
  panel.update(reply);
}
