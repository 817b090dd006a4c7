/** The layer `Attention`. */
import { defineLayer } from '../base/definition.ts';
import { readRate, seedStream } from '../regularization/dropping.ts';
import { type DotAttentionSettings, dotAttentionDefinition } from './dotAttention.ts';

export const attention = defineLayer<DotAttentionSettings>({
  ...dotAttentionDefinition,
  name: 'Attention',
  module: 'attention.attention',
  parameters: 'use_scale=False, score_mode="dot", dropout=0.0, seed=None',
  documentation: 'Each query gathers values by the softmax of its dot products with the keys.',
  source: 'https://keras.io/api/layers/attention_layers/attention/',
  init(args, _layer, py) {
    const mode = args.string('score_mode');
    if (mode !== 'dot' && mode !== 'concat') {
      return args.fail('score_mode', {
        3: `Invalid value for argument score_mode. Expected one of {'dot', 'concat'}. Received: score_mode=${mode}`,
        2: `Received: score_mode=${mode}. Acceptable values are: ["dot", "concat"]`,
      });
    }
    const dropout = { rate: readRate(args, 'dropout'), stream: seedStream(args, py) };
    return { useScale: args.boolean('use_scale'), mode, dropout };
  },
  build(layer, _shapes, py) {
    const { useScale, mode } = layer.settings;
    if (useScale) layer.makeWeight(py, { name: 'scale', shape: [], initializer: 1 });
    if (mode === 'concat') layer.makeWeight(py, { name: 'concat_score_weight', shape: [], initializer: 1 });
  },
});
