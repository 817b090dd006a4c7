/** What `PIL.Image` is made of: reading, writing and resizing arrays of pixels (height, width, channels). */
import { RuntimeError, raise, ValueError } from '../../python/errors.ts';
import { native, suspendable } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { LibraryModule } from '../../python/modules.ts';
import type { HostFiles } from '../../python/policy.ts';
import { type Suspendable, wait } from '../../python/suspension.ts';
import { NotKnown, PyBytes, PyTuple, Unknown, type Value } from '../../python/values.ts';
import { facts } from '../numpy/facts.ts';
import { abstractArray, concreteArray, NdArray, requireData } from '../numpy/ndarray.ts';
import { ArrayData, contiguousItems, Memory } from '../numpy/storage.ts';
import { encodeBitmap } from './bitmap.ts';
import { decodePicture, formatOf, type Picture } from './decoding.ts';
import { encodeJpeg } from './jpegFile.ts';
import { type Box, resizePillow, resizeTensor } from './resampling.ts';

/** Pixels have values of 0..255. */
const pixelFacts = facts({ integers: true, minimum: 0, maximum: 255, finite: true });

function filesOf(py: Interpreter): HostFiles {
  const { files } = py.host;
  if (files === null) throw raise(RuntimeError, 'This run has no files.');
  return files;
}

function arrayOf({ height, width, channels, data }: Picture): NdArray {
  return concreteArray(new ArrayData(new Memory(data), 'uint8', [height, width, channels]));
}

function pictureOf(value: Value): Picture {
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  if (!(value instanceof NdArray) || value.shape.length !== 3) throw raise(ValueError, 'not an image');
  if (value.data === null) throw new NotKnown('the pixels are known when the script runs');
  const [height, width, channels] = value.shape as number[];
  return {
    height,
    width,
    channels,
    data: Uint8Array.from(contiguousItems(requireData(value)) as ArrayLike<number>),
  };
}

function number(value: Value): number {
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  return Number(value);
}

/** The bytes of a file, of `bytes`, or of an open file. */
function* bytesOf(py: Interpreter, source: Value): Suspendable<Uint8Array> {
  if (source instanceof Unknown) throw new NotKnown(source.reason);
  if (source instanceof PyBytes) return source.data;
  const read = py.getAttributeOrUndefined(source, 'read');
  if (read !== undefined) {
    const got = yield* py.callAndWait(read, []);
    if (got instanceof PyBytes) return got.data;
  }
  return yield* wait(filesOf(py).read(py.str(source)));
}

/** A pair of pixels and format, or why the file is no image. */
const read = suspendable('read(source)', function* ([source], py) {
  if (!py.running) return new PyTuple([abstractArray([null, null, null], 'uint8', pixelFacts), null]);
  const bytes = yield* bytesOf(py, source);
  const found = yield* wait(
    decodePicture(bytes).then(
      picture => ({ picture, reason: '' }),
      (error: unknown) => ({ picture: null, reason: error instanceof Error ? error.message : String(error) }),
    ),
  );
  return found.picture === null ? found.reason : new PyTuple([arrayOf(found.picture), formatOf(bytes)]);
});

const write = suspendable(
  'write(path, pixels, format, quality)',
  function* ([path, pixels, format, quality], py) {
    if (!py.running) return null;
    const picture = pictureOf(pixels);
    let bytes: Uint8Array;
    if (format === 'BMP') bytes = encodeBitmap(picture);
    else if (format === 'JPEG') bytes = encodeJpeg(picture, typeof quality === 'number' ? quality : 75);
    else {
      const { encode } = yield* wait(import('fast-png'));
      bytes = encode(picture);
    }
    const target = py.getAttributeOrUndefined(path, 'write');
    if (target !== undefined) yield* py.callAndWait(target, [new PyBytes(bytes)]);
    else yield* wait(filesOf(py).write(py.str(path), bytes));
    return null;
  },
);

const resize = native(
  'resize(pixels, width, height, method, box=None)',
  ([pixels, width, height, method, box], py) => {
    if (pixels instanceof NdArray && pixels.data === null)
      return abstractArray([number(height), number(width), pixels.shape[2]], 'uint8', pixelFacts);
    const picture = pictureOf(pixels);
    const part =
      box === null
        ? ([0, 0, picture.width, picture.height] as const)
        : (py.collect(box).map(number) as unknown as Box);
    return arrayOf(resizePillow(picture, number(width), number(height), String(method), part));
  },
);

/** As TensorFlow resizes: (height, width, channels) as float32. */
const resizeFloat = native(
  'resize_float(pixels, height, width, method)',
  ([pixels, rows, columns, method]) => {
    const [height, width] = [number(rows), number(columns)];
    if (pixels instanceof NdArray && pixels.data === null)
      return abstractArray([height, width, pixels.shape[2]], 'float32');
    if (pixels instanceof Unknown) throw new NotKnown(pixels.reason);
    if (!(pixels instanceof NdArray)) throw raise(ValueError, 'not an image');
    const [fromHeight, fromWidth, channels] = pixels.shape as number[];
    const data = contiguousItems(requireData(pixels)) as ArrayLike<number>;
    const image = { height: fromHeight, width: fromWidth, channels, data };
    const made = resizeTensor(image, width, height, String(method));
    return concreteArray(new ArrayData(new Memory(made), 'float32', [height, width, channels]));
  },
);

/** Pixels of which only the size is known. */
const unknownPixels = native('unknown(height, width, channels)', sizes =>
  abstractArray(
    sizes.map(size => (size === null || size instanceof Unknown ? null : number(size))),
    'uint8',
    pixelFacts,
  ),
);

/** Not a module of Pillow: what its functions are made of. */
export const pixels: LibraryModule = {
  name: 'PIL._pixels',
  entries: py => [
    ['read', read],
    ['write', write],
    ['resize', resize],
    ['resize_float', resizeFloat],
    ['unknown', unknownPixels],
    ['running', py.running],
  ],
};
