/** `keras.preprocessing.text` of Keras 1 and 2: words to numbers. Keras 3 has TextVectorization instead. */

import { native } from '../../../python/functions.ts';
import { ListedNames } from '../../../python/listedNames.ts';
import { type LibraryModule, pythonModule } from '../../../python/modules.ts';
import { PyList, UncountedItems, Unknown } from '../../../python/values.ts';

/** A list of integers whose number is not known. */
function unknownNumbers({ reason }: Unknown): PyList {
  const numbers = new PyList([]);
  numbers.lost = new UncountedItems(reason, new Unknown(reason, 'int'));
  return numbers;
}

/** What texts become that nobody knows: lists of integers all the same, one for each. */
const sequencesOf = native('_sequences_of(sequences)', ([given]) => {
  if (given instanceof Unknown) {
    const sequences = new PyList([]);
    sequences.lost = new UncountedItems(given.reason, unknownNumbers(given));
    return sequences;
  }
  const { items, lost } = given as PyList;
  if (lost !== null || !items.some(item => item instanceof Unknown)) return given;
  return new PyList(items.map(item => (item instanceof Unknown ? unknownNumbers(item) : item)));
});

const source = pythonModule(
  'keras.preprocessing.text',
  String.raw`
import collections
import numpy as np

_FILTERS = '!"#$%&()*+,-./:;<=>?@[\\]^_` +
    '`' +
    String.raw`{|}~\t\n'

def text_to_word_sequence(text, filters=_FILTERS, lower=True, split=" "):
    if lower:
        text = text.lower()
    for letter in filters:
        text = text.replace(letter, split)
    return [word for word in text.split(split) if word]

class Tokenizer:
    def __init__(self, num_words=None, filters=_FILTERS, lower=True, split=" ", char_level=False, oov_token=None,
                 document_count=0, **kwargs):
        if "nb_words" in kwargs:
            num_words = kwargs.pop("nb_words")
        if kwargs:
            raise TypeError("Unrecognized keyword arguments: " + str(kwargs))
        self.num_words = num_words
        self.filters = filters
        self.lower = lower
        self.split = split
        self.char_level = char_level
        self.oov_token = oov_token
        self.document_count = document_count
        self.word_counts = collections.OrderedDict()
        self.word_docs = collections.defaultdict(int)
        self.index_docs = collections.defaultdict(int)
        self.word_index = {}
        self.index_word = {}

    def _words(self, text):
        if not self.char_level and not isinstance(text, list):
            return text_to_word_sequence(text, self.filters, self.lower, self.split)
        if not self.lower:
            return text
        return [part.lower() for part in text] if isinstance(text, list) else text.lower()

    def fit_on_texts(self, texts):
        for text in texts:
            self.document_count += 1
            words = self._words(text)
            for word in words:
                self.word_counts[word] = self.word_counts.get(word, 0) + 1
            for word in set(words):
                self.word_docs[word] += 1
        ranked = sorted(self.word_counts.items(), key=lambda pair: pair[1], reverse=True)
        names = ([] if self.oov_token is None else [self.oov_token]) + [word for word, _ in ranked]
        self.word_index = {word: place + 1 for place, word in enumerate(names)}
        self.index_word = {place: word for word, place in self.word_index.items()}
        for word, count in self.word_docs.items():
            self.index_docs[self.word_index[word]] = count

    def fit_on_sequences(self, sequences):
        self.document_count += len(sequences)
        for sequence in sequences:
            for place in set(sequence):
                self.index_docs[place] += 1

    def _place(self, word):
        place = self.word_index.get(word)
        if place is not None and (not self.num_words or place < self.num_words):
            return place
        return None if self.oov_token is None else self.word_index.get(self.oov_token)

    def texts_to_sequences_generator(self, texts):
        for text in texts:
            places = [self._place(word) for word in self._words(text)]
            yield [place for place in places if place is not None]

    def texts_to_sequences(self, texts):
        return _sequences_of(list(self.texts_to_sequences_generator(texts)))

    def sequences_to_texts(self, sequences):
        out = []
        for sequence in sequences:
            words = [self.index_word.get(self._place(self.index_word.get(place))) for place in sequence]
            out.append(" ".join(word for word in words if word is not None))
        return out

    def texts_to_matrix(self, texts, mode="binary"):
        return self.sequences_to_matrix(self.texts_to_sequences(texts), mode=mode)

    def sequences_to_matrix(self, sequences, mode="binary"):
        if self.num_words:
            width = self.num_words
        elif self.word_index:
            width = len(self.word_index) + 1
        else:
            raise ValueError("Specify a dimension (num_words argument), or fit on some text data first.")
        if mode == "tfidf" and not self.document_count:
            raise ValueError("Fit the Tokenizer on some data before using tfidf mode.")
        if mode not in ("binary", "count", "freq", "tfidf"):
            raise ValueError("Unknown vectorization mode:", mode)
        x = np.zeros((len(sequences), width))
        for row, sequence in enumerate(sequences):
            for place, count in collections.Counter(sequence).items():
                if place >= width:
                    continue
                if mode == "binary":
                    x[row, place] = 1
                elif mode == "count":
                    x[row, place] = count
                elif mode == "freq":
                    x[row, place] = count / len(sequence)
                else:
                    rarity = np.log(1 + self.document_count / (1 + self.index_docs.get(place, 0)))
                    x[row, place] = (1 + np.log(count)) * rarity
        return x
`,
  {
    aliases: ['tensorflow.keras.preprocessing.text', 'keras_preprocessing.text'],
    attributeNames: new ListedNames(
      'analyzer char_level document_count filters fit_on_sequences fit_on_texts get_config index_docs index_word lower ' +
        'num_words oov_token sequences_to_matrix sequences_to_texts sequences_to_texts_generator split texts_to_matrix ' +
        'texts_to_sequences texts_to_sequences_generator to_json word_counts word_docs word_index | nb_words',
    ),
  },
);

export const text: LibraryModule = { ...source, entries: () => [['_sequences_of', sequencesOf]] };
