/** What models tell of themselves: `summary`. */
import { method, named, suspendableMethod } from '../../../python/functions.ts';
import { Unknown, type Value } from '../../../python/values.ts';
import type { LayerObject } from '../layers/base/layerObject.ts';
import { resetStates } from '../layers/recurrent/recurrentLayer.ts';
import { currentTrace } from '../trace.ts';
import type { ModelObject } from './modelObject.ts';
import { modelSummary } from './summary.ts';

const summary = suspendableMethod(
  'summary(self, line_length=None, positions=None, print_fn=None, expand_nested=False, show_trainable=False, layer_range=None)',
  function* ([self, lineLength, , printFunction, expandNested, showTrainable], py) {
    const model = self as ModelObject;
    if (!py.running && model.unknown !== null) return new Unknown(model.unknown);
    const text = modelSummary(model, {
      lineLength: typeof lineLength === 'number' ? lineLength : null,
      expandNested: py.truth(expandNested),
      showTrainable: py.truth(showTrainable),
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
