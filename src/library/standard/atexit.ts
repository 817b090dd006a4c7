/** The module atexit. */
import { exitFunctions } from '../../python/builtins/exitFunctions.ts';
import type { PyDict } from '../../python/collections.ts';
import { named, native } from '../../python/functions.ts';
import type { LibraryModule } from '../../python/modules.ts';
import type { PyTuple } from '../../python/values.ts';

export const module: LibraryModule = {
  name: 'atexit',
  entries: () =>
    named(
      native('register(func, /, *args, **kwargs)', ([func, args, keywords], py) => {
        py.state(exitFunctions).push({ func, args: (args as PyTuple).items, keywords: keywords as PyDict });
        return func;
      }),
      native('unregister(func, /)', ([func], py) => {
        const waiting = py.state(exitFunctions);
        const kept = waiting.filter(each => each.func !== func && !py.equal(each.func, func));
        waiting.splice(0, waiting.length, ...kept);
        return null;
      }),
    ),
  unmodelled: 'all',
};
