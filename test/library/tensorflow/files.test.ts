// `tf.io`: files and pictures as tensors, in functions of data sets as scripts read folders of images.
import { expect, test } from 'vitest';
import { decodePicture } from '../../../src/library/pillow/decoding.ts';
import { greyJpeg } from '../../../src/library/pillow/greyJpeg.ts';
import { runSaving } from '../keras/saving/program.ts';

async function printed(text: string): Promise<string[]> {
  const run = await runSaving(`import os
import tensorflow as tf
${text}`);
  expect(run.stderr).toBe('');
  return run.stdout.trimEnd().split('\n');
}

test('a folder of pictures becomes batches and labels', async () => {
  const lines = await printed(`for i, kind in enumerate(['cats', 'dogs']):
    os.makedirs(f'pics/{kind}', exist_ok=True)
    for j in range(3):
        tf.io.write_file(f'pics/{kind}/{j}.png', tf.io.encode_png(np.full((4, 6, 3), 100 * i + j, 'uint8')))
def load(path):
    image = tf.image.decode_png(tf.io.read_file(path), channels=3)
    image = tf.image.resize(tf.image.convert_image_dtype(image, tf.float32), [2, 2])
    return image, tf.cast(tf.strings.split(path, '/')[-2] == 'dogs', tf.int32)
ds = tf.data.Dataset.list_files('pics/*/*.png', shuffle=False).map(load, num_parallel_calls=tf.data.AUTOTUNE).batch(6)
for x, y in ds:
    print(x.shape, x.dtype, y.numpy(), np.round(x.numpy()[:, 0, 0, 0] * 255))
shuffled = tf.data.Dataset.list_files('pics/*/*.png', seed=1)
print(sorted(p.numpy() for p in shuffled)[0], tf.io.matching_files('pics/dogs/*').numpy().tolist())`);
  expect(lines).toEqual([
    "(6, 2, 2, 3) <dtype: 'float32'> [0 0 0 1 1 1] [  0.   1.   2. 100. 101. 102.]",
    "b'pics/cats/0.png' [b'pics/dogs/0.png', b'pics/dogs/1.png', b'pics/dogs/2.png']",
  ]);
});

test('decoders give the channels of the file, or as many as are asked for', async () => {
  const lines = await printed(`grey = (np.arange(64).reshape(8, 8) * 4).astype('uint8')
jpeg = tf.io.encode_jpeg(grey[..., None], quality=100)
print(tf.io.decode_jpeg(jpeg).shape, tf.io.decode_jpeg(jpeg, channels=3).shape, tf.io.decode_image(jpeg).shape)
print(np.abs(tf.io.decode_jpeg(jpeg).numpy()[..., 0].astype(int) - grey).max() <= 2)
png = tf.io.encode_png(np.dstack([grey, grey * 0, grey * 0]))
print(tf.image.decode_png(png).shape, tf.image.decode_png(png, channels=1).numpy()[7, 7, 0], tf.image.decode_png(png, channels=4).numpy()[0, 0])
print(tf.image.decode_image(png, dtype=tf.float32).numpy().max() == np.float32(252 / 255))
tf.io.write_file('g.jpg', jpeg)
from PIL import Image
print(Image.open('g.jpg').mode, keras.utils.load_img('g.jpg').mode, keras.utils.load_img('g.jpg', color_mode='grayscale').mode)
print(tf.io.read_file('g.jpg').numpy() == jpeg.numpy(), tf.io.is_jpeg(jpeg).numpy())`);
  // 0.299 of 252 of red.
  expect(lines).toEqual([
    '(8, 8, 1) (8, 8, 3) (8, 8, 1)',
    'True',
    '(8, 8, 3) 75 [  0   0   0 255]',
    'True',
    'L RGB L',
    'True True',
  ]);
});

