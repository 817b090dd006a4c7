// Runs inside Chromium: programs that a test in Node built, computed on a GPU backend and returned as numbers.
import * as tf from '@tensorflow/tfjs-core';
import { type Engine, programVariables } from '../../../src/graph/index.ts';
import { openBackend } from '../../../src/training/index.ts';
import { deserialize, type SerializedProgram } from './serialized-program.ts';

/** An output of a program. */
export interface Computed {
  readonly shape: readonly number[];
  readonly data: readonly number[];
}

const engines = new Map<string, Promise<Engine>>();

/** An engine that computes small tensors on the device as well, where TensorFlow.js leaves them to the processor. */
async function openWhole(backend: 'webgl' | 'webgpu'): Promise<Engine> {
  const engine = await openBackend(backend, 'a test');
  tf.env().set(`${backend.toUpperCase()}_CPU_FORWARD`, false);
  return engine;
}

/** Every output of every program, or what went wrong. */
async function computed(
  backend: 'webgl' | 'webgpu',
  programs: readonly SerializedProgram[],
): Promise<(readonly Computed[] | string)[]> {
  const opened = engines.get(backend) ?? openWhole(backend);
  engines.set(backend, opened);
  const engine = await opened;
  const results: (readonly Computed[] | string)[] = [];
  for (const program of programs) {
    try {
      const compiled = { inputs: [], outputs: deserialize(program), updates: [] };
      const executable = engine.compile(compiled);
      const handles = executable.run([]);
      const values = await engine.readMany(handles);
      engine.dispose([...handles, ...programVariables(compiled)]);
      executable.dispose();
      results.push(values.map(({ shape, data }) => ({ shape, data: Array.from(data) })));
    } catch (error) {
      results.push((error as Error).message);
    }
  }
  return results;
}

Object.assign(globalThis, { computed });
