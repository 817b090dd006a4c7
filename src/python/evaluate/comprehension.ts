/** Compiles comprehensions and generator expressions: a scope of their own, loops inside. */
import { PyDict, PySet } from '../collections.ts';
import type { PyIterator, TypicalValue } from '../functions.ts';
import { startNow } from '../operations/calls.ts';
import { Pending, type Suspendable, settle, whenSettled } from '../suspension.ts';
import {
  type DictComp,
  type Expression,
  type GeneratorExp,
  type ListComp,
  type SetComp,
  walk,
} from '../syntax.ts';
import { PyList, Unknown, type Value } from '../values.ts';
import { type Evaluate, type Execute, NORMAL } from './code.ts';
import { evaluateOne } from './combine.ts';
import type { Compiler } from './compiler.ts';
import { PyAsyncGenerator } from './coroutines.ts';
import { Frame, type Gathering } from './frame.ts';
import { leaveByError } from './function.ts';
import { PyGenerator } from './generators.ts';
import { guard } from './guard.ts';
import type { Scope } from './scopes.ts';
import { compileStore } from './targets.ts';
import { type Ended, type Loop, open, runLoops, type Take } from './turns.ts';
import { type Alike, TypicalTurns, tooManyOf, typicalOf } from './typicalTurns.ts';

type ComprehensionNode = ListComp | SetComp | DictComp | GeneratorExp;

export function compileComprehension(compiler: Compiler, node: ComprehensionNode, scope: Scope): Evaluate {
  const inner = compiler.scope(node);
  const loops = node.generators.map(
    (generator, index): Loop => ({
      isAsync: generator.is_async === 1,
      store: compileStore(compiler, generator.target, inner),
      iterable: index === 0 ? null : compiler.expression(generator.iter, inner),
      conditions: generator.ifs.map(test => compiler.expression(test, inner)),
    }),
  );
  const free = inner.freeNames.map(name => scope.cellIndex(name));
  const openFrame = (outer: Frame): Frame =>
    new Frame({
      py: outer.py,
      scope: inner,
      file: outer.file,
      globals: outer.globals,
      names: inner.kind === 'comprehension' ? outer.names : null,
      freeCells: free.map(index => outer.cells[index]),
      caller: outer,
      func: outer.func,
    });
  const evaluate = evaluateOne(compiler.expression(node.generators[0].iter, scope), (outer, iterable) => {
    const frame = openFrame(outer);
    frame.firstArgument = outer.firstArgument;
    frame.statement = node;
    return makeResult(compiler, node, inner, loops, frame, iterable);
  });
  return guard(node, evaluate);
}

function makeResult(
  compiler: Compiler,
  node: ComprehensionNode,
  inner: Scope,
  loops: readonly Loop[],
  frame: Frame,
  iterable: Value,
): Value | Pending {
  const py = frame.py;
  if (node.kind === 'GeneratorExp') {
    const element = compiled(compiler, node.elt, inner);
    const iterator = open(py, loops[0], iterable);
    const body: Execute = at => new Pending(generate(at, loops, iterator, element));
    if (isAsynchronous(node)) return new PyAsyncGenerator(frame, body);
    const alike = typicalOf(iterator);
    return alike === null
      ? new PyGenerator(frame, body)
      : typicalGenerator(frame, loops, alike, element, body);
  }
  const iterator = open(py, loops[0], iterable);
  const alike = typicalOf(iterator);
  if (node.kind === 'DictComp') {
    const key = compiled(compiler, node.key, inner);
    const value = compiled(compiler, node.value, inner);
    if (alike !== null) return typicalEntries(frame, loops, alike, key, value);
    const dict = new PyDict();
    const store = (k: Value, v: Value) => dict.set(k, v, py.keyRules);
    return gather(frame, loops, iterator, dict, at => both(at, key, value, store));
  }
  const element = compiled(compiler, node.elt, inner);
  if (node.kind === 'SetComp') {
    if (alike !== null) return typicalSet(frame, loops, alike, element);
    const set = new PySet();
    return gather(frame, loops, iterator, set, at => one(at, element, item => set.add(item, py.keyRules)));
  }
  const isPlain = loops.length === 1 && loops[0].conditions.length === 0;
  const standing = alike ?? (isPlain ? tooManyOf(frame, iterator) : null);
  if (standing !== null)
    return ofTypical<Value>(
      frame,
      loops,
      standing,
      element,
      standing.reason,
      items => new PyList([...items]),
    );
  const list = new PyList([]);
  return gather(frame, loops, iterator, list, at => one(at, element, item => void list.items.push(item)));
}

/** What the comprehension makes of the values that one stands for. */
function ofTypical<Item>(
  frame: Frame,
  loops: readonly Loop[],
  alike: Alike,
  take: (frame: Frame) => Item | Pending<Item>,
  failed: Item,
  make: (items: readonly Item[]) => Value,
): Value | Pending {
  const followed = startNow(new TypicalTurns(frame, loops, take, failed).all(0, alike));
  return whenSettled<readonly Item[] | null, Value>(followed, items =>
    items === null ? alike.reason : make(items),
  );
}

type Entry = readonly [Value, Value];

/** The entries of a dictionary that all turns give. */
function typicalEntries(frame: Frame, loops: readonly Loop[], alike: Alike, key: Evaluate, value: Evaluate) {
  const { keyRules } = frame.py;
  const take = (at: Frame) =>
    startNow(
      (function* (): Suspendable<Entry> {
        const entry = [yield* settle(key(at)), yield* settle(value(at))] as const;
        if (!(entry[0] instanceof Unknown)) new PyDict().set(...entry, keyRules);
        return entry;
      })(),
    );
  return ofTypical<Entry>(frame, loops, alike, take, [alike.reason, alike.reason], entries => {
    const lost = entries.find(([name]) => name instanceof Unknown);
    if (lost !== undefined) return lost[0];
    const dict = new PyDict();
    for (const [name, item] of entries) dict.set(name, item, keyRules);
    return dict;
  });
}

