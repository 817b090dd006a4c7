/** Exceptions that are no mistakes but answers. */
import type { PyClass } from '../python/classes.ts';
import { AttributeError, LookupError, type PythonError, StopIteration } from '../python/errors.ts';
import type { Frame } from '../python/evaluate/frame.ts';

/** Exceptions that a method raises to answer its caller: the end of an iteration, a name or item that is not there. */
const protocols: ReadonlyMap<string, readonly PyClass[]> = new Map([
  ['__next__', [StopIteration]],
  ['__getitem__', [LookupError]],
  ['__missing__', [LookupError]],
  ['__getattr__', [AttributeError]],
  ['__getattribute__', [AttributeError]],
]);

/** Whether an exception is how a method of the script answers whoever called it. */
export function isProtocol(error: PythonError, frame: Frame): boolean {
  const expected = protocols.get(frame.func?.code.name ?? '');
  return expected?.some(cls => error.exception.cls.isSubclassOf(cls)) ?? false;
}
