/** Vocabularies: learning them from tokens, looking tokens up, and encoding the indices that come out. */

import { raise, ValueError } from '../../../../python/errors.ts';
import { type Message, message } from '../../../../python/message.ts';
import { farmFingerprint } from './fingerprints.ts';
import type { Token } from './hostTokens.ts';

export type LookupMode = 'int' | 'one_hot' | 'multi_hot' | 'count' | 'tf_idf';

export interface LookupSettings {
  readonly maxTokens: number | null;
  readonly oovCount: number;
  readonly maskToken: Token | null;
  readonly oovToken: Token | null;
  readonly mode: LookupMode;
  readonly invert: boolean;
  readonly pad: boolean;
}

export interface Vocabulary {
  /** Terms without the special tokens, in the order of their indices. */
  readonly tokens: readonly Token[];
  /** Each term's index, special tokens counted. */
  readonly places: ReadonlyMap<Token, number>;
  /** Inverse document frequencies by index; null but in the mode `tf_idf`. */
  readonly weights: readonly number[] | null;
}

/** The index of a token that the encoding leaves out. */
const dropped = Number.MAX_SAFE_INTEGER;

/** The first index of tokens out of the vocabulary: after the mask, which only indices have. */
export function oovStart(settings: LookupSettings): number {
  return settings.maskToken !== null && settings.mode === 'int' ? 1 : 0;
}

export function tokenStart(settings: LookupSettings): number {
  return oovStart(settings) + settings.oovCount;
}

/** The number of indices, those of special tokens included. */
export function vocabularySize(settings: LookupSettings, vocabulary: Vocabulary | null): number {
  return tokenStart(settings) + (vocabulary?.tokens.length ?? 0);
}

/** The length of an encoded sample; null before there is a vocabulary. */
export function encodingDepth(settings: LookupSettings, vocabulary: Vocabulary | null): number | null {
  if (settings.pad) return settings.maxTokens;
  return vocabulary === null ? null : vocabularySize(settings, vocabulary);
}

export function makeVocabulary(
  settings: LookupSettings,
  tokens: readonly Token[],
  weights: readonly number[] | null,
): Vocabulary {
  const start = tokenStart(settings);
  return { tokens, places: new Map(tokens.map((token, index) => [token, start + index])), weights };
}

/** The vocabulary with its special tokens, as `get_vocabulary` lists it. */
export function listVocabulary(
  settings: LookupSettings,
  vocabulary: Vocabulary | null,
  special: boolean,
): (Token | null)[] {
  const tokens = vocabulary?.tokens ?? [];
  return special ? [...specialTokens(settings), ...tokens] : [...tokens];
}

function specialTokens(settings: LookupSettings): (Token | null)[] {
  const masks = oovStart(settings) === 1 ? [settings.maskToken] : [];
  return [...masks, ...new Array<Token | null>(settings.oovCount).fill(settings.oovToken)];
}

function shown(tokens: readonly (Token | null)[]): string {
  const text = (token: Token | null) =>
    token === null ? 'None' : typeof token === 'string' ? `'${token}'` : token;
  return `[${tokens.map(text).join(', ')}]`;
}

/** The vocabulary of terms that a script gives, special tokens at its start or not. */
export function givenVocabulary(
  settings: LookupSettings,
  given: readonly Token[],
  idf: readonly number[] | null,
): Vocabulary {
  const fail = (text: string, explanation?: Message): never => {
    throw raise(ValueError, text, {
      ...(explanation === undefined ? {} : { explanation }),
      code: 'invalid-vocabulary',
      blame: { kind: 'argument', name: 'vocabulary' },
    });
  };
  if (given.length === 0) fail('Cannot set an empty vocabulary. Received: vocabulary=[]');
  const start = tokenStart(settings);
  const special = specialTokens(settings);
  const hasSpecial = given.length >= start && special.every((token, index) => given[index] === token);
  const tokens = hasSpecial ? given.slice(start) : given;
  if (new Set(tokens).size < tokens.length) {
    const repeated = [...new Set(tokens.filter((token, index) => tokens.indexOf(token) !== index))];
    fail(
      `The passed vocabulary has at least one repeated term. Please uniquify your dataset. The repeated terms are: ${shown(repeated)}`,
      message('The vocabulary holds {0} more than once.', shown(repeated)),
    );
  }
  const refuseSpecial = (kind: 'mask' | 'OOV', token: Token | null) => {
    if (token === null || !tokens.includes(token)) return;
    fail(
      `Found reserved ${kind} token at unexpected location in \`vocabulary\`. Note that passed \`vocabulary\` does not need to include the OOV and mask tokens. Either remove all mask and OOV tokens, or include them only at the start of the vocabulary in precisely this order: ${shown(special)}. Received: ${kind.toLowerCase()}_token=${token} at vocabulary index [${given.lastIndexOf(token)}]`,
    );
  };
  refuseSpecial('mask', settings.maskToken);
  if (settings.invert) refuseSpecial('OOV', settings.oovToken);
  const size = start + tokens.length;
  if (settings.maxTokens !== null && size > settings.maxTokens) {
    fail(
      `Attempted to set a vocabulary larger than the maximum vocab size. Received vocabulary size is ${size}; \`max_tokens\` is ${settings.maxTokens}.`,
    );
  }
  if (idf !== null && idf.length !== given.length) {
    fail(
      `\`idf_weights\` must be the same length as vocabulary. len(idf_weights) is ${idf.length}; len(vocabulary) is ${given.length}`,
    );
  }
  return makeVocabulary(
    settings,
    tokens,
    idf === null ? null : paddedWeights(settings, idf, hasSpecial ? 0 : start),
  );
}

