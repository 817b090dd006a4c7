/** Folders that files of a model are written to. */
import type { Interpreter } from '../../../python/interpreter.ts';
import { type Suspendable, wait } from '../../../python/suspension.ts';

/** Makes the folder of a file, with those above it, where there is none. */
export function* makeFolderOf(py: Interpreter, path: string): Suspendable<void> {
  const end = path.lastIndexOf('/');
  if (end > 0) yield* makeFolder(py, path.slice(0, end));
}

export function* makeFolder(py: Interpreter, path: string): Suspendable<void> {
  const { files } = py.host;
  if (files === null || path === '' || path === '.' || (yield* wait(files.stat(path))) !== null) return;
  yield* makeFolderOf(py, path);
  yield* wait(files.makeDirectory(path));
}
