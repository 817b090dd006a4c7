/** Loads the analysis when the first Keras script is seen, never before. */
import { Uri, workspace } from 'vscode';
import type { AnalysedProgram, Finding, Use } from '../analysis/program.ts';
import type { KerasVersionChoice } from '../protocol.ts';
import type { Host } from '../python/policy.ts';
import type { ModuleSource } from './localModules.ts';

export interface AnalysisOptions {
  /** Tells scripts of the same name apart. */
  readonly id: string;
  readonly kerasVersion: KerasVersionChoice;
  /** The text of a module beside the script, or null. */
  moduleSource(dottedName: string): ModuleSource | null;
  /** Where the cells of a notebook begin in the text. */
  readonly cellStarts: readonly number[];
  /** What there is to see of a data file. */
  readonly glimpse: NonNullable<Host['glimpse']>;
  /** Is told the findings as soon as they are known: models and values take longer. */
  readonly onFindings?: (findings: readonly Finding[]) => void;
}

/** The analysis as the editor uses it. */
export interface ProgramAnalyser {
  /** Pauses often; null when another text of the same script came in between. */
  analysing(text: string, path: string, options: AnalysisOptions): Generator<void, AnalysedProgram | null>;
  /** What a name of the text analysed last stands for; null for nothing to tell, or when something came in between. */
  usedAt(text: string, path: string, options: AnalysisOptions, offset: number): Generator<void, Use | null>;
}

/** Returns the analyser, the same one each time; a failed load is tried again the next time. */
export function lateAnalyser(extensionUri: Uri): () => Promise<ProgramAnalyser> {
  let loading: Promise<ProgramAnalyser> | null = null;
  return () => {
    loading ??= load(extensionUri).catch(error => {
      loading = null;
      throw error;
    });
    return loading;
  };
}

async function load(extensionUri: Uri): Promise<ProgramAnalyser> {
  const asset = (name: string): Thenable<Uint8Array> =>
    workspace.fs.readFile(Uri.joinPath(extensionUri, 'dist', name));
  const [{ Analyser }, runtimeWasm, pythonWasm] = await Promise.all([
    import('../analysis/index.ts'),
    asset('tree-sitter.wasm'),
    asset('tree-sitter-python.wasm'),
  ]);
  return Analyser.create({ runtimeWasm, pythonWasm });
}
