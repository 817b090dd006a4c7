/** Built-in functions about the program itself: exit, input, `__import__`, and what cannot be offered here. */
import { makeException, NotImplementedError, PythonError, raise, SystemExit } from '../errors.ts';
import { type NativeFunction, native } from '../functions.ts';
import { Unknown, type Value } from '../values.ts';
import { stringOf } from './conversions.ts';

/**
 * A function that Kerascope refuses, with the reason. Under analysis its result is unknown for that reason, and of this
 * kind.
 */
function refused(name: string, reason: string, kind: string | null = null): NativeFunction {
  return native(`${name}(*args, **kwargs)`, (_args, py) => {
    if (!py.running) return new Unknown(reason, kind);
    throw raise(NotImplementedError, reason);
  });
}

const leave = (name: string) =>
  native(`${name}(code=None)`, ([code]) => {
    throw new PythonError(makeException(SystemExit, ...(code === null ? [] : [code])));
  });

export const programFunctions: NativeFunction[] = [
  leave('exit'),
  leave('quit'),
  refused('input', 'input() is not supported by Kerascope: a run has no keyboard input', 'str'),
  refused('breakpoint', 'breakpoint() is not supported by Kerascope'),
  native(
    'help(*args)',
    () => null,
    'Prints the documentation of an object: Kerascope shows it beside the code.',
  ),
  native(
    '__import__(name, globals=None, locals=None, fromlist=(), level=0)',
    ([name, , , fromlist], py): Value => {
      const text = stringOf(name, '__import__() argument 1');
      const innermost = py.importModule(text);
      if (py.truth(fromlist)) return innermost;
      return py.importModule(text.split('.')[0]);
    },
  ),
];
