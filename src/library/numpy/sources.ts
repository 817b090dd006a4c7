/** Where NumPy's readers get their bytes: a file of the workspace, or one that the script has open. */
import { fromLatin } from '../../python/builtins/bytesContents.ts';
import { encodeText } from '../../python/builtins/codecs.ts';
import { noSuchFile, PyFile } from '../../python/builtins/files.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { FileGlimpse } from '../../python/policy.ts';
import { type Suspendable, wait } from '../../python/suspension.ts';
import { NotKnown, Unknown, type Value } from '../../python/values.ts';
import { glimpseFile } from '../dataFiles.ts';

export function pathOf(value: Value, py: Interpreter): string {
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  return py.str(value);
}

/** All bytes of a file under run, what analysis sees of it otherwise. */
export function* readFile(value: Value, py: Interpreter): Suspendable<FileGlimpse> {
  if (value instanceof PyFile) {
    value.checkReadable();
    const text = value.contents.slice(value.position);
    const head = value.isBinary ? fromLatin(text) : encodeText(text, 'utf-8', 'strict');
    return { head, size: head.length };
  }
  const path = pathOf(value, py);
  if (!py.running) return glimpseFile(path, py);
  if (py.host.files === null || (yield* wait(py.host.files.stat(path))) === null) throw noSuchFile(path);
  const head = yield* wait(py.host.files.read(path));
  return { head, size: head.length };
}
