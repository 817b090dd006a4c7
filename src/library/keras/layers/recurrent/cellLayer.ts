/** Cells as layers of their own: `output, states = cell(x, states)`. */
import { type DType, fullFloat } from '../../../../graph/dtypes.ts';
import { ops } from '../../../../graph/index.ts';
import type { Shape } from '../../../../graph/shapes.ts';
import { constant, type Tensor } from '../../../../graph/tensor.ts';
import { method } from '../../../../python/functions.ts';
import { PyList, type Value } from '../../../../python/values.ts';
import { dimsOf } from '../../objects/arguments.ts';
import { tensorOf, wrap } from '../../tensors/conversion.ts';
import { flatten } from '../../tensors/graphNode.ts';
import type { LayerCall, LayerResult } from '../base/definition.ts';
import type { LayerObject } from '../base/layerObject.ts';
import type { RecurrentCell } from './recurrentCell.ts';

/** Zeros for a batch of known or unknown size. */
export function zeros(shape: Shape, dtype: DType = 'float32'): Tensor {
  return shape.includes(null)
    ? ops.abstractValue('zeros', [], shape, dtype)
    : constant(0, shape as number[], dtype);
}

/** The states a cell begins with. */
export function initialStates(cell: RecurrentCell, step: Shape, dtype: DType = 'float32'): Tensor[] {
  return cell.stateShapes(step.slice(1)).map(shape => zeros([step[0], ...shape], dtype));
}

/** One step of a native cell on its own. */
function callCell(
  layer: LayerObject<RecurrentCell>,
  { inputs: [x], args, training, trace, py }: LayerCall,
): LayerResult {
  const given = flatten([args.get('states') ?? null]).filter(state => state !== null);
  const states =
    given.length > 0
      ? given.map(state => tensorOf(py, state))
      : initialStates(layer.settings, x.shape, fullFloat(x.dtype));
  const pass = layer.settings.begin(layer as LayerObject, x.shape, { training, trace });
  const after = pass.step(pass.project(x), states);
  return [after[0], after];
}

// Keras 2 passed an array that says how many rows there are, and the type.
const getInitialState = method(
  'get_initial_state(self, batch_size=None, inputs=None, dtype=None)',
  ([self, batch], py): Value => {
    const cell = self as LayerObject<RecurrentCell>;
    const [size] = batch === null ? [null] : dimsOf(py, batch);
    const step = cell.buildShape === null ? [size] : [size, ...dimsOf(py, cell.buildShape).slice(1)];
    return new PyList(initialStates(cell.settings, step).map(state => wrap(py, state)));
  },
);

/** What the definitions of all cells have in common. */
export const cellDefinition = {
  callParameters: 'inputs, states, training=False',
  call: callCell,
  methods: [getInitialState],
};
