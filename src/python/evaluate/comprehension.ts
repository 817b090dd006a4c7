/** Compiles comprehensions and generator expressions: a scope of their own, loops inside. */
import { PyDict, PySet } from '../collections.ts';
import type { PyIterator, TypicalValue } from '../functions.ts';
import type { Interpreter } from '../interpreter.ts';
import { startNow } from '../operations/calls.ts';
import { LONGEST_LIST } from '../operations/iteration.ts';
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
import { type Completion, type Evaluate, type Execute, NORMAL } from './code.ts';
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
    return isAsynchronous(node) ? new PyAsyncGenerator(frame, body) : new PyGenerator(frame, body);
  }
  const iterator = open(py, loops[0], iterable);
  if (node.kind === 'DictComp') {
    const key = compiled(compiler, node.key, inner);
    const value = compiled(compiler, node.value, inner);
    const dict = new PyDict();
    const store = (k: Value, v: Value) => dict.set(k, v, py.keyRules);
    return gather(frame, loops, iterator, dict, at => both(at, key, value, store));
  }
  const element = compiled(compiler, node.elt, inner);
  if (node.kind === 'SetComp') {
    const set = new PySet();
    return gather(frame, loops, iterator, set, at => one(at, element, item => set.add(item, py.keyRules)));
  }
  const [loop] = loops;
  if (loops.length === 1 && loop.conditions.length === 0 && isLong(py, iterator)) {
    return longList(frame, loop, iterator.remaining!, element);
  }
  if (loops.length === 1 && loop.conditions.length === 0 && iterator.typical !== null) {
    return typicalList(frame, loop, iterator.typical, iterator.remaining, element);
  }
  const list = new PyList([]);
  return gather(frame, loops, iterator, list, at => one(at, element, item => void list.items.push(item)));
}

/** Too many items to follow each, and few enough for a list of that length. */
function isLong(py: Interpreter, { remaining }: PyIterator): boolean {
  return py.policy.tooLong(remaining) && remaining! <= LONGEST_LIST;
}

/** A list whose length is known and whose items are all what the element is for an item that is not. */
function longList(frame: Frame, loop: Loop, length: number, element: Evaluate): Value | Pending {
  const reason = new Unknown('the comprehension is too long to follow each item');
  return alikeList(frame, loop, { of: () => reason, length, isFollowed: false, reason }, element);
}

/** A list of what the element is for the value that stands for all, as for the batches of a data set. */
function typicalList(
  frame: Frame,
  loop: Loop,
  typical: TypicalValue,
  length: number | null,
  element: Evaluate,
): Value | Pending {
  const reason = new Unknown('how many items come is not known');
  return alikeList(frame, loop, { of: typical, length, isFollowed: true, reason }, element);
}

interface Alike {
  readonly of: TypicalValue;
  readonly length: number | null;
  /** Whether the first turn is followed by itself, which is certain where there is one. */
  readonly isFollowed: boolean;
  readonly reason: Unknown;
}

function alikeList(
  frame: Frame,
  loop: Loop,
  { of, length, isFollowed, reason }: Alike,
  element: Evaluate,
): Value | Pending {
  let item: Value = reason;
  function* turn(index: 0 | null): Suspendable<Completion> {
    item = reason;
    yield* settle(loop.store(frame, of(index)));
    item = yield* settle(element(frame));
    return NORMAL;
  }
  const each = () => startNow(turn(null));
  const first = isFollowed && length ? () => startNow(turn(0)) : undefined;
  const followed = frame.py.policy.loop(frame, reason, each, first);
  const isKnown = length !== null && length <= LONGEST_LIST;
  return whenSettled<Completion, Value>(followed, () =>
    isKnown ? new PyList(Array<Value>(length).fill(item)) : reason,
  );
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
    ended = runLoops(frame, loops, 0, iterator, take);
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
    runLoops(frame, loops, 0, iterator, at => new Pending(yieldElement(at, element))),
  );
  if (uncertain) yield { kind: 'yield', value: uncertain };
  return NORMAL;
}

function* yieldElement(frame: Frame, element: Evaluate): Suspendable<void> {
  const value = yield* settle(element(frame));
  yield { kind: 'yield', value };
}
