/** Vocabularies as lines of a file, which saved models hold beside their weights. */
import type { LayerObject } from '../base/layerObject.ts';
import { givenVocabulary, listVocabulary } from './vocabulary.ts';
import type { VocabularySettings } from './vocabularyLayer.ts';

function settingsOf(layer: LayerObject): VocabularySettings | null {
  const settings = (layer as LayerObject<VocabularySettings | null>).settingsIfMade;
  return typeof settings === 'object' && settings !== null && 'oovCount' in settings && 'fixed' in settings
    ? settings
    : null;
}

/** The terms that a layer has learnt, special ones included; null for one that was given its terms. */
export function learntVocabulary(layer: LayerObject): string[] | null {
  const settings = settingsOf(layer);
  if (settings === null || settings.vocabulary === null || layer.config.get('vocabulary') != null)
    return null;
  return listVocabulary(settings, settings.vocabulary, true).map(token =>
    token === null ? 'None' : String(token),
  );
}

/** Gives a layer the terms of a file. Weights for TF-IDF come with the layer's variables. */
export function takeVocabulary(layer: LayerObject, lines: readonly string[]): void {
  const settings = settingsOf(layer);
  if (settings === null) return;
  const tokens = settings.kind === 'text' ? [...lines] : lines.map(Number);
  const vocabulary = givenVocabulary(settings, tokens, settings.vocabulary?.weights ?? null);
  layer.settings = { ...settings, vocabulary, hidden: null };
}
