/** Pictures against what Pillow makes of them (test/oracles/pillow), and files that are no pictures. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { encodeBitmap } from '../../../src/library/pillow/bitmap.ts';
import { decodePicture, type Picture } from '../../../src/library/pillow/decoding.ts';
import { resizePillow, resizeTensor } from '../../../src/library/pillow/resampling.ts';
import { runSaving } from '../keras/saving/program.ts';

type Nested = number | readonly Nested[];

interface Recorded {
  readonly resized: readonly {
    readonly method: string;
    readonly mode: string;
    readonly pixels: Nested;
    readonly target: readonly [number, number];
    readonly box: readonly [number, number, number, number] | null;
    readonly made: Nested;
  }[];
  readonly converted: readonly { from: string; to: string; pixels: Nested; made: Nested }[];
  readonly files: readonly { readonly name: string; readonly bytes: string; readonly made: Nested }[];
}

const recorded = JSON.parse(
  readFileSync(new URL('../../fixtures/pillow/recorded.json', import.meta.url), 'utf8'),
) as Recorded;

const flat = (value: Nested): number[] => (typeof value === 'number' ? [value] : value.flatMap(flat));

function picture(mode: string, pixels: Nested): Picture {
  const rows = pixels as readonly (readonly Nested[])[];
  const channels = mode === 'L' ? 1 : mode.length;
  return { height: rows.length, width: rows[0].length, channels, data: Uint8Array.from(flat(pixels)) };
}

describe('resizing', () => {
  it.each(recorded.resized.map((item, index) => [`${item.method} ${item.mode} ${index}`, item] as const))(
    '%s gives the pixels of Pillow',
    (_name, { method, mode, pixels, target, box, made }) => {
      const resized = resizePillow(picture(mode, pixels), target[0], target[1], method, box ?? undefined);
      expect([...resized.data]).toEqual(flat(made));
    },
  );

  it('as TensorFlow does takes centres of pixels and keeps fractions', () => {
    // Two pixels as four: a quarter of the way from each centre, and the edges as they are.
    const row = { height: 1, width: 2, channels: 1, data: [0, 100] };
    expect([...resizeTensor(row, 4, 1, 'bilinear')]).toEqual([0, 25, 75, 100]);
    expect([...resizeTensor(row, 4, 1, 'nearest')]).toEqual([0, 0, 100, 100]);
    // Without antialiasing only the two nearest pixels count when a picture shrinks; an area counts all.
    const long = { height: 1, width: 8, channels: 1, data: [0, 8, 16, 24, 32, 40, 48, 56] };
    expect([...resizeTensor(long, 2, 1, 'bilinear')]).toEqual([12, 44]);
    expect([...resizeTensor(long, 2, 1, 'area')]).toEqual([12, 44]);
  });
});

describe('files', () => {
  it.each(recorded.files.map(item => [item.name, item] as const))(
    '%s is read as Pillow reads it',
    async (name, file) => {
      const found = await decodePicture(Uint8Array.from(Buffer.from(file.bytes, 'base64')));
      const expected = flat(file.made);
      const grey = expected.length === found.width * found.height;
      const data =
        grey && found.channels > 1
          ? found.data.filter((_, place) => place % found.channels === 0)
          : found.data;
      expect(data).toHaveLength(expected.length);
      // Two JPEG decoders differ in the last digits.
      const tolerance = name.endsWith('.jpg') ? 3 : 0;
      expect(Math.max(...expected.map((value, place) => Math.abs(value - data[place])))).toBeLessThanOrEqual(
        tolerance,
      );
    },
  );

  it('that are written as BMP are read again', async () => {
    const source = {
      width: 3,
      height: 2,
      channels: 3,
      data: Uint8Array.from({ length: 18 }, (_, i) => i * 13),
    };
    expect(await decodePicture(encodeBitmap(source))).toEqual(source);
  });

  it('that are damaged or no pictures are named with what is wrong', async () => {
    const [png] = recorded.files;
    const bytes = Uint8Array.from(Buffer.from(png.bytes, 'base64'));
    const files = new Map([
      ['cut.png', bytes.slice(0, 60)],
      ['flipped.png', bytes.map((byte, place) => (place === 45 ? byte ^ 0xff : byte))],
      ['text.png', new TextEncoder().encode('hello')],
    ]);
    const run = await runSaving(
      `for name in ['cut.png', 'flipped.png', 'text.png', 'none.png']:
    try:
        keras.utils.load_img(name)
    except OSError as error:
        print(type(error).__name__, name in str(error))`,
      files,
    );
    expect(run.stdout).toBe(
      'UnidentifiedImageError True\nUnidentifiedImageError True\nUnidentifiedImageError True\nFileNotFoundError True\n',
    );
  });
});

describe('PIL.Image', () => {
  it('converts as Pillow does', async () => {
    const run = await runSaving(
      `from PIL import Image
for case in json.loads(open('cases.json').read()):
    image = Image.fromarray(np.array(case['pixels'], 'uint8'), case['from']).convert(case['to'])
    print(np.asarray(image).tolist() == case['made'], image.size == (4, 3), image.mode == case['to'])`,
      new Map([['cases.json', new TextEncoder().encode(JSON.stringify(recorded.converted))]]),
    );
    expect(run.stderr).toBe('');
    expect(run.stdout).toBe('True True True\n'.repeat(recorded.converted.length));
  });

  it('opens, cuts, turns and saves', async () => {
    const run = await runSaving(`from PIL import Image
image = Image.fromarray(np.arange(24, dtype='uint8').reshape(2, 4, 3))
image.save('a.png')
again = Image.open('a.png')
print(again.format, again.mode, again.size, np.array_equal(np.asarray(again), np.asarray(image)))
print(again.crop((1, 0, 3, 2)).size, again.transpose(Image.FLIP_LEFT_RIGHT).getpixel((0, 0)), again.convert('L').getpixel((0, 0)))
big = Image.fromarray(np.kron(np.array([[[250, 10, 10], [10, 10, 250]]], 'uint8'), np.ones((16, 16, 1), 'uint8')))
big.save('a.jpg', quality=95)
again = Image.open('a.jpg')
print(again.format, again.mode, again.size, np.abs(np.asarray(again).astype(int) - np.asarray(big)).mean() < 3)
big.convert('L').save('b.jpeg')
print(Image.open('b.jpeg').size)
for save in (lambda: image.save('a.tiff'), lambda: image.convert('RGBA').save('c.jpg')):
    try:
        save()
    except (NotImplementedError, OSError) as error:
        print(error)`);
    expect(run.stdout).toBe(
      'PNG RGB (4, 2) True\n(2, 2) (9, 10, 11) 1\nJPEG RGB (32, 16) True\n(32, 16)\n' +
        'Kerascope writes images as PNG, JPEG and BMP, not as TIFF: a.tiff\ncannot write mode RGBA as JPEG\n',
    );
  });
});
