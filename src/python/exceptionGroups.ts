/** Groups of exceptions: taken apart and put together, as `except*` and their methods do. */
import { BaseExceptionGroup, Exception, ExceptionGroup, makeException } from './errors.ts';
import { PyInstance, PyList, PyTuple, type Value } from './values.ts';

export function isGroup(exception: PyInstance): boolean {
  return exception.cls.isSubclassOf(BaseExceptionGroup);
}

/** The exceptions directly in a group. */
export function partsOf(group: PyInstance): PyInstance[] {
  const args = group.attributes!.get('args');
  const parts = args instanceof PyTuple ? args.items[1] : null;
  const items = parts instanceof PyList || parts instanceof PyTuple ? parts.items : [];
  return items.filter((item): item is PyInstance => item instanceof PyInstance);
}

/** The exceptions in a group that are no groups themselves. */
export function leavesOf(exception: PyInstance): PyInstance[] {
  return isGroup(exception) ? partsOf(exception).flatMap(leavesOf) : [exception];
}

function messageOf(group: PyInstance): Value {
  const args = group.attributes!.get('args');
  return args instanceof PyTuple ? (args.items[0] ?? '') : '';
}

/** A new group; one that holds only exceptions a program may catch is an ExceptionGroup. */
export function groupOf(text: Value, parts: readonly PyInstance[]): PyInstance {
  const ordinary = parts.every(part => part.cls.isSubclassOf(Exception));
  return makeException(ordinary ? ExceptionGroup : BaseExceptionGroup, text, new PyList([...parts]));
}

/** What of a group matches, nested as before, and what does not; null where that is nothing. */
export function split(
  exception: PyInstance,
  matches: (leaf: PyInstance) => boolean,
): [PyInstance | null, PyInstance | null] {
  if (matches(exception)) return [exception, null];
  if (!isGroup(exception)) return [null, exception];
  const taken: PyInstance[] = [];
  const left: PyInstance[] = [];
  for (const part of partsOf(exception)) {
    const [mine, rest] = split(part, matches);
    if (mine !== null) taken.push(mine);
    if (rest !== null) left.push(rest);
  }
  const text = messageOf(exception);
  return [
    taken.length === 0 ? null : groupOf(text, taken),
    left.length === 0 ? null : taken.length === 0 ? exception : groupOf(text, left),
  ];
}
