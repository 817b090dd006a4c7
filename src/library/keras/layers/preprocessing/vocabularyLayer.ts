/** What layers with a vocabulary share: their arguments, `adapt`, and reading and setting the vocabulary. */

import {
  type ErrorDetail,
  NotImplementedError,
  RuntimeError,
  raise,
  ValueError,
} from '../../../../python/errors.ts';
import { method, type NativeFunction, suspendableMethod } from '../../../../python/functions.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { message } from '../../../../python/message.ts';
import type { Suspendable } from '../../../../python/suspension.ts';
import { NotKnown, PyList, touch, Unknown, type Value } from '../../../../python/values.ts';
import { kerasVersionKey } from '../../../kerasVersion.ts';
import { DatasetObject } from '../../data/datasetObject.ts';
import { type ArgumentReader, numberOf } from '../../objects/arguments.ts';
import type { LayerObject } from '../base/layerObject.ts';
import { requireIntegers, requireText, type Token, type Tokens, tokensOf } from './hostTokens.ts';
import { refuseWord } from './unknownWord.ts';
import {
  encodingDepth,
  givenVocabulary,
  type LookupMode,
  type LookupSettings,
  listVocabulary,
  TokenCounts,
  type Vocabulary,
  vocabularySize,
} from './vocabulary.ts';

export interface VocabularySettings extends LookupSettings {
  readonly kind: 'text' | 'integers';
  /** Whether the constructor was given the vocabulary, which `adapt` then refuses to replace. */
  readonly fixed: boolean;
  readonly vocabulary: Vocabulary | null;
  /** Why analysis does not know the vocabulary; null when it does. */
  readonly hidden: string | null;
}

/** Rows of tokens, each a document; null where analysis does not know them. */
export type Documents = readonly (readonly Token[])[] | null;

const modes: readonly LookupMode[] = ['int', 'one_hot', 'multi_hot', 'count', 'tf_idf'];

/** The `output_mode` of a layer among those allowed, older names included. */
export function outputModeOf<T extends LookupMode>(args: ArgumentReader, allowed: readonly T[]): T {
  const given = args.value('output_mode');
  const older: Readonly<Record<string, string>> = { binary: 'multi_hot', 'tf-idf': 'tf_idf' };
  const mode = typeof given === 'string' ? (older[given] ?? given) : given;
  if (allowed.some(name => name === mode)) return mode as T;
  const isOfTexts = args.className === 'TextVectorization' && args.py.state(kerasVersionKey).current < 3;
  return refuseWord(args, 'output_mode', {
    words: isOfTexts ? ['int', 'count', 'multi_hot', 'tf_idf'] : allowed,
    isNoneKnown: isOfTexts,
  });
}

/** A token as the script gives it: text or an integer. */
function specialToken(args: ArgumentReader, name: string): Token | null {
  const value = args.value(name);
  return typeof value === 'string' ? value : (numberOf(value) ?? null);
}

