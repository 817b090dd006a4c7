/** The errors of files, with CPython's numbers and words. */
import type { PyClass } from '../classes.ts';
import {
  type ErrorDetail,
  FileExistsError,
  FileNotFoundError,
  makeException,
  PythonError,
} from '../errors.ts';

function fileError(
  cls: PyClass,
  errno: number,
  text: string,
  path: string,
  detail: ErrorDetail = {},
): PythonError {
  const exception = makeException(cls, errno, text);
  const { map } = exception.attributes!;
  map.set('errno', errno);
  map.set('strerror', text);
  map.set('filename', path);
  return new PythonError(exception, detail);
}

/** `FileNotFoundError: [Errno 2] No such file or directory: 'path'`. */
export function noSuchFile(path: string, detail: ErrorDetail = {}): PythonError {
  return fileError(FileNotFoundError, 2, 'No such file or directory', path, detail);
}

/** `FileExistsError: [Errno 17] File exists: 'path'`. */
export function fileExists(path: string): PythonError {
  return fileError(FileExistsError, 17, 'File exists', path);
}
