/** `keras.preprocessing.sequence`: padding, and what Keras 1 and 2 had for windows and word pairs, in Python. */

import { type LibraryModule, pythonModule } from '../../../python/modules.ts';
import type { Value } from '../../../python/values.ts';

const source = `
import random
import numpy as np
from keras.utils import PyDataset as _PyDataset


def make_sampling_table(size, sampling_factor=1e-05):
    rank = np.arange(size)
    rank[0] = 1
    # Zipf's law: the frequency of a rank, approximated with Euler's constant.
    inverse = rank * (np.log(rank) + 0.577) + 0.5 - 1.0 / (12.0 * rank)
    ratio = sampling_factor * inverse
    return np.minimum(1.0, ratio / np.sqrt(ratio))


def skipgrams(sequence, vocabulary_size, window_size=4, negative_samples=1.0, shuffle=True, categorical=False,
              sampling_table=None, seed=None):
    yes, no = ([0, 1], [1, 0]) if categorical else (1, 0)
    couples, labels = [], []
    for place, word in enumerate(sequence):
        if not word or (sampling_table is not None and sampling_table[word] < random.random()):
            continue
        for other in range(max(0, place - window_size), min(len(sequence), place + window_size + 1)):
            if other != place and sequence[other]:
                couples.append([word, sequence[other]])
                labels.append(yes)
    if negative_samples > 0:
        count = int(len(labels) * negative_samples)
        words = [couple[0] for couple in couples]
        random.shuffle(words)
        couples += [[words[place % len(words)], random.randint(1, vocabulary_size - 1)] for place in range(count)]
        labels += [no] * count
    if shuffle:
        seed = random.randint(0, int(10e6)) if seed is None else seed
        random.seed(seed)
        random.shuffle(couples)
        random.seed(seed)
        random.shuffle(labels)
    return couples, labels


class TimeseriesGenerator(_PyDataset):
    def __init__(self, data, targets, length, sampling_rate=1, stride=1, start_index=0, end_index=None,
                 shuffle=False, reverse=False, batch_size=128):
        super().__init__()
        if len(data) != len(targets):
            raise ValueError('Data and targets have to be of same length. Data length is %d while target length is %d'
                             % (len(data), len(targets)))
        self.data, self.targets, self.length = data, targets, length
        self.sampling_rate, self.stride = sampling_rate, stride
        self.start_index = start_index + length
        self.end_index = len(data) - 1 if end_index is None else end_index
        self.shuffle, self.reverse, self.batch_size = shuffle, reverse, batch_size
        if self.start_index > self.end_index:
            raise ValueError('\`start_index+length=%d > end_index=%d\` is disallowed, as no part of the sequence would be '
                             'left to be used as current step.' % (self.start_index, self.end_index))

    def __len__(self):
        step = self.batch_size * self.stride
        return (self.end_index - self.start_index + step) // step

    def __getitem__(self, index):
        if self.shuffle:
            rows = np.random.randint(self.start_index, self.end_index + 1, size=self.batch_size)
        else:
            first = self.start_index + self.batch_size * self.stride * index
            rows = np.arange(first, min(first + self.batch_size * self.stride, self.end_index + 1), self.stride)
        samples = np.array([self.data[row - self.length:row:self.sampling_rate] for row in rows])
        targets = np.array([self.targets[row] for row in rows])
        return (samples[:, ::-1, ...] if self.reverse else samples), targets
`;

/** @param padSequences the one of `keras.utils` */
export function sequences(padSequences: Value): LibraryModule {
  return {
    ...pythonModule('keras.preprocessing.sequence', source, {
      aliases: ['tensorflow.keras.preprocessing.sequence', 'keras_preprocessing.sequence'],
    }),
    entries: () => [['pad_sequences', padSequences]],
  };
}
