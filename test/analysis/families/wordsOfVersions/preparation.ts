/** Layers that prepare data, with words and numbers that they do not know. */
import type { WordsOfVersions } from '../wordsOfVersions.ts';

const callable = (name: string) =>
  `If restoring a model and \`${name}\` is a custom callable, please ensure the callable is registered as a custom object. See https://www.tensorflow.org/guide/keras/save_and_serialize#registering_the_custom_object for details. `;

export const preparationOfData: readonly WordsOfVersions[] = [
  [
    'an encoding that there is not',
    "CategoryEncoding(num_tokens=3, output_mode='one-hot')",
    {
      2: "ValueError: Unkown value for `output_mode` argument of layer CategoryEncoding. Allowed values are: or one of the following values: ('count', 'one_hot', 'multi_hot'). Received: one-hot",
      3: 'ValueError: Unknown arg for output_mode: one-hot',
    },
  ],
  [
    'a mode that a look-up does not know',
    "StringLookup(output_mode='onehot')",
    {
      2: "ValueError: Unkown value for `output_mode` argument of layer StringLookup. Allowed values are: or one of the following values: ('int', 'one_hot', 'multi_hot', 'count', 'tf_idf'). Received: onehot",
      3: "ValueError: Unknown value for `output_mode` argument of StringLookup. Allowed values are: ('int', 'one_hot', 'multi_hot', 'count', 'tf_idf'). Received: output_mode=onehot",
    },
  ],
  [
    'a way to split that there is not',
    "TextVectorization(split='words')",
    {
      2: `ValueError: Unkown value for \`split\` argument of layer TextVectorization. ${callable('split')}Allowed values are: \`None\`, a \`Callable\`, or one of the following values: ('whitespace', 'character'). Received: words`,
      3: "ValueError: Unknown value for `split` argument of TextVectorization. Allowed values are: ('whitespace', 'character'). Received: split=words",
    },
  ],
  [
    'a mode that texts do not have',
    "TextVectorization(output_mode='tfidf')",
    {
      2: "ValueError: Unkown value for `output_mode` argument of layer TextVectorization. Allowed values are: `None`, or one of the following values: ('int', 'count', 'multi_hot', 'tf_idf'). Received: tfidf",
    },
  ],
  [
    'a mode that hashes do not have',
    "Hashing(3, output_mode='onehot')",
    {
      2: "ValueError: Unkown value for `output_mode` argument of layer Hashing. Allowed values are: or one of the following values: ('int', 'one_hot', 'multi_hot', 'count'). Received: onehot",
    },
  ],
  [
    'bins and their boundaries',
    'Discretization(bin_boundaries=[1.0], num_bins=3)',
    {
      2: 'ValueError: Both `num_bins` and `bin_boundaries` should not be set. You passed `num_bins=3` and `bin_boundaries=[1.0]`',
      3: 'ValueError: Both `num_bins` and `bin_boundaries` should not be set. Received: num_bins=3 and bin_boundaries=[1.0]',
    },
  ],
  [
    'neither bins nor boundaries',
    'Discretization()',
    { 2: null, 3: 'ValueError: You need to set either `num_bins` or `bin_boundaries`.' },
  ],
  [
    'a negative number of bins',
    'Discretization(num_bins=-1)',
    {
      2: 'ValueError: `num_bins` must be greater than or equal to 0. You passed `num_bins=-1`',
      3: 'ValueError: `num_bins` must be greater than or equal to 0. Received: `num_bins=-1`',
    },
  ],
];
