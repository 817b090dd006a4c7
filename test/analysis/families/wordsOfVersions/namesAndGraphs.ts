/** Names of layers, and graphs of them. */
import type { WordsOfVersions } from '../wordsOfVersions.ts';

const stack = `m = Sequential([Dense(3, input_shape=(4,)), Dense(2)])
`;

export const namesAndGraphs: readonly WordsOfVersions[] = [
  [
    'a layer by the name that it was given',
    `${stack}m.get_layer('dense_2')`,
    {
      1: null,
      // Keras 2.3 numbered layers from 1, TensorFlow's from the second on.
      2: null,
      3: "ValueError: No such layer: dense_2. Existing layers are: ['dense', 'dense_1'].",
    },
  ],
];
