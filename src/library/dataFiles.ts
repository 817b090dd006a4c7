/** Data files as library functions see them: whole under run, under analysis what the host shows of them at once. */
import { writtenFiles } from '../python/builtins/glimpses.ts';
import type { Interpreter } from '../python/interpreter.ts';

export { glimpseFile, isWhole } from '../python/builtins/glimpses.ts';

/** Remembers that the script writes a file, so that what stood in it before is not taken for what it reads. */
export function noteWritten(path: string, py: Interpreter): void {
  py.state(writtenFiles).add(path);
}
