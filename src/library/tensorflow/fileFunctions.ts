/** `tf.io`: files and pictures as tensors. A tensor of text holds a file's bytes, whatever they are. */
import { isInteger } from '../../graph/dtypes.ts';
import { ops } from '../../graph/index.ts';
import { constant } from '../../graph/tensor.ts';
import { FileNotFoundError, PythonError, RuntimeError, raise } from '../../python/errors.ts';
import { type NativeFunction, named, suspendable } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { HostFiles } from '../../python/policy.ts';
import { type Suspendable, wait } from '../../python/suspension.ts';
import { NotKnown, Unknown, type Value } from '../../python/values.ts';
import { invalidArgumentErrorClass, tensorflowErrors } from '../keras/errors/tensorflowErrors.ts';
import { numberOf } from '../keras/objects/arguments.ts';
import { valuesOf } from '../keras/session.ts';
import { dtypeOf, tensorOf, wrap } from '../keras/tensors/conversion.ts';
import type { TensorObject } from '../keras/tensors/tensorObject.ts';
import { bytesOfText, textOf, textOfBytes, textTensor } from '../keras/tensors/text.ts';
import { currentTrace } from '../keras/trace.ts';
import { decodePicture, formatOf, type Picture } from '../pillow/decoding.ts';
import { encodeJpeg } from '../pillow/jpegFile.ts';

const notFoundErrorClass = tensorflowErrors.find(([name]) => name === 'NotFoundError')![1];

function filesOf(py: Interpreter): HostFiles {
  const { files } = py.host;
  if (files === null) throw raise(RuntimeError, 'This run has no files.');
  return files;
}

/** The one text of an argument; null where it is not known. */
function singleText(py: Interpreter, value: Value): string | null {
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  const items = textOf(tensorOf(py, value));
  if (items !== undefined) return items[0] ?? '';
  if (py.running && currentTrace(py).purpose !== 'shapes')
    throw raise(RuntimeError, 'A file is read where its name is known, not inside a model.');
  return null;
}

const readFile = suspendable(
  'read_file(filename, name=None)',
  function* ([filename], py): Suspendable<Value> {
    const path = singleText(py, filename);
    if (!py.running || path === null) return wrap(py, ops.abstractValue('strings', [], [], 'string'));
    try {
      const bytes = yield* wait(filesOf(py).read(path));
      return wrap(py, textTensor([textOfBytes(bytes)], []));
    } catch (error) {
      const isMissing = error instanceof PythonError && error.exception.cls.isSubclassOf(FileNotFoundError);
      if (!isMissing) throw error;
      throw raise(notFoundErrorClass, `${path}; No such file or directory [Op:ReadFile]`);
    }
  },
  'The bytes of a file as a text.',
);

const writeFile = suspendable(
  'write_file(filename, contents, name=None)',
  function* ([filename, contents], py): Suspendable<Value> {
    const [path, text] = [singleText(py, filename), singleText(py, contents)];
    if (py.running && path !== null && text !== null) yield* wait(filesOf(py).write(path, bytesOfText(text)));
    return null;
  },
  'Writes a text into a file.',
);

/** A picture's pixels with another number of channels, as TensorFlow's decoders give them. */
function withChannels(picture: Picture, channels: number): Picture {
  if (channels === 0 || channels === picture.channels) return picture;
  const { width, height, data } = picture;
  const from = picture.channels;
  const made = new Uint8Array(width * height * channels);
  const grey = (at: number) =>
    from < 3 ? data[at] : Math.round(0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2]);
  const opacity = (at: number) => (from % 2 === 0 ? data[at + from - 1] : 255);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const [at, to] = [pixel * from, pixel * channels];
    const colours = channels < 3 ? 1 : 3;
    for (let channel = 0; channel < colours; channel++)
      made[to + channel] = colours === 1 ? grey(at) : data[at + (from < 3 ? 0 : channel)];
    if (channels % 2 === 0) made[to + channels - 1] = opacity(at);
  }
  return { width, height, channels, data: made };
}

function invalid(operation: string, text: string): PythonError {
  return raise(invalidArgumentErrorClass, `${text} [Op:${operation}]`);
}

interface Decoder {
  readonly signature: string;
  readonly operation: string;
  /** Whether GIF files give a first axis of pictures. */
  readonly animates: boolean;
  readonly documentation: string;
}

