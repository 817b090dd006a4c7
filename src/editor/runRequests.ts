/** Makes what the panel is told of a script: the offer to train it, and the request to run it. */
import { Uri, workspace } from 'vscode';
import type { AnalysedProgram, Finding } from '../analysis/program.ts';
import type {
  KerasVersionChoice,
  KnownModel,
  NotebookCell,
  PanelFinding,
  RunOffer,
  RunRequest,
} from '../protocol.ts';
import { localise } from './localisation.ts';
import { modelSpan } from './modelPlaces.ts';
import type { Script } from './scripts.ts';
import { argumentsSetting, runSettings, workingDirectorySetting } from './settings.ts';

/** The script's path as Python shows it: relative to its workspace folder, else the name alone. */
export function scriptPath(script: Script): string {
  return workspace.getWorkspaceFolder(script.uri) ? workspace.asRelativePath(script.uri, false) : script.name;
}

/** Where the script's relative paths start, relative to its workspace folder. */
export function workingDirectory(script: Script): string {
  if (workingDirectorySetting(script.uri) === 'workspaceFolder') {
    return '';
  }
  const path = scriptPath(script);
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The model that the first `fit` trains, else the last one made. */
export function knownModel(program: AnalysedProgram | null): KnownModel | null {
  if (program === null) {
    return null;
  }
  const trained = program.fits.find(fit => fit.method === 'fit')?.model;
  const model = program.models.find(({ name }) => name === trained) ?? program.models.at(-1);
  return model ? { name: model.name, line: modelSpan(model)?.start.line ?? 1, params: model.params } : null;
}

export function panelFindings(findings: readonly Finding[]): PanelFinding[] {
  return findings.map(finding => ({
    code: finding.code,
    severity: finding.severity,
    message: localise(finding.message),
    line: finding.span.start.line,
  }));
}

/** Where the cells of a notebook begin; null for a file. */
function cellsOf({ uri, documents }: Script): NotebookCell[] | null {
  const notebook = workspace.notebookDocuments.find(other => other.uri.toString() === uri.toString());
  if (notebook === undefined) {
    return null;
  }
  const all = notebook.getCells().map(({ document }) => document);
  let firstLine = 1;
  return documents.map(document => {
    const cell = { number: all.indexOf(document) + 1, firstLine };
    firstLine += document.lineCount;
    return cell;
  });
}

export function offerOf(script: Script, program: AnalysedProgram | null): RunOffer {
  const cells = cellsOf(script);
  return {
    name: script.name,
    path: scriptPath(script),
    uri: script.uri.toString(),
    model: knownModel(program),
    findings: panelFindings(program?.findings ?? []),
    ...(cells === null ? {} : { cells }),
  };
}

export function requestOf(
  script: Script,
  program: AnalysedProgram | null,
  kerasVersion: KerasVersionChoice,
): RunRequest {
  return {
    ...offerOf(script, program),
    runId: crypto.randomUUID(),
    source: script.text(),
    workingDirectory: workingDirectory(script),
    arguments: argumentsSetting(script.uri),
    settings: { ...runSettings(script.uri), kerasVersion },
  };
}

/** The document that a path of a run speaks of: the script itself, or another file of its folder. */
export function uriOfPath(path: string, run: { readonly path: string; readonly uri: string }): Uri | null {
  const script = Uri.parse(run.uri);
  if (path === run.path) {
    return script;
  }
  const folder = workspace.getWorkspaceFolder(script);
  return folder ? Uri.joinPath(folder.uri, path) : null;
}
