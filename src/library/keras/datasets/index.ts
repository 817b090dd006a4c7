/**
 * `keras.datasets`: while a script is analysed the arrays have the data sets' shapes, types and ranges; when it runs
 * they are read from the files that Keras keeps under `~/.keras/datasets`.
 */
import { pythonModule } from '../../../python/modules.ts';
import { datasetFiles } from './files.ts';

function dataset(name: string, source: string) {
  return pythonModule(`keras.datasets.${name}`, source, {
    aliases: [
      `tensorflow.keras.datasets.${name}`,
      `keras.api.datasets.${name}`,
      `keras.src.datasets.${name}`,
    ],
  });
}

const mnist = dataset(
  'mnist',
  `
from keras.datasets._files import running, unknown_array, read_npz

def load_data(path="mnist.npz"):
    if not running():
        return (
            (unknown_array((60000, 28, 28), "uint8", 0, 255), unknown_array((60000,), "uint8", 0, 9, True)),
            (unknown_array((10000, 28, 28), "uint8", 0, 255), unknown_array((10000,), "uint8", 0, 9, True)),
        )
    f = read_npz(path, "mnist.npz")
    return (f["x_train"], f["y_train"]), (f["x_test"], f["y_test"])
`,
);

const fashionMnist = dataset(
  'fashion_mnist',
  `
import numpy as np
from keras.datasets._files import running, unknown_array, read_gzip

def _read(name):
    labels = np.frombuffer(read_gzip("fashion-mnist/" + name + "-labels-idx1-ubyte.gz"), np.uint8, offset=8)
    images = np.frombuffer(read_gzip("fashion-mnist/" + name + "-images-idx3-ubyte.gz"), np.uint8, offset=16)
    return images.reshape(len(labels), 28, 28), labels

def load_data():
    if not running():
        return (
            (unknown_array((60000, 28, 28), "uint8", 0, 255), unknown_array((60000,), "uint8", 0, 9, True)),
            (unknown_array((10000, 28, 28), "uint8", 0, 255), unknown_array((10000,), "uint8", 0, 9, True)),
        )
    return _read("train"), _read("t10k")
`,
);

const cifar10 = dataset(
  'cifar10',
  `
import numpy as np
from keras.datasets._files import running, unknown_array, read_pickles

def load_data():
    if not running():
        return (
            (unknown_array((50000, 32, 32, 3), "uint8", 0, 255), unknown_array((50000, 1), "uint8", 0, 9, True)),
            (unknown_array((10000, 32, 32, 3), "uint8", 0, 255), unknown_array((10000, 1), "uint8", 0, 9, True)),
        )
    files = read_pickles("cifar-10-batches-py.tar.gz")
    batches = [files["data_batch_" + str(i)] for i in range(1, 6)]
    x_train = np.concatenate([batch["data"].reshape(-1, 3, 32, 32) for batch in batches])
    y_train = np.concatenate([np.array(batch["labels"], "uint8") for batch in batches]).reshape(-1, 1)
    x_test = files["test_batch"]["data"].reshape(-1, 3, 32, 32)
    y_test = np.array(files["test_batch"]["labels"], "uint8").reshape(-1, 1)
    return (x_train.transpose(0, 2, 3, 1), y_train), (x_test.transpose(0, 2, 3, 1), y_test)
`,
);

const cifar100 = dataset(
  'cifar100',
  `
import numpy as np
from keras.datasets._files import running, unknown_array, read_pickles

def load_data(label_mode="fine"):
    if label_mode not in ["fine", "coarse"]:
        raise ValueError(
            '\`label_mode\` must be one of \`"fine"\`, \`"coarse"\`. ' f"Received: label_mode={label_mode}."
        )
    if not running():
        last = 99 if label_mode == "fine" else 19
        return (
            (unknown_array((50000, 32, 32, 3), "uint8", 0, 255), unknown_array((50000, 1), "int64", 0, last, True)),
            (unknown_array((10000, 32, 32, 3), "uint8", 0, 255), unknown_array((10000, 1), "int64", 0, last, True)),
        )
    files = read_pickles("cifar-100-python.tar.gz")

    def part(name):
        images = files[name]["data"].reshape(-1, 3, 32, 32).transpose(0, 2, 3, 1)
        return images, np.array(files[name][label_mode + "_labels"]).reshape(-1, 1)

    return part("train"), part("test")
`,
);

