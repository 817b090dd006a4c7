/** What a function of the script makes of a data set's elements, found without an element: by calling it with their shapes. */
import { mutedKey } from '../../python/builtins/streams.ts';
import { PythonError } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { type Mutable, NotKnown, setJournal, Unknown, type Value } from '../../python/values.ts';
import { mapStructure } from '../keras/tensors/graphNode.ts';
import { Trace, withTrace } from '../keras/trace.ts';

/**
 * The element that `make` composes of abstract ones; null where it cannot be told. Under run this happens beside the
 * program, when a script asks for `element_spec`: nothing is printed and every object is as it was before.
 */
export function elementAside(py: Interpreter, make: () => Value | null): Value | null | (() => Value | null) {
  if (!py.running) return make();
  return () => {
    const before = new Map<Mutable, unknown>();
    const muted = py.state(mutedKey);
    const outer = setJournal(object => {
      if (!before.has(object)) before.set(object, object.capture());
    });
    muted.depth++;
    try {
      const made = withTrace(py, new Trace('shapes'), make);
      setJournal(outer);
      // Dicts and lists made on the way are emptied with everything else: what is returned is a copy.
      return made instanceof Unknown || made === null ? null : mapStructure(made, leaf => leaf);
    } catch (error) {
      // What needs the contents of an element cannot be told without one.
      if (error instanceof PythonError || error instanceof NotKnown) return null;
      throw error;
    } finally {
      muted.depth--;
      setJournal(outer);
      for (const [object, state] of before) object.restore(state);
    }
  };
}
