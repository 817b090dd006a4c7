/** Programs whose values only a run knows: analysis finds no error in them and still knows the kinds it can. */
import { describe, expect, it } from 'vitest';
import { followProgram } from '../../src/analysis/index.ts';
import { Unknown, type Value } from '../../src/python/values.ts';
import { testParser } from '../python/run.ts';

const programs: Record<string, string> = {
  'callbacks made with what is not known': `
import numpy as np
import keras
from keras.callbacks import EarlyStopping, LearningRateScheduler, ModelCheckpoint
from somewhere import callbacks, mode, path, rate
x, y = np.zeros((20, 4)), np.zeros((20, 1))
model = keras.Sequential([keras.layers.Input((4,)), keras.layers.Dense(1)])
model.compile('adam', 'mse')
kept, stop = ModelCheckpoint(path), EarlyStopping(monitor='score', mode=mode)
kept.on_epoch_begin(0)
kept.on_epoch_end(0, {'loss': 3})
stop.on_train_begin()
stop.on_epoch_end(1, {})
model.fit(x, y, callbacks=[kept, stop, LearningRateScheduler(rate)])
model.fit(x, y, callbacks=[EarlyStopping('score')] + callbacks)
`,
  'a table of pairs': `
import pandas as pd
n = int(input())
names, values = [], []
for i in range(n):
    for j in range(n):
        names.append(i)
        values.append(i * j)
table = pd.DataFrame(zip(names, values), columns=['name', 'value'])
print(table.value.min(), table[table['name'] > 2].shape, len(table))
`,
  'layers of unknown width': `
import keras
n = int(input())
first = keras.layers.Dense(n)
x = first(keras.Input((4,)))
second = keras.layers.Dense(3)
second(x)
print(first.kernel.shape, second.kernel.shape, second.bias.shape, first.get_weights()[0].shape)
`,
  'layers and models that unknown data built': `
import keras
from somewhere import load
x, y = load()
model = keras.Sequential([keras.layers.Dense(3, activation='relu'), keras.layers.BatchNormalization(), keras.layers.Dense(1)])
model.compile('adam', 'mse')
model.fit(x, y)
print(model.output, model.layers[1].gamma, model.layers[0].kernel)
called = keras.Sequential([keras.layers.Dense(3)])
called(load())
print(called.input, called.count_params())
normalization = keras.layers.BatchNormalization()
normalization(load())
print(normalization.moving_mean, normalization.output, normalization.count_params())
`,
  "what Keras's own folders hold": `
from keras.src import testing
from keras.src.layers import something_inside
testing.run(something_inside)
`,
  'numbers of NumPy as those of Python': `
import statistics
import numpy as np
from sklearn import metrics
scores = []
for turn in range(50):
    scores.append(metrics.log_loss(np.random.randint(0, 3, 20), np.random.rand(20, 3)))
    print(statistics.mean(scores), statistics.pstdev(scores))
print(scores[0].as_integer_ratio(), scores[0].is_integer(), scores[0].hex(), np.float32(2.5).as_integer_ratio())
`,
  'lists of what a condition lets through': `
import numpy as np
from keras.preprocessing.text import Tokenizer
from somewhere import texts
tokenizer = Tokenizer(num_words=1000)
tokenizer.fit_on_texts(texts)
print(np.flip(np.array(tokenizer.texts_to_sequences(['hello there'])), axis=1))
places = [place for place in [len(texts), None, 3] if place is not None]
print(np.flip(np.array([places]), axis=1), places[0] + 1, len(places))
def chosen(rows):
    for row in rows:
        yield from [place for place in row if place > len(texts)]
print(np.flip(np.array([list(chosen([[1], [2]]))]), axis=1))
`,
  'a model that begins with texts': `
import tensorflow as tf
from tensorflow import keras
class Lengths(keras.layers.Layer):
    def __init__(self, dtype=tf.string, **kwargs):
        super().__init__(dtype=dtype, **kwargs)
    def call(self, inputs):
        return tf.cast(tf.strings.length(tf.strings.substr(inputs, 0, 300)), tf.float32)
model = keras.Sequential([Lengths(input_shape=[]), keras.layers.Reshape((1,)), keras.layers.Dense(1)])
model.compile('sgd', 'mse')
model.fit(tf.data.Dataset.from_tensor_slices((['a', 'b'], [[1.0], [2.0]])).batch(1))
model = keras.Sequential([Lengths(), keras.layers.Reshape((1,)), keras.layers.Dense(1)])
model.compile('sgd', 'mse')
model.fit(tf.data.Dataset.from_tensor_slices((['a', 'b'], [[1.0], [2.0]])).batch(1))
`,
  'devices of the machine': `
import tensorflow as tf
gpus = tf.config.list_physical_devices('GPU')
tf.config.set_visible_devices(gpus[0], 'GPU')
if gpus:
    tf.config.experimental.set_memory_growth(gpus[0], True)
`,
  'a compressed file inside of an open one': `
import gzip
import tensorflow as tf
with tf.io.gfile.GFile('images.gz', 'rb') as raw, gzip.GzipFile(fileobj=raw) as images:
    print(images.read(16))
`,
  clock: `
import time
from datetime import datetime, timedelta
start = time.time()
elapsed = time.time() - start
if elapsed > 5:
    print('slow')
stamp = datetime.now()
name = stamp.strftime('%Y%m%d')
later = stamp + timedelta(days=1)
if later > stamp:
    folder = f'logs/{name}'
rate = 10 / elapsed
`,
  random: `
import random
x = random.random()
y = random.choice([1, 2, 3])
values = [random.gauss(0, 1) for _ in range(5)]
table = {1: 'a', 2: 'b', 3: 'c'}
label = table[y]
picked = values[y]
while x < 0.5:
    x = random.random()
assert x >= 0.5, 'never'
`,
  environment: `
import os, sys
level = os.environ.get('LEVEL', 'info')
home = os.path.join(os.getcwd(), level)
count = int(os.environ.get('COUNT', '3'))
for i in range(count):
    print(i)
first = sys.argv[1] if len(sys.argv) > 1 else 'none'
`,
  files: `
import csv, json, glob
from pathlib import Path
rows = []
with open('data.csv', newline='') as file:
    reader = csv.DictReader(file)
    for row in reader:
        rows.append((row['name'], float(row['score'])))
best = max(rows, key=lambda pair: pair[1])
total = sum(score for _, score in rows)
mean = total / len(rows)
config = json.loads(Path('config.json').read_text())
rate = config['optimizer']['rate'] * 2
names = sorted(path.stem for path in Path('images').glob('*/*.png'))
first = names[0]
if not Path('out').exists():
    Path('out').mkdir(parents=True)
for path in glob.glob('images/*.png'):
    print(path.upper())
lines = Path('notes.txt').read_text().splitlines()
words = [line.split()[0] for line in lines if line]
`,
  tools: `
import random, statistics, heapq, bisect, textwrap, hashlib, uuid, base64, struct
values = [random.random() for _ in range(10)]
mean = statistics.mean(values)
spread = statistics.stdev(values)
heap = []
for value in values:
    heapq.heappush(heap, value)
least = heapq.heappop(heap)
place = bisect.bisect(sorted(values), 0.5)
text = textwrap.fill(str(values), 40)
digest = hashlib.sha256(str(values[0]).encode()).hexdigest()
run = str(uuid.uuid4())
encoded = base64.b64encode(digest.encode())
packed = struct.pack('<f', values[0])
`,
};