/** Keeps, marks and limits the words of a review as load_data's arguments say. */
const words = `
def _prepare(xs, start_char, index_from):
    if start_char is not None:
        return [[start_char] + [w + index_from for w in x] for x in xs]
    return [[w + (index_from or 0) for w in x] for x in xs]

def _shorter(maxlen, xs, labels):
    kept = [i for i, x in enumerate(xs) if len(x) < maxlen]
    return [xs[i] for i in kept], labels[kept]

def _limit(xs, num_words, skip_top, oov_char):
    if not num_words:
        num_words = max(max(x) for x in xs)
    if oov_char is not None:
        return [[w if skip_top <= w < num_words else oov_char for w in x] for x in xs]
    return [[w for w in x if skip_top <= w < num_words] for x in xs]

def _objects(rows):
    out = np.empty(len(rows), dtype=object)
    for i, row in enumerate(rows):
        out[i] = row
    return out

def _shuffled(seed, xs, labels):
    indices = np.arange(len(xs))
    rng = np.random.RandomState(seed)
    rng.shuffle(indices)
    return xs[indices], labels[indices]
`;

const imdb = dataset(
  'imdb',
  `
import json
import numpy as np
from keras.datasets._files import numbering, running, unknown_array, read_npz, read_text
${words}
def _texts(rows, num_words):
    return numbering(unknown_array((rows,), "object"), 88587, num_words)

def load_data(path="imdb.npz", num_words=None, skip_top=0, maxlen=None, seed=113, start_char=1, oov_char=2,
              index_from=3, **kwargs):
    if "nb_words" in kwargs:
        num_words = kwargs.pop("nb_words")
    if kwargs:
        raise TypeError(f"Unrecognized keyword arguments: {str(kwargs)}.")
    if not running():
        rows = None if maxlen else 25000
        return (
            (_texts(rows, num_words), unknown_array((rows,), "int64", 0, 1, True)),
            (_texts(rows, num_words), unknown_array((rows,), "int64", 0, 1, True)),
        )
    f = read_npz(path, "imdb.npz")
    rng = np.random.RandomState(seed)
    parts = []
    for name in ("train", "test"):
        xs, labels = f["x_" + name], f["y_" + name]
        indices = np.arange(len(xs))
        rng.shuffle(indices)
        parts.append((_prepare(xs[indices], start_char, index_from), labels[indices]))
    if maxlen:
        parts = [_shorter(maxlen, xs, labels) for xs, labels in parts]
        if not parts[0][0] or not parts[1][0]:
            raise ValueError(
                "After filtering for sequences shorter than maxlen="
                f"{str(maxlen)}, no sequence was kept. Increase maxlen."
            )
    count = len(parts[0][0])
    xs = _limit(parts[0][0] + parts[1][0], num_words, skip_top, oov_char)
    return (_objects(xs[:count]), parts[0][1]), (_objects(xs[count:]), parts[1][1])

def get_word_index(path="imdb_word_index.json"):
    return json.loads(read_text(path, "imdb_word_index.json"))
`,
);

