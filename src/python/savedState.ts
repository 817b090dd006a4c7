/** Saving the plain state that libraries keep for a program, and putting it back. */
import { PyObject } from './values.ts';

/** Puts saved state back. */
export type Restorer = () => void;

/** Containers inside of objects inside of a state: as deep as any state goes. */
const DEPTH = 4;

/**
 * Remembers what maps, sets, arrays and plain objects hold. Python values inside are kept as they are: those that
 * change tell the journal.
 */
export function saveState(state: unknown, depth = DEPTH): Restorer | null {
  if (typeof state !== 'object' || state === null || state instanceof PyObject || depth === 0) return null;
  if (state instanceof Map) return saveMap(state);
  if (state instanceof Set) return saveSet(state);
  if (Array.isArray(state)) return saveArray(state, depth);
  return saveFields(state as Record<string, unknown>, depth);
}

function saveMap(map: Map<unknown, unknown>): Restorer {
  const entries = [...map];
  return () => {
    map.clear();
    for (const [key, value] of entries) map.set(key, value);
  };
}

/** Most sets only grow, in order: then their first members are those that were there. */
function saveSet(set: Set<unknown>): Restorer {
  const members = [...set];
  return () => {
    set.clear();
    for (const member of members) set.add(member);
  };
}

function saveArray(array: unknown[], depth: number): Restorer {
  const items = array.slice();
  // Long lists are records, whose entries stay as they are.
  const inner = items.length > 8 ? [] : items.map(item => saveState(item, depth - 1));
  return () => {
    array.length = 0;
    for (const item of items) array.push(item);
    for (const restore of inner) restore?.();
  };
}

function saveFields(object: Record<string, unknown>, depth: number): Restorer {
  const fields = Object.entries(object).map(
    ([name, value]) => [name, value, saveState(value, depth - 1)] as const,
  );
  return () => {
    for (const [name, value, restore] of fields) {
      if (object[name] !== value) object[name] = value;
      restore?.();
    }
  };
}
