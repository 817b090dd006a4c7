/** Keras 2's ImageDataGenerator and the older helpers for sequences, worked out by hand or with NumPy. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type FillMode, moved } from '../../../src/library/keras/data/affine.ts';
import { runSaving } from './saving/program.ts';

const opening = `
from keras.preprocessing.image import ImageDataGenerator, apply_affine_transform
x = np.arange(2 * 4 * 4 * 1, dtype='float32').reshape(2, 4, 4, 1)
`;

async function printed(text: string): Promise<string> {
  const run = await runSaving(opening + text);
  expect(run.stderr).toBe('');
  return run.stdout;
}

describe('moving a picture by a matrix', () => {
  const recorded = JSON.parse(
    readFileSync(new URL('../../fixtures/pillow/affine.json', import.meta.url), 'utf8'),
  ) as {
    x: number[][];
    cases: {
      mode: FillMode;
      order: number;
      matrix: [number, number][];
      offset: [number, number];
      made: number[][];
    }[];
  };

  it.each(recorded.cases.map(item => [item.mode, item.order, item] as const))(
    'gives what SciPy gives: %s, order %i',
    (_mode, _order, { made, ...motion }) => {
      const image = { height: 6, width: 5, channels: 1, data: recorded.x.flat() };
      const found = moved(image, { ...motion, fill: 7 });
      const worst = Math.max(...made.flat().map((value, place) => Math.abs(value - found[place])));
      expect(worst).toBeLessThan(1e-3);
    },
  );
});

describe('apply_affine_transform', () => {
  const turned = (text: string): Promise<string> =>
    printed(`
a = x[0]
def t(mode='nearest', cval=0., **options):
    return apply_affine_transform(a, row_axis=0, col_axis=1, channel_axis=2, fill_mode=mode, cval=cval, **options)[:, :, 0]
${text}`);

  it('turns by right angles exactly', async () => {
    // The picture is sampled at places that turn by theta: what is seen turns the other way.
    expect(await turned('print(np.allclose(t(theta=90), np.rot90(a[:, :, 0], 1), atol=1e-4))')).toBe(
      'True\n',
    );
    expect(await turned('print(np.allclose(t(theta=180), a[::-1, ::-1, 0], atol=1e-4))')).toBe('True\n');
  });

  it('shifts by whole pixels and fills what is left free in each mode', async () => {
    // Keras exchanges the axes when columns follow rows: tx moves along columns, ty along rows.
    const row = (text: string) => turned(`print(t(${text})[0].tolist())`);
    expect(await row("tx=1, mode='nearest'")).toBe('[1.0, 2.0, 3.0, 3.0]\n');
    expect(await row("tx=1, mode='constant', cval=-1.")).toBe('[1.0, 2.0, 3.0, -1.0]\n');
    expect(await row("tx=2, mode='reflect'")).toBe('[2.0, 3.0, 3.0, 2.0]\n');
    expect(await turned('print(t(ty=1)[:, 0].tolist())')).toBe('[4.0, 8.0, 12.0, 12.0]\n');
  });

  it('shifts by parts of pixels and zooms between them', async () => {
    expect(await turned('print(t(tx=0.5)[0].tolist())')).toBe('[0.5, 1.5, 2.5, 3.0]\n');
    // Twice as near around the middle, 1.5: places 0.75, 1.25, 1.75, 2.25.
    expect(await turned('print(t(zx=0.5)[0].tolist())')).toBe('[0.75, 1.25, 1.75, 2.25]\n');
  });
});

describe('ImageDataGenerator', () => {
  it('draws in the order of Keras from NumPy', async () => {
    const out = await printed(`
g = ImageDataGenerator(rotation_range=30, width_shift_range=0.2, height_shift_range=[1, 2], zoom_range=0.3, horizontal_flip=True, channel_shift_range=5.)
p = g.get_random_transform((4, 4, 1), seed=11)
np.random.seed(11)
theta = np.random.uniform(-30, 30)
tx = np.random.choice([1, 2]) * np.random.choice([-1, 1])
ty = np.random.uniform(-0.2, 0.2) * 4
zx, zy = np.random.uniform(0.7, 1.3, 2)
flip = np.random.random() < 0.5
np.random.random()
print(p['theta'] == theta, p['tx'] == tx, p['ty'] == ty, p['zx'] == zx, p['zy'] == zy, bool(p['flip_horizontal']) == bool(flip), p['channel_shift_intensity'] == np.random.uniform(-5., 5.))`);
    expect(out).toBe(`${'True '.repeat(7).trim()}\n`);
  });

  it('flows over arrays, rescaled and in batches, and trains', async () => {
    const out = await printed(`
flow = ImageDataGenerator(rescale=0.5).flow(x, np.array([0, 1]), batch_size=1, shuffle=False)
print(len(flow), flow[1][0].ravel()[:2].tolist(), flow[1][1].tolist(), next(flow)[1].tolist(), next(flow)[1].tolist(), next(flow)[1].tolist())
m = keras.Sequential([layers.Input((4, 4, 1)), layers.Flatten(), layers.Dense(1)])
m.compile('sgd', 'mse')
print(len(m.fit(ImageDataGenerator(rescale=1 / 32).flow(x, np.array([0., 1.]), batch_size=1), epochs=2, verbose=0).history['loss']))`);
    expect(out).toBe('2 [8.0, 8.5] [1] [0] [1] [0]\n2\n');
  });

  it('subtracts means, divides by deviations, and splits off what it validates with', async () => {
    const out = await printed(`
g = ImageDataGenerator(featurewise_center=True, featurewise_std_normalization=True, validation_split=0.5)
g.fit(x)
batch = g.flow(x, batch_size=2, shuffle=False)[0]
print(abs(round(float(batch.mean()), 5)), round(float(batch.std()), 4), g.mean.shape)
print(g.flow(x, subset='validation', shuffle=False)[0].shape, g.flow(x, subset='training').n)`);
    expect(out).toBe('0.0 1.0 (1, 1, 1)\n(1, 4, 4, 1) 1\n');
  });

  it('reads folders', async () => {
    const out = await printed(`
for place in range(4):
    keras.utils.save_img('d/%s/%d.png' % ('ab'[place % 2], place), np.full((3, 3, 3), 10. * place), scale=False)
flow = ImageDataGenerator().flow_from_directory('d', target_size=(2, 2), batch_size=3, shuffle=False)
images, labels = flow[0]
print(flow.class_indices, flow.classes.tolist(), [name.split('/')[1] for name in flow.filenames], images.shape, images[:, 0, 0, 0].tolist(), labels.tolist())
print(ImageDataGenerator().flow_from_directory('d', class_mode='binary', shuffle=False)[0][1].tolist())`);
    expect(out).toBe(
      "Found 4 images belonging to 2 classes.\n{'a': 0, 'b': 1} [0, 0, 1, 1] ['0.png', '2.png', '1.png', '3.png'] (3, 2, 2, 3) [0.0, 20.0, 10.0] [[1.0, 0.0], [1.0, 0.0], [0.0, 1.0]]\nFound 4 images belonging to 2 classes.\n[0.0, 0.0, 1.0, 1.0]\n",
    );
  });
});

describe('keras.preprocessing.sequence', () => {
  it('cuts series into windows with what follows', async () => {
    const out = await printed(`
from keras.preprocessing.sequence import TimeseriesGenerator
g = TimeseriesGenerator(np.arange(10), np.arange(10) * 10, length=4, sampling_rate=2, batch_size=2)
print(len(g), g[0][0].tolist(), g[0][1].tolist(), g[2][1].tolist())`);
    expect(out).toBe('3 [[0, 2], [1, 3]] [40, 50] [80, 90]\n');
  });

  it('pairs words with their neighbours, and with none where there is no other word', async () => {
    const out = await printed(`
from keras.preprocessing.sequence import skipgrams, make_sampling_table
couples, labels = skipgrams([1, 2, 0, 3], 4, window_size=1, negative_samples=0, shuffle=False)
print(couples, labels)
pairs, kinds = skipgrams([1, 2, 3], 5, window_size=1, categorical=True, seed=1)
print(sorted(map(tuple, pairs))[:1] != [], sum(kind == [0, 1] for kind in kinds), len(kinds))
f = 1e-5 * (5 * (np.log(5) + 0.577) + 0.5 - 1 / 60)
print(np.isclose(make_sampling_table(9)[5], f / np.sqrt(f)))`);
    expect(out).toBe('[[1, 2], [2, 1]] [1, 1]\nTrue 4 8\nTrue\n');
  });
});
