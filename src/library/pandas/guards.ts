/** Under analysis, calls into pandas with something unknown are unknown at once, instead of following what could be. */
import { PyClass } from '../../python/classes.ts';
import { PyDict } from '../../python/collections.ts';
import { PyFunction } from '../../python/evaluate/function.ts';
import { NativeFunction, native } from '../../python/functions.ts';
import { parseSignature } from '../../python/signature.ts';
import { PyList, PyObject, PyTuple, Unknown, type Value } from '../../python/values.ts';

/** Lists are looked into this far. */
const LOOKED_AT = 500;

/** The unknown value that this is or holds, or null. */
export function unknownIn(value: Value, depth = 2): Unknown | null {
  if (value instanceof Unknown) return value;
  if (depth === 0) return null;
  if (value instanceof PyList || value instanceof PyDict) {
    if (value.lost !== null) return value.lost;
    const items = value instanceof PyList ? value.items : [...value.values()];
    return firstUnknown(items, depth);
  }
  return value instanceof PyTuple ? firstUnknown(value.items, depth) : null;
}

function firstUnknown(items: readonly Value[], depth: number): Unknown | null {
  for (const item of items.slice(0, LOOKED_AT)) {
    const found = unknownIn(item, depth - 1);
    if (found !== null) return found;
  }
  return null;
}

/** Methods that are given what is unknown in the ordinary course of things. */
const OPEN = new Set(['__new__', '__init__', '__eq__', '__ne__']);

/** Methods that change their object, as those do that are called with `inplace=True`. */
const CHANGING = new Set(['__setitem__', '__delitem__', '__setattr__', 'insert', 'update', 'pop']);

/** What is not known of an object after a change with something unknown: an unknown attribute, or null. */
function lostIn(target: Value | undefined): Unknown | null {
  if (!(target instanceof PyObject) || target.attributes === null) return null;
  for (const value of target.attributes.map.values()) if (value instanceof Unknown) return value;
  return null;
}

/** Nothing of a table is known any longer, nor of the one that a locator like `loc` stands for. */
function lose(target: Value | undefined, reason: Unknown): void {
  if (!(target instanceof PyObject) || target.attributes === null) return;
  for (const [name, value] of [...target.attributes.map]) {
    if (name === '_owner') lose(value, reason);
    else target.attributes.set(name, new Unknown(reason.reason));
  }
}

function guard(callee: PyFunction, isMethod: boolean): NativeFunction {
  const { name } = callee.code;
  return new NativeFunction({
    name,
    signature: parseSignature(isMethod ? `${name}(self, *args, **options)` : `${name}(*args, **options)`),
    isMethod,
    body: (bound, py) => {
      const [args, options] = bound.slice(-2) as [PyTuple, PyDict];
      const positional = [...bound.slice(0, -2), ...args.items];
      const lost = isMethod ? lostIn(positional[0]) : null;
      if (lost !== null) return new Unknown(lost.reason);
      const found = unknownIn(args) ?? unknownIn(options);
      if (found === null) return py.call(callee, positional, options);
      const inPlace = options.getString('inplace');
      if (isMethod && (CHANGING.has(name) || (inPlace !== undefined && inPlace !== false)))
        lose(positional[0], found);
      return new Unknown(found.reason);
    },
  });
}

/** A class decorator (and one for functions). Under run nothing is changed. */
export const guarded = native('guarded(target)', ([target], py) => {
  if (py.running) return target;
  if (target instanceof PyFunction) return guard(target, false);
  if (!(target instanceof PyClass)) return target;
  for (const [name, value] of [...target.attributes.map]) {
    if (value instanceof PyFunction && !OPEN.has(name)) target.attributes.map.set(name, guard(value, true));
  }
  return target;
});

/** Whether analysis knows enough of a table's data to follow what is done with it. */
export const known = native('known(value)', ([value]) => unknownIn(value) === null);

export const unknown = native('unknown(reason)', ([reason]) => new Unknown(String(reason)));
