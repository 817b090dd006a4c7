/** What models tell of themselves: `summary`. */
import { raise, ValueError } from '../../../python/errors.ts';
import { method, named, suspendableMethod } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { Unknown, type Value } from '../../../python/values.ts';
import type { LayerObject } from '../layers/base/layerObject.ts';
import { resetStates } from '../layers/recurrent/recurrentLayer.ts';
import { numberOf } from '../objects/arguments.ts';
import { currentTrace } from '../trace.ts';
import type { ModelObject } from './modelObject.ts';
import { modelSummary } from './summary.ts';

function layerRangeOf(py: Interpreter, value: Value): [string, string] | null {
  if (value === null) return null;
  const names = py.collect(value);
  const blame = { kind: 'argument', name: 'layer_range' } as const;
  if (names.length !== 2) {
    throw raise(
      ValueError,
      `layer_range must be a list or tuple of length 2. Received: layer_range = ${py.str(value)} of length ${names.length}`,
      { code: 'invalid-argument', blame },
    );
  }
  if (names.some(name => typeof name !== 'string')) {
    throw raise(ValueError, `layer_range should contain string type only. Received: ${py.str(value)}`, {
      code: 'invalid-argument',
      blame,
    });
  }
  return names as [string, string];
}

const summary = suspendableMethod(
  'summary(self, line_length=None, positions=None, print_fn=None, expand_nested=False, show_trainable=False, layer_range=None)',
  function* ([self, lineLength, positions, printFunction, expandNested, showTrainable, layerRange], py) {
    const model = self as ModelObject;
    if (!py.running && model.unknown !== null) return new Unknown(model.unknown);
    const text = modelSummary(model, {
      lineLength: typeof lineLength === 'number' ? lineLength : null,
      expandNested: py.truth(expandNested),
      showTrainable: py.truth(showTrainable),
      positions: positions === null ? null : py.collect(positions).map(place => numberOf(place) ?? 1),
      layerRange: layerRangeOf(py, layerRange),
    });
    if (printFunction === null) py.host.write('stdout', text);
    else yield* py.callAndWait(printFunction, [text]);
    return null;
  },
);

export const modelInformation: [string, Value][] = named(
  summary,
  method('reset_states(self)', ([model], py) => {
    for (const layer of (model as LayerObject).allLayers()) resetStates(layer, currentTrace(py));
    return null;
  }),
  method('reset_metrics(self)', () => null),
);
