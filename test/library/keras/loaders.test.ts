/** Data sets from folders and arrays, with elements worked out from what lies in them. */
import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../src/figures/figure.ts';
import { allLibraries } from '../../../src/library/index.ts';
import { figureSinkKey } from '../../../src/library/matplotlib/figures.ts';
import { runPython } from '../../python/run.ts';
import { analyseKeras } from './program.ts';
import { filesInMemory, runSaving } from './saving/program.ts';

/** A folder for each class: pictures of one colour each, whose red tells which file it is. */
const pictures = `
import os
for place in range(6):
    keras.utils.save_img('d/%s/%d.png' % (['cat', 'dog'][place % 2], place), np.full((4, 6, 3), 10 * place), scale=False)
`;

async function printed(text: string, files = new Map<string, Uint8Array>()): Promise<string> {
  const run = await runSaving(text, files);
  expect(run.stderr).toBe('');
  return run.stdout;
}

describe('image_dataset_from_directory', () => {
  it('gives files in order, resized, with the numbers of their folders', async () => {
    const out = await printed(`${pictures}
ds = keras.utils.image_dataset_from_directory('d', image_size=(2, 3), batch_size=4, shuffle=False)
print(ds.class_names, [path.split('/')[-1] for path in ds.file_paths], len(ds))
for x, y in ds:
    print(x.shape, x.dtype == 'float32', x.numpy()[:, 0, 0, 0].tolist(), y.numpy().tolist())`);
    expect(out.split('\n').slice(0, 4)).toEqual([
      'Found 6 files belonging to 2 classes.',
      "['cat', 'dog'] ['0.png', '2.png', '4.png', '1.png', '3.png', '5.png'] 2",
      '(4, 2, 3, 3) True [0.0, 20.0, 40.0, 10.0] [0, 0, 0, 1]',
      '(2, 2, 3, 3) True [30.0, 50.0] [1, 1]',
    ]);
  });

  it('shuffles files and labels as NumPy does with the seed, and splits them without overlap', async () => {
    const out = await printed(`${pictures}
paths = ['0', '2', '4', '1', '3', '5']
np.random.RandomState(3).shuffle(paths)
a, b = keras.utils.image_dataset_from_directory('d', image_size=(2, 2), batch_size=None, seed=3, validation_split=0.34, subset='both')
print([path.split('/')[-1][0] for path in a.file_paths + b.file_paths] == paths, len(a), len(b))
print(sorted(int(x.numpy()[0, 0, 0]) for x, y in a), all(int(y.numpy()) == int(x.numpy()[0, 0, 0]) // 10 % 2 for x, y in a))
print([int(x.numpy()[0, 0, 0]) for x, y in b] == [10 * int(p) for p in paths[4:]])`);
    const lines = out.split('\n');
    expect(lines.slice(0, 3)).toEqual([
      'Found 6 files belonging to 2 classes.',
      'Using 4 files for training.',
      'Using 2 files for validation.',
    ]);
    expect(lines[3]).toBe('True 4 2');
    expect(lines[4]).toMatch(/ True$/);
    expect(lines[5]).toBe('True');
  });

  it('gives labels in the form that the loss wants', async () => {
    const out = await printed(`${pictures}
for mode in ['binary', 'categorical', None]:
    ds = keras.utils.image_dataset_from_directory('d', label_mode=mode, color_mode='grayscale', image_size=(2, 2), batch_size=6, shuffle=False, verbose=False)
    for item in ds:
        print(item.shape if mode is None else (item[1].shape, item[1].numpy().tolist()[2:4]))`);
    expect(out).toBe('((6, 1), [[0.0], [1.0]])\n((6, 2), [[1.0, 0.0], [0.0, 1.0]])\n(6, 2, 2, 1)\n');
  });

  it('trains a model', async () => {
    const out = await printed(`${pictures}
ds = keras.utils.image_dataset_from_directory('d', image_size=(2, 2), batch_size=3, seed=1, verbose=False)
m = keras.Sequential([layers.Input((2, 2, 3)), layers.Rescaling(1 / 255), layers.Flatten(), layers.Dense(2, activation='softmax')])
m.compile('adam', 'sparse_categorical_crossentropy')
print(len(m.fit(ds, epochs=2, verbose=0).history['loss']), m.predict(ds, verbose=0).shape)`);
    expect(out).toBe('2 (6, 2)\n');
  });

  it('has a shape before anything is read', async () => {
    const program = await analyseKeras(`
import keras
from keras import layers
train, held = keras.utils.image_dataset_from_directory('d', image_size=(32, 32), validation_split=0.2, subset='both', seed=1)
m = keras.Sequential([layers.Input((28, 28, 3)), layers.Flatten(), layers.Dense(2)])
m.compile('adam', keras.losses.SparseCategoricalCrossentropy(from_logits=True))
m.fit(train)
`);
    expect(program.findings.filter(item => item.severity === 'error')).toHaveLength(1);
  });

  for (const [what, call, words] of [
    [
      'an unknown colour mode',
      "'d', color_mode='cmyk'",
      'ValueError: `color_mode` must be one of {"rgb", "rgba", "grayscale"}. Received: color_mode=cmyk',
    ],
    [
      'a split without a subset',
      "'d', validation_split=0.2",
      'ValueError: If `subset` is set, `validation_split` must be set, and inversely.',
    ],
    [
      'a shuffled split without a seed',
      "'d', validation_split=0.2, subset='training'",
      'ValueError: If using `validation_split` and shuffling the data, you must provide a `seed` argument',
    ],
    [
      'names that are no folders',
      "'d', class_names=['fish']",
      'The `class_names` passed did not match the names of the subdirectories',
    ],
  ]) {
    it(`refuses ${what}`, async () => {
      const run = await runSaving(`${pictures}keras.utils.image_dataset_from_directory(${call})`);
      expect(run.stderr).toContain(words);
    });
  }
});

