/** Programs that TensorFlow and Python accept, each a kind that was once marked: none may have an error. */
import { describe, expect, test } from 'vitest';
import { errors } from './programErrors.ts';

describe('what becomes a tensor', () => {
  test.each([
    ['bytes', 'tf.constant(b"hello")'],
    ['bytes of an encoding', 'tf.constant("語".encode("UTF-16-BE"))'],
    ['a range', 'assert tf.reshape(range(20), [5, 4]).shape == (5, 4)'],
    ['complex numbers', 'tf.Variable([5 + 4j, 6 + 1j])'],
  ])('%s', async (_name, program) => {
    expect(await errors(program)).toEqual([]);
  });

  test('an object is none', async () => {
    expect(await errors('tf.constant(object())')).toHaveLength(1);
  });
});

describe('what TensorFlow has and is not modelled here', () => {
  test.each([
    [
      'the cluster of a strategy',
      's = tf.distribute.MultiWorkerMirroredStrategy()\ns.cluster_resolver.task_type',
    ],
    [
      'what a strategy distributes',
      'tf.distribute.MirroredStrategy().experimental_distribute_values_from_function(1)',
    ],
    ['an optimizer of graphs', 'tf.config.optimizer.get_experimental_options()'],
  ])('%s', async (_name, program) => {
    expect(await errors(program)).toEqual([]);
  });
});

describe('functions of TensorFlow', () => {
  test.each([
    ['norm', 'tf.norm(tf.ones((3, 2)))\ntf.norm(tf.ones((3, 2)), axis=1, keepdims=True)'],
    [
      'py_function as a decorator',
      '@tf.py_function(Tout=tf.float32)\ndef f(x):\n    return x\nf(tf.ones(3))',
    ],
    [
      'numpy_function as a decorator',
      '@tf.numpy_function(Tout=tf.float32)\ndef f(x):\n    return x\nf(tf.ones(3))',
    ],
    [
      'the names of classes',
      'for row in tf.keras.applications.vgg16.decode_predictions(np.zeros((1, 1000)))[0]:\n    print(row[0])',
    ],
  ])('%s', async (_name, program) => {
    expect(await errors(program)).toEqual([]);
  });
});

describe('a data set of text', () => {
  const texts = 'ds = tf.data.Dataset.from_tensor_slices((["a", "b"], [1, 2]))\n';
  test.each([
    ['is mapped', 'ds.map(lambda x, y: (tf.strings.lower(x), y)).batch(2)'],
    ['is batched and mapped again', 'ds.map(lambda x, y: x).batch(2).map(lambda x: x)'],
  ])('%s', async (_name, program) => {
    expect(await errors(texts + program)).toEqual([]);
  });
});

describe('a plot of a model', () => {
  const plot = (model: string) =>
    `from tensorflow.keras import layers\n${model}\ntf.keras.utils.plot_model(model)`;
  test('that has been fitted on data that are not known', async () => {
    const model = `import cv2
model = tf.keras.Sequential([layers.Dense(3)])
model.compile(loss='mse')
model.fit(cv2.imread('a'), cv2.imread('b'))`;
    expect(await errors(plot(model))).toEqual([]);
  });

  test('that was never built raises', async () => {
    expect(await errors(plot('model = tf.keras.Sequential([layers.Dense(3)])'))).toHaveLength(1);
  });
});

describe('the text of a function or class', () => {
  test.each([
    [
      'of Keras',
      'tf.keras.layers.Dense.__doc__.split()\ntf.keras.optimizers.schedules.ExponentialDecay.__doc__.split()',
    ],
    ['of TensorFlow and NumPy', 'tf.norm.__doc__.split()\nnp.zeros.__doc__.split()'],
    [
      'of the script',
      'def f():\n    "text"\nclass A:\n    "text"\nf.__doc__.split() + A.__doc__.split() + A().__doc__.split()',
    ],
  ])('%s', async (_name, program) => {
    expect(await errors(program)).toEqual([]);
  });

  test('that the script leaves out is None', async () => {
    expect(await errors('def f():\n    pass\nf.__doc__.split()')).toHaveLength(1);
  });
});

