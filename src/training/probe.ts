// Measures a program on engines, and says what was measured.
import type { BackendName, Engine } from '../graph/engine.ts';
import { type Program, programRoots, programVariables } from '../graph/program.ts';
import { sizeOf, staticShape } from '../graph/shapes.ts';
import { collectStreams } from '../graph/streams.ts';
import { hostData } from '../graph/tensor.ts';
import type { Timing } from './measurements.ts';
import { nextTask } from './next-task.ts';

/**
 * Milliseconds of the fastest of a few real steps, after one to warm up. Variables and random streams are what they
 * were before.
 */
async function probe(engine: Engine, program: Program, stop: AbortSignal | undefined): Promise<number> {
  const streams = collectStreams(programRoots(program));
  const positions = streams.map(stream => stream.position);
  const variables = programVariables(program);
  const saved = await engine.readMany(variables);
  const executable = engine.compile(program);
  const feeds = program.inputs.map(input => {
    const shape = staticShape('input', input.shape);
    const data = hostData(new Float32Array(sizeOf(shape) as number), input.dtype);
    return { data, shape, dtype: input.dtype };
  });
  const times: number[] = [];
  try {
    for (let round = 0; round < 4; round++) {
      const start = performance.now();
      const values = executable.run(feeds);
      await engine.readMany(values.slice(0, 1));
      await engine.finish();
      times.push(performance.now() - start);
      engine.dispose(values);
      // A Stop comes in between tasks.
      await nextTask();
      stop?.throwIfAborted();
      if (round > 0 && times[round] > 1000) break;
    }
  } finally {
    executable.dispose();
    variables.forEach((variable, index) => {
      engine.write(variable, saved[index]);
    });
    streams.forEach((stream, index) => {
      stream.position = positions[index];
    });
  }
  return Math.min(...times.slice(1));
}

/**
 * Measures a program on each of the backends. Drivers compile the shaders of all graphics devices while the processor's
 * steps are measured.
 *
 * @param current the engine that keeps its variables; the others' are freed
 * @param stop ends it; its reason is thrown
 */
export async function measureBackends(
  names: readonly BackendName[],
  open: (backend: BackendName) => Promise<Engine>,
  program: Program,
  current: Engine,
  stop?: AbortSignal,
): Promise<Timing[]> {
  const candidates: { readonly backend: BackendName; readonly ready: () => Promise<Engine> }[] = [];
  for (const backend of names) {
    try {
      const engine = await open(backend);
      const compiling = engine.rehearse([{ program }, { program }], stop).then(() => engine);
      // Whoever measures is told.
      compiling.catch(() => {});
      candidates.push({ backend, ready: () => compiling });
    } catch (error) {
      candidates.push({ backend, ready: () => Promise.reject(error) });
    }
  }
  const timings: Timing[] = [];
  for (const { backend, ready } of candidates) {
    stop?.throwIfAborted();
    try {
      const engine = await ready();
      try {
        timings.push({ backend, result: await probe(engine, program, stop) });
      } finally {
        if (engine !== current) engine.dispose(programVariables(program));
      }
    } catch (error) {
      stop?.throwIfAborted();
      timings.push({ backend, result: (error as Error).message });
    }
  }
  return timings;
}

/** What was measured, in one sentence for people. */
export function describeTimings(timings: readonly Timing[]): string {
  const list = timings.map(({ backend, result }) =>
    typeof result === 'number'
      ? `${backend} ${result.toFixed(1)} ms`
      : `${backend} does not work (${result})`,
  );
  return `measured per step: ${list.join(', ')}`;
}