describe('text_dataset_from_directory', () => {
  it('gives texts with their labels', async () => {
    const files = new Map(
      ['neg/a', 'neg/b', 'pos/a'].map(name => [`t/${name}.txt`, new TextEncoder().encode(`text ${name}`)]),
    );
    const out = await printed(
      `ds = keras.utils.text_dataset_from_directory('t', batch_size=2, max_length=8, shuffle=False)
print(ds.class_names)
for x, y in ds:
    print([item.decode() for item in x.numpy().tolist()], y.numpy().tolist())`,
      files,
    );
    expect(out).toBe(
      "Found 3 files belonging to 2 classes.\n['neg', 'pos']\n['text neg', 'text neg'] [0, 0]\n['text pos'] [1]\n",
    );
  });
});

describe('timeseries_dataset_from_array', () => {
  it('cuts windows with steps and targets', async () => {
    const out = await printed(`
ds = keras.utils.timeseries_dataset_from_array(np.arange(20), np.arange(20) * 10, sequence_length=3, sampling_rate=2, sequence_stride=4, batch_size=3)
for x, y in ds:
    print(x.numpy().tolist(), y.numpy().tolist())
part = keras.utils.timeseries_dataset_from_array(np.arange(20), None, 4, start_index=5, end_index=12)
print([x.numpy().tolist() for x in part])`);
    // Windows start at 0, 4, 8, 12: the last that has all of its rows begins at 15.
    expect(out).toBe(
      '[[0, 2, 4], [4, 6, 8], [8, 10, 12]] [0, 40, 80]\n[[12, 14, 16]] [120]\n[[[5, 6, 7, 8], [6, 7, 8, 9], [7, 8, 9, 10], [8, 9, 10, 11]]]\n',
    );
  });

  it('refuses steps that lead nowhere', async () => {
    const run = await runSaving(
      'keras.utils.timeseries_dataset_from_array(np.arange(5), None, 2, sampling_rate=9)',
    );
    expect(run.stderr).toContain(
      'ValueError: `sampling_rate` must be lower than the length of the data. Received: sampling_rate=9, for data of length 5',
    );
  });
});

