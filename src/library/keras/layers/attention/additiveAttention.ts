/** The layer `AdditiveAttention`. */
import { resolveInitializer } from '../../initializers/resolve.ts';
import { defineLayer } from '../base/definition.ts';
import type { LayerObject } from '../base/layerObject.ts';
import { readRate, seedStream } from '../regularization/dropping.ts';
import { checkInputs, type DotAttentionSettings, dotAttentionDefinition } from './dotAttention.ts';

export const additiveAttention = defineLayer<DotAttentionSettings>({
  ...dotAttentionDefinition,
  name: 'AdditiveAttention',
  module: 'attention.additive_attention',
  parameters: 'use_scale=True, dropout=0.0, seed=None',
  documentation: 'Attention after Bahdanau: a query and a key are scored by the sum of tanh(query + key).',
  source: 'https://keras.io/api/layers/attention_layers/additive_attention/',
  init: (args, _layer, py) => ({
    useScale: args.boolean('use_scale'),
    mode: 'additive',
    dropout: { rate: readRate(args, 'dropout'), stream: seedStream(args, py) },
  }),
  build(layer, shapes, py) {
    // Whether a single tensor stands alone or in a list is known where the layer is called.
    if (shapes.length !== 1) checkInputs(py, layer as LayerObject, shapes, true);
    if (!layer.settings.useScale) return;
    const initializer = resolveInitializer(py, 'glorot_uniform', 'initializer');
    layer.makeWeight(py, { name: 'scale', shape: [shapes[0].at(-1) ?? null], initializer });
  },
});
