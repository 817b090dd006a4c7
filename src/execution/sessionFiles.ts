/** Python's errors about files, as those who provide a script's files raise them. */
import type { DownloadFailure } from '../library/downloads/failure.ts';
import type { PyClass } from '../python/classes.ts';
import {
  FileExistsError,
  FileNotFoundError,
  IsADirectoryError,
  MemoryError,
  makeException,
  NotADirectoryError,
  OSError,
  PermissionError,
  PythonError,
} from '../python/errors.ts';
import { message } from '../python/message.ts';
import { PyTuple } from '../python/values.ts';

export type FileErrorName =
  | 'FileNotFoundError'
  | 'PermissionError'
  | 'IsADirectoryError'
  | 'NotADirectoryError'
  | 'FileExistsError'
  | 'MemoryError'
  | 'OSError';

const CLASSES: Readonly<Record<FileErrorName, PyClass>> = {
  FileNotFoundError,
  PermissionError,
  IsADirectoryError,
  NotADirectoryError,
  FileExistsError,
  MemoryError,
  OSError,
};

const NUMBERS: Partial<Record<FileErrorName, readonly [number, string]>> = {
  FileNotFoundError: [2, 'No such file or directory'],
  PermissionError: [13, 'Permission denied'],
  FileExistsError: [17, 'File exists'],
  NotADirectoryError: [20, 'Not a directory'],
  IsADirectoryError: [21, 'Is a directory'],
};

/**
 * An OSError with `errno`, `strerror` and `filename`.
 * @param why more to say behind Python's own words, such as what to do
 */
export function fileError(name: FileErrorName, path: string, why = ''): PythonError {
  const [number, words] = NUMBERS[name] ?? [5, 'Input/output error'];
  const strerror = why === '' ? words : `${words} (${why})`;
  if (name === 'MemoryError') return new PythonError(makeException(MemoryError, `${path}: ${why}`));
  const exception = makeException(CLASSES[name], number, strerror);
  const attributes = exception.attributes!.map;
  attributes.set('args', new PyTuple([number, strerror]));
  attributes.set('errno', number);
  attributes.set('strerror', strerror);
  attributes.set('filename', path);
  return new PythonError(exception);
}

/** The error of a download that did not come to its end. */
export function downloadError(failure: DownloadFailure, path: string): PythonError {
  const { exception } = fileError(failure.exception, path, failure.message);
  return new PythonError(exception, failure.advice === null ? {} : { explanation: failure.advice });
}

/**
 * The error of a reply, whose message is Python's whole sentence: `[Errno 2] No such file…: 'x'`.
 * @param advice what to do about it, in the user's language
 */
export function fileErrorFromText(
  name: FileErrorName,
  text: string,
  path: string,
  advice?: string,
): PythonError {
  const detail = advice === undefined ? {} : { explanation: message('{0}', advice) };
  const parts = /^\[Errno (\d+)\] ([\s\S]*)$/.exec(text);
  if (parts === null || name === 'MemoryError') {
    return new PythonError(makeException(CLASSES[name], text), detail);
  }
  // The sentence names the path and then, in brackets, why: both go where Python keeps them.
  const quoted = `: '${path}'`;
  const strerror = parts[2]!.replace(quoted, '');
  const exception = new PythonError(fileError(name, path).exception, detail);
  const attributes = exception.exception.attributes!.map;
  attributes.set('args', new PyTuple([Number(parts[1]), strerror]));
  attributes.set('errno', Number(parts[1]));
  attributes.set('strerror', strerror);
  return exception;
}
