/** The layer `TextVectorization`. */
import type { Shape } from '../../../../graph/shapes.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { PyTuple, type Value } from '../../../../python/values.ts';
import { type ArgumentReader, numberOf } from '../../objects/arguments.ts';
import { defineLayer } from '../base/definition.ts';
import type { LayerObject } from '../base/layerObject.ts';
import { hostCall, shapedValue, shapeOnly } from './hostLayer.ts';
import { numberTensor, tokensOf } from './hostTokens.ts';
import { prepareText, type Splitting, type Standardizing, type TextSettings } from './textPreparation.ts';
import { refuseWord } from './unknownWord.ts';
import { encodeRow, lookUp } from './vocabulary.ts';
import {
  type Documents,
  requireDepth,
  type VocabularySettings,
  vocabularyMethods,
  vocabularySettings,
} from './vocabularyLayer.ts';

interface Settings extends VocabularySettings, TextSettings {
  /** The number of tokens of a sample; null for as many as the longest has. */
  readonly length: number | null;
}

type TextLayer = LayerObject<Settings>;

/** A name among those allowed, None, or a function. */
function nameOrFunction<T extends string>(
  args: ArgumentReader,
  name: string,
  allowed: readonly T[],
): T | { readonly callee: Value } | null {
  const value = args.value(name);
  if (value === null) return null;
  if (typeof value === 'string' && allowed.includes(value as T)) return value as T;
  if (typeof value === 'object' && args.py.getAttributeOrUndefined(value, '__call__') !== undefined)
    return { callee: value };
  return refuseWord(args, name, { words: allowed, isNoneKnown: true, areCallablesKnown: true });
}

function ngramsOf(args: ArgumentReader): readonly number[] | null {
  const value = args.value('ngrams');
  if (value === null) return null;
  if (typeof value === 'number') return Array.from({ length: value }, (_, index) => index + 1);
  const widths = value instanceof PyTuple ? value.items.map(numberOf) : [undefined];
  if (widths.every(width => width !== undefined)) return widths as number[];
  return args.fail(
    'ngrams',
    `\`ngrams\` must be None, an integer, or a tuple of integers. Received: ngrams=${args.py.str(value)}`,
  );
}

function lengthOf(args: ArgumentReader, mode: Settings['mode']): number | null {
  const value = args.value('output_sequence_length');
  if (value === null) return null;
  const received = `output_sequence_length=${args.py.str(value)}`;
  if (mode !== 'int') {
    args.fail(
      'output_sequence_length',
      `\`output_sequence_length\` must not be set if \`output_mode\` is not 'int'. Received ${received}.`,
    );
  }
  if (typeof value === 'number') return value;
  return args.fail(
    'output_sequence_length',
    `\`output_sequence_length\` must be either None or an integer when \`output_mode\` is 'int'. Received: ${received}`,
  );
}

const standardizings: readonly Standardizing[] = [
  'lower_and_strip_punctuation',
  'lower',
  'strip_punctuation',
];
const splittings: readonly Splitting[] = ['whitespace', 'character'];

function outputShape(settings: Settings, shape: Shape): Shape {
  const last = settings.mode === 'int' ? settings.length : requireDepth(settings);
  return shape.length === 0 ? [last] : [shape[0], last];
}

/** Rows of one length: cut, or filled up with zeros. */
function padded(
  rows: readonly (readonly number[])[],
  length: number | null,
): { data: number[]; width: number } {
  const width = length ?? rows.reduce((longest, row) => Math.max(longest, row.length), 0);
  const data = rows.flatMap(row => Array.from({ length: width }, (_, at) => row[at] ?? 0));
  return { data, width };
}

function vectorize(py: Interpreter, layer: TextLayer, inputs: Value): Value {
  const { settings } = layer;
  const given = tokensOf(py, inputs);
  const shape = outputShape(settings, given.shape);
  const prepared = settings.hidden === null ? prepareText(py, settings, given) : null;
  if (prepared === null)
    return shapedValue(py, layer.cls.name, shape, settings.mode === 'tf_idf' ? 'float32' : 'int64');
  const indices = prepared.rows.map(row => lookUp(settings, settings.vocabulary, row));
  const { mode } = settings;
  if (mode === 'int') {
    const { data, width } = padded(indices, settings.length);
    return numberTensor(py, data, prepared.isBatch ? [indices.length, width] : [width], 'int64');
  }
  const depth = requireDepth(settings)!;
  const weights = settings.vocabulary?.weights ?? null;
  const data = indices.flatMap(row => encodeRow(row, depth, mode, weights));
  const encoded = prepared.isBatch ? [indices.length, depth] : [depth];
  return numberTensor(py, data, encoded, mode === 'tf_idf' ? 'float32' : 'int64');
}

function documents(py: Interpreter, layer: LayerObject<VocabularySettings>, data: Value): Documents {
  return prepareText(py, (layer as TextLayer).settings, tokensOf(py, data))?.rows ?? null;
}

export const textVectorization = defineLayer<Settings>({
  name: 'TextVectorization',
  module: 'preprocessing.text_vectorization',
  parameters:
    'max_tokens=None, standardize="lower_and_strip_punctuation", split="whitespace", ngrams=None, output_mode="int", output_sequence_length=None, pad_to_max_tokens=False, vocabulary=None, idf_weights=None, sparse=False, ragged=False, encoding="utf-8"',
  documentation: 'Text as the indices of its words, or as counts of them.',
  source: 'https://keras.io/api/layers/preprocessing_layers/text/text_vectorization/',
  masking: 'stop',
  methods: [hostCall(vectorize), ...vocabularyMethods(documents)],
  init(args) {
    const standardize = nameOrFunction(args, 'standardize', standardizings);
    const split = nameOrFunction(args, 'split', splittings);
    const ngrams = ngramsOf(args);
    const special = { oovCount: 1, maskToken: '', oovToken: '[UNK]' };
    const vocabulary = vocabularySettings(args, 'text', special);
    return { ...vocabulary, standardize, split, ngrams, length: lengthOf(args, vocabulary.mode) };
  },
  call(layer, { inputs: [x], py }) {
    const { settings } = layer;
    const dtype = settings.mode === 'int' ? 'int64' : 'float32';
    return shapeOnly(py, layer as never, [x], outputShape(settings, x.shape), dtype, vectorize);
  },
});