test('what is missing or no picture raises as TensorFlow does', async () => {
  const lines = await printed(`try:
    tf.io.read_file('nope.jpg')
except tf.errors.NotFoundError as error:
    print(error)
try:
    tf.io.decode_image(tf.constant('text'))
except tf.errors.InvalidArgumentError as error:
    print(error)
tf.io.write_file('t.txt', 'one\\ntwo\\n')
print([line.numpy() for line in tf.data.TextLineDataset('t.txt')], tf.io.decode_raw(tf.constant(b'\\x01\\x00\\xff\\x7f'), tf.int16).numpy())`);
  expect(lines).toEqual([
    'nope.jpg; No such file or directory [Op:ReadFile]',
    'Unknown image file format. One of JPEG, PNG, GIF, BMP required. [Op:DecodeImage]',
    "[b'one', b'two'] [    1 32767]",
  ]);
});

test('text is compared and joined by operators', async () => {
  const lines = await printed(`p = tf.strings.split(tf.constant('a/b/dogs'), '/')
names = np.array(['cats', 'dogs'])
print((p[-1] == 'dogs').numpy(), (p != 'a').numpy(), (p[-1] == names).numpy(), tf.argmax(p[-1] == names).numpy())
print((tf.constant('x') + 'y').numpy(), ('z' + tf.constant(['x', 'y'])).numpy(), tf.equal(p, p).numpy().all())`);
  expect(lines).toEqual(['True [False  True  True] [False  True] 1', "b'xy' [b'zx' b'zy'] True"]);
});

// The error of a coefficient is half a step at most; at quality 100 every step is 1.
test.each([
  [100, 2],
  [95, 6],
  [50, 25],
])('a grey JPEG of quality %i has one component and its pixels', async (quality, most) => {
  const [width, height] = [37, 21];
  const pixels = Uint8Array.from({ length: width * height }, (_, index) =>
    Math.round(128 + 100 * Math.sin((index % width) / 6) * Math.cos(Math.floor(index / width) / 5)),
  );
  const decoded = await decodePicture(greyJpeg(width, height, pixels, quality));
  expect([decoded.width, decoded.height, decoded.channels]).toEqual([width, height, 1]);
  expect(
    Math.max(...pixels.map((pixel, index) => Math.abs(pixel - decoded.data[index]))),
  ).toBeLessThanOrEqual(most);
});

test('text that a function of a data set made is batched with its contents', async () => {
  const lines =
    await printed(`ds = tf.data.Dataset.from_tensor_slices(({'a': np.array(['x', 'y']), 'b': np.array([1, 2])}, np.array([0, 1])))
print([e['a'].numpy().tolist() for e in ds.map(lambda x, y: x).batch(2)])
print([e.numpy().tolist() for e in tf.data.Dataset.from_tensor_slices(np.array(['x', 'y'])).map(tf.strings.upper).batch(2)])`);
  expect(lines).toEqual(["[[b'x', b'y']]", "[[b'X', b'Y']]"]);
});

test('WAV files become samples, in folders as batches with labels', async () => {
  const lines = await printed(`sound = np.sin(np.arange(100) / 5).astype('float32')[:, None] / 2
wav = tf.audio.encode_wav(sound, 8000)
back, rate = tf.audio.decode_wav(wav)
print(back.shape, rate.numpy(), np.abs(back.numpy() - sound).max() < 1 / 32768)
print(tf.audio.decode_wav(wav, desired_samples=120).audio.numpy()[-20:].sum(), tf.audio.decode_wav(wav, desired_channels=2, desired_samples=3).audio.shape)
for kind in ['no', 'yes']:
    for i in range(2):
        tf.io.write_file(f'au/{kind}/{i}.wav', tf.audio.encode_wav(sound[:50 + 10 * i], 8000))
for length in (40, None):
    ds = keras.utils.audio_dataset_from_directory('au', batch_size=4, output_sequence_length=length, shuffle=False, verbose=False)
    print([(tuple(x.shape), y.numpy().tolist()) for x, y in ds], ds.class_names)
try:
    tf.audio.decode_wav(tf.constant('text'))
except tf.errors.InvalidArgumentError as error:
    print(error)`);
  expect(lines).toEqual([
    '(100, 1) 8000 True',
    '0.0 (3, 2)',
    "[((4, 40, 1), [0, 0, 1, 1])] ['no', 'yes']",
    "[((4, 60, 1), [0, 0, 1, 1])] ['no', 'yes']",
    'Header mismatch: Expected RIFF but found text [Op:DecodeWav]',
  ]);
});