describe('names of layers', () => {
  const stack = (second: string) => `first = tf.keras.layers.Dense(4, name='a')
tf.keras.Sequential([tf.keras.Input((4,)), first, ${second}])`;
  test('one layer may stand twice in a stack', async () => {
    expect(await errors(stack('first'))).toEqual([]);
  });

  test('two layers of one name may not', async () => {
    expect(await errors(stack("tf.keras.layers.Dense(4, name='a')"))).toHaveLength(1);
  });
});

test('a count of what is not zero keeps its axis', async () => {
  expect(
    await errors('assert tf.math.count_nonzero(tf.ones((2, 3)), axis=-1, keepdims=True).shape == (2, 1)'),
  ).toEqual([]);
});

describe('plain values that stand for TensorFlow’s own', () => {
  test.each([
    ['a shape', 'tf.ones((3, 2)).shape.as_list()'],
    ['a type', 'tf.ones(3).dtype.name, tf.int16.max'],
    ['counts', 'tf.size(tf.ones(3)).numpy(), tf.data.Dataset.range(10).cardinality().numpy()'],
  ])('%s', async (_name, program) => {
    expect(await errors(program)).toEqual([]);
  });

  test('have no others', async () => {
    expect(await errors('"a".foo\n(1, 2).bar')).toHaveLength(2);
  });
});

describe('a data set of parts that are not known', () => {
  const map = 'def f(x, y):\n    a, b = x\n    return a, y\n';
  test.each([
    ['zipped', `import cv2\n${map}d = cv2.imread('a')\ntf.data.Dataset.zip((d, (d, d))).map(f)`],
    ['nested', `${map}d = tf.data.Dataset.range(3)\ntf.data.Dataset.zip((d, (d, d))).map(f)`],
    ['without any', 'tf.data.Dataset.from_tensor_slices({})'],
  ])('%s', async (_name, program) => {
    expect(await errors(program)).toEqual([]);
  });
});

describe('what is around', () => {
  test.each([
    ['names of operations', 'tf.multiply(1.0, 2.0, name="y")\ntf.nn.softmax(logits=tf.ones(3), name="p")'],
    ['arguments of TensorFlow 1', 'tf.reduce_sum(tf.ones((2, 3)), reduction_indices=1, keep_dims=True)'],
    ['a shape of unknown rank', 's = tf.TensorShape(None)\nassert not s\ns[0], s.concatenate([1]), s.rank'],
    ['help', 'help(tf)'],
    [
      'pictures of other kinds',
      'from PIL import Image\nimport io\ni = Image.fromarray(np.zeros((2, 2, 3), "uint8"))\ni.save(io.BytesIO(), "JPEG")\nassert len(i.getdata()) == 4',
    ],
  ])('%s', async (_name, program) => {
    expect(await errors(program)).toEqual([]);
  });
});

