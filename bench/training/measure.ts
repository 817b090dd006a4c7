// Times one epoch of a benchmark model on an engine.
import type { Engine, Executable } from '../../src/graph/index.ts';
import type { BenchModel } from './models.ts';

/** Deterministic data: inputs in [0, 1) and one-hot labels. */
export function benchData(model: BenchModel): { x: Float32Array; y: Float32Array } {
  const width = model.inputShape.reduce((a, b) => a * b, 1);
  const most = model.vocabulary ?? 1;
  const scaled = (value: number) => (model.vocabulary === null ? value : Math.floor(value * most));
  const x = Float32Array.from({ length: model.rows * width }, (_, index) =>
    scaled(((index * 7919) % 1009) / 1009),
  );
  const y = new Float32Array(model.rows * model.classes);
  for (let row = 0; row < model.rows; row++) y[row * model.classes + ((row * 31) % model.classes)] = 1;
  return { x, y };
}

export interface EpochRunner {
  /** Runs an epoch and returns its mean loss. */
  epoch(): Promise<number>;
  dispose(): void;
}

export function engineRunner(engine: Engine, model: BenchModel): EpochRunner {
  const { x, y } = benchData(model);
  const inputs = engine.upload({ data: x, shape: [model.rows, ...model.inputShape], dtype: 'float32' });
  const labels = engine.upload({ data: y, shape: [model.rows, model.classes], dtype: 'float32' });
  // The first step is made here, so that what is timed behind it is steps alone.
  const compiled = new Map<number, Executable>([[model.batch, engine.compile(model.step(model.batch))]]);
  const order = Int32Array.from({ length: model.rows }, (_, index) => index);
  return {
    async epoch() {
      let values: ReturnType<Executable['run']> = [];
      for (let start = 0; start < model.rows; start += model.batch) {
        const rows = order.subarray(start, Math.min(start + model.batch, model.rows));
        let executable = compiled.get(rows.length);
        if (executable === undefined) {
          executable = engine.compile(model.step(rows.length));
          compiled.set(rows.length, executable);
        }
        if (values.length > 0) engine.dispose(values);
        values = executable.run([
          { resident: inputs, rows },
          { resident: labels, rows },
        ]);
      }
      const [loss] = await engine.readMany(values);
      engine.dispose(values);
      return loss.data[0];
    },
    dispose() {
      for (const executable of compiled.values()) executable.dispose();
      engine.dispose([inputs, labels]);
    },
  };
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
