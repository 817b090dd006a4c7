/** Compiles calls. */
import { PyDict } from '../collections.ts';
import { raise, TypeError } from '../errors.ts';
import { CallSite, callValue } from '../operations/calls.ts';
import { getItem } from '../operations/items.ts';
import { Pending, type Suspendable } from '../suspension.ts';
import type { Call } from '../syntax.ts';
import { classOf } from '../types.ts';
import { NotKnown, Unknown, type Value } from '../values.ts';
import type { Evaluate } from './code.ts';
import { evaluateMany, manyFrom } from './combine.ts';
import type { Compiler } from './compiler.ts';
import type { Frame } from './frame.ts';
import { PyFunction } from './function.ts';
import { guard, guardRest, recover } from './guard.ts';
import type { Scope } from './scopes.ts';
import { isMethodCall, lastLineOf } from './tracedPlaces.ts';
import { isIterable, spread } from './unpack.ts';

/** The arguments of a call without any: nothing is added to a call's arguments. */
const NO_VALUES: Value[] = [];

export function compileCall(compiler: Compiler, node: Call, scope: Scope): Evaluate {
  const site = new CallSite(node, compiler.file);
  const traced = isMethodCall(node) ? lastLineOf(node, node.func) : node;
  const parts = [
    compiler.expression(node.func, scope),
    ...node.args.map(arg => compiler.expression(arg, scope)),
    ...node.keywords.map(keyword => compiler.expression(keyword.value, scope)),
  ];
  const positionalCount = node.args.length;
  const starred = node.args.map(arg => arg.kind === 'Starred');
  const hasStar = starred.includes(true);
  const names = node.keywords.map(keyword => keyword.arg);
  const call = (frame: Frame, callee: Value, positional: readonly Value[], keywords: PyDict | null) => {
    site.signature = null;
    frame.py.site = site;
    const result = callValue(frame.py, callee, { positional, keywords });
    if (result instanceof Pending) return new Pending(observeLater(frame, node, result));
    frame.py.policy.evaluated(node, result, frame);
    return result;
  };
  const use = (frame: Frame, values: Value[]) => {
    const given = values.slice(1, 1 + positionalCount);
    if (hasStar) demandIterables(values[0], given, starred);
    const positional = hasStar ? spread(frame.py, given, starred) : given;
    const keywords = names.length === 0 ? null : collectKeywords(frame, values, 1 + positionalCount, names);
    return call(frame, values[0], positional, keywords);
  };
  if (hasStar || names.length > 0) return guard(node, evaluateMany(parts, use), site, traced);
  const [func, ...args] = parts;
  return frame => {
    const callee = func(frame);
    if (callee instanceof Pending) {
      const rest = manyFrom(0, callee, new Array(parts.length), parts, use, frame);
      return new Pending(guardRest(frame, node, new Pending(rest), site, traced));
    }
    // Of the right size from the start: a list that grows takes room for sixteen more.
    const positional: Value[] = args.length === 0 ? NO_VALUES : new Array(args.length);
    for (let index = 0; index < args.length; index++) {
      const value = args[index](frame);
      if (value instanceof Pending) {
        const known = [callee, ...positional.slice(0, index)];
        const rest = manyFrom(index + 1, value, known, parts, use, frame);
        return new Pending(guardRest(frame, node, new Pending(rest), site, traced));
      }
      positional[index] = value;
    }
    let result: Value | Pending;
    try {
      result = call(frame, callee, positional, null);
    } catch (error) {
      return recover(frame, node, error, site, traced);
    }
    return result instanceof Pending ? new Pending(guardRest(frame, node, result, site, traced)) : result;
  };
}

function* observeLater(frame: Frame, node: Call, pending: Pending): Suspendable<Value> {
  const result = yield* pending.rest;
  frame.py.policy.evaluated(node, result, frame);
  return result;
}

function collectKeywords(
  frame: Frame,
  values: readonly Value[],
  start: number,
  names: readonly (string | null)[],
): PyDict {
  if (!names.includes(null) && new Set(names).size === names.length)
    return PyDict.fromStrings(names.map((name, index) => [name!, values[start + index]] as const));
  const keywords = new PyDict();
  names.forEach((name, index) => {
    const value = values[start + index];
    if (name !== null) {
      if (keywords.getString(name) !== undefined) throw duplicate(values[0], name);
      keywords.set(name, value, frame.py.keyRules);
    } else mergeMapping(frame, keywords, value, values[0]);
  });
  return keywords;
}

function mergeMapping(frame: Frame, keywords: PyDict, mapping: Value, callee: Value): void {
  if (mapping instanceof Unknown) throw new NotKnown(mapping.reason);
  if (!(mapping instanceof PyDict) && classOf(mapping).lookup('keys') === undefined) {
    throw raise(
      TypeError,
      `${titleOf(callee)}() argument after ** must be a mapping, not ${classOf(mapping).name}`,
    );
  }
  for (const key of frame.py.iterate(mapping)) {
    if (typeof key !== 'string') throw raise(TypeError, 'keywords must be strings');
    if (keywords.has(key, frame.py.keyRules)) throw duplicate(callee, key);
    keywords.set(key, getItem(frame.py, mapping, key), frame.py.keyRules);
  }
}

/** Calls have words of their own for a `*` before what has no items. */
function demandIterables(callee: Value, given: readonly Value[], starred: readonly boolean[]): void {
  const wrong = given.find((value, index) => starred[index] && !isIterable(value));
  if (wrong === undefined) return;
  throw raise(
    TypeError,
    `${titleOf(callee)}() argument after * must be an iterable, not ${classOf(wrong).name}`,
  );
}

/** How messages about unpacked arguments call a function. */
function titleOf(callee: Value): string {
  if (callee instanceof PyFunction) return `${String(callee.globals.get('__name__'))}.${callee.code.name}`;
  return typeof callee === 'object' && callee !== null && 'name' in callee ? String(callee.name) : 'function';
}

function duplicate(callee: Value, name: string) {
  return raise(TypeError, `${titleOf(callee)}() got multiple values for keyword argument '${name}'`);
}
