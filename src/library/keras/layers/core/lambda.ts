/** The layer `Lambda`. */
import { ops } from '../../../../graph/index.ts';
import type { Shape } from '../../../../graph/shapes.ts';
import type { Tensor } from '../../../../graph/tensor.ts';
import { PyDict } from '../../../../python/collections.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { NotKnown, PyList, PyTuple, Unknown, type Value } from '../../../../python/values.ts';
import { dimsOf } from '../../objects/arguments.ts';
import { accepts } from '../../tensors/callableSignature.ts';
import { tensorOf, wrap } from '../../tensors/conversion.ts';
import { flatten } from '../../tensors/graphNode.ts';
import { defineLayer, type LayerResult } from '../base/definition.ts';

interface Settings {
  readonly function: Value;
  readonly mask: Value;
  readonly args: PyDict | null;
  /** The shape of one sample of the output, where the script says it. */
  readonly outputShape: Shape | null;
}

/** A shape from a tuple of sizes; null for what is a function or not given. */
function shapeOf(py: Interpreter, value: Value): Shape | null {
  return value instanceof PyTuple ? dimsOf(py, value) : null;
}

export const lambda = defineLayer<Settings>({
  name: 'Lambda',
  module: 'core.lambda_layer',
  parameters: 'function, output_shape=None, mask=None, arguments=None',
  documentation: 'A layer made of any function of tensors.',
  source: 'https://keras.io/api/layers/core_layers/lambda/',
  masking: 'stop',
  init(args, layer, py) {
    const given = args.value('arguments');
    const mask = args.value('mask');
    layer.supportsMasking = mask !== null;
    return {
      function: args.value('function'),
      mask,
      args: given instanceof PyDict ? given : null,
      outputShape: shapeOf(py, args.value('output_shape')),
    };
  },
  call(layer, { inputs, isList, masks, training, py }): LayerResult {
    const { function: callee, args } = layer.settings;
    const keywords = new Map<string, Value>(
      [...(args?.entries() ?? [])].map(([key, value]) => [String(key), value]),
    );
    if (accepts(callee, 'training')) keywords.set('training', training);
    if (accepts(callee, 'mask')) keywords.set('mask', masks[0] ? wrap(py, masks[0]) : null);
    const tensors = inputs.map(input => wrap(py, input));
    const input = isList ? new PyList(tensors) : tensors[0];
    const result = py.call(callee, [input], keywords.size === 0 ? null : PyDict.fromStrings(keywords));
    if (result instanceof Unknown) {
      const { outputShape } = layer.settings;
      if (outputShape === null) throw new NotKnown(result.reason);
      return ops.abstractValue('lambda', inputs, [inputs[0].shape[0], ...outputShape], inputs[0].dtype);
    }
    const outputs: Tensor[] = flatten([result]).map(leaf => tensorOf(py, leaf));
    return outputs.length === 1 ? outputs[0] : outputs;
  },
  mask(layer, { inputs, masks, py }) {
    const { mask } = layer.settings;
    if (mask === null) return null;
    if (py.getAttributeOrUndefined(mask, '__call__') === undefined) return tensorOf(py, mask, 'bool');
    const before = masks[0] ? wrap(py, masks[0]) : null;
    const result = py.call(mask, [wrap(py, inputs[0]), before]);
    return result === null || result instanceof Unknown ? null : tensorOf(py, result, 'bool');
  },
});