/** Reads the arguments that all vocabulary layers take and the vocabulary itself. */
export function vocabularySettings(
  args: ArgumentReader,
  kind: VocabularySettings['kind'],
  special: {
    readonly oovCount: number;
    readonly maskToken: Token | null;
    readonly oovToken: Token | null;
  } = {
    oovCount: args.integer('num_oov_indices'),
    maskToken: specialToken(args, 'mask_token'),
    oovToken: specialToken(args, 'oov_token'),
  },
): VocabularySettings {
  const { py } = args;
  const maxTokens = args.optionalInteger('max_tokens');
  const pad = args.boolean('pad_to_max_tokens');
  if (maxTokens !== null && maxTokens <= 1) {
    args.fail(
      'max_tokens',
      kind === 'integers'
        ? `If \`max_tokens\` is set for \`IntegerLookup\`, it must be greater than 1. Received: max_tokens=${maxTokens}`
        : `If set, \`max_tokens\` must be greater than 1. Received: max_tokens=${maxTokens}`,
    );
  }
  if (pad && maxTokens === null) {
    args.fail(
      'pad_to_max_tokens',
      'If pad_to_max_tokens is True, must set `max_tokens`. Received: max_tokens=None',
    );
  }
  if (special.oovCount < 0) {
    args.fail(
      'num_oov_indices',
      kind === 'integers'
        ? `The value of \`num_oov_indices\` argument for \`IntegerLookup\` must >= 0. Received: num_oov_indices=${special.oovCount}`
        : `\`num_oov_indices\` must be greater than or equal to 0. Received: num_oov_indices=${special.oovCount}`,
    );
  }
  const mode = outputModeOf(args, modes);
  const invert = args.names().includes('invert') && args.boolean('invert');
  if (invert && mode !== 'int') {
    args.fail(
      'output_mode',
      `\`output_mode\` must be \`'int'\` when \`invert\` is true. Received: output_mode=${mode}`,
    );
  }
  const idf = args.value('idf_weights');
  if (idf !== null && mode !== 'tf_idf') {
    args.fail(
      'idf_weights',
      `\`idf_weights\` should only be set if \`output_mode\` is \`'tf_idf'\`. Received: idf_weights=${py.str(idf)} and output_mode=${mode}`,
    );
  }
  const given = args.raw('vocabulary');
  if (given !== null && idf === null && mode === 'tf_idf') {
    args.fail(
      'vocabulary',
      'When specifying the `vocabulary` argument, in TF-IDF output mode, the `idf_weights` argument must also be provided.',
    );
  }
  const plain = { kind, maxTokens, ...special, mode, invert, pad, fixed: given !== null };
  return {
    ...plain,
    ...(given === null ? { vocabulary: null, hidden: null } : readVocabulary(py, plain, given, idf)),
  };
}

/** A vocabulary from the value that a script gives. */
function readVocabulary(
  py: Interpreter,
  settings: LookupSettings & Pick<VocabularySettings, 'kind'>,
  given: Value,
  idf: Value,
): Pick<VocabularySettings, 'vocabulary' | 'hidden'> {
  if (given instanceof Unknown) return { vocabulary: null, hidden: given.reason };
  if (typeof given === 'string') {
    if (!py.running) return { vocabulary: null, hidden: 'the vocabulary is in a file' };
    throw raise(
      NotImplementedError,
      'A vocabulary file is not supported by Kerascope yet: read its lines and pass them as a list.',
      { code: 'not-supported', blame: { kind: 'argument', name: 'vocabulary' } },
    );
  }
  const items = knownItems(py, given, settings.kind);
  if (items === null) return { vocabulary: null, hidden: 'the vocabulary is known when the script runs' };
  const weights = idf === null ? null : tokensOf(py, idf).items;
  if (idf !== null && weights === null)
    return { vocabulary: null, hidden: 'the weights are known when it runs' };
  return { vocabulary: givenVocabulary(settings, items, weights?.map(Number) ?? null), hidden: null };
}

function knownItems(
  py: Interpreter,
  value: Value,
  kind: VocabularySettings['kind'],
): readonly Token[] | null {
  try {
    return checkedItems(tokensOf(py, value), kind);
  } catch (error) {
    if (error instanceof NotKnown) return null;
    throw error;
  }
}

/** Tokens of the kind that a layer takes, or null. */
export function checkedItems({ items }: Tokens, kind: VocabularySettings['kind']): readonly Token[] | null {
  if (items === null) return null;
  return kind === 'text' ? requireText(items) : requireIntegers(items);
}

/** The axes of an encoded batch: (batch, depth), as Keras has it for tensors of a model. */
export function requireDepth(settings: VocabularySettings, detail: ErrorDetail = {}): number | null {
  const depth = encodingDepth(settings, settings.vocabulary);
  if (depth !== null || settings.hidden !== null) return depth;
  throw raise(
    RuntimeError,
    `When using \`output_mode=${settings.mode}\` and \`pad_to_max_tokens=False\`, you must set the layer's vocabulary before calling it. Either pass a \`vocabulary\` argument to the layer, or call \`adapt\` with some sample data.`,
    {
      code: 'no-vocabulary',
      explanation: message(
        'The width of `{0}` rows is the size of the vocabulary, which is not known yet: call `adapt` first.',
        settings.mode,
      ),
      ...detail,
    },
  );
}

