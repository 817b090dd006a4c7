/**
 * What Keras 3's progress bar shows: not the metrics of an epoch so far, but the mean over its steps of what they were
 * after each. It is summed up on the device, so that nothing is read back for it.
 */
import type { Engine } from '../../../graph/engine.ts';
import { constant, ops } from '../../../graph/index.ts';
import { sizeOf } from '../../../graph/shapes.ts';
import type { Tensor } from '../../../graph/tensor.ts';
import { Variable } from '../../../graph/variable.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { type Suspendable, wait } from '../../../python/suspension.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { writeVariables } from '../session.ts';
import { tensorOf } from '../tensors/conversion.ts';
import { flattenTensors } from '../tensors/graphNode.ts';
import type { Trace } from '../trace.ts';
import { allMetrics, type CompileState } from './compileState.ts';

export class RunningSums {
  private names: readonly string[] = [];
  /** A sum for each name, then how many steps there were; null before the first step is traced. */
  private sums: Variable | null = null;

  /** Adds one step's values to a trace; a metric of several numbers is shown as it is. */
  record(trace: Trace, all: readonly (readonly [string, Tensor])[]): void {
    const values = all.filter(([, value]) => sizeOf(value.shape) === 1);
    if (this.sums === null) {
      this.names = values.map(([name]) => name);
      this.sums = new Variable({
        name: 'progress',
        shape: [values.length + 1],
        dtype: 'float32',
        initial: new Float32Array(values.length + 1),
      });
    }
    const cells = values.map(([, value]) => ops.reshape(ops.cast(value, 'float32'), [1]));
    const step = ops.concat([...cells, constant([1], [1], 'float32')], 0);
    trace.assign(this.sums, ops.add(trace.read(this.sums), step));
  }

  /** What is written at the beginning of an epoch. */
  get variables(): readonly Variable[] {
    return this.sums === null ? [] : [this.sums];
  }

  /** Begins an epoch. */
  *clear(py: Interpreter): Suspendable<void> {
    if (this.sums === null) return;
    yield* writeVariables(py, [{ variable: this.sums, value: new Float32Array(this.names.length + 1) }]);
  }

  /**
   * The values as the bar shows them; what no step gave (`val_loss`) stays. At the end of an epoch `last` counts once
   * more, as Keras has it.
   */
  *shown(
    engine: Engine,
    last: ReadonlyMap<string, number>,
    final: boolean,
  ): Suspendable<Map<string, number>> {
    if (this.sums === null) return new Map(last);
    const { data } = yield* wait(engine.read(this.sums));
    const steps = data[this.names.length];
    return new Map(
      [...last].map(([name, value]) => {
        const place = this.names.indexOf(name);
        if (place < 0 || steps === 0) return [name, value];
        return [name, final ? (data[place] + value) / (steps + 1) : data[place] / steps];
      }),
    );
  }

  dispose(engine: Engine): void {
    if (this.sums !== null) engine.dispose([this.sums]);
    this.sums = null;
  }
}

/** The sums for a bar; null where none is drawn, and before Keras 3, whose bar showed the metrics as they were. */
export function sumsFor(py: Interpreter, verbose: number): RunningSums | null {
  return verbose === 1 && py.state(kerasVersionKey).current === 3 ? new RunningSums() : null;
}

/** What the metrics say after the step that is traced. */
export function metricValues(py: Interpreter, state: CompileState): (readonly [string, Tensor])[] {
  return allMetrics(state).map(({ metric, logName }) => {
    const result = py.callMethod(metric, 'result');
    return [logName, flattenTensors([result])[0]?.tensor ?? tensorOf(py, result)] as const;
  });
}
