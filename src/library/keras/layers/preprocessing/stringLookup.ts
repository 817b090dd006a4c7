/** The layer `StringLookup`. */
import { defineLayer } from '../base/definition.ts';
import { hostCall, shapeOnly } from './hostLayer.ts';
import { encodedShape, lookUpOnHost, lookupDocuments } from './lookupLayer.ts';
import { type VocabularySettings, vocabularyMethods, vocabularySettings } from './vocabularyLayer.ts';

export const stringLookup = defineLayer<VocabularySettings>({
  name: 'StringLookup',
  module: 'preprocessing.string_lookup',
  parameters:
    'max_tokens=None, num_oov_indices=1, mask_token=None, oov_token="[UNK]", vocabulary=None, idf_weights=None, invert=False, output_mode="int", pad_to_max_tokens=False, sparse=False, encoding="utf-8"',
  documentation: 'Text as its index in a vocabulary, or indices as text.',
  source: 'https://keras.io/api/layers/preprocessing_layers/categorical/string_lookup/',
  masking: 'stop',
  methods: [hostCall(lookUpOnHost), ...vocabularyMethods(lookupDocuments)],
  init: args => vocabularySettings(args, 'text'),
  call(layer, { inputs: [x], py }) {
    const { settings } = layer;
    const shape = encodedShape(settings, x.shape);
    const dtype = settings.invert ? 'string' : settings.mode === 'int' ? 'int64' : 'float32';
    return shapeOnly(py, layer as never, [x], shape, dtype, lookUpOnHost);
  },
});
