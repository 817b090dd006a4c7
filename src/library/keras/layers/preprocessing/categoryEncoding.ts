/** The layer `CategoryEncoding`. */

import { raise, ValueError } from '../../../../python/errors.ts';
import { message } from '../../../../python/message.ts';
import { tensorOf } from '../../tensors/conversion.ts';
import { defineLayer } from '../base/definition.ts';
import { encodeTokens } from './tokenEncoding.ts';
import { refuseWord } from './unknownWord.ts';

interface Settings {
  readonly tokens: number;
  readonly mode: 'one_hot' | 'multi_hot' | 'count';
}

export const categoryEncoding = defineLayer<Settings>({
  name: 'CategoryEncoding',
  module: 'preprocessing.category_encoding',
  parameters: 'num_tokens=None, output_mode="multi_hot", sparse=False',
  renamed: { max_tokens: 'num_tokens' },
  isRenamedIn3: true,
  documentation: 'Integers as one-hot, multi-hot or counts.',
  source: 'https://keras.io/api/layers/preprocessing_layers/categorical/category_encoding/',
  masking: 'stop',
  callParameters: 'inputs, count_weights=None',
  init(args, _layer, py) {
    const given = args.value('output_mode');
    const mode = given === 'binary' ? 'multi_hot' : given;
    if (mode !== 'count' && mode !== 'one_hot' && mode !== 'multi_hot') {
      return refuseWord(args, 'output_mode', {
        words: ['count', 'one_hot', 'multi_hot'],
        words3: `Unknown arg for output_mode: ${py.str(given)}`,
      });
    }
    if (args.value('num_tokens') === null) {
      args.fail(
        'num_tokens',
        'num_tokens must be set to use this layer. If the number of tokens is not known beforehand, use the IntegerLookup layer instead.',
      );
    }
    const tokens = args.integer('num_tokens');
    if (tokens < 1) args.fail('num_tokens', `\`num_tokens\` must be >= 1. Received: num_tokens=${tokens}.`);
    return { tokens, mode };
  },
  derive: layer => message('one column for each of {0} tokens', layer.settings.tokens),
  call(layer, { inputs: [x], args, py }) {
    const { tokens, mode } = layer.settings;
    const weights = args.get('count_weights') ?? null;
    if (weights !== null && mode !== 'count') {
      throw raise(
        ValueError,
        "`count_weights` is not used when `output_mode` is not `'count'`. Received `count_weights={count_weights}`.",
        { code: 'invalid-argument', blame: { kind: 'argument', name: 'count_weights' } },
      );
    }
    return encodeTokens(x, tokens, mode, weights === null ? null : tensorOf(py, weights));
  },
});
