/** Data files as library functions see them: whole under run, under analysis what the host shows of them at once. */

import { noSuchFile, writtenFiles } from '../python/builtins/files.ts';
import type { PythonError } from '../python/errors.ts';
import type { Interpreter } from '../python/interpreter.ts';
import { message } from '../python/message.ts';
import type { FileGlimpse } from '../python/policy.ts';
import { NotKnown } from '../python/values.ts';

/** Whether a glimpse shows the file to its end. */
export function isWhole(glimpse: FileGlimpse): boolean {
  return glimpse.head.length >= glimpse.size;
}

/** Remembers that the script writes a file, so that what stood in it before is not taken for what it reads. */
export function noteWritten(path: string, py: Interpreter): void {
  py.state(writtenFiles).add(path);
}

/**
 * What analysis sees of a file.
 * @throws FileNotFoundError where there is certainly none; NotKnown where the host does not show it
 */
export function glimpseFile(path: string, py: Interpreter): FileGlimpse {
  if (isWrittenByScript(path, py)) throw new NotKnown(`${path} is written by the script itself`);
  const glimpse = py.host.glimpse?.(path) ?? null;
  if (glimpse === null) throw new NotKnown(`${path} is read only when the script runs`);
  if (glimpse === 'missing') throw missingFile(path);
  return glimpse;
}

function missingFile(path: string): PythonError {
  return noSuchFile(path, {
    explanation: message('There is no file `{0}` in the folder in which the script runs.', path),
  });
}

/** Also by another spelling of the path: the same name anywhere counts. */
function isWrittenByScript(path: string, py: Interpreter): boolean {
  const nameOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1);
  return [...py.state(writtenFiles)].some(file => nameOf(file) === nameOf(path));
}
