/** Files beside the weights in a `.keras` archive: the vocabularies that layers have learnt. */
import { strFromU8, strToU8 } from 'fflate';
import { LayerObject } from '../layers/base/layerObject.ts';
import { learntVocabulary, takeVocabulary } from '../layers/preprocessing/vocabularyAsset.ts';
import { saveablesOf } from './saveables.ts';

const fileName = 'vocabulary.txt';

/** By their paths in the archive. */
export function assetsOf(model: LayerObject): Record<string, Uint8Array> {
  const assets: Record<string, Uint8Array> = {};
  for (const [path, saveable] of saveablesOf(model)) {
    const words = saveable instanceof LayerObject ? learntVocabulary(saveable) : null;
    if (words !== null) assets[`assets/${path}/${fileName}`] = strToU8(words.join('\n'));
  }
  return assets;
}

/** Keras keeps the vocabulary of TextVectorization with the lookup inside it. */
export function takeAssets(model: LayerObject, parts: Readonly<Record<string, Uint8Array>>): void {
  for (const [path, saveable] of saveablesOf(model)) {
    if (!(saveable instanceof LayerObject)) continue;
    const file = parts[`assets/${path}/${fileName}`] ?? parts[`assets/${path}/_lookup_layer/${fileName}`];
    if (file !== undefined) takeVocabulary(saveable, strFromU8(file).split('\n'));
  }
}