describe('what depends on something that is not known', () => {
  const unknown = 'import hub\nfrom tensorflow.keras import layers\n';
  test.each([
    [
      'a layer in the middle of a stack',
      `${unknown}tf.keras.Sequential([layers.Input(shape=[], dtype=tf.string), hub.KerasLayer(), layers.Dense(4)])`,
    ],
    [
      'keys of a dict that makes what it lacks',
      `${unknown}import collections\nd = collections.defaultdict(list)\nfor f in hub.files():\n    d[f[0]].append(f)\nlist(d)[0]`,
    ],
    [
      'a dict made of a table',
      `${unknown}import pandas as pd\nt = pd.read_csv("t.csv")\nd = {k: v.to_numpy() for k, v in dict(t).items()}\nv = []\nfor key, value in sorted(d.items()):\n    v.append(value)\nlayers.Concatenate()(v)\nm = tf.keras.Sequential([layers.Dense(1)])\nm.predict(dict(t.iloc[:3]))`,
    ],
    [
      'a loss that is added',
      `${unknown}i = tf.keras.Input((4,))\nm = tf.keras.Model(i, layers.Dense(2)(i))\nm.add_loss(hub.loss())\nm.compile("adam")\nm.fit(np.zeros((8, 4)))`,
    ],
    [
      'an optimizer kept by a model of the script',
      `${unknown}class M(tf.keras.Model):\n    def __init__(self):\n        super().__init__()\n        self.optimizer = tf.keras.optimizers.legacy.SGD(0.1)\nM().optimizer.iterations`,
    ],
    [
      'what a layer of the script is given when it is built',
      `${unknown}class L(layers.Layer):\n    def build(self, shape):\n        self.w = self.add_weight(shape=(2, 2))\nl = L()\nm = tf.keras.Sequential([l])\nm.compile("sgd", "mse")\nm.fit(hub.data())\nl.w.shape`,
    ],
    [
      'a generator that waits for what is not known',
      `${unknown}def rows(x):\n    while True:\n        for k in range(x.shape[0] // 4):\n            yield x[k]\ng = rows(hub.data())\nnext(g)\nfor k in range(3):\n    next(g)`,
    ],
    ['names behind a star', 'from keras.layers import *\nCuDNNGRU(4)'],
    ['an argument that nobody passes', 'def name(kind=None):\n    return "conv" + kind'],
    [
      'sizes of a tensor',
      'x = tf.keras.Input((None, 4))\ntf.expand_dims(tf.shape(x)[0], -1) + tf.shape(x)[1] * 2',
    ],
  ])('%s', async (_name, program) => {
    expect(await errors(program)).toEqual([]);
  });
});

test('large matrices of a pattern are not written out while editing', async () => {
  const program = 'from keras import ops\nassert ops.eye(200000).shape == (200000, 200000)\nops.tri(200000)';
  expect(await errors(program)).toEqual([]);
});

describe('what the libraries do', () => {
  test.each([
    [
      'arrays leave operators to tensors on their right',
      'w = tf.Variable([[1.0]])\na = np.ones((3, 1), "float32")\nwith tf.GradientTape() as t:\n    l = tf.reduce_mean(tf.square(a - tf.matmul(a, w)))\nt.gradient(l, [w])[0] * 0.1',
    ],
    [
      'activations by their registered names',
      'tf.keras.utils.get_custom_objects().update({"mine": tf.keras.layers.Activation(tf.nn.relu)})\ntf.keras.layers.Dense(3, activation="mine")(tf.ones((1, 2)))',
    ],
    [
      'shapes of tf.keras without tensorflow',
      'from tensorflow.keras.layers import AveragePooling2D, Input\nAveragePooling2D()(Input((4, 4, 1))).shape.as_list()',
    ],
    [
      'one list of metrics for all outputs',
      'i = tf.keras.Input((4,))\nm = tf.keras.Model(i, [tf.keras.layers.Dense(1)(i), tf.keras.layers.Dense(2)(i)])\nm.compile("adam", "mse", metrics=["mae"])\nm.fit(np.ones((4, 4)), [np.ones((4, 1)), np.ones((4, 2))])',
    ],
  ])('%s', async (_name, program) => {
    expect(await errors(program)).toEqual([]);
  });
});

