/** The layer `StackedRNNCells`. */
import type { Tensor } from '../../../../graph/tensor.ts';
import { PyDict } from '../../../../python/collections.ts';
import { raise, ValueError } from '../../../../python/errors.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { NotKnown, PyList, PyTuple, Unknown, type Value } from '../../../../python/values.ts';
import { dimsOf } from '../../objects/arguments.ts';
import { accepts } from '../../tensors/callableSignature.ts';
import { tensorOf, wrap } from '../../tensors/conversion.ts';
import { flatten } from '../../tensors/graphNode.ts';
import { shapeTuple } from '../../tensors/tensorObject.ts';
import { buildLayer } from '../base/callLayer.ts';
import { defineLayer, type LayerResult } from '../base/definition.ts';
import { LayerObject } from '../base/layerObject.ts';

function stateCount(py: Interpreter, cell: Value): number {
  const size = py.getAttribute(cell, 'state_size');
  return size instanceof PyList || size instanceof PyTuple ? size.items.length : 1;
}

function outputSize(py: Interpreter, cell: Value): number | null {
  const own = py.getAttributeOrUndefined(cell, 'output_size') ?? null;
  return dimsOf(py, own ?? py.getAttribute(cell, 'state_size'))[0];
}

function checkCell(py: Interpreter, cell: Value): void {
  if (cell instanceof Unknown) throw new NotKnown(cell.reason);
  for (const [name, kind] of [
    ['call', 'method'],
    ['state_size', 'attribute'],
  ]) {
    if (py.getAttributeOrUndefined(cell, name) !== undefined) continue;
    const text =
      kind === 'method'
        ? `All cells must have a \`call\` method. Received cell without a \`call\` method: ${py.str(cell)}`
        : `All cells must have a \`state_size\` attribute. Received cell without a \`state_size\`: ${py.str(cell)}`;
    throw raise(ValueError, text, { code: 'not-a-cell', blame: { kind: 'argument', name: 'cells' } });
  }
}

export const stackedRNNCells = defineLayer<readonly Value[]>({
  name: 'StackedRNNCells',
  module: 'rnn.stacked_rnn_cells',
  parameters: 'cells',
  documentation: 'Cells one upon the other as one cell.',
  source: 'https://keras.io/api/layers/recurrent_layers/stacked_rnn_cell/',
  callParameters: 'inputs, states, training=False',
  init(args, layer, py) {
    const cells = py.collect(args.value('cells'));
    for (const cell of cells) checkCell(py, cell);
    layer.attributes.set('state_size', new PyList(cells.map(cell => py.getAttribute(cell, 'state_size'))));
    layer.attributes.set('output_size', outputSize(py, cells[cells.length - 1]));
    return cells;
  },
  build(layer, [shape], py) {
    let below = shape;
    for (const cell of layer.settings) {
      if (cell instanceof LayerObject && !cell.built) buildLayer(py, cell, shapeTuple(below));
      below = [shape[0], outputSize(py, cell)];
    }
  },
  call(layer, { inputs: [x], args, training, py }) {
    const states = flatten([args.get('states') ?? null]);
    let output: Tensor = x;
    let used = 0;
    const after: LayerResult[] = layer.settings.map(cell => {
      const count = stateCount(py, cell);
      const own = new PyList(states.slice(used, used + count));
      used += count;
      const keywords = accepts(py.getAttribute(cell, 'call'), 'training')
        ? PyDict.fromStrings([['training', training]])
        : null;
      const callee = cell instanceof LayerObject ? cell : py.getAttribute(cell, 'call');
      const result = py.call(callee, [wrap(py, output), own], keywords);
      if (result instanceof Unknown) throw new NotKnown(result.reason);
      const [value, fresh] = py.collect(result);
      output = tensorOf(py, value);
      return flatten([fresh]).map(state => tensorOf(py, state));
    });
    return [output, after];
  },
});