async function follow(source: string) {
  return followProgram(await testParser(), source, 'script.py', { kerasVersion: 'auto' });
}

describe('programs with unknown values', () => {
  for (const [name, source] of Object.entries(programs)) {
    it(`raise nothing: ${name}`, async () => {
      const { policy, program } = await follow(source);
      expect(policy.faults).toEqual([]);
      expect(program.findings.filter(finding => finding.severity === 'error')).toEqual([]);
    });
  }

  it('still tells of what only building gives, where nothing has built it', async () => {
    const { program } = await follow(
      'import keras\nlayer = keras.layers.BatchNormalization()\nprint(layer.gamma)\nmodel = keras.Sequential([keras.layers.Dense(3)])\nprint(model.output)\n',
    );
    expect(program.findings.map(({ code, span }) => [code, span.start.line])).toEqual([
      ['attribute-error', 3],
      ['not-built', 5],
    ]);
  });

  it('knows the kinds of what it does not know', async () => {
    const { policy } = await follow(
      'import time\nfrom datetime import datetime\na = time.time()\nb = datetime.now()\nc = time.ctime()\n',
    );
    const kind = (value: Value) => (value instanceof Unknown ? value.kind : 'known');
    expect(policy.bindings.slice(-3).map(binding => kind(binding.value))).toEqual([
      'float',
      'datetime',
      'str',
    ]);
  });
});
