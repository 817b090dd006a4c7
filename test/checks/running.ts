/** Runs the programs of examples and what quick fixes make of them, with training and with files in memory. */

import { codeOfException } from '../../src/checks/errors/exceptions.ts';
import { openHdf5 } from '../../src/cli/hdf5.ts';
import type { Engine } from '../../src/graph/engine.ts';
import { allLibraries } from '../../src/library/index.ts';
import { silentMonitor } from '../../src/library/keras/monitor.ts';
import { servicesKey } from '../../src/library/keras/services.ts';
import { openEngine } from '../../src/training/open-engine.ts';
import { filesInMemory } from '../library/keras/saving/program.ts';
import { runPython } from '../python/run.ts';
import type { KerasVersionOption } from './markers.ts';

export interface ProgramRun {
  /** The last line of the traceback; '' when the program ends well. */
  readonly raises: string;
  /** The code of the exception; null when the program ends well. */
  readonly code: string | null;
  /** Codes of what was told while it trained. */
  readonly notices: readonly string[];
}

export async function runProgram(
  program: string,
  kerasVersion: KerasVersionOption = 'auto',
  files: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<ProgramRun> {
  let engine: Promise<Engine> | null = null;
  const notices: string[] = [];
  const { result, stderr } = await runPython(program, {
    kerasVersion,
    libraries: allLibraries(),
    files: filesInMemory(new Map(files)),
    prepare: py => {
      py.state(servicesKey).current = {
        engine: () => (engine ??= openEngine({ backend: 'cpu' })),
        monitor: { ...silentMonitor, onNotice: notice => void notices.push(notice.code) },
        seed: 1,
        hdf5: openHdf5,
      };
    },
  });
  await (await (engine as Promise<Engine> | null))?.close();
  if (result.status === 0) return { raises: '', code: null, notices };
  const { error } = result;
  const code = error === null ? 'syntax-error' : (error.detail.code ?? codeOfException(error.exception.cls));
  return { raises: stderr.trimEnd().split('\n').at(-1) ?? '', code, notices };
}
