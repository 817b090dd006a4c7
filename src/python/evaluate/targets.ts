/** Compiles assignment targets. */

import { raise, TypeError } from '../errors.ts';
import { deleteAttribute, setAttribute } from '../operations/attributes.ts';
import { startNow } from '../operations/calls.ts';
import { deleteItem, setItem } from '../operations/items.ts';
import { Pending, type Suspendable, settle } from '../suspension.ts';
import type { Expression } from '../syntax.ts';
import { NotKnown, Unknown, type Value } from '../values.ts';
import type { Execute, Store } from './code.ts';
import { NORMAL } from './code.ts';
import type { Compiler } from './compiler.ts';
import type { Frame } from './frame.ts';
import { recover } from './guard.ts';
import { compileBinding, compileUnbinding } from './names.ts';
import type { Scope } from './scopes.ts';
import { gathered, runsForItems, unpack } from './unpack.ts';

/** Compiles storing into a target. */
export function compileStore(compiler: Compiler, node: Expression, scope: Scope): Store {
  switch (node.kind) {
    case 'Name': {
      const bind = compileBinding(node.id, scope);
      return (frame, value) => {
        bind(frame, value);
        frame.py.policy.bound(node, value, frame);
      };
    }
    case 'Attribute': {
      const object = compiler.expression(node.value, scope);
      const act = (frame: Frame, owner: Value, value: Value) => {
        setAttribute(frame.py, owner, node.attr, value);
        frame.py.policy.bound(node, value, frame);
      };
      return (frame, value) => {
        const owner = object(frame);
        if (owner instanceof Pending) {
          return new Pending(withRest(frame, [object], 0, owner, [], ([late]) => act(frame, late, value)));
        }
        try {
          act(frame, owner, value);
        } catch (error) {
          recover(frame, node, error);
        }
      };
    }
    case 'Subscript': {
      const object = compiler.expression(node.value, scope);
      const key = compiler.expression(node.slice, scope);
      const parts = [object, key];
      const act = (frame: Frame, owner: Value, index: Value, value: Value) => {
        frame.py.site = null;
        setItem(frame.py, owner, index, value);
      };
      return (frame, value) => {
        const owner = object(frame);
        if (owner instanceof Pending)
          return new Pending(withRest(frame, parts, 0, owner, [], ([a, b]) => act(frame, a, b, value)));
        const index = key(frame);
        if (index instanceof Pending)
          return new Pending(withRest(frame, parts, 1, index, [owner], ([a, b]) => act(frame, a, b, value)));
        try {
          act(frame, owner, index, value);
        } catch (error) {
          recover(frame, node, error);
        }
      };
    }
    case 'Tuple':
    case 'List':
      return compileUnpacking(compiler, node, scope);
    case 'Starred':
      return compileStore(compiler, node.value, scope);
    default:
      throw new Error(`${node.kind} is no assignment target`);
  }
}

function compileUnpacking(
  compiler: Compiler,
  node: Extract<Expression, { kind: 'Tuple' | 'List' }>,
  scope: Scope,
): Store {
  const stores = node.elts.map(element => compileStore(compiler, element, scope));
  const star = node.elts.findIndex(element => element.kind === 'Starred');
  const store = (frame: Frame, value: Value): void | Pending<void> => {
    const items = unpackOrUnknown(frame, node, value, stores.length, star < 0 ? null : star);
    for (let index = 0; index < stores.length; index++) {
      const stored = stores[index](frame, items[index]);
      if (stored instanceof Pending) return new Pending(storeRest(frame, stores, items, index + 1, stored));
    }
  };
  return (frame, value) => {
    if (!runsForItems(value)) return store(frame, value);
    const items = guarded(frame, node, () =>
      startNow(gathered(frame.py, value, star < 0 ? stores.length : null)),
    );
    return items instanceof Pending
      ? new Pending(storeLater(frame, node, items, store))
      : store(frame, items);
  };
}

