/** Keras code traced into graphs as a step of training is, for what must hold of it on every backend. */
import { placeholder, type Shape, type Tensor, Variable } from '../../../src/graph/index.ts';
import { attributesOf } from '../../../src/graph/tensor.ts';
import { allLibraries } from '../../../src/library/index.ts';
import { silentMonitor } from '../../../src/library/keras/monitor.ts';
import { servicesKey } from '../../../src/library/keras/services.ts';
import { tensorOf, wrap } from '../../../src/library/keras/tensors/conversion.ts';
import { flattenTensors } from '../../../src/library/keras/tensors/graphNode.ts';
import { Trace, withTrace } from '../../../src/library/keras/trace.ts';
import { native } from '../../../src/python/functions.ts';
import type { LibraryModule } from '../../../src/python/modules.ts';
import type { PyTuple, Value } from '../../../src/python/values.ts';
import { openEngine } from '../../../src/training/open-engine.ts';
import { runPython } from '../../python/run.ts';

export interface TracedFunction {
  readonly name: string;
  readonly outputs: readonly Tensor[];
  /** The shapes that its outputs had when only shapes were known, with the batch left open. */
  readonly promised: readonly Shape[];
  /** What the numbers must be; null where the script says nothing. */
  readonly wanted: readonly number[] | null;
  /** The arguments, which can be moved where they are floats. */
  readonly given: readonly Variable[];
}

/**
 * Runs a script that calls `trace(name, function, *arrays, wanted=None)`. Each function is called with the arrays as
 * tensors, once on shapes and once as a step of training, and returns a tensor or several.
 */
export async function tracedKeras(script: string): Promise<TracedFunction[]> {
  const traced: TracedFunction[] = [];
  const module: LibraryModule = {
    name: 'laws',
    entries: () => [
      [
        'trace',
        native('trace(name, function, *arrays, wanted=None)', ([name, fn, arrays, wanted], py) => {
          // Keras hands its functions the data in float32; graphics devices have no doubles.
          const starts = (arrays as PyTuple).items.map(array =>
            tensorOf(py, array, tensorOf(py, array).dtype === 'float64' ? 'float32' : null),
          );
          const given = starts.map(({ shape, dtype, ...start }, index) => {
            const initial = attributesOf({ shape, dtype, ...start } as Tensor, 'constant').data;
            return new Variable({ name: `argument ${index}`, shape: shape as number[], dtype, initial });
          });
          const call = (trace: Trace, tensors: readonly Tensor[]) =>
            withTrace(py, trace, () =>
              flattenTensors([
                py.call(
                  fn as Value,
                  tensors.map(tensor => wrap(py, tensor)),
                ) as Value,
              ]).map(object => object.tensor),
            );
          const shapes = starts.map(({ shape, dtype }) => placeholder([null, ...shape.slice(1)], dtype));
          const promised =
            starts.length === 0 ? [] : call(new Trace('shapes', true), shapes).map(t => t.shape);
          const outputs = call(
            new Trace('step', true),
            given.map(variable => variable.read()),
          );
          const expected =
            wanted === null ? null : attributesOf(tensorOf(py, wanted as Value), 'constant').data;
          traced.push({
            name: name as string,
            outputs,
            promised,
            wanted: expected && Array.from(expected),
            given,
          });
          return null;
        }),
      ],
    ],
  };
  const engine = await openEngine({ backend: 'cpu' });
  const run = await runPython(`from laws import trace\n${script}`, {
    libraries: new Map([...allLibraries(), [module.name, module]]),
    prepare: py => {
      py.state(servicesKey).current = { engine: async () => engine, monitor: silentMonitor, seed: 1 };
    },
  });
  engine.close();
  if (run.status !== 0) throw new Error(run.stderr);
  return traced;
}