function typicalSet(frame: Frame, loops: readonly Loop[], alike: Alike, element: Evaluate): Value | Pending {
  const { keyRules } = frame.py;
  const take = (at: Frame) =>
    whenSettled<Value, Value>(element(at), item => {
      if (!(item instanceof Unknown)) new PySet().add(item, keyRules);
      return item;
    });
  return ofTypical<Value>(frame, loops, alike, take, alike.reason, items => {
    const lost = items.find(item => item instanceof Unknown);
    if (lost !== undefined) return lost;
    const set = new PySet();
    for (const item of items) set.add(item, keyRules);
    return set;
  });
}

/** A generator whose values one stands for as well; each of them is followed when somebody asks for it. */
function typicalGenerator(
  frame: Frame,
  loops: readonly Loop[],
  { of, length, reason }: Alike,
  element: Evaluate,
  body: Execute,
): PyGenerator {
  const isPlain = loops.length === 1 && loops[0].conditions.length === 0;
  const typical: TypicalValue = which => {
    const turns = new TypicalTurns<Value>(frame, loops, element, reason);
    try {
      frame.py.settleNow(startNow(turns.turn(0, of(which))));
    } catch (error) {
      throw leaveByError(error, frame);
    }
    return turns.last ?? reason;
  };
  return new PyGenerator(frame, body, { typical, length: isPlain ? length : null });
}

/** Whether a generator expression waits on its way; its first iterable is evaluated outside of it. */
function isAsynchronous(node: GeneratorExp): boolean {
  const { generators, elt } = node;
  if (generators.some(generator => generator.is_async === 1)) return true;
  const inside = [elt, ...generators.flatMap(({ iter, ifs }, index) => (index === 0 ? ifs : [iter, ...ifs]))];
  return inside.some(awaits);
}

function awaits(expression: Expression): boolean {
  let found = false;
  walk(expression, node => {
    if (node.kind === 'Await') found = true;
    return !found && node.kind !== 'Lambda';
  });
  return found;
}

const compiledElements = new WeakMap<object, Evaluate>();

/** Elements are compiled at first use and kept with their node. */
function compiled(
  compiler: Compiler,
  node: ComprehensionNode['generators'][0]['iter'],
  scope: Scope,
): Evaluate {
  let evaluate = compiledElements.get(node);
  if (!evaluate) compiledElements.set(node, (evaluate = compiler.expression(node, scope)));
  return evaluate;
}

function one(frame: Frame, element: Evaluate, use: (value: Value) => void): void | Pending<unknown> {
  const value = element(frame);
  if (value instanceof Pending) return new Pending(oneLater(value, use));
  use(value);
}

function* oneLater(pending: Pending, use: (value: Value) => void): Suspendable<void> {
  use(yield* pending.rest);
}

function both(
  frame: Frame,
  first: Evaluate,
  second: Evaluate,
  use: (a: Value, b: Value) => void,
): void | Pending<unknown> {
  const a = first(frame);
  const b = a instanceof Pending ? null : second(frame);
  if (a instanceof Pending || b instanceof Pending) return new Pending(bothLater(frame, a, b, second, use));
  use(a, b);
}

function* bothLater(
  frame: Frame,
  a: Value | Pending,
  b: Value | Pending,
  second: Evaluate,
  use: (a: Value, b: Value) => void,
): Suspendable<void> {
  const first = yield* settle(a);
  use(first, yield* settle(a instanceof Pending ? second(frame) : b));
}

/** Gathers what the loops give; nothing that need not wait makes a generator, since comprehensions run often. */
function gather<T extends Value>(
  frame: Frame,
  loops: readonly Loop[],
  iterator: PyIterator,
  result: T,
  take: Take,
): T | Unknown | Pending<T | Unknown> {
  const owner = frame.py.frame ?? frame;
  const outer = owner.gathering;
  owner.gathering = { result, outer };
  let ended: Ended | Pending<Ended> = null;
  try {
    ended = runLoops(frame, loops, 0, iterator, take, true);
  } catch (error) {
    throw leaveByError(error, frame);
  } finally {
    if (!(ended instanceof Pending)) owner.gathering = outer;
  }
  return ended instanceof Pending
    ? new Pending(gatherLater(frame, owner, outer, ended, result))
    : (ended ?? result);
}

function* gatherLater<T extends Value>(
  frame: Frame,
  owner: Frame,
  outer: Gathering | null,
  loops: Pending<Ended>,
  result: T,
): Suspendable<T | Unknown> {
  try {
    return (yield* loops.rest) ?? result;
  } catch (error) {
    throw leaveByError(error, frame);
  } finally {
    owner.gathering = outer;
  }
}

function* generate(
  frame: Frame,
  loops: readonly Loop[],
  iterator: PyIterator,
  element: Evaluate,
): Suspendable<0> {
  const uncertain = yield* settle(
    runLoops(frame, loops, 0, iterator, at => new Pending(yieldElement(at, element)), false),
  );
  if (uncertain) yield { kind: 'yield', value: uncertain };
  return NORMAL;
}

function* yieldElement(frame: Frame, element: Evaluate): Suspendable<void> {
  const value = yield* settle(element(frame));
  yield { kind: 'yield', value };
}