function decoder({ signature, operation, animates, documentation }: Decoder): NativeFunction {
  const made: NativeFunction = suspendable(
    signature,
    function* (values, py): Suspendable<Value> {
      const argument = (name: string): Value => {
        const place = made.signature.parameters.findIndex(parameter => parameter.name === name);
        return place < 0 ? null : values[place];
      };
      const text = singleText(py, values[0]);
      const wanted = argument('channels');
      const channels = wanted instanceof Unknown ? null : (numberOf(wanted) ?? 0);
      const dtype = dtypeOf(py, argument('dtype')) ?? 'uint8';
      if (!py.running || text === null) {
        const depth = channels === 0 ? null : channels;
        // Of any picture not even the number of axes is known: a GIF gives several pictures.
        if (operation === 'DecodeImage' && argument('expand_animations') !== false && depth === null)
          throw new NotKnown('what a picture holds is known when the script runs');
        return wrap(py, ops.abstractValue('image', [], [null, null, depth], dtype));
      }
      const bytes = bytesOfText(text);
      const format = formatOf(bytes);
      if (format === null)
        throw invalid(operation, 'Unknown image file format. One of JPEG, PNG, GIF, BMP required.');
      const decoded = yield* wait(
        decodePicture(bytes).catch((error: unknown) => {
          throw invalid(
            operation,
            `Invalid ${format} data: ${error instanceof Error ? error.message : error}`,
          );
        }),
      );
      const picture = withChannels(decoded, channels ?? 0);
      const shape = [picture.height, picture.width, picture.channels];
      const isSeries = format === 'GIF' && animates && argument('expand_animations') !== false;
      const pixels = constant(picture.data, isSeries ? [1, ...shape] : shape, 'uint8');
      if (dtype === 'uint8') return wrap(py, pixels);
      // As `convert_image_dtype`: floats lie between 0 and 1, wider integers use their whole range.
      return wrap(
        py,
        isInteger(dtype)
          ? ops.cast(ops.mul(ops.cast(pixels, 'int32'), dtype === 'uint16' ? 257 : 1), dtype)
          : ops.div(ops.cast(pixels, dtype), 255),
      );
    },
    documentation,
  );
  return made;
}

function* pictureOf(py: Interpreter, value: Value): Suspendable<Picture | null> {
  const object = wrap(py, tensorOf(py, value)) as TensorObject;
  if (!py.running) return null;
  const [pixels] = yield* valuesOf(py, [object]);
  const [height, width, channels] = pixels.shape;
  return { height, width, channels, data: Uint8Array.from(pixels.data) };
}

const encodeJpegTensor = suspendable(
  'encode_jpeg(image, format="", quality=95, progressive=False, optimize_size=False, chroma_downsampling=True, density_unit="in", x_density=300, y_density=300, xmp_metadata="", name=None)',
  function* ([image, , quality], py): Suspendable<Value> {
    const picture = yield* pictureOf(py, image);
    if (picture === null) return wrap(py, ops.abstractValue('strings', [], [], 'string'));
    return wrap(py, textTensor([textOfBytes(encodeJpeg(picture, numberOf(quality) ?? 95))], []));
  },
  'A picture as the bytes of a JPEG file.',
);

const encodePng = suspendable(
  'encode_png(image, compression=-1, name=None)',
  function* ([image], py): Suspendable<Value> {
    const picture = yield* pictureOf(py, image);
    if (picture === null) return wrap(py, ops.abstractValue('strings', [], [], 'string'));
    const { encode } = yield* wait(import('fast-png'));
    return wrap(py, textTensor([textOfBytes(encode(picture))], []));
  },
  'A picture as the bytes of a PNG file.',
);

/** What `tf.io` and `tf.image` have alike. */
export const pictureFunctions: readonly (readonly [string, Value])[] = named(
  decoder({
    signature:
      'decode_jpeg(contents, channels=0, ratio=1, fancy_upscaling=True, try_recover_truncated=False, acceptable_fraction=1, dct_method="", name=None)',
    operation: 'DecodeJpeg',
    animates: false,
    documentation: 'The pixels of a JPEG file: height, width, channels.',
  }),
  decoder({
    signature: 'decode_png(contents, channels=0, dtype="uint8", name=None)',
    operation: 'DecodePng',
    animates: false,
    documentation: 'The pixels of a PNG file: height, width, channels.',
  }),
  decoder({
    signature: 'decode_bmp(contents, channels=0, name=None)',
    operation: 'DecodeBmp',
    animates: false,
    documentation: 'The pixels of a BMP file: height, width, channels.',
  }),
  decoder({
    signature: 'decode_image(contents, channels=None, dtype="uint8", name=None, expand_animations=True)',
    operation: 'DecodeImage',
    animates: true,
    documentation: 'The pixels of a JPEG, PNG, BMP or GIF file.',
  }),
  encodeJpegTensor,
  encodePng,
);

export const fileFunctions: readonly (readonly [string, Value])[] = [
  ...named(readFile, writeFile),
  ...pictureFunctions,
];
