/** Writing arrays: `save`, `savez`, `savetxt` and `tofile`, to a path or to a file that the script has open. */
import { gzipSync, zipSync } from 'fflate';
import { encodeText } from '../../python/builtins/codecs.ts';
import { PyFile } from '../../python/builtins/files.ts';
import type { PyDict } from '../../python/collections.ts';
import {
  AttributeError,
  NotImplementedError,
  TypeError as PyTypeError,
  PythonError,
  raise,
  ValueError,
} from '../../python/errors.ts';
import type { SuspendableBody } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { type Suspendable, wait } from '../../python/suspension.ts';
import { NotKnown, PyBytes, PyTuple, type Value } from '../../python/values.ts';
import { noteWritten } from '../dataFiles.ts';
import { sequenceOf } from './arguments.ts';
import { bytesOf } from './bytes.ts';
import { toArray } from './conversion.ts';
import { kindOf } from './dtypes.ts';
import { writeArray } from './npyFormat.ts';
import { pathOf } from './sources.ts';
import { ravel, reshape } from './views.ts';

/**
 * Hands what is to be written to a file that is open, which takes text or bytes as it was opened, or puts it under a
 * path. Under analysis nothing is written, and what an open file then holds is not known.
 *
 * @param ending what a path gets that does not end with it
 */
function* put(
  file: Value,
  ending: string,
  make: () => Uint8Array | string,
  py: Interpreter,
): Suspendable<null> {
  if (file instanceof PyFile) {
    if (!py.running) {
      file.lose('what is written to files is known only when the script runs');
      return null;
    }
    const data = make();
    if (typeof data === 'string' && !file.isBinary) file.write(data);
    else file.write(new PyBytes(typeof data === 'string' ? encodeText(data, 'latin-1', 'strict') : data));
    return null;
  }
  const given = pathOf(file, py);
  const path = given.endsWith(ending) ? given : given + ending;
  if (!py.running) {
    noteWritten(path, py);
    return null;
  }
  const data = make();
  const bytes = typeof data === 'string' ? encodeText(data, 'latin-1', 'strict') : data;
  if (py.host.files !== null) yield* wait(py.host.files.write(path, bytes));
  return null;
}

/** `save(file, arr)`. */
export function saveArray([file, value]: readonly Value[], py: Interpreter): Suspendable<Value> {
  return put(file, '.npy', () => writeArray(toArray(value, py)), py);
}

/** `savez` and `savez_compressed`. */
export function saveArchive(compressed: boolean): SuspendableBody {
  return function* ([file, args, keywords], py) {
    return yield* put(
      file,
      '.npz',
      () => {
        const files: Record<string, Uint8Array> = {};
        for (const [name, value] of (keywords as PyDict).entries())
          files[`${name as string}.npy`] = writeArray(toArray(value, py));
        (args as PyTuple).items.forEach((item, index) => {
          const name = `arr_${index}`;
          if (`${name}.npy` in files)
            throw raise(ValueError, `Cannot use un-named variables and keyword ${name}`);
          files[`${name}.npy`] = writeArray(toArray(item, py));
        });
        return zipSync(files, { level: compressed ? 6 : 0 });
      },
      py,
    );
  };
}

/** `savetxt(fname, X, …)`: rows of numbers as text, packed where the name ends with `.gz`. */
export function* saveText(
  [file, value, format, delimiter, newline, header, footer, comments, encoding]: readonly Value[],
  py: Interpreter,
): Suspendable<Value> {
  const isPacked = !(file instanceof PyFile) && /\.(gz|bz2|xz)$/.exec(pathOf(file, py));
  if (isPacked && isPacked[1] !== 'gz')
    throw raise(
      NotImplementedError,
      `numpy.savetxt to a .${isPacked[1]} file is not supported by Kerascope yet`,
    );
  const make = () => {
    const text = textOf({ value, format, delimiter, newline, header, footer, comments }, py);
    // Files that are open have their own encoding.
    if (file instanceof PyFile) return text;
    const bytes = encodeText(text, encoding === null ? 'latin-1' : String(encoding), 'strict');
    return isPacked ? gzipSync(bytes) : bytes;
  };
  return yield* put(file, '', make, py);
}

type TextOptions = Readonly<
  Record<'value' | 'format' | 'delimiter' | 'newline' | 'header' | 'footer' | 'comments', Value>
>;

function textOf(options: TextOptions, py: Interpreter): string {
  const { value, newline, header, footer, comments } = options;
  const array = toArray(value, py);
  if (array.rank !== 1 && array.rank !== 2)
    throw raise(ValueError, `Expected 1D or 2D array, got ${array.rank}D array instead`);
  if (kindOf(array.dtype) === 'c') throw new NotKnown('savetxt of complex numbers is not modelled');
  const isStructured = kindOf(array.dtype) === 'V';
  const rows = py
    .collect(array.rank === 1 && !isStructured ? reshape(array, [-1, 1]) : array)
    .map(row => py.collect(row));
  const width = rows[0]?.length ?? (array.rank === 1 ? 1 : (array.shape?.[1] ?? 1));
  const pattern = rowPattern(options, width, py);
  const noted = (text: Value): string =>
    text === '' ? '' : `${comments}${String(text).replaceAll('\n', `\n${comments}`)}${newline}`;
  const lines = rows.map(items => {
    try {
      return py.str(py.binary('Mod', pattern, new PyTuple(items))) + String(newline);
    } catch (error) {
      if (!(error instanceof PythonError) || error.exception.cls !== PyTypeError) throw error;
      throw raise(
        PyTypeError,
        `Mismatch between array dtype ('${py.str(py.getAttribute(array, 'dtype'))}') and format specifier ('${pattern}')`,
      );
    }
  });
  return noted(header) + lines.join('') + noted(footer);
}

/** What a whole row is formatted by. */
function rowPattern({ format, delimiter }: TextOptions, width: number, py: Interpreter): string {
  const several = typeof format === 'string' ? null : (sequenceOf(format, py)?.map(String) ?? null);
  if (several !== null) {
    if (several.length !== width) throw raise(AttributeError, `fmt has wrong shape.  ${py.str(format)}`);
    return several.join(String(delimiter));
  }
  if (typeof format !== 'string') throw raise(ValueError, `invalid fmt: ${py.repr(format)}`);
  const count = format.split('%').length - 1;
  if (count === 1) return new Array<string>(width).fill(format).join(String(delimiter));
  if (count !== width) throw raise(ValueError, `fmt has wrong number of % formats:  ${format}`);
  return format;
}

/** `array.tofile(fid)`: elements as bytes, or as text between separators. */
export function toFile(
  [array, file, separator, format]: readonly Value[],
  py: Interpreter,
): Suspendable<Value> {
  const make = () => {
    const source = toArray(array, py);
    if (separator === '') return bytesOf(source);
    const words = py.collect(ravel(source)).map(item => py.str(py.binary('Mod', String(format), item)));
    return encodeText(words.join(String(separator)), 'utf-8', 'strict');
  };
  return put(file, '', make, py);
}
