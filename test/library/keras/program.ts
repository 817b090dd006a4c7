/** Runs and analyses scripts that use Keras, for tests. */
import { followProgram } from '../../../src/analysis/index.ts';
import type { AnalysedProgram } from '../../../src/analysis/program.ts';
import type { Engine } from '../../../src/graph/engine.ts';
import { allLibraries } from '../../../src/library/index.ts';
import { silentMonitor, type TrainingMonitor } from '../../../src/library/keras/monitor.ts';
import { servicesKey } from '../../../src/library/keras/services.ts';
import { openEngine } from '../../../src/training/open-engine.ts';
import { runPython, type TestRun, testParser } from '../../python/run.ts';

/** Runs a script with an engine of its own. */
export async function runKeras(
  text: string,
  monitor: TrainingMonitor = silentMonitor,
  seed: number | null = 1,
  backend: 'cpu' | 'wasm' = 'cpu',
): Promise<TestRun> {
  let engine: Promise<Engine> | null = null;
  const run = await runPython(text, {
    libraries: allLibraries(),
    prepare: py => {
      py.state(servicesKey).current = {
        engine: () => (engine ??= openEngine({ backend })),
        monitor,
        seed,
      };
    },
  });
  (await (engine as Promise<Engine> | null))?.close();
  return run;
}

export async function analyseKeras(text: string): Promise<AnalysedProgram> {
  return followProgram(await testParser(), text, 'script.py', { kerasVersion: 'auto' }).program;
}
