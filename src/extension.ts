/** Where VS Code starts the extension, on the desktop and in the browser: wires the parts, nothing else. */
import { type DocumentSelector, type ExtensionContext, window } from 'vscode';
import { ActiveScript } from './editor/activeScript.ts';
import { lateAnalyser } from './editor/analyser.ts';
import { CacheFolder } from './editor/cacheFolder.ts';
import { registerCodeLenses } from './editor/codeLenses.ts';
import { registerCommands } from './editor/commands.ts';
import { PANEL_TYPE } from './editor/contributions.ts';
import { DataFiles } from './editor/dataFiles.ts';
import { registerDiagnostics } from './editor/diagnostics.ts';
import { registerDocumentSymbols } from './editor/documentSymbols.ts';
import { Documents } from './editor/documents.ts';
import { Downloads } from './editor/downloads.ts';
import { registerHovers } from './editor/hovers.ts';
import { registerInlayHints } from './editor/inlayHints.ts';
import { KerasEnvironment } from './editor/kerasEnvironment.ts';
import { LocalModules } from './editor/localModules.ts';
import { MeasurementStorage } from './editor/measurementStorage.ts';
import { registerModelsTree } from './editor/modelsTree.ts';
import { connectPanel, firstMessage, offerToGoOn } from './editor/panelConnection.ts';
import { PanelHost } from './editor/panelHost.ts';
import { registerQuickFixes } from './editor/quickFixes.ts';
import { registerRunContext } from './editor/runContext.ts';
import { RunStorage } from './editor/runStorage.ts';
import { Runs } from './editor/runs.ts';
import { registerStatusBar } from './editor/statusBar.ts';
import { Trainer } from './editor/trainer.ts';

const PYTHON: DocumentSelector = { language: 'python' };

export async function activate(context: ExtensionContext): Promise<void> {
  const log = window.createOutputChannel('Kerascope', { log: true });
  const environment = new KerasEnvironment();
  const modules = new LocalModules();
  const dataFiles = new DataFiles();
  const documents = new Documents({
    analyser: lateAnalyser(context.extensionUri),
    environment,
    modules,
    dataFiles,
    log,
  });
  const active = new ActiveScript(documents);
  const runs = new Runs();
  const storage = new RunStorage(context.storageUri, runs, log);
  const panel = new PanelHost(
    context.extensionUri,
    runs,
    () => firstMessage(context, documents, active, runs),
    log,
  );
  const cache = new CacheFolder(context.globalStorageUri);
  const downloads = new Downloads(cache, runs, log);
  const measurements = new MeasurementStorage(
    context.globalState,
    String(context.extension.packageJSON.version),
  );
  const trainer = new Trainer(documents, environment, runs, panel, measurements, log);
  context.subscriptions.push(
    log,
    environment,
    modules,
    dataFiles,
    documents,
    active,
    runs,
    storage,
    panel,
    trainer,
    downloads,
    registerDiagnostics(documents),
    registerQuickFixes(documents, PYTHON),
    registerInlayHints(documents, PYTHON),
    registerHovers(documents, PYTHON),
    registerCodeLenses(documents, runs, PYTHON),
    registerDocumentSymbols(documents, PYTHON),
    registerModelsTree(documents, active),
    registerStatusBar(documents, active, runs),
    registerRunContext(runs),
    registerCommands({ extensionUri: context.extensionUri, documents, active, panel, trainer }),
    connectPanel(context, log, { documents, active, runs, panel, trainer, cache, downloads, measurements }),
  );
  // Before a panel comes back, so that it finds its run.
  const interrupted = await storage.restore();
  context.subscriptions.push(window.registerWebviewPanelSerializer(PANEL_TYPE, panel));
  for (const run of interrupted) {
    void offerToGoOn(run, trainer);
  }
}