describe('scripts that expect an error', () => {
  const product = 'tf.matmul(tf.ones((1, 4)), tf.ones((3, 3)))';
  test.each([
    ['of TensorFlow', `try:\n    ${product}\nexcept tf.errors.InvalidArgumentError as e:\n    print(e)`],
    [
      'and say so at the end',
      'try:\n    y = 3 + 1\n    assert False\nexcept RuntimeError as e:\n    print(e)',
    ],
    [
      'and say so when none came',
      'def f():\n    try:\n        y = 1\n    except ValueError:\n        pass\n    else:\n        raise Exception("no error")\nf()',
    ],
  ])('%s', async (_name, program) => {
    expect(await errors(program)).toEqual([]);
  });

  test.each([
    [
      'a check at the start of the block',
      'n = -1\ntry:\n    if n < 0:\n        raise ValueError("n")\n    n += 1\nexcept TypeError:\n    pass',
    ],
    [
      'a function that the block calls',
      'def f():\n    raise ValueError("n")\ntry:\n    f()\nexcept TypeError:\n    pass',
    ],
    ['a wrong product without a handler', product],
  ])('are none: %s', async (_name, program) => {
    expect(await errors(program)).toHaveLength(1);
  });
});

describe('what grows by what is not known', () => {
  test.each([
    [
      'a deque',
      'import collections\nd = collections.deque(maxlen=3)\nd.extend(open("words.txt").read().split())\nd[1].upper()',
    ],
    [
      'a table of an array of unknown size',
      'import pandas as pd\na = np.load("a.npy")\nd = pd.DataFrame(np.zeros((len(a), len(a))), index=["a", "b"], columns=["a", "b"])\nd.to_numpy().sum()',
    ],
  ])('%s', async (_name, program) => {
    expect(await errors(program)).toEqual([]);
  });
});

describe('what is set to something unknown', () => {
  test('an array has as many axes as the shape that it is given', async () => {
    const program = `def cut(h, w):
    a = np.zeros(100)
    a.shape = (h, w, 4)
    return a[:, :, 0]
cut(*eval('5, 5'))`;
    expect(await errors(program)).toEqual([]);
    expect(await errors(program.replace('[:, :, 0]', '[:, :, 0, 0]'))).toHaveLength(1);
  });

  test('text of TensorFlow that begins empty', async () => {
    expect(
      await errors('a = tf.zeros([0, 1], tf.string)\nb = tf.fill([2], "x")\nassert b.shape == (2,)'),
    ).toEqual([]);
    expect(await errors('tf.ones([2], tf.string)')).toEqual([
      'TypeError: Cannot convert 1 to EagerTensor of dtype string',
    ]);
  });
});

describe('tensors of several parts', () => {
  test.each([
    ['a sparse tensor times a number', 's * 42.0\ns / tf.ones((3, 4))'],
    ['a model of one', 'tf.keras.Sequential([tf.keras.layers.Dense(2, input_shape=(4,))])(s)'],
    ['a data set of its rows', 'tf.data.Dataset.from_tensor_slices(s).map(lambda x: x * 2)'],
    [
      'what a record holds',
      `def read(record):
    found = tf.io.parse_single_example(record, {'image': tf.io.FixedLenFeature([], tf.string)})
    return tf.io.parse_tensor(found['image'], out_type=tf.uint8)
tf.data.TFRecordDataset(['a']).map(read)`,
    ],
    [
      'rows of pairs and one number in brackets',
      'r = tf.ragged.constant([[[1, 2], [3, 4]], [[5, 6]]], ragged_rank=1) + tf.constant([[10]])\nassert r.to_list() == [[[11, 12], [13, 14]], [[15, 16]]]',
    ],
    ['the bytes of an example', 'tf.train.Example().SerializeToString(deterministic=True)'],
  ])('%s', async (_name, program) => {
    expect(await errors(`s = tf.SparseTensor([[0, 1], [2, 0]], [1., 2.], [3, 4])\n${program}`)).toEqual([]);
  });
});

test('a layer that splits text by a function of TensorFlow', async () => {
  const program = `def split(text):
    return tf.strings.split(text)
layer = tf.keras.layers.TextVectorization(output_mode='int', split=split)
layer.adapt(['I write', 'a poppy blooms', 'I'])
assert layer(['a poppy', 'I']).shape == (2, 2)
assert layer('a poppy blooms').shape == (3,)`;
  expect(await errors(program)).toEqual([]);
});
