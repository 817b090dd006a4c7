/** Analyses the scripts named on the command line. */
import type { AnalysedProgram } from '../analysis/program.ts';
import type { CommandEnvironment } from './environment.ts';
import { glimpsesFor } from './glimpses.ts';
import { modulesBeside } from './modules.ts';
import { readAsset, readScript } from './sources.ts';

export interface AnalysedFile {
  /** As it was named on the command line. */
  readonly file: string;
  readonly text: string;
  readonly program: AnalysedProgram;
}

/** Reads and analyses the files one after the other. */
export async function* analyseFiles(
  files: readonly string[],
  environment: CommandEnvironment,
): AsyncGenerator<AnalysedFile> {
  const [{ Analyser }, runtimeWasm, pythonWasm] = await Promise.all([
    import('../analysis/index.ts'),
    readAsset('tree-sitter.wasm', environment),
    readAsset('tree-sitter-python.wasm', environment),
  ]);
  const analyser = await Analyser.create({ runtimeWasm, pythonWasm });
  for (const file of files) {
    const text = await readScript(file, environment);
    const options = {
      kerasVersion: 'auto',
      moduleSource: modulesBeside(file, environment),
      glimpse: glimpsesFor(file, environment),
    } as const;
    yield { file, text, program: analyser.analyse(text, file, options) };
  }
}