const reuters = dataset(
  'reuters',
  `
import json
import numpy as np
from keras.datasets._files import numbering, running, unknown_array, read_npz, read_text
${words}
def _texts(rows, num_words):
    return numbering(unknown_array((rows,), "object"), 30982, num_words)

def load_data(path="reuters.npz", num_words=None, skip_top=0, maxlen=None, test_split=0.2, seed=113, start_char=1,
              oov_char=2, index_from=3, **kwargs):
    if "nb_words" in kwargs:
        num_words = kwargs.pop("nb_words")
    if kwargs:
        raise TypeError(f"Unrecognized keyword arguments: {str(kwargs)}.")
    if not running():
        train = None if maxlen else int(11228 * (1 - test_split))
        test = None if maxlen else 11228 - train
        # Other parts may lack some of the rare topics.
        gapless = test_split == 0.2 and seed == 113
        return (
            (_texts(train, num_words), unknown_array((train,), "int64", 0, 45, gapless, gapless)),
            (_texts(test, num_words), unknown_array((test,), "int64", 0, 45, gapless, gapless)),
        )
    f = read_npz(path, "reuters.npz")
    xs, labels = _shuffled(seed, f["x"], f["y"])
    xs = _prepare(xs, start_char, index_from)
    if maxlen:
        xs, labels = _shorter(maxlen, xs, labels)
    xs = _limit(xs, num_words, skip_top, oov_char)
    at = int(len(xs) * (1 - test_split))
    return (_objects(xs[:at]), labels[:at]), (_objects(xs[at:]), labels[at:])

def get_word_index(path="reuters_word_index.json"):
    return json.loads(read_text(path, "reuters_word_index.json"))

def get_label_names():
    return (
        "cocoa", "grain", "veg-oil", "earn", "acq", "wheat", "copper", "housing", "money-supply", "coffee", "sugar",
        "trade", "reserves", "ship", "cotton", "carcass", "crude", "nat-gas", "cpi", "money-fx", "interest", "gnp",
        "meal-feed", "alum", "oilseed", "gold", "tin", "strategic-metal", "livestock", "retail", "ipi",
        "iron-steel", "rubber", "heat", "jobs", "lei", "bop", "zinc", "orange", "pet-chem", "dlr", "gas", "silver",
        "wpi", "hog", "lead",
    )
`,
);

/** Rows of numbers with a number to predict, split behind a shuffle. */
const split = `
def _split(x, y, test_split, seed):
    indices = np.arange(len(x))
    rng = np.random.RandomState(seed)
    rng.shuffle(indices)
    x, y = x[indices], y[indices]
    at = int(len(x) * (1 - test_split))
    return (x[:at], y[:at]), (x[at:], y[at:])
`;

const bostonHousing = dataset(
  'boston_housing',
  `
import numpy as np
from keras.datasets._files import running, unknown_array, read_npz
${split}
def load_data(path="boston_housing.npz", test_split=0.2, seed=113):
    assert 0 <= test_split < 1
    if not running():
        train = int(506 * (1 - test_split))
        # Which part has the few houses at the ends is chance.
        part = lambda shape, least, greatest: unknown_array(shape, "float64", least, greatest, False, False)
        return (
            (part((train, 13), 0, 711), part((train,), 5, 50)),
            (part((506 - train, 13), 0, 711), part((506 - train,), 5, 50)),
        )
    f = read_npz(path, "boston_housing.npz")
    return _split(f["x"], f["y"], test_split, seed)
`,
);

const californiaHousing = dataset(
  'california_housing',
  `
import numpy as np
from keras.datasets._files import running, unknown_array, read_npz
${split}
def load_data(version="large", path="california_housing.npz", test_split=0.2, seed=113):
    assert 0 <= test_split < 1
    if version not in ("small", "large"):
        raise ValueError("Argument \`version\` must be one of 'small', 'large'. " f"Received: version={version}")
    if not running():
        rows = 600 if version == "small" else 20640
        train = int(rows * (1 - test_split))
        return (
            (unknown_array((train, 8), "float32"), unknown_array((train,), "float32")),
            (unknown_array((rows - train, 8), "float32"), unknown_array((rows - train,), "float32")),
        )
    f = read_npz(path, "california_housing.npz")
    x, y = f["x"], f["y"]
    if version == "small":
        x, y = x[:600], y[:600]
    return _split(x, y, test_split, seed)
`,
);

export const datasetModules = [
  datasetFiles,
  mnist,
  fashionMnist,
  cifar10,
  cifar100,
  imdb,
  reuters,
  bostonHousing,
  californiaHousing,
];
