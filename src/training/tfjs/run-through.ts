// A run to come, gone through in parts: its kernels only compile their shaders, and everything is left as it was.
import * as tf from '@tensorflow/tfjs-core';
import type { ExpectedRun } from '../../graph/engine.ts';
import type { Variable } from '../../graph/variable.ts';
import type { TensorExecutable } from './executable.ts';
import type { StagedVariables } from './staged-variables.ts';
import type { TensorBackend } from './tensor-backend.ts';

/** What going through needs of its engine. */
export interface RunThroughEngine {
  readonly device: TensorBackend;
  readonly staged: StagedVariables;
  enter(): void;
  executableOf(run: ExpectedRun): TensorExecutable;
  tensorOf(variable: Variable): tf.Tensor;
  /** Does something while kernels only compile. */
  rehearsing<T>(body: () => T): T;
}

/** Pauses where it is tired; other work may be done then, also on another backend. */
export function* goThrough(
  run: ExpectedRun,
  engine: RunThroughEngine,
  isTired: () => boolean,
): Generator<void, void> {
  const { written = [] } = run;
  const { staged } = engine;
  engine.enter();
  for (const variable of written) staged.write(variable);
  const way = engine.executableOf(run).rehearse(run.feeds, staged, isTired);
  try {
    for (;;) {
      const part = engine.rehearsing(() => way.next());
      if (part.done === true) {
        engine.rehearsing(() => readThrough(run, engine, part.value));
        return;
      }
      yield;
      engine.enter();
    }
  } finally {
    way.return([]);
  }
}

/** What is read behind the run, with its results, which are freed. */
function readThrough(
  { isRead = false, readBehind = [] }: ExpectedRun,
  { device, staged, tensorOf }: RunThroughEngine,
  results: tf.Tensor[],
): void {
  if (isRead) for (const result of results) device.rehearseReading?.(result);
  tf.dispose(results);
  for (const variable of readBehind) device.rehearseReading?.(staged.of(variable) ?? tensorOf(variable));
}
