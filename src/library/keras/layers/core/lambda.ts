/** The layer `Lambda`. */

import type { Tensor } from '../../../../graph/tensor.ts';
import { PyDict } from '../../../../python/collections.ts';
import { raise, ValueError } from '../../../../python/errors.ts';
import { NotKnown, PyList, Unknown, type Value } from '../../../../python/values.ts';
import { accepts } from '../../tensors/callableSignature.ts';
import { tensorOf, wrap } from '../../tensors/conversion.ts';
import { flatten } from '../../tensors/graphNode.ts';
import { defineLayer } from '../base/definition.ts';

interface LambdaSettings {
  readonly callee: Value;
  readonly keywords: PyDict;
}

export const lambda = defineLayer<LambdaSettings>({
  name: 'Lambda',
  module: 'core.lambda_layer',
  parameters: 'function, output_shape=None, mask=None, arguments=None',
  documentation: 'Wraps a function of tensors as a layer.',
  source: 'https://keras.io/api/layers/core_layers/lambda/',
  init(args) {
    const keywords = args.value('arguments');
    if (keywords !== null && !(keywords instanceof PyDict)) {
      throw raise(ValueError, `Argument \`arguments\` must be a dict. Received: ${args.py.repr(keywords)}`);
    }
    return { callee: args.value('function'), keywords: keywords ?? new PyDict() };
  },
  call(layer, { inputs, isList, training, py }) {
    const { callee, keywords } = layer.settings;
    const tensors = inputs.map(input => wrap(py, input));
    const entries = [...keywords.entries()].map(([key, value]) => [String(key), value] as const);
    const all = PyDict.fromStrings(
      accepts(callee, 'training') ? [...entries, ['training', training]] : entries,
    );
    const result = py.call(callee, [isList ? new PyList(tensors) : tensors[0]], all.size === 0 ? null : all);
    const leaves = flatten([result]);
    const unknown = leaves.find(leaf => leaf instanceof Unknown);
    if (unknown instanceof Unknown) throw new NotKnown(unknown.reason);
    const outputs: Tensor[] = leaves.map(leaf => tensorOf(py, leaf));
    return result instanceof PyList ? outputs : outputs[0];
  },
});