describe('split_dataset', () => {
  it('divides arrays and data sets', async () => {
    const out = await printed(`
left, right = keras.utils.split_dataset((np.arange(10), np.arange(10) * 2), left_size=0.7)
print(len(left), [(int(a.numpy()), int(b.numpy())) for a, b in right])
left, right = keras.utils.split_dataset(np.arange(5), right_size=2)
print([int(a.numpy()) for a in left], [int(a.numpy()) for a in right])`);
    expect(out).toBe('7 [(7, 14), (8, 16), (9, 18)]\n[0, 1, 2] [3, 4]\n');
  });

  it('needs a size', async () => {
    const run = await runSaving('keras.utils.split_dataset(np.arange(5))');
    expect(run.stderr).toContain(
      'ValueError: At least one of the `left_size` or `right_size` must be specified.',
    );
  });
});

describe('pictures and arrays', () => {
  it('go to and fro', async () => {
    const out = await printed(`
x = np.arange(24, dtype='float32').reshape(2, 4, 3)
image = keras.utils.array_to_img(x, scale=False)
print(image.size, np.array_equal(keras.utils.img_to_array(image), x), keras.utils.img_to_array(image, data_format='channels_first').shape)
print(np.asarray(keras.utils.array_to_img(x)).max(), keras.utils.img_to_array(keras.utils.array_to_img(x[:, :, :1])).shape)
keras.utils.save_img('a.png', x, scale=False)
loaded = keras.utils.load_img('a.png', color_mode='grayscale', target_size=(4, 8))
print(loaded.mode, loaded.size)
cut = keras.preprocessing.image.smart_resize(np.tile(np.arange(8.), (4, 1))[:, :, None], (2, 2))
print(cut[:, :, 0].tolist())`);
    // The middle of the row, four of eight columns, halved.
    expect(out).toBe('(4, 2) True (3, 2, 4)\n255 (2, 4, 1)\nL (8, 4)\n[[2.5, 4.5], [2.5, 4.5]]\n');
  });
});

describe('plot_model', () => {
  it('shows the graph: a line for each connection, a text for each layer, rows by depth', async () => {
    const figures: Figure[] = [];
    const files = new Map<string, Uint8Array>();
    const run = await runPython(
      `import keras
from keras import layers
i = keras.Input((4,), name="in")
a = layers.Dense(3, name="left")(i)
b = layers.Dense(3, name="right")(i)
keras.utils.plot_model(keras.Model(i, layers.Add(name="sum")([a, b])), show_shapes=True, show_layer_names=True)
try:
    keras.utils.plot_model(keras.Sequential([layers.Dense(1)]))
except ValueError as error:
    print(error)`,
      {
        libraries: allLibraries(),
        files: filesInMemory(files),
        prepare: py => {
          py.state(figureSinkKey).current = figure => figures.push(figure);
        },
      },
    );
    expect(run.stderr).toBe('');
    expect([...files].map(([name, bytes]) => [name, String.fromCharCode(...bytes.slice(1, 4))])).toEqual([
      ['model.png', 'PNG'],
    ]);
    expect(run.stdout).toContain('This model has not yet been built.');
    // Shown when it is written, and once more under the same number.
    expect(new Set(figures.map(({ figure }) => figure)).size).toBe(1);
    const { primitives } = figures[0].axes[0];
    const texts = primitives.flatMap(item => (item.kind === 'text' ? [item] : []));
    expect(texts.map(({ text }) => text).sort()).toEqual([
      'in (InputLayer)  (None, 4)',
      'left (Dense)  (None, 3)',
      'right (Dense)  (None, 3)',
      'sum (Add)  (None, 3)',
    ]);
    const rowOf = (name: string): number => texts.find(({ text }) => text.startsWith(name))!.y;
    expect(['in', 'left', 'right', 'sum'].map(name => Math.abs(rowOf(name)))).toEqual([0, 1, 1, 2]);
    expect(primitives.filter(item => item.kind === 'line')).toHaveLength(4);
  });
});

describe('what a run does not do', () => {
  for (const [call, words] of [
    ["keras.utils.audio_dataset_from_directory('d', ragged=True)", 'give an output_sequence_length'],
    ['keras.utils.model_to_dot(None)', '`plot_model` shows the graph in the panel.'],
  ]) {
    it(`${call.slice(12, call.indexOf('('))} says so`, async () => {
      expect((await runSaving(call)).stderr).toContain(words);
    });
  }
});