type Owner = LayerObject<VocabularySettings>;

function replace(layer: Owner, change: Partial<VocabularySettings>): void {
  touch(layer);
  layer.settings = { ...layer.settings, ...change };
}

function ownerOf(value: Value): Owner {
  const layer = value as Owner;
  if (layer.unknown !== null) throw new NotKnown(layer.unknown);
  return layer;
}

/** `adapt`, `get_vocabulary`, `set_vocabulary`, `vocabulary_size`; `documents` makes rows of tokens from data. */
export function vocabularyMethods(
  documents: (py: Interpreter, layer: Owner, data: Value, isBatch: boolean) => Documents,
): NativeFunction[] {
  function* batches(py: Interpreter, data: Value, steps: number): Suspendable<Value[] | null> {
    if (!(data instanceof DatasetObject)) return [data];
    if (!py.running) return null;
    const next = data.start(py);
    const found: Value[] = [];
    while (found.length < steps) {
      const batch = yield* next();
      if (batch === undefined) break;
      found.push(batch);
    }
    return found;
  }
  const adapt = suspendableMethod(
    'adapt(self, data, batch_size=None, steps=None)',
    function* ([self, data, , steps], py: Interpreter) {
      const layer = ownerOf(self);
      if (layer.settings.fixed) {
        throw raise(
          ValueError,
          `Cannot adapt layer '${layer.name}' after setting a static vocabulary via \`vocabulary\` argument or \`set_vocabulary()\` method.`,
          { code: 'invalid-argument' },
        );
      }
      const isBatch = data instanceof DatasetObject;
      const counts = new TokenCounts();
      const found = data instanceof Unknown ? null : yield* batches(py, data, numberOf(steps) ?? Infinity);
      for (const batch of found ?? []) {
        const rows = rowsOrNull(() => documents(py, layer, batch, isBatch));
        if (rows === null) {
          replace(layer, { vocabulary: null, hidden: 'the vocabulary is learnt when the script runs' });
          return null;
        }
        for (const row of rows) counts.add(row);
      }
      if (found === null)
        replace(layer, { vocabulary: null, hidden: 'the vocabulary is learnt when the script runs' });
      else
        replace(layer, {
          vocabulary: counts.vocabulary(layer.settings) ?? layer.settings.vocabulary,
          hidden: null,
        });
      layer.built = true;
      return null;
    },
    'Learns the vocabulary from arrays, lists or a Dataset.',
  );
  return [adapt, getVocabulary, sizeOfVocabulary, setVocabulary];
}

function rowsOrNull(read: () => Documents): Documents {
  try {
    return read();
  } catch (error) {
    if (error instanceof NotKnown) return null;
    throw error;
  }
}

const getVocabulary = method('get_vocabulary(self, include_special_tokens=True)', ([self, special], py) => {
  const { settings } = ownerOf(self);
  if (settings.hidden !== null) throw new NotKnown(settings.hidden);
  return new PyList(listVocabulary(settings, settings.vocabulary, py.truth(special)));
});

const sizeOfVocabulary = method('vocabulary_size(self)', ([self]) => {
  const { settings } = ownerOf(self);
  if (settings.hidden !== null) throw new NotKnown(settings.hidden);
  return vocabularySize(settings, settings.vocabulary);
});

const setVocabulary = method(
  'set_vocabulary(self, vocabulary, idf_weights=None)',
  ([self, given, idf], py) => {
    const layer = ownerOf(self);
    const { mode } = layer.settings;
    if (mode === 'tf_idf' && idf === null) {
      throw raise(ValueError, "`idf_weights` must be set if output_mode is 'tf_idf'.", {
        code: 'invalid-argument',
      });
    }
    if (mode !== 'tf_idf' && idf !== null) {
      throw raise(
        ValueError,
        `\`idf_weights\` should only be set if output_mode is \`'tf_idf'\`. Received: output_mode=${mode} and idf_weights=${py.str(idf)}`,
        { code: 'invalid-argument' },
      );
    }
    replace(layer, readVocabulary(py, layer.settings, given, idf));
    return null;
  },
);
