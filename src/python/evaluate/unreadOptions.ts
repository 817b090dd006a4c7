/** Options of library functions that their Python text never reads: refused by name, so that none is passed over in silence. */
import { PyClass as Class, type PyClass } from '../classes.ts';
import { PyDict } from '../collections.ts';
import { NotImplementedError, raise } from '../errors.ts';
import type { Arguments as ArgumentsNode } from '../syntax.ts';
import { classOf } from '../types.ts';
import { NotKnown, PyFloat, PyTuple, Unknown, type Value } from '../values.ts';
import type { Frame, SourceFile } from './frame.ts';
import type { PyFunction } from './function.ts';
import { allParameters, type Scope } from './scopes.ts';

/** Functions with names of their own that scripts call all the same. */
const CALLED = new Set(['__init__', '__new__', '__call__']);

/**
 * The parameters of a library function that its text never reads and that are not listed as being without effect; null
 * where there are none, or where the library does not keep this rule.
 */
export function unreadOptions(
  args: ArgumentsNode,
  scope: Scope,
  file: SourceFile,
): ReadonlySet<string> | null {
  const { withoutEffect } = file;
  const title = scope.name;
  const name = title.slice(title.lastIndexOf('.') + 1);
  if (withoutEffect === undefined || scope.used.has('locals') || title.includes('<locals>')) return null;
  if (name.startsWith('_') && !CALLED.has(name)) return null;
  const found = new Set<string>();
  for (const arg of allParameters(args)) {
    if (scope.used.has(arg.arg) || scope.ownCells.includes(arg.arg)) continue;
    if (withoutEffect.has(arg.arg) || withoutEffect.has(`${title}.${arg.arg}`)) continue;
    found.add(arg.arg);
  }
  return found.size === 0 ? null : found;
}

/** Refuses what was given for an option that is never read, unless it is what the function does anyway. */
export function refuseUnread(func: PyFunction, given: ReadonlyMap<string, Value>, frame: Frame): void {
  for (const [name, value] of given) {
    const option = refusedOption(func, name, value);
    if (option === null) continue;
    const title = `${publicTitle(func, frame.firstArgument, true)}(${option}=...)`;
    if (!frame.py.running) throw new NotKnown(`${title} is not modelled`);
    throw raise(NotImplementedError, `${title} is not supported by Kerascope yet`);
  }
}

/** The name of what is to be refused; null for what is the default, or not known. */
function refusedOption(func: PyFunction, name: string, value: Value): string | null {
  if (value instanceof PyDict && name === func.code.parameters.keywords?.name) {
    const { withoutEffect } = func.code.file;
    for (const [key] of value.entries()) if (!withoutEffect!.has(String(key))) return String(key);
    return null;
  }
  if (name === func.code.parameters.variadic?.name) {
    return (value as PyTuple).items.length === 0 ? null : `*${name}`;
  }
  const expected = defaultOf(func, name);
  return value instanceof Unknown || expected === undefined || isSame(value, expected) ? null : name;
}

/** What an option is when it is not given; undefined for what must be given. */
function defaultOf(func: PyFunction, name: string): Value | undefined {
  const { positional } = func.code.parameters;
  const place = positional.findIndex(each => each.name === name) - (positional.length - func.defaults.length);
  return place >= 0 ? func.defaults[place] : func.keywordDefaults.get(name);
}

function isSame(value: Value, expected: Value): boolean {
  if (value === expected) return true;
  if (value instanceof PyTuple && expected instanceof PyTuple) {
    const { items } = expected;
    return (
      value.items.length === items.length && value.items.every((each, place) => isSame(each, items[place]))
    );
  }
  const numbers = [value, expected].map(each => (each instanceof PyFloat ? each.value : each));
  return typeof numbers[0] === 'number' && numbers[0] === numbers[1];
}

/**
 * How errors call a library's function: methods that a private class lends to a public one carry the public one's
 * name, as if they stood there.
 */
export function publicTitle(func: PyFunction, self: Value | undefined, withModule = false): string {
  const { scope, file } = func.code;
  let title = scope.name;
  if (!file.isLibrary) return title;
  const { owner } = func;
  if (owner?.name.startsWith('_') && self !== undefined && !(self instanceof Unknown)) {
    const cls = self instanceof Class ? self : classOf(self);
    const lent = nearestPublic(cls, owner);
    if (lent !== null) title = `${lent.name}.${func.code.name}`;
  }
  if (!withModule) return title;
  const parts = String(func.globals.get('__name__')).split('.');
  return [...parts.filter(part => !part.startsWith('_') && part !== 'core'), title].join('.');
}

function nearestPublic(cls: PyClass, owner: PyClass): PyClass | null {
  const place = cls.mro.indexOf(owner);
  for (let index = place - 1; index >= 0; index--) {
    const each = cls.mro[index];
    if (!each.name.startsWith('_') && each.mro.includes(owner)) return each;
  }
  return null;
}
