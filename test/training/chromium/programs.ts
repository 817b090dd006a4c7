// Runs inside Chromium: programs that a test in Node built, computed on a GPU backend and returned as numbers.
import { openBackend } from '../../../src/training/index.ts';
import { deserialize, type SerializedProgram } from './serialized-program.ts';

/** The contents of every output of every program, or what went wrong. */
async function computed(
  backend: 'webgl' | 'webgpu',
  programs: readonly SerializedProgram[],
): Promise<(readonly (readonly number[])[] | string)[]> {
  const engine = await openBackend(backend, 'a test');
  const results: (readonly (readonly number[])[] | string)[] = [];
  for (const program of programs) {
    try {
      const executable = engine.compile({ inputs: [], outputs: deserialize(program), updates: [] });
      const handles = executable.run([]);
      const values = await engine.readMany(handles);
      engine.dispose(handles);
      executable.dispose();
      results.push(values.map(value => Array.from(value.data)));
    } catch (error) {
      results.push((error as Error).message);
    }
  }
  engine.close();
  return results;
}

Object.assign(globalThis, { computed });
