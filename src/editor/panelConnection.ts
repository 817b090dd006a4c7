/** Ties the panel to the rest: what it is told first, what news it gets, and what is done with its messages. */
import {
  Disposable,
  type ExtensionContext,
  env,
  type LogOutputChannel,
  l10n,
  window,
  workspace,
} from 'vscode';
import type { CheckpointReport, InitialiseMessage, PanelViewState, RunOffer } from '../protocol.ts';
import type { ActiveScript } from './activeScript.ts';
import type { CacheFolder } from './cacheFolder.ts';
import type { Documents } from './documents.ts';
import type { Downloads } from './downloads.ts';
import { panelStrings } from './localisation.ts';
import type { MeasurementStorage } from './measurementStorage.ts';
import type { PanelHost } from './panelHost.ts';
import { handlePanelMessage } from './panelMessages.ts';
import { offerOf, panelFindings } from './runRequests.ts';
import type { Run, Runs } from './runs.ts';
import { affects, runSettings } from './settings.ts';
import type { Trainer } from './trainer.ts';

const VIEW_KEY = 'panelView';

function offer(documents: Documents, active: ActiveScript): RunOffer | null {
  return active.script === null ? null : offerOf(active.script, documents.latest(active.script));
}

/** What a page needs to begin, whether it is new, was reloaded or was freed while hidden. */
export async function firstMessage(
  context: ExtensionContext,
  documents: Documents,
  active: ActiveScript,
  runs: Runs,
): Promise<InitialiseMessage> {
  return {
    type: 'initialise',
    locale: env.language,
    strings: await panelStrings(context.extensionUri),
    settings: runSettings(active.script?.uri),
    offer: offer(documents, active),
    record: runs.shown?.record ?? null,
    runs: runs.list(),
    view: context.workspaceState.get<PanelViewState>(VIEW_KEY) ?? null,
  };
}

/** A closed panel or window ends its run; nothing of it is lost. */
export async function offerToGoOn(run: Run, trainer: Trainer): Promise<void> {
  const { checkpoint, run: request, status } = run.record;
  if (checkpoint === null) {
    return;
  }
  const goOn = l10n.t('Go On');
  const text = wordsOfLoss(status === 'stopped' ? 'panel' : 'window', request.name, checkpoint);
  if ((await window.showInformationMessage(text, goOn)) === goOn) {
    await trainer.goOn(request.runId);
  }
}

function wordsOfLoss(
  closed: 'panel' | 'window',
  name: string,
  { fit, epoch, step }: CheckpointReport,
): string {
  if (fit === null) {
    return closed === 'panel'
      ? l10n.t('{0} stopped training with its panel, after step {1}.', name, step)
      : l10n.t('{0} stopped training with its window, after step {1}.', name, step);
  }
  return closed === 'panel'
    ? l10n.t('{0} stopped training with its panel, after epoch {1}.', name, epoch)
    : l10n.t('{0} stopped training with its window, after epoch {1}.', name, epoch);
}

export function connectPanel(
  context: ExtensionContext,
  log: LogOutputChannel,
  parts: {
    readonly documents: Documents;
    readonly active: ActiveScript;
    readonly runs: Runs;
    readonly panel: PanelHost;
    readonly trainer: Trainer;
    readonly cache: CacheFolder;
    readonly downloads: Downloads;
    readonly measurements: MeasurementStorage;
  },
): Disposable {
  const { documents, active, runs, panel } = parts;
  const services = {
    ...parts,
    extensionUri: context.extensionUri,
    log,
    keepView: (view: PanelViewState): void => {
      void context.workspaceState.update(VIEW_KEY, view);
    },
  };
  const tellOffer = (): void => panel.update({ type: 'offer', offer: offer(documents, active) });
  return Disposable.from(
    panel.onDidReceive(message => {
      handlePanelMessage(message, services).catch(error => log.error(String(error)));
    }),
    active.onDidChange(tellOffer),
    runs.onDidChangeList(() => panel.update({ type: 'runs', runs: runs.list() })),
    panel.onDidInterrupt(run => {
      void offerToGoOn(run, parts.trainer);
    }),
    documents.onDidAnalyse(({ script, program }) => {
      if (script === active.script) {
        tellOffer();
      }
      const run = runs.of(script.uri);
      if (run !== null) {
        const findings = panelFindings(program.findings);
        run.record.findings = findings;
        panel.update({ type: 'findings', path: run.record.run.path, findings });
      }
    }),
    workspace.onDidChangeConfiguration(event => {
      if (affects(event)) {
        panel.update({ type: 'settings', settings: runSettings(active.script?.uri) });
      }
    }),
  );
}
