/** The layer `IntegerLookup`: on the host for arrays, and inside models, since integers are numbers. */
import { ops } from '../../../../graph/index.ts';
import { constant, type Tensor } from '../../../../graph/tensor.ts';
import { defineLayer } from '../base/definition.ts';
import { hostCall, shapeOnly } from './hostLayer.ts';
import { encodedShape, lookUpOnHost, lookupDocuments } from './lookupLayer.ts';
import { encodeTokens } from './tokenEncoding.ts';
import { encodingDepth, listVocabulary, oovStart, tokenStart } from './vocabulary.ts';
import { type VocabularySettings, vocabularyMethods, vocabularySettings } from './vocabularyLayer.ts';

const integers = (values: readonly number[]) => constant(Int32Array.from(values), [values.length], 'int32');

/** The indices of integers; -1 for those that an encoding leaves out. */
function indicesOf(settings: VocabularySettings, x: Tensor): Tensor {
  const tokens = (settings.vocabulary?.tokens ?? []).map(Number);
  const start = tokenStart(settings);
  const first = oovStart(settings);
  const outside =
    settings.oovCount > 1
      ? ops.add(ops.mod(x, settings.oovCount), first)
      : ops.add(ops.mul(x, 0), settings.oovCount === 1 ? first : -1);
  let found = outside;
  if (tokens.length > 0) {
    const hit = ops.cast(ops.equal(ops.expandDims(x, -1), integers(tokens)), 'int32');
    const place = ops.sum(ops.mul(hit, integers(tokens.map((_, index) => start + index))), [-1]);
    found = ops.select(ops.greater(ops.sum(hit, [-1]), 0), place, outside);
  }
  if (settings.maskToken === null) return found;
  return ops.select(ops.equal(x, Number(settings.maskToken)), settings.mode === 'int' ? 0 : -1, found);
}

/** The integers of indices. */
function integersOf(settings: VocabularySettings, x: Tensor): Tensor {
  const outside = Number(settings.oovToken ?? 0);
  const listed = listVocabulary(settings, settings.vocabulary, true).map(token => Number(token ?? outside));
  const inside = ops.logicalAnd(ops.greaterEqual(x, 0), ops.less(x, listed.length));
  return ops.gather(integers([...listed, outside]), ops.select(inside, x, listed.length), 0);
}

export const integerLookup = defineLayer<VocabularySettings>({
  name: 'IntegerLookup',
  module: 'preprocessing.integer_lookup',
  parameters:
    'max_tokens=None, num_oov_indices=1, mask_token=None, oov_token=-1, vocabulary=None, vocabulary_dtype="int64", idf_weights=None, invert=False, output_mode="int", sparse=False, pad_to_max_tokens=False',
  renamed: { max_values: 'max_tokens', num_oov_values: 'num_oov_indices', oov_value: 'oov_token' },
  isRenamedIn3: true,
  documentation: 'Integers as their index in a vocabulary, or indices as integers.',
  source: 'https://keras.io/api/layers/preprocessing_layers/categorical/integer_lookup/',
  masking: 'stop',
  methods: [hostCall(lookUpOnHost), ...vocabularyMethods(lookupDocuments)],
  init(args, _layer, py) {
    if (args.value('vocabulary_dtype') !== 'int64') {
      args.fail(
        'vocabulary_dtype',
        `Only \`vocabulary_dtype='int64'\` is supported at this time. Received: vocabulary_dtype=${py.str(args.value('vocabulary_dtype'))}`,
      );
    }
    return vocabularySettings(args, 'integers');
  },
  call(layer, { inputs: [given], py }) {
    const { settings } = layer;
    const { mode } = settings;
    const shape = encodedShape(settings, given.shape);
    const dtype = mode === 'int' ? 'int64' : 'float32';
    if (settings.hidden !== null || given.dtype === 'string' || given.op === 'abstract')
      return shapeOnly(py, layer as never, [given], shape, dtype, lookUpOnHost);
    const x = ops.cast(given, 'int32');
    if (settings.invert) return ops.cast(integersOf(settings, x), 'int64');
    const indices = indicesOf(settings, x);
    if (mode === 'int') return ops.cast(indices, 'int64');
    const depth = encodingDepth(settings, settings.vocabulary)!;
    if (mode !== 'tf_idf') return encodeTokens(indices, depth, mode);
    const weights = settings.vocabulary?.weights ?? new Array<number>(depth).fill(0);
    return ops.mul(encodeTokens(indices, depth, 'count'), constant(Float32Array.from(weights), [depth]));
  },
});
