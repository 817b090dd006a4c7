/** Words to numbers as Keras 2's Tokenizer counts them. */
import { expect, test } from 'vitest';
import { analyseKeras, runKeras } from './program.ts';

test('the more frequent word has the smaller number; 0 is no word', async () => {
  const { stdout, stderr } = await runKeras(`from keras.preprocessing.text import Tokenizer
texts = ['The cat, the dog.', 'A dog; the END']
known = Tokenizer()
known.fit_on_texts(texts)
print(known.word_index)
print(known.texts_to_sequences(['the end cat bird']))
print(known.texts_to_matrix(['the dog the'], mode='count'))
few = Tokenizer(num_words=3, oov_token='?')
few.fit_on_texts(texts)
print(few.texts_to_sequences(['the dog bird']), few.sequences_to_texts([[2, 3]]))
`);
  expect(stderr).toBe('');
  expect(stdout.split('\n')).toEqual([
    "{'the': 1, 'dog': 2, 'cat': 3, 'a': 4, 'end': 5}",
    '[[1, 5, 3]]',
    '[[0. 2. 1. 0. 0. 0.]]',
    "[[2, 1, 1]] ['the ?']",
    '',
  ]);
});

test('a matrix of a data set of unknown reviews has known columns', async () => {
  const { findings, values } = await analyseKeras(`from keras.preprocessing.text import Tokenizer
from keras.datasets import reuters
(x, y), _ = reuters.load_data(num_words=1000)
m = Tokenizer(num_words=1000).sequences_to_matrix(x, mode='binary')`);
  expect(findings).toEqual([]);
  expect(JSON.stringify(values.find(note => note.name === 'm')?.value)).toContain('[8982,1000]');
});
