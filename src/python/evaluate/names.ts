/** Reading, binding and deleting variables. */
import { NameError, raise } from '../errors.ts';
import { suggestFrom } from '../suggestions.ts';
import type { Name } from '../syntax.ts';
import type { Value } from '../values.ts';
import type { Evaluate } from './code.ts';
import type { Frame } from './frame.ts';
import { unboundLocal } from './function.ts';
import { guard } from './guard.ts';
import type { Scope } from './scopes.ts';

/** Compiles reading a name. */
export function compileName(node: Name, scope: Scope): Evaluate {
  const name = node.id;
  const location = scope.locate(name);
  switch (location.kind) {
    case 'slot': {
      const index = location.index;
      const missing = guard(node, () => {
        throw unboundLocal(name);
      });
      return frame => frame.slots[index] ?? slotOrNone(frame, index, missing);
    }
    case 'cell': {
      const index = location.index;
      return guard(node, frame => {
        const value = frame.cells[index].value;
        if (value !== undefined) return value;
        if (scope.kind === 'class') return readGlobal(frame, name, node);
        throw raise(
          NameError,
          `cannot access free variable '${name}' where it is not associated with a value in enclosing scope`,
        );
      });
    }
    case 'name':
      return guard(node, frame => frame.names!.map.get(name) ?? namedOrGlobal(frame, name, node));
    case 'global':
      return guard(node, frame => readGlobal(frame, name, node));
  }
}

/** `??` also catches None, which is null. */
function slotOrNone(frame: Frame, index: number, missing: Evaluate) {
  return frame.slots[index] === undefined ? missing(frame) : null;
}

function namedOrGlobal(frame: Frame, name: string, node: Name): Value {
  return frame.names!.map.has(name) ? null : readGlobal(frame, name, node);
}

function readGlobal(frame: Frame, name: string, node: Name): Value {
  const value = frame.globals.map.get(name);
  if (value !== undefined) return value;
  const builtin = frame.py.builtins.get(name);
  if (builtin !== undefined) return builtin;
  const substitute = frame.py.policy.undefinedName(name, node, frame);
  if (substitute !== null) return substitute;
  const error = raise(NameError, `name '${name}' is not defined`, { code: 'undefined-name' });
  suggestFrom(error.exception, name, () => [
    frame.scope.slotNames.filter((_, index) => frame.slots[index] !== undefined),
    frame.globals.map.keys(),
    frame.py.builtins.keys(),
  ]);
  throw error;
}

/** Compiles binding a name. */
export function compileBinding(name: string, scope: Scope): (frame: Frame, value: Value) => void {
  const location = scope.locate(name);
  switch (location.kind) {
    case 'slot':
      return (frame, value) => frame.setSlot(location.index, value);
    case 'cell':
      return (frame, value) => frame.cells[location.index].set(value);
    case 'name':
      return (frame, value) => frame.names!.set(name, value);
    case 'global':
      return (frame, value) => frame.globals.set(name, value);
  }
}

/** Compiles `del name`. */
export function compileUnbinding(name: string, scope: Scope): (frame: Frame) => void {
  const location = scope.locate(name);
  const fail = () => raise(NameError, `name '${name}' is not defined`);
  switch (location.kind) {
    case 'slot':
      return frame => {
        if (frame.slots[location.index] === undefined) throw unboundLocal(name);
        frame.setSlot(location.index, undefined);
      };
    case 'cell':
      return frame => frame.cells[location.index].set(undefined);
    case 'name':
      return frame => {
        if (!frame.names!.delete(name)) throw fail();
      };
    case 'global':
      return frame => {
        if (!frame.globals.delete(name)) throw fail();
      };
  }
}
