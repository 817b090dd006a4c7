/** Texts that nobody knows, as those of a file are: what a `Tokenizer` makes of them has a known form all the same. */
import { expect, test } from 'vitest';
import { analyse } from '../../checks/markers.ts';

const program = (texts: string, between: string, last = 'LSTM(8)') => `import numpy as np
from keras.preprocessing.text import Tokenizer
from keras.preprocessing.sequence import pad_sequences
from keras.models import Sequential
from keras.layers import Dense, Embedding, LSTM

${texts}
labels = np.arange(len(texts)) % 2
tokenizer = Tokenizer(num_words=1000)
tokenizer.fit_on_texts(texts)
sequences = tokenizer.texts_to_sequences(texts)
${between}
model = Sequential([Embedding(1000, 16, input_length=20), ${last}, Dense(1, activation='sigmoid')])
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit(padded, labels)
`;

const ofFile = "texts = [line.strip() for line in open('reviews.txt')]";
const typed = "texts = [input(), 'a good film', input()]";
const drawn = `import random
texts = []
for i in range(240):
    texts.append(' '.join(random.choice(['good', 'bad']) for _ in range(random.randint(4, 12))))`;

const codes = async (text: string) =>
  (await analyse(text, '2')).findings.filter(item => item.severity === 'error').map(item => item.code);

test.each([ofFile, typed, drawn])('%s', async texts => {
  const padded = (maxlen: number) => `padded = pad_sequences(sequences, maxlen=${maxlen})`;
  expect(await codes(program(texts, padded(20)))).toEqual([]);
  expect(await codes(`${program(texts, padded(20))}model.predict(pad_sequences(sequences, 30))\n`)).toEqual([
    'input-shape',
  ]);
});

test.each([typed, drawn])('labels of %s', async texts => {
  const padded = 'padded = pad_sequences(sequences, maxlen=20)';
  expect(await codes(program(texts, padded, 'LSTM(8, return_sequences=True)'))).toEqual(['label-shape']);
});

test.each([
  'padded = pad_sequences(sequences, maxlen=max(len(s) for s in sequences))',
  "padded = pad_sequences(sequences, padding='post')",
  'padded = np.array([s[:20] + [0] * (20 - len(s)) for s in sequences])',
  'padded = pad_sequences([[1] + s for s in sequences], 20)',
  'sequences.append([1, 2, 3])\npadded = pad_sequences(sequences, 20)[:len(texts)]',
  'print(sequences[0], sequences[-1][:3], len(sequences), tokenizer.sequences_to_texts(sequences)[0].split())\npadded = pad_sequences(sequences, 20)',
])('%s', async between => {
  for (const texts of [ofFile, typed, drawn]) expect(await codes(program(texts, between))).toEqual([]);
});
