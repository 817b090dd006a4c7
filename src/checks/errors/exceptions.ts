/** Which of Python's exceptions have a page of their own; the others share that of `Exception`. */
import type { PyClass } from '../../python/classes.ts';

/** The exceptions that a script meets without raising them itself. */
export const describedExceptions = [
  'AttributeError',
  'FileNotFoundError',
  'FloatingPointError',
  'IndexError',
  'KeyError',
  'LookupError',
  'MemoryError',
  'ModuleNotFoundError',
  'NotImplementedError',
  'OverflowError',
  'RecursionError',
  'RuntimeError',
  'StopIteration',
  'TypeError',
  'UnboundLocalError',
  'UnicodeDecodeError',
  'UnicodeEncodeError',
  'ValueError',
  'ZeroDivisionError',
] as const;

export type DescribedException = (typeof describedExceptions)[number];

const described: ReadonlySet<string> = new Set(describedExceptions);

/** `ValueError` -> `value-error`. */
export function codeOfName(className: string): string {
  return className.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
}

/** The code of an exception that says no more of itself: that of the nearest class with a page. */
export function codeOfException(cls: PyClass): string {
  const found = cls.mro.find(base => described.has(base.name));
  return found === undefined ? 'exception' : codeOfName(found.name);
}