function guarded(frame: Frame, node: Expression, body: () => Value | Pending): Value | Pending {
  try {
    return body();
  } catch (error) {
    return recover(frame, node, error);
  }
}

function* storeLater(frame: Frame, node: Expression, items: Pending, store: Store): Suspendable<void> {
  let value: Value;
  try {
    value = yield* items.rest;
  } catch (error) {
    value = recover(frame, node, error);
  }
  yield* settle(store(frame, value));
}

function* storeRest(
  frame: Frame,
  stores: readonly Store[],
  items: readonly Value[],
  start: number,
  first: Pending<void>,
): Suspendable<void> {
  yield* first.rest;
  for (let index = start; index < stores.length; index++) yield* settle(stores[index](frame, items[index]));
}

/** The parts of an unpacked value; unknown parts when the value, or how many it has, is not known. */
function unpackOrUnknown(
  frame: Frame,
  node: Expression,
  value: Value,
  count: number,
  star: number | null,
): Value[] {
  try {
    if (value instanceof Unknown) {
      // Of a loss without metrics nothing is known but that it is one number.
      if (value.kind === 'float') throw raise(TypeError, 'cannot unpack non-iterable float object');
      throw new NotKnown(value.reason);
    }
    return unpack(frame.py, value, count, star);
  } catch (error) {
    const substitute = recover(frame, node, error);
    return new Array<Value>(count).fill(substitute);
  }
}

/** Evaluates the owner (and key) of a target, then acts. */
function withParts(
  frame: Frame,
  parts: readonly ((frame: Frame) => Value | Pending)[],
  act: (values: Value[]) => void,
): void | Pending<void> {
  const values: Value[] = [];
  for (let index = 0; index < parts.length; index++) {
    const value = parts[index](frame);
    if (value instanceof Pending) return new Pending(withRest(frame, parts, index, value, values, act));
    values.push(value);
  }
  act(values);
}

function* withRest(
  frame: Frame,
  parts: readonly ((frame: Frame) => Value | Pending)[],
  index: number,
  first: Pending,
  values: Value[],
  act: (values: Value[]) => void,
): Suspendable<void> {
  values.push(yield* first.rest);
  for (let at = index + 1; at < parts.length; at++) values.push(yield* settle(parts[at](frame)));
  act(values);
}

/** Compiles `del target`. */
export function compileDelete(compiler: Compiler, node: Expression, scope: Scope): Execute {
  switch (node.kind) {
    case 'Name': {
      const unbind = compileUnbinding(node.id, scope);
      return frame => {
        try {
          unbind(frame);
        } catch (error) {
          recover(frame, node, error);
        }
        return NORMAL;
      };
    }
    case 'Attribute': {
      const object = compiler.expression(node.value, scope);
      return deleting(node, [object], (frame, [owner]) => deleteAttribute(frame.py, owner, node.attr));
    }
    case 'Subscript': {
      const parts = [compiler.expression(node.value, scope), compiler.expression(node.slice, scope)];
      return deleting(node, parts, (frame, [owner, key]) => deleteItem(frame.py, owner, key));
    }
    case 'Tuple':
    case 'List': {
      const parts = node.elts.map(element => compileDelete(compiler, element, scope));
      return frame => {
        for (const part of parts) part(frame);
        return NORMAL;
      };
    }
    default:
      throw new Error(`${node.kind} cannot be deleted`);
  }
}

function deleting(
  node: Expression,
  parts: readonly ((frame: Frame) => Value | Pending)[],
  act: (frame: Frame, values: Value[]) => void,
): Execute {
  return frame => {
    try {
      const result = withParts(frame, parts, values => act(frame, values));
      if (result instanceof Pending) return new Pending(normalAfter(result));
    } catch (error) {
      recover(frame, node, error);
    }
    return NORMAL;
  };
}

function* normalAfter(pending: Pending<void>): Suspendable<0> {
  yield* pending.rest;
  return NORMAL;
}
