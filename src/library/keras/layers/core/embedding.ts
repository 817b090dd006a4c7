/** The layer `Embedding`. */
import { ops } from '../../../../graph/index.ts';
import { message } from '../../../../python/message.ts';
import { checkTokens } from '../../errors/tokens.ts';
import { defineLayer } from '../base/definition.ts';
import { type WeightSettings, weightSettings } from '../base/layerArguments.ts';
import type { LayerObject } from '../base/layerObject.ts';

interface EmbeddingSettings {
  readonly inputDim: number;
  readonly outputDim: number;
  readonly maskZero: boolean;
  readonly embeddings: WeightSettings;
}

export const embedding = defineLayer<EmbeddingSettings>({
  name: 'Embedding',
  module: 'core.embedding',
  parameters:
    'input_dim, output_dim, embeddings_initializer="uniform", embeddings_regularizer=None, embeddings_constraint=None, mask_zero=False, lora_rank=None, weights=None',
  renamed: {
    init: 'embeddings_initializer',
    W_regularizer: 'embeddings_regularizer',
    W_constraint: 'embeddings_constraint',
  },
  documentation: 'A row of the table for every integer: (batch, steps) to (batch, steps, output_dim).',
  source: 'https://keras.io/api/layers/core_layers/embedding/',
  masking: 'pass',
  init(args, layer) {
    // `input_dim` is the size of the vocabulary here, not the width of the input.
    layer.inputShapeArgument = layer.inputShapeArgument ?? null;
    return {
      inputDim: args.positiveInteger('input_dim'),
      outputDim: args.positiveInteger('output_dim'),
      maskZero: args.boolean('mask_zero'),
      embeddings: weightSettings(args, 'embeddings'),
    };
  },
  build(layer, _shapes, py) {
    const { inputDim, outputDim, embeddings } = layer.settings;
    layer.makeWeight(py, { name: 'embeddings', shape: [inputDim, outputDim], ...embeddings });
  },
  call(layer, { inputs: [x], trace, py }) {
    checkTokens(py, layer as LayerObject, x, layer.settings.inputDim, trace);
    return ops.gather(layer.ownWeights[0].read(trace), ops.cast(x, 'int32'), 0);
  },
  derive: layer => message('every integer becomes a row of {0} numbers', layer.settings.outputDim),
  mask: (layer, { inputs: [x] }) => (layer.settings.maskZero ? ops.notEqual(x, 0) : null),
});
