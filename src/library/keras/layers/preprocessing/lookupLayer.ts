/** What `StringLookup` and `IntegerLookup` share: tokens to indices and back, on the host. */
import type { Shape } from '../../../../graph/shapes.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import type { Value } from '../../../../python/values.ts';
import { abstractArray } from '../../../numpy/ndarray.ts';
import type { LayerObject } from '../base/layerObject.ts';
import { shapedValue } from './hostLayer.ts';
import { numberTensor, requireIntegers, type Tokens, textResult, tokensOf } from './hostTokens.ts';
import { encodeIndices, lookBack, lookUp } from './vocabulary.ts';
import { checkedItems, type Documents, requireDepth, type VocabularySettings } from './vocabularyLayer.ts';

/** The shape inside a model: that of the tokens, or (batch, depth). */
export function encodedShape(settings: VocabularySettings, shape: Shape): Shape {
  if (settings.mode === 'int') return shape;
  const depth = requireDepth(settings);
  return shape.length === 0 ? [depth] : [shape[0], depth];
}

/** The shape of tokens on the host after encoding, where numbers are not known. */
function shapeOnHost(settings: VocabularySettings, shape: Shape): Shape {
  if (settings.mode === 'int') return shape;
  const depth = requireDepth(settings);
  return settings.mode === 'one_hot' && shape[shape.length - 1] !== 1
    ? [...shape, depth]
    : [...shape.slice(0, -1), depth];
}

/** Indices of tokens as the layer's output. */
export function encodeOnHost(
  py: Interpreter,
  settings: VocabularySettings,
  indices: readonly number[],
  shape: readonly number[],
): Value {
  if (settings.mode === 'int') return numberTensor(py, indices, shape, 'int64');
  const weights = settings.vocabulary?.weights ?? null;
  const depth = requireDepth(settings)!;
  const encoded = encodeIndices(indices, shape, depth, settings.mode, weights);
  return numberTensor(py, encoded.data, encoded.shape, settings.mode === 'tf_idf' ? 'float32' : 'int64');
}

/** A call with arrays, lists or single values. */
export function lookUpOnHost(py: Interpreter, layer: LayerObject<VocabularySettings>, inputs: Value): Value {
  const { settings } = layer;
  const tokens = tokensOf(py, inputs);
  if (settings.mode !== 'int') requireDepth(settings);
  if (tokens.items === null || settings.hidden !== null) {
    if (settings.invert && settings.kind === 'text') return abstractArray(tokens.shape, 'object');
    const dtype = settings.mode === 'tf_idf' ? 'float32' : 'int64';
    return shapedValue(py, layer.cls.name, shapeOnHost(settings, tokens.shape), dtype);
  }
  const shape = tokens.shape as readonly number[];
  if (settings.invert) {
    const found = lookBack(settings, settings.vocabulary, requireIntegers(tokens.items));
    return settings.kind === 'text'
      ? textResult(py, found.map(String), shape)
      : numberTensor(py, found.map(Number), shape, 'int64');
  }
  const items = checkedItems(tokens, settings.kind)!;
  return encodeOnHost(py, settings, lookUp(settings, settings.vocabulary, items), shape);
}

/** The documents of arrays: rows of a batch; single values in a list are documents of one token each. */
export function lookupDocuments(
  py: Interpreter,
  layer: LayerObject<VocabularySettings>,
  data: Value,
  isBatch: boolean,
): Documents {
  const tokens = tokensOf(py, data);
  const items = checkedItems(tokens, layer.settings.kind);
  return items === null ? null : rowsOf(tokens, items, isBatch);
}

function rowsOf<T>({ shape }: Tokens, items: readonly T[], isBatch: boolean): readonly (readonly T[])[] {
  if (shape.length <= 1) return isBatch ? [items] : items.map(item => [item]);
  const rows = shape[0] as number;
  const width = rows === 0 ? 0 : items.length / rows;
  return Array.from({ length: rows }, (_, row) => items.slice(row * width, (row + 1) * width));
}