/** Weights of terms with the mean in front for special tokens, and zeros up to `max_tokens` behind. */
function paddedWeights(settings: LookupSettings, idf: readonly number[], front: number): number[] {
  const mean = idf.reduce((sum, value) => sum + value, 0) / idf.length;
  const weights = [...new Array<number>(front).fill(mean), ...idf];
  while (settings.pad && weights.length < (settings.maxTokens ?? 0)) weights.push(0);
  return weights;
}

/** Counts tokens over rows, each row a document. */
export class TokenCounts {
  private readonly counts = new Map<Token, number>();
  private readonly documents = new Map<Token, number>();
  private rows = 0;

  add(row: readonly Token[]): void {
    this.rows++;
    for (const token of row) this.counts.set(token, (this.counts.get(token) ?? 0) + 1);
    for (const token of new Set(row)) this.documents.set(token, (this.documents.get(token) ?? 0) + 1);
  }

  /** The vocabulary, frequent terms first and among equals the greater one; null when nothing was counted. */
  vocabulary(settings: LookupSettings): Vocabulary | null {
    if (this.counts.size === 0) return null;
    const special = [settings.maskToken, settings.oovToken];
    const sorted = [...this.counts]
      .filter(([token]) => !special.includes(token))
      .sort(([a, many], [b, others]) => others - many || compareTokens(b, a))
      .map(([token]) => token);
    const tokens =
      settings.maxTokens === null ? sorted : sorted.slice(0, settings.maxTokens - tokenStart(settings));
    if (settings.mode !== 'tf_idf') return makeVocabulary(settings, tokens, null);
    const idf = tokens.map(token => Math.log(1 + this.rows / (1 + (this.documents.get(token) ?? 0))));
    return makeVocabulary(settings, tokens, paddedWeights(settings, idf, tokenStart(settings)));
  }
}

/** Numbers by size, text by its code points, which is the order of its bytes in UTF-8. */
function compareTokens(a: Token, b: Token): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [[...String(a)], [...String(b)]];
  for (let at = 0; at < left.length && at < right.length; at++) {
    const difference = left[at].codePointAt(0)! - right[at].codePointAt(0)!;
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** The indices of tokens. */
export function lookUp(
  settings: LookupSettings,
  vocabulary: Vocabulary | null,
  tokens: readonly Token[],
): number[] {
  const first = oovStart(settings);
  const outside: Token[] = [];
  const found = tokens.map(token => {
    if (token === settings.maskToken) return settings.mode === 'int' ? 0 : dropped;
    const place = vocabulary?.places.get(token);
    if (place !== undefined) return place;
    if (settings.oovCount === 0) outside.push(token);
    return first + oovBucket(token, settings.oovCount);
  });
  if (outside.length > 0) {
    const text = `When \`num_oov_indices=0\` all inputs should be in vocabulary, found OOV values ${shown(outside).replaceAll("'", '"').replaceAll(', ', ' ')}, consider setting \`num_oov_indices=1\`.`;
    throw raise(ValueError, text, {
      code: 'out-of-vocabulary',
      explanation: message(
        'The vocabulary has no {0}, and `num_oov_indices=0` leaves no place for what it does not know.',
        outside.map(token => `\`${token}\``).join(', '),
      ),
    });
  }
  return found;
}

function oovBucket(token: Token, count: number): number {
  if (count <= 1) return 0;
  if (typeof token === 'number') return ((token % count) + count) % count;
  return Number(farmFingerprint(token) % BigInt(count));
}

/** The tokens of indices. */
export function lookBack(
  settings: LookupSettings,
  vocabulary: Vocabulary | null,
  indices: readonly number[],
): Token[] {
  const start = tokenStart(settings);
  return indices.map(index => {
    if (index === 0 && settings.maskToken !== null) return settings.maskToken;
    return vocabulary?.tokens[index - start] ?? settings.oovToken ?? '';
  });
}

/** A row of indices as how often, or whether, each occurs, times its weight. */
export function encodeRow(
  indices: readonly number[],
  depth: number,
  mode: Exclude<LookupMode, 'int'>,
  weights: readonly number[] | null,
): number[] {
  const row = new Array<number>(depth).fill(0);
  for (const index of indices) {
    if (index < 0 || index >= depth) continue;
    row[index] = mode === 'count' || mode === 'tf_idf' ? row[index] + 1 : 1;
  }
  return mode === 'tf_idf' && weights !== null ? row.map((value, index) => value * weights[index]) : row;
}

/** Indices of a shape encoded row by row. Raises where the result had more than two axes. */
export function encodeIndices(
  indices: readonly number[],
  shape: readonly number[],
  depth: number,
  mode: Exclude<LookupMode, 'int'>,
  weights: readonly number[] | null = null,
): { readonly data: number[]; readonly shape: readonly number[] } {
  let rows = shape.length === 0 ? [1] : [...shape];
  if (mode === 'one_hot' && rows[rows.length - 1] !== 1) rows = [...rows, 1];
  if (rows.length > 2) {
    throw raise(
      ValueError,
      `When output_mode is not \`'int'\`, maximum supported output rank is 2. Received output_mode ${mode} and input shape (${shape.join(', ')}), which would result in output rank ${rows.length}.`,
      { code: 'layer-shape' },
    );
  }
  const width = rows[rows.length - 1];
  const data: number[] = [];
  for (let row = 0; row < (rows.length === 2 ? rows[0] : 1); row++) {
    data.push(...encodeRow(indices.slice(row * width, (row + 1) * width), depth, mode, weights));
  }
  return { data, shape: [...rows.slice(0, -1), depth] };
}
